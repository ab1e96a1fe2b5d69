// SPDX-License-Identifier: Apache-2.0
// How often words stand in some rows of a segment, all their values together.
// Must not know: queries as trees, what is made of the counts.
#pragma once

#include "query/match.h"
#include "store/token.h"

struct word_counting {
    struct segment *segment;
    const uint32_t *rows; // rising
    size_t row_count;
    struct token_cutter *cutter;
    const struct cancellation *cancellation;
};
// Words to be counted at once, so that counts of so many rows take little memory; at least one.
size_t word_counts_at_once(size_t row_count);
// frequencies[word * row_count + place], cleared first. Of few rows the values are looked at, of
// many the dictionaries.
NODISCARD status word_counts_find(const struct word_counting *c, const struct token *words,
                                  size_t word_count, uint32_t *frequencies, struct error *e);
