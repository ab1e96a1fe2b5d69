// SPDX-License-Identifier: Apache-2.0
// PNG by libpng's simplified interface, which reads pixels alone, bounds its chunks by itself (8
// MB) and never leaves by a jump. What is transparent lies on white.
#include "images/picture.h"

#include <png.h>
#include <stdlib.h>

bool is_png(string_view bytes)
{
    return sv_starts_with(bytes, SV("\x89PNG\r\n\x1a\n"));
}

static status average(png_image *image, const struct pixels *size, const uint8_t *samples,
                      struct pixels *out, struct error *e)
{
    struct averaging a = {.to = NULL};
    size_t row = (size_t)image->width * size->channels;
    bool ready = pixels_make(out, size->width, size->height, size->channels) &&
                 averaging_begin(&a, image->width, image->height, out);
    for (size_t y = 0; y < image->height && ready; y++) {
        averaging_row(&a, samples + y * row);
    }
    averaging_end(&a);
    return ready ? ST_OK : error_set(e, ST_NO_MEMORY, "no memory for a picture");
}

// The whole picture: interlaced ones come in no other way.
static status read_pixels(png_image *image, const struct pixels *size, struct pixels *out,
                          enum shrunk *how, struct error *e)
{
    static const png_color white = {255, 255, 255};
    uint8_t *samples = malloc(PNG_IMAGE_SIZE(*image));
    if (samples == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a picture");
    }
    bool whole = png_image_finish_read(image, &white, samples, 0, NULL) != 0;
    *how = whole ? SHRUNK : SHRUNK_DAMAGED;
    status result = whole ? average(image, size, samples, out, e) : ST_OK;
    free(samples);
    return result;
}

status png_read(string_view bytes, uint32_t longest, const struct shrink_limits *limits,
                struct pixels *out, enum shrunk *how, struct error *e)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    struct pixels size = {.samples = NULL};
    status result = ST_OK;
    if (png_image_begin_read_from_memory(&image, bytes.bytes, bytes.length) == 0) {
        *how = SHRUNK_DAMAGED;
        return ST_OK;
    }
    bool colour = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
    size.channels = colour ? 3 : 1;
    image.format = colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    uint64_t count = (uint64_t)image.width * image.height;
    if (!shrunk_sides(image.width, image.height, longest, &size.width, &size.height)) {
        *how = SHRUNK_NOT_LARGER;
    } else if (count > limits->pixels || count * size.channels > limits->memory) {
        *how = SHRUNK_TOO_MUCH;
    } else {
        result = read_pixels(&image, &size, out, how, e);
    }
    png_image_free(&image);
    return result;
}
