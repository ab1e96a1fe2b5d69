// SPDX-License-Identifier: Apache-2.0
// A picture of 8 bits a sample on its way from large to small. Must not know: file formats.
#pragma once

#include "base/base.h"
#include "base/buffer.h"

#include <stdint.h>

#define CHANNELS_MOST 3

struct pixels {
    uint32_t width;
    uint32_t height;
    unsigned channels; // 1 grey, 3 red, green, blue
    uint8_t *samples;  // owned; rows from above, without gaps
};

// False when out of memory.
bool pixels_make(struct pixels *p, uint32_t width, uint32_t height, unsigned channels);
void pixels_release(struct pixels *p);
// Turns what EXIF's orientation (1 to 8; CIPA DC-008, 4.6.4) says into what it means.
bool pixels_turn(struct pixels *p, unsigned orientation);

// Averages rows of a larger picture into a smaller one: each pixel of `to` is the mean, in whole
// numbers, of all that it covers, rounded once. Not larger in any direction.
struct averaging {
    struct pixels *to;
    uint32_t width; // of what comes
    uint32_t height;
    uint32_t row;  // that comes next
    uint32_t done; // rows of `to`
    uint32_t *across;
    uint64_t *sums;
};

bool averaging_begin(struct averaging *a, uint32_t width, uint32_t height, struct pixels *to);
void averaging_row(struct averaging *a, const uint8_t *samples);
void averaging_end(struct averaging *a);
