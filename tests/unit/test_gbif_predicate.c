// SPDX-License-Identifier: Apache-2.0
// GBIF's predicates as our questions (rule G2, "estimated"): each kind of predicate and of key,
// what is left out and told, and bounds.
#include "query/gbif_predicate.h"
#include "query/query.h"

#include "support/arena_fixture.h"

#include <stdlib.h>
#include <string.h>

#define OWN   "7f9dd8f7-a8cf-4a4e-a26c-8a9ab1e6ae1f"
#define OTHER "50c9509d-22c7-4a22-a47d-8c48425ef4a7"

static bool has_field(void *argument, string_view field)
{
    (void)argument;
    static const char *const fields[] = {
        "basisOfRecord", "catalogNumber", "class",          "country",  "countryCode",
        "eventDate",     "family",        "genus",          "locality", "minimumElevationInMeters",
        "typeStatus",    "recordedBy",    "scientificName", "year"};
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        if (sv_equal(field, sv_from(fields[i]))) {
            return true;
        }
    }
    return false;
}

static status translate(const char *text, struct gbif_question *out)
{
    const struct gbif_taxon taxa[] = {
        {SV("212"), SV("CLASS"), SV("Aves")},
        {SV("6"), SV("KINGDOM"), SV("Plantae")}, // the dataset has no field for it
        {SV("2482492"), SV("SPECIES"), SV("Corvus corax")},
        {SV("9"), SV("UNRANKED"), SV("Incertae")},
        {SV("10"), SV(""), SV("")},
    };
    const struct gbif_dataset dataset = {.key = SV(OWN),
                                         .publisher = SV(OTHER),
                                         .has_field = has_field,
                                         .taxa = taxa,
                                         .taxon_count = ARRAY_LENGTH(taxa)};
    json_t *json = json_loads(text, JSON_DECODE_ANY, NULL);
    assert_non_null(json);
    error_clear(&error);
    status result = gbif_predicate_read(json, &dataset, &arena, out, &error);
    json_decref(json);
    return result;
}

static string_view canonical(string_view json)
{
    const struct query *read = NULL;
    const struct query *normal = NULL;
    struct buffer text;
    if (query_from_json(&arena, json, &read, &error) != ST_OK) {
        print_error(SV_FORMAT ": %s\n", SV_ARGUMENT(json), error.message);
        fail();
    }
    assert_int_equal(query_normalise(&arena, read, &normal, &error), ST_OK);
    buffer_init(&text, (size_t)1 << 20);
    query_print(normal, &text);
    string_view out = arena_copy(&arena, buffer_view(&text));
    buffer_release(&text);
    return out;
}

// A key and a value of "equals".
#define EQUALS(key, value) "{\"type\":\"equals\",\"key\":\"" key "\",\"value\":\"" value "\"}"
#define EQUAL(field, value)                                                                        \
    "{\"string_equals\":{\"fields\":[\"" field "\"],\"value\":\"" value "\"}}"
#define AND(a, b) "{\"type\":\"and\",\"predicates\":[" a "," b "]}"
#define OR(a, b)  "{\"type\":\"or\",\"predicates\":[" a "," b "]}"
#define NOT(a)    "{\"type\":\"not\",\"predicate\":" a "}"
#define UNKNOWN   EQUALS("GBIF_REGION", "EUROPE")
#define CORVIDS   EQUALS("RECORDED_BY", "Smith, J.")
#define SMITH     EQUAL("recordedBy", "Smith, J.")

static const struct {
    const char *predicate;
    const char *term; // NULL: everything; "": nothing
    size_t left_out;
} cases[] = {
    // Texts, in fields of Darwin Core.
    {EQUALS("CATALOG_NUMBER", "A.7"), EQUAL("catalogNumber", "A.7"), 0},
    {"{\"type\":\"equals\",\"key\":\"CATALOG_NUMBER\",\"value\":7,\"matchCase\":true}",
     EQUAL("catalogNumber", "7"), 0},
    {"{\"type\":\"in\",\"key\":\"CATALOG_NUMBER\",\"values\":[\"A.7\",\"A.8\"]}",
     "{\"in\":{\"fields\":[\"catalogNumber\"],\"values\":[\"A.7\",\"A.8\"]}}", 0},
    {"{\"type\":\"like\",\"key\":\"CATALOG_NUMBER\",\"value\":\"PAPI?\\\\*\"}",
     "{\"wildcard\":{\"fields\":[\"catalogNumber\"],\"value\":\"PAPI?\\\\\\\\*\"}}", 0},
    {EQUALS("BASIS_OF_RECORD", "PRESERVED_SPECIMEN"),
     "{\"in\":{\"fields\":[\"basisOfRecord\"],\"values\":[\"PRESERVED_SPECIMEN\","
     "\"PRESERVEDSPECIMEN\",\"PRESERVED SPECIMEN\"]}}",
     0},
    {EQUALS("COUNTRY", "NO"),
     "{\"in\":{\"fields\":[\"countryCode\",\"country\"],\"values\":[\"NO\",\"Norway\"]}}", 0},
    {EQUALS("COUNTRY", "ZZ"),
     "{\"in\":{\"fields\":[\"countryCode\",\"country\"],\"values\":[\"ZZ\"]}}", 0},
    // Numbers and dates.
    {EQUALS("YEAR", "1850"),
     "{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":1850,\"less_than\":1850}}", 0},
    {EQUALS("YEAR", "1850,1860"),
     "{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":1850,\"less_than\":1860}}", 0},
    {EQUALS("YEAR", "*,1860"), "{\"number_range\":{\"fields\":[\"year\"],\"less_than\":1860}}", 0},
    {"{\"type\":\"range\",\"key\":\"YEAR\",\"value\":{\"gte\":2010,\"lt\":2022}}",
     "{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":2010,\"less_than\":2022,"
     "\"less_than_inclusive\":false}}",
     0},
    {"{\"type\":\"greaterThan\",\"key\":\"YEAR\",\"value\":\"1900\"}",
     "{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":1900,"
     "\"greater_than_inclusive\":false}}",
     0},
    {"{\"type\":\"greaterThanOrEquals\",\"key\":\"YEAR\",\"value\":\"1900\"}",
     "{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":1900}}", 0},
    {"{\"type\":\"lessThan\",\"key\":\"ELEVATION\",\"value\":\"100\"}",
     "{\"number_range\":{\"fields\":[\"minimumElevationInMeters\"],\"less_than\":100,"
     "\"less_than_inclusive\":false}}",
     0},
    {"{\"type\":\"lessThanOrEquals\",\"key\":\"YEAR\",\"value\":\"1900\"}",
     "{\"number_range\":{\"fields\":[\"year\"],\"less_than\":1900}}", 0},
    {EQUALS("YEAR", "1860,1850"), "", 0},
    {EQUALS("EVENT_DATE", "2000,2002-03"),
     "{\"date_range\":{\"fields\":[\"eventDate\"],\"from\":\"2000\",\"to\":\"2002-03\"}}", 0},
    {"{\"type\":\"lessThan\",\"key\":\"EVENT_DATE\",\"value\":\"1900-01-01\"}",
     "{\"date_range\":{\"fields\":[\"eventDate\"],\"to\":\"1900-01-01\"}}", 0},
    // Places.
    {EQUALS("HAS_COORDINATE", "true"), "{\"exists\":{\"geo_field\":true}}", 0},
    {"{\"type\":\"equals\",\"key\":\"HAS_COORDINATE\",\"value\":false}",
     "{\"not\":[{\"exists\":{\"geo_field\":true}}]}", 0},
    {"{\"type\":\"within\",\"geometry\":\"POLYGON((0 0,1 0,1 1,0 0))\"}",
     "{\"within\":{\"wkt\":\"POLYGON((0 0,1 0,1 1,0 0))\"}}", 0},
    {EQUALS("GEOMETRY", "POLYGON((0 0,1 0,1 1,0 0))"),
     "{\"within\":{\"wkt\":\"POLYGON((0 0,1 0,1 1,0 0))\"}}", 0},
    {"{\"type\":\"geoDistance\",\"latitude\":\"90\",\"longitude\":\"100\",\"distance\":\"5km\"}",
     "{\"geo_point\":{\"latitude\":90,\"longitude\":100,\"radius\":5,\"radius_unit\":\"km\"}}", 0},
    {"{\"type\":\"geoDistance\",\"latitude\":91,\"longitude\":100,\"distance\":\"5km\"}", NULL, 1},
    {"{\"type\":\"geoDistance\",\"latitude\":1,\"longitude\":100,\"distance\":\"5 ells\"}", NULL,
     1},
    // What is there.
    {"{\"type\":\"isNotNull\",\"parameter\":\"TYPE_STATUS\"}",
     "{\"exists\":{\"fields\":[\"typeStatus\"]}}", 0},
    {"{\"type\":\"isNull\",\"parameter\":\"YEAR\"}",
     "{\"not\":[{\"exists\":{\"fields\":[\"year\"]}}]}", 0},
    {"{\"type\":\"fullTextSearch\",\"q\":\"crow\"}",
     "{\"string_contains\":{\"fields\":[],\"value\":\"crow\"}}", 0},
    // Taxa.
    {EQUALS("TAXON_KEY", "212"), EQUAL("class", "Aves"), 0},
    {"{\"type\":\"equals\",\"key\":\"TAXON_KEY\",\"value\":212}", EQUAL("class", "Aves"), 0},
    {EQUALS("SPECIES_KEY", "2482492"),
     "{\"or\":[" EQUAL("scientificName",
                       "Corvus corax") ",{\"prefix\":{\"fields\":["
                                       "\"scientificName\"],\"value\":\"Corvus corax \"}}]}",
     0},
    {EQUALS("TAXON_KEY", "6"), NULL, 1},
    {EQUALS("TAXON_KEY", "9"), NULL, 1},
    {EQUALS("TAXON_KEY", "10"), NULL, 1},
    {EQUALS("TAXON_KEY", "11"), NULL, 1},
    // Whose.
    {EQUALS("DATASET_KEY", OWN), NULL, 0},
    {EQUALS("DATASET_KEY", OTHER), "", 0},
    {EQUALS("PUBLISHING_ORG", OTHER), NULL, 0},
    {EQUALS("OCCURRENCE_STATUS", "PRESENT"), NULL, 0},
    {"{\"type\":\"in\",\"key\":\"DATASET_KEY\",\"values\":[\"" OTHER "\",\"" OWN "\"]}", NULL, 0},
    {"{}", NULL, 0},
    // Groups, with what is known and what is not.
    {AND(CORVIDS, EQUALS("DATASET_KEY", OWN)), SMITH, 0},
    {AND(CORVIDS, EQUALS("DATASET_KEY", OTHER)), "", 0},
    {OR(CORVIDS, EQUALS("DATASET_KEY", OTHER)), SMITH, 0},
    {OR(CORVIDS, EQUALS("DATASET_KEY", OWN)), NULL, 0},
    {AND(CORVIDS, UNKNOWN), SMITH, 1},
    {OR(CORVIDS, UNKNOWN), NULL, 1},
    {NOT(CORVIDS), "{\"not\":[" SMITH "]}", 0},
    {NOT(UNKNOWN), NULL, 1},
    {NOT(AND(CORVIDS, UNKNOWN)), NULL, 1}, // not Smith's, or not in Europe
    {NOT(AND(EQUALS("DATASET_KEY", OTHER), UNKNOWN)), NULL, 1},
    {NOT(EQUALS("DATASET_KEY", OWN)), "", 0},
    {AND(CORVIDS, OR(UNKNOWN, EQUALS("YEAR", "1850"))), SMITH, 1},
    {AND(OR(CORVIDS, AND(EQUALS("TAXON_KEY", "212"), UNKNOWN)), EQUALS("YEAR", "1850")),
     "{\"and\":[{\"or\":[" SMITH
     "," EQUAL("class", "Aves") "]},{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":1850,"
                                "\"less_than\":1850}}]}",
     1},
    {"{\"type\":\"and\",\"predicates\":[]}", NULL, 0},
    {"{\"type\":\"or\",\"predicates\":[]}", "", 0},
    // What is not known, or has no field.
    {EQUALS("WATER_BODY", "North Sea"), NULL, 1},
    {"{\"type\":\"isNull\",\"parameter\":\"WATER_BODY\"}", NULL, 1},
    {EQUALS("MEDIA_TYPE", "StillImage"), NULL, 1},
    {EQUALS("YEAR", "long ago"), NULL, 1},
    {EQUALS("EVENT_DATE", "long ago"), NULL, 1},
    {EQUALS("GEOMETRY", "POINT(0 0)"), NULL, 1},
    {EQUALS("RECORDED_BY", ""), NULL, 1},
    {"{\"type\":\"like\",\"key\":\"YEAR\",\"value\":\"18*\"}", NULL, 1},
    {"{\"type\":\"range\",\"key\":\"YEAR\",\"value\":5}", NULL, 1},
    {"{\"type\":\"range\",\"key\":\"RECORDED_BY\",\"value\":{\"gte\":\"A\"}}", NULL, 1},
    {"{\"type\":\"tomorrow\",\"key\":\"YEAR\"}", NULL, 1},
};

static void test_rule_g2_predicates_become_our_questions(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct gbif_question q;
        status result = translate(cases[i].predicate, &q);
        if (result != ST_OK) {
            fail_msg("%s: %s", cases[i].predicate, error.message);
        }
        bool nothing = cases[i].term != NULL && cases[i].term[0] == 0;
        string_view want = cases[i].term == NULL || nothing
                               ? SV("{}")
                               : arena_print(&arena, "{\"filters\":{\"and\":[%s]}}", cases[i].term);
        if (q.none != nothing || q.left_out != cases[i].left_out ||
            (!nothing && !sv_equal(canonical(q.query), canonical(want)))) {
            fail_msg("%s: " SV_FORMAT ", %zu left out, %s", cases[i].predicate,
                     SV_ARGUMENT(q.query), q.left_out, q.none ? "none" : "some");
        }
    }
}

static void test_what_is_left_out_is_told(void **state)
{
    (void)state;
    struct gbif_question q;
    assert_int_equal(translate(AND(EQUALS("TAXON_KEY", "77"), UNKNOWN), &q), ST_OK);
    assert_int_equal(q.told_count, 2);
    assert_true(sv_equal(q.told[0], SV("TAXON_KEY 77")));
    assert_true(sv_equal(q.told[1], SV("GBIF_REGION EUROPE")));
    struct buffer many;
    buffer_init(&many, (size_t)1 << 20);
    buffer_append_view(&many, SV("{\"type\":\"in\",\"key\":\"TAXON_KEY\",\"values\":[1"));
    for (int i = 0; i < 40; i++) {
        buffer_print(&many, ",%d", 1000 + i);
    }
    buffer_append_view(&many, SV("]}"));
    buffer_append_byte(&many, 0);
    assert_int_equal(translate(many.bytes, &q), ST_OK);
    assert_int_equal(q.told_count, GBIF_LIMIT_TOLD);
    assert_int_equal(q.left_out, 41);
    buffer_release(&many);
}

static void test_what_is_no_predicate_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"[]",
                                      "5",
                                      "\"and\"",
                                      "{\"predicates\":[]}",
                                      "{\"type\":\"and\"}",
                                      "{\"type\":\"and\",\"predicates\":{}}",
                                      "{\"type\":\"or\",\"predicates\":[5]}",
                                      "{\"type\":\"not\"}",
                                      "{\"type\":\"in\",\"key\":\"YEAR\"}",
                                      "{\"type\":[]}",
                                      AND(CORVIDS, "{}")};
    struct gbif_question q;
    for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
        assert_int_equal(translate(bad[i], &q), ST_BAD_DATA);
        assert_true(error.message[0] != 0);
    }
}

static void test_depth_and_size_are_bounded(void **state)
{
    (void)state;
    struct gbif_question q;
    struct buffer text;
    buffer_init(&text, (size_t)4 << 20);
    for (size_t i = 0; i <= GBIF_LIMIT_DEPTH + 1; i++) {
        buffer_append_view(&text, SV("{\"type\":\"not\",\"predicate\":"));
    }
    buffer_append_view(&text, SV(CORVIDS));
    for (size_t i = 0; i <= GBIF_LIMIT_DEPTH + 1; i++) {
        buffer_append_byte(&text, '}');
    }
    buffer_append_byte(&text, 0);
    assert_int_equal(translate(text.bytes, &q), ST_TOO_LARGE);
    text.length = 0;
    buffer_append_view(&text, SV("{\"type\":\"in\",\"key\":\"CATALOG_NUMBER\",\"values\":[\"a\""));
    for (size_t i = 0; i <= GBIF_LIMIT_TERMS; i++) {
        buffer_append_view(&text, SV(",\"a\""));
    }
    buffer_append_view(&text, SV("]}"));
    buffer_append_byte(&text, 0);
    assert_int_equal(translate(text.bytes, &q), ST_TOO_LARGE);
    buffer_release(&text);
}

static void test_keys_of_taxa_are_found_once(void **state)
{
    (void)state;
    string_view *keys = NULL;
    size_t count = 0;
    json_t *json =
        json_loads(AND(NOT(EQUALS("TAXON_KEY", "212")),
                       "{\"type\":\"in\",\"key\":\"GENUS_KEY\",\"values\":[212,\"6\",null,{}]}"),
                   0, NULL);
    assert_int_equal(gbif_predicate_taxa(json, &arena, &keys, &count, &error), ST_OK);
    json_decref(json);
    assert_int_equal(count, 2);
    assert_true(sv_equal(keys[0], SV("212")) && sv_equal(keys[1], SV("6")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_rule_g2_predicates_become_our_questions),
        ARENA_TEST(test_what_is_left_out_is_told),
        ARENA_TEST(test_what_is_no_predicate_is_refused),
        ARENA_TEST(test_depth_and_size_are_bounded),
        ARENA_TEST(test_keys_of_taxa_are_found_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
