// SPDX-License-Identifier: Apache-2.0
// Pages that take long, kept as they are drawn at a commit while the server runs: the home page,
// profiles of large datasets. Thread-safe.
// Must not know: how it is made.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

struct page_cache;

NODISCARD status page_cache_create(struct page_cache **out, struct error *e);
void page_cache_destroy(struct page_cache *c); // NULL is fine

#define PAGE_CACHE_PAGES   ((size_t)32)
#define PAGE_CACHE_LONGEST ((size_t)2 << 20) // bytes; longer pages are not kept

// Which page is meant. A page names its own address, so each origin has one of its own.
struct page_cache_key {
    uint32_t commit;
    size_t erasures;     // done so far
    int64_t use;         // as of when figures of use are shown
    uint64_t literature; // state of what is known of publications
    size_t language;
    string_view path;   // without a language
    string_view origin; // as the client calls this server; may be empty
};

// The page kept for a key, copied into `arena`; false when there is none. A NULL cache keeps none.
bool page_cache_find(struct page_cache *c, const struct page_cache_key *key, struct arena *arena,
                     string_view *out);
// Keeps a page in the place of the same of another commit, else of the one that was not asked for
// the longest. Without memory nothing is kept.
void page_cache_keep(struct page_cache *c, const struct page_cache_key *key, string_view html);
