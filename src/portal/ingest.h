// SPDX-License-Identifier: Apache-2.0
// Ingest: files into a table of a dataset, both made when missing, with metadata, a report and a
// job (rule A1). Must not know: HTTP, terminals.
#pragma once

#include "base/file.h"
#include "portal/portal.h"

// Whether the files that are read are kept beside the records (portal/kept_files.h).
enum keep_source {
    KEEP_AS_PORTAL, // where the portal's fact "keepSources" says so
    KEEP_SOURCE,
    KEEP_NO_SOURCE,
};

struct ingest_request {
    string_view dataset;  // slug
    string_view table;    // slug; "" means the dataset's own
    string_view kind;     // of a new table; "" means guessed from its core and fields
    string_view metadata; // JSON object: dataset metadata to set in the same commit; "" none
    bool update_metadata; // what eml.xml says replaces what stands; otherwise it only fills gaps
    const char *const *paths; // files or folders
    size_t path_count;
    enum source_format format;
    enum text_encoding encoding;
    int delimiter; // -1: detect
    enum keep_source keep;
    bool settle_later;            // the caller calls portal_settle after its last ingest
    int quote;                    // -1: detect
    struct import_options import; // key_field, mode, allow_..., strict, dry_run, ignored, at,
                                  // author, message, progress
};

struct ingest_outcome {
    struct import_result import;
    char report[PATH_SIZE]; // path of the report of bad rows; "" when there was none
    char dataset_slug[128];
    char table_slug[128];
    size_t kept_files;    // of the source, beside the records
    bool source_withheld; // it would be kept, but values of the table were erased by law (rule F5)
};

// Statuses as store_import; ST_UNCHANGED when nothing differs. The catalogue is filled and segments
// are merged after the commit; trouble there is logged, since the commit stands.
NODISCARD status portal_ingest(struct portal *p, const struct ingest_request *request,
                               struct ingest_outcome *out, struct error *e);

// Reports of commits are kept for good; those of ingests that made none (refused, unchanged, dry
// runs) as long as they are among the newest so many jobs.
#define INGEST_REPORTS_KEPT 100

// Where the report of an ingest's bad rows lies, by its job.
NODISCARD status portal_report_path(const struct portal *p, int64_t job, char out[PATH_SIZE],
                                    struct error *e);

// Sets metadata of a dataset (made when missing) as a commit of its own (rule A6). `changes` is a
// JSON object as metadata_check takes it; null members are removed. Call portal_settle after the
// last.
NODISCARD status portal_set_metadata(struct portal *p, string_view dataset, string_view changes,
                                     const char *author, const char *message, moment at,
                                     uint32_t *commit, struct error *e);

// A new commit that takes another back (rule A3), as store_revert; the portal's first commit, which
// names it and marks a demo (rule L1), is never taken back: ST_INVALID.
NODISCARD status portal_revert(struct portal *p, uint32_t commit, const char *author,
                               const char *message, uint32_t *made, struct error *e);

// After commits: merges segments and fills the catalogue's copy. Trouble is logged: commits stand.
void portal_settle(struct portal *p);

// Brings several histories in, in the order of their dates: PLAN is JSON Lines, each an ingest with
// its moment (docs/replay.md). A line that was done is skipped: its dataset has a commit of its
// moment, or DATA/replayed notes that it changed nothing. One that lies before the portal's last
// commit and was not done is refused when its turn comes (ST_INVALID).
struct replay_progress {
    size_t line;
    size_t lines;
    string_view dataset;
    string_view at;
};
NODISCARD status portal_replay(struct portal *p, const char *plan_path,
                               void (*tell)(void *argument, const struct replay_progress *progress),
                               void *argument, uint64_t *commits, struct error *e);
