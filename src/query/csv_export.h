// SPDX-License-Identifier: Apache-2.0
// All rows of a search as CSV (RFC 4180, UTF-8), column by column over blocks of rows, on all
// processors that are idle. Must not know: HTTP, who asks, where the bytes go.
#pragma once

#include "query/search.h"

// Takes the next bytes; a failure ends the export.
typedef status csv_sink(void *argument, string_view bytes, struct error *e);

struct csv_columns {
    // Lines begin with the slugs of dataset and table, the key, and the time of the commit that
    // made the row (milliseconds since 1970): _dataset, _table, _key, _version.
    bool identity;
    const string_view *fields; // dotted names
    size_t count;              // 0: all fields of the tables, in the order in which they first came
};

// Of the request, its query, tables, commit, sorts and cancellation count. A header comes first;
// missing values are empty, values of lists are joined with " | ". ST_INVALID names an unknown
// field.
NODISCARD status csv_export(struct snapshot *s, const struct scope *scope,
                            const struct search_request *request, const struct csv_columns *columns,
                            csv_sink *sink, void *argument, struct error *e);
// Whether the tables of the request have the fields: what csv_export would find out before its
// first byte. `arena` is for scratch.
NODISCARD status csv_columns_check(struct snapshot *s, const struct scope *scope,
                                   const struct search_request *request,
                                   const struct csv_columns *columns, struct arena *arena,
                                   struct error *e);
