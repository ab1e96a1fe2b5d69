// SPDX-License-Identifier: Apache-2.0
// The terms that go beyond the museum's schema: read, refused with their place, brought to one
// form, told in words.
#include "query/query.h"

#include "query/fuzzy.h"
#include "query/polygon_check.h"
#include "query/wildcard.h"
#include "query/wkt.h"

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

static string_view filters(const char *member)
{
    return arena_print(&arena, "{\"filters\":{\"and\":[%s]}}", member);
}

static const struct query *normal(string_view json)
{
    const struct query *q = NULL;
    error_clear(&error);
    if (query_from_json(&arena, json, &q, &error) != ST_OK) {
        print_error("%s: %s\n", json.bytes, error.message);
    }
    assert_int_equal(error.code, ST_OK);
    assert_int_equal(query_normalise(&arena, q, &q, &error), ST_OK);
    return q;
}

static const char *text_of(void (*write)(const struct query *q, struct buffer *to),
                           const struct query *q)
{
    buffer_clear(&out);
    write(q, &out);
    buffer_append_byte(&out, '\0');
    return arena_copy(&arena, sv_from(out.bytes)).bytes;
}

#define WILD(value)    "{\"wildcard\":{\"fields\":[\"a\"],\"value\":\"" value "\"}}"
#define PREFIX(value)  "{\"prefix\":{\"fields\":[\"a\"],\"value\":\"" value "\"}}"
#define PART(value)    "{\"part\":{\"fields\":[\"a\"],\"value\":\"" value "\"}}"
#define FUZZY(members) "{\"fuzzy\":{\"fields\":[\"a\"]," members "}}"
#define EQ(field)      "{\"string_equals\":{\"fields\":[\"" field "\"],\"value\":\"x\"}}"
#define SAME(list, f)  "{\"same\":{\"list\":\"" list "\",\"filters\":" f "}}"
#define WKT(text)      "{\"within\":{\"wkt\":\"" text "\"}}"
#define GEOJSON(type, coordinates)                                                                 \
    "{\"within\":{\"geojson\":{\"type\":\"" type "\",\"coordinates\":" coordinates "}}}"
#define SQUARE      "[[[0,0],[2,0],[2,2],[0,2],[0,0]]]"
#define SQUARE_AREA "{\"geo_custom_area\":[" SQUARE "]}"

// Equal queries have one form, which reads back as itself; and words.
static void terms_have_one_form(void **state)
{
    (void)state;
    static const struct {
        const char *term;
        const char *form;
        const char *words;
    } cases[] = {
        {WILD("B?mb*s"), WILD("B?mb*s"), "a matches B?mb*s"},
        {WILD("a**?b"), WILD("a?*b"), "a matches a?*b"},
        {WILD("Bomb***"), PREFIX("Bomb"), "a starts with Bomb"},
        {PART("A. B."), PART("A. B."), "a names A. B."},
        {WILD("*"), PREFIX(""), "a starts with "},
        {WILD("B\\\\*mb*"), PREFIX("B*mb"), "a starts with B*mb"},
        {WILD("B\\\\*"), WILD("B\\\\*"), "a matches B\\*"},
        {WILD("?*"), WILD("?*"), "a matches ?*"},
        {"{\"phrase\":{\"fields\":[],\"value\":\"River Mole\"}}",
         "{\"phrase\":{\"fields\":[],\"value\":\"River Mole\"}}", "with the phrase \"River Mole\""},
        {"{\"phrase\":{\"fields\":[\"b\",\"a\"],\"value\":\"x y\"}}",
         "{\"phrase\":{\"fields\":[\"a\",\"b\"],\"value\":\"x y\"}}",
         "a or b has the phrase \"x y\""},
        {FUZZY("\"value\":\"Bombus\""),
         "{\"fuzzy\":{\"distance\":1,\"fields\":[\"a\"],\"match\":\"word\",\"value\":\"Bombus\"}}",
         "a has words nearly like Bombus (1 edit)"},
        {FUZZY("\"value\":\"Bombus\",\"distance\":2,\"match\":\"value\""),
         "{\"fuzzy\":{\"distance\":2,\"fields\":[\"a\"],\"match\":\"value\",\"value\":\"Bombus\"}}",
         "a is nearly Bombus (2 edits)"},
        {"{\"missing\":{\"fields\":[\"a\"]}}", "{\"not\":[{\"exists\":{\"fields\":[\"a\"]}}]}",
         "without a"},
        {"{\"changed_since\":{\"moment\":\"2020-01-01\"}}",
         "{\"changed_since\":{\"moment\":\"2020-01-01T23:59:59.999Z\"}}",
         "changed since 2020-01-01"},
        {"{\"distance\":{\"latitude\":1,\"longitude\":2,\"at_most\":3,\"unit\":\"km\"}}",
         "{\"geo_point\":{\"latitude\":1,\"longitude\":2,\"radius\":3000,\"radius_unit\":\"m\"}}",
         "within 3 km of 1° N, 2° E"},
        {"{\"distance\":{\"latitude\":1,\"longitude\":2,\"at_most\":3,\"at_least\":0.5,\"unit\":"
         "\"km\"}}",
         "{\"distance\":{\"at_least\":500,\"at_most\":3000,\"latitude\":1,\"longitude\":2,\"unit\":"
         "\"m\"}}",
         "500 m to 3 km from 1° N, 2° E"},
        {GEOJSON("Polygon", SQUARE), SQUARE_AREA, "in a drawn area"},
        {GEOJSON("MultiPolygon", "[" SQUARE "]"), SQUARE_AREA, "in a drawn area"},
        {WKT("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"), SQUARE_AREA, "in a drawn area"},
        {WKT("multipolygon z (((0 0 9,2 0 9,2 2 9,0 2 9,0 0 9)))"), SQUARE_AREA, "in a drawn area"},
        {"{\"within\":{\"geojson\":{\"type\":\"FeatureCollection\",\"features\":[{\"type\":"
         "\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" SQUARE
         "}}]}}}",
         SQUARE_AREA, "in a drawn area"},
        {SAME("m", "{\"and\":[" EQ("m.b") "," EQ("m.a") "," EQ("m.a") "]}"),
         "{\"same\":{\"filters\":{\"and\":[" EQ("m.a") "," EQ("m.b") "]},\"list\":\"m\"}}",
         "one of m has (m.a is x and m.b is x)"},
        {SAME("m", SAME("m.n", EQ("m.n.a"))),
         "{\"same\":{\"filters\":{\"same\":{\"filters\":" EQ("m.n.a") ",\"list\":\"m.n\"}},"
                                                                      "\"list\":\"m\"}}",
         "one of m has one of m.n has m.n.a is x"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const struct query *q = normal(filters(cases[i].term));
        const char *form = text_of(query_print, q);
        const char *wanted = filters(cases[i].form).bytes;
        const char *alone = arena_print(&arena, "{\"filters\":%s}", cases[i].form).bytes;
        assert_true(strcmp(form, wanted) == 0 || strcmp(form, alone) == 0 ||
                    (print_error("%s is not %s\n", form, wanted), false));
        assert_string_equal(text_of(query_print, normal(sv_from(form))), form);
        assert_string_equal(text_of(query_describe, q), cases[i].words);
    }
}

// Every trouble is a clear word at its place.
static void refuses_what_cannot_be_asked(void **state)
{
    (void)state;
    static const struct {
        const char *term;
        const char *place; // behind /filters/and/0/
        const char *word;
    } cases[] = {
        {WILD("a\\\\b"), "wildcard/value", "backslash"},
        {WILD("a\\\\"), "wildcard/value", "backslash"},
        {WILD("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*"), "wildcard/value", "18 stars"},
        {FUZZY("\"value\":\"Bombus\",\"distance\":3"), "fuzzy/distance", "not from 1 to 2"},
        {FUZZY("\"value\":\"Bombus\",\"distance\":1.5"), "fuzzy/distance", "1 or 2 edits"},
        {FUZZY("\"value\":\"ab\",\"distance\":2"), "fuzzy/value", "2 characters"},
        {FUZZY("\"value\":\"abc\",\"match\":\"all\""), "fuzzy/match", "word or value"},
        {"{\"phrase\":{\"fields\":[\"a\"],\"value\":\" \"}}", "phrase/value", "words of a phrase"},
        {"{\"changed_since\":{\"moment\":\"0000-13-99\"}}", "changed_since/moment", "0000-13-99"},
        {"{\"date_range\":{\"fields\":[\"a\"],\"from\":\"0000-13-99\"}}", "date_range/from",
         "0000-13-99 is no date"},
        {"{\"date_range\":{\"fields\":[\"a\"],\"from\":\"1900\",\"to\":\"1850\"}}", "date_range",
         "upside down"},
        {"{\"number_range\":{\"fields\":[\"a\"],\"less_than\":1,\"greater_than\":2}}",
         "number_range", "upside down"},
        {"{\"distance\":{\"latitude\":1,\"longitude\":2,\"at_most\":3,\"at_least\":4,\"unit\":"
         "\"km\"}"
         "}",
         "distance", "upside down"},
        {"{\"distance\":{\"latitude\":1,\"longitude\":2,\"at_most\":3}}", "distance/unit",
         "one of"},
        {GEOJSON("Point", "[0,0]"), "within/geojson", "Point is no area"},
        {GEOJSON("Polygon", "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]"), "within/geojson",
         "crosses itself"},
        {GEOJSON("Polygon", "[[[0,0],[2,0],[2,2],[0,2]]]"), "within/geojson", "not closed"},
        {GEOJSON("Polygon", "[[[0,0],[2,0],[0,0]]]"), "within/geojson/coordinates/0",
         "at least four"},
        {GEOJSON("Polygon", "[[[179,0],[-179,0],[-179,1],[179,1],[179,0]]]"), "within/geojson",
         "antimeridian"},
        {GEOJSON("Polygon", "[[[0,0],[2,0],[2,91],[0,0]]]"), "within/geojson/coordinates/0/2",
         "no position"},
        {GEOJSON("Polygon", "[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]"),
         "within/geojson", "outside its polygon"},
        {GEOJSON("Polygon", "[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[1,1],[3,1],[3,1.5],[1,1]]]"),
         "within/geojson", "crosses itself"},
        {WKT("LINESTRING (0 0, 1 1)"), "within/wkt", "POLYGON or MULTIPOLYGON"},
        {WKT("POLYGON ((0 0, 1 nan, 1 1, 0 0))"), "within/wkt", "a number"},
        {WKT("POLYGON ((0 0, 1 0, 1 1e400, 0 0))"), "within/wkt", "no position"},
        {WKT("POLYGON ((0 0, 1 0, 1 1, 0 0)) x"), "within/wkt", "the end"},
        {WKT("POLYGON EMPTY"), "within/wkt", "expected ("},
        {SAME("m", EQ("n.a")), "same/filters", "does not lie in the list"},
        {SAME("m", EQ("ma")), "same/filters", "does not lie in the list"},
        {SAME("m", "{\"exists\":{\"geo_field\":true}}"), "same/filters", "terms with fields"},
        {SAME("m", "{\"string_contains\":{\"fields\":[],\"value\":\"x\"}}"), "same/filters",
         "names its fields"},
        {SAME("m", SAME("n", EQ("n.a"))), "same/filters", "does not lie in the list"},
        {SAME("m", "{\"and\":[]}"), "same/filters", "group with members"},
        {SAME("", EQ("n.a")), "same/list", "name of a list"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const struct query *q = NULL;
        error_clear(&error);
        assert_int_equal(query_from_json(&arena, filters(cases[i].term), &q, &error), ST_INVALID);
        char place[128];
        (void)snprintf(place, sizeof place, "/filters/and/0/%s", cases[i].place);
        bool right =
            strcmp(error.field, place) == 0 && strstr(error.message, cases[i].word) != NULL;
        if (!right) {
            print_error("%s: %s: %s\n", cases[i].term, error.field, error.message);
        }
        assert_true(right);
    }
    const struct query *q = NULL;
    error_clear(&error);
    string_view huge = SV("{\"filters\":{\"and\":[{\"number_equals\":{\"fields\":[\"a\"],"
                          "\"value\":1e400}}]}}");
    assert_int_equal(query_from_json(&arena, huge, &q, &error), ST_INVALID);
    assert_non_null(strstr(error.message, "too large"));
}

static void wildcards_match(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        const char *text; // folded
        bool matches;
    } cases[] = {
        {"b?mb*s", "bombus", true},
        {"B?mb*S", "bombus", true},
        {"b?mb*s", "bmbus", false},
        {"*", "", true},
        {"?", "", false},
        {"*a*b*", "xaxxb", true},
        {"*a*b*", "xbxxa", false},
        {"a\\*", "a*", true},
        {"a\\*", "ab", false},
        {"\\?", "?", true},
        {"\\\\", "\\", true},
        {"é?e", "ete", true},
        {"?昆*", "x昆虫", true},
        {"?", "昆", true},
        {"a*a*a*b", "aaaaaaaaaaaa", false},
        {"*ab", "aab", true},
        {"*ab?", "abab", false},
        {"*ab?", "aabc", true},
        {"", "", true},
        {"", "a", false},
        {"a*", "a", true},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct wildcard w;
        assert_int_equal(wildcard_compile(&arena, sv_from(cases[i].pattern), &w, &error), ST_OK);
        bool matches = wildcard_matches(&w, sv_from(cases[i].text));
        if (matches != cases[i].matches) {
            print_error("%s with %s\n", cases[i].pattern, cases[i].text);
        }
        assert_int_equal(matches, cases[i].matches);
    }
}

// The worst pattern there may be over a long text takes about their lengths' product.
static void wildcards_stay_cheap(void **state)
{
    (void)state;
    struct wildcard w;
    char pattern[2 * QUERY_LIMIT_STARS + 2] = {0};
    for (size_t i = 0; i < QUERY_LIMIT_STARS; i++) {
        memcpy(pattern + 2 * i, "*a", 2);
    }
    pattern[2 * QUERY_LIMIT_STARS] = 'b';
    assert_int_equal(wildcard_check(sv_from(pattern), &error), ST_OK);
    assert_int_equal(wildcard_compile(&arena, sv_from(pattern), &w, &error), ST_OK);
    size_t length = (size_t)1 << 20;
    char *text = malloc(length);
    assert_non_null(text);
    memset(text, 'a', length);
    assert_false(wildcard_matches(&w, (string_view){text, length}));
    free(text);
}

static unsigned plain_distance(const char *a, const char *b)
{
    unsigned d[32][32];
    size_t n = strlen(a);
    size_t m = strlen(b);
    for (size_t i = 0; i <= n; i++) {
        for (size_t k = 0; k <= m; k++) {
            if (i == 0 || k == 0) {
                d[i][k] = (unsigned)(i + k);
                continue;
            }
            unsigned best = d[i - 1][k - 1] + (a[i - 1] != b[k - 1] ? 1u : 0u);
            best = MIN(best, MIN(d[i - 1][k], d[i][k - 1]) + 1u);
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
                best = MIN(best, d[i - 2][k - 2] + 1u);
            }
            d[i][k] = best;
        }
    }
    return d[n][m];
}

static uint64_t state_of_chance = 7;

static unsigned chance(unsigned below)
{
    state_of_chance = state_of_chance * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)((state_of_chance >> 33) % below);
}

static void chance_text(char out_text[16])
{
    size_t length = chance(10);
    for (size_t i = 0; i < length; i++) {
        out_text[i] = (char)('a' + chance(3));
    }
    out_text[length] = '\0';
}

// Texts one after the other, as a dictionary has them: the same as the plain table; what is dead
// is.
static void near_texts_agree_with_the_plain_distance(void **state)
{
    (void)state;
    for (int turn = 0; turn < 300; turn++) {
        struct fuzzy f;
        char wanted[16];
        char text[16];
        unsigned edits = 1 + chance(2);
        chance_text(wanted);
        fuzzy_init(&f, sv_from(wanted), edits);
        for (int i = 0; i < 60; i++) {
            size_t dead = 0;
            chance_text(text);
            bool near = fuzzy_matches(&f, sv_from(text), &dead);
            assert_int_equal(near, plain_distance(text, wanted) <= edits);
            if (dead > 0) {
                char more[32];
                (void)snprintf(more, sizeof more, "%.*s", (int)dead, text);
                chance_text(more + dead);
                assert_true(plain_distance(more, wanted) > edits);
            }
        }
    }
}

// --- polygons --------------------------------------------------------------------------------

// A ring of many edges: a wave along the top, or one whose last waves cross the bottom.
static struct query_ring wave(size_t count, bool broken)
{
    double *at = arena_array(&arena, double, 2 * (count + 4));
    assert_non_null(at);
    size_t n = 0;
    at[2 * n] = -90;
    at[2 * n++ + 1] = -1;
    at[2 * n] = 90;
    at[2 * n++ + 1] = -1;
    for (size_t i = 0; i < count; i++) {
        at[2 * n] = 90 - 180.0 * (double)i / (double)count;
        at[2 * n++ + 1] = i % 2 == 0 ? 40 : broken && i == count / 2 + 1 ? -2 : 10;
    }
    at[2 * n] = -90;
    at[2 * n++ + 1] = -1;
    return (struct query_ring){at, n};
}

static void large_polygons_are_checked(void **state)
{
    (void)state;
    for (int broken = 0; broken < 2; broken++) {
        struct query_ring ring = wave(QUERY_LIMIT_POLYGON_POINTS - 4, broken != 0);
        struct query_polygon polygon = {&ring, 1};
        error_clear(&error);
        status result = polygons_check(&polygon, 1, &error);
        assert_int_equal(result, broken ? ST_INVALID : ST_OK);
        assert_true(!broken || strstr(error.message, "crosses itself") != NULL);
    }
}

// Random closed rings: refused if and only if two edges cross by the plain test of all pairs.
static bool any_pair_crosses(const double *p, size_t edges)
{
    for (size_t i = 0; i < edges; i++) {
        for (size_t k = i + 1; k < edges; k++) {
            const double *a = p + 2 * i;
            const double *b = p + 2 * k;
            double s[4];
            for (size_t j = 0; j < 4; j++) {
                const double *e = j < 2 ? b : a;
                const double *q = (j < 2 ? a : b) + 2 * (j % 2);
                s[j] = (e[2] - e[0]) * (q[1] - e[1]) - (e[3] - e[1]) * (q[0] - e[0]);
            }
            if (s[0] * s[1] < 0 && s[2] * s[3] < 0) {
                return true;
            }
        }
    }
    return false;
}

static void crossings_agree_with_all_pairs(void **state)
{
    (void)state;
    size_t crossed = 0;
    for (int turn = 0; turn < 2000; turn++) {
        double p[24];
        size_t count = 4 + chance(6);
        for (size_t i = 0; i < count; i++) {
            p[2 * i] = (double)chance(20);
            p[2 * i + 1] = (double)chance(20);
        }
        p[2 * count - 2] = p[0];
        p[2 * count - 1] = p[1];
        struct query_ring ring = {p, count};
        struct query_polygon polygon = {&ring, 1};
        bool crosses = any_pair_crosses(p, count - 1);
        crossed += crosses;
        error_clear(&error);
        assert_int_equal(polygons_check(&polygon, 1, &error), crosses ? ST_INVALID : ST_OK);
    }
    assert_in_range(crossed, 100, 1990);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(terms_have_one_form, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_cannot_be_asked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wildcards_match, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wildcards_stay_cheap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(near_texts_agree_with_the_plain_distance, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(large_polygons_are_checked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(crossings_agree_with_all_pairs, set_up, tear_down),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
