// SPDX-License-Identifier: Apache-2.0
// Guesses widths of texts.
#include "api/pages/chart_text.h"

#include "base/bidi.h"
#include "base/utf8.h"

#include <string.h>

#define CHARACTERS_MOST ((size_t)400) // on one line, those without a width among them
#define ELLIPSIS_WIDTH  0.9

static bool has_no_width(int32_t c)
{
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
           (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

// In units of the size; Arial's widths, which are above those of the pages' own face.
static double width_of(int32_t c)
{
    if (c >= 0x2e80 || (c >= 0x1100 && c <= 0x11ff)) {
        return has_no_width(c) ? 0 : 1.05;
    }
    if (c >= 0x80) {
        return has_no_width(c) ? 0 : 0.72;
    }
    if (c < 0x20 || strchr("ijl|.,:;!'` ", c) != NULL) {
        return 0.29;
    }
    if (strchr("ftrI()[]{}-/\\\"*", c) != NULL) {
        return 0.37;
    }
    if (strchr("mwMW@%", c) != NULL) {
        return 0.9;
    }
    return c >= 'A' && c <= 'Z' ? 0.72 : 0.57;
}

double chart_text_width(string_view text, double size)
{
    double width = 0;
    for (size_t at = 0; at < text.length;) {
        width += width_of(utf8_next(text, &at)) * size;
    }
    return width;
}

// Tabs and line breaks become blanks; what neither HTML nor XML may hold becomes U+FFFD.
static uint32_t shown(int32_t c)
{
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
        return ' ';
    }
    bool none = c < 0x20 || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe ||
                (c >= 0xfdd0 && c <= 0xfdef);
    return none ? 0xfffd : (uint32_t)c;
}

string_view chart_text_fit(struct arena *arena, string_view text, double size, double most,
                           bool *cut)
{
    struct buffer line;
    double width = 0;
    size_t characters = 0;
    size_t kept = 0; // bytes of the line with which "…" still fits
    bool over = false;
    buffer_init(&line, CHARACTERS_MOST * 4 + 16);
    for (size_t at = 0; at < text.length && !over;) {
        int32_t c = utf8_next(text, &at);
        width += width_of(c) * size;
        over = width > most || ++characters > CHARACTERS_MOST;
        if (!over) {
            utf8_append(&line, shown(c));
            kept = width + ELLIPSIS_WIDTH * size <= most ? line.length : kept;
        }
    }
    string_view start = buffer_view(&line);
    if (over) {
        start = sv_trim(sv_slice(start, 0, kept));
        start = kept == 0 ? SV("") : arena_print(arena, SV_FORMAT "…", SV_ARGUMENT(start));
    } else {
        start = arena_copy(arena, start);
    }
    buffer_release(&line);
    if (cut != NULL) {
        *cut = over;
    }
    return bidi_isolate(arena, start);
}
