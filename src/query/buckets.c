// SPDX-License-Identifier: Apache-2.0
// Finds each value's bucket once, so that rows only look it up.
// Must not know: rows, what is counted.
#include "query/buckets.h"

#include "query/query_tree.h"
#include "query/value_walk.h"

#include <math.h>
#include <stdlib.h>

#define DAY_MILLISECONDS 86400000

// Floors of numbers beyond this are not told apart any more.
#define FLOOR_MOST 9007199254740992.0

struct bucket_maker {
    struct buckets *b;
    int64_t *key_of; // by value
    bool *has_key;   // by value
    int64_t *keys;   // each once, in order
    size_t key_count;
    bool beyond; // a number has no bucket, since the width is too small for it
};

static int64_t floor_by(int64_t number, int64_t divisor)
{
    return number / divisor - (number % divisor < 0);
}

status buckets_too_narrow(double width, struct error *e)
{
    return error_set_field(e, ST_INVALID, "width",
                           "the width %g is too small for these numbers: ask for a wider one",
                           width);
}

static bool date_key(enum bucket_kind kind, moment start, int64_t *key)
{
    int64_t days = floor_by(start, DAY_MILLISECONDS);
    struct civil_date date = civil_from_days(days);
    switch (kind) {
    case BUCKET_CENTURY:
        *key = floor_by(date.year, 100);
        return true;
    case BUCKET_DECADE:
        *key = floor_by(date.year, 10);
        return true;
    case BUCKET_YEAR:
        *key = date.year;
        return true;
    case BUCKET_MONTH:
        *key = (int64_t)date.year * 12 + date.month - 1;
        return true;
    case BUCKET_DAY:
        *key = days;
        return true;
    case BUCKET_VALUE:
    case BUCKET_WIDTH:
    case BUCKET_TERM:
        break;
    }
    return false;
}

bool bucket_key(const struct bucket_request *asked, const struct value_facts *facts, int64_t *key)
{
    if (asked->kind != BUCKET_WIDTH) {
        return facts->is_date && date_key(asked->kind, facts->start, key);
    }
    double lower = facts->is_number ? floor(facts->number / asked->width) : 0;
    bool has = facts->is_number && fabs(lower) <= FLOOR_MOST;
    *key = has ? (int64_t)lower : 0;
    return has;
}

static status see_value(void *argument, uint32_t value, const struct value_facts *facts,
                        struct error *e)
{
    (void)e;
    struct bucket_maker *m = argument;
    const struct bucket_request *asked = &m->b->asked;
    m->has_key[value] = bucket_key(asked, facts, &m->key_of[value]);
    m->beyond =
        m->beyond || (asked->kind == BUCKET_WIDTH && facts->is_number && !m->has_key[value]);
    if (m->has_key[value]) {
        m->keys[m->key_count++] = m->key_of[value];
    }
    return ST_OK;
}

static int compare_keys(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static uint32_t bucket_of_key(const struct bucket_maker *m, int64_t key)
{
    const int64_t *found = bsearch(&key, m->keys, m->b->count, sizeof key, compare_keys);
    return found == NULL ? 0 : (uint32_t)(found - m->keys) + 1;
}

// Numbers the keys that there are in their order.
static void number_keys(struct bucket_maker *m)
{
    struct buckets *b = m->b;
    if (m->key_count > 0) {
        qsort(m->keys, m->key_count, sizeof *m->keys, compare_keys);
    }
    for (size_t i = 0; i < m->key_count; i++) {
        if (b->count == 0 || m->keys[i] != m->keys[b->count - 1]) {
            m->keys[b->count++] = m->keys[i];
        }
    }
    for (uint32_t value = 1; value <= b->values->count; value++) {
        if (m->has_key[value]) {
            b->bucket_of[value] = bucket_of_key(m, m->key_of[value]);
        }
    }
    b->keys = m->keys;
}

static status key_values(const struct summary_subject *s, struct buckets *b, struct error *e)
{
    size_t count = (size_t)b->values->count + 1;
    struct bucket_maker m = {.b = b,
                             .key_of = arena_array(s->scratch, int64_t, count),
                             .has_key = arena_array(s->scratch, bool, count),
                             .keys = arena_array(s->scratch, int64_t, count)};
    if (m.key_of == NULL || m.has_key == NULL || m.keys == NULL) {
        return query_no_memory(e);
    }
    TRY(value_walk(&b->paths, b->values, see_value, &m, e));
    if (m.beyond && m.key_count == 0) {
        return buckets_too_narrow(b->asked.width, e);
    }
    number_keys(&m);
    return ST_OK;
}

static status read_terms(struct buckets *b, struct error *e)
{
    struct buffer scratch;
    buffer_init(&scratch, (size_t)64 << 20);
    status result = ST_OK;
    for (uint32_t value = 1; result == ST_OK && value <= b->values->count; value++) {
        string_view text;
        size_t term = 0;
        result = field_values_text(b->values, &b->paths, value, &scratch, &text, e);
        if (result == ST_OK) {
            result = vocabulary_read(b->asked.vocabulary, text, &term, e);
        }
        b->bucket_of[value] = (uint32_t)term + 1;
    }
    buffer_release(&scratch);
    b->count = (uint32_t)b->asked.vocabulary->term_count;
    return result;
}

status buckets_make(const struct summary_subject *s, const struct bucket_request *asked,
                    struct buckets *out, struct error *e)
{
    *out = (struct buckets){.asked = *asked};
    TRY(field_paths_find_leaf(&s->rows->extent, asked->field, s->scratch, &out->paths, e));
    TRY(field_values_get(&out->paths, s->scratch, &out->values, e));
    if (asked->kind == BUCKET_VALUE) {
        out->count = out->values->group_count;
        return ST_OK;
    }
    out->bucket_of = arena_array(s->scratch, uint32_t, (size_t)out->values->count + 1);
    if (out->bucket_of == NULL) {
        return query_no_memory(e);
    }
    return asked->kind == BUCKET_TERM ? read_terms(out, e) : key_values(s, out, e);
}

// --- names -----------------------------------------------------------------------------------

static string_view date_name(const struct buckets *b, int64_t key, struct arena *arena)
{
    struct civil_date date;
    switch (b->asked.kind) {
    case BUCKET_CENTURY:
        return arena_print(arena, "%04lld", (long long)key * 100);
    case BUCKET_DECADE:
        return arena_print(arena, "%04lld", (long long)key * 10);
    case BUCKET_MONTH:
        return arena_print(arena, "%04lld-%02lld", (long long)floor_by(key, 12),
                           (long long)(key - floor_by(key, 12) * 12) + 1);
    case BUCKET_DAY:
        date = civil_from_days(key);
        return arena_print(arena, "%04ld-%02ld-%02ld", (long)date.year, (long)date.month,
                           (long)date.day);
    case BUCKET_YEAR:
    case BUCKET_VALUE:
    case BUCKET_WIDTH:
    case BUCKET_TERM:
        break;
    }
    return arena_print(arena, "%04lld", (long long)key);
}

status buckets_name(const struct buckets *b, uint32_t bucket, const struct value_counts *counts,
                    struct arena *arena, struct bucket_name *out, struct error *e)
{
    *out = (struct bucket_name){.missing = bucket == 0, .text = SV("")};
    if (bucket == 0) {
        return ST_OK;
    }
    switch (b->asked.kind) {
    case BUCKET_VALUE:
        return value_counts_spelling(counts, &b->paths, bucket, arena, &out->text, e);
    case BUCKET_WIDTH:
        out->is_number = true;
        out->number = (double)b->keys[bucket - 1] * b->asked.width;
        return ST_OK;
    case BUCKET_TERM:
        out->text = arena_copy(arena, b->asked.vocabulary->terms[bucket - 1]);
        break;
    case BUCKET_CENTURY:
    case BUCKET_DECADE:
    case BUCKET_YEAR:
    case BUCKET_MONTH:
    case BUCKET_DAY:
        out->text = date_name(b, b->keys[bucket - 1], arena);
        break;
    }
    return out->text.bytes == NULL ? query_no_memory(e) : ST_OK;
}
