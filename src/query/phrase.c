// SPDX-License-Identifier: Apache-2.0
// Entries with all the words, cut again and looked through for the sequence.
// Must not know: rows, queries as trees.
#include "query/phrase.h"

void phrase_reader_init(struct phrase_reader *r, const struct phrase *p)
{
    r->phrase = p;
    token_cutter_init(&r->cutter);
}

void phrase_reader_release(struct phrase_reader *r)
{
    token_cutter_release(&r->cutter);
}

static bool in_sequence(const struct token_cutter *c, const struct phrase *p)
{
    for (size_t start = 0; start + p->count <= c->count; start++) {
        size_t same = 0;
        while (same < p->count && sv_equal(c->tokens[start + same].text, p->words[same].text)) {
            same++;
        }
        if (same == p->count) {
            return true;
        }
    }
    return false;
}

status phrase_reader_read(struct phrase_reader *r, string_view text, bool *holds, struct error *e)
{
    TRY(token_cut(&r->cutter, text, e));
    *holds = in_sequence(&r->cutter, r->phrase);
    return ST_OK;
}

struct phrase_check {
    const struct dictionary *dictionary;
    struct phrase_reader reader;
    struct buffer text;
};

static status check_entry(struct phrase_check *c, uint32_t ordinal, struct ordinal_set *o,
                          struct error *e)
{
    bool holds = false;
    enum value_kind kind = VALUE_STRING;
    string_view text = {NULL, 0};
    TRY(dictionary_get(c->dictionary, ordinal, &c->text, &kind, &text, e));
    TRY(phrase_reader_read(&c->reader, ordinal_text(kind, text), &holds, e));
    return holds ? ordinal_set_add(o, c->dictionary, ordinal, ordinal, e) : ST_OK;
}

static status check_entries(struct phrase_check *c, const struct ordinal_set *candidates,
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

status ordinals_phrase(const struct dictionary *d, const struct phrase *p, struct ordinal_set *o,
                       struct error *e)
{
    if (p->count <= 1) {
        return ordinals_with_tokens(d, p->words, p->count, o, e);
    }
    struct phrase_check check = {.dictionary = d};
    struct ordinal_set candidates;
    ordinal_set_init(&candidates);
    phrase_reader_init(&check.reader, p);
    buffer_init(&check.text, (size_t)64 << 20);
    status result = ordinals_with_tokens(d, p->each, p->each_count, &candidates, e);
    if (result == ST_OK) {
        result = check_entries(&check, &candidates, o, e);
    }
    buffer_release(&check.text);
    phrase_reader_release(&check.reader);
    ordinal_set_release(&candidates);
    return result;
}
