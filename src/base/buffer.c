// SPDX-License-Identifier: Apache-2.0
// A growable byte buffer with a ceiling.
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_init(struct buffer *b, size_t ceiling)
{
    *b = (struct buffer){.ceiling = ceiling};
}

void buffer_release(struct buffer *b)
{
    free(b->bytes);
    *b = (struct buffer){.ceiling = b->ceiling};
}

void buffer_clear(struct buffer *b)
{
    b->length = 0;
    b->failed = false;
}

bool buffer_grow(struct buffer *b, size_t extra)
{
    if (b->failed) {
        return false;
    }
    if (b->capacity - b->length >= extra) {
        return true;
    }
    size_t needed = 0;
    if (size_add_overflows(b->length, extra, &needed) || needed > b->ceiling) {
        b->failed = true;
        b->no_memory = false;
        return false;
    }
    size_t capacity = MAX(b->capacity, (size_t)64);
    while (capacity < needed) {
        capacity = capacity > SIZE_MAX / 2 ? needed : capacity * 2;
    }
    capacity = MIN(capacity, b->ceiling);
    char *bytes = realloc(b->bytes, capacity);
    if (bytes == NULL) {
        b->failed = true;
        b->no_memory = true;
        return false;
    }
    b->bytes = bytes;
    b->capacity = capacity;
    return true;
}

void buffer_print(struct buffer *b, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        b->failed = true;
        b->no_memory = false;
    } else if (buffer_reserve(b, (size_t)length + 1)) {
        (void)vsnprintf(b->bytes + b->length, (size_t)length + 1, format, again);
        b->length += (size_t)length;
    }
    va_end(again);
}

void buffer_append_uint(struct buffer *b, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    buffer_append(b, digits + at, sizeof digits - at);
}

void buffer_append_int(struct buffer *b, int64_t value)
{
    if (value < 0) {
        buffer_append_byte(b, '-');
    }
    buffer_append_uint(b, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

string_view buffer_view(const struct buffer *b)
{
    return (string_view){b->bytes == NULL ? "" : b->bytes, b->length};
}

status buffer_check(const struct buffer *b, const char *what, struct error *e)
{
    if (!b->failed) {
        return ST_OK;
    }
    if (b->no_memory) {
        return error_set(e, ST_NO_MEMORY, "no memory for %s", what);
    }
    return error_set(e, ST_TOO_LARGE, "%s is larger than %zu bytes", what, b->ceiling);
}
