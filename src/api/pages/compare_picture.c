// SPDX-License-Identifier: Apache-2.0
// Points with whiskers: a line for each group, in it a point for each search.
#include "api/pages/chart_internal.h"
#include "api/pages/chart_text.h"
#include "api/pages/language.h"
#include "api/pages/messages.h"
#include "api/pages/view_compare.h"

#define WIDTH      860.0
#define NARROW     340.0 // of a phone: labels stand above their rows
#define LINE       18.0  // of one search in a row
#define PAD        13.0  // of a row
#define RADIUS     5.0
#define LABEL_MOST 0.3
#define TICKS      ((size_t)5)

static bool is_share(const struct view_compare *c)
{
    return c->measure == COMPARE_SHARE || c->measure == COMPARE_SPECIES;
}

static enum chart_role role_of(size_t search)
{
    return ROLE_SERIES + (enum chart_role)search;
}

// --- the axis --------------------------------------------------------------------------------

static void widen(const struct compare_row *row, size_t searches, double *least, double *most)
{
    for (size_t i = 0; i < searches; i++) {
        const struct compare_cell *cell = &row->cells[i];
        if (cell->has_value) {
            *least = MIN(*least, cell->has_interval ? cell->low : cell->value);
            *most = MAX(*most, cell->has_interval ? cell->high : cell->value);
        }
    }
}

// Shares from 0 to 1, counts from 0, means as they lie. The count of all together would leave no
// room for groups, so that it is not drawn beside them.
static struct chart_axis axis_of(const struct view_compare *c)
{
    double least = 0;
    double most = 0;
    for (size_t i = 0; i < c->row_count; i++) {
        widen(&c->rows[i], c->search_count, &least, &most);
    }
    if (c->row_count == 0 || c->measure == COMPARE_MEAN) {
        widen(&c->whole, c->search_count, &least, &most);
    }
    if (is_share(c)) {
        return (struct chart_axis){0, 1, 0.2, 5};
    }
    return c->measure == COMPARE_MEAN && least < 0
               ? chart_axis_between(least, most, TICKS)
               : chart_axis_from_zero(most, TICKS, c->measure != COMPARE_MEAN);
}

static string_view tick_text(struct page *p, const struct view_compare *c, double value)
{
    if (is_share(c)) {
        return arena_print(p->arena, "%.0f %%", value * 100);
    }
    return c->measure == COMPARE_MEAN ? arena_print(p->arena, "%.6g", value)
                                      : chart_short_count(p, value);
}

static bool is_narrow(const struct chart_picture *pic)
{
    return pic->width <= NARROW;
}

static double row_height(const struct chart_picture *pic, const struct view_compare *c)
{
    return PAD + LINE * (double)(c->search_count + (is_narrow(pic) ? 1 : 0));
}

struct plot {
    struct chart_axis axis;
    double left, right;
    double top, bottom;
};

static double place(const struct plot *plot, double value)
{
    return plot->left + chart_axis_place(&plot->axis, value, plot->right - plot->left);
}

static void draw_axis(struct chart_picture *pic, const struct view_compare *c,
                      const struct plot *plot)
{
    for (size_t i = 0; i <= plot->axis.steps; i++) {
        double value = plot->axis.low + plot->axis.step * (double)i;
        double x = place(plot, value);
        pen_line(pic, i == 0 ? ROLE_AXIS : ROLE_GRID, x, plot->top, x, plot->bottom);
        pen_text(pic, ROLE_QUIET, ANCHOR_MIDDLE, x, plot->bottom + 15,
                 tick_text(pic->page, c, value));
    }
}

// --- points ----------------------------------------------------------------------------------

static string_view value_and_base(struct page *p, const struct view_compare *c,
                                  const struct compare_cell *cell)
{
    string_view value = compare_value(p, c, cell);
    if (!cell->has_value) {
        return value;
    }
    string_view base = page_grouped(p, cell->base);
    return c->measure == COMPARE_SHARE     ? SAY_TEXT(p, "{} of {}", value, base)
           : c->measure == COMPARE_SPECIES ? SAY_TEXT(p, "{}, {} species", value, base)
                                           : value;
}

static string_view point_name(struct page *p, const struct view_compare *c,
                              const struct compare_row *row, size_t search)
{
    const struct compare_cell *cell = &row->cells[search];
    string_view name = arena_print(
        p->arena, SV_FORMAT " " SV_FORMAT ": " SV_FORMAT, SV_ARGUMENT(compare_letter(p, search)),
        SV_ARGUMENT(compare_row_label(p, row)), SV_ARGUMENT(value_and_base(p, c, cell)));
    return cell->has_interval
               ? SAY_TEXT(p, "{}, 95 % interval {}", name, compare_interval(p, c, cell))
               : name;
}

static void write_value(struct chart_picture *pic, const struct view_compare *c,
                        const struct plot *plot, const struct compare_cell *cell, double y)
{
    pen_fitted_text(pic, ROLE_QUIET, ANCHOR_START, plot->right + 10, y + 4,
                    value_and_base(pic->page, c, cell), pic->width - plot->right - 10);
}

static void draw_point(struct chart_picture *pic, const struct view_compare *c,
                       const struct plot *plot, const struct compare_row *row, size_t search,
                       double y)
{
    const struct compare_cell *cell = &row->cells[search];
    pen_link_begin(pic, cell->address, point_name(pic->page, c, row, search));
    if (cell->has_interval) {
        double low = place(plot, cell->low);
        double high = place(plot, cell->high);
        pen_line(pic, ROLE_WHISKER, low, y, high, y);
        pen_line(pic, ROLE_WHISKER, low, y - 4, low, y + 4);
        pen_line(pic, ROLE_WHISKER, high, y - 4, high, y + 4);
    }
    if (cell->has_value) {
        pen_circle(pic, role_of(search), place(plot, cell->value), y, RADIUS);
    }
    pen_link_end(pic, cell->address);
    write_value(pic, c, plot, cell, y);
}

static void write_label(struct chart_picture *pic, const struct compare_row *row,
                        const struct plot *plot, double y, double height)
{
    string_view label = compare_row_label(pic->page, row);
    if (is_narrow(pic)) {
        pen_fitted_text(pic, ROLE_TEXT, ANCHOR_START, 0, y + LINE, label, pic->width);
    } else {
        pen_fitted_text(pic, ROLE_TEXT, ANCHOR_END, plot->left - 12, y + height / 2 + 5, label,
                        pic->width * LABEL_MOST);
    }
}

static double draw_row(struct chart_picture *pic, const struct view_compare *c,
                       const struct plot *plot, const struct compare_row *row, bool drawn, double y)
{
    double height = row_height(pic, c);
    write_label(pic, row, plot, y, height);
    for (size_t i = 0; i < c->search_count; i++) {
        double at = y + height - PAD / 2 - LINE * ((double)(c->search_count - i) - 0.5);
        if (drawn) {
            draw_point(pic, c, plot, row, i, at);
        } else {
            write_value(pic, c, plot, &row->cells[i], at);
        }
    }
    pen_line(pic, ROLE_GRID, 0, y + height, pic->width, y + height);
    return y + height;
}

// The widest of a column of texts.
static void columns_of(struct chart_picture *pic, const struct view_compare *c, struct plot *plot)
{
    double labels = 0;
    double values = 0;
    for (size_t i = 0; i <= c->row_count; i++) {
        const struct compare_row *row = i == 0 ? &c->whole : &c->rows[i - 1];
        string_view label = chart_text_fit(pic->page->arena, compare_row_label(pic->page, row),
                                           CHART_TEXT, pic->width * LABEL_MOST, NULL);
        labels = MAX(labels, chart_text_width(label, CHART_TEXT));
        for (size_t k = 0; k < c->search_count; k++) {
            string_view value = value_and_base(pic->page, c, &row->cells[k]);
            values = MAX(values, chart_text_width(value, CHART_TEXT_LOW));
        }
    }
    plot->left = is_narrow(pic) ? 14 : MIN(labels, pic->width * LABEL_MOST) + 14;
    plot->right = pic->width - MIN(values, pic->width / 2) - 16;
}

static double draw_legend(struct chart_picture *pic, const struct view_compare *c, double y)
{
    for (size_t i = 0; i < c->search_count; i++) {
        string_view words = arena_print(pic->page->arena, SV_FORMAT ": " SV_FORMAT,
                                        SV_ARGUMENT(compare_letter(pic->page, i)),
                                        SV_ARGUMENT(c->searches[i].source.query));
        pen_circle(pic, role_of(i), 6, y + 9, RADIUS);
        pen_fitted_text(pic, ROLE_TEXT, ANCHOR_START, 18, y + 14, words, pic->width - 20);
        y += 22;
    }
    return y + 4;
}

static double draw_points(struct chart_picture *pic, const struct view_compare *c, double y)
{
    struct plot plot = {.axis = axis_of(c)};
    double height = row_height(pic, c);
    bool whole_fits = is_share(c) || c->measure == COMPARE_MEAN || c->row_count == 0;
    y = draw_legend(pic, c, y);
    columns_of(pic, c, &plot);
    plot.top = y;
    plot.bottom = y + height * (double)(c->row_count + 1);
    draw_axis(pic, c, &plot);
    y = draw_row(pic, c, &plot, &c->whole, whole_fits, y);
    for (size_t i = 0; i < c->row_count; i++) {
        y = draw_row(pic, c, &plot, &c->rows[i], true, y);
    }
    return y + 24;
}

static void draw_as_wide_as(struct page *p, const struct view_compare *c, double width,
                            const char *style)
{
    struct chart_body body;
    struct chart_picture pic = {.page = p, .width = width};
    HTML(&p->w, "<div class=\"{}\">\n", html_string(style));
    chart_body_begin(p, &body);
    pic.height = draw_points(&pic, c, 0);
    chart_body_end(&pic, &body, compare_title(p, c));
    html_put(&p->w, "</div>\n");
}

// Twice: the style sheet shows the one that the screen has room for.
void compare_draw(struct page *p, const struct view_compare *c)
{
    draw_as_wide_as(p, c, WIDTH, "chart-wide");
    draw_as_wide_as(p, c, NARROW, "chart-narrow");
}

static double draw_sources(struct chart_picture *pic, const struct view_compare *c, double y)
{
    struct page *p = pic->page;
    y += 10;
    pen_line(pic, ROLE_AXIS, 0, y, pic->width, y);
    for (size_t i = 0; i < c->search_count; i++) {
        const struct chart_source *s = &c->searches[i].source;
        char version[25];
        moment_to_text(s->version, version);
        string_view words = SAY_TEXT(
            p, "{}: {}; as of {}; query SHA-256 {}", compare_letter(p, i), s->query,
            s->version > MOMENT_BEGINNING ? sv_from(version) : say(p, "the beginning"), s->name);
        y += pen_paragraph(pic, ROLE_QUIET, CHART_TEXT_LOW, y, words);
    }
    y += pen_paragraph(pic, ROLE_QUIET, CHART_TEXT_LOW, y,
                       SAY_TEXT(p, "{}, {}", p->site->name, c->searches[0].source.address));
    if (p->site->demo) {
        y += pen_paragraph(pic, ROLE_QUIET, CHART_TEXT_LOW, y,
                           say(p, "A demonstration: these records are invented."));
    }
    return y + 6;
}

void compare_draw_alone(struct page *p, const struct view_compare *c)
{
    struct chart_body body;
    struct chart_picture pic = {.page = p, .alone = true, .width = WIDTH};
    string_view title = compare_title(p, c);
    chart_body_begin(p, &body);
    double y = pen_paragraph(&pic, ROLE_STRONG, 17, 0, title) + 14;
    if (c->trouble.length > 0) {
        y += pen_paragraph(&pic, ROLE_TEXT, CHART_TEXT, y, say_message(p, c->trouble));
    } else {
        y = draw_points(&pic, c, y);
        y += pen_paragraph(&pic, ROLE_QUIET, CHART_TEXT_LOW, y, compare_method(p, c));
    }
    pic.height = draw_sources(&pic, c, y);
    chart_body_end(&pic, &body, title);
}
