// SPDX-License-Identifier: Apache-2.0
// Histograms from counts by ordinal. Must not know: queries, other sets of rows.
#include "query/histogram_parts.h"

#include "base/array.h"
#include "query/buckets.h"
#include "query/ordinals.h"
#include "query/part_counts.h"
#include "query/query_tree.h"

#include <stdlib.h>

// Keys of what has no bucket; they keep the order of the values.
#define BELOW_ALL INT64_MIN
#define ABOVE_ALL INT64_MAX

struct key_count {
    int64_t key;
    uint64_t count;
};

struct parts {
    const struct summary_subject *subject;
    const struct field_paths *paths;
    struct bucket_request by;
    struct part_counts_list counts;
    struct dictionary *dictionaries; // by path
    struct buffer scratch;
    struct key_count *keys; // of all paths, one after another
    size_t key_count;
    size_t capacity;
    uint64_t filled;   // rows with a value
    uint64_t bucketed; // rows of the keys
    bool beyond;       // some value has no bucket, since the width is too small for it
    struct error *e;
};

bool histogram_parts_fit(const struct summary_subject *s, const struct field_paths *paths)
{
    return part_counts_fit(&s->rows->extent, paths, &s->rows->sets);
}

// --- values ------------------------------------------------------------------------------------

static status read_facts(struct parts *h, size_t path, uint32_t ordinal, struct value_facts *facts)
{
    enum value_kind kind = VALUE_STRING;
    string_view text;
    TRY(dictionary_get(&h->dictionaries[path], ordinal, &h->scratch, &kind, &text, h->e));
    value_analyse(kind, ordinal_text(kind, text), facts);
    return ST_OK;
}

static status key_of(struct parts *h, size_t path, uint32_t ordinal, int64_t *key)
{
    struct value_facts facts;
    TRY(read_facts(h, path, ordinal, &facts));
    if (!bucket_key(&h->by, &facts, key)) {
        *key = facts.number < 0 ? BELOW_ALL : ABOVE_ALL;
    }
    return ST_OK;
}

// The first ordinal of [from, end) that some row has; `end` where none has.
static uint32_t first_counted(const uint32_t *counts, uint32_t from, uint32_t end)
{
    while (from < end && counts[from] == 0) {
        from++;
    }
    return from;
}

// --- the width ---------------------------------------------------------------------------------

static status choose_width(struct parts *h, size_t buckets)
{
    double least = 0;
    double greatest = 0;
    bool any = false;
    for (size_t i = 0; i < h->paths->count; i++) {
        const struct dictionary *d = &h->dictionaries[i];
        const uint32_t *counts = h->counts.counts[i];
        uint32_t end = d->missing + d->numbers + 1;
        uint32_t first = first_counted(counts, d->missing + 1, end);
        uint32_t last = end - 1;
        struct value_facts low;
        struct value_facts high;
        if (first == end) {
            continue;
        }
        while (counts[last] == 0) {
            last--;
        }
        TRY(read_facts(h, i, first, &low));
        TRY(read_facts(h, i, last, &high));
        least = any ? MIN(least, low.number) : low.number;
        greatest = any ? MAX(greatest, high.number) : high.number;
        any = true;
    }
    h->by.width = histogram_width(least, greatest, buckets);
    return ST_OK;
}

// --- runs of one key ---------------------------------------------------------------------------

// The end of the run of ordinals from `from` on that have its key: by steps that double, then by
// halves.
static status end_of_run(struct parts *h, size_t path, uint32_t from, uint32_t end, int64_t key,
                         uint32_t *out)
{
    uint32_t low = from; // has the key
    uint32_t high = end; // has another
    int64_t other = key;
    for (uint32_t step = 1; step<end - low; step = step> end / 2 ? end : step * 2) {
        TRY(key_of(h, path, low + step, &other));
        if (other != key) {
            high = low + step;
            break;
        }
        low += step;
    }
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        TRY(key_of(h, path, middle, &other));
        *(other == key ? &low : &high) = middle;
    }
    *out = high;
    return ST_OK;
}

static status add_key(struct parts *h, int64_t key, uint64_t count)
{
    if (key == BELOW_ALL || key == ABOVE_ALL) {
        h->beyond = true;
        return ST_OK;
    }
    h->bucketed += count;
    if (!ARRAY_RESERVE(h->keys, h->capacity, h->key_count, (size_t)1 << 28)) {
        return query_no_memory(h->e);
    }
    h->keys[h->key_count++] = (struct key_count){key, count};
    return ST_OK;
}

// Ordinals [from, end) whose keys rise with them.
static status add_runs(struct parts *h, size_t path, uint32_t from, uint32_t end)
{
    const uint32_t *counts = h->counts.counts[path];
    size_t before = h->key_count;
    for (uint32_t at = first_counted(counts, from, end); at < end;
         at = first_counted(counts, at, end)) {
        int64_t key = 0;
        uint64_t count = 0;
        uint32_t behind = at;
        TRY(key_of(h, path, at, &key));
        TRY(end_of_run(h, path, at, end, key, &behind));
        for (; at < behind; at++) {
            count += counts[at];
        }
        TRY(add_key(h, key, count));
        if (h->key_count - before > SUMMARY_LIMIT_BUCKETS) {
            return histogram_too_long(h->e);
        }
    }
    return ST_OK;
}

// Numbers among dates: those that can be years are, and others may lie between them.
static status add_each(struct parts *h, size_t path, uint32_t from, uint32_t end)
{
    const uint32_t *counts = h->counts.counts[path];
    for (uint32_t at = first_counted(counts, from, end); at < end;
         at = first_counted(counts, at + 1, end)) {
        struct value_facts facts;
        int64_t key = 0;
        TRY(read_facts(h, path, at, &facts));
        if (bucket_key(&h->by, &facts, &key)) {
            TRY(add_key(h, key, counts[at]));
        }
    }
    return ST_OK;
}

static status add_path(struct parts *h, size_t path)
{
    const struct dictionary *d = &h->dictionaries[path];
    const uint32_t *counts = h->counts.counts[path];
    uint32_t numbers = d->missing + 1;
    uint32_t dates = numbers + d->numbers;
    for (uint32_t i = numbers; i <= d->count; i++) {
        h->filled += counts[i];
    }
    TRY(cancellation_check(h->subject->cancellation, h->e));
    if (h->by.kind == BUCKET_WIDTH) {
        return add_runs(h, path, numbers, dates);
    }
    TRY(add_each(h, path, numbers, dates));
    return add_runs(h, path, dates, dates + d->dates);
}

// --- the answer --------------------------------------------------------------------------------

static int compare_keys(const void *a, const void *b)
{
    const struct key_count *x = a;
    const struct key_count *y = b;
    return (x->key > y->key) - (x->key < y->key);
}

static size_t join_keys(struct parts *h)
{
    size_t count = 0;
    if (h->key_count > 1) {
        qsort(h->keys, h->key_count, sizeof *h->keys, compare_keys);
    }
    for (size_t i = 0; i < h->key_count; i++) {
        if (count > 0 && h->keys[count - 1].key == h->keys[i].key) {
            h->keys[count - 1].count += h->keys[i].count;
        } else {
            h->keys[count++] = h->keys[i];
        }
    }
    return count;
}

static status tell(struct parts *h, struct histogram *out)
{
    struct arena *arena = h->subject->arena;
    size_t count = join_keys(h);
    if (count > SUMMARY_LIMIT_BUCKETS) {
        return histogram_too_long(h->e);
    }
    if (h->beyond && count == 0) {
        return buckets_too_narrow(h->by.width, h->e);
    }
    struct histogram_bucket *list = arena_array(arena, struct histogram_bucket, count + 1);
    if (list == NULL) {
        return query_no_memory(h->e);
    }
    for (size_t i = 0; i < count; i++) {
        struct buckets one = {.asked = h->by, .keys = &h->keys[i].key, .count = 1};
        TRY(buckets_name(&one, 1, NULL, arena, &list[i].from, h->e));
        list[i].count = h->keys[i].count;
    }
    *out = (struct histogram){
        .field = arena_copy(arena, h->by.field),
        .buckets = list,
        .bucket_count = count,
        .width = h->by.kind == BUCKET_WIDTH ? h->by.width : 0,
        .missing = h->subject->rows->sets.total - h->filled,
        .other = h->filled - h->bucketed,
    };
    return out->field.bytes == NULL ? query_no_memory(h->e) : ST_OK;
}

static status make(struct parts *h, const struct histogram_request *asked, struct histogram *out)
{
    h->dictionaries = arena_array(h->subject->scratch, struct dictionary, h->paths->count + 1);
    if (h->dictionaries == NULL) {
        return query_no_memory(h->e);
    }
    TRY(part_counts_list_make(&h->subject->rows->extent, h->paths, h->subject->cancellation,
                              &h->counts, h->e));
    for (size_t i = 0; i < h->paths->count; i++) {
        const struct field_path *p = &h->paths->paths[i];
        TRY(segment_dictionary(p->segment, p->path, &h->dictionaries[i], h->e));
    }
    if (h->by.kind == BUCKET_WIDTH && h->by.width == 0) {
        TRY(choose_width(h, asked->buckets));
    }
    for (size_t i = 0; i < h->paths->count; i++) {
        TRY(add_path(h, i));
    }
    return tell(h, out);
}

status histogram_parts_make(const struct summary_subject *s, const struct field_paths *paths,
                            const struct histogram_request *asked, struct histogram *out,
                            struct error *e)
{
    struct parts h = {.subject = s, .paths = paths, .by = asked->by, .e = e};
    buffer_init(&h.scratch, (size_t)64 << 20);
    status result = make(&h, asked, out);
    part_counts_list_release(&h.counts);
    buffer_release(&h.scratch);
    free(h.keys);
    return result;
}
