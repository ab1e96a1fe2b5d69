// SPDX-License-Identifier: Apache-2.0
// What a search tells of itself: rows of each clause, alone, together and taken away.
#include "support/search_fixture.h"

#include "query/explanation.h"

#include <string.h>

static const char *const rows[] = {
    "{\"id\":\"a\",\"family\":\"Apidae\",\"sex\":\"f\"}",
    "{\"id\":\"b\",\"family\":\"Apidae\",\"sex\":\"m\"}",
    "{\"id\":\"c\",\"family\":\"Apidae\",\"sex\":\"f\",\"n\":1}",
    "{\"id\":\"d\",\"family\":\"Other\",\"sex\":\"f\",\"n\":1}",
};

#define EQ(field, value) "{\"string_equals\":{\"fields\":[\"" field "\"],\"value\":\"" value "\"}}"

static void tells_what_clauses_do(void **state)
{
    (void)state;
    struct search_fixture f;
    search_fixture_begin(&f);
    SEARCH_IMPORT(&f, rows);
    struct search_explanation x;
    f.request.explanation = &x;
    ASSERT_FOUND(&f,
                 "{\"filters\":{\"and\":[{\"wildcard\":{\"fields\":[\"sex\"],\"value\":\"?\"}}," EQ(
                     "family", "apidae") "," EQ("sex", "f") "]}}",
                 "a c");
    assert_int_equal(x.rows, 4);
    assert_int_equal(x.total, 2);
    assert_int_equal(x.clause_count, 3);
    static const struct {
        enum query_kind kind;
        uint64_t alone, remaining, removed;
    } clauses[] = {
        {QUERY_STRING_EQUALS, 3, 3, 1}, {QUERY_STRING_EQUALS, 3, 2, 1}, {QUERY_WILDCARD, 4, 2, 0}};
    for (size_t i = 0; i < ARRAY_LENGTH(clauses); i++) {
        assert_int_equal(x.clauses[i].query->kind, clauses[i].kind);
        assert_int_equal(x.clauses[i].alone, clauses[i].alone);
        assert_int_equal(x.clauses[i].remaining, clauses[i].remaining);
        assert_int_equal(x.clauses[i].removed, clauses[i].removed);
    }
    struct buffer out;
    buffer_init(&out, (size_t)1 << 20);
    explanation_print(&x, &out);
    buffer_append_byte(&out, '\0');
    assert_non_null(strstr(out.bytes, "\"words\":\"family is apidae\""));
    buffer_release(&out);

    f.request.explanation = &x;
    ASSERT_FOUND(&f, "{}", "a b c d");
    assert_int_equal(x.clause_count, 0);
    assert_int_equal(x.total, 4);
    search_fixture_end(&f);
}

static void refuses_too_many_clauses(void **state)
{
    (void)state;
    struct search_fixture f;
    search_fixture_begin(&f);
    SEARCH_IMPORT(&f, rows);
    struct buffer json;
    buffer_init(&json, (size_t)1 << 20);
    buffer_append_view(&json, SV("{\"filters\":{\"and\":["));
    for (size_t i = 0; i <= EXPLAIN_LIMIT_CLAUSES; i++) {
        buffer_print(&json, "%s" EQ("family", "%zu"), i == 0 ? "" : ",", i);
    }
    buffer_append(&json, "]}}", 4);
    struct search_explanation x;
    f.request.explanation = &x;
    assert_int_equal(search_fixture_ask(&f, json.bytes), ST_INVALID);
    assert_string_equal(f.error.field, "explain");
    buffer_release(&json);
    search_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_clauses_do),
        cmocka_unit_test(refuses_too_many_clauses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
