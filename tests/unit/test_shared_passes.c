// SPDX-License-Identifier: Apache-2.0
// Searches large enough to be shared among processors, several at once, give what a pass row by row
// gives: facets, kept counts, sorts and exports (store/parallel.h, thread_pool).
#include "support/search_fixture.h"

#include "query/csv_export.h"

#include <pthread.h>

#define ROWS    12000
#define FIELDS  24 // so many cells that a pass over them is shared
#define THREADS 3
#define TURNS   4

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    char(*texts)[512] = calloc(ROWS, sizeof *texts);
    const char **list = (const char **)calloc(ROWS, sizeof *list);
    assert_non_null(f);
    assert_non_null(texts);
    assert_non_null(list);
    search_fixture_begin(f);
    for (int i = 0; i < ROWS; i++) {
        int length = snprintf(texts[i], sizeof texts[i], "{\"id\":\"%05d\",\"half\":%s", i,
                              i % 2 == 0 ? "true" : "false");
        for (int k = 0; k < FIELDS; k++) {
            length += snprintf(texts[i] + length, sizeof texts[i] - (size_t)length,
                               ",\"f%d\":\"%d\"", k, i % (k + 2));
        }
        (void)snprintf(texts[i] + length, sizeof texts[i] - (size_t)length, "}");
        list[i] = texts[i];
    }
    search_fixture_import(f, list, ROWS, IMPORT_UPSERT);
    free((void *)list);
    free(texts);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

// What one thread asks; assertions are the main thread's.
struct asking {
    struct snapshot *snapshot;
    bool half; // only even rows
    size_t wrong;
};

static bool check_facets(const struct asking *a, const struct search_result *r)
{
    for (size_t k = 0; k < r->facet_count; k++) {
        uint64_t sum = r->facets[k].missing + r->facets[k].other;
        for (size_t i = 0; i < r->facets[k].value_count; i++) {
            sum += r->facets[k].values[i].count;
        }
        uint64_t values = k + 2;
        uint64_t expected = a->half && values % 2 == 0 ? values / 2 : values;
        if (sum != r->total || r->facets[k].distinct != expected) {
            return false;
        }
    }
    return r->total == (a->half ? ROWS / 2 : ROWS);
}

static status ask(struct asking *a, struct arena *arena, struct search_result *out, struct error *e)
{
    struct search_facet_request facets[FIELDS] = {0};
    struct search_sort sort = {.field = SV("f9"), .descending = true};
    struct search_request request = {.commit = snapshot_last_commit(a->snapshot),
                                     .facets = facets,
                                     .facet_count = FIELDS,
                                     .sorts = &sort,
                                     .sort_count = 1,
                                     .offset = 5000,
                                     .limit = 10};
    char fields[FIELDS][8];
    for (int k = 0; k < FIELDS; k++) {
        (void)snprintf(fields[k], sizeof fields[k], "f%d", k);
        facets[k] = (struct search_facet_request){.field = sv_from(fields[k]), .limit = 100};
    }
    if (a->half) {
        TRY(query_from_json(arena,
                            SV("{\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"half\"],"
                               "\"value\":\"true\"}}]}}"),
                            &request.query, e));
    }
    return search_run(a->snapshot, &scope_public, arena, &request, out, e);
}

static void *ask_often(void *argument)
{
    struct asking *a = argument;
    for (int turn = 0; turn < TURNS; turn++) {
        struct arena arena;
        struct search_result result = {0};
        struct error e = {0};
        arena_init(&arena, 0);
        a->wrong += ask(a, &arena, &result, &e) != ST_OK || !check_facets(a, &result) ||
                    result.hit_count != 10;
        arena_release(&arena);
    }
    return NULL;
}

static void searches_share_the_processors(void **state)
{
    struct search_fixture *f = *state;
    pthread_t threads[THREADS];
    struct asking asking[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        asking[i] = (struct asking){f->snapshot, i % 2 == 0, 0};
        assert_int_equal(pthread_create(&threads[i], NULL, ask_often, &asking[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(asking[i].wrong, 0);
    }
}

static status count_lines(void *argument, string_view bytes, struct error *e)
{
    (void)e;
    for (size_t i = 0; i < bytes.length; i++) {
        *(size_t *)argument += bytes.bytes[i] == '\n';
    }
    return ST_OK;
}

static void exports_share_them_too(void **state)
{
    struct search_fixture *f = *state;
    size_t lines = 0;
    struct csv_columns all = {.identity = true};
    struct search_request request = {.commit = snapshot_last_commit(f->snapshot)};
    assert_int_equal(
        csv_export(f->snapshot, &scope_public, &request, &all, count_lines, &lines, &f->error),
        ST_OK);
    assert_int_equal(lines, ROWS + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(searches_share_the_processors),
        cmocka_unit_test(exports_share_them_too),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
