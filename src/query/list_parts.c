// SPDX-License-Identifier: Apache-2.0
// Cuts lists written as one text; finds the entries of a dictionary that are such lists. Bars end
// words, so a list of which a part equals a text holds that text's words.
// Must not know: rows, queries as trees.
#include "query/list_parts.h"

#include "base/fold.h"

#define MOST_TEXT ((size_t)64 << 20)

bool list_part_next(string_view *rest, string_view *part)
{
    while (rest->length > 0 && sv_split(rest, '|', part)) {
        *part = sv_trim(*part);
        if (part->length > 0) {
            return true;
        }
    }
    return false;
}

struct part_check {
    const struct dictionary *dictionary;
    string_view wanted;
    struct buffer text;
};

static status check_entry(struct part_check *c, uint32_t ordinal, struct ordinal_set *o,
                          struct error *e)
{
    enum value_kind kind = VALUE_STRING;
    string_view rest = {NULL, 0};
    string_view part;
    TRY(dictionary_get(c->dictionary, ordinal, &c->text, &kind, &rest, e));
    if (sv_find(rest, '|') == rest.length) {
        return ST_OK; // no list
    }
    while (list_part_next(&rest, &part)) {
        if (fold_case_equal(part, c->wanted)) {
            return ordinal_set_add(o, c->dictionary, ordinal, ordinal, e);
        }
    }
    return ST_OK;
}

static status check_entries(struct part_check *c, const struct ordinal_set *candidates,
                            struct ordinal_set *o, struct error *e)
{
    for (uint32_t i = candidates->first; i <= candidates->last; i++) {
        TRY(check_entry(c, i, o, e));
    }
    const struct bitset *some = &candidates->some;
    for (size_t i = candidates->has_some ? bitset_next(some, 0) : 0;
         candidates->has_some && i < some->bit_count; i = bitset_next(some, i + 1)) {
        TRY(check_entry(c, (uint32_t)i, o, e));
    }
    return ST_OK;
}

status ordinals_part(const struct dictionary *d, string_view text, const struct token *tokens,
                     size_t count, struct ordinal_set *o, struct error *e)
{
    struct part_check check = {.dictionary = d, .wanted = sv_trim(text)};
    struct ordinal_set candidates;
    TRY(ordinals_equal(d, text, o, e));
    ordinal_set_init(&candidates);
    buffer_init(&check.text, MOST_TEXT);
    status result = ST_OK;
    if (count > 0) {
        result = ordinals_with_tokens(d, tokens, count, &candidates, e);
    } else if (check.wanted.length > 0) { // signs alone, which no index knows
        candidates.first = d->missing + 1;
        candidates.last = d->count;
    }
    if (result == ST_OK) {
        result = check_entries(&check, &candidates, o, e);
    }
    buffer_release(&check.text);
    ordinal_set_release(&candidates);
    return result;
}
