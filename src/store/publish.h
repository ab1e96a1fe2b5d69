// SPDX-License-Identifier: Apache-2.0
// How files become a commit (DESIGN.md, Writers): a private work folder while preparing, and a
// publication under the store's lock, for milliseconds: log frame, then manifest, each durable
// before the next. Must not know: where rows come from.
#pragma once

#include "store/store_internal.h"

// --- a writer's private folder ---------------------------------------------------------------
struct work_folder {
    char path[PATH_SIZE];
    int owner; // descriptor of the locked `owner` file
};
NODISCARD status work_folder_make(const struct store *s, struct work_folder *out, struct error *e);
void work_folder_remove(struct work_folder *w);

// --- a publication ---------------------------------------------------------------------------
struct new_closings {
    char segment[FILE_NAME_SIZE]; // that they belong to
    struct closing *pairs;        // commit 0: the new commit; malloc'ed, sorted by row
    size_t count;
    size_t capacity;
};

struct folded_file {
    char file[FILE_NAME_SIZE];
};

// Opened by publication_begin under the lock; ended by publication_commit or publication_abandon.
struct publication {
    struct store *store;
    int lock;
    struct snapshot *snapshot; // the newest state; stands still while the lock is held
    struct arena arena;
    // What the new manifest adds. Files lie in segments/ and closings/ already, durable.
    struct manifest_segment *segments; // malloc'ed; commit 0 stands for the new commit
    size_t segment_count;
    size_t segment_capacity;
    struct new_closings *closings; // malloc'ed, one a segment
    size_t closings_count;
    size_t closings_capacity;
    bool wrote_closings;        // files of them
    struct folded_file *folded; // malloc'ed: segments whose closings files become one
    size_t folded_count;
    size_t folded_capacity;
    // Segments that the new manifest leaves out (merges).
    const char (*dropped)[FILE_NAME_SIZE];
    size_t dropped_count;
};

NODISCARD status publication_begin(struct store *s, struct publication *p, struct error *e);
// Moves a finished segment file from a work folder into place and puts it on the list.
NODISCARD status publication_add_segment(struct publication *p, const char *path, uint32_t rows,
                                         uint32_t commit, struct error *e);
// Ends a row: of a segment of the newest snapshot, or of one just added (then it was never
// visible).
NODISCARD status publication_close_row(struct publication *p, const char *segment, uint32_t row,
                                       uint32_t commit, struct error *e);
// Writes all closings of a segment of the newest snapshot into one file (merges).
NODISCARD status publication_fold_closings(struct publication *p, const char *segment,
                                           struct error *e);
// Writes the log frame (time and number are set here: `wanted` 0 means now) and the manifest; then
// lets go of the lock.
NODISCARD status publication_commit(struct publication *p, struct log_entry *entry, moment wanted,
                                    struct error *e);
// A publication that changes no answer (merges): manifest only.
NODISCARD status publication_replace_files(struct publication *p, struct error *e);
void publication_abandon(struct publication *p);
