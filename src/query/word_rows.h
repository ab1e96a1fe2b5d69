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
