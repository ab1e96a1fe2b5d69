// SPDX-License-Identifier: Apache-2.0
// Sixteen bytes of a key are compared as two numbers; keys that are alike in them stay in.
// Must not know: tables' names, versions.
#include "store/key_fence.h"

#include <stdlib.h>
#include <string.h>

// Fewer rows are looked through as they lie.
#define LEAST_ROWS 256u

struct fence_key {
    uint64_t high;
    uint64_t low;
};

struct key_fence {
    size_t count;
    struct fence_key keys[]; // by block
};

static uint64_t load(const char *bytes)
{
    uint64_t word = 0;
    memcpy(&word, bytes, sizeof word);
    return __builtin_bswap64(word);
}

// Shorter keys are filled up with zeros: they stand before all that begin with them.
static struct fence_key start_of(string_view key)
{
    char bytes[sizeof(struct fence_key)] = {0};
    if (key.length > 0) {
        memcpy(bytes, key.bytes, MIN(key.length, sizeof bytes));
    }
    return (struct fence_key){load(bytes), load(bytes + sizeof(uint64_t))};
}

static bool stands_before(const struct fence_key *a, const struct fence_key *b)
{
    return a->high != b->high ? a->high < b->high : a->low < b->low;
}

static status fill(const struct string_list *keys, struct key_fence *f, struct error *e)
{
    struct string_cursor c;
    for (size_t i = 0; i < f->count; i++) {
        TRY(string_cursor_seek(&c, keys, (uint32_t)i * STRING_BLOCK, e));
        f->keys[i] = start_of(string_cursor_text(&c));
    }
    return ST_OK;
}

static status make(const struct string_list *keys, struct key_fence **out, struct error *e)
{
    size_t count = (keys->count + STRING_BLOCK - 1) / STRING_BLOCK;
    struct key_fence *f = malloc(sizeof *f + count * sizeof *f->keys);
    if (f == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to look for a key");
    }
    f->count = count;
    status result = fill(keys, f, e);
    if (result != ST_OK) {
        free(f);
        return result;
    }
    *out = f;
    return ST_OK;
}

static status get(struct segment *s, const struct string_list *keys, struct key_fence **out,
                  struct error *e)
{
    struct key_fence *f = atomic_load_explicit(&s->fence, memory_order_acquire);
    if (f == NULL) {
        struct key_fence *first = NULL;
        TRY(make(keys, &f, e));
        if (!atomic_compare_exchange_strong(&s->fence, &first, f)) {
            free(f); // another thread was quicker
            f = first;
        }
    }
    *out = f;
    return ST_OK;
}

// The first of the blocks [low, high) whose key does not start before the one sought, or not at it
// either when `past`.
static uint32_t bound(const struct key_fence *f, uint32_t low, uint32_t high,
                      const struct fence_key *sought, bool past)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool before = past ? !stands_before(sought, &f->keys[middle])
                           : stands_before(&f->keys[middle], sought);
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

status key_fence_narrow(struct segment *s, const struct string_list *keys, string_view key,
                        uint32_t *first, uint32_t *end, struct error *e)
{
    struct key_fence *f = NULL;
    if (*end - *first < LEAST_ROWS) {
        return ST_OK;
    }
    TRY(get(s, keys, &f, e));
    struct fence_key sought = start_of(key);
    uint32_t blocks_first = (*first + STRING_BLOCK - 1) / STRING_BLOCK;
    uint32_t blocks_end = (*end - 1) / STRING_BLOCK + 1;
    uint32_t from = bound(f, blocks_first, blocks_end, &sought, false);
    uint32_t to = bound(f, from, blocks_end, &sought, true);
    *first = from == blocks_first ? *first : (from - 1) * STRING_BLOCK;
    *end = to == blocks_end ? *end : to * STRING_BLOCK;
    return ST_OK;
}
