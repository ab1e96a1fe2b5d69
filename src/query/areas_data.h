// SPDX-License-Identifier: Apache-2.0
// The shapes of the countries as tools/areas/generate.mjs writes them (areas_data.c).
// Must not know: how names are looked up.
#pragma once

#include "base/base.h"

// Grid position (x, y) is longitude x * width + west, latitude y * height + south.
struct area_grid {
    double width, height, west, south;
};
extern const struct area_grid area_grid;

// Lines, each as differences of grid positions in Google's encoded polyline form: zigzag, five bits
// a character from '?' on, low bits first; the first position is the difference from 0, 0.
extern const size_t area_arc_count;
extern const char *const area_arcs[];

// For each country: number of polygons; for each: number of rings; for each: number of arcs and
// these, ~n for the arc n backwards. An arc starts where the one before it ends.
extern const size_t area_shape_count;
extern const int16_t area_shapes[];

struct area_country {
    const char *name;       // in English
    const char *short_name; // as on Natural Earth's maps
    uint32_t shape;         // its place in area_shapes
};
extern const size_t area_country_count;
extern const struct area_country area_countries[];
