// SPDX-License-Identifier: Apache-2.0
// UTF-8 against the table of RFC 3629, section 4.
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void test_every_character_there_and_back(void **unused)
{
    (void)unused;
    for (uint32_t c = 0; c < 0x110000; c++) {
        char bytes[4];
        size_t length = utf8_encode(c, bytes);
        size_t at = 0;
        bool is_surrogate = c >= 0xd800 && c <= 0xdfff;
        assert_int_equal(utf8_next((string_view){bytes, length}, &at), is_surrogate ? 0xfffd : c);
        assert_int_equal(at, length);
        assert_int_equal(utf8_check((string_view){bytes, length}), length);
        // Cut short it is malformed, byte by byte.
        for (size_t cut = 1; cut < length; cut++) {
            at = 0;
            assert_int_equal(utf8_next((string_view){bytes, cut}, &at), -1);
            assert_int_equal(at, 1);
        }
    }
    char bytes[4];
    assert_int_equal(utf8_encode(0x110000, bytes), 3);
    assert_memory_equal(bytes, "\xef\xbf\xbd", 3);
}

// The ranges of the RFC's table, written down again.
static bool is_well_formed(const unsigned char *s, size_t length)
{
    static const unsigned char table[][2 * 4] = {
        {0x00, 0x7f, 0, 0, 0, 0, 0, 0},
        {0xc2, 0xdf, 0x80, 0xbf, 0, 0, 0, 0},
        {0xe0, 0xe0, 0xa0, 0xbf, 0x80, 0xbf, 0, 0},
        {0xe1, 0xec, 0x80, 0xbf, 0x80, 0xbf, 0, 0},
        {0xed, 0xed, 0x80, 0x9f, 0x80, 0xbf, 0, 0},
        {0xee, 0xef, 0x80, 0xbf, 0x80, 0xbf, 0, 0},
        {0xf0, 0xf0, 0x90, 0xbf, 0x80, 0xbf, 0x80, 0xbf},
        {0xf1, 0xf3, 0x80, 0xbf, 0x80, 0xbf, 0x80, 0xbf},
        {0xf4, 0xf4, 0x80, 0x8f, 0x80, 0xbf, 0x80, 0xbf},
    };
    for (size_t row = 0; row < ARRAY_LENGTH(table); row++) {
        size_t wanted = 1;
        while (wanted < 4 && table[row][2 * wanted] != 0) {
            wanted++;
        }
        bool fits = wanted == length;
        for (size_t i = 0; fits && i < wanted; i++) {
            fits = s[i] >= table[row][2 * i] && s[i] <= table[row][2 * i + 1];
        }
        if (fits) {
            return true;
        }
    }
    return false;
}

static void test_decoding_agrees_with_the_table(void **unused)
{
    (void)unused;
    static const unsigned char edges[] = {0x00, 0x7f, 0x80, 0x8f, 0x90,
                                          0x9f, 0xa0, 0xbf, 0xc0, 0xff};
    for (unsigned first = 0; first < 256; first++) {
        for (size_t i = 0; i < 1000; i++) {
            unsigned char bytes[4] = {(unsigned char)first, edges[i % 10], edges[i / 10 % 10],
                                      edges[i / 100]};
            size_t length = 1;
            while (length <= 4 && !is_well_formed(bytes, length)) {
                length++;
            }
            size_t at = 0;
            int32_t c = utf8_next((string_view){(char *)bytes, 4}, &at);
            assert_int_equal(c >= 0, length <= 4);
            assert_int_equal(at, length <= 4 ? length : 1);
        }
    }
}

static void test_checking_finds_the_first_malformed_byte(void **unused)
{
    (void)unused;
    assert_int_equal(utf8_check((string_view){NULL, 0}), 0);
    for (size_t length = 0; length < 64; length++) {
        char *bytes = malloc(length + 1); // exact, so that reading past it is found
        assert_non_null(bytes);
        memset(bytes, 'a', length);
        assert_int_equal(utf8_check((string_view){bytes, length}), length);
        for (size_t at = 0; at < length; at++) {
            bytes[at] = (char)0xff;
            assert_int_equal(utf8_check((string_view){bytes, length}), at);
            bytes[at] = (char)0xc3;
            if (at + 1 < length) {
                bytes[at + 1] = (char)0xa9;
                assert_int_equal(utf8_check((string_view){bytes, length}), length);
                bytes[at + 1] = 'a';
            }
            assert_int_equal(utf8_check((string_view){bytes, length}), at);
            bytes[at] = 'a';
        }
        free(bytes);
    }
}

static void test_appending(void **unused)
{
    (void)unused;
    struct buffer b;
    buffer_init(&b, 100);
    utf8_append(&b, 'a');
    utf8_append(&b, 0xe9);
    utf8_append(&b, 0x6807);
    utf8_append(&b, 0x1f98b);
    utf8_append(&b, 0xd800);
    assert_true(sv_equal(buffer_view(&b), SV("a\u00e9\u6807\U0001f98b\ufffd")));
    buffer_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_character_there_and_back),
        cmocka_unit_test(test_decoding_agrees_with_the_table),
        cmocka_unit_test(test_checking_finds_the_first_malformed_byte),
        cmocka_unit_test(test_appending),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
