// SPDX-License-Identifier: Apache-2.0
// The rows that a query finds, part by part: what every kind of answer starts from.
// Must not know: facets, order, pages.
#pragma once

#include "query/facet.h"

struct search_rows {
    struct extent extent;
    struct row_sets sets;
};

// Everything lies in `arena`. `normalised` NULL: all rows. The request's tables as for
// extent_create.
NODISCARD status search_rows_find(struct snapshot *s, const struct scope *scope,
                                  const struct uuid *tables, size_t table_count, uint32_t commit,
                                  const struct query *normalised, struct arena *arena,
                                  const struct cancellation *cancellation, struct search_rows *out,
                                  struct error *e);
