// SPDX-License-Identifier: Apache-2.0
// The query layer's cache: many threads get one thing that is made once; a failed making is tried
// again by who waited; what is in use outlives being forgotten.
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "query/query_cache.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#define THREADS 16

static atomic_int made;
static atomic_int destroyed;
static atomic_int failures_left;

static status make(void *argument, void **out, size_t *bytes, struct error *e)
{
    (void)usleep(20000); // the others come meanwhile
    atomic_fetch_add(&made, 1);
    if (atomic_fetch_sub(&failures_left, 1) > 0) {
        return error_set(e, ST_CANCELLED, "no");
    }
    int *thing = malloc(sizeof *thing);
    if (thing == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory");
    }
    *thing = *(const int *)argument;
    *out = thing;
    *bytes = sizeof *thing;
    return ST_OK;
}

static void destroy(void *thing)
{
    atomic_fetch_add(&destroyed, 1);
    free(thing);
}

static const struct cache_kind kind = {"test", make, destroy};

static void *get(void *argument)
{
    struct arena arena;
    struct error e = {0};
    void *thing = NULL;
    intptr_t got = 0;
    arena_init(&arena, 0);
    if (query_cache_get(&kind, SV("key"), argument, &arena, &thing, &e) == ST_OK) {
        got = *(const int *)thing;
    }
    arena_release(&arena);
    return (void *)got; // NOLINT(performance-no-int-to-ptr): a number out of a thread
}

static int get_by_many(int value)
{
    pthread_t threads[THREADS];
    int found = 0;
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, get, &value), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        void *got = NULL;
        assert_int_equal(pthread_join(threads[i], &got), 0);
        found += (intptr_t)got == value;
    }
    return found;
}

static int begin(void **state)
{
    (void)state;
    query_cache_clear();
    atomic_store(&made, 0);
    atomic_store(&destroyed, 0);
    atomic_store(&failures_left, 0);
    return 0;
}

static void test_one_thing_is_made_once(void **state)
{
    (void)state;
    assert_int_equal(get_by_many(7), THREADS);
    assert_int_equal(atomic_load(&made), 1);
    query_cache_clear();
    assert_int_equal(atomic_load(&destroyed), 1);
}

static void test_a_failed_making_is_tried_again(void **state)
{
    (void)state;
    atomic_store(&failures_left, 2);
    assert_int_equal(get_by_many(7), THREADS - 2); // two were told of their failures
    assert_int_equal(atomic_load(&made), 3);
    query_cache_clear();
    assert_int_equal(atomic_load(&destroyed), 1);
}

static void test_in_use_outlives_forgetting(void **state)
{
    (void)state;
    struct arena arena;
    void *thing = NULL;
    int value = 9;
    arena_init(&arena, 0);
    assert_int_equal(query_cache_get(&kind, SV("key"), &value, &arena, &thing, NULL), ST_OK);
    query_cache_clear();
    assert_int_equal(*(const int *)thing, 9);
    assert_int_equal(atomic_load(&destroyed), 0);
    arena_release(&arena);
    assert_int_equal(atomic_load(&destroyed), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_one_thing_is_made_once, begin),
        cmocka_unit_test_setup(test_a_failed_making_is_tried_again, begin),
        cmocka_unit_test_setup(test_in_use_outlives_forgetting, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
