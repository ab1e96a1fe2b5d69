// SPDX-License-Identifier: Apache-2.0
// All rows of a search as CSV (RFC 4180, UTF-8), or with something else in place of its commas, as
// row_export gives them. Must not know: HTTP, who asks, where the bytes go.
#pragma once

#include "query/row_export.h"

// Takes the next bytes; a failure ends the export.
typedef status csv_sink(void *argument, string_view bytes, struct error *e);

// Another way to write the values of a column. Called from any thread.
struct cell_reading {
    unsigned (*kind)(const void *argument, string_view name); // of a column; 0: as they stand
    void (*read)(const void *argument, unsigned kind, string_view text, struct buffer *out);
    const void *argument;
};

struct csv_columns {
    // Lines begin with the slugs of dataset and table, the key, and the time of the commit that
    // made the row (milliseconds since 1970): _dataset, _table, _key, _version.
    bool identity;
    const string_view *fields; // dotted names
    size_t count;              // 0: all fields of the tables, in the order in which they first came
    char separator;            // between cells; 0: a comma
    // Texts that a spreadsheet would take for formulas (they begin with = + - @, a tab or CR, and
    // are no numbers) get an apostrophe before them.
    bool safe;
    bool filled_only; // leave out columns that no row of the request has a value in
    bool exploded;    // lists become columns, as struct row_choice says; of CSV alone
    const struct row_constants *constants; // columns behind the identity, which they need; or NULL
    const struct row_naming *naming;       // of _key; NULL: the key
    const struct cell_reading *reading;    // NULL: values stand as they are; of CSV alone
};

// Of the request, its query, tables, commit, sorts and cancellation count. A header comes first;
// missing values are empty, values of lists are joined with " | ". ST_INVALID names an unknown
// field.
NODISCARD status csv_export(struct snapshot *s, const struct scope *scope,
                            const struct search_request *request, const struct csv_columns *columns,
                            csv_sink *sink, void *argument, struct error *e);
