// SPDX-License-Identifier: Apache-2.0
// Interns the values of a batch, each path by one thread, and notes their numbers in the path's
// cells. Must not know: documents, the order of values.
#include "store/segment_writer_private.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

#define GROUP 64u

static enum value_kind kind_of(const struct node *node)
{
    static const enum value_kind kinds[] = {
        [NODE_STRING] = VALUE_STRING,      [NODE_NUMBER] = VALUE_NUMBER,
        [NODE_TRUE] = VALUE_TRUE,          [NODE_FALSE] = VALUE_FALSE,
        [NODE_NULL] = VALUE_NULL,          [NODE_LIST] = VALUE_EMPTY_LIST,
        [NODE_OBJECT] = VALUE_EMPTY_OBJECT};
    return kinds[node->kind];
}

// Makes room for cells up to `element`; those behind the last one become absent.
static bool extend_cells(struct writer_path *p, uint32_t first, uint32_t element)
{
    if (p->cells_count == 0) {
        p->first_element = first;
    }
    size_t wanted = (size_t)element - p->first_element + 1;
    if (wanted > p->cells_capacity) {
        size_t capacity = MAX(wanted, p->cells_capacity + p->cells_capacity / 2 + 64);
        uint32_t *cells = realloc(p->cells, capacity * sizeof *cells);
        if (cells == NULL) {
            return false;
        }
        p->cells = cells;
        p->cells_capacity = capacity;
    }
    memset(p->cells + p->cells_count, 0, (wanted - p->cells_count) * sizeof *p->cells);
    p->cells_count = wanted;
    return true;
}

// --- long values ---------------------------------------------------------------------------------

// At most LONG_PREFIX bytes of the text, cut before the start of a character.
static size_t prefix_length(string_view text)
{
    size_t length = MIN(text.length, (size_t)LONG_PREFIX);
    while (length > 0 && length < text.length &&
           ((unsigned char)text.bytes[length] & 0xC0) == 0x80) {
        length--;
    }
    return length;
}

// A long value is told apart by its prefix, SHA-256 and kind.
static status intern_long(struct segment_writer *w, struct writer_path *p, string_view text,
                          enum value_kind kind, uint32_t *number, struct error *e)
{
    char bytes[LONG_PREFIX + LONG_IDENTITY];
    struct sha256 hash;
    size_t prefix = prefix_length(text);
    sha256_of(text.bytes, text.length, &hash);
    memcpy(bytes, text.bytes, prefix);
    memcpy(bytes + prefix, hash.bytes, sizeof hash.bytes);
    bytes[prefix + sizeof hash.bytes] = (char)kind;
    struct intern_key key = {bytes, (uint32_t)(prefix + LONG_IDENTITY), VALUE_LONG_STRING};
    uint32_t before = p->values.count;
    TRY(intern_one(&p->values, &key, number, e));
    if (p->values.count == before) {
        return ST_OK;
    }
    if (!ARRAY_RESERVE(p->longs, p->longs_capacity, p->longs_count, UINT32_MAX)) {
        return error_set(e, ST_NO_MEMORY, "no memory for long values");
    }
    struct long_entry *entry = &p->longs[p->longs_count];
    entry->entry = *number;
    TRY(long_values_add(w->longs, text, &entry->reference, e));
    entry->reference.kind = kind;
    p->longs_count++;
    return ST_OK;
}

const struct long_reference *long_entry_find(const struct writer_path *path, uint32_t entry)
{
    size_t low = 0;
    size_t high = path->longs_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (path->longs[middle].entry <= entry) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &path->longs[low].reference;
}

void value_reader_init(struct value_reader *r, struct segment_writer *w,
                       const struct writer_path *path)
{
    r->writer = w;
    r->path = path;
    long_block_init(&r->block);
}

void value_reader_release(struct value_reader *r)
{
    long_block_release(&r->block);
}

status value_reader_get(struct value_reader *r, uint32_t entry, enum value_kind *kind,
                        string_view *text, struct error *e)
{
    *kind = (enum value_kind)intern_kind(&r->path->values, entry);
    if (*kind != VALUE_LONG_STRING) {
        *text = intern_text(&r->path->values, entry);
        return ST_OK;
    }
    const struct long_reference *reference = long_entry_find(r->path, entry);
    *kind = (enum value_kind)reference->kind;
    return long_values_get(r->writer->longs, reference, &r->block, text, e);
}

// --- a batch -------------------------------------------------------------------------------------

static status intern_without_text(struct writer_path *p, enum value_kind kind, uint32_t *number,
                                  struct error *e)
{
    if (p->without_text[kind] == 0) {
        struct intern_key key = {"", 0, kind};
        TRY(intern_one(&p->values, &key, number, e));
        p->without_text[kind] = *number + 1;
    }
    *number = p->without_text[kind] - 1;
    return ST_OK;
}

static bool same_key(const struct intern_key *a, const struct intern_key *b)
{
    return a->length == b->length && a->kind == b->kind &&
           memcmp(a->bytes, b->bytes, a->length) == 0;
}

// Numbers of a group of references, in their order. Neighbours often have one value: it is interned
// once.
static status intern_references(struct segment_writer *w, struct writer_path *p,
                                const struct cell_reference *references, size_t count,
                                uint32_t *numbers, struct error *e)
{
    struct intern_key keys[GROUP];
    uint32_t found[GROUP];
    unsigned char places[GROUP]; // of the key that each reference waits for, plus 1
    size_t waiting = 0;
    for (size_t i = 0; i < count; i++) {
        const struct node *node = references[i].node;
        enum value_kind kind = kind_of(node);
        bool has_text = (kind == VALUE_STRING || kind == VALUE_NUMBER) && node->text.length > 0;
        places[i] = 0;
        if (!has_text) {
            TRY(intern_without_text(p, kind, &numbers[i], e));
        } else if (node->text.length > LIMIT_DICTIONARY_TEXT) {
            TRY(intern_long(w, p, node->text, kind, &numbers[i], e));
        } else {
            struct intern_key key = {node->text.bytes, (uint32_t)node->text.length, kind};
            if (waiting == 0 || !same_key(&keys[waiting - 1], &key)) {
                keys[waiting++] = key;
            }
            places[i] = (unsigned char)waiting;
        }
    }
    TRY(intern_many(&p->values, keys, waiting, found, e));
    for (size_t i = 0; i < count; i++) {
        if (places[i] > 0) {
            numbers[i] = found[places[i] - 1];
        }
    }
    return ST_OK;
}

static status intern_path(void *argument, size_t index, struct error *e)
{
    struct segment_writer *w = argument;
    struct writer_path *p = w->paths[w->active[index]];
    uint32_t numbers[GROUP];
    if (!extend_cells(p, p->references[0].element,
                      p->references[p->references_count - 1].element)) {
        return error_set(e, ST_NO_MEMORY, "no memory for a column");
    }
    for (size_t done = 0; done < p->references_count; done += GROUP) {
        size_t count = MIN(p->references_count - done, (size_t)GROUP);
        const struct cell_reference *references = p->references + done;
        TRY(intern_references(w, p, references, count, numbers, e));
        for (size_t i = 0; i < count; i++) {
            p->cells[references[i].element - p->first_element] = numbers[i] + 1;
        }
    }
    p->references_count = 0;
    return ST_OK;
}

static size_t path_memory(const struct writer_path *p)
{
    return intern_memory(&p->values) + p->cells_count * sizeof *p->cells +
           p->longs_capacity * sizeof *p->longs + p->references_capacity * sizeof *p->references;
}

status writer_intern(struct segment_writer *w, struct error *e)
{
    status result =
        parallel_run(w->active_count > 1 ? w->pool : NULL, w->active_count, intern_path, w, e);
    for (size_t i = 0; i < w->active_count; i++) {
        struct writer_path *p = w->paths[w->active[i]];
        size_t memory = path_memory(p);
        w->memory += memory - p->memory;
        p->memory = memory;
    }
    w->active_count = 0;
    return result;
}

void writer_path_destroy(struct writer_path *p)
{
    if (p != NULL) {
        intern_release(&p->values);
        free(p->longs);
        free(p->cells);
        free(p->references);
        free(p->order);
        free(p->facts);
        free(p->numbers);
        path_tokens_release(&p->tokens);
        free(p);
    }
}
