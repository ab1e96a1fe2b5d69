// SPDX-License-Identifier: Apache-2.0
// What a map's tile shows of a search: cells with how many records lie in them, and the records'
// places one by one where they are few. Must not know: how tiles are written, HTTP.
#pragma once

#include "query/summary.h"

#define TILE_POINTS_MOST ((size_t)20000)

struct tile_request {
    uint32_t zoom, x, y; // Web Mercator, zoom 0 to 22
    uint32_t depth;      // cells are those of zoom + depth, as of a grid (summary.h)
    size_t points;       // records in the tile up to which they are told one by one
};
// Records at one place.
struct tile_point {
    int32_t latitude, longitude; // 1e-7 degree
    struct uuid table;           // of the first of them in the order of table and key
    string_view key;
    uint64_t count;
};
struct tile_answer {
    uint64_t records; // with a position in the tile
    const struct grid_cell *cells;
    size_t cell_count;
    bool one_by_one;                 // points are told: there are at most as many records as asked
    const struct tile_point *points; // by latitude, then longitude
    size_t point_count;
};
// Query, tables, commit and cancellation are those of `rows`. Everything in the answer lies in
// `arena`. ST_INVALID names "tile" where there is no such tile.
NODISCARD status search_tile(struct snapshot *s, const struct scope *scope, struct arena *arena,
                             const struct search_request *rows, const struct tile_request *request,
                             struct tile_answer *out, struct error *e);
