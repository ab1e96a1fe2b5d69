// SPDX-License-Identifier: Apache-2.0
// Merges by lanes, for who runs them piece by piece (merger.h, writers of single records). All of
// them at once: store_merge in import.h. Must not know: when it is time to merge.
#pragma once

#include "base/thread_pool.h"
#include "store/store.h"

enum merge_lane {
    MERGE_TINY,   // once there are very many segments of few rows, as single-record commits leave
    MERGE_SMALL,  // segments of few rows, by tiers
    MERGE_LARGE,  // the others, by tiers
    MERGE_SETTLE, // of a store that nobody writes to: all segments of few rows become one
};

// Merges until the lane has nothing to do; never changes an answer. *at_work when another process
// or thread merges in the lane: nothing was done. ST_IO, before anything is written, when the disk
// has no room.
NODISCARD status store_merge_lane(struct store *s, enum merge_lane lane, struct thread_pool *pool,
                                  bool *at_work, struct error *e);
// MERGE_TINY, for a writer that has just committed; what fails is logged, and done by the next.
void store_merge_tiny(struct store *s);
