// SPDX-License-Identifier: Apache-2.0
// The visible rows of a segment, cut to some tables' ranges, kept from search to search: a scope
// or a reserved table cuts the same rows away each time. Must not know: queries.
#pragma once

#include "query/extent.h"

// A settled set of the rows of the part's ranges that are visible at a commit, good until `arena`
// is released. *origin is the number (base/bitset.h) of the set that it is cut from: what is
// visible in the whole segment; with the ranges it names the rows. `part` gives index, segment and
// ranges. Thread-safe.
NODISCARD status visible_cut_get(struct snapshot *s, const struct extent_part *part,
                                 uint32_t commit, struct arena *arena, uint64_t *origin,
                                 const struct bitset **out, struct error *e);
