// SPDX-License-Identifier: Apache-2.0
// The insides of a merge of segments, shared by its files. Must not know: stores.
#pragma once

#include "store/segment_merge.h"
#include "store/segment_private.h"
#include "store/segment_writer_private.h"

#define NO_ROW UINT32_MAX

// Elements of one source that follow each other in the new segment too.
struct merge_run {
    uint32_t source;
    uint32_t first;
    uint32_t count;
};

struct merge_runs {
    struct merge_run *items; // owned
    size_t count;
    size_t capacity;
};

struct merge_source {
    struct segment *segment;
    uint32_t *new_rows;  // owned: by row, NO_ROW where it is left out
    uint32_t *new_paths; // owned: by path
    uint32_t *old_paths; // owned: by new path, NO_PATH where it has none
    bool is_whole;       // no row is left out
};

struct segment_merge {
    struct segment_writer *writer;
    struct merge_source *sources; // owned
    size_t source_count;
    const struct merge_row *rows;
    size_t row_count;
    struct merge_runs *runs; // owned: by new level
};

// segment_merge_values.c: writes a leaf path.
NODISCARD status merge_path(struct segment_merge *m, uint32_t path, struct error *e);
// segment_merge_rows.c: keys, lives, hashes and layers.
NODISCARD status merge_rows(struct segment_merge *m, struct error *e);
// segment_merge_index.c: TOKENS with their lists; POINTS.
NODISCARD status merge_tokens(struct segment_merge *m, struct error *e);
NODISCARD status merge_points(struct segment_merge *m, struct error *e);
