// SPDX-License-Identifier: Apache-2.0
// All rows of a search as CSV (RFC 4180; UTF-8, lines end in LF, a header first), column by column
// over blocks of rows, on all processors that are idle, in the default order. Must not know: HTTP,
// who asks, where the bytes go.
#pragma once

#include "query/search.h"

// Takes the next bytes; a failure ends the export.
typedef status csv_sink(void *argument, string_view bytes, struct error *e);

// Of the request, its query, tables, commit and cancellation count. `columns` are dotted names;
// none: all fields that the tables have, in the order in which they first came. Missing values are
// empty, values of lists are joined with " | ". ST_INVALID names an unknown field.
NODISCARD status csv_export(struct snapshot *s, const struct scope *scope,
                            const struct search_request *request, const string_view *columns,
                            size_t column_count, csv_sink *sink, void *argument, struct error *e);
