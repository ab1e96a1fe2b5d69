// SPDX-License-Identifier: Apache-2.0
// The geographic terms of a query on one segment's points.
// Must not know: other terms, visibility.
#pragma once

#include "base/bitset.h"
#include "query/query.h"
#include "store/store.h"

// Mean radius of the Earth (IUGG), for great-circle distances on the sphere.
#define EARTH_RADIUS_METRES 6371008.8

// Great-circle distance in metres (haversine).
double geo_distance(double latitude1, double longitude1, double latitude2, double longitude2);

// A geographic term made ready once for all segments; named areas are those of the commit.
struct geo_term;
NODISCARD status geo_term_create(struct snapshot *s, uint32_t commit, const struct query *q,
                                 struct geo_term **out, struct error *e);
void geo_term_destroy(struct geo_term *g);
// Sets the rows of the segment whose position matches; those outside of `within`, which may be
// NULL, need not be looked at. Points are kept to 1e-7 degree.
NODISCARD status geo_term_rows(const struct geo_term *g, struct segment *segment,
                               const struct bitset *within, struct bitset *rows, struct error *e);
