// SPDX-License-Identifier: Apache-2.0
// Tables that share a large segment: what is cut away for one search stays away for the next, and
// what changes is seen.
#include "support/search_fixture.h"

#include "query/search.h"
#include "store/merge.h"

#define TABLES 4
#define ROWS   5000

static const char *const slugs[TABLES] = {"ants", "bees", "moths", "wasps"};

static void import_rows(struct search_fixture *f, const char *slug, size_t count, const char *value)
{
    const char **rows = calloc(count, sizeof *rows);
    assert_non_null(rows);
    for (size_t i = 0; i < count; i++) {
        rows[i] = arena_print(&f->arena, "{\"id\":\"%06zu\",\"colour\":\"%s\"}", i, value).bytes;
    }
    search_fixture_table(f, slug);
    search_fixture_import(f, rows, count, IMPORT_UPSERT);
    free(rows);
}

static uint64_t total(struct search_fixture *f, const char *slug, uint32_t commit, const char *json)
{
    if (slug != NULL) {
        search_fixture_only(f, slug);
    }
    f->request.commit = commit;
    f->request.limit = 1;
    assert_int_equal(search_fixture_ask(f, json), ST_OK);
    return f->result.total;
}

static void rows_of_other_tables_stay_away(void **state)
{
    struct search_fixture *f = *state;
    bool at_work = false;
    for (size_t i = 0; i < TABLES; i++) {
        import_rows(f, slugs[i], ROWS, "red");
    }
    assert_int_equal(store_merge_lane(f->store.store, MERGE_SETTLE, NULL, &at_work, &f->error),
                     ST_OK);
    snapshot_release(f->snapshot);
    f->snapshot = NULL;
    assert_int_equal(store_snapshot(f->store.store, &f->snapshot, &f->error), ST_OK);
    assert_int_equal(snapshot_segments(f->snapshot), 1);
    for (size_t turn = 0; turn < 3; turn++) {
        for (size_t i = 0; i < TABLES; i++) {
            assert_int_equal(total(f, slugs[i], 0, NULL), ROWS);
        }
        search_fixture_only(f, slugs[0]);
        assert_int_equal(total(f, slugs[2], 0, NULL), 2 * ROWS);
        assert_int_equal(total(f, NULL, 0, NULL), TABLES * ROWS);
        assert_int_equal(total(f, slugs[3], 3, NULL), 0); // its rows came with commit 4
    }
    // A change closes rows of the large segment: other rows are visible there from now on.
    import_rows(f, slugs[1], 100, "blue");
    static const char blue[] = "{\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"colour\"],"
                               "\"value\":\"blue\"}}]}}";
    static const char red[] =
        "{\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"colour\"],\"value\":\"red\"}}]}}";
    for (size_t turn = 0; turn < 2; turn++) {
        assert_int_equal(total(f, slugs[1], 0, NULL), ROWS);
        assert_int_equal(total(f, slugs[1], 0, blue), 100);
        assert_int_equal(total(f, slugs[1], 0, red), ROWS - 100);
        assert_int_equal(total(f, slugs[1], TABLES, red), ROWS);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_of_other_tables_stay_away, search_fixture_set_up,
                                        search_fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
