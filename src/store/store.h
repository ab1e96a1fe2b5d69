// SPDX-License-Identifier: Apache-2.0
// The versioned record store: opening, snapshots, tables, commits, versions of a record.
// A folder may be open in any number of processes. Readers never wait for a writer.
// Must not know: queries, HTTP, what a dataset's metadata mean.
#pragma once

#include "base/arena.h"
#include "base/bitset.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/uuid.h"
#include "store/segment.h"

struct store;
struct snapshot;

// --- the store -------------------------------------------------------------------------------
NODISCARD status store_create(const char *folder,
                              struct error *e); // an empty store; ST_CONFLICT when there is one
NODISCARD status store_open(const char *folder, struct store **out, struct error *e);
void store_close(struct store *s); // snapshots taken stay valid until released
// Removes what dead writers left (under the lock). Called by writers; harmless at any time.
NODISCARD status store_clean(struct store *s, struct error *e);
const char *store_folder(const struct store *s);

// --- snapshots
// --------------------------------------------------------------------------------------- The
// newest published state; cheap when nothing changed since the last call. Thread-safe.
NODISCARD status store_snapshot(struct store *s, struct snapshot **out, struct error *e);
void snapshot_retain(struct snapshot *s);
void snapshot_release(struct snapshot *s);
// Rises with every publication (merges too): for caches.
uint64_t snapshot_generation(const struct snapshot *s);

// --- commits ---------------------------------------------------------------------------------
enum commit_kind {
    COMMIT_IMPORT,
    COMMIT_METADATA,
    COMMIT_CORRECTION,
    COMMIT_REVERT,
    COMMIT_ERASURE, // changes no row's life; erasures.h tells what is gone
};

struct erased_record;

struct commit_counts {
    struct uuid table;
    uint64_t added;
    uint64_t changed;
    uint64_t removed;
    uint64_t unchanged;
    uint64_t clashes; // fields changed by the source where a correction stands
};

struct commit {
    uint32_t number; // from 1
    moment time;
    enum commit_kind kind;
    string_view author;
    string_view message;
    string_view source_name; // "" when there was no file
    string_view source_hash; // SHA-256 in hexadecimal
    string_view source_date; // ISO 8601, of history brought in late; "" otherwise
    const struct commit_counts *counts;
    size_t count_tables;
    const struct erased_record *erased; // of an erasure (erasures.h)
    size_t erased_count;
};

uint32_t snapshot_last_commit(const struct snapshot *s); // 0: none yet
const struct commit *snapshot_commit(const struct snapshot *s,
                                     uint32_t number); // 1 .. last; NULL otherwise
// Newest commit at or before the moment; 0 when all are later.
uint32_t snapshot_commit_at(const struct snapshot *s, moment m);
// Newest commit at or before `number` that touched the table; 0 when none did.
uint32_t snapshot_table_commit(const struct snapshot *s, const struct uuid *table, uint32_t number);

// --- tables ----------------------------------------------------------------------------------
struct store_table {
    struct uuid table;
    struct uuid dataset;
    string_view slug;
    string_view dataset_slug;
    string_view key_field; // how keys are made (rule A2); ":content" for content keys
    uint32_t created;      // commit
};
// In the order of UUIDs. The reserved tables are not among them.
const struct store_table *snapshot_tables(const struct snapshot *s, size_t *count);
const struct store_table *snapshot_table_by_slug(const struct snapshot *s, string_view slug);
const struct store_table *snapshot_table_by_uuid(const struct snapshot *s,
                                                 const struct uuid *table);
// The versioned table of the portal's metadata: records keyed "portal", "dataset/{uuid}",
// "resource/{uuid}".
extern const struct uuid metadata_table;
// The versioned table of why records were removed (removals.h).
extern const struct uuid removals_table;
bool table_is_reserved(const struct uuid *table);

// --- scope (rule B1) -------------------------------------------------------------------------
// What a reader may see. Every read takes one; at first only `public` exists: all tables but the
// reserved ones.
struct scope {
    const char *name; // for cache keys
    bool metadata;    // reserved tables may be read (the portal's own reading of datasets)
};
extern const struct scope scope_public;
extern const struct scope scope_metadata;
bool scope_allows(const struct scope *scope, const struct uuid *table);

// --- segments of a snapshot, for the query layer ---------------------------------------------
size_t snapshot_segments(const struct snapshot *s);
struct segment *snapshot_segment(const struct snapshot *s, size_t index);
// The rows of a segment visible at a commit, over all tables: made once, kept and shared within a
// bound. Valid until `arena` is released (which lets go of it).
NODISCARD status snapshot_visible(struct snapshot *s, size_t index, uint32_t commit,
                                  struct arena *arena, const struct bitset **out, struct error *e);
// from/until of one row, closings applied.
NODISCARD status snapshot_row_life(struct snapshot *s, size_t index, uint32_t row, uint32_t *from,
                                   uint32_t *until, struct error *e);

// --- one record ------------------------------------------------------------------------------
struct record_version {
    size_t segment;
    uint32_t row;
    uint32_t from;
    uint32_t until; // ROW_OPEN while it stands
    struct sha256 hash;
};
// All versions of a record, oldest first, allocated in `arena`. *count 0 when the key was never
// there. Gaps between one's until and the next one's from are times when the record was removed.
NODISCARD status snapshot_versions(struct snapshot *s, const struct scope *scope,
                                   const struct uuid *table, string_view key, struct arena *arena,
                                   struct record_version **out, size_t *count, struct error *e);
// The version visible at a commit: ST_NOT_FOUND when the key was never there, ST_GONE when it was
// removed by then (or not yet added: ST_NOT_FOUND).
NODISCARD status snapshot_record(struct snapshot *s, const struct scope *scope,
                                 const struct uuid *table, string_view key, uint32_t commit,
                                 struct record_version *out, struct error *e);
// The record as JSON, members in path order (or canonical).
NODISCARD status snapshot_write_record(struct snapshot *s, const struct record_version *v,
                                       bool canonical, struct buffer *out, struct error *e);
// Asks for the memory that writing this record will need (segment_expect_record).
void snapshot_expect_record(struct snapshot *s, const struct record_version *v, unsigned stage);

// --- walking a table in key order
// ---------------------------------------------------------------------- Merges the segments' rows
// of one table visible at a commit, in order of key bytes.
struct table_walk;
NODISCARD status table_walk_create(struct snapshot *s, const struct scope *scope,
                                   const struct uuid *table, uint32_t commit,
                                   struct table_walk **out, struct error *e);
// Key view lives until the next call.
NODISCARD status table_walk_next(struct table_walk *w, string_view *key,
                                 struct record_version *version, bool *more, struct error *e);
// Passes over the records before `key`: the next one given is the first that is not before it.
NODISCARD status table_walk_seek(struct table_walk *w, string_view key, struct error *e);
void table_walk_destroy(struct table_walk *w);

// --- digest and differences
// ---------------------------------------------------------------------------- SHA-256 over (table
// UUID, key, row hash) of the rows visible at a commit, in default order (docs/digest.md).
NODISCARD status snapshot_digest(struct snapshot *s, const struct scope *scope,
                                 const struct uuid *tables, size_t count, uint32_t commit,
                                 struct sha256 *digest, uint64_t *rows, struct error *e);

// --- verifying
// ----------------------------------------------------------------------------------------- Checks
// manifest, log, every segment and closings file, key order, overlapping lives of versions, row
// hashes against the records. Calls `tell` with a sentence for every fault; ST_CORRUPT when there
// was one.
NODISCARD status store_verify(struct store *s, void (*tell)(void *argument, const char *sentence),
                              void *argument, struct error *e);
