// SPDX-License-Identifier: Apache-2.0
// The values of a list's elements, straight from their columns: many times quicker than the records
// that hold them. Must not know: which rows are wanted, what is made of the values.
#pragma once

#include "query/extent.h"

struct list_cells;

// Of the list `list` its members `names`, `count` of them. NULL in *out where some segment holds
// members of it that are lists or objects themselves, or the list within another: records tell more
// than columns then. Everything lies in `arena`; the extent outlives it.
NODISCARD status list_cells_open(const struct extent *x, string_view list, const string_view *names,
                                 size_t count, struct arena *arena, struct list_cells **out,
                                 struct error *e);
// The elements [first, end) of a row of a segment of the snapshot.
NODISCARD status list_cells_range(const struct list_cells *l, size_t segment, uint32_t row,
                                  uint32_t *first, uint32_t *end, struct error *e);
// Appends the text of a member of an element, nothing where it has none. From any thread.
NODISCARD status list_cells_text(const struct list_cells *l, size_t segment, size_t name,
                                 uint32_t element, struct buffer *out, struct error *e);
