// SPDX-License-Identifier: Apache-2.0
// libvitrine: stores, snapshots of them, tables, commits, records and their versions.
#ifndef VITRINE_STORE_H
#define VITRINE_STORE_H

#include "vitrine/base.h"

VITRINE_BEGIN

// --- stores --------------------------------------------------------------------------------------

// An open store. Any number of processes may have a folder open, readers and writers alike; readers
// never wait for a writer. Threads: any number at once, but for vitrine_store_close.
struct vitrine_store;

// Makes an empty store in a folder, which is made when its parent is there. VITRINE_CONFLICT when
// it holds one.
VITRINE_CHECKED enum vitrine_status vitrine_store_create(const char *folder,
                                                         struct vitrine_error *error);
// `folder` is a store's, or the data folder of a portal (`vitrine init`), which has it in store/.
VITRINE_CHECKED enum vitrine_status
vitrine_store_open(const char *folder, struct vitrine_store **out, struct vitrine_error *error);
// Snapshots taken stay good until they are released.
VITRINE_API void vitrine_store_close(struct vitrine_store *store);

// --- snapshots -----------------------------------------------------------------------------------

// The store as it stood at a commit; what is committed, merged or closed later changes nothing in
// it. It costs a few hundred bytes, and keeps files that merges replaced on disk until its release.
// Threads: any number at once, but for vitrine_snapshot_release.
struct vitrine_snapshot;

// The newest state; a commit of another process is in it once it was published.
VITRINE_CHECKED enum vitrine_status vitrine_snapshot_take(struct vitrine_store *store,
                                                          struct vitrine_snapshot **out,
                                                          struct vitrine_error *error);
// As of a moment: the newest commit at or before it. VITRINE_NOT_FOUND when all are later.
VITRINE_CHECKED enum vitrine_status vitrine_snapshot_take_at(struct vitrine_store *store,
                                                             int64_t moment,
                                                             struct vitrine_snapshot **out,
                                                             struct vitrine_error *error);
// As of a commit, from 1; VITRINE_NOT_FOUND when there is none of that number.
VITRINE_CHECKED enum vitrine_status vitrine_snapshot_take_commit(struct vitrine_store *store,
                                                                 uint32_t commit,
                                                                 struct vitrine_snapshot **out,
                                                                 struct vitrine_error *error);
VITRINE_API void vitrine_snapshot_release(struct vitrine_snapshot *snapshot);
// The commit it stands at, 0 in an empty store, and that commit's time, 0 likewise.
VITRINE_API uint32_t vitrine_snapshot_commit(const struct vitrine_snapshot *snapshot);
VITRINE_API int64_t vitrine_snapshot_moment(const struct vitrine_snapshot *snapshot);

// --- tables --------------------------------------------------------------------------------------

// Tables of the snapshot, in the order of their UUIDs. Texts live as long as the snapshot; of an
// index past the end they are "".
VITRINE_API size_t vitrine_table_count(const struct vitrine_snapshot *snapshot);
VITRINE_API struct vitrine_text vitrine_table_slug(const struct vitrine_snapshot *snapshot,
                                                   size_t index);
VITRINE_API struct vitrine_text vitrine_table_dataset(const struct vitrine_snapshot *snapshot,
                                                      size_t index);
// The field that keys come from, ":content" for keys made of the row.
VITRINE_API struct vitrine_text vitrine_table_key_field(const struct vitrine_snapshot *snapshot,
                                                        size_t index);
// 36 characters and a NUL.
VITRINE_API void vitrine_table_uuid(const struct vitrine_snapshot *snapshot, size_t index,
                                    char out[37]);
// Appends what the fields of a table hold, a list of {"field", "nested", "records", "distinct",
// "numbers", "dates", "booleans", "texts"} (docs/api.md). `table` NULL: of all tables together.
VITRINE_CHECKED enum vitrine_status vitrine_table_fields_json(struct vitrine_snapshot *snapshot,
                                                              const char *table,
                                                              struct vitrine_buffer *out,
                                                              struct vitrine_error *error);

// --- commits -------------------------------------------------------------------------------------

// Appends a commit, from 1 to the snapshot's own: {"commit", "version", "kind", "author",
// "message", "source", "sourceHash", "sourceDate", "tables": [{"table", "added", "changed",
// "removed", "unchanged", "clashes"}]}. VITRINE_NOT_FOUND for other numbers.
VITRINE_CHECKED enum vitrine_status vitrine_commit_json(const struct vitrine_snapshot *snapshot,
                                                        uint32_t commit, struct vitrine_buffer *out,
                                                        struct vitrine_error *error);

// --- records -------------------------------------------------------------------------------------

// Appends the record as JSON. VITRINE_NOT_FOUND where the key never was, VITRINE_GONE where it was
// removed by then.
VITRINE_CHECKED enum vitrine_status vitrine_record_json(struct vitrine_snapshot *snapshot,
                                                        const char *table, const char *key,
                                                        struct vitrine_buffer *out,
                                                        struct vitrine_error *error);
// Appends all versions of a record up to the snapshot, oldest first: [{"commit", "version",
// "until", "hash", "data"}]. `until` is the moment at which another version or a removal ended it,
// null while it stands.
VITRINE_CHECKED enum vitrine_status vitrine_record_versions_json(struct vitrine_snapshot *snapshot,
                                                                 const char *table, const char *key,
                                                                 struct vitrine_buffer *out,
                                                                 struct vitrine_error *error);

// --- digests -------------------------------------------------------------------------------------

// The digest v1 (docs/digest.md) of a table's records, or of all with `table` NULL: 64 hexadecimal
// characters and a NUL, and how many records it is over.
VITRINE_CHECKED enum vitrine_status vitrine_digest(struct vitrine_snapshot *snapshot,
                                                   const char *table, char out[65],
                                                   uint64_t *records, struct vitrine_error *error);
// How many of these records lost values by law since they were written (docs/digest.md), and when
// first and last, in milliseconds since 1970; 0 where there are none. Show it beside every digest.
VITRINE_CHECKED enum vitrine_status vitrine_erased(struct vitrine_snapshot *snapshot,
                                                   const char *table, uint64_t *records,
                                                   int64_t *first, int64_t *last,
                                                   struct vitrine_error *error);

VITRINE_END

#endif
