// SPDX-License-Identifier: Apache-2.0
// Locator maps over the basemap that web/basemap builds: x = longitude + 180, y = 90 - latitude, in
// degrees; tiles of 30 degrees named by row and column. The regional map is stretched by the cosine
// of the latitude so that shapes and the circle of uncertainty look as they are.

#include <math.h>
#include <stdio.h>

#include "api/pages/drawing.h"

enum {
    TILE = 30,
    TILE_COLUMNS = 360 / TILE,
    TILE_ROWS = 180 / TILE,
};

#define METRES_PER_DEGREE 111320.0

// The part of the plane that the regional map shows.
struct window {
    double left;    // may lie below 0 or past 360: the map goes round
    double top;     // 0..180
    double width;   // degrees of longitude
    double height;  // degrees of latitude
    double stretch; // horizontal factor: the cosine of the middle latitude
};

static struct window window_around(double x, double y, double uncertainty_metres)
{
    double height = 18.0;
    double reach = uncertainty_metres / METRES_PER_DEGREE;
    if (reach * 3.0 > height) {
        height = fmin(reach * 3.0, 120.0);
    }
    double top = fmin(fmax(y - height / 2.0, 0.0), 180.0 - height);
    double stretch = fmax(cos((90.0 - y) * M_PI / 180.0), 0.2);
    double width = fmin(height * 1.5 / stretch, 180.0);
    return (struct window){x - width / 2.0, top, width, height, stretch};
}

// "12.34" into the arena: attribute values of geometry.
static struct html_value number_of(struct page *p, double value)
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

static void draw_tiles(struct page *p, const struct window *window, const char *part)
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

static void draw_graticule(struct page *p, const struct window *window)
{
    struct buffer d;
    buffer_init(&d, 1 << 16);
    int step = window->height > 30.0 ? 10 : 5;
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

static void draw_region(struct page *p, const struct window *window, double x, double y,
                        double uncertainty_metres, string_view label)
{
    struct html_writer *w = &p->w;
    double px = x * window->stretch;
    string_view box = arena_print(p->arena, "%.2f %.2f %.2f %.2f", window->left * window->stretch,
                                  window->top, window->width * window->stretch, window->height);
    HTML(w, "<svg class=\"map map-region\" viewBox=\"{}\" role=\"img\" aria-label=\"{}\">",
         html_text(box), html_text(label));
    HTML(w, "<g transform=\"scale({} 1)\">",
         html_text(arena_print(p->arena, "%.4f", window->stretch)));
    draw_tiles(p, window, "land");
    draw_graticule(p, window);
    draw_tiles(p, window, "borders");
    html_put(w, "</g>");
    double radius = uncertainty_metres / METRES_PER_DEGREE;
    if (radius > window->height * 0.012) {
        HTML(w, "<circle class=\"map-uncertainty\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
             number_of(p, px), number_of(p, y), number_of(p, radius));
    }
    HTML(w, "<circle class=\"map-point\" cx=\"{}\" cy=\"{}\" r=\"{}\"/></svg>\n", number_of(p, px),
         number_of(p, y), number_of(p, window->height * 0.018));
}

static void begin_world(struct page *p)
{
    HTML(&p->w,
         "<svg class=\"map map-world\" viewBox=\"0 6 360 144\" aria-hidden=\"true\"><use "
         "class=\"map-land\" href=\"{}#land\"></use>",
         html_text(page_asset(p, "basemap/world.svg")));
}

// A box on the world map; the part that lies past the antimeridian is drawn on the other side.
static void world_box(struct page *p, double left, double top, double width, double height)
{
    double shifts[2] = {0.0, 0.0};
    size_t count = 1;
    if (left < 0.0) {
        shifts[count++] = 360.0;
    } else if (left + width > 360.0) {
        shifts[count++] = -360.0;
    }
    for (size_t i = 0; i < count; i++) {
        HTML(&p->w,
             "<rect class=\"map-window\" vector-effect=\"non-scaling-stroke\" x=\"{}\" "
             "y=\"{}\" width=\"{}\" height=\"{}\"/>",
             number_of(p, left + shifts[i]), number_of(p, top), number_of(p, fmax(width, 3.0)),
             number_of(p, fmax(height, 3.0)));
    }
}

static string_view coordinates_text(struct page *p, double latitude, double longitude)
{
    return arena_print(p->arena, "%.5g° %c, %.5g° %c", fabs(latitude), latitude < 0 ? 'S' : 'N',
                       fabs(longitude), longitude < 0 ? 'W' : 'E');
}

static string_view uncertainty_text(struct page *p, double metres)
{
    if (metres >= 10000.0) {
        return arena_print(p->arena, ", ± %.0f km", metres / 1000.0);
    }
    if (metres >= 1000.0) {
        return arena_print(p->arena, ", ± %.1f km", metres / 1000.0);
    }
    return metres > 0.0 ? arena_print(p->arena, ", ± %.0f m", metres) : (string_view){0};
}

void draw_locator(struct page *p, double latitude, double longitude, double uncertainty_metres)
{
    // Written so that a NaN is refused too.
    if (!(fabs(latitude) <= 90.0 && fabs(longitude) <= 180.0)) {
        return;
    }
    double metres = uncertainty_metres > 0.0 && uncertainty_metres < 2e7 ? uncertainty_metres : 0.0;
    double x = longitude + 180.0;
    double y = 90.0 - latitude;
    struct window window = window_around(x, y, metres);
    string_view coordinates = coordinates_text(p, latitude, longitude);
    string_view label =
        arena_print(p->arena, "Map of the surroundings of " SV_FORMAT, SV_ARGUMENT(coordinates));
    html_put(&p->w, "<figure class=\"locator\">\n");
    draw_region(p, &window, x, y, metres, label);
    begin_world(p);
    world_box(p, window.left, window.top, window.width, window.height);
    html_put(&p->w, "</svg>\n<figcaption>");
    HTML(&p->w, "<span class=\"code\">{}</span>{}", html_text(coordinates),
         html_text(uncertainty_text(p, metres)));
    html_put(&p->w, "</figcaption>\n</figure>\n");
}

void draw_extent(struct page *p, double west, double south, double east, double north)
{
    if (!(fabs(west) <= 180.0 && fabs(east) <= 180.0 && south >= -90.0 && north <= 90.0 &&
          south <= north)) {
        return;
    }
    double width = east >= west ? east - west : east - west + 360.0;
    html_put(&p->w, "<figure class=\"locator\">\n");
    begin_world(p);
    world_box(p, west + 180.0, 90.0 - north, width, north - south);
    HTML(&p->w,
         "</svg>\n<figcaption><span class=\"code\">{} to {}</span></figcaption>\n</figure>\n",
         html_text(coordinates_text(p, south, west)), html_text(coordinates_text(p, north, east)));
}
