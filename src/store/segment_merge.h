// SPDX-License-Identifier: Apache-2.0
// Makes one segment of rows of others, field by field: dictionaries are merged in order, columns
// and token lists renumbered, and no record is put together. Memory depends on the widest field and
// the number of rows, not on the whole. Must not know: manifests, closings, which rows are worth
// keeping.
#pragma once

#include "base/thread_pool.h"
#include "store/segment.h"

// A row of the new segment: where it comes from, and its life.
struct merge_row {
    uint32_t source; // index of the segment
    uint32_t row;    // in it
    uint32_t from;   // as in struct segment_row
    uint32_t until;
};

// Writes the segment to `path` and fsyncs it. `rows` are in the order (table, key, from), so that
// the rows of one source rise; rows of a source that do not occur are left out. `pool` may be NULL.
// ST_CORRUPT names the damaged source.
NODISCARD status segment_merge(const char *path, struct thread_pool *pool,
                               struct segment *const *sources, size_t source_count,
                               const struct merge_row *rows, size_t row_count, struct error *e);
