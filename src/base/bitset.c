// SPDX-License-Identifier: Apache-2.0
// Word loops over dense sets; the long ones are compiled for AVX2 too and chosen at start.
#include "base/bitset.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// Four words at a time, at any address of a word.
typedef uint64_t word_block __attribute__((vector_size(32), aligned(8), may_alias));
#define BLOCK_WORDS 4

status bitset_init(struct bitset *b, size_t bit_count, struct error *e)
{
    struct bitset made = {.bit_count = bit_count};
    made.words = calloc(MAX(bitset_word_count(&made), (size_t)1), sizeof *made.words);
    if (made.words == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a set of %zu rows", bit_count);
    }
    *b = made;
    return ST_OK;
}

status bitset_init_in(struct bitset *b, struct arena *a, size_t bit_count, struct error *e)
{
    struct bitset made = {.bit_count = bit_count};
    made.words = arena_array(a, uint64_t, MAX(bitset_word_count(&made), (size_t)1));
    if (made.words == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a set of %zu rows", bit_count);
    }
    *b = made;
    return ST_OK;
}

void bitset_release(struct bitset *b)
{
    free(b->words);
    *b = (struct bitset){0};
}

// --- nothing ---------------------------------------------------------------------------------

static pthread_once_t nothing_once = PTHREAD_ONCE_INIT;
static _Atomic(uint64_t *) nothing; // pages that are read as zeros and take no memory

static void map_nothing(void)
{
    void *zeros = mmap(NULL, BITSET_NOTHING_MOST / 8, PROT_READ,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    atomic_store_explicit(&nothing, zeros == MAP_FAILED ? NULL : zeros, memory_order_relaxed);
}

status bitset_nothing(size_t bit_count, struct bitset *out, struct error *e)
{
    (void)pthread_once(&nothing_once, map_nothing);
    uint64_t *zeros = atomic_load_explicit(&nothing, memory_order_relaxed);
    if (zeros == NULL || bit_count > BITSET_NOTHING_MOST) {
        return error_set(e, ST_NO_MEMORY, "no memory for a set of %zu rows", bit_count);
    }
    *out = (struct bitset){.words = zeros, .bit_count = bit_count, .told = 1};
    return ST_OK;
}

bool bitset_is_nothing(const struct bitset *b)
{
    // Asked of any set, also while another thread maps the first: such a set is not that one.
    return b->words != NULL && b->words == atomic_load_explicit(&nothing, memory_order_relaxed);
}

// --- ranges ----------------------------------------------------------------------------------

// Bits of a word from `from` until before `to`, 0 <= from < to <= 64.
static uint64_t word_mask(size_t from, size_t to)
{
    return UINT64_MAX << from & UINT64_MAX >> (64 - to);
}

// Sets the bits of one word's share of a range to those of `value`.
static void put(uint64_t *word, size_t from, size_t to, uint64_t value)
{
    uint64_t mask = word_mask(from, to);
    *word = (*word & ~mask) | (value & mask);
}

static void fill_range(struct bitset *b, size_t from, size_t to, uint64_t value)
{
    assert(to <= b->bit_count && b->told == 0);
    if (from >= to) {
        return;
    }
    size_t first = from / 64;
    size_t last = (to - 1) / 64;
    size_t end = (to - 1) % 64 + 1;
    if (first == last) {
        put(&b->words[first], from % 64, end, value);
        return;
    }
    put(&b->words[first], from % 64, 64, value);
    memset(b->words + first + 1, (int)(value & 0xff), (last - first - 1) * sizeof *b->words);
    put(&b->words[last], 0, end, value);
}

void bitset_set_range(struct bitset *b, size_t from, size_t to)
{
    fill_range(b, from, to, UINT64_MAX);
}

void bitset_clear_range(struct bitset *b, size_t from, size_t to)
{
    fill_range(b, from, to, 0);
}

void bitset_copy(struct bitset *to, const struct bitset *from)
{
    assert(to->bit_count == from->bit_count && to->told == 0);
    memcpy(to->words, from->words, bitset_word_count(to) * sizeof *to->words);
}

// Defines a loop that combines the words of `to` and `from`: blocks first, then what is left.
#define COMBINE(name, operation)                                                                   \
    WIDE_CLONES                                                                                    \
    static void name(uint64_t *to, const uint64_t *from, size_t count)                             \
    {                                                                                              \
        size_t i = 0;                                                                              \
        for (; count - i >= BLOCK_WORDS; i += BLOCK_WORDS) {                                       \
            word_block *x = (word_block *)(to + i);                                                \
            const word_block *y = (const word_block *)(from + i);                                  \
            *x = *x operation * y;                                                                 \
        }                                                                                          \
        for (; i < count; i++) {                                                                   \
            to[i] = to[i] operation from[i];                                                       \
        }                                                                                          \
    }

COMBINE(and_words, &)
COMBINE(or_words, |)
COMBINE(and_not_words, &~)

void bitset_and(struct bitset *b, const struct bitset *other)
{
    assert(b->bit_count == other->bit_count && b->told == 0);
    if (other->told == other->bit_count + 1) {
        return; // it has all
    }
    and_words(b->words, other->words, bitset_word_count(b));
}

void bitset_or(struct bitset *b, const struct bitset *other)
{
    assert(b->bit_count == other->bit_count && b->told == 0);
    or_words(b->words, other->words, bitset_word_count(b));
}

void bitset_and_not(struct bitset *b, const struct bitset *other)
{
    assert(b->bit_count == other->bit_count && b->told == 0);
    and_not_words(b->words, other->words, bitset_word_count(b));
}

void bitset_not(struct bitset *b)
{
    assert(b->told == 0);
    size_t count = bitset_word_count(b);
    for (size_t i = 0; i < count; i++) {
        b->words[i] = ~b->words[i];
    }
    if (b->bit_count % 64 != 0) {
        b->words[count - 1] &= word_mask(0, b->bit_count % 64);
    }
}

bool bitset_equal(const struct bitset *a, const struct bitset *b)
{
    return a->bit_count == b->bit_count &&
           memcmp(a->words, b->words, bitset_word_count(a) * sizeof *a->words) == 0;
}

static size_t ones(uint64_t word)
{
    return (size_t)__builtin_popcountll(word);
}

static size_t count_words(const uint64_t *words, size_t count)
{
    // Four sums: the processor counts several words at once when none waits for another.
    size_t sums[BLOCK_WORDS] = {0};
    size_t i = 0;
    for (; count - i >= BLOCK_WORDS; i += BLOCK_WORDS) {
        sums[0] += ones(words[i]);
        sums[1] += ones(words[i + 1]);
        sums[2] += ones(words[i + 2]);
        sums[3] += ones(words[i + 3]);
    }
    for (; i < count; i++) {
        sums[0] += ones(words[i]);
    }
    return sums[0] + sums[1] + sums[2] + sums[3];
}

size_t bitset_count(const struct bitset *b)
{
    return b->told != 0 ? b->told - 1 : count_words(b->words, bitset_word_count(b));
}

void bitset_settle(struct bitset *b)
{
    static atomic_uint_fast64_t last;
    b->told = bitset_count(b) + 1;
    b->number = atomic_fetch_add_explicit(&last, 1, memory_order_relaxed) + 1;
}

// How many of the few members stand below a number.
static size_t few_below(const struct bitset *b, size_t number)
{
    size_t low = 0;
    size_t high = b->told - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (b->few[middle] < number) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static size_t few_member(const struct bitset *b, size_t index)
{
    return index < b->told - 1 ? b->few[index] : b->bit_count;
}

size_t bitset_count_range(const struct bitset *b, size_t from, size_t to)
{
    assert(to <= b->bit_count);
    if (from >= to) {
        return 0;
    }
    if (b->few != NULL) {
        return few_below(b, to) - few_below(b, from);
    }
    if (b->told == b->bit_count + 1 || b->told == 1) {
        return b->told == 1 ? 0 : to - from; // all or nothing
    }
    if (b->told != 0 && from == 0 && to == b->bit_count) {
        return b->told - 1;
    }
    size_t first = from / 64;
    size_t last = (to - 1) / 64;
    size_t end = (to - 1) % 64 + 1;
    if (first == last) {
        return ones(b->words[first] & word_mask(from % 64, end));
    }
    return ones(b->words[first] & word_mask(from % 64, 64)) +
           count_words(b->words + first + 1, last - first - 1) +
           ones(b->words[last] & word_mask(0, end));
}

static size_t few_in(const struct bitset *few, const struct bitset *b)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < few->told; i++) {
        count += bitset_test(b, few->few[i]);
    }
    return count;
}

size_t bitset_count_and(const struct bitset *a, const struct bitset *b)
{
    assert(a->bit_count == b->bit_count);
    if (a->few != NULL) {
        return few_in(a, b);
    }
    if (b->few != NULL) {
        return few_in(b, a);
    }
    size_t sums[2] = {0};
    size_t count = bitset_word_count(a);
    size_t i = 0;
    for (; count - i >= 2; i += 2) {
        sums[0] += ones(a->words[i] & b->words[i]);
        sums[1] += ones(a->words[i + 1] & b->words[i + 1]);
    }
    return sums[0] + sums[1] + (i < count ? ones(a->words[i] & b->words[i]) : 0);
}

bool bitset_is_empty(const struct bitset *b)
{
    return b->told != 0 ? b->told == 1 : bitset_next(b, 0) == b->bit_count;
}

size_t bitset_next(const struct bitset *b, size_t from)
{
    assert(from <= b->bit_count);
    if (b->few != NULL) {
        return few_member(b, few_below(b, from));
    }
    size_t count = bitset_word_count(b);
    size_t i = from / 64;
    if (i >= count) {
        return b->bit_count;
    }
    uint64_t word = b->words[i] & UINT64_MAX << (from % 64);
    while (word == 0) {
        if (++i == count) {
            return b->bit_count;
        }
        word = b->words[i];
    }
    return i * 64 + (size_t)__builtin_ctzll(word);
}

size_t bitset_previous(const struct bitset *b, size_t before)
{
    assert(before <= b->bit_count);
    if (b->few != NULL) {
        size_t below = few_below(b, before);
        return below == 0 ? b->bit_count : b->few[below - 1];
    }
    size_t i = before / 64;
    uint64_t word = before % 64 == 0 ? 0 : b->words[i] & word_mask(0, before % 64);
    while (word == 0) {
        if (i == 0) {
            return b->bit_count;
        }
        word = b->words[--i];
    }
    return i * 64 + 63 - (size_t)__builtin_clzll(word);
}

size_t bitset_select(const struct bitset *b, size_t rank)
{
    if (b->few != NULL) {
        return few_member(b, rank);
    }
    size_t count = bitset_word_count(b);
    for (size_t i = 0; i < count; i++) {
        uint64_t word = b->words[i];
        size_t members = ones(word);
        if (rank >= members) {
            rank -= members;
            continue;
        }
        for (; rank > 0; rank--) {
            word &= word - 1;
        }
        return i * 64 + (size_t)__builtin_ctzll(word);
    }
    return b->bit_count;
}

size_t bitset_list(const struct bitset *b, size_t from, uint32_t *out, size_t most)
{
    assert(from <= b->bit_count && b->bit_count <= UINT32_MAX);
    if (b->few != NULL) {
        size_t below = few_below(b, from);
        size_t members = MIN(b->told - 1 - below, most);
        memcpy(out, b->few + below, members * sizeof *out);
        return members;
    }
    size_t count = bitset_word_count(b);
    size_t listed = 0;
    uint64_t mask = UINT64_MAX << (from % 64);
    for (size_t i = from / 64; i < count && listed < most; i++) {
        uint64_t word = b->words[i] & mask;
        mask = UINT64_MAX;
        for (; word != 0 && listed < most; word &= word - 1) {
            out[listed++] = (uint32_t)(i * 64 + (size_t)__builtin_ctzll(word));
        }
    }
    return listed;
}
