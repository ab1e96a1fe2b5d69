// SPDX-License-Identifier: Apache-2.0
// One container against a dense set: words at a time where both are full, members one by one where
// few are left. Must not know: lists, terms.
#include "store/container_set.h"

#include <string.h>

// --- what a set gains ----------------------------------------------------------------------------

static bool set_array(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                      struct bitset *out)
{
    if (number > CONTAINER_ARRAY_MOST || length < (size_t)number * sizeof(uint16_t)) {
        return false;
    }
    for (uint32_t i = 0; i < number; i++) {
        uint16_t low = 0;
        memcpy(&low, bytes + sizeof low * i, sizeof low);
        if (base + low >= out->bit_count) {
            return false;
        }
        bitset_set(out, base + low);
    }
    return true;
}

static bool set_bits(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                     struct bitset *out)
{
    (void)number;
    if (length < CONTAINER_BITMAP_BYTES) {
        return false;
    }
    size_t first = base / 64;
    size_t words = bitset_word_count(out);
    size_t tail = out->bit_count % 64;
    for (size_t i = 0; i < CONTAINER_BITMAP_BYTES / sizeof(uint64_t); i++) {
        uint64_t word = 0;
        memcpy(&word, bytes + i * sizeof word, sizeof word);
        if (word == 0) {
            continue;
        }
        if (first + i >= words || (first + i + 1 == words && tail > 0 && word >> tail != 0)) {
            return false;
        }
        out->words[first + i] |= word;
    }
    return true;
}

static bool set_runs(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                     struct bitset *out)
{
    (void)number;
    uint16_t runs = 0;
    if (length < sizeof runs) {
        return false;
    }
    memcpy(&runs, bytes, sizeof runs);
    if ((length - sizeof runs) / (2 * sizeof runs) < runs) {
        return false;
    }
    for (size_t i = 0; i < runs; i++) {
        uint16_t run[2];
        memcpy(run, bytes + sizeof runs + i * sizeof run, sizeof run);
        size_t to = base + run[0] + run[1] + 1u;
        if ((size_t)run[0] + run[1] > UINT16_MAX || to > out->bit_count) {
            return false;
        }
        bitset_set_range(out, base + run[0], to);
    }
    return true;
}

static bool buckets_fit(size_t length, uint32_t number)
{
    return number <= CONTAINER_ARRAY_MOST && length >= CONTAINER_BUCKET_COUNT + (size_t)number;
}

// Sets the members in the words that the container covers; false when the buckets do not hold as
// many as there are.
static bool spread_buckets(const unsigned char *bytes, uint32_t number,
                           uint64_t words[CONTAINER_WORDS])
{
    const unsigned char *low = bytes + CONTAINER_BUCKET_COUNT;
    const unsigned char *end = low + number;
    for (size_t bucket = 0; bucket < CONTAINER_BUCKET_COUNT; bucket++) {
        uint64_t *place = words + bucket * 4;
        size_t count = bytes[bucket];
        if (count > (size_t)(end - low)) {
            return false;
        }
        for (size_t i = 0; i < count; i++) {
            place[low[i] / 64] |= UINT64_C(1) << (low[i] % 64);
        }
        low += count;
    }
    return low == end;
}

static bool set_buckets(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                        struct bitset *out)
{
    if (!buckets_fit(length, number)) {
        return false;
    }
    if (out->bit_count - base >= CONTAINER_WORDS * 64) {
        return spread_buckets(bytes, number, out->words + base / 64);
    }
    uint64_t listed[CONTAINER_WORDS] = {0};
    return spread_buckets(bytes, number, listed) &&
           set_bits((const unsigned char *)listed, sizeof listed, 0, base, out);
}

// --- what stays of a set -------------------------------------------------------------------------

static uint16_t array_member(const unsigned char *bytes, size_t index)
{
    uint16_t low = 0;
    memcpy(&low, bytes + sizeof low * index, sizeof low);
    return low;
}

static bool array_has(const unsigned char *bytes, uint32_t number, uint16_t sought)
{
    uint32_t low = 0;
    uint32_t high = number;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool before = array_member(bytes, middle) < sought;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low < number && array_member(bytes, low) == sought;
}

// Looks for each of the few members of the set that lie in the container.
typedef bool has_member(const unsigned char *bytes, uint32_t number, uint16_t sought);

static inline void retain_found(has_member *has, const unsigned char *bytes, uint32_t number,
                                uint64_t *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t left = words[i];
        for (uint64_t word = words[i]; word != 0; word &= word - 1) {
            uint64_t bit = word & (~word + 1);
            uint16_t sought = (uint16_t)(i * 64 + (size_t)__builtin_ctzll(word));
            left = has(bytes, number, sought) ? left : left & ~bit;
        }
        words[i] = left;
    }
}

// How many of the buckets' members stand before a bucket: eight counts at a time.
static size_t members_before(const unsigned char *bytes, size_t bucket)
{
    const uint64_t low = UINT64_C(0x00FF00FF00FF00FF);
    uint64_t sums = 0; // four of 16 bits
    size_t i = 0;
    for (; i + sizeof sums <= bucket; i += sizeof sums) {
        uint64_t eight = 0;
        memcpy(&eight, bytes + i, sizeof eight);
        sums += (eight & low) + (eight >> 8 & low);
    }
    size_t sum =
        (size_t)((sums & 0xFFFF) + (sums >> 16 & 0xFFFF) + (sums >> 32 & 0xFFFF) + (sums >> 48));
    for (; i < bucket; i++) {
        sum += bytes[i];
    }
    return sum;
}

static bool buckets_have(const unsigned char *bytes, uint32_t number, uint16_t sought)
{
    size_t before = members_before(bytes, sought >> 8);
    size_t count = bytes[sought >> 8];
    return before <= number && count <= number - before &&
           memchr(bytes + CONTAINER_BUCKET_COUNT + before, sought & 0xFF, count) != NULL;
}

// Members of an array that are looked through while one is looked for.
#define ARRAY_MEMBERS_A_LOOK 16u

static void retain_listed(const uint64_t listed[CONTAINER_WORDS], uint64_t *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        words[i] &= listed[i];
    }
}

static bool retain_buckets(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                           struct bitset *set)
{
    uint64_t listed[CONTAINER_WORDS] = {0};
    uint64_t *words = set->words + base / 64;
    size_t count = MIN(bitset_word_count(set) - base / 64, CONTAINER_WORDS);
    size_t end = MIN(base + CONTAINER_WORDS * 64, set->bit_count);
    if (!buckets_fit(length, number)) {
        return false;
    }
    if (bitset_count_range(set, base, end) * ARRAY_MEMBERS_A_LOOK <= number) {
        retain_found(buckets_have, bytes, number, words, count);
        return true;
    }
    bool holds = spread_buckets(bytes, number, listed);
    retain_listed(listed, words, count);
    return holds;
}

static bool retain_array(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                         struct bitset *set)
{
    uint64_t listed[CONTAINER_WORDS] = {0};
    if (number > CONTAINER_ARRAY_MOST || length < (size_t)number * sizeof(uint16_t)) {
        return false;
    }
    uint64_t *words = set->words + base / 64;
    size_t count = MIN(bitset_word_count(set) - base / 64, CONTAINER_WORDS);
    size_t end = MIN(base + CONTAINER_WORDS * 64, set->bit_count);
    if (bitset_count_range(set, base, end) * ARRAY_MEMBERS_A_LOOK <= number) {
        retain_found(array_has, bytes, number, words, count);
        return true;
    }
    for (uint32_t i = 0; i < number; i++) {
        uint16_t low = array_member(bytes, i);
        listed[low / 64] |= UINT64_C(1) << (low % 64);
    }
    retain_listed(listed, words, count);
    return true;
}

static bool retain_bits(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                        struct bitset *set)
{
    (void)number;
    if (length < CONTAINER_BITMAP_BYTES) {
        return false;
    }
    size_t first = base / 64;
    size_t words = MIN(bitset_word_count(set) - first, CONTAINER_WORDS);
    for (size_t i = 0; i < words; i++) {
        uint64_t word = 0;
        memcpy(&word, bytes + i * sizeof word, sizeof word);
        set->words[first + i] &= word;
    }
    return true;
}

static bool retain_runs(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                        struct bitset *set)
{
    (void)number;
    uint16_t runs = 0;
    if (length < sizeof runs) {
        return false;
    }
    memcpy(&runs, bytes, sizeof runs);
    if ((length - sizeof runs) / (2 * sizeof runs) < runs) {
        return false;
    }
    size_t kept = base; // members before are done
    for (size_t i = 0; i < runs; i++) {
        uint16_t run[2];
        memcpy(run, bytes + sizeof runs + i * sizeof run, sizeof run);
        size_t from = base + run[0];
        size_t to = from + run[1] + 1u;
        if ((size_t)run[0] + run[1] > UINT16_MAX || to > set->bit_count || from < kept) {
            return false;
        }
        bitset_clear_range(set, kept, from);
        kept = to;
    }
    bitset_clear_range(set, kept, MIN(base + CONTAINER_WORDS * 64, set->bit_count));
    return true;
}

// --- containers ----------------------------------------------------------------------------------

// Combines the container's members, `number` of them where its kind does not tell, with the set
// from `base` on.
typedef bool combine(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                     struct bitset *set);

static bool combine_with(combine *const kinds[], size_t kind_count,
                         const struct container_record *record, const unsigned char *table,
                         size_t length, struct bitset *set)
{
    size_t base = (size_t)record->high << 16;
    if (record->offset > length || base >= set->bit_count || record->kind >= kind_count ||
        kinds[record->kind] == NULL) {
        return false;
    }
    return kinds[record->kind](table + record->offset, length - record->offset, record->cardinality,
                               base, set);
}

bool container_add(const struct container_record *record, const unsigned char *table, size_t length,
                   struct bitset *out)
{
    static combine *const kinds[] = {[CONTAINER_ARRAY] = set_array,
                                     [CONTAINER_BITMAP] = set_bits,
                                     [CONTAINER_RUNS] = set_runs,
                                     [CONTAINER_BUCKETS] = set_buckets};
    return combine_with(kinds, ARRAY_LENGTH(kinds), record, table, length, out);
}

bool container_retain(const struct container_record *record, const unsigned char *table,
                      size_t length, struct bitset *set)
{
    static combine *const kinds[] = {[CONTAINER_ARRAY] = retain_array,
                                     [CONTAINER_BITMAP] = retain_bits,
                                     [CONTAINER_RUNS] = retain_runs,
                                     [CONTAINER_BUCKETS] = retain_buckets};
    return combine_with(kinds, ARRAY_LENGTH(kinds), record, table, length, set);
}
