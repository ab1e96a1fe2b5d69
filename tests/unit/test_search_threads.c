// SPDX-License-Identifier: Apache-2.0
// Searches side by side on one store, while another thread commits and merges: every answer is
// right for its commit (run under ThreadSanitizer too).
#include "support/search_fixture.h"

#include "query/search.h"

#include <pthread.h>
#include <stdatomic.h>

#define READERS 4
#define COMMITS 12
#define ROWS    60

struct shared {
    struct search_fixture *fixture;
    atomic_int done;
    atomic_int faults;
};

// After commit n there are n * ROWS rows; those of commit k have v = k.
static void check_answer(struct shared *s, struct snapshot *snapshot)
{
    struct arena arena;
    struct error error = {0};
    arena_init(&arena, 0);
    uint32_t last = snapshot_last_commit(snapshot);
    struct search_facet_request facets[2] = {{.field = SV("v"), .limit = 100},
                                             {.field = SV("list"), .limit = 100}};
    struct search_sort sort = {SV("v"), true};
    struct search_request request = {.commit = last,
                                     .facets = facets,
                                     .facet_count = 2,
                                     .sorts = &sort,
                                     .sort_count = 1,
                                     .limit = 5};
    struct search_result result;
    bool right = search_run(snapshot, &scope_public, &arena, &request, &result, &error) == ST_OK &&
                 result.total == (uint64_t)last * ROWS && result.hit_count == 5 &&
                 result.hits[0].from == last && result.facets[0].distinct == last &&
                 result.facets[0].values[0].count == ROWS && result.facets[1].distinct == 3;
    if (!right) {
        print_error("commit %u: %s\n", last, error.message);
        atomic_fetch_add(&s->faults, 1);
    }
    arena_release(&arena);
}

static void *read_on(void *argument)
{
    struct shared *s = argument;
    while (!atomic_load(&s->done)) {
        struct snapshot *snapshot = NULL;
        if (store_snapshot(s->fixture->store.store, &snapshot, NULL) != ST_OK) {
            atomic_fetch_add(&s->faults, 1);
            break;
        }
        for (int i = 0; i < 3; i++) {
            check_answer(s, snapshot);
        }
        snapshot_release(snapshot);
    }
    return NULL;
}

static void commit_rows(struct search_fixture *f, int number)
{
    char *rows[ROWS];
    for (int i = 0; i < ROWS; i++) {
        char text[128];
        (void)snprintf(text, sizeof text,
                       "{\"id\":\"%d-%d\",\"v\":%d,\"list\":[\"a\",\"A\",\"b\",\"%s\"]}", number, i,
                       number, i % 2 == 0 ? "c" : "b");
        rows[i] = strdup(text);
    }
    search_fixture_import(f, (const char *const *)rows, ROWS, IMPORT_UPSERT);
    for (int i = 0; i < ROWS; i++) {
        free(rows[i]);
    }
}

static void readers_never_see_a_wrong_answer(void **state)
{
    (void)state;
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    commit_rows(f, 1);
    struct shared shared = {.fixture = f};
    pthread_t threads[READERS];
    for (size_t i = 0; i < READERS; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, read_on, &shared), 0);
    }
    for (int number = 2; number <= COMMITS; number++) {
        commit_rows(f, number);
        if (number % 4 == 0) {
            assert_int_equal(store_merge(f->store.store, NULL, &f->error), ST_OK);
        }
    }
    atomic_store(&shared.done, 1);
    for (size_t i = 0; i < READERS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
    assert_int_equal(atomic_load(&shared.faults), 0);
    search_fixture_end(f);
    free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readers_never_see_a_wrong_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
