// SPDX-License-Identifier: Apache-2.0
// A dense set of the numbers 0 to bit_count - 1, one bit each: rows, elements or ordinals of a
// segment. Bits behind bit_count in the last word are always zero. Sets that are combined have the
// same bit_count (asserted). Numbers given are below bit_count, ends of ranges at most bit_count
// (asserted). Not thread-safe to change; safe to read from many threads.
#pragma once

#include "base/arena.h"
#include "base/base.h"
#include "base/status.h"

struct bitset {
    uint64_t *words; // bit i is bit i % 64 of words[i / 64]
    size_t bit_count;
    // Of settled sets, which are not changed any more (asserted): 1 + the number of members, and
    // the members in order when they are few. Else 0 and NULL.
    size_t told;
    const uint32_t *few;
    // Of sets settled by bitset_settle: what no other set of this process has, so that what is made
    // of the set can be kept by it. Else 0.
    uint64_t number;
};

// An empty set from malloc, given back by bitset_release; the in-arena one goes with its arena.
NODISCARD status bitset_init(struct bitset *b, size_t bit_count, struct error *e);
NODISCARD status bitset_init_in(struct bitset *b, struct arena *a, size_t bit_count,
                                struct error *e);
void bitset_release(struct bitset *b);

// Counts the members once and for all, and gives the set its number.
void bitset_settle(struct bitset *b);

// A settled set of few members, sorted, each once, which are copied into `arena`; the set goes with
// it. Costs what the members cost, not what bit_count does: the words come from a bounded store of
// zeros and go back to it. At most BITSET_FEW_MOST members (asserted).
#define BITSET_FEW_MOST ((size_t)256)
NODISCARD status bitset_few(struct arena *arena, size_t bit_count, const uint32_t *members,
                            size_t count, struct bitset *out, struct error *e);

// An empty set that shares its zeros with all others of the kind and must not be changed or
// released; for sets of up to BITSET_NOTHING_MOST bits, others are asked of bitset_init.
#define BITSET_NOTHING_MOST ((size_t)1 << 28)
NODISCARD status bitset_nothing(size_t bit_count, struct bitset *out, struct error *e);
// Whether it is one of these, so that it need not be looked through.
bool bitset_is_nothing(const struct bitset *b);

static inline size_t bitset_word_count(const struct bitset *b)
{
    return b->bit_count / 64 + (b->bit_count % 64 != 0);
}

static inline bool bitset_test(const struct bitset *b, size_t i)
{
    assert(i < b->bit_count);
    return (b->words[i / 64] >> (i % 64) & 1) != 0;
}

static inline void bitset_set(struct bitset *b, size_t i)
{
    assert(i < b->bit_count && b->told == 0);
    b->words[i / 64] |= UINT64_C(1) << (i % 64);
}

static inline void bitset_clear(struct bitset *b, size_t i)
{
    assert(i < b->bit_count && b->told == 0);
    b->words[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

// Numbers from `from` until before `to`.
void bitset_set_range(struct bitset *b, size_t from, size_t to);
void bitset_clear_range(struct bitset *b, size_t from, size_t to);

void bitset_copy(struct bitset *to, const struct bitset *from);
void bitset_and(struct bitset *b, const struct bitset *other);
void bitset_or(struct bitset *b, const struct bitset *other);
void bitset_and_not(struct bitset *b, const struct bitset *other); // b without what other has
void bitset_not(struct bitset *b);
bool bitset_equal(const struct bitset *a, const struct bitset *b);

size_t bitset_count(const struct bitset *b);
// Members from `from` until before `to`.
size_t bitset_count_range(const struct bitset *b, size_t from, size_t to);
// Members that both have, without making the set of them.
size_t bitset_count_and(const struct bitset *a, const struct bitset *b);
bool bitset_is_empty(const struct bitset *b);

// The least member at or above `from` (which may be bit_count), or bit_count when there is none.
size_t bitset_next(const struct bitset *b, size_t from);
// The greatest member below `before`, or bit_count when there is none.
size_t bitset_previous(const struct bitset *b, size_t before);
// The member with `rank` members below it, or bit_count when there are not as many.
size_t bitset_select(const struct bitset *b, size_t rank);

// Writes up to `most` members from `from` on into `out`, in order; returns how many. The quick way
// to walk a set: go on from the last one plus 1.
size_t bitset_list(const struct bitset *b, size_t from, uint32_t *out, size_t most);
