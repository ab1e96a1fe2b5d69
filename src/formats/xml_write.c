// SPDX-License-Identifier: Apache-2.0
// Runs of plain bytes are copied, the others one by one.
#include "formats/xml_write.h"

#define REPLACEMENT "\xEF\xBF\xBD" // U+FFFD

// What stands for the character at `at`, and how many bytes it has; NULL: it stands as it is.
static const char *replacement(string_view text, size_t at, size_t *length)
{
    unsigned char c = (unsigned char)text.bytes[at];
    *length = 1;
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return "&#13;";
    case '\t':
    case '\n':
        return NULL;
    case 0xEF: // of U+F000 to U+FFFF
        if (text.length - at >= 3 && text.bytes[at + 1] == '\xBF' && text.bytes[at + 2] >= '\xBE') {
            *length = 3;
            return REPLACEMENT;
        }
        return NULL;
    default:
        return c < 0x20 ? REPLACEMENT : NULL;
    }
}

void xml_write_text(struct buffer *out, string_view text)
{
    size_t start = 0;
    for (size_t i = 0; i < text.length;) {
        size_t length = 1;
        const char *other = replacement(text, i, &length);
        if (other != NULL) {
            buffer_append(out, text.bytes + start, i - start);
            buffer_append_view(out, sv_from(other));
            start = i + length;
        }
        i += length;
    }
    buffer_append(out, text.bytes + start, text.length - start);
}
