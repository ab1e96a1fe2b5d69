// SPDX-License-Identifier: Apache-2.0
// Records of the metadata table on their way into a commit: only those that differ from what
// stands. Must not know: what the records say.
#pragma once

#include "store/change_set.h"
#include "store/import.h"

struct metadata_change {
    string_view key;
    struct document document; // unused when removed
    struct sha256 hash;
    bool removed;
    bool had_old;
    struct record_version old;
};

struct metadata_changes {
    struct arena arena;
    bool started;
    struct name_table *names;
    struct metadata_change *changes; // in the arena, by key
    size_t count;
    size_t following; // of these, that make no commit by themselves
    struct commit_counts counts;
};

// Parses the records (JSON objects; empty JSON removes) and compares with the snapshot. Release in
// any case.
NODISCARD status metadata_changes_find(struct metadata_changes *m, struct snapshot *base,
                                       const struct metadata_record *records, size_t count,
                                       struct error *e);
NODISCARD status metadata_changes_put(struct metadata_changes *m, struct change_set *c,
                                      struct error *e);
void metadata_changes_release(struct metadata_changes *m);
