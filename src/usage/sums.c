// SPDX-License-Identifier: Apache-2.0
// Open addressing over a list of entries.
#include "usage/sums.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

_Static_assert(sizeof(struct usage_sum_key) == 24, "keys are hashed and compared as bytes");

void usage_sums_init(struct usage_sums *s)
{
    *s = (struct usage_sums){.entries = NULL};
}

void usage_sums_release(struct usage_sums *s)
{
    free(s->entries);
    free(s->slots);
    usage_sums_init(s);
}

void usage_sums_clear(struct usage_sums *s)
{
    s->count = 0;
    if (s->slots != NULL) {
        memset(s->slots, 0, s->slot_count * sizeof *s->slots);
    }
}

static size_t slot_of(const struct usage_sums *s, const struct usage_sum_key *key)
{
    size_t mask = s->slot_count - 1;
    size_t slot = (size_t)hash_bytes(key, sizeof *key) & mask;
    while (s->slots[slot] != 0 &&
           memcmp(&s->entries[s->slots[slot] - 1].key, key, sizeof *key) != 0) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

static status grow(struct usage_sums *s, struct error *e)
{
    size_t capacity = MAX((size_t)1024, 2 * s->capacity);
    uint32_t *slots = calloc(2 * capacity, sizeof *slots);
    struct usage_sum_entry *entries =
        slots == NULL ? NULL : realloc(s->entries, capacity * sizeof *entries);
    if (entries == NULL) {
        free(slots);
        return error_set(e, ST_NO_MEMORY, "no memory to count uses");
    }
    free(s->slots);
    s->entries = entries;
    s->capacity = capacity;
    s->slots = slots;
    s->slot_count = 2 * capacity;
    for (size_t i = 0; i < s->count; i++) {
        s->slots[slot_of(s, &s->entries[i].key)] = (uint32_t)i + 1;
    }
    return ST_OK;
}

static status add(struct usage_sums *s, const struct usage_sum_key *key,
                  const uint64_t sums[USAGE_SUMS], struct error *e)
{
    if (s->count == s->capacity) {
        TRY(grow(s, e));
    }
    size_t slot = slot_of(s, key);
    if (s->slots[slot] == 0) {
        s->entries[s->count] = (struct usage_sum_entry){.key = *key};
        s->slots[slot] = (uint32_t)++s->count;
    }
    struct usage_sum_entry *entry = &s->entries[s->slots[slot] - 1];
    for (size_t i = 0; i < USAGE_SUMS; i++) {
        entry->sums[i] += sums[i];
    }
    return ST_OK;
}

static status add_metric(struct usage_sums *s, const struct usage_event *event, int32_t month,
                         struct error *e)
{
    bool request = usage_is_request(event);
    struct usage_sum_key key = {.version = event->version,
                                .month = month,
                                .dataset = event->dataset,
                                .sum = SUM_METRIC,
                                .line = event->method,
                                .country = {event->country[0], event->country[1]}};
    const uint64_t sums[USAGE_SUMS] = {
        1,
        (event->flags & USAGE_UNIQUE_INVESTIGATION) != 0,
        request,
        request && (event->flags & USAGE_UNIQUE_REQUEST) != 0,
        (event->flags & USAGE_VERSION_INVESTIGATION) != 0,
        request && (event->flags & USAGE_VERSION_REQUEST) != 0,
        request ? event->bytes : 0,
    };
    return add(s, &key, sums, e);
}

status usage_sums_add(struct usage_sums *s, const struct usage_event *event, struct error *e)
{
    int32_t month = usage_month_of_hour(event->hour);
    if (event->kind == USAGE_BEGINS) {
        return ST_OK;
    }
    if (event->kind == USAGE_TALLY) {
        const uint64_t one[USAGE_SUMS] = {1};
        struct usage_sum_key thing = {.month = month,
                                      .dataset = event->dataset,
                                      .sum = SUM_THING,
                                      .line = (uint8_t)event->rows};
        return add(s, &thing, one, e);
    }
    struct usage_sum_key key = {
        .month = month, .sum = SUM_PORTAL, .line = (uint8_t)usage_line_of(event)};
    const uint64_t sums[USAGE_SUMS] = {1, (event->flags & USAGE_FIRST) != 0, event->rows,
                                       event->bytes};
    TRY(add(s, &key, sums, e));
    key.sum = SUM_FORMAT;
    key.other = event->format;
    TRY(add(s, &key, sums, e));
    if (event->dataset == 0) {
        return ST_OK;
    }
    key.sum = SUM_DATASET;
    key.other = 0;
    key.dataset = event->dataset;
    TRY(add(s, &key, sums, e));
    return usage_is_investigation(event) ? add_metric(s, event, month, e) : ST_OK;
}
