// SPDX-License-Identifier: Apache-2.0
// Lengths by the way of Moffat and Katajainen ("In-place calculation of minimum-redundancy codes",
// 1995): weights become parents, then depths, in one array. Codes that are too long give their bits
// to shorter ones (Kraft's sum stays 1).
#include "formats/deflate_codes.h"

#include "base/base.h"

#include <string.h>

#define DIGIT_BITS  9u
#define DIGITS      (UINT32_C(1) << DIGIT_BITS)
#define DEPTHS      64u
#define LENGTH_MOST 15u

// A symbol and how often it occurs, in one number.
#define SYMBOL_BITS 9u
#define SYMBOL_MASK ((UINT32_C(1) << SYMBOL_BITS) - 1)

// --- order -----------------------------------------------------------------------------------

// By one digit of the counts; what is equal stays as it stands.
static void sort_by_digit(const uint32_t *from, size_t count, unsigned shift, uint32_t *to)
{
    uint16_t places[DIGITS] = {0};
    uint16_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        places[from[i] >> shift & (DIGITS - 1)]++;
    }
    for (size_t i = 0; i < DIGITS; i++) {
        uint16_t here = places[i];
        places[i] = sum;
        sum = (uint16_t)(sum + here);
    }
    for (size_t i = 0; i < count; i++) {
        to[places[from[i] >> shift & (DIGITS - 1)]++] = from[i];
    }
}

// The symbols that occur, rarest first; returns how many.
static size_t list_symbols(const uint32_t *counts, size_t symbols, uint32_t *sorted)
{
    uint32_t listed[DEFLATE_SYMBOLS_MOST] = {0};
    size_t count = 0;
    for (size_t i = 0; i < symbols; i++) {
        if (counts[i] > 0) {
            listed[count++] = counts[i] << SYMBOL_BITS | (uint32_t)i;
        }
    }
    sort_by_digit(listed, count, SYMBOL_BITS, sorted);
    sort_by_digit(sorted, count, SYMBOL_BITS + DIGIT_BITS, listed);
    memcpy(sorted, listed, count * sizeof *sorted);
    return count;
}

// --- lengths ---------------------------------------------------------------------------------

// Of at least two weights in rising order, which become parents and, at last, inner nodes' depths.
static void find_depths(uint32_t *weights, size_t count)
{
    size_t root = 0;
    size_t leaf = 0;
    for (size_t next = 0; next < count - 1; next++) {
        uint32_t sum = 0;
        for (int child = 0; child < 2; child++) {
            if (leaf >= count || (root < next && weights[root] < weights[leaf])) {
                sum += weights[root];
                weights[root++] = (uint32_t)next;
            } else {
                sum += weights[leaf++];
            }
        }
        weights[next] = sum;
    }
    weights[count - 2] = 0;
    for (size_t next = count - 2; next-- > 0;) {
        weights[next] = weights[weights[next]] + 1;
    }
}

// How many leaves lie at each depth, by those of the inner nodes.
static void count_leaves(const uint32_t *depths, size_t count, uint32_t *leaves)
{
    uint32_t places = 1; // at the depth at hand
    size_t left = count - 1;
    for (uint32_t depth = 0; places > 0; depth++) {
        uint32_t inner = 0;
        while (left > 0 && depths[left - 1] == depth) {
            inner++;
            left--;
        }
        leaves[depth] = places - inner;
        places = 2 * inner;
    }
}

static void bound_lengths(uint32_t *leaves, unsigned most)
{
    uint32_t sum = 0;
    for (unsigned i = most + 1; i < DEPTHS; i++) {
        leaves[most] += leaves[i];
    }
    for (unsigned i = 1; i <= most; i++) {
        sum += leaves[i] << (most - i);
    }
    for (; sum > UINT32_C(1) << most; sum--) {
        unsigned shorter = most - 1;
        while (leaves[shorter] == 0) {
            shorter--;
        }
        leaves[most]--;
        leaves[shorter]--;
        leaves[shorter + 1] += 2;
    }
}

static void find_lengths(const uint32_t *sorted, size_t count, unsigned most,
                         struct deflate_code *out)
{
    uint32_t weights[DEFLATE_SYMBOLS_MOST];
    uint32_t leaves[DEPTHS] = {0};
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        weights[i] = sorted[i] >> SYMBOL_BITS;
    }
    find_depths(weights, count);
    count_leaves(weights, count, leaves);
    bound_lengths(leaves, most);
    for (unsigned length = most; length > 0; length--) {
        for (uint32_t i = 0; i < leaves[length]; i++) {
            out[sorted[at++] & SYMBOL_MASK].length = (uint16_t)length;
        }
    }
}

void deflate_codes_find(const uint32_t *counts, size_t symbols, unsigned most,
                        struct deflate_code *out)
{
    uint32_t sorted[DEFLATE_SYMBOLS_MOST];
    size_t count = list_symbols(counts, symbols, sorted);
    memset(out, 0, symbols * sizeof *out);
    for (size_t i = 0; count < 2 && i < symbols; i++) {
        if (counts[i] == 0) {
            sorted[count++] = UINT32_C(1) << SYMBOL_BITS | (uint32_t)i;
        }
    }
    find_lengths(sorted, count, most, out);
    deflate_codes_number(out, symbols);
}

// --- bits ------------------------------------------------------------------------------------

static uint16_t reversed(uint32_t bits, unsigned count)
{
    uint32_t out = 0;
    for (unsigned i = 0; i < count; i++) {
        out |= (bits >> i & 1) << (count - 1 - i);
    }
    return (uint16_t)out;
}

void deflate_codes_number(struct deflate_code *codes, size_t symbols)
{
    uint32_t next[LENGTH_MOST + 2] = {0};
    for (size_t i = 0; i < symbols; i++) {
        next[codes[i].length + 1]++;
    }
    next[1] = 0; // those of no length
    for (unsigned length = 2; length <= LENGTH_MOST; length++) {
        next[length] = (next[length] + next[length - 1]) << 1;
    }
    for (size_t i = 0; i < symbols; i++) {
        unsigned length = codes[i].length;
        codes[i].bits = length == 0 ? 0 : reversed(next[length]++, length);
    }
}
