// SPDX-License-Identifier: Apache-2.0
// By libdeflate, at several times zlib's speed, which only makes whole streams: the mark of a
// stream's last block is taken away, and an empty stored block behind it leads to the next byte.
#include "formats/deflate_piece.h"

#include "formats/deflate_blocks.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <zlib.h>

enum {
    LEVEL = 1,      // another one changes the bytes of packages
    EMPTY_BLOCK = 5 // bytes, and up to 10 bits before them
};

struct deflater {
    struct libdeflate_compressor *compressor;
};

struct deflater *deflater_create(void)
{
    struct deflater *d = calloc(1, sizeof *d);
    if (d == NULL) {
        return NULL;
    }
    d->compressor = libdeflate_alloc_compressor(LEVEL);
    if (d->compressor == NULL) {
        free(d);
        return NULL;
    }
    return d;
}

void deflater_destroy(struct deflater *d)
{
    if (d != NULL) {
        libdeflate_free_compressor(d->compressor);
        free(d);
    }
}

// Leaves a stream of `length` bytes open for the next piece; returns its new length.
static size_t leave_open(char *bytes, size_t length, const struct deflate_end *end)
{
    static const char behind[4] = {0, 0, (char)0xff, (char)0xff};
    unsigned char mark = (unsigned char)(1u << (end->last & 7));
    bytes[end->last >> 3] = (char)((unsigned char)bytes[end->last >> 3] & (unsigned char)~mark);
    // Three bits of zeros are the header of a stored block, and so are those up to the next byte.
    size_t start = (end->after + 3 + 7) >> 3;
    for (size_t i = length; i < start; i++) {
        bytes[i] = 0;
    }
    memcpy(bytes + start, behind, sizeof behind);
    return start + sizeof behind;
}

status deflate_piece(struct deflater *d, string_view bytes, struct buffer *out, uint32_t *crc,
                     struct error *e)
{
    if (bytes.length > DEFLATE_PIECE_MOST) {
        return error_set(e, ST_TOO_LARGE, "a piece of %zu bytes to compress, at most %zu",
                         bytes.length, DEFLATE_PIECE_MOST);
    }
    size_t room = libdeflate_deflate_compress_bound(d->compressor, bytes.length);
    if (!buffer_reserve(out, room + EMPTY_BLOCK + 2)) {
        return buffer_check(out, "a compressed piece", e);
    }
    char *at = out->bytes + out->length;
    size_t length = libdeflate_deflate_compress(d->compressor, bytes.bytes, bytes.length, at, room);
    struct deflate_end end = {0, 0};
    TRY(deflate_find_end((string_view){at, length}, &end, e));
    out->length += leave_open(at, length, &end);
    *crc = libdeflate_crc32(0, bytes.bytes, bytes.length);
    return ST_OK;
}

uint32_t crc_of_both(uint32_t crc, uint32_t next, uint64_t length)
{
    return (uint32_t)crc32_combine64(crc, next, (z_off64_t)length);
}
