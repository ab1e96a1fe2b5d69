// SPDX-License-Identifier: Apache-2.0
// Sorts (key, payload) pairs of any number within a bound of memory, spilling sorted runs to files.
// Stable: equal keys come out in the order they went in. Not thread-safe.
// Must not know: what keys and payloads are.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

struct sorter;

// Runs are written into `folder` (which exists) once `memory_limit` bytes are held; their files go
// when the sorter is destroyed, and with the folder after a crash.
NODISCARD status sorter_create(const char *folder, size_t memory_limit, struct sorter **out,
                               struct error *e);
NODISCARD status sorter_add(struct sorter *s, string_view key, string_view payload,
                            struct error *e);
// Ends adding; call once before sorter_next.
NODISCARD status sorter_finish(struct sorter *s, struct error *e);
// The next pair in order of key bytes; views live until the next call. *more is false at the end.
NODISCARD status sorter_next(struct sorter *s, string_view *key, string_view *payload, bool *more,
                             struct error *e);
size_t sorter_memory_limit(const struct sorter *s); // bytes held in memory at most
uint64_t sorter_count(const struct sorter *s);      // pairs added
void sorter_destroy(struct sorter *s);
