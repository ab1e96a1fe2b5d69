// SPDX-License-Identifier: Apache-2.0
// JSON strings in the shortest escapes; runs without escapes are found eight bytes at a time.
#include "formats/json_write.h"

#include <string.h>

#define EACH_BYTE UINT64_C(0x0101010101010101)
#define HIGH_BITS UINT64_C(0x8080808080808080)

// Whether any of eight bytes is below 0x20, a quote or a backslash (or, falsely but harmlessly,
// one beside such a byte).
static bool word_needs_escape(uint64_t word)
{
    uint64_t quote = word ^ (EACH_BYTE * '"');
    uint64_t backslash = word ^ (EACH_BYTE * '\\');
    uint64_t found = ((word - EACH_BYTE * 0x20) | (quote - EACH_BYTE) | (backslash - EACH_BYTE));
    return (found & ~word & HIGH_BITS) != 0;
}

static bool byte_needs_escape(unsigned char byte)
{
    return byte < 0x20 || byte == '"' || byte == '\\';
}

size_t json_plain_run(string_view text, size_t start)
{
    size_t at = start;
    uint64_t word = 0;
    while (text.length - at >= sizeof word) {
        memcpy(&word, text.bytes + at, sizeof word);
        if (word_needs_escape(word)) {
            break;
        }
        at += sizeof word;
    }
    while (at < text.length && !byte_needs_escape((unsigned char)text.bytes[at])) {
        at++;
    }
    return at - start;
}

static void write_escape(struct buffer *out, unsigned char byte)
{
    static const char hex[] = "0123456789abcdef";
    static const char letters[0x20] = {
        ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
    char escape[6] = {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
    size_t length = 6;
    if (byte >= 0x20 || letters[byte] != 0) {
        escape[1] = byte >= 0x20 ? (char)byte : letters[byte];
        length = 2;
    }
    buffer_append(out, escape, length);
}

void json_write_escaped(struct buffer *out, string_view text)
{
    size_t at = 0;
    while (at < text.length) {
        size_t run = json_plain_run(text, at);
        buffer_append(out, text.bytes + at, run);
        at += run;
        if (at < text.length) {
            write_escape(out, (unsigned char)text.bytes[at]);
            at++;
        }
    }
}

// Copies the run at the start that needs no escape, whole words at a time where there are eight
// bytes; returns its length, or less when the rest must be looked at byte by byte. `to` has room
// for all.
static size_t copy_plain(char *to, string_view text)
{
    size_t at = 0;
    uint64_t word = 0;
    for (; text.length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text.bytes + at, sizeof word);
        if (word_needs_escape(word)) {
            return at;
        }
        memcpy(to + at, &word, sizeof word);
    }
    for (; at < text.length && !byte_needs_escape((unsigned char)text.bytes[at]); at++) {
        to[at] = text.bytes[at];
    }
    return at;
}

void json_write_string(struct buffer *out, string_view text)
{
    size_t needed = 0;
    size_t copied = 0;
    buffer_append_byte(out, '"');
    if (!size_add_overflows(text.length, 1, &needed) && out->capacity - out->length >= needed &&
        !out->failed) {
        copied = copy_plain(out->bytes + out->length, text);
        out->length += copied;
        if (copied == text.length) {
            out->bytes[out->length++] = '"';
            return;
        }
    }
    json_write_escaped(out, sv_slice(text, copied, SIZE_MAX));
    buffer_append_byte(out, '"');
}

void json_write_name(struct buffer *out, string_view name)
{
    if (out->length > 0 && out->bytes[out->length - 1] != '{') {
        buffer_append_byte(out, ',');
    }
    json_write_string(out, name);
    buffer_append_byte(out, ':');
}

void json_write_member(struct buffer *out, string_view name, string_view value)
{
    if (value.length > 0) {
        json_write_name(out, name);
        json_write_string(out, value);
    }
}
