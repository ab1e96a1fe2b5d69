// SPDX-License-Identifier: Apache-2.0
// The rows found in the request's order, however many, as pieces of one part whose rows rise. Must
// not know: what is made of them.
#pragma once

#include "query/search_rows.h"

#define ROW_WALK_MOST ((size_t)1024) // rows of a piece

typedef status row_walk_visit(void *argument, size_t part, const uint32_t *rows, size_t count,
                              struct error *e);
// Of the request, its sorts count; a sorted walk puts 65,536 rows in order at a time. `arena` is
// for scratch.
NODISCARD status row_walk(const struct search_rows *found, const struct search_request *request,
                          const struct cancellation *cancellation, struct arena *arena,
                          row_walk_visit *visit, void *argument, struct error *e);
