// SPDX-License-Identifier: Apache-2.0
// Records with only the fields asked for.
#include "api/project.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char record[] =
    "{\"a\":\"1\",\"b\":{\"c\":2,\"d\":[3,{\"e\":\"4\"}]},\"list\":[{\"x\":\"}\",\"y\":[\"]\",5]},"
    "{\"y\":null},{}],\"we.ird\":\"\\\"q\\\\\",\"\\u00e9t\\u00e9\":true,\"t\\tab\":6,\"\":7}";

static void assert_projected(const char *json, const char *const *fields, size_t count,
                             const char *expected)
{
    string_view views[4];
    struct buffer out;
    for (size_t i = 0; i < count; i++) {
        views[i] = sv_from(fields[i]);
    }
    // An exact copy, so that the sanitizer sees a read past the end.
    size_t length = strlen(json);
    char *copy = malloc(length > 0 ? length : 1);
    assert_non_null(copy);
    memcpy(copy, json, length);
    buffer_init(&out, 1 << 20);
    project_record((string_view){copy, length}, views, count, &out);
    buffer_append_byte(&out, '\0');
    assert_string_equal(out.bytes, expected);
    buffer_release(&out);
    free(copy);
}

static void test_fields(void **state)
{
    (void)state;
    static const struct {
        const char *fields[4];
        size_t count;
        const char *expected;
    } cases[] = {
        {{"a"}, 1, "{\"a\":\"1\"}"},
        {{"b"}, 1, "{\"b\":{\"c\":2,\"d\":[3,{\"e\":\"4\"}]}}"},
        {{"b.c"}, 1, "{\"b\":{\"c\":2}}"},
        {{"b.d"}, 1, "{\"b\":{\"d\":[3,{\"e\":\"4\"}]}}"},
        {{"b.d.e"}, 1, "{\"b\":{\"d\":[3,{\"e\":\"4\"}]}}"},
        {{"list.x"}, 1, "{\"list\":[{\"x\":\"}\"},{},{}]}"},
        {{"list.y", "a"}, 2, "{\"a\":\"1\",\"list\":[{\"y\":[\"]\",5]},{\"y\":null},{}]}"},
        {{"we.ird"}, 1, "{\"we.ird\":\"\\\"q\\\\\"}"},
        {{"\xc3\xa9t\xc3\xa9"}, 1, "{\"\\u00e9t\\u00e9\":true}"},
        {{"t\tab"}, 1, "{\"t\\tab\":6}"},
        {{"a.b", "nothing", "lis", "list2"}, 4, "{}"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_projected(record, cases[i].fields, cases[i].count, cases[i].expected);
    }
}

static void test_small_and_broken_texts_end(void **state)
{
    (void)state;
    static const char *const field[] = {"a"};
    assert_projected("{}", field, 1, "{}");
    assert_projected("{\"a\":[]}", field, 1, "{\"a\":[]}");
    static const char *const broken[] = {"",        "{",        "{\"",          "{\"a", "{\"a\"",
                                         "{\"a\":", "{\"a\":[", "{\"a\":\"\\",  "[",    "[,",
                                         "{,",      "{a}",      "{\"a\":{\"b\""};
    for (size_t i = 0; i < ARRAY_LENGTH(broken); i++) {
        string_view view = SV("a.b");
        struct buffer out;
        size_t length = strlen(broken[i]);
        char *copy = malloc(length > 0 ? length : 1);
        assert_non_null(copy);
        memcpy(copy, broken[i], length);
        buffer_init(&out, 4096);
        project_record((string_view){copy, length}, &view, 1, &out);
        assert_false(out.failed);
        buffer_release(&out);
        free(copy);
    }
}

// A thousand levels are more than a record may have; the copy ends all the same.
static void test_depth_is_bounded(void **state)
{
    (void)state;
    static char text[6002];
    struct buffer out;
    string_view field = SV("a.a.a");
    for (size_t i = 0; i < 1000; i++) {
        memcpy(text + i * 5, "{\"a\":", 5);
        text[5001 + i] = '}';
    }
    text[5000] = '1';
    buffer_init(&out, 1 << 20);
    project_record((string_view){text, 6001}, &field, 1, &out);
    assert_int_equal(out.length, 6001);
    buffer_release(&out);
}

static void test_open_object(void **state)
{
    (void)state;
    static const char *const left_out[] = {"records", "resources"};
    static const struct {
        const char *json;
        const char *expected;
    } cases[] = {
        {"{}", "{"},
        {"{\"a\":1}", "{\"a\":1"},
        {"{\"records\":[1,{\"b\":\"]\"}],\"a\":{},\"resources\":2}", "{\"a\":{}"},
        {"{\"a\":1,\"records\":2,\"b\":3}", "{\"a\":1,\"b\":3"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct buffer out;
        buffer_init(&out, 4096);
        copy_open_object(sv_from(cases[i].json), left_out, ARRAY_LENGTH(left_out), &out);
        buffer_append_byte(&out, '\0');
        assert_string_equal(out.bytes, cases[i].expected);
        buffer_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_small_and_broken_texts_end),
        cmocka_unit_test(test_depth_is_bounded),
        cmocka_unit_test(test_open_object),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
