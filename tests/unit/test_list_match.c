// SPDX-License-Identifier: Apache-2.0
// Pasted lists (rule C7): found, not found, ambiguous; and the identifiers of a result.
#include "support/search_fixture.h"

#include "query/identifiers.h"
#include "query/list_print.h"

#include <string.h>

static const char *const rows[] = {
    "{\"id\":\"a\",\"catalogNumber\":\"BM 1\",\"scientificName\":\"Apis\"}",
    "{\"id\":\"b\",\"catalogNumber\":\"BM 2\",\"scientificName\":\"Apis\","
    "\"otherCatalogNumbers\":[\"OLD 1\",\"bm 2\"]}",
    "{\"id\":\"c\",\"catalogNumber\":\"bm 1\",\"scientificName\":\"Bombus\"}",
    "{\"id\":\"d\",\"catalogNumber\":\"x,\\\"y\\\"\",\"parts\":[{\"code\":[\"P1\",\"P2\"]}]}",
};

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    SEARCH_IMPORT(f, rows);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

static status match(struct search_fixture *f, const char *text, const char *field,
                    struct list_match *out)
{
    struct search_request request = {.commit = snapshot_last_commit(f->snapshot)};
    string_view name = sv_from(field);
    error_clear(&f->error);
    return list_match_run(f->snapshot, &scope_public, &f->arena, &request, sv_from(text), &name,
                          field == NULL ? 0 : 1, out, &f->error);
}

static void rule_c7_tells_found_not_found_and_ambiguous(void **state)
{
    struct search_fixture *f = *state;
    struct list_match m;
    assert_int_equal(match(f, "BM 2\r\n\nnothing\n  bm 1 \nOLD 1\nBm 2\nx,\"y\"\nApis", NULL, &m),
                     ST_OK);
    static const struct {
        const char *value;
        enum list_status status;
        size_t hits, times;
    } entries[] = {{"BM 2", LIST_FOUND, 1, 2},     {"nothing", LIST_NOT_FOUND, 0, 1},
                   {"bm 1", LIST_AMBIGUOUS, 2, 1}, {"OLD 1", LIST_FOUND, 1, 1},
                   {"x,\"y\"", LIST_FOUND, 1, 1},  {"Apis", LIST_AMBIGUOUS, 2, 1}};
    assert_int_equal(m.entry_count, ARRAY_LENGTH(entries));
    for (size_t i = 0; i < ARRAY_LENGTH(entries); i++) {
        assert_true(sv_equal(m.entries[i].value, sv_from(entries[i].value)));
        assert_int_equal(m.entries[i].status, entries[i].status);
        assert_int_equal(m.entries[i].hit_count, entries[i].hits);
        assert_int_equal(m.entries[i].times, entries[i].times);
    }
    assert_int_equal(m.counts[LIST_FOUND], 3);
    assert_int_equal(m.counts[LIST_NOT_FOUND], 1);
    assert_int_equal(m.counts[LIST_AMBIGUOUS], 2);
}

// Each part is a search that finds the same records.
static void rule_c7_parts_are_searches(void **state)
{
    struct search_fixture *f = *state;
    struct list_match m;
    assert_int_equal(match(f, "BM 2\nbm 1\nnone", NULL, &m), ST_OK);
    static const char *const keys[] = {"b", "", "a c"};
    for (int i = 0; i < 3; i++) {
        struct buffer json;
        buffer_init(&json, (size_t)1 << 20);
        list_query_print(&m, (enum list_status)i, &json);
        buffer_append_byte(&json, '\0');
        ASSERT_FOUND(f, json.bytes, keys[i]);
        buffer_release(&json);
    }
}

static void rule_c7_parts_are_csv(void **state)
{
    struct search_fixture *f = *state;
    struct list_match m;
    struct buffer out;
    buffer_init(&out, (size_t)1 << 20);
    assert_int_equal(match(f, "x,\"y\"\nnone\nbm 1", NULL, &m), ST_OK);
    assert_int_equal(list_print_csv(f->snapshot, &m, 1u << LIST_NOT_FOUND, &out, &f->error), ST_OK);
    assert_true(sv_equal(buffer_view(&out), SV("value,status,records,dataset,table,key,version\r\n"
                                               "none,notFound,0,,,,\r\n")));
    buffer_clear(&out);
    assert_int_equal(list_print_csv(f->snapshot, &m, 7, &out, &f->error), ST_OK);
    buffer_append_byte(&out, '\0');
    assert_non_null(strstr(out.bytes, "\"x,\"\"y\"\"\",found,1,"));
    assert_non_null(strstr(out.bytes, "bm 1,ambiguous,2,"));
    buffer_release(&out);
}

static void values_are_looked_for_in_lists_and_in_what_the_query_finds(void **state)
{
    struct search_fixture *f = *state;
    struct list_match m;
    assert_int_equal(match(f, "p2\nP9", "parts.code", &m), ST_OK);
    assert_int_equal(m.counts[LIST_FOUND], 1);
    assert_int_equal(m.entries[0].hit_count, 1);
    struct search_request request = {.commit = snapshot_last_commit(f->snapshot)};
    request.query = search_fixture_query(
        f, "{\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"scientificName\"],\"value\":"
           "\"bombus\"}}]}}");
    assert_int_equal(list_match_run(f->snapshot, &scope_public, &f->arena, &request, SV("BM 1"),
                                    NULL, 0, &m, &f->error),
                     ST_OK);
    assert_int_equal(m.entries[0].status, LIST_FOUND);
}

static void bounds_are_kept(void **state)
{
    struct search_fixture *f = *state;
    struct list_match m;
    struct buffer text;
    buffer_init(&text, (size_t)16 << 20);
    for (size_t i = 0; i < SEARCH_LIMIT_LIST; i++) {
        buffer_print(&text, "BM %zu\n", i);
    }
    buffer_append_byte(&text, '\0');
    assert_int_equal(match(f, text.bytes, NULL, &m), ST_OK);
    assert_int_equal(m.counts[LIST_FOUND], 1);
    text.length--;
    buffer_append(&text, "x\n", 3);
    assert_int_equal(match(f, text.bytes, NULL, &m), ST_INVALID);
    assert_string_equal(f->error.field, "values");
    buffer_release(&text);
    assert_int_equal(match(f, "BM 1\n\xff\xfe\n", NULL, &m), ST_INVALID);
    assert_non_null(strstr(f->error.message, "value 2 is no text in UTF-8"));
    assert_int_equal(match(f, "x", "nofield", &m), ST_INVALID);
    assert_int_equal(match(f, "", NULL, &m), ST_OK);
    assert_int_equal(m.entry_count, 0);
}

static status add_line(void *argument, const struct uuid *table, string_view key, string_view value,
                       struct error *e)
{
    (void)table;
    (void)e;
    buffer_print(argument, SV_FORMAT "=" SV_FORMAT ";", SV_ARGUMENT(key), SV_ARGUMENT(value));
    return ST_OK;
}

static void identifiers_are_listed(void **state)
{
    struct search_fixture *f = *state;
    static const struct {
        const char *field;
        const char *lines;
    } cases[] = {{"", "a=a;b=b;c=c;d=d;"},
                 {"catalogNumber", "a=BM 1;b=BM 2;c=bm 1;d=x,\"y\";"},
                 {"otherCatalogNumbers", "a=a;b=OLD 1;c=c;d=d;"},
                 {"parts.code", "a=a;b=b;c=c;d=P1;"}};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct buffer out;
        struct search_request request = {.commit = snapshot_last_commit(f->snapshot)};
        buffer_init(&out, (size_t)1 << 20);
        assert_int_equal(identifiers_walk(f->snapshot, &scope_public, &request,
                                          sv_from(cases[i].field), add_line, &out, &f->error),
                         ST_OK);
        assert_true(sv_equal(buffer_view(&out), sv_from(cases[i].lines)));
        buffer_release(&out);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(rule_c7_tells_found_not_found_and_ambiguous),
        TEST(rule_c7_parts_are_searches),
        TEST(rule_c7_parts_are_csv),
        TEST(values_are_looked_for_in_lists_and_in_what_the_query_finds),
        TEST(bounds_are_kept),
        TEST(identifiers_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
