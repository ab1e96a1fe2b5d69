// SPDX-License-Identifier: Apache-2.0
// The query builder's page, and the words that its script shows.
#include "api/pages/build.h"

#include "api/pages/filters.h"
#include "api/pages/language.h"
#include "api/pages/messages.h"

// Words of the script by its own keys; terms by their names in the JSON form.
static const struct {
    const char *key;
    const char *english;
} words[] = {
    {"and", "All of these"},
    {"or", "Any of these"},
    {"not", "None of these"},
    {"same", "One and the same element of a list"},
    {"search", "Words anywhere"},
    {"string_equals", "is"},
    {"in", "is one of"},
    {"string_contains", "has the words"},
    {"phrase", "has the phrase"},
    {"prefix", "starts with"},
    {"part", "is, or names in a list with |"},
    {"wildcard", "matches the pattern"},
    {"fuzzy", "is nearly"},
    {"number_equals", "is the number"},
    {"number_range", "number from and to"},
    {"date_range", "date from and to"},
    {"exists", "has a value"},
    {"missing", "has no value"},
    {"geo_exists", "has a position"},
    {"geo_named_area", "in a named area"},
    {"bbox", "in a box"},
    {"geo_point", "around a point"},
    {"distance", "at a distance from a point"},
    {"within", "in an area (WKT)"},
    {"geo_custom_area", "in polygons"},
    {"geological_time", "from a geological time"},
    {"changed_since", "changed since"},
    {"group-fields", "Fields"},
    {"group-numbers", "Numbers and dates"},
    {"group-places", "Places"},
    {"group-other", "Other"},
    {"fields", "Field"},
    {"fields-hint", "several with | between; empty: all text"},
    {"value", "Value"},
    {"values", "Values, one a line"},
    {"greater_than", "From"},
    {"greater_than_inclusive", "that included"},
    {"less_than", "To"},
    {"less_than_inclusive", "that included"},
    {"from", "From"},
    {"to", "To"},
    {"match", "Match"},
    {"overlap", "overlaps"},
    {"within-range", "lies within"},
    {"word", "each word"},
    {"whole", "the whole value"},
    {"edits", "Edits"},
    {"latitude", "Latitude"},
    {"longitude", "Longitude"},
    {"radius", "Radius"},
    {"at_least", "At least"},
    {"at_most", "At most"},
    {"unit", "Unit"},
    {"category", "Kind of area"},
    {"country", "Country"},
    {"marine", "Sea"},
    {"geography", "Region"},
    {"name", "Name"},
    {"west", "West"},
    {"south", "South"},
    {"east", "East"},
    {"north", "North"},
    {"wkt", "Polygon or multipolygon"},
    {"json", "JSON"},
    {"moment", "Day or moment"},
    {"list", "List"},
    {"group", "Group"},
    {"clause", "Condition"},
    {"kind", "What is asked"},
    {"add-clause", "Add a condition"},
    {"add-group", "Add a group"},
    {"remove", "Remove"},
    {"up", "Move up"},
    {"down", "Move down"},
    {"out", "Move out of the group"},
    {"into", "Move into the group above"},
    {"removed", "Removed"},
    {"moved", "Moved"},
    {"unfinished", "Not asked yet: something is missing"},
    {"record", "{} record matches"},
    {"records", "{} records match"},
    {"counting", "Counting"},
    {"not-counted", "The count could not be had"},
    {"too-long",
     "This query has {} bytes as an address, and an address has room for {}: use it in a program"},
    {"no-json", "This is no JSON of a query"},
    {"copy", "Copy"},
    {"copied", "Copied"},
    {"copy-as", "Copy as"},
};

static void write_words(struct page *p)
{
    html_put(&p->w, "<ul hidden data-words>\n");
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        HTML(&p->w, "<li data-word=\"{}\">{}</li>\n", html_string(words[i].key),
             html_text(say(p, words[i].english)));
    }
    html_put(&p->w, "</ul>\n");
}

static bool is_carried(const struct build_page *build, string_view name)
{
    for (size_t i = 0; i < build->carried_count; i++) {
        if (sv_equal(build->carried[i], name)) {
            return true;
        }
    }
    return false;
}

static void write_carried(struct page *p, const struct build_page *build)
{
    for (size_t i = 0; i < build->state->count; i++) {
        const struct address_pair *pair = &build->state->pairs[i];
        if (is_carried(build, pair->name)) {
            HTML(&p->w, "<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", html_text(pair->name),
                 html_text(pair->value));
        }
    }
}

static void write_state(struct page *p, const struct build_page *build)
{
    if (build->error.length > 0) {
        HTML(&p->w, "<p class=\"notice\" role=\"alert\" id=\"build-error\">{}</p>\n",
             html_text(say_message(p, build->error)));
        return;
    }
    HTML(&p->w, "<p class=\"build-words\">{}</p>\n<p class=\"build-count\">",
         html_text(build->words.length > 0 ? build->words : say(p, "All records")));
    if (build->query_address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">", html_text(build->query_address));
    }
    if (build->total == 1) {
        SAY(p, "{} record matches", html_count(build->total));
    } else {
        SAY(p, "{} records match", html_count(build->total));
    }
    if (build->query_address.length > 0) {
        html_put(&p->w, "</a>");
    }
    html_put(&p->w, "</p>\n");
    if (build->address_length > build->address_limit) {
        html_put(&p->w, "<p class=\"notice\">");
        SAY(p,
            "This query has {} bytes as an address, and an address has room for {}: use it in a "
            "program",
            html_count(build->address_length), html_count(build->address_limit));
        html_put(&p->w, "</p>\n");
    }
}

static void write_form(struct page *p, const struct build_page *build)
{
    struct address back = *build->state;
    html_put(&p->w, "<form class=\"build\" id=\"build-form\" action=\"/search\" method=\"get\" "
                    "data-island=\"builder\"");
    HTML(&p->w, " data-limit=\"{}\">\n", html_number((int64_t)build->address_limit));
    write_carried(p, build);
    html_put(&p->w, "<div data-tree></div>\n<p class=\"build-live\" role=\"status\"></p>\n");
    HTML(&p->w,
         "<details class=\"build-json\" open><summary>{}</summary>\n<label class=\"hidden\" "
         "for=\"query\">{}</label><textarea id=\"query\" name=\"query\" rows=\"12\" "
         "spellcheck=\"false\" autocomplete=\"off\"",
         html_text(say(p, "The query as JSON")), html_text(say(p, "The query as JSON")));
    if (build->error.length > 0) {
        html_put(&p->w, " aria-invalid=\"true\" aria-describedby=\"build-error\"");
    }
    HTML(&p->w, ">\n{}</textarea>\n</details>\n", html_text(build->json));
    HTML(&p->w,
         "<p class=\"build-buttons\"><button type=\"submit\" class=\"primary\">{}</button> <button "
         "type=\"submit\" formaction=\"/search/build\" class=\"without-script\">{}</button> <a "
         "href=\"{}\">{}</a></p>\n",
         html_text(say(p, "Search")), html_text(say(p, "Check and count")),
         html_text(address_print(&back, p->arena)), html_text(say(p, "Back without changes")));
    html_put(&p->w, "<div data-copies></div>\n");
    write_words(p);
    html_put(&p->w, "</form>\n");
}

status page_build(const struct build_page *build, struct arena *arena, struct buffer *out,
                  struct error *e)
{
    struct page p = {.arena = arena, .site = build->site};
    const struct page_head head = {.title = say(&p, "Build a query"),
                                   .noindex = true,
                                   .section = "search",
                                   .search_form = true};
    page_begin(&p, build->site, arena, out, &head);
    page_style(&p, "build.css");
    HTML(&p.w, "<h1>{}</h1>\n<p class=\"lead\">{}</p>\n", html_text(say(&p, "Build a query")),
         html_text(say(&p,
                       "Conditions in groups: all, any or none of them. What this page writes, the "
                       "search page and the API read.")));
    write_state(&p, build);
    write_form(&p, build);
    page_code_samples(&p, build->api_address);
    return page_end(&p, e);
}
