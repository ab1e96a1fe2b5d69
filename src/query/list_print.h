// SPDX-License-Identifier: Apache-2.0
// What was found of a pasted list, as CSV (RFC 4180) and as members of a JSON object.
// Must not know: HTTP, how the list came.
#pragma once

#include "query/list_match.h"

#define LIST_HITS_TOLD ((size_t)10) // records of an ambiguous value in JSON

// value,status,records,dataset,table,key,version: a line for each record, and one for each value
// that has none. Statuses whose bit (1 << status) is not in `statuses` are left out.
NODISCARD status list_print_csv(struct snapshot *s, const struct list_match *m, unsigned statuses,
                                struct buffer *out, struct error *e);
// "asked","values","fields","found","notFound","ambiguous","entries","searches", with a comma
// before each.
NODISCARD status list_print_json(struct snapshot *s, const struct list_match *m, struct buffer *out,
                                 struct error *e);
// One value as a cell of a CSV line.
void list_print_cell(string_view value, struct buffer *out);
