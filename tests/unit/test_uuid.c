// SPDX-License-Identifier: Apache-2.0
// UUIDs: text there and back, versions, names.
#include "base/uuid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void test_text_there_and_back(void **unused)
{
    (void)unused;
    struct uuid id;
    char text[37];
    assert_true(uuid_from_text(SV("01234567-89AB-cdef-0123-456789abcdef"), &id));
    assert_int_equal(id.bytes[0], 0x01);
    assert_int_equal(id.bytes[15], 0xef);
    uuid_to_text(&id, text);
    assert_string_equal(text, "01234567-89ab-cdef-0123-456789abcdef");
    static const char *const wrong[] = {
        "",
        "0123456789abcdef0123456789abcdef",
        "01234567-89ab-cdef-0123-456789abcde",
        "01234567-89ab-cdef-0123-456789abcdef0",
        "01234567-89ab-cdef-0123-456789abcdeg",
        "0123456-789ab-cdef-0123-456789abcdef",
        "{1234567-89ab-cdef-0123-456789abcde}",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++) {
        struct uuid untouched = id;
        assert_false(uuid_from_text(sv_from(wrong[i]), &untouched));
        assert_int_equal(uuid_compare(&untouched, &id), 0);
    }
}

static void test_random_ones_differ(void **unused)
{
    (void)unused;
    struct error e = {0};
    struct uuid previous = {0};
    for (int i = 0; i < 1000; i++) {
        struct uuid id;
        assert_int_equal(uuid_random(&id, &e), ST_OK);
        assert_int_equal(id.bytes[6] >> 4, 4);
        assert_int_equal(id.bytes[8] >> 6, 2);
        assert_int_not_equal(uuid_compare(&id, &previous), 0);
        previous = id;
    }
}

static void test_names_give_the_same_everywhere(void **unused)
{
    (void)unused;
    struct uuid id;
    struct uuid other;
    char text[37];
    uuid_from_name(SV("abc"), &id);
    uuid_to_text(&id, text);
    // The first 16 bytes of the SHA-256 of "abc" with version 8 and the variant put in.
    assert_string_equal(text, "ba7816bf-8f01-8fea-8141-40de5dae2223");
    uuid_from_name(SV("abd"), &other);
    assert_int_not_equal(uuid_compare(&id, &other), 0);
}

static void test_order_is_that_of_the_text(void **unused)
{
    (void)unused;
    struct error e = {0};
    for (int i = 0; i < 1000; i++) {
        struct uuid a;
        struct uuid b;
        char a_text[37];
        char b_text[37];
        assert_int_equal(uuid_random(&a, &e), ST_OK);
        assert_int_equal(uuid_random(&b, &e), ST_OK);
        uuid_to_text(&a, a_text);
        uuid_to_text(&b, b_text);
        assert_int_equal(uuid_compare(&a, &b) < 0, strcmp(a_text, b_text) < 0);
    }
}

static void test_lower_case_alone_is_given_back(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_lower;
    } cases[] = {{"00ff10a9-9abc-4def-8012-3456789abcde", true},
                 {"00fF10a9-9abc-4def-8012-3456789abcde", false},
                 {"00fg10a9-9abc-4def-8012-3456789abcde", false},
                 {"00ff10a9-9abc-4def-8012_3456789abcde", false},
                 {"00ff10a9-9abc-4def-8012-3456789abcd", false},
                 {"", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uuid id;
        char text[UUID_TEXT];
        assert_int_equal(uuid_from_lower(sv_from(cases[i].text), &id), cases[i].is_lower);
        if (cases[i].is_lower) {
            uuid_write(id.bytes, text);
            assert_memory_equal(text, cases[i].text, sizeof text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_there_and_back),
        cmocka_unit_test(test_random_ones_differ),
        cmocka_unit_test(test_names_give_the_same_everywhere),
        cmocka_unit_test(test_order_is_that_of_the_text),
        cmocka_unit_test(test_lower_case_alone_is_given_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
