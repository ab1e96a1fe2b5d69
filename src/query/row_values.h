// SPDX-License-Identifier: Apache-2.0
// The values that one row has of a field, by their numbers (field_values.h), over all the paths of
// the field in a segment. For passes that put several fields together; what counts one field alone
// has a quicker way (facet.h). Must not know: queries, what is made of the values.
#pragma once

#include "query/extent.h"
#include "query/field_values.h"

struct row_path;

struct row_values {
    struct row_path *paths; // of the part at hand; owned
    size_t path_count;
    bool flat; // at most one path, and one cell a row
    uint32_t *values;
    size_t count; // of the row at hand
    size_t capacity;
};

void row_values_init(struct row_values *r);
void row_values_release(struct row_values *r);
// Turns to a part of the extent.
NODISCARD status row_values_open(struct row_values *r, const struct field_paths *paths,
                                 const struct field_values *v, size_t part, struct error *e);
// Fills values[0 .. count) with the row's values: every element's, in the order of the paths.
NODISCARD status row_values_read(struct row_values *r, uint32_t row, struct error *e);
// The same in rising order, each value once.
NODISCARD status row_values_unique(struct row_values *r, uint32_t row, struct error *e);
