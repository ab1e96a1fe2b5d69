// SPDX-License-Identifier: Apache-2.0
// Queries that find few rows of a part, by lists: a value that few records have, words of which one
// is rare. A set of all rows is many times larger than what they find.
// Must not know: facets, order, who asks.
#pragma once

#include "query/match_node.h"

#define FEW_ROWS_MOST SHORT_LIST_MOST

struct few_rows {
    uint32_t rows[FEW_ROWS_MOST]; // rising, each once
    size_t count;
};

// *few false when the query may find more rows of the part than fit, or can only be answered by
// sets. Whether rows are visible is not looked at.
NODISCARD status few_rows_find(struct matcher *m, const struct match_node *n, size_t part,
                               struct few_rows *out, bool *few, struct error *e);
