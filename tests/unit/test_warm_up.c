// SPDX-License-Identifier: Apache-2.0
// What a first question would wait for is made ahead, of what is there and of what is committed
// later, and a thread that does so can be stopped (pthread_create: run under ThreadSanitizer too).
#include "support/search_fixture.h"

#include "base/clock.h"
#include "query/warm_up.h"

#include <time.h>

#define PATIENCE_MILLISECONDS 20000

static const char *const no_fields[] = {NULL};

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
    assert_int_equal(warm_up_start(f->store.store, no_fields, &warm_up, &f->error), ST_OK);
    assert_true(becomes_more_than(0));
    size_t things = query_cache_things();
    SEARCH_IMPORT(f, second);
    assert_true(becomes_more_than(things));
    warm_up_stop(warm_up, 60);
}

static size_t count_offered(struct search_fixture *f, const char *field)
{
    struct snapshot *s = NULL;
    const struct search_facet_value *values = NULL;
    size_t count = 0;
    assert_int_equal(store_snapshot(f->store.store, &s, &f->error), ST_OK);
    const struct search_request request = {.commit = snapshot_last_commit(s)};
    if (search_suggest_words(s, &scope_public, &f->arena, &request, sv_from(field), SV("woo"), 3,
                             &values, &count, &f->error) != ST_OK) {
        count = 0;
    }
    snapshot_release(s);
    return count;
}

static void values_are_prepared_ahead(void **state)
{
    struct search_fixture *f = *state;
    struct warm_up *warm_up = NULL;
    const char *const rows[] = {"{\"id\":\"1\",\"place\":\"old wood\"}"};
    const char *const fields[] = {"nowhere", "place", NULL};
    search_fixture_table(f, "ants");
    SEARCH_IMPORT(f, rows);
    query_cache_clear();
    assert_int_equal(count_offered(f, "nowhere"), 0);
    assert_int_equal(count_offered(f, "place"), 1);
    size_t things = query_cache_things();
    query_cache_clear();
    assert_int_equal(warm_up_start(f->store.store, fields, &warm_up, &f->error), ST_OK);
    assert_true(becomes_more_than(things)); // by the lengths, the last of it
    warm_up_stop(warm_up, 60);
    things = query_cache_things();
    assert_int_equal(count_offered(f, "place"), 1);
    assert_int_equal(query_cache_things(), things);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lengths_are_counted_ahead, search_fixture_set_up,
                                        search_fixture_tear_down),
        cmocka_unit_test_setup_teardown(values_are_prepared_ahead, search_fixture_set_up,
                                        search_fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
