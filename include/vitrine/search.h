// SPDX-License-Identifier: Apache-2.0
// libvitrine: asking. A search is made once, asked of any number of snapshots, and gives exact
// totals, a page of records in a total order, facets, or all of its records one after another.
// docs/query.md tells the language, docs/api.md the JSON of vitrine_search_json.
#ifndef VITRINE_SEARCH_H
#define VITRINE_SEARCH_H

#include "vitrine/store.h"

VITRINE_BEGIN

// --- a whole search as JSON ----------------------------------------------------------------------

// The body of POST /api/v1/search in, its answer out, appended to `out` without a line break.
//   in:  {"query", "datasets", "tables", "version", "facets", "facetLimit", "sort", "limit",
//        "offset", "after"}, all of them optional; "" stands for {}.
//   out: {"version", "total", "records": [{"dataset", "table", "key", "version", "data"}],
//        "facets": [{"field", "values": [{"value", "count"}], "missing", "other"}], "after"}
// The snapshot's moment is asked unless "version" names an earlier one, or "after" pins its own.
// VITRINE_INVALID: the error's field is a JSON pointer (RFC 6901) into the body. What was written
// to `out` before a failure is cut off again.
VITRINE_CHECKED enum vitrine_status vitrine_search_json(struct vitrine_snapshot *snapshot,
                                                        const char *json, size_t length,
                                                        struct vitrine_buffer *out,
                                                        struct vitrine_error *error);

VITRINE_END

#endif
