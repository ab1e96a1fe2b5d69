// SPDX-License-Identifier: Apache-2.0
// From entries of paths' dictionaries to the rows that hold one of them.
// Must not know: queries, which rows are visible.
#pragma once

#include "query/field_paths.h"
#include "query/ordinals.h"

// Gathers rows of one segment, or elements of one of its levels. Elements of a list are gathered
// over the paths that follow each other and lead to their rows once.
struct path_rows {
    struct bitset *rows;     // a bit for each row of the segment; added to
    uint32_t target;         // level of `rows`; 0: the rows of the segment
    struct segment *segment; // of `elements`
    uint32_t level;          // of `elements`; `target`: there are none
    struct bitset elements;
};

void path_rows_begin(struct path_rows *p, struct bitset *rows);
// Gathers elements of a level; what is added lies at it or in lists below it.
void path_rows_begin_at(struct path_rows *p, uint32_t level, struct bitset *elements);
// Lifts a set of elements of `level` to those of the level `target` above it that hold them, which
// are added to `out`.
NODISCARD status path_rows_lift(struct segment *segment, uint32_t level,
                                const struct bitset *elements, uint32_t target, struct bitset *out,
                                struct error *e);
// Adds the rows whose path holds one of the ordinals.
NODISCARD status path_rows_add(struct path_rows *p, const struct field_path *path,
                               const struct ordinal_set *o, struct error *e);
// Completes the rows; releases what was gathered, also when an addition has failed (`result`, which
// is returned).
NODISCARD status path_rows_end(struct path_rows *p, status result, struct error *e);
