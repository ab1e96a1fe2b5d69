// SPDX-License-Identifier: Apache-2.0
// A comparison's numbers as a table and as CSV: a line for each group and search.
#include "api/pages/chart_internal.h"
#include "api/pages/language.h"
#include "api/pages/terms.h"
#include "api/pages/view_compare.h"

// Shares and means have columns of their own; counts and distinct values are one number.
static bool has_terms(const struct view_compare *c)
{
    return c->measure == COMPARE_SHARE;
}

static bool has_intervals(const struct view_compare *c)
{
    return c->measure == COMPARE_SHARE || c->measure == COMPARE_SPECIES;
}

// The terms that the share is of come first, those beside it behind them.
static size_t term_at(const struct view_compare *c, size_t place)
{
    for (size_t round = 0; round < 2; round++) {
        for (size_t i = 0; i < c->term_count; i++) {
            bool of = (c->base_terms >> i & 1) != 0;
            if (of == (round == 0) && place-- == 0) {
                return i;
            }
        }
    }
    return 0;
}

static string_view measure_head(struct page *p, const struct view_compare *c)
{
    switch (c->measure) {
    case COMPARE_SHARE:
        return SAY_TEXT(p, "Share of {}", c->term);
    case COMPARE_SPECIES:
        return say(p, "Mean of species' shares");
    case COMPARE_DISTINCT:
        return SAY_TEXT(p, "Different values: {}", term_words(p, c->of));
    case COMPARE_MEAN:
        return SAY_TEXT(p, "Mean: {}", term_words(p, c->of));
    default:
        return say(p, "Records");
    }
}

static void write_heads(struct page *p, const struct view_compare *c)
{
    struct html_writer *w = &p->w;
    HTML(w, "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>",
         html_text(c->by.length > 0 ? term_words(p, c->by) : say(p, "Group")),
         html_text(say(p, "Search")));
    if (c->measure != COMPARE_COUNT) {
        HTML(w, "<th scope=\"col\" class=\"number\">{}</th>", html_text(measure_head(p, c)));
    }
    if (has_intervals(c)) {
        HTML(w, "<th scope=\"col\" class=\"number\">{}</th>", html_text(say(p, "95 % interval")));
    }
    if (c->measure == COMPARE_SPECIES) {
        HTML(w, "<th scope=\"col\" class=\"number\">{}</th>", html_text(say(p, "Species")));
    }
    for (size_t i = 0; has_terms(c) && i < c->term_count; i++) {
        HTML(w, "<th scope=\"col\" class=\"number\">{}</th>", html_text(c->terms[term_at(c, i)]));
    }
    HTML(w, "<th scope=\"col\" class=\"number\">{}</th></tr></thead>\n<tbody>\n",
         html_text(say(p, "Records")));
}

static void write_line(struct page *p, const struct view_compare *c, const struct compare_row *row,
                       size_t search)
{
    struct html_writer *w = &p->w;
    const struct compare_cell *cell = &row->cells[search];
    HTML(w, "<tr><th scope=\"row\">{}</th><td>{}</td>",
         html_text(page_start_of(p, compare_row_label(p, row))),
         html_text(compare_letter(p, search)));
    if (c->measure != COMPARE_COUNT) {
        HTML(w, "<td class=\"number\">{}</td>", html_text(compare_value(p, c, cell)));
    }
    if (has_intervals(c)) {
        HTML(w, "<td class=\"number\">{}</td>", html_text(compare_interval(p, c, cell)));
    }
    if (c->measure == COMPARE_SPECIES) {
        HTML(w, "<td class=\"number\">{}</td>", html_count(cell->base));
    }
    for (size_t i = 0; has_terms(c) && i < c->term_count; i++) {
        HTML(w, "<td class=\"number\">{}</td>",
             html_count(cell->terms == NULL ? 0 : cell->terms[term_at(c, i)]));
    }
    if (cell->address.length > 0 && cell->count > 0) {
        HTML(w, "<td class=\"number\"><a href=\"{}\">{}</a></td></tr>\n", html_text(cell->address),
             html_count(cell->count));
    } else {
        HTML(w, "<td class=\"number\">{}</td></tr>\n", html_count(cell->count));
    }
}

void compare_table(struct page *p, const struct view_compare *c)
{
    HTML(&p->w,
         "<details class=\"chart-table\" open><summary>{}</summary>\n"
         "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n<table>\n",
         html_text(say(p, "The same as a table")), html_text(compare_title(p, c)));
    write_heads(p, c);
    for (size_t i = 0; i <= c->row_count; i++) {
        for (size_t k = 0; k < c->search_count; k++) {
            write_line(p, c, i == 0 ? &c->whole : &c->rows[i - 1], k);
        }
    }
    html_put(&p->w, "</tbody></table></div></details>\n");
}

// --- CSV -------------------------------------------------------------------------------------

static string_view digits(struct page *p, uint64_t number)
{
    return arena_print(p->arena, "%llu", (unsigned long long)number);
}

static string_view exact(struct page *p, bool has, double number)
{
    return has ? arena_print(p->arena, "%.17g", number) : SV("");
}

static void csv_heads(const struct view_compare *c, struct buffer *out)
{
    static const char *const names[COMPARE_MEASURES] = {
        [COMPARE_COUNT] = "count",       [COMPARE_SHARE] = "share", [COMPARE_SPECIES] = "meanShare",
        [COMPARE_DISTINCT] = "distinct", [COMPARE_MEAN] = "mean",
    };
    chart_csv_value(out, SV("search"), true);
    chart_csv_value(out, c->by.length > 0 ? c->by : SV("group"), false);
    chart_csv_value(out, SV("kind"), false);
    chart_csv_value(out, sv_from(names[c->measure]), false);
    if (has_intervals(c)) {
        buffer_append_view(out, SV(",low95,high95"));
    }
    if (c->measure == COMPARE_SPECIES) {
        buffer_append_view(out, SV(",species"));
    }
    for (size_t i = 0; has_terms(c) && i < c->term_count; i++) {
        chart_csv_value(out, c->terms[term_at(c, i)], false);
    }
    buffer_append_view(out, SV(",records"));
    chart_csv_source_names(out);
}

static void csv_line(struct page *p, const struct view_compare *c, const struct compare_row *row,
                     bool whole, size_t search, struct buffer *out)
{
    static const char *const kinds[] = {"value", "missing", "other"};
    const struct compare_cell *cell = &row->cells[search];
    chart_csv_value(out, compare_letter(p, search), true);
    chart_csv_value(out, whole || row->kind != CHART_VALUE ? SV("") : row->label, false);
    chart_csv_value(out, whole ? SV("all") : sv_from(kinds[row->kind]), false);
    chart_csv_value(out,
                    c->measure == COMPARE_COUNT ? digits(p, cell->count)
                                                : exact(p, cell->has_value, cell->value),
                    false);
    if (has_intervals(c)) {
        chart_csv_value(out, exact(p, cell->has_interval, cell->low), false);
        chart_csv_value(out, exact(p, cell->has_interval, cell->high), false);
    }
    if (c->measure == COMPARE_SPECIES) {
        chart_csv_value(out, digits(p, cell->base), false);
    }
    for (size_t i = 0; has_terms(c) && i < c->term_count; i++) {
        chart_csv_value(out, digits(p, cell->terms == NULL ? 0 : cell->terms[term_at(c, i)]),
                        false);
    }
    chart_csv_value(out, digits(p, cell->count), false);
    chart_csv_source(p, &c->searches[search].source, out);
}

void compare_csv(struct page *p, const struct view_compare *c, struct buffer *out)
{
    csv_heads(c, out);
    for (size_t i = 0; i <= c->row_count; i++) {
        for (size_t k = 0; k < c->search_count; k++) {
            csv_line(p, c, i == 0 ? &c->whole : &c->rows[i - 1], i == 0, k, out);
        }
    }
}
