// SPDX-License-Identifier: Apache-2.0
// Parts of a whole as areas: treemap and sunburst, of up to three levels.
#include "api/pages/chart_internal.h"
#include "api/pages/chart_text.h"
#include "base/bidi.h"

#include <math.h>

#define TREEMAP_SHAPE 0.62 // height to width
#define HEAD          20.0 // of a box that holds others
#define TURN          6.283185307179586

// The items below `parent`, as a run of the list, and their counts.
static size_t children(const struct chart *chart, size_t parent, size_t *first)
{
    size_t count = 0;
    for (size_t i = 0; i < chart->item_count; i++) {
        if (chart->items[i].parent == parent) {
            *first = count == 0 ? i : *first;
            count++;
        }
    }
    return count;
}

static size_t top_of(const struct chart *chart, size_t item)
{
    while (chart->items[item].parent != CHART_NO_PARENT) {
        item = chart->items[item].parent;
    }
    return item;
}

static size_t depth_of(const struct chart *chart, size_t item)
{
    size_t depth = 0;
    while (chart->items[item].parent != CHART_NO_PARENT) {
        item = chart->items[item].parent;
        depth++;
    }
    return depth;
}

static enum chart_role tint(const struct chart *chart, size_t item)
{
    size_t top = top_of(chart, item);
    return chart->items[item].kind != CHART_VALUE || chart->items[top].kind != CHART_VALUE
               ? ROLE_MISSING
               : ROLE_TINT + (enum chart_role)(top % CHART_TINTS);
}

// "Insecta, Apidae: 1,204 records".
static string_view path_name(struct page *p, const struct chart *chart, size_t item)
{
    string_view label = bidi_isolate(p->arena, chart_label(p, &chart->items[item]));
    for (size_t at = chart->items[item].parent; at != CHART_NO_PARENT;
         at = chart->items[at].parent) {
        string_view above = chart_label(p, &chart->items[at]);
        label = arena_print(p->arena, SV_FORMAT ", " SV_FORMAT,
                            SV_ARGUMENT(bidi_isolate(p->arena, above)), SV_ARGUMENT(label));
    }
    return chart_item_name(p, label, chart->items[item].count);
}

// --- treemap ---------------------------------------------------------------------------------

static void draw_box(struct chart_picture *c, const struct chart *chart, size_t i,
                     struct chart_box box)
{
    const struct chart_item *item = &chart->items[i];
    pen_link_begin(c, item->address, path_name(c->page, chart, i));
    pen_box(c, tint(chart, i), box);
    if (box.height >= 16 && box.width >= 24) {
        string_view count = page_grouped(c->page, item->count);
        double counted = chart_text_width(count, CHART_TEXT_LOW) + 10;
        pen_fitted_text(c, ROLE_QUIET, ANCHOR_START, box.x + 4, box.y + 14,
                        chart_label(c->page, item), box.width - 8);
        if (box.height >= 32 && counted <= box.width) {
            pen_text(c, ROLE_QUIET, ANCHOR_START, box.x + 4, box.y + 29, count);
        }
    }
    pen_link_end(c, item->address);
}

// A box that holds others shows its name and count on one line.
static void draw_head(struct chart_picture *c, const struct chart *chart, size_t i,
                      struct chart_box box)
{
    const struct chart_item *item = &chart->items[i];
    string_view count = page_grouped(c->page, item->count);
    double counted = chart_text_width(count, CHART_TEXT_LOW) + 8;
    bool both = box.width > counted + 60;
    pen_link_begin(c, item->address, path_name(c->page, chart, i));
    pen_box(c, tint(chart, i), box);
    pen_fitted_text(c, ROLE_TEXT, ANCHOR_START, box.x + 5, box.y + 15, chart_label(c->page, item),
                    box.width - (both ? counted : 0) - 8);
    if (both) {
        pen_text(c, ROLE_QUIET, ANCHOR_END, box.x + box.width - 5, box.y + 15, count);
    }
    pen_link_end(c, item->address);
}

// Levels are few, so this goes at most three deep.
// NOLINTNEXTLINE(misc-no-recursion)
static void draw_level(struct chart_picture *c, const struct chart *chart, size_t parent,
                       struct chart_box room)
{
    size_t first = 0;
    size_t count = children(chart, parent, &first);
    struct chart_box *boxes = arena_array(c->page->arena, struct chart_box, count + 1);
    uint64_t *values = arena_array(c->page->arena, uint64_t, count + 1);
    if (boxes == NULL || values == NULL) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        values[i] = chart->items[first + i].count;
    }
    chart_treemap(values, count, room, boxes);
    for (size_t i = 0; i < count; i++) {
        size_t below = 0;
        struct chart_box box = boxes[i];
        if (box.width < 1 || box.height < 1) {
            continue;
        }
        if (children(chart, first + i, &below) == 0 || box.height < HEAD * 2 || box.width < 40) {
            draw_box(c, chart, first + i, box);
        } else {
            draw_head(c, chart, first + i, box);
            draw_level(
                c, chart, first + i,
                (struct chart_box){box.x + 2, box.y + HEAD, box.width - 4, box.height - HEAD - 2});
        }
    }
}

double chart_draw_treemap(struct chart_picture *c, const struct chart *chart)
{
    double height = c->width * TREEMAP_SHAPE;
    draw_level(c, chart, CHART_NO_PARENT, (struct chart_box){0.5, 0.5, c->width - 1, height - 1});
    return height;
}

// --- sunburst --------------------------------------------------------------------------------

struct sector {
    double from, to; // turns from the top, clockwise
};

static void point_at(double middle, double radius, double turn, double *x, double *y)
{
    *x = middle + radius * sin(turn * TURN);
    *y = middle - radius * cos(turn * TURN);
}

static string_view sector_path(struct arena *arena, double middle, double inner, double outer,
                               struct sector s)
{
    double x[4];
    double y[4];
    double to = MIN(s.to, s.from + 0.9999); // an arc of a whole turn would be none
    int large = to - s.from > 0.5;
    point_at(middle, outer, s.from, &x[0], &y[0]);
    point_at(middle, outer, to, &x[1], &y[1]);
    point_at(middle, inner, to, &x[2], &y[2]);
    point_at(middle, inner, s.from, &x[3], &y[3]);
    return arena_print(arena,
                       "M%.2f %.2fA%.1f %.1f 0 %d 1 %.2f %.2fL%.2f %.2fA%.1f %.1f 0 %d 0 %.2f "
                       "%.2fZ",
                       x[0], y[0], outer, outer, large, x[1], y[1], x[2], y[2], inner, inner, large,
                       x[3], y[3]);
}

// Along the middle of the sector, readable from below.
static void draw_sector_name(struct chart_picture *c, string_view label, double middle,
                             double inner, double outer, struct sector s)
{
    double at = (s.from + s.to) / 2;
    double radius = (inner + outer) / 2;
    if ((s.to - s.from) * TURN * inner < 14) {
        return;
    }
    double x = 0;
    double y = 0;
    double degrees = at * 360 - 90;
    degrees = at > 0.5 ? degrees + 180 : degrees;
    double shift = 4; // to the middle of the letters
    point_at(middle, radius, at, &x, &y);
    double turned = degrees / 360 * TURN;
    pen_turned_text(c, ROLE_QUIET, ANCHOR_MIDDLE, x - sin(turned) * shift, y + cos(turned) * shift,
                    degrees,
                    chart_text_fit(c->page->arena, label, CHART_TEXT_LOW, outer - inner - 6, NULL));
}

static double start_of(const struct chart *chart, const struct sector *sectors, size_t i)
{
    size_t parent = chart->items[i].parent;
    if (i > 0 && chart->items[i - 1].parent == parent) {
        return sectors[i - 1].to;
    }
    return parent == CHART_NO_PARENT ? 0 : sectors[parent].from;
}

static uint64_t top_sum(const struct chart *chart)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < chart->item_count; i++) {
        sum += chart->items[i].parent == CHART_NO_PARENT ? chart->items[i].count : 0;
    }
    return MAX(sum, (uint64_t)1);
}

double chart_draw_sunburst(struct chart_picture *c, const struct chart *chart)
{
    double size = MIN(c->width, 620);
    double middle = size / 2;
    double outermost = middle - 1;
    double ring = outermost / ((double)MAX(chart->field_count, (size_t)1) + 0.6);
    double hole = outermost - ring * (double)chart->field_count;
    struct sector *sectors = arena_array(c->page->arena, struct sector, chart->item_count + 1);
    uint64_t sum = top_sum(chart);
    for (size_t i = 0; sectors != NULL && i < chart->item_count; i++) {
        const struct chart_item *item = &chart->items[i];
        double from = start_of(chart, sectors, i);
        double end = item->parent == CHART_NO_PARENT ? 1 : sectors[item->parent].to;
        sectors[i] = (struct sector){from, MIN(from + (double)item->count / (double)sum, end)};
        double inner = hole + ring * (double)depth_of(chart, i);
        if ((sectors[i].to - from) * TURN * (inner + ring) < 0.4) {
            continue;
        }
        pen_link_begin(c, item->address, path_name(c->page, chart, i));
        pen_path(c, tint(chart, i),
                 sector_path(c->page->arena, middle, inner, inner + ring, sectors[i]));
        draw_sector_name(c, chart_label(c->page, item), middle, inner, inner + ring, sectors[i]);
        pen_link_end(c, item->address);
    }
    string_view total = page_grouped(c->page, sum);
    pen_fitted_text(c, ROLE_TEXT, ANCHOR_MIDDLE, middle, middle + 5, total, hole * 2);
    return size;
}
