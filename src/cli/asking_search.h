// SPDX-License-Identifier: Apache-2.0
// The search that a subcommand's arguments and options ask for: words, FIELD=VALUE, --query,
// --dataset, --table. Must not know: what is done with it.
#pragma once

#include "cli/asking.h"
#include "query/search.h"

// WORD... FIELD=VALUE... as URL parameters (rule C2), or the query in `json` when that is not NULL,
// into the request.
NODISCARD status asking_query(struct asking *a, const char *json, int count, char **arguments,
                              struct search_request *out, struct error *e);
// The table of a slug, else the tables of a dataset, else (both NULL) all, into the request.
NODISCARD status asking_tables(struct asking *a, const char *dataset, const char *table,
                               struct search_request *out, struct error *e);
