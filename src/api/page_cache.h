// SPDX-License-Identifier: Apache-2.0
// What pages keep while the server runs: the home page as it is drawn at a commit. Thread-safe.
// Must not know: how it is made.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

struct page_cache;

NODISCARD status page_cache_create(struct page_cache **out, struct error *e);
void page_cache_destroy(struct page_cache *c); // NULL is fine

// The home page kept for a commit, copied into `arena`; false when there is none. A NULL cache
// keeps none.
bool page_cache_home(struct page_cache *c, uint32_t commit, struct arena *arena, string_view *out);
// Keeps the home page of a commit in the place of an older one. Without memory nothing is kept.
void page_cache_keep_home(struct page_cache *c, uint32_t commit, string_view html);
