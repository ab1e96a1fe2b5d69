// SPDX-License-Identifier: Apache-2.0
// Posting lists as arrays of numbers, for work on one list after the other.
// Must not know: what terms and members are.
#pragma once

#include "store/postings.h"

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
