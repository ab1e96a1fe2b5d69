// SPDX-License-Identifier: Apache-2.0
// Loading a query's JSON within its bounds, for the two that read it: the tree and the museum's
// hash. Must not know: what the members mean.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

#include <jansson.h>

// Parses any JSON value; names twice in an object are refused. ST_INVALID with line and column. The
// caller gives *out back with json_decref.
NODISCARD status query_json_load(string_view json, size_t flags, json_t **out, struct error *e);
// Whether schema v1.0.0 of the museum has a group or term of this name.
bool query_term_is_museums(const char *name);
