// SPDX-License-Identifier: Apache-2.0
// All records of a search, one after another in the default order. The set of rows is made once;
// places in it are looked up a block at a time.
#include "library/request.h"
#include "query/key_order.h"
#include "query/search_rows.h"

#include <stdlib.h>

#define BLOCK ((size_t)4096)

struct vitrine_rows {
    struct arena arena;
    struct vitrine_snapshot at; // the snapshot is held
    struct search_rows found;
    struct ordered_row block[BLOCK];
    size_t block_count;
    size_t next;       // of the block
    uint64_t begun;    // place of the block's first row
    struct buffer key; // of the row at hand
    string_view key_view;
    struct buffer json;
    const struct store_table *table;
};

static status open_rows(struct vitrine_rows *r, struct library_request *asked, struct error *e)
{
    struct search_request request;
    const struct query *normal = NULL;
    TRY(library_request_finish(asked, &r->at, &r->arena, &request, e));
    if (request.query != NULL) {
        TRY(query_normalise(&r->arena, request.query, &normal, e));
    }
    struct cancellation cancellation = {request.cancelled, request.cancelled_argument};
    return search_rows_find(r->at.snapshot, &scope_public, request.tables, request.table_count,
                            request.commit, normal, &r->arena, &cancellation, &r->found, e);
}

enum vitrine_status vitrine_rows_open(struct vitrine_search *search,
                                      struct vitrine_snapshot *snapshot, struct vitrine_rows **out,
                                      struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (search == NULL || snapshot == NULL || out == NULL) {
        return library_result(error_set(e, ST_INVALID, "an argument that must be given is NULL"),
                              e);
    }
    struct vitrine_rows *r = calloc(1, sizeof *r);
    if (r == NULL) {
        return library_result(error_set(e, ST_NO_MEMORY, "no memory for rows"), e);
    }
    arena_init(&r->arena, 0);
    buffer_init(&r->key, 2 * LIMIT_KEY_BYTES);
    buffer_init(&r->json, LIBRARY_RECORD_BYTES);
    r->at = *snapshot;
    snapshot_retain(r->at.snapshot);
    status result = open_rows(r, library_request_of(search), e);
    if (result != ST_OK) {
        vitrine_rows_close(r);
        return library_result(result, e);
    }
    *out = r;
    return VITRINE_OK;
}

void vitrine_rows_close(struct vitrine_rows *rows)
{
    if (rows != NULL) {
        buffer_release(&rows->json);
        buffer_release(&rows->key);
        arena_release(&rows->arena);
        snapshot_release(rows->at.snapshot);
        free(rows);
    }
}

uint64_t vitrine_rows_total(const struct vitrine_rows *rows)
{
    return rows->found.sets.total;
}

static status read_row(struct vitrine_rows *r, const struct ordered_row *row, struct error *e)
{
    const struct extent_part *part = &r->found.extent.parts[row->part];
    const struct record_version version = {.segment = part->index, .row = row->row};
    const struct extent_range *range = extent_range_of(part, row->row);
    if (r->table == NULL || uuid_compare(&r->table->table, &range->table) != 0) {
        r->table = snapshot_table_by_uuid(r->at.snapshot, &range->table);
    }
    buffer_clear(&r->key);
    buffer_clear(&r->json);
    TRY(segment_key(part->segment, row->row, &r->key, &r->key_view, e));
    TRY(snapshot_write_record(r->at.snapshot, &version, false, &r->json, e));
    return buffer_check(&r->json, "a record", e);
}

static status next_row(struct vitrine_rows *r, bool *more, struct error *e)
{
    if (r->next == r->block_count && r->begun + r->next < r->found.sets.total) {
        r->begun += r->next;
        r->next = 0;
        TRY(key_order_select(&r->found.extent, r->found.sets.sets, ORDER_TABLE_KEY, r->begun, BLOCK,
                             r->block, &r->block_count, e));
    }
    *more = r->next < r->block_count;
    return *more ? read_row(r, &r->block[r->next++], e) : ST_OK;
}

enum vitrine_status vitrine_rows_next(struct vitrine_rows *rows, bool *more,
                                      struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (rows == NULL || more == NULL) {
        return library_result(error_set(e, ST_INVALID, "an argument that must be given is NULL"),
                              e);
    }
    return library_result(next_row(rows, more, e), e);
}

struct vitrine_text vitrine_rows_table(const struct vitrine_rows *rows)
{
    return library_text(rows->table == NULL ? SV("") : rows->table->slug);
}

struct vitrine_text vitrine_rows_key(const struct vitrine_rows *rows)
{
    return library_text(rows->key_view);
}

struct vitrine_text vitrine_rows_json(const struct vitrine_rows *rows)
{
    return library_text(buffer_view(&rows->json));
}
