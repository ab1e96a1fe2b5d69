// SPDX-License-Identifier: Apache-2.0
// Request targets taken apart: splitting before decoding (rule C2), escapes, limits.
#include "http/url.h"

#include "base/percent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

// Prints a parsed target as path segments in [] and parameters in (name=value), or the error.
static void describe(const char *raw, char *out, size_t size)
{
    struct arena arena;
    struct http_target target;
    struct error e = {0};
    arena_init(&arena, 0);
    // An exact copy, so that the sanitizer sees a read past the end.
    size_t length = strlen(raw);
    char *copy = malloc(length > 0 ? length : 1);
    assert_non_null(copy);
    memcpy(copy, raw, length);
    status result = http_target_parse(&arena, (string_view){copy, length}, &target, &e);
    size_t used = 0;
    out[0] = '\0';
    if (result != ST_OK) {
        (void)snprintf(out, size, "%s %s", status_text(result), e.field);
    }
    for (size_t i = 0; result == ST_OK && i < target.segment_count; i++) {
        used += (size_t)snprintf(out + used, size - used, "[" SV_FORMAT "]",
                                 SV_ARGUMENT(target.segments[i]));
    }
    for (size_t i = 0; result == ST_OK && i < target.parameter_count; i++) {
        const struct http_parameter *p = &target.parameters[i];
        used += (size_t)snprintf(out + used, size - used, "(" SV_FORMAT "=" SV_FORMAT ")",
                                 SV_ARGUMENT(p->name), SV_ARGUMENT(p->value));
    }
    free(copy);
    arena_release(&arena);
}

static void test_targets(void **state)
{
    (void)state;
    static const struct {
        const char *raw;
        const char *expected;
    } cases[] = {
        {"/", "[]"},
        {"/a/b", "[a][b]"},
        {"/a/", "[a][]"},
        {"/a//b", "[a][][b]"},
        {"*", ""},
        {"/?a=1&b=2&a=3", "[](a=1)(b=2)(a=3)"},
        {"/?a", "[](a=)"},
        {"/?a=&=b&&", "[](a=)(=b)"},
        {"/?", "[]"},
        {"/?a=b=c", "[](a=b=c)"},
        {"/?q=a+b%20c%2Bd", "[](q=a b c+d)"},
        {"/a+b", "[a+b]"},
        {"/?q=%C3%A9t%c3%a9", "[](q=\xc3\xa9t\xc3\xa9)"},
        {"/?q=\xc3\xa9", "[](q=\xc3\xa9)"},
        {"/?a?b=c?d", "[](a?b=c?d)"},
        {"http://museum.example/a?b=1", "[a](b=1)"},
        {"HTTPS://museum.example", "[]"},
        {"", "invalid input path"},
        {"a", "invalid input path"},
        {"/a b", "invalid input path"},
        {"/a#b", "invalid input path"},
        {"/a\tb", "invalid input path"},
        {"/%", "invalid input path"},
        {"/%4", "invalid input path"},
        {"/%4g", "invalid input path"},
        {"/%00", "invalid input path"},
        {"/%ff", "invalid input path"},
        {"/?q=%zz", "invalid input q"},
        {"/?family=%C3", "invalid input family"},
        {"/?a=%00", "invalid input a"},
        {"/?%zz=1", "invalid input "},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        char text[256];
        describe(cases[i].raw, text, sizeof text);
        assert_string_equal(text, cases[i].expected);
    }
}

// Rule C2: a key is one percent-encoded segment, split before it is decoded.
static void test_rule_c2_keys_are_one_segment(void **state)
{
    (void)state;
    static const struct {
        const char *raw;
        const char *expected;
    } cases[] = {
        {"/record/birds/http%3A%2F%2Fx%2Fy%3Fz%3D1", "[record][birds][http://x/y?z=1]"},
        {"/record/birds/a%2Fversions", "[record][birds][a/versions]"},
        {"/record/birds/a%2fversions/versions", "[record][birds][a/versions][versions]"},
        {"/record/birds/50%25", "[record][birds][50%]"},
        {"/record/birds/a%23b:c", "[record][birds][a#b:c]"},
        {"/record/birds?key=http://x/y?z=1", "[record][birds](key=http://x/y?z=1)"},
        {"/record/birds/%2E%2E", "[record][birds][..]"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        char text[256];
        describe(cases[i].raw, text, sizeof text);
        assert_string_equal(text, cases[i].expected);
    }
}

static void assert_too_large(const char *piece, size_t count)
{
    size_t length = strlen(piece);
    char *raw = malloc(count * length + 3);
    assert_non_null(raw);
    size_t used = (size_t)snprintf(raw, 3, "%s", piece[0] == '/' ? "" : "/?");
    for (size_t i = 0; i < count; i++) {
        memcpy(raw + used, piece, length);
        used += length;
    }
    raw[used] = '\0';
    char text[64];
    describe(raw, text, sizeof text);
    assert_memory_equal(text, "too large", 9);
    free(raw);
}

static void test_limits(void **state)
{
    (void)state;
    assert_too_large("/a", HTTP_LIMIT_SEGMENTS + 1);
    assert_too_large("a&", HTTP_LIMIT_PARAMETERS + 1);
    assert_too_large("aaaaaaaa", HTTP_LIMIT_TARGET / 8);
}

static void test_percent_encoded_text_comes_back(void **state)
{
    (void)state;
    char text[256];
    struct buffer b;
    buffer_init(&b, 4096);
    buffer_append_view(&b, SV("/"));
    percent_encode(&b, SV("http://x/y?z=1 &\xc3\xa9~-._%+"));
    buffer_append_byte(&b, '\0');
    assert_string_equal(b.bytes, "/http%3A%2F%2Fx%2Fy%3Fz%3D1%20%26%C3%A9~-._%25%2B");
    describe(b.bytes, text, sizeof text);
    assert_string_equal(text, "[http://x/y?z=1 &\xc3\xa9~-._%+]");
    buffer_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_targets),
        cmocka_unit_test(test_rule_c2_keys_are_one_segment),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_percent_encoded_text_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
