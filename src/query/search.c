// SPDX-License-Identifier: Apache-2.0
// One search: rows that match in every segment, then facets, order and the page asked.
// Must not know: HTTP, who asks, what a dataset's metadata mean.
#include "query/search.h"

#include "base/clock.h"
#include "base/hash.h"
#include "query/cursor.h"
#include "query/explanation.h"
#include "query/facet_answer.h"
#include "query/query_tree.h"
#include "query/relevance.h"
#include "query/sort_order.h"

#include <stdlib.h>
#include <string.h>

struct search {
    const struct search_request *request;
    const struct scope *scope;
    struct snapshot *snapshot;
    struct arena *arena;  // of the answer
    struct arena scratch; // of the search
    struct cancellation cancellation;
    const struct query *query; // normalised; NULL: all
    struct search_rows rows;
    uint32_t commit;
    uint64_t offset;
    uint64_t asked;
    struct error *e;
};

// --- what is asked ---------------------------------------------------------------------------

static status check_facet(const struct search_facet_request *f, struct error *e)
{
    if (f->limit > SEARCH_LIMIT_FACET_VALUES) {
        return error_set_field(e, ST_INVALID, "facetLimit",
                               "%zu values of a facet are asked, at most %zu", f->limit,
                               SEARCH_LIMIT_FACET_VALUES);
    }
    if (f->offset > SEARCH_LIMIT_FACET_OFFSET) {
        return error_set_field(e, ST_INVALID, "facetOffset",
                               "%zu values of a facet are to be passed over, at most %zu",
                               f->offset, SEARCH_LIMIT_FACET_OFFSET);
    }
    if (f->prefix.length > QUERY_LIMIT_TEXT) {
        return error_set_field(e, ST_INVALID, "facetPrefix",
                               "the start of a facet's values is longer than %zu bytes",
                               QUERY_LIMIT_TEXT);
    }
    return ST_OK;
}

static status check_request(const struct search_request *r, struct error *e)
{
    if (r->limit > SEARCH_LIMIT_ROWS) {
        return error_set_field(e, ST_INVALID, "limit", "limit is %zu, at most %zu", r->limit,
                               SEARCH_LIMIT_ROWS);
    }
    if (r->facet_count > SEARCH_LIMIT_FACETS) {
        return error_set_field(e, ST_INVALID, "facet", "%zu facets are asked, at most %zu",
                               r->facet_count, SEARCH_LIMIT_FACETS);
    }
    for (size_t i = 0; i < r->facet_count; i++) {
        TRY(check_facet(&r->facets[i], e));
    }
    if (r->sort_count > SEARCH_LIMIT_SORTS) {
        return error_set_field(e, ST_INVALID, "sort", "%zu fields to sort by, at most %zu",
                               r->sort_count, SEARCH_LIMIT_SORTS);
    }
    for (size_t i = 0; i < r->sort_count; i++) {
        bool score = sv_equal(r->sorts[i].field, SV("_score"));
        bool kind = sv_equal(r->sorts[i].field, SV("_kind"));
        bool beside = r->sort_count > 1 || r->sorts[i].descending;
        if (score && beside) {
            return error_set_field(e, ST_INVALID, "sort",
                                   "_score stands alone, the best first: ties are in the default "
                                   "order");
        }
        if (kind && beside) {
            return error_set_field(e, ST_INVALID, "sort",
                                   "_kind stands alone, specimens first: ties are in the default "
                                   "order");
        }
    }
    if (r->after.length > 0 && r->offset > 0) {
        return error_set_field(e, ST_INVALID, "after",
                               "after and offset cannot be asked together: after goes on behind "
                               "an answer, offset counts from the first hit");
    }
    return ST_OK;
}

static int compare_uuids(const void *a, const void *b)
{
    return uuid_compare(a, b);
}

// What a cursor must agree with.
static status hash_request(struct search *s)
{
    const struct search_request *r = s->request;
    struct buffer text;
    buffer_init(&text, 128 * QUERY_LIMIT_BYTES);
    buffer_append_view(&text, sv_from(s->scope->name));
    buffer_append_byte(&text, '\0');
    if (s->query != NULL) {
        query_print(s->query, &text);
    }
    for (size_t i = 0; i < r->sort_count; i++) {
        buffer_append_byte(&text, r->sorts[i].descending ? '-' : '+');
        buffer_append_view(&text, r->sorts[i].field);
        buffer_append_byte(&text, '\0');
    }
    struct uuid *tables = arena_array(&s->scratch, struct uuid, r->table_count + 1);
    if (tables == NULL) {
        buffer_release(&text);
        return query_no_memory(s->e);
    }
    if (r->table_count > 0) {
        memcpy(tables, r->tables, r->table_count * sizeof *tables);
        qsort(tables, r->table_count, sizeof *tables, compare_uuids);
    }
    buffer_append(&text, tables, r->table_count * sizeof *tables);
    status result = buffer_check(&text, "the query", s->e);
    s->asked = hash_bytes(text.bytes, text.length);
    buffer_release(&text);
    return result;
}

static status find_place(struct search *s)
{
    TRY(hash_request(s));
    s->commit = s->request->commit;
    s->offset = s->request->offset;
    if (s->request->after.length > 0) {
        struct cursor c;
        TRY(cursor_read(s->request->after, s->asked, &c, s->e));
        s->commit = c.commit;
        s->offset = c.offset;
    }
    if (s->commit > snapshot_last_commit(s->snapshot)) {
        return error_set_field(s->e, ST_INVALID, s->request->after.length > 0 ? "after" : "version",
                               "commit %lu is asked and the last one is %lu",
                               (unsigned long)s->commit,
                               (unsigned long)snapshot_last_commit(s->snapshot));
    }
    return ST_OK;
}

// --- the answer ------------------------------------------------------------------------------

static status make_facets(struct search *s, struct search_result *out)
{
    const struct search_request *r = s->request;
    struct search_facet *facets = arena_array(s->arena, struct search_facet, r->facet_count + 1);
    if (facets == NULL) {
        return query_no_memory(s->e);
    }
    const struct facet_subject subject = {.snapshot = s->snapshot,
                                          .scope = s->scope,
                                          .request = r,
                                          .query = s->query,
                                          .rows = &s->rows,
                                          .cancellation = &s->cancellation};
    TRY(facet_answers_make(&subject, r->facets, r->facet_count, &s->scratch, s->arena, facets,
                           s->e));
    out->facets = facets;
    out->facet_count = r->facet_count;
    return ST_OK;
}

static bool by_relevance(const struct search_request *r)
{
    return r->sort_count == 1 && sv_equal(r->sorts[0].field, SV("_score"));
}

static bool by_kind(const struct search_request *r)
{
    return r->sort_count == 1 && r->order_tables != NULL &&
           sv_equal(r->sorts[0].field, SV("_kind"));
}

static status select_by_kind(struct search *s, struct ordered_row *rows, size_t *count)
{
    const struct search_request *r = s->request;
    const struct uuid *tables = NULL;
    size_t table_count = 0;
    TRY(r->order_tables(r->order_argument, s->commit, &tables, &table_count, s->e));
    return key_order_select_tables(&s->rows.extent, s->rows.sets.sets, tables, table_count,
                                   s->offset, r->limit, rows, count, s->e);
}

static status select_rows(struct search *s, struct ordered_row *rows, int64_t *scores,
                          size_t *count)
{
    const struct search_request *r = s->request;
    struct sort_order *order = NULL;
    if (by_relevance(r)) {
        const struct relevance_subject subject = {.snapshot = s->snapshot,
                                                  .scope = s->scope,
                                                  .request = r,
                                                  .query = s->query,
                                                  .rows = &s->rows,
                                                  .cancellation = &s->cancellation};
        return relevance_select(&subject, s->offset, r->limit, &s->scratch, rows, scores, count,
                                s->e);
    }
    if (by_kind(r)) {
        return select_by_kind(s, rows, count);
    }
    TRY(sort_order_create(&s->rows.extent, r->sorts, r->sort_count, &s->scratch, &s->cancellation,
                          &order, s->e));
    return sort_order_select(order, &s->rows.sets, s->offset, r->limit, rows, count, s->e);
}

static status make_hit(struct search *s, const struct ordered_row *row, struct buffer *scratch,
                       struct search_hit *out)
{
    const struct extent_part *part = &s->rows.extent.parts[row->part];
    string_view key;
    TRY(segment_key(part->segment, row->row, scratch, &key, s->e));
    out->table = extent_range_of(part, row->row)->table;
    out->key = arena_copy(s->arena, key);
    out->version = (struct record_version){.segment = part->index, .row = row->row};
    TRY(snapshot_row_life(s->snapshot, part->index, row->row, &out->version.from,
                          &out->version.until, s->e));
    out->from = out->version.from;
    return out->key.bytes == NULL ? query_no_memory(s->e) : ST_OK;
}

// Asks for the keys of the rows to come.
#define KEYS_AHEAD 4u
static void expect_keys(const struct search *s, const struct ordered_row *rows, size_t count,
                        size_t at)
{
    for (unsigned stage = 0; stage < 2; stage++) {
        size_t index = at + (2 - stage) * KEYS_AHEAD;
        if (index < count) {
            segment_expect_key(s->rows.extent.parts[rows[index].part].segment, rows[index].row,
                               stage);
        }
    }
}

static status make_hits(struct search *s, struct search_result *out)
{
    const struct search_request *r = s->request;
    struct ordered_row *rows = arena_array(&s->scratch, struct ordered_row, r->limit + 1);
    struct search_hit *hits = arena_array(s->arena, struct search_hit, r->limit + 1);
    int64_t *scores = arena_array(&s->scratch, int64_t, r->limit + 1);
    if (rows == NULL || hits == NULL || scores == NULL) {
        return query_no_memory(s->e);
    }
    size_t count = 0;
    uint64_t start = clock_ticks();
    TRY(select_rows(s, rows, scores, &count));
    if (r->explanation != NULL) {
        r->explanation->order = clock_ticks() - start;
    }
    struct buffer scratch;
    buffer_init(&scratch, (size_t)1 << 20);
    status result = ST_OK;
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        expect_keys(s, rows, count, i);
        result = make_hit(s, &rows[i], &scratch, &hits[i]);
        hits[i].has_score = by_relevance(r);
        hits[i].score = (double)scores[i] / 1e6;
    }
    buffer_release(&scratch);
    TRY(result);
    out->hits = hits;
    out->hit_count = count;
    if (count > 0 && s->offset + count < out->total) {
        struct cursor c = {s->commit, s->offset + count, s->asked};
        TRY(cursor_write(&c, s->arena, &out->after, s->e));
    }
    return ST_OK;
}

static status find_rows(struct search *s)
{
    const struct search_request *r = s->request;
    struct search_explanation *x = r->explanation;
    uint64_t start = clock_ticks();
    TRY(search_rows_find(s->snapshot, s->scope, r->tables, r->table_count, s->commit, s->query,
                         &s->scratch, &s->cancellation, &s->rows, s->e));
    if (x == NULL) {
        return ST_OK;
    }
    *x = (struct search_explanation){.match = clock_ticks() - start, .total = s->rows.sets.total};
    return explanation_make(&s->rows.extent, s->query, s->arena, &s->cancellation, x, s->e);
}

static status make_answer(struct search *s, struct search_result *result)
{
    struct search_explanation *x = s->request->explanation;
    uint64_t start = clock_ticks();
    TRY(make_facets(s, result));
    uint64_t between = clock_ticks();
    TRY(make_hits(s, result));
    if (x != NULL) {
        x->facets = between - start;
        x->hits = clock_ticks() - between - x->order;
    }
    return ST_OK;
}

static status run(struct search *s, struct search_result *out)
{
    const struct search_request *r = s->request;
    // What is explained is told after the search, with the answer.
    struct arena *arena = r->explanation != NULL ? s->arena : &s->scratch;
    TRY(check_request(r, s->e));
    if (r->query != NULL) {
        TRY(query_normalise(arena, r->query, &s->query, s->e));
    }
    TRY(find_place(s));
    TRY(find_rows(s));
    struct search_result result = {
        .commit = s->commit, .total = s->rows.sets.total, .after = SV("")};
    if (!r->count_only) {
        TRY(make_answer(s, &result));
    }
    *out = result;
    return ST_OK;
}

status search_run(struct snapshot *s, const struct scope *scope, struct arena *arena,
                  const struct search_request *request, struct search_result *out, struct error *e)
{
    struct search search = {
        .request = request,
        .scope = scope,
        .snapshot = s,
        .arena = arena,
        .cancellation = {request->cancelled, request->cancelled_argument},
        .e = e,
    };
    arena_init(&search.scratch, 0);
    status result = run(&search, out);
    arena_release(&search.scratch);
    return result;
}
