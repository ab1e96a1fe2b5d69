// SPDX-License-Identifier: Apache-2.0
// Rows of several segments in order of table and key, or of key alone, from any place on: the rows
// of a table lie sorted in each segment, so a place deep inside is found by halving, not by
// walking. Must not know: queries, values.
#pragma once

#include "query/extent.h"

struct ordered_row {
    size_t part; // of the extent
    uint32_t row;
};

enum key_order {
    ORDER_TABLE_KEY,        // the default order
    ORDER_TABLE_DESCENDING, // tables backwards, keys forwards
    ORDER_KEY_TABLE,        // keys of all tables together, ties by table
    ORDER_KEY_DESCENDING,   // the last one backwards, ties by table forwards
};

// Writes the rows of `sets` (one for each part) that stand in places [first, first + count) into
// `out`; *written is less than count at the end.
NODISCARD status key_order_select(const struct extent *x, const struct bitset *const *sets,
                                  enum key_order order, uint64_t first, size_t count,
                                  struct ordered_row *out, size_t *written, struct error *e);

// The same in an order of tables: those given first, one after the other, then the others by UUID;
// keys within each.
NODISCARD status key_order_select_tables(const struct extent *x, const struct bitset *const *sets,
                                         const struct uuid *tables, size_t table_count,
                                         uint64_t first, size_t count, struct ordered_row *out,
                                         size_t *written, struct error *e);

// Visits all rows of the sets in the default order, as runs of rows that follow each other in one
// part: those of its set within [first, end).
typedef status key_order_run(void *argument, size_t part, uint32_t first, uint32_t end,
                             struct error *e);
NODISCARD status key_order_runs(const struct extent *x, const struct bitset *const *sets,
                                key_order_run *visit, void *argument, struct error *e);

// Visits all rows of the sets in the default order. Views live during the visit.
typedef status key_order_visit(void *argument, const struct ordered_row *row,
                               const struct uuid *table, string_view key, struct error *e);
NODISCARD status key_order_walk(const struct extent *x, const struct bitset *const *sets,
                                key_order_visit *visit, void *argument, struct error *e);
