// SPDX-License-Identifier: Apache-2.0
// The starts of the keys at the head of each block of a segment's list of keys, side by side in
// memory: a key is looked for among them without a wait for memory at every step. Made at the first
// look; 16 bytes for 16 rows. Private to the segment's reader. Thread-safe.
// Must not know: tables' names, versions.
#pragma once

#include "store/segment_private.h"

// Narrows the rows [*first, *end) of one table, in which `key` is looked for, to a few blocks.
NODISCARD status key_fence_narrow(struct segment *s, const struct string_list *keys,
                                  string_view key, uint32_t *first, uint32_t *end, struct error *e);
