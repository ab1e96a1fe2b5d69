// SPDX-License-Identifier: Apache-2.0
// Values to terms, terms to a share.
// Must not know: groups, how rows are walked.
#include "query/share.h"

#include "base/fold.h"
#include "query/ordinals.h"
#include "query/query_tree.h"

#include <math.h>

#define NORMAL_975 1.959963984540054 // 97.5 % of the normal distribution lie below

// --- terms of the values asked ---------------------------------------------------------------

struct term_maker {
    const struct summary_subject *subject;
    const struct measure_request *asked;
    const struct field_paths *paths;
    const struct field_values *values;
    string_view *terms;
    uint8_t *term_of;
    struct share *out;
};

static void mark_group(struct term_maker *m, uint32_t value, size_t term)
{
    const struct field_values *v = m->values;
    uint32_t group = field_values_group(v, value);
    for (uint32_t i = field_values_group_start(v, group);
         i <= v->count && field_values_group(v, i) == group; i++) {
        m->term_of[i] = (uint8_t)term;
    }
}

// The values that equal the text are of the term.
static status mark_values(struct term_maker *m, string_view text, size_t term, struct error *e)
{
    for (size_t i = 0; i < m->paths->count; i++) {
        struct dictionary d;
        struct ordinal_set o;
        const struct field_translation *t = &m->values->translations[i];
        TRY(segment_dictionary(m->paths->paths[i].segment, m->paths->paths[i].path, &d, e));
        ordinal_set_init(&o);
        status result = ordinals_equal(&d, text, &o, e);
        for (uint32_t k = o.first; result == ST_OK && k <= o.last && k <= t->count; k++) {
            uint32_t value = field_translate(t, k);
            if (value > 0) {
                mark_group(m, value, term);
            }
        }
        for (size_t k = o.has_some ? bitset_next(&o.some, 1) : SIZE_MAX;
             result == ST_OK && k <= t->count; k = bitset_next(&o.some, k + 1)) {
            uint32_t value = field_translate(t, (uint32_t)k);
            if (value > 0) {
                mark_group(m, value, term);
            }
        }
        ordinal_set_release(&o);
        TRY(result);
    }
    return ST_OK;
}

static status add_text(struct term_maker *m, string_view text, bool part, struct error *e)
{
    struct vocabulary *v = &m->out->terms;
    size_t term = 0;
    while (term < v->term_count && !fold_case_equal(m->terms[term], text)) {
        term++;
    }
    if (term == v->term_count) {
        if (term + 3 >= SUMMARY_LIMIT_SHARE_TERMS) {
            return error_set_field(e, ST_INVALID, "share", "a share is of at most %zu values",
                                   SUMMARY_LIMIT_SHARE_TERMS - 3);
        }
        m->terms[v->term_count++] = text;
    }
    m->out->base |= UINT64_C(1) << term;
    m->out->part |= part ? UINT64_C(1) << term : 0;
    return ST_OK;
}

static status make_terms(struct term_maker *m, struct error *e)
{
    const struct measure_request *asked = m->asked;
    struct vocabulary *v = &m->out->terms;
    for (size_t i = 0; i < asked->value_count; i++) {
        TRY(add_text(m, asked->values[i], true, e));
    }
    for (size_t i = 0; i < asked->of_count; i++) {
        TRY(add_text(m, asked->of[i], false, e));
    }
    if (asked->value_count == 0) {
        return error_set_field(e, ST_INVALID, "share",
                               "a share without a vocabulary needs the values that it counts");
    }
    size_t texts = v->term_count;
    v->missing = v->term_count++;
    v->several = v->term_count++;
    v->other = v->term_count++;
    v->doubt = SIZE_MAX;
    m->terms[v->missing] = SV("missing");
    m->terms[v->several] = SV("several");
    m->terms[v->other] = SV("other");
    v->terms = m->terms;
    for (uint32_t value = 1; value <= m->values->count; value++) {
        m->term_of[value] = (uint8_t)v->other;
    }
    for (size_t i = 0; i < texts; i++) {
        TRY(mark_values(m, m->terms[i], i, e));
    }
    return ST_OK;
}

// --- terms of a vocabulary -------------------------------------------------------------------

static status find_term(const struct vocabulary *v, string_view name, size_t *term, struct error *e)
{
    *term = vocabulary_term(v, name);
    if (*term < v->term_count) {
        return ST_OK;
    }
    return error_set_field(e, ST_INVALID, "share", "the vocabulary has no term \"" SV_FORMAT "\"",
                           SV_ARGUMENT(sv_slice(name, 0, 60)));
}

static status choose_terms(struct term_maker *m, struct error *e)
{
    const struct vocabulary *v = m->asked->vocabulary;
    struct share *out = m->out;
    size_t term = 0;
    if (m->asked->value_count == 0) {
        out->part = UINT64_C(1) << v->share_of;
        out->base = v->share_base;
        return ST_OK;
    }
    for (size_t i = 0; i < m->asked->value_count; i++) {
        TRY(find_term(v, m->asked->values[i], &term, e));
        out->part |= UINT64_C(1) << term;
    }
    for (size_t i = 0; i < m->asked->of_count; i++) {
        TRY(find_term(v, m->asked->of[i], &term, e));
        out->base |= UINT64_C(1) << term;
    }
    out->base |= m->asked->of_count > 0 ? out->part : v->share_base | out->part;
    return ST_OK;
}

static status read_values(struct term_maker *m, struct error *e)
{
    struct buffer scratch;
    buffer_init(&scratch, (size_t)64 << 20);
    status result = ST_OK;
    for (uint32_t value = 1; result == ST_OK && value <= m->values->count; value++) {
        string_view text;
        size_t term = 0;
        result = field_values_text(m->values, m->paths, value, &scratch, &text, e);
        if (result == ST_OK) {
            result = vocabulary_read(m->asked->vocabulary, text, &term, e);
        }
        m->term_of[value] = (uint8_t)term;
    }
    buffer_release(&scratch);
    return result;
}

status share_make(const struct summary_subject *s, const struct measure_request *asked,
                  const struct field_paths *paths, const struct field_values *values,
                  struct share *out, struct error *e)
{
    struct share made = {0};
    struct term_maker m = {.subject = s,
                           .asked = asked,
                           .paths = paths,
                           .values = values,
                           .terms = arena_array(s->scratch, string_view, SUMMARY_LIMIT_SHARE_TERMS),
                           .term_of = arena_array(s->scratch, uint8_t, (size_t)values->count + 1),
                           .out = &made};
    if (m.terms == NULL || m.term_of == NULL) {
        return query_no_memory(e);
    }
    if (asked->vocabulary == NULL) {
        TRY(make_terms(&m, e));
    } else {
        made.terms = *asked->vocabulary;
        TRY(choose_terms(&m, e));
        TRY(read_values(&m, e));
    }
    made.term_of = m.term_of;
    made.term_count = made.terms.term_count;
    *out = made;
    return ST_OK;
}

size_t share_term(const struct share *s, const uint32_t *values, size_t count)
{
    if (count == 0) {
        return s->terms.missing;
    }
    size_t term = s->term_of[values[0]];
    for (size_t i = 1; i < count; i++) {
        term = vocabulary_join(&s->terms, term, s->term_of[values[i]]);
    }
    return term;
}

// --- telling ---------------------------------------------------------------------------------

void share_interval(uint64_t part, uint64_t base, double *low, double *high)
{
    double n = (double)base;
    double p = (double)part / n;
    double square = NORMAL_975 * NORMAL_975;
    double centre = p + square / (2 * n);
    double half = NORMAL_975 * sqrt(p * (1 - p) / n + square / (4 * n * n));
    double whole = 1 + square / n;
    *low = MAX((centre - half) / whole, 0.0);
    *high = MIN((centre + half) / whole, 1.0);
}

status share_tell(const struct share *s, const uint64_t *counts, struct arena *arena,
                  struct measure *out, struct error *e)
{
    struct share_count *told = arena_array(arena, struct share_count, s->term_count + 1);
    uint64_t part = 0;
    uint64_t base = 0;
    if (told == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < s->term_count; i++) {
        told[i] = (struct share_count){arena_copy(arena, s->terms.terms[i]), counts[i]};
        if (told[i].term.bytes == NULL) {
            return query_no_memory(e);
        }
        part += (s->part >> i & 1) != 0 ? counts[i] : 0;
        base += (s->base >> i & 1) != 0 ? counts[i] : 0;
    }
    out->counts = told;
    out->term_count = s->term_count;
    out->count = base;
    if (base > 0) {
        out->number = (double)part / (double)base;
        share_interval(part, base, &out->low, &out->high);
    }
    return ST_OK;
}
