// SPDX-License-Identifier: Apache-2.0
// Groups of up to three fields with measures, in the order of their names.
// Must not know: how rows are walked.
#include "query/group_pass.h"
#include "query/query_tree.h"

#include <stdlib.h>

struct ranked_cell {
    uint64_t rank; // the key with bucket 0 moved behind the others
    uint32_t cell;
};

struct grouping_maker {
    const struct summary_subject *subject;
    const struct group_request *asked;
    struct buckets by[SUMMARY_LIMIT_GROUP_FIELDS];
    struct value_counts counts[SUMMARY_LIMIT_GROUP_FIELDS]; // of BUCKET_VALUE: for the spellings
    struct group_measures measures;
    struct group_cells cells;
    struct error *e;
};

static uint64_t rank_of(const struct grouping_maker *m, uint64_t key)
{
    uint64_t rank = 0;
    for (size_t i = 0; i < m->asked->by_count; i++) {
        uint64_t base = (uint64_t)m->by[i].count + 1;
        uint64_t bucket = group_key_bucket(m->by, m->asked->by_count, key, i);
        rank = rank * base + (bucket == 0 ? base - 1 : bucket - 1);
    }
    return rank;
}

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked_cell *x = a;
    const struct ranked_cell *y = b;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

// What each bucket is called, found once.
static status name_bucket(struct grouping_maker *m, size_t field, uint32_t bucket,
                          struct bucket_name **names, struct bucket_name *out)
{
    struct bucket_name *known = &names[field][bucket];
    if (known->text.bytes == NULL && !known->missing && !known->is_number) {
        TRY(buckets_name(&m->by[field], bucket, &m->counts[field], m->subject->arena, known, m->e));
    }
    *out = *known;
    return ST_OK;
}

static status tell_cell(struct grouping_maker *m, uint32_t cell, struct bucket_name **names,
                        struct group_cell *out)
{
    size_t by_count = m->asked->by_count;
    struct bucket_name *by = arena_array(m->subject->arena, struct bucket_name, by_count);
    if (by == NULL) {
        return query_no_memory(m->e);
    }
    for (size_t i = 0; i < by_count; i++) {
        uint32_t bucket = group_key_bucket(m->by, by_count, m->cells.map.keys[cell], i);
        TRY(name_bucket(m, i, bucket, names, &by[i]));
    }
    out->by = by;
    out->count = m->cells.counts[cell];
    return group_measures_tell(&m->measures, cell, &out->measures, m->e);
}

static status tell(struct grouping_maker *m, struct grouping *out)
{
    size_t count = m->cells.map.count;
    struct group_cell *cells = arena_array(m->subject->arena, struct group_cell, count + 1);
    struct ranked_cell *ranked = arena_array(m->subject->scratch, struct ranked_cell, count + 1);
    struct bucket_name *names[SUMMARY_LIMIT_GROUP_FIELDS] = {0};
    if (cells == NULL || ranked == NULL) {
        return query_no_memory(m->e);
    }
    for (size_t i = 0; i < m->asked->by_count; i++) {
        names[i] = arena_array(m->subject->scratch, struct bucket_name, (size_t)m->by[i].count + 1);
        if (names[i] == NULL) {
            return query_no_memory(m->e);
        }
    }
    for (size_t i = 0; i < count; i++) {
        ranked[i] = (struct ranked_cell){rank_of(m, m->cells.map.keys[i]), (uint32_t)i};
    }
    if (count > 1) {
        qsort(ranked, count, sizeof *ranked, compare_ranked);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(tell_cell(m, ranked[i].cell, names, &cells[i]));
    }
    *out = (struct grouping){cells, count};
    return ST_OK;
}

static status make(struct grouping_maker *m, struct grouping *out)
{
    const struct summary_subject *s = m->subject;
    const struct group_request *asked = m->asked;
    for (size_t i = 0; i < asked->by_count; i++) {
        TRY(buckets_make(s, &asked->by[i], &m->by[i], m->e));
    }
    TRY(group_measures_init(&m->measures, s, asked->measures, asked->measure_count, m->e));
    TRY(group_pass(s, m->by, asked->by_count, asked->measure_count == 0 ? NULL : &m->measures,
                   &m->cells, m->e));
    for (size_t i = 0; i < asked->by_count; i++) {
        if (asked->by[i].kind == BUCKET_VALUE) {
            TRY(value_counts_make(&s->rows->extent, &m->by[i].paths, &s->rows->sets, s->scratch,
                                  s->cancellation, &m->counts[i], m->e));
        }
    }
    return tell(m, out);
}

static status check(const struct group_request *asked, struct error *e)
{
    if (asked->by_count > SUMMARY_LIMIT_GROUP_FIELDS) {
        return error_set_field(e, ST_INVALID, "by", "group by at most %zu fields",
                               SUMMARY_LIMIT_GROUP_FIELDS);
    }
    if (asked->measure_count > SUMMARY_LIMIT_MEASURES) {
        return error_set_field(e, ST_INVALID, "measures", "%zu measures are asked, at most %zu",
                               asked->measure_count, SUMMARY_LIMIT_MEASURES);
    }
    for (size_t i = 0; i < asked->by_count; i++) {
        if (asked->by[i].kind == BUCKET_WIDTH && !(asked->by[i].width > 0)) {
            return error_set_field(e, ST_INVALID, "width", "the width of a group is above 0");
        }
    }
    return ST_OK;
}

status grouping_make(const struct summary_subject *s, const struct group_request *asked,
                     struct grouping *out, struct error *e)
{
    struct grouping_maker m = {.subject = s, .asked = asked, .e = e};
    TRY(check(asked, e));
    group_cells_init(&m.cells);
    status result = make(&m, out);
    group_cells_release(&m.cells);
    group_measures_release(&m.measures);
    for (size_t i = 0; i < asked->by_count; i++) {
        value_counts_release(&m.counts[i]);
    }
    return result;
}
