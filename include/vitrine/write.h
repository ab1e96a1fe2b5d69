// SPDX-License-Identifier: Apache-2.0
// libvitrine: writing. The only way to write is a commit: rows are compared with what their source
// last sent, and what differs is published at once, durably, with an author and a message; a reader
// sees all of it or nothing. Several processes may write at once.
#ifndef VITRINE_WRITE_H
#define VITRINE_WRITE_H

#include "vitrine/store.h"

VITRINE_BEGIN

// --- ingest --------------------------------------------------------------------------------------

// An ingest into one table, being prepared. Nothing of it is seen before it is published.
struct vitrine_ingest;

enum vitrine_mode {
    VITRINE_UPSERT = 0,   // records that are not sent stay
    VITRINE_SNAPSHOT = 1, // records that are not sent are removed
    VITRINE_DELETE = 2,   // records whose keys are sent are removed
};

// `table` is a slug: 1 to 100 of a-z, 0-9 and single hyphens. A table that is not there yet is
// made by the commit, in the dataset of the slug `dataset` (NULL: the table's own slug). The store
// must stay open until the ingest's end.
VITRINE_CHECKED enum vitrine_status vitrine_ingest_create(struct vitrine_store *store,
                                                          const char *dataset, const char *table,
                                                          struct vitrine_ingest **out,
                                                          struct vitrine_error *error);
// Throws away what was not published.
VITRINE_API void vitrine_ingest_destroy(struct vitrine_ingest *ingest);

// Who and why; both are kept with the commit for ever.
VITRINE_CHECKED enum vitrine_status vitrine_ingest_describe(struct vitrine_ingest *ingest,
                                                            const char *author, const char *message,
                                                            struct vitrine_error *error);
VITRINE_CHECKED enum vitrine_status vitrine_ingest_mode(struct vitrine_ingest *ingest,
                                                        enum vitrine_mode mode,
                                                        struct vitrine_error *error);
// The field that holds each record's key, ":content" to make keys of the rows. Without it the
// table's own counts, or for a new table the first well-known one that is always filled and unique.
VITRINE_CHECKED enum vitrine_status
vitrine_ingest_key(struct vitrine_ingest *ingest, const char *field, struct vitrine_error *error);
// Guards to switch off: a commit that removes more than 5 % of a table, or in which more than 1 %
// of rows share a key, is refused without them.
VITRINE_API void vitrine_ingest_allow(struct vitrine_ingest *ingest, bool removals,
                                      bool duplicates);
// Bad rows fail the whole ingest, and are not only reported.
VITRINE_API void vitrine_ingest_strict(struct vitrine_ingest *ingest, bool strict);
// Compares and reports, and publishes nothing.
VITRINE_API void vitrine_ingest_dry_run(struct vitrine_ingest *ingest, bool dry_run);
// Of old history: a moment later than the last commit and not in the future. 0: now.
VITRINE_API void vitrine_ingest_at(struct vitrine_ingest *ingest, int64_t at);
// `cancelled` is asked now and then while rows are read and compared; true ends the ingest with
// VITRINE_CANCELLED and changes nothing.
VITRINE_API void vitrine_ingest_cancel(struct vitrine_ingest *ingest, bool (*cancelled)(void *),
                                       void *argument);

// One row, a JSON object (RFC 8259). It is spooled, to disk where it takes much room; whether it is
// good is told by publishing. Rows come in any order.
VITRINE_CHECKED enum vitrine_status vitrine_ingest_row(struct vitrine_ingest *ingest,
                                                       const char *json, size_t length,
                                                       struct vitrine_error *error);
// Instead of rows: a file of CSV, TSV or JSON Lines, plain, gzip or zip, or a Darwin Core Archive;
// what it is is found out. VITRINE_INVALID once rows were given, or a second time.
VITRINE_CHECKED enum vitrine_status
vitrine_ingest_file(struct vitrine_ingest *ingest, const char *path, struct vitrine_error *error);

// Compares and publishes; an ingest is published once. VITRINE_UNCHANGED when no row differs: no
// commit is made. VITRINE_REFUSED and VITRINE_BAD_DATA leave the store as it was.
VITRINE_CHECKED enum vitrine_status vitrine_ingest_publish(struct vitrine_ingest *ingest,
                                                           struct vitrine_error *error);

// What publishing found, also when it was refused: zero before it.
VITRINE_API uint32_t vitrine_ingest_commit(const struct vitrine_ingest *ingest); // 0: none was made
VITRINE_API uint64_t vitrine_ingest_rows(const struct vitrine_ingest *ingest);   // good ones read
VITRINE_API uint64_t vitrine_ingest_added(const struct vitrine_ingest *ingest);
VITRINE_API uint64_t vitrine_ingest_changed(const struct vitrine_ingest *ingest);
VITRINE_API uint64_t vitrine_ingest_removed(const struct vitrine_ingest *ingest);
VITRINE_API uint64_t vitrine_ingest_unchanged(const struct vitrine_ingest *ingest);
// Fields that the source changed where a correction stands, which stays.
VITRINE_API uint64_t vitrine_ingest_clashes(const struct vitrine_ingest *ingest);
// Rows left out, and those taken with a remark (a key that came twice: the last one counts).
VITRINE_API uint64_t vitrine_ingest_problems(const struct vitrine_ingest *ingest);
// The first hundred of these as JSON Lines: {"file", "line", "column", "field", "reason", "key"}.
// Lives until the ingest's end.
VITRINE_API struct vitrine_text vitrine_ingest_report(const struct vitrine_ingest *ingest);

// --- single commits ------------------------------------------------------------------------------

// Sets fields of one record over what its source sent: each member of `json` is the value to show,
// null takes a correction away. *commit may be NULL. VITRINE_UNCHANGED when nothing differs.
VITRINE_CHECKED enum vitrine_status vitrine_correct(struct vitrine_store *store, const char *table,
                                                    const char *key, const char *json,
                                                    size_t length, const char *author,
                                                    const char *message, uint32_t *commit,
                                                    struct vitrine_error *error);
// A new commit that restores what `commit` touched to the state before it.
VITRINE_CHECKED enum vitrine_status vitrine_revert(struct vitrine_store *store, uint32_t commit,
                                                   const char *author, const char *message,
                                                   uint32_t *made, struct vitrine_error *error);

// --- care ----------------------------------------------------------------------------------------

// Merges files until as few are left as searches like; publishing does not wait for it, so call it
// now and then after commits, from any thread or process. No answer changes by it, at any moment.
VITRINE_CHECKED enum vitrine_status vitrine_merge(struct vitrine_store *store,
                                                  struct vitrine_error *error);
// Checks every file against its checksums and every row against its hash; `tell` (may be NULL) gets
// a sentence for each fault, with a NUL. VITRINE_CORRUPT when there was one.
VITRINE_CHECKED enum vitrine_status
vitrine_verify(struct vitrine_store *store, void (*tell)(void *argument, const char *sentence),
               void *argument, struct vitrine_error *error);

VITRINE_END

#endif
