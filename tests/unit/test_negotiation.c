// SPDX-License-Identifier: Apache-2.0
// Accept, Accept-Encoding and If-None-Match (RFC 9110).
#include "http/negotiate.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void test_accept(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        const char *type;
        int weight;
    } cases[] = {
        {"", "text/html", 1000},
        {"*/*", "text/html", 1000},
        {"text/html", "text/html", 1000},
        {"text/html", "application/json", 0},
        {"TEXT/HTML", "text/html", 1000},
        {"text/*;q=0.5", "text/html", 500},
        {"text/*;q=0.5, text/html;q=0", "text/html", 0},
        {"text/html;q=0, */*", "text/html", 0},
        {"*/*;q=0.1, text/*;q=0.2, text/html;q=0.3", "text/html", 300},
        {"text/html;level=1;q=0.7", "text/html", 700},
        {"text/html ; q=0.123", "text/html", 123},
        {"text/html;q=1.0", "text/html", 1000},
        {"text/html;q=abc", "text/html", 1000},
        {"texts/*", "text/html", 0},
        {"text", "text/html", 0},
        {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
         "application/problem+json", 800},
        {",,;,", "text/html", 0},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        int weight = accept_weight(sv_from(cases[i].header), sv_from(cases[i].type));
        assert_int_equal(weight, cases[i].weight);
    }
}

static void test_languages(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        int weight;
    } cases[] = {
        {"", 0},
        {"de", 1000},
        {"DE", 1000},
        {"de-AT", 1000},
        {"de-AT;q=0.7", 700},
        {"en;q=0.9, de;q=0.5", 500},
        {"den", 0},
        {"d", 0},
        {"*", 0},
        {"en, de;q=0", 0},
        {"de;q=0.1,de-CH", 1000},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(accept_language_weight(sv_from(cases[i].header), SV("de")),
                         cases[i].weight);
    }
}

static void test_best(void **state)
{
    (void)state;
    static const char *const offers[] = {"application/json", "text/html"};
    assert_int_equal(accept_best(SV(""), offers, 2), 0);
    assert_int_equal(accept_best(SV("*/*"), offers, 2), 0);
    assert_int_equal(accept_best(SV("text/html, */*;q=0.8"), offers, 2), 1);
    assert_int_equal(accept_best(SV("application/json;q=0.2, text/html;q=0.1"), offers, 2), 0);
    assert_int_equal(accept_best(SV("image/png"), offers, 2), 2);
}

static void test_encodings(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        bool allowed;
    } cases[] = {
        {"", false},
        {"gzip", true},
        {"GZIP", true},
        {"deflate, gzip;q=1.0, *;q=0.5", true},
        {"gzip;q=0", false},
        {"gzip;q=0.000", false},
        {"gzip;q=0.001", true},
        {"*", true},
        {"*;q=0", false},
        {"identity", false},
        {"gzip;q=0, *", false},
        {"*, gzip;q=0", false},
        {"br", false},
        {"xgzip", false},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(accept_encoding_allows(sv_from(cases[i].header), SV("gzip")),
                         cases[i].allowed);
    }
}

static void test_etags(void **state)
{
    (void)state;
    assert_true(etag_listed(SV("\"a\""), SV("\"a\"")));
    assert_true(etag_listed(SV("W/\"a\""), SV("\"a\"")));
    assert_true(etag_listed(SV("\"a\""), SV("W/\"a\"")));
    assert_true(etag_listed(SV("\"b\", W/\"a\""), SV("W/\"a\"")));
    assert_true(etag_listed(SV("*"), SV("W/\"a\"")));
    assert_false(etag_listed(SV(""), SV("\"a\"")));
    assert_false(etag_listed(SV("\"ab\""), SV("\"a\"")));
    assert_false(etag_listed(SV("a"), SV("\"a\"")));
    assert_false(etag_listed(SV(""), SV("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accept), cmocka_unit_test(test_languages),
        cmocka_unit_test(test_best),   cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_etags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
