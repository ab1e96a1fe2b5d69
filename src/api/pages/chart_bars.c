// SPDX-License-Identifier: Apache-2.0
// Bars side by side: lying for values, standing for bins, stacked for shares.
#include "api/pages/chart_internal.h"
#include "api/pages/chart_text.h"
#include "api/pages/language.h"
#include "base/bidi.h"

#define ROW        31.0 // high enough for a finger where the picture is shown smaller
#define BAR        20.0
#define GAP        8.0
#define PLOT       170.0 // height of standing bars
#define LABEL_MOST 0.42  // of the width

double chart_widest_label(struct chart_picture *c, const struct chart_item *items, size_t count,
                          double size, double most)
{
    double widest = 0;
    for (size_t i = 0; i < count; i++) {
        string_view label =
            chart_text_fit(c->page->arena, chart_label(c->page, &items[i]), size, most, NULL);
        widest = MAX(widest, chart_text_width(label, size));
    }
    return MIN(widest, most);
}

static uint64_t greatest(const struct chart *chart)
{
    uint64_t most = 1;
    for (size_t i = 0; i < chart->item_count; i++) {
        most = MAX(most, chart->items[i].count);
    }
    return most;
}

double chart_draw_bars(struct chart_picture *c, const struct chart *chart)
{
    uint64_t most = greatest(chart);
    double labels =
        chart_widest_label(c, chart->items, chart->item_count, CHART_TEXT, c->width * LABEL_MOST);
    double counts = chart_text_width(page_grouped(c->page, most), CHART_TEXT) + GAP;
    double room = c->width - labels - GAP - counts;
    for (size_t i = 0; i < chart->item_count; i++) {
        const struct chart_item *item = &chart->items[i];
        double y = (double)i * ROW;
        string_view label = chart_label(c->page, item);
        double length = MAX((double)item->count / (double)most * room, item->count > 0 ? 1 : 0);
        pen_link_begin(c, item->address, chart_item_name(c->page, label, item->count));
        if (!c->alone) { // what can be clicked is the whole row
            pen_box(c, ROLE_ROW, (struct chart_box){1, y + 1, c->width - 2, ROW - 3});
        }
        pen_fitted_text(c, ROLE_TEXT, ANCHOR_END, labels, y + ROW / 2 + 5, label,
                        c->width * LABEL_MOST);
        pen_box(c, item->kind == CHART_VALUE ? ROLE_BAR : ROLE_MISSING,
                (struct chart_box){labels + GAP, y + (ROW - BAR) / 2, length, BAR});
        pen_text(c, ROLE_TEXT, ANCHOR_START, labels + GAP + length + 6, y + ROW / 2 + 5,
                 page_grouped(c->page, item->count));
        pen_link_end(c, item->address);
    }
    return (double)chart->item_count * ROW;
}

// --- standing --------------------------------------------------------------------------------

static void draw_ticks(struct chart_picture *c, const struct chart_axis *axis, double left)
{
    for (size_t i = 0; i <= axis->steps; i++) {
        double value = axis->low + axis->step * (double)i;
        double y = 14 + PLOT - chart_axis_place(axis, value, PLOT);
        pen_line(c, i == 0 ? ROLE_AXIS : ROLE_GRID, left, y, c->width, y);
        pen_text(c, ROLE_QUIET, ANCHOR_END, left - 6, y + 4, chart_short_count(c->page, value));
    }
}

static double ticks_width(struct chart_picture *c, const struct chart_axis *axis)
{
    double width = 0;
    for (size_t i = 0; i <= axis->steps; i++) {
        string_view text = chart_short_count(c->page, axis->low + axis->step * (double)i);
        width = MAX(width, chart_text_width(text, CHART_TEXT_LOW));
    }
    return width + 8;
}

// Below as many bins as have room for their names; the first always has its own.
static void draw_bin_names(struct chart_picture *c, const struct chart *chart, double left,
                           double step)
{
    double free_from = left - step;
    for (size_t i = 0; i < chart->item_count; i++) {
        string_view label = chart_text_fit(c->page->arena, chart->items[i].label, CHART_TEXT_LOW,
                                           c->width / 3, NULL);
        double width = chart_text_width(label, CHART_TEXT_LOW);
        double middle = left + step * ((double)i + 0.5);
        double start = MIN(MAX(middle - width / 2, left), c->width - width);
        if (start >= free_from) {
            pen_text(c, ROLE_QUIET, ANCHOR_START, start, 14 + PLOT + 16, label);
            free_from = start + width + 14;
        }
    }
}

double chart_draw_columns(struct chart_picture *c, const struct chart *chart)
{
    struct chart_axis axis = chart_axis_from_zero((double)greatest(chart), 4, true);
    double left = ticks_width(c, &axis);
    double step = (c->width - left) / (double)MAX(chart->item_count, (size_t)1);
    draw_ticks(c, &axis, left);
    for (size_t i = 0; i < chart->item_count; i++) {
        const struct chart_item *item = &chart->items[i];
        double height = chart_axis_place(&axis, (double)item->count, PLOT);
        double x = left + step * (double)i;
        if (item->count == 0) {
            continue;
        }
        height = MAX(height, 1);
        pen_link_begin(c, item->address,
                       chart_item_name(c->page, chart_label(c->page, item), item->count));
        pen_box(c, ROLE_BAR,
                (struct chart_box){x + step * 0.08, 14 + PLOT - height, step * 0.84, height});
        pen_link_end(c, item->address);
    }
    draw_bin_names(c, chart, left, step);
    return 14 + PLOT + 24;
}

// --- stacked ---------------------------------------------------------------------------------

static enum chart_role series_role(const struct chart_item *series, size_t i)
{
    return series->kind == CHART_VALUE     ? ROLE_SERIES + (enum chart_role)(i % CHART_SERIES)
           : series->kind == CHART_MISSING ? ROLE_EMPTY
                                           : ROLE_MISSING;
}

// Of values that overlap (records with several) the whole is their sum.
static uint64_t row_sum(const struct chart *chart, size_t row)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < chart->series_count; i++) {
        sum += chart->counts[row * chart->series_count + i];
    }
    return sum;
}

static void draw_segments(struct chart_picture *c, const struct chart *chart, size_t row,
                          struct chart_box room)
{
    uint64_t sum = MAX(row_sum(chart, row), (uint64_t)1);
    double x = room.x;
    string_view of = chart_label(c->page, &chart->items[row]);
    for (size_t i = 0; i < chart->series_count; i++) {
        uint64_t count = chart->counts[row * chart->series_count + i];
        double width = (double)count / (double)sum * room.width;
        if (count == 0) {
            continue;
        }
        string_view label = chart_label(c->page, &chart->series[i]);
        string_view both = arena_print(c->page->arena, SV_FORMAT ", " SV_FORMAT,
                                       SV_ARGUMENT(bidi_isolate(c->page->arena, of)),
                                       SV_ARGUMENT(bidi_isolate(c->page->arena, label)));
        string_view name = arena_print(c->page->arena, SV_FORMAT " (%.1f %%)",
                                       SV_ARGUMENT(chart_item_name(c->page, both, count)),
                                       (double)count / (double)sum * 100);
        string_view address = chart->addresses[row * chart->series_count + i];
        pen_link_begin(c, address, name);
        pen_box(c, series_role(&chart->series[i], i),
                (struct chart_box){x, room.y, width, room.height});
        pen_link_end(c, address);
        x += width;
    }
}

double chart_draw_stacks(struct chart_picture *c, const struct chart *chart)
{
    enum chart_role *of = arena_array(c->page->arena, enum chart_role, chart->series_count + 1);
    for (size_t i = 0; of != NULL && i < chart->series_count; i++) {
        of[i] = series_role(&chart->series[i], i);
    }
    double y = of == NULL ? 0 : pen_legend(c, 0, chart->series, of, chart->series_count);
    double labels =
        chart_widest_label(c, chart->items, chart->item_count, CHART_TEXT, c->width * LABEL_MOST);
    double counts = chart_text_width(page_grouped(c->page, greatest(chart)), CHART_TEXT_LOW) + GAP;
    for (size_t i = 0; i < chart->item_count; i++) {
        const struct chart_item *item = &chart->items[i];
        double width = c->width - labels - GAP - counts;
        pen_fitted_text(c, ROLE_TEXT, ANCHOR_END, labels, y + ROW / 2 + 5,
                        chart_label(c->page, item), c->width * LABEL_MOST);
        draw_segments(c, chart, i,
                      (struct chart_box){labels + GAP, y + (ROW - BAR) / 2 - 2, width, BAR + 4});
        pen_text(c, ROLE_QUIET, ANCHOR_END, c->width, y + ROW / 2 + 5,
                 page_grouped(c->page, item->count));
        y += ROW;
    }
    return y;
}
