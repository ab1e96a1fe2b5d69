// SPDX-License-Identifier: Apache-2.0
// What was erased by law (DESIGN.md, Erasure; rules F4 and F5): the log's commits of kind "erasure"
// say which rows lost which values, when, by whom and why. Such a row stands on, with its key and
// the hash it had, so that a digest first recorded can still be worked out; its record no longer
// fits that hash. Must not know: how values are erased (erase.h).
#pragma once

#include "store/store.h"

struct erased_row {
    uint32_t from; // the commit that made the version
    struct sha256 hash;
};

struct erased_record {
    struct uuid table;
    string_view key;
    string_view field; // "": the whole record
    bool all_versions; // the source may not send it again
    const struct erased_row *rows;
    size_t count;
};

// The commits of kind "erasure", oldest first. They live as long as the snapshot.
const struct commit *const *snapshot_erasures(const struct snapshot *s, size_t *count);

// Whether the version of a record that began with `from` lost values, and the hash it had.
bool snapshot_row_is_erased(const struct snapshot *s, const struct uuid *table, string_view key,
                            uint32_t from, struct sha256 *hash);

// How many rows visible at `commit` lost values since they were written, and when first and last;
// rows 0: none. Who shows a digest shows this beside it.
struct erased_rows {
    uint64_t rows;
    moment first;
    moment last;
};
NODISCARD status snapshot_erased_rows(struct snapshot *s, const struct scope *scope,
                                      const struct uuid *tables, size_t count, uint32_t commit,
                                      struct erased_rows *out, struct error *e);

// What a source may not bring back to a record: "" in *field for the whole of it. Calls `visit` for
// each erasure of all versions of that key; *found when there was one.
NODISCARD status snapshot_erased_fields(const struct snapshot *s, const struct uuid *table,
                                        string_view key,
                                        status (*visit)(void *argument, string_view field,
                                                        struct error *e),
                                        void *argument, struct error *e);
