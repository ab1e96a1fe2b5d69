// SPDX-License-Identifier: Apache-2.0
// URL parameters to a query tree (rule C2), told by the canonical form of the tree.
#include "query/query.h"

#include "support/arena_fixture.h"

// Compiles "name=value&name=value" as it stands, without decoding.
static status compile(const char *text, const struct query **out)
{
    static const char *const reserved[] = {"limit", "dataset", "sort"};
    struct query_parameter list[16];
    size_t count = 0;
    string_view rest = sv_from(text);
    string_view part;
    while (rest.length > 0 && sv_split(&rest, '&', &part)) {
        size_t equal = sv_find(part, '=');
        list[count++] = (struct query_parameter){sv_slice(part, 0, equal),
                                                 sv_slice(part, equal + 1, part.length)};
    }
    error_clear(&error);
    return query_from_parameters(&arena, list, count, reserved, ARRAY_LENGTH(reserved), out,
                                 &error);
}

#define EQ(field, value) "{\"string_equals\":{\"fields\":[\"" field "\"],\"value\":\"" value "\"}}"

#define HAS(field)           "{\"exists\":{\"fields\":[\"" field "\"]}}"
#define STARTS(field, value) "{\"prefix\":{\"fields\":[\"" field "\"],\"value\":\"" value "\"}}"
#define IN(field, values)    "{\"in\":{\"fields\":[\"" field "\"],\"values\":[" values "]}}"
#define NUMBERS(field, low, high)                                                                  \
    "{\"number_range\":{\"fields\":[\"" field "\"],\"greater_than\":" low                          \
    ",\"greater_than_inclusive\":true,\"less_than\":" high ",\"less_than_inclusive\":true}}"
#define DATES(field, from, to)                                                                     \
    "{\"date_range\":{\"fields\":[\"" field "\"],\"from\":\"" from                                 \
    "\",\"match\":\"overlap\",\"to\":\"" to "\"}}"
#define AND(members) "{\"filters\":{\"and\":[" members "]}}"
#define OR(members)  "{\"filters\":{\"or\":[" members "]}}"
#define NOT(members) "{\"filters\":{\"not\":[" members "]}}"
#define YEARS        DATES("year", "1850-01-01T00:00:00.000Z", "1900-12-31T23:59:59.999Z")

struct canonical_case {
    const char *parameters;
    const char *canonical;
};

static void check_canonical(const struct canonical_case *c)
{
    const struct query *q = NULL;
    const struct query *normal = NULL;
    status result = compile(c->parameters, &q);
    if (result != ST_OK) {
        print_message("%s: %s\n", c->parameters, error.message);
    }
    assert_int_equal(result, ST_OK);
    assert_int_equal(query_normalise(&arena, q, &normal, &error), ST_OK);
    struct buffer out;
    buffer_init(&out, (size_t)1 << 20);
    query_print(normal, &out);
    buffer_append_byte(&out, '\0');
    assert_string_equal(out.bytes, c->canonical);
    buffer_release(&out);
}

static void rule_C2_values(void **state)
{
    (void)state;
    static const struct canonical_case cases[] = {
        {"", "{}"},
        {"limit=5&sort=a,b&dataset=x", "{}"},
        {"q=", "{}"},
        {"q=red bee", "{\"search\":\"red bee\"}"},
        {"family=Apidae", AND(EQ("family", "Apidae"))},
        // A repeated parameter is or; different ones are and.
        {"family=Apidae&family=Halictidae", AND(IN("family", "\"Apidae\",\"Halictidae\""))},
        {"family=Apidae&sex=male", AND(EQ("family", "Apidae") "," EQ("sex", "male"))},
        {"family=A&sex=male&family=B", AND(IN("family", "\"A\",\"B\"") "," EQ("sex", "male"))},
        // A reserved name is reached with "field.".
        {"field.limit=5", AND(EQ("limit", "5"))},
        {"field.q=5&q=x", "{\"filters\":{\"and\":[" EQ("q", "5") "]},\"search\":\"x\"}"},
        {"family=A&field.family=B", AND(IN("family", "\"A\",\"B\""))},
        // Commas that make no range belong to the value.
        {"recordedBy=Smith, J.", AND(EQ("recordedBy", "Smith, J."))},
        {"recordedBy=Smith,*", AND(STARTS("recordedBy", "Smith,"))},
        {"x=1,2,3", AND(EQ("x", "1,2,3"))},
        {"x=5,foo", AND(EQ("x", "5,foo"))},
        {"x=,5", AND(EQ("x", ",5"))},
        {"x=5,", AND(EQ("x", "5,"))},
        // Ranges, bounds included.
        {"n=5..7", AND(NUMBERS("n", "5", "7"))},
        {"n=-5.5..7e2", AND(NUMBERS("n", "-5.5", "700"))},
        {"n=5,7", AND(NUMBERS("n", "5", "7"))},
        {"n= 5 , 7 ", AND(NUMBERS("n", "5", "7"))},
        {"n=5,*", AND("{\"number_range\":{\"fields\":[\"n\"],\"greater_than\":5,"
                      "\"greater_than_inclusive\":true}}")},
        {"n=*,7", AND("{\"number_range\":{\"fields\":[\"n\"],\"less_than\":7,"
                      "\"less_than_inclusive\":true}}")},
        {"n=5..", AND("{\"number_range\":{\"fields\":[\"n\"],\"greater_than\":5,"
                      "\"greater_than_inclusive\":true}}")},
        {"n=..7", AND("{\"number_range\":{\"fields\":[\"n\"],\"less_than\":7,"
                      "\"less_than_inclusive\":true}}")},
        {"n=.5...7", AND(NUMBERS("n", "0.5", "0.7"))},
        // Years are numbers and dates.
        {"year=1850,1900", OR(YEARS "," NUMBERS("year", "1850", "1900"))},
        {"year=1850..1900", OR(YEARS "," NUMBERS("year", "1850", "1900"))},
        {"eventDate=1850-02..1850-02-03",
         AND(DATES("eventDate", "1850-02-01T00:00:00.000Z", "1850-02-03T23:59:59.999Z"))},
        {"eventDate=1850,1850-02-03",
         AND(DATES("eventDate", "1850-01-01T00:00:00.000Z", "1850-02-03T23:59:59.999Z"))},
        {"eventDate=1850-02,*",
         AND("{\"date_range\":{\"fields\":[\"eventDate\"],\"from\":\"1850-02-01T00:00:00.000Z\","
             "\"match\":\"overlap\"}}")},
        {"x=a..b", AND(EQ("x", "a..b"))},
        {"x=Smith..", AND(EQ("x", "Smith.."))},
        // Missing, any, prefix, not.
        {"sex=", NOT(HAS("sex"))},
        {"sex=!*", NOT(HAS("sex"))},
        {"sex=*", AND(HAS("sex"))},
        {"sex=!", AND(HAS("sex"))},
        {"sex=&sex=male", OR("{\"not\":[" HAS("sex") "]}," EQ("sex", "male"))},
        {"genus=Bom*", AND(STARTS("genus", "Bom"))},
        {"genus=!Bom*", NOT(STARTS("genus", "Bom"))},
        {"genus=!Bombus", NOT(EQ("genus", "Bombus"))},
        {"genus=!A&genus=!B", NOT(IN("genus", "\"A\",\"B\""))},
        {"genus=B*&genus=!Bombus",
         AND("{\"not\":[" EQ("genus", "Bombus") "]}," STARTS("genus", "B"))},
        {"n=!5..7", NOT(NUMBERS("n", "5", "7"))},
        {"q=a&q=b", "{\"filters\":{\"or\":[{\"string_contains\":{\"fields\":[],\"value\":\"a\"}},"
                    "{\"string_contains\":{\"fields\":[],\"value\":\"b\"}}]}}"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        check_canonical(&cases[i]);
    }
}

static void rule_C2_texts_in_quotes(void **state)
{
    (void)state;
    static const struct canonical_case cases[] = {
        {"n=\"5..7\"", AND(EQ("n", "5..7"))},
        {"n=\"5,7\"", AND(EQ("n", "5,7"))},
        {"genus=\"Bom*\"", AND(EQ("genus", "Bom*"))},
        {"genus=\"*\"", AND(EQ("genus", "*"))},
        {"genus=\"!Bombus\"", AND(EQ("genus", "!Bombus"))},
        {"genus=!\"!Bombus\"", NOT(EQ("genus", "!Bombus"))},
        {"genus=\" Bombus \"", AND(EQ("genus", " Bombus "))},
        {"genus=\"\"Bombus\"\"", AND(EQ("genus", "\\\"Bombus\\\""))},
        {"genus=\"A\"&genus=B", AND(IN("genus", "\"A\",\"B\""))},
        {"genus=\"\"", NOT(HAS("genus"))},
        {"genus=!\"\"", AND(HAS("genus"))},
        // Quotes elsewhere are part of the value.
        {"genus=\"", AND(EQ("genus", "\\\""))},
        {"genus=\"A\" B", AND(EQ("genus", "\\\"A\\\" B"))},
        {"genus=\"A\"*", AND(STARTS("genus", "\\\"A\\\""))},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        check_canonical(&cases[i]);
    }
}

static void rule_C2_refuses(void **state)
{
    (void)state;
    static const struct {
        const char *parameters;
        const char *field;
        const char *words;
    } cases[] = {
        {"year=1900..1850", "year", "upside down"},
        {"year=1900,1850", "year", "upside down"},
        {"n=1...5", "n", "upside down"},
        {"x=0000-13-99,5", "x", "no range"},
        {"n=1e400,*", "n", "no range"},
        {"n=NaN..5", "n", "no range"},
        {"d=1900-02..1900-01", "d", "upside down"},
        {"n=1e400..5", "n", "both sides"},
        {"n=5..1e400", "n", "both sides"},
        {"d=0000-13-99..2000", "d", "dates that exist"},
        {"d=2000-02-30..", "d", "dates that exist"},
        {"n=..", "n", "at least one side"},
        {"n=*,*", "n", "at least one side"},
        {"=5", "", "field's name"},
        {"field.=5", "field.", "field's name"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const struct query *q = NULL;
        status result = compile(cases[i].parameters, &q);
        if (result != ST_INVALID || strstr(error.message, cases[i].words) == NULL) {
            print_message("%s: %s\n", cases[i].parameters, error.message);
        }
        assert_int_equal(result, ST_INVALID);
        assert_null(q);
        assert_string_equal(error.field, cases[i].field);
        assert_non_null(strstr(error.message, cases[i].words));
    }
}

static void bounds_parameters(void **state)
{
    (void)state;
    size_t count = QUERY_LIMIT_TERMS + 1;
    struct query_parameter *list = calloc(count, sizeof *list);
    assert_non_null(list);
    for (size_t i = 0; i < count; i++) {
        list[i] = (struct query_parameter){SV("a"), SV("b")};
    }
    const struct query *q = NULL;
    assert_int_equal(query_from_parameters(&arena, list, count, NULL, 0, &q, &error), ST_INVALID);
    error_clear(&error);
    assert_int_equal(query_from_parameters(&arena, list, count - 1, NULL, 0, &q, &error), ST_OK);
    char *text = calloc(1, QUERY_LIMIT_TEXT + 1);
    assert_non_null(text);
    list[0].value = (string_view){text, QUERY_LIMIT_TEXT + 1};
    assert_int_equal(query_from_parameters(&arena, list, 1, NULL, 0, &q, &error), ST_INVALID);
    free(text);
    free(list);
}

// Whatever a value looks like, written for an address it asks for itself.
static void rule_C2_values_in_addresses(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *written;
    } cases[] = {
        {"Apidae", "Apidae"},
        {"Smith, J.", "Smith, J."},
        {"1,204,5", "1,204,5"},
        {"Oslo, 3 km N", "Oslo, 3 km N"},
        {"a..b", "a..b"},
        {"what...", "what..."},
        {"* Bee", "* Bee"},
        {"\"", "\""},
        {"\"Bee\" wood", "\"Bee\" wood"},
        {"1850..1900", "\"1850..1900\""},
        {"1900..1850", "\"1900..1850\""},
        {"..1900", "\"..1900\""},
        {"..", "\"..\""},
        {"1..x", "1..x"},
        {"1850-13..5", "\"1850-13..5\""},
        {"1850,1900", "\"1850,1900\""},
        {"1850,*", "\"1850,*\""},
        {"*,5", "\"*,5\""},
        {"Bee*", "\"Bee*\""},
        {"*", "\"*\""},
        {"!Bee", "\"!Bee\""},
        {"!", "\"!\""},
        {"!*", "\"!*\""},
        {" Bee", "\" Bee\""},
        {"Bee\t", "\"Bee\t\""},
        {"\"Bee\"", "\"\"Bee\"\""},
        {"\"\"", "\"\"\"\""},
        {"!\"Bee\"", "\"!\"Bee\"\""},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        string_view written = query_value_write(&arena, sv_from(cases[i].text));
        if (!sv_equal(written, sv_from(cases[i].written))) {
            fail_msg("%s is written " SV_FORMAT, cases[i].text, SV_ARGUMENT(written));
        }
        string_view read;
        assert_true(query_value_text(written, &read));
        assert_true(sv_equal(read, sv_from(cases[i].text)));
        const struct query_parameter parameter = {SV("x"), written};
        const struct query *q = NULL;
        assert_int_equal(query_from_parameters(&arena, &parameter, 1, NULL, 0, &q, &error), ST_OK);
        assert_int_equal(q->kind, QUERY_STRING_EQUALS);
        assert_true(sv_equal(q->text, sv_from(cases[i].text)));
    }
    static const char *const asking_otherwise[] = {"",    "*",    "Bee*", "!Bee", "1..5",
                                                   "5,*", "\"\"", "!",    "1-..5"};
    for (size_t i = 0; i < ARRAY_LENGTH(asking_otherwise); i++) {
        string_view read;
        assert_false(query_value_text(sv_from(asking_otherwise[i]), &read));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(rule_C2_values),    ARENA_TEST(rule_C2_texts_in_quotes),
        ARENA_TEST(rule_C2_refuses),   ARENA_TEST(rule_C2_values_in_addresses),
        ARENA_TEST(bounds_parameters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
