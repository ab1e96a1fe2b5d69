// SPDX-License-Identifier: Apache-2.0
// Work shared in order: results come in the order in which they were sent, whoever does them; the
// first failure ends all; without a pool the caller does everything.
#include "query/ordered_work.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>

#include <cmocka.h>

#define PLACES 4
#define PIECES 1000

struct bench {
    size_t sent[PLACES]; // by place: the number of the piece
    size_t doubled[PLACES];
    size_t taken; // pieces
    bool ordered;
    atomic_size_t worked;
    size_t bad_work; // this piece cannot be done
    size_t bad_take; // this result cannot be taken
};

static status work_on(void *argument, size_t place, struct error *e)
{
    struct bench *b = argument;
    (void)atomic_fetch_add(&b->worked, 1);
    if (b->sent[place] == b->bad_work) {
        return error_set(e, ST_CORRUPT, "piece %zu", b->bad_work);
    }
    b->doubled[place] = 2 * b->sent[place];
    return ST_OK;
}

static status take(void *argument, size_t place, struct error *e)
{
    struct bench *b = argument;
    if (b->taken == b->bad_take) {
        return error_set(e, ST_CANCELLED, "result %zu", b->bad_take);
    }
    b->ordered = b->ordered && b->doubled[place] == 2 * b->taken;
    b->taken++;
    return ST_OK;
}

static status run(struct bench *b, struct thread_pool *pool, struct error *e)
{
    const struct ordered_work_calls calls = {work_on, take, b};
    struct ordered_work *w = NULL;
    b->ordered = true;
    assert_int_equal(ordered_work_create(pool, PLACES, &calls, &w, e), ST_OK);
    status result = ST_OK;
    for (size_t i = 0; i < PIECES && result == ST_OK; i++) {
        size_t place = 0;
        result = ordered_work_place(w, &place, e);
        if (result == ST_OK) {
            assert_in_range(place, 0, PLACES - 1);
            b->sent[place] = i;
            ordered_work_send(w);
        }
    }
    if (result == ST_OK) {
        result = ordered_work_drain(w, e);
    }
    ordered_work_destroy(w);
    return result;
}

static void takes_all_results_in_order(void **state)
{
    (void)state;
    struct error e = {0};
    struct thread_pool *pool = NULL;
    assert_int_equal(thread_pool_create(2, 4, &pool, &e), ST_OK);
    for (int turn = 0; turn < 20; turn++) {
        struct bench b = {.bad_work = SIZE_MAX, .bad_take = SIZE_MAX};
        assert_int_equal(run(&b, turn % 2 == 0 ? pool : NULL, &e), ST_OK);
        assert_int_equal(b.taken, PIECES);
        assert_int_equal(atomic_load(&b.worked), PIECES);
        assert_true(b.ordered);
    }
    thread_pool_destroy(pool);
}

static void ends_with_the_first_failure(void **state)
{
    (void)state;
    struct thread_pool *pool = NULL;
    struct error e = {0};
    assert_int_equal(thread_pool_create(2, 4, &pool, &e), ST_OK);
    for (int turn = 0; turn < 20; turn++) {
        struct bench b = {.bad_work = 500, .bad_take = SIZE_MAX};
        error_clear(&e);
        assert_int_equal(run(&b, pool, &e), ST_CORRUPT);
        assert_string_equal(e.message, "piece 500");
        assert_true(b.ordered);
        assert_in_range(b.taken, 0, 500);
        b = (struct bench){.bad_work = SIZE_MAX, .bad_take = 300};
        error_clear(&e);
        assert_int_equal(run(&b, pool, &e), ST_CANCELLED);
        assert_string_equal(e.message, "result 300");
        assert_int_equal(b.taken, 300);
        assert_in_range(atomic_load(&b.worked), 301, 300 + PLACES);
    }
    thread_pool_destroy(pool);
    ordered_work_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_all_results_in_order),
        cmocka_unit_test(ends_with_the_first_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
