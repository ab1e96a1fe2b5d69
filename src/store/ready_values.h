// SPDX-License-Identifier: Apache-2.0
// The values of a small dictionary as members of a JSON record, `"name":value,`, side by side in
// memory: most fields of a record have few values, which need not be put together each time.
// Must not know: rows, segments, queries.
#pragma once

#include "store/string_list.h"

struct ready_values {
    const char *bytes; // of ordinal i, from 1: ends[i - 1] until before ends[i]; ends[0] is 0
    const uint32_t *ends;
    uint32_t count; // ordinals; 0 when there are none ready
    size_t size;    // bytes that are held
    void *memory;   // owned
};

// Dictionaries of more values than READY_MOST, of more than `most_bytes` bytes, with a long or a
// damaged value are not made ready, which is no error. `label` is the name as JSON with its colon.
// Thread-safe.
#define READY_MOST 4096u
void ready_values_make(const struct string_list *strings, string_view label, size_t most_bytes,
                       struct ready_values *out);
void ready_values_release(struct ready_values *r);

// Appends a value of any kind but a long one, with its label and a comma behind it.
void ready_value_write(string_view label, unsigned kind, string_view text, struct buffer *out);
