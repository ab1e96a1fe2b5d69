// SPDX-License-Identifier: Apache-2.0
// What a first question would wait for is made ahead, of what is there and of what is committed
// later, and a thread that does so can be stopped (pthread_create: run under ThreadSanitizer too).
#include "support/search_fixture.h"

#include "base/clock.h"
#include "query/warm_up.h"

#include <time.h>

#define PATIENCE_MILLISECONDS 20000

static bool becomes_more_than(size_t things)
{
    const struct timespec pause = {.tv_nsec = 10000000};
    moment until = clock_now() + PATIENCE_MILLISECONDS;
    while (query_cache_things() <= things && clock_now() < until) {
        (void)nanosleep(&pause, NULL);
    }
    return query_cache_things() > things;
}

static void lengths_are_counted_ahead(void **state)
{
    struct search_fixture *f = *state;
    struct warm_up *warm_up = NULL;
    const char *const first[] = {"{\"id\":\"1\",\"place\":\"old wood\"}"};
    const char *const second[] = {"{\"id\":\"2\",\"place\":\"new wood\"}"};
    search_fixture_table(f, "ants");
    SEARCH_IMPORT(f, first);
    query_cache_clear();
    assert_int_equal(query_cache_things(), 0);
    assert_int_equal(warm_up_start(f->store.folder, &warm_up, &f->error), ST_OK);
    assert_true(becomes_more_than(0));
    size_t things = query_cache_things();
    SEARCH_IMPORT(f, second);
    assert_true(becomes_more_than(things));
    warm_up_stop(warm_up, 60);
}

static void a_folder_without_a_store_is_told(void **state)
{
    struct search_fixture *f = *state;
    struct warm_up *warm_up = NULL;
    assert_int_not_equal(warm_up_start("/no/such/folder", &warm_up, &f->error), ST_OK);
    assert_null(warm_up);
    warm_up_stop(warm_up, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lengths_are_counted_ahead, search_fixture_set_up,
                                        search_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_folder_without_a_store_is_told, search_fixture_set_up,
                                        search_fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
