// SPDX-License-Identifier: Apache-2.0
// What a search may look at: of each segment the rows of the tables asked, as far as the scope
// allows them and they are visible at the commit (rule B1: no code reads rows around it). Must not
// know: queries.
#pragma once

#include "store/store.h"

// The rows [first, end) of one table in a segment.
struct extent_range {
    struct uuid table;
    uint32_t first;
    uint32_t end;
};

struct extent_part {
    size_t index; // of the segment in the snapshot
    struct segment *segment;
    const struct extent_range *ranges; // by table
    size_t range_count;
    bool whole;                   // the ranges are all the segment's rows
    const struct bitset *visible; // rows of the ranges that are visible
    uint64_t origin;              // what is visible in the whole segment (visible_cut.h)
};

struct extent {
    struct snapshot *snapshot;
    uint32_t commit;
    struct extent_part *parts;
    size_t count;
    uint64_t rows; // of all ranges, visible or not
};

// Everything lies in `arena`, which holds the snapshot's sets: the extent is good until it is
// released. Tables: count 0 means all that the scope allows. ST_NOT_FOUND names a table that there
// is not, or that the scope does not allow. With `commit` 0 nothing is visible.
NODISCARD status extent_create(struct snapshot *s, const struct scope *scope,
                               const struct uuid *tables, size_t table_count, uint32_t commit,
                               struct arena *arena, struct extent *out, struct error *e);
// A key for what is kept of the part's ranges: `head`, and behind it the segment and the ranges.
NODISCARD status extent_part_key(const struct extent_part *part, const void *head, size_t length,
                                 struct arena *arena, string_view *out, struct error *e);
// Which range of the part holds a row that lies in one of them.
const struct extent_range *extent_range_of(const struct extent_part *part, uint32_t row);
