// SPDX-License-Identifier: Apache-2.0
// The drawings that chart.c chooses from. Each draws from (0, 0) downwards within the picture's
// width and returns the height it took. Must not know: where the picture goes.
#pragma once

#include "api/pages/chart_pen.h"

double chart_draw_bars(struct chart_picture *c, const struct chart *chart);
double chart_draw_columns(struct chart_picture *c, const struct chart *chart);
double chart_draw_stacks(struct chart_picture *c, const struct chart *chart);
double chart_draw_treemap(struct chart_picture *c, const struct chart *chart);
double chart_draw_sunburst(struct chart_picture *c, const struct chart *chart);
double chart_draw_calendar(struct chart_picture *c, const struct chart *chart);

// "Insecta: 1,204 records". In the arena.
string_view chart_item_name(struct page *p, string_view label, uint64_t count);
// "1,204", "4.5 million".
string_view chart_short_count(struct page *p, double count);
// The name of a month, 0 to 11.
string_view chart_month_name(struct page *p, size_t month);
// The widest label, at most `most`.
double chart_widest_label(struct chart_picture *c, const struct chart_item *items, size_t count,
                          double size, double most);

// What is drawn before its height is known.
struct chart_body {
    struct buffer text;
    struct buffer *out; // where the page goes on
};
void chart_body_begin(struct page *p, struct chart_body *body);
// Turns back to the page and writes the <svg> with the body inside.
void chart_body_end(struct chart_picture *c, struct chart_body *body, string_view name);
// The lines below a picture that stands alone: source, address, version. Returns the height.
double chart_draw_source(struct chart_picture *c, double y, const struct chart_source *source);
