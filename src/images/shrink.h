// SPDX-License-Identifier: Apache-2.0
// Pictures made smaller: JPEG and PNG in, JPEG out, turned upright. What lies in a picture comes
// from outside: pixels, memory and passes are bounded. Must not know: records, files, HTTP.
#pragma once

#include "base/base.h"
#include "base/buffer.h"
#include "base/status.h"

// Raised with every change of the bytes that the same picture becomes (rule F3). The same release
// of libjpeg-turbo gives the same bytes on every machine: DCTs and averages are of integers.
#define SHRINK_FORMAT 1

enum shrunk {
    SHRUNK,
    SHRUNK_NOT_LARGER, // it has that size or less already
    SHRUNK_OTHER_KIND, // it is no JPEG or PNG, or one in inks (CMYK)
    SHRUNK_TOO_MUCH,   // over the limits
    SHRUNK_DAMAGED,
    SHRUNK_COUNT
};

struct shrink_limits {
    uint64_t pixels; // of a picture as it came
    size_t memory;   // bytes that it may take while it is read
};

// 100 million pixels, 256 MiB.
extern const struct shrink_limits shrink_limits;

// Appends the picture as a JPEG whose longer side has `longest` pixels, with the XMP packet (empty:
// none), where *how is SHRUNK; in all other cases appends nothing. Its colour profile stays, what
// else was embedded (EXIF with places and persons, comments, thumbnails) goes. Fails for want of
// memory alone. Thread-safe.
NODISCARD status image_shrink(string_view picture, uint32_t longest, string_view xmp,
                              const struct shrink_limits *limits, struct buffer *out,
                              enum shrunk *how, struct error *e);
