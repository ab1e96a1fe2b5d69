// SPDX-License-Identifier: Apache-2.0
// Counts are a facet's; ranges are a grouping of the records that have one of the listed values.
#include "api/value_list.h"

#include "query/query_tree.h"
#include "query/summary.h"

#include <stdlib.h>

static status run_facet(struct snapshot *snapshot, const struct search_request *search,
                        const struct value_list_request *asked, struct arena *arena,
                        struct search_result *out, struct error *e)
{
    struct search_facet_request facet = {.field = asked->field,
                                         .limit = asked->limit,
                                         .offset = asked->offset,
                                         .after = asked->after,
                                         .by_value = asked->by_value};
    struct search_request request = *search;
    request.facets = &facet;
    request.facet_count = 1;
    request.sort_count = 0;
    request.limit = 0;
    request.offset = 0;
    request.count_only = false;
    request.explanation = NULL;
    return search_run(snapshot, &scope_public, arena, &request, out, e);
}

status query_with_values(struct arena *arena, const struct query *query, string_view field,
                         const string_view *values, size_t count, const struct query **out,
                         struct error *e)
{
    struct query *in = query_tree_term(arena, QUERY_IN, &field, 1);
    const struct query **members =
        (const struct query **)arena_alloc_array(arena, 2, sizeof *members);
    if (in == NULL || members == NULL) {
        return query_no_memory(e);
    }
    in->values = values;
    in->value_count = count;
    members[0] = in;
    members[1] = query;
    *out = query == NULL ? in : query_tree_group(arena, QUERY_AND, members, 2);
    return *out == NULL ? query_no_memory(e) : ST_OK;
}

static int by_text(const void *a, const void *b)
{
    const struct listed_value *const *x = a;
    const struct listed_value *const *y = b;
    return sv_compare((*x)->value, (*y)->value);
}

// Groups bear the spellings that the facet has: both count the same records of a value.
static void take_range(struct listed_value *const *sorted, size_t count,
                       const struct group_cell *cell)
{
    struct listed_value wanted = {.value = cell->by[0].text};
    const struct listed_value *key = &wanted;
    struct listed_value *const *found = bsearch(&key, sorted, count, sizeof *sorted, by_text);
    if (found != NULL && cell->measures[0].count > 0) {
        (*found)->has_range = true;
        (*found)->least = cell->measures[0].number;
        (*found)->greatest = cell->measures[1].number;
    }
}

static status fill_ranges(struct snapshot *snapshot, const struct search_request *search,
                          const struct value_list_request *asked, struct arena *arena,
                          struct listed_value *values, size_t count, struct error *e)
{
    const struct bucket_request by = {.field = asked->field, .kind = BUCKET_VALUE};
    const struct measure_request measures[] = {{.kind = MEASURE_MIN, .field = asked->range},
                                               {.kind = MEASURE_MAX, .field = asked->range}};
    const struct group_request group = {&by, 1, measures, 2};
    const struct summary_request request = {.groups = &group, .group_count = 1};
    struct search_request rows = *search;
    struct summary summary = {0};
    string_view *texts = arena_array(arena, string_view, count);
    struct listed_value **sorted =
        (struct listed_value **)arena_alloc_array(arena, count, sizeof *sorted);
    if (texts == NULL || sorted == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        texts[i] = values[i].value;
        sorted[i] = &values[i];
    }
    qsort(sorted, count, sizeof *sorted, by_text);
    TRY(query_with_values(arena, search->query, asked->field, texts, count, &rows.query, e));
    rows.explanation = NULL;
    TRY(search_summary(snapshot, &scope_public, arena, &rows, &request, &summary, e));
    for (size_t i = 0; i < summary.groups[0].cell_count; i++) {
        const struct group_cell *cell = &summary.groups[0].cells[i];
        if (!cell->by[0].missing) {
            take_range(sorted, count, cell);
        }
    }
    return ST_OK;
}

status value_list_make(struct snapshot *snapshot, const struct search_request *search,
                       const struct value_list_request *asked, struct arena *arena,
                       struct listed_values *out, struct error *e)
{
    struct search_result result = {0};
    TRY(run_facet(snapshot, search, asked, arena, &result, e));
    const struct search_facet *facet = &result.facets[0];
    struct listed_value *values = arena_array(arena, struct listed_value, facet->value_count + 1);
    if (values == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < facet->value_count; i++) {
        values[i].value = facet->values[i].value;
        values[i].count = facet->values[i].count;
    }
    if (asked->range.length > 0 && facet->value_count > 0) {
        TRY(fill_ranges(snapshot, search, asked, arena, values, facet->value_count, e));
    }
    *out = (struct listed_values){.values = values,
                                  .count = facet->value_count,
                                  .last = facet->last,
                                  .total = result.total,
                                  .distinct = facet->distinct,
                                  .missing = facet->missing};
    return ST_OK;
}
