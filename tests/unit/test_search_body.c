// SPDX-License-Identifier: Apache-2.0
// A search's JSON body: what is read, what stands where nothing is said, and where mistakes are.
#include "query/query_json.h"
#include "query/search_body.h"

#include "support/arena_fixture.h"

static const char *const all[] = {"query",  "datasets", "tables", "kinds",      "version",
                                  "facets", "sort",     "limit",  "facetLimit", "fields",
                                  "offset", "after",    "budget", "explain",    NULL};

static status read(const char *json, const char *const *taken, const char *const *others,
                   struct search_body *out)
{
    json_t *root = NULL;
    error_clear(&error);
    assert_int_equal(query_json_load(sv_from(json), 0, &root, &error), ST_OK);
    status result = search_body_read(&arena, root, taken, others, out, &error);
    json_decref(root);
    return result;
}

static void an_empty_body_asks_for_all(void **state)
{
    (void)state;
    struct search_body b;
    assert_int_equal(read("{}", all, NULL, &b), ST_OK);
    assert_int_equal(b.query->kind, QUERY_ALL);
    assert_int_equal(b.limit, SEARCH_DEFAULT_ROWS);
    assert_int_equal(b.facet_limit, SEARCH_DEFAULT_FACET_VALUES);
    assert_int_equal(b.offset + b.budget + b.facet_count + b.datasets.count + b.sort.count, 0);
    assert_false(b.has_version || b.explain);
    assert_int_equal(
        read("{\"query\":null,\"version\":null,\"after\":null,\"explain\":false}", all, NULL, &b),
        ST_OK);
    assert_false(b.has_version);
}

static void every_member_is_read(void **state)
{
    (void)state;
    struct search_body b;
    static const char json[] =
        "{\"query\":{\"search\":\"bee\"},\"datasets\":[\"a\",\"b\"],\"tables\":[\"c\"],"
        "\"kinds\":[\"research\"],\"version\":1850,\"sort\":[\"-year\",\"_score\"],"
        "\"fields\":[\"x.y\"],\"limit\":0,\"offset\":7,\"budget\":9,\"facetLimit\":3,"
        "\"after\":\"cursor\",\"explain\":true,\"facets\":[\"family\",{\"field\":\"genus\","
        "\"limit\":5,\"offset\":2,\"prefix\":\"B\",\"multi\":true,\"elements\":true}],\"own\":1}";
    static const char *const others[] = {"own", NULL};
    assert_int_equal(read(json, all, others, &b), ST_OK);
    assert_int_equal(b.query->kind, QUERY_SEARCH);
    assert_int_equal(b.datasets.count, 2);
    assert_true(sv_equal(b.datasets.items[1], SV("b")) && sv_equal(b.tables.items[0], SV("c")));
    assert_true(sv_equal(b.kinds.items[0], SV("research")));
    assert_true(b.has_version && b.version == 1850); // milliseconds, not the year
    assert_true(sv_equal(b.sort.items[0], SV("-year")) && b.sort.count == 2);
    assert_true(sv_equal(b.fields.items[0], SV("x.y")));
    assert_true(b.limit == 0 && b.offset == 7 && b.budget == 9 && b.facet_limit == 3);
    assert_true(sv_equal(b.after, SV("cursor")) && b.explain);
    assert_int_equal(b.facet_count, 2);
    assert_true(b.facets[0].limit == 0 && sv_equal(b.facets[0].field, SV("family")));
    assert_true(b.facets[1].limit == 5 && b.facets[1].offset == 2 && b.facets[1].multi &&
                b.facets[1].elements && sv_equal(b.facets[1].prefix, SV("B")));
    assert_int_equal(read("{\"version\":\"1850\"}", all, NULL, &b), ST_OK);
    assert_true(b.version < 0);
}

static void mistakes_are_pointed_to(void **state)
{
    (void)state;
    static const char *const few[] = {"query", "limit", NULL};
    static const struct {
        const char *json;
        const char *field;
        const char *words;
        bool few;
    } cases[] = {
        {"[]", "", "must be a JSON object", false},
        {"{\"own\":1}", "/own", "it takes query, datasets", false},
        {"{\"budget\":1}", "/budget", "it takes query, limit", true},
        {"{\"limit\":1001}", "/limit", "from 0 to 1000", false},
        {"{\"offset\":1.5}", "/offset", "a whole number", false},
        {"{\"sort\":\"year\"}", "/sort", "a list", false},
        {"{\"sort\":[\"a\",7]}", "/sort/1", "a string", false},
        {"{\"facets\":{}}", "/facets", "a list", false},
        {"{\"facets\":[{\"field\":\"a\",\"limit\":0}]}", "/facets/0", "1 to 10000", false},
        {"{\"facets\":[{\"field\":\"a\",\"size\":1}]}", "/facets/0", "a field's name", false},
        {"{\"version\":\"\"}", "/version", "left out", false},
        {"{\"version\":\"soon\"}", "/version", "soon", false},
        {"{\"explain\":1}", "/explain", "true or false", false},
        {"{\"query\":[]}", "/query", "an object", false},
        {"{\"query\":{\"filters\":{\"and\":[{\"nothing\":1}]}}}", "/query/filters/and/0/nothing",
         "nothing", false},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct search_body b;
        assert_int_equal(read(cases[i].json, cases[i].few ? few : all, NULL, &b), ST_INVALID);
        assert_string_equal(error.field, cases[i].field);
        assert_non_null(strstr(error.message, cases[i].words));
    }
}

// What the engine names, a field or a member, is found in the body.
static void fields_are_pointed_to(void **state)
{
    (void)state;
    static const char *const body =
        "{\"query\":{\"filters\":{\"and\":[{\"in\":{\"fields\":[\"b\"],\"values\":[\"a\"]}},"
        "{\"or\":[{\"exists\":{\"fields\":[\"c\",\"a/~\"]}},{\"same\":{\"list\":\"l\"}}]}]}},"
        "\"facets\":[\"f\",{\"field\":\"g\"}],\"sort\":[\"-s\"],\"offset\":1,"
        "\"groups\":[{\"by\":[{\"field\":\"y\"}],\"measures\":[{\"sum\":\"m\"}]}],"
        "\"own\":{\"a~/b\":[{\"field\":\"z\"}]}}";
    static const char *const cases[][2] = {{"a", "/query"},
                                           {"a/~", "/query/filters/and/1/or/0/exists/fields/1"},
                                           {"l", "/query/filters/and/1/or/1/same/list"},
                                           {"f", "/facets/0"},
                                           {"g", "/facets/1/field"},
                                           {"s", "/sort/0"},
                                           {"y", "/groups/0/by/0/field"},
                                           {"m", "/groups/0/measures/0/sum"},
                                           {"z", "/own/a~0~1b/0/field"},
                                           {"offset", "/offset"},
                                           {"/kinds/0", "/kinds/0"},
                                           {"", ""}};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        error_clear(&error);
        (void)error_set_field(&error, ST_INVALID, cases[i][0], "wrong");
        search_body_point(sv_from(body), &error);
        assert_string_equal(error.field, cases[i][1]);
    }
}

// A pointer that has no room ends between its parts.
static void long_pointers_point_to_what_holds_the_place(void **state)
{
    (void)state;
    struct search_body b;
    struct buffer body;
    buffer_init(&body, 10000);
    buffer_print(&body, "{\"query\":{\"filters\":");
    for (size_t i = 0; i < 40; i++) {
        buffer_print(&body, "{\"and\":[");
    }
    buffer_print(&body, "{\"nothing\":1}");
    for (size_t i = 0; i < 40; i++) {
        buffer_print(&body, "]}");
    }
    buffer_print(&body, "}}");
    buffer_append_byte(&body, '\0');
    assert_int_equal(read(body.bytes, all, NULL, &b), ST_INVALID);
    const char *end = error.field + strlen(error.field);
    assert_true(end - error.field > 80);
    assert_true(strcmp(end - 4, "/and") == 0 || strcmp(end - 2, "/0") == 0);
    buffer_release(&body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(an_empty_body_asks_for_all),
        ARENA_TEST(every_member_is_read),
        ARENA_TEST(mistakes_are_pointed_to),
        ARENA_TEST(fields_are_pointed_to),
        ARENA_TEST(long_pointers_point_to_what_holds_the_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
