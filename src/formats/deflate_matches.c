// SPDX-License-Identifier: Apache-2.0
// One look for each place; where looks find nothing for long, places are left out. A repetition
// also grows to the left, over bytes whose places were not noted.
#include "formats/deflate_matches.h"

#include "base/base.h"

#include <string.h>

#define TAIL       12u // bytes at the end of a piece where nothing is looked for
#define SKIP_SHIFT 5u  // after so many looks in vain, as a power of two, steps grow by one
#define NOTED_STEP 2u  // within a repetition every other place is noted
#define WORD       sizeof(uint64_t)

// The bytes that a repetition has at least.
static inline uint64_t bytes_at(const unsigned char *at)
{
    uint64_t word = 0;
    memcpy(&word, at, sizeof word);
    return word << (8 * (WORD - DEFLATE_MATCH_LEAST)); // of a little-endian machine
}

static inline uint16_t *place_of(struct deflate_places *places, uint64_t bytes)
{
    return &places->of[bytes * UINT64_C(0x9E3779B185EBCA87) >> (64 - DEFLATE_PLACE_BITS)];
}

void deflate_places_clear(struct deflate_places *places)
{
    memset(places, 0, sizeof *places);
}

// How many bytes are the same, at most `most`, of which all may be read.
static inline size_t same_bytes(const unsigned char *a, const unsigned char *b, size_t most)
{
    size_t same = 0;
    while (same + WORD <= most) {
        uint64_t x = 0;
        uint64_t y = 0;
        memcpy(&x, a + same, WORD);
        memcpy(&y, b + same, WORD);
        if (x != y) {
            return same + ((unsigned)__builtin_ctzll(x ^ y) >> 3);
        }
        same += WORD;
    }
    while (same < most && a[same] == b[same]) {
        same++;
    }
    return same;
}

size_t deflate_matches_find(struct deflate_places *places, string_view piece, size_t from,
                            size_t bytes, struct deflate_match *out, size_t *count)
{
    const unsigned char *text = (const unsigned char *)piece.bytes;
    size_t left = piece.length - from;
    size_t end = from + MIN(bytes, left);
    size_t looked = piece.length < TAIL ? 0 : MIN(end, piece.length - TAIL);
    size_t start = from; // of the literals
    size_t found = 0;
    uint32_t vain = 0;
    for (size_t at = from; at < looked;) {
        uint64_t least = bytes_at(text + at);
        uint16_t *place = place_of(places, least);
        size_t distance = (uint16_t)(at - *place);
        *place = (uint16_t)at;
        if (distance == 0 || distance > MIN(at, (size_t)DEFLATE_WINDOW) ||
            bytes_at(text + at - distance) != least) {
            at += 1 + (vain++ >> SKIP_SHIFT);
            continue;
        }
        size_t most = MIN(piece.length - at, (size_t)DEFLATE_MATCH_MOST);
        size_t length = DEFLATE_MATCH_LEAST + same_bytes(text + at + DEFLATE_MATCH_LEAST,
                                                         text + at + DEFLATE_MATCH_LEAST - distance,
                                                         most - DEFLATE_MATCH_LEAST);
        while (at > start && at > distance && length < DEFLATE_MATCH_MOST &&
               text[at - 1] == text[at - 1 - distance]) {
            at--;
            length++;
        }
        out[found++] =
            (struct deflate_match){(uint32_t)(at - start), (uint16_t)length, (uint16_t)distance};
        for (size_t i = at + 1; i < at + length && i < looked; i += NOTED_STEP) {
            *place_of(places, bytes_at(text + i)) = (uint16_t)i;
        }
        at += length;
        start = at;
        vain = 0;
    }
    end = MAX(end, start);
    if (end > start) {
        out[found++] = (struct deflate_match){(uint32_t)(end - start), 0, 0};
    }
    *count = found;
    return end;
}
