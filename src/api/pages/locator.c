// SPDX-License-Identifier: Apache-2.0
// Locator maps over the basemap that web/basemap builds: x = longitude + 180, y = 90 - latitude, in
// degrees; tiles of 30 degrees named by row and column. The regional map is stretched by the cosine
// of the latitude so that shapes and the circle of uncertainty look as they are.

#include <math.h>

#include "api/pages/drawing.h"
#include "api/pages/language.h"
#include "api/pages/map_window.h"
#include "api/pages/view_map.h"

#define METRES_PER_DEGREE 111320.0

static struct map_window window_around(double x, double y, double uncertainty_metres)
{
    double height = 18.0;
    double reach = uncertainty_metres / METRES_PER_DEGREE;
    if (reach * 3.0 > height) {
        height = fmin(reach * 3.0, 120.0);
    }
    double top = fmin(fmax(y - height / 2.0, 0.0), 180.0 - height);
    double stretch = fmax(cos((90.0 - y) * M_PI / 180.0), 0.2);
    double width = fmin(height * 1.5 / stretch, 180.0);
    return (struct map_window){x - width / 2.0, top, width, height, stretch};
}

// A circle that the point would cover is told, not drawn.
static bool shows_circle(const struct map_window *window, double uncertainty_metres)
{
    return uncertainty_metres / METRES_PER_DEGREE > window->height * 0.012;
}

static void draw_region(struct page *p, const struct map_window *window, double x, double y,
                        double uncertainty_metres, string_view label)
{
    struct html_writer *w = &p->w;
    double px = x * window->stretch;
    string_view box = map_window_box(p, window);
    HTML(w, "<svg class=\"map map-region\" viewBox=\"{}\" role=\"img\" aria-label=\"{}\">",
         html_text(box), html_text(label));
    HTML(w, "<g transform=\"scale({} 1)\">",
         html_text(arena_print(p->arena, "%.4f", window->stretch)));
    map_window_base(p, window);
    html_put(w, "</g>");
    double radius = uncertainty_metres / METRES_PER_DEGREE;
    if (shows_circle(window, uncertainty_metres)) {
        HTML(w, "<circle class=\"map-uncertainty\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
             map_number(p, px), map_number(p, y), map_number(p, radius));
    }
    HTML(w, "<circle class=\"map-point\" cx=\"{}\" cy=\"{}\" r=\"{}\"/></svg>\n", map_number(p, px),
         map_number(p, y), map_number(p, window->height * 0.018));
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
             map_number(p, left + shifts[i]), map_number(p, top), map_number(p, fmax(width, 3.0)),
             map_number(p, fmax(height, 3.0)));
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
    struct map_window window = window_around(x, y, metres);
    string_view coordinates = coordinates_text(p, latitude, longitude);
    string_view label = SAY_TEXT(p, "Map of the surroundings of {}", coordinates);
    html_put(&p->w, "<figure class=\"locator\">\n");
    draw_region(p, &window, x, y, metres, label);
    begin_world(p);
    world_box(p, window.left, window.top, window.width, window.height);
    html_put(&p->w, "</svg>\n<figcaption>");
    HTML(&p->w, "<span class=\"code\">{}</span>{}", html_text(coordinates),
         html_text(uncertainty_text(p, metres)));
    if (metres > 0.0 && !shows_circle(&window, metres)) {
        HTML(&p->w, " <span class=\"small\">{}</span>",
             html_text(say(p, "The circle of uncertainty is smaller than the point.")));
    }
    html_put(&p->w, "</figcaption>\n</figure>\n");
}

static bool is_extent(double west, double south, double east, double north)
{
    return fabs(west) <= 180.0 && fabs(east) <= 180.0 && south >= -90.0 && north <= 90.0 &&
           south <= north;
}

static void extent_box(struct page *p, double west, double south, double east, double north)
{
    double width = east >= west ? east - west : east - west + 360.0;
    world_box(p, west + 180.0, 90.0 - north, width, north - south);
}

static void extent_text(struct page *p, double west, double south, double east, double north)
{
    html_put(&p->w, "<span class=\"code\">");
    SAY(p, "{} to {}", html_text(coordinates_text(p, south, west)),
        html_text(coordinates_text(p, north, east)));
    html_put(&p->w, "</span>");
}

void draw_extent(struct page *p, double west, double south, double east, double north)
{
    if (!is_extent(west, south, east, north)) {
        return;
    }
    html_put(&p->w, "<figure class=\"locator\">\n");
    begin_world(p);
    extent_box(p, west, south, east, north);
    html_put(&p->w, "</svg>\n<figcaption>");
    extent_text(p, west, south, east, north);
    html_put(&p->w, "</figcaption>\n</figure>\n");
}

void draw_coverage(struct page *p, const struct coverage *coverage, const double *extent)
{
    struct html_writer *w = &p->w;
    bool boxed = extent != NULL && is_extent(extent[0], extent[1], extent[2], extent[3]);
    page_style(p, "map.css");
    HTML(w, "<figure class=\"locator\">\n<a class=\"coverage\" href=\"{}\" aria-label=\"{}\">",
         html_text(coverage->map_address), html_text(say(p, "Its records on a map")));
    begin_world(p);
    map_draw_cells(p, coverage->map);
    if (boxed) {
        extent_box(p, extent[0], extent[1], extent[2], extent[3]);
    }
    html_put(w, "</svg></a>\n<figcaption>");
    HTML(w, "<a href=\"{}\">", html_text(coverage->placed_address));
    SAY(p, "{} of {} records have coordinates", html_count(coverage->map->placed),
        html_count(coverage->records));
    html_put(w, "</a>");
    if (boxed) {
        html_put(w, "<br>");
        extent_text(p, extent[0], extent[1], extent[2], extent[3]);
    }
    html_put(w, "</figcaption>\n</figure>\n");
}
