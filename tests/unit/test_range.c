// SPDX-License-Identifier: Apache-2.0
// Parts of files, as clients ask for them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/range.h"

static void test_parts(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        uint64_t length;
        uint64_t first;
        uint64_t last;
    } cases[] = {
        // RFC 9110 section 14.1.2, of 10,000 bytes.
        {"bytes=0-499", 10000, 0, 499},
        {"bytes=500-999", 10000, 500, 999},
        {"bytes=-500", 10000, 9500, 9999},
        {"bytes=9500-", 10000, 9500, 9999},
        {"bytes=0-0", 10000, 0, 0},
        {"bytes=-1", 10000, 9999, 9999},
        {"bytes=0-99999", 10, 0, 9},
        {"bytes=-99999", 10, 0, 9},
        {"bytes=9-99999999999999999999999999", 10, 9, 9},
        {" Bytes= 2-3 ", 10, 2, 3},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        uint64_t first = 77;
        uint64_t last = 77;
        assert_int_equal(range_parse(sv_from(cases[i].header), cases[i].length, &first, &last),
                         RANGE_PART);
        assert_int_equal(first, cases[i].first);
        assert_int_equal(last, cases[i].last);
    }
}

static void test_outside(void **state)
{
    (void)state;
    static const char *const headers[] = {"bytes=10-", "bytes=10-20", "bytes=-0",
                                          "bytes=99999999999999999999999-"};
    uint64_t first = 0;
    uint64_t last = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(headers); i++) {
        assert_int_equal(range_parse(sv_from(headers[i]), 10, &first, &last), RANGE_OUTSIDE);
    }
    assert_int_equal(range_parse(SV("bytes=-5"), 0, &first, &last), RANGE_OUTSIDE);
    assert_int_equal(range_parse(SV("bytes=0-"), 0, &first, &last), RANGE_OUTSIDE);
}

static void test_what_is_not_understood_asks_for_the_whole(void **state)
{
    (void)state;
    static const char *const headers[] = {
        "",          "bytes",      "bytes=",        "bytes=-",    "bytes=5-2",  "bytes=a-b",
        "bytes=1-b", "lines=0-10", "bytes=0-1,3-4", "bytes=1 -2", "bytes=+1-2", "bytes=--1"};
    uint64_t first = 0;
    uint64_t last = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(headers); i++) {
        assert_int_equal(range_parse(sv_from(headers[i]), 10, &first, &last), RANGE_WHOLE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_outside),
        cmocka_unit_test(test_what_is_not_understood_asks_for_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
