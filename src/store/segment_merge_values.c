// SPDX-License-Identifier: Apache-2.0
// Merges one leaf path: the sources' dictionaries, each in the one order, become one; old ordinals
// are translated by an array for each source; the column is copied run by run. Must not know: rows'
// keys, other paths.
#include "store/dictionary_builder.h"
#include "store/segment_merge_private.h"
#include "store/value_key.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK ((size_t)1024)

// The dictionary of one source, value after value.
struct value_source {
    struct segment *segment;
    size_t index; // of the merge's source
    uint32_t old_path;
    struct dictionary d;
    struct string_list list;
    struct string_cursor cursor;
    struct long_block block;
    struct buffer scratch;
    uint32_t *ordinals; // owned: new ones by old; 0 for values that only rows left out have
    uint32_t ordinal;   // of the value at hand, from 1
    bool done;
    enum value_kind kind;
    string_view text; // whole
    struct value_facts facts;
    uint64_t key;
};

struct path_merge {
    struct segment_merge *m;
    uint32_t path;
    struct value_source **sources; // owned
    size_t count;
    struct dictionary_builder *dictionary; // owned
    struct token_collector *collector;     // owned; NULL when the path keeps no tokens of its own
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to merge a field");
}

// --- sources -------------------------------------------------------------------------------------

static status read_value(struct value_source *s, struct error *e)
{
    TRY(dictionary_value(&s->d, &s->cursor, &s->block, &s->kind, &s->text, e));
    value_analyse(s->kind, s->text, &s->facts);
    s->key = value_key(s->kind, s->text, &s->facts, &s->scratch);
    return s->scratch.failed ? no_memory(e) : ST_OK;
}

// Moves on to the next value that the new segment uses.
static status next_value(struct value_source *s, struct error *e)
{
    uint32_t before = s->ordinal;
    do {
        s->ordinal++;
    } while (s->ordinal <= s->d.count && s->ordinals[s->ordinal] == 0);
    if (s->ordinal > s->d.count) {
        s->done = true;
        return ST_OK;
    }
    status result = before > 0 && s->ordinal == before + 1
                        ? string_cursor_next(&s->cursor, e)
                        : string_cursor_seek(&s->cursor, &s->list, s->ordinal - 1, e);
    if (result == ST_OK) {
        result = read_value(s, e);
    }
    return segment_blame(s->segment, path_section(s->segment, s->old_path, PATH_DICTIONARY), result,
                         e);
}

static status beyond_dictionary(const struct value_source *s, struct error *e)
{
    return segment_damaged(s->segment, path_section(s->segment, s->old_path, PATH_ORDINALS), e,
                           "a cell is beyond the dictionary");
}

// Marks the values of the elements that come along: all of them when no row is left out.
static status mark_used(const struct path_merge *p, struct value_source *s, struct error *e)
{
    const struct segment_merge *m = p->m;
    if (m->sources[s->index].is_whole) {
        for (uint32_t i = 1; i <= s->d.count; i++) {
            s->ordinals[i] = 1;
        }
        return ST_OK;
    }
    struct column column;
    uint32_t cells[CHUNK];
    const struct merge_runs *runs = &m->runs[m->writer->paths[p->path]->level];
    TRY(segment_column(s->segment, s->old_path, &column, e));
    for (size_t i = 0; i < runs->count; i++) {
        const struct merge_run *run = &runs->items[i];
        for (uint32_t at = 0; run->source == s->index && at < run->count; at += CHUNK) {
            size_t count = MIN(run->count - at, (uint32_t)CHUNK);
            column_unpack(&column, (uint64_t)run->first + at, count, cells);
            for (size_t k = 0; k < count; k++) {
                if (cells[k] > s->d.count) {
                    return beyond_dictionary(s, e);
                }
                s->ordinals[cells[k]] = 1;
            }
        }
    }
    return ST_OK;
}

static status open_source(struct path_merge *p, size_t index, uint32_t old_path, struct error *e)
{
    struct value_source *s = calloc(1, sizeof *s);
    if (s == NULL) {
        return no_memory(e);
    }
    p->sources[p->count++] = s;
    s->segment = p->m->sources[index].segment;
    s->index = index;
    s->old_path = old_path;
    long_block_init(&s->block);
    buffer_init(&s->scratch, SIZE_MAX / 2);
    TRY(segment_dictionary(s->segment, old_path, &s->d, e));
    TRY(dictionary_list(&s->d, &s->list, e));
    s->ordinals = calloc((size_t)s->d.count + 1, sizeof *s->ordinals);
    if (s->ordinals == NULL) {
        return no_memory(e);
    }
    TRY(mark_used(p, s, e));
    return next_value(s, e);
}

static void close_source(struct value_source *s)
{
    long_block_release(&s->block);
    buffer_release(&s->scratch);
    free(s->ordinals);
    free(s);
}

// --- merging dictionaries ------------------------------------------------------------------------

static int compare_values(const struct value_source *a, const struct value_source *b)
{
    if (a->facts.class != b->facts.class) {
        return a->facts.class < b->facts.class ? -1 : 1;
    }
    if (a->key != b->key) {
        return a->key < b->key ? -1 : 1;
    }
    return value_compare(a->kind, a->text, &a->facts, b->kind, b->text, &b->facts);
}

static struct value_source *least_value(const struct path_merge *p)
{
    struct value_source *least = NULL;
    for (size_t i = 0; i < p->count; i++) {
        struct value_source *s = p->sources[i];
        if (!s->done && (least == NULL || compare_values(s, least) < 0)) {
            least = s;
        }
    }
    return least;
}

// Adds the value as the dictionary keeps it; a long one goes into the new segment's blocks.
static status add_value(struct path_merge *p, const struct value_source *s, struct error *e)
{
    string_view bytes = string_cursor_text(&s->cursor);
    enum value_kind kind = (enum value_kind)s->cursor.kind;
    char moved[LIMIT_LIST_STRING + 1];
    if (kind == VALUE_LONG_STRING) {
        struct long_reference reference;
        size_t prefix = bytes.length - sizeof reference;
        TRY(long_values_add(p->m->writer->longs, s->text, &reference, e));
        reference.kind = s->kind;
        memcpy(moved, bytes.bytes, prefix);
        memcpy(moved + prefix, &reference, sizeof reference);
        bytes = (string_view){moved, bytes.length};
    }
    dictionary_builder_add(p->dictionary, kind, bytes.bytes, bytes.length, &s->facts);
    return p->collector == NULL ? ST_OK : token_collector_add(p->collector, s->text, e);
}

static status merge_dictionaries(struct path_merge *p, struct error *e)
{
    for (struct value_source *least = least_value(p); least != NULL; least = least_value(p)) {
        uint32_t ordinal = dictionary_builder_count(p->dictionary) + 1;
        if (ordinal == UINT32_MAX) {
            return error_set(e, ST_TOO_LARGE, "a field cannot have more values");
        }
        TRY(add_value(p, least, e));
        for (size_t i = 0; i < p->count; i++) {
            struct value_source *s = p->sources[i];
            if (s != least && !s->done && s->key == least->key && s->kind == least->kind &&
                sv_equal(s->text, least->text)) {
                s->ordinals[s->ordinal] = ordinal;
                TRY(next_value(s, e));
            }
        }
        least->ordinals[least->ordinal] = ordinal;
        TRY(next_value(least, e));
    }
    return ST_OK;
}

// --- the column ----------------------------------------------------------------------------------

// Makes cells up to `element` absent that are not there yet.
static bool extend_cells(struct writer_path *out, uint64_t element)
{
    size_t wanted = (size_t)(element - out->first_element) + 1;
    if (wanted > out->cells_capacity) {
        size_t capacity = MAX(wanted, out->cells_capacity + out->cells_capacity / 2 + CHUNK);
        uint32_t *cells = realloc(out->cells, capacity * sizeof *cells);
        if (cells == NULL) {
            return false;
        }
        out->cells = cells;
        out->cells_capacity = capacity;
    }
    memset(out->cells + out->cells_count, 0, (wanted - out->cells_count) * sizeof *out->cells);
    out->cells_count = wanted;
    return true;
}

// Translates a chunk of old cells and puts those that are not absent where they belong.
static status put_cells(const struct value_source *s, struct writer_path *out, uint64_t element,
                        const uint32_t *cells, size_t count, struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        if (cells[i] == 0) {
            continue;
        }
        if (cells[i] > s->d.count) {
            return beyond_dictionary(s, e);
        }
        if (out->cells_count == 0) {
            out->first_element = (uint32_t)(element + i);
        }
        if (element + i - out->first_element >= out->cells_count &&
            !extend_cells(out, element + i)) {
            return no_memory(e);
        }
        out->cells[element + i - out->first_element] = s->ordinals[cells[i]];
    }
    return ST_OK;
}

static status copy_run(const struct value_source *s, const struct column *column,
                       struct writer_path *out, const struct merge_run *run, uint64_t element,
                       struct error *e)
{
    uint32_t cells[CHUNK];
    // Only the part of the run that the old window holds.
    uint64_t from = MAX((uint64_t)run->first, column->first);
    uint64_t to = MIN((uint64_t)run->first + run->count, column->first + column->count);
    for (uint64_t at = from; at < to; at += CHUNK) {
        size_t count = (size_t)MIN((uint64_t)CHUNK, to - at);
        column_unpack(column, at, count, cells);
        TRY(put_cells(s, out, element + at - run->first, cells, count, e));
    }
    return ST_OK;
}

static status merge_columns(struct path_merge *p, struct error *e)
{
    struct segment_merge *m = p->m;
    struct writer_path *out = m->writer->paths[p->path];
    const struct merge_runs *runs = &m->runs[out->level];
    struct column *columns = calloc(MAX(m->source_count, (size_t)1), sizeof *columns);
    struct value_source **by_source = calloc(MAX(m->source_count, (size_t)1), sizeof *by_source);
    status result = columns == NULL || by_source == NULL ? no_memory(e) : ST_OK;
    for (size_t i = 0; i < p->count && result == ST_OK; i++) {
        struct value_source *s = p->sources[i];
        by_source[s->index] = s;
        result = segment_column(s->segment, s->old_path, &columns[s->index], e);
    }
    uint64_t element = 0;
    for (size_t i = 0; i < runs->count && result == ST_OK; i++) {
        const struct merge_run *run = &runs->items[i];
        if (by_source[run->source] != NULL) {
            result = copy_run(by_source[run->source], &columns[run->source], out, run, element, e);
        }
        element += run->count;
    }
    free(columns);
    free(by_source);
    return result;
}

// --- a path --------------------------------------------------------------------------------------

// A path keeps tokens of its own when it has many texts; whether it has is known in the end.
static status start_tokens(struct path_merge *p, struct error *e)
{
    uint64_t texts = 0;
    for (size_t i = 0; i < p->count; i++) {
        texts += p->sources[i]->d.texts;
    }
    if (texts <= FIELD_TOKENS_LEAST_TEXTS) {
        return ST_OK;
    }
    p->collector = malloc(sizeof *p->collector);
    if (p->collector == NULL) {
        return no_memory(e);
    }
    token_collector_init(p->collector, &p->m->writer->paths[p->path]->tokens);
    return ST_OK;
}

static status write_tokens(struct path_merge *p, struct error *e)
{
    const struct writer_path *out = p->m->writer->paths[p->path];
    if (p->collector == NULL) {
        return ST_OK;
    }
    TRY(token_collector_finish(p->collector, e));
    if (out->counts.texts <= FIELD_TOKENS_LEAST_TEXTS) {
        return ST_OK;
    }
    return path_tokens_write(&out->tokens, dictionary_builder_count(p->dictionary),
                             p->m->writer->file, p->path, e);
}

static status write_path(struct path_merge *p, struct error *e)
{
    struct segment_merge *m = p->m;
    struct writer_path *out = m->writer->paths[p->path];
    for (size_t i = 0; i < m->source_count; i++) {
        uint32_t old_path = m->sources[i].old_paths[p->path];
        if (old_path != NO_PATH) {
            TRY(open_source(p, i, old_path, e));
        }
    }
    TRY(start_tokens(p, e));
    TRY(merge_dictionaries(p, e));
    TRY(dictionary_builder_write(p->dictionary, &m->writer->keys, m->writer->file, p->path, e));
    out->counts = p->dictionary->counts;
    out->is_measured = dictionary_builder_is_measured(p->dictionary);
    TRY(write_tokens(p, e));
    TRY(merge_columns(p, e));
    return writer_write_column(m->writer, p->path, e);
}

status merge_path(struct segment_merge *m, uint32_t path, struct error *e)
{
    struct path_merge p = {.m = m, .path = path};
    struct writer_path *out = m->writer->paths[path];
    p.sources = calloc(MAX(m->source_count, (size_t)1), sizeof *p.sources);
    p.dictionary = malloc(sizeof *p.dictionary);
    status result = ST_OK;
    if (p.sources == NULL || p.dictionary == NULL) {
        result = no_memory(e);
    } else {
        dictionary_builder_init(p.dictionary);
        result = write_path(&p, e);
        dictionary_builder_release(p.dictionary);
    }
    for (size_t i = 0; i < p.count; i++) {
        close_source(p.sources[i]);
    }
    if (p.collector != NULL) {
        token_collector_release(p.collector);
    }
    path_tokens_release(&out->tokens);
    free(out->cells);
    out->cells = NULL;
    out->cells_count = 0;
    free(p.collector);
    free(p.sources);
    free(p.dictionary);
    return result;
}
