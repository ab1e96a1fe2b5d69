// SPDX-License-Identifier: Apache-2.0
// Percent-encoding.
#include "base/percent.h"

void percent_encode(struct buffer *out, string_view text)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (unreserved) {
            buffer_append_byte(out, (char)c);
        } else {
            char escaped[3] = {'%', digits[c >> 4], digits[c & 15]};
            buffer_append(out, escaped, sizeof escaped);
        }
    }
}

static int digit_of(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

void percent_decode(struct buffer *out, string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        int high = i + 2 < text.length ? digit_of(text.bytes[i + 1]) : -1;
        int low = i + 2 < text.length ? digit_of(text.bytes[i + 2]) : -1;
        bool coded = text.bytes[i] == '%' && high >= 0 && low >= 0;
        buffer_append_byte(out, coded ? (char)(high * 16 + low) : text.bytes[i]);
        i += coded ? 2 : 0;
    }
}
