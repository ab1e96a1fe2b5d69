// SPDX-License-Identifier: Apache-2.0
// The cells of one path of a segment, row by row, also where they are elements of lists. Must not
// know: what is made of them.
#pragma once

#include "query/field_paths.h"

#define PATH_LISTS 64 // lists within lists

struct path_cells {
    struct column column;
    struct dictionary dictionary;
    const uint32_t *offsets[PATH_LISTS]; // outermost first
    size_t depth;                        // 0: one cell a row
};

NODISCARD status path_cells_open(const struct field_path *path, struct path_cells *out,
                                 struct error *e);

// The cells [*first, *end) of a row.
static inline void path_cells_of(const struct path_cells *p, uint32_t row, uint32_t *first,
                                 uint32_t *end)
{
    *first = row;
    *end = row + 1;
    for (size_t i = 0; i < p->depth; i++) {
        *first = p->offsets[i][*first];
        *end = p->offsets[i][*end];
    }
}
