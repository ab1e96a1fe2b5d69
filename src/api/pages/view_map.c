// SPDX-License-Identifier: Apache-2.0
// The search as a map. The server draws a picture and the ways around it; the island "map" puts a
// map that moves in its place.
#include "api/pages/view_map.h"

#include "api/pages/language.h"
#include "base/fold.h"

#include <math.h>
#include <stdlib.h>

#define ZOOM_MOST     18.0
#define LATITUDE_MOST 85.0
#define NUMBER_BYTES  ((size_t)24)
#define MOVE_SHARE    0.5 // of the picture's width

static const char *const mode_names[MAP_MODE_COUNT] = {"grid", "points", "heat"};
static const char *const mode_labels[MAP_MODE_COUNT] = {"Grid", "Points", "Heat"};

enum map_mode map_mode_of_name(string_view name)
{
    size_t i = 0;
    while (i < MAP_MODE_COUNT && !sv_equal(name, sv_from(mode_names[i]))) {
        i++;
    }
    return (enum map_mode)i;
}

const char *map_mode_name(enum map_mode mode)
{
    return mode_names[mode];
}

// --- where -----------------------------------------------------------------------------------

// Digits, one sign and one point: what strtod takes beside them is no coordinate.
static bool read_number(string_view text, double least, double most, double *out)
{
    char digits[NUMBER_BYTES + 1];
    char *end = NULL;
    if (text.length == 0 || text.length > NUMBER_BYTES) {
        return false;
    }
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (!(c >= '0' && c <= '9') && c != '.' && !(c == '-' && i == 0)) {
            return false;
        }
        digits[i] = c;
    }
    digits[text.length] = '\0';
    double value = strtod(digits, &end);
    if (*end != '\0' || !(value >= least && value <= most)) {
        return false;
    }
    *out = value;
    return true;
}

bool map_place_read(string_view text, double *zoom, double *latitude, double *longitude)
{
    string_view parts[3];
    size_t count = 0;
    string_view part;
    double values[3];
    while (sv_split(&text, '/', &part)) {
        if (count == 3) {
            return false;
        }
        parts[count++] = part;
    }
    if (count != 3 || !read_number(parts[0], 0, 22, &values[0]) ||
        !read_number(parts[1], -90, 90, &values[1]) ||
        !read_number(parts[2], -180, 180, &values[2])) {
        return false;
    }
    *zoom = values[0];
    *latitude = values[1];
    *longitude = values[2];
    return true;
}

string_view map_place_write(struct arena *arena, double zoom, double latitude, double longitude)
{
    return arena_print(arena, "%.4g/%.6g/%.7g", zoom, latitude, longitude);
}

static string_view address_with(struct page *p, const struct search_page *search, const char *name,
                                string_view value)
{
    struct address target = *search->state;
    address_set(&target, sv_from(name), value);
    return address_print(&target, p->arena);
}

// --- ways around -----------------------------------------------------------------------------

static void write_move(struct page *p, const struct search_page *search, string_view label,
                       double zoom, double latitude, double longitude)
{
    const struct map_view *map = search->map;
    double around = map->longitude + longitude;
    around -= around > 180 ? 360 : around < -180 ? -360 : 0;
    double up = fmin(fmax(map->latitude + latitude, -LATITUDE_MOST), LATITUDE_MOST);
    double level = fmin(fmax(map->zoom + zoom, 1), ZOOM_MOST);
    string_view place = map_place_write(p->arena, level, up, around);
    HTML(&p->w, "<a href=\"{}\">{}</a>\n", html_text(address_with(p, search, "map.at", place)),
         html_text(label));
}

static void write_moves(struct page *p, const struct search_page *search)
{
    const struct map_view *map = search->map;
    double across = map->width * MOVE_SHARE;
    double up = map->height * MOVE_SHARE;
    HTML(&p->w, "<nav class=\"map-moves\" aria-label=\"{}\">\n",
         html_text(say(p, "Move the picture")));
    write_move(p, search, say(p, "Closer"), 1, 0, 0);
    if (map->zoom > 1) {
        write_move(p, search, say(p, "Further"), -1, 0, 0);
        write_move(p, search, say(p, "West"), 0, 0, -across);
        write_move(p, search, say(p, "East"), 0, 0, across);
        write_move(p, search, say(p, "North"), 0, up, 0);
        write_move(p, search, say(p, "South"), 0, -up, 0);
    }
    HTML(&p->w, "<a href=\"{}\">{}</a>\n</nav>\n",
         html_text(address_with(p, search, "map.at", SV("1/0/0"))),
         html_text(say(p, "Whole world")));
}

static void write_modes(struct page *p, const struct search_page *search)
{
    HTML(&p->w, "<nav class=\"map-modes\" aria-label=\"{}\"><ul>\n",
         html_text(say(p, "Show records as")));
    for (size_t i = 0; i < MAP_MODE_COUNT; i++) {
        bool now = search->map->mode == (enum map_mode)i;
        string_view name = i == MAP_GRID ? SV("") : sv_from(mode_names[i]);
        HTML(&p->w, "<li><a data-map-mode=\"{}\" href=\"{}\"", html_string(mode_names[i]),
             html_text(address_with(p, search, "map.mode", name)));
        if (now) {
            html_put(&p->w, " aria-current=\"true\"");
        }
        HTML(&p->w, ">{}</a></li>\n", html_text(say(p, mode_labels[i])));
    }
    html_put(&p->w, "</ul></nav>\n");
}

// Only records with coordinates are on the map: how many are, how many are not. Where they are of
// several kinds, that is said (rule C4).
static void write_sentence(struct page *p, const struct search_page *search)
{
    struct html_writer *w = &p->w;
    const struct map_view *map = search->map;
    bool kinds = map->several_kinds;
    string_view placed = kinds ? say_count(p, map->placed, "{} record of all kinds has coordinates",
                                           "{} records of all kinds have coordinates")
                               : say_count(p, map->placed, "{} record has coordinates",
                                           "{} records have coordinates");
    html_put(w, "<p class=\"map-sentence\">");
    if (map->placed > 0) {
        HTML(w, "<a href=\"{}\">{}</a>", html_text(map->placed_address), html_text(placed));
    } else {
        HTML(w, "{}", html_text(say(p, "No record has coordinates")));
    }
    if (map->unplaced > 0) {
        HTML(w, " · <a href=\"{}\">{}</a>", html_text(map->unplaced_address),
             html_text(say_count(p, map->unplaced, "{} record has none and is not on the map",
                                 "{} records have none and are not on the map")));
    }
    html_put(w, "</p>\n");
}

// --- areas -----------------------------------------------------------------------------------

static void write_area_input(struct page *p, const char *name, const char *id, string_view label,
                             string_view hint)
{
    HTML(&p->w,
         "<p><label for=\"{}\">{}</label> <input type=\"text\" id=\"{}\" name=\"{}\" "
         "autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"{}-hint\"><span "
         "class=\"small\" id=\"{}-hint\">{}</span></p>\n",
         html_string(id), html_text(label), html_string(id), html_string(name), html_string(id),
         html_string(id), html_text(hint));
}

static int compare_labels(const void *a, const void *b)
{
    return fold_compare(((const struct page_link *)a)->label, ((const struct page_link *)b)->label);
}

// The countries by what the reader calls them; `address` is the name that the question takes.
static struct page_link *name_countries(struct page *p, const struct map_view *map)
{
    struct page_link *names = arena_array(p->arena, struct page_link, map->area_name_count + 1);
    for (size_t i = 0; names != NULL && i < map->area_name_count; i++) {
        string_view name = map->area_names[i];
        names[i] = (struct page_link){.label = say_country(p, name), .address = name};
    }
    if (names != NULL && page_language(p) != NULL) {
        qsort(names, map->area_name_count, sizeof *names, compare_labels);
    }
    return names;
}

static void write_countries(struct page *p, const struct map_view *map)
{
    struct html_writer *w = &p->w;
    const struct page_link *names = name_countries(p, map);
    HTML(w,
         "<p><label for=\"map-country\">{}</label> <select id=\"map-country\" "
         "name=\"filter.geo_named_area\"><option value=\"\">{}</option>\n",
         html_text(say(p, "Within the borders of")), html_text(say(p, "Any country")));
    for (size_t i = 0; names != NULL && i < map->area_name_count; i++) {
        HTML(w, "<option value=\"{}\">{}</option>\n",
             html_text(arena_print(p->arena, "country:" SV_FORMAT, SV_ARGUMENT(names[i].address))),
             html_text(names[i].label));
    }
    html_put(w, "</select></p>\n");
}

// Every area that can be drawn can be written (WCAG 2.5.7). The inputs belong to the search's form.
static void write_areas(struct page *p, const struct map_view *map)
{
    HTML(&p->w, "<details class=\"map-areas\"><summary>{}</summary>\n",
         html_text(say(p, "Choose an area without drawing")));
    write_countries(p, map);
    write_area_input(p, "filter.bbox", "map-box", say(p, "Box"),
                     say(p, "west,south,east,north in degrees: -10,50,2,60"));
    write_area_input(p, "filter.distance", "map-circle", say(p, "Circle"),
                     say(p, "latitude,longitude,radius: 51.5,-0.1,10km"));
    write_area_input(p, "filter.within", "map-wkt", say(p, "Polygon"),
                     say(p, "well-known text, longitude first: POLYGON((0 50,2 50,2 52,0 50))"));
    HTML(&p->w, "<p><button type=\"submit\">{}</button></p>\n</details>\n",
         html_text(say(p, "Use this area")));
}

// --- what the island needs -------------------------------------------------------------------

// Scripts have no words of their own.
static void write_drawing_words(struct page *p)
{
    struct html_writer *w = &p->w;
    HTML(w,
         " data-say-map=\"{}\" data-say-box=\"{}\" data-say-circle=\"{}\" data-say-polygon=\"{}\"",
         html_text(say(p, "Map of the records. Arrow keys move it, plus and minus zoom.")),
         html_text(say(p, "Draw a box")), html_text(say(p, "Draw a circle")),
         html_text(say(p, "Draw a polygon")));
    HTML(w, " data-say-cancel=\"{}\" data-say-finish=\"{}\" data-say-draw-box=\"{}\"",
         html_text(say(p, "Cancel")), html_text(say(p, "Finish")),
         html_text(say(p, "Drag from one corner of the box to the other.")));
    HTML(w, " data-say-draw-circle=\"{}\" data-say-draw-polygon=\"{}\"",
         html_text(say(p, "Drag from the middle of the circle to its edge.")),
         html_text(say(p, "Click each corner, then Finish.")));
}

// Counts that add several kinds say so (rule C4).
static void write_list_words(struct page *p, bool kinds)
{
    struct html_writer *w = &p->w;
    string_view here = kinds ? say(p, "Records of all kinds here: {}") : say(p, "Records here: {}");
    string_view cell =
        kinds ? say(p, "Records of all kinds in a cell") : say(p, "Records in a cell");
    string_view place =
        kinds ? say(p, "Records of all kinds at a place") : say(p, "Records at a place");
    HTML(w,
         " data-say-closer=\"{}\" data-say-further=\"{}\" data-say-middle=\"{}\" "
         "data-say-here=\"{}\"",
         html_text(say(p, "Closer")), html_text(say(p, "Further")),
         html_text(say(p, "List the records in the middle")), html_text(here));
    HTML(w,
         " data-say-all=\"{}\" data-say-use=\"{}\" data-say-close=\"{}\" data-say-loading=\"{}\"",
         html_text(say(p, "All {} as a table")), html_text(say(p, "Use this area as a filter")),
         html_text(say(p, "Close")), html_text(say(p, "Loading")));
    HTML(w, " data-say-failed=\"{}\" data-say-untitled=\"{}\" data-say-to=\"{}\"",
         html_text(say(p, "The records could not be loaded")), html_text(say(p, "Record {}")),
         html_text(say(p, "{} to {}")));
    HTML(w,
         " data-say-legend-grid=\"{}\" data-say-legend-points=\"{}\" data-say-legend-heat=\"{}\"",
         html_text(cell), html_text(place),
         html_text(say(p, "The stronger the colour, the more records")));
}

static void begin_island(struct page *p, const struct search_page *search)
{
    const struct map_view *map = search->map;
    HTML(&p->w,
         "<section class=\"map-view\" aria-labelledby=\"view-map\" data-island=\"map\" "
         "data-at=\"{}\" data-mode=\"{}\" data-tiles=\"{}\" data-records=\"{}\" data-land=\"{}\" "
         "data-worker=\"{}\"",
         html_text(map_place_write(p->arena, map->zoom, map->latitude, map->longitude)),
         html_string(map_mode_name(map->mode)), html_text(map->tiles), html_text(map->records),
         html_text(page_asset(p, "basemap/tiles.pack")), html_text(page_asset(p, "map-worker.js")));
    write_drawing_words(p);
    write_list_words(p, map->several_kinds);
    html_put(&p->w, ">\n");
}

void view_draw_map(struct page *p, const struct search_page *search)
{
    const struct map_view *map = search->map;
    page_style(p, "map.css");
    begin_island(p, search);
    write_sentence(p, search);
    html_put(&p->w, "<div class=\"map-bar\">\n");
    write_modes(p, search);
    html_put(&p->w, "</div>\n<div class=\"map-frame\">\n<div class=\"map-picture\">\n");
    map_draw_picture(p, map);
    write_moves(p, search);
    html_put(&p->w, "</div>\n</div>\n");
    map_draw_legend(p, map);
    HTML(&p->w, "<p class=\"small map-source\">{}</p>\n",
         html_text(say(p, "Land and borders: Natural Earth. Borders are shown as they are in fact "
                          "and take no side.")));
    write_areas(p, map);
    map_draw_tables(p, search);
    html_put(&p->w, "</section>\n");
}
