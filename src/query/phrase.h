// SPDX-License-Identifier: Apache-2.0
// Words in sequence: candidates are found by their words, then their texts are looked at.
// Must not know: rows, queries as trees.
#pragma once

#include "query/ordinals.h"

// A text's words in order; `each` has every word once.
struct phrase {
    const struct token *words;
    size_t count;
    const struct token *each;
    size_t each_count;
};

// Tells of one text after the other whether the phrase stands in it.
struct phrase_reader {
    const struct phrase *phrase;
    struct token_cutter cutter;
};
void phrase_reader_init(struct phrase_reader *r, const struct phrase *p);
void phrase_reader_release(struct phrase_reader *r);
NODISCARD status phrase_reader_read(struct phrase_reader *r, string_view text, bool *holds,
                                    struct error *e);

// Adds the entries that hold the words one behind the other; none when there are no words.
NODISCARD status ordinals_phrase(const struct dictionary *d, const struct phrase *p,
                                 struct ordinal_set *o, struct error *e);
