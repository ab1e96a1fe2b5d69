// SPDX-License-Identifier: Apache-2.0
// Which paths of a segment may hold a code as a whole value. The token index leaves such codes out
// (store/token.h), and a portal of many small datasets has thousands of paths to look in; so codes
// of small dictionaries are noted once for each segment, and kept (query_cache.h). Must not know:
// rows, queries.
#pragma once

#include "base/arena.h"
#include "store/segment.h"

struct code_index;

NODISCARD status code_index_get(struct segment *segment, struct arena *holder,
                                const struct code_index **out, struct error *e);
// Visits leaf paths that may hold the code (folded); every path that does is among them.
typedef status code_index_visit(void *argument, uint32_t path, struct error *e);
NODISCARD status code_index_find(const struct code_index *x, string_view code,
                                 code_index_visit *visit, void *argument, struct error *e);
