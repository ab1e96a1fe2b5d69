// SPDX-License-Identifier: Apache-2.0
// Lists of dates: both forms give every date back and find those within any bounds, as a plain pass
// does; damaged ones are refused.
#include "base/base.h"
#include "store/date_list.h"
#include "store/segment_format.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define DAY   INT64_C(86400000)
#define DATES ((size_t)600)

struct dates {
    uint32_t ordinals[DATES];
    moment starts[DATES];
    moment ends[DATES];
    size_t count;
    struct buffer bytes;
    struct date_list list;
};

static uint64_t seed = 99;

static uint32_t random_below(uint32_t bound)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(seed >> 33) % bound;
}

// Starts rise, but for once; ordinals leave some out.
static void fill(struct dates *d, size_t count, moment unit, uint32_t lengths)
{
    uint32_t ordinal = 0;
    moment start = -1000 * unit;
    d->count = count;
    for (size_t i = 0; i < count; i++) {
        ordinal += random_below(10) == 0 ? 1 + random_below(5) : 1;
        start = i == count / 2 ? -2000 * unit : start + unit * random_below(9);
        d->ordinals[i] = ordinal;
        d->starts[i] = start;
        d->ends[i] = start + unit * (1 + random_below(lengths)) - 1;
    }
}

static void encode(struct dates *d)
{
    struct error e = {0};
    buffer_init(&d->bytes, (size_t)1 << 20);
    date_list_encode(d->ordinals, d->starts, d->ends, d->count, &d->bytes);
    const void *bytes = d->bytes.bytes;
    assert_int_equal(date_list_open(bytes, d->bytes.length, d->count, &d->list, &e), ST_OK);
    assert_true(date_list_holds(&d->list, d->ordinals[d->count - 1]));
    assert_false(date_list_holds(&d->list, d->ordinals[d->count - 1] - 1));
}

static void assert_same(const struct dates *d)
{
    struct date_cursor c = {0};
    uint32_t ordinal = 0;
    moment start = 0;
    moment end = 0;
    for (size_t i = 0; i < d->count; i++) {
        assert_true(date_list_next(&d->list, &c, &ordinal, &start, &end));
        assert_int_equal(ordinal, d->ordinals[i]);
        assert_true(start == d->starts[i] && end == d->ends[i]);
    }
    assert_false(date_list_next(&d->list, &c, &ordinal, &start, &end));
}

static status mark(void *argument, uint32_t first, uint32_t last, struct error *e)
{
    unsigned char *found = argument;
    (void)e;
    assert_true(first <= last);
    for (uint32_t i = first; i <= last; i++) {
        assert_int_equal(found[i]++, 0);
    }
    return ST_OK;
}

static void assert_found(const struct dates *d, const struct date_bounds *b)
{
    struct error e = {0};
    unsigned char found[DATES * 6] = {0};
    assert_int_equal(date_list_find(&d->list, b, mark, found, &e), ST_OK);
    for (size_t i = 0; i < d->count; i++) {
        bool wanted = d->starts[i] >= b->least_start && d->starts[i] <= b->most_start &&
                      d->ends[i] >= b->least_end && d->ends[i] <= b->most_end;
        assert_int_equal(found[d->ordinals[i]], wanted);
        found[d->ordinals[i]] = 0;
    }
    static const unsigned char none[sizeof found];
    assert_memory_equal(found, none, sizeof found);
}

// A bound near the dates, or none.
static moment random_bound(const struct dates *d, moment none)
{
    const moment *of = random_below(2) == 0 ? d->starts : d->ends;
    return random_below(2) == 0 ? none : of[random_below((uint32_t)d->count)] - 1 + random_below(3);
}

static const struct {
    size_t count;
    moment unit;
    uint32_t lengths;
    bool is_short;
} shapes[] = {{1, 1, 1, false},         {2, DAY, 2, false},  {300, DAY, 1, true},
              {300, 1000, 1, true},     {300, DAY, 4, true}, {DATES, 1, 200, true},
              {DATES, DAY, 1000, false}};

static void test_dates_come_back_and_are_found(void **state)
{
    (void)state;
    struct dates *d = malloc(sizeof *d);
    assert_non_null(d);
    for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++) {
        fill(d, shapes[i].count, shapes[i].unit, shapes[i].lengths);
        encode(d);
        assert_int_equal(d->list.runs != NULL, shapes[i].is_short);
        assert_same(d);
        for (size_t turn = 0; turn < 500; turn++) {
            struct date_bounds b = {random_bound(d, INT64_MIN), random_bound(d, INT64_MAX),
                                    random_bound(d, INT64_MIN), random_bound(d, INT64_MAX)};
            assert_found(d, &b);
        }
        buffer_release(&d->bytes);
    }
    free(d);
}

static void test_moments_far_apart_come_back(void **state)
{
    (void)state;
    struct dates *d = malloc(sizeof *d);
    assert_non_null(d);
    fill(d, 50, 1, 1);
    d->starts[49] = INT64_MAX - 1;
    d->ends[49] = INT64_MAX;
    d->starts[0] = INT64_MIN;
    encode(d);
    assert_same(d);
    struct date_bounds b = {INT64_MIN, INT64_MAX, INT64_MIN, INT64_MAX};
    assert_found(d, &b);
    buffer_release(&d->bytes);
    free(d);
}

static void test_days_of_seconds_are_short(void **state)
{
    (void)state;
    struct dates *d = malloc(sizeof *d);
    assert_non_null(d);
    fill(d, DATES, 1000, 1);
    encode(d);
    assert_int_equal(d->list.width, 2);
    assert_true(d->bytes.length < DATES * 5);
    buffer_release(&d->bytes);
    free(d);
}

static void test_damaged_lists_are_refused(void **state)
{
    (void)state;
    struct error e = {0};
    struct date_list list;
    struct dates *d = malloc(sizeof *d);
    assert_non_null(d);
    for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++) {
        fill(d, shapes[i].count, shapes[i].unit, shapes[i].lengths);
        encode(d);
        const void *bytes = d->bytes.bytes;
        for (size_t length = 0; length < d->bytes.length; length += 1 + length / 7) {
            assert_int_equal(date_list_open(bytes, length, d->count, &list, &e), ST_CORRUPT);
        }
        assert_int_equal(date_list_open(bytes, d->bytes.length, d->count + 5, &list, &e),
                         ST_CORRUPT);
        for (size_t turn = 0; turn < 2000; turn++) {
            size_t at = random_below((uint32_t)MIN(d->bytes.length, (size_t)200));
            char before = d->bytes.bytes[at];
            d->bytes.bytes[at] = (char)random_below(256);
            if (date_list_open(bytes, d->bytes.length, d->count, &list, &e) == ST_OK &&
                date_list_holds(&list, DATES * 5)) {
                const struct date_bounds b = {0, INT64_MAX, INT64_MIN, DAY};
                unsigned char found[DATES * 6] = {0};
                assert_int_equal(date_list_find(&list, &b, mark, found, &e), ST_OK);
            }
            d->bytes.bytes[at] = before;
        }
        buffer_release(&d->bytes);
    }
    free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates_come_back_and_are_found),
        cmocka_unit_test(test_moments_far_apart_come_back),
        cmocka_unit_test(test_days_of_seconds_are_short),
        cmocka_unit_test(test_damaged_lists_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
