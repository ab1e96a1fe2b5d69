// SPDX-License-Identifier: Apache-2.0
// How a sorter keeps a pair, in memory and in run files alike: u32 length of the key, u32 length of
// the payload, the key, the payload, zero bytes up to a multiple of 8. Only for src/base/sorter*.c.
#pragma once

#include "base/string_view.h"

#include <endian.h>
#include <string.h>

#define SORTER_RECORD_HEADER 8

static inline uint64_t sorter_record_size(uint64_t key_length, uint64_t payload_length)
{
    return (SORTER_RECORD_HEADER + key_length + payload_length + 7) & ~UINT64_C(7);
}

static inline string_view sorter_record_key(const unsigned char *record)
{
    uint32_t length = 0;
    memcpy(&length, record, sizeof length);
    return (string_view){(const char *)record + SORTER_RECORD_HEADER, length};
}

static inline string_view sorter_record_payload(const unsigned char *record)
{
    uint32_t lengths[2];
    memcpy(lengths, record, sizeof lengths);
    return (string_view){(const char *)record + SORTER_RECORD_HEADER + lengths[0], lengths[1]};
}

static inline uint64_t sorter_record_length(const unsigned char *record)
{
    uint32_t lengths[2];
    memcpy(lengths, record, sizeof lengths);
    return sorter_record_size(lengths[0], lengths[1]);
}

// Eight bytes of a key from `depth` as a number that compares as they do; short keys are filled up
// with zero, so equal numbers decide nothing.
static inline uint64_t sorter_key_prefix(string_view key, size_t depth)
{
    uint64_t prefix = 0;
    if (key.length >= depth + sizeof prefix) {
        memcpy(&prefix, key.bytes + depth, sizeof prefix);
    } else if (key.length > depth) {
        memcpy(&prefix, key.bytes + depth, key.length - depth);
    }
    return be64toh(prefix);
}

// Offset of the first byte in which two keys differ, at most `most` and the shorter length.
static inline size_t sorter_shared_bytes(string_view a, string_view b, size_t most)
{
    most = MIN(most, MIN(a.length, b.length));
    if (most == 0 || memcmp(a.bytes, b.bytes, most) == 0) {
        return most;
    }
    size_t shared = 0;
    while (a.bytes[shared] == b.bytes[shared]) {
        shared++;
    }
    return shared;
}
