// SPDX-License-Identifier: Apache-2.0
// Radix sort on eight bytes of the key at a time, from the first that the keys do not share; small
// groups, and the rare ones that this does not tell apart, by merging.
#include "base/sorter_order.h"

#include "base/sorter_record.h"

#include <string.h>

#define DIGITS            8
#define BUCKETS           256
#define INSERTION_COUNT   12
#define RADIX_COUNT       384
#define DEEPEST_LEVEL     32
#define PREFETCH_DISTANCE 16

static void load_prefixes(struct sorter_entry *entries, size_t count, size_t depth)
{
    for (size_t i = 0; i < count; i++) {
        if (i + PREFETCH_DISTANCE < count) {
            __builtin_prefetch(entries[i + PREFETCH_DISTANCE].record);
        }
        entries[i].prefix = sorter_key_prefix(sorter_record_key(entries[i].record), depth);
    }
}

// Whether a key goes behind another; both have their prefix loaded.
static bool is_after(const struct sorter_entry *a, const struct sorter_entry *b)
{
    if (a->prefix != b->prefix) {
        return a->prefix > b->prefix;
    }
    return sv_compare(sorter_record_key(a->record), sorter_record_key(b->record)) > 0;
}

static void insertion_sort(struct sorter_entry *entries, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct sorter_entry entry = entries[i];
        size_t at = i;
        while (at > 0 && is_after(&entries[at - 1], &entry)) {
            entries[at] = entries[at - 1];
            at--;
        }
        entries[at] = entry;
    }
}

static void merge(const struct sorter_entry *from, size_t middle, size_t end,
                  struct sorter_entry *to)
{
    size_t left = 0;
    size_t right = middle;
    for (size_t i = 0; i < end; i++) {
        bool take_right = left == middle || (right < end && is_after(&from[left], &from[right]));
        to[i] = from[take_right ? right++ : left++];
    }
}

static void merge_sort(struct sorter_entry *entries, struct sorter_entry *scratch, size_t count)
{
    for (size_t i = 0; i < count; i += INSERTION_COUNT) {
        insertion_sort(entries + i, MIN((size_t)INSERTION_COUNT, count - i));
    }
    struct sorter_entry *from = entries;
    struct sorter_entry *to = scratch;
    for (size_t width = INSERTION_COUNT; width < count; width *= 2) {
        for (size_t i = 0; i < count; i += 2 * width) {
            size_t end = MIN(2 * width, count - i);
            merge(from + i, MIN(width, end), end, to + i);
        }
        struct sorter_entry *swapped = from;
        from = to;
        to = swapped;
    }
    if (from != entries) {
        memcpy(entries, from, count * sizeof *entries);
    }
}

static unsigned digit_of(uint64_t prefix, unsigned digit)
{
    return (unsigned)(prefix >> (8 * digit)) & 0xff;
}

// Least significant digit first; digits that all share are left out.
static void radix_sort(struct sorter_entry *entries, struct sorter_entry *scratch, size_t count)
{
    size_t starts[DIGITS][BUCKETS] = {0};
    for (size_t i = 0; i < count; i++) {
        for (unsigned digit = 0; digit < DIGITS; digit++) {
            starts[digit][digit_of(entries[i].prefix, digit)]++;
        }
    }
    struct sorter_entry *from = entries;
    struct sorter_entry *to = scratch;
    for (unsigned digit = 0; digit < DIGITS; digit++) {
        size_t *start = starts[digit];
        if (start[digit_of(from[0].prefix, digit)] == count) {
            continue;
        }
        size_t sum = 0;
        for (size_t bucket = 0; bucket < BUCKETS; bucket++) {
            size_t members = start[bucket];
            start[bucket] = sum;
            sum += members;
        }
        for (size_t i = 0; i < count; i++) {
            to[start[digit_of(from[i].prefix, digit)]++] = from[i];
        }
        struct sorter_entry *swapped = from;
        from = to;
        to = swapped;
    }
    if (from != entries) {
        memcpy(entries, from, count * sizeof *entries);
    }
}

static void sort_level(struct sorter_entry *entries, struct sorter_entry *scratch, size_t count,
                       size_t depth, int level);

// Orders entries that are equal in the eight bytes before `depth`.
static void sort_group(struct sorter_entry *entries, struct sorter_entry *scratch, size_t count,
                       size_t depth, int level)
{
    if (count < RADIX_COUNT || level == DEEPEST_LEVEL) {
        merge_sort(entries, scratch, count);
        return;
    }
    string_view first = sorter_record_key(entries[0].record);
    size_t shared = first.length;
    bool equal = true;
    for (size_t i = 1; i < count; i++) {
        string_view key = sorter_record_key(entries[i].record);
        shared = sorter_shared_bytes(first, key, shared);
        equal = equal && shared == first.length && key.length == first.length;
    }
    if (equal) {
        return;
    }
    if (shared < depth) {
        // Keys that end here beside keys with zero bytes: only comparing tells them apart.
        merge_sort(entries, scratch, count);
        return;
    }
    sort_level(entries, scratch, count, shared, level + 1);
}

// The recursion goes at least eight bytes of key deeper each time and ends at DEEPEST_LEVEL.
static void sort_level(struct sorter_entry *entries, struct sorter_entry *scratch, size_t count,
                       size_t depth, int level)
{
    load_prefixes(entries, count, depth);
    if (count < RADIX_COUNT) {
        merge_sort(entries, scratch, count);
        return;
    }
    radix_sort(entries, scratch, count);
    size_t start = 0;
    for (size_t i = 1; i <= count; i++) {
        if (i == count || entries[i].prefix != entries[start].prefix) {
            if (i - start > 1) {
                sort_group(entries + start, scratch, i - start, depth + DIGITS, level);
            }
            start = i;
        }
    }
}

void sorter_order(struct sorter_entry *entries, struct sorter_entry *scratch, size_t count,
                  size_t shared)
{
    sort_level(entries, scratch, count, shared, 0);
}
