// SPDX-License-Identifier: Apache-2.0
// Points in polygons: even-odd ray casting in the plane of longitude and latitude, holes left out.
// A point on a western or southern edge is inside, on an eastern or northern one outside.
// Must not know: records, segments.
#pragma once

#include "query/query.h"

// Whether one of the polygons holds the position.
bool polygons_hold(const struct query_polygon *polygons, size_t count, double longitude,
                   double latitude);

struct geo_box {
    double west, south, east, north;
};

// Polygons made ready to be asked for many points that lie close together, by one thread at a time:
// it remembers the box at hand.
struct polygon_index;
NODISCARD status polygon_index_create(const struct query_polygon *polygons, size_t count,
                                      struct polygon_index **out, struct error *e);
// One for another thread, which uses the edges of `p` and must be gone before it.
NODISCARD status polygon_index_share(const struct polygon_index *p, struct polygon_index **out,
                                     struct error *e);
void polygon_index_destroy(struct polygon_index *p);

enum box_relation { BOX_OUTSIDE, BOX_INSIDE, BOX_CUT };
// How the box lies: wholly in one polygon, outside all, or to be asked point by point: after
// polygon_index_narrow has been told of a box within it (or of itself), polygon_index_holds answers
// for points of that one.
enum box_relation polygon_index_box(struct polygon_index *p, const struct geo_box *box);
enum box_relation polygon_index_narrow(struct polygon_index *p, const struct geo_box *inner);
bool polygon_index_holds(const struct polygon_index *p, double longitude, double latitude);
