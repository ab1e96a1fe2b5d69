// SPDX-License-Identifier: Apache-2.0
// Adds at the place of the exponent; divides word by word from the top.
// Must not know: where numbers come from.
#include "query/exact_sum.h"

#include "base/wide.h"

#include <math.h>
#include <string.h>

#define POINT    1074u // bits below the point
#define MANTISSA 53u
#define GUARD    64u // bits below the least double, for rounding a quotient

static void add_word(struct exact_sum *s, size_t word, uint64_t value)
{
    while (word < EXACT_SUM_WORDS && value != 0) {
        value = __builtin_add_overflow(s->words[word], value, &s->words[word]);
        word++;
    }
}

static void subtract_word(struct exact_sum *s, size_t word, uint64_t value)
{
    while (word < EXACT_SUM_WORDS && value != 0) {
        value = __builtin_sub_overflow(s->words[word], value, &s->words[word]);
        word++;
    }
}

// Adds (or takes away) magnitude * times * 2^(place - POINT).
static void add_at(struct exact_sum *s, uint64_t magnitude, uint64_t times, unsigned place,
                   bool negative)
{
    uint128 product = (uint128)magnitude * times;
    unsigned shift = place % 64;
    uint64_t low = (uint64_t)product;
    uint64_t high = (uint64_t)(product >> 64);
    uint64_t parts[3] = {low << shift, high << shift, 0};
    if (shift > 0) {
        parts[1] |= low >> (64 - shift);
        parts[2] = high >> (64 - shift);
    }
    for (size_t i = 0; i < 3; i++) {
        if (negative) {
            subtract_word(s, place / 64 + i, parts[i]);
        } else {
            add_word(s, place / 64 + i, parts[i]);
        }
    }
}

void exact_sum_add(struct exact_sum *s, double number, uint64_t times)
{
    uint64_t bits = 0;
    memcpy(&bits, &number, sizeof bits);
    unsigned exponent = (unsigned)(bits >> 52) & 0x7ff;
    uint64_t mantissa = bits & ((UINT64_C(1) << 52) - 1);
    if (exponent == 0x7ff) {
        return; // not finite: there is no such value
    }
    if (exponent > 0) {
        mantissa |= UINT64_C(1) << 52;
        exponent--;
    }
    add_at(s, mantissa, times, exponent, bits >> 63 != 0);
}

void exact_sum_add_integer(struct exact_sum *s, int64_t number, uint64_t times)
{
    uint64_t magnitude = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    add_at(s, magnitude, times, POINT, number < 0);
}

// The magnitude by the divisor with GUARD bits more below; true when something was left over.
static bool divide(const struct exact_sum *s, bool negative, uint64_t divisor,
                   uint64_t quotient[EXACT_SUM_WORDS + 1])
{
    uint64_t magnitude[EXACT_SUM_WORDS + 1] = {0};
    uint64_t carry = negative;
    for (size_t i = 0; i < EXACT_SUM_WORDS; i++) {
        uint64_t word = negative ? ~s->words[i] : s->words[i];
        carry = __builtin_add_overflow(word, carry, &magnitude[i + 1]);
    }
    uint64_t rest = 0;
    for (size_t i = EXACT_SUM_WORDS + 1; i > 0; i--) {
        uint128 part = (uint128)rest << 64 | magnitude[i - 1];
        quotient[i - 1] = (uint64_t)(part / divisor);
        rest = (uint64_t)(part % divisor);
    }
    return rest != 0;
}

static bool bit_at(const uint64_t *words, unsigned bit)
{
    return (words[bit / 64] >> (bit % 64) & 1) != 0;
}

static bool any_below(const uint64_t *words, unsigned bit)
{
    for (unsigned i = 0; i < bit / 64; i++) {
        if (words[i] != 0) {
            return true;
        }
    }
    return bit % 64 > 0 && (words[bit / 64] & ((UINT64_C(1) << (bit % 64)) - 1)) != 0;
}

double exact_sum_over(const struct exact_sum *s, uint64_t divisor)
{
    uint64_t quotient[EXACT_SUM_WORDS + 1];
    bool negative = s->words[EXACT_SUM_WORDS - 1] >> 63 != 0;
    bool rest = divide(s, negative, divisor, quotient);
    unsigned top = 64 * (EXACT_SUM_WORDS + 1);
    while (top > 0 && !bit_at(quotient, top - 1)) {
        top--;
    }
    // The lowest bit that stays: of a normal number 53 below its top, never below 2^-1074.
    unsigned lowest = MAX(top, GUARD + MANTISSA) - MANTISSA;
    uint64_t mantissa = 0;
    for (unsigned bit = top; bit > lowest; bit--) {
        mantissa = mantissa << 1 | bit_at(quotient, bit - 1);
    }
    bool half = bit_at(quotient, lowest - 1);
    bool more = rest || any_below(quotient, lowest - 1);
    mantissa += half && (more || mantissa % 2 != 0);
    double result = ldexp((double)mantissa, (int)lowest - (int)GUARD - (int)POINT);
    return negative ? -result : result;
}
