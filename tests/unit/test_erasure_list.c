// SPDX-License-Identifier: Apache-2.0
// Lists of erasures (rule F5): what a log says comes out and in again, and holds no value; what is
// not here is noted, so that no source brings it.
#include "store/erase.h"
#include "store/erasure_list.h"
#include "support/store_fixture.h"

static const char *const rows[] = {
    "{\"id\":\"a\",\"who\":\"Somebody Named\"}",
    "{\"id\":\"b \\\"\xc3\xbc\\\"\",\"who\":\"Another Person\"}",
};

static status erase(struct store_fixture *f, const char *key, const char *field, bool absent)
{
    struct erase_result out;
    const struct erase_request r = {.table = f->table.table,
                                    .key = sv_from(key),
                                    .field = sv_from(field),
                                    .author = "registrar",
                                    .message = "file 12",
                                    .even_if_absent = absent};
    error_clear(&f->error);
    return store_erase(f->store, &r, NULL, &f->arena, &out, &f->error);
}

static size_t read_store(struct store_fixture *f, const struct erasure **out)
{
    size_t count = 0;
    assert_int_equal(erasures_of_store(store_folder(f->store), &f->arena, out, &count, &f->error),
                     ST_OK);
    return count;
}

static void a_list_comes_out_and_in(void **state)
{
    (void)state;
    struct store_fixture f;
    struct buffer out;
    const struct erasure *told = NULL;
    const struct erasure *read = NULL;
    size_t count = 0;
    store_fixture_begin(&f);
    buffer_init(&out, 100000);
    assert_int_equal(STORE_IMPORT(&f, rows, NULL), ST_OK);
    assert_int_equal(read_store(&f, &told), 0);
    assert_int_equal(erase(&f, "a", "who", false), ST_OK);
    assert_int_equal(erase(&f, "b \"\xc3\xbc\"", "", false), ST_OK);
    assert_int_equal(read_store(&f, &told), 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(erasure_print(&told[i], &out, &f.error), ST_OK);
    }
    assert_null(memmem(out.bytes, out.length, "Person", 6));
    assert_int_equal(erasures_from_lines(buffer_view(&out), &f.arena, &read, &count, &f.error),
                     ST_OK);
    assert_int_equal(count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_true(sv_equal(read[i].record.key, told[i].record.key));
        assert_true(sv_equal(read[i].record.field, told[i].record.field));
        assert_true(sv_equal(read[i].author, SV("registrar")));
        assert_true(sv_equal(read[i].message, SV("file 12")));
        assert_true(read[i].time == told[i].time && read[i].record.all_versions);
        assert_int_equal(read[i].record.count, 1);
        assert_int_equal(read[i].record.rows[0].from, 1);
        assert_true(sha256_equal(&read[i].record.rows[0].hash, &told[i].record.rows[0].hash));
    }
    buffer_release(&out);
    store_fixture_end(&f);
}

static void what_is_no_list_is_refused(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    static const char *const bad[] = {
        "x",
        "[]",
        "{\"time\":1}",
        "{\"time\":\"1\",\"table\":\"6b4d8a78-29a1-8af3-8ad4-c76d6e6a33dd\",\"key\":\"a\"}",
        "{\"time\":1,\"table\":\"6b4d8a78\",\"key\":\"a\"}",
        "{\"time\":1,\"table\":\"6b4d8a78-29a1-8af3-8ad4-c76d6e6a33dd\",\"key\":\"a\","
        "\"rows\":[{\"from\":1,\"hash\":\"12\"}]}",
        "{\"time\":1,\"table\":\"6b4d8a78-29a1-8af3-8ad4-c76d6e6a33dd\",\"key\":7}",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
        const struct erasure *out = NULL;
        size_t count = 0;
        struct error e = {0};
        assert_int_equal(erasures_from_lines(sv_from(bad[i]), &arena, &out, &count, &e),
                         ST_BAD_DATA);
        assert_non_null(strstr(e.message, "line 1"));
    }
    arena_release(&arena);
}

static void what_is_not_here_is_noted(void **state) // rule F5
{
    (void)state;
    struct store_fixture f;
    const struct erasure *told = NULL;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, rows, NULL), ST_OK);
    assert_int_equal(erase(&f, "later", "who", false), ST_NOT_FOUND);
    assert_int_equal(erase(&f, "a", "place", false), ST_UNCHANGED);
    assert_int_equal(erase(&f, "later", "who", true), ST_OK);
    assert_int_equal(erase(&f, "a", "place", true), ST_OK);
    assert_int_equal(read_store(&f, &told), 2);
    assert_int_equal(told[0].record.count, 0);
    static const char *const later[] = {
        "{\"id\":\"later\",\"who\":\"Somebody Named\"}",
        "{\"id\":\"a\",\"who\":\"Somebody Named\",\"place\":\"Kew\"}",
        "{\"id\":\"c\",\"who\":\"Third Party\"}",
    };
    assert_int_equal(STORE_IMPORT(&f, later, NULL), ST_OK);
    struct snapshot *s = NULL;
    struct record_version v;
    assert_int_equal(store_snapshot(f.store, &s, &f.error), ST_OK);
    assert_int_equal(snapshot_record(s, &scope_public, &f.table.table, SV("later"), 4, &v, NULL),
                     ST_NOT_FOUND);
    assert_int_equal(snapshot_record(s, &scope_public, &f.table.table, SV("c"), 4, &v, NULL),
                     ST_OK);
    assert_int_equal(snapshot_record(s, &scope_public, &f.table.table, SV("a"), 4, &v, NULL),
                     ST_OK);
    assert_int_equal(v.from, 1);
    snapshot_release(s);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_comes_out_and_in),
        cmocka_unit_test(what_is_no_list_is_refused),
        cmocka_unit_test(what_is_not_here_is_noted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
