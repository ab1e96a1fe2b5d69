// SPDX-License-Identifier: Apache-2.0
// One state a measure; a growing list of cells in each.
// Must not know: how records come to groups.
#include "query/group_measures.h"

#include "base/array.h"
#include "query/exact_sum.h"
#include "query/group_flat.h"
#include "query/query_tree.h"
#include "query/share.h"
#include "query/value_walk.h"

#include <stdlib.h>
#include <string.h>

// What one value is as a number.
struct number_value {
    double number;
    int64_t integer;
    bool is_number;
    bool is_integer;
};

// Of one cell.
struct measure_cell {
    uint64_t count;
    double least;
    double greatest;
};

struct measure_state {
    struct measure_request asked;
    struct field_paths paths;
    const struct field_values *values;
    struct row_values row;
    struct number_value *numbers; // by value
    struct buckets digit;         // its values as columns count them; of numbers, each once
    uint32_t *digit_values;       // of numbers: a value for each
    struct share share;
    struct measure_cell *cells; // owned
    size_t cell_count;
    size_t cell_capacity;
    struct exact_sum *sums; // owned, by cell
    size_t sum_capacity;
    uint64_t *terms; // owned, share.term_count a cell
    size_t term_capacity;
    struct number_map pairs; // of cell and group: distinct values
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the measures of groups");
}

static status see_number(void *argument, uint32_t value, const struct value_facts *facts,
                         struct error *e)
{
    (void)e;
    struct number_value *numbers = argument;
    numbers[value] =
        (struct number_value){facts->number, facts->integer, facts->is_number, facts->is_integer};
    return ST_OK;
}

// --- digits ----------------------------------------------------------------------------------

static status digit_terms(struct measure_state *m)
{
    for (uint32_t value = 1; value <= m->values->count; value++) {
        m->digit.bucket_of[value] = m->share.term_of[value] + 1u;
    }
    m->digit.count = (uint32_t)m->share.term_count;
    return ST_OK;
}

static bool same_number(const struct number_value *a, const struct number_value *b)
{
    return a->number == b->number && a->is_integer == b->is_integer && a->integer == b->integer;
}

// Values are in order, so that equal numbers are neighbours.
static status digit_numbers(struct measure_state *m, struct arena *arena, struct error *e)
{
    m->digit_values = arena_array(arena, uint32_t, (size_t)m->values->count + 1);
    if (m->digit_values == NULL) {
        return query_no_memory(e);
    }
    for (uint32_t value = 1; value <= m->values->count; value++) {
        const struct number_value *n = &m->numbers[value];
        uint32_t last = m->digit_values[m->digit.count];
        if (!n->is_number) {
            continue;
        }
        if (m->digit.count == 0 || !same_number(n, &m->numbers[last])) {
            m->digit_values[++m->digit.count] = value;
        }
        m->digit.bucket_of[value] = m->digit.count;
    }
    return ST_OK;
}

static status make_digit(struct measure_state *m, struct arena *arena, struct error *e)
{
    m->digit = (struct buckets){.paths = m->paths, .values = m->values};
    if (m->asked.kind == MEASURE_DISTINCT) {
        m->digit.count = m->values->group_count;
        return ST_OK;
    }
    m->digit.bucket_of = arena_array(arena, uint32_t, (size_t)m->values->count + 1);
    if (m->digit.bucket_of == NULL) {
        return query_no_memory(e);
    }
    return m->asked.kind == MEASURE_SHARE ? digit_terms(m) : digit_numbers(m, arena, e);
}

static status init_one(struct measure_state *m, const struct summary_subject *s, struct error *e)
{
    TRY(field_paths_find_leaf(&s->rows->extent, m->asked.field, s->scratch, &m->paths, e));
    TRY(field_values_get(&m->paths, s->scratch, &m->values, e));
    if (m->asked.kind == MEASURE_DISTINCT) {
        return ST_OK;
    }
    if (m->asked.kind == MEASURE_SHARE) {
        return share_make(s, &m->asked, &m->paths, m->values, &m->share, e);
    }
    m->numbers = arena_array(s->scratch, struct number_value, (size_t)m->values->count + 1);
    if (m->numbers == NULL) {
        return query_no_memory(e);
    }
    return value_walk(&m->paths, m->values, see_number, m->numbers, e);
}

status group_measures_init(struct group_measures *g, const struct summary_subject *s,
                           const struct measure_request *asked, size_t count, struct error *e)
{
    *g = (struct group_measures){.subject = s};
    g->items = arena_array(s->scratch, struct measure_state, count + 1);
    if (g->items == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        struct measure_state *m = &g->items[i];
        m->asked = asked[i];
        row_values_init(&m->row);
        number_map_init(&m->pairs, (size_t)1 << 28);
        g->count++;
        TRY(init_one(m, s, e));
        TRY(make_digit(m, s->scratch, e));
    }
    return ST_OK;
}

void group_measures_release(struct group_measures *g)
{
    for (size_t i = 0; i < g->count; i++) {
        struct measure_state *m = &g->items[i];
        row_values_release(&m->row);
        number_map_release(&m->pairs);
        free(m->cells);
        free(m->sums);
        free(m->terms);
    }
    g->count = 0;
}

status group_measures_open(struct group_measures *g, size_t part, struct error *e)
{
    for (size_t i = 0; i < g->count; i++) {
        TRY(row_values_open(&g->items[i].row, &g->items[i].paths, g->items[i].values, part, e));
    }
    return ST_OK;
}

status group_measures_read(struct group_measures *g, uint32_t row, struct error *e)
{
    for (size_t i = 0; i < g->count; i++) {
        TRY(row_values_unique(&g->items[i].row, row, e));
    }
    return ST_OK;
}

// Room for the cell in all lists; new cells are empty.
static status reach_cell(struct measure_state *m, uint32_t cell, struct error *e)
{
    while (m->cell_count <= cell) {
        if (!ARRAY_RESERVE(m->cells, m->cell_capacity, m->cell_count, SUMMARY_LIMIT_CELLS + 1)) {
            return no_memory(e);
        }
        m->cells[m->cell_count] = (struct measure_cell){0};
        if (m->asked.kind == MEASURE_SUM || m->asked.kind == MEASURE_MEAN) {
            if (!ARRAY_RESERVE(m->sums, m->sum_capacity, m->cell_count, SUMMARY_LIMIT_CELLS + 1)) {
                return no_memory(e);
            }
            m->sums[m->cell_count] = (struct exact_sum){0};
        }
        for (size_t i = 0; i < m->share.term_count; i++) {
            size_t at = m->cell_count * m->share.term_count + i;
            if (!ARRAY_RESERVE(m->terms, m->term_capacity, at,
                               (SUMMARY_LIMIT_CELLS + 1) * m->share.term_count)) {
                return no_memory(e);
            }
            m->terms[at] = 0;
        }
        m->cell_count++;
    }
    return ST_OK;
}

static status add_distinct(struct measure_state *m, uint32_t cell, struct error *e)
{
    for (size_t i = 0; i < m->row.count; i++) {
        uint32_t number = 0;
        bool added = false;
        uint64_t group = field_values_group(m->values, m->row.values[i]);
        TRY(number_map_add(&m->pairs, (uint64_t)cell << 32 | group, &number, &added, e));
        m->cells[cell].count += added;
    }
    return ST_OK;
}

static void add_number(struct measure_state *m, uint32_t cell, const struct number_value *n,
                       uint64_t times)
{
    struct measure_cell *c = &m->cells[cell];
    c->least = c->count == 0 ? n->number : MIN(c->least, n->number);
    c->greatest = c->count == 0 ? n->number : MAX(c->greatest, n->number);
    c->count += times;
    if (m->sums != NULL && n->is_integer) {
        exact_sum_add_integer(&m->sums[cell], n->integer, times);
    } else if (m->sums != NULL) {
        exact_sum_add(&m->sums[cell], n->number, times);
    }
}

static status add_one(struct measure_state *m, uint32_t cell, struct error *e)
{
    TRY(reach_cell(m, cell, e));
    if (m->asked.kind == MEASURE_DISTINCT) {
        return add_distinct(m, cell, e);
    }
    if (m->asked.kind == MEASURE_SHARE) {
        size_t term = share_term(&m->share, m->row.values, m->row.count);
        m->terms[cell * m->share.term_count + term]++;
        return ST_OK;
    }
    for (size_t i = 0; i < m->row.count; i++) {
        const struct number_value *n = &m->numbers[m->row.values[i]];
        if (n->is_number) {
            add_number(m, cell, n, 1);
        }
    }
    return ST_OK;
}

status group_measures_add(struct group_measures *g, uint32_t cell, struct error *e)
{
    for (size_t i = 0; i < g->count; i++) {
        TRY(add_one(&g->items[i], cell, e));
    }
    return ST_OK;
}

// --- by columns ------------------------------------------------------------------------------

// The fields of the groups with the measure's own behind them.
static size_t digits_of(const struct measure_state *m, const struct buckets *by, size_t by_count,
                        struct buckets out[SUMMARY_LIMIT_GROUP_FIELDS + 1])
{
    if (by_count > 0) {
        memcpy(out, by, by_count * sizeof *out);
    }
    out[by_count] = m->digit;
    return by_count + 1;
}

bool group_measures_fit(const struct group_measures *g, const struct buckets *by, size_t by_count)
{
    struct buckets digits[SUMMARY_LIMIT_GROUP_FIELDS + 1];
    for (size_t i = 0; i < g->count; i++) {
        const struct measure_state *m = &g->items[i];
        size_t count = digits_of(m, by, by_count, digits);
        if (m->asked.kind == MEASURE_DISTINCT ? !group_flat_marks_fit(digits, count)
                                              : !group_flat_fits(digits, count)) {
            return false;
        }
    }
    return true;
}

// Adds the records of one cell that have the digit; 0: no value of the kind.
static void add_digit(struct measure_state *m, uint32_t cell, uint32_t digit, uint64_t count)
{
    if (count > 0 && m->asked.kind == MEASURE_SHARE) {
        size_t term = digit == 0 ? m->share.terms.missing : digit - 1;
        m->terms[cell * m->share.term_count + term] += count;
    } else if (count > 0 && digit > 0) {
        add_number(m, cell, &m->numbers[m->digit_values[digit]], count);
    }
}

static status count_one(struct measure_state *m, const struct summary_subject *s,
                        const struct buckets *digits, size_t digit_count, const uint64_t *keys,
                        size_t key_count, struct error *e)
{
    const uint64_t base = (uint64_t)m->digit.count + 1;
    struct bitset marks = {0};
    uint64_t *counts = NULL;
    size_t ignored = 0;
    bool marking = m->asked.kind == MEASURE_DISTINCT;
    TRY(marking ? group_flat_mark(s, digits, digit_count, &marks, e)
                : group_flat_count(s, digits, digit_count, &counts, &ignored, e));
    for (uint32_t cell = 0; cell < key_count; cell++) {
        uint64_t first = keys[cell] * base;
        TRY(reach_cell(m, cell, e));
        if (marking) {
            m->cells[cell].count = bitset_count_range(&marks, first + 1, first + base);
        }
        for (uint32_t digit = 0; digit < base && !marking; digit++) {
            add_digit(m, cell, digit, counts[first + digit]);
        }
    }
    return ST_OK;
}

status group_measures_count(struct group_measures *g, const struct buckets *by, size_t by_count,
                            const uint64_t *keys, size_t key_count, struct error *e)
{
    struct buckets digits[SUMMARY_LIMIT_GROUP_FIELDS + 1];
    for (size_t i = 0; i < g->count; i++) {
        size_t count = digits_of(&g->items[i], by, by_count, digits);
        TRY(count_one(&g->items[i], g->subject, digits, count, keys, key_count, e));
    }
    return ST_OK;
}

// --- telling ---------------------------------------------------------------------------------

static status tell_one(const struct group_measures *g, const struct measure_state *m, uint32_t cell,
                       struct measure *out, struct error *e)
{
    const struct measure_cell *c = &m->cells[cell];
    out->count = c->count;
    switch (m->asked.kind) {
    case MEASURE_DISTINCT:
        return ST_OK;
    case MEASURE_SHARE:
        return share_tell(&m->share, m->terms + cell * m->share.term_count, g->subject->arena, out,
                          e);
    case MEASURE_MIN:
        out->number = c->least;
        return ST_OK;
    case MEASURE_MAX:
        out->number = c->greatest;
        return ST_OK;
    case MEASURE_SUM:
        out->number = exact_sum_over(&m->sums[cell], 1);
        return ST_OK;
    case MEASURE_MEAN:
        out->number = c->count == 0 ? 0 : exact_sum_over(&m->sums[cell], c->count);
        return ST_OK;
    }
    return ST_OK;
}

status group_measures_tell(const struct group_measures *g, uint32_t cell,
                           const struct measure **out, struct error *e)
{
    struct measure *told = arena_array(g->subject->arena, struct measure, g->count + 1);
    if (told == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < g->count; i++) {
        TRY(tell_one(g, &g->items[i], cell, &told[i], e));
    }
    *out = told;
    return ST_OK;
}
