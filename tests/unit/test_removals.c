// SPDX-License-Identifier: Apache-2.0
// Rule A5 in the store: what a deletion says of its records is kept with the commit that removes,
// through returns, further removals, merges, reverts and other writers.
#include "support/store_fixture.h"

#include "store/record_events.h"
#include "store/removal_writer.h"
#include "store/segment_writer.h"

static const char *const start[] = {
    "{\"id\":\"a\",\"x\":1}",
    "{\"id\":\"b\",\"x\":1}",
    "{\"id\":\"c\",\"x\":1,\"isReplacedBy\":\"from the record\"}",
    "{\"id\":\"d\",\"x\":1}",
};

static const char *const why[] = {
    "{\"id\":\"a\",\"reason\":\"Registered twice\",\"replacedBy\":\"b\"}",
    "{\"id\":\"c\",\"REASON\":\" Lost on loan \"}",
    "{\"id\":\"d\",\"x\":1}",
};

static const struct import_options deletion = {
    .mode = IMPORT_DELETE, .allow_removals = true, .message = "Stocktaking"};

// Why the record's last removal up to a commit (0: the newest) was; asserts that there was one.
static struct removal removal_at(struct store_fixture *f, const char *key, uint32_t commit)
{
    struct snapshot *s = NULL;
    struct record_version *rows = NULL;
    struct removal out;
    size_t count = 0;
    assert_int_equal(store_snapshot(f->store, &s, NULL), ST_OK);
    commit = commit == 0 ? snapshot_last_commit(s) : commit;
    assert_int_equal(snapshot_versions(s, &scope_public, &f->table.table, sv_from(key), &f->arena,
                                       &rows, &count, NULL),
                     ST_OK);
    while (count > 0 && rows[count - 1].until > commit) {
        count--;
    }
    assert_true(count > 0);
    assert_int_equal(snapshot_removal(s, &scope_public, &f->table.table, sv_from(key),
                                      &rows[count - 1], &f->arena, &out, &f->error),
                     ST_OK);
    out.reason = arena_copy(&f->arena, out.reason);
    snapshot_release(s);
    return out;
}

static void assert_removal(struct store_fixture *f, const char *key, uint32_t commit,
                           const char *reason, const char *replaced_by)
{
    struct removal found = removal_at(f, key, commit);
    assert_string_equal(found.reason.bytes, reason);
    assert_int_equal(found.replaced_by.length, strlen(replaced_by));
    assert_memory_equal(found.replaced_by.bytes, replaced_by, strlen(replaced_by));
}

static size_t removal_rows(struct store_fixture *f)
{
    struct snapshot *s = NULL;
    struct table_walk *walk = NULL;
    size_t rows = 0;
    bool more = true;
    assert_int_equal(store_snapshot(f->store, &s, NULL), ST_OK);
    assert_int_equal(table_walk_create(s, &scope_metadata, &removals_table, snapshot_last_commit(s),
                                       &walk, NULL),
                     ST_OK);
    while (more) {
        string_view key = {0};
        struct record_version version;
        assert_int_equal(table_walk_next(walk, &key, &version, &more, NULL), ST_OK);
        rows += more;
    }
    table_walk_destroy(walk);
    snapshot_release(s);
    return rows;
}

static void begin(struct store_fixture *f)
{
    store_fixture_begin(f);
    assert_int_equal(STORE_IMPORT(f, start, NULL), ST_OK);
}

static void end(struct store_fixture *f)
{
    store_fixture_verify(f);
    store_fixture_end(f);
}

static void test_rule_a5_what_a_row_says_of_its_removal(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        const char *reason;
        const char *replaced_by;
    } cases[] = {
        {"{\"reason\":\"r\",\"replacedBy\":\"k\"}", "r", "k"},
        {"{\"Reason\":\" r \",\"dcterms:isReplacedBy\":7}", "r", "7"},
        {"{\"REPLACEDBY\":\"\",\"isreplacedby\":\"k\"}", "", "k"},
        {"{\"inner\":{\"reason\":\"r\"},\"reason\":[\"r\"],\"replacedBy\":null}", "", ""},
        {"{\"reasons\":\"r\",\"replaced\":\"k\"}", "", ""},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct row_source *source = memory_source_create(&cases[i].row, 1);
        struct source_row row;
        struct removal said;
        bool more = false;
        assert_int_equal(source->next(source, &row, &more, NULL), ST_OK);
        assert_true(more);
        removal_of_document(&row.document, source->names, &said);
        assert_true(sv_equal(said.reason, sv_from(cases[i].reason)));
        assert_true(sv_equal(said.replaced_by, sv_from(cases[i].replaced_by)));
        row_source_destroy(source);
    }
}

static void test_rule_a5_reason_and_successor_are_kept(void **state)
{
    (void)state;
    struct store_fixture f;
    begin(&f);
    assert_int_equal(STORE_IMPORT(&f, why, &deletion), ST_OK);
    assert_int_equal(f.result.counts.removed, 3);
    assert_removal(&f, "a", 0, "Registered twice", "b");
    // What the deletion does not say is told by the commit and by the record itself.
    assert_removal(&f, "c", 0, "Lost on loan", "from the record");
    assert_removal(&f, "d", 0, "Stocktaking", "");
    assert_int_equal(removal_rows(&f), 2);
    end(&f);
}

static void test_rule_a5_only_what_is_removed_gets_a_reason(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const nobody[] = {"{\"id\":\"n\",\"reason\":\"never here\"}"};
    static const char *const upsert[] = {"{\"id\":\"b\",\"reason\":\"a field like others\"}"};
    begin(&f);
    assert_int_equal(STORE_IMPORT(&f, nobody, &deletion), ST_UNCHANGED);
    assert_int_equal(STORE_IMPORT(&f, upsert, NULL), ST_OK);
    assert_int_equal(removal_rows(&f), 0);
    end(&f);
}

static void test_rule_a5_a_key_that_returns_keeps_why_it_went(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const again[] = {"{\"id\":\"a\",\"reason\":\"Given away\"}"};
    static const char *const silent[] = {"{\"id\":\"a\"}"};
    begin(&f);
    assert_int_equal(STORE_IMPORT(&f, why, &deletion), ST_OK);    // commit 2
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);       // 3: all return
    assert_int_equal(STORE_IMPORT(&f, again, &deletion), ST_OK);  // 4
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);       // 5
    assert_int_equal(STORE_IMPORT(&f, silent, &deletion), ST_OK); // 6
    assert_removal(&f, "a", 2, "Registered twice", "b");
    assert_removal(&f, "a", 3, "Registered twice", "b");
    assert_removal(&f, "a", 5, "Given away", "");
    assert_removal(&f, "a", 6, "Stocktaking", "");
    assert_int_equal(removal_rows(&f), 2);
    end(&f);
}

static void test_rule_a5_reasons_outlive_merges(void **state)
{
    (void)state;
    struct store_fixture f;
    begin(&f);
    assert_int_equal(STORE_IMPORT(&f, why, &deletion), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, why, &deletion), ST_OK);
    for (int i = 0; i < 9; i++) {
        char text[64];
        const char *const rows[] = {text};
        (void)snprintf(text, sizeof text, "{\"id\":\"m%d\",\"x\":1}", i);
        assert_int_equal(STORE_IMPORT(&f, rows, NULL), ST_OK);
    }
    struct snapshot *s = NULL;
    assert_int_equal(store_merge(f.store, NULL, &f.error), ST_OK);
    assert_int_equal(store_snapshot(f.store, &s, NULL), ST_OK);
    assert_true(snapshot_segments(s) < 12);
    snapshot_release(s);
    assert_removal(&f, "a", 2, "Registered twice", "b");
    assert_removal(&f, "a", 0, "Registered twice", "b");
    assert_removal(&f, "d", 0, "Stocktaking", "");
    end(&f);
}

static void test_rule_a5_a_revert_brings_back_and_keeps_why(void **state)
{
    (void)state;
    struct store_fixture f;
    uint32_t commit = 0;
    begin(&f);
    assert_int_equal(STORE_IMPORT(&f, why, &deletion), ST_OK);
    assert_int_equal(store_revert(f.store, 2, "curator", "", &commit, &f.error), ST_OK);
    assert_string_equal(store_fixture_record(&f, "a", 0).bytes, "{\"id\":\"a\",\"x\":1}");
    assert_removal(&f, "a", 2, "Registered twice", "b");
    assert_removal(&f, "a", 3, "Registered twice", "b");
    end(&f);
}

static void test_rule_a5_a_key_of_any_allowed_length(void **state)
{
    (void)state;
    struct store_fixture f;
    char key[LIMIT_KEY_BYTES + 1];
    char text[2][LIMIT_KEY_BYTES + 64];
    memset(key, 'k', sizeof key);
    key[LIMIT_KEY_BYTES] = '\0';
    (void)snprintf(text[0], sizeof text[0], "{\"id\":\"%s\"}", key);
    (void)snprintf(text[1], sizeof text[1], "{\"id\":\"%s\",\"reason\":\"Too long\"}", key);
    const char *const first[] = {text[0]};
    const char *const then[] = {text[1]};
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, first, NULL), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, then, &deletion), ST_OK);
    assert_removal(&f, key, 0, "Too long", "");
    end(&f);
}

// The removals table is nobody's to list or to read as records, and no digest knows of it.
static void test_rule_a5_reasons_are_no_records(void **state)
{
    (void)state;
    struct store_fixture f[2];
    struct sha256 digests[2];
    static const char *const silent[] = {"{\"id\":\"a\"}", "{\"id\":\"c\"}", "{\"id\":\"d\"}"};
    for (size_t i = 0; i < 2; i++) {
        struct snapshot *s = NULL;
        struct table_walk *walk = NULL;
        struct record_version version;
        string_view key = {0};
        size_t tables = 0;
        uint64_t rows = 0;
        bool more = true;
        begin(&f[i]);
        assert_int_equal(i == 0 ? STORE_IMPORT(&f[i], why, &deletion)
                                : STORE_IMPORT(&f[i], silent, &deletion),
                         ST_OK);
        assert_int_equal(removal_rows(&f[i]), i == 0 ? 2 : 0);
        assert_int_equal(store_snapshot(f[i].store, &s, NULL), ST_OK);
        (void)snapshot_tables(s, &tables);
        assert_int_equal(tables, 1);
        assert_int_equal(snapshot_commit(s, 2)->count_tables, 1);
        assert_int_equal(
            table_walk_create(s, &scope_public, &removals_table, 2, &walk, &f[i].error), ST_OK);
        assert_int_equal(table_walk_next(walk, &key, &version, &more, &f[i].error), ST_OK);
        assert_false(more);
        table_walk_destroy(walk);
        assert_int_equal(snapshot_digest(s, &scope_public, &f[i].table.table, 1, 2, &digests[i],
                                         &rows, &f[i].error),
                         ST_OK);
        assert_int_equal(rows, 1);
        snapshot_release(s);
        end(&f[i]);
    }
    assert_true(sha256_equal(&digests[0], &digests[1]));
}

// --- two writers -----------------------------------------------------------------------------

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

static void delete_with_meddler(struct store_fixture *f, void (*between)(struct store_fixture *))
{
    struct store_fixture other = *f;
    struct meddling_source m = {
        .inner = memory_source_create(why, ARRAY_LENGTH(why)), .between = between, .other = &other};
    struct row_report *report = NULL;
    struct import_options options = deletion;
    options.key_field = "id";
    options.memory_limit = (size_t)48 << 20;
    m.base = (struct row_source){.next = meddling_next, .names = m.inner->names};
    assert_int_equal(store_open(f->folder, &other.store, &f->error), ST_OK);
    assert_int_equal(row_report_create(NULL, &report, &f->error), ST_OK);
    assert_int_equal(store_import(f->store, &f->table, &m.base, report, &options, NULL, 0,
                                  &f->result, &f->error),
                     ST_OK);
    row_report_destroy(report);
    row_source_destroy(m.inner);
    store_close(other.store);
}

static void delete_a_otherwise(struct store_fixture *other)
{
    static const char *const rows[] = {"{\"id\":\"a\",\"reason\":\"Eaten by moths\"}"};
    assert_int_equal(STORE_IMPORT(other, rows, &deletion), ST_OK);
}

static void delete_a_alike(struct store_fixture *other)
{
    const char *const rows[] = {why[0]};
    assert_int_equal(STORE_IMPORT(other, rows, &deletion), ST_OK);
}

static void change_a(struct store_fixture *other)
{
    static const char *const rows[] = {"{\"id\":\"a\",\"x\":2}"};
    assert_int_equal(STORE_IMPORT(other, rows, NULL), ST_OK);
}

static void merge_all(struct store_fixture *other)
{
    for (int i = 0; i < 9; i++) {
        delete_a_otherwise(other);
        change_a(other);
    }
    assert_int_equal(store_merge(other->store, NULL, &other->error), ST_OK);
}

static void test_rule_a5_another_writer_removes_the_same(void **state)
{
    (void)state;
    static void (*const others[])(struct store_fixture *) = {delete_a_otherwise, delete_a_alike};
    for (size_t i = 0; i < 2; i++) {
        struct store_fixture f;
        begin(&f);
        delete_with_meddler(&f, others[i]);
        // The first to remove says why.
        assert_removal(&f, "a", 0, i == 0 ? "Eaten by moths" : "Registered twice",
                       i == 0 ? "" : "b");
        assert_removal(&f, "c", 0, "Lost on loan", "from the record");
        assert_int_equal(f.result.counts.removed, 2);
        end(&f);
    }
}

static void test_rule_a5_another_writer_keeps_the_record(void **state)
{
    (void)state;
    struct store_fixture f;
    static const char *const later[] = {"{\"id\":\"a\",\"reason\":\"Sold\"}"};
    begin(&f);
    delete_with_meddler(&f, change_a);
    // Theirs stands, so ours was no removal; the next one is told for itself.
    assert_string_equal(store_fixture_record(&f, "a", 0).bytes, "{\"id\":\"a\",\"x\":2}");
    assert_int_equal(STORE_IMPORT(&f, later, &deletion), ST_OK);
    assert_removal(&f, "a", 0, "Sold", "");
    end(&f);
}

static void test_rule_a5_another_writer_merges(void **state)
{
    (void)state;
    struct store_fixture f;
    begin(&f);
    assert_int_equal(STORE_IMPORT(&f, why, &deletion), ST_OK);
    assert_int_equal(STORE_IMPORT(&f, start, NULL), ST_OK);
    delete_with_meddler(&f, merge_all);
    assert_removal(&f, "a", 2, "Registered twice", "b");
    assert_removal(&f, "a", 4, "Eaten by moths", "");
    assert_removal(&f, "c", 2, "Lost on loan", "from the record");
    assert_removal(&f, "c", 0, "Lost on loan", "from the record");
    end(&f);
}

// --- verifying -------------------------------------------------------------------------------

static void put_removal(struct store_fixture *f, const char *key)
{
    struct snapshot *base = NULL;
    struct change_set *changes = NULL;
    struct removal_writer *writer = NULL;
    static const char *const said[] = {"{\"reason\":\"r\"}"};
    struct row_source *source = memory_source_create(said, 1);
    struct source_row row;
    struct uuid nowhere;
    struct log_entry entry = {.commit = {.kind = COMMIT_IMPORT}};
    bool more = false;
    uuid_from_name(SV("table/nowhere"), &nowhere);
    assert_int_equal(source->next(source, &row, &more, NULL), ST_OK);
    assert_int_equal(store_snapshot(f->store, &base, NULL), ST_OK);
    assert_int_equal(change_set_create(f->store, base, NULL, 1 << 20, &changes, NULL), ST_OK);
    assert_int_equal(removal_writer_create(base, &nowhere, &writer, NULL), ST_OK);
    assert_int_equal(removal_writer_add(writer, sv_from(key), &row.document, source->names, NULL),
                     ST_OK);
    assert_int_equal(removal_writer_put(writer, changes, NULL), ST_OK);
    assert_int_equal(change_set_publish(changes, &entry, NULL, 0, 0, &f->error), ST_OK);
    removal_writer_destroy(writer);
    change_set_destroy(changes);
    snapshot_release(base);
    row_source_destroy(source);
}

static void test_rule_a5_verify_finds_a_removal_from_no_table(void **state)
{
    (void)state;
    struct store_fixture f;
    begin(&f);
    put_removal(&f, "a");
    assert_int_equal(store_verify(f.store, store_fixture_tell, NULL, &f.error), ST_CORRUPT);
    store_fixture_end(&f);
}

// --- events ----------------------------------------------------------------------------------

static void test_rule_a5_events_of_a_record(void **state)
{
    (void)state;
    static const struct record_version rows[] = {
        {.from = 1, .until = 3}, {.from = 3, .until = 5}, {.from = 7, .until = ROW_OPEN}};
    static const struct {
        uint32_t commit;
        enum record_change change;
    } expected[] = {
        {7, RECORD_RETURNED}, {5, RECORD_REMOVED}, {3, RECORD_CHANGED}, {1, RECORD_ADDED}};
    struct arena arena;
    struct record_event *events = NULL;
    size_t count = 0;
    arena_init(&arena, 0);
    assert_int_equal(record_events(rows, 3, 9, &arena, &events, &count, NULL), ST_OK);
    assert_int_equal(count, ARRAY_LENGTH(expected));
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(events[i].commit, expected[i].commit);
        assert_int_equal(events[i].change, expected[i].change);
        assert_true((events[i].row == NULL) == (events[i].change == RECORD_REMOVED));
    }
    assert_ptr_equal(events[1].ended, &rows[1]);
    // As of commit 4 the second row still stands; its end is not told.
    assert_int_equal(record_events(rows, 2, 4, &arena, &events, &count, NULL), ST_OK);
    assert_int_equal(count, 2);
    assert_int_equal(events[0].change, RECORD_CHANGED);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rule_a5_what_a_row_says_of_its_removal),
        cmocka_unit_test(test_rule_a5_reason_and_successor_are_kept),
        cmocka_unit_test(test_rule_a5_only_what_is_removed_gets_a_reason),
        cmocka_unit_test(test_rule_a5_a_key_that_returns_keeps_why_it_went),
        cmocka_unit_test(test_rule_a5_reasons_outlive_merges),
        cmocka_unit_test(test_rule_a5_a_revert_brings_back_and_keeps_why),
        cmocka_unit_test(test_rule_a5_a_key_of_any_allowed_length),
        cmocka_unit_test(test_rule_a5_reasons_are_no_records),
        cmocka_unit_test(test_rule_a5_another_writer_removes_the_same),
        cmocka_unit_test(test_rule_a5_another_writer_keeps_the_record),
        cmocka_unit_test(test_rule_a5_another_writer_merges),
        cmocka_unit_test(test_rule_a5_verify_finds_a_removal_from_no_table),
        cmocka_unit_test(test_rule_a5_events_of_a_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
