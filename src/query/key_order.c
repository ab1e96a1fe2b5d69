// SPDX-License-Identifier: Apache-2.0
// A merge of streams: the rows of one table in one segment are a stream sorted by key. Before the
// merge starts, streams are moved on by halving until they stand shortly before the place asked.
// Must not know: queries, values.
#include "query/key_order.h"

#include <stdlib.h>
#include <string.h>

// So many rows are cheaper to walk over than to halve away.
#define WALKED_ROWS   64u
#define MOST_HALVINGS 400
// Rows whose keys are asked for before they are read: one stage of segment_expect_key each.
#define ROWS_AHEAD 2u

struct stream {
    size_t part;
    struct segment *segment;
    const struct bitset *set;
    struct segment_table range; // the table's rows
    size_t place;               // of the table before others; equal: by UUID
    uint32_t at;                // rows before are behind us
    uint32_t end;               // rows from here on are not for us
    uint32_t ahead[ROWS_AHEAD]; // rows of the set behind `at`, the next first; forwards alone
    uint32_t ahead_count;
    struct buffer key; // of the row at `at`, once it is in the heap
};

struct merge {
    struct stream *streams;
    size_t count;
    size_t *heap; // streams by key
    size_t heap_count;
    bool descending;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to put rows in order");
}

// --- one stream ------------------------------------------------------------------------------

static uint64_t left_in(const struct stream *s)
{
    return s->at < s->end ? bitset_count_range(s->set, s->at, s->end) : 0;
}

static size_t row_at_or_behind(struct stream *s)
{
    while (s->ahead_count > 0) {
        uint32_t row = s->ahead[0];
        s->ahead_count--;
        memmove(s->ahead, s->ahead + 1, s->ahead_count * sizeof *s->ahead);
        if (row >= s->at) {
            return row;
        }
    }
    return bitset_next(s->set, s->at);
}

// Finds the rows to come and asks for their keys.
static void expect_keys(struct stream *s)
{
    while (s->ahead_count < ROWS_AHEAD) {
        uint32_t last = s->ahead_count > 0 ? s->ahead[s->ahead_count - 1] : s->at;
        size_t row = last + 1 < s->end ? bitset_next(s->set, last + 1) : s->end;
        if (row >= s->end) {
            break;
        }
        s->ahead[s->ahead_count++] = (uint32_t)row;
        segment_expect_key(s->segment, (uint32_t)row, 0);
    }
    if (s->ahead_count > 0) {
        segment_expect_key(s->segment, s->ahead[0], 1);
    }
}

// To the first row of the set at or behind `at`, or from `end` back to the last one.
static bool settle(struct stream *s, bool descending)
{
    if (s->at >= s->end) {
        return false;
    }
    if (descending) {
        size_t row = bitset_previous(s->set, s->end);
        s->end = row < s->set->bit_count && row >= s->at ? (uint32_t)row + 1 : s->at;
    } else {
        size_t row = row_at_or_behind(s);
        s->at = (uint32_t)MIN(row, (size_t)s->end);
    }
    return s->at < s->end;
}

static uint32_t current_row(const struct stream *s, bool descending)
{
    return descending ? s->end - 1 : s->at;
}

static status load_key(struct stream *s, bool descending, struct error *e)
{
    string_view key;
    if (!descending) {
        expect_keys(s);
    }
    return segment_key(s->segment, current_row(s, descending), &s->key, &key, e);
}

static void step(struct stream *s, bool descending)
{
    if (descending) {
        s->end--;
    } else {
        s->at++;
    }
}

// --- the heap --------------------------------------------------------------------------------

// Whether stream a gives its row before b. Equal keys, of different tables, always go by table.
static bool goes_before(const struct merge *m, const struct stream *a, const struct stream *b)
{
    int order = sv_compare(buffer_view(&a->key), buffer_view(&b->key));
    if (order != 0) {
        return (order < 0) != m->descending;
    }
    order = uuid_compare(&a->range.table, &b->range.table);
    return order != 0 ? order < 0 : a->part < b->part;
}

static void sift_down(struct merge *m, size_t at)
{
    for (;;) {
        size_t first = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < m->heap_count; child++) {
            if (goes_before(m, &m->streams[m->heap[child]], &m->streams[m->heap[first]])) {
                first = child;
            }
        }
        if (first == at) {
            return;
        }
        size_t moved = m->heap[at];
        m->heap[at] = m->heap[first];
        m->heap[first] = moved;
        at = first;
    }
}

static status start_heap(struct merge *m, struct error *e)
{
    m->heap_count = 0;
    for (size_t i = 0; i < m->count; i++) {
        if (settle(&m->streams[i], m->descending)) {
            TRY(load_key(&m->streams[i], m->descending, e));
            m->heap[m->heap_count++] = i;
        }
    }
    for (size_t i = m->heap_count; i > 0; i--) {
        sift_down(m, i - 1);
    }
    return ST_OK;
}

static status advance_heap(struct merge *m, struct error *e)
{
    struct stream *s = &m->streams[m->heap[0]];
    step(s, m->descending);
    if (settle(s, m->descending)) {
        TRY(load_key(s, m->descending, e));
    } else {
        m->heap[0] = m->heap[--m->heap_count];
    }
    sift_down(m, 0);
    return ST_OK;
}

// --- halving ---------------------------------------------------------------------------------

// The window that holds most rows; *most 0 when all are empty.
static size_t largest_stream(const struct merge *m, uint64_t *most)
{
    size_t largest = 0;
    *most = 0;
    for (size_t i = 0; i < m->count; i++) {
        uint64_t rows = left_in(&m->streams[i]);
        if (rows > *most) {
            *most = rows;
            largest = i;
        }
    }
    return largest;
}

// Where each stream would be cut by a key: rows before have smaller ones. Counts the rows that come
// before the cut in the order asked.
static status cut_streams(const struct merge *m, string_view pivot, uint32_t *cuts,
                          uint64_t *before, struct error *e)
{
    *before = 0;
    for (size_t i = 0; i < m->count; i++) {
        const struct stream *s = &m->streams[i];
        cuts[i] = s->at;
        if (s->at >= s->end) {
            continue;
        }
        bool equal = false;
        uint32_t row = 0;
        TRY(segment_find_key(s->segment, &s->range, pivot, &row, &equal, e));
        cuts[i] = MAX(MIN(row, s->end), s->at);
        *before += m->descending ? bitset_count_range(s->set, cuts[i], s->end)
                                 : bitset_count_range(s->set, s->at, cuts[i]);
    }
    return ST_OK;
}

// Goes on behind the cut, or before it.
static void take_side(struct merge *m, const uint32_t *cuts, bool behind)
{
    for (size_t i = 0; i < m->count; i++) {
        struct stream *s = &m->streams[i];
        *(behind != m->descending ? &s->at : &s->end) = cuts[i];
    }
}

// Moves all streams on so that `skip` rows, less those returned in *rest, are behind them.
static status skip_rows(struct merge *m, uint64_t skip, uint32_t *cuts, uint32_t *limits,
                        uint64_t *rest, struct error *e)
{
    struct buffer key;
    buffer_init(&key, (size_t)1 << 20);
    status result = ST_OK;
    for (size_t i = 0; i < m->count; i++) {
        limits[i] = m->descending ? m->streams[i].at : m->streams[i].end;
    }
    for (int turn = 0; turn < MOST_HALVINGS && skip > WALKED_ROWS && result == ST_OK; turn++) {
        uint64_t most = 0;
        uint64_t before = 0;
        const struct stream *s = &m->streams[largest_stream(m, &most)];
        if (most < 2) {
            break;
        }
        size_t rank = bitset_count_range(s->set, 0, s->at) + (size_t)(most / 2);
        string_view pivot;
        result = segment_key(s->segment, (uint32_t)bitset_select(s->set, rank), &key, &pivot, e);
        if (result == ST_OK) {
            result = cut_streams(m, pivot, cuts, &before, e);
        }
        if (result == ST_OK) {
            take_side(m, cuts, before <= skip);
            skip -= before <= skip ? before : 0;
        }
    }
    for (size_t i = 0; i < m->count; i++) {
        *(m->descending ? &m->streams[i].at : &m->streams[i].end) = limits[i];
    }
    buffer_release(&key);
    *rest = skip;
    return result;
}

// --- the streams of an extent ----------------------------------------------------------------

struct streams {
    struct stream *items; // by table, then part; owned
    size_t count;
    size_t *heap;     // room for the merge; owned
    uint32_t *cuts;   // likewise
    uint32_t *limits; // likewise
};

static int compare_streams(const void *a, const void *b)
{
    const struct stream *x = a;
    const struct stream *y = b;
    int order = (x->place > y->place) - (x->place < y->place);
    order = order != 0 ? order : uuid_compare(&x->range.table, &y->range.table);
    return order != 0 ? order : (x->part > y->part) - (x->part < y->part);
}

static void release_streams(struct streams *s)
{
    for (size_t i = 0; s->items != NULL && i < s->count; i++) {
        buffer_release(&s->items[i].key);
    }
    free(s->items);
    free(s->heap);
    free(s->cuts);
    free(s->limits);
}

static status open_streams(const struct extent *x, const struct bitset *const *sets,
                           struct streams *out, struct error *e)
{
    size_t most = 0;
    for (size_t i = 0; i < x->count; i++) {
        most += x->parts[i].range_count;
    }
    out->items = calloc(most + 1, sizeof *out->items);
    out->heap = calloc(most + 1, sizeof *out->heap);
    out->cuts = calloc(most + 1, sizeof *out->cuts);
    out->limits = calloc(most + 1, sizeof *out->limits);
    if (out->items == NULL || out->heap == NULL || out->cuts == NULL || out->limits == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < x->count; i++) {
        const struct extent_part *part = &x->parts[i];
        for (size_t k = 0; k < part->range_count && !bitset_is_nothing(sets[i]); k++) {
            const struct extent_range *range = &part->ranges[k];
            if (bitset_next(sets[i], range->first) >= range->end) {
                continue;
            }
            struct stream *s = &out->items[out->count++];
            *s = (struct stream){.part = i,
                                 .segment = part->segment,
                                 .set = sets[i],
                                 .range = {range->table, range->first, range->end - range->first},
                                 .at = range->first,
                                 .end = range->end};
            buffer_init(&s->key, (size_t)1 << 20);
        }
    }
    qsort(out->items, out->count, sizeof *out->items, compare_streams);
    return ST_OK;
}

// Streams from `first` on that are merged together: those of one table, or all.
static size_t group_end(const struct streams *s, size_t first, enum key_order order)
{
    if (order == ORDER_KEY_TABLE || order == ORDER_KEY_DESCENDING) {
        return s->count;
    }
    size_t end = first + 1;
    while (end < s->count &&
           uuid_compare(&s->items[end].range.table, &s->items[first].range.table) == 0) {
        end++;
    }
    return end;
}

// The group that ends before `end`, for going backwards over tables.
static size_t group_start(const struct streams *s, size_t end)
{
    size_t first = end - 1;
    while (first > 0 &&
           uuid_compare(&s->items[first - 1].range.table, &s->items[end - 1].range.table) == 0) {
        first--;
    }
    return first;
}

// Writes up to `count` rows of a merged group, behind the first `skip` of them.
static status select_in_group(struct merge *m, const struct streams *streams, uint64_t skip,
                              size_t count, struct ordered_row *out, size_t *written,
                              struct error *e)
{
    TRY(skip_rows(m, skip, streams->cuts, streams->limits, &skip, e));
    TRY(start_heap(m, e));
    while (m->heap_count > 0 && *written < count) {
        const struct stream *s = &m->streams[m->heap[0]];
        if (skip > 0) {
            skip--;
        } else {
            out[(*written)++] = (struct ordered_row){s->part, current_row(s, m->descending)};
        }
        TRY(advance_heap(m, e));
    }
    return ST_OK;
}

static status select_rows(const struct streams *streams, enum key_order order, uint64_t first,
                          size_t count, struct ordered_row *out, size_t *written, struct error *e)
{
    bool backwards = order == ORDER_TABLE_DESCENDING;
    size_t at = backwards ? streams->count : 0;
    while (backwards ? at > 0 : at < streams->count) {
        size_t start = backwards ? group_start(streams, at) : at;
        size_t end = backwards ? at : group_end(streams, at, order);
        uint64_t rows = 0;
        for (size_t i = start; i < end; i++) {
            rows += left_in(&streams->items[i]);
        }
        at = backwards ? start : end;
        if (rows <= first) {
            first -= rows;
            continue;
        }
        struct merge m = {.streams = streams->items + start,
                          .count = end - start,
                          .heap = streams->heap,
                          .descending = order == ORDER_KEY_DESCENDING};
        TRY(select_in_group(&m, streams, first, count, out, written, e));
        if (*written == count) {
            break;
        }
        first = 0;
    }
    return ST_OK;
}

// The first of the streams, which lie by UUID, that is not of a table before this one.
static size_t first_stream(const struct streams *s, const struct uuid *table)
{
    size_t low = 0;
    size_t high = s->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool before = uuid_compare(&s->items[middle].range.table, table) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

static void place_streams(struct streams *s, const struct uuid *tables, size_t count)
{
    for (size_t i = 0; i < s->count; i++) {
        s->items[i].place = count;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t at = first_stream(s, &tables[i]);
             at < s->count && uuid_compare(&s->items[at].range.table, &tables[i]) == 0; at++) {
            s->items[at].place = i;
        }
    }
    qsort(s->items, s->count, sizeof *s->items, compare_streams);
}

// `tables` NULL: all by UUID.
static status select_in_order(const struct extent *x, const struct bitset *const *sets,
                              enum key_order order, const struct uuid *tables, size_t table_count,
                              uint64_t first, size_t count, struct ordered_row *out,
                              size_t *written, struct error *e)
{
    struct streams streams = {0};
    size_t done = 0;
    status result = count == 0 ? ST_OK : open_streams(x, sets, &streams, e);
    if (result == ST_OK) {
        if (tables != NULL && streams.count > 1) {
            place_streams(&streams, tables, table_count);
        }
        result = select_rows(&streams, order, first, count, out, &done, e);
    }
    release_streams(&streams);
    if (result == ST_OK) {
        *written = done;
    }
    return result;
}

status key_order_select(const struct extent *x, const struct bitset *const *sets,
                        enum key_order order, uint64_t first, size_t count, struct ordered_row *out,
                        size_t *written, struct error *e)
{
    return select_in_order(x, sets, order, NULL, 0, first, count, out, written, e);
}

status key_order_select_tables(const struct extent *x, const struct bitset *const *sets,
                               const struct uuid *tables, size_t table_count, uint64_t first,
                               size_t count, struct ordered_row *out, size_t *written,
                               struct error *e)
{
    return select_in_order(x, sets, ORDER_TABLE_KEY, tables, table_count, first, count, out,
                           written, e);
}

// --- walking ---------------------------------------------------------------------------------

static status walk_group(struct merge *m, key_order_visit *visit, void *argument, struct error *e)
{
    TRY(start_heap(m, e));
    while (m->heap_count > 0) {
        const struct stream *s = &m->streams[m->heap[0]];
        struct ordered_row row = {s->part, current_row(s, false)};
        TRY(visit(argument, &row, &s->range.table, buffer_view(&s->key), e));
        TRY(advance_heap(m, e));
    }
    return ST_OK;
}

status key_order_walk(const struct extent *x, const struct bitset *const *sets,
                      key_order_visit *visit, void *argument, struct error *e)
{
    struct streams streams = {0};
    status result = open_streams(x, sets, &streams, e);
    for (size_t at = 0; at < streams.count && result == ST_OK;) {
        size_t end = group_end(&streams, at, ORDER_TABLE_KEY);
        struct merge m = {.streams = streams.items + at, .count = end - at, .heap = streams.heap};
        result = walk_group(&m, visit, argument, e);
        at = end;
    }
    release_streams(&streams);
    return result;
}

// --- runs ------------------------------------------------------------------------------------

// Rows of a stream that are compared one by one before the end of its run is looked for.
#define RUN_STEPS 8u

// The stream of the least key in front; *next the least of the others, NULL when there is none.
static struct stream *least_stream(struct merge *m, const struct stream **next)
{
    *next = NULL;
    for (size_t child = 1; child <= 2 && child < m->heap_count; child++) {
        const struct stream *s = &m->streams[m->heap[child]];
        if (*next == NULL || goes_before(m, s, *next)) {
            *next = s;
        }
    }
    return &m->streams[m->heap[0]];
}

// Moves the stream on to its first row that does not stand before `next`'s, and loads its key.
static status pass_run(struct stream *s, const struct stream *next, struct error *e)
{
    string_view other = buffer_view(&next->key);
    for (uint32_t i = 0; i < RUN_STEPS; i++) {
        step(s, false);
        if (!settle(s, false)) {
            return ST_OK;
        }
        TRY(load_key(s, false, e));
        if (sv_compare(buffer_view(&s->key), other) >= 0) {
            return ST_OK;
        }
    }
    bool equal = false;
    uint32_t row = 0;
    TRY(segment_find_key(s->segment, &s->range, other, &row, &equal, e));
    s->at = MAX(s->at, row);
    return settle(s, false) ? load_key(s, false, e) : ST_OK;
}

static status run_group(struct merge *m, key_order_run *visit, void *argument, struct error *e)
{
    TRY(start_heap(m, e));
    while (m->heap_count > 0) {
        const struct stream *next = NULL;
        struct stream *s = least_stream(m, &next);
        uint32_t first = s->at;
        if (next == NULL) {
            return visit(argument, s->part, first, s->end, e);
        }
        TRY(pass_run(s, next, e));
        TRY(visit(argument, s->part, first, MIN(s->at, s->end), e));
        if (s->at >= s->end) {
            m->heap[0] = m->heap[--m->heap_count];
        }
        sift_down(m, 0);
    }
    return ST_OK;
}

status key_order_runs(const struct extent *x, const struct bitset *const *sets,
                      key_order_run *visit, void *argument, struct error *e)
{
    struct streams streams = {0};
    status result = open_streams(x, sets, &streams, e);
    for (size_t at = 0; at < streams.count && result == ST_OK;) {
        size_t end = group_end(&streams, at, ORDER_TABLE_KEY);
        struct merge m = {.streams = streams.items + at, .count = end - at, .heap = streams.heap};
        result = run_group(&m, visit, argument, e);
        at = end;
    }
    release_streams(&streams);
    return result;
}
