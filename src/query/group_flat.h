// SPDX-License-Identifier: Apache-2.0
// The quick pass behind groups of fields that have at most one value a record, where there are few
// keys: a look-up for each cell, a counter for each key, all processors. Must not know: names of
// buckets, what is asked.
#pragma once

#include "query/buckets.h"

// Whether this pass can count them.
bool group_flat_fits(const struct buckets *by, size_t by_count);
// counts[key], one for each combination of buckets (as group_pass.h numbers keys); in the scratch
// arena, *key_count of them.
NODISCARD status group_flat_count(const struct summary_subject *s, const struct buckets *by,
                                  size_t by_count, uint64_t **counts, size_t *key_count,
                                  struct error *e);
// The same of which keys there are, for many more of them: a bit for each in the scratch arena.
bool group_flat_marks_fit(const struct buckets *by, size_t by_count);
NODISCARD status group_flat_mark(const struct summary_subject *s, const struct buckets *by,
                                 size_t by_count, struct bitset *marks, struct error *e);
