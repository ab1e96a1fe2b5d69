// SPDX-License-Identifier: Apache-2.0
// All rows of a search as texts, one format's or another's: column by column over blocks of rows,
// on all processors that are idle, given on in the search's order (rule H2). Memory does not grow
// with the answer. Must not know: how formats look, HTTP, who asks, where the bytes go.
#pragma once

#include "query/row_columns.h"
#include "query/row_points.h"

// Whose the row is.
struct row_identity {
    const struct store_table *table;
    string_view key;
    moment version;         // of the commit that made the row
    size_t part;            // of the extent
    uint32_t row;           // of the part
    struct row_point point; // where the style asks for it
};

// What is the same for all rows of a table.
struct row_constants {
    const string_view *names; // of columns
    size_t count;
    // The text of one in a row of a table; it lives as long as the export. Called from any thread.
    string_view (*text)(const void *argument, const struct uuid *table, size_t column);
    const void *argument;
};

// Appends what names a row in place of its key. Called from any thread.
struct row_naming {
    void (*write)(const void *argument, const struct row_identity *row, struct buffer *out);
    const void *argument;
};

// Appends what stands before or behind a row's cells.
typedef void row_text(void *argument, const struct row_identity *row, struct buffer *out);

// A format. `head`, `cell` and `tail` are called from any thread, and must not change `argument`;
// the others from the asking one.
struct row_style {
    // Before the first row. What lies in `arena` lives as long as the export.
    status (*begin)(void *argument, const struct row_columns *columns, struct arena *arena,
                    struct error *e);
    row_text *head; // NULL: nothing
    // A cell and what stands around it. The text of no value is empty; those of a list are joined
    // with CELL_LIST_SEPARATOR.
    void (*cell)(void *argument, size_t column, string_view text, struct buffer *out);
    // What stands in place of a cell of no value, in the first columns, by the row; NULL: `cell`'s.
    // A cell of some value must be longer than one of no value.
    void (*missing)(void *argument, size_t column, const struct row_identity *row,
                    struct buffer *out);
    size_t missing_columns;
    row_text *tail; // NULL: nothing
    bool points;    // head and tail are told where records lie
    // Takes the place of the last byte of each row, which must have one; at most CELL_PADDING.
    string_view line_end;
    // The next rows, whole.
    status (*give)(void *argument, string_view bytes, size_t rows, struct error *e);
    void *argument;
};

// Of the request, its query, tables, commit, sorts and cancellation count. ST_INVALID names an
// unknown field.
NODISCARD status row_export(struct snapshot *s, const struct scope *scope,
                            const struct search_request *request, const struct row_choice *columns,
                            const struct row_style *style, struct error *e);
