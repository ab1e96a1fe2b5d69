// SPDX-License-Identifier: Apache-2.0
// How many words each record of a segment has: the lengths that relevance weighs by. Counted from
// the dictionaries once for each segment, and kept (query_cache.h). Must not know: queries.
#pragma once

#include "base/arena.h"
#include "store/segment.h"

// lengths[row]: the tokens (store/token.h) of all the values of the row, repeats counted; good
// until `holder` is released.
NODISCARD status record_lengths_get(struct segment *segment, struct arena *holder,
                                    const uint32_t **lengths, struct error *e);
