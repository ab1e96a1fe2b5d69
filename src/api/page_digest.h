// SPDX-License-Identifier: Apache-2.0
// The line of a page that tells the digest of the records it is about (rules F4 and F5). Worked out
// while the page is made only where that takes about a millisecond; the API does it for all.
// Must not know: how the line looks.
#pragma once

#include "api/api.h"
#include "api/pages/address.h"
#include "api/pages/model.h"
#include "query/search.h"

#define PAGE_DIGEST_ROWS ((uint64_t)500) // at most, for a digest in the page itself

// Whether what asks a search of `rows` records once more takes about a millisecond.
bool page_counts_at_once(const struct address *state, uint64_t rows);
// Of `rows` records that `search` finds at the view; `state` is the search as an address, whatever
// its path and its parameters of a page. Without a commit there is no line.
NODISCARD status page_digest_line(const struct view *view, const struct search_request *search,
                                  uint64_t rows, const struct address *state, struct arena *arena,
                                  struct digest_line *out, struct error *e);
