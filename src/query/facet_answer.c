// SPDX-License-Identifier: Apache-2.0
// Rows, then counts, then the page of values asked.
// Must not know: how values are counted.
#include "query/facet_answer.h"

#include "query/own_filter.h"
#include "query/prefix_groups.h"
#include "query/query_tree.h"
#include "query/row_values.h"

#include <stdlib.h>
#include <string.h>

struct facet_maker {
    const struct facet_subject *subject;
    const struct search_facet_request *asked;
    struct arena *scratch;
    struct arena *arena;
    const struct query *query; // the subject's, or what multi leaves of it
    struct search_rows rows;   // likewise
    struct field_paths found;  // what lies below the name too
    struct field_paths paths;
    struct error *e;
};

static status find_rows(const struct facet_maker *m, const struct query *query,
                        struct search_rows *out)
{
    const struct facet_subject *s = m->subject;
    return search_rows_find(s->snapshot, s->scope, s->request->tables, s->request->table_count,
                            s->rows->extent.commit, query, m->scratch, s->cancellation, out, m->e);
}

// Puts back what stays in any case, which may have gone with the rest.
static status keep_fixed(struct facet_maker *m)
{
    const struct query *fixed = m->subject->request->fixed;
    const struct query **members =
        (const struct query **)arena_alloc_array(m->scratch, 2, sizeof *members);
    if (fixed == NULL) {
        return ST_OK;
    }
    if (members == NULL) {
        return query_no_memory(m->e);
    }
    members[0] = fixed;
    members[1] = m->query;
    const struct query *both =
        query_tree_group(m->scratch, QUERY_AND, members, m->query == NULL ? 1 : 2);
    return both == NULL ? query_no_memory(m->e)
                        : query_normalise(m->scratch, both, &m->query, m->e);
}

static status choose_rows(struct facet_maker *m)
{
    m->query = m->subject->query;
    m->rows = *m->subject->rows;
    if (!m->asked->multi) {
        return ST_OK;
    }
    TRY(own_filter_remove(&m->rows.extent, m->query, m->asked->field, m->scratch, &m->query, m->e));
    if (m->query == m->subject->query) {
        return ST_OK;
    }
    TRY(keep_fixed(m));
    return find_rows(m, m->query, &m->rows);
}

// Hits where the field exists, though it may be a list or an object there.
static status count_existing(struct facet_maker *m, uint64_t *total)
{
    struct search_rows rows;
    const struct query **members =
        (const struct query **)arena_alloc_array(m->scratch, 2, sizeof *members);
    const struct query *exists = query_tree_term(m->scratch, QUERY_EXISTS, &m->asked->field, 1);
    if (members == NULL || exists == NULL) {
        return query_no_memory(m->e);
    }
    members[0] = exists;
    members[1] = m->query;
    const struct query *both =
        query_tree_group(m->scratch, QUERY_AND, members, m->query == NULL ? 1 : 2);
    if (both == NULL) {
        return query_no_memory(m->e);
    }
    TRY(find_rows(m, both, &rows));
    *total = rows.sets.total;
    return ST_OK;
}

// --- elements --------------------------------------------------------------------------------

// Two elements of a record may be two spellings of a group: both count.
static void count_elements(const struct row_values *r, struct value_counts *c)
{
    for (size_t i = 0; i < r->count; i++) {
        uint32_t group = field_values_group(c->values, r->values[i]);
        c->distinct += c->by_group[group] == 0;
        c->by_group[group]++;
        c->by_value[r->values[i]]++;
    }
    c->sum += r->count;
}

static status count_part_elements(struct facet_maker *m, size_t part, struct row_values *r,
                                  struct value_counts *c)
{
    const struct bitset *rows = m->rows.sets.sets[part];
    size_t seen = 0;
    TRY(row_values_open(r, &m->paths, c->values, part, m->e));
    for (size_t row = bitset_next(rows, 0); row < rows->bit_count;
         row = bitset_next(rows, row + 1)) {
        if (seen++ % 65536 == 0) {
            TRY(cancellation_check(m->subject->cancellation, m->e));
        }
        TRY(row_values_read(r, (uint32_t)row, m->e));
        c->missing += r->count == 0;
        count_elements(r, c);
    }
    return ST_OK;
}

static status count_all_elements(struct facet_maker *m, struct value_counts *out)
{
    struct value_counts counts = {0};
    struct row_values reader;
    TRY(field_values_get(&m->paths, m->scratch, &counts.values, m->e));
    counts.by_value = calloc((size_t)counts.values->count + 1, sizeof *counts.by_value);
    counts.by_group = calloc((size_t)counts.values->group_count + 1, sizeof *counts.by_group);
    status result =
        counts.by_value != NULL && counts.by_group != NULL
            ? ST_OK
            : error_set(m->e, ST_NO_MEMORY, "no memory to count the elements of a field");
    row_values_init(&reader);
    for (size_t part = 0; result == ST_OK && part < m->rows.extent.count; part++) {
        result = count_part_elements(m, part, &reader, &counts);
    }
    row_values_release(&reader);
    if (result != ST_OK) {
        value_counts_release(&counts);
        return result;
    }
    *out = counts;
    return ST_OK;
}

static bool in_lists(const struct field_paths *paths)
{
    for (size_t i = 0; i < paths->count; i++) {
        bool repeated = i > 0 && paths->paths[i].part == paths->paths[i - 1].part;
        if (paths->paths[i].level > 0 || repeated) {
            return true;
        }
    }
    return false;
}

// --- the page --------------------------------------------------------------------------------

static status take_page(struct facet_maker *m, const struct value_counts *counts,
                        struct search_facet *out)
{
    const struct search_facet_request *asked = m->asked;
    struct bitset wanted;
    const struct bitset *only = NULL;
    if (asked->prefix.length > 0) {
        TRY(bitset_init_in(&wanted, m->scratch, (size_t)counts->values->group_count + 1, m->e));
        TRY(prefix_groups(&m->paths, counts->values, asked->prefix, &wanted, m->e));
        only = &wanted;
    }
    const struct facet_page page = {asked->after, asked->offset, asked->limit};
    return asked->by_value
               ? value_counts_in_order(counts, &m->paths, only, &page, m->arena, out, m->e)
               : value_counts_top(counts, &m->paths, only, &page, m->arena, out, m->e);
}

static status finish(struct facet_maker *m, const struct value_counts *counts,
                     struct search_facet *out)
{
    TRY(take_page(m, counts, out));
    if (m->found.count > m->paths.count) {
        uint64_t existing = 0;
        TRY(count_existing(m, &existing));
        out->missing = m->rows.sets.total - existing;
    }
    out->total = m->rows.sets.total;
    out->field = arena_copy(m->arena, m->asked->field);
    return out->field.bytes == NULL ? query_no_memory(m->e) : ST_OK;
}

// What is counted apart: rows of its own, or elements.
static bool is_apart(const struct facet_maker *m)
{
    return m->query != m->subject->query || (m->asked->elements && in_lists(&m->paths));
}

static status make_apart(struct facet_maker *m, struct search_facet *out)
{
    struct value_counts counts;
    if (m->asked->elements && in_lists(&m->paths)) {
        TRY(count_all_elements(m, &counts));
    } else {
        TRY(value_counts_make(&m->rows.extent, &m->paths, &m->rows.sets, m->scratch,
                              m->subject->cancellation, &counts, m->e));
    }
    status result = finish(m, &counts, out);
    value_counts_release(&counts);
    return result;
}

// The others, in one pass over the rows.
static status make_together(struct facet_maker *makers, size_t count, struct search_facet *out,
                            struct error *e)
{
    const struct facet_subject *s = makers[0].subject;
    struct arena *scratch = makers[0].scratch;
    struct value_counts *counts = arena_array(scratch, struct value_counts, count);
    size_t *places = arena_array(scratch, size_t, count);
    const struct field_paths **fields =
        (const struct field_paths **)arena_alloc_array(scratch, count, sizeof *fields);
    size_t used = 0;
    if (counts == NULL || fields == NULL || places == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        if (!is_apart(&makers[i])) {
            places[used] = i;
            fields[used++] = &makers[i].paths;
        }
    }
    if (used == 0) {
        return ST_OK;
    }
    TRY(value_counts_make_many(&s->rows->extent, fields, used, &s->rows->sets, scratch,
                               s->cancellation, counts, e));
    status result = ST_OK;
    for (size_t i = 0; i < used; i++) {
        if (result == ST_OK) {
            result = finish(&makers[places[i]], &counts[i], &out[places[i]]);
        }
        value_counts_release(&counts[i]);
    }
    return result;
}

status facet_answers_make(const struct facet_subject *subject,
                          const struct search_facet_request *asked, size_t count,
                          struct arena *scratch, struct arena *arena, struct search_facet *out,
                          struct error *e)
{
    struct facet_maker *makers = arena_array(scratch, struct facet_maker, count + 1);
    if (makers == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        struct facet_maker *m = &makers[i];
        *m = (struct facet_maker){
            .subject = subject, .asked = &asked[i], .scratch = scratch, .arena = arena, .e = e};
        TRY(choose_rows(m));
        TRY(field_paths_find_leaf(&m->rows.extent, m->asked->field, scratch, &m->paths, e));
        TRY(field_paths_find(&m->rows.extent, m->asked->field, scratch, &m->found, e));
    }
    if (count > 0) {
        TRY(make_together(makers, count, out, e));
    }
    for (size_t i = 0; i < count; i++) {
        if (is_apart(&makers[i])) {
            TRY(make_apart(&makers[i], &out[i]));
        }
    }
    return ST_OK;
}
