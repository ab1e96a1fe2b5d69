// SPDX-License-Identifier: Apache-2.0
// Pieces of a deflate stream (RFC 1951) that stand for themselves: each ends at a byte and refers
// to nothing before it, so pieces can be made side by side, kept, and put in a row. Must not know:
// files, archives.
#pragma once

#include "base/buffer.h"

#include <stdint.h>

#define DEFLATE_PIECE_MOST ((size_t)8 << 20) // bytes that one piece may hold

// Ends a row of pieces: an empty last block.
#define DEFLATE_END "\x03\x00"

struct deflater; // one thread's at a time

// NULL when out of memory.
struct deflater *deflater_create(void);
void deflater_destroy(struct deflater *d); // NULL is fine

// Appends the bytes as a piece; *crc is their CRC-32 (as in RFC 1952). The same bytes give the same
// piece, whatever the deflater had before.
NODISCARD status deflate_piece(struct deflater *d, string_view bytes, struct buffer *out,
                               uint32_t *crc, struct error *e);
// The CRC-32 of bytes with `crc` followed by `length` bytes with `next`.
uint32_t crc_of_both(uint32_t crc, uint32_t next, uint64_t length);
