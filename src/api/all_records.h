// SPDX-License-Identifier: Apache-2.0
// What answers that give every record of a search share: what they refuse, faults told before the
// first byte, bytes on their way. Must not know: formats.
#pragma once

#include "api/search_input.h"
#include "query/csv_export.h"

// ST_INVALID when the request has a parameter of pages (facets, limit, offset, after, explain).
NODISCARD status all_records_refuse(const struct http_request *request, struct error *e);
// The whole of a request's faults must show before the first byte: ST_INVALID for an order by
// relevance, and whatever a search of no rows finds. `columns` of a table, or NULL.
NODISCARD status all_records_check(const struct search_input *input,
                                   const struct row_choice *columns, struct arena *arena,
                                   struct error *e);
// A csv_sink and a scan_lines_sink: `stream` is a struct http_stream.
NODISCARD status all_records_send(void *stream, string_view bytes, struct error *e);
