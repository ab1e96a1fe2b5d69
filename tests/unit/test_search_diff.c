// SPDX-License-Identifier: Apache-2.0
// What a query's rows did between two commits.
#include "support/search_fixture.h"

#include "query/search.h"
#include "query/search_history.h"

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    static const char *const first[] = {
        "{\"id\":\"a\",\"x\":\"red\"}", "{\"id\":\"b\",\"x\":\"red\"}",
        "{\"id\":\"c\",\"x\":\"red\"}", "{\"id\":\"d\",\"x\":\"blue\"}",
        "{\"id\":\"e\",\"x\":\"blue\"}"};
    // a changes, b becomes blue, c goes, d becomes red, f comes.
    static const char *const second[] = {
        "{\"id\":\"a\",\"x\":\"Red\"}", "{\"id\":\"b\",\"x\":\"blue\"}",
        "{\"id\":\"d\",\"x\":\"red\"}", "{\"id\":\"e\",\"x\":\"blue\"}",
        "{\"id\":\"f\",\"x\":\"red\"}"};
    // a as it was at first, c comes back as it was.
    static const char *const third[] = {"{\"id\":\"a\",\"x\":\"red\"}",
                                        "{\"id\":\"c\",\"x\":\"red\"}"};
    search_fixture_import(f, first, 5, IMPORT_SNAPSHOT);
    search_fixture_import(f, second, 5, IMPORT_SNAPSHOT);
    search_fixture_import(f, third, 2, IMPORT_UPSERT);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

static status tell(void *argument, enum row_change change, const struct uuid *table,
                   string_view key, const struct record_version *from,
                   const struct record_version *to, struct error *e)
{
    (void)e;
    struct buffer *out = argument;
    struct uuid birds;
    uuid_from_name(SV("table/birds"), &birds);
    assert_int_equal(uuid_compare(table, &birds), 0);
    assert_int_equal(from == NULL, change == ROW_ADDED);
    assert_int_equal(to == NULL, change == ROW_REMOVED);
    buffer_append_byte(out, change == ROW_ADDED ? '+' : change == ROW_REMOVED ? '-' : '~');
    buffer_append_view(out, key);
    buffer_append_byte(out, ' ');
    return ST_OK;
}

static void tells_what_changed(void **state)
{
    struct search_fixture *f = *state;
    static const char red[] = "{\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"x\"],"
                              "\"value\":\"RED\"}}]}}";
    static const struct {
        const char *query;
        uint32_t from, to;
        const char *changes;
    } cases[] = {
        {NULL, 1, 2, "~a ~b -c ~d +f "},
        {NULL, 2, 1, "~a ~b +c ~d -f "},
        {red, 1, 2, "~a -b -c +d +f "},
        {NULL, 1, 3, "~b ~d +f "},
        {red, 1, 3, "-b +d +f "},
        {NULL, 2, 3, "~a +c "},
        {NULL, 2, 2, ""},
        {NULL, 0, 1, "+a +b +c +d +e "},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct buffer out;
        buffer_init(&out, (size_t)1 << 20);
        const struct query *q =
            cases[i].query == NULL ? NULL : search_fixture_query(f, cases[i].query);
        assert_int_equal(search_diff(f->snapshot, &scope_public, q, NULL, 0, cases[i].from,
                                     cases[i].to, tell, &out, &f->error),
                         ST_OK);
        buffer_append_byte(&out, '\0');
        assert_string_equal(out.bytes, cases[i].changes);
        buffer_release(&out);
    }
}

static status refuse(void *argument, enum row_change change, const struct uuid *table,
                     string_view key, const struct record_version *from,
                     const struct record_version *to, struct error *e)
{
    (void)argument;
    (void)change;
    (void)table;
    (void)key;
    (void)from;
    (void)to;
    return error_set(e, ST_CANCELLED, "enough");
}

static void ends_when_the_visitor_says(void **state)
{
    struct search_fixture *f = *state;
    assert_int_equal(
        search_diff(f->snapshot, &scope_public, NULL, NULL, 0, 1, 2, refuse, NULL, &f->error),
        ST_CANCELLED);
    assert_string_equal(f->error.message, "enough");
}

static const char *history_of(struct search_fixture *f, const char *json, uint32_t newest,
                              size_t most)
{
    struct search_request request = {.query = json == NULL ? NULL : search_fixture_query(f, json)};
    struct search_history asked = {.request = &request, .newest = newest, .most = most};
    struct search_event *events = NULL;
    struct buffer out;
    size_t count = 0;
    uint32_t next = 0;
    assert_int_equal(search_history_make(f->snapshot, &scope_public, &asked, &f->arena, &events,
                                         &count, &next, &f->error),
                     ST_OK);
    buffer_init(&out, 4096);
    for (size_t i = 0; i < count; i++) {
        buffer_print(&out, "%u +%u ~%u -%u, ", events[i].commit, (unsigned)events[i].added,
                     (unsigned)events[i].changed, (unsigned)events[i].removed);
    }
    buffer_print(&out, "next %u", next);
    string_view text = arena_copy(&f->arena, buffer_view(&out));
    buffer_release(&out);
    return text.bytes;
}

static void tells_which_commits_changed_a_result(void **state)
{
    struct search_fixture *f = *state;
    static const char blue[] = "{\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"x\"],"
                               "\"value\":\"blue\"}}]}}";
    assert_string_equal(history_of(f, NULL, 3, 9), "3 +1 ~1 -0, 2 +1 ~3 -1, 1 +5 ~0 -0, next 0");
    assert_string_equal(history_of(f, NULL, 3, 2), "3 +1 ~1 -0, 2 +1 ~3 -1, next 1");
    assert_string_equal(history_of(f, NULL, 1, 9), "1 +5 ~0 -0, next 0");
    assert_string_equal(history_of(f, blue, 3, 9), "2 +1 ~0 -1, 1 +2 ~0 -0, next 0");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(tells_what_changed),
        TEST(ends_when_the_visitor_says),
        TEST(tells_which_commits_changed_a_result),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
