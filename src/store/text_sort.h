// SPDX-License-Identifier: Apache-2.0
// Sorts texts by their bytes, eight at a time as one number, so that few texts are looked at twice.
// Must not know: what the texts are.
#pragma once

#include "base/base.h"

#define TEXT_SORT_KEY  8u
#define TEXT_SORT_MOST 128u // bytes of a text that are sorted by; a multiple of TEXT_SORT_KEY

struct sort_item {
    uint64_t key;
    uint32_t item;  // the caller's
    uint32_t place; // where the text stands: a length byte, then so many bytes
};

// Orders items that are equal in what was sorted by.
typedef void sort_ties(void *argument, struct sort_item *items, size_t count);

// Sorts by key, stably. `spare` has room for `count` items.
void sort_by_key(struct sort_item *items, struct sort_item *spare, size_t count);
// Sorts by the bytes of the texts, a prefix before the longer; keys are filled here. Texts that are
// equal, or whose first TEXT_SORT_MOST bytes are, are left to `ties`.
void sort_by_text(struct sort_item *items, struct sort_item *spare, size_t count,
                  const unsigned char *texts, sort_ties *ties, void *argument);
