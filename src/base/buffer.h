// SPDX-License-Identifier: Apache-2.0
// A growable byte buffer with a mandatory ceiling; past it appending fails and the buffer stays
// failed, so that a writer may append freely and ask once at the end.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

#include <string.h>

struct buffer {
    char *bytes; // owned; may be NULL while empty
    size_t length;
    size_t capacity;
    size_t ceiling; // most bytes it may hold
    bool failed;    // an append did not fit or memory ran out; the content is cut there
    bool no_memory; // of the failure: memory ran out
};

void buffer_init(struct buffer *b, size_t ceiling);
void buffer_release(struct buffer *b);
// Empties without freeing; clears `failed`.
void buffer_clear(struct buffer *b);
// Makes room for `extra` more bytes; false when that passes the ceiling or memory.
bool buffer_grow(struct buffer *b, size_t extra);
// The appends are inline: records are written byte by byte through them.
static inline bool buffer_reserve(struct buffer *b, size_t extra)
{
    return (!b->failed && b->capacity - b->length >= extra) || buffer_grow(b, extra);
}
static inline void buffer_append(struct buffer *b, const void *bytes, size_t length)
{
    if (length > 0 && buffer_reserve(b, length)) {
        memcpy(b->bytes + b->length, bytes, length);
        b->length += length;
    }
}
static inline void buffer_append_view(struct buffer *b, string_view text)
{
    buffer_append(b, text.bytes, text.length);
}
static inline void buffer_append_byte(struct buffer *b, char byte)
{
    if (buffer_reserve(b, 1)) {
        b->bytes[b->length++] = byte;
    }
}
// printf; asks for one byte more than it prints.
void buffer_print(struct buffer *b, const char *format, ...) PRINTF_LIKE(2, 3);
void buffer_append_uint(struct buffer *b, uint64_t value);
void buffer_append_int(struct buffer *b, int64_t value);
string_view buffer_view(const struct buffer *b);
// ST_OK, or ST_TOO_LARGE or ST_NO_MEMORY naming `what` when an append failed.
NODISCARD status buffer_check(const struct buffer *b, const char *what, struct error *e);
