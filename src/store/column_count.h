// SPDX-License-Identifier: Apache-2.0
// Passes over a column's cells that count how often each ordinal stands there.
// Must not know: values, files, queries. Thread-safe: counts are the caller's.
#pragma once

#include "store/segment.h"

// Counters that a column needs so that no cell can lie beyond them: at least most + 2, where
// `most` is the greatest ordinal there may be.
size_t column_count_room(const struct column *c, uint32_t most);
// Adds the cells of the elements listed (rising). `counts` has column_count_room items.
void column_count_listed(const struct column *c, const uint32_t *elements, size_t count,
                         uint32_t most, uint32_t *counts);
// Adds the cells of the elements [first, first + count).
void column_count_all(const struct column *c, uint64_t first, size_t count, uint32_t most,
                      uint32_t *counts);
// Whether a cell beyond `most` was counted: the column is damaged.
bool column_count_is_beyond(const struct column *c, uint32_t most, const uint32_t *counts);
