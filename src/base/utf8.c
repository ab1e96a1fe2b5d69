// SPDX-License-Identifier: Apache-2.0
// UTF-8 by the table of RFC 3629 section 4: no overlong forms, no surrogates.
#include "base/utf8.h"

#include <endian.h>
#include <string.h>

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

int32_t utf8_next(string_view text, size_t *at)
{
    const unsigned char *s = (const unsigned char *)text.bytes + *at;
    size_t left = text.length - *at;
    (*at)++;
    if (s[0] < 0x80) {
        return s[0];
    }
    if (s[0] >= 0xc2 && s[0] <= 0xdf && left >= 2 && is_continuation(s[1])) {
        *at += 1;
        return (int32_t)((s[0] & 0x1fu) << 6 | (s[1] & 0x3fu));
    }
    if (s[0] >= 0xe0 && s[0] <= 0xef && left >= 3 && is_continuation(s[1]) &&
        is_continuation(s[2])) {
        uint32_t c = (s[0] & 0x0fu) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
        if (c >= 0x800 && (c < 0xd800 || c > 0xdfff)) {
            *at += 2;
            return (int32_t)c;
        }
        return -1;
    }
    if (s[0] >= 0xf0 && s[0] <= 0xf4 && left >= 4 && is_continuation(s[1]) &&
        is_continuation(s[2]) && is_continuation(s[3])) {
        uint32_t c =
            (s[0] & 0x07u) << 18 | (s[1] & 0x3fu) << 12 | (s[2] & 0x3fu) << 6 | (s[3] & 0x3fu);
        if (c >= 0x10000 && c <= 0x10ffff) {
            *at += 3;
            return (int32_t)c;
        }
    }
    return -1;
}

size_t utf8_encode(uint32_t c, char out[4])
{
    if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) {
        c = 0xfffd;
    }
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

void utf8_append(struct buffer *b, uint32_t character)
{
    char bytes[4];
    size_t length = utf8_encode(character, bytes);
    buffer_append(b, bytes, length);
}

// Bytes of ASCII at the start, but for up to seven at the end.
static size_t ascii_run(const char *bytes, size_t length)
{
    size_t at = 0;
    for (; length - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
        uint64_t word = 0;
        memcpy(&word, bytes + at, sizeof word);
        uint64_t high_bits = le64toh(word) & UINT64_C(0x8080808080808080);
        if (high_bits != 0) {
            return at + (size_t)__builtin_ctzll(high_bits) / 8;
        }
    }
    return at;
}

size_t utf8_check(string_view text)
{
    size_t at = 0;
    while (at < text.length) {
        at += ascii_run(text.bytes + at, text.length - at);
        if (at == text.length) {
            break;
        }
        size_t start = at;
        if (utf8_next(text, &at) < 0) {
            return start;
        }
    }
    return text.length;
}
