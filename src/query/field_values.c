// SPDX-License-Identifier: Apache-2.0
// Merges the dictionaries of a field's paths, which are in the one order each, to one numbering.
// Must not know: rows, queries.
#include "query/field_values.h"

#include "base/fold.h"
#include "query/ordinals.h"
#include "query/query_cache.h"

#include <stdlib.h>
#include <string.h>

#define WINDOW    64u // entries decoded at a time
#define MOST_TEXT ((size_t)64 << 20)

// --- reading one dictionary in order ---------------------------------------------------------

struct entry {
    size_t text_at; // in the reader's texts
    size_t text_length;
    size_t folded_at; // of texts: in the reader's folded forms
    size_t folded_length;
    uint64_t start; // the folded form's first eight bytes as a number, to compare at once
    enum value_kind kind;
    struct value_facts facts;
};

struct reader {
    struct dictionary dictionary;
    uint32_t path;
    uint32_t next; // ordinal behind the window
    struct entry window[WINDOW];
    uint32_t at;
    uint32_t filled;
    struct buffer texts;
    struct buffer folded;
    bool folds; // folded forms are wanted, to compare with other readers
};

static uint64_t start_of(const char *bytes, size_t length)
{
    uint64_t start = 0;
    for (size_t i = 0; i < sizeof start; i++) {
        start = start << 8 | (i < length ? (unsigned char)bytes[i] : 0);
    }
    return start;
}

static status take_entry(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                         struct error *e)
{
    (void)ordinal;
    struct reader *r = argument;
    text = ordinal_text(kind, text);
    struct entry *entry = &r->window[r->filled++];
    *entry = (struct entry){.text_at = r->texts.length,
                            .text_length = text.length,
                            .folded_at = r->folded.length,
                            .kind = kind};
    buffer_append_view(&r->texts, text);
    entry->facts.class = dictionary_class(&r->dictionary, ordinal);
    if (entry->facts.class != CLASS_TEXT) {
        value_analyse(kind, text, &entry->facts);
    } else if (r->folds) {
        fold_full(text, &r->folded);
        entry->folded_length = r->folded.length - entry->folded_at;
        entry->start = start_of(r->folded.bytes + entry->folded_at, entry->folded_length);
    }
    return buffer_check(&r->texts, "a dictionary's values", e);
}

static status fill_window(struct reader *r, struct error *e)
{
    r->at = 0;
    r->filled = 0;
    buffer_clear(&r->texts);
    buffer_clear(&r->folded);
    if (r->next > r->dictionary.count) {
        return ST_OK;
    }
    // The last entry moves on beyond the window: long texts are read one by one all the same.
    uint32_t last = MIN(r->next + WINDOW - 1, r->dictionary.count);
    uint32_t first = r->next;
    r->next = last + 1;
    return dictionary_scan(&r->dictionary, first, last, take_entry, r, e);
}

static bool reader_is_done(const struct reader *r)
{
    return r->at == r->filled;
}

static uint32_t reader_ordinal(const struct reader *r)
{
    return r->next - (r->filled - r->at);
}

static string_view reader_text(const struct reader *r)
{
    const struct entry *entry = &r->window[r->at];
    return (string_view){r->texts.bytes + entry->text_at, entry->text_length};
}

static string_view reader_folded(const struct reader *r)
{
    const struct entry *entry = &r->window[r->at];
    return (string_view){r->folded.bytes + entry->folded_at, entry->folded_length};
}

static status reader_advance(struct reader *r, struct error *e)
{
    return ++r->at == r->filled ? fill_window(r, e) : ST_OK;
}

static int compare_readers(const struct reader *a, const struct reader *b)
{
    const struct entry *x = &a->window[a->at];
    const struct entry *y = &b->window[b->at];
    if (x->facts.class == CLASS_TEXT && y->facts.class == CLASS_TEXT) {
        if (x->start != y->start) {
            return x->start < y->start ? -1 : 1;
        }
        int order = sv_compare(reader_folded(a), reader_folded(b));
        if (order != 0) {
            return order;
        }
        // Most often the same value in two segments.
        if (x->kind == y->kind && sv_equal(reader_text(a), reader_text(b))) {
            return (a->path > b->path) - (a->path < b->path);
        }
    }
    int order =
        value_compare(x->kind, reader_text(a), &x->facts, y->kind, reader_text(b), &y->facts);
    return order != 0 ? order : (a->path > b->path) - (a->path < b->path);
}

// --- numbering -------------------------------------------------------------------------------

struct builder {
    const struct field_paths *paths;
    struct field_values *values;
    struct reader **readers; // a heap: the least in front
    size_t reader_count;
    struct reader *pool;
    struct buffer last; // text of the value numbered last
    struct value_facts last_facts;
    uint32_t capacity;
};

static void sift_down(struct builder *b, size_t at)
{
    for (;;) {
        size_t least = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < b->reader_count; child++) {
            if (compare_readers(b->readers[child], b->readers[least]) < 0) {
                least = child;
            }
        }
        if (least == at) {
            return;
        }
        struct reader *moved = b->readers[at];
        b->readers[at] = b->readers[least];
        b->readers[least] = moved;
        at = least;
    }
}

// Equal without case; most neighbours differ in a plain letter, which is seen without folding.
static bool equal_without_case(string_view a, string_view b)
{
    size_t length = MIN(a.length, b.length);
    size_t at = 0;
    while (at < length && a.bytes[at] == b.bytes[at]) {
        at++;
    }
    unsigned char x = at < a.length ? (unsigned char)a.bytes[at] : 0;
    unsigned char y = at < b.length ? (unsigned char)b.bytes[at] : 0;
    if (at == a.length && at == b.length) {
        return true;
    }
    bool letters = (x | 0x20) == (y | 0x20) && (x | 0x20) >= 'a' && (x | 0x20) <= 'z';
    if (x < 0x80 && y < 0x80 && !letters) {
        return false;
    }
    return fold_case_equal(a, b);
}

struct likeness {
    bool value;
    bool group;
    bool place;
};

static struct likeness compare_with_last(const struct builder *b, string_view text,
                                         const struct value_facts *facts)
{
    string_view last = buffer_view(&b->last);
    struct likeness same = {0};
    if (b->values->count == 0 || b->last_facts.class != facts->class) {
        return same;
    }
    same.value = sv_equal(last, text);
    switch (facts->class) {
    case CLASS_NUMBER:
        same.place = value_compare_numbers(&b->last_facts, facts) == 0;
        break;
    case CLASS_DATE:
        same.place = b->last_facts.start == facts->start && b->last_facts.end == facts->end;
        break;
    case CLASS_BOOLEAN:
        same.place = same.group = b->last_facts.boolean == facts->boolean;
        return same;
    case CLASS_TEXT:
    case CLASS_MISSING:
        same.place = same.value;
        break;
    }
    bool may_group = facts->class == CLASS_TEXT || same.place;
    same.group = same.value || (may_group && equal_without_case(last, text));
    return same;
}

static status number_value(struct builder *b, const struct reader *r, struct error *e)
{
    struct field_values *v = b->values;
    string_view text = reader_text(r);
    const struct value_facts *facts = &r->window[r->at].facts;
    uint32_t ordinal = reader_ordinal(r);
    struct likeness same = compare_with_last(b, text, facts);
    if (!same.value) {
        v->count++;
        v->group_count += !same.group;
        v->place_count += !same.place;
        v->groups[v->count] = v->group_count;
        v->places[v->count] = v->place_count;
        v->sources[v->count] = (struct value_source){r->path, ordinal};
        buffer_clear(&b->last);
        buffer_append_view(&b->last, text);
        b->last_facts = *facts;
    }
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a reader's path has its translation
    v->translations[r->path].values[ordinal] = v->count;
    return buffer_check(&b->last, "a dictionary's value", e);
}

static status merge_readers(struct builder *b, struct error *e)
{
    for (size_t i = b->reader_count; i > 0; i--) {
        sift_down(b, i - 1);
    }
    while (b->reader_count > 0) {
        struct reader *r = b->readers[0];
        TRY(number_value(b, r, e));
        TRY(reader_advance(r, e));
        if (reader_is_done(r)) {
            b->readers[0] = b->readers[--b->reader_count];
        }
        sift_down(b, 0);
    }
    return ST_OK;
}

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to prepare a field for counting");
}

static status open_readers(struct builder *b, size_t *entries, struct error *e)
{
    const struct field_paths *paths = b->paths;
    for (size_t i = 0; i < paths->count; i++) {
        struct reader *r = &b->pool[i];
        struct field_translation *t = &b->values->translations[i];
        TRY(segment_dictionary(paths->paths[i].segment, paths->paths[i].path, &r->dictionary, e));
        buffer_init(&r->texts, MOST_TEXT * WINDOW);
        buffer_init(&r->folded, MOST_TEXT * WINDOW);
        r->path = (uint32_t)i;
        r->folds = paths->count > 1;
        r->next = r->dictionary.missing + 1;
        t->count = r->dictionary.count;
        t->missing = r->dictionary.missing;
        t->values = calloc((size_t)t->count + 1, sizeof *t->values);
        if (t->values == NULL) {
            return no_memory(e);
        }
        TRY(fill_window(r, e));
        if (!reader_is_done(r)) {
            b->readers[b->reader_count++] = r;
        }
        *entries += t->count - t->missing;
    }
    return ST_OK;
}

// What says nothing is not kept.
static void drop_identities(struct field_values *v)
{
    if (v->group_count == v->count) {
        free(v->groups);
        v->groups = NULL;
    }
    if (v->place_count == v->count) {
        free(v->places);
        v->places = NULL;
    }
    for (size_t i = 0; i < v->path_count; i++) {
        struct field_translation *t = &v->translations[i];
        bool identity = true;
        for (uint32_t k = t->missing + 1; k <= t->count && identity; k++) {
            identity = t->values[k] == k - t->missing;
        }
        if (identity) {
            free(t->values);
            t->values = NULL;
        }
    }
}

static status build(struct builder *b, struct error *e)
{
    size_t entries = 0;
    TRY(open_readers(b, &entries, e));
    if (entries >= UINT32_MAX) {
        return error_set(e, ST_TOO_LARGE, "a field has more values than can be counted");
    }
    struct field_values *v = b->values;
    v->groups = calloc(entries + 1, sizeof *v->groups);
    v->places = calloc(entries + 1, sizeof *v->places);
    v->sources = calloc(entries + 1, sizeof *v->sources);
    if (v->groups == NULL || v->places == NULL || v->sources == NULL) {
        return no_memory(e);
    }
    TRY(merge_readers(b, e));
    drop_identities(v);
    return ST_OK;
}

static void destroy_values(void *thing)
{
    struct field_values *v = thing;
    for (size_t i = 0; v->translations != NULL && i < v->path_count; i++) {
        free(v->translations[i].values);
    }
    free(v->translations);
    free(v->groups);
    free(v->places);
    free(v->sources);
    free(v);
}

static size_t bytes_of(const struct field_values *v)
{
    size_t bytes =
        sizeof *v + v->path_count * sizeof *v->translations +
        v->count * (sizeof *v->sources + (v->groups != NULL ? 4 : 0) + (v->places != NULL ? 4 : 0));
    for (size_t i = 0; i < v->path_count; i++) {
        bytes += v->translations[i].values != NULL ? v->translations[i].count * 4 : 0;
    }
    return bytes;
}

static status make_values(void *argument, void **out, size_t *bytes, struct error *e)
{
    const struct field_paths *paths = argument;
    struct builder b = {.paths = paths, .values = calloc(1, sizeof *b.values)};
    b.pool = calloc(paths->count + 1, sizeof *b.pool);
    b.readers = (struct reader **)calloc(paths->count + 1, sizeof *b.readers);
    buffer_init(&b.last, MOST_TEXT);
    status result = ST_NO_MEMORY;
    if (b.values != NULL && b.pool != NULL && b.readers != NULL) {
        b.values->translations = calloc(paths->count + 1, sizeof *b.values->translations);
        b.values->path_count = paths->count;
        result = b.values->translations != NULL ? build(&b, e) : no_memory(e);
    } else {
        result = no_memory(e);
    }
    for (size_t i = 0; b.pool != NULL && i < paths->count; i++) {
        buffer_release(&b.pool[i].texts);
        buffer_release(&b.pool[i].folded);
    }
    buffer_release(&b.last);
    free((void *)b.readers);
    free(b.pool);
    if (result != ST_OK) {
        if (b.values != NULL) {
            destroy_values(b.values);
        }
        return result;
    }
    *out = b.values;
    *bytes = bytes_of(b.values);
    return ST_OK;
}

static const struct cache_kind values_kind = {"values", make_values, destroy_values};

status field_values_get(const struct field_paths *paths, struct arena *holder,
                        const struct field_values **out, struct error *e)
{
    uint64_t *key = arena_array(holder, uint64_t, 2 * paths->count + 1);
    if (key == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < paths->count; i++) {
        key[2 * i] = segment_identity(paths->paths[i].segment);
        key[2 * i + 1] = paths->paths[i].path;
    }
    void *thing = NULL;
    string_view text = {(const char *)key, 2 * paths->count * sizeof *key};
    TRY(query_cache_get(&values_kind, text, (void *)(uintptr_t)paths, holder, &thing, e));
    *out = thing;
    return ST_OK;
}

uint32_t field_values_group_start(const struct field_values *v, uint32_t group)
{
    if (v->groups == NULL) {
        return group;
    }
    uint32_t low = 1;
    uint32_t high = v->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (v->groups[middle] < group) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

status field_values_text(const struct field_values *v, const struct field_paths *paths,
                         uint32_t value, struct buffer *scratch, string_view *text, struct error *e)
{
    const struct value_source *source = &v->sources[value];
    const struct field_path *path = &paths->paths[source->path];
    struct dictionary d;
    enum value_kind kind = VALUE_STRING;
    TRY(segment_dictionary(path->segment, path->path, &d, e));
    TRY(dictionary_get(&d, source->ordinal, scratch, &kind, text, e));
    *text = ordinal_text(kind, *text);
    return ST_OK;
}
