// SPDX-License-Identifier: Apache-2.0
// Radix sort of 64-bit keys, and of texts by sorting equal ones again by their next eight bytes.
#include "store/text_sort.h"

#include <string.h>

#define RADIX_LEAST 96u // fewer items are sorted by inserting

struct text_sorter {
    const unsigned char *texts;
    struct sort_item *spare;
    sort_ties *ties;
    void *argument;
};

// Least byte first; bytes in which all keys agree cost only their counting.
static void radix_sort(struct sort_item *items, struct sort_item *spare, size_t count)
{
    struct sort_item *from = items;
    struct sort_item *to = spare;
    size_t counts[TEXT_SORT_KEY][256] = {{0}};
    for (size_t i = 0; i < count; i++) {
        for (unsigned byte = 0; byte < TEXT_SORT_KEY; byte++) {
            counts[byte][items[i].key >> (8 * byte) & 255]++;
        }
    }
    for (unsigned byte = 0; byte < TEXT_SORT_KEY; byte++) {
        size_t *places = counts[byte];
        if (places[from[0].key >> (8 * byte) & 255] == count) {
            continue;
        }
        size_t sum = 0;
        for (size_t value = 0; value < 256; value++) {
            size_t number = places[value];
            places[value] = sum;
            sum += number;
        }
        for (size_t i = 0; i < count; i++) {
            to[places[from[i].key >> (8 * byte) & 255]++] = from[i];
        }
        struct sort_item *other = from;
        from = to;
        to = other;
    }
    if (from != items) {
        memcpy(items, from, count * sizeof *items);
    }
}

static void insertion_sort(struct sort_item *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct sort_item item = items[i];
        size_t at = i;
        for (; at > 0 && items[at - 1].key > item.key; at--) {
            items[at] = items[at - 1];
        }
        items[at] = item;
    }
}

void sort_by_key(struct sort_item *items, struct sort_item *spare, size_t count)
{
    if (count >= RADIX_LEAST) {
        radix_sort(items, spare, count);
    } else {
        insertion_sort(items, count);
    }
}

// Eight bytes of the text from `depth` on, zeros behind its end.
static uint64_t text_key(const struct text_sorter *s, const struct sort_item *item, size_t depth)
{
    uint64_t key = 0;
    size_t length = s->texts[item->place];
    if (length > depth) {
        memcpy(&key, s->texts + item->place + 1 + depth,
               MIN(length - depth, (size_t)TEXT_SORT_KEY));
    }
    return __builtin_bswap64(key);
}

static void sort_from(struct text_sorter *s, struct sort_item *items, size_t count, size_t depth);

// Orders texts that agree before `depth`: those that end there, then the others. Goes at most
// TEXT_SORT_MOST / TEXT_SORT_KEY deep.
static void sort_equal(struct text_sorter *s, struct sort_item *items, size_t count, size_t depth)
{
    if (depth >= TEXT_SORT_MOST) {
        s->ties(s->argument, items, count);
        return;
    }
    size_t ended = 0;
    for (size_t i = 0; i < count; i++) {
        if (s->texts[items[i].place] <= depth) {
            struct sort_item item = items[i];
            items[i] = items[ended];
            items[ended++] = item;
        }
    }
    if (ended > 1) {
        s->ties(s->argument, items, ended);
    }
    sort_from(s, items + ended, count - ended, depth);
}

static void sort_from(struct text_sorter *s, struct sort_item *items, size_t count, size_t depth)
{
    for (size_t i = 0; i < count; i++) {
        items[i].key = text_key(s, &items[i], depth);
    }
    sort_by_key(items, s->spare, count);
    for (size_t i = 0; i < count;) {
        size_t first = i++;
        while (i < count && items[i].key == items[first].key) {
            i++;
        }
        if (i - first > 1) {
            sort_equal(s, items + first, i - first, depth + TEXT_SORT_KEY);
        }
    }
}

void sort_by_text(struct sort_item *items, struct sort_item *spare, size_t count,
                  const unsigned char *texts, sort_ties *ties, void *argument)
{
    struct text_sorter s = {texts, spare, ties, argument};
    sort_from(&s, items, count, 0);
}
