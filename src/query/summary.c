// SPDX-License-Identifier: Apache-2.0
// Finds the rows once, then makes each part.
// Must not know: how any part is made.
#include "query/query_tree.h"
#include "query/summary_subject.h"

static status check_count(size_t count, const char *what, struct error *e)
{
    if (count <= SUMMARY_LIMIT_PARTS) {
        return ST_OK;
    }
    return error_set_field(e, ST_INVALID, what, "%zu %s are asked, at most %zu", count, what,
                           SUMMARY_LIMIT_PARTS);
}

static status check(const struct summary_request *r, struct error *e)
{
    TRY(check_count(r->statistics_count, "statistics", e));
    TRY(check_count(r->histogram_count, "histograms", e));
    TRY(check_count(r->group_count, "groups", e));
    TRY(check_count(r->grid_count, "grids", e));
    for (size_t i = 0; i < r->statistics_count; i++) {
        if (r->statistics[i].quantile_count > SUMMARY_LIMIT_QUANTILES) {
            return error_set_field(e, ST_INVALID, "quantiles",
                                   "%zu quantiles are asked, at most %zu",
                                   r->statistics[i].quantile_count, SUMMARY_LIMIT_QUANTILES);
        }
    }
    return ST_OK;
}

static status make_parts(const struct summary_subject *s, const struct summary_request *r,
                         struct summary *out, struct error *e)
{
    struct field_statistics *statistics =
        arena_array(s->arena, struct field_statistics, r->statistics_count + 1);
    struct histogram *histograms = arena_array(s->arena, struct histogram, r->histogram_count + 1);
    struct grouping *groups = arena_array(s->arena, struct grouping, r->group_count + 1);
    struct grid *grids = arena_array(s->arena, struct grid, r->grid_count + 1);
    if (statistics == NULL || histograms == NULL || groups == NULL || grids == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < r->statistics_count; i++) {
        TRY(statistics_make(s, &r->statistics[i], &statistics[i], e));
    }
    for (size_t i = 0; i < r->histogram_count; i++) {
        TRY(histogram_make(s, &r->histograms[i], &histograms[i], e));
    }
    for (size_t i = 0; i < r->group_count; i++) {
        TRY(grouping_make(s, &r->groups[i], &groups[i], e));
    }
    for (size_t i = 0; i < r->grid_count; i++) {
        TRY(grid_make(s, &r->grids[i], &grids[i], e));
    }
    *out = (struct summary){.total = s->rows->sets.total,
                            .statistics = statistics,
                            .histograms = histograms,
                            .groups = groups,
                            .grids = grids};
    return ST_OK;
}

status search_summary(struct snapshot *s, const struct scope *scope, struct arena *arena,
                      const struct search_request *rows, const struct summary_request *request,
                      struct summary *out, struct error *e)
{
    const struct cancellation cancellation = {rows->cancelled, rows->cancelled_argument};
    const struct query *query = NULL;
    struct search_rows found;
    struct arena scratch;
    arena_init(&scratch, 0);
    const struct summary_subject subject = {
        .rows = &found, .cancellation = &cancellation, .arena = arena, .scratch = &scratch};
    status result = check(request, e);
    if (result == ST_OK && rows->query != NULL) {
        result = query_normalise(&scratch, rows->query, &query, e);
    }
    if (result == ST_OK) {
        result = search_rows_find(s, scope, rows->tables, rows->table_count, rows->commit, query,
                                  &scratch, &cancellation, &found, e);
    }
    if (result == ST_OK) {
        result = make_parts(&subject, request, out, e);
    }
    arena_release(&scratch);
    return result;
}
