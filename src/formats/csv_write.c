// SPDX-License-Identifier: Apache-2.0
// Sixteen bytes are looked at together: most texts are short.
#include "formats/csv_write.h"

#include <string.h>

typedef unsigned char sixteen_bytes __attribute__((vector_size(16), aligned(1), may_alias));
typedef uint64_t two_words __attribute__((vector_size(16), aligned(1), may_alias));

static inline bool any_special(sixteen_bytes v, unsigned char separator)
{
    const two_words found = (two_words)((v == separator) | (v == '"') | (v == '\n') | (v == '\r'));
    return (found[0] | found[1]) != 0;
}

bool csv_needs_quotes(string_view text, char mark)
{
    const unsigned char separator = (unsigned char)mark;
    const char *end = text.bytes + text.length;
    sixteen_bytes v = {0};
    if (text.length >= 16) {
        for (const char *at = text.bytes; end - at > 16; at += 16) {
            memcpy(&v, at, 16);
            if (any_special(v, separator)) {
                return true;
            }
        }
        memcpy(&v, end - 16, 16);
    } else if (text.length >= 8) {
        memcpy(&v, text.bytes, 8);
        memcpy((char *)&v + 8, end - 8, 8);
    } else if (text.length >= 4) {
        memcpy(&v, text.bytes, 4);
        memcpy((char *)&v + 4, end - 4, 4);
    } else if (text.length > 0) {
        v[0] = (unsigned char)text.bytes[0];
        v[1] = (unsigned char)text.bytes[text.length / 2];
        v[2] = (unsigned char)end[-1];
    }
    return any_special(v, separator);
}

void csv_write_quoted(string_view before, string_view text, struct buffer *out)
{
    buffer_append_byte(out, '"');
    buffer_append_view(out, before);
    while (text.length > 0) {
        const char *quote = memchr(text.bytes, '"', text.length);
        size_t length = quote == NULL ? text.length : (size_t)(quote - text.bytes) + 1;
        buffer_append(out, text.bytes, length);
        if (quote != NULL) {
            buffer_append_byte(out, '"');
        }
        text = sv_slice(text, length, SIZE_MAX);
    }
    buffer_append_byte(out, '"');
}

void csv_write_cell(string_view text, char separator, struct buffer *out)
{
    if (csv_needs_quotes(text, separator)) {
        csv_write_quoted(SV(""), text, out);
    } else {
        buffer_append_view(out, text);
    }
    buffer_append_byte(out, separator);
}
