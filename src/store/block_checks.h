// SPDX-License-Identifier: Apache-2.0
// Checksums of a long section block by block (docs/format.md, BLOCKS): a reader that looks at few
// places of it checks these alone, at their first use in a process, so that the first answer of a
// cold process reads no more than it needs. Thread-safe. Must not know: what the section holds.
#pragma once

#include "base/base.h"

#include <stdatomic.h>

#define CHECK_BLOCK_BITS 16u
#define CHECK_BLOCK      ((size_t)1 << CHECK_BLOCK_BITS)
// Sections of more bytes have them.
#define CHECKED_BY_BLOCK ((size_t)1 << 18)

struct block_checks {
    const unsigned char *bytes; // of the section
    size_t length;
    const unsigned char *hashes; // u64 XXH3 of each block, not aligned
    atomic_uchar *checked;       // by block
};

// Whether the block is whole; notes it.
bool block_checks_look(const struct block_checks *c, size_t block);

// Asks the system for the block that holds an address of the section, if it was not checked before;
// does not wait.
void block_checks_fetch(const struct block_checks *c, const void *at);
static inline void block_checks_expect(const struct block_checks *c, const void *at)
{
    size_t from = c == NULL ? 0 : (size_t)((const unsigned char *)at - c->bytes);
    if (c != NULL && from < c->length &&
        atomic_load_explicit(&c->checked[from >> CHECK_BLOCK_BITS], memory_order_relaxed) == 0) {
        block_checks_fetch(c, at);
    }
}

// Whether the bytes, which lie in the section, are. NULL: all were checked before.
static inline bool block_checks_hold(const struct block_checks *c, const void *bytes, size_t length)
{
    if (c == NULL || length == 0) {
        return true;
    }
    size_t from = (size_t)((const unsigned char *)bytes - c->bytes);
    if (from >= c->length || length > c->length - from) {
        return false;
    }
    size_t last = (from + length - 1) >> CHECK_BLOCK_BITS;
    for (size_t block = from >> CHECK_BLOCK_BITS; block <= last; block++) {
        if (atomic_load_explicit(&c->checked[block], memory_order_acquire) == 0 &&
            !block_checks_look(c, block)) {
            return false;
        }
    }
    return true;
}
