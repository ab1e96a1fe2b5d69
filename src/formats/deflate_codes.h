// SPDX-License-Identifier: Apache-2.0
// Prefix codes as deflate has them (RFC 1951 section 3.2.2): the shortest ones for symbols that
// occur so often. The same counts give the same codes. Must not know: what the symbols mean.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define DEFLATE_SYMBOLS_MOST ((size_t)288)
#define DEFLATE_COUNT_MOST   (UINT32_C(1) << 18) // of one symbol: less than that

struct deflate_code {
    uint16_t bits; // the first one is the least
    uint16_t length;
};

// `counts` of `symbols` symbols. No code is longer than `most` bits, which must be enough for all
// of them. Of fewer than two symbols that occur there is still a whole code, of others besides.
// A symbol without a code has length 0.
void deflate_codes_find(const uint32_t *counts, size_t symbols, unsigned most,
                        struct deflate_code *out);
// Sets the bits of codes by their lengths.
void deflate_codes_number(struct deflate_code *codes, size_t symbols);
