// SPDX-License-Identifier: Apache-2.0
// Statistics of a field, from how many records have each of its values.
// Must not know: how values are counted.
#include "base/wide.h"
#include "query/exact_sum.h"
#include "query/query_tree.h"
#include "query/summary_subject.h"
#include "query/value_walk.h"

#include <math.h>
#include <stdlib.h>

struct counted_number {
    struct statistics_number value;
    uint64_t count;
};

struct statistics_maker {
    const struct summary_subject *subject;
    const struct statistics_request *asked;
    struct field_paths paths;
    struct value_counts counts;
    struct counted_number *numbers; // in the scratch arena
    size_t number_count;
    struct exact_sum sum;
    struct field_statistics *out;
};

static status see_value(void *argument, uint32_t value, const struct value_facts *facts,
                        struct error *e)
{
    (void)e;
    struct statistics_maker *m = argument;
    struct field_statistics *out = m->out;
    uint64_t count = m->counts.by_value[value];
    if (count == 0) {
        return ST_OK;
    }
    if (facts->is_number) {
        m->numbers[m->number_count++] =
            (struct counted_number){{facts->number, facts->integer, facts->is_integer}, count};
        out->numbers += count;
        if (facts->is_integer) {
            exact_sum_add_integer(&m->sum, facts->integer, count);
        } else {
            exact_sum_add(&m->sum, facts->number, count);
        }
    }
    if (facts->is_date) {
        out->start = out->dates == 0 ? facts->start : MIN(out->start, facts->start);
        out->end = out->dates == 0 ? facts->end : MAX(out->end, facts->end);
        out->dates += count;
    }
    return ST_OK;
}

// Of equal numbers the one that is told with all its digits goes first.
static int compare_numbers(const void *a, const void *b)
{
    const struct statistics_number *x = &((const struct counted_number *)a)->value;
    const struct statistics_number *y = &((const struct counted_number *)b)->value;
    struct value_facts left = {
        .number = x->number, .integer = x->integer, .is_integer = x->is_integer};
    struct value_facts right = {
        .number = y->number, .integer = y->integer, .is_integer = y->is_integer};
    int order = value_compare_numbers(&left, &right);
    return order != 0 ? order : y->is_integer - x->is_integer;
}

// The ceil(q n)th in order, at least the first.
static struct statistics_number quantile(const struct statistics_maker *m, uint32_t millionths)
{
    uint128 product = (uint128)m->out->numbers * millionths;
    uint64_t rank = MAX((uint64_t)((product + 999999) / 1000000), UINT64_C(1));
    uint64_t seen = 0;
    size_t i = 0;
    while (i + 1 < m->number_count && seen + m->numbers[i].count < rank) {
        seen += m->numbers[i].count;
        i++;
    }
    return m->numbers[i].value;
}

static status finish_numbers(struct statistics_maker *m, struct error *e)
{
    struct field_statistics *out = m->out;
    if (m->number_count == 0) {
        return ST_OK;
    }
    qsort(m->numbers, m->number_count, sizeof *m->numbers, compare_numbers);
    out->min = m->numbers[0].value;
    out->max = m->numbers[m->number_count - 1].value;
    out->sum = exact_sum_over(&m->sum, 1);
    out->mean = exact_sum_over(&m->sum, out->numbers);
    struct statistics_number *quantiles =
        arena_array(m->subject->arena, struct statistics_number, m->asked->quantile_count + 1);
    if (quantiles == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < m->asked->quantile_count; i++) {
        quantiles[i] = quantile(m, m->asked->quantiles[i]);
    }
    out->quantiles = quantiles;
    out->quantile_count = m->asked->quantile_count;
    return ST_OK;
}

// Counts truths and texts by the class of a source's ordinal; finds the texts at both ends.
static status finish_others(struct statistics_maker *m, struct error *e)
{
    const struct field_values *v = m->counts.values;
    struct field_statistics *out = m->out;
    uint32_t first = 0;
    uint32_t last = 0;
    for (uint32_t value = 1; value <= v->count; value++) {
        uint32_t count = m->counts.by_value[value];
        if (count == 0) {
            continue;
        }
        const struct field_path *path = &m->paths.paths[v->sources[value].path];
        struct dictionary d;
        TRY(segment_dictionary(path->segment, path->path, &d, e));
        enum value_class class = dictionary_class(&d, v->sources[value].ordinal);
        if (class == CLASS_TEXT) {
            out->texts += count;
            first = first == 0 ? value : first;
            last = value;
        } else if (class == CLASS_BOOLEAN) {
            struct buffer scratch;
            string_view text;
            buffer_init(&scratch, 1024);
            status result = field_values_text(v, &m->paths, value, &scratch, &text, e);
            bool truth = result == ST_OK && sv_equal_ignore_case(sv_trim(text), SV("true"));
            buffer_release(&scratch);
            TRY(result);
            *(truth ? &out->trues : &out->falses) += count;
        }
    }
    if (first == 0) {
        return ST_OK;
    }
    TRY(value_counts_spelling(&m->counts, &m->paths, field_values_group(v, first),
                              m->subject->arena, &out->first_text, e));
    return value_counts_spelling(&m->counts, &m->paths, field_values_group(v, last),
                                 m->subject->arena, &out->last_text, e);
}

static status make(struct statistics_maker *m, struct error *e)
{
    struct arena *scratch = m->subject->scratch;
    m->numbers = arena_array(scratch, struct counted_number, (size_t)m->counts.values->count + 1);
    m->out->field = arena_copy(m->subject->arena, m->asked->field);
    if (m->numbers == NULL || m->out->field.bytes == NULL) {
        return query_no_memory(e);
    }
    m->out->missing = m->counts.missing;
    m->out->records = m->subject->rows->sets.total - m->counts.missing;
    m->out->distinct = m->counts.distinct;
    TRY(value_walk(&m->paths, m->counts.values, see_value, m, e));
    TRY(finish_numbers(m, e));
    return finish_others(m, e);
}

status statistics_make(const struct summary_subject *s, const struct statistics_request *asked,
                       struct field_statistics *out, struct error *e)
{
    struct statistics_maker m = {.subject = s, .asked = asked, .out = out};
    const struct extent *x = &s->rows->extent;
    *out = (struct field_statistics){0};
    TRY(field_paths_find_leaf(x, asked->field, s->scratch, &m.paths, e));
    TRY(value_counts_make(x, &m.paths, &s->rows->sets, s->scratch, s->cancellation, &m.counts, e));
    status result = make(&m, e);
    value_counts_release(&m.counts);
    return result;
}
