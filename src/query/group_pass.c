// SPDX-License-Identifier: Apache-2.0
// Row by row: buckets of each field, each once, then every combination.
// Must not know: names of buckets, what is asked.
#include "query/group_pass.h"

#include "base/array.h"
#include "query/group_flat.h"
#include "query/query_tree.h"

#include <stdlib.h>

#define ROWS_A_CHECK ((size_t)16384)

// Cells that one row may be in; past it a record's lists are no groups any more.
#define CELLS_A_ROW ((size_t)1000000)

// The buckets of the row at hand.
struct row_buckets {
    struct row_values row;
    uint32_t *buckets; // owned
    size_t count;
    size_t capacity;
};

struct group_walk {
    const struct summary_subject *subject;
    const struct buckets *by;
    size_t by_count;
    struct group_measures *measures;
    struct row_buckets fields[SUMMARY_LIMIT_GROUP_FIELDS];
    struct group_cells *cells;
    struct error *e;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to count groups");
}

void group_cells_init(struct group_cells *c)
{
    *c = (struct group_cells){0};
    number_map_init(&c->map, SUMMARY_LIMIT_CELLS);
}

void group_cells_release(struct group_cells *c)
{
    number_map_release(&c->map);
    free(c->counts);
    group_cells_init(c);
}

uint32_t group_key_bucket(const struct buckets *by, size_t by_count, uint64_t key, size_t field)
{
    for (size_t i = by_count - 1; i > field; i--) {
        key /= (uint64_t)by[i].count + 1;
    }
    return (uint32_t)(key % ((uint64_t)by[field].count + 1));
}

static int compare_buckets(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

// The row's buckets of a field, each once; bucket 0 alone where there is none.
static status read_buckets(struct group_walk *w, size_t field, uint32_t row)
{
    struct row_buckets *r = &w->fields[field];
    TRY(row_values_read(&r->row, row, w->e));
    r->count = 0;
    for (size_t i = 0; i <= r->row.count; i++) {
        if (!ARRAY_RESERVE(r->buckets, r->capacity, i, (size_t)1 << 28)) {
            return no_memory(w->e);
        }
    }
    for (size_t i = 0; i < r->row.count; i++) {
        uint32_t bucket = buckets_of(&w->by[field], r->row.values[i]);
        if (bucket > 0) {
            r->buckets[r->count++] = bucket;
        }
    }
    if (r->count == 0) {
        r->buckets[r->count++] = 0;
    } else if (r->count > 1) {
        qsort(r->buckets, r->count, sizeof *r->buckets, compare_buckets);
        size_t kept = 1;
        for (size_t i = 1; i < r->count; i++) {
            if (r->buckets[i] != r->buckets[kept - 1]) {
                r->buckets[kept++] = r->buckets[i];
            }
        }
        r->count = kept;
    }
    return ST_OK;
}

static status too_many(struct error *e)
{
    return error_set_field(e, ST_INVALID, "groups",
                           "there are more than %zu groups: group by fields of fewer values, by "
                           "wider buckets, or narrow the search",
                           SUMMARY_LIMIT_CELLS);
}

static status count_cell(struct group_cells *c, uint64_t key, uint64_t count, uint32_t *cell,
                         struct error *e)
{
    bool added = false;
    struct error inner = {0};
    status result = number_map_add(&c->map, key, cell, &added, &inner);
    if (result != ST_OK) {
        return result == ST_TOO_LARGE ? too_many(e) : no_memory(e);
    }
    if (added) {
        if (!ARRAY_RESERVE(c->counts, c->capacity, *cell, SUMMARY_LIMIT_CELLS + 1)) {
            return no_memory(e);
        }
        c->counts[*cell] = 0;
    }
    c->counts[*cell] += count;
    return ST_OK;
}

static status add_to_cell(struct group_walk *w, uint64_t key)
{
    uint32_t cell = 0;
    TRY(count_cell(w->cells, key, 1, &cell, w->e));
    return w->measures == NULL ? ST_OK : group_measures_add(w->measures, cell, w->e);
}

// Every combination of the row's buckets.
static status add_row(struct group_walk *w)
{
    size_t combinations = 1;
    for (size_t i = 0; i < w->by_count; i++) {
        if (__builtin_mul_overflow(combinations, w->fields[i].count, &combinations) ||
            combinations > CELLS_A_ROW) {
            return too_many(w->e);
        }
    }
    for (size_t n = 0; n < combinations; n++) {
        uint64_t key = 0;
        size_t rest = n;
        for (size_t i = 0; i < w->by_count; i++) {
            const struct row_buckets *r = &w->fields[i];
            key = key * ((uint64_t)w->by[i].count + 1) + r->buckets[rest % r->count];
            rest /= r->count;
        }
        TRY(add_to_cell(w, key));
    }
    return ST_OK;
}

static status walk_part(struct group_walk *w, size_t part)
{
    const struct bitset *rows = w->subject->rows->sets.sets[part];
    size_t seen = 0;
    for (size_t i = 0; i < w->by_count; i++) {
        TRY(row_values_open(&w->fields[i].row, &w->by[i].paths, w->by[i].values, part, w->e));
    }
    if (w->measures != NULL) {
        TRY(group_measures_open(w->measures, part, w->e));
    }
    for (size_t row = bitset_next(rows, 0); row < rows->bit_count;
         row = bitset_next(rows, row + 1)) {
        if (seen++ % ROWS_A_CHECK == 0) {
            TRY(cancellation_check(w->subject->cancellation, w->e));
        }
        for (size_t i = 0; i < w->by_count; i++) {
            TRY(read_buckets(w, i, (uint32_t)row));
        }
        if (w->measures != NULL) {
            TRY(group_measures_read(w->measures, (uint32_t)row, w->e));
        }
        TRY(add_row(w));
    }
    return ST_OK;
}

static status check_keys(const struct buckets *by, size_t count, struct error *e)
{
    uint64_t keys = 1;
    for (size_t i = 0; i < count; i++) {
        if (__builtin_mul_overflow(keys, (uint64_t)by[i].count + 1, &keys)) {
            return too_many(e);
        }
    }
    return ST_OK;
}

static bool is_flat(const struct buckets *by, size_t by_count,
                    const struct group_measures *measures)
{
    return group_flat_fits(by, by_count) &&
           (measures == NULL || group_measures_fit(measures, by, by_count));
}

static status pass_flat(const struct summary_subject *s, const struct buckets *by, size_t by_count,
                        struct group_measures *measures, struct group_cells *out, struct error *e)
{
    uint64_t *counts = NULL;
    size_t key_count = 0;
    if (by_count == 0 && s->rows->sets.total > 0) { // all records are one cell
        uint32_t cell = 0;
        TRY(count_cell(out, 0, s->rows->sets.total, &cell, e));
    } else if (by_count > 0) {
        TRY(group_flat_count(s, by, by_count, &counts, &key_count, e));
    }
    for (size_t key = 0; key < key_count; key++) {
        uint32_t cell = 0;
        if (counts[key] > 0) {
            TRY(count_cell(out, key, counts[key], &cell, e));
        }
    }
    return measures == NULL
               ? ST_OK
               : group_measures_count(measures, by, by_count, out->map.keys, out->map.count, e);
}

status group_pass(const struct summary_subject *s, const struct buckets *by, size_t by_count,
                  struct group_measures *measures, struct group_cells *out, struct error *e)
{
    struct group_walk w = {
        .subject = s, .by = by, .by_count = by_count, .measures = measures, .cells = out, .e = e};
    TRY(check_keys(by, by_count, e));
    if (is_flat(by, by_count, measures)) {
        return pass_flat(s, by, by_count, measures, out, e);
    }
    for (size_t i = 0; i < by_count; i++) {
        row_values_init(&w.fields[i].row);
    }
    status result = ST_OK;
    for (size_t part = 0; result == ST_OK && part < s->rows->extent.count; part++) {
        result = walk_part(&w, part);
    }
    for (size_t i = 0; i < by_count; i++) {
        row_values_release(&w.fields[i].row);
        free(w.fields[i].buckets);
    }
    return result;
}
