// SPDX-License-Identifier: Apache-2.0
// The chart of geological time: eon to age as nested lists in the international colours
// (web/src/views/geological.css), each interval a link that chooses it. Epochs and ages are folded.
#include "api/pages/language.h"
#include "api/pages/rail.h"
#include "api/pages/terms.h"

// "upper-cretaceous", as the style sheet's classes are called.
static string_view slug(struct page *p, string_view name)
{
    char *bytes = arena_alloc_array(p->arena, name.length + 1, 1);
    if (bytes == NULL) {
        return SV("");
    }
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        bool upper = c >= 'A' && c <= 'Z';
        bool plain = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        bytes[i] = (char)(upper ? c + ('a' - 'A') : plain ? c : '-');
    }
    return (string_view){bytes, name.length};
}

static bool is_fine(const struct time_row *row)
{
    return sv_equal(row->rank, SV("epoch")) || sv_equal(row->rank, SV("age"));
}

static string_view rank_in_words(const struct page *p, string_view rank)
{
    static const char *const ranks[] = {"super-eon",  "eon",   "era", "period",
                                        "sub-period", "epoch", "age"};
    for (size_t i = 0; i < ARRAY_LENGTH(ranks); i++) {
        if (sv_equal(rank, sv_from(ranks[i]))) {
            return say(p, ranks[i]);
        }
    }
    return rank;
}

static void draw_link(struct page *p, const struct time_row *row)
{
    string_view span = arena_print(p->arena, "%.10g–%.10g", row->start, row->end);
    HTML(&p->w, "<a class=\"time-link\" href=\"{}\" title=\"{}, {} {}\"", html_text(row->address),
         html_text(rank_in_words(p, row->rank)), html_text(span),
         html_text(say(p, "million years ago")));
    if (row->chosen) {
        html_put(&p->w, " aria-current=\"true\"");
    }
    HTML(&p->w, "><span class=\"facet-label\">{}</span> <span class=\"row-count\">{}</span></a>",
         html_text(say_interval(p, row->name)), html_count(row->count));
}

// Whether any row behind `at` that lies within it is chosen.
static bool holds_chosen(const struct time_panel *time, size_t at)
{
    for (size_t i = at + 1; i < time->row_count && time->rows[i].depth > time->rows[at].depth;
         i++) {
        if (time->rows[i].chosen) {
            return true;
        }
    }
    return false;
}

static void draw_row(struct page *p, const struct time_panel *time, size_t at, bool folds)
{
    const struct time_row *row = &time->rows[at];
    HTML(&p->w, "<li class=\"time-unit time-{}\">", html_text(slug(p, row->name)));
    draw_link(p, row);
    if (folds) {
        html_put(&p->w, "<details");
        if (holds_chosen(time, at)) {
            html_put(&p->w, " open");
        }
        html_put(&p->w, "><summary>");
        HTML(&p->w, "<span class=\"hidden\">{} {}</span></summary>", html_text(say(p, "Parts of")),
             html_text(say_interval(p, row->name)));
    }
}

#define DEPTH_MOST 16

// Rows come parents first; `open` remembers which lists are folded.
static void draw_rows(struct page *p, const struct time_panel *time)
{
    bool folded[DEPTH_MOST] = {false};
    size_t base[DEPTH_MOST] = {0}; // depth of the row that opened each list
    size_t lists = 1;
    html_put(&p->w, "<ul class=\"time-chart\">\n");
    for (size_t i = 0; i < time->row_count; i++) {
        const struct time_row *row = &time->rows[i];
        bool parent =
            i + 1 < time->row_count && time->rows[i + 1].depth > row->depth && lists < DEPTH_MOST;
        bool folds = parent && is_fine(&time->rows[i + 1]);
        draw_row(p, time, i, folds);
        if (parent) {
            base[lists] = row->depth;
            folded[lists] = folds;
            lists++;
            html_put(&p->w, "<ul>\n");
            continue;
        }
        html_put(&p->w, "</li>\n");
        size_t next = i + 1 < time->row_count ? time->rows[i + 1].depth : 0;
        while (lists > 1 && (i + 1 == time->row_count || next <= base[lists - 1])) {
            lists--;
            html_put(&p->w, "</ul>");
            if (folded[lists]) {
                html_put(&p->w, "</details>");
            }
            html_put(&p->w, "</li>\n");
        }
    }
    html_put(&p->w, "</ul>\n");
}

static void draw_unknown(struct page *p, const struct time_panel *time)
{
    if (time->unknown_count == 0) {
        return;
    }
    HTML(&p->w, "<details><summary>{}</summary>\n<ul class=\"taxon-children\">\n",
         html_text(say(p, "Names that the chart does not know")));
    for (size_t i = 0; i < time->unknown_count; i++) {
        const struct time_unknown *unknown = &time->unknown[i];
        HTML(&p->w,
             "<li><a href=\"{}\"><span class=\"facet-label\">{}</span> <span "
             "class=\"row-count\">{}</span></a></li>\n",
             html_text(unknown->address), html_text(unknown->name), html_count(unknown->count));
    }
    html_put(&p->w, "</ul>\n");
    if (time->unknown_other > 0) {
        html_put(&p->w, "<p class=\"facet-rest\">");
        SAY(p, "and {} more names", html_count(time->unknown_other));
        html_put(&p->w, "</p>\n");
    }
    html_put(&p->w, "</details>\n");
}

void rail_draw_time(struct page *p, const struct time_panel *time)
{
    page_style(p, "geological.css");
    HTML(&p->w,
         "<nav class=\"facet time\" id=\"geological-time\" aria-labelledby=\"time-title\">\n<p "
         "class=\"facet-title\" id=\"time-title\">{}</p>\n",
         html_text(say(p, "Geological time")));
    draw_rows(p, time);
    html_put(&p->w, "<p class=\"facet-rest\">");
    SAY(p, "records with a time {}", html_count(time->dated));
    HTML(&p->w, " · {}</p>\n", html_string(time->chart));
    draw_unknown(p, time);
    html_put(&p->w, "</nav>\n");
}
