// SPDX-License-Identifier: Apache-2.0
// The query tree from JSON: schema v1.0.0 and v2, its bounds, its canonical form, its words and the
// museum's hash.
#include "query/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct buffer out;
static struct error error;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 0);
    buffer_init(&out, (size_t)64 << 20);
    error_clear(&error);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    buffer_release(&out);
    return 0;
}

static const struct query *parse(const char *json)
{
    const struct query *q = NULL;
    status result = query_from_json(&arena, sv_from(json), &q, &error);
    if (result != ST_OK) {
        print_message("%s: %s\n", json, error.message);
    }
    assert_int_equal(result, ST_OK);
    assert_non_null(q);
    return q;
}

static const char *canonical(const char *json)
{
    const struct query *q = NULL;
    assert_int_equal(query_normalise(&arena, parse(json), &q, &error), ST_OK);
    buffer_clear(&out);
    query_print(q, &out);
    buffer_append_byte(&out, '\0');
    assert_false(out.failed);
    return arena_copy(&arena, sv_from(out.bytes)).bytes;
}

#define EQ(field, value) "{\"string_equals\":{\"fields\":[\"" field "\"],\"value\":\"" value "\"}}"
#define HAS(field, value)                                                                          \
    "{\"string_contains\":{\"fields\":[\"" field "\"],\"value\":\"" value "\"}}"
#define AND(members) "{\"filters\":{\"and\":[" members "]}}"

// --- reading ---------------------------------------------------------------------------------

static void reads_every_term(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        enum query_kind kind;
    } cases[] = {
        {"{}", QUERY_ALL},
        {"", QUERY_ALL},
        {"  ", QUERY_ALL},
        {"{\"search\":\" \"}", QUERY_ALL},
        {"{\"search\":\"mollusca\"}", QUERY_SEARCH},
        {"{\"filters\":{\"or\":[]}}", QUERY_ALL},
        {"{\"filters\":{\"not\":[{\"and\":[]},{\"or\":[]}]}}", QUERY_ALL},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(parse(cases[i].json)->kind, cases[i].kind);
    }
    static const struct {
        const char *json;
        enum query_kind kind;
    } terms[] = {
        {EQ("genus", "helix"), QUERY_STRING_EQUALS},
        {HAS("a", "b"), QUERY_STRING_CONTAINS},
        {"{\"string_contains\":{\"fields\":[],\"value\":\"b\"}}", QUERY_STRING_CONTAINS},
        {"{\"number_equals\":{\"fields\":[\"y\"],\"value\":1999}}", QUERY_NUMBER_EQUALS},
        {"{\"number_range\":{\"fields\":[\"y\"],\"less_than\":2}}", QUERY_NUMBER_RANGE},
        {"{\"exists\":{\"fields\":[\"associatedMedia\"]}}", QUERY_EXISTS},
        {"{\"exists\":{\"geo_field\":true}}", QUERY_GEO_EXISTS},
        {"{\"geo_point\":{\"latitude\":-90,\"longitude\":180}}", QUERY_GEO_POINT},
        {"{\"geo_named_area\":{\"country\":\"Curaçao\"}}", QUERY_GEO_NAMED_AREA},
        {"{\"geo_named_area\":{\"country\":\"Antigua And Barbuda\"}}", QUERY_GEO_NAMED_AREA},
        {"{\"geo_custom_area\":[[[[0,0],[1,0],[1,1],[0,0]]]]}", QUERY_GEO_CUSTOM_AREA},
        {"{\"in\":{\"fields\":[\"a\"],\"values\":[\"b\",\"c\"]}}", QUERY_IN},
        {"{\"prefix\":{\"fields\":[\"a\"],\"value\":\"b\"}}", QUERY_PREFIX},
        {"{\"bbox\":{\"west\":170,\"south\":-10,\"east\":-170,\"north\":10}}", QUERY_BBOX},
        {"{\"date_range\":{\"fields\":[\"a\"],\"from\":\"1850\",\"to\":\"1850-02\"}}",
         QUERY_DATE_RANGE},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(terms); i++) {
        char json[512];
        (void)snprintf(json, sizeof json, AND("%s"), terms[i].json);
        const struct query *q = parse(json);
        assert_int_equal(q->kind, QUERY_AND);
        assert_int_equal(q->member_count, 1);
        assert_int_equal(q->members[0]->kind, terms[i].kind);
    }
}

static void reads_values(void **state)
{
    (void)state;
    const struct query *q = parse(AND("{\"number_range\":{\"fields\":[\"year\",\"day\"],"
                                      "\"less_than\":2010,\"less_than_inclusive\":false,"
                                      "\"greater_than\":2000}}"))
                                ->members[0];
    assert_int_equal(q->field_count, 2);
    assert_true(sv_equal(q->fields[1], SV("day")));
    assert_true(q->low == 2000 && q->low_inclusive && q->high == 2010 && !q->high_inclusive);

    q = parse(AND("{\"geo_point\":{\"latitude\":51.4712,\"longitude\":-0.9421,"
                  "\"radius\":10,\"radius_unit\":\"mi\"}}"))
            ->members[0];
    assert_true(q->radius == 16093.44 && q->latitude == 51.4712 && q->longitude == -0.9421);

    q = parse(AND("{\"date_range\":{\"fields\":[\"d\"],\"from\":\"1850-02\",\"to\":\"1850-02\","
                  "\"match\":\"within\"}}"))
            ->members[0];
    assert_true(q->within);
    assert_int_equal((q->end + 1 - q->start) / 86400000, 28);

    q = parse(
            AND("{\"geo_custom_area\":[[[[0,1],[2,1,99],[2,3],[0,1]],[[1,1],[1,2],[2,2],[1,1]]]]}"))
            ->members[0];
    assert_int_equal(q->polygon_count, 1);
    assert_int_equal(q->polygons[0].count, 2);
    assert_int_equal(q->polygons[0].rings[0].count, 4);
    assert_true(q->polygons[0].rings[0].positions[2] == 2);
}

// Every trouble names its place, and says what is wrong.
static void refuses_with_the_place(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        const char *field;
        const char *words;
    } cases[] = {
        {"{", "", "not valid JSON at line 1"},
        {"[]", "", "expected an object"},
        {"5", "", "expected an object"},
        {"{\"search\":5}", "/search", "expected a text"},
        {"{\"query\":{}}", "/query", "search filters"},
        {"{\"search\":\"a\",\"search\":\"b\"}", "", "duplicate"},
        {"{\"filters\":{}}", "/filters", "exactly one"},
        {"{\"filters\":{\"and\":[],\"or\":[]}}", "/filters", "exactly one"},
        {"{\"filters\":{\"and\":{}}}", "/filters/and", "expected a list"},
        {"{\"filters\":" EQ("a", "b") "}", "/filters/string_equals", "and or not"},
        {AND("{\"colour\":1}"), "/filters/and/0/colour", "no member of this name"},
        {AND("{\"a/b~c\":1}"), "/filters/and/0/a~1b~0c", "no member of this name"},
        {AND("{\"string_equals\":{\"fields\":[],\"value\":\"a\"}}"),
         "/filters/and/0/string_equals/fields", "one or more"},
        {AND("{\"string_equals\":{\"fields\":[\"a\",\"b\",\"a\"],\"value\":\"a\"}}"),
         "/filters/and/0/string_equals/fields", "named twice"},
        {AND("{\"string_equals\":{\"fields\":[3],\"value\":\"a\"}}"),
         "/filters/and/0/string_equals/fields/0", "field's name"},
        {AND("{\"string_equals\":{\"fields\":[\"a\"]}}"), "/filters/and/0/string_equals/value",
         "is needed"},
        {AND("{\"string_equals\":{\"fields\":[\"a\"],\"value\":3}}"),
         "/filters/and/0/string_equals/value", "expected a text"},
        {AND("{\"string_equals\":{\"fields\":[\"a\"],\"value\":\"a\",\"x\":1}}"),
         "/filters/and/0/string_equals/x", "fields value"},
        {AND("{\"number_equals\":{\"fields\":[\"a\"],\"value\":\"3\"}}"),
         "/filters/and/0/number_equals/value", "expected a number"},
        {AND("{\"number_equals\":{\"fields\":[\"a\"],\"value\":NaN}}"), "", "not valid JSON"},
        {AND("{\"number_equals\":{\"fields\":[\"a\"],\"value\":1e400}}"), "", "too large"},
        {AND("{\"number_range\":{\"fields\":[\"a\"]}}"), "/filters/and/0/number_range",
         "greater_than or less_than"},
        {AND("{\"number_range\":{\"fields\":[\"a\"],\"less_than\":1,\"greater_than\":2}}"),
         "/filters/and/0/number_range", "upside down"},
        {AND("{\"number_range\":{\"fields\":[\"a\"],\"less_than\":1,\"less_than_inclusive\":1}}"),
         "/filters/and/0/number_range/less_than_inclusive", "true or false"},
        {AND("{\"exists\":{\"geo_field\":false}}"), "/filters/and/0/exists/geo_field",
         "only be true"},
        {AND("{\"exists\":{}}"), "/filters/and/0/exists", "either fields or geo_field"},
        {AND("{\"geo_point\":{\"latitude\":91,\"longitude\":0}}"),
         "/filters/and/0/geo_point/latitude", "from -90 to 90"},
        {AND("{\"geo_point\":{\"latitude\":1,\"longitude\":0,\"radius\":1}}"),
         "/filters/and/0/geo_point", "radius_unit"},
        {AND("{\"geo_point\":{\"latitude\":1,\"longitude\":0,\"radius\":-1,\"radius_unit\":\"m\"}"
             "}"),
         "/filters/and/0/geo_point/radius", "from 0"},
        {AND("{\"geo_point\":{\"latitude\":1,\"longitude\":0,\"radius\":1,\"radius_unit\":\"au\"}"
             "}"),
         "/filters/and/0/geo_point/radius_unit", "nmi"},
        {AND("{\"geo_named_area\":{\"country\":\"Curacoa\"}}"),
         "/filters/and/0/geo_named_area/country", "Curaçao"},
        {AND("{\"geo_named_area\":{\"marine\":\"North Sea\"}}"),
         "/filters/and/0/geo_named_area/marine", "no areas of"},
        {AND("{\"geo_named_area\":{\"country\":\"Peru\",\"marine\":\"North Sea\"}}"),
         "/filters/and/0/geo_named_area", "exactly one"},
        {AND("{\"geo_custom_area\":[[[[0,0],[1,1],[0,0]]]]}"), "/filters/and/0/geo_custom_area/0/0",
         "four positions"},
        {AND("{\"geo_custom_area\":[[[[0,0],[1,91],[1,1],[0,0]]]]}"),
         "/filters/and/0/geo_custom_area/0/0/1", "latitude from -90"},
        {AND("{\"geo_custom_area\":[]}"), "/filters/and/0/geo_custom_area", "MultiPolygon"},
        {AND("{\"in\":{\"fields\":[\"a\"],\"values\":[]}}"), "/filters/and/0/in/values",
         "one or more"},
        {AND("{\"bbox\":{\"west\":0,\"south\":10,\"east\":1,\"north\":9}}"), "/filters/and/0/bbox",
         "upside down"},
        {AND("{\"date_range\":{\"fields\":[\"a\"],\"from\":\"0000-13-99\"}}"),
         "/filters/and/0/date_range/from", "is no date"},
        {AND("{\"date_range\":{\"fields\":[\"a\"],\"from\":\"1900\",\"to\":\"1850\"}}"),
         "/filters/and/0/date_range", "upside down"},
        {AND("{\"date_range\":{\"fields\":[\"a\"],\"from\":\"1900\",\"match\":\"near\"}}"),
         "/filters/and/0/date_range/match", "overlap or within"},
        {AND("{\"date_range\":{\"fields\":[\"a\"]}}"), "/filters/and/0/date_range", "from or to"},
        {AND("{\"or\":[" EQ("a", "b") ",{\"not\":[7]}]}"), "/filters/and/0/or/1/not/0",
         "expected an object"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const struct query *q = NULL;
        error_clear(&error);
        status result = query_from_json(&arena, sv_from(cases[i].json), &q, &error);
        if (result != ST_INVALID || strcmp(error.field, cases[i].field) != 0 ||
            strstr(error.message, cases[i].words) == NULL) {
            print_message("%s\n -> %s: %s\n", cases[i].json, error.field, error.message);
        }
        assert_int_equal(result, ST_INVALID);
        assert_null(q);
        assert_string_equal(error.field, cases[i].field);
        assert_non_null(strstr(error.message, cases[i].words));
    }
}

// Parse `before` n times, `middle`, `after` n times.
static status parse_nested(size_t n, const char *before, const char *middle, const char *after)
{
    struct buffer json;
    buffer_init(&json, (size_t)64 << 20);
    buffer_append_view(&json, SV("{\"filters\":"));
    for (size_t i = 0; i < n; i++) {
        buffer_append_view(&json, sv_from(before));
    }
    buffer_append_view(&json, sv_from(middle));
    for (size_t i = 0; i < n; i++) {
        buffer_append_view(&json, sv_from(after));
    }
    buffer_append_byte(&json, '}');
    const struct query *q = NULL;
    error_clear(&error);
    status result = query_from_json(&arena, buffer_view(&json), &q, &error);
    if (result == ST_OK) {
        const struct query *normal = NULL;
        assert_int_equal(query_normalise(&arena, q, &normal, &error), ST_OK);
        assert_int_equal(normal->kind, QUERY_STRING_EQUALS);
    }
    buffer_release(&json);
    return result;
}

static void bounds_depth(void **state)
{
    (void)state;
    assert_int_equal(parse_nested(64, "{\"and\":[", EQ("a", "b"), "]}"), ST_OK);
    assert_int_equal(parse_nested(65, "{\"and\":[", EQ("a", "b"), "]}"), ST_INVALID);
    assert_non_null(strstr(error.message, "deeper than 64"));
    assert_int_equal(parse_nested(10000, "{\"not\":[", EQ("a", "b"), "]}"), ST_INVALID);
    assert_non_null(strstr(error.message, "deeper than 64"));
    assert_int_equal(parse_nested(100000, "[", "", "]"), ST_INVALID);
}

static void bounds_size(void **state)
{
    (void)state;
    size_t size = (size_t)10 << 20;
    char *json = malloc(size);
    assert_non_null(json);
    memset(json, ' ', size);
    memcpy(json, "{}", 2);
    const struct query *q = NULL;
    assert_int_equal(query_from_json(&arena, (string_view){json, size}, &q, &error), ST_INVALID);
    assert_non_null(strstr(error.message, "1048576"));
    error_clear(&error);

    struct buffer big;
    buffer_init(&big, size);
    buffer_append_view(&big, SV("{\"search\":\""));
    for (size_t i = 0; i < QUERY_LIMIT_TEXT + 1; i++) {
        buffer_append_byte(&big, 'a');
    }
    buffer_append_view(&big, SV("\"}"));
    assert_int_equal(query_from_json(&arena, buffer_view(&big), &q, &error), ST_INVALID);
    assert_string_equal(error.field, "/search");
    error_clear(&error);

    buffer_clear(&big);
    buffer_append_view(&big, SV("{\"filters\":{\"or\":["));
    for (size_t i = 0; i < QUERY_LIMIT_TERMS + 1; i++) {
        buffer_append_view(&big, i == 0 ? SV(EQ("a", "b")) : SV("," EQ("a", "b")));
    }
    buffer_append_view(&big, SV("]}}"));
    assert_int_equal(query_from_json(&arena, buffer_view(&big), &q, &error), ST_INVALID);
    assert_non_null(strstr(error.message, "10000 terms"));
    buffer_release(&big);
    free(json);
}

// --- one form --------------------------------------------------------------------------------

static void equal_queries_print_equally(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        const char *canonical;
    } cases[] = {
        {"{}", "{}"},
        {"{\"search\":\" bee \"}", "{\"search\":\"bee\"}"},
        {AND("{\"string_contains\":{\"fields\":[],\"value\":\"bee\"}}"), "{\"search\":\"bee\"}"},
        {AND(EQ("a", "b")), AND(EQ("a", "b"))},
        {"{\"filters\":{\"or\":[" EQ("a", "b") "]}}", AND(EQ("a", "b"))},
        {AND("{\"and\":[" EQ("c", "d") ",{\"and\":[" EQ("a", "b") "]}]}," EQ("c", "d")),
         AND(EQ("a", "b") "," EQ("c", "d"))},
        {"{\"filters\":{\"or\":[" EQ("a", "c") "," EQ("a", "b") "," EQ("a", "c") "]}}",
         AND("{\"in\":{\"fields\":[\"a\"],\"values\":[\"b\",\"c\"]}}")},
        {AND("{\"in\":{\"fields\":[\"a\"],\"values\":[\"c\",\"b\",\"b\"]}}"),
         AND("{\"in\":{\"fields\":[\"a\"],\"values\":[\"b\",\"c\"]}}")},
        {AND("{\"in\":{\"fields\":[\"a\"],\"values\":[\"b\",\"b\"]}}"), AND(EQ("a", "b"))},
        {"{\"filters\":{\"not\":[{\"not\":[" EQ("a", "b") "]}]}}", AND(EQ("a", "b"))},
        {AND("{\"not\":[" EQ("a", "b") "]},{\"not\":[" EQ("c", "d") "]}"),
         "{\"filters\":{\"not\":[" EQ("a", "b") "," EQ("c", "d") "]}}"},
        {"{\"filters\":{\"not\":[{\"or\":[" EQ("c", "d") "," EQ("a", "b") "]}]}}",
         "{\"filters\":{\"not\":[" EQ("a", "b") "," EQ("c", "d") "]}}"},
        {"{\"search\":\"x\",\"filters\":{\"and\":[" EQ("a", "b") "]}}",
         "{\"filters\":{\"and\":[" EQ("a", "b") "]},\"search\":\"x\"}"},
        {AND("{\"number_range\":{\"fields\":[\"b\",\"a\"],\"greater_than\":1.50,"
             "\"less_than\":1.5}}"),
         AND("{\"number_equals\":{\"fields\":[\"a\",\"b\"],\"value\":1.5}}")},
        {AND("{\"geo_point\":{\"longitude\":0.1,\"latitude\":-1e-7,\"radius\":2,"
             "\"radius_unit\":\"km\"}}"),
         AND("{\"geo_point\":{\"latitude\":-1e-07,\"longitude\":0.1,\"radius\":2000,"
             "\"radius_unit\":\"m\"}}")},
        {AND("{\"date_range\":{\"fields\":[\"d\"],\"to\":\"1850\"}}"),
         AND("{\"date_range\":{\"fields\":[\"d\"],\"match\":\"overlap\","
             "\"to\":\"1850-12-31T23:59:59.999Z\"}}")},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const char *once = canonical(cases[i].json);
        assert_string_equal(once, cases[i].canonical);
        assert_string_equal(canonical(once), once);
    }
}

static void nothing_stays_nothing(void **state)
{
    (void)state;
    // None of all: the canonical form must not fall back to "all".
    const char *none =
        canonical("{\"filters\":{\"not\":[{\"string_contains\":{\"fields\":[],\"value\":\"\"}}]}}");
    assert_string_equal(canonical(none), none);
    const struct query *q = NULL;
    assert_int_equal(query_normalise(&arena, parse(none), &q, &error), ST_OK);
    assert_int_equal(q->kind, QUERY_NOT);
    assert_int_equal(q->members[0]->kind, QUERY_ALL);
}

static void names_are_stable(void **state)
{
    (void)state;
    char a[65];
    char b[65];
    const struct query *q = NULL;
    assert_int_equal(query_normalise(&arena, parse(AND(EQ("a", "b") "," EQ("c", "d"))), &q, &error),
                     ST_OK);
    assert_int_equal(query_name(q, a, &error), ST_OK);
    assert_int_equal(query_normalise(&arena, parse(AND(EQ("c", "d") "," EQ("a", "b"))), &q, &error),
                     ST_OK);
    assert_int_equal(query_name(q, b, &error), ST_OK);
    assert_string_equal(a, b);
    assert_int_equal(query_normalise(&arena, parse("{}"), &q, &error), ST_OK);
    assert_int_equal(query_name(q, a, &error), ST_OK);
    // printf '{}' | sha256sum
    assert_string_equal(a, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
}

static void lists_its_fields(void **state)
{
    (void)state;
    const string_view *fields = NULL;
    size_t count = 0;
    assert_int_equal(query_fields(&arena,
                                  parse(AND(EQ("b", "x") ",{\"not\":[" EQ("a", "x") "," HAS(
                                      "b", "x") ",{\"exists\":{\"geo_field\":true}}]}")),
                                  &fields, &count, &error),
                     ST_OK);
    assert_int_equal(count, 2);
    assert_true(sv_equal(fields[0], SV("a")));
    assert_true(sv_equal(fields[1], SV("b")));
}

static void tells_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        const char *words;
    } cases[] = {
        {"{}", "all records"},
        {"{\"search\":\"bee\"}", "with the words \"bee\""},
        {AND(EQ("family", "Apidae") ",{\"number_range\":{\"fields\":[\"year\"],"
                                    "\"greater_than\":1850,\"less_than\":1900}}"),
         "family is Apidae and year 1850 to 1900"},
        {AND("{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":1850,"
             "\"greater_than_inclusive\":false}}"),
         "year more than 1850"},
        {AND("{\"in\":{\"fields\":[\"f\"],\"values\":[\"a\",\"b\",\"c\"]}}"), "f is a, b or c"},
        {AND("{\"date_range\":{\"fields\":[\"d\"],\"from\":\"1850\",\"to\":\"1850-02-03\"}}"),
         "d 1850 to 1850-02-03"},
        {"{\"filters\":{\"not\":[{\"exists\":{\"fields\":[\"sex\"]}}]}}", "without sex"},
        {"{\"filters\":{\"not\":[" EQ("a", "b") "," EQ("c", "d") "]}}", "not (a is b or c is d)"},
        {AND(EQ("x", "y") ",{\"or\":[" EQ("a", "b") "," EQ("c", "d") "]}"),
         "x is y and (a is b or c is d)"},
        {AND("{\"geo_point\":{\"latitude\":51.5,\"longitude\":-0.1,\"radius\":10,"
             "\"radius_unit\":\"km\"}}"),
         "within 10 km of 51.5° N, 0.1° W"},
        {AND("{\"geo_named_area\":{\"country\":\"Peru\"}}"), "in Peru"},
        {AND("{\"bbox\":{\"west\":-10,\"south\":40,\"east\":2,\"north\":60}}"),
         "between 10° W and 2° E, 40° N and 60° N"},
        {AND("{\"prefix\":{\"fields\":[\"genus\"],\"value\":\"Bom\"}}"), "genus starts with Bom"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        buffer_clear(&out);
        query_describe(parse(cases[i].json), &out);
        buffer_append_byte(&out, '\0');
        assert_string_equal(out.bytes, cases[i].words);
    }
}

// --- the museum's hash -----------------------------------------------------------------------

// Golden values of the museum's own hasher, computed with it.
static void museum_hash_golden(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        const char *hash;
    } cases[] = {
        {"{}", "da39a3ee5e6b4b0d3255bfef95601890afd80709"},
        {"{\"search\":\"mollusca\"}", "b35505a9a018bc4e119236bbd5950bd86aa61faa"},
        {"{\"search\":\"italy\",\"filters\":{\"and\":[" EQ("genus", "helix") "," HAS(
             "higherGeography", "europe") "]}}",
         "9f6da53cad2e4ef9aca358823882318dea487259"},
        {AND("{\"number_range\":{\"fields\":[\"year\"],\"less_than\":2010,"
             "\"less_than_inclusive\":false,\"greater_than\":2000,"
             "\"greater_than_inclusive\":true}}"),
         "585fe48c7d57f52ef47df2ce236fa9b3cc246152"},
        {AND("{\"exists\":{\"geo_field\":true}},{\"exists\":{\"fields\":[\"associatedMedia\"]}}"),
         "752c2fdfb60712d57191915027f236afc59fc8c5"},
        {AND("{\"geo_point\":{\"latitude\":51.4712,\"longitude\":-0.9421,\"radius\":10,"
             "\"radius_unit\":\"mi\"}}"),
         "62aa25771745d77305499b44778e6ad5b4cab31d"},
        {AND("{\"geo_named_area\":{\"country\":\"Curaçao\"}}"),
         "f7df75fdc36c964b44f9612e3e5941d0a002364c"},
        {"{\"filters\":{\"not\":[" EQ("genus", "helix") "]}}",
         "29b9ab621bb74fada6f2a2ce9da7b2ab30900bc0"},
        {AND("{\"number_equals\":{\"fields\":[\"year\"],\"value\":1999}}"),
         "626e57b16db57c8c2cd8232a80aa268f2105ec18"},
        {AND("{\"geo_custom_area\":[[[[102.0,2.0],[103.0,2.0],[103.0,3.0],[102.0,3.0],[102.0,2.0]]]"
             ",[[[100.0,0.0],[101.0,0.0],[101.0,1.0],[100.0,1.0],[100.0,0.0]],[[100.2,0.2],"
             "[100.8,0.2],[100.8,0.8],[100.2,0.8],[100.2,0.2]]]]}"),
         "37b90517fb015e6ec951f159ff205a7a8957bd31"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        char hash[41] = "";
        assert_int_equal(query_museum_hash(sv_from(cases[i].json), hash, &error), ST_OK);
        assert_string_equal(hash, cases[i].hash);
    }
}

// nhm.md 1.5: the two slugs that its own hasher was asked for, resources in any order.
static void museum_slug_hash_golden(void **state)
{
    (void)state;
    const string_view both[] = {SV("bb909597-dedf-427d-8c04-4c02b3a24db3"),
                                SV("05ff2255-c38a-40c9-b657-4ccb55ab2feb")};
    char hash[41];
    assert_int_equal(query_museum_slug_hash(SV("da39a3ee5e6b4b0d3255bfef95601890afd80709"),
                                            SV("v1.0.0"), SV(""), both + 1, 1, hash, &error),
                     ST_OK);
    assert_string_equal(hash, "e886ac4586ebf5b5c459fc7f710668367d617235");
    assert_int_equal(query_museum_slug_hash(SV("b35505a9a018bc4e119236bbd5950bd86aa61faa"),
                                            SV("v1.0.0"), SV("1600000000000"), both, 2, hash,
                                            &error),
                     ST_OK);
    assert_string_equal(hash, "0ba7bf36e6bd9191bcf7f582fbb9dc539ddf12ac");
}

static void museum_hash_is_stable(void **state)
{
    (void)state;
    char a[41] = "";
    char b[41] = "";
    assert_int_equal(query_museum_hash(SV(AND(EQ("a", "b") "," EQ("c", "d"))), a, &error), ST_OK);
    assert_int_equal(query_museum_hash(SV(AND(EQ("c", "d") "," EQ("a", "b"))), b, &error), ST_OK);
    assert_string_equal(a, b);
    // An "or" of one member is put right to an "and" first, and empty groups are left out.
    assert_int_equal(query_museum_hash(SV("{\"filters\":{\"or\":[" EQ("a", "b") "]}}"), a, &error),
                     ST_OK);
    assert_int_equal(query_museum_hash(SV(AND(EQ("a", "b") ",{\"not\":[]}")), b, &error), ST_OK);
    assert_string_equal(a, b);
    assert_int_equal(query_museum_hash(SV("{\"filters\":{\"and\":[]}}"), a, &error), ST_OK);
    assert_string_equal(a, "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    assert_int_equal(
        query_museum_hash(SV(AND("{\"prefix\":{\"fields\":[\"a\"],\"value\":\"b\"}}")), a, &error),
        ST_INVALID);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(reads_every_term),
        TEST(reads_values),
        TEST(refuses_with_the_place),
        TEST(bounds_depth),
        TEST(bounds_size),
        TEST(equal_queries_print_equally),
        TEST(nothing_stays_nothing),
        TEST(names_are_stable),
        TEST(lists_its_fields),
        TEST(tells_in_words),
        TEST(museum_hash_golden),
        TEST(museum_hash_is_stable),
        TEST(museum_slug_hash_golden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
