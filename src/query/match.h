// SPDX-License-Identifier: Apache-2.0
// Runs the filter of a query: from a tree to the set of rows of each segment.
// Must not know: facets, order, who asks.
#pragma once

#include "query/extent.h"
#include "query/query.h"

struct matcher;

// Asked now and then while a search runs; true ends it with ST_CANCELLED.
struct cancellation {
    bool (*cancelled)(void *argument); // may be NULL
    void *argument;
};
NODISCARD status cancellation_check(const struct cancellation *c, struct error *e);

// Makes the tree ready for the extent: fields are found (ST_INVALID names one that no table asked
// has), words are cut, areas are looked up. Lies in `arena`, and is released with it. NULL: all
// rows.
NODISCARD status matcher_create(const struct extent *x, const struct query *q, struct arena *arena,
                                const struct cancellation *cancellation, struct matcher **out,
                                struct error *e);
// Rows of one part that match and are visible, with their number: a view that may be the extent's
// own visible set or nothing's (bitset_nothing), or lies in the arena.
NODISCARD status matcher_rows(struct matcher *m, size_t part, const struct bitset **out,
                              uint64_t *count, struct error *e);
// The same of all parts, those with much to do on all processors; `sets` and `counts` are by part.
NODISCARD status matcher_all_rows(struct matcher *m, const struct bitset **sets, uint64_t *counts,
                                  struct error *e);
// The order in which members of an "and" are asked: those first that cost least.
void matcher_order(const struct query *const *members, size_t count, const struct query **out);
