// SPDX-License-Identifier: Apache-2.0
// A format of downloads: its name and how the records of a search become its bytes, the same rows
// in the same order in each (rule H2). Each format lies in a file of its own and has its line in
// download_formats.c. Must not know: HTTP, how files are packed.
#pragma once

#include "api/download.h"
#include "api/package_notes.h"

// Options that formats may take.
enum download_option {
    OPTION_DELIMITER = 1,   // delimiter
    OPTION_SAFE = 2,        // spreadsheet
    OPTION_IDENTIFIERS = 4, // identifiers
    OPTION_COLUMNS = 8,     // emptyColumns
    OPTION_CORE = 16,       // core
    OPTION_LISTS = 32,      // lists
    OPTION_VALUES = 64,     // values
    OPTION_SIZE = 128,      // size
};

struct download_format {
    const char *name;       // of the parameter `format`
    const char *extension;  // of files
    const char *label;      // on pages
    const char *media_type; // with its charset
    unsigned options;       // enum download_option; no others are taken
    const char *row_mark;   // stands once in each row's bytes, so that a sample tells how long they
                            // are; NULL: sizes are told by those of CSV
    double beside_csv; // size of packed files beside that of packed CSV, as measured; 0: like it
    // Whether a page need offer it for a search. NULL: always.
    status (*offered)(struct snapshot *s, const struct search_request *request, struct arena *arena,
                      bool *out, struct error *e);
    // Of a format that is not the fields of records, but something that not every search has: what
    // a reader is told where it is not offered. NULL: fields may be chosen, and there is always a
    // file.
    const char *none;
    // Of a format that leaves records out: keeps the request to those that it may have, so that
    // they alone are estimated. NULL: it has all.
    status (*narrow)(const struct download *d, struct search_request *request, struct arena *arena,
                     struct error *e);
    // About how many bytes its files are, of the `records` that `narrow` leaves; *sampled where not
    // all of them were looked at. NULL: a sample of its text tells.
    status (*measure)(const struct download *d, const struct site *site, uint64_t records,
                      uint64_t *bytes, bool *sampled, struct error *e);
    // Appends what its bytes depend on beside the request and the version. NULL: nothing.
    void (*print_state)(const struct download *d, struct buffer *out);
    // What `write` could find fault with, before its first byte. NULL: a search's own faults alone.
    status (*check)(const struct download *d, struct arena *arena, struct error *e);
    // All records of `input`: d's own, or the same of some tables. Memory must not grow with them.
    status (*write)(const struct download *d, const struct search_input *input, csv_sink *sink,
                    void *argument, struct error *e);
    // Of a format that cannot hold all: what lies beside each of its files in a package, which it
    // then needs; nothing is added where nothing is written. `beside` ends its name (".long.csv").
    const char *beside;
    status (*write_beside)(const struct download *d, const struct search_input *input,
                           csv_sink *sink, void *argument, struct error *e);
    // Of a format that is a package of its own, in place of `write`: its files of records, then,
    // once rights.txt and citations.txt are there, those that describe all of them. `pack` may
    // leave something in `kept` for `describe`, and in `more` for the manifest. Without `pack`
    // `describe` may leave something in `more`, too.
    status (*pack)(const struct download *d, struct package_notes *notes, struct package *p,
                   struct arena *arena, struct error *e);
    status (*describe)(const struct download *d, struct package_notes *notes, struct package *p,
                       struct arena *arena, struct error *e);
};

extern const struct download_format download_csv;
extern const struct download_format download_tsv;
extern const struct download_format download_json;
extern const struct download_format download_ndjson;
extern const struct download_format download_geojson;
extern const struct download_format download_kml;
extern const struct download_format download_geopackage;
extern const struct download_format download_parquet;
extern const struct download_format download_xlsx;
extern const struct download_format download_fasta;
extern const struct download_format download_images;
extern const struct download_format download_dwca;

// In the order in which they are offered; the first is that of a request that names none.
extern const struct download_format *const download_formats[];
extern const size_t download_format_count;
// NULL where none has the name.
const struct download_format *download_format_find(string_view name);
