// SPDX-License-Identifier: Apache-2.0
// All rows of a search as a Parquet file with typed columns, and GeoParquet 1.1 (a column of points
// as WKB) where some of the rows have a place. Column by column over slices of rows, on all
// processors that are idle; memory does not grow with the answer. Must not know: HTTP, who asks,
// where the bytes go.
#pragma once

#include "query/csv_export.h"

// Columns as CSV has them with its identity: _version is a moment, lists are lists, the others have
// the types of column_types.h. `separator` and `safe` have no meaning here.
NODISCARD status parquet_export(struct snapshot *s, const struct scope *scope,
                                const struct search_request *request,
                                const struct csv_columns *columns, csv_sink *sink, void *argument,
                                struct error *e);
