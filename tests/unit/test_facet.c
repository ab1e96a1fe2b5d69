// SPDX-License-Identifier: Apache-2.0
// Facets, suggestions and the description of fields.
#include "support/search_fixture.h"

#include "query/search.h"

static const char *const rows[] = {
    "{\"id\":\"01\",\"sex\":\"male\",\"year\":\"1850\",\"tags\":[\"Red\",\"red\",\"blue\"],"
    "\"flag\":true}",
    "{\"id\":\"02\",\"sex\":\"Male\",\"year\":1850,\"tags\":[\"red\"],\"flag\":\"true\"}",
    "{\"id\":\"03\",\"sex\":\"Male\",\"year\":1850.0,\"tags\":[],\"flag\":false}",
    "{\"id\":\"04\",\"sex\":\"female\",\"year\":\"1849\",\"tags\":\"red\",\"flag\":\"True\"}",
    "{\"id\":\"05\",\"sex\":\"\",\"year\":\"c. 1850\"}",
    "{\"id\":\"06\",\"year\":null,\"media\":[{\"by\":\"Ann\"},{\"by\":\"ANN\"},{\"by\":\"Bo\"}]}",
    "{\"id\":\"07\",\"sex\":\"Fémale\",\"media\":[{\"by\":\"Bo\"},{}]}",
    "{\"id\":\"08\",\"sex\":\"FEMALE\",\"long\":\"LONG\"}",
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

static const char *facet(struct search_fixture *f, const char *field, size_t limit,
                         const char *query)
{
    search_fixture_facet(f, field, limit);
    status result = search_fixture_ask(f, query);
    if (result != ST_OK) {
        return f->error.message;
    }
    return search_fixture_facet_text(f, 0);
}

// Case is ignored and the commonest spelling shown, ties by bytes (rule C1).
static void rule_C1_groups_spellings(void **state)
{
    struct search_fixture *f = *state;
    assert_string_equal(facet(f, "sex", 10, NULL),
                        "Male:3 FEMALE:2 Fémale:1 missing:2 other:0 distinct:3");
    assert_string_equal(facet(f, "sex", 1, NULL), "Male:3 missing:2 other:3 distinct:3");
    assert_string_equal(facet(f, "sex", 0, NULL), "missing:2 other:6 distinct:3");
    assert_string_equal(facet(f, "SEX", 10, "{\"search\":\"female\"}"),
                        "FEMALE:2 Fémale:1 missing:0 other:0 distinct:2");
    assert_string_equal(facet(f, "year", 10, NULL),
                        "1850:2 1849:1 1850.0:1 c. 1850:1 missing:3 other:0 distinct:4");
    assert_string_equal(facet(f, "flag", 10, NULL), "true:3 false:1 missing:4 other:0 distinct:2");
}

// A record counts once for each value, however often its lists hold it.
static void counts_records_of_lists_once(void **state)
{
    struct search_fixture *f = *state;
    assert_string_equal(facet(f, "tags", 10, NULL), "red:3 blue:1 missing:5 other:0 distinct:2");
    assert_string_equal(facet(f, "media.by", 10, NULL), "Bo:2 ANN:1 missing:6 other:0 distinct:2");
}

// The count beside a value is the total after choosing it (rule C1), also after commits that
// spread the values over segments.
static void rule_C1_counts_are_totals(void **state)
{
    struct search_fixture *f = *state;
    static const char *const more[] = {
        "{\"id\":\"01\",\"sex\":\"MALE\",\"year\":\"1850\",\"tags\":[\"Blue\"],\"flag\":\"yes\"}",
        "{\"id\":\"09\",\"sex\":\"unknown\",\"year\":\"01850\",\"tags\":[\"x\"],\"flag\":"
        "\"FALSE\"}"};
    static const char *const fields[] = {"sex", "year", "tags", "flag", "media.by"};
    SEARCH_IMPORT(f, more);
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        search_fixture_facet(f, fields[i], 100);
        assert_int_equal(search_fixture_ask(f, NULL), ST_OK);
        struct search_facet whole = f->result.facets[0];
        assert_true(whole.value_count > 1);
        for (size_t k = 0; k < whole.value_count; k++) {
            struct query equals = {.kind = QUERY_STRING_EQUALS,
                                   .fields = &whole.field,
                                   .field_count = 1,
                                   .text = whole.values[k].value};
            struct search_request request = {.query = &equals,
                                             .commit = snapshot_last_commit(f->snapshot)};
            struct search_result result;
            assert_int_equal(
                search_run(f->snapshot, &scope_public, &f->arena, &request, &result, &f->error),
                ST_OK);
            assert_int_equal(result.total, whole.values[k].count);
        }
        assert_int_equal(whole.distinct, whole.value_count);
    }
    assert_string_equal(facet(f, "sex", 10, NULL),
                        "Male:3 FEMALE:2 Fémale:1 unknown:1 missing:2 other:0 distinct:4");
}

static const char *suggest(struct search_fixture *f, const char *field, const char *prefix,
                           size_t limit, const char *query)
{
    struct search_request request = {.commit = snapshot_last_commit(f->snapshot)};
    const struct search_facet_value *values = NULL;
    size_t count = 0;
    request.query = query == NULL ? NULL : search_fixture_query(f, query);
    error_clear(&f->error);
    if (search_suggest(f->snapshot, &scope_public, &f->arena, &request, sv_from(field),
                       sv_from(prefix), limit, &values, &count, &f->error) != ST_OK) {
        return f->error.message;
    }
    struct buffer out;
    buffer_init(&out, (size_t)1 << 20);
    for (size_t i = 0; i < count; i++) {
        buffer_append(&out, " ", i > 0);
        buffer_append_view(&out, values[i].value);
        buffer_print(&out, ":%lu", (unsigned long)values[i].count);
    }
    string_view text = arena_copy(&f->arena, buffer_view(&out));
    buffer_release(&out);
    return text.bytes;
}

static void suggests_values(void **state)
{
    struct search_fixture *f = *state;
    assert_string_equal(suggest(f, "sex", "FÉ", 10, NULL), "FEMALE:2 Fémale:1");
    assert_string_equal(suggest(f, "sex", "", 2, NULL), "Male:3 FEMALE:2");
    assert_string_equal(suggest(f, "sex", "m", 10, "{\"search\":\"red\"}"), "Male:2");
    assert_string_equal(suggest(f, "year", "18", 10, NULL), "1850:2 1849:1 1850.0:1");
    assert_string_equal(suggest(f, "sex", "x", 10, NULL), "");
    assert_non_null(strstr(suggest(f, "sx", "x", 10, NULL), "sex"));
}

// Values of several segments, of all classes, whose starts meet without case and accents.
static void suggests_values_of_all_segments(void **state)
{
    struct search_fixture *f = *state;
    static const char *const second[] = {
        "{\"id\":\"11\",\"sex\":\"femina\",\"year\":1851,\"flag\":\"trove\"}",
        "{\"id\":\"12\",\"sex\":\"FE\",\"year\":\"1850-06\"}",
        "{\"id\":\"13\",\"sex\":\"fd\",\"year\":\"18th century\"}"};
    static const char *const third[] = {"{\"id\":\"14\",\"sex\":\"Fe\",\"year\":18}",
                                        "{\"id\":\"15\",\"sex\":\"ff\",\"year\":\"1850\"}",
                                        "{\"id\":\"16\",\"sex\":\"fëmale\",\"year\":\"c. 18\"}"};
    SEARCH_IMPORT(f, second);
    SEARCH_IMPORT(f, third);
    assert_string_equal(suggest(f, "sex", "fe", 10, NULL),
                        "FE:2 FEMALE:2 Fémale:1 fëmale:1 femina:1");
    assert_string_equal(suggest(f, "sex", "fêm", 10, NULL), "FEMALE:2 Fémale:1 fëmale:1 femina:1");
    assert_string_equal(suggest(f, "sex", "feminae", 10, NULL), "");
    assert_string_equal(suggest(f, "year", "18", 10, NULL),
                        "1850:3 18:1 1849:1 1850.0:1 1851:1 1850-06:1 18th century:1");
    assert_string_equal(suggest(f, "year", "c.", 10, NULL), "c. 18:1 c. 1850:1");
    assert_string_equal(suggest(f, "flag", "TR", 10, NULL), "true:3 trove:1");
}

static void describes_fields(void **state)
{
    struct search_fixture *f = *state;
    const struct search_field *fields = NULL;
    size_t count = 0;
    assert_int_equal(search_fields(f->snapshot, &scope_public, &f->arena, NULL, 0,
                                   snapshot_last_commit(f->snapshot), NULL, NULL, &fields, &count,
                                   &f->error),
                     ST_OK);
    static const struct {
        const char *name;
        bool nested;
        uint64_t records, distinct, numbers, dates, booleans, texts;
    } expected[] = {
        {"flag", false, 4, 2, 0, 0, 4, 0}, {"id", false, 8, 8, 8, 0, 0, 0},
        {"long", false, 1, 1, 0, 0, 0, 1}, {"media.by", true, 2, 2, 0, 0, 0, 3},
        {"sex", false, 6, 3, 0, 0, 0, 5},  {"tags", true, 3, 2, 0, 0, 0, 3},
        {"year", false, 5, 4, 3, 0, 0, 1},
    };
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (at < ARRAY_LENGTH(expected) && sv_equal(fields[i].name, sv_from(expected[at].name))) {
            assert_int_equal(fields[i].nested, expected[at].nested);
            assert_int_equal(fields[i].records, expected[at].records);
            assert_int_equal(fields[i].total, 8);
            assert_int_equal(fields[i].distinct, expected[at].distinct);
            assert_int_equal(fields[i].numbers, expected[at].numbers);
            assert_int_equal(fields[i].dates, expected[at].dates);
            assert_int_equal(fields[i].booleans, expected[at].booleans);
            assert_int_equal(fields[i].texts, expected[at].texts);
            at++;
        }
    }
    assert_int_equal(at, ARRAY_LENGTH(expected));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(rule_C1_groups_spellings),        TEST(counts_records_of_lists_once),
        TEST(rule_C1_counts_are_totals),       TEST(suggests_values),
        TEST(suggests_values_of_all_segments), TEST(describes_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
