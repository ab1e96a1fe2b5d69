// SPDX-License-Identifier: Apache-2.0
// Sets of few members in words that are zero before and after: taken from a store of such words, in
// which the members' bits are cleared again when the arena goes.
#include "base/bitset.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// Words kept for later, by their number rounded up to a power of two; 2^26 bits are the most.
#define SIZES     20u
#define KEPT      8u // of a size
#define MOST_BITS ((size_t)64 << (SIZES - 1))

static struct {
    pthread_mutex_t mutex;
    uint64_t *words[SIZES][KEPT]; // all zero
    size_t count[SIZES];
} store = {.mutex = PTHREAD_MUTEX_INITIALIZER};

struct few_set {
    uint64_t *words;
    unsigned size;
    size_t count;
    uint32_t members[];
};

static unsigned size_of(size_t words)
{
    unsigned size = 0;
    while (((size_t)1 << size) < words) {
        size++;
    }
    return size;
}

static uint64_t *take(unsigned size)
{
    uint64_t *words = NULL;
    (void)pthread_mutex_lock(&store.mutex);
    if (store.count[size] > 0) {
        words = store.words[size][--store.count[size]];
    }
    (void)pthread_mutex_unlock(&store.mutex);
    return words != NULL ? words : calloc((size_t)1 << size, sizeof *words);
}

static void give_back(void *argument)
{
    struct few_set *f = argument;
    bool kept = false;
    for (size_t i = 0; i < f->count; i++) {
        f->words[f->members[i] / 64] = 0;
    }
    (void)pthread_mutex_lock(&store.mutex);
    if (store.count[f->size] < KEPT) {
        store.words[f->size][store.count[f->size]++] = f->words;
        kept = true;
    }
    (void)pthread_mutex_unlock(&store.mutex);
    if (!kept) {
        free(f->words);
    }
}

static status no_memory(size_t bit_count, struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for a set of %zu rows", bit_count);
}

// Of sets that are too large to keep words for.
static status plain(struct arena *arena, const uint32_t *members, size_t count, struct bitset *b,
                    struct error *e)
{
    TRY(bitset_init_in(b, arena, b->bit_count, e));
    for (size_t i = 0; i < count; i++) {
        bitset_set(b, members[i]);
    }
    bitset_settle(b);
    return ST_OK;
}

status bitset_few(struct arena *arena, size_t bit_count, const uint32_t *members, size_t count,
                  struct bitset *out, struct error *e)
{
    assert(count <= BITSET_FEW_MOST);
    struct bitset made = {.bit_count = bit_count};
    if (bit_count > MOST_BITS) {
        TRY(plain(arena, members, count, &made, e));
        *out = made;
        return ST_OK;
    }
    struct few_set *f = arena_alloc(arena, sizeof *f + count * sizeof *f->members);
    if (f == NULL) {
        return no_memory(bit_count, e);
    }
    f->size = size_of(bitset_word_count(&made));
    f->count = count;
    f->words = take(f->size);
    if (f->words == NULL) {
        return no_memory(bit_count, e);
    }
    for (size_t i = 0; i < count; i++) {
        assert(members[i] < bit_count && (i == 0 || members[i - 1] < members[i]));
        f->members[i] = members[i];
        f->words[members[i] / 64] |= UINT64_C(1) << (members[i] % 64);
    }
    if (arena_defer(arena, give_back, f) != ST_OK) {
        return no_memory(bit_count, e);
    }
    made.words = f->words;
    made.told = count + 1;
    made.few = f->members;
    *out = made;
    return ST_OK;
}
