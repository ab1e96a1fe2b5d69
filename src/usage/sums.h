// SPDX-License-Identifier: Apache-2.0
// What events add up to, in memory, until it is added to the roll-ups: a map from what is counted
// to seven numbers. Must not know: SQLite, files.
#pragma once

#include "usage/event.h"

// Which roll-up a sum belongs to; the members of usage_sum_key that it uses.
enum usage_sum {
    SUM_PORTAL,  // month, line
    SUM_DATASET, // month, line, dataset
    SUM_FORMAT,  // month, line, format (in `other`)
    SUM_METRIC,  // month, dataset, version, method (in `line`), country
    SUM_THING,   // month, thing (in `dataset`), use (in `line`)
};

struct usage_sum_key {
    int64_t version;
    int32_t month;
    uint32_t dataset;
    uint32_t other;
    uint8_t sum;
    uint8_t line;
    char country[2];
};

// Of lines: events, requests (those with USAGE_FIRST), rows, bytes. Of metrics: total and unique
// investigations, total and unique requests, the two uniques of the version, bytes. Of things:
// uses.
#define USAGE_SUMS 7
struct usage_sum_entry {
    struct usage_sum_key key;
    uint64_t sums[USAGE_SUMS];
};

struct usage_sums {
    struct usage_sum_entry *entries; // owned, `count` of them, as they came first
    size_t count;
    size_t capacity;
    uint32_t *slots; // entry's number + 1; 0 is free
    size_t slot_count;
};

void usage_sums_init(struct usage_sums *s);
void usage_sums_release(struct usage_sums *s);
void usage_sums_clear(struct usage_sums *s);
// ST_NO_MEMORY leaves an event counted in part: the caller clears and reads its events again.
NODISCARD status usage_sums_add(struct usage_sums *s, const struct usage_event *event,
                                struct error *e);
