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

void bidi_contain(struct buffer *out, string_view text)
{
    size_t open = 0;
    size_t start = 0; // of what is not written yet
    for (size_t i = 0; i < text.length;) {
        size_t at = i;
        int32_t c = utf8_next(text, &i);
        bool ends_paragraph = c == 0x2029 || c == 0x0085;
        bool ends_isolate = c == 0x2069;
        if (ends_paragraph || (ends_isolate && open == 0)) {
            buffer_append_view(out, sv_slice(text, start, at - start));
            buffer_append_view(out, SV("\xef\xbf\xbd"));
            start = i;
        } else if (ends_isolate) {
            open--;
        } else {
            open += c >= 0x2066 && c <= 0x2068;
        }
    }
    buffer_append_view(out, sv_slice(text, start, SIZE_MAX));
    for (; open > 0; open--) {
        buffer_append_view(out, SV(BIDI_POP));
    }
}

string_view bidi_isolate(struct arena *arena, string_view text)
{
    if (!bidi_reaches_out(text)) {
        return text;
    }
    struct buffer isolated;
    buffer_init(&isolated, 2 * text.length + 64);
    buffer_append_view(&isolated, SV(BIDI_ISOLATE));
    bidi_contain(&isolated, text);
    buffer_append_view(&isolated, SV(BIDI_POP));
    string_view copy = isolated.failed ? SV("") : arena_copy(arena, buffer_view(&isolated));
    buffer_release(&isolated);
    return copy;
}
