// SPDX-License-Identifier: Apache-2.0
// Draws the basemap in a window: tiles of 30 degrees named by row and column, or the small world
// where the window shows most of it.
#include "api/pages/map_window.h"

#include <math.h>
#include <stdio.h>

enum {
    TILE = 30,
    TILE_COLUMNS = 360 / TILE,
    TILE_ROWS = 180 / TILE,
};

#define WORLD_WIDTH 100.0 // degrees from which the small world does

string_view map_window_box(struct page *p, const struct map_window *window)
{
    int places = window->height < 5 ? 6 : 2;
    return arena_print(p->arena, "%.*f %.*f %.*f %.*f", places, window->left * window->stretch,
                       places, window->top, places, window->width * window->stretch, places,
                       window->height);
}

struct html_value map_number(struct page *p, double value)
{
    return html_text(arena_print(p->arena, "%.2f", value));
}

static string_view tile_asset(struct page *p, int row, int column)
{
    char name[40];
    snprintf(name, sizeof name, "basemap/%d-%d.svg", row, column);
    string_view address = page_asset(p, name);
    // Tiles without land are not built; they have no hashed name and need no request.
    if (sv_ends_with(address, sv_from(name))) {
        address = (string_view){0};
    }
    return address;
}

static void draw_tiles(struct page *p, const struct map_window *window, const char *part)
{
    int first_column = (int)floor(window->left / TILE);
    int last_column = (int)floor((window->left + window->width) / TILE);
    int first_row = (int)floor(window->top / TILE);
    int last_row = MIN((int)floor((window->top + window->height) / TILE), TILE_ROWS - 1);
    for (int row = first_row; row <= last_row; row++) {
        for (int column = first_column; column <= last_column; column++) {
            int around = column < 0 ? column + TILE_COLUMNS : column % TILE_COLUMNS;
            string_view address = tile_asset(p, row, around);
            if (address.length > 0) {
                HTML(&p->w, "<use href=\"{}#{}\" class=\"map-{}\" x=\"{}\"></use>",
                     html_text(address), html_string(part), html_string(part),
                     html_number((int64_t)(column - around) * TILE));
            }
        }
    }
}

static void draw_graticule(struct page *p, const struct map_window *window)
{
    struct buffer d;
    buffer_init(&d, 1 << 16);
    int step = window->height > 90.0 ? 30 : window->height > 30.0 ? 10 : 5;
    for (int x = (int)ceil(window->left / step) * step; x < window->left + window->width;
         x += step) {
        buffer_print(&d, "M%d %.2fv%.2f", x, window->top, window->height);
    }
    for (int y = (int)ceil(window->top / step) * step; y < window->top + window->height;
         y += step) {
        buffer_print(&d, "M%.2f %dh%.2f", window->left, y, window->width);
    }
    HTML(&p->w, "<path class=\"map-grid\" vector-effect=\"non-scaling-stroke\" d=\"{}\"/>",
         html_text(buffer_view(&d)));
    buffer_release(&d);
}

static void draw_world(struct page *p, const struct map_window *window)
{
    string_view address = page_asset(p, "basemap/world.svg");
    int first = (int)floor(window->left / 360);
    int last = (int)ceil((window->left + window->width) / 360) - 1;
    for (int turn = first; turn <= last; turn++) {
        HTML(&p->w, "<use href=\"{}#land\" class=\"map-land\" x=\"{}\"></use>", html_text(address),
             html_number((int64_t)turn * 360));
    }
}

void map_window_base(struct page *p, const struct map_window *window)
{
    if (window->width >= WORLD_WIDTH) {
        draw_world(p, window);
        draw_graticule(p, window);
        return;
    }
    draw_tiles(p, window, "land");
    draw_graticule(p, window);
    draw_tiles(p, window, "borders");
}
