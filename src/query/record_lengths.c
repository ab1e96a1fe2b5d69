// SPDX-License-Identifier: Apache-2.0
// Cuts every entry of every dictionary once, then adds up by rows.
// Must not know: queries.
#include "query/record_lengths.h"

#include "query/ordinals.h"
#include "query/query_cache.h"
#include "query/query_pool.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MOST     64u
#define BLOCK          ((size_t)4096) // rows
#define ENTRIES_A_TASK 32768u

struct length_maker {
    struct segment *segment;
    uint32_t *lengths; // by row
    uint32_t *tokens;  // by ordinal of the path at hand; owned
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to count the words of records");
}

// --- entries ---------------------------------------------------------------------------------

// Entries of one dictionary, a stretch for each task.
struct entry_cutting {
    const struct dictionary *dictionary;
    uint32_t first;
    uint32_t *tokens; // by ordinal
};

struct stretch {
    uint32_t *tokens;
    struct token_cutter cutter;
};

static status cut_entry(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    struct stretch *s = argument;
    size_t count = 0;
    text = ordinal_text(kind, text);
    if (!token_count_ascii(text, &count)) {
        TRY(token_cut(&s->cutter, text, e));
        count = s->cutter.count;
    }
    s->tokens[ordinal] = (uint32_t)count;
    return ST_OK;
}

static status cut_stretch(void *argument, size_t index, struct error *e)
{
    const struct entry_cutting *c = argument;
    struct stretch s = {.tokens = c->tokens};
    uint32_t first = c->first + (uint32_t)(index * ENTRIES_A_TASK);
    uint32_t left = c->dictionary->count - first;
    token_cutter_init(&s.cutter);
    status result = dictionary_scan(c->dictionary, first, first + MIN(left, ENTRIES_A_TASK - 1),
                                    cut_entry, &s, e);
    token_cutter_release(&s.cutter);
    return result;
}

// A number is one word, whatever it is; all other entries are cut.
static status cut_entries(const struct length_maker *m, const struct dictionary *d, struct error *e)
{
    struct entry_cutting c = {d, d->missing + d->numbers + 1, m->tokens};
    for (uint32_t i = d->missing + 1; i < c.first; i++) {
        m->tokens[i] = 1;
    }
    uint32_t count = d->count + 1 - c.first;
    return parallel_run(query_pool(), (count + ENTRIES_A_TASK - 1) / ENTRIES_A_TASK, cut_stretch,
                        &c, e);
}

// --- rows ------------------------------------------------------------------------------------

static uint32_t tokens_of(const struct length_maker *m, const struct dictionary *d,
                          uint32_t ordinal)
{
    return ordinal <= d->count ? m->tokens[ordinal] : 0;
}

static status add_flat(struct length_maker *m, uint32_t path, const struct dictionary *d,
                       struct error *e)
{
    uint32_t cells[BLOCK];
    struct column column;
    size_t rows = segment_rows(m->segment);
    TRY(segment_column(m->segment, path, &column, e));
    for (size_t first = 0; first < rows; first += BLOCK) {
        size_t count = MIN(BLOCK, rows - first);
        column_unpack(&column, first, count, cells);
        for (size_t i = 0; i < count; i++) {
            m->lengths[first + i] += tokens_of(m, d, cells[i]);
        }
    }
    return ST_OK;
}

static status add_nested(struct length_maker *m, uint32_t path, uint32_t level,
                         const struct dictionary *d, struct error *e)
{
    const uint32_t *offsets[DEPTH_MOST];
    size_t depth = 0;
    struct column column;
    TRY(segment_column(m->segment, path, &column, e));
    for (; level != 0; level = segment_level_parent(m->segment, level)) {
        if (depth == DEPTH_MOST) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        TRY(segment_offsets(m->segment, level, &offsets[depth++], e)); // innermost first
    }
    for (uint32_t row = 0; row < segment_rows(m->segment); row++) {
        uint32_t first = row;
        uint32_t end = row + 1;
        for (size_t i = depth; i > 0; i--) {
            first = offsets[i - 1][first];
            end = offsets[i - 1][end];
        }
        for (uint32_t element = first; element < end; element++) {
            m->lengths[row] += tokens_of(m, d, column_get(&column, element));
        }
    }
    return ST_OK;
}

static status add_path(struct length_maker *m, uint32_t path, uint32_t level, struct error *e)
{
    struct dictionary d;
    TRY(segment_dictionary(m->segment, path, &d, e));
    if (d.count == d.missing) {
        return ST_OK;
    }
    m->tokens = calloc((size_t)d.count + 1, sizeof *m->tokens);
    status result = m->tokens == NULL ? no_memory(e) : ST_OK;
    if (result == ST_OK) {
        result = cut_entries(m, &d, e);
    }
    if (result == ST_OK) {
        result = level == 0 ? add_flat(m, path, &d, e) : add_nested(m, path, level, &d, e);
    }
    free(m->tokens);
    m->tokens = NULL;
    return result;
}

static status add_paths(struct length_maker *m, struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    TRY(segment_paths(m->segment, &paths, &count, e));
    for (size_t i = 0; i < count; i++) {
        if (paths[i].kind == PATH_LEAF) {
            TRY(add_path(m, (uint32_t)i, paths[i].level, e));
        }
    }
    return ST_OK;
}

static status make_lengths(void *argument, void **out, size_t *bytes, struct error *e)
{
    struct length_maker m = {.segment = argument};
    size_t rows = segment_rows(m.segment);
    m.lengths = calloc(rows + 1, sizeof *m.lengths);
    if (m.lengths == NULL) {
        return no_memory(e);
    }
    status result = add_paths(&m, e);
    if (result != ST_OK) {
        free(m.lengths);
        return result;
    }
    *out = m.lengths;
    *bytes = (rows + 1) * sizeof *m.lengths;
    return ST_OK;
}

static const struct cache_kind lengths_kind = {"lengths", make_lengths, free};

status record_lengths_get(struct segment *segment, struct arena *holder, const uint32_t **lengths,
                          struct error *e)
{
    uint64_t identity = segment_identity(segment);
    string_view key = {(const char *)&identity, sizeof identity};
    void *thing = NULL;
    TRY(query_cache_get(&lengths_kind, key, segment, holder, &thing, e));
    *lengths = thing;
    return ST_OK;
}
