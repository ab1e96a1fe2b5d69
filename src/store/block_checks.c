// SPDX-License-Identifier: Apache-2.0
// Looking at one block.
#include "store/block_checks.h"

#include "base/file.h"
#include "base/hash.h"

#include <string.h>

void block_checks_fetch(const struct block_checks *c, const void *at)
{
    size_t from = (size_t)((const unsigned char *)at - c->bytes) & ~(CHECK_BLOCK - 1);
    file_map_fetch(c->bytes + from, MIN(CHECK_BLOCK, c->length - from));
}

bool block_checks_look(const struct block_checks *c, size_t block)
{
    uint64_t hash = 0;
    size_t from = block << CHECK_BLOCK_BITS;
    file_map_fetch(c->bytes + from, MIN(CHECK_BLOCK, c->length - from));
    memcpy(&hash, c->hashes + block * sizeof hash, sizeof hash);
    if (hash_bytes(c->bytes + from, MIN(CHECK_BLOCK, c->length - from)) != hash) {
        return false;
    }
    atomic_store_explicit(&c->checked[block], 1, memory_order_release);
    return true;
}
