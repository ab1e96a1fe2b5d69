// SPDX-License-Identifier: Apache-2.0
// Views of bytes.
#include "base/string_view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const string_view nothing = {NULL, 0};

static void test_comparing(void **unused)
{
    (void)unused;
    assert_true(sv_equal(SV("a\0b"), SV("a\0b")));
    assert_false(sv_equal(SV("a\0b"), SV("a\0c")));
    assert_true(sv_equal(nothing, SV("")));
    assert_true(sv_equal(sv_from(NULL), sv_from("")));
    assert_true(sv_compare(SV("a"), SV("ab")) < 0);
    assert_true(sv_compare(SV("b"), SV("ab")) > 0);
    assert_true(sv_compare(SV("\xff"), SV("a")) > 0);
    assert_int_equal(sv_compare(nothing, SV("")), 0);
    assert_true(sv_equal_ignore_case(SV("OccurrenceID"), SV("occurrenceId")));
    assert_false(sv_equal_ignore_case(SV("a"), SV("ab")));
    assert_false(sv_equal_ignore_case(SV("[@`{"), SV("{`@[")));
    assert_true(sv_starts_with(SV("prefix"), SV("pre")));
    assert_true(sv_starts_with(nothing, SV("")));
    assert_false(sv_starts_with(SV("pre"), SV("prefix")));
    assert_true(sv_ends_with(SV("a.csv"), SV(".csv")));
    assert_false(sv_ends_with(SV("csv"), SV(".csv")));
}

static void test_cutting(void **unused)
{
    (void)unused;
    assert_int_equal(sv_find(SV("a,b"), ','), 1);
    assert_int_equal(sv_find(SV("ab"), ','), 2);
    assert_int_equal(sv_find(nothing, ','), 0);
    assert_true(sv_equal(sv_slice(SV("abcdef"), 2, 3), SV("cde")));
    assert_true(sv_equal(sv_slice(SV("abc"), 2, SIZE_MAX), SV("c")));
    assert_int_equal(sv_slice(SV("abc"), 9, 1).length, 0);
    assert_int_equal(sv_slice(nothing, 0, 5).length, 0);
    assert_true(sv_equal(sv_trim(SV(" \t\r\n a b \n")), SV("a b")));
    assert_int_equal(sv_trim(SV("  ")).length, 0);
    assert_int_equal(sv_trim(nothing).length, 0);
}

static void test_splitting(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        size_t parts;
    } examples[] = {{"", 1}, {"a", 1}, {"a,b", 2}, {",", 2}, {"a,,b,", 4}};
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        string_view rest = sv_from(examples[i].text);
        string_view part;
        size_t parts = 0;
        size_t bytes = 0;
        while (sv_split(&rest, ',', &part)) {
            parts++;
            bytes += part.length;
        }
        assert_int_equal(parts, examples[i].parts);
        assert_int_equal(bytes + parts - 1, sv_from(examples[i].text).length);
    }
    string_view rest = nothing;
    string_view part;
    assert_false(sv_split(&rest, ',', &part));
}

static void test_integers(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        bool is_signed;
        int64_t value;
    } examples[] = {
        {"0", true, 0},
        {"-0", true, 0},
        {"007", true, 7},
        {"-7", true, -7},
        {"9223372036854775807", true, INT64_MAX},
        {"-9223372036854775808", true, INT64_MIN},
        {"9223372036854775808", false, 0},
        {"-9223372036854775809", false, 0},
        {"18446744073709551616", false, 0},
        {"", false, 0},
        {"-", false, 0},
        {"+1", false, 0},
        {" 1", false, 0},
        {"1 ", false, 0},
        {"1x", false, 0},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        int64_t value = 99;
        assert_int_equal(sv_to_int64(sv_from(examples[i].text), &value), examples[i].is_signed);
        assert_int_equal(value, examples[i].is_signed ? examples[i].value : 99);
    }
    uint64_t value = 0;
    assert_true(sv_to_uint64(SV("18446744073709551615"), &value));
    assert_true(value == UINT64_MAX);
    assert_false(sv_to_uint64(SV("18446744073709551616"), &value));
    assert_false(sv_to_uint64(SV("-1"), &value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comparing),
        cmocka_unit_test(test_cutting),
        cmocka_unit_test(test_splitting),
        cmocka_unit_test(test_integers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
