// SPDX-License-Identifier: Apache-2.0
// A search as JSON, {query, datasets, tables, kinds, version, facets, facetLimit, sort, limit,
// offset, after, fields, budget, explain}: read and checked once for all who take it. Places in
// errors are JSON pointers (RFC 6901). Must not know: which datasets, tables and fields there are,
// HTTP.
#pragma once

#include "query/search.h"

#include <jansson.h>

struct search_body_list {
    const string_view *items;
    size_t count;
};

struct search_body {
    const struct query *query; // of kind QUERY_ALL where there is none
    struct search_body_list datasets;
    struct search_body_list tables;
    struct search_body_list kinds;
    struct search_body_list sort; // with the leading - of those that descend
    struct search_body_list fields;
    const struct search_facet_request *facets; // with limit 0 where nothing is said
    size_t facet_count;
    uint64_t facet_limit;
    uint64_t limit;
    uint64_t offset;
    uint64_t budget; // milliseconds; 0: none
    string_view after;
    bool has_version;
    moment version;
    bool explain;
};

// Reads the members that stand in `taken` and passes over those in `others`, which are the
// caller's; any other is ST_INVALID (both ended by NULL; `others` may be NULL). The root is loaded
// with query_json_load. Everything lies in `arena`.
NODISCARD status search_body_read(struct arena *arena, const json_t *root, const char *const *taken,
                                  const char *const *others, struct search_body *out,
                                  struct error *e);
// Turns the place of an error of such a search, which may be the name of a field or of a member,
// into the JSON pointer of the first place of the body that says so: /facets/0,
// /query/filters/and/1/exists/fields/0; /query where none does. Pointers stay.
void search_body_point(string_view json, struct error *e);
