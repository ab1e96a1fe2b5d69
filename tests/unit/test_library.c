// SPDX-License-Identifier: Apache-2.0
// The library's face, as an embedding program uses it: through include/vitrine/ alone. Ingests,
// searches, rows, records as of two moments, differences, and what is said to those who misuse it.
#include "vitrine/vitrine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    char folder[64];
    struct vitrine_store *store;
    struct vitrine_snapshot *snapshot;
    struct vitrine_buffer *out;
    struct vitrine_error *error;
};

static const char *const bees[] = {
    "{\"id\":\"b1\",\"family\":\"Apidae\",\"genus\":\"Apis\",\"year\":\"1850\",\"sex\":\"female\"}",
    "{\"id\":\"b2\",\n \"family\":\"Apidae\",\"genus\":\"Bombus\",\"year\":\"1901\"}",
    "{\"id\":\"b3\",\"family\":\"Megachilidae\",\"genus\":\"Osmia\",\"year\":\"1950\"}",
};
#define BEES (sizeof bees / sizeof bees[0])

// Rows into a table; the commit made.
static uint32_t ingest(struct fixture *f, const char *table, const char *const *rows, size_t count,
                       enum vitrine_mode mode)
{
    struct vitrine_ingest *in = NULL;
    assert_int_equal(vitrine_ingest_create(f->store, NULL, table, &in, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_describe(in, "a test", "rows", f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_mode(in, mode, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_key(in, "id", f->error), VITRINE_OK);
    vitrine_ingest_allow(in, true, false);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(vitrine_ingest_row(in, rows[i], strlen(rows[i]), f->error), VITRINE_OK);
    }
    enum vitrine_status done = vitrine_ingest_publish(in, f->error);
    if (done != VITRINE_OK) {
        print_error("%s\n", vitrine_error_message(f->error));
    }
    assert_int_equal(done, VITRINE_OK);
    uint32_t commit = vitrine_ingest_commit(in);
    vitrine_ingest_destroy(in);
    return commit;
}

static void take(struct fixture *f)
{
    vitrine_snapshot_release(f->snapshot);
    f->snapshot = NULL;
    assert_int_equal(vitrine_snapshot_take(f->store, &f->snapshot, f->error), VITRINE_OK);
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/vitrine-library-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    f->error = vitrine_error_create();
    f->out = vitrine_buffer_create(0);
    assert_int_equal(vitrine_store_create(f->folder, f->error), VITRINE_OK);
    assert_int_equal(vitrine_store_open(f->folder, &f->store, f->error), VITRINE_OK);
    *state = f;
    return 0;
}

static int remove_folder(const char *folder)
{
    char command[128];
    (void)snprintf(command, sizeof command, "%s", folder);
    pid_t child = fork();
    if (child == 0) {
        (void)execlp("rm", "rm", "-rf", "--", command, (char *)NULL);
        _exit(1);
    }
    return child < 0 ? -1 : 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    vitrine_snapshot_release(f->snapshot);
    vitrine_store_close(f->store);
    vitrine_buffer_destroy(f->out);
    vitrine_error_destroy(f->error);
    int result = remove_folder(f->folder);
    free(f);
    return result;
}

// What the buffer holds, which is emptied.
static const char *text(struct fixture *f)
{
    static char copy[8192];
    struct vitrine_text held = vitrine_buffer_text(f->out);
    assert_true(held.length < sizeof copy);
    assert_int_equal(held.bytes[held.length], '\0');
    memcpy(copy, held.bytes, held.length + 1);
    vitrine_buffer_clear(f->out);
    return copy;
}

static void assert_text(struct vitrine_text found, const char *expected)
{
    assert_int_equal(found.length, strlen(expected));
    assert_memory_equal(found.bytes, expected, found.length);
}

// --- a life of a store ---------------------------------------------------------------------------

static void test_an_empty_store(void **state)
{
    struct fixture *f = *state;
    take(f);
    assert_int_equal(vitrine_snapshot_commit(f->snapshot), 0);
    assert_int_equal(vitrine_snapshot_moment(f->snapshot), 0);
    assert_int_equal(vitrine_table_count(f->snapshot), 0);
    assert_text(vitrine_table_slug(f->snapshot, 0), "");
    assert_int_equal(vitrine_search_json(f->snapshot, NULL, 0, f->out, f->error), VITRINE_OK);
    assert_string_equal(
        text(f), "{\"version\":null,\"total\":0,\"records\":[],\"facets\":[],\"after\":null}");
    assert_int_equal(vitrine_store_create(f->folder, f->error), VITRINE_CONFLICT);
}

static void test_ingest_tells_what_it_did(void **state)
{
    struct fixture *f = *state;
    struct vitrine_ingest *in = NULL;
    assert_int_equal(vitrine_ingest_create(f->store, "museum", "bees", &in, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_key(in, "id", f->error), VITRINE_OK);
    for (size_t i = 0; i < BEES; i++) {
        assert_int_equal(vitrine_ingest_row(in, bees[i], strlen(bees[i]), f->error), VITRINE_OK);
    }
    assert_int_equal(vitrine_ingest_row(in, "{\"id\":", 6, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_commit(in), 0);
    vitrine_ingest_strict(in, true);
    assert_int_equal(vitrine_ingest_publish(in, f->error), VITRINE_BAD_DATA);
    assert_int_equal(vitrine_ingest_problems(in), 1);
    struct vitrine_text report = vitrine_ingest_report(in);
    assert_non_null(memmem(report.bytes, report.length, "\"line\":4", 8));
    assert_int_equal(vitrine_ingest_publish(in, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_ingest_row(in, bees[0], strlen(bees[0]), f->error), VITRINE_INVALID);
    vitrine_ingest_destroy(in);
    assert_int_equal(ingest(f, "bees", bees, BEES, VITRINE_UPSERT), 1);
    take(f);
    assert_int_equal(vitrine_table_count(f->snapshot), 1);
    assert_text(vitrine_table_slug(f->snapshot, 0), "bees");
    assert_text(vitrine_table_dataset(f->snapshot, 0), "bees");
    assert_text(vitrine_table_key_field(f->snapshot, 0), "id");
    char uuid[37];
    vitrine_table_uuid(f->snapshot, 0, uuid);
    assert_int_equal(strlen(uuid), 36);
    assert_int_equal(vitrine_commit_json(f->snapshot, 1, f->out, f->error), VITRINE_OK);
    const char *told = text(f);
    assert_non_null(strstr(told, "\"author\":\"a test\",\"message\":\"rows\""));
    assert_non_null(strstr(told, "\"added\":3,\"changed\":0,\"removed\":0,\"unchanged\":0"));
    assert_int_equal(vitrine_commit_json(f->snapshot, 2, f->out, f->error), VITRINE_NOT_FOUND);
}

static void test_the_same_rows_again_are_unchanged(void **state)
{
    struct fixture *f = *state;
    struct vitrine_ingest *in = NULL;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    assert_int_equal(vitrine_ingest_create(f->store, NULL, "bees", &in, f->error), VITRINE_OK);
    for (size_t i = 0; i < BEES; i++) {
        assert_int_equal(vitrine_ingest_row(in, bees[i], strlen(bees[i]), f->error), VITRINE_OK);
    }
    assert_int_equal(vitrine_ingest_publish(in, f->error), VITRINE_UNCHANGED);
    assert_int_equal(vitrine_ingest_commit(in), 0);
    assert_int_equal(vitrine_ingest_rows(in), 3);
    assert_int_equal(vitrine_ingest_unchanged(in), 3);
    assert_int_equal(vitrine_ingest_added(in) + vitrine_ingest_changed(in) +
                         vitrine_ingest_removed(in) + vitrine_ingest_clashes(in),
                     0);
    vitrine_ingest_destroy(in);
}

static void test_a_search_part_by_part(void **state)
{
    struct fixture *f = *state;
    struct vitrine_result *r = NULL;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    take(f);
    struct vitrine_search *s = vitrine_search_create();
    assert_int_equal(vitrine_search_parameter(s, "year", "1800..1920", f->error), VITRINE_OK);
    assert_int_equal(vitrine_search_query(s, "{\"search\":\"apidae\"}", 19, f->error), VITRINE_OK);
    assert_int_equal(vitrine_search_table(s, "bees", f->error), VITRINE_OK);
    assert_int_equal(vitrine_search_facet(s, "genus", 1, f->error), VITRINE_OK);
    assert_int_equal(vitrine_search_sort(s, "year", true, f->error), VITRINE_OK);
    assert_int_equal(vitrine_search_page(s, 0, 1, f->error), VITRINE_OK);
    assert_int_equal(vitrine_search_run(s, f->snapshot, &r, f->error), VITRINE_OK);
    assert_int_equal(vitrine_result_commit(r), 1);
    assert_int_equal(vitrine_result_total(r), 2);
    assert_int_equal(vitrine_result_count(r), 1);
    assert_text(vitrine_result_key(r, 0), "b2");
    assert_text(vitrine_result_table(r, 0), "bees");
    assert_int_equal(vitrine_result_version(r, 0), 1);
    assert_int_equal(vitrine_result_json(r, 0, f->out, f->error), VITRINE_OK);
    assert_non_null(strstr(text(f), "\"genus\":\"Bombus\""));
    assert_int_equal(vitrine_result_facet_count(r), 1);
    assert_text(vitrine_result_facet_field(r, 0), "genus");
    assert_int_equal(vitrine_result_value_count(r, 0), 1);
    assert_text(vitrine_result_value(r, 0, 0), "Apis");
    assert_int_equal(vitrine_result_value_records(r, 0, 0), 1);
    assert_int_equal(vitrine_result_other(r, 0), 1);
    assert_int_equal(vitrine_result_missing(r, 0), 0);
    // The cursor goes on behind the page, and a snapshot may end before its results.
    assert_int_equal(vitrine_search_after(s, vitrine_result_after(r).bytes, f->error), VITRINE_OK);
    vitrine_result_destroy(r);
    assert_int_equal(vitrine_search_run(s, f->snapshot, &r, f->error), VITRINE_OK);
    vitrine_snapshot_release(f->snapshot);
    f->snapshot = NULL;
    assert_text(vitrine_result_key(r, 0), "b1");
    assert_text(vitrine_result_after(r), "");
    assert_int_equal(vitrine_result_json(r, 0, f->out, f->error), VITRINE_OK);
    assert_non_null(strstr(text(f), "\"genus\":\"Apis\""));
    // Past the end nothing stands.
    assert_text(vitrine_result_key(r, 1), "");
    assert_text(vitrine_result_table(r, 1), "");
    assert_int_equal(vitrine_result_version(r, 1), 0);
    assert_int_equal(vitrine_result_json(r, 1, f->out, f->error), VITRINE_INVALID);
    assert_text(vitrine_result_facet_field(r, 1), "");
    assert_text(vitrine_result_value(r, 0, 9), "");
    assert_int_equal(vitrine_result_value_records(r, 0, 9), 0);
    vitrine_result_destroy(r);
    vitrine_search_destroy(s);
}

static void test_equal_searches_print_alike(void **state)
{
    struct fixture *f = *state;
    char first[512];
    struct vitrine_search *s = vitrine_search_create();
    assert_int_equal(vitrine_search_canonical(s, f->out, f->error), VITRINE_OK);
    assert_string_equal(text(f), "{}");
    assert_int_equal(vitrine_search_parameter(s, "family", "Apidae", f->error), VITRINE_OK);
    assert_int_equal(vitrine_search_canonical(s, f->out, f->error), VITRINE_OK);
    (void)snprintf(first, sizeof first, "%s", text(f));
    struct vitrine_search *t = vitrine_search_create();
    static const char json[] = "{\"filters\":{\"and\":[{\"string_equals\":{\"value\":\"Apidae\","
                               "\"fields\":[\"family\"]}}]}}";
    assert_int_equal(vitrine_search_query(t, json, strlen(json), f->error), VITRINE_OK);
    assert_int_equal(vitrine_search_canonical(t, f->out, f->error), VITRINE_OK);
    assert_string_equal(text(f), first);
    vitrine_search_destroy(s);
    vitrine_search_destroy(t);
}

static void test_a_search_as_json(void **state)
{
    struct fixture *f = *state;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    take(f);
    static const char body[] =
        "{\"query\":{\"search\":\"apidae\"},\"tables\":[\"bees\"],"
        "\"facets\":[{\"field\":\"genus\",\"limit\":5}],\"sort\":[\"-year\"],"
        "\"limit\":1}";
    assert_int_equal(vitrine_search_json(f->snapshot, body, strlen(body), f->out, f->error),
                     VITRINE_OK);
    const char *answer = text(f);
    assert_non_null(strstr(answer, "\"total\":2,\"records\":[{\"dataset\":\"bees\","
                                   "\"table\":\"bees\",\"key\":\"b2\",\"version\":"));
    assert_non_null(strstr(answer, "{\"field\":\"genus\",\"values\":[{\"value\":\"Apis\","
                                   "\"count\":1},{\"value\":\"Bombus\",\"count\":1}],"
                                   "\"missing\":0,\"other\":0"));
    assert_non_null(strstr(answer, "\"after\":\""));
}

// What vitrine_search_json refuses, and where it points.
static const struct {
    const char *body;
    enum vitrine_status status;
    const char *field;
} refused[] = {
    {"[]", VITRINE_INVALID, ""},
    {"{", VITRINE_INVALID, ""},
    {"{\"what\":1}", VITRINE_INVALID, "/what"},
    {"{\"limit\":-1}", VITRINE_INVALID, "/limit"},
    {"{\"limit\":1001}", VITRINE_INVALID, "/limit"},
    {"{\"offset\":\"1\"}", VITRINE_INVALID, "/offset"},
    {"{\"facets\":\"genus\"}", VITRINE_INVALID, "/facets"},
    {"{\"facets\":[\"genus\",7]}", VITRINE_INVALID, "/facets/1"},
    {"{\"facets\":[\"\"]}", VITRINE_INVALID, "/facets/0"},
    {"{\"facets\":[\"genus\"],\"facetLimit\":10001}", VITRINE_INVALID, "/facetLimit"},
    {"{\"sort\":[3]}", VITRINE_INVALID, "/sort/0"},
    {"{\"version\":\"soon\"}", VITRINE_INVALID, "/version"},
    {"{\"version\":1}", VITRINE_NOT_FOUND, "/version"},
    {"{\"tables\":[\"wasps\"]}", VITRINE_NOT_FOUND, "/tables"},
    {"{\"datasets\":[\"wasps\"]}", VITRINE_NOT_FOUND, "/datasets"},
    {"{\"query\":[]}", VITRINE_INVALID, "/query"},
    {"{\"query\":{\"filters\":{\"and\":[{\"nothing\":{}}]}}}", VITRINE_INVALID,
     "/query/filters/and/0/nothing"},
    {"{\"query\":{\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"genuss\"],"
     "\"value\":\"x\"}}]}}}",
     VITRINE_INVALID, "/query/filters/and/0/string_equals/fields/0"},
    {"{\"facets\":[\"genuss\"]}", VITRINE_INVALID, "/facets/0"},
    {"{\"budget\":-1}", VITRINE_INVALID, "/budget"},
    {"{\"kinds\":[]}", VITRINE_INVALID, "/kinds"},
    {"{\"after\":\"x\"}", VITRINE_INVALID, "/after"},
};

static void test_bad_searches_are_told(void **state)
{
    struct fixture *f = *state;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    take(f);
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        const char *body = refused[i].body;
        enum vitrine_status done =
            vitrine_search_json(f->snapshot, body, strlen(body), f->out, f->error);
        if (done != refused[i].status ||
            strcmp(vitrine_error_field(f->error), refused[i].field) != 0) {
            print_error("%s: %d at \"%s\": %s\n", body, (int)done, vitrine_error_field(f->error),
                        vitrine_error_message(f->error));
        }
        assert_int_equal(done, refused[i].status);
        assert_int_equal(vitrine_error_status(f->error), refused[i].status);
        assert_string_equal(vitrine_error_field(f->error), refused[i].field);
        assert_true(strlen(vitrine_error_message(f->error)) > 0);
        // Nothing is left in the buffer.
        assert_string_equal(text(f), "");
    }
    // An error is forgotten by the next call.
    assert_int_equal(vitrine_search_json(f->snapshot, "", 0, f->out, f->error), VITRINE_OK);
    assert_int_equal(vitrine_error_status(f->error), VITRINE_OK);
    assert_string_equal(vitrine_error_message(f->error), "");
}

// --- moments -------------------------------------------------------------------------------------

static const char *const later[] = {
    "{\"id\":\"b1\",\"family\":\"Apidae\",\"genus\":\"Apis\",\"year\":\"1851\",\"sex\":\"female\"}",
    "{\"id\":\"b3\",\"family\":\"Megachilidae\",\"genus\":\"Osmia\",\"year\":\"1950\"}",
    "{\"id\":\"b4\",\"family\":\"Apidae\",\"genus\":\"Eucera\",\"year\":\"1999\"}",
};

static void test_records_as_of_two_moments(void **state)
{
    struct fixture *f = *state;
    struct vitrine_snapshot *before = NULL;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    assert_int_equal(ingest(f, "bees", later, 3, VITRINE_SNAPSHOT), 2);
    take(f);
    assert_int_equal(vitrine_snapshot_take_commit(f->store, 1, &before, f->error), VITRINE_OK);
    assert_int_equal(vitrine_snapshot_commit(before), 1);
    assert_int_equal(vitrine_record_json(before, "bees", "b2", f->out, f->error), VITRINE_OK);
    assert_non_null(strstr(text(f), "\"Bombus\""));
    assert_int_equal(vitrine_record_json(f->snapshot, "bees", "b2", f->out, f->error),
                     VITRINE_GONE);
    assert_int_equal(vitrine_record_json(before, "bees", "b4", f->out, f->error),
                     VITRINE_NOT_FOUND);
    assert_int_equal(vitrine_record_json(f->snapshot, "bees", "b9", f->out, f->error),
                     VITRINE_NOT_FOUND);
    assert_int_equal(vitrine_record_json(f->snapshot, "beez", "b1", f->out, f->error),
                     VITRINE_NOT_FOUND);
    assert_non_null(strstr(vitrine_error_message(f->error), "near it are: bees"));
    assert_string_equal(text(f), "");
    // Versions: up to the snapshot, each with the moment that ended it.
    assert_int_equal(vitrine_record_versions_json(f->snapshot, "bees", "b1", f->out, f->error),
                     VITRINE_OK);
    const char *versions = text(f);
    assert_non_null(strstr(versions, "\"commit\":1,"));
    assert_non_null(strstr(versions, "\"commit\":2,"));
    assert_non_null(strstr(versions, "\"until\":null"));
    assert_int_equal(vitrine_record_versions_json(before, "bees", "b1", f->out, f->error),
                     VITRINE_OK);
    assert_null(strstr(text(f), "\"commit\":2,"));
    assert_int_equal(vitrine_record_versions_json(before, "bees", "b4", f->out, f->error),
                     VITRINE_NOT_FOUND);
    // Digests are of the moment.
    char digests[2][65];
    uint64_t records = 0;
    assert_int_equal(vitrine_digest(before, "bees", digests[0], &records, f->error), VITRINE_OK);
    assert_int_equal(records, 3);
    assert_int_equal(vitrine_digest(f->snapshot, NULL, digests[1], NULL, f->error), VITRINE_OK);
    char only[65];
    assert_int_equal(vitrine_digest(f->snapshot, "bees", only, NULL, f->error), VITRINE_OK);
    assert_string_equal(only, digests[1]); // the one table is all there is
    uint64_t erased = 1;
    int64_t first = 1;
    int64_t last = 1;
    assert_int_equal(vitrine_erased(f->snapshot, "bees", &erased, &first, &last, f->error),
                     VITRINE_OK);
    assert_true(erased == 0 && first == 0 && last == 0);
    assert_int_equal(vitrine_erased(f->snapshot, "wasps", &erased, &first, &last, f->error),
                     VITRINE_NOT_FOUND);
    assert_string_not_equal(digests[0], digests[1]);
    // A moment finds the newest commit at or before it.
    struct vitrine_snapshot *then = NULL;
    int64_t moment = vitrine_snapshot_moment(f->snapshot);
    assert_int_equal(vitrine_snapshot_take_at(f->store, moment - 1, &then, f->error), VITRINE_OK);
    assert_int_equal(vitrine_snapshot_commit(then), 1);
    vitrine_snapshot_release(then);
    assert_int_equal(vitrine_snapshot_take_at(f->store, 1, &then, f->error), VITRINE_NOT_FOUND);
    assert_int_equal(vitrine_snapshot_take_commit(f->store, 3, &then, f->error), VITRINE_NOT_FOUND);
    assert_int_equal(vitrine_snapshot_take_commit(f->store, 0, &then, f->error), VITRINE_NOT_FOUND);
    vitrine_snapshot_release(before);
}

struct told {
    char text[512];
    size_t most;
};

static bool tell_difference(void *argument, enum vitrine_change change, struct vitrine_text table,
                            struct vitrine_text key, struct vitrine_text before,
                            struct vitrine_text after)
{
    static const char signs[] = {
        [VITRINE_ADDED] = '+', [VITRINE_REMOVED] = '-', [VITRINE_CHANGED] = '~'};
    struct told *told = argument;
    size_t at = strlen(told->text);
    assert_text(table, "bees");
    assert_int_equal(before.length == 0, change == VITRINE_ADDED);
    assert_int_equal(after.length == 0, change == VITRINE_REMOVED);
    (void)snprintf(told->text + at, sizeof told->text - at, "%c%.*s ", signs[change],
                   (int)key.length, key.bytes);
    return --told->most > 0;
}

static void test_differences(void **state)
{
    struct fixture *f = *state;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    (void)ingest(f, "bees", later, 3, VITRINE_SNAPSHOT);
    take(f);
    struct told told = {.most = 10};
    assert_int_equal(vitrine_diff(f->snapshot, NULL, 1, 2, tell_difference, &told, f->error),
                     VITRINE_OK);
    assert_string_equal(told.text, "~b1 -b2 +b4 ");
    struct vitrine_search *s = vitrine_search_create();
    assert_int_equal(vitrine_search_parameter(s, "genus", "Eucera", f->error), VITRINE_OK);
    told = (struct told){.most = 10};
    assert_int_equal(vitrine_diff(f->snapshot, s, 1, 2, tell_difference, &told, f->error),
                     VITRINE_OK);
    assert_string_equal(told.text, "+b4 ");
    vitrine_search_destroy(s);
    told = (struct told){.most = 1};
    assert_int_equal(vitrine_diff(f->snapshot, NULL, 1, 2, tell_difference, &told, f->error),
                     VITRINE_CANCELLED);
    assert_string_equal(told.text, "~b1 ");
    assert_int_equal(vitrine_diff(f->snapshot, NULL, 1, 3, tell_difference, &told, f->error),
                     VITRINE_INVALID);
    assert_string_equal(vitrine_error_field(f->error), "to");
}

// --- all rows ------------------------------------------------------------------------------------

// More rows than the library looks up at once, and than it keeps in memory for an ingest.
#define MANY 30000

static void test_rows_come_one_by_one_in_order(void **state)
{
    struct fixture *f = *state;
    struct vitrine_ingest *in = NULL;
    struct vitrine_rows *rows = NULL;
    char row[512];
    assert_int_equal(vitrine_ingest_create(f->store, NULL, "many", &in, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_key(in, "id", f->error), VITRINE_OK);
    for (int i = MANY; i-- > 0;) {
        int length =
            snprintf(row, sizeof row, "{\"id\":\"%06d\",\"odd\":%s,\"filling\":\"%0200d\"}", i,
                     i % 2 == 1 ? "true" : "false", i % 10);
        assert_int_equal(vitrine_ingest_row(in, row, (size_t)length, f->error), VITRINE_OK);
    }
    assert_int_equal(vitrine_ingest_publish(in, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_added(in), MANY);
    vitrine_ingest_destroy(in);
    assert_int_equal(vitrine_merge(f->store, f->error), VITRINE_OK);
    take(f);
    struct vitrine_search *s = vitrine_search_create();
    assert_int_equal(vitrine_search_parameter(s, "odd", "true", f->error), VITRINE_OK);
    assert_int_equal(vitrine_rows_open(s, f->snapshot, &rows, f->error), VITRINE_OK);
    vitrine_search_destroy(s);
    assert_int_equal(vitrine_rows_total(rows), MANY / 2);
    bool more = true;
    int seen = 0;
    while (vitrine_rows_next(rows, &more, f->error) == VITRINE_OK && more) {
        (void)snprintf(row, sizeof row, "%06d", 2 * seen + 1);
        assert_text(vitrine_rows_key(rows), row);
        assert_text(vitrine_rows_table(rows), "many");
        assert_memory_equal(vitrine_rows_json(rows).bytes + 7, row, 6);
        seen++;
    }
    assert_int_equal(vitrine_error_status(f->error), VITRINE_OK);
    assert_int_equal(seen, MANY / 2);
    assert_int_equal(vitrine_rows_next(rows, &more, f->error), VITRINE_OK);
    assert_false(more);
    vitrine_rows_close(rows);
}

static bool collect(void *argument, struct vitrine_text bytes)
{
    struct told *told = argument;
    size_t at = strlen(told->text);
    assert_true(at + bytes.length < sizeof told->text);
    memcpy(told->text + at, bytes.bytes, bytes.length);
    return --told->most > 0;
}

static void test_export_as_csv(void **state)
{
    struct fixture *f = *state;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    take(f);
    struct vitrine_search *s = vitrine_search_create();
    assert_int_equal(vitrine_search_parameter(s, "family", "apidae", f->error), VITRINE_OK);
    struct told told = {.most = 100};
    assert_int_equal(vitrine_export_csv(s, f->snapshot, collect, &told, f->error), VITRINE_OK);
    assert_non_null(strstr(told.text, "id,"));
    assert_non_null(strstr(told.text, "b1,Apidae,Apis,1850,female"));
    assert_non_null(strstr(told.text, "b2,Apidae,Bombus,1901,"));
    assert_null(strstr(told.text, "Megachilidae"));
    told = (struct told){.most = 1};
    assert_int_equal(vitrine_export_csv(s, f->snapshot, collect, &told, f->error),
                     VITRINE_CANCELLED);
    assert_int_equal(vitrine_export_csv(s, f->snapshot, NULL, &told, f->error), VITRINE_INVALID);
    vitrine_search_destroy(s);
}

// --- completions and fields ----------------------------------------------------------------------

static void test_completions(void **state)
{
    struct fixture *f = *state;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    take(f);
    assert_int_equal(vitrine_suggest_json(f->snapshot, NULL, "family", "ap", 5, f->out, f->error),
                     VITRINE_OK);
    assert_string_equal(text(f), "[{\"value\":\"Apidae\",\"count\":2}]");
    struct vitrine_search *s = vitrine_search_create();
    assert_int_equal(vitrine_search_parameter(s, "sex", "female", f->error), VITRINE_OK);
    assert_int_equal(vitrine_suggest_json(f->snapshot, s, "family", "", 5, f->out, f->error),
                     VITRINE_OK);
    assert_string_equal(text(f), "[{\"value\":\"Apidae\",\"count\":1}]");
    vitrine_search_destroy(s);
    assert_int_equal(vitrine_suggest_json(f->snapshot, NULL, "famly", "a", 5, f->out, f->error),
                     VITRINE_INVALID);
    assert_int_equal(vitrine_table_fields_json(f->snapshot, "bees", f->out, f->error), VITRINE_OK);
    const char *fields = text(f);
    assert_non_null(strstr(fields, "{\"field\":\"sex\",\"nested\":false,\"records\":1,"
                                   "\"distinct\":1,"));
    assert_non_null(strstr(fields, "{\"field\":\"year\""));
    assert_int_equal(vitrine_table_fields_json(f->snapshot, "x", f->out, f->error),
                     VITRINE_NOT_FOUND);
}

// --- summaries -----------------------------------------------------------------------------------

static void test_summaries(void **state)
{
    struct fixture *f = *state;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    take(f);
    struct vitrine_summary *s = vitrine_summary_create();
    assert_int_equal(vitrine_summary_by(s, "family", VITRINE_EACH, 0, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_summary_statistics(s, "year", f->error), VITRINE_OK);
    assert_int_equal(vitrine_summary_histogram(s, "year", VITRINE_CENTURY, 0, f->error),
                     VITRINE_OK);
    assert_int_equal(vitrine_summary_group(s, f->error), VITRINE_OK);
    assert_int_equal(vitrine_summary_by(s, "family", VITRINE_EACH, 0, f->error), VITRINE_OK);
    assert_int_equal(vitrine_summary_measure(s, VITRINE_DISTINCT, "genus", f->error), VITRINE_OK);
    assert_int_equal(vitrine_summary_json(s, NULL, f->snapshot, f->out, f->error), VITRINE_OK);
    const char *answer = text(f);
    assert_non_null(strstr(answer, "\"total\":3,\"statistics\":["));
    assert_non_null(strstr(answer, "\"sum\":5701"));
    assert_non_null(strstr(answer, "\"histograms\":["));
    assert_non_null(strstr(answer, "\"Apidae\""));
    // Of some records only, and what is refused.
    struct vitrine_search *some = vitrine_search_create();
    assert_int_equal(vitrine_search_parameter(some, "genus", "Osmia", f->error), VITRINE_OK);
    assert_int_equal(vitrine_summary_json(s, some, f->snapshot, f->out, f->error), VITRINE_OK);
    assert_non_null(strstr(text(f), "\"total\":1,"));
    vitrine_search_destroy(some);
    assert_int_equal(vitrine_summary_histogram(s, "year", VITRINE_EACH, 0, f->error),
                     VITRINE_INVALID);
    assert_int_equal(vitrine_summary_histogram(s, "year", VITRINE_WIDTH, -1, f->error),
                     VITRINE_INVALID);
    assert_int_equal(vitrine_summary_by(s, "", VITRINE_EACH, 0, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_summary_by(s, "genus", (enum vitrine_interval)9, 0, f->error),
                     VITRINE_INVALID);
    assert_int_equal(vitrine_summary_measure(s, (enum vitrine_measure)9, "genus", f->error),
                     VITRINE_INVALID);
    for (int i = 0; i < 20; i++) {
        assert_int_equal(vitrine_summary_grid(s, 5.625, f->error), VITRINE_OK);
    }
    assert_int_equal(vitrine_summary_geohash(s, 3, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_summary_tile(s, 0, 0, 0, 4, f->error), VITRINE_INVALID);
    vitrine_summary_destroy(s);
    s = vitrine_summary_create();
    assert_int_equal(vitrine_summary_geohash(s, 99, f->error), VITRINE_OK);
    assert_int_equal(vitrine_summary_json(s, NULL, f->snapshot, f->out, f->error), VITRINE_INVALID);
    assert_string_equal(text(f), "");
    vitrine_summary_destroy(s);
    vitrine_summary_destroy(NULL);
}

// --- corrections ---------------------------------------------------------------------------------

static void test_correct_and_revert(void **state)
{
    struct fixture *f = *state;
    uint32_t commit = 0;
    static const char change[] = "{\"sex\":\"male\"}";
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    assert_int_equal(vitrine_correct(f->store, "bees", "b1", change, strlen(change), "curator",
                                     "the label says so", &commit, f->error),
                     VITRINE_OK);
    assert_int_equal(commit, 2);
    take(f);
    assert_int_equal(vitrine_record_json(f->snapshot, "bees", "b1", f->out, f->error), VITRINE_OK);
    assert_non_null(strstr(text(f), "\"sex\":\"male\""));
    assert_int_equal(vitrine_correct(f->store, "bees", "b9", change, strlen(change), "c", "m",
                                     &commit, f->error),
                     VITRINE_NOT_FOUND);
    assert_int_equal(vitrine_correct(f->store, "bees", "b1", "[]", 2, "c", "m", NULL, f->error),
                     VITRINE_BAD_DATA);
    assert_int_equal(vitrine_revert(f->store, 2, "curator", "it does not", &commit, f->error),
                     VITRINE_OK);
    assert_int_equal(commit, 3);
    take(f);
    assert_int_equal(vitrine_record_json(f->snapshot, "bees", "b1", f->out, f->error), VITRINE_OK);
    assert_non_null(strstr(text(f), "\"sex\":\"female\""));
    assert_int_equal(vitrine_verify(f->store, NULL, NULL, f->error), VITRINE_OK);
}

// --- limits and misuse ---------------------------------------------------------------------------

static bool always(void *argument)
{
    (*(int *)argument)++;
    return true;
}

static void test_a_search_can_be_stopped(void **state)
{
    struct fixture *f = *state;
    struct vitrine_result *r = NULL;
    int asked = 0;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    take(f);
    struct vitrine_search *s = vitrine_search_create();
    vitrine_search_cancel(s, always, &asked);
    assert_int_equal(vitrine_search_parameter(s, "q", "apidae", f->error), VITRINE_OK);
    assert_int_equal(vitrine_search_run(s, f->snapshot, &r, f->error), VITRINE_CANCELLED);
    assert_null(r);
    assert_true(asked > 0);
    vitrine_search_cancel(s, NULL, NULL);
    vitrine_search_budget(s, 60000);
    assert_int_equal(vitrine_search_run(s, f->snapshot, &r, f->error), VITRINE_OK);
    vitrine_result_destroy(r);
    vitrine_search_destroy(s);
}

static void test_a_buffer_has_a_bound(void **state)
{
    struct fixture *f = *state;
    (void)ingest(f, "bees", bees, BEES, VITRINE_UPSERT);
    take(f);
    struct vitrine_buffer *small = vitrine_buffer_create(100);
    assert_int_equal(vitrine_search_json(f->snapshot, "", 0, small, f->error), VITRINE_TOO_LARGE);
    assert_text(vitrine_buffer_text(small), "");
    assert_int_equal(vitrine_search_json(f->snapshot, "{\"limit\":0}", 11, small, f->error),
                     VITRINE_OK);
    assert_non_null(strstr(vitrine_buffer_text(small).bytes, "\"total\":3"));
    vitrine_buffer_destroy(small);
}

static void test_misuse_is_refused(void **state)
{
    struct fixture *f = *state;
    struct vitrine_store *store = NULL;
    struct vitrine_snapshot *snapshot = NULL;
    struct vitrine_ingest *in = NULL;
    take(f);
    assert_int_equal(vitrine_store_open("/nowhere/at/all", &store, f->error), VITRINE_NOT_FOUND);
    assert_int_equal(vitrine_store_open(NULL, &store, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_store_create(NULL, NULL), VITRINE_INVALID);
    assert_int_equal(vitrine_snapshot_take(NULL, &snapshot, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_search_json(NULL, "", 0, f->out, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_search_json(f->snapshot, NULL, 1, f->out, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_search_json(f->snapshot, "", 0, NULL, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_ingest_create(f->store, NULL, "Bees and Wasps", &in, f->error),
                     VITRINE_INVALID);
    assert_string_equal(vitrine_error_field(f->error), "table");
    assert_int_equal(vitrine_ingest_create(f->store, "-", "bees", &in, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_ingest_create(f->store, NULL, "bees", &in, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_row(in, "{\"id\":\"a\nb\"}", 12, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_ingest_row(in, "  ", 2, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_ingest_mode(in, (enum vitrine_mode)9, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_ingest_key(in, "", f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_ingest_row(in, bees[0], strlen(bees[0]), f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_file(in, "/x.csv", f->error), VITRINE_INVALID);
    vitrine_ingest_destroy(in);
    assert_int_equal(vitrine_ingest_create(f->store, NULL, "bees", &in, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_file(in, "/nowhere.csv", f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_row(in, bees[0], strlen(bees[0]), f->error), VITRINE_INVALID);
    assert_int_not_equal(vitrine_ingest_publish(in, f->error), VITRINE_OK);
    vitrine_ingest_destroy(in);
    assert_int_equal(vitrine_ingest_create(f->store, NULL, "bees", &in, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_publish(in, f->error), VITRINE_BAD_DATA);
    vitrine_ingest_destroy(in);
    struct vitrine_search *s = vitrine_search_create();
    assert_int_equal(vitrine_search_page(s, 0, 1001, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_search_facet(s, "", 1, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_search_sort(s, NULL, true, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_search_query(s, "{\"x\":1}", 7, f->error), VITRINE_INVALID);
    assert_int_equal(vitrine_search_parameter(s, "year", "1900..1800", f->error), VITRINE_INVALID);
    vitrine_search_destroy(s);
    // Ends of nothing are fine, and so are errors that nobody wants.
    vitrine_store_close(NULL);
    vitrine_snapshot_release(NULL);
    vitrine_result_destroy(NULL);
    vitrine_rows_close(NULL);
    vitrine_search_destroy(NULL);
    vitrine_ingest_destroy(NULL);
    vitrine_buffer_destroy(NULL);
    vitrine_error_destroy(NULL);
    assert_int_equal(vitrine_error_status(NULL), VITRINE_OK);
    assert_string_equal(vitrine_error_message(NULL), "");
    assert_string_equal(vitrine_status_text(VITRINE_GONE), "gone");
    assert_non_null(vitrine_status_text((enum vitrine_status)99));
    assert_true(strlen(vitrine_version()) >= 5);
}

// A file through formats: CSV with a header.
static void test_a_file(void **state)
{
    struct fixture *f = *state;
    struct vitrine_ingest *in = NULL;
    char path[80];
    (void)snprintf(path, sizeof path, "%s/rows.csv", f->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs("catalogNumber,genus\nA-1,Apis\nA-2,Bombus\n", file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(vitrine_ingest_create(f->store, "bees", "bees-of-a-file", &in, f->error),
                     VITRINE_OK);
    assert_int_equal(vitrine_ingest_file(in, path, f->error), VITRINE_OK);
    vitrine_ingest_dry_run(in, true);
    enum vitrine_status done = vitrine_ingest_publish(in, f->error);
    if (done != VITRINE_OK) {
        print_error("%s\n", vitrine_error_message(f->error));
    }
    assert_int_equal(done, VITRINE_OK);
    assert_int_equal(vitrine_ingest_added(in), 2);
    assert_int_equal(vitrine_ingest_commit(in), 0);
    vitrine_ingest_destroy(in);
    assert_int_equal(vitrine_ingest_create(f->store, "bees", "bees-of-a-file", &in, f->error),
                     VITRINE_OK);
    assert_int_equal(vitrine_ingest_file(in, path, f->error), VITRINE_OK);
    assert_int_equal(vitrine_ingest_publish(in, f->error), VITRINE_OK);
    vitrine_ingest_destroy(in);
    take(f);
    assert_text(vitrine_table_key_field(f->snapshot, 0), "catalogNumber");
    assert_text(vitrine_table_dataset(f->snapshot, 0), "bees");
    assert_int_equal(vitrine_commit_json(f->snapshot, 1, f->out, f->error), VITRINE_OK);
    assert_non_null(strstr(text(f), "\"source\":\"rows.csv\""));
}

// A new table finds its key by itself, or says what it could be (rule A2).
static void test_the_key_of_rows_is_found(void **state)
{
    struct fixture *f = *state;
    struct vitrine_ingest *in = NULL;
    assert_int_equal(vitrine_ingest_create(f->store, NULL, "found", &in, f->error), VITRINE_OK);
    for (size_t i = 0; i < BEES; i++) {
        assert_int_equal(vitrine_ingest_row(in, bees[i], strlen(bees[i]), f->error), VITRINE_OK);
    }
    assert_int_equal(vitrine_ingest_publish(in, f->error), VITRINE_OK);
    vitrine_ingest_destroy(in);
    take(f);
    assert_text(vitrine_table_key_field(f->snapshot, 0), "id");
    static const char *const nameless[] = {"{\"number\":\"1\"}", "{\"number\":\"2\"}"};
    assert_int_equal(vitrine_ingest_create(f->store, NULL, "lost", &in, f->error), VITRINE_OK);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(vitrine_ingest_row(in, nameless[i], strlen(nameless[i]), f->error),
                         VITRINE_OK);
    }
    assert_int_equal(vitrine_ingest_publish(in, f->error), VITRINE_BAD_DATA);
    assert_non_null(strstr(vitrine_error_message(f->error), "number"));
    vitrine_ingest_destroy(in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_an_empty_store, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ingest_tells_what_it_did, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_same_rows_again_are_unchanged, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_search_part_by_part, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_equal_searches_print_alike, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_search_as_json, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bad_searches_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_records_as_of_two_moments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_differences, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rows_come_one_by_one_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_export_as_csv, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_completions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_summaries, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_correct_and_revert, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_search_can_be_stopped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_buffer_has_a_bound, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_misuse_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_key_of_rows_is_found, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
