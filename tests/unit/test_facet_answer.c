// SPDX-License-Identifier: Apache-2.0
// Facets as they are asked: pages, starts of values, elements, filters left out.
#include "support/search_fixture.h"

static const char *const birds[] = {
    "{\"id\":\"a\",\"sex\":\"female\",\"family\":\"Apidae\",\"tags\":[\"x\",\"X\",\"y\"]}",
    "{\"id\":\"b\",\"sex\":\"Female\",\"family\":\"apidae\",\"tags\":[\"x\",\"x\"]}",
    "{\"id\":\"c\",\"sex\":\"male\",\"family\":\"Halictidae\",\"tags\":[]}",
    "{\"id\":\"d\",\"sex\":\"male\",\"family\":\"Aphididae\"}",
    "{\"id\":\"e\",\"family\":\"Âpidae\",\"tags\":[\"y\"]}",
};

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    SEARCH_IMPORT(f, birds);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

struct facet_case {
    const char *query; // NULL: all
    struct search_facet_request asked;
    const char *told;
    uint64_t total;
};

#define FEMALE       "{\"string_equals\":{\"fields\":[\"sex\"],\"value\":\"FEMALE\"}}"
#define IS_APIS      "{\"string_equals\":{\"fields\":[\"family\"],\"value\":\"Apidae\"}}"
#define AND(members) "{\"filters\":{\"and\":[" members "]}}"

static void answers_as_asked(void **state)
{
    struct search_fixture *f = *state;
    const struct facet_case cases[] = {
        {NULL,
         {.field = SV("family"), .limit = 2},
         "Apidae:2 Aphididae:1 missing:0 other:2 distinct:4",
         5},
        {NULL,
         {.field = SV("family"), .limit = 2, .offset = 1},
         "Aphididae:1 Âpidae:1 missing:0 other:3 distinct:4",
         5},
        {NULL,
         {.field = SV("family"), .limit = 2, .offset = 1, .by_value = true},
         "Apidae:2 Âpidae:1 missing:0 other:2 distinct:4",
         5},
        {NULL,
         {.field = SV("family"), .limit = 9, .prefix = SV("ap"), .by_value = true},
         "Aphididae:1 Apidae:2 Âpidae:1 missing:0 other:0 distinct:3",
         5},
        {NULL, {.field = SV("family"), .limit = 2, .offset = 9}, "missing:0 other:5 distinct:4", 5},
        {NULL,
         {.field = SV("family"), .limit = 9, .prefix = SV("áP")},
         "Apidae:2 Aphididae:1 Âpidae:1 missing:0 other:0 distinct:3",
         5},
        {NULL,
         {.field = SV("family"), .limit = 1, .offset = 1, .prefix = SV("ap")},
         "Aphididae:1 missing:0 other:3 distinct:3",
         5},
        {NULL, {.field = SV("tags"), .limit = 9}, "x:2 y:2 missing:2 other:0 distinct:2", 5},
        {NULL,
         {.field = SV("tags"), .limit = 1, .elements = true},
         "x:4 missing:2 other:2 distinct:2",
         5},
        {AND(FEMALE), {.field = SV("sex"), .limit = 9}, "Female:2 missing:0 other:0 distinct:1", 2},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        f->facets[0] = cases[i].asked;
        f->request.facets = f->facets;
        f->request.facet_count = 1;
        assert_int_equal(search_fixture_ask(f, cases[i].query), ST_OK);
        assert_string_equal(search_fixture_facet_text(f, 0), cases[i].told);
        assert_int_equal(f->result.facets[0].total, cases[i].total);
    }
}

// What the fixture's first facet asks, among all records.
static const struct search_facet *ask_for_values(struct search_fixture *f)
{
    f->request.facets = f->facets;
    f->request.facet_count = 1;
    assert_int_equal(search_fixture_ask(f, NULL), ST_OK);
    return &f->result.facets[0];
}

// A list in parts, each behind the last value of the one before, is the list as a whole.
static void parts_go_on_behind_a_place(void **state)
{
    struct search_fixture *f = *state;
    const struct search_facet_request asked[] = {
        {.field = SV("family")},
        {.field = SV("family"), .by_value = true},
        {.field = SV("family"), .prefix = SV("ap")},
        {.field = SV("family"), .prefix = SV("ap"), .by_value = true},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(asked); i++) {
        f->facets[0] = asked[i];
        f->facets[0].limit = 9;
        const struct search_facet whole = *ask_for_values(f);
        f->facets[0].limit = 1;
        for (size_t k = 0; k < whole.value_count; k++) {
            const struct search_facet *part = ask_for_values(f);
            assert_int_equal(part->value_count, 1);
            assert_true(sv_equal(part->values[0].value, whole.values[k].value));
            assert_int_equal(part->values[0].count, whole.values[k].count);
            assert_int_equal(part->distinct, whole.distinct);
            f->facets[0].after = part->last;
        }
        const struct search_facet *end = ask_for_values(f);
        assert_int_equal(end->value_count, 0);
        assert_int_equal(end->last.group, f->facets[0].after.group);
        f->facets[0].after = (struct search_facet_place){0};
        f->facets[0].offset = 1;
        f->facets[0].after = ask_for_values(f)->last;
        f->facets[0].offset = 0;
        assert_true(sv_equal(ask_for_values(f)->values[0].value, whole.values[2].value));
    }
}

// The counts of values that were not chosen stay, and say what choosing them too would find.
static void leaves_out_its_own_filter(void **state)
{
    struct search_fixture *f = *state;
    const struct facet_case cases[] = {
        {AND(FEMALE), {.field = SV("sex"), .limit = 9, .multi = true}, "", 5},
        {AND(FEMALE "," IS_APIS), {.field = SV("sex"), .limit = 9, .multi = true}, "", 2},
        {AND(FEMALE "," IS_APIS), {.field = SV("SEX"), .limit = 9, .multi = true}, "", 2},
        {AND(FEMALE "," IS_APIS), {.field = SV("family"), .limit = 9, .multi = true}, "", 2},
        {AND("{\"or\":[" FEMALE "," IS_APIS "]}"),
         {.field = SV("sex"), .limit = 9, .multi = true},
         "",
         2},
        {AND("{\"not\":[" FEMALE "," IS_APIS "]}"),
         {.field = SV("sex"), .limit = 9, .multi = true},
         "",
         3},
        {"{\"search\":\"male\"}", {.field = SV("sex"), .limit = 9, .multi = true}, "", 2},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        f->facets[0] = cases[i].asked;
        f->request.facets = f->facets;
        f->request.facet_count = 1;
        assert_int_equal(search_fixture_ask(f, cases[i].query), ST_OK);
        assert_int_equal(f->result.facets[0].total, cases[i].total);
        uint64_t sum = f->result.facets[0].missing;
        for (size_t k = 0; k < f->result.facets[0].value_count; k++) {
            sum += f->result.facets[0].values[k].count;
        }
        assert_int_equal(sum, cases[i].total); // both fields have one value a record at most
    }
}

// What is fixed in a query stays, also where it says the same as what is left out, or is all.
static void leaves_what_is_fixed(void **state)
{
    struct search_fixture *f = *state;
    const struct query_parameter query = {SV("query"), SV(AND("{\"not\":[" FEMALE "]}"))};
    const struct query_parameter same = {SV("query"), SV(AND(FEMALE))};
    const struct query_parameter term = {SV("filter.string_equals"), SV("sex:female")};
    const struct query_parameter female = {SV("sex"), SV("Female")};
    const struct query_parameter male = {SV("sex"), SV("male")};
    const struct query_parameter family = {SV("family"), SV("Apidae")};
    const struct {
        struct query_parameter asked[3];
        size_t count;
        uint64_t found, total;
    } cases[] = {
        {{query, male}, 2, 2, 3},  {{query, female}, 2, 0, 3},
        {{query}, 1, 3, 3},        {{same, female}, 2, 2, 2},
        {{male}, 1, 2, 5},         {{term, male}, 2, 0, 2},
        {{male, family}, 2, 0, 2}, {{query, male, family}, 3, 0, 0},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        f->facets[0] = (struct search_facet_request){.field = SV("sex"), .limit = 9, .multi = true};
        f->request.facets = f->facets;
        f->request.facet_count = 1;
        assert_int_equal(query_from_parameters_apart(&f->arena, cases[i].asked, cases[i].count,
                                                     NULL, 0, &f->request.query, &f->request.fixed,
                                                     &f->error),
                         ST_OK);
        assert_int_equal(search_fixture_run(f), ST_OK);
        assert_int_equal(f->result.total, cases[i].found);
        assert_int_equal(f->result.facets[0].total, cases[i].total);
    }
}

static void names_the_limit(void **state)
{
    struct search_fixture *f = *state;
    f->facets[0] =
        (struct search_facet_request){.field = SV("sex"), .offset = SEARCH_LIMIT_FACET_OFFSET + 1};
    f->request.facets = f->facets;
    f->request.facet_count = 1;
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
    assert_string_equal(f->error.field, "facetOffset");
    assert_non_null(strstr(f->error.message, "1000000"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_as_asked),          cmocka_unit_test(parts_go_on_behind_a_place),
        cmocka_unit_test(leaves_out_its_own_filter), cmocka_unit_test(leaves_what_is_fixed),
        cmocka_unit_test(names_the_limit),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
