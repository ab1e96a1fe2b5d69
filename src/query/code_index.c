// SPDX-License-Identifier: Apache-2.0
// Pairs of a code's hash and a path, in buckets; paths with large dictionaries are always looked
// in. Must not know: rows, queries.
#include "query/code_index.h"

#include "base/array.h"
#include "base/hash.h"
#include "query/query_cache.h"
#include "store/token.h"

#include <stdlib.h>
#include <string.h>

// Entries of a dictionary that is noted code by code.
#define SMALL_DICTIONARY 4096u

struct code_place {
    uint32_t hash;
    uint32_t path;
};

#define BUCKETS ((size_t)1 << 16)

struct code_index {
    struct code_place *places; // by the high half of the hash
    size_t count;
    size_t capacity;
    uint32_t *buckets; // first place of each high half, and the end
    uint32_t *large;   // paths that are always looked in
    size_t large_count;
    size_t large_capacity;
};

struct builder {
    struct code_index *index;
    struct token_cutter cutter;
    uint32_t path;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to note the codes of a segment");
}

static uint32_t hash_of(string_view code)
{
    return (uint32_t)hash_bytes(code.bytes, code.length);
}

enum shape { SHAPE_PLAIN_CODE, SHAPE_NO_CODE, SHAPE_UNSURE };

// What a text is, told without folding: one chunk of plain letters, digits and inner punctuation
// with a digit in it folds to its small letters.
static enum shape shape_of(string_view text)
{
    static const char inner[] = "!#$%&'*+-./:=?@\\^_`~";
    bool digit = false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        bool is_digit = c >= '0' && c <= '9';
        bool is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        bool at_edge = i == 0 || i + 1 == text.length;
        if (c >= 0x80) {
            return SHAPE_UNSURE;
        }
        if (!is_digit && !is_letter && (at_edge || c == 0 || strchr(inner, c) == NULL)) {
            return SHAPE_NO_CODE;
        }
        digit = digit || is_digit;
    }
    return digit ? SHAPE_PLAIN_CODE : SHAPE_NO_CODE;
}

static status note_code(struct builder *b, string_view code, struct error *e)
{
    struct code_index *x = b->index;
    if (!ARRAY_RESERVE(x->places, x->capacity, x->count, (size_t)1 << 30)) {
        return no_memory(e);
    }
    x->places[x->count++] = (struct code_place){hash_of(code), b->path};
    return ST_OK;
}

static status note_value(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                         struct error *e)
{
    (void)ordinal;
    (void)kind;
    struct builder *b = argument;
    char small[128];
    enum shape shape = shape_of(text);
    if (shape == SHAPE_NO_CODE) {
        return ST_OK;
    }
    if (shape == SHAPE_PLAIN_CODE && text.length <= sizeof small) {
        for (size_t i = 0; i < text.length; i++) {
            char c = text.bytes[i];
            small[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
        }
        return note_code(b, (string_view){small, text.length}, e);
    }
    TRY(token_cut(&b->cutter, text, e));
    const struct token *only = b->cutter.count == 1 ? b->cutter.tokens : NULL;
    bool is_code = only != NULL && only->is_whole && only->is_code;
    return is_code ? note_code(b, only->text, e) : ST_OK;
}

static status note_path(struct builder *b, struct segment *segment, uint32_t path, struct error *e)
{
    struct dictionary d;
    struct code_index *x = b->index;
    TRY(segment_dictionary(segment, path, &d, e));
    b->path = path;
    if (d.count - d.missing <= SMALL_DICTIONARY) {
        return dictionary_scan(&d, d.missing + 1, d.count, note_value, b, e);
    }
    if (!ARRAY_RESERVE(x->large, x->large_capacity, x->large_count, (size_t)1 << 24)) {
        return no_memory(e);
    }
    x->large[x->large_count++] = path;
    return ST_OK;
}

// Puts the places into the order of their buckets: one counting pass.
static status fill_buckets(struct code_index *x, struct error *e)
{
    struct code_place *sorted = calloc(x->count + 1, sizeof *sorted);
    x->buckets = calloc(BUCKETS + 2, sizeof *x->buckets);
    if (sorted == NULL || x->buckets == NULL) {
        free(sorted);
        return no_memory(e);
    }
    uint32_t *next = x->buckets + 1; // moves each start one bucket on while it is filled
    for (size_t i = 0; i < x->count; i++) {
        next[(x->places[i].hash >> 16) + 1]++;
    }
    for (size_t i = 1; i <= BUCKETS; i++) {
        next[i] += next[i - 1];
    }
    for (size_t i = 0; i < x->count; i++) {
        sorted[next[x->places[i].hash >> 16]++] = x->places[i];
    }
    free(x->places);
    x->places = sorted;
    x->capacity = x->count + 1;
    return ST_OK;
}

static status note_paths(struct builder *b, struct segment *segment, struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    TRY(segment_paths(segment, &paths, &count, e));
    for (size_t i = 0; i < count; i++) {
        if (paths[i].kind == PATH_LEAF) {
            TRY(note_path(b, segment, (uint32_t)i, e));
        }
    }
    return fill_buckets(b->index, e);
}

static void destroy_index(void *thing)
{
    struct code_index *x = thing;
    free(x->places);
    free(x->buckets);
    free(x->large);
    free(x);
}

static status make_index(void *argument, void **out, size_t *bytes, struct error *e)
{
    struct builder b = {.index = calloc(1, sizeof *b.index)};
    if (b.index == NULL) {
        return no_memory(e);
    }
    token_cutter_init(&b.cutter);
    status result = note_paths(&b, argument, e);
    token_cutter_release(&b.cutter);
    if (result != ST_OK) {
        destroy_index(b.index);
        return result;
    }
    *out = b.index;
    *bytes = sizeof *b.index + BUCKETS * sizeof(uint32_t) +
             b.index->capacity * sizeof *b.index->places +
             b.index->large_capacity * sizeof *b.index->large;
    return ST_OK;
}

static const struct cache_kind index_kind = {"codes", make_index, destroy_index};

status code_index_get(struct segment *segment, struct arena *holder, const struct code_index **out,
                      struct error *e)
{
    uint64_t identity = segment_identity(segment);
    string_view key = {(const char *)&identity, sizeof identity};
    void *thing = NULL;
    TRY(query_cache_get(&index_kind, key, segment, holder, &thing, e));
    *out = thing;
    return ST_OK;
}

status code_index_find(const struct code_index *x, string_view code, code_index_visit *visit,
                       void *argument, struct error *e)
{
    uint32_t hash = hash_of(code);
    for (size_t i = x->buckets[hash >> 16]; i < x->buckets[(hash >> 16) + 1]; i++) {
        if (x->places[i].hash == hash) {
            TRY(visit(argument, x->places[i].path, e));
        }
    }
    for (size_t i = 0; i < x->large_count; i++) {
        TRY(visit(argument, x->large[i], e));
    }
    return ST_OK;
}
