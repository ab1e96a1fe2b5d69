// SPDX-License-Identifier: Apache-2.0
// The chart with counts: rows are counted by span, of which there are few, then spans by interval;
// names that the table does not know are counted by value.
// Must not know: HTTP.
#include "query/geological_time.h"

#include "base/array.h"
#include "query/facet.h"
#include "query/geological_chart.h"
#include "query/query_tree.h"
#include "query/search_rows.h"

#include <stdlib.h>
#include <string.h>

struct span_count {
    struct geological_span span;
    uint64_t count;
};

struct counting {
    struct span_count *spans; // owned
    size_t count;
    size_t capacity;
    size_t last; // counted last: rows that follow each other are often alike
};

// There are few spans in a collection, so they are looked for one by one.
static status count_row(void *argument, uint32_t row, struct geological_span span, struct error *e)
{
    (void)row;
    struct counting *c = argument;
    size_t at = c->last;
    bool same =
        at < c->count && c->spans[at].span.start == span.start && c->spans[at].span.end == span.end;
    for (at = same ? at : 0; !same && at < c->count; at++) {
        same = c->spans[at].span.start == span.start && c->spans[at].span.end == span.end;
        if (same) {
            break;
        }
    }
    if (!same) {
        if (!ARRAY_RESERVE(c->spans, c->capacity, c->count, SIZE_MAX / sizeof *c->spans)) {
            return query_no_memory(e);
        }
        at = c->count++;
        c->spans[at] = (struct span_count){span, 0};
    }
    c->spans[at].count++;
    c->last = at;
    return ST_OK;
}

static void count_intervals(const struct counting *c, bool within, struct geological_tree *out)
{
    for (size_t i = 0; i < geological_interval_count; i++) {
        struct query term = {.low = geological_intervals[i].end,
                             .high = geological_intervals[i].start,
                             .within = within};
        for (size_t k = 0; k < c->count; k++) {
            out->counts[i] += geological_holds(&term, c->spans[k].span) ? c->spans[k].count : 0;
        }
    }
}

// --- names that are not known ----------------------------------------------------------------

struct unknown_list {
    struct geological_unknown *items; // owned
    size_t count;
    size_t capacity;
};

static int compare_unknown(const void *a, const void *b)
{
    const struct geological_unknown *x = a;
    const struct geological_unknown *y = b;
    if (x->count != y->count) {
        return x->count > y->count ? -1 : 1;
    }
    int order = sv_compare(x->name, y->name);
    return order != 0 ? order : sv_compare(x->field, y->field);
}

static status add_unknown_values(const struct search_facet *facet, const char *field,
                                 struct unknown_list *list, struct error *e)
{
    for (size_t i = 0; i < facet->value_count; i++) {
        if (geological_find(facet->values[i].value) != NULL) {
            continue;
        }
        if (!ARRAY_RESERVE(list->items, list->capacity, list->count,
                           SIZE_MAX / sizeof *list->items)) {
            return query_no_memory(e);
        }
        list->items[list->count++] = (struct geological_unknown){
            sv_from(field), facet->values[i].value, facet->values[i].count};
    }
    return ST_OK;
}

static status add_unknown(const struct extent *x, const struct field_paths *found,
                          const char *field, const struct row_sets *rows, struct arena *arena,
                          struct unknown_list *list, struct error *e)
{
    struct field_paths leaves;
    struct value_counts counts;
    struct search_facet facet = {0};
    const struct cancellation none = {0};
    const struct facet_page page = {.limit = SEARCH_LIMIT_FACET_VALUES};
    TRY(field_paths_leaves(found, arena, &leaves, e));
    if (leaves.count == 0) {
        return ST_OK;
    }
    TRY(value_counts_make(x, &leaves, rows, arena, &none, &counts, e));
    status result = value_counts_top(&counts, &leaves, NULL, &page, arena, &facet, e);
    value_counts_release(&counts);
    return result != ST_OK ? result : add_unknown_values(&facet, field, list, e);
}

static status list_unknown(const struct extent *x, const struct geological_fields *fields,
                           const struct row_sets *rows, struct arena *arena,
                           struct geological_tree *out, struct error *e)
{
    struct unknown_list list = {0};
    status result = ST_OK;
    for (size_t i = 0; i < GEOLOGICAL_RANKS; i++) {
        TRY_OUT(add_unknown(x, &fields->earliest[i], geological_earliest_fields[i], rows, arena,
                            &list, e));
        TRY_OUT(
            add_unknown(x, &fields->latest[i], geological_latest_fields[i], rows, arena, &list, e));
    }
    if (list.count > 0) {
        qsort(list.items, list.count, sizeof *list.items, compare_unknown);
    }
    out->unknown_count = MIN(list.count, GEOLOGICAL_LIMIT_UNKNOWN);
    struct geological_unknown *told =
        arena_array(arena, struct geological_unknown, out->unknown_count + 1);
    if (told == NULL) {
        result = query_no_memory(e);
        goto out;
    }
    for (size_t i = 0; i < list.count; i++) {
        if (i < out->unknown_count) {
            told[i] = list.items[i];
        } else {
            out->unknown_other += list.items[i].count;
        }
    }
    out->unknown = told;
out:
    free(list.items);
    return result;
}

static status make_tree(const struct search_rows *found, bool within,
                        const struct cancellation *cancellation, struct arena *scratch,
                        struct arena *arena, struct geological_tree *tree, struct error *e)
{
    struct geological_fields fields;
    struct counting counting = {0};
    status result = geological_fields_find(&found->extent, scratch, &fields, e);
    for (size_t i = 0; i < found->extent.count && result == ST_OK; i++) {
        result = cancellation_check(cancellation, e);
        if (result == ST_OK) {
            result = geological_rows(&fields, i, found->sets.sets[i], count_row, &counting, e);
        }
    }
    for (size_t k = 0; k < counting.count; k++) {
        tree->dated += counting.spans[k].count;
    }
    count_intervals(&counting, within, tree);
    free(counting.spans);
    TRY(result);
    return list_unknown(&found->extent, &fields, &found->sets, arena, tree, e);
}

status geological_tree_make(struct snapshot *s, const struct scope *scope, struct arena *arena,
                            const struct search_request *request, bool within,
                            struct geological_tree *out, struct error *e)
{
    struct arena scratch;
    struct search_rows found;
    const struct query *normalised = NULL;
    struct geological_tree tree = {0};
    struct cancellation cancellation = {request->cancelled, request->cancelled_argument};
    tree.counts = arena_array(arena, uint64_t, geological_interval_count);
    if (tree.counts == NULL) {
        return query_no_memory(e);
    }
    arena_init(&scratch, 0);
    status result =
        request->query == NULL ? ST_OK : query_normalise(&scratch, request->query, &normalised, e);
    if (result == ST_OK) {
        result = search_rows_find(s, scope, request->tables, request->table_count, request->commit,
                                  normalised, &scratch, &cancellation, &found, e);
    }
    if (result == ST_OK) {
        tree.total = found.sets.total;
        // Names of fields' values are found in the answer's arena.
        result = make_tree(&found, within, &cancellation, &scratch, arena, &tree, e);
    }
    arena_release(&scratch);
    if (result == ST_OK) {
        *out = tree;
    }
    return result;
}
