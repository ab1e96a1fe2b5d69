// SPDX-License-Identifier: Apache-2.0
// The rarest word's rows are read, the others only take away from them; a word that no row holds
// ends the search before anything is read. Must not know: queries as trees, visibility.
#include "query/word_rows.h"

#include "query/code_index.h"
#include "query/path_rows.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

// A word as the segment has it.
struct word {
    const struct token *token;
    bool listed; // in the token index
    uint32_t number;
    uint64_t rows; // in the index; a code may have more, as whole values
};

struct code_search {
    struct segment *segment;
    string_view code;
    struct bitset *rows;
};

static status add_code_path(void *argument, uint32_t path, struct error *e)
{
    const struct code_search *c = argument;
    const struct segment_path *paths = NULL;
    size_t count = 0;
    struct dictionary d;
    struct ordinal_set o;
    TRY(segment_paths(c->segment, &paths, &count, e));
    TRY(segment_dictionary(c->segment, path, &d, e));
    struct field_path place = {0, c->segment, path, paths[path].level, false};
    struct path_rows rows;
    path_rows_begin(&rows, c->rows);
    ordinal_set_init(&o);
    status result = ordinals_code(&d, c->code, &o, e);
    if (result == ST_OK) {
        result = path_rows_add(&rows, &place, &o, e);
    }
    ordinal_set_release(&o);
    return path_rows_end(&rows, result, e);
}

// Adds the rows that hold the word: a code as a whole value is not in the token index.
static status add_word(struct segment *segment, const struct word *w, struct arena *arena,
                       struct bitset *rows, struct error *e)
{
    if (w->listed) {
        TRY(segment_token_rows(segment, w->number, rows, e));
    }
    if (!w->token->is_code) {
        return ST_OK;
    }
    const struct code_index *index = NULL;
    struct code_search search = {segment, w->token->text, rows};
    TRY(code_index_get(segment, arena, &index, e));
    return code_index_find(index, w->token->text, add_code_path, &search, e);
}

static status retain_word(struct segment *segment, const struct word *w, struct arena *arena,
                          struct bitset *rows, struct error *e)
{
    if (!w->token->is_code) {
        return segment_token_retain(segment, w->number, rows, e);
    }
    struct bitset one = {0};
    TRY(bitset_init(&one, rows->bit_count, e));
    status result = add_word(segment, w, arena, &one, e);
    if (result == ST_OK) {
        bitset_and(rows, &one);
    }
    bitset_release(&one);
    return result;
}

// Codes go last: nobody knows how many rows they have.
static int compare_words(const void *a, const void *b)
{
    const struct word *x = a;
    const struct word *y = b;
    if (x->token->is_code != y->token->is_code) {
        return x->token->is_code ? 1 : -1;
    }
    return (x->rows > y->rows) - (x->rows < y->rows);
}

// *possible false when some word is nowhere in the segment.
static status find_words(struct segment *segment, const struct token *tokens, size_t count,
                         struct word *words, bool *possible, struct error *e)
{
    *possible = true;
    for (size_t i = 0; i < count && *possible; i++) {
        words[i].token = &tokens[i];
        TRY(segment_find_token(segment, tokens[i].text, &words[i].listed, &words[i].number,
                               &words[i].rows, e));
        *possible = words[i].listed || tokens[i].is_code;
    }
    return ST_OK;
}

// The rows of the rarest word that hold the others too; *fits false when it is in more than `most`.
static status list_rarest(struct segment *segment, const struct word *words, size_t count,
                          size_t most, uint32_t *rows, size_t *row_count, bool *fits,
                          struct error *e)
{
    TRY(segment_token_list(segment, words[0].number, rows, most, row_count, fits, e));
    for (size_t i = 1; i<count && * fits && * row_count> 0; i++) {
        TRY(segment_token_filter(segment, words[i].number, rows, row_count, e));
    }
    return ST_OK;
}

// The same rows, added to a set; *added false when there are too many, or words that are codes.
static status add_listed(struct segment *segment, const struct word *words, size_t count,
                         struct bitset *rows, bool *added, struct error *e)
{
    uint32_t list[WORD_ROWS_LISTED];
    size_t found = 0;
    *added = !words[count - 1].token->is_code && words[0].rows <= WORD_ROWS_LISTED;
    if (!*added) {
        return ST_OK;
    }
    TRY(list_rarest(segment, words, count, WORD_ROWS_LISTED, list, &found, added, e));
    for (size_t i = 0; i < found && *added; i++) {
        bitset_set(rows, list[i]);
    }
    return ST_OK;
}

static status add_all(struct segment *segment, const struct word *words, size_t count,
                      struct arena *arena, const struct cancellation *cancellation,
                      struct bitset *rows, struct error *e)
{
    struct bitset all = {0};
    TRY(bitset_init(&all, rows->bit_count, e));
    status result = add_word(segment, &words[0], arena, &all, e);
    for (size_t i = 1; i < count && result == ST_OK && !bitset_is_empty(&all); i++) {
        result = cancellation_check(cancellation, e);
        if (result == ST_OK) {
            result = retain_word(segment, &words[i], arena, &all, e);
        }
    }
    if (result == ST_OK) {
        bitset_or(rows, &all);
    }
    bitset_release(&all);
    return result;
}

status word_rows_add(struct segment *segment, const struct token *tokens, size_t count,
                     struct arena *arena, const struct cancellation *cancellation,
                     struct bitset *rows, struct error *e)
{
    if (count == 0) {
        return ST_OK;
    }
    bool possible = false;
    struct word *words = calloc(count, sizeof *words);
    if (words == NULL) {
        return query_no_memory(e);
    }
    status result = find_words(segment, tokens, count, words, &possible, e);
    if (result == ST_OK && possible) {
        bool added = false;
        qsort(words, count, sizeof *words, compare_words);
        result = add_listed(segment, words, count, rows, &added, e);
        if (result == ST_OK && !added) {
            result = add_all(segment, words, count, arena, cancellation, rows, e);
        }
    }
    free(words);
    return result;
}

static status few_of(struct segment *segment, const struct word *words, size_t count, size_t listed,
                     uint32_t rows[SHORT_LIST_MOST], size_t *row_count, bool *few, struct error *e)
{
    uint32_t list[WORD_ROWS_LISTED];
    size_t found = 0;
    TRY(list_rarest(segment, words, count, MIN(listed, WORD_ROWS_LISTED), list, &found, few, e));
    *few = *few && found <= SHORT_LIST_MOST;
    if (*few && found > 0) {
        memcpy(rows, list, found * sizeof *rows);
        *row_count = found;
    }
    return ST_OK;
}

status word_rows_few(struct segment *segment, const struct token *tokens, size_t count,
                     size_t listed, uint32_t rows[SHORT_LIST_MOST], size_t *row_count, bool *few,
                     struct error *e)
{
    bool possible = false;
    *few = true;
    *row_count = 0;
    for (size_t i = 0; i < count; i++) {
        *few = *few && !tokens[i].is_code;
    }
    if (!*few) {
        return ST_OK;
    }
    struct word *words = calloc(MAX(count, (size_t)1), sizeof *words);
    if (words == NULL) {
        return query_no_memory(e);
    }
    status result = find_words(segment, tokens, count, words, &possible, e);
    if (result == ST_OK && possible) {
        qsort(words, count, sizeof *words, compare_words);
        result = few_of(segment, words, count, listed, rows, row_count, few, e);
    }
    free(words);
    return result;
}
