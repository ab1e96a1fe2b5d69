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

// Adds the entries that hold the words one behind the other; none when there are no words.
NODISCARD status ordinals_phrase(const struct dictionary *d, const struct phrase *p,
                                 struct ordinal_set *o, struct error *e);
