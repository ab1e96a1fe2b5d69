// SPDX-License-Identifier: Apache-2.0
// Every row that a query finds, in its order, without a limit and in memory that does not grow with
// the answer. Must not know: HTTP, who asks, what is made of the rows.
#include "query/query_tree.h"
#include "query/search_rows.h"
#include "query/sort_order.h"

#include <stdlib.h>

#define SORTED_BATCH ((size_t)65536) // rows put in order at a time
#define ROWS_A_CHECK ((size_t)4096)

struct scan {
    struct snapshot *snapshot;
    const struct search_request *request;
    struct search_rows rows;
    struct cancellation cancellation;
    struct arena arena;
    search_scan_visit *visit;
    void *argument;
    size_t seen;
};

static status see_row(void *argument, const struct ordered_row *row, const struct uuid *table,
                      string_view key, struct error *e)
{
    struct scan *s = argument;
    const struct extent_part *part = &s->rows.extent.parts[row->part];
    const struct sha256 *hashes = NULL;
    if (s->seen++ % ROWS_A_CHECK == 0) {
        TRY(cancellation_check(&s->cancellation, e));
    }
    TRY(segment_hashes(part->segment, &hashes, e));
    struct search_hit hit = {.table = *table, .key = key};
    hit.version =
        (struct record_version){.segment = part->index, .row = row->row, .hash = hashes[row->row]};
    TRY(snapshot_row_life(s->snapshot, part->index, row->row, &hit.version.from, &hit.version.until,
                          e));
    hit.from = hit.version.from;
    return s->visit(s->argument, &hit, e);
}

static status see_batch(struct scan *s, const struct ordered_row *rows, size_t count,
                        struct buffer *scratch, struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        const struct extent_part *part = &s->rows.extent.parts[rows[i].part];
        string_view key;
        TRY(segment_key(part->segment, rows[i].row, scratch, &key, e));
        TRY(see_row(s, &rows[i], &extent_range_of(part, rows[i].row)->table, key, e));
    }
    return ST_OK;
}

static status walk_sorted(struct scan *s, struct error *e)
{
    const struct search_request *r = s->request;
    struct sort_order *order = NULL;
    struct buffer scratch;
    struct ordered_row *rows = arena_array(&s->arena, struct ordered_row, SORTED_BATCH);
    if (rows == NULL) {
        return query_no_memory(e);
    }
    TRY(sort_order_create(&s->rows.extent, r->sorts, r->sort_count, &s->arena, &s->cancellation,
                          &order, e));
    buffer_init(&scratch, (size_t)1 << 20);
    status result = ST_OK;
    for (uint64_t at = 0; result == ST_OK && at < s->rows.sets.total; at += SORTED_BATCH) {
        size_t written = 0;
        result = sort_order_select(order, &s->rows.sets, at, SORTED_BATCH, rows, &written, e);
        if (result == ST_OK) {
            result = see_batch(s, rows, written, &scratch, e);
        }
    }
    buffer_release(&scratch);
    return result;
}

status search_scan(struct snapshot *s, const struct scope *scope,
                   const struct search_request *request, search_scan_visit *visit, void *argument,
                   struct error *e)
{
    struct scan scan = {.snapshot = s,
                        .request = request,
                        .cancellation = {request->cancelled, request->cancelled_argument},
                        .visit = visit,
                        .argument = argument};
    const struct query *query = NULL;
    status result = ST_OK;
    arena_init(&scan.arena, 0);
    if (request->query != NULL) {
        TRY_OUT(query_normalise(&scan.arena, request->query, &query, e));
    }
    TRY_OUT(search_rows_find(s, scope, request->tables, request->table_count, request->commit,
                             query, &scan.arena, &scan.cancellation, &scan.rows, e));
    if (request->sort_count > 0) {
        TRY_OUT(walk_sorted(&scan, e));
    } else {
        TRY_OUT(key_order_walk(&scan.rows.extent, scan.rows.sets.sets, see_row, &scan, e));
    }
out:
    arena_release(&scan.arena);
    return result;
}
