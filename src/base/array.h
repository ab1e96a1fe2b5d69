// SPDX-License-Identifier: Apache-2.0
// Growing plain arrays without writing the doubling each time. The array's owner frees it with
// free().
#pragma once

#include "base/base.h"

// Makes room for one more item in the malloc'ed array of *capacity items of `size` bytes, of
// which `count` are used. False when out of memory or past `most` items; then nothing changed.
// `items_pointer` is the address of the typed pointer (read and written through memcpy).
NODISCARD bool array_reserve(void *items_pointer, size_t *capacity, size_t count, size_t size,
                             size_t most);

// ARRAY_RESERVE(list, list_capacity, list_count, most) before list[list_count++] = item.
#define ARRAY_RESERVE(items, capacity, count, most)                                                \
    array_reserve(&(items), &(capacity), (count), sizeof *(items), (most))
