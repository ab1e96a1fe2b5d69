// SPDX-License-Identifier: Apache-2.0
// One state a measure; a growing list of cells in each.
// Must not know: how records come to groups.
#include "query/group_measures.h"

#include "base/array.h"
#include "query/exact_sum.h"
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

static void add_number(struct measure_state *m, uint32_t cell, const struct number_value *n)
{
    struct measure_cell *c = &m->cells[cell];
    c->least = c->count == 0 ? n->number : MIN(c->least, n->number);
    c->greatest = c->count == 0 ? n->number : MAX(c->greatest, n->number);
    c->count++;
    if (m->sums != NULL && n->is_integer) {
        exact_sum_add_integer(&m->sums[cell], n->integer, 1);
    } else if (m->sums != NULL) {
        exact_sum_add(&m->sums[cell], n->number, 1);
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
            add_number(m, cell, n);
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
