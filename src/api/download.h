// SPDX-License-Identifier: Apache-2.0
// What a download is asked to be. Must not know: HTTP beyond the request's parameters, the bytes of
// formats, how files are packed.
#pragma once

#include "api/contributions.h"
#include "api/interpret.h"
#include "api/search_input.h"
#include "formats/dwca_terms.h"
#include "query/csv_export.h"

struct download_format;

struct download {
    struct search_input input;
    const struct download_format *format;
    const struct portal *portal; // a format may lay a file by in its folder
    bool packed;                 // a zip with a manifest, else the records alone
    bool separate;               // a file for each dataset; packed only
    bool empty_columns;          // of tables: also those that have no value in any of the rows
    char separator;              // between cells of tables of text
    bool safe;                   // for spreadsheets: no text is taken for a formula
    bool exploded;               // of tables: lists become numbered columns
    bool interpreted;            // values as this portal reads them, not as they came
    struct interpretation interpretation; // of `interpreted`
    bool addresses;              // records are named by their pages' addresses, not by keys alone
    string_view origin;          // of addresses
    enum dwca_core core;         // of an archive; DWCA_CORES: not said
    uint32_t image_side;         // pixels of images' longer side; 0: as they came
    struct row_constants stated; // all that rule D2 asks for, of what each table's dataset states
    struct row_constants rights; // rule D2's columns, of what each table's dataset states
    struct row_naming naming;    // of `addresses`
};

// Reads the parameters of downloads beside a search's own. ST_INVALID also for options that the
// format has no use for.
NODISCARD status download_read(const struct api *api, struct http_request *request,
                               struct download *out, struct error *e);
// Fills `stated` and `rights`; texts lie in `arena`.
NODISCARD status download_rights(const struct site *site, struct arena *arena, struct download *d,
                                 struct error *e);
// Says where the pages of records are: "https://museum.example". `d` stays where it is.
void download_naming_begin(struct download *d, string_view origin);
// What names the records in `_key`: NULL, the key.
const struct row_naming *download_naming(const struct download *d);
// What writing could find fault with, before the first byte.
NODISCARD status download_check(const struct download *d, struct arena *arena, struct error *e);
// What the format has beside them, likewise; nothing of most.
NODISCARD status download_write_beside(const struct download *d, const struct uuid *tables,
                                       size_t count, csv_sink *sink, void *argument,
                                       struct error *e);
// All records of d's request, or those of `tables` of it where there are any, in one file.
NODISCARD status download_write(const struct download *d, const struct uuid *tables, size_t count,
                                csv_sink *sink, void *argument, struct error *e);
