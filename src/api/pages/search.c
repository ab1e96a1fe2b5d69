// SPDX-License-Identifier: Apache-2.0
// The search page. One GET form holds its whole state, so that it works without scripts; scripts
// fetch the same page and replace the element with data-live.

#include "api/pages/filters.h"
#include "api/pages/language.h"
#include "api/pages/messages.h"
#include "api/pages/page.h"
#include "api/pages/rail.h"
#include "api/pages/terms.h"
#include "api/pages/views.h"
#include "base/bidi.h"

static string_view search_text(const struct search_page *search)
{
    return address_value(search->state, SV("q"));
}

// Pasted lists are looked for in the same tables, at the same version.
static string_view lists_address(struct page *p, const struct search_page *search)
{
    static const char *const kept[] = {"dataset", "table", "kind", "version"};
    struct address target;
    address_init(&target, SV("/lists"));
    for (size_t i = 0; i < search->state->count; i++) {
        const struct address_pair *pair = &search->state->pairs[i];
        for (size_t k = 0; k < ARRAY_LENGTH(kept); k++) {
            if (sv_equal(pair->name, sv_from(kept[k]))) {
                address_add(&target, pair->name, pair->value);
            }
        }
    }
    return address_print(&target, p->arena);
}

static void write_search_line(struct page *p, const struct search_page *search)
{
    HTML(&p->w,
         "<div class=\"search-line\"><label class=\"hidden\" for=\"q\">{}</label><input "
         "type=\"search\" id=\"q\" name=\"q\" value=\"{}\" autocomplete=\"off\" placeholder=\"{}\" "
         "data-suggest=\"{}\"><button type=\"submit\" formaction=\"/find\" "
         "class=\"primary\">{}</button></div>\n",
         html_text(say(p, "Search all records")), html_text(search_text(search)),
         html_text(say(p, "Names, places, people, catalogue numbers, years")),
         html_text(say(p, "Suggestions")), html_text(say(p, "Search")));
    struct address builder = *search->state;
    address_remove(&builder, SV("offset"));
    builder.path = SV("/search/build");
    HTML(&p->w, "<p class=\"search-ways\"><a href=\"{}\">{}</a> · <a href=\"{}\">{}</a></p>\n",
         html_text(address_print(&builder, p->arena)), html_text(say(p, "Build a query")),
         html_text(lists_address(p, search)), html_text(say(p, "Paste a list")));
}

static void write_datasets(struct page *p, const struct search_page *search)
{
    struct html_writer *w = &p->w;
    if (search->dataset_count == 0) {
        return;
    }
    html_put(w, "<section class=\"matching-datasets\" aria-labelledby=\"datasets-title\">\n");
    HTML(w, "<h2 id=\"datasets-title\">{}</h2>\n<ul>\n",
         html_text(say_count(p, search->dataset_total, "{} dataset matches", "{} datasets match")));
    for (size_t i = 0; i < search->dataset_count; i++) {
        const struct matching_dataset *d = &search->datasets[i];
        HTML(w, "<li><h3><a href=\"/dataset/{}\">{}</a></h3>", html_text(d->slug),
             html_text(d->title));
        if (d->authors.length > 0) {
            HTML(w, "<p class=\"small\">{}</p>", html_text(d->authors));
        }
        if (d->excerpt.length > 0) {
            HTML(w, "<p>{}</p>", html_text(d->excerpt));
        }
        string_view words = kinds_in_words(p, &d->holdings);
        if (d->matching > 0) {
            HTML(w, "<p class=\"small\">{}</p>",
                 html_text(SAY_TEXT(p, d->matching == 1 ? "{} matches of {}" : "{} match of {}",
                                    page_grouped(p, d->matching), words)));
        } else {
            HTML(w, "<p class=\"small\">{}</p>",
                 html_text(SAY_TEXT(p, "{}, none with these words", words)));
        }
        html_put(w, "</li>\n");
    }
    html_put(w, "</ul>\n");
    if (search->dataset_total > search->dataset_count && search->datasets_address.length > 0) {
        HTML(w, "<p><a class=\"more\" href=\"{}\">{}</a></p>\n",
             html_text(search->datasets_address),
             html_text(
                 SAY_TEXT(p, "All {} matching datasets", page_grouped(p, search->dataset_total))));
    }
    html_put(w, "</section>\n");
}

static void write_option(struct page *p, string_view value, string_view label, string_view chosen)
{
    HTML(&p->w, "<option value=\"{}\"", html_text(value));
    if (sv_equal(value, chosen)) {
        html_put(&p->w, " selected");
    }
    HTML(&p->w, ">{}</option>", html_text(label));
}

static void write_sort(struct page *p, const struct search_page *search)
{
    string_view chosen = address_value(search->state, SV("sort"));
    bool listed = chosen.length == 0;
    HTML(&p->w, "<label for=\"sort\">{}</label> <select id=\"sort\" name=\"sort\">",
         html_text(say(p, "Sort")));
    write_option(p, SV(""), say(p, "Default order"), chosen);
    for (size_t i = 0; i < search->sort_count; i++) {
        listed = listed || sv_equal(chosen, search->sorts[i].value);
        write_option(p, search->sorts[i].value, search->sorts[i].label, chosen);
    }
    if (!listed) {
        write_option(p, chosen, chosen, chosen);
    }
    html_put(&p->w, "</select>\n");
}

static void write_limit(struct page *p, const struct search_page *search)
{
    static const unsigned limits[] = {20, 50, 100};
    HTML(&p->w, "<label for=\"limit\">{}</label> <select id=\"limit\" name=\"limit\">",
         html_text(say(p, "Rows")));
    for (size_t i = 0; i < ARRAY_LENGTH(limits); i++) {
        string_view value = arena_print(p->arena, "%u", limits[i]);
        write_option(p, i == 0 ? SV("") : value, value, address_value(search->state, SV("limit")));
    }
    html_put(&p->w, "</select>\n");
}

// "2026-06-01", for the date input.
static string_view iso_date(struct page *p, moment m)
{
    char text[25];
    moment_to_text(m, text);
    return arena_print(p->arena, "%.10s", text);
}

static void write_toolbar(struct page *p, const struct search_page *search)
{
    html_put(&p->w, "<div class=\"toolbar\">\n<div>");
    if (search->by_rows) {
        write_sort(p, search);
        write_limit(p, search);
    }
    HTML(&p->w, "<button type=\"submit\" class=\"without-script\">{}</button></div>\n",
         html_text(say(p, "Apply")));
    HTML(&p->w,
         "<div><label for=\"as-of\">{}</label> <input type=\"date\" id=\"as-of\" "
         "name=\"version\" form=\"as-of-form\" value=\"{}\"> <button type=\"submit\" "
         "form=\"as-of-form\" class=\"quiet\">{}</button></div>\n</div>\n",
         html_text(say(p, "As of")),
         html_text(search->version > MOMENT_BEGINNING ? iso_date(p, search->version) : SV("")),
         html_text(say(p, "Go")));
}

// The date has a form of its own: the search form carries the exact moment instead.
static void write_as_of_form(struct page *p, const struct search_page *search)
{
    static const char *const shown[] = {"version"};
    html_put(&p->w, "<form id=\"as-of-form\" action=\"/search\" method=\"get\">\n");
    filters_hidden_inputs(p, search->state, shown, ARRAY_LENGTH(shown), NULL, 0);
    html_put(&p->w, "</form>\n");
}

// There are matches, but the page asked lies behind them.
static void write_past_the_end(struct page *p, const struct search_page *search)
{
    struct address first = *search->state;
    address_remove(&first, SV("offset"));
    HTML(&p->w,
         "<div class=\"nothing\">\n<p>{}</p>\n<p><a "
         "href=\"{}\">{}</a></p>\n</div>\n",
         html_text(say(p, "The results end before this page.")),
         html_text(address_print(&first, p->arena)), html_text(say(p, "See them from the first")));
}

// Other words for what was asked by words.
static void write_other_words(struct page *p, const struct search_page *search)
{
    const struct page_link *plain = &search->plain;
    if (plain->address.length > 0) {
        HTML(&p->w, "<p>{} <a href=\"{}\">{}</a> {}</p>\n",
             html_text(say(p, "All words are asked for anyway; AND, OR and NOT count as words. "
                              "Without them:")),
             html_text(plain->address), html_text(page_start_of(p, plain->label)),
             html_text(say_count(p, plain->count, "{} record", "{} records")));
    }
    if (search->common_count > 0) {
        HTML(&p->w, "<p>{}</p>\n<ul>\n", html_text(say(p, "Common names like this word:")));
        for (size_t i = 0; i < search->common_count; i++) {
            const struct page_link *name = &search->common[i];
            HTML(&p->w, "<li><a href=\"{}\">{}</a> {}</li>\n", html_text(name->address),
                 html_text(page_start_of(p, name->label)),
                 html_text(say_count(p, name->count, "{} record", "{} records")));
        }
        html_put(&p->w, "</ul>\n");
    }
}

static void write_nothing(struct page *p, const struct search_page *search)
{
    HTML(&p->w, "<div class=\"nothing\">\n<p>{}</p>\n",
         html_text(say(p, "Nothing matches all of this at once.")));
    write_other_words(p, search);
    if (search->without_count > 0) {
        html_put(&p->w, "<ul>\n");
        for (size_t i = 0; i < search->without_count; i++) {
            const struct search_alternative *without = &search->without[i];
            HTML(&p->w, "<li>{} <a href=\"{}\">{}</a>: {} {}{}</li>\n",
                 html_text(say(p, "Without")), html_text(without->address),
                 html_text(without->label), html_count(without->total),
                 html_text(page_kind(p, without->kind, without->total)),
                 html_text(without->all_kinds ? say(p, " of all kinds") : SV("")));
        }
        html_put(&p->w, "</ul>\n");
    }
    HTML(&p->w, "<p><a href=\"/search\">{}</a></p>\n</div>\n",
         html_text(say(p, "Start again with everything")));
}

static void write_results(struct page *p, const struct search_page *search)
{
    html_put(&p->w, "<div class=\"results\" id=\"results\">\n");
    write_datasets(p, search);
    views_tabs(p, search);
    write_toolbar(p, search);
    if (search->by_rows && search->row_count == 0 && search->total > 0) {
        write_past_the_end(p, search);
    } else if (search->total == 0) {
        write_nothing(p, search);
    } else {
        view_drawings[search->view].draw(p, search);
        page_digest(p, &search->digest);
        page_downloads_folded(p, search->download);
        page_cite_search(p, search->citation_links, search->cited);
        page_code_samples(p, search->program_address);
    }
    html_put(&p->w, "</div>\n");
}

static string_view result_sentence(struct page *p, const struct search_page *search)
{
    string_view words = kinds_in_words(p, &search->matches);
    string_view text = search_text(search);
    if (search->state->count == 0) {
        return arena_print(p->arena, SV_FORMAT, SV_ARGUMENT(words));
    }
    if (text.length > 0) {
        return SAY_TEXT(p, search->total == 1 ? "{} matches “{}”" : "{} match “{}”", words,
                        bidi_isolate(p->arena, text));
    }
    return SAY_TEXT(p, search->total == 1 ? "{} matches" : "{} match", words);
}

// The sentence as the heading, with a way from each kind to its records alone.
static void write_heading(struct page *p, const struct search_page *search, string_view sentence)
{
    string_view words = kinds_in_words(p, &search->matches);
    html_put(&p->w, "<h1 class=\"result-sentence\">");
    for (size_t i = 0; i < search->matches.count; i++) {
        string_view kind = kind_in_words(p, &search->matches.kinds[i]);
        HTML(&p->w, "{}", html_text(page_joint(p, i, search->matches.count)));
        if (search->kind_addresses[i].length > 0) {
            HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(search->kind_addresses[i]),
                 html_text(kind));
        } else {
            HTML(&p->w, "{}", html_text(kind));
        }
    }
    if (search->matches.count == 0) {
        HTML(&p->w, "{}", html_text(words));
    }
    HTML(&p->w, "{}</h1>\n", html_text(sv_slice(sentence, words.length, SIZE_MAX)));
}

static void write_about(struct page *p, const struct search_page *search)
{
    if (search->about_count == 0) {
        return;
    }
    html_put(&p->w, "<ul class=\"about-filters\">\n");
    for (size_t i = 0; i < search->about_count; i++) {
        const struct page_link *about = &search->about[i];
        html_put(&p->w, "<li>");
        if (about->address.length > 0) {
            HTML(&p->w, "<a href=\"{}\">", html_text(about->address));
            SAY(p, "About {}", html_text(page_start_of(p, about->label)));
            html_put(&p->w, "</a>");
        } else {
            SAY(p, "“{}” is the name as it was written: it may be several people.",
                html_text(page_start_of(p, about->label)));
        }
        html_put(&p->w, "</li>\n");
    }
    html_put(&p->w, "</ul>\n");
}

#define SHOWN_MOST ((size_t)16)

// Names of the parameters that controls on this page carry themselves.
static size_t shown_parameters(const struct search_page *search, const char *shown[SHOWN_MOST])
{
    size_t count = 0;
    shown[count++] = "q";
    if (search->by_rows) {
        shown[count++] = "sort";
        shown[count++] = "limit";
    }
    const char *const *controls = view_controls(search->view);
    bool drawn = search->total > 0;
    for (size_t i = 0; drawn && controls[i] != NULL && count < SHOWN_MOST; i++) {
        shown[count++] = controls[i];
    }
    return count;
}

static void write_search(struct page *p, const struct search_page *search, string_view sentence)
{
    const char *shown[SHOWN_MOST];
    size_t shown_count = shown_parameters(search, shown);
    HTML(&p->w,
         "<div data-live>\n<a class=\"skip\" "
         "href=\"#results\">{}</a>\n",
         html_text(say(p, "Skip to the results")));
    write_as_of_form(p, search);
    page_downloads_form(p, search->download);
    page_cite_forms(p, search->total > 0 ? search->cited : SV(""));
    view_follow_form(p, search);
    html_put(&p->w, "<form id=\"search-form\" class=\"search\" role=\"search\" "
                    "action=\"/search\" method=\"get\">\n");
    rail_hidden_inputs(p, search, shown, shown_count);
    write_search_line(p, search);
    write_heading(p, search, sentence);
    filters_chips(p, search->state, search->labels, search->label_count);
    page_future(p);
    page_ignored(p, search->ignored, search->ignored_count);
    write_about(p, search);
    if (search->as_of) {
        struct address newest = *search->state;
        address_remove(&newest, SV("version"));
        page_version_bar(p, search->version, address_print(&newest, p->arena));
    }
    html_put(&p->w, "<div class=\"search-columns\">\n");
    rail_write(p, search);
    write_results(p, search);
    html_put(&p->w, "</div>\n</form>\n</div>\n");
    filters_announcer(p);
}

status page_search(const struct search_page *search, struct arena *arena, struct buffer *out,
                   struct error *e)
{
    struct page p = {.arena = arena, .site = search->site};
    string_view text = search_text(search);
    string_view sentence = result_sentence(&p, search);
    struct page_head head = {
        .title = text.length > 0 ? SAY_TEXT(&p, "Search: {}", bidi_isolate(arena, text))
                                 : say(&p, "Search"),
        .description = sentence,
        .canonical = search->state->count == 0 ? SV("/search") : (string_view){0},
        .noindex = search->state->count > 0,
        .section = "search",
        .wide = true,
        .feed = search->feed_address,
        .tells_future = true,
    };
    page_begin(&p, search->site, arena, out, &head);
    write_search(&p, search, sentence);
    return page_end(&p, e);
}
