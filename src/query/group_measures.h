// SPDX-License-Identifier: Apache-2.0
// What is told of each group beside its count: distinct values, sums, means, ends, shares.
// Must not know: how records come to groups.
#pragma once

#include "query/buckets.h"
#include "query/number_map.h"
#include "query/row_values.h"

struct measure_state;

struct group_measures {
    const struct summary_subject *subject;
    struct measure_state *items;
    size_t count;
};

// Lies in the scratch arena but for what group_measures_release frees.
NODISCARD status group_measures_init(struct group_measures *g, const struct summary_subject *s,
                                     const struct measure_request *asked, size_t count,
                                     struct error *e);
void group_measures_release(struct group_measures *g);
// Turns to a part of the extent.
NODISCARD status group_measures_open(struct group_measures *g, size_t part, struct error *e);
// Reads what a row brings; group_measures_add then adds it to the cells that the row is in.
NODISCARD status group_measures_read(struct group_measures *g, uint32_t row, struct error *e);
NODISCARD status group_measures_add(struct group_measures *g, uint32_t cell, struct error *e);
// Whether all measures can be counted by columns instead, where the groups by these fields are
// (group_flat.h), and that: of `keys`, a key for each cell.
bool group_measures_fit(const struct group_measures *g, const struct buckets *by, size_t by_count);
NODISCARD status group_measures_count(struct group_measures *g, const struct buckets *by,
                                      size_t by_count, const uint64_t *keys, size_t key_count,
                                      struct error *e);
// The measures of one cell, in the answer's arena.
NODISCARD status group_measures_tell(const struct group_measures *g, uint32_t cell,
                                     const struct measure **out, struct error *e);
