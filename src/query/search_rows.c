// SPDX-License-Identifier: Apache-2.0
// Runs the matcher over all parts and counts.
// Must not know: facets, order, pages.
#include "query/search_rows.h"

#include "query/query_tree.h"

status search_rows_find(struct snapshot *s, const struct scope *scope, const struct uuid *tables,
                        size_t table_count, uint32_t commit, const struct query *normalised,
                        struct arena *arena, const struct cancellation *cancellation,
                        struct search_rows *out, struct error *e)
{
    TRY(extent_create(s, scope, tables, table_count, commit, arena, &out->extent, e));
    size_t parts = out->extent.count;
    const struct bitset **sets =
        (const struct bitset **)arena_alloc_array(arena, parts + 1, sizeof *sets);
    uint64_t *counts = arena_array(arena, uint64_t, parts + 1);
    struct matcher *matcher = NULL;
    if (sets == NULL || counts == NULL) {
        return query_no_memory(e);
    }
    TRY(matcher_create(&out->extent, normalised, arena, cancellation, &matcher, e));
    out->sets = (struct row_sets){.sets = sets, .counts = counts};
    TRY(matcher_all_rows(matcher, sets, counts, e));
    for (size_t i = 0; i < parts; i++) {
        out->sets.total += counts[i];
    }
    return ST_OK;
}
