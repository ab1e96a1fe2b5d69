// SPDX-License-Identifier: Apache-2.0
// Years by months, a cell each, darker where there are more records.
#include "api/pages/chart_internal.h"
#include "api/pages/chart_text.h"
#include "api/pages/language.h"

#define CELL_HEIGHT 17.0
#define TOP         18.0

string_view chart_month_name(struct page *p, size_t month)
{
    const string_view names[12] = {say(p, "January"), say(p, "February"), say(p, "March"),
                                   say(p, "April"),   say(p, "May"),      say(p, "June"),
                                   say(p, "July"),    say(p, "August"),   say(p, "September"),
                                   say(p, "October"), say(p, "November"), say(p, "December")};
    return names[month % 12];
}

static uint64_t greatest_cell(const struct chart *chart)
{
    uint64_t most = 0;
    for (size_t i = 0; i < chart->item_count * chart->series_count; i++) {
        most = MAX(most, chart->counts[i]);
    }
    return most;
}

static void draw_cell(struct chart_picture *c, const struct chart *chart, size_t year, size_t month,
                      uint64_t most, struct chart_box box)
{
    uint64_t count = chart->counts[year * chart->series_count + month];
    if (count == 0) {
        pen_box(c, ROLE_EMPTY, box);
        return;
    }
    string_view address = chart->addresses[year * chart->series_count + month];
    string_view label = arena_print(c->page->arena, SV_FORMAT " " SV_FORMAT,
                                    SV_ARGUMENT(chart_month_name(c->page, month)),
                                    SV_ARGUMENT(chart->items[year].label));
    pen_link_begin(c, address, chart_item_name(c->page, label, count));
    pen_box(c, ROLE_RAMP + (enum chart_role)chart_ramp_step(count, most, CHART_RAMP), box);
    pen_link_end(c, address);
}

static double draw_key(struct chart_picture *c, double y, uint64_t most)
{
    double x = 0;
    uint64_t before = 0;
    for (size_t i = 0; i < CHART_RAMP && most > 0; i++) {
        uint64_t least = chart_ramp_least(i, most, CHART_RAMP);
        if (least <= before || chart_ramp_step(least, most, CHART_RAMP) != i) {
            continue; // few records do not fill the ramp
        }
        before = least;
        string_view label =
            arena_print(c->page->arena, SV_FORMAT "+", SV_ARGUMENT(page_grouped(c->page, least)));
        pen_box(c, ROLE_RAMP + (enum chart_role)i, (struct chart_box){x, y, 12, 12});
        pen_text(c, ROLE_QUIET, ANCHOR_START, x + 16, y + 11, label);
        x += 16 + chart_text_width(label, CHART_TEXT_LOW) + 10;
    }
    return 18;
}

double chart_draw_calendar(struct chart_picture *c, const struct chart *chart)
{
    uint64_t most = greatest_cell(chart);
    double left = 8;
    for (size_t month = 0; month < chart->series_count; month++) {
        left = MAX(left, chart_text_width(chart_month_name(c->page, month), CHART_TEXT_LOW) + 8);
    }
    double step = (c->width - left) / (double)MAX(chart->item_count, (size_t)1);
    step = MIN(step, 34);
    double free_from = 0;
    for (size_t year = 0; year < chart->item_count; year++) {
        double x = left + step * (double)year;
        string_view label = chart->items[year].label;
        double width = chart_text_width(label, CHART_TEXT_LOW);
        if (x >= free_from && x + width <= c->width) {
            pen_text(c, ROLE_QUIET, ANCHOR_START, x, 12, label);
            free_from = x + width + 12;
        }
        for (size_t month = 0; month < chart->series_count; month++) {
            draw_cell(c, chart, year, month, most,
                      (struct chart_box){x, TOP + CELL_HEIGHT * (double)month, step - 1,
                                         CELL_HEIGHT - 1});
        }
    }
    for (size_t month = 0; month < chart->series_count; month++) {
        pen_fitted_text(c, ROLE_QUIET, ANCHOR_END, left - 6,
                        TOP + CELL_HEIGHT * ((double)month + 0.75),
                        chart_month_name(c->page, month), c->width / 4);
    }
    double height = TOP + CELL_HEIGHT * (double)chart->series_count + 10;
    return height + draw_key(c, height, most);
}
