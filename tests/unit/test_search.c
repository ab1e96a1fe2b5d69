// SPDX-License-Identifier: Apache-2.0
// Every term of a query on a small store: which records it finds, and as of which commit.
#include "support/search_fixture.h"

#include "query/search.h"

static const char *const birds[] = {
    "{\"id\":\"a\",\"family\":\"Apidae\",\"year\":\"1850\",\"n\":5,\"tags\":[\"red\",\"blue\"],"
    "\"decimalLatitude\":\"51.5\",\"decimalLongitude\":\"-0.12\",\"flag\":true,"
    "\"media\":[{\"type\":\"image\",\"n\":1},{\"type\":\"sound\",\"n\":9}],\"code\":\"BM-1850.1\"}",
    "{\"id\":\"b\",\"family\":\"APIDAE\",\"year\":\"1851-05\",\"n\":\"07.50\",\"tags\":[],"
    "\"decimalLatitude\":48.86,\"decimalLongitude\":2.35,\"flag\":\"TRUE\",\"empty\":\"\","
    "\"media\":[{\"type\":\"image\",\"n\":3}],\"code\":\"BM-1850.2\"}",
    "{\"id\":\"c\",\"family\":\"Apidaé\",\"year\":1852,\"n\":-1e2,\"place\":\"Île de Ré, France\","
    "\"flag\":false,\"code\":\"bm-1850.1\",\"media\":[]}",
    "{\"id\":\"d\",\"family\":\"Bombycidae\",\"year\":\"1850-01-02/1853-02-01\","
    "\"place\":\"London, United Kingdom\",\"code\":\"1850\",\"empty\":null}",
    "{\"id\":\"e\",\"family\":\"\",\"year\":\"unknown\",\"place\":\"kingdom come 1850\","
    "\"decimalLatitude\":-17.7,\"decimalLongitude\":179.9,\"n\":\"NaN\"}",
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

#define AND(members)     "{\"filters\":{\"and\":[" members "]}}"
#define NOT(members)     "{\"filters\":{\"not\":[" members "]}}"
#define OR(members)      "{\"filters\":{\"or\":[" members "]}}"
#define EQ(field, value) "{\"string_equals\":{\"fields\":[\"" field "\"],\"value\":\"" value "\"}}"
#define HAS(field, value)                                                                          \
    "{\"string_contains\":{\"fields\":[\"" field "\"],\"value\":\"" value "\"}}"
#define EXISTS(field)        "{\"exists\":{\"fields\":[\"" field "\"]}}"
#define PREFIX(field, value) "{\"prefix\":{\"fields\":[\"" field "\"],\"value\":\"" value "\"}}"

static const struct {
    const char *query;
    const char *keys;
} found[] = {
    {"{}", "a b c d e"},
    // Equality: case ignored, accents count (rule C1).
    {AND(EQ("family", "apidae")), "a b"},
    {AND(EQ("family", "apidaé")), "c"},
    {AND(EQ("FAMILY", "apidae")), "a b"},
    {AND(EQ("family", "")), ""},
    {AND(EQ("code", "BM-1850.1")), "a c"},
    {AND(EQ("year", "1852")), "c"},
    {AND(EQ("n", "5")), "a"},
    {AND(EQ("n", "7.5")), ""},
    {AND(EQ("n", "07.50")), "b"},
    {AND(EQ("flag", "True")), "a b"},
    {AND(EQ("flag", "false")), "c"},
    {AND(EQ("tags", "BLUE")), "a"},
    {AND(EQ("media.type", "image")), "a b"},
    {AND("{\"string_equals\":{\"fields\":[\"family\",\"code\"],\"value\":\"1850\"}}"), "d"},
    {AND("{\"in\":{\"fields\":[\"family\"],\"values\":[\"bombycidae\",\"Apidae\",\"x\"]}}"),
     "a b d"},
    {AND(EQ("family", "apidae") "," EQ("code", "bm-1850.2")), "b"},
    {OR(EQ("family", "bombycidae") "," EQ("code", "bm-1850.2")), "b d"},
    {NOT(EQ("family", "apidae")), "c d e"},
    {NOT(EQ("family", "apidae") "," EQ("family", "bombycidae")), "c e"},
    {NOT("{\"not\":[" EQ("family", "apidae") "]}"), "a b"},
    // Prefix: folded, of numbers and dates too.
    {AND(PREFIX("family", "APIDAE")), "a b c"},
    {AND(PREFIX("code", "bm-1850")), "a b c"},
    {AND(PREFIX("year", "185")), "a b c d"},
    {AND(PREFIX("place", "ile de r")), "c"},
    {AND(PREFIX("flag", "t")), "a b"},
    // Words.
    // The sign of a number is punctuation.
    {"{\"search\":\"-17.7\"}", "e"},
    {"{\"search\":\"17.7\"}", "e"},
    {"{\"search\":\"-51.5\"}", "a"},
    {"{\"search\":\"apidae\"}", "a b c"},
    {"{\"search\":\"KINGDOM\"}", "d e"},
    {"{\"search\":\"kingdom london\"}", "d"},
    {"{\"search\":\"ile france\"}", "c"},
    {"{\"search\":\"king\"}", ""},
    {"{\"search\":\"1850\"}", "a d e"},
    {"{\"search\":\"bm-1850.1\"}", "a c"},
    {"{\"search\":\"sound\"}", "a"},
    {"{\"search\":\"...\"}", ""},
    {"{\"search\":\" \"}", "a b c d e"},
    {"{\"search\":\"red image\"}", "a"},
    {AND(HAS("place", "kingdom")), "d e"},
    {AND(HAS("place", "united kingdom")), "d"},
    {AND(HAS("place", "1850")), "e"},
    {AND(HAS("code", "1850")), "d"},
    {AND(HAS("media", "image")), "a b"},
    {AND("{\"string_contains\":{\"fields\":[],\"value\":\"ré\"}}"), "c"},
    {AND("{\"string_contains\":{\"fields\":[\"place\",\"family\"],\"value\":\"france\"}}"), "c"},
    // Numbers.
    {AND("{\"number_equals\":{\"fields\":[\"n\"],\"value\":7.5}}"), "b"},
    {AND("{\"number_equals\":{\"fields\":[\"n\"],\"value\":-100}}"), "c"},
    {AND("{\"number_range\":{\"fields\":[\"n\"],\"greater_than\":5}}"), "a b"},
    {AND("{\"number_range\":{\"fields\":[\"n\"],\"greater_than\":5,"
         "\"greater_than_inclusive\":false}}"),
     "b"},
    {AND("{\"number_range\":{\"fields\":[\"n\"],\"less_than\":5}}"), "a c"},
    {AND("{\"number_range\":{\"fields\":[\"n\"],\"less_than\":5,"
         "\"less_than_inclusive\":false}}"),
     "c"},
    {AND("{\"number_range\":{\"fields\":[\"media.n\"],\"greater_than\":2,\"less_than\":4}}"), "b"},
    {AND("{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":1850,"
         "\"less_than\":1852}}"),
     "a c"},
    // Dates: a partial date matches what it overlaps (rule C2).
    {AND("{\"date_range\":{\"fields\":[\"year\"],\"from\":\"1851-05-31\","
         "\"to\":\"1851-06\"}}"),
     "b d"},
    {AND("{\"date_range\":{\"fields\":[\"year\"],\"from\":\"1850\",\"to\":\"1851\","
         "\"match\":\"within\"}}"),
     "a b"},
    {AND("{\"date_range\":{\"fields\":[\"year\"],\"from\":\"1852\"}}"), "c d"},
    {AND("{\"date_range\":{\"fields\":[\"year\"],\"to\":\"1850-01-01\"}}"), "a"},
    // Existence: empty texts, null and empty lists count as missing.
    {AND(EXISTS("family")), "a b c d"},
    {NOT(EXISTS("family")), "e"},
    {AND(EXISTS("empty")), ""},
    {AND(EXISTS("tags")), "a"},
    {AND(EXISTS("media")), "a b"},
    {AND(EXISTS("media.type")), "a b"},
    {AND("{\"exists\":{\"fields\":[\"place\",\"tags\"]}}"), "a c d e"},
    // Geography.
    {AND("{\"exists\":{\"geo_field\":true}}"), "a b e"},
    {AND("{\"geo_point\":{\"latitude\":51.5,\"longitude\":-0.12}}"), "a"},
    {AND("{\"geo_point\":{\"latitude\":51.5,\"longitude\":-0.1,\"radius\":2,"
         "\"radius_unit\":\"km\"}}"),
     "a"},
    {AND("{\"geo_point\":{\"latitude\":50,\"longitude\":1,\"radius\":200,"
         "\"radius_unit\":\"mi\"}}"),
     "a b"},
    {AND("{\"geo_point\":{\"latitude\":-17.7,\"longitude\":-179.9,\"radius\":30,"
         "\"radius_unit\":\"km\"}}"),
     "e"},
    {AND("{\"bbox\":{\"west\":-10,\"south\":40,\"east\":0,\"north\":60}}"), "a"},
    {AND("{\"bbox\":{\"west\":170,\"south\":-20,\"east\":-170,\"north\":20}}"), "e"},
    {AND("{\"geo_named_area\":{\"country\":\"France\"}}"), "b"},
    {AND("{\"geo_custom_area\":[[[[-1,51],[1,51],[1,52],[-1,52],[-1,51]],"
         "[[-0.2,51.4],[0,51.4],[0,51.6],[-0.2,51.6],[-0.2,51.4]]],"
         "[[[2,48],[3,48],[3,49],[2,49],[2,48]]]]}"),
     "b"},
    {NOT("{\"exists\":{\"geo_field\":true}}"), "c d"},
};

static void finds_by_every_term(void **state)
{
    for (size_t i = 0; i < ARRAY_LENGTH(found); i++) {
        struct search_fixture *f = *state;
        status result = search_fixture_ask(f, found[i].query);
        const char *keys = result == ST_OK ? search_fixture_keys(f) : f->error.message;
        if (strcmp(keys, found[i].keys) != 0) {
            print_message("%s\n", found[i].query);
        }
        assert_string_equal(keys, found[i].keys);
    }
}

static void rule_unknown_fields_are_named(void **state)
{
    static const struct {
        const char *query;
        const char *field;
        const char *words;
    } cases[] = {
        {AND(EQ("famly", "x")), "famly", "family"},
        {AND(EXISTS("xyzzy")), "xyzzy", "none of the tables"},
        {AND(EQ("media", "x")), "media", "name one of its members"},
        {AND(PREFIX("title", "x")), "title", "none of the tables"},
    };
    struct search_fixture *f = *state;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(search_fixture_ask(f, cases[i].query), ST_INVALID);
        assert_string_equal(f->error.field, cases[i].field);
        assert_non_null(strstr(f->error.message, cases[i].words));
    }
    search_fixture_facet(f, "nope", 5);
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
    assert_string_equal(f->error.field, "nope");
    search_fixture_sort(f, "-nope");
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
    assert_string_equal(f->error.field, "nope");
}

// A field of one table is unknown where only another is asked, though both share a segment.
static void fields_are_of_the_tables_asked(void **state)
{
    struct search_fixture *f = *state;
    static const char *const rows[] = {"{\"id\":\"x\",\"colour\":\"red\"}",
                                       "{\"id\":\"a\",\"colour\":\"blue\",\"family\":\"apidae\"}"};
    search_fixture_table(f, "moths");
    SEARCH_IMPORT(f, rows);
    ASSERT_FOUND(f, AND(EQ("colour", "red")), "x");
    search_fixture_only(f, "moths");
    ASSERT_FOUND(f, AND(EQ("family", "apidae")), "a");
    search_fixture_only(f, "moths");
    assert_int_equal(search_fixture_ask(f, AND(EXISTS("year"))), ST_INVALID);
    assert_string_equal(f->error.field, "year");
    assert_null(strstr(f->error.message, "place"));
    // All tables: in order of table, then key.
    assert_int_equal(search_fixture_ask(f, AND(EQ("family", "apidae"))), ST_OK);
    assert_int_equal(f->result.total, 3);
    assert_int_equal(f->result.hit_count, 3);
    search_fixture_only(f, "nothing");
    assert_int_equal(search_fixture_ask(f, "{}"), ST_NOT_FOUND);
}

static void answers_as_of_any_commit(void **state)
{
    struct search_fixture *f = *state;
    static const char *const second[] = {
        "{\"id\":\"a\",\"family\":\"Halictidae\",\"year\":\"1850\",\"new\":1}",
        "{\"id\":\"f\",\"family\":\"Apidae\"}"};
    static const char *const third[] = {"{\"id\":\"b\",\"family\":\"Apidae\"}"};
    SEARCH_IMPORT(f, second);
    search_fixture_import(f, third, 1, IMPORT_SNAPSHOT);
    static const struct {
        uint32_t commit;
        const char *apidae;
        const char *all;
    } cases[] = {{1, "a b", "a b c d e"}, {2, "b f", "a b c d e f"}, {3, "b", "b"}};
    for (size_t turn = 0; turn < 2; turn++) {
        for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
            f->request.commit = cases[i].commit;
            ASSERT_FOUND(f, AND(EQ("family", "apidae")), cases[i].apidae);
            assert_int_equal(f->result.commit, cases[i].commit);
            f->request.commit = cases[i].commit;
            ASSERT_FOUND(f, NULL, cases[i].all);
        }
        // The same after a merge.
        assert_int_equal(store_merge(f->store.store, NULL, &f->error), ST_OK);
        snapshot_release(f->snapshot);
        f->snapshot = NULL;
        assert_int_equal(store_snapshot(f->store.store, &f->snapshot, &f->error), ST_OK);
    }
    assert_int_equal(search_fixture_ask(f, "{}"), ST_OK);
    assert_int_equal(f->result.hits[0].from, 3);
    f->request.commit = 4;
    assert_int_equal(search_fixture_ask(f, "{}"), ST_INVALID);
}

static void keeps_its_bounds(void **state)
{
    struct search_fixture *f = *state;
    f->request.limit = SEARCH_LIMIT_ROWS + 1;
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
    assert_string_equal(f->error.field, "limit");
    search_fixture_facet(f, "family", SEARCH_LIMIT_FACET_VALUES + 1);
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
    assert_string_equal(f->error.field, "facetLimit");
    f->request.facet_count = SEARCH_LIMIT_FACETS + 1;
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
    assert_string_equal(f->error.field, "facet");
    f->request.sort_count = SEARCH_LIMIT_SORTS + 1;
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
    assert_string_equal(f->error.field, "sort");
    f->request.offset = UINT64_MAX;
    ASSERT_FOUND(f, NULL, "");
    assert_int_equal(f->result.total, 5);
    f->request.count_only = true;
    ASSERT_FOUND(f, NULL, "");
    assert_int_equal(f->result.total, 5);
}

static bool always(void *argument)
{
    (*(int *)argument)++;
    return true;
}

static void can_be_cancelled(void **state)
{
    struct search_fixture *f = *state;
    int asked = 0;
    f->request.cancelled = always;
    f->request.cancelled_argument = &asked;
    assert_int_equal(search_fixture_ask(f, AND(EQ("family", "x"))), ST_CANCELLED);
    assert_int_equal(asked, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(finds_by_every_term),
        TEST(rule_unknown_fields_are_named),
        TEST(fields_are_of_the_tables_asked),
        TEST(answers_as_of_any_commit),
        TEST(keeps_its_bounds),
        TEST(can_be_cancelled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
