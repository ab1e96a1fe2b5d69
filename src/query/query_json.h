// SPDX-License-Identifier: Apache-2.0
// Loading a query's JSON within its bounds, for those that read it: the tree, one term of it, and
// the museum's hash. Must not know: what the members mean.
#pragma once

#include "query/query.h"

#include <jansson.h>

// Parses any JSON value; names twice in an object are refused. ST_INVALID with line and column. The
// caller gives *out back with json_decref.
NODISCARD status query_json_load(string_view json, size_t flags, json_t **out, struct error *e);
// Whether schema v1.0.0 of the museum has a group or term of this name.
bool query_term_is_museums(const char *name);
// One group or term as a tree, such as {"prefix": {...}}; loaded with JSON_DECODE_INT_AS_REAL. *out
// is NULL for a group without members. ST_INVALID as of query_from_json.
NODISCARD status query_member_from_json(struct arena *arena, json_t *member,
                                        const struct query **out, struct error *e);
