// SPDX-License-Identifier: Apache-2.0
// A stream of rows, whatever file they come from. Readers (CSV, JSON Lines, Darwin Core Archive)
// make one; the import pulls it. Constant memory: a row lives until the next is asked for. One
// thread at a time. Must not know: stores, how keys are chosen.
#pragma once

#include "formats/document.h"
#include "formats/row_report.h"

struct source_row {
    struct document document; // borrowed until the next call
    const char *file;         // name of the file inside the source, for reports; borrowed
    uint64_t line;            // line in that file where the row starts, from 1
};

struct row_source {
    // Gives the next row (*more true) or the end (*more false). A bad row is put in the report and
    // skipped. A failing status means the file as a whole is bad (ST_BAD_DATA, rule A8) or I/O.
    status (*next)(struct row_source *s, struct source_row *row, bool *more, struct error *e);
    void (*destroy)(struct row_source *s);
    struct name_table *names; // owned by the source; lives until destroy
    // The field whose value is a row's key, so that problems can name the record that a bad row
    // meant (rule A1). An archive sets it to its id field; the caller may set it, before the first
    // row, to another that it knows. NULL: not known, and no bad row has a readable key. Borrowed.
    const char *key_field;
    uint64_t bytes_total; // of the input, for progress; 0 when not known
    uint64_t bytes_done;
};

enum source_format {
    FORMAT_DETECT,
    FORMAT_CSV,
    FORMAT_JSON_LINES,
    FORMAT_DARWIN_CORE_ARCHIVE,
};

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
    int delimiter;           // -1: detect
    int quote;               // -1: detect ('"', '\'' or none), 0: none
    const char *work_folder; // an existing folder for spilled runs of joins and unpacked archives;
                             // NULL: a temporary one. What is left after a crash the caller removes
    size_t memory_limit;     // bytes for sorting; 0: 256 MiB
    struct row_report *report; // not owned; NULL: problems are only skipped
    // Called now and then, by one thread at a time, while an archive is sorted, before its first
    // row, with the rows and bytes of core and extensions; false stops it (ST_CANCELLED). May be
    // NULL.
    bool (*progress)(void *argument, uint64_t rows, uint64_t bytes_done, uint64_t bytes_total);
    void *progress_argument;
};

// Everything to be detected.
void source_options_init(struct source_options *o);

// What opening a source learned beside the rows.
struct source_facts {
    enum source_format format;
    enum text_encoding encoding; // of the rows' file (of an archive, its core's)
    int delimiter;               // of a CSV file; 0 for other formats
    int quote;                   // of a CSV file; 0: none
    const char *id_field;        // name of the field that holds the core id of an archive, or NULL;
                                 // when the id column is not a declared field its rows carry it as
                                 // "id" (owned by the source)
    bool sorted_by_id;           // rows come in byte order of the id field's values
    const struct buffer *eml;    // the archive's EML document, when there is one, as it came (owned
                                 // by the source), else NULL
};

// Opens a file (plain, gzip, zip, tar, tar.gz) or a folder; detects what is not told. ST_BAD_DATA
// with a sentence when it is empty, header only, truncated, bombing, traversing ... (rule A8).
// `facts` lives as long as the source. The caller calls (*out)->destroy(*out).
NODISCARD status source_open(const char *path, const struct source_options *options,
                             struct row_source **out, struct source_facts *facts, struct error *e);

static inline void row_source_destroy(struct row_source *s)
{
    if (s != NULL) {
        s->destroy(s);
    }
}
