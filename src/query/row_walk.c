// SPDX-License-Identifier: Apache-2.0
// Unsorted rows come in runs of a part, sorted ones one by one: neighbours are seldom of one part
// and rising; where they are, they are one piece.
#include "query/row_walk.h"

#include "query/key_order.h"
#include "query/query_tree.h"
#include "query/sort_order.h"

#define SORTED_BATCH ((size_t)65536) // rows put in order at a time

struct walk {
    const struct search_rows *found;
    row_walk_visit *visit;
    void *argument;
    uint32_t rows[ROW_WALK_MOST];
    size_t part; // of the rows at hand
    size_t count;
};

static status see_run(void *argument, size_t part, uint32_t first, uint32_t end, struct error *e)
{
    struct walk *w = argument;
    const struct bitset *set = w->found->sets.sets[part];
    while (first < end) {
        size_t count = bitset_list(set, first, w->rows, ROW_WALK_MOST);
        while (count > 0 && w->rows[count - 1] >= end) {
            count--;
        }
        if (count == 0) {
            break;
        }
        TRY(w->visit(w->argument, part, w->rows, count, e));
        first = w->rows[count - 1] + 1;
    }
    return ST_OK;
}

static status give_piece(struct walk *w, struct error *e)
{
    size_t count = w->count;
    w->count = 0;
    return count == 0 ? ST_OK : w->visit(w->argument, w->part, w->rows, count, e);
}

static status add_row(struct walk *w, const struct ordered_row *row, struct error *e)
{
    bool goes_on = w->count > 0 && w->count < ROW_WALK_MOST && w->part == row->part &&
                   w->rows[w->count - 1] < row->row;
    if (!goes_on) {
        TRY(give_piece(w, e));
    }
    w->part = row->part;
    w->rows[w->count++] = row->row;
    return ST_OK;
}

static status walk_sorted(struct walk *w, const struct search_request *r,
                          const struct cancellation *cancellation, struct arena *arena,
                          struct error *e)
{
    struct sort_order *order = NULL;
    struct ordered_row *rows = arena_array(arena, struct ordered_row, SORTED_BATCH);
    if (rows == NULL) {
        return query_no_memory(e);
    }
    TRY(sort_order_create(&w->found->extent, r->sorts, r->sort_count, arena, cancellation, &order,
                          e));
    for (uint64_t at = 0; at < w->found->sets.total; at += SORTED_BATCH) {
        size_t count = 0;
        TRY(sort_order_select(order, &w->found->sets, at, SORTED_BATCH, rows, &count, e));
        for (size_t i = 0; i < count; i++) {
            TRY(add_row(w, &rows[i], e));
        }
    }
    return give_piece(w, e);
}

status row_walk(const struct search_rows *found, const struct search_request *request,
                const struct cancellation *cancellation, struct arena *arena, row_walk_visit *visit,
                void *argument, struct error *e)
{
    struct walk *w = arena_new(arena, struct walk);
    if (w == NULL) {
        return query_no_memory(e);
    }
    w->found = found;
    w->visit = visit;
    w->argument = argument;
    return request->sort_count > 0
               ? walk_sorted(w, request, cancellation, arena, e)
               : key_order_runs(&found->extent, found->sets.sets, see_run, w, e);
}
