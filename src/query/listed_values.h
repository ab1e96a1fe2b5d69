// SPDX-License-Identifier: Apache-2.0
// The values that some rows of a segment have under a path, each different one once: what is asked
// of few rows is answered from their own values, however large the dictionaries are.
// Must not know: queries, words.
#pragma once

#include "store/segment.h"

// Rows of a list are few when looking at their values one by one is quicker than looking through
// dictionaries.
bool listed_values_are_few(const struct segment *s, size_t row_count);

struct listed_value {
    uint32_t ordinal;
    uint32_t place; // of the row in the list
};
// `at` are the places that have the value: rising, one for each time a row has it. The text is as
// stored, and good during the call.
typedef status listed_values_visit(void *argument, enum value_kind kind, string_view text,
                                   const struct listed_value *at, size_t count, struct error *e);
// Calls visit for each different value, from ordinal `first` of the leaf path's dictionary on, that
// the rows listed have.
NODISCARD status listed_values_see(struct segment *s, uint32_t path, uint32_t first,
                                   const uint32_t *rows, size_t row_count,
                                   listed_values_visit *visit, void *argument, struct error *e);
