// SPDX-License-Identifier: Apache-2.0
// From one picture to a smaller one.
#include "images/shrink.h"

#include "images/picture.h"

#include <pthread.h>

const struct shrink_limits shrink_limits = {.pixels = 100000000, .memory = (size_t)256 << 20};

bool shrunk_sides(uint32_t width, uint32_t height, uint32_t longest, uint32_t *small_width,
                  uint32_t *small_height)
{
    uint64_t most = MAX(width, height);
    if (most <= longest) {
        return false;
    }
    *small_width = (uint32_t)MAX(((uint64_t)width * longest + most / 2) / most, (uint64_t)1);
    *small_height = (uint32_t)MAX(((uint64_t)height * longest + most / 2) / most, (uint64_t)1);
    return true;
}

static status shrink_jpeg(string_view picture, uint32_t longest, string_view xmp,
                          const struct shrink_limits *limits, struct buffer *out, enum shrunk *how,
                          struct error *e)
{
    struct pixels pixels = {.samples = NULL};
    struct jpeg_notes notes;
    jpeg_notes_read(picture, &notes);
    status result = jpeg_read(picture, longest, limits, &pixels, how, e);
    if (result == ST_OK && *how == SHRUNK) {
        result = pixels_turn(&pixels, notes.orientation)
                     ? jpeg_write(&pixels, &notes, xmp, out, e)
                     : error_set(e, ST_NO_MEMORY, "no memory for a picture");
    }
    pixels_release(&pixels);
    return result;
}

static status shrink_png(string_view picture, uint32_t longest, string_view xmp,
                         const struct shrink_limits *limits, struct buffer *out, enum shrunk *how,
                         struct error *e)
{
    struct pixels pixels = {.samples = NULL};
    status result = png_read(picture, longest, limits, &pixels, how, e);
    if (result == ST_OK && *how == SHRUNK) {
        result = jpeg_write(&pixels, NULL, xmp, out, e);
    }
    pixels_release(&pixels);
    return result;
}

static status shrink_picture(string_view picture, uint32_t longest, string_view xmp,
                             const struct shrink_limits *limits, struct buffer *out,
                             enum shrunk *how, struct error *e)
{
    if (is_jpeg(picture)) {
        return shrink_jpeg(picture, longest, xmp, limits, out, how, e);
    }
    if (is_png(picture)) {
        return shrink_png(picture, longest, xmp, limits, out, how, e);
    }
    *how = SHRUNK_OTHER_KIND;
    return ST_OK;
}

status image_shrink(string_view picture, uint32_t longest, string_view xmp,
                    const struct shrink_limits *limits, struct buffer *out, enum shrunk *how,
                    struct error *e)
{
    // One after the other: the memory of one is that of all.
    static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
    (void)pthread_mutex_lock(&one);
    status result = shrink_picture(picture, longest, xmp, limits, out, how, e);
    (void)pthread_mutex_unlock(&one);
    return result;
}
