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
