// SPDX-License-Identifier: Apache-2.0
// search_diff (search.h) in two steps, for who must know what is wrong with a question, and how
// much there is to tell, before the first difference. Must not know: HTTP, who asks.
#pragma once

#include "query/match.h"
#include "query/search.h"

struct search_difference;

// Finds the rows at both commits. Lies in `arena`, with the snapshot's sets.
NODISCARD status search_diff_open(struct snapshot *s, const struct scope *scope,
                                  const struct query *query, const struct uuid *tables,
                                  size_t table_count, uint32_t from, uint32_t to,
                                  const struct cancellation *cancellation, struct arena *arena,
                                  struct search_difference **out, struct error *e);
// Versions of records found at the earlier commit only, and at the later one only. Where either is
// 0, the other counts records.
void search_diff_sides(const struct search_difference *d, uint64_t *from_only, uint64_t *to_only);
// Visits the differences; as often as is wanted.
NODISCARD status search_diff_walk(struct search_difference *d, search_diff_visit *visit,
                                  void *argument, struct error *e);
