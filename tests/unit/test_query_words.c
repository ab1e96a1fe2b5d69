// SPDX-License-Identifier: Apache-2.0
// Queries in words of a language: every kind of sentence in German, and English as it always was.
#include "api/query_words.h"

#include "api/pages/languages.h"
#include "support/arena_fixture.h"

#define AND(terms)     "{\"filters\":{\"and\":[" terms "]}}"
#define NOT(terms)     "{\"filters\":{\"not\":[" terms "]}}"
#define TERM(name, of) AND("{\"" name "\":{" of "}}")
#define YEAR           "\"fields\":[\"year\"],"
#define FAMILY         "\"fields\":[\"family\"],"
#define BEES           "{\"string_equals\":{" FAMILY "\"value\":\"Apidae\"}}"

static const struct {
    const char *json;
    const char *german;
} cases[] = {
    {"{}", "alle Einträge"},
    {"{\"search\":\"red bee\"}", "mit den Wörtern „red bee“"},
    {TERM("string_contains", "\"fields\":[],\"value\":\"red\""), "mit den Wörtern red"},
    {TERM("string_contains", FAMILY "\"value\":\"red\""), "Familie enthält die Wörter red"},
    {TERM("phrase", "\"fields\":[],\"value\":\"red\""), "mit der Wortfolge „red“"},
    {TERM("phrase", FAMILY "\"value\":\"red\""), "Familie enthält die Wortfolge „red“"},
    {TERM("prefix", FAMILY "\"value\":\"Api\""), "Familie beginnt mit Api"},
    {TERM("part", FAMILY "\"value\":\"Apidae\""), "Familie nennt Apidae"},
    {TERM("wildcard", FAMILY "\"value\":\"A?i\""), "Familie passt auf A?i"},
    {TERM("fuzzy", FAMILY "\"value\":\"Apidae\""),
     "Familie enthält Wörter ungefähr wie Apidae (1 Änderung)"},
    {TERM("fuzzy", FAMILY "\"value\":\"Apidae\",\"distance\":2,\"match\":\"value\""),
     "Familie ist ungefähr Apidae (2 Änderungen)"},
    {TERM("in", FAMILY "\"values\":[\"{}\",\"b\",\"c\"]"), "Familie ist {}, b oder c"},
    {TERM("in", FAMILY "\"values\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"]"),
     "Familie ist 1, 2, 3, 4, 5 oder 2 weitere Werte"},
    {TERM("exists", "\"fields\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]"),
     "mit A, B, C, D, E oder 2 weitere Felder"},
    {TERM("number_equals", YEAR "\"value\":1850"), "Jahr ist gleich 1850"},
    {TERM("number_range", YEAR "\"greater_than\":1850,\"less_than\":1900"),
     "Jahr von 1850 bis 1900"},
    {TERM("number_range", YEAR "\"greater_than\":1850"), "Jahr mindestens 1850"},
    {TERM("number_range", YEAR "\"less_than\":1850"), "Jahr höchstens 1850"},
    {TERM("number_range", YEAR "\"less_than\":1850,\"less_than_inclusive\":false"),
     "Jahr weniger als 1850"},
    {TERM("number_range",
          YEAR "\"greater_than\":1,\"greater_than_inclusive\":false,\"less_than\":2"),
     "Jahr mehr als 1 und höchstens 2"},
    {TERM("number_range", YEAR "\"greater_than\":1,\"less_than\":2,\"less_than_inclusive\":false"),
     "Jahr mindestens 1 und weniger als 2"},
    {TERM("date_range", YEAR "\"from\":\"1850\",\"to\":\"1851\""), "Jahr von 1850 bis 1851"},
    {TERM("date_range", YEAR "\"from\":\"1850\""), "Jahr ab 1850"},
    {TERM("date_range", YEAR "\"to\":\"1850\""), "Jahr bis 1850"},
    {TERM("date_range", YEAR "\"from\":\"1850\",\"to\":\"1851\",\"match\":\"within\""),
     "Jahr ganz von 1850 bis 1851"},
    {TERM("date_range", YEAR "\"from\":\"1850\",\"match\":\"within\""), "Jahr ganz ab 1850"},
    {TERM("date_range", YEAR "\"to\":\"1850\",\"match\":\"within\""), "Jahr ganz bis 1850"},
    {TERM("changed_since", "\"moment\":\"2020-01-01\""), "geändert seit 2020-01-01"},
    {TERM("exists", "\"geo_field\":true"), "mit einer Position"},
    {TERM("geo_named_area", "\"country\":\"Norway\""), "im Gebiet Norwegen"},
    {TERM("geo_point", "\"latitude\":51.5,\"longitude\":0.5,\"radius\":10,\"radius_unit\":\"km\""),
     "im Umkreis von 10 km um 51.5° N, 0.5° O"},
    {TERM("distance", "\"latitude\":-1,\"longitude\":-2,\"at_most\":3,\"at_least\":0.5,\"unit\":"
                      "\"km\""),
     "500 m bis 3 km entfernt von 1° S, 2° W"},
    {TERM("bbox", "\"west\":-10,\"south\":40,\"east\":2,\"north\":60"),
     "zwischen 10° W und 2° O, 40° N und 60° N"},
    {TERM("geological_time", "\"name\":\"Upper Cretaceous\""), "aus dem Zeitabschnitt Oberkreide"},
    {TERM("geological_time", "\"name\":\"Upper Cretaceous\",\"match\":\"within\""),
     "ganz aus dem Zeitabschnitt Oberkreide"},
    {TERM("geological_time", "\"from\":66,\"to\":50"),
     "aus der Zeit vor 66 bis 50 Millionen Jahren"},
    {TERM("geological_time", "\"from\":66,\"to\":50,\"match\":\"within\""),
     "ganz aus der Zeit vor 66 bis 50 Millionen Jahren"},
    {TERM("same",
          "\"list\":\"m\",\"filters\":{\"string_equals\":{\"fields\":[\"m.a\"],\"value\":\"x\"}}"),
     "für eines von M gilt M: a ist x"},
    {TERM("within", "\"wkt\":\"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))\""),
     "in einem gezeichneten Gebiet"},
    {TERM("within", "\"wkt\":\"MULTIPOLYGON (((0 0,2 0,2 2,0 2,0 0)),((5 5,7 5,7 7,5 7,5 5)))\""),
     "in gezeichneten Gebieten"},
    {NOT(BEES ",{\"prefix\":{" FAMILY "\"value\":\"B\"}}"),
     "nicht (Familie ist Apidae oder Familie beginnt mit B)"},
    {NOT("{\"exists\":{\"fields\":[\"sex\"]}}"), "ohne Geschlecht"},
    {AND(BEES ",{\"or\":[" BEES ",{\"exists\":{\"fields\":[\"year\"]}}]}"),
     "Familie ist Apidae und (Familie ist Apidae oder mit Jahr)"},
};

static const struct query *parse(const char *json)
{
    const struct query *q = NULL;
    error_clear(&error);
    if (query_from_json(&arena, sv_from(json), &q, &error) != ST_OK) {
        print_error("%s: %s\n", json, error.message);
        fail();
    }
    return q;
}

static void assert_words(string_view words, string_view expected)
{
    if (!sv_equal(words, expected)) {
        print_error(SV_FORMAT "\nis not\n" SV_FORMAT "\n", SV_ARGUMENT(words),
                    SV_ARGUMENT(expected));
        fail();
    }
}

static void every_sentence_has_its_german(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_words(query_words(&arena, &languages[0], parse(cases[i].json)),
                     sv_from(cases[i].german));
    }
    assert_words(query_words(&arena, &languages[0], NULL), SV("alle Einträge"));
}

// What packages and registries hold is told with the same words as a page in English.
static void english_is_what_the_engine_says(void **state)
{
    (void)state;
    struct buffer own;
    buffer_init(&own, (size_t)1 << 20);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        buffer_clear(&own);
        query_describe(parse(cases[i].json), &own);
        assert_words(query_words(&arena, NULL, parse(cases[i].json)), buffer_view(&own));
    }
    buffer_release(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_sentence_has_its_german),
        ARENA_TEST(english_is_what_the_engine_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
