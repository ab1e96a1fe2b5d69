// SPDX-License-Identifier: Apache-2.0
// Rows in the order of several typed fields (rule C3): numbers, dates, booleans, texts, missing
// last both ways; of lists the least element ascending, the greatest descending; ties in the
// default order. "_table" and "_key" stand for the parts of that order; nothing after "_key"
// counts, since it leaves no ties but those of tables. Must not know: queries.
#pragma once

#include "query/facet.h"
#include "query/key_order.h"

struct sort_order;

// Finds the fields (ST_INVALID names one that no table asked has). Lies in `arena`.
NODISCARD status sort_order_create(const struct extent *x, const struct search_sort *sorts,
                                   size_t count, struct arena *arena,
                                   const struct cancellation *cancellation, struct sort_order **out,
                                   struct error *e);
// As key_order_select, in this order.
NODISCARD status sort_order_select(struct sort_order *s, const struct row_sets *rows,
                                   uint64_t first, size_t count, struct ordered_row *out,
                                   size_t *written, struct error *e);
