// SPDX-License-Identifier: Apache-2.0
// The rows of a segment that hold all of some words, anywhere in the record.
// Must not know: queries as trees, visibility, how words are cut.
#pragma once

#include "query/match.h"
#include "store/token.h"

// Adds the rows that hold every token; no token: none. What is kept for codes is held by `arena`.
NODISCARD status word_rows_add(struct segment *segment, const struct token *tokens, size_t count,
                               struct arena *arena, const struct cancellation *cancellation,
                               struct bitset *rows, struct error *e);
// The same rows, rising, when one of the words is in at most `listed` rows, whose list is read, and
// all are in at most SHORT_LIST_MOST; *few false, and nothing given, when it is not so, or a word
// is a code.
#define WORD_ROWS_LISTED ((size_t)1024)
NODISCARD status word_rows_few(struct segment *segment, const struct token *tokens, size_t count,
                               size_t listed, uint32_t rows[SHORT_LIST_MOST], size_t *row_count,
                               bool *few, struct error *e);
