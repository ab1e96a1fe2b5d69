// SPDX-License-Identifier: Apache-2.0
// Averages and turns. A pixel that comes is as long as `to` has pixels, one of `to` as long as
// there come pixels: then all that is covered is whole.
#include "images/pixels.h"

#include <stdlib.h>
#include <string.h>

bool pixels_make(struct pixels *p, uint32_t width, uint32_t height, unsigned channels)
{
    *p = (struct pixels){.width = width, .height = height, .channels = channels};
    p->samples = calloc((size_t)width * height, channels);
    return p->samples != NULL;
}

void pixels_release(struct pixels *p)
{
    free(p->samples);
    p->samples = NULL;
}

// Where a pixel of the upright picture lies in the one that came.
static size_t place_of(const struct pixels *from, unsigned orientation, uint32_t x, uint32_t y)
{
    uint32_t right = from->width - 1;
    uint32_t bottom = from->height - 1;
    bool turned = orientation >= 5;
    uint32_t column = turned ? y : x;
    uint32_t line = turned ? x : y;
    bool mirrored = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    bool upset = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    column = mirrored ? right - column : column;
    line = upset ? bottom - line : line;
    return (size_t)line * from->width + column;
}

bool pixels_turn(struct pixels *p, unsigned orientation)
{
    struct pixels turned;
    bool sides = orientation >= 5;
    if (orientation < 2 || orientation > 8) {
        return true;
    }
    if (!pixels_make(&turned, sides ? p->height : p->width, sides ? p->width : p->height,
                     p->channels)) {
        return false;
    }
    uint8_t *to = turned.samples;
    for (uint32_t y = 0; y < turned.height; y++) {
        for (uint32_t x = 0; x < turned.width; x++, to += p->channels) {
            memcpy(to, p->samples + place_of(p, orientation, x, y) * p->channels, p->channels);
        }
    }
    pixels_release(p);
    *p = turned;
    return true;
}

bool averaging_begin(struct averaging *a, uint32_t width, uint32_t height, struct pixels *to)
{
    size_t row = (size_t)to->width * to->channels;
    *a = (struct averaging){.to = to, .width = width, .height = height};
    a->across = calloc(row, sizeof *a->across);
    a->sums = calloc(row, sizeof *a->sums);
    return a->across != NULL && a->sums != NULL;
}

// Sums of one row: at most 255 * 2^24.
static void sum_across(struct averaging *a, const uint8_t *samples)
{
    const struct pixels *to = a->to;
    unsigned channels = to->channels;
    uint32_t column = 0;
    uint32_t room = a->width; // left in that column
    memset(a->across, 0, (size_t)to->width * channels * sizeof *a->across);
    for (uint32_t x = 0; x < a->width; x++, samples += channels) {
        uint32_t length = to->width;
        while (length > 0) {
            uint32_t part = MIN(length, room);
            for (unsigned c = 0; c < channels; c++) {
                a->across[(size_t)column * channels + c] += part * samples[c];
            }
            length -= part;
            room -= part;
            if (room == 0) {
                column++;
                room = a->width;
            }
        }
    }
}

static void put_row(struct averaging *a)
{
    size_t row = (size_t)a->to->width * a->to->channels;
    uint8_t *to = a->to->samples + (size_t)a->done * row;
    uint64_t whole = MAX((uint64_t)a->width * a->height, (uint64_t)1);
    for (size_t i = 0; i < row; i++) {
        to[i] = (uint8_t)((a->sums[i] + whole / 2) / whole);
        a->sums[i] = 0;
    }
    a->done++;
}

void averaging_row(struct averaging *a, const uint8_t *samples)
{
    size_t row = (size_t)a->to->width * a->to->channels;
    uint64_t from = (uint64_t)a->row * a->to->height;
    uint64_t until = from + a->to->height;
    if (a->row >= a->height) {
        return;
    }
    a->row++;
    sum_across(a, samples);
    while (from < until) {
        uint64_t end = (uint64_t)(a->done + 1) * a->height;
        uint64_t part = MIN(until, end) - from;
        for (size_t i = 0; i < row; i++) {
            a->sums[i] += part * a->across[i];
        }
        from += part;
        if (from == end) {
            put_row(a);
        }
    }
}

void averaging_end(struct averaging *a)
{
    free(a->across);
    free(a->sums);
}
