// SPDX-License-Identifier: Apache-2.0
// The types of values and their order.
#include "base/fold.h"
#include "store/value.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct value_facts facts_of(enum value_kind kind, const char *text)
{
    struct value_facts facts;
    memset(&facts, 0xee, sizeof facts);
    value_analyse(kind, sv_from(text), &facts);
    return facts;
}

static void test_integers_are_exact(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        int64_t integer;
    } examples[] = {
        {"0", 0},
        {"-0", 0},
        {"7", 7},
        {"00123", 123},
        {"+5", 5},
        {" 42\t", 42},
        {"-9223372036854775808", INT64_MIN},
        {"9223372036854775807", INT64_MAX},
        {"00000000000000000000000000000009223372036854775807", INT64_MAX},
        {"9007199254740993", INT64_C(9007199254740993)},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        struct value_facts facts = facts_of(VALUE_STRING, examples[i].text);
        assert_int_equal(facts.class, CLASS_NUMBER);
        assert_true(facts.is_number && facts.is_integer && !facts.is_boolean);
        assert_true(facts.integer == examples[i].integer);
        assert_true(facts.number == (double)examples[i].integer);
    }
}

static void test_other_numbers_are_rounded_correctly(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        double number;
    } examples[] = {
        {"51.4967", 51.4967},
        {"-0.17634", -0.17634},
        {".5", 0.5},
        {"5.", 5.0},
        {"-.5e1", -5.0},
        {"1e3", 1000.0},
        {"1E-3", 0.001},
        {"1e+22", 1e22},
        {"1e23", 1e23},
        {"123456789012345678901234567890", 123456789012345678901234567890.0},
        {"9223372036854775808", 9223372036854775808.0},
        {"-9223372036854775809", -9223372036854775809.0},
        {"18446744073709551616", 18446744073709551616.0},
        {"0.1", 0.1},
        {"0.30000000000000004", 0.30000000000000004},
        {"2.2250738585072011e-308", 2.2250738585072011e-308},
        {"4.9e-324", 4.9e-324},
        {"1.7976931348623157e308", 1.7976931348623157e308},
        {"1e-400", 0.0},
        {"0e999999999999999999999", 0.0},
        {"0.00000000000000000000000000000000000001e38", 1.0},
        {"9007199254740993.0", 9007199254740992.0}, // a tie goes to even
        {"9007199254740993.00000000000000000000000000000000000000000000000000001",
         9007199254740994.0},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        struct value_facts facts = facts_of(VALUE_STRING, examples[i].text);
        assert_int_equal(facts.class, CLASS_NUMBER);
        assert_true(facts.is_number && !facts.is_integer && !facts.is_date);
        if (facts.number != examples[i].number) {
            fail_msg("'%s' is read as %.17g", examples[i].text, facts.number);
        }
        assert_true(facts.number != 0 || !signbit(facts.number));
    }
}

static void test_numbers_agree_with_strtod(void **unused)
{
    (void)unused;
    uint64_t state = 1;
    for (int i = 0; i < 300000; i++) {
        state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
        uint64_t bits = state ^ (state >> 29);
        double number = 0;
        memcpy(&number, &bits, sizeof number);
        if (!isfinite(number)) {
            continue;
        }
        char text[64];
        int digits = (int)(state >> 40) % 20 + 1;
        (void)snprintf(text, sizeof text, "%.*g", digits, number);
        struct value_facts facts = facts_of(VALUE_NUMBER, text);
        double expected = strtod(text, NULL);
        assert_int_equal(facts.is_number, isfinite(expected));
        assert_true(!facts.is_number || facts.number == expected);
    }
}

static void test_endless_numbers_are_read_whole(void **unused)
{
    (void)unused;
    enum { LENGTH = 200000 };
    char *text = malloc(LENGTH + 8);
    assert_non_null(text);
    struct value_facts facts;
    memset(text, '0', LENGTH);
    text[0] = '.';
    text[LENGTH - 1] = '1';
    memcpy(text + LENGTH, "e200000", 7);
    value_analyse(VALUE_STRING, (string_view){text, LENGTH + 7}, &facts);
    assert_true(facts.is_number);
    assert_true(facts.number == 10.0); // 10^-199999 times 10^200000
    // 2^53 + 1 and a digit 1 after 200,000 zeros: just above the tie.
    memset(text, '0', LENGTH);
    memcpy(text, "9007199254740993.", 17);
    value_analyse(VALUE_STRING, (string_view){text, LENGTH}, &facts);
    assert_true(facts.number == 9007199254740992.0);
    text[LENGTH - 1] = '1';
    value_analyse(VALUE_STRING, (string_view){text, LENGTH}, &facts);
    assert_true(facts.number == 9007199254740994.0);
    memset(text, '9', LENGTH);
    value_analyse(VALUE_STRING, (string_view){text, LENGTH}, &facts);
    assert_int_equal(facts.class, CLASS_TEXT);
    free(text);
}

static void test_what_is_text(void **unused)
{
    (void)unused;
    static const char *const texts[] = {
        "Panthera leo", " ",           "NaN",    "nan",     "Infinity",   "inf",     "-inf",
        "1e400",        "-1e400",      "0x1F",   "5.3.4",   "1,000",      "1 000",   "1e",
        "1e+",          "e5",          ".",      "-",       "+",          "-.",      "--5",
        "+-5",          "5-",          "1_000",  "12a",     "²",          "１",      "True story",
        "truth",        "tru",         "falsey", "\u00a05", "1850-13-01", "c. 1850", "1850?",
        "13/11/2007",   "-1850-01-01",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        struct value_facts facts = facts_of(VALUE_STRING, texts[i]);
        if (facts.class != CLASS_TEXT || facts.is_number || facts.is_date || facts.is_boolean) {
            fail_msg("'%s' is not taken for text", texts[i]);
        }
    }
    struct value_facts facts;
    value_analyse(VALUE_STRING, SV("1\0002"), &facts);
    assert_int_equal(facts.class, CLASS_TEXT);
    value_analyse(VALUE_NUMBER, SV("1e400"), &facts); // no double holds it
    assert_int_equal(facts.class, CLASS_TEXT);
    assert_false(facts.is_number);
}

static void test_dates(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        enum value_class class;
        bool is_date;
    } examples[] = {
        {"1850", CLASS_NUMBER, true},          {"1000", CLASS_NUMBER, true},
        {"2999", CLASS_NUMBER, true},          {"0999", CLASS_NUMBER, false},
        {"3000", CLASS_NUMBER, false},         {"-1850", CLASS_NUMBER, false},
        {"+185", CLASS_NUMBER, false},         {"01850", CLASS_NUMBER, false},
        {"1850.", CLASS_NUMBER, false},        {"1.85e3", CLASS_NUMBER, false},
        {"18500101", CLASS_NUMBER, false},     {"1850-06", CLASS_DATE, true},
        {"1850-06-12", CLASS_DATE, true},      {"0850/0900", CLASS_DATE, true},
        {" 2007-11-13/15 ", CLASS_DATE, true}, {"2007-11-13T10:00:00Z", CLASS_DATE, true},
        {"1850-02-30", CLASS_TEXT, false},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        struct value_facts facts = facts_of(VALUE_STRING, examples[i].text);
        assert_int_equal(facts.class, examples[i].class);
        assert_int_equal(facts.is_date, examples[i].is_date);
    }
    struct value_facts year = facts_of(VALUE_NUMBER, "1970");
    assert_true(year.is_date && year.is_integer);
    assert_int_equal(year.start, 0);
    assert_int_equal(year.end, INT64_C(365) * 86400000 - 1);
}

static void test_truth_and_nothing(void **unused)
{
    (void)unused;
    static const struct {
        enum value_kind kind;
        const char *text;
        enum value_class class;
        bool boolean;
    } examples[] = {
        {VALUE_TRUE, "", CLASS_BOOLEAN, true},
        {VALUE_FALSE, "", CLASS_BOOLEAN, false},
        {VALUE_STRING, "TRUE", CLASS_BOOLEAN, true},
        {VALUE_STRING, "false", CLASS_BOOLEAN, false},
        {VALUE_STRING, " True ", CLASS_BOOLEAN, true},
        {VALUE_STRING, "fALSE", CLASS_BOOLEAN, false},
        {VALUE_NULL, "", CLASS_MISSING, false},
        {VALUE_EMPTY_LIST, "", CLASS_MISSING, false},
        {VALUE_EMPTY_OBJECT, "", CLASS_MISSING, false},
        {VALUE_STRING, "", CLASS_MISSING, false},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        struct value_facts facts = facts_of(examples[i].kind, examples[i].text);
        assert_int_equal(facts.class, examples[i].class);
        assert_int_equal(facts.is_boolean, examples[i].class == CLASS_BOOLEAN);
        assert_int_equal(facts.boolean, examples[i].boolean);
        assert_false(facts.is_number || facts.is_date);
    }
}

static void test_no_locale_has_a_say(void **unused)
{
    (void)unused;
    static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"};
    for (size_t i = 0; i < ARRAY_LENGTH(locales); i++) {
        (void)setlocale(LC_ALL, locales[i]); // where it is not installed nothing changes
        assert_true(facts_of(VALUE_STRING, "0.1000000000000000055511").number == 0.1);
        assert_int_equal(facts_of(VALUE_STRING, "0,5").class, CLASS_TEXT);
    }
    (void)setlocale(LC_ALL, "C");
}

struct value {
    enum value_kind kind;
    const char *text;
};

// In the one order (rule C3 and DESIGN.md): missing, numbers, dates, booleans, text.
static const struct value ordered[] = {
    {VALUE_STRING, ""},
    {VALUE_NULL, ""},
    {VALUE_EMPTY_LIST, ""},
    {VALUE_EMPTY_OBJECT, ""},
    {VALUE_NUMBER, "-1e300"},
    {VALUE_STRING, "-9223372036854775808"},
    {VALUE_STRING, "-5"},
    {VALUE_NUMBER, "-4.5"},
    {VALUE_NUMBER, "-0.5"},
    {VALUE_STRING, "0"},
    {VALUE_STRING, "0.5"},
    {VALUE_STRING, "007"},
    {VALUE_STRING, "7"},
    {VALUE_NUMBER, "7"},
    {VALUE_STRING, "7.0"},
    {VALUE_STRING, "7.5"},
    {VALUE_STRING, "1850"},
    {VALUE_STRING, "9007199254740992"},
    {VALUE_STRING, "9007199254740993"},
    {VALUE_STRING, "9007199254740994.0"},
    {VALUE_STRING, "9223372036854775807"},
    {VALUE_STRING, "9223372036854775808"},
    {VALUE_NUMBER, "1e300"},
    {VALUE_STRING, "1850/1900"}, // dates by start, then longer first
    {VALUE_STRING, "1850-01"},
    {VALUE_STRING, "1850-01-01"},
    {VALUE_STRING, "1850-01-02"},
    {VALUE_STRING, "2007-11-13"},
    {VALUE_STRING, "2007-11-13/13"},
    {VALUE_STRING, "2007-11-14"},
    {VALUE_STRING, "false"},
    {VALUE_STRING, "True"},
    {VALUE_STRING, "true"},
    {VALUE_STRING, " "},
    {VALUE_STRING, "5.3.4"},
    {VALUE_STRING, "abel"},
    {VALUE_STRING, "Äbel"},
    {VALUE_STRING, "abelia"},
    {VALUE_STRING, "Zoe"},
    {VALUE_STRING, "zoe"},
    {VALUE_STRING, "Zoë"},
    {VALUE_STRING, "zoë"},
    {VALUE_STRING, "Αθήνα"},
    {VALUE_STRING, "標本"},
};

static void test_the_one_order_rule_C3(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < ARRAY_LENGTH(ordered); i++) {
        struct value_facts a = facts_of(ordered[i].kind, ordered[i].text);
        for (size_t k = 0; k < ARRAY_LENGTH(ordered); k++) {
            struct value_facts b = facts_of(ordered[k].kind, ordered[k].text);
            int order = value_compare(ordered[i].kind, sv_from(ordered[i].text), &a,
                                      ordered[k].kind, sv_from(ordered[k].text), &b);
            if ((order > 0) - (order < 0) != (i > k) - (i < k)) {
                fail_msg("'%s' and '%s' compare as %d", ordered[i].text, ordered[k].text, order);
            }
        }
    }
}

static void test_tokens_true_and_false_stand_beside_their_strings(void **unused)
{
    (void)unused;
    struct value_facts token = facts_of(VALUE_FALSE, "");
    struct value_facts string = facts_of(VALUE_STRING, "true");
    assert_true(value_compare(VALUE_FALSE, SV(""), &token, VALUE_STRING, SV("true"), &string) < 0);
}

static void test_numbers_compare_exactly(void **unused)
{
    (void)unused;
    static const struct {
        const char *a;
        const char *b;
        int order;
    } examples[] = {
        {"9223372036854775807", "9223372036854775808", -1},
        {"9223372036854775807", "9.223372036854775807e18", -1}, // rounds to 2^63
        {"-9223372036854775808", "-9223372036854775808.0", 0},
        {"-9223372036854775808", "-9223372036854777856.0", 1},
        {"9007199254740993", "9007199254740992.0", 1},
        {"9007199254740993", "9007199254740994.0", -1},
        {"3", "3.0", 0},
        {"3", "3.5", -1},
        {"-3", "-3.5", 1},
        {"-3", "-2.5", -1},
        {"0", "-0.0", 0},
        {"0", "1e-300", -1},
        {"0.1", "0.10", 0},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        struct value_facts a = facts_of(VALUE_STRING, examples[i].a);
        struct value_facts b = facts_of(VALUE_STRING, examples[i].b);
        assert_int_equal(value_compare_numbers(&a, &b), examples[i].order);
        assert_int_equal(value_compare_numbers(&b, &a), -examples[i].order);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_integers_are_exact),
        cmocka_unit_test(test_other_numbers_are_rounded_correctly),
        cmocka_unit_test(test_numbers_agree_with_strtod),
        cmocka_unit_test(test_endless_numbers_are_read_whole),
        cmocka_unit_test(test_what_is_text),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_truth_and_nothing),
        cmocka_unit_test(test_no_locale_has_a_say),
        cmocka_unit_test(test_the_one_order_rule_C3),
        cmocka_unit_test(test_tokens_true_and_false_stand_beside_their_strings),
        cmocka_unit_test(test_numbers_compare_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
