// SPDX-License-Identifier: Apache-2.0
// The good rows of one delimited file: rows that a parser finds faulty or whose number of fields
// is wrong go to the report (rule A8), the rest are handed on. And their columns as a document.
// Must not know: where the columns' names come from.
#pragma once

#include "formats/csv_parser.h"
#include "formats/row_source.h"

#define NO_INDEX SIZE_MAX

// A field of the record: where its value stands in a row, and what it is when it is missing.
struct table_column {
    uint32_t name;             // in the name table
    size_t index;              // of the row's field, from 0; NO_INDEX: the default is the value
    string_view default_value; // for empty and absent fields; "" for none
};

struct table_reader {
    struct csv_parser *parser; // owned
    char *file;                // name for reports; owned
    struct row_report *report; // not owned; may be NULL
    size_t width;              // fields of a whole row
    size_t narrowest;          // fields of the shortest row so far that was whole
    bool widens;               // the first row may have more fields, which are then expected
    size_t key_index;          // field that holds the key, or NO_INDEX
    const string_view *titles; // of the row's fields, for reports; not owned; may be NULL
    size_t title_count;
};

// Takes `source` (UTF-8; also when this fails). `width` and the rest are set by the caller.
NODISCARD status table_reader_open(struct table_reader *t, struct byte_source *source,
                                   const struct csv_dialect *dialect, const char *file,
                                   struct row_report *report, struct error *e);
void table_reader_close(struct table_reader *t);
// The next good row; its fields live until the next call.
NODISCARD status table_reader_next(struct table_reader *t, struct csv_row *row, bool *more,
                                   struct error *e);
// Puts a remark on a row into the report.
void table_reader_report(const struct table_reader *t, const struct csv_row *row, size_t field,
                         const char *reason);

// Fills nodes[0 .. column_count] with the row as an object; returns the number of nodes. Columns
// that the row does not have and that have no default are left out.
size_t table_fill_nodes(struct node *nodes, const struct table_column *columns, size_t column_count,
                        const string_view *fields, size_t field_count);
