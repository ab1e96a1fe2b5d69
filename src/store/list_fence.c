// SPDX-License-Identifier: Apache-2.0
// Sixteen bytes are compared as two numbers; strings that are alike in them stay in.
// Must not know: what the strings are.
#include "store/list_fence.h"

#include <stdlib.h>
#include <string.h>

// Fewer strings are looked through as they lie.
#define LEAST_STRINGS 256u

struct fence_start {
    uint64_t high;
    uint64_t low;
};

struct list_fence {
    size_t count;
    struct fence_start starts[]; // by block
};

static uint64_t load(const char *bytes)
{
    uint64_t word = 0;
    memcpy(&word, bytes, sizeof word);
    return __builtin_bswap64(word);
}

// Shorter ones are filled up with zeros: they stand before all that begin with them.
static struct fence_start start_of(string_view text)
{
    char bytes[sizeof(struct fence_start)] = {0};
    if (text.length > 0) {
        memcpy(bytes, text.bytes, MIN(text.length, sizeof bytes));
    }
    return (struct fence_start){load(bytes), load(bytes + sizeof(uint64_t))};
}

static bool stands_before(const struct fence_start *a, const struct fence_start *b)
{
    return a->high != b->high ? a->high < b->high : a->low < b->low;
}

struct source {
    const struct string_list *list;
    list_fence_form *form;
    void *argument;
};

static status plain_form(void *argument, const struct string_cursor *c, string_view *out,
                         struct error *e)
{
    (void)argument;
    (void)e;
    *out = string_cursor_text(c);
    return ST_OK;
}

static status fill(const struct source *s, struct list_fence *f, struct error *e)
{
    struct string_cursor c;
    for (size_t i = 0; i < f->count; i++) {
        string_view text;
        TRY(string_cursor_seek(&c, s->list, (uint32_t)i * STRING_BLOCK, e));
        TRY(s->form(s->argument, &c, &text, e));
        f->starts[i] = start_of(text);
    }
    return ST_OK;
}

static status make(const struct source *s, struct list_fence **out, struct error *e)
{
    size_t count = (s->list->count + STRING_BLOCK - 1) / STRING_BLOCK;
    struct list_fence *f = malloc(sizeof *f + count * sizeof *f->starts);
    if (f == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to look for a string");
    }
    f->count = count;
    status result = fill(s, f, e);
    if (result != ST_OK) {
        free(f);
        return result;
    }
    *out = f;
    return ST_OK;
}

static status get(_Atomic(struct list_fence *) *place, const struct source *s,
                  struct list_fence **out, struct error *e)
{
    struct list_fence *f = atomic_load_explicit(place, memory_order_acquire);
    if (f == NULL) {
        struct list_fence *first = NULL;
        TRY(make(s, &f, e));
        if (!atomic_compare_exchange_strong(place, &first, f)) {
            free(f); // another thread was quicker
            f = first;
        }
    }
    *out = f;
    return ST_OK;
}

// The first of the blocks [low, high) that does not start before what is sought, or not at it
// either when `past`.
static uint32_t bound(const struct list_fence *f, uint32_t low, uint32_t high,
                      const struct fence_start *sought, bool past)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool before = past ? !stands_before(sought, &f->starts[middle])
                           : stands_before(&f->starts[middle], sought);
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

status list_fence_narrow(_Atomic(struct list_fence *) *place, const struct string_list *list,
                         string_view sought, uint32_t *first, uint32_t *end, struct error *e)
{
    return list_fence_narrow_form(place, list, plain_form, NULL, sought, first, end, e);
}

status list_fence_narrow_form(_Atomic(struct list_fence *) *place, const struct string_list *list,
                              list_fence_form *form, void *argument, string_view sought,
                              uint32_t *first, uint32_t *end, struct error *e)
{
    struct list_fence *f = NULL;
    const struct source source = {list, form, argument};
    if (*first > *end || *end - *first < LEAST_STRINGS) {
        return ST_OK;
    }
    TRY(get(place, &source, &f, e));
    struct fence_start start = start_of(sought);
    uint32_t blocks_first = (*first + STRING_BLOCK - 1) / STRING_BLOCK;
    uint32_t blocks_end = (*end - 1) / STRING_BLOCK + 1;
    uint32_t from = bound(f, blocks_first, blocks_end, &start, false);
    uint32_t to = bound(f, from, blocks_end, &start, true);
    *first = from == blocks_first ? *first : (from - 1) * STRING_BLOCK;
    *end = to == blocks_end ? *end : to * STRING_BLOCK;
    return ST_OK;
}
