// SPDX-License-Identifier: Apache-2.0
// The map as a picture without scripts: cells over the basemap, and what their colours mean.
#include "api/pages/language.h"
#include "api/pages/map_window.h"
#include "api/pages/view_map.h"

#include <math.h>

#define PATH_BYTES ((size_t)4 << 20)

size_t map_steps(uint64_t most, uint64_t least[MAP_STEPS])
{
    size_t count = 0;
    for (size_t i = 0; i < MAP_STEPS && most > 0; i++) {
        double exact = pow((double)most, (double)i / MAP_STEPS);
        // Rounding must not make 1 of 1.0000000000000002.
        uint64_t step = (uint64_t)ceil(exact - 1e-9);
        if (count == 0 || step > least[count - 1]) {
            least[count++] = step;
        }
    }
    return count;
}

static size_t step_of(uint64_t count, const uint64_t *least, size_t steps)
{
    size_t step = 0;
    while (step + 1 < steps && count >= least[step + 1]) {
        step++;
    }
    return step;
}

// The colours are seven; few steps are spread over them.
static int64_t colour_of(size_t step, size_t steps)
{
    return steps <= 1 ? 4 : (int64_t)(1 + step * (MAP_STEPS - 1) / (steps - 1));
}

static struct map_window window_of(const struct map_view *map)
{
    double stretch = map->width >= 180 ? 1 : fmax(cos(map->latitude * M_PI / 180), 0.05);
    double top = fmin(fmax(90 - map->latitude - map->height / 2, 0), 180 - map->height);
    return (struct map_window){.left = map->longitude + 180 - map->width / 2,
                               .top = top,
                               .width = map->width,
                               .height = map->height,
                               .stretch = stretch};
}

// Left edge of a cell on the plane, on the turn of the world that the window shows.
static double cell_left(const struct map_window *window, const struct map_cell *cell, double side)
{
    double left = cell->west + 180;
    while (left + side <= window->left) {
        left += 360;
    }
    while (left >= window->left + window->width) {
        left -= 360;
    }
    return left;
}

static void draw_square(struct buffer *d, double left, double top, double side)
{
    buffer_print(d, "M%.7g %.7gh%.7gv%.7gh-%.7gz", left, top, side, side, side);
}

static void draw_circle(struct buffer *d, double x, double y, double radius, double stretch)
{
    double across = radius / stretch;
    buffer_print(d, "M%.7g %.7ga%.5g %.5g 0 1 0 %.5g 0a%.5g %.5g 0 1 0 -%.5g 0z", x - across, y,
                 across, radius, 2 * across, across, radius, 2 * across);
}

// All cells of one step as one path.
static void draw_step(struct page *p, const struct map_view *map, const struct map_window *window,
                      const uint64_t *least, size_t steps, size_t step)
{
    double side = map->cell_degrees;
    struct buffer d;
    buffer_init(&d, PATH_BYTES);
    for (size_t i = 0; i < map->cell_count; i++) {
        const struct map_cell *cell = &map->cells[i];
        if (step_of(cell->count, least, steps) != step) {
            continue;
        }
        double left = cell_left(window, cell, side);
        double top = 90 - cell->south - side;
        if (map->mode == MAP_POINTS) {
            double radius = side * (0.15 + 0.35 * (double)(step + 1) / (double)steps);
            draw_circle(&d, left + side / 2, top + side / 2, radius * window->stretch,
                        window->stretch);
        } else {
            draw_square(&d, left, top, side);
        }
    }
    if (d.length > 0) {
        HTML(&p->w,
             "<path class=\"map-cells step-{}\" vector-effect=\"non-scaling-stroke\" "
             "d=\"{}\"/>",
             html_number(map->mode == MAP_POINTS ? 5 : colour_of(step, steps)),
             html_text(buffer_view(&d)));
    }
    buffer_release(&d);
}

static uint64_t most_of(const struct map_view *map)
{
    return map->cell_count == 0 ? 0 : map->cells[0].count;
}

void map_draw_cells(struct page *p, const struct map_view *map)
{
    struct map_window window = window_of(map);
    uint64_t least[MAP_STEPS];
    size_t steps = map_steps(most_of(map), least);
    for (size_t step = 0; step < steps; step++) {
        draw_step(p, map, &window, least, steps, step);
    }
}

void map_draw_picture(struct page *p, const struct map_view *map)
{
    struct html_writer *w = &p->w;
    struct map_window window = window_of(map);
    string_view label =
        say_count(p, map->inside, "Map of {} record, with a table of the same below",
                  "Map of {} records, with a table of the same below");
    HTML(w, "<svg class=\"map map-all\" viewBox=\"{}\" role=\"img\" aria-label=\"{}\">\n",
         html_text(map_window_box(p, &window)), html_text(label));
    HTML(w, "<g class=\"map-as-{}\" transform=\"scale({} 1)\">",
         html_string(map_mode_name(map->mode)),
         html_text(arena_print(p->arena, "%.4f", window.stretch)));
    map_window_base(p, &window);
    map_draw_cells(p, map);
    html_put(w, "</g>\n</svg>\n");
}

void map_draw_legend(struct page *p, const struct map_view *map)
{
    struct html_writer *w = &p->w;
    uint64_t least[MAP_STEPS];
    uint64_t most = most_of(map);
    size_t steps = map_steps(most, least);
    HTML(w,
         "<div class=\"map-legend\" data-map-legend><p id=\"map-legend-title\">{}</p>\n<ol "
         "aria-labelledby=\"map-legend-title\">\n",
         html_text(map->several_kinds ? say(p, "Records of all kinds in a cell")
                                      : say(p, "Records in a cell")));
    for (size_t i = 0; i < steps; i++) {
        uint64_t last = i + 1 < steps ? least[i + 1] - 1 : most;
        HTML(w, "<li><span class=\"map-swatch step-{}\" aria-hidden=\"true\"></span>",
             html_number(colour_of(i, steps)));
        if (last > least[i]) {
            SAY(p, "{} to {}", html_count(least[i]), html_count(last));
        } else {
            HTML(w, "{}", html_count(least[i]));
        }
        html_put(w, "</li>\n");
    }
    html_put(w, "</ol></div>\n");
}
