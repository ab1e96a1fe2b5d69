// SPDX-License-Identifier: Apache-2.0
// Counts the values of a field among sets of rows: records once for each value, values that are
// equal without case together (rule C1), so that a count is the total after choosing the value.
// Must not know: queries, order of hits.
#pragma once

#include "query/field_values.h"
#include "query/match.h"
#include "query/search.h"

// Sets of rows, one for each part of an extent, with their sizes.
struct row_sets {
    const struct bitset *const *sets;
    const uint64_t *counts;
    uint64_t total;
};

// Counts by group; `group_counts` has group_count + 1 items, the first of them unused.
struct value_counts {
    const struct field_values *values;
    uint32_t *by_value; // records with the value as written
    uint32_t *by_group; // records with one of the group; by_value where each value is its own group
    uint64_t missing;   // records without a value
    uint64_t sum;       // of all groups
    uint32_t distinct;  // groups that some record has
    bool kept;          // the tables are kept_counts.h's, not this one's
};

NODISCARD status value_counts_make(const struct extent *x, const struct field_paths *paths,
                                   const struct row_sets *rows, struct arena *holder,
                                   const struct cancellation *cancellation,
                                   struct value_counts *out, struct error *e);
// Several fields in one pass over the rows, on all processors that are idle. On failure nothing is
// left to release.
NODISCARD status value_counts_make_many(const struct extent *x,
                                        const struct field_paths *const *fields, size_t count,
                                        const struct row_sets *rows, struct arena *holder,
                                        const struct cancellation *cancellation,
                                        struct value_counts *out, struct error *e);
// The same, always by a pass: the other two look first whether the counts are kept, which those of
// all rows of a version are (kept_counts.c).
NODISCARD status value_counts_count(const struct extent *x, const struct field_paths *const *fields,
                                    size_t count, const struct row_sets *rows, struct arena *holder,
                                    const struct cancellation *cancellation,
                                    struct value_counts *out, struct error *e);
// The same of counts by ordinal that are there already, an array for each path, which all are plain
// columns, at most one in a part.
NODISCARD status value_counts_join(const struct extent *x, const struct field_paths *paths,
                                   const uint32_t *const *by_ordinal, const struct row_sets *rows,
                                   struct arena *holder, struct value_counts *out, struct error *e);
void value_counts_release(struct value_counts *c);

// The commonest spelling of a group among the records counted, ties by bytes, in `arena`.
NODISCARD status value_counts_spelling(const struct value_counts *c,
                                       const struct field_paths *paths, uint32_t group,
                                       struct arena *arena, string_view *out, struct error *e);

// Which of the groups are listed.
struct facet_page {
    struct search_facet_place after;
    size_t offset;
    size_t limit;
};

// A page of the groups, the commonest first, of those in `wanted` (NULL: all; group_count + 1
// bits), with their commonest spellings, in `arena`.
NODISCARD status value_counts_top(const struct value_counts *c, const struct field_paths *paths,
                                  const struct bitset *wanted, const struct facet_page *page,
                                  struct arena *arena, struct search_facet *out, struct error *e);
// The same in the one order of values.
NODISCARD status value_counts_in_order(const struct value_counts *c,
                                       const struct field_paths *paths, const struct bitset *wanted,
                                       const struct facet_page *page, struct arena *arena,
                                       struct search_facet *out, struct error *e);
