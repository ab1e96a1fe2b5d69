// SPDX-License-Identifier: Apache-2.0
// Bits in the order in which deflate has them (RFC 1951 section 3.1.1): from the least of a byte to
// the greatest. Must not know: what they mean. The caller sees to the room: eight bytes more than
// are written.
#pragma once

#include <stdint.h>
#include <string.h>

#define BITS_AT_ONCE 56u // that may be put between two calls of bits_flush

struct bit_writer {
    uint64_t bits;
    unsigned count; // of them; less than eight after bits_flush
    unsigned char *at;
};

// `bits` has none beyond `count`.
static inline void bits_put(struct bit_writer *w, uint64_t bits, unsigned count)
{
    w->bits |= bits << w->count;
    w->count += count;
}

static inline void bits_flush(struct bit_writer *w)
{
    memcpy(w->at, &w->bits, sizeof w->bits); // little-endian, as the machines are that this runs on
    w->at += w->count >> 3;
    w->bits >>= w->count & ~7u;
    w->count &= 7;
}

// Zeros up to the next byte.
static inline void bits_align(struct bit_writer *w)
{
    w->count = (w->count + 7) & ~7u;
    bits_flush(w);
}
