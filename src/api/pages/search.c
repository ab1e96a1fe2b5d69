// SPDX-License-Identifier: Apache-2.0
// The search page. One GET form holds its whole state, so that it works without scripts; scripts
// fetch the same page and replace the element with data-live.

#include "api/pages/filters.h"
#include "api/pages/page.h"
#include "api/pages/terms.h"
#include "base/bidi.h"

#define SHORT_TEXT 14 // bytes that are kept on one line

static string_view search_text(const struct search_page *search)
{
    return address_value(search->state, SV("q"));
}

static void write_search_line(struct page *p, const struct search_page *search)
{
    HTML(&p->w,
         "<div class=\"search-line\"><label class=\"hidden\" for=\"q\">Search all records"
         "</label><input type=\"search\" id=\"q\" name=\"q\" value=\"{}\" autocomplete=\"off\" "
         "placeholder=\"Names, places, people, catalogue numbers\" "
         "data-suggest=\"scientificName\"><button type=\"submit\" class=\"primary\">Search"
         "</button></div>\n",
         html_text(search_text(search)));
}

// Neither a year nor a range, nor any value or none.
static bool is_no_year(string_view value)
{
    bool digits = false;
    for (size_t i = 0; i < value.length; i++) {
        digits = digits || (value.bytes[i] >= '0' && value.bytes[i] <= '9');
    }
    return value.length > 0 && !digits && !sv_equal(value, SV("*")) && !sv_equal(value, SV("!*"));
}

static void write_year(struct page *p, const struct search_page *search)
{
    string_view value = address_value(search->state, SV("year"));
    HTML(&p->w,
         "<fieldset class=\"facet\" id=\"facet-range-year\">\n<legend>Year</legend>\n"
         "<label class=\"hidden\" for=\"year\">Year or range of years</label><input type=\"text\" "
         "id=\"year\" name=\"year\" value=\"{}\" inputmode=\"text\" autocomplete=\"off\" "
         "aria-describedby=\"year-hint\" data-range><p class=\"facet-rest\" id=\"year-hint\">",
         html_text(value));
    if (is_no_year(value)) {
        HTML(&p->w, "<b class=\"no-year\">“{}” is no year.</b> ", html_text(value));
    }
    html_put(&p->w, "1903, or a range: 1850-1900</p>\n</fieldset>\n");
}

static bool has_facet(const struct search_page *search, string_view field)
{
    for (size_t i = 0; i < search->facet_count; i++) {
        if (sv_equal(search->facets[i].field, field)) {
            return true;
        }
    }
    return false;
}

// The year's box holds one value; a search with several shows them as chips only.
static bool has_year_box(const struct search_page *search)
{
    size_t values = search->year_range ? 0 : 2;
    for (size_t i = 0; i < search->state->count; i++) {
        values += sv_equal(search->state->pairs[i].name, SV("year"));
    }
    return values <= 1 && !has_facet(search, SV("year"));
}

// Further fields as facets: each link asks for the ones shown and that one.
static void write_facet_choices(struct page *p, const struct search_page *search)
{
    if (search->facet_choice_count == 0) {
        return;
    }
    html_put(&p->w, "<details class=\"facet-choices\"><summary>More filters</summary>\n<ul>\n");
    for (size_t i = 0; i < search->facet_choice_count; i++) {
        struct address target = *search->state;
        for (size_t j = 0; j < search->facet_count; j++) {
            address_add(&target, SV("facet"), search->facets[j].field);
        }
        address_add(&target, SV("facet"), search->facet_choices[i]);
        HTML(&p->w, "<li><a href=\"{}#facet-{}\">{}</a></li>\n",
             html_text(address_print(&target, p->arena)), html_text(search->facet_choices[i]),
             html_text(term_label(p->arena, search->facet_choices[i])));
    }
    html_put(&p->w, "</ul></details>\n");
}

static void write_rail(struct page *p, const struct search_page *search)
{
    size_t filters = filters_count(search->state);
    html_put(&p->w, "<aside class=\"rail\" aria-label=\"Filters\">\n<details "
                    "class=\"rail-fold\"><summary>Filters");
    if (filters > 0) {
        HTML(&p->w, " ({} active)", html_count(filters));
    }
    html_put(&p->w, "</summary>\n<div class=\"rail-body\">\n<p class=\"without-script\"><button "
                    "type=\"submit\">Apply filters</button></p>\n");
    filters_facets(p, search->state, search->facets, search->facet_count);
    if (has_year_box(search)) {
        write_year(p, search);
    }
    write_facet_choices(p, search);
    html_put(&p->w, "<p class=\"without-script\"><button type=\"submit\">Apply filters</button>"
                    "</p>\n</div>\n</details>\n</aside>\n");
}

static void write_datasets(struct page *p, const struct search_page *search)
{
    struct html_writer *w = &p->w;
    if (search->dataset_count == 0) {
        return;
    }
    html_put(w, "<section class=\"matching-datasets\" aria-labelledby=\"datasets-title\">\n");
    HTML(w, "<h2 id=\"datasets-title\">{} {}</h2>\n<ul>\n", html_count(search->dataset_total),
         html_string(search->dataset_total == 1 ? "dataset matches" : "datasets match"));
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
            HTML(w, "<p class=\"small\">{} {} of {}</p>", html_count(d->matching),
                 html_string(d->matching == 1 ? "matches" : "match"), html_text(words));
        } else {
            HTML(w, "<p class=\"small\">{}, none with these words</p>", html_text(words));
        }
        html_put(w, "</li>\n");
    }
    html_put(w, "</ul>\n");
    if (search->dataset_total > search->dataset_count && search->datasets_address.length > 0) {
        HTML(w, "<p><a class=\"more\" href=\"{}\">All {} matching datasets</a></p>\n",
             html_text(search->datasets_address), html_count(search->dataset_total));
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
    html_put(&p->w, "<label for=\"sort\">Sort</label> <select id=\"sort\" name=\"sort\">");
    write_option(p, SV(""), SV("Default order"), chosen);
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
    html_put(&p->w, "<label for=\"limit\">Rows</label> <select id=\"limit\" name=\"limit\">");
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
    write_sort(p, search);
    write_limit(p, search);
    html_put(&p->w, "<button type=\"submit\" class=\"without-script\">Apply</button></div>\n");
    HTML(&p->w,
         "<div><label for=\"as-of\">As of</label> <input type=\"date\" id=\"as-of\" "
         "name=\"version\" form=\"as-of-form\" value=\"{}\"> <button type=\"submit\" "
         "form=\"as-of-form\" class=\"quiet\">Go</button></div>\n</div>\n",
         html_text(search->version > MOMENT_BEGINNING ? iso_date(p, search->version) : SV("")));
}

// The date has a form of its own: the search form carries the exact moment instead.
static void write_as_of_form(struct page *p, const struct search_page *search)
{
    static const char *const shown[] = {"version"};
    html_put(&p->w, "<form id=\"as-of-form\" action=\"/search\" method=\"get\">\n");
    filters_hidden_inputs(p, search->state, shown, ARRAY_LENGTH(shown), NULL, 0);
    html_put(&p->w, "</form>\n");
}

static void write_column(struct page *p, const struct search_page *search,
                         const struct result_column *column)
{
    static const char *const orders[] = {"descending", NULL, "ascending"};
    const char *order = orders[column->sorted < 0 ? 0 : column->sorted > 0 ? 2 : 1];
    string_view label =
        column->label.length > 0 ? column->label : term_label(p->arena, column->field);
    html_put(&p->w, "<th scope=\"col\"");
    if (order != NULL) {
        HTML(&p->w, " aria-sort=\"{}\"", html_string(order));
    }
    if (!column->sortable) {
        HTML(&p->w, ">{}</th>", html_text(label));
        return;
    }
    struct address target = *search->state;
    address_remove(&target, SV("offset"));
    address_remove(&target, SV("after"));
    string_view sort = column->field;
    if (column->sorted > 0) {
        sort = arena_print(p->arena, "-" SV_FORMAT, SV_ARGUMENT(column->field));
    }
    address_set(&target, SV("sort"), column->sorted < 0 ? SV("") : sort);
    HTML(&p->w, "><a href=\"{}\">{}</a></th>", html_text(address_print(&target, p->arena)),
         html_text(label));
}

static void write_cell(struct page *p, const struct result_cell *cell)
{
    if (cell->name && cell->text.length > 0) {
        HTML(&p->w, "<td class=\"name\"><i lang=\"la\">{}</i></td>", html_text(cell->text));
    } else if (cell->code) {
        HTML(&p->w, "<td class=\"code\">{}</td>", html_text(cell->text));
    } else if (cell->quiet) {
        HTML(&p->w, "<td class=\"quiet-cell\" title=\"{}\"><span>{}</span></td>",
             html_text(cell->text), html_text(cell->text));
    } else if (cell->text.length <= SHORT_TEXT) {
        HTML(&p->w, "<td class=\"short\">{}</td>", html_text(cell->text));
    } else {
        HTML(&p->w, "<td>{}</td>", html_text(cell->text));
    }
}

static void write_row(struct page *p, const struct search_page *search,
                      const struct result_row *row)
{
    html_put(&p->w, "<tr>");
    for (size_t i = 0; i < search->column_count; i++) {
        if (i > 0) {
            write_cell(p, &row->cells[i]);
            continue;
        }
        const struct result_cell *cell = &row->cells[0];
        string_view text = cell->text.length > 0 ? cell->text : row->title;
        if (cell->name && cell->text.length > 0) {
            HTML(&p->w,
                 "<th scope=\"row\" class=\"name\"><a href=\"{}\"><i lang=\"la\">{}</i>"
                 "</a></th>",
                 html_text(row->address), html_text(text));
        } else {
            HTML(&p->w, "<th scope=\"row\"><a href=\"{}\">{}</a></th>", html_text(row->address),
                 html_text(text));
        }
    }
    html_put(&p->w, "</tr>\n");
}

static void write_table(struct page *p, const struct search_page *search)
{
    html_put(&p->w, "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" "
                    "aria-label=\"Matching records\">\n<table class=\"records\">\n<thead><tr>");
    for (size_t i = 0; i < search->column_count; i++) {
        write_column(p, search, &search->columns[i]);
    }
    html_put(&p->w, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < search->row_count; i++) {
        write_row(p, search, &search->rows[i]);
    }
    html_put(&p->w, "</tbody>\n</table>\n</div>\n");
}

// There are matches, but the page asked lies behind them.
static void write_past_the_end(struct page *p, const struct search_page *search)
{
    struct address first = *search->state;
    address_remove(&first, SV("offset"));
    HTML(&p->w,
         "<div class=\"nothing\">\n<p>The results end before this page.</p>\n<p><a "
         "href=\"{}\">See them from the first</a></p>\n</div>\n",
         html_text(address_print(&first, p->arena)));
}

static void write_nothing(struct page *p, const struct search_page *search)
{
    html_put(&p->w, "<div class=\"nothing\">\n<p>Nothing matches all of this at once.</p>\n");
    if (search->without_count > 0) {
        html_put(&p->w, "<ul>\n");
        for (size_t i = 0; i < search->without_count; i++) {
            const struct search_alternative *without = &search->without[i];
            HTML(&p->w, "<li>Without <a href=\"{}\">{}</a>: {} {}{}</li>\n",
                 html_text(without->address), html_text(without->label), html_count(without->total),
                 html_string(kind_name(without->kind, without->total)),
                 html_string(without->all_kinds ? " of all kinds" : ""));
        }
        html_put(&p->w, "</ul>\n");
    }
    html_put(&p->w, "<p><a href=\"/search\">Start again with everything</a></p>\n</div>\n");
}

static void write_range(struct page *p, const struct search_page *search)
{
    if (search->row_count > 0) {
        HTML(&p->w, "<p class=\"range\">Records {} to {} of {}{}</p>\n",
             html_count(search->offset + 1), html_count(search->offset + search->row_count),
             html_count(search->total),
             html_string(search->matches.count > 1 ? " of all kinds" : ""));
    }
}

static void write_results(struct page *p, const struct search_page *search)
{
    html_put(&p->w, "<div class=\"results\" id=\"results\">\n");
    write_datasets(p, search);
    write_toolbar(p, search);
    if (search->row_count == 0 && search->total > 0) {
        write_past_the_end(p, search);
    } else if (search->row_count == 0) {
        write_nothing(p, search);
    } else {
        write_range(p, search);
        write_table(p, search);
        page_pager(p, search->state, search->total, search->limit, search->offset);
    }
    html_put(&p->w, "</div>\n");
}

static string_view result_sentence(struct page *p, const struct search_page *search)
{
    string_view words = kinds_in_words(p, &search->matches);
    string_view text = search_text(search);
    const char *verb = search->total == 1 ? "matches" : "match";
    if (search->state->count == 0) {
        return arena_print(p->arena, SV_FORMAT, SV_ARGUMENT(words));
    }
    if (text.length > 0) {
        return arena_print(p->arena, SV_FORMAT " %s “" SV_FORMAT "”", SV_ARGUMENT(words), verb,
                           SV_ARGUMENT(bidi_isolate(p->arena, text)));
    }
    return arena_print(p->arena, SV_FORMAT " %s", SV_ARGUMENT(words), verb);
}

// The sentence as the heading, with a way from each kind to its records alone.
static void write_heading(struct page *p, const struct search_page *search, string_view sentence)
{
    string_view words = kinds_in_words(p, &search->matches);
    html_put(&p->w, "<h1 class=\"result-sentence\">");
    for (size_t i = 0; i < search->matches.count; i++) {
        string_view kind = kind_in_words(p, &search->matches.kinds[i]);
        bool last = i + 1 == search->matches.count;
        HTML(&p->w, "{}", html_string(i == 0 ? "" : last ? " and " : ", "));
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

static void write_search(struct page *p, const struct search_page *search, string_view sentence)
{
    static const char *const shown[] = {"q", "sort", "limit", "year"};
    size_t shown_count = has_year_box(search) ? ARRAY_LENGTH(shown) : ARRAY_LENGTH(shown) - 1;
    html_put(&p->w, "<div data-live class=\"records-page\">\n<a class=\"skip\" "
                    "href=\"#results\">Skip to the results</a>"
                    "\n");
    write_as_of_form(p, search);
    html_put(&p->w, "<form id=\"search-form\" class=\"search\" role=\"search\" "
                    "action=\"/search\" method=\"get\">\n");
    filters_hidden_inputs(p, search->state, shown, shown_count, search->facets,
                          search->facet_count);
    write_search_line(p, search);
    write_heading(p, search, sentence);
    filters_chips(p, search->state, search->labels, search->label_count);
    if (search->as_of) {
        struct address newest = *search->state;
        address_remove(&newest, SV("version"));
        page_version_bar(p, search->version, address_print(&newest, p->arena));
    }
    html_put(&p->w, "<div class=\"search-columns\">\n");
    write_rail(p, search);
    write_results(p, search);
    html_put(&p->w, "</div>\n</form>\n</div>\n<p class=\"hidden\" role=\"status\" "
                    "id=\"announcer\"></p>\n");
}

status page_search(const struct search_page *search, struct arena *arena, struct buffer *out,
                   struct error *e)
{
    struct page p = {.arena = arena, .site = search->site};
    string_view text = search_text(search);
    string_view sentence = result_sentence(&p, search);
    struct page_head head = {
        .title = text.length > 0 ? arena_print(arena, "Search: " SV_FORMAT, SV_ARGUMENT(text))
                                 : SV("Search"),
        .description = sentence,
        .canonical = search->state->count == 0 ? SV("/search") : (string_view){0},
        .noindex = search->state->count > 0,
        .section = "search",
    };
    page_begin(&p, search->site, arena, out, &head);
    write_search(&p, search, sentence);
    return page_end(&p, e);
}
