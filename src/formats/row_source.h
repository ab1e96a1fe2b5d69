// SPDX-License-Identifier: Apache-2.0
// A stream of rows, whatever file they come from. Readers (CSV, JSON Lines, Darwin Core Archive)
// make one; the import pulls it. Constant memory: a row lives until the next is asked for. Must not
// know: keys, stores.
#pragma once

#include "formats/document.h"

struct source_row {
    struct document document; // borrowed until the next call
    const char *file;         // name of the file inside the source, for reports; borrowed
    uint64_t line;            // line in that file where the row starts, from 1
};

// One bad row or a remark on one; `column` is 0 when the whole row is meant.
struct row_problem {
    const char *file;
    uint64_t line;
    uint32_t column;
    string_view field;  // "" when not known
    string_view reason; // a sentence
    string_view key;    // the row's key where one could be read, else ""
    bool key_readable;  // false: nobody can tell which record the row meant (rule A1)
};

// Collects problems as JSON Lines in a file, and counts. Rows are never dropped in silence.
struct row_report;
// `path` NULL keeps counts and the first 100 problems only.
NODISCARD status row_report_create(const char *path, struct row_report **out, struct error *e);
void row_report_add(struct row_report *r, const struct row_problem *problem);
uint64_t row_report_count(const struct row_report *r);           // bad rows so far
uint64_t row_report_unreadable_keys(const struct row_report *r); // of these, without a readable key
// The first problem as one sentence, "" when there is none; borrowed.
const char *row_report_first(const struct row_report *r);
NODISCARD status row_report_finish(struct row_report *r, struct error *e); // flush; then destroy
void row_report_destroy(struct row_report *r);

struct row_source {
    // Gives the next row (*more true) or the end (*more false). A bad row is put in the report and
    // skipped. A failing status means the file as a whole is bad (ST_BAD_DATA, rule A8) or I/O.
    status (*next)(struct row_source *s, struct source_row *row, bool *more, struct error *e);
    void (*destroy)(struct row_source *s);
    struct name_table *names; // owned by the source; lives until destroy
    uint64_t bytes_total;     // of the input, for progress; 0 when not known
    uint64_t bytes_done;
};

enum source_format { FORMAT_DETECT, FORMAT_CSV, FORMAT_JSON_LINES, FORMAT_DARWIN_CORE_ARCHIVE };
enum text_encoding {
    ENCODING_DETECT,
    ENCODING_UTF8,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE,
    ENCODING_LATIN1,
    ENCODING_WINDOWS1252,
};

struct source_options {
    enum source_format format;
    enum text_encoding encoding;
    int delimiter;             // -1: detect
    int quote;                 // -1: detect ('"', '\'' or none), 0: none
    const char *work_folder;   // for spilled runs of joins; removed by the caller after a crash
    size_t memory_limit;       // bytes for sorting; 0: 256 MiB
    struct row_report *report; // not owned
};

// What opening a source learned beside the rows.
struct source_facts {
    enum source_format format;
    const char *id_field; // name of the field that holds the core id of an archive, or NULL; when
                          // the id column is not a declared field its rows carry it as "id"
    const char *metadata_path_or_null; // unused by readers other than archives
    struct buffer *eml; // the archive's eml.xml, when there is one (owned by the source), else NULL
    char sha256[65];    // of the input as it lies (file, or files of a folder in name order)
};

// Opens a file (plain, gzip, zip, tar.gz) or a folder; detects what is not told. ST_BAD_DATA with a
// sentence when it is empty, header only, truncated, bombing, traversing ... (rule A8).
// `facts` lives as long as the source.
NODISCARD status source_open(const char *path, const struct source_options *options,
                             struct row_source **out, struct source_facts *facts, struct error *e);
