// SPDX-License-Identifier: Apache-2.0
// Several writers: what others commit, correct or merge while an import prepares is there
// afterwards. The other writer runs in the middle of the import, from its row source, through a
// store of its own as another process would.
#include "support/store_fixture.h"

#include "store/import.h"

#define RECORD(f, key, commit) store_fixture_record(f, key, commit).bytes

static const char *const start[] = {
    "{\"id\":\"a\",\"x\":1}",
    "{\"id\":\"b\",\"x\":1}",
    "{\"id\":\"c\",\"x\":1}",
};

// A source that calls `between` once, after its last row.
struct meddling_source {
    struct row_source base; // first
    struct row_source *inner;
    void (*between)(struct store_fixture *other);
    struct store_fixture *other;
};

static status meddling_next(struct row_source *s, struct source_row *row, bool *more,
                            struct error *e)
{
    struct meddling_source *m = (struct meddling_source *)s;
    TRY(m->inner->next(m->inner, row, more, e));
    if (!*more && m->between != NULL) {
        m->between(m->other);
        m->between = NULL;
    }
    return ST_OK;
}

static void meddling_destroy(struct row_source *s)
{
    row_source_destroy(((struct meddling_source *)s)->inner);
}

static status import_with_meddler(struct store_fixture *f, const char *const *rows, size_t count,
                                  struct import_options options,
                                  void (*between)(struct store_fixture *other))
{
    struct store_fixture other = *f;
    struct meddling_source m = {
        .inner = memory_source_create(rows, count), .between = between, .other = &other};
    struct row_report *report = NULL;
    m.base = (struct row_source){
        .next = meddling_next, .destroy = meddling_destroy, .names = m.inner->names};
    options.key_field = "id";
    options.memory_limit = (size_t)48 << 20;
    error_clear(&f->error);
    assert_int_equal(store_open(f->folder, &other.store, &f->error), ST_OK);
    assert_int_equal(row_report_create(NULL, &report, &f->error), ST_OK);
    status result = store_import(f->store, &f->table, &m.base, report, &options, NULL, 0,
                                 &f->result, &f->error);
    row_report_destroy(report);
    row_source_destroy(&m.base);
    store_close(other.store);
    return result;
}

#define IMPORT_WITH(f, rows, options, between)                                                     \
    import_with_meddler(f, rows, ARRAY_LENGTH(rows), options, between)

static void correct_b(struct store_fixture *other)
{
    uint32_t commit = 0;
    assert_int_equal(store_correct(other->store, &other->table.table, SV("b"),
                                   SV("{\"y\":\"corrected\"}"), "curator", "", &commit,
                                   &other->error),
                     ST_OK);
}

static void import_others(struct store_fixture *other)
{
    static const char *const rows[] = {"{\"id\":\"b\",\"x\":5}", "{\"id\":\"n\",\"x\":5}",
                                       "{\"id\":\"d\",\"x\":2}"};
    assert_int_equal(STORE_IMPORT(other, rows, NULL), ST_OK);
}

static void delete_b(struct store_fixture *other)
{
    static const char *const rows[] = {"{\"id\":\"b\"}"};
    struct import_options o = {.mode = IMPORT_DELETE, .allow_removals = true};
    assert_int_equal(STORE_IMPORT(other, rows, &o), ST_OK);
}

static void merge_much(struct store_fixture *other)
{
    for (int i = 0; i < 9; i++) {
        char text[64];
        const char *const rows[] = {text};
        (void)snprintf(text, sizeof text, "{\"id\":\"m%d\",\"x\":1}", i);
        assert_int_equal(STORE_IMPORT(other, rows, NULL), ST_OK);
    }
    assert_int_equal(store_merge(other->store, NULL, &other->error), ST_OK);
}

static void correct_and_merge(struct store_fixture *other)
{
    correct_b(other);
    merge_much(other);
}

static const char *const bring[] = {
    "{\"id\":\"b\",\"x\":2}",
    "{\"id\":\"c\",\"x\":2}",
    "{\"id\":\"d\",\"x\":2}",
};

static void test_a_correction_meanwhile_lies_over_our_source(void **state)
{
    (void)state;
    struct store_fixture f;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(IMPORT_WITH(&f, bring, (struct import_options){0}, correct_b), ST_OK);
    assert_string_equal(RECORD(&f, "b", 0), "{\"id\":\"b\",\"x\":2,\"y\":\"corrected\"}");
    assert_string_equal(RECORD(&f, "b", 2), "{\"id\":\"b\",\"x\":1,\"y\":\"corrected\"}");
    assert_string_equal(RECORD(&f, "c", 0), "{\"id\":\"c\",\"x\":2}");
    assert_int_equal(STORE_IMPORT(&f, bring, NULL), ST_UNCHANGED);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void test_an_import_meanwhile_keeps_its_versions(void **state)
{
    (void)state;
    struct store_fixture f;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(IMPORT_WITH(&f, bring, (struct import_options){0}, import_others), ST_OK);
    assert_string_equal(RECORD(&f, "b", 1), "{\"id\":\"b\",\"x\":1}");
    assert_string_equal(RECORD(&f, "b", 2), "{\"id\":\"b\",\"x\":5}");
    assert_string_equal(RECORD(&f, "b", 3), "{\"id\":\"b\",\"x\":2}");
    assert_string_equal(RECORD(&f, "n", 3), "{\"id\":\"n\",\"x\":5}");
    assert_string_equal(RECORD(&f, "d", 3), "{\"id\":\"d\",\"x\":2}");
    // d was added by both with the same content: theirs stands, ours is unchanged.
    assert_int_equal(f.result.counts.added, 0);
    assert_int_equal(f.result.counts.changed, 2);
    assert_int_equal(f.result.counts.unchanged, 1);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void test_a_removal_meanwhile_makes_a_change_an_addition(void **state)
{
    (void)state;
    struct store_fixture f;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(IMPORT_WITH(&f, bring, (struct import_options){0}, delete_b), ST_OK);
    assert_string_equal(RECORD(&f, "b", 2), "");
    assert_string_equal(RECORD(&f, "b", 3), "{\"id\":\"b\",\"x\":2}");
    assert_int_equal(f.result.counts.added, 2);
    assert_int_equal(f.result.counts.changed, 1);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void test_our_removal_spares_what_others_changed(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const only_c[] = {"{\"id\":\"c\",\"x\":1}"};
    struct import_options snapshot = {.mode = IMPORT_SNAPSHOT, .allow_removals = true};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(IMPORT_WITH(&f, only_c, snapshot, correct_b), ST_OK);
    assert_string_equal(RECORD(&f, "a", 0), "");
    assert_string_equal(RECORD(&f, "b", 0), "{\"id\":\"b\",\"x\":1,\"y\":\"corrected\"}");
    assert_int_equal(f.result.counts.removed, 1);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void test_a_merge_meanwhile_changes_nothing(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const all[] = {"{\"id\":\"b\",\"x\":2}", "{\"id\":\"c\",\"x\":1}"};
    struct import_options snapshot = {.mode = IMPORT_SNAPSHOT, .allow_removals = true};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(IMPORT_WITH(&f, all, snapshot, merge_much), ST_OK);
    assert_string_equal(RECORD(&f, "a", 0), "");
    assert_string_equal(RECORD(&f, "a", 10), "{\"id\":\"a\",\"x\":1}");
    assert_string_equal(RECORD(&f, "b", 0), "{\"id\":\"b\",\"x\":2}");
    assert_string_equal(RECORD(&f, "b", 10), "{\"id\":\"b\",\"x\":1}");
    assert_string_equal(RECORD(&f, "m3", 0), "{\"id\":\"m3\",\"x\":1}"); // theirs, not in our base
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void test_a_correction_and_a_merge_meanwhile(void **state)
{
    (void)state;
    struct store_fixture f;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(IMPORT_WITH(&f, bring, (struct import_options){0}, correct_and_merge), ST_OK);
    assert_string_equal(RECORD(&f, "b", 0), "{\"id\":\"b\",\"x\":2,\"y\":\"corrected\"}");
    assert_string_equal(RECORD(&f, "b", 1), "{\"id\":\"b\",\"x\":1}");
    assert_string_equal(RECORD(&f, "c", 0), "{\"id\":\"c\",\"x\":2}");
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_correction_meanwhile_lies_over_our_source),
        cmocka_unit_test(test_an_import_meanwhile_keeps_its_versions),
        cmocka_unit_test(test_a_removal_meanwhile_makes_a_change_an_addition),
        cmocka_unit_test(test_our_removal_spares_what_others_changed),
        cmocka_unit_test(test_a_merge_meanwhile_changes_nothing),
        cmocka_unit_test(test_a_correction_and_a_merge_meanwhile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
