// SPDX-License-Identifier: Apache-2.0
// Text within one or two edits: an edit puts in, takes out or changes a character, or changes two
// neighbours' places (optimal string alignment: what has changed places is not edited again). Both
// sides are folded characters. In a sorted list, texts that start alike share their work, and all
// that start with what is too far already are passed over.
// Must not know: rows, queries as trees.
#pragma once

#include "query/ordinals.h"

// Reusable: texts that follow each other in folded order are compared from where they differ.
#define FUZZY_MOST_ROWS (QUERY_LIMIT_FUZZY + 4)
struct fuzzy {
    int32_t wanted[QUERY_LIMIT_FUZZY];
    size_t length;
    unsigned edits;
    int32_t seen[FUZZY_MOST_ROWS]; // characters of the text compared last
    size_t depth;                  // rows made for them
    unsigned char rows[FUZZY_MOST_ROWS + 1][QUERY_LIMIT_FUZZY + 1];
};

// `folded` has at most QUERY_LIMIT_FUZZY characters (asserted); edits 1 or 2.
void fuzzy_init(struct fuzzy *f, string_view folded, unsigned edits);
// Whether the folded text is within the edits. *dead is the number of bytes at its start that no
// text within the edits starts with; 0 when there is no such start.
bool fuzzy_matches(struct fuzzy *f, string_view folded, size_t *dead);

// Adds the entries of any class whose whole text is within the edits of the folded text.
NODISCARD status ordinals_fuzzy_values(const struct dictionary *d, string_view folded,
                                       unsigned edits, struct ordinal_set *o, struct error *e);
// Adds the entries that hold, for each of the tokens, a word within the edits of it.
NODISCARD status ordinals_fuzzy_words(const struct dictionary *d, const struct token *tokens,
                                      size_t count, unsigned edits, struct ordinal_set *o,
                                      struct error *e);
