// SPDX-License-Identifier: Apache-2.0
// The list of datasets, to browse and to search.

#include "api/pages/filters.h"
#include "api/pages/language.h"
#include "api/pages/page.h"

static void write_dataset(struct page *p, const struct datasets_row *row)
{
    struct html_writer *w = &p->w;
    html_put(w, "<li class=\"dataset-row\">");
    string_view subject = arena_print(p->arena, SV_FORMAT " " SV_FORMAT, SV_ARGUMENT(row->title),
                                      SV_ARGUMENT(row->category));
    page_plate(p, row->kind, subject);
    HTML(w, "<div><h2><a href=\"/dataset/{}\">{}</a></h2>", html_text(row->slug),
         html_text(row->title));
    if (row->authors.length > 0) {
        HTML(w, "<p class=\"small\">{}</p>", html_text(row->authors));
    }
    if (row->excerpt.length > 0) {
        HTML(w, "<p>{}</p>", html_text(row->excerpt));
    }
    HTML(w, "<p class=\"small dataset-facts\">{}", html_text(kinds_in_words(p, &row->holdings)));
    if (row->category.length > 0) {
        HTML(w, " · {}", html_text(row->category));
    }
    if (row->licence.length > 0) {
        HTML(w, " · {}", html_text(row->licence));
    }
    if (row->time > 0) {
        HTML(w, " · {} ", html_text(say(p, "changed")));
        page_time(p, row->time);
    }
    html_put(w, "</p></div></li>\n");
}

static void write_sort(struct page *p, const struct datasets_page *datasets)
{
    bool words = address_value(datasets->state, SV("q")).length > 0;
    string_view chosen = address_value(datasets->state, SV("sort"));
    const struct {
        const char *value;
        const char *label;
    } orders[] = {
        {words ? "title" : "", "Title"},
        {"-modified", "Changed last"},
        {"-records", "Most records"},
    };
    HTML(&p->w,
         "<div class=\"toolbar\">\n<div><label for=\"sort\">{}</label> <select "
         "id=\"sort\" name=\"sort\">",
         html_text(say(p, "Sort")));
    if (words) {
        HTML(&p->w, "<option value=\"\">{}</option>", html_text(say(p, "Best match")));
    }
    for (size_t i = 0; i < ARRAY_LENGTH(orders); i++) {
        HTML(&p->w, "<option value=\"{}\"", html_string(orders[i].value));
        if (chosen.length > 0 && sv_equal(chosen, sv_from(orders[i].value))) {
            html_put(&p->w, " selected");
        }
        HTML(&p->w, ">{}</option>", html_text(say(p, orders[i].label)));
    }
    HTML(&p->w,
         "</select><button type=\"submit\" class=\"without-script\">{}</button></div>\n"
         "</div>\n",
         html_text(say(p, "Apply")));
}

static void write_results(struct page *p, const struct datasets_page *datasets)
{
    html_put(&p->w, "<div class=\"results\" id=\"results\">\n");
    write_sort(p, datasets);
    if (datasets->row_count == 0) {
        HTML(&p->w, "<div class=\"nothing\"><p>{}</p><p><a href=\"/datasets\">{}</a></p></div>\n",
             html_text(say(p, "No dataset matches.")), html_text(say(p, "See all datasets")));
    } else {
        html_put(&p->w, "<ol class=\"dataset-list\">\n");
        for (size_t i = 0; i < datasets->row_count; i++) {
            write_dataset(p, &datasets->rows[i]);
        }
        html_put(&p->w, "</ol>\n");
        page_pager(p, datasets->state, datasets->total, datasets->limit, datasets->offset);
    }
    html_put(&p->w, "</div>\n");
}

static void write_form(struct page *p, const struct datasets_page *datasets)
{
    static const char *const shown[] = {"q", "sort"};
    string_view text = address_value(datasets->state, SV("q"));
    html_put(&p->w, "<div data-live>\n<form id=\"search-form\" class=\"search\" role=\"search\" "
                    "action=\"/datasets\" method=\"get\">\n");
    filters_hidden_inputs(p, datasets->state, shown, ARRAY_LENGTH(shown), datasets->facets,
                          datasets->facet_count);
    HTML(&p->w, "<h1 class=\"result-sentence\">{}</h1>\n",
         html_text(say_count(p, datasets->total, "{} dataset", "{} datasets")));
    HTML(&p->w,
         "<div class=\"search-line\"><label class=\"hidden\" for=\"q\">{}"
         "</label><input type=\"search\" id=\"q\" name=\"q\" value=\"{}\" autocomplete=\"off\" "
         "placeholder=\"{}\"><button type=\"submit\" "
         "class=\"primary\">{}</button></div>\n",
         html_text(say(p, "Search the datasets")), html_text(text),
         html_text(say(p, "Title, description, authors, fields")), html_text(say(p, "Search")));
    filters_chips(p, datasets->state, NULL, 0);
    HTML(&p->w,
         "<div class=\"search-columns\">\n<aside class=\"rail\" aria-label=\"{}\">"
         "\n<details class=\"rail-fold\"><summary>{}</summary>\n<div class=\"rail-body\">\n",
         html_text(say(p, "Filters")), html_text(say(p, "Filters")));
    filters_facets(p, datasets->state, datasets->facets, datasets->facet_count);
    HTML(&p->w,
         "<p class=\"without-script\"><button type=\"submit\">{}</button>"
         "</p>\n</div>\n</details>\n</aside>\n",
         html_text(say(p, "Apply filters")));
    write_results(p, datasets);
    html_put(&p->w, "</div>\n</form>\n</div>\n");
    filters_announcer(p);
}

status page_datasets(const struct datasets_page *datasets, struct arena *arena, struct buffer *out,
                     struct error *e)
{
    struct page p = {.arena = arena, .site = datasets->site};
    struct page_head head = {
        .title = say(&p, "Datasets"),
        .description = say(&p, "Collections, checklists and research datasets, with their "
                               "authors, licences and every version."),
        .canonical = datasets->state->count == 0 ? SV("/datasets") : (string_view){0},
        .noindex = datasets->state->count > 0,
        .section = "datasets",
    };
    page_begin(&p, datasets->site, arena, out, &head);
    write_form(&p, datasets);
    return page_end(&p, e);
}
