// SPDX-License-Identifier: Apache-2.0
// The pass over rows behind groups and histograms: which cell, one bucket of each field, each row
// belongs to, and how many rows each cell has. Must not know: names of buckets, what is asked.
#pragma once

#include "query/buckets.h"
#include "query/group_measures.h"

// A cell's key is its buckets as digits, the first field's the highest; keys rise in the order of
// names but that bucket 0, no value, is the least.
struct group_cells {
    struct number_map map; // of keys
    uint64_t *counts;      // by number; owned
    size_t capacity;
};

void group_cells_init(struct group_cells *c);
void group_cells_release(struct group_cells *c);
// Counts the rows; `measures` may be NULL. ST_INVALID past SUMMARY_LIMIT_CELLS.
NODISCARD status group_pass(const struct summary_subject *s, const struct buckets *by,
                            size_t by_count, struct group_measures *measures,
                            struct group_cells *out, struct error *e);
// The bucket of field number `field` in a key.
uint32_t group_key_bucket(const struct buckets *by, size_t by_count, uint64_t key, size_t field);
