// SPDX-License-Identifier: Apache-2.0
// Three ways to the same texts: kept ones, decoded ones, joined ones.
// Must not know: queries.
#include "query/cell_texts.h"

#include "base/array.h"
#include "query/ordinals.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

// A text of a dictionary is found behind those of its block, one that is kept at once: kept are
// those of small dictionaries always, of large ones while the budget holds.
#define SMALL_VALUES ((uint32_t)16384)
#define KEPT_BYTES   ((size_t)64 << 20) // of one dictionary
#define MOST_LISTS   64
#define MOST_TEXT    ((size_t)1 << 31)

const char cell_nothing[CELL_PADDING] = {0};

struct cell_path {
    struct column column;
    struct dictionary dictionary;
    const uint32_t *offsets[MOST_LISTS]; // outermost first
    size_t depth;
};

struct cell_reader {
    cell_escape *escape;
    struct cell_budget *budget;
    size_t charged;          // to the budget
    struct cell_path *paths; // owned
    size_t count;
    bool plain;          // one path, in no list
    struct buffer texts; // of all ordinals, escaped, when they are kept
    uint32_t *ends;      // owned: by ordinal; NULL: not kept
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to read a field");
}

// --- making ----------------------------------------------------------------------------------

static status open_path(const struct field_path *p, struct cell_path *out, struct error *e)
{
    TRY(segment_column(p->segment, p->path, &out->column, e));
    TRY(segment_dictionary(p->segment, p->path, &out->dictionary, e));
    for (uint32_t level = p->level; level != 0; level = segment_level_parent(p->segment, level)) {
        if (out->depth == MOST_LISTS) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        memmove(out->offsets + 1, out->offsets, out->depth * sizeof *out->offsets);
        TRY(segment_offsets(p->segment, level, &out->offsets[0], e));
        out->depth++;
    }
    return ST_OK;
}

static status keep_text(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    struct cell_reader *r = argument;
    r->escape(ordinal_text(kind, text), &r->texts);
    r->ends[ordinal] = (uint32_t)r->texts.length;
    return buffer_check(&r->texts, "the values of a field", e); // past KEPT_BYTES: too large
}

static status keep_texts(struct cell_reader *r, struct error *e)
{
    const struct dictionary *d = &r->paths[0].dictionary;
    r->ends = calloc((size_t)d->count + 1, sizeof *r->ends);
    if (r->ends == NULL) {
        return no_memory(e);
    }
    status result = d->count == 0 ? ST_OK : dictionary_scan(d, 1, d->count, keep_text, r, e);
    if (result == ST_OK && !buffer_reserve(&r->texts, CELL_PADDING)) {
        result = ST_TOO_LARGE;
    }
    if (result == ST_TOO_LARGE) { // long texts: they are read as they come
        error_clear(e);
        free(r->ends);
        r->ends = NULL;
        buffer_release(&r->texts);
        return ST_OK;
    }
    return result;
}

// Front coding saves some bytes, escapes add some: what the texts will take is about what they take
// in the dictionary.
static bool may_keep(struct cell_reader *r)
{
    const struct dictionary *d = &r->paths[0].dictionary;
    size_t bytes = d->strings_length / 4 * 5 + 4 * (size_t)d->count;
    if (d->count <= SMALL_VALUES) {
        return true;
    }
    if (d->strings_length > KEPT_BYTES ||
        atomic_fetch_add(&r->budget->used, bytes) + bytes > r->budget->most) {
        (void)atomic_fetch_sub(&r->budget->used, d->strings_length > KEPT_BYTES ? 0 : bytes);
        return false;
    }
    r->charged = bytes;
    return true;
}

static status make(struct cell_reader *r, const struct field_path *paths, struct error *e)
{
    r->paths = calloc(r->count + 1, sizeof *r->paths);
    if (r->paths == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < r->count; i++) {
        TRY(open_path(&paths[i], &r->paths[i], e));
    }
    r->plain = r->count == 1 && r->paths[0].depth == 0;
    return r->plain && may_keep(r) ? keep_texts(r, e) : ST_OK;
}

status cell_reader_create(const struct field_path *paths, size_t count, cell_escape *escape,
                          struct cell_budget *budget, struct cell_reader **out, struct error *e)
{
    struct cell_reader *r = calloc(1, sizeof *r);
    if (r == NULL) {
        return no_memory(e);
    }
    *r = (struct cell_reader){.escape = escape, .budget = budget, .count = count};
    buffer_init(&r->texts, KEPT_BYTES);
    status result = make(r, paths, e);
    if (result != ST_OK) {
        cell_reader_destroy(r);
        return result;
    }
    *out = r;
    return ST_OK;
}

void cell_reader_destroy(struct cell_reader *r)
{
    if (r != NULL) {
        (void)atomic_fetch_sub(&r->budget->used, r->charged);
        buffer_release(&r->texts);
        free(r->ends);
        free(r->paths);
        free(r);
    }
}

void cell_scratch_init(struct cell_scratch *s)
{
    *s = (struct cell_scratch){0};
    buffer_init(&s->texts, MOST_TEXT);
    buffer_init(&s->joined, MOST_TEXT);
}

void cell_scratch_release(struct cell_scratch *s)
{
    free(s->ordinals);
    free(s->ends);
    buffer_release(&s->texts);
    buffer_release(&s->joined);
}

// --- reading ---------------------------------------------------------------------------------

static status make_room(struct cell_scratch *s, size_t count, struct error *e)
{
    if (count <= s->capacity) {
        return ST_OK;
    }
    free(s->ordinals);
    free(s->ends);
    s->capacity = 0;
    s->ordinals = malloc(count * sizeof *s->ordinals);
    s->ends = malloc(count * sizeof *s->ends);
    if (s->ordinals == NULL || s->ends == NULL) {
        return no_memory(e);
    }
    s->capacity = count;
    return ST_OK;
}

static void read_cells(const struct column *c, const uint32_t *rows, size_t count,
                       uint32_t *ordinals)
{
    if (rows[count - 1] - rows[0] == count - 1) {
        column_unpack(c, rows[0], count, ordinals);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        ordinals[i] = column_get(c, rows[i]);
    }
}

static status read_kept(const struct cell_reader *r, const uint32_t *rows, size_t count,
                        struct cell_scratch *s, struct cell_text *texts, struct error *e)
{
    uint32_t most = r->paths[0].dictionary.count;
    bool small = most <= SMALL_VALUES;
    read_cells(&r->paths[0].column, rows, count, s->ordinals);
    for (size_t i = 0; i < count && !small; i++) {
        __builtin_prefetch(&r->ends[MIN(s->ordinals[i], most)]);
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t ordinal = s->ordinals[i];
        if (ordinal > most) {
            return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
        }
        uint32_t start = ordinal == 0 ? 0 : r->ends[ordinal - 1];
        uint32_t end = ordinal == 0 ? 0 : r->ends[ordinal];
        texts[i] =
            (struct cell_text){end > start ? r->texts.bytes + start : cell_nothing, end - start};
        if (!small) {
            __builtin_prefetch(texts[i].bytes);
            __builtin_prefetch(texts[i].bytes + 64);
        }
    }
    return ST_OK;
}

static status read_decoded(const struct cell_reader *r, const uint32_t *rows, size_t count,
                           struct cell_scratch *s, struct buffer *out, struct cell_text *texts,
                           struct error *e)
{
    size_t start = 0;
    read_cells(&r->paths[0].column, rows, count, s->ordinals);
    buffer_clear(&s->texts);
    TRY(dictionary_texts(&r->paths[0].dictionary, s->ordinals, count, &s->texts, s->ends, e));
    for (size_t i = 0; i < count; i++) {
        size_t before = out->length;
        r->escape((string_view){s->texts.bytes + start, s->ends[i] - start}, out);
        texts[i] = (struct cell_text){NULL, out->length - before};
        start = s->ends[i];
    }
    return buffer_check(out, "the values of a field", e);
}

// Adds the texts of one row's elements to `joined`.
static status join_path(const struct cell_path *p, uint32_t row, struct cell_scratch *s,
                        struct error *e)
{
    uint32_t first = row;
    uint32_t end = row + 1;
    for (size_t i = 0; i < p->depth; i++) {
        first = p->offsets[i][first];
        end = p->offsets[i][end];
    }
    for (uint32_t i = first; i < end; i++) {
        uint32_t ordinal = column_get(&p->column, i);
        size_t length = 0;
        buffer_clear(&s->texts);
        TRY(dictionary_texts(&p->dictionary, &ordinal, 1, &s->texts, &length, e));
        if (length > 0) {
            buffer_append_view(&s->joined, s->joined.length > 0 ? SV(CELL_LIST_SEPARATOR) : SV(""));
            buffer_append_view(&s->joined, buffer_view(&s->texts));
        }
    }
    return buffer_check(&s->joined, "the values of a list", e);
}

static status read_joined(const struct cell_reader *r, const uint32_t *rows, size_t count,
                          struct cell_scratch *s, struct buffer *out, struct cell_text *texts,
                          struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        size_t before = out->length;
        buffer_clear(&s->joined);
        for (size_t k = 0; k < r->count; k++) {
            TRY(join_path(&r->paths[k], rows[i], s, e));
        }
        r->escape(buffer_view(&s->joined), out);
        texts[i] = (struct cell_text){NULL, out->length - before};
    }
    return buffer_check(out, "the values of a field", e);
}

status cell_reader_read(const struct cell_reader *r, const uint32_t *rows, size_t count,
                        struct cell_scratch *scratch, struct buffer *out, struct cell_text *texts,
                        struct error *e)
{
    if (count == 0) {
        return ST_OK;
    }
    TRY(make_room(scratch, count, e));
    if (r->count == 0) {
        for (size_t i = 0; i < count; i++) {
            texts[i] = (struct cell_text){cell_nothing, 0};
        }
        return ST_OK;
    }
    if (r->ends != NULL) {
        return read_kept(r, rows, count, scratch, texts, e);
    }
    return r->plain ? read_decoded(r, rows, count, scratch, out, texts, e)
                    : read_joined(r, rows, count, scratch, out, texts, e);
}
