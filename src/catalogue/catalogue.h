// SPDX-License-Identifier: Apache-2.0
// The SQLite file beside the store: a copy of dataset metadata to search, and jobs. The store alone
// decides what datasets are; the copy is filled again whenever it is behind, so that losing or
// killing it loses nothing. Thread-safe: one connection, guarded by a mutex. Must not know:
// records' insides, HTTP.
#pragma once

#include "base/arena.h"
#include "base/clock.h"
#include "base/status.h"
#include "base/uuid.h"

struct catalogue;

#define CATALOGUE_DAMAGED ".damaged"

// Opens (makes) DATA/catalogue.sqlite and brings its schema up to date by numbered migrations.
// ST_CONFLICT when it was written by a newer program. A damaged file is moved aside, to its name
// with CATALOGUE_DAMAGED behind, and a new one made, which is filled again; its jobs are not. Where
// the file or its folder cannot be written, a copy in memory is opened: what is written to it goes
// with it.
NODISCARD status catalogue_open(const char *path, struct catalogue **out, struct error *e);
void catalogue_close(struct catalogue *c);
int catalogue_schema_version(void); // of this program

// --- the searchable copy of datasets ---------------------------------------------------------
struct catalogue_dataset {
    struct uuid uuid;
    string_view slug;
    string_view title;
    string_view description;
    string_view authors; // names, one text
    string_view tags;    // one text
    string_view organisation;
    string_view category;
    string_view fields; // field names of its tables, one text
};
// The commit that the copy stands at, 0 when it was never filled.
NODISCARD status catalogue_copied_commit(struct catalogue *c, uint32_t *out, struct error *e);
// Replaces the copy in one transaction.
NODISCARD status catalogue_copy(struct catalogue *c, uint32_t commit,
                                const struct catalogue_dataset *datasets, size_t count,
                                struct error *e);
// The same for some datasets alone, when the copy stands at commit `from`; ST_CONFLICT when another
// program brought it elsewhere.
NODISCARD status catalogue_update(struct catalogue *c, uint32_t from, uint32_t commit,
                                  const struct catalogue_dataset *datasets, size_t count,
                                  struct error *e);
// Datasets whose title, description, authors, tags, organisation or field names hold all words of
// `text` (prefixes of the last), best first; accents and case do not count. At most `limit`.
NODISCARD status catalogue_search(struct catalogue *c, string_view text, size_t limit,
                                  struct arena *arena, struct uuid **out, size_t *count,
                                  struct error *e);

// --- erasing (rule F5) -----------------------------------------------------------------------
// Empties the messages of jobs that hold one of the texts, then writes the file anew, so that no
// freed page holds what was in it. The copy of datasets is the caller's to fill before.
NODISCARD status catalogue_erase(struct catalogue *c, const string_view *texts, size_t count,
                                 struct error *e);

// --- jobs ------------------------------------------------------------------------------------
enum job_state { JOB_RUNNING, JOB_DONE, JOB_UNCHANGED, JOB_FAILED };
struct job {
    int64_t id;
    string_view kind;    // "ingest", "replay", "revert"
    string_view dataset; // slug
    enum job_state state;
    moment started;
    moment ended; // 0 while it runs
    uint64_t rows;
    uint64_t bad_rows;
    uint32_t commit;     // 0: none
    string_view message; // the error, or ""
    string_view report;  // path of the report below DATA, or ""
};
// A commit whose ingest left a report of bad rows.
struct commit_report {
    uint32_t commit;
    int64_t job;
};
NODISCARD status catalogue_job_begin(struct catalogue *c, string_view kind, string_view dataset,
                                     int64_t *id, struct error *e);
NODISCARD status catalogue_job_end(struct catalogue *c, const struct job *job, struct error *e);
// Newest first.
NODISCARD status catalogue_jobs(struct catalogue *c, size_t limit, struct arena *arena,
                                struct job **out, size_t *count, struct error *e);
// All of them, by commit.
NODISCARD status catalogue_commit_reports(struct catalogue *c, struct arena *arena,
                                          const struct commit_report **out, size_t *count,
                                          struct error *e);
// Jobs that ended without a commit, left a report and are not among the newest `keep` jobs: they
// are told once, and named without a report from then on.
NODISCARD status catalogue_forget_reports(struct catalogue *c, int64_t keep, struct arena *arena,
                                          int64_t **jobs, size_t *count, struct error *e);
// Of such a list: the commit's, or NULL.
const struct commit_report *commit_report_find(const struct commit_report *reports, size_t count,
                                               uint32_t commit);
