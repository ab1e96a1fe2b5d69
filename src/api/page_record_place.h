// SPDX-License-Identifier: Apache-2.0
// A record in the search that a reader comes from: its address carries the search in `search` and
// its rank in `at`. Such addresses are not the record's own (canonical links leave both out).
// Must not know: how pages look.
#pragma once

#include "api/page_site.h"

// The address of the record at `rank` (from 0) of a search; that of the record alone where the
// search asks nothing or is too long to be carried.
string_view record_in_search(struct arena *arena, string_view record_address,
                             const struct address *search, uint64_t rank);
