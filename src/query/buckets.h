// SPDX-License-Identifier: Apache-2.0
// The values of one field sorted into buckets: each value its own, widths of numbers, spans of
// time, terms of a vocabulary. Must not know: rows, what is counted.
#pragma once

#include "query/summary_subject.h"

// Buckets are numbered 1 .. count in their order; 0 is no bucket.
struct buckets {
    struct bucket_request asked;
    struct field_paths paths;
    const struct field_values *values;
    uint32_t *bucket_of; // by value; of BUCKET_VALUE NULL: the value's group
    uint32_t count;
    int64_t *keys; // by bucket less 1: floors of numbers, or years, months, days by count from 0
};

// The key of a value's bucket, of a width or a span of time: the floor of a number, a year, month
// or day by count from 0. Rises with numbers, and with dates. False where it has none.
bool bucket_key(const struct bucket_request *asked, const struct value_facts *facts, int64_t *key);
NODISCARD status buckets_too_narrow(double width, struct error *e);

// Lies in the scratch arena. BUCKET_WIDTH needs its width.
NODISCARD status buckets_make(const struct summary_subject *s, const struct bucket_request *asked,
                              struct buckets *out, struct error *e);
static inline uint32_t buckets_of(const struct buckets *b, uint32_t value)
{
    return b->bucket_of == NULL ? field_values_group(b->values, value) : b->bucket_of[value];
}
// What a bucket is called; `counts` of the field choose the spelling of values.
NODISCARD status buckets_name(const struct buckets *b, uint32_t bucket,
                              const struct value_counts *counts, struct arena *arena,
                              struct bucket_name *out, struct error *e);
