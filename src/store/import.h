// SPDX-License-Identifier: Apache-2.0
// Writing: the one way rows get into the store. An import reads a row source, compares with what
// the source last sent, and publishes one commit; a correction changes one record; a revert
// restores a state; metadata rows are written alike. Must not know: people, jobs, HTTP.
#pragma once

#include "base/thread_pool.h"
#include "formats/row_source.h"
#include "store/store.h"

enum import_mode {
    IMPORT_UPSERT,   // nothing is removed (rule A1)
    IMPORT_SNAPSHOT, // removes what the source no longer holds
    IMPORT_DELETE,   // the rows' keys are removed; what the rows say of it is kept (removals.h)
};

struct import_progress {
    uint64_t rows;
    uint64_t bytes_done;
    uint64_t bytes_total;
    const char *phase; // "reading", "comparing", "writing", "publishing"
};

struct import_options {
    enum import_mode mode;
    const char *key_field;             // NULL: the table's, else detected (rule A2)
    const char *archive_id_field;      // the archive's core id field, or NULL
    const char *sorted_by;             // rows come in byte order of this field, and all names are
                                       // in the source's table from the first; or NULL
    bool allow_removals;               // rule A3
    bool allow_duplicates;             // rule A3
    bool allow_erased;                 // values that were erased may come back (rule F5)
    bool strict;                       // rule A8
    bool dry_run;                      // everything but publishing
    const char *const *ignored_fields; // rule A4; changes in these alone make no version
    size_t ignored_count;
    moment at; // of old history; 0: now
    const char *author;
    const char *message;
    const char *source_name;
    // Asked once, when there is a commit to write: the source's SHA-256 in hexadecimal with a NUL,
    // which may be worked out while rows are read. NULL: not kept.
    status (*source_hash)(void *argument, char out[65], struct error *e);
    void *source_hash_argument;
    const char *source_date;
    size_t memory_limit; // bytes, 0: 512 MiB in all
    void (*progress)(void *argument,
                     const struct import_progress *p); // may be NULL; called now and then
    void *progress_argument;
    bool (*cancelled)(void *argument); // may be NULL
    void *cancelled_argument;
};

// The table to write to; created in the same commit when `is_new`.
struct import_table {
    struct uuid table;
    struct uuid dataset;
    string_view slug;
    string_view dataset_slug;
};

// Records of the metadata table to write in the same commit (key, canonical JSON object).
struct metadata_record {
    string_view key;
    string_view json;
    bool with_rows; // of an import: makes no commit by itself, only beside rows that differ
};

struct import_result {
    uint32_t commit; // 0 when nothing changed or dry_run
    moment time;
    char key_field[LIMIT_KEY_BYTES]; // how keys were made
    uint64_t rows;                   // read, good ones
    uint64_t bad_rows;
    uint64_t duplicate_keys;
    uint64_t erased_rows;   // refused: they would bring erased values back (rule F5)
    uint64_t unknown_keys;  // of a deletion: keys that no record has
    bool removals_withheld; // a bad row's key could not be read, so nothing was removed (rule A1)
    struct commit_counts counts;
};

// ST_OK; ST_UNCHANGED when no row differs (no commit is made; counts are filled); ST_REFUSED with
// the figures (rule A3); ST_BAD_DATA (rule A8). After any failure the store is as before.
NODISCARD status store_import(struct store *s, const struct import_table *table,
                              struct row_source *source, struct row_report *report,
                              const struct import_options *options,
                              const struct metadata_record *metadata, size_t metadata_count,
                              struct import_result *out, struct error *e);

// Writes metadata records as one commit (rule A6). A record with empty JSON is removed.
NODISCARD status store_write_metadata(struct store *s, const struct metadata_record *records,
                                      size_t count, const struct import_table *new_tables,
                                      size_t new_table_count, const char *author,
                                      const char *message, moment at, uint32_t *commit,
                                      struct error *e);

// Sets fields of one record over its source (DESIGN.md, Record: two layers). `corrections` is a
// JSON object: each member is the value to show; a member with null takes the correction away.
NODISCARD status store_correct(struct store *s, const struct uuid *table, string_view key,
                               string_view corrections, const char *author, const char *message,
                               uint32_t *commit, struct error *e);

// A new commit that restores the rows of the tables that `commit` touched to the state before it
// (rule A3).
NODISCARD status store_revert(struct store *s, uint32_t commit, const char *author,
                              const char *message, uint32_t *new_commit, struct error *e);

// Merges segments by tiers until at most the set number is left; never changes an answer. Returns
// at once when there is nothing to do. Called after commits.
NODISCARD status store_merge(struct store *s, struct thread_pool *pool, struct error *e);
