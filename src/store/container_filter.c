// SPDX-License-Identifier: Apache-2.0
// The numbers rise, so that no part of a container is looked at twice.
// Must not know: lists, terms.
#include "store/container_filter.h"

#include <string.h>

static uint16_t number_at(const unsigned char *bytes, size_t index)
{
    uint16_t number = 0;
    memcpy(&number, bytes + sizeof number * index, sizeof number);
    return number;
}

// The first of the members from `low` on that is not below the one sought: steps that double, then
// halving.
static size_t gallop(const unsigned char *bytes, size_t low, size_t count, uint16_t sought)
{
    size_t step = 1;
    while (low + step < count && number_at(bytes, low + step) < sought) {
        low += step;
        step *= 2;
    }
    size_t high = MIN(low + step, count);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (number_at(bytes, middle) < sought) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool filter_array(const unsigned char *bytes, size_t length, uint32_t members,
                         uint32_t *numbers, size_t count, size_t *kept)
{
    if (members > CONTAINER_ARRAY_MOST || length / sizeof(uint16_t) < members) {
        return false;
    }
    for (size_t i = 0, at = 0; i < count; i++) {
        uint16_t sought = (uint16_t)numbers[i];
        at = gallop(bytes, at, members, sought);
        numbers[*kept] = numbers[i];
        *kept += at < members && number_at(bytes, at) == sought;
    }
    return true;
}

static bool filter_bits(const unsigned char *bytes, size_t length, uint32_t *numbers, size_t count,
                        size_t *kept)
{
    if (length < CONTAINER_BITMAP_BYTES) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        uint16_t sought = (uint16_t)numbers[i];
        numbers[*kept] = numbers[i];
        *kept += bytes[sought / 8] >> (sought % 8) & 1;
    }
    return true;
}

static bool filter_runs(const unsigned char *bytes, size_t length, uint32_t *numbers, size_t count,
                        size_t *kept)
{
    if (length < sizeof(uint16_t)) {
        return false;
    }
    size_t runs = number_at(bytes, 0);
    if ((length - sizeof(uint16_t)) / (2 * sizeof(uint16_t)) < runs) {
        return false;
    }
    for (size_t i = 0, at = 0; i < count; i++) {
        uint16_t sought = (uint16_t)numbers[i];
        while (at < runs && number_at(bytes, 1 + 2 * at) + number_at(bytes, 2 + 2 * at) < sought) {
            at++;
        }
        numbers[*kept] = numbers[i];
        *kept += at < runs && number_at(bytes, 1 + 2 * at) <= sought;
    }
    return true;
}

static bool filter_buckets(const unsigned char *bytes, size_t length, uint32_t members,
                           uint32_t *numbers, size_t count, size_t *kept)
{
    if (members > CONTAINER_ARRAY_MOST || length < CONTAINER_BUCKET_COUNT + (size_t)members) {
        return false;
    }
    const unsigned char *low = bytes + CONTAINER_BUCKET_COUNT; // of the bucket at hand
    size_t left = members;
    for (size_t i = 0, bucket = 0, at = 0; i < count; i++) {
        uint16_t sought = (uint16_t)numbers[i];
        for (; bucket < sought >> 8; bucket++, at = 0) {
            if (bytes[bucket] > left) {
                return false;
            }
            low += bytes[bucket];
            left -= bytes[bucket];
        }
        if (bytes[bucket] > left) {
            return false;
        }
        while (at < bytes[bucket] && low[at] < (sought & 0xff)) {
            at++;
        }
        numbers[*kept] = numbers[i];
        *kept += at < bytes[bucket] && low[at] == (sought & 0xff);
    }
    return true;
}

bool container_filter(const struct container_record *record, const unsigned char *table,
                      size_t length, uint32_t *numbers, size_t count, size_t *kept)
{
    *kept = 0;
    if (record->offset > length) {
        return false;
    }
    const unsigned char *bytes = table + record->offset;
    size_t rest = length - record->offset;
    switch (record->kind) {
    case CONTAINER_ARRAY:
        return filter_array(bytes, rest, record->cardinality, numbers, count, kept);
    case CONTAINER_BITMAP:
        return filter_bits(bytes, rest, numbers, count, kept);
    case CONTAINER_RUNS:
        return filter_runs(bytes, rest, numbers, count, kept);
    case CONTAINER_BUCKETS:
        return filter_buckets(bytes, rest, record->cardinality, numbers, count, kept);
    default:
        return false;
    }
}
