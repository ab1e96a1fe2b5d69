// SPDX-License-Identifier: Apache-2.0
// Of few rows, each different value is cut once and all words are looked for in it; of many, the
// entries that hold a word are found first, then all cells are looked at.
// Must not know: queries as trees, what is made of the counts.
#include "query/word_counts.h"

#include "query/listed_values.h"
#include "query/ordinals.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

#define COUNTS_AT_ONCE ((size_t)1 << 20)
#define DEPTH_MOST     64u

size_t word_counts_at_once(size_t row_count)
{
    return MAX(COUNTS_AT_ONCE / MAX(row_count, (size_t)1), (size_t)1);
}

// --- few rows --------------------------------------------------------------------------------

struct value_counter {
    const struct word_counting *counting;
    const struct token *words;
    size_t word_count;
    uint32_t *frequencies;
};

static status count_in_value(void *argument, enum value_kind kind, string_view text,
                             const struct listed_value *at, size_t count, struct error *e)
{
    const struct value_counter *c = argument;
    struct token_cutter *cutter = c->counting->cutter;
    TRY(token_cut(cutter, ordinal_text(kind, text), e));
    for (size_t word = 0; word < c->word_count; word++) {
        uint32_t times = 0;
        for (size_t i = 0; i < cutter->count; i++) {
            times += sv_equal(cutter->tokens[i].text, c->words[word].text);
        }
        uint32_t *of_word = c->frequencies + word * c->counting->row_count;
        for (size_t i = 0; i < count && times > 0; i++) {
            of_word[at[i].place] += times;
        }
    }
    return ST_OK;
}

// The first entry that could hold one of the words; above d->count when none does.
static status first_with_any(const struct value_counter *c, const struct dictionary *d,
                             uint32_t *first, struct error *e)
{
    *first = d->count + 1;
    for (size_t i = 0; i < c->word_count; i++) {
        bool may = false;
        TRY(ordinals_may_hold(d, &c->words[i], &may, e));
        if (may) {
            *first = MIN(*first, ordinals_first_with(d, &c->words[i]));
        }
    }
    return ST_OK;
}

static status count_few(struct value_counter *c, uint32_t path, struct error *e)
{
    const struct word_counting *w = c->counting;
    struct dictionary d;
    uint32_t first = 0;
    TRY(segment_dictionary(w->segment, path, &d, e));
    TRY(first_with_any(c, &d, &first, e));
    return listed_values_see(w->segment, path, first, w->rows, w->row_count, count_in_value, c, e);
}

// --- many rows -------------------------------------------------------------------------------

struct entry_counter {
    struct token_cutter *cutter;
    const struct token *word;
    uint32_t *times; // by ordinal
};

static status count_in_entry(void *argument, uint32_t ordinal, enum value_kind kind,
                             string_view text, struct error *e)
{
    struct entry_counter *c = argument;
    TRY(token_cut(c->cutter, ordinal_text(kind, text), e));
    c->times[ordinal] = 0;
    for (size_t i = 0; i < c->cutter->count; i++) {
        c->times[ordinal] += sv_equal(c->cutter->tokens[i].text, c->word->text);
    }
    return ST_OK;
}

static status count_entries(struct entry_counter *c, const struct dictionary *d,
                            const struct ordinal_set *o, struct error *e)
{
    if (o->first <= o->last) {
        TRY(dictionary_scan(d, o->first, MIN(o->last, d->count), count_in_entry, c, e));
    }
    if (!o->has_some) {
        return ST_OK;
    }
    for (size_t i = bitset_next(&o->some, 1); i <= d->count; i = bitset_next(&o->some, i + 1)) {
        TRY(dictionary_scan(d, (uint32_t)i, (uint32_t)i, count_in_entry, c, e));
    }
    return ST_OK;
}

// Adds what the entries of a path bring to the rows of the list.
static status add_path(const struct word_counting *c, uint32_t path, uint32_t level,
                       const struct dictionary *d, const uint32_t *times, uint32_t *frequencies,
                       struct error *e)
{
    const uint32_t *offsets[DEPTH_MOST];
    size_t depth = 0;
    struct column column;
    TRY(segment_column(c->segment, path, &column, e));
    for (; level != 0; level = segment_level_parent(c->segment, level)) {
        if (depth == DEPTH_MOST) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        TRY(segment_offsets(c->segment, level, &offsets[depth++], e)); // innermost first
    }
    for (size_t i = 0; i < c->row_count; i++) {
        uint32_t first = c->rows[i];
        uint32_t end = first + 1;
        for (size_t k = depth; k > 0; k--) {
            first = offsets[k - 1][first];
            end = offsets[k - 1][end];
        }
        for (uint32_t element = first; element < end; element++) {
            uint32_t ordinal = column_get(&column, element);
            frequencies[i] += ordinal <= d->count ? times[ordinal] : 0;
        }
    }
    return ST_OK;
}

static status count_word(const struct word_counting *c, uint32_t path, uint32_t level,
                         const struct token *word, uint32_t *frequencies, struct error *e)
{
    struct dictionary d;
    struct ordinal_set o;
    bool may = false;
    TRY(segment_dictionary(c->segment, path, &d, e));
    TRY(ordinals_may_hold(&d, word, &may, e));
    if (!may) {
        return ST_OK;
    }
    ordinal_set_init(&o);
    struct entry_counter entries = {.cutter = c->cutter, .word = word};
    status result = ordinals_with_tokens(&d, word, 1, &o, e);
    if (result == ST_OK && !ordinal_set_is_empty(&o)) {
        entries.times = calloc((size_t)d.count + 1, sizeof *entries.times);
        result = entries.times == NULL ? query_no_memory(e) : count_entries(&entries, &d, &o, e);
        if (result == ST_OK) {
            result = add_path(c, path, level, &d, entries.times, frequencies, e);
        }
    }
    free(entries.times);
    ordinal_set_release(&o);
    return result;
}

static status count_many(struct value_counter *c, uint32_t path, uint32_t level, struct error *e)
{
    for (size_t i = 0; i < c->word_count; i++) {
        TRY(cancellation_check(c->counting->cancellation, e));
        TRY(count_word(c->counting, path, level, &c->words[i],
                       c->frequencies + i * c->counting->row_count, e));
    }
    return ST_OK;
}

// ---------------------------------------------------------------------------------------------

status word_counts_find(const struct word_counting *c, const struct token *words, size_t word_count,
                        uint32_t *frequencies, struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    bool few = listed_values_are_few(c->segment, c->row_count);
    struct value_counter counter = {c, words, word_count, frequencies};
    memset(frequencies, 0, word_count * c->row_count * sizeof *frequencies);
    TRY(segment_paths(c->segment, &paths, &count, e));
    for (uint32_t i = 0; i < count; i++) {
        if (paths[i].kind == PATH_LEAF) {
            TRY(cancellation_check(c->cancellation, e));
            TRY(few ? count_few(&counter, i, e) : count_many(&counter, i, paths[i].level, e));
        }
    }
    return ST_OK;
}
