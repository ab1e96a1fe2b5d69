// SPDX-License-Identifier: Apache-2.0
// What the query layer makes from segments once and keeps: field names of a segment, translations
// of ordinals. One cache a process, least recently used out first, bounded in bytes. Thread-safe.
// Must not know: what is kept.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

// Bytes kept at most, beside what is in use at the moment.
#define QUERY_CACHE_BYTES ((size_t)256 << 20)

struct cache_kind {
    const char *name; // part of the key
    // Makes the thing; *bytes is about what it holds.
    status (*make)(void *argument, void **out, size_t *bytes, struct error *e);
    void (*destroy)(void *thing);
};

// The thing of that kind and key, made when it is not there. It is shared and must not be changed;
// it stays until `holder` is released. A thread that asks for what another one makes waits for it;
// making one thing may ask for others, but never in a circle.
NODISCARD status query_cache_get(const struct cache_kind *kind, string_view key, void *argument,
                                 struct arena *holder, void **out, struct error *e);
// How many things are kept; for tests.
size_t query_cache_things(void);
// Forgets everything that is not in use; for tests and leak checkers.
void query_cache_clear(void);
