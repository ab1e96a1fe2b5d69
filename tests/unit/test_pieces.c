// SPDX-License-Identifier: Apache-2.0
// Pieces come in order whatever their number; a failure and a full buffer are told.
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "query/pieces.h"
#include "query/query_pool.h" // thread_pool: run under the thread sanitizer too

struct asked {
    size_t fails; // the piece that does; SIZE_MAX: none
    atomic_uchar
        stages[1 << 10]; // of each piece: those asked for; PIECE_STAGES in order when written
    atomic_uchar wrong;  // a stage came out of order
};

static status write_number(void *argument, size_t index, struct buffer *out, struct error *e)
{
    const struct asked *a = argument;
    buffer_append_uint(out, index);
    return index == a->fails ? error_set(e, ST_INVALID, "piece %zu", index) : ST_OK;
}

static void expect_number(void *argument, size_t index, unsigned stage)
{
    struct asked *a = argument;
    if (atomic_fetch_add(&a->stages[index], 1) != stage) {
        atomic_store(&a->wrong, 1);
    }
}

static status write_expected(void *argument, size_t index, struct buffer *out, struct error *e)
{
    struct asked *a = argument;
    if (atomic_load(&a->stages[index]) != PIECE_STAGES) {
        atomic_store(&a->wrong, 1);
    }
    return write_number(argument, index, out, e);
}

static void test_pieces_are_expected_stage_by_stage(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 1, 2, 3, 7, 49, 50, 51, 333, 1000};
    for (size_t i = 0; i < ARRAY_LENGTH(counts); i++) {
        struct error e = {0};
        struct buffer out;
        struct asked *a = calloc(1, sizeof *a);
        assert_non_null(a);
        a->fails = SIZE_MAX;
        buffer_init(&out, 100000);
        assert_int_equal(pieces_write(counts[i], write_expected, expect_number, a, &out, &e),
                         ST_OK);
        assert_int_equal(atomic_load(&a->wrong), 0);
        for (size_t k = 0; k < counts[i]; k++) {
            assert_int_equal(atomic_load(&a->stages[k]), PIECE_STAGES);
        }
        buffer_release(&out);
        free(a);
    }
}

static void test_pieces_come_in_order(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 1, 2, 49, 50, 51, 99, 100, 333, 1000};
    for (size_t i = 0; i < ARRAY_LENGTH(counts); i++) {
        struct error e = {0};
        struct asked all = {.fails = SIZE_MAX};
        struct buffer expected;
        struct buffer out;
        buffer_init(&expected, 100000);
        buffer_init(&out, 100000);
        buffer_append_byte(&expected, '[');
        buffer_append_byte(&out, '[');
        for (size_t k = 0; k < counts[i]; k++) {
            buffer_append(&expected, ",", k > 0);
            buffer_append_uint(&expected, k);
        }
        assert_int_equal(pieces_write(counts[i], write_number, NULL, &all, &out, &e), ST_OK);
        assert_int_equal(out.length, expected.length);
        assert_memory_equal(out.bytes, expected.bytes, out.length);
        buffer_release(&out);
        buffer_release(&expected);
    }
}

static void test_failures_are_told(void **state)
{
    (void)state;
    static const size_t counts[] = {10, 200};
    for (size_t i = 0; i < ARRAY_LENGTH(counts); i++) {
        struct error e = {0};
        struct asked one = {.fails = counts[i] - 3};
        struct asked all = {.fails = SIZE_MAX};
        struct buffer out;
        buffer_init(&out, 100000);
        assert_int_equal(pieces_write(counts[i], write_number, NULL, &one, &out, &e), ST_INVALID);
        buffer_release(&out);
        buffer_init(&out, 12);
        error_clear(&e);
        assert_int_equal(pieces_write(counts[i], write_number, NULL, &all, &out, &e), ST_OK);
        assert_true(out.failed);
        buffer_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces_come_in_order),
        cmocka_unit_test(test_pieces_are_expected_stage_by_stage),
        cmocka_unit_test(test_failures_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
