// SPDX-License-Identifier: Apache-2.0
// What the two halves of checking a segment share: the whole and the single path.
// Must not know: stores.
#pragma once

#include "store/segment_private.h"

// Members of posting lists as numbers, one list at a time.
struct posting_reader {
    const struct postings *postings;
    struct bitset set;
    uint32_t *members; // owned: of the list last read, rising
    size_t count;
    size_t capacity;
};
// Members lie below `universe`.
NODISCARD status posting_reader_init(struct posting_reader *r, const struct postings *postings,
                                     uint64_t universe, struct error *e);
void posting_reader_release(struct posting_reader *r);
NODISCARD status posting_reader_read(struct posting_reader *r, uint32_t term, bool *kept,
                                     struct error *e);

// The strings rise, none comes twice.
NODISCARD status verify_byte_order(const struct string_list *list, struct error *e);
// Tokens (section `texts`) and their lists (section `lists`) of members below `universe`.
NODISCARD status verify_token_lists(struct segment *s, uint32_t texts, uint32_t lists,
                                    uint64_t universe, struct error *e);
// Dictionary, typed columns, ordinals, postings and tokens of a leaf path.
NODISCARD status verify_path(struct segment *s, uint32_t path, struct error *e);
