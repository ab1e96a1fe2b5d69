// SPDX-License-Identifier: Apache-2.0
// Digests of searches (rules F3, F4 and F5): whatever the order, with what was erased beside, and
// compared with one recorded before.
#include "query/search_digest.h"
#include "store/erase.h"
#include "support/search_fixture.h"

static const char *const rows[] = {
    "{\"id\":\"a\",\"family\":\"Apidae\",\"who\":\"Somebody Named\"}",
    "{\"id\":\"b\",\"family\":\"Apidae\",\"who\":\"Another Person\"}",
    "{\"id\":\"c\",\"family\":\"Vespidae\",\"who\":\"Another Person\"}",
    "{\"id\":\"d\",\"family\":\"Vespidae\",\"who\":\"Third Party\"}",
};

static const char everything[] = "{}";
static const char of_apidae[] =
    "{\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"family\"],\"value\":\"Apidae\"}}]}}";
static const char without_family[] =
    "{\"filters\":{\"and\":[{\"missing\":{\"fields\":[\"family\"]}}]}}";

static struct search_digest digest_of(struct search_fixture *f, const char *query, uint32_t commit,
                                      const struct sha256 *recorded)
{
    struct search_digest digest;
    const struct search_sort backwards = {SV("family"), true};
    const struct search_request request = {
        .query = search_fixture_query(f, query),
        .commit = commit,
        .sorts = &backwards, // no order matters
        .sort_count = 1,
        .limit = 1,
    };
    assert_int_equal(search_digest_make(f->snapshot, &scope_public, &f->arena, &request, recorded,
                                        &digest, &f->error),
                     ST_OK);
    return digest;
}

static void erase(struct search_fixture *f, const char *key, const char *field)
{
    struct erase_result out;
    const struct erase_request r = {.table = f->store.table.table,
                                    .key = sv_from(key),
                                    .field = sv_from(field),
                                    .author = "registrar",
                                    .message = "file 12"};
    assert_int_equal(store_erase(f->store.store, &r, NULL, &f->arena, &out, &f->error), ST_OK);
    snapshot_release(f->snapshot);
    assert_int_equal(store_snapshot(f->store.store, &f->snapshot, &f->error), ST_OK);
}

static void begin(struct search_fixture *f)
{
    search_fixture_begin(f);
    search_fixture_table(f, "bees");
    SEARCH_IMPORT(f, rows);
}

static void the_digest_of_all_is_that_of_the_table(void **state)
{
    (void)state;
    struct search_fixture f;
    struct sha256 whole;
    uint64_t count = 0;
    begin(&f);
    assert_int_equal(snapshot_digest(f.snapshot, &scope_public, &f.store.table.table, 1, 1, &whole,
                                     &count, &f.error),
                     ST_OK);
    struct search_digest all = digest_of(&f, everything, 1, &whole);
    assert_int_equal(all.rows, 4);
    assert_true(sha256_equal(&all.digest, &whole));
    assert_true(sha256_equal(&all.now, &whole));
    assert_int_equal(all.comparison, DIGEST_EQUAL);
    struct search_digest some = digest_of(&f, of_apidae, 1, &whole);
    assert_int_equal(some.rows, 2);
    assert_int_equal(some.comparison, DIGEST_DIFFERENT);
    struct search_digest none = digest_of(&f, without_family, 1, NULL);
    char hex[65];
    sha256_to_hex(&none.digest, hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_int_equal(none.comparison, DIGEST_NOT_COMPARED);
    search_fixture_end(&f);
}

static void erased_rows_stand_beside_the_digest(void **state) // rules F4 and F5
{
    (void)state;
    struct search_fixture f;
    begin(&f);
    struct search_digest before = digest_of(&f, of_apidae, 1, NULL);
    erase(&f, "a", "who");
    struct search_digest after = digest_of(&f, of_apidae, 1, &before.digest);
    assert_true(sha256_equal(&after.digest, &before.digest));
    assert_false(sha256_equal(&after.now, &before.digest));
    assert_int_equal(after.erased.rows, 1);
    assert_true(after.erased.first > 0);
    assert_int_equal(after.comparison, DIGEST_EQUAL_BUT);
    assert_int_equal(after.unproved, 1);
    assert_int_equal(after.kept_count, 1);
    assert_true(sv_equal(after.kept[0].key, SV("a")));
    // One recorded since is equal: the records as they are prove it.
    assert_int_equal(digest_of(&f, of_apidae, 1, &after.now).comparison, DIGEST_EQUAL);
    search_fixture_end(&f);
}

static void rows_that_left_the_result_are_put_back(void **state) // rules F4 and F5
{
    (void)state;
    struct search_fixture f;
    begin(&f);
    struct search_digest before = digest_of(&f, of_apidae, 1, NULL);
    struct search_digest nothing = digest_of(&f, without_family, 1, NULL);
    struct search_digest all = digest_of(&f, everything, 1, NULL);
    erase(&f, "b", "");
    erase(&f, "d", "family");
    struct search_digest after = digest_of(&f, of_apidae, 1, &before.digest);
    assert_int_equal(after.rows, 1);
    assert_int_equal(after.erased.rows, 0);
    assert_int_equal(after.doubtful, 2);
    assert_int_equal(after.comparison, DIGEST_EQUAL_BUT);
    assert_int_equal(after.unproved, 1);
    // What is found only since it was erased counts too.
    struct search_digest found = digest_of(&f, without_family, 1, &nothing.digest);
    assert_int_equal(found.rows, 2);
    assert_int_equal(found.comparison, DIGEST_EQUAL_BUT);
    assert_int_equal(found.unproved, 2);
    assert_int_equal(digest_of(&f, of_apidae, 1, &all.digest).comparison, DIGEST_DIFFERENT);
    search_fixture_end(&f);
}

static void what_cannot_be_told_is_said_so(void **state) // rule F4
{
    (void)state;
    struct search_fixture f;
    const char *many[SEARCH_DIGEST_DOUBTS + 1];
    struct sha256 other = {{0}};
    search_fixture_begin(&f);
    search_fixture_table(&f, "wasps");
    for (size_t i = 0; i < ARRAY_LENGTH(many); i++) {
        many[i] = arena_print(&f.arena, "{\"id\":\"%zu\",\"who\":\"Person %zu\"}", i, i).bytes;
    }
    SEARCH_IMPORT(&f, many);
    for (size_t i = 0; i < ARRAY_LENGTH(many); i++) {
        erase(&f, arena_print(&f.arena, "%zu", i).bytes, "who");
        struct search_digest d = digest_of(&f, everything, 1, &other);
        assert_int_equal(d.comparison,
                         i < SEARCH_DIGEST_DOUBTS ? DIGEST_DIFFERENT : DIGEST_CANNOT_BE_TOLD);
        assert_int_equal(d.erased.rows, i + 1);
    }
    search_fixture_end(&f);
}

static void it_is_told_as_json_and_in_words(void **state)
{
    (void)state;
    struct search_fixture f;
    struct buffer out;
    begin(&f);
    buffer_init(&out, 10000);
    struct search_digest before = digest_of(&f, of_apidae, 1, NULL);
    erase(&f, "a", "who");
    struct search_digest after = digest_of(&f, of_apidae, 1, &before.digest);
    search_digest_print(&after, &before.digest, &out);
    buffer_append_byte(&out, '\0');
    assert_non_null(strstr(out.bytes, "\"definition\":\"v1\",\"rows\":2,\"erased\":{\"rows\":1,"));
    assert_non_null(strstr(out.bytes, "\"key\":\"a\",\"hash\":\""));
    assert_non_null(strstr(out.bytes, "\"result\":\"equalButErased\",\"erased\":1,"));
    assert_non_null(strstr(out.bytes, "equal but for 1 erased row, shown from the hash kept"));
    buffer_release(&out);
    search_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_digest_of_all_is_that_of_the_table),
        cmocka_unit_test(erased_rows_stand_beside_the_digest),
        cmocka_unit_test(rows_that_left_the_result_are_put_back),
        cmocka_unit_test(what_cannot_be_told_is_said_so),
        cmocka_unit_test(it_is_told_as_json_and_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
