// SPDX-License-Identifier: Apache-2.0
// Which bytes of a piece repeat earlier ones of it (RFC 1951 section 4; as quick as may be: of the
// places where the same was seen the last one alone is looked at). The same bytes give the same
// repetitions. Must not know: how they are written.
#pragma once

#include "base/string_view.h"

#include <stdint.h>

#define DEFLATE_MATCH_LEAST 5u
#define DEFLATE_MATCH_MOST  258u
#define DEFLATE_WINDOW      32768u

// Bytes as they stand, then a repetition.
struct deflate_match {
    uint32_t literals;
    uint16_t length; // 0: none, at the end
    uint16_t distance;
};

#define DEFLATE_PLACE_BITS 14u // 32 KB: they stay in a processor's nearest cache
// Where bytes were seen last, by their hash: the lower 16 bits of the place.
struct deflate_places {
    uint16_t of[1u << DEFLATE_PLACE_BITS];
};

// For the first bytes of a piece: forgets all others.
void deflate_places_clear(struct deflate_places *places);
// Takes `piece` apart from `from` on, at most `bytes` of it and what the last repetition has
// beyond, which is returned as the place reached. `out` has room for bytes / DEFLATE_MATCH_LEAST +
// 2; *count are used, the last of which may have no repetition. What is before `from` was given
// already.
size_t deflate_matches_find(struct deflate_places *places, string_view piece, size_t from,
                            size_t bytes, struct deflate_match *out, size_t *count);
