// SPDX-License-Identifier: Apache-2.0
// Outlines of fields against what search_fields finds by reading the values, over tables that share
// segments, several segments, lists, and every commit.
#include "support/search_fixture.h"

static const char *const first_birds[] = {
    "{\"id\":\"a\",\"family\":\"Apidae\",\"year\":\"1850\",\"n\":5,\"tags\":[\"red\",\"blue\"],"
    "\"flag\":true,\"media\":[{\"type\":\"image\",\"n\":1},{\"type\":\"sound\",\"n\":9}]}",
    "{\"id\":\"b\",\"family\":\"APIDAE\",\"year\":\"1851-05\",\"n\":\"07.50\",\"tags\":[],"
    "\"flag\":\"TRUE\",\"empty\":\"\",\"media\":[{\"type\":\"\"},{\"type\":\"image\"}]}",
    "{\"id\":\"c\",\"family\":\"Apidaé\",\"year\":1852,\"n\":-1e2,\"flag\":false,\"media\":[]}",
    "{\"id\":\"d\",\"family\":\"\",\"year\":\"unknown\",\"tags\":\"one\",\"lists\":[[1,2],[],[3]]}",
};
static const char *const later_birds[] = {
    "{\"id\":\"b\",\"family\":\"Megachilidae\",\"year\":\"1851\",\"media\":[{\"n\":4}]}",
    "{\"id\":\"e\",\"family\":null,\"year\":\"1853\",\"tags\":[\"\",\"green\"],\"media\":\"none\"}",
    "{\"id\":\"f\",\"object\":{\"inner\":{\"x\":1,\"y\":[{\"z\":true}]}},\"media.type\":\"flat\"}",
};
static const char *const gone_birds[] = {"{\"id\":\"a\"}", "{\"id\":\"f\"}"};
static const char *const bees[] = {
    "{\"id\":\"1\",\"family\":\"Apidae\",\"own\":\"x\",\"media\":[{\"type\":\"text\"}]}",
    "{\"id\":\"2\",\"family\":\"Apidae\",\"own\":\"y\",\"year\":1999,\"object\":{}}",
};
static const char *const wasps[] = {
    "{\"id\":\"1\",\"family\":\"Vespidae\",\"year\":\"none\",\"lists\":[],\"object\":\"text\"}",
};

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    search_fixture_table(f, "birds");
    SEARCH_IMPORT(f, first_birds);
    search_fixture_table(f, "bees");
    SEARCH_IMPORT(f, bees);
    search_fixture_table(f, "birds");
    SEARCH_IMPORT(f, later_birds);
    search_fixture_table(f, "wasps");
    SEARCH_IMPORT(f, wasps);
    search_fixture_table(f, "birds");
    search_fixture_import(f, gone_birds, ARRAY_LENGTH(gone_birds), IMPORT_DELETE);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

static void merge(struct search_fixture *f)
{
    struct thread_pool *pool = NULL;
    assert_int_equal(thread_pool_create(1, 16, &pool, &f->error), ST_OK);
    assert_int_equal(store_merge(f->store.store, pool, &f->error), ST_OK);
    thread_pool_destroy(pool);
    snapshot_release(f->snapshot);
    assert_int_equal(store_snapshot(f->store.store, &f->snapshot, &f->error), ST_OK);
}

static void check_field(const struct search_outline *outline, const struct search_field *field)
{
    assert_true(sv_equal(outline->name, field->name));
    if (outline->records != field->records || outline->total != field->total ||
        outline->nested != field->nested) {
        fail_msg(SV_FORMAT ": %lu of %lu records, not %lu of %lu", SV_ARGUMENT(field->name),
                 (unsigned long)outline->records, (unsigned long)outline->total,
                 (unsigned long)field->records, (unsigned long)field->total);
    }
    assert_true(outline->entries >= field->distinct);
    assert_true(outline->together <= outline->entries);
    assert_true(outline->together > 0 || outline->entries == 0);
    assert_true(outline->numbers >= field->numbers);
    assert_true(outline->booleans >= field->booleans);
    assert_true(outline->texts >= field->texts);
    assert_true(outline->dates >= field->dates);
}

static void check_tables(struct search_fixture *f, const char *const *slugs, size_t count,
                         uint32_t commit)
{
    struct uuid tables[3];
    const struct search_field *fields = NULL;
    const struct search_outline *outlines = NULL;
    size_t field_count = 0;
    size_t outline_count = 0;
    for (size_t i = 0; i < count; i++) {
        uuid_from_name(sv_from(slugs[i]), &tables[i]);
    }
    assert_int_equal(search_fields(f->snapshot, &scope_public, &f->arena, tables, count, commit,
                                   NULL, NULL, &fields, &field_count, &f->error),
                     ST_OK);
    assert_int_equal(search_outlines(f->snapshot, &scope_public, &f->arena, tables, count, commit,
                                     true, &outlines, &outline_count, &f->error),
                     ST_OK);
    assert_int_equal(outline_count, field_count);
    for (size_t i = 0; i < field_count; i++) {
        check_field(&outlines[i], &fields[i]);
    }
}

static void check_all(struct search_fixture *f)
{
    static const char *const slugs[] = {"birds", "bees", "wasps"};
    for (uint32_t commit = 0; commit <= snapshot_last_commit(f->snapshot); commit++) {
        check_tables(f, NULL, 0, commit);
        for (size_t i = 0; i < ARRAY_LENGTH(slugs); i++) {
            check_tables(f, &slugs[i], 1, commit);
        }
        check_tables(f, slugs, 2, commit);
        check_tables(f, slugs + 1, 2, commit);
    }
}

static void test_outlines_agree_with_the_values(void **state)
{
    struct search_fixture *f = *state;
    check_all(f);
    merge(f);
    check_all(f);
}

// Empty when there is none.
static struct search_outline find(const struct search_outline *list, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (sv_equal(list[i].name, sv_from(name))) {
            return list[i];
        }
    }
    return (struct search_outline){0};
}

static void test_entries_of_other_tables_do_not_count(void **state)
{
    struct search_fixture *f = *state;
    const struct search_outline *list = NULL;
    size_t count = 0;
    struct uuid wasps_table;
    merge(f);
    uuid_from_name(SV("wasps"), &wasps_table);
    assert_int_equal(search_outlines(f->snapshot, &scope_public, &f->arena, &wasps_table, 1,
                                     snapshot_last_commit(f->snapshot), true, &list, &count,
                                     &f->error),
                     ST_OK);
    const struct search_outline year = find(list, count, "year");
    assert_int_equal(year.entries, 1);
    assert_int_equal(year.texts, 1);
    assert_int_equal(find(list, count, "own").name.length, 0);
    assert_int_equal(find(list, count, "media.type").name.length, 0);
}

static void test_years_are_numbers_and_dates(void **state)
{
    struct search_fixture *f = *state;
    const struct search_outline *list = NULL;
    size_t count = 0;
    assert_int_equal(search_outlines(f->snapshot, &scope_public, &f->arena, NULL, 0,
                                     snapshot_last_commit(f->snapshot), true, &list, &count,
                                     &f->error),
                     ST_OK);
    const struct search_outline year = find(list, count, "year");
    assert_int_equal(year.numbers, 5);
    assert_int_equal(year.dates, 6); // 1851-05 too
    assert_int_equal(year.texts, 2);
}

static void test_fields_that_are_known(void **state)
{
    static const struct {
        const char *field;
        bool everywhere;
        bool of_wasps;
    } cases[] = {{"family", true, true}, {"FAMILY", true, true},       {"own", true, false},
                 {"media", true, false}, {"lists", true, true},        {"nothing", false, false},
                 {"", false, false},     {"object.inner", true, false}};
    struct search_fixture *f = *state;
    struct uuid table;
    uuid_from_name(SV("wasps"), &table);
    uint32_t commit = snapshot_last_commit(f->snapshot);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        bool has = !cases[i].everywhere;
        assert_int_equal(search_has_field(f->snapshot, &scope_public, NULL, 0, commit,
                                          sv_from(cases[i].field), &has, &f->error),
                         ST_OK);
        assert_int_equal(has, cases[i].everywhere);
        assert_int_equal(search_has_field(f->snapshot, &scope_public, &table, 1, commit,
                                          sv_from(cases[i].field), &has, &f->error),
                         ST_OK);
        assert_int_equal(has, cases[i].of_wasps);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_outlines_agree_with_the_values),
        TEST(test_entries_of_other_tables_do_not_count),
        TEST(test_years_are_numbers_and_dates),
        TEST(test_fields_that_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
