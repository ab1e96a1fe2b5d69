// SPDX-License-Identifier: Apache-2.0
// Where the records of rows lie: a segment's points lie in an order of their own, so of each
// segment that is asked about a list by row is made, once: 4 bytes a row. Must not know: queries,
// what is made of the points.
#pragma once

#include "store/store.h"

struct row_points;

NODISCARD status row_points_create(struct snapshot *s, struct row_points **out, struct error *e);
void row_points_destroy(struct row_points *p); // NULL is fine

// 1e-7 degree, WGS 84, as the store keeps it.
struct row_point {
    bool found;
    int32_t latitude;
    int32_t longitude;
};
// Of a row of a segment of the snapshot. Thread-safe.
NODISCARD status row_points_find(struct row_points *p, size_t segment, uint32_t row,
                                 struct row_point *out, struct error *e);
// Appends "-0.1262" of such a number, without zeros at the end.
void write_degrees(struct buffer *out, int32_t degrees);
