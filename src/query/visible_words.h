// SPDX-License-Identifier: Apache-2.0
// How many words the records of a version have, all together, kept from search to search.
// Must not know: queries.
#pragma once

#include "query/extent.h"

struct visible_words {
    uint64_t records;
    uint64_t words; // in them; as record_lengths.h counts
};
// Of the rows of the part that are visible.
NODISCARD status visible_words_get(const struct extent_part *part, struct arena *arena,
                                   struct visible_words *out, struct error *e);
