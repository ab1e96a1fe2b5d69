// SPDX-License-Identifier: Apache-2.0
// The map as tables of equal content (rule K1): countries as recorded, and the picture's cells.
#include "api/pages/language.h"
#include "api/pages/view_map.h"

#include <math.h>

static string_view degrees(struct page *p, double value, const char *positive, const char *negative)
{
    return arena_print(p->arena, "%.6g° %s", fabs(value), value < 0 ? negative : positive);
}

static void write_countries(struct page *p, const struct map_view *map)
{
    struct html_writer *w = &p->w;
    if (map->country_count == 0) {
        return;
    }
    HTML(w,
         "<table class=\"map-countries\"><caption>{}</caption>\n<thead><tr><th scope=\"col\">{}"
         "</th><th scope=\"col\" class=\"number\">{}</th></tr></thead>\n<tbody>\n",
         html_text(say(p, "Countries as recorded")), html_text(say(p, "Country")),
         html_text(say(p, "Records")));
    for (size_t i = 0; i < map->country_count; i++) {
        const struct map_place *place = &map->countries[i];
        HTML(w, "<tr><th scope=\"row\">{}</th><td class=\"number\">",
             html_text(page_start_of(p, say_country(p, place->name))));
        if (place->address.length > 0) {
            HTML(w, "<a href=\"{}\">{}</a>", html_text(place->address), html_count(place->count));
        } else { // too long for an address
            HTML(w, "{}", html_count(place->count));
        }
        html_put(w, "</td></tr>\n");
    }
    html_put(w, "</tbody></table>\n");
    if (map->country_rest > 0) {
        html_put(w, "<p class=\"small\">");
        SAY(p, "{} records are of other countries.", html_count(map->country_rest));
        html_put(w, "</p>\n");
    }
}

static void write_cell(struct page *p, const struct map_view *map, const struct map_cell *cell)
{
    double east = cell->west + map->cell_degrees;
    double north = cell->south + map->cell_degrees;
    html_put(&p->w, "<tr><th scope=\"row\">");
    SAY(p, "{} to {}, {} to {}", html_text(degrees(p, cell->south, "N", "S")),
        html_text(degrees(p, north, "N", "S")), html_text(degrees(p, cell->west, "E", "W")),
        html_text(degrees(p, east, "E", "W")));
    HTML(&p->w,
         "</th><td class=\"number\"><a href=\"{}\">{}</a></td><td><a href=\"{}\">{}</a></td>"
         "</tr>\n",
         html_text(cell->records), html_count(cell->count), html_text(cell->closer),
         html_text(say(p, "Closer")));
}

static void write_cells(struct page *p, const struct map_view *map)
{
    struct html_writer *w = &p->w;
    size_t shown = MIN(map->cell_count, MAP_CELLS_LISTED);
    uint64_t rest = 0;
    HTML(w,
         "<table class=\"map-cell-table\"><caption>{}</caption>\n<thead><tr><th scope=\"col\">{}"
         "</th><th scope=\"col\" class=\"number\">{}</th><th scope=\"col\">{}</th></tr></thead>\n"
         "<tbody>\n",
         html_text(say(p, "Cells of the picture, those with most records first")),
         html_text(say(p, "Latitude and longitude")), html_text(say(p, "Records")),
         html_text(say(p, "Map")));
    for (size_t i = 0; i < shown; i++) {
        write_cell(p, map, &map->cells[i]);
    }
    html_put(w, "</tbody></table>\n");
    for (size_t i = shown; i < map->cell_count; i++) {
        rest += map->cells[i].count;
    }
    if (rest > 0) {
        html_put(w, "<p class=\"small\">");
        SAY(p, "{} further cells hold {} records. Closer maps have smaller cells.",
            html_count(map->cell_count - shown), html_count(rest));
        html_put(w, "</p>\n");
    }
}

void map_draw_tables(struct page *p, const struct search_page *search)
{
    const struct map_view *map = search->map;
    HTML(&p->w,
         "<details class=\"map-tables\"><summary>{}</summary>\n<div class=\"table-scroll\">\n",
         html_text(say(p, "Map as table")));
    write_countries(p, map);
    write_cells(p, map);
    HTML(&p->w, "</div>\n<p><a class=\"map-table-now\" href=\"{}\">{}</a></p>\n</details>\n",
         html_text(address_print(search->state, p->arena)),
         html_text(say(p, "Make the table of what the map shows now")));
}
