// SPDX-License-Identifier: Apache-2.0
// All values of one field of a result, or all keys, in the default order: to be copied for a loan
// request (rule C7). Must not know: HTTP.
#pragma once

#include "query/search.h"

#define SEARCH_LIMIT_IDENTIFIERS ((size_t)100000) // records of the result

// One record's value, or its key where the field is empty or the record has no such value; of
// several values the first.
typedef status identifiers_visit(void *argument, const struct uuid *table, string_view key,
                                 string_view value, struct error *e);
// `field` "": keys alone. ST_INVALID for an unknown field, and past the limit.
NODISCARD status identifiers_walk(struct snapshot *s, const struct scope *scope,
                                  const struct search_request *request, string_view field,
                                  identifiers_visit *visit, void *argument, struct error *e);
