// SPDX-License-Identifier: Apache-2.0
// Encoding dates: offsets in the coarsest unit that all starts share, and few different lengths.
#include "store/date_list.h"

#include "store/segment_format.h"

#include <string.h>

// What the short form needs to know of all dates.
struct summary {
    moment base;
    uint64_t unit;
    uint64_t greatest; // offset, in units
    int64_t lengths[DATE_LENGTHS_MOST];
    uint32_t length_count;
    uint32_t run_count;
};

static uint64_t greatest_divisor(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static uint64_t offset_of(const struct summary *s, moment start)
{
    return (uint64_t)start - (uint64_t)s->base;
}

// The number of a length among those seen, made when it is new; DATE_LENGTHS_MOST when there are
// too many. Neighbours often have the same.
static uint32_t code_of(struct summary *s, int64_t length, uint32_t guess)
{
    if (guess < s->length_count && s->lengths[guess] == length) {
        return guess;
    }
    for (uint32_t i = 0; i < s->length_count; i++) {
        if (s->lengths[i] == length) {
            return i;
        }
    }
    if (s->length_count < DATE_LENGTHS_MOST) {
        s->lengths[s->length_count++] = length;
        return s->length_count - 1;
    }
    return DATE_LENGTHS_MOST;
}

static bool starts_run(const uint32_t *ordinals, const moment *starts, size_t i)
{
    return i == 0 || ordinals[i] != ordinals[i - 1] + 1 || starts[i] < starts[i - 1];
}

// False when there are too many lengths.
static bool summarise(const uint32_t *ordinals, const moment *starts, const moment *ends,
                      size_t count, struct summary *s)
{
    uint32_t code = 0;
    s->base = starts[0];
    for (size_t i = 0; i < count; i++) {
        s->base = MIN(s->base, starts[i]);
    }
    for (size_t i = 0; i < count && code < DATE_LENGTHS_MOST; i++) {
        uint64_t offset = offset_of(s, starts[i]);
        s->greatest = MAX(s->greatest, offset);
        if (s->unit != 1 && (s->unit == 0 || offset % s->unit != 0)) {
            s->unit = greatest_divisor(offset, s->unit);
        }
        s->run_count += starts_run(ordinals, starts, i);
        code = code_of(s, (int64_t)((uint64_t)ends[i] - (uint64_t)starts[i]), code);
    }
    s->unit = MAX(s->unit, (uint64_t)1);
    s->greatest /= s->unit;
    return code < DATE_LENGTHS_MOST;
}

static uint32_t width_of(uint64_t greatest)
{
    uint32_t width = 0;
    for (; greatest > 0; greatest >>= 8) {
        width++;
    }
    return width;
}

static size_t short_bytes(const struct summary *s, size_t count)
{
    return sizeof(struct dates_header) + s->length_count * sizeof *s->lengths +
           s->run_count * sizeof(struct date_run) + count * width_of(s->greatest) + DATES_PADDING +
           (s->length_count > 1 ? count : 0);
}

static void encode_runs(const uint32_t *ordinals, const moment *starts, size_t count,
                        struct buffer *out)
{
    for (size_t i = 0; i < count;) {
        struct date_run run = {ordinals[i], 0};
        do {
            run.count++;
            i++;
        } while (i < count && !starts_run(ordinals, starts, i));
        buffer_append(out, &run, sizeof run);
    }
}

static void pad(struct buffer *out, size_t start, size_t least)
{
    static const char zeros[DATES_PADDING + 8];
    size_t length = out->length - start;
    buffer_append(out, zeros, round_up(length + least, 8) - length);
}

static void encode_short(const uint32_t *ordinals, const moment *starts, const moment *ends,
                         size_t count, struct summary *s, struct buffer *out)
{
    struct dates_header h = {.mark = DATES_SHORT,
                             .runs = s->run_count,
                             .width = (uint16_t)width_of(s->greatest),
                             .coded = s->length_count > 1,
                             .lengths = s->length_count,
                             .base = s->base,
                             .unit = s->unit};
    buffer_append(out, &h, sizeof h);
    buffer_append(out, s->lengths, s->length_count * sizeof *s->lengths);
    encode_runs(ordinals, starts, count, out);
    size_t at = out->length;
    for (size_t i = 0; i < count; i++) {
        uint64_t offset = offset_of(s, starts[i]) / s->unit;
        buffer_append(out, &offset, h.width);
    }
    pad(out, at, DATES_PADDING);
    at = out->length;
    uint32_t code = 0;
    for (size_t i = 0; i < count && h.coded != 0; i++) {
        code = code_of(s, (int64_t)((uint64_t)ends[i] - (uint64_t)starts[i]), code);
        buffer_append_byte(out, (char)(unsigned char)code);
    }
    pad(out, at, 0);
}

static void encode_long(const uint32_t *ordinals, const moment *starts, const moment *ends,
                        size_t count, struct buffer *out)
{
    size_t at = out->length;
    buffer_append(out, ordinals, count * sizeof *ordinals);
    pad(out, at, 0);
    buffer_append(out, starts, count * sizeof *starts);
    buffer_append(out, ends, count * sizeof *ends);
}

void date_list_encode(const uint32_t *ordinals, const moment *starts, const moment *ends,
                      size_t count, struct buffer *out)
{
    struct summary s = {0};
    if (count == 0) {
        return;
    }
    bool few_lengths = summarise(ordinals, starts, ends, count, &s);
    if (few_lengths && short_bytes(&s, count) < count * (sizeof *ordinals + 2 * sizeof *starts)) {
        encode_short(ordinals, starts, ends, count, &s, out);
    } else {
        encode_long(ordinals, starts, ends, count, out);
    }
}
