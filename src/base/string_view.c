// SPDX-License-Identifier: Apache-2.0
// Views of bytes: comparing, splitting, parsing integers.
#include "base/string_view.h"

#include <string.h>

string_view sv_from(const char *text)
{
    return text == NULL ? (string_view){"", 0} : (string_view){text, strlen(text)};
}

bool sv_equal(string_view a, string_view b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static unsigned char lower_ascii(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool sv_equal_ignore_case(string_view a, string_view b)
{
    if (a.length != b.length) {
        return false;
    }
    for (size_t i = 0; i < a.length; i++) {
        if (lower_ascii(a.bytes[i]) != lower_ascii(b.bytes[i])) {
            return false;
        }
    }
    return true;
}

int sv_compare(string_view a, string_view b)
{
    size_t shared = MIN(a.length, b.length);
    int order = shared == 0 ? 0 : memcmp(a.bytes, b.bytes, shared);
    if (order != 0) {
        return order;
    }
    return (a.length > b.length) - (a.length < b.length);
}

bool sv_starts_with(string_view text, string_view prefix)
{
    return text.length >= prefix.length && sv_equal(sv_slice(text, 0, prefix.length), prefix);
}

bool sv_ends_with(string_view text, string_view suffix)
{
    return text.length >= suffix.length &&
           sv_equal(sv_slice(text, text.length - suffix.length, suffix.length), suffix);
}

size_t sv_find(string_view text, char byte)
{
    const char *at = text.length == 0 ? NULL : memchr(text.bytes, byte, text.length);
    return at == NULL ? text.length : (size_t)(at - text.bytes);
}

string_view sv_slice(string_view text, size_t start, size_t length)
{
    start = MIN(start, text.length);
    const char *bytes =
        start == 0 ? text.bytes : text.bytes + start; // NULL has no offset, not even 0
    return (string_view){bytes, MIN(length, text.length - start)};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

string_view sv_trim(string_view text)
{
    while (text.length > 0 && is_blank(text.bytes[0])) {
        text.bytes++;
        text.length--;
    }
    while (text.length > 0 && is_blank(text.bytes[text.length - 1])) {
        text.length--;
    }
    return text;
}

bool sv_split(string_view *rest, char separator, string_view *part)
{
    if (rest->bytes == NULL) {
        return false;
    }
    size_t at = sv_find(*rest, separator);
    *part = sv_slice(*rest, 0, at);
    if (at == rest->length) {
        *rest = (string_view){NULL, 0};
    } else {
        *rest = (string_view){rest->bytes + at + 1, rest->length - at - 1};
    }
    return true;
}

bool sv_to_uint64(string_view text, uint64_t *out)
{
    uint64_t value = 0;
    if (text.length == 0) {
        return false;
    }
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9' ||
            __builtin_mul_overflow(value, UINT64_C(10), &value) ||
            __builtin_add_overflow(value, (uint64_t)(text.bytes[i] - '0'), &value)) {
            return false;
        }
    }
    *out = value;
    return true;
}

bool sv_to_int64(string_view text, int64_t *out)
{
    bool negative = text.length > 0 && text.bytes[0] == '-';
    uint64_t magnitude = 0;
    if (!sv_to_uint64(negative ? sv_slice(text, 1, text.length) : text, &magnitude)) {
        return false;
    }
    if (magnitude > (uint64_t)INT64_MAX + (negative ? 1 : 0)) {
        return false;
    }
    *out = negative ? (int64_t)(0 - magnitude) : (int64_t)magnitude;
    return true;
}
