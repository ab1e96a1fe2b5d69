// SPDX-License-Identifier: Apache-2.0
// The file formats of pictures, each in a file of its own. Must not know: what they are for.
#pragma once

#include "images/pixels.h"
#include "images/shrink.h"

// The bytes that a file begins with.
bool is_jpeg(string_view bytes);
bool is_png(string_view bytes);

// A picture that `width` by `height` pixels came in: ST_OK with *how SHRUNK fills `out`, which the
// caller releases whatever the outcome.
NODISCARD status jpeg_read(string_view bytes, uint32_t longest, const struct shrink_limits *limits,
                           struct pixels *out, enum shrunk *how, struct error *e);
NODISCARD status png_read(string_view bytes, uint32_t longest, const struct shrink_limits *limits,
                          struct pixels *out, enum shrunk *how, struct error *e);

// What a JPEG says of itself beside its picture (segments before the first scan).
struct jpeg_notes {
    unsigned orientation; // 1 where it says nothing
    struct {
        const uint8_t *bytes; // of the profile's segment, without marker and length
        size_t length;
    } profile[16]; // parts of its colour profile (ICC.1, annex B.4)
    size_t profile_count;
};
void jpeg_notes_read(string_view bytes, struct jpeg_notes *out);

// Appends a JPEG. `notes` may be NULL.
NODISCARD status jpeg_write(const struct pixels *p, const struct jpeg_notes *notes, string_view xmp,
                            struct buffer *out, struct error *e);

// The sides of a picture made smaller; false where it has that size already.
bool shrunk_sides(uint32_t width, uint32_t height, uint32_t longest, uint32_t *small_width,
                  uint32_t *small_height);
