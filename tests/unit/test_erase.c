// SPDX-License-Identifier: Apache-2.0
// Erasing by law (rules F4 and F5): rows keep key and hash, digests first recorded hold, verifying
// understands it, merges and reverts carry it on, and nobody brings the values back unseen.
#include "store/erase.h"
#include "support/store_fixture.h"

static const char *const start[] = {
    "{\"id\":\"a\",\"who\":\"Somebody Named\",\"x\":1}",
    "{\"id\":\"b\",\"who\":\"Another Person\",\"x\":1}",
    "{\"id\":\"c\",\"who\":\"Another Person\",\"det\":[{\"by\":\"Somebody Named\",\"n\":1},"
    "{\"by\":\"Third Party\"}]}",
};

static struct erase_request asking_for(struct store_fixture *f, const char *key, const char *field)
{
    return (struct erase_request){.table = f->table.table,
                                  .key = sv_from(key),
                                  .field = sv_from(field),
                                  .author = "registrar",
                                  .message = "file 12"};
}

static status erase(struct store_fixture *f, const char *key, const char *field,
                    struct erase_result *out)
{
    struct erase_request r = asking_for(f, key, field);
    error_clear(&f->error);
    return store_erase(f->store, &r, NULL, &f->arena, out, &f->error);
}

static struct sha256 digest_at(struct store_fixture *f, uint32_t commit, struct erased_rows *erased)
{
    struct snapshot *s = NULL;
    struct sha256 digest;
    uint64_t rows = 0;
    assert_int_equal(store_snapshot(f->store, &s, &f->error), ST_OK);
    assert_int_equal(
        snapshot_digest(s, &scope_public, &f->table.table, 1, commit, &digest, &rows, &f->error),
        ST_OK);
    assert_int_equal(
        snapshot_erased_rows(s, &scope_public, &f->table.table, 1, commit, erased, &f->error),
        ST_OK);
    snapshot_release(s);
    return digest;
}

static void assert_record(struct store_fixture *f, const char *key, uint32_t commit,
                          const char *json)
{
    string_view record = store_fixture_record(f, key, commit);
    assert_true(sv_equal(record, sv_from(json)));
}

static void correct_x(struct store_fixture *f, const char *key)
{
    uint32_t commit = 0;
    assert_int_equal(store_correct(f->store, &f->table.table, sv_from(key), SV("{\"x\":7}"), "c",
                                   "", &commit, &f->error),
                     ST_OK);
}

static void digests_hold_and_say_how_many_rows_were_erased(void **state) // rule F4
{
    (void)state;
    struct store_fixture f;
    struct erase_result out;
    struct erased_rows erased;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    correct_x(&f, "a");
    struct sha256 first = digest_at(&f, 1, &erased);
    struct sha256 second = digest_at(&f, 2, &erased);
    assert_int_equal(erased.rows, 0);
    assert_int_equal(erase(&f, "a", "who", &out), ST_OK);
    assert_int_equal(out.commit, 3);
    assert_int_equal(out.rows, 2);
    assert_record(&f, "a", 1, "{\"id\":\"a\",\"x\":1}");
    assert_record(&f, "a", 2, "{\"id\":\"a\",\"x\":7}");
    assert_record(&f, "a", 3, "{\"id\":\"a\",\"x\":7}");
    assert_record(&f, "b", 3, start[1]);
    for (uint32_t commit = 1; commit <= 3; commit++) {
        struct sha256 now = digest_at(&f, commit, &erased);
        assert_true(sha256_equal(&now, commit == 1 ? &first : &second));
        assert_int_equal(erased.rows, 1);
        assert_true(erased.first > 0 && erased.first == erased.last);
    }
    store_fixture_verify(&f);
    assert_int_equal(erase(&f, "a", "who", &out), ST_UNCHANGED);
    assert_int_equal(erase(&f, "a", "", &out), ST_OK); // a row erased twice counts once
    (void)digest_at(&f, 2, &erased);
    assert_int_equal(erased.rows, 1);
    assert_true(erased.first < erased.last);
    assert_record(&f, "a", 1, "{}");
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

// A record that lost a field shows less than its hash tells of; what it shows still counts.
static void a_correction_that_changes_nothing_makes_no_version(void **state)
{
    (void)state;
    struct store_fixture f;
    struct erase_result out;
    uint32_t commit = 0;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    correct_x(&f, "a");
    assert_int_equal(erase(&f, "a", "who", &out), ST_OK);
    assert_int_equal(store_correct(f.store, &f.table.table, SV("a"), SV("{\"x\":7}"), "c", "",
                                   &commit, &f.error),
                     ST_UNCHANGED);
    assert_int_equal(store_correct(f.store, &f.table.table, SV("a"), SV("{\"x\":8}"), "c", "",
                                   &commit, &f.error),
                     ST_OK);
    assert_record(&f, "a", commit, "{\"id\":\"a\",\"x\":8}");
    store_fixture_end(&f);
}

static void a_field_within_lists_is_cut(void **state)
{
    (void)state;
    struct store_fixture f;
    struct erase_result out;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(erase(&f, "c", "det.by", &out), ST_OK);
    assert_record(&f, "c", 1, "{\"det\":[{\"n\":1},{}],\"id\":\"c\",\"who\":\"Another Person\"}");
    // "Somebody Named" stands in another record still, "Third Party" nowhere.
    assert_int_equal(out.text_count, 1);
    assert_true(sv_equal(out.texts[0], SV("Third Party")));
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void merges_and_reverts_carry_it_on(void **state)
{
    (void)state;
    struct store_fixture f;
    struct erase_result out;
    struct erased_rows erased;
    uint32_t commit = 0;
    static const char *const changed[] = {"{\"id\":\"a\",\"who\":\"Nobody\",\"x\":2}"};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, changed, NULL), ST_OK);
    struct sha256 first = digest_at(&f, 1, &erased);
    assert_int_equal(erase(&f, "a", "who", &out), ST_OK);
    for (int i = 0; i < 9; i++) {
        char text[64];
        const char *const rows[] = {text};
        (void)snprintf(text, sizeof text, "{\"id\":\"m%d\",\"x\":1}", i);
        assert_int_equal(STORE_IMPORT(&f, rows, NULL), ST_OK);
    }
    assert_int_equal(store_merge(f.store, NULL, &f.error), ST_OK);
    struct sha256 now = digest_at(&f, 1, &erased);
    assert_true(sha256_equal(&now, &first));
    assert_int_equal(erased.rows, 1);
    assert_int_equal(store_revert(f.store, 2, "r", "", &commit, &f.error), ST_OK);
    assert_record(&f, "a", 0, "{\"id\":\"a\",\"x\":1}"); // what is left of it
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void a_source_does_not_bring_values_back_unseen(void **state) // rule F5
{
    (void)state;
    struct store_fixture f;
    struct erase_result out;
    static const char *const again[] = {"{\"id\":\"a\",\"who\":\"Somebody Named\",\"x\":5}",
                                        "{\"id\":\"b\",\"who\":\"Another Person\",\"x\":5}"};
    static const char *const without[] = {"{\"id\":\"a\",\"x\":5,\"who\":\"\"}"};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(erase(&f, "a", "who", &out), ST_OK);
    assert_int_equal(erase(&f, "b", "", &out), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_UNCHANGED);
    assert_int_equal(STORE_IMPORT(&f, again, NULL), ST_UNCHANGED);
    assert_int_equal(f.result.erased_rows, 2);
    assert_record(&f, "a", 0, "{\"id\":\"a\",\"x\":1}");
    assert_record(&f, "b", 0, "{}");
    assert_int_equal(STORE_IMPORT(&f, without, NULL), ST_OK);
    assert_record(&f, "a", 0, "{\"id\":\"a\",\"who\":\"\",\"x\":5}");
    struct import_options allowed = {.allow_erased = true};
    assert_int_equal(STORE_IMPORT(&f, start, &allowed), ST_OK);
    assert_record(&f, "a", 0, "{\"id\":\"a\",\"who\":\"Somebody Named\",\"x\":1}");
    assert_record(&f, "b", 0, start[1]);
    assert_record(&f, "b", 1, "{}");
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

// A source of one row that has a record erased by another process before it ends.
struct late_source {
    struct row_source base; // first
    struct row_source *inner;
    struct store_fixture *other;
};

static status late_next(struct row_source *s, struct source_row *row, bool *more, struct error *e)
{
    struct late_source *l = (struct late_source *)s;
    TRY(l->inner->next(l->inner, row, more, e));
    if (!*more && l->other != NULL) {
        struct erase_result out;
        assert_int_equal(erase(l->other, "a", "who", &out), ST_OK);
        assert_int_equal(out.writers, 1); // the import itself is at work
        l->other = NULL;
    }
    return ST_OK;
}

static void late_destroy(struct row_source *s)
{
    row_source_destroy(((struct late_source *)s)->inner);
}

static void an_import_prepared_before_an_erasure_is_refused(void **state)
{
    (void)state;
    struct store_fixture f;
    struct row_report *report = NULL;
    static const char *const again[] = {"{\"id\":\"a\",\"who\":\"Somebody Named\",\"x\":5}"};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    struct store_fixture other = f;
    arena_init(&other.arena, 0);
    assert_int_equal(store_open(f.folder, &other.store, &f.error), ST_OK);
    struct late_source source = {.inner = memory_source_create(again, 1), .other = &other};
    source.base = (struct row_source){
        .next = late_next, .destroy = late_destroy, .names = source.inner->names};
    struct import_options options = {.key_field = "id", .memory_limit = (size_t)48 << 20};
    assert_int_equal(row_report_create(NULL, &report, &f.error), ST_OK);
    assert_int_equal(store_import(f.store, &f.table, &source.base, report, &options, NULL, 0,
                                  &f.result, &f.error),
                     ST_CONFLICT);
    assert_non_null(strstr(f.error.message, "erased"));
    assert_record(&f, "a", 0, "{\"id\":\"a\",\"x\":1}");
    row_report_destroy(report);
    row_source_destroy(&source.base);
    store_close(other.store);
    arena_release(&other.arena);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void messages_lose_the_words_in_every_process(void **state)
{
    (void)state;
    struct store_fixture f;
    struct store *reader = NULL;
    struct snapshot *before = NULL;
    struct snapshot *after = NULL;
    struct erase_result out;
    store_fixture_begin(&f);
    struct import_options options = {.message = "asked by \"Somebody Named\", twice"};
    assert_int_equal(STORE_IMPORT(&f, start, &options), ST_OK);
    assert_int_equal(store_open(f.folder, &reader, &f.error), ST_OK);
    assert_int_equal(store_snapshot(reader, &before, &f.error), ST_OK);
    assert_int_equal(erase(&f, "c", "det", &out), ST_OK);
    assert_int_equal(out.messages, 0); // another record holds the name
    assert_int_equal(erase(&f, "a", "who", &out), ST_OK);
    assert_int_equal(out.messages, 1);
    assert_int_equal(store_snapshot(reader, &after, &f.error), ST_OK);
    assert_true(
        sv_equal(snapshot_commit(after, 1)->message, SV("asked by \"**************\", twice")));
    assert_true(snapshot_commit(after, 3)->kind == COMMIT_ERASURE);
    assert_true(sv_equal(snapshot_commit(before, 1)->message, sv_from(options.message)));
    snapshot_release(before);
    snapshot_release(after);
    store_close(reader);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void what_is_refused(void **state)
{
    (void)state;
    struct store_fixture f;
    struct erase_result out;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(erase(&f, "nobody", "", &out), ST_NOT_FOUND);
    assert_int_equal(erase(&f, "a", "nothing", &out), ST_UNCHANGED);
    struct erase_request r = asking_for(&f, "a", "who");
    r.message = "";
    assert_int_equal(store_erase(f.store, &r, NULL, &f.arena, &out, &f.error), ST_INVALID);
    assert_int_equal(erase(&f, "c", "who", &out), ST_OK);
    r.message = "for Somebody Named";
    assert_int_equal(erase(&f, "c", "det", &out), ST_OK);
    assert_int_equal(store_erase(f.store, &r, NULL, &f.arena, &out, &f.error), ST_INVALID);
    r.message = "once";
    r.version = 9;
    assert_int_equal(store_erase(f.store, &r, NULL, &f.arena, &out, &f.error), ST_NOT_FOUND);
    assert_record(&f, "a", 0, start[0]);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests_hold_and_say_how_many_rows_were_erased),
        cmocka_unit_test(a_correction_that_changes_nothing_makes_no_version),
        cmocka_unit_test(a_field_within_lists_is_cut),
        cmocka_unit_test(merges_and_reverts_carry_it_on),
        cmocka_unit_test(a_source_does_not_bring_values_back_unseen),
        cmocka_unit_test(an_import_prepared_before_an_erasure_is_refused),
        cmocka_unit_test(messages_lose_the_words_in_every_process),
        cmocka_unit_test(what_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
