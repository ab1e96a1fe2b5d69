// SPDX-License-Identifier: Apache-2.0
// Which commits changed what a search finds, and how much: what feeds and notices tell. Must not
// know: HTTP, how it is told.
#pragma once

#include "query/match.h"
#include "query/search.h"

struct search_event {
    uint32_t commit; // against the one before it
    uint64_t added;
    uint64_t changed;
    uint64_t removed;
};

struct search_history {
    const struct search_request *request; // its query and tables count
    uint32_t newest;                      // commit to begin with, and to go back from
    size_t most;                          // events
    uint64_t until;                       // by clock_ticks: nothing is begun behind it; 0: no end
    const struct cancellation *cancellation;
};

// Newest first, in `arena`. *next is the commit to go on from, 0 where all were looked at.
NODISCARD status search_history_make(struct snapshot *s, const struct scope *scope,
                                     const struct search_history *asked, struct arena *arena,
                                     struct search_event **out, size_t *count, uint32_t *next,
                                     struct error *e);
// What happened between two commits, as one: out->commit is the later.
NODISCARD status search_history_between(struct snapshot *s, const struct scope *scope,
                                        const struct search_request *request, uint32_t from,
                                        uint32_t to, const struct cancellation *cancellation,
                                        struct search_event *out, struct error *e);
// Whether a commit touched a table of the search.
bool search_history_touches(const struct search_request *request, const struct commit *c);
