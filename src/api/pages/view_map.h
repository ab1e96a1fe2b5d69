// SPDX-License-Identifier: Apache-2.0
// The search as a map: what it is drawn from. Must not know: stores, queries, HTTP.
#pragma once

#include "api/pages/views.h"

enum map_mode {
    MAP_GRID, // where none is asked
    MAP_POINTS,
    MAP_HEAT,
    MAP_MODE_COUNT,
};

// A cell of whole degrees with records; its bounds belong to it.
struct map_cell {
    double west, south, east, north;
    uint64_t count;
    string_view records; // address of the search of the records in it
    string_view closer;  // address of this view, with the cell filling the map
};

struct map_place {
    string_view name;
    uint64_t count;
    string_view address;
};

struct map_view {
    enum map_mode mode;
    double zoom;                // of Web Mercator tiles of 512 pixels
    double latitude, longitude; // of the middle
    double width;               // degrees of longitude that the picture shows, at most 360
    double height;              // degrees of latitude, at most 180
    double cell_degrees;
    const struct map_cell *cells; // that the picture shows, by count, the most first
    size_t cell_count;
    uint64_t inside;            // records in them
    bool several_kinds;         // they are of several kinds, which counts must say (rule C4)
    uint64_t placed;            // records with coordinates
    uint64_t unplaced;          // and without
    string_view placed_address; // of the table view of them
    string_view unplaced_address;
    const struct map_place *countries; // as recorded, of those with coordinates; by count
    size_t country_count;
    uint64_t country_rest;         // records of other countries
    const string_view *area_names; // of countries whose borders are known
    size_t area_name_count;
    string_view tiles;   // address of the tiles: search parameters, "?..." or ""
    string_view records; // address of the API's records of the search, without limit
};

// The cells with most records have addresses.
#define MAP_CELLS_LISTED ((size_t)60)

// The mode of a name: grid, points, heat; MAP_MODE_COUNT where there is none of it.
enum map_mode map_mode_of_name(string_view name);
const char *map_mode_name(enum map_mode mode);

// "z/latitude/longitude" as map.at has it; false where it is none.
bool map_place_read(string_view text, double *zoom, double *latitude, double *longitude);
string_view map_place_write(struct arena *arena, double zoom, double latitude, double longitude);

#define MAP_STEPS 7
// The least count of each step of the legend, rising: steps of equal ratio up to the most. Returns
// how many there are; 0 where `most` is 0.
size_t map_steps(uint64_t most, uint64_t least[MAP_STEPS]);

// --- parts of the drawing ---------------------------------------------------------------------
void map_draw_picture(struct page *p, const struct map_view *map);
// The cells alone, on the plane of map_window.h.
void map_draw_cells(struct page *p, const struct map_view *map);
void map_draw_legend(struct page *p, const struct map_view *map);
void map_draw_tables(struct page *p, const struct search_page *search);
