// SPDX-License-Identifier: Apache-2.0
// From entries of paths' dictionaries to the rows that hold one of them.
// Must not know: queries, which rows are visible.
#pragma once

#include "query/field_paths.h"
#include "query/ordinals.h"

// Gathers rows of one segment. Elements of a list are gathered over the paths that follow each
// other and lead to their rows once.
struct path_rows {
    struct bitset *rows;     // a bit for each row of the segment; added to
    struct segment *segment; // of `elements`
    uint32_t level;          // of `elements`; 0: there are none
    struct bitset elements;
};

void path_rows_begin(struct path_rows *p, struct bitset *rows);
// Adds the rows whose path holds one of the ordinals.
NODISCARD status path_rows_add(struct path_rows *p, const struct field_path *path,
                               const struct ordinal_set *o, struct error *e);
// Completes the rows; releases what was gathered, also when an addition has failed (`result`, which
// is returned).
NODISCARD status path_rows_end(struct path_rows *p, status result, struct error *e);
