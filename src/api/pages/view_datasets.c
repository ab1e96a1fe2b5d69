// SPDX-License-Identifier: Apache-2.0
// The search by datasets: what each gives, under which licence, and how it is cited.
#include "api/pages/view_datasets.h"

#include "api/pages/language.h"
#include "api/pages/views.h"

// "12.3 %", "< 0.1 %"
static string_view share_in_words(struct page *p, uint64_t part, uint64_t whole)
{
    double percent = whole == 0 ? 0 : (double)part * 100 / (double)whole;
    return percent < 0.1 ? SV("< 0.1 %") : arena_print(p->arena, "%.1f %%", percent);
}

static void write_licence(struct page *p, const struct share_row *row)
{
    html_put(&p->w, "<td>");
    if (row->licence.length == 0) {
        HTML(&p->w, "{}", html_text(say(p, "not stated")));
    } else if (row->licence_address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(row->licence_address),
             html_text(row->licence));
    } else {
        HTML(&p->w, "{}", html_text(page_start_of(p, row->licence)));
    }
    html_put(&p->w, "</td>");
}

static void write_row(struct page *p, const struct search_page *search, const struct share_row *row)
{
    HTML(&p->w,
         "<tr><th scope=\"row\"><a href=\"{}\">{}</a><p class=\"citation small\">{}</p></th>"
         "<td class=\"number\"><a href=\"{}\">{}</a><br><span class=\"small\">{}</span></td>"
         "<td class=\"share\">{}",
         html_text(row->address), html_text(page_start_of(p, row->title)),
         html_text(page_start_of(p, row->citation)), html_text(row->search_address),
         html_count(row->records), html_text(page_kind(p, row->kind, row->records)),
         html_text(share_in_words(p, row->records, search->total)));
    page_bar(p, row->records, search->total);
    html_put(&p->w, "</td>");
    write_licence(p, row);
    html_put(&p->w, "</tr>\n");
}

// All citations, a line each, for the clipboard.
static void write_actions(struct page *p, const struct view_datasets *v)
{
    html_put(&p->w, "<pre id=\"dataset-citations\" hidden>");
    for (size_t i = 0; i < v->row_count; i++) {
        HTML(&p->w, "{}\n", html_text(v->rows[i].citation));
    }
    html_put(&p->w, "</pre>\n<p class=\"view-actions\">");
    HTML(&p->w, "<a href=\"{}\" download>{}</a> ", html_text(v->csv_address),
         html_text(say(p, "This list as CSV")));
    page_copy_button(p, "dataset-citations",
                     language_text(p->site->language, "Copy the citations"));
    html_put(&p->w, "</p>\n");
}

static void write_range(struct page *p, const struct search_page *search,
                        const struct view_datasets *v)
{
    html_put(&p->w, "<p class=\"range\">");
    if (v->row_count == 1) {
        SAY(p, "All {} records are from one dataset", html_count(search->total));
    } else {
        SAY(p, "{} records from {} datasets", html_count(search->total), html_count(v->row_count));
    }
    html_put(&p->w, "</p>\n");
    if (search->matches.count > 1) { // rule C4
        html_put(&p->w, "<p class=\"small\">");
        SAY(p, "Shares are of records of all kinds: {}.",
            html_text(kinds_in_words(p, &search->matches)));
        html_put(&p->w, "</p>\n");
    }
}

void view_draw_datasets(struct page *p, const struct search_page *search)
{
    const struct view_datasets *v = search->shares;
    page_style(p, "shares.css");
    write_range(p, search, v);
    write_actions(p, v);
    HTML(&p->w,
         "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n"
         "<table class=\"records shares\">\n<thead><tr><th scope=\"col\">{}</th>"
         "<th scope=\"col\" class=\"number\">{}</th><th scope=\"col\">{}</th>"
         "<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
         html_text(say(p, "Datasets of these records")), html_text(say(p, "Dataset")),
         html_text(say(p, "Records")), html_text(say(p, "Share")), html_text(say(p, "Licence")));
    for (size_t i = 0; i < v->row_count; i++) {
        write_row(p, search, &v->rows[i]);
    }
    html_put(&p->w, "</tbody>\n</table>\n</div>\n");
}
