// SPDX-License-Identifier: Apache-2.0
// What a writer is about to publish: new rows in finished or growing segments of its work folder,
// and the rows of its base snapshot that end. At publication everything is compared again with what
// others committed since (DESIGN.md, Writers), so that nobody's change is lost. Must not know:
// where rows come from, why.
#pragma once

#include "base/thread_pool.h"
#include "store/publish.h"
#include "store/table_paths.h"

struct change_set;

// `base`: the snapshot that the writer compares with; borrowed until destroy. `memory_limit`: bytes
// for segments being built.
NODISCARD status change_set_create(struct store *s, struct snapshot *base, struct thread_pool *pool,
                                   size_t memory_limit, struct change_set **out, struct error *e);
void change_set_destroy(struct change_set *c); // NULL is fine
// The private folder, for sorted runs too.
const char *change_set_folder(const struct change_set *c);

// New rows, in the order (table, key); `base_of[i]` is the version of the base snapshot that row i
// replaces (with it the version ends), NULL for an added record.
NODISCARD status change_set_put(struct change_set *c, const struct segment_row *rows,
                                const struct record_version *const *base_of, size_t count,
                                const struct name_table *names, struct error *e);
// A record of the base snapshot that is removed.
NODISCARD status change_set_remove(struct change_set *c, const struct record_version *base,
                                   struct error *e);
// From here on publishing answers ST_CONFLICT when another commit changed a record that this one
// changes.
void change_set_refuse_newer(struct change_set *c);
bool change_set_is_empty(const struct change_set *c);

// Finishes the segments (the long part of publishing), and adds the paths that the table's new rows
// have.
NODISCARD status change_set_paths(struct change_set *c, struct table_paths *paths, struct error *e);

// Finishes the segments, takes the lock, compares again, publishes. Counts in
// `entry` are corrected where others' commits changed what a row means. The set is used up.
NODISCARD status change_set_publish(struct change_set *c, struct log_entry *entry,
                                    struct commit_counts *counts, size_t count_tables,
                                    moment wanted, struct error *e);
