// SPDX-License-Identifier: Apache-2.0
// Where the cells of Web Mercator's tiles begin and end, in the whole units of 1e-7 degree that
// positions are kept in, so that a position lies in one cell of a zoom, whoever asks. What lies
// beyond 85.0511° counts in the outermost rows. Must not know: searches.
#pragma once

#include "base/base.h"

#define POSITION_UNITS 10000000 // a degree
#define TILE_ZOOM_MOST 24

// All bounds belong to the tile.
struct tile_bounds {
    int32_t south, north; // -900000000 to 900000000
    int32_t west, east;   // -1800000000 to 1800000000
};

// Southern edge of a row of tiles: the least latitude in it; -INT32_MAX of the last row.
int32_t tile_southern_edge(uint32_t row, unsigned zoom);
// Zoom at most TILE_ZOOM_MOST; x and y below 2^zoom.
struct tile_bounds tile_bounds(unsigned zoom, uint32_t x, uint32_t y);
// Where a position lies on the Web Mercator plane, 0 to 1 from the north-west corner.
void tile_project(int32_t latitude, int32_t longitude, double *x, double *y);
