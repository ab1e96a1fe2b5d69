// SPDX-License-Identifier: Apache-2.0
// Imports as commits: rules A1 to A5 and A8 where they concern rows, versions as of any commit,
// corrections, reverts, merges that change no answer.
#include "support/store_fixture.h"

#include "store/import.h"

#define RECORD(f, key, commit) store_fixture_record(f, key, commit).bytes

static const char *const three[] = {
    "{\"id\":\"a\",\"sex\":\"female\"}",
    "{\"id\":\"b\",\"sex\":\"male\"}",
    "{\"id\":\"c\",\"sex\":\"\"}",
};

static void assert_counts(const struct store_fixture *f, uint64_t added, uint64_t changed,
                          uint64_t removed, uint64_t unchanged)
{
    assert_int_equal(f->result.counts.added, added);
    assert_int_equal(f->result.counts.changed, changed);
    assert_int_equal(f->result.counts.removed, removed);
    assert_int_equal(f->result.counts.unchanged, unchanged);
}

static void test_records_come_back_as_of_any_commit(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const later[] = {"{\"id\":\"b\",\"sex\":\"female\"}", "{\"id\":\"d\"}"};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_OK);
    assert_int_equal(f.result.commit, 1);
    assert_counts(&f, 3, 0, 0, 0);
    assert_int_equal(STORE_IMPORT(&f, later, NULL), ST_OK);
    assert_counts(&f, 1, 1, 0, 0);
    assert_string_equal(RECORD(&f, "b", 1), "{\"id\":\"b\",\"sex\":\"male\"}");
    assert_string_equal(RECORD(&f, "b", 2), "{\"id\":\"b\",\"sex\":\"female\"}");
    assert_string_equal(RECORD(&f, "a", 2), "{\"id\":\"a\",\"sex\":\"female\"}");
    assert_string_equal(RECORD(&f, "d", 1), "");
    assert_string_equal(RECORD(&f, "d", 2), "{\"id\":\"d\"}");
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void test_an_unchanged_import_makes_no_commit(void **state)
{
    (void)state;
    struct store_fixture f;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_UNCHANGED);
    assert_counts(&f, 0, 0, 0, 3);
    assert_int_equal(f.result.commit, 0);
    store_fixture_end(&f);
}

// rule A4: order of rows and members makes no version, nor does an ignored field.
static void test_rule_a4_order_and_ignored_fields(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const first[] = {"{\"id\":\"a\",\"x\":1,\"modified\":1}",
                                        "{\"id\":\"b\",\"x\":2,\"modified\":1}"};
    static const char *const turned[] = {"{\"modified\":1,\"x\":2,\"id\":\"b\"}",
                                         "{\"x\":1,\"id\":\"a\",\"modified\":1}"};
    static const char *const touched[] = {"{\"id\":\"a\",\"x\":1,\"modified\":2}",
                                          "{\"id\":\"b\",\"x\":2,\"modified\":2}"};
    static const char *const modified[] = {"modified"};
    struct import_options ignore = {.ignored_fields = modified, .ignored_count = 1};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, first, NULL), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, turned, NULL), ST_UNCHANGED);
    assert_int_equal(STORE_IMPORT(&f, touched, &ignore), ST_UNCHANGED);
    assert_int_equal(STORE_IMPORT(&f, touched, NULL), ST_OK);
    assert_counts(&f, 0, 2, 0, 0);
    store_fixture_end(&f);
}

// rule A1: an upsert removes nothing, a snapshot removes what the source no longer holds.
static void test_rule_a1_upsert_and_snapshot(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const one[] = {"{\"id\":\"a\",\"sex\":\"female\"}"};
    struct import_options snapshot = {.mode = IMPORT_SNAPSHOT, .allow_removals = true};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, one, NULL), ST_UNCHANGED);
    assert_string_not_equal(RECORD(&f, "b", 0), "");
    assert_int_equal(STORE_IMPORT(&f, one, &snapshot), ST_OK);
    assert_counts(&f, 0, 0, 2, 1);
    assert_string_equal(RECORD(&f, "b", 2), "");
    assert_string_not_equal(RECORD(&f, "b", 1), "");
    store_fixture_end(&f);
}

// A source whose first row is bad: its key is told to the report, or nobody can tell it.
struct faulty_source {
    struct row_source base; // first
    struct row_source *inner;
    struct row_report *report;
    const char *key;
};

static status faulty_next(struct row_source *s, struct source_row *row, bool *more, struct error *e)
{
    struct faulty_source *f = (struct faulty_source *)s;
    if (f->report != NULL) {
        struct row_problem problem = {.file = "memory",
                                      .line = 1,
                                      .reason = SV("too many fields"),
                                      .key = sv_from(f->key),
                                      .key_readable = f->key[0] != '\0'};
        row_report_add(f->report, &problem);
        f->report = NULL;
    }
    return f->inner->next(f->inner, row, more, e);
}

static status import_with_fault(struct store_fixture *f, const char *const *rows, size_t count,
                                const char *bad_key, const struct import_options *options)
{
    struct faulty_source source = {.inner = memory_source_create(rows, count), .key = bad_key};
    struct row_report *report = NULL;
    assert_int_equal(row_report_create(NULL, &report, NULL), ST_OK);
    source.base = (struct row_source){.next = faulty_next, .names = source.inner->names};
    source.report = report;
    error_clear(&f->error);
    status result = store_import(f->store, &f->table, &source.base, report, options, NULL, 0,
                                 &f->result, &f->error);
    row_report_destroy(report);
    row_source_destroy(source.inner);
    return result;
}

// rule A1: a row that could not be read is never a removal; where its key cannot be read nothing is
// removed.
static void test_rule_a1_a_bad_row_is_no_removal(void **state)
{
    (void)state;
    struct store_fixture f;
    char texts[30][32];
    const char *rows[30];
    struct import_options snapshot = {
        .mode = IMPORT_SNAPSHOT, .allow_removals = true, .key_field = "id"};
    store_fixture_begin(&f);
    for (int i = 0; i < 30; i++) {
        (void)snprintf(texts[i], sizeof texts[i], "{\"id\":\"k%02d\"}", i);
        rows[i] = texts[i];
    }
    assert_int_equal(STORE_IMPORT(&f, rows, NULL), ST_OK);
    // k28 is bad with a readable key, k29 is missing: only k29 goes.
    assert_int_equal(import_with_fault(&f, rows, 28, "k28", &snapshot), ST_OK);
    assert_counts(&f, 0, 0, 1, 28);
    assert_string_not_equal(RECORD(&f, "k28", 0), "");
    assert_string_equal(RECORD(&f, "k29", 0), "");
    // Nobody can tell which row was bad: nothing goes.
    assert_int_equal(import_with_fault(&f, rows, 27, "", &snapshot), ST_UNCHANGED);
    assert_string_not_equal(RECORD(&f, "k27", 0), "");
    store_fixture_end(&f);
}

// rule A3: over 5 % removed, or over 1 % of rows sharing a key, is refused unless told.
static void test_rule_a3_bounds(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const two[] = {"{\"id\":\"a\",\"sex\":\"female\"}",
                                      "{\"id\":\"b\",\"sex\":\"male\"}"};
    static const char *const doubled[] = {"{\"id\":\"x\",\"n\":1}", "{\"id\":\"x\",\"n\":2}",
                                          "{\"id\":\"y\"}"};
    struct import_options snapshot = {.mode = IMPORT_SNAPSHOT};
    struct import_options duplicates = {.allow_duplicates = true};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, two, &snapshot), ST_REFUSED);
    assert_non_null(strstr(f.error.message, "1 of 3 records"));
    assert_non_null(strstr(f.error.message, "--allow-removals"));
    assert_int_equal(STORE_IMPORT(&f, doubled, NULL), ST_REFUSED);
    assert_non_null(strstr(f.error.message, "--allow-duplicates"));
    assert_string_equal(RECORD(&f, "x", 0), "");
    assert_int_equal(STORE_IMPORT(&f, doubled, &duplicates), ST_OK);
    assert_string_equal(RECORD(&f, "x", 0), "{\"id\":\"x\",\"n\":2}"); // rule A8: the last wins
    assert_int_equal(f.result.duplicate_keys, 1);
    store_fixture_end(&f);
}

// {"id": ID, "FIRST0": {"m0": 1, ...}, "FIRST1": ...}: objects x members paths.
static const char *wide_record(struct store_fixture *f, const char *id, const char *first,
                               int objects, int members)
{
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    buffer_print(&text, "{\"id\":\"%s\"", id);
    for (int i = 0; i < objects; i++) {
        buffer_print(&text, ",\"%s%d\":{\"m0\":1", first, i);
        for (int k = 1; k < members; k++) {
            buffer_print(&text, ",\"m%d\":1", k);
        }
        buffer_append_byte(&text, '}');
    }
    buffer_append(&text, "}", 2); // with its NUL
    assert_false(text.failed);
    const char *copy = arena_copy(&f->arena, buffer_view(&text)).bytes;
    buffer_release(&text);
    return copy;
}

// rule A8: 4,000 paths a table, over all its versions; other tables' do not count.
static void test_rule_a8_paths_of_a_table(void **state)
{
    (void)state;
    struct store_fixture f;
    store_fixture_begin(&f);
    static const char *const tables[] = {"birds", "fish", "moths", "shells"};
    for (size_t i = 0; i < ARRAY_LENGTH(tables); i++) {
        const char *rows[] = {wide_record(&f, "a", "x", 50, 60)};
        uuid_from_name(sv_from(tables[i]), &f.table.table);
        f.table.slug = sv_from(tables[i]);
        assert_int_equal(STORE_IMPORT(&f, rows, NULL), ST_OK);
    }
    const char *most[] = {wide_record(&f, "b", "y", 20, 50)}; // 3,001 + 1,000 with the key
    assert_int_equal(STORE_IMPORT(&f, most, NULL), ST_REFUSED);
    assert_non_null(strstr(f.error.message, "would have 4001 fields"));
    assert_string_equal(RECORD(&f, "b", 0), "");
    const char *fitting[] = {wide_record(&f, "b", "y", 37, 27)}; // 999
    assert_int_equal(STORE_IMPORT(&f, fitting, NULL), ST_OK);
    const char *same[] = {wide_record(&f, "c", "y", 36, 27)};
    assert_int_equal(STORE_IMPORT(&f, same, NULL), ST_OK);
    const char *one[] = {wide_record(&f, "c", "z", 1, 1)};
    assert_int_equal(STORE_IMPORT(&f, one, NULL), ST_REFUSED);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

// rule A2: a blank key is no key; over 5 % of such rows stop the import (rule A8).
static void test_rule_a2_blank_keys(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const rows[] = {"{\"id\":\"a\"}", "{\"id\":\"  \"}", "{\"x\":1}"};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, rows, NULL), ST_BAD_DATA);
    assert_non_null(strstr(f.error.message, "2 of 3 rows are bad"));
    assert_string_equal(RECORD(&f, "a", 0), "");
    store_fixture_end(&f);
}

static void test_content_keys_tell_equal_rows_apart(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const rows[] = {"{\"n\":1}", "{\"n\":1}", "{\"n\":2}"};
    static const char *const more[] = {"{\"n\":2}", "{\"n\":1}", "{\"n\":1}", "{\"n\":1}"};
    struct import_options content = {.key_field = ":content"};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, rows, &content), ST_OK);
    assert_counts(&f, 3, 0, 0, 0);
    assert_int_equal(STORE_IMPORT(&f, more, &content), ST_OK);
    assert_counts(&f, 1, 0, 0, 3);
    store_fixture_end(&f);
}

// rule A5: a removed record is gone, not unknown; a key that returns continues its history.
static void test_rule_a5_removal_and_return(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const b[] = {"{\"id\":\"b\"}"};
    struct import_options delete_rows = {.mode = IMPORT_DELETE, .allow_removals = true};
    struct snapshot *s = NULL;
    struct record_version v;
    struct record_version *versions = NULL;
    size_t count = 0;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, b, &delete_rows), ST_OK);
    assert_counts(&f, 0, 0, 1, 0);
    assert_int_equal(store_snapshot(f.store, &s, NULL), ST_OK);
    assert_int_equal(snapshot_record(s, &scope_public, &f.table.table, SV("b"), 2, &v, NULL),
                     ST_GONE);
    assert_int_equal(snapshot_record(s, &scope_public, &f.table.table, SV("q"), 2, &v, NULL),
                     ST_NOT_FOUND);
    snapshot_release(s);
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_OK);
    assert_counts(&f, 1, 0, 0, 2);
    assert_int_equal(store_snapshot(f.store, &s, NULL), ST_OK);
    assert_int_equal(snapshot_versions(s, &scope_public, &f.table.table, SV("b"), &f.arena,
                                       &versions, &count, NULL),
                     ST_OK);
    assert_int_equal(count, 2);
    assert_int_equal(versions[0].until, 2);
    assert_int_equal(versions[1].from, 3);
    snapshot_release(s);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static status correct(struct store_fixture *f, const char *key, const char *json)
{
    uint32_t commit = 0;
    error_clear(&f->error);
    return store_correct(f->store, &f->table.table, sv_from(key), sv_from(json), "curator",
                         "read again", &commit, &f->error);
}

static void test_a_correction_stays_over_imports(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const clashing[] = {"{\"id\":\"a\",\"sex\":\"unknown\",\"age\":\"adult\"}"};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_OK);
    assert_int_equal(correct(&f, "a", "{\"sex\":\"male\"}"), ST_OK);
    assert_string_equal(RECORD(&f, "a", 0), "{\"id\":\"a\",\"sex\":\"male\"}");
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_UNCHANGED); // the source says what it said
    assert_string_equal(RECORD(&f, "a", 0), "{\"id\":\"a\",\"sex\":\"male\"}");
    assert_int_equal(STORE_IMPORT(&f, clashing, NULL), ST_OK);
    assert_int_equal(f.result.counts.clashes, 1);
    assert_string_equal(RECORD(&f, "a", 0), "{\"age\":\"adult\",\"id\":\"a\",\"sex\":\"male\"}");
    assert_int_equal(correct(&f, "a", "{\"sex\":null}"), ST_OK);
    assert_string_equal(RECORD(&f, "a", 0), "{\"age\":\"adult\",\"id\":\"a\",\"sex\":\"unknown\"}");
    assert_int_equal(correct(&f, "nobody", "{\"sex\":null}"), ST_NOT_FOUND);
    assert_int_equal(correct(&f, "a", "[1]"), ST_BAD_DATA);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void test_a_revert_restores_the_state_before(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const bad[] = {"{\"id\":\"a\",\"sex\":\"?\"}", "{\"id\":\"new\"}"};
    static const char *const later[] = {"{\"id\":\"new\",\"x\":1}"};
    struct import_options snapshot = {.mode = IMPORT_SNAPSHOT, .allow_removals = true};
    uint32_t commit = 0;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, three, NULL), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, bad, &snapshot), ST_OK);
    assert_string_equal(RECORD(&f, "b", 0), "");
    assert_int_equal(store_revert(f.store, 2, "manager", "cut file", &commit, &f.error), ST_OK);
    assert_int_equal(commit, 3);
    assert_string_equal(RECORD(&f, "a", 0), "{\"id\":\"a\",\"sex\":\"female\"}");
    assert_string_equal(RECORD(&f, "b", 0), "{\"id\":\"b\",\"sex\":\"male\"}");
    assert_string_equal(RECORD(&f, "new", 0), "");
    assert_string_equal(RECORD(&f, "new", 2), "{\"id\":\"new\"}");
    assert_int_equal(STORE_IMPORT(&f, bad, NULL), ST_OK);   // 4
    assert_int_equal(STORE_IMPORT(&f, later, NULL), ST_OK); // 5
    assert_int_equal(store_revert(f.store, 4, "manager", "", &commit, &f.error), ST_REFUSED);
    assert_int_equal(store_revert(f.store, 99, "manager", "", &commit, NULL), ST_NOT_FOUND);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

static void test_moments_are_kept_in_order(void **state)
{
    (void)state;
    struct store_fixture f;
    struct import_options old = {.at = 1000000};
    struct import_options older = {.at = 999999};
    struct import_options future = {.at = clock_now() + 1000000};
    static const char *const more[] = {"{\"id\":\"d\"}"};
    struct snapshot *s = NULL;
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, three, &old), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, more, &older), ST_INVALID);
    assert_int_equal(STORE_IMPORT(&f, more, &future), ST_INVALID);
    assert_int_equal(STORE_IMPORT(&f, more, NULL), ST_OK);
    assert_int_equal(store_snapshot(f.store, &s, NULL), ST_OK);
    assert_int_equal(snapshot_commit_at(s, 999999), 0);
    assert_int_equal(snapshot_commit_at(s, 1000000), 1);
    assert_int_equal(snapshot_commit_at(s, clock_now()), 2);
    snapshot_release(s);
    store_fixture_end(&f);
}

static void digest(struct store_fixture *f, uint32_t commit, char hex[65])
{
    struct snapshot *s = NULL;
    struct sha256 hash;
    uint64_t rows = 0;
    assert_int_equal(store_snapshot(f->store, &s, NULL), ST_OK);
    assert_int_equal(
        snapshot_digest(s, &scope_public, &f->table.table, 1, commit, &hash, &rows, &f->error),
        ST_OK);
    sha256_to_hex(&hash, hex);
    snapshot_release(s);
}

#define MANY_COMMITS 40

// Merges never change an answer: the digest of every commit is the same before and after, and after
// opening again.
static void test_merges_change_no_answer(void **state)
{
    (void)state;
    struct store_fixture f;
    char before[MANY_COMMITS][65];
    char after[65];
    struct snapshot *s = NULL;
    store_fixture_begin(&f);
    for (int i = 0; i < MANY_COMMITS; i++) {
        char rows[3][96];
        const char *const list[] = {rows[0], rows[1], rows[2]};
        for (int j = 0; j < 3; j++) {
            (void)snprintf(rows[j], sizeof rows[j],
                           "{\"id\":\"k%d\",\"value\":%d,\"l\":[{\"n\":%d}]}", (i * 7 + j * 3) % 30,
                           i, j);
        }
        assert_int_equal(STORE_IMPORT(&f, list, NULL), ST_OK);
        if (i % 5 == 2) {
            char key[16];
            (void)snprintf(key, sizeof key, "k%d", (i * 7) % 30);
            (void)correct(&f, key, i % 2 == 0 ? "{\"value\":-1}" : "{\"note\":\"seen\"}");
        }
        struct import_options delete_rows = {.mode = IMPORT_DELETE, .allow_removals = true};
        if (i % 6 == 5) {
            (void)STORE_IMPORT(&f, list, &delete_rows);
        }
        digest(&f, (uint32_t)i + 1, before[i]);
    }
    assert_int_equal(store_snapshot(f.store, &s, NULL), ST_OK);
    size_t segments_before = snapshot_segments(s);
    snapshot_release(s);
    assert_int_equal(store_merge(f.store, NULL, &f.error), ST_OK);
    assert_int_equal(store_snapshot(f.store, &s, NULL), ST_OK);
    assert_true(snapshot_segments(s) < segments_before);
    snapshot_release(s);
    for (int i = 0; i < MANY_COMMITS; i++) {
        digest(&f, (uint32_t)i + 1, after);
        assert_string_equal(after, before[i]);
    }
    store_close(f.store);
    assert_int_equal(store_open(f.folder, &f.store, &f.error), ST_OK);
    digest(&f, MANY_COMMITS, after);
    assert_string_equal(after, before[MANY_COMMITS - 1]);
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

// Many rows of a table share no segment with the portal's own, few do.
static void test_many_rows_stand_in_segments_of_their_table(void **state)
{
    (void)state;
    static const struct {
        size_t rows;
        size_t most_tables;
    } cases[] = {{20, 2}, {3000, 1}};
    static char texts[3000][32];
    static const char *rows[3000];
    const struct metadata_record metadata = {.key = SV("dataset/birds"),
                                             .json = SV("{\"title\":\"Birds\"}")};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct store_fixture f;
        struct import_options o = {.key_field = "id", .memory_limit = (size_t)48 << 20};
        struct row_report *report = NULL;
        struct snapshot *s = NULL;
        size_t most = 0;
        store_fixture_begin(&f);
        for (size_t k = 0; k < cases[i].rows; k++) {
            (void)snprintf(texts[k], sizeof texts[k], "{\"id\":\"k%04zu\"}", k);
            rows[k] = texts[k];
        }
        struct row_source *source = memory_source_create(rows, cases[i].rows);
        assert_int_equal(row_report_create(NULL, &report, &f.error), ST_OK);
        assert_int_equal(
            store_import(f.store, &f.table, source, report, &o, &metadata, 1, &f.result, &f.error),
            ST_OK);
        assert_int_equal(store_snapshot(f.store, &s, NULL), ST_OK);
        for (size_t k = 0; k < snapshot_segments(s); k++) {
            const struct segment_table *tables = NULL;
            size_t count = 0;
            assert_int_equal(segment_tables(snapshot_segment(s, k), &tables, &count, &f.error),
                             ST_OK);
            most = MAX(most, count);
        }
        assert_int_equal(most, cases[i].most_tables);
        snapshot_release(s);
        row_source_destroy(source);
        row_report_destroy(report);
        store_fixture_verify(&f);
        store_fixture_end(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records_come_back_as_of_any_commit),
        cmocka_unit_test(test_an_unchanged_import_makes_no_commit),
        cmocka_unit_test(test_rule_a4_order_and_ignored_fields),
        cmocka_unit_test(test_rule_a1_upsert_and_snapshot),
        cmocka_unit_test(test_rule_a1_a_bad_row_is_no_removal),
        cmocka_unit_test(test_rule_a3_bounds),
        cmocka_unit_test(test_rule_a8_paths_of_a_table),
        cmocka_unit_test(test_rule_a2_blank_keys),
        cmocka_unit_test(test_content_keys_tell_equal_rows_apart),
        cmocka_unit_test(test_rule_a5_removal_and_return),
        cmocka_unit_test(test_a_correction_stays_over_imports),
        cmocka_unit_test(test_a_revert_restores_the_state_before),
        cmocka_unit_test(test_moments_are_kept_in_order),
        cmocka_unit_test(test_merges_change_no_answer),
        cmocka_unit_test(test_many_rows_stand_in_segments_of_their_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
