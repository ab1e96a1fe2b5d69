// SPDX-License-Identifier: Apache-2.0
// Finds what reaches out, and isolates it.
#include "base/bidi.h"

#include "base/utf8.h"

static bool is_control(int32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
           c == 0x200f || c == 0x061c;
}

// The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and others, and their presentation forms.
static bool is_right_to_left(int32_t c)
{
    return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
           (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
           (c >= 0x1e800 && c <= 0x1efff);
}

bool bidi_reaches_out(string_view text)
{
    for (size_t i = 0; i < text.length;) {
        if ((unsigned char)text.bytes[i] < 0x80) {
            i++;
            continue;
        }
        int32_t c = utf8_next(text, &i);
        if (is_control(c) || is_right_to_left(c)) {
            return true;
        }
    }
    return false;
}

string_view bidi_isolate(struct arena *arena, string_view text)
{
    return bidi_reaches_out(text)
               ? arena_print(arena, BIDI_ISOLATE SV_FORMAT BIDI_POP, SV_ARGUMENT(text))
               : text;
}
