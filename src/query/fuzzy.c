// SPDX-License-Identifier: Apache-2.0
// Rows of the table of edits are kept for the characters that two texts share; entries of a sorted
// list are decoded in short runs, and past a start that is too far the list is entered anew.
// Must not know: rows of tables, queries as trees.
#include "query/fuzzy.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "store/string_list.h"

#include <string.h>

// Entries looked at before the list is entered anew; twice as many where that passed over none.
#define LEAST_RUN   8u
#define MOST_RUN    64u
#define MOST_FOLDED ((size_t)64 << 20)

// --- the distance ----------------------------------------------------------------------------

void fuzzy_init(struct fuzzy *f, string_view folded, unsigned edits)
{
    f->length = 0;
    f->edits = edits;
    f->depth = 0;
    for (size_t at = 0; at < folded.length && f->length < QUERY_LIMIT_FUZZY;) {
        f->wanted[f->length++] = utf8_next(folded, &at);
    }
    for (size_t k = 0; k <= f->length; k++) {
        f->rows[0][k] = (unsigned char)k;
    }
}

// Makes the row behind character `depth` of the text.
static void make_row(struct fuzzy *f, size_t depth)
{
    const unsigned char *before = f->rows[depth];
    unsigned char *row = f->rows[depth + 1];
    int32_t c = f->seen[depth];
    row[0] = (unsigned char)(depth + 1);
    for (size_t k = 1; k <= f->length; k++) {
        unsigned edits = before[k - 1] + (f->wanted[k - 1] != c ? 1u : 0u);
        edits = MIN(edits, MIN(before[k], row[k - 1]) + 1u);
        if (depth > 0 && k > 1 && c == f->wanted[k - 2] && f->seen[depth - 1] == f->wanted[k - 1]) {
            edits = MIN(edits, f->rows[depth - 1][k - 2] + 1u);
        }
        row[k] = (unsigned char)edits;
    }
}

static unsigned least_of(const unsigned char *row, size_t length)
{
    unsigned least = row[0];
    for (size_t k = 1; k <= length; k++) {
        least = MIN(least, (unsigned)row[k]);
    }
    return least;
}

bool fuzzy_matches(struct fuzzy *f, string_view folded, size_t *dead)
{
    size_t depth = 0;
    size_t at = 0;
    bool shared = true;
    *dead = 0;
    while (at < folded.length) {
        // What changes places with a character to come is counted from the row before.
        if (depth > 0 && least_of(f->rows[depth], f->length) > f->edits &&
            least_of(f->rows[depth - 1], f->length) + 1 > f->edits) {
            *dead = at;
            break;
        }
        int32_t c = utf8_next(folded, &at);
        shared = shared && depth < f->depth && f->seen[depth] == c;
        f->seen[depth] = c;
        if (!shared) {
            make_row(f, depth);
            f->depth = depth + 1;
        }
        depth++;
    }
    return *dead == 0 && f->rows[depth][f->length] <= f->edits;
}

// --- whole values ----------------------------------------------------------------------------

struct value_scan {
    const struct dictionary *dictionary;
    struct ordinal_set *set;
    struct fuzzy fuzzy;
    struct buffer folded;
    struct token_cutter *cutter; // not NULL: only values that are one code are taken
    size_t dead;                 // of the entry seen last
};

static status is_one_code(struct value_scan *scan, string_view text, bool *code, struct error *e)
{
    TRY(token_cut(scan->cutter, text, e));
    *code = scan->cutter->count == 1 && scan->cutter->tokens[0].is_code &&
            scan->cutter->tokens[0].is_whole;
    return ST_OK;
}

static status see_value(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    struct value_scan *scan = argument;
    bool taken = false;
    text = ordinal_text(kind, text);
    buffer_clear(&scan->folded);
    fold_full(text, &scan->folded);
    TRY(buffer_check(&scan->folded, "a text", e));
    taken = fuzzy_matches(&scan->fuzzy, buffer_view(&scan->folded), &scan->dead);
    if (taken && scan->cutter != NULL) {
        TRY(is_one_code(scan, text, &taken, e));
    }
    return taken ? ordinal_set_add(scan->set, scan->dictionary, ordinal, ordinal, e) : ST_OK;
}

// Passes over the entries that start as the last one seen does.
static status pass_dead(struct value_scan *scan, uint32_t seen, uint32_t *next, struct error *e)
{
    char start[4 * FUZZY_MOST_ROWS];
    if (scan->dead == 0 || scan->dead > sizeof start) {
        return ST_OK;
    }
    memcpy(start, scan->folded.bytes, scan->dead);
    uint32_t first = 0;
    uint32_t last = 0;
    TRY(dictionary_prefix(scan->dictionary, (string_view){start, scan->dead}, &first, &last, e));
    if (first <= seen && seen <= last) {
        *next = last + 1;
    }
    return ST_OK;
}

static status scan_values(struct value_scan *scan, struct error *e)
{
    const struct dictionary *d = scan->dictionary;
    uint32_t typed = d->missing + d->numbers + d->dates + d->booleans;
    if (typed > d->missing) {
        TRY(dictionary_scan(d, d->missing + 1, typed, see_value, scan, e));
    }
    uint32_t run = LEAST_RUN;
    for (uint32_t next = typed + 1; next <= d->count;) {
        uint32_t last = MIN(next + run - 1, d->count);
        TRY(dictionary_scan(d, next, last, see_value, scan, e));
        next = last + 1;
        TRY(pass_dead(scan, last, &next, e));
        run = next > last + 1 ? LEAST_RUN : MIN(2 * run, MOST_RUN);
    }
    return ST_OK;
}

static status add_values(const struct dictionary *d, string_view folded, unsigned edits,
                         struct token_cutter *cutter, struct ordinal_set *o, struct error *e)
{
    struct value_scan scan = {.dictionary = d, .set = o, .cutter = cutter};
    fuzzy_init(&scan.fuzzy, folded, edits);
    buffer_init(&scan.folded, MOST_FOLDED);
    status result = scan_values(&scan, e);
    buffer_release(&scan.folded);
    return result;
}

status ordinals_fuzzy_values(const struct dictionary *d, string_view folded, unsigned edits,
                             struct ordinal_set *o, struct error *e)
{
    return add_values(d, folded, edits, NULL, o, e);
}

// --- words: of a field that keeps a token index ----------------------------------------------

// Sets the entries whose words are within the edits of the token, from the path's sorted tokens.
static status add_indexed_words(const struct dictionary *d, const struct string_list *list,
                                struct fuzzy *fuzzy, struct bitset *with, struct error *e)
{
    struct string_cursor cursor;
    uint32_t run = LEAST_RUN;
    for (uint32_t index = 0; index < list->count;) {
        size_t dead = 0;
        TRY(string_cursor_seek(&cursor, list, index, e));
        uint32_t last = MIN(index + run, list->count) - 1;
        for (;; index++) {
            if (fuzzy_matches(fuzzy, string_cursor_text(&cursor), &dead)) {
                TRY(segment_field_token_entries(d->segment, d->path, index, with, e));
            }
            if (index == last) {
                break;
            }
            TRY(string_cursor_next(&cursor, e));
        }
        index++;
        // The least text behind all that start so: their bytes, and one that is in no UTF-8.
        if (dead > 0 && dead < sizeof cursor.text) {
            bool equal = false;
            cursor.text[dead] = (char)0xff;
            TRY(string_list_find_bytes(list, index, list->count,
                                       (string_view){cursor.text, dead + 1}, &index, &equal, e));
        }
        run = index > last + 1 ? LEAST_RUN : MIN(2 * run, MOST_RUN);
    }
    return ST_OK;
}

static status add_codes(const struct dictionary *d, string_view token, unsigned edits,
                        struct bitset *with, struct error *e)
{
    struct token_cutter cutter;
    struct ordinal_set whole;
    token_cutter_init(&cutter);
    ordinal_set_init(&whole);
    status result = add_values(d, token, edits, &cutter, &whole, e);
    if (result == ST_OK && whole.first <= whole.last) {
        bitset_set_range(with, whole.first, (size_t)whole.last + 1);
    }
    if (result == ST_OK && whole.has_some) {
        bitset_or(with, &whole.some);
    }
    ordinal_set_release(&whole);
    token_cutter_release(&cutter);
    return result;
}

static status add_set(const struct dictionary *d, const struct bitset *with, struct ordinal_set *o,
                      struct error *e)
{
    for (size_t first = bitset_next(with, 0); first < with->bit_count;) {
        size_t end = first + 1;
        while (end < with->bit_count && bitset_test(with, end)) {
            end++;
        }
        TRY(ordinal_set_add(o, d, (uint32_t)first, (uint32_t)end - 1, e));
        first = bitset_next(with, end);
    }
    return ST_OK;
}

static status words_from_index(const struct dictionary *d, const struct string_list *list,
                               const struct token *tokens, size_t count, unsigned edits,
                               struct ordinal_set *o, struct error *e)
{
    struct bitset all = {0};
    struct bitset one = {0};
    struct fuzzy fuzzy;
    status result = ST_OK;
    for (size_t i = 0; i < count && (i == 0 || !bitset_is_empty(&all)); i++) {
        struct bitset *into = i == 0 ? &all : &one;
        bitset_release(into);
        TRY_OUT(bitset_init(into, (size_t)d->count + 1, e));
        fuzzy_init(&fuzzy, tokens[i].text, edits);
        TRY_OUT(add_indexed_words(d, list, &fuzzy, into, e));
        TRY_OUT(add_codes(d, tokens[i].text, edits, into, e));
        if (i > 0) {
            bitset_and(&all, &one);
        }
    }
    TRY_OUT(add_set(d, &all, o, e));
out:
    bitset_release(&all);
    bitset_release(&one);
    return result;
}

// --- words: of a field that keeps none -------------------------------------------------------

struct word_scan {
    const struct dictionary *dictionary;
    struct ordinal_set *set;
    const struct token *tokens;
    size_t count;
    unsigned edits;
    struct token_cutter cutter;
    struct fuzzy fuzzy;
};

static bool has_word_like(struct word_scan *scan, const struct token *token)
{
    size_t dead = 0;
    fuzzy_init(&scan->fuzzy, token->text, scan->edits);
    for (size_t i = 0; i < scan->cutter.count; i++) {
        if (fuzzy_matches(&scan->fuzzy, scan->cutter.tokens[i].text, &dead)) {
            return true;
        }
    }
    return false;
}

static status see_words(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    struct word_scan *scan = argument;
    TRY(token_cut(&scan->cutter, ordinal_text(kind, text), e));
    for (size_t i = 0; i < scan->count; i++) {
        if (!has_word_like(scan, &scan->tokens[i])) {
            return ST_OK;
        }
    }
    return ordinal_set_add(scan->set, scan->dictionary, ordinal, ordinal, e);
}

status ordinals_fuzzy_words(const struct dictionary *d, const struct token *tokens, size_t count,
                            unsigned edits, struct ordinal_set *o, struct error *e)
{
    struct string_list list;
    bool kept = false;
    if (count == 0 || d->count == d->missing) {
        return ST_OK;
    }
    TRY(segment_field_tokens(d->segment, d->path, &list, &kept, e));
    if (kept) {
        return words_from_index(d, &list, tokens, count, edits, o, e);
    }
    struct word_scan scan = {
        .dictionary = d, .set = o, .tokens = tokens, .count = count, .edits = edits};
    token_cutter_init(&scan.cutter);
    status result = dictionary_scan(d, d->missing + 1, d->count, see_words, &scan, e);
    token_cutter_release(&scan.cutter);
    return result;
}
