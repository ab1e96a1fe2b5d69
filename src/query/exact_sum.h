// SPDX-License-Identifier: Apache-2.0
// Sums of doubles and whole numbers that are exact whatever the order they come in, rounded once at
// the end: a fixed-point number over all exponents (Kulisch and Miranker, Computer Arithmetic in
// Theory and Practice, 1981). Must not know: where numbers come from.
#pragma once

#include "base/base.h"

// Bit 0 stands for 2^-1074, the least double; above 2^1024 there is room for 2^64 of the greatest.
#define EXACT_SUM_WORDS 36

struct exact_sum {
    uint64_t words[EXACT_SUM_WORDS]; // two's complement
};

// Adds a finite double, or a whole number, so many times.
void exact_sum_add(struct exact_sum *s, double number, uint64_t times);
void exact_sum_add_integer(struct exact_sum *s, int64_t number, uint64_t times);
// The sum by `divisor` (1: the sum itself, n: a mean), rounded once to the nearest double, ties to
// even; infinite when it lies beyond all doubles. `divisor` is not 0.
double exact_sum_over(const struct exact_sum *s, uint64_t divisor);
