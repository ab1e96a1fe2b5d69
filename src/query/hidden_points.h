// SPDX-License-Identifier: Apache-2.0
// Which points of a segment are of rows that are not visible at a version, block by block: found
// once and kept, so that counting everything costs what was hidden, not a look at each row.
// Must not know: grids, queries.
#pragma once

#include "query/extent.h"

#define POINTS_A_BLOCK ((size_t)512) // as store/segment.h says

struct hidden_points {
    const uint32_t
        *points; // their numbers, rising; those of block b are [starts[b], starts[b + 1])
    const uint32_t *starts; // by block, and one more
};

// Hidden are those that part->visible does not hold; *out NULL when they are more than a quarter.
NODISCARD status hidden_points_get(const struct extent_part *part,
                                   const struct segment_points *points, struct arena *arena,
                                   const struct hidden_points **out, struct error *e);
