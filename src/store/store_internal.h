// SPDX-License-Identifier: Apache-2.0
// What the files of the store share: the insides of struct store and struct snapshot.
// Must not know: queries, HTTP.
#pragma once

#include "base/file.h"
#include "store/commit_log.h"
#include "store/live_segment.h"
#include "store/manifest.h"
#include "store/segment_writer.h"
#include "store/store.h"

#include <pthread.h>
#include <stdatomic.h>

struct store {
    char folder[PATH_SIZE];        // DATA/store
    pthread_mutex_t mutex;         // guards what follows
    struct commit_log *log;        // shared with snapshots
    struct snapshot *newest;       // holds a reference
    struct timespec manifest_time; // of the manifest that `newest` was read from
    uint64_t manifest_inode;
    int manifest; // that file, held open; -1: none
};

struct snapshot {
    atomic_size_t references;
    uint64_t generation;
    uint64_t log_length;
    uint32_t last_commit;
    struct commit_log *log;
    const struct table_list *tables;
    const struct erasure_list *erasures;
    struct live_segment **segments;
    size_t segment_count;
};

// Builds a path below the store's folder.
NODISCARD status store_path(const struct store *s, const char *name, char out[PATH_SIZE],
                            struct error *e);
NODISCARD status store_segment_path(const struct store *s, const char *file, char out[PATH_SIZE],
                                    struct error *e);
NODISCARD status store_closings_path(const struct store *s, const char *file, char out[PATH_SIZE],
                                     struct error *e);

// The newest state, read under the publication lock (so that it cannot change meanwhile).
NODISCARD status store_snapshot_now(struct store *s, struct snapshot **out, struct error *e);

// The rows of a table in a segment, NULL when it has none.
NODISCARD status segment_find_table(struct segment *segment, const struct uuid *table,
                                    const struct segment_table **out, struct error *e);
