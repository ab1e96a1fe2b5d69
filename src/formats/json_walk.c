// SPDX-License-Identifier: Apache-2.0
// Looks for the ends of values.
#include "formats/json_walk.h"

#include "base/utf8.h"

#include <string.h>

// The length of the string that the text begins with, quotes included.
static size_t string_length(string_view text)
{
    size_t at = 1;
    while (at < text.length && text.bytes[at] != '"') {
        at += text.bytes[at] == '\\' ? 2 : 1;
    }
    return MIN(at + 1, text.length);
}

// The length of the value that the text begins with.
static size_t value_length(string_view text)
{
    size_t depth = 0;
    for (size_t at = 0; at < text.length;) {
        char c = text.bytes[at];
        if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
            return at;
        }
        if (c == '"') {
            at += string_length(sv_slice(text, at, SIZE_MAX));
        } else {
            depth += c == '{' || c == '[';
            depth -= c == '}' || c == ']';
            at++;
        }
        if (depth == 0 && (c == '"' || c == '}' || c == ']')) {
            return at;
        }
    }
    return text.length;
}

struct json_walk json_walk_into(string_view value)
{
    bool is_open = value.length > 0 && (value.bytes[0] == '{' || value.bytes[0] == '[');
    return (struct json_walk){is_open ? sv_slice(value, 1, SIZE_MAX) : SV("")};
}

bool json_walk_next(struct json_walk *w, string_view *name, string_view *value)
{
    string_view rest = w->rest;
    *name = SV("");
    if (rest.length > 0 && rest.bytes[0] == ',') {
        rest = sv_slice(rest, 1, SIZE_MAX);
    }
    if (rest.length == 0 || rest.bytes[0] == '}' || rest.bytes[0] == ']') {
        return false;
    }
    size_t length = value_length(rest);
    *value = sv_slice(rest, 0, length);
    if (length < rest.length && rest.bytes[length] == ':') { // it was the name
        *name = sv_slice(rest, 1, length - 2);
        rest = sv_slice(rest, length + 1, SIZE_MAX);
        length = value_length(rest);
        *value = sv_slice(rest, 0, length);
    }
    w->rest = sv_slice(rest, length, SIZE_MAX);
    return true;
}

static uint32_t hex4(string_view digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < MIN(digits.length, (size_t)4); i++) {
        char c = digits.bytes[i];
        uint32_t digit = (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        value = value * 16 + (digit & 15);
    }
    return value;
}

string_view json_walk_find(string_view object, string_view member)
{
    struct json_walk w = json_walk_into(object);
    string_view name;
    string_view value;
    while (json_walk_next(&w, &name, &value)) {
        if (sv_equal_ignore_case(name, member)) {
            return value;
        }
    }
    return SV("");
}

void json_write_unescaped(struct buffer *out, string_view text)
{
    static const char escapes[] = "b\bf\fn\nr\rt\t";
    if (text.length >= 2 && text.bytes[0] == '"') {
        text = sv_slice(text, 1, text.length - 2);
    }
    while (text.length > 0) {
        size_t plain = sv_find(text, '\\');
        buffer_append(out, text.bytes, plain);
        text = sv_slice(text, plain, SIZE_MAX);
        if (text.length < 2) {
            return;
        }
        char c = text.bytes[1];
        const char *known = memchr(escapes, c, sizeof escapes - 1);
        if (c == 'u') { // our own are of characters below U+0020 alone
            utf8_append(out, hex4(sv_slice(text, 2, 4)));
        } else {
            buffer_append_byte(out, known != NULL && (known - escapes) % 2 == 0 ? known[1] : c);
        }
        text = sv_slice(text, c == 'u' ? 6 : 2, SIZE_MAX);
    }
}
