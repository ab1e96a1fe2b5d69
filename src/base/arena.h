// SPDX-License-Identifier: Apache-2.0
// Bump allocation with one lifetime: a request, a job, a snapshot. Freed as a whole, never
// piecemeal. Not thread-safe: one arena belongs to one thread at a time.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

struct arena_block;

struct arena {
    struct arena_block *first;
    size_t used;    // bytes handed out, for limits and tests
    size_t limit;   // most bytes to hand out; 0 means no limit
    void *cleanups; // run at release, last in first out
};

void arena_init(struct arena *a, size_t limit);
// Runs the clean-ups and frees everything; the arena may be used again.
void arena_release(struct arena *a);

// Runs the clean-ups and forgets everything, but keeps the newest block for the next round.
void arena_reset(struct arena *a);

// Zeroed memory aligned for any type; NULL past the limit or when out of memory.
void *arena_alloc(struct arena *a, size_t size);
// `count` items of `size` bytes, overflow-checked.
void *arena_alloc_array(struct arena *a, size_t count, size_t size);
#define arena_new(a, type)          ((type *)arena_alloc((a), sizeof(type)))
#define arena_array(a, type, count) ((type *)arena_alloc_array((a), (count), sizeof(type)))

// Copies text with a NUL behind it (not counted); bytes is NULL when out of memory.
string_view arena_copy(struct arena *a, string_view text);
// The same with ASCII's capitals as small letters.
string_view arena_lower(struct arena *a, string_view text);
// printf into the arena; an empty view when out of memory. NUL-terminated.
string_view arena_print(struct arena *a, const char *format, ...) PRINTF_LIKE(2, 3);

// Runs `cleanup(argument)` at release; when this fails (no memory) it runs at once and says so.
NODISCARD status arena_defer(struct arena *a, void (*cleanup)(void *), void *argument);
