// SPDX-License-Identifier: Apache-2.0
// Exact sums: the order of numbers does not matter, and rounding happens once.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "query/exact_sum.h"

#include <float.h>
#include <math.h>

struct sum_case {
    double numbers[6];
    size_t count;
    uint64_t divisor;
    double expected;
};

static void sums_are_rounded_once(void **state)
{
    (void)state;
    static const struct sum_case cases[] = {
        {{0}, 0, 1, 0},
        {{1, 2, 3}, 3, 1, 6},
        {{1, 2, 3}, 3, 3, 2},
        {{1e100, 1, -1e100}, 3, 1, 1}, // plain addition says 0
        {{0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 6, 6, 0.1},
        {{DBL_MAX, DBL_MAX, -DBL_MAX}, 3, 1, DBL_MAX},
        {{DBL_MAX, DBL_MAX}, 2, 1, INFINITY},
        {{DBL_MAX, DBL_MAX}, 2, 2, DBL_MAX},
        {{-DBL_MAX, -DBL_MAX}, 2, 1, -INFINITY},
        {{DBL_TRUE_MIN, DBL_TRUE_MIN}, 2, 1, 2 * DBL_TRUE_MIN},
        {{DBL_TRUE_MIN}, 1, 2, 0},                          // half of the least: to even
        {{3 * DBL_TRUE_MIN}, 1, 2, 2 * DBL_TRUE_MIN},       // likewise
        {{DBL_TRUE_MIN, DBL_TRUE_MIN}, 2, 3, DBL_TRUE_MIN}, // two thirds
        {{0x1p53, 1}, 2, 1, 0x1p53},                        // a tie goes to even
        {{0x1p53, 1, 0x1p-1000}, 3, 1, 0x1p53 + 2},         // just above it goes up
        {{0x1p53, 3}, 2, 1, 0x1p53 + 4},
        {{-1, 0x1p-60}, 2, 1, -1},
        {{-5, 2}, 2, 2, -1.5},
        {{1}, 1, 3, 1.0 / 3},
        {{2, -1e-300}, 2, 1, 2},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct exact_sum forward = {0};
        struct exact_sum backward = {0};
        for (size_t k = 0; k < cases[i].count; k++) {
            exact_sum_add(&forward, cases[i].numbers[k], 1);
            exact_sum_add(&backward, cases[i].numbers[cases[i].count - 1 - k], 1);
        }
        double sum = exact_sum_over(&forward, cases[i].divisor);
        assert_true(sum == cases[i].expected || fabs(sum - cases[i].expected) == 0);
        assert_memory_equal(&forward, &backward, sizeof forward);
    }
}

static void whole_numbers_are_exact(void **state)
{
    (void)state;
    struct exact_sum s = {0};
    exact_sum_add_integer(&s, INT64_MAX, 1);
    exact_sum_add_integer(&s, INT64_MIN, 1);
    assert_true(exact_sum_over(&s, 1) == -1);
    exact_sum_add_integer(&s, 9007199254740993, 2);
    exact_sum_add(&s, -0x1p53, 2);
    assert_true(exact_sum_over(&s, 1) == 1);
    exact_sum_add_integer(&s, -7, UINT64_MAX);
    exact_sum_add_integer(&s, 7, UINT64_MAX);
    assert_true(exact_sum_over(&s, 1) == 1);
}

static void times_is_adding_so_often(void **state)
{
    (void)state;
    struct exact_sum once = {0};
    struct exact_sum often = {0};
    exact_sum_add(&once, -0.3, 1000);
    for (size_t i = 0; i < 1000; i++) {
        exact_sum_add(&often, -0.3, 1);
    }
    assert_memory_equal(&once, &often, sizeof once);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_rounded_once),
        cmocka_unit_test(whole_numbers_are_exact),
        cmocka_unit_test(times_is_adding_so_often),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
