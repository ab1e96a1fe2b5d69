// SPDX-License-Identifier: Apache-2.0
// Every term of the JSON form as a URL parameter (rule C2): the same tree as its JSON, told in the
// same words, and back into an address.
#include "query/query_parameter_terms.h"

#include "support/arena_fixture.h"

static status compile(const struct query_parameter *list, size_t count, const struct query **out)
{
    error_clear(&error);
    return query_from_parameters(&arena, list, count, NULL, 0, out, &error);
}

static string_view canonical(const struct query *q)
{
    const struct query *normal = NULL;
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    assert_int_equal(query_normalise(&arena, q, &normal, &error), ST_OK);
    query_print(normal, &text);
    string_view copy = arena_copy(&arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

static string_view words_of(const struct query *q)
{
    const struct query *normal = NULL;
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    assert_int_equal(query_normalise(&arena, q, &normal, &error), ST_OK);
    query_describe(normal, &text);
    string_view copy = arena_copy(&arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

static void assert_same(string_view a, string_view b)
{
    if (!sv_equal(a, b)) {
        print_error(SV_FORMAT "\n" SV_FORMAT "\n", SV_ARGUMENT(a), SV_ARGUMENT(b));
    }
    assert_true(sv_equal(a, b));
}

static const struct {
    const char *term;
    const char *value;
    const char *json; // of the term
} cases[] = {
    {"string_equals", "dc:title|family:Apidae", NULL},
    {"string_equals", "family:Apidae", "{\"fields\":[\"family\"],\"value\":\"Apidae\"}"},
    {"string_contains", ":red bee", "{\"fields\":[],\"value\":\"red bee\"}"},
    {"prefix", "genus|subgenus:Bom", "{\"fields\":[\"genus\",\"subgenus\"],\"value\":\"Bom\"}"},
    {"part", "by:A. B.", "{\"fields\":[\"by\"],\"value\":\"A. B.\"}"},
    {"wildcard", "genus:B?mb*s", "{\"fields\":[\"genus\"],\"value\":\"B?mb*s\"}"},
    {"phrase", "habitat:oak: old", "{\"fields\":[\"habitat\"],\"value\":\"oak: old\"}"},
    {"phrase", ":oak wood", "{\"fields\":[],\"value\":\"oak wood\"}"},
    {"fuzzy", "recordedBy:Smyth", "{\"fields\":[\"recordedBy\"],\"value\":\"Smyth\"}"},
    {"fuzzy", "recordedBy:Smyth~2",
     "{\"fields\":[\"recordedBy\"],\"value\":\"Smyth\",\"distance\":2}"},
    {"exists", "sex", "{\"fields\":[\"sex\"]}"},
    {"exists", "{\"geo_field\":true}", "{\"geo_field\":true}"},
    {"missing", "sex|lifeStage", "{\"fields\":[\"sex\",\"lifeStage\"]}"},
    {"date_range", "eventDate:1850..1860-05",
     "{\"fields\":[\"eventDate\"],\"from\":\"1850\",\"to\":\"1860-05\"}"},
    {"date_range", "eventDate:within:1850..",
     "{\"fields\":[\"eventDate\"],\"from\":\"1850\",\"match\":\"within\"}"},
    {"date_range", "eventDate:1850",
     "{\"fields\":[\"eventDate\"],\"from\":\"1850\",\"to\":\"1850\"}"},
    {"geo_named_area", "country:Kenya", "{\"country\":\"Kenya\"}"},
    {"bbox", "170,-10,-170.5, 10", "{\"west\":170,\"south\":-10,\"east\":-170.5,\"north\":10}"},
    {"geo_point", "51.5,-0.1,10 km",
     "{\"latitude\":51.5,\"longitude\":-0.1,\"radius\":10,\"radius_unit\":\"km\"}"},
    {"distance", "51.5,-0.1,5..10km",
     "{\"latitude\":51.5,\"longitude\":-0.1,\"at_least\":5,\"at_most\":10,\"unit\":\"km\"}"},
    {"distance", "51.5,-0.1,3mi",
     "{\"latitude\":51.5,\"longitude\":-0.1,\"at_most\":3,\"unit\":\"mi\"}"},
    {"within", "POLYGON((0 0, 1 0, 1 1, 0 0))", "{\"wkt\":\"POLYGON((0 0, 1 0, 1 1, 0 0))\"}"},
    {"geological_time", "Jurassic", "{\"name\":\"Jurassic\"}"},
    {"geological_time", "within:201.4..145", "{\"from\":201.4,\"to\":145,\"match\":\"within\"}"},
    {"changed_since", "2024-05", "{\"moment\":\"2024-05\"}"},
    {"in", "{\"fields\":[\"a\"],\"values\":[\"x\",\"y\"]}",
     "{\"fields\":[\"a\"],\"values\":[\"x\",\"y\"]}"},
    {"number_equals", "{\"fields\":[\"a\"],\"value\":5}", "{\"fields\":[\"a\"],\"value\":5}"},
    {"number_range", "{\"fields\":[\"a\"],\"greater_than\":5}",
     "{\"fields\":[\"a\"],\"greater_than\":5}"},
    {"geo_custom_area", "[[[[0,0],[1,0],[1,1],[0,0]]]]", "[[[[0,0],[1,0],[1,1],[0,0]]]]"},
    {"same", "{\"list\":\"media\",\"filters\":{\"exists\":{\"fields\":[\"media.type\"]}}}",
     "{\"list\":\"media\",\"filters\":{\"exists\":{\"fields\":[\"media.type\"]}}}"},
    {"or", "[{\"exists\":{\"fields\":[\"a\"]}},{\"exists\":{\"fields\":[\"b\"]}}]",
     "[{\"exists\":{\"fields\":[\"a\"]}},{\"exists\":{\"fields\":[\"b\"]}}]"},
};

static const struct query *from_json(const char *term, string_view json)
{
    const struct query *q = NULL;
    string_view text = arena_print(&arena, "{\"filters\":{\"and\":[{\"%s\":" SV_FORMAT "}]}}", term,
                                   SV_ARGUMENT(json));
    assert_int_equal(query_from_json(&arena, text, &q, &error), ST_OK);
    return q;
}

static void every_term_is_an_address(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        string_view name = arena_print(&arena, "filter.%s", cases[i].term);
        const struct query_parameter parameter = {name, sv_from(cases[i].value)};
        const struct query *q = NULL;
        status result = compile(&parameter, 1, &q);
        if (cases[i].json == NULL) { // "dc" is no field that one would ask, but it is read so
            assert_int_equal(result, ST_OK);
            assert_true(sv_equal(q->fields[0], SV("dc")));
            continue;
        }
        if (result != ST_OK) {
            print_error("%s=%s: %s\n", cases[i].term, cases[i].value, error.message);
        }
        assert_int_equal(result, ST_OK);
        const struct query *same = from_json(cases[i].term, sv_from(cases[i].json));
        assert_same(canonical(q), canonical(same));
        assert_same(words_of(q), words_of(same));
        assert_true(words_of(q).length > 0);
        const struct query_parameter negated = {name, arena_print(&arena, "!%s", cases[i].value)};
        assert_int_equal(compile(&negated, 1, &q), ST_OK);
        assert_true(memmem(canonical(q).bytes, canonical(q).length, "\"not\"", 5) != NULL ||
                    strcmp(cases[i].term, "missing") == 0);
    }
}

// Any query of the JSON form is an address: its filters as they are.
static void every_canonical_form_is_an_address(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const struct query *q = NULL;
        const struct query *again = NULL;
        if (cases[i].json == NULL) {
            continue;
        }
        q = from_json(cases[i].term, sv_from(cases[i].json));
        string_view text = canonical(q);
        static const char start[] = "{\"filters\":{\"";
        if (sv_starts_with(text, SV("{\"search\":"))) { // words over all text, which q asks
            continue;
        }
        assert_true(sv_starts_with(text, sv_from(start)));
        string_view rest = sv_slice(text, sizeof start - 1, text.length - sizeof start - 1);
        size_t end = sv_find(rest, '"');
        const struct query_parameter parameter = {
            arena_print(&arena, "filter." SV_FORMAT, SV_ARGUMENT(sv_slice(rest, 0, end))),
            sv_slice(rest, end + 2, SIZE_MAX)};
        assert_int_equal(compile(&parameter, 1, &again), ST_OK);
        assert_same(canonical(again), text);
    }
}

static void terms_stand_beside_fields(void **state)
{
    (void)state;
    const struct query_parameter list[] = {
        {SV("filter.geo_named_area"), SV("country:Kenya")},
        {SV("family"), SV("Apidae")},
        {SV("filter.geo_named_area"), SV("country:Uganda")},
        {SV("field.filter.wildcard"), SV("a field")},
        {SV("filter.exists"), SV("!sex")},
        {SV("q"), SV("bee")},
    };
    const struct query *q = NULL;
    assert_int_equal(compile(list, ARRAY_LENGTH(list), &q), ST_OK);
    assert_same(
        words_of(q),
        SV("without sex and (in Kenya or in Uganda) and with the words \"bee\" and family is "
           "Apidae and filter.wildcard is a field"));
    const struct query_parameter nothing = {SV("filter.and"), SV("[]")};
    assert_int_equal(compile(&nothing, 1, &q), ST_OK);
    assert_int_equal(q->kind, QUERY_ALL);
}

// query= is one more clause; repeated it is "or", with a "!" it is "not", and field.query is a
// field.
static void a_whole_query_is_a_clause(void **state)
{
    (void)state;
    static const char tree[] = "{\"search\":\"bee\",\"filters\":{\"or\":[{\"string_equals\":"
                               "{\"fields\":[\"a\"],\"value\":\"x\"}},{\"not\":[{\"exists\":"
                               "{\"fields\":[\"b\"]}}]}]}}";
    const struct query_parameter list[] = {{SV("family"), SV("Apidae")},
                                           {SV("query"), sv_from(tree)},
                                           {SV("query"), SV("!{\"search\":\"wasp\"}")},
                                           {SV("field.query"), SV("y")}};
    const struct query *q = NULL;
    const struct query *whole = NULL;
    assert_int_equal(compile(list, ARRAY_LENGTH(list), &q), ST_OK);
    assert_int_equal(q->kind, QUERY_AND);
    static const char *const parts[] = {
        "{\"not\":[{\"string_contains\":{\"fields\":[],\"value\":\"wasp\"}}]}",
        "\"search\":\"bee\"", "{\"fields\":[\"family\"],\"value\":\"Apidae\"}",
        "{\"fields\":[\"query\"],\"value\":\"y\"}"};
    string_view text = canonical(q);
    for (size_t i = 0; i < ARRAY_LENGTH(parts); i++) {
        assert_non_null(memmem(text.bytes, text.length, parts[i], strlen(parts[i])));
    }
    assert_int_equal(compile(list + 1, 1, &q), ST_OK);
    assert_int_equal(query_from_json(&arena, sv_from(tree), &whole, &error), ST_OK);
    assert_same(canonical(q), canonical(whole));
    // Any canonical form is such a parameter, {} too.
    const struct query_parameter all = {SV("query"), SV("{}")};
    assert_int_equal(compile(&all, 1, &q), ST_OK);
    assert_same(canonical(q), SV("{}"));
}

static void mistakes_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *value;
        const char *words;
    } wrong[] = {
        {"filter.nothing", "x", "there is no such term; there are string_equals"},
        {"filter.wildcard", "Bombus", "expected FIELD:PATTERN"},
        {"filter.wildcard", "", "expected FIELD:PATTERN"},
        {"filter.wildcard", "a|\xff:Bombus*", "expected FIELD:PATTERN"},
        {"filter.bbox", "1,2,3", "expected WEST,SOUTH,EAST,NORTH"},
        {"filter.bbox", "1,2,3,4,5", "expected WEST,SOUTH,EAST,NORTH"},
        {"filter.bbox", "1,2,3,north", "expected WEST,SOUTH,EAST,NORTH"},
        {"filter.bbox", "0,80,10,-80", "south"},
        {"filter.geo_point", "51,0", "expected LATITUDE,LONGITUDE,10km"},
        {"filter.geo_point", "51,0,10", "expected LATITUDE,LONGITUDE,10km"},
        {"filter.geo_point", "91,0,10km", "latitude"},
        {"filter.distance", "51,0,x..10km", "expected LATITUDE"},
        {"filter.geo_named_area", "Kenya", "expected CATEGORY:NAME"},
        {"filter.geo_named_area", "country:Keniya", "near names: Kenya"},
        {"filter.geological_time", "1..x", "expected a NAME"},
        {"filter.geological_time", "Jurassik", "urassi"},
        {"filter.within", "POLYGON((0 0, 1 0", "expected"},
        {"filter.same", "media", "expected the term's JSON"},
        {"filter.same", "{\"list\":", "not valid JSON"},
        {"filter.in", "{\"fields\":[\"a\"],\"worth\":1}", "worth"},
        {"filter.and", "{}", "expected a list"},
        {"filter.fuzzy", "a:b", "needs 2 to 64"},
        {"filter.changed_since", "soon", "soon"},
        {"filter.date_range", "a:1850..0000-13-99", "0000-13-99"},
        {"query", "{", "not valid JSON"},
        {"query", "Bombus", "not valid JSON"},
        {"query", "{\"filters\":{\"and\":[{\"equals\":{}}]}}", "/filters/and/0"},
        {"query", "!{\"words\":\"bee\"}", "words"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++) {
        const struct query_parameter parameter = {sv_from(wrong[i].name), sv_from(wrong[i].value)};
        const struct query *q = NULL;
        assert_int_equal(compile(&parameter, 1, &q), ST_INVALID);
        assert_string_equal(error.field, wrong[i].name);
        if (strstr(error.message, wrong[i].words) == NULL) {
            print_error("%s=%s: %s\n", wrong[i].name, wrong[i].value, error.message);
        }
        assert_non_null(strstr(error.message, wrong[i].words));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_term_is_an_address),  ARENA_TEST(every_canonical_form_is_an_address),
        ARENA_TEST(terms_stand_beside_fields), ARENA_TEST(a_whole_query_is_a_clause),
        ARENA_TEST(mistakes_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
