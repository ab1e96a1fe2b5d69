// SPDX-License-Identifier: Apache-2.0
// Looks words and their beginnings up in the token index of each path; small dictionaries that keep
// none are gone through.
// Must not know: rows, counts.
#include "query/word_groups.h"

#include "query/ordinals.h"
#include "store/string_list.h"

struct word_finder {
    const struct token *words; // all but the last
    size_t count;
    string_view start; // of a word, folded
    struct token_cutter cutter;
};

static bool has_word(const struct token_cutter *c, string_view word, bool whole)
{
    for (size_t i = 0; i < c->count; i++) {
        string_view text = c->tokens[i].text;
        if (whole ? sv_equal(text, word) : sv_starts_with(text, word)) {
            return true;
        }
    }
    return false;
}

// --- without an index ------------------------------------------------------------------------

struct word_scan {
    struct word_finder *finder;
    struct bitset *found;
};

static status see_text(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                       struct error *e)
{
    (void)kind;
    struct word_scan *scan = argument;
    struct word_finder *f = scan->finder;
    TRY(token_cut(&f->cutter, text, e));
    for (size_t i = 0; i < f->count; i++) {
        if (!has_word(&f->cutter, f->words[i].text, true)) {
            return ST_OK;
        }
    }
    if (has_word(&f->cutter, f->start, false)) {
        bitset_set(scan->found, ordinal);
    }
    return ST_OK;
}

// --- with one --------------------------------------------------------------------------------

static status add_starting(const struct dictionary *d, const struct string_list *list,
                           string_view start, struct bitset *found, struct error *e)
{
    uint32_t index = 0;
    bool equal = false;
    struct string_cursor cursor;
    TRY(string_list_find_bytes(list, 0, list->count, start, &index, &equal, e));
    if (index < list->count) {
        TRY(string_cursor_seek(&cursor, list, index, e));
    }
    for (; index < list->count; index++) {
        if (!sv_starts_with((string_view){cursor.text, cursor.length}, start)) {
            break;
        }
        TRY(segment_field_token_entries(d->segment, d->path, index, found, e));
        if (index + 1 < list->count) {
            TRY(string_cursor_next(&cursor, e));
        }
    }
    return ST_OK;
}

static status keep_with_words(const struct word_finder *f, const struct dictionary *d,
                              struct bitset *found, struct error *e)
{
    struct bitset with = {0};
    bool kept = false;
    status result = ST_OK;
    for (size_t i = 0; i < f->count && result == ST_OK && !bitset_is_empty(found); i++) {
        TRY(bitset_init(&with, found->bit_count, e));
        result = segment_field_token(d->segment, d->path, f->words[i].text, &with, &kept, e);
        bitset_and(found, &with);
        bitset_release(&with);
    }
    return result;
}

// --- one dictionary --------------------------------------------------------------------------

static status find_entries(struct word_finder *f, const struct dictionary *d, struct bitset *found,
                           struct error *e)
{
    struct string_list list;
    bool kept = false;
    uint32_t first = d->missing + d->numbers + d->dates + d->booleans + 1;
    TRY(segment_field_tokens(d->segment, d->path, &list, &kept, e));
    if (kept) {
        TRY(add_starting(d, &list, f->start, found, e));
        return keep_with_words(f, d, found, e);
    }
    struct word_scan scan = {f, found};
    return first > d->count ? ST_OK : dictionary_scan(d, first, d->count, see_text, &scan, e);
}

static status add_path(struct word_finder *f, const struct field_path *path,
                       const struct field_values *v, const struct field_translation *translation,
                       struct bitset *wanted, struct error *e)
{
    struct dictionary d;
    struct bitset found = {0};
    TRY(segment_dictionary(path->segment, path->path, &d, e));
    TRY(bitset_init(&found, (size_t)d.count + 1, e));
    status result = find_entries(f, &d, &found, e);
    for (size_t i = bitset_next(&found, 0); result == ST_OK && i < found.bit_count;
         i = bitset_next(&found, i + 1)) {
        uint32_t value = field_translate(translation, (uint32_t)i);
        if (value > 0) {
            bitset_set(wanted, field_values_group(v, value));
        }
    }
    bitset_release(&found);
    return result;
}

status word_groups(const struct field_paths *paths, const struct field_values *v, string_view typed,
                   struct bitset *wanted, struct error *e)
{
    struct token_cutter cutter;
    struct word_finder f = {0};
    token_cutter_init(&cutter);
    token_cutter_init(&f.cutter);
    status result = token_cut(&cutter, typed, e);
    if (result == ST_OK && cutter.count > 0 &&
        cutter.tokens[cutter.count - 1].text.length >= WORD_START_LEAST) {
        f.words = cutter.tokens;
        f.count = cutter.count - 1;
        f.start = cutter.tokens[f.count].text;
        for (size_t i = 0; i < paths->count && result == ST_OK; i++) {
            result = add_path(&f, &paths->paths[i], v, &v->translations[i], wanted, e);
        }
    }
    token_cutter_release(&f.cutter);
    token_cutter_release(&cutter);
    return result;
}
