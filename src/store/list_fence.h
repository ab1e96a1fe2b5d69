// SPDX-License-Identifier: Apache-2.0
// The starts of the strings at the head of each block of a sorted string list, side by side in
// memory: a string is looked for among them without a wait for memory at every step. Made at the
// first look; 16 bytes for 16 strings. Private to the segment's reader. Thread-safe.
// Must not know: what the strings are.
#pragma once

#include "store/string_list.h"

#include <stdatomic.h>

struct list_fence;

// Narrows the strings [*first, *end), which stand in the order of bytes, to a few blocks where
// `sought` is, or would be. `place` keeps the fence; it is freed with free().
NODISCARD status list_fence_narrow(_Atomic(struct list_fence *) *place,
                                   const struct string_list *list, string_view sought,
                                   uint32_t *first, uint32_t *end, struct error *e);

// The same of strings that stand in the order of another form of theirs, of which `sought` is one:
// `form` gives the form of a block's first string, or at least its start, as a view that lives
// until the next call.
typedef status list_fence_form(void *argument, const struct string_cursor *c, string_view *out,
                               struct error *e);
NODISCARD status list_fence_narrow_form(_Atomic(struct list_fence *) *place,
                                        const struct string_list *list, list_fence_form *form,
                                        void *argument, string_view sought, uint32_t *first,
                                        uint32_t *end, struct error *e);
