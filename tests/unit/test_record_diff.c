// SPDX-License-Identifier: Apache-2.0
// Differences between two versions of a record.
#include "query/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void tells_differences(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        const char *to;
        const char *differences;
    } cases[] = {
        {"{}", "{}", "[]"},
        {"{\"a\":1,\"b\":\"x\"}", "{\"b\":\"x\",\"a\":1}", "[]"},
        {"{\"a\":1}", "{\"a\":1.0}",
         "[{\"field\":\"a\",\"change\":\"changed\",\"from\":1,\"to\":1.0}]"},
        {"{\"a\":\"1\"}", "{\"a\":1}",
         "[{\"field\":\"a\",\"change\":\"changed\",\"from\":\"1\",\"to\":1}]"},
        {"{\"a\":\"x\"}", "{\"b\":null}",
         "[{\"field\":\"a\",\"change\":\"removed\",\"from\":\"x\"},"
         "{\"field\":\"b\",\"change\":\"added\",\"to\":null}]"},
        {"", "{\"a\":{\"b\":1}}", "[{\"field\":\"a\",\"change\":\"added\",\"to\":{\"b\":1}}]"},
        {"{\"a\":{\"b\":1,\"c\":2}}", "{\"a\":{\"b\":1,\"c\":3}}",
         "[{\"field\":\"a.c\",\"change\":\"changed\",\"from\":2,\"to\":3}]"},
        // Order makes no difference (rule A4).
        {"{\"a\":[1,2,3]}", "{\"a\":[3,1,2]}", "[]"},
        {"{\"a\":[1,2]}", "{\"a\":[2]}",
         "[{\"field\":\"a[0]\",\"change\":\"removed\",\"from\":1}]"},
        {"{\"a\":[1,2]}", "{\"a\":[2,5,6]}",
         "[{\"field\":\"a[1]\",\"change\":\"changed\",\"from\":1,\"to\":5},"
         "{\"field\":\"a[2]\",\"change\":\"added\",\"to\":6}]"},
        // Elements are paired by what identifies them.
        {"{\"m\":[{\"identifier\":\"x\",\"t\":1},{\"identifier\":\"y\",\"t\":2}]}",
         "{\"m\":[{\"identifier\":\"y\",\"t\":3},{\"identifier\":\"x\",\"t\":1}]}",
         "[{\"field\":\"m[0].t\",\"change\":\"changed\",\"from\":2,\"to\":3}]"},
        {"{\"m\":[{\"identifier\":\"x\",\"t\":1}]}", "{\"m\":[{\"identifier\":\"z\",\"t\":1}]}",
         "[{\"field\":\"m[0]\",\"change\":\"added\",\"to\":{\"identifier\":\"z\",\"t\":1}},"
         "{\"field\":\"m[0]\",\"change\":\"removed\",\"from\":{\"identifier\":\"x\",\"t\":1}}]"},
        // Repeated identifiers identify nothing.
        {"{\"m\":[{\"id\":1,\"t\":1},{\"id\":1,\"t\":2}]}",
         "{\"m\":[{\"id\":1,\"t\":2},{\"id\":1,\"t\":3}]}",
         "[{\"field\":\"m[1].t\",\"change\":\"changed\",\"from\":1,\"to\":3}]"},
        {"{\"a\":[]}", "{\"a\":\"\"}",
         "[{\"field\":\"a\",\"change\":\"changed\",\"from\":[],\"to\":\"\"}]"},
        {"{\"a\":[[1],[2]]}", "{\"a\":[[2],[1,3]]}",
         "[{\"field\":\"a[1][1]\",\"change\":\"added\",\"to\":3}]"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct arena arena;
        struct buffer out;
        struct error error = {0};
        arena_init(&arena, 0);
        buffer_init(&out, (size_t)1 << 20);
        assert_int_equal(
            record_diff(&arena, sv_from(cases[i].from), sv_from(cases[i].to), &out, &error), ST_OK);
        buffer_append_byte(&out, '\0');
        assert_string_equal(out.bytes, cases[i].differences);
        buffer_release(&out);
        arena_release(&arena);
    }
}

static void refuses_what_is_no_record(void **state)
{
    (void)state;
    static const char *const cases[] = {"[]", "{", "5", "{\"a\":1}x"};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct arena arena;
        struct buffer out;
        struct error error = {0};
        arena_init(&arena, 0);
        buffer_init(&out, (size_t)1 << 20);
        assert_int_not_equal(record_diff(&arena, sv_from(cases[i]), SV("{}"), &out, &error), ST_OK);
        assert_int_not_equal(error.message[0], '\0');
        buffer_release(&out);
        arena_release(&arena);
    }
}

// A large object, so that members are looked up by name, and a long list.
static void compares_large_records(void **state)
{
    (void)state;
    struct buffer from;
    struct buffer to;
    struct buffer out;
    struct arena arena;
    struct error error = {0};
    buffer_init(&from, (size_t)1 << 24);
    buffer_init(&to, (size_t)1 << 24);
    buffer_init(&out, (size_t)1 << 24);
    arena_init(&arena, 0);
    buffer_append_byte(&from, '{');
    buffer_append_byte(&to, '{');
    for (int i = 0; i < 2000; i++) {
        buffer_print(&from, "\"f%d\":%d,", i, i);
        buffer_print(&to, "\"f%d\":%d,", 1999 - i, 1999 - i + (i == 1000));
    }
    buffer_append_view(&from, SV("\"list\":["));
    buffer_append_view(&to, SV("\"list\":["));
    for (int i = 0; i < 9000; i++) {
        buffer_print(&from, "%s%d", i == 0 ? "" : ",", i);
        buffer_print(&to, "%s%d", i == 0 ? "" : ",", (i + 4500) % 9000);
    }
    buffer_append_view(&from, SV("]}"));
    buffer_append_view(&to, SV("]}"));
    assert_int_equal(record_diff(&arena, buffer_view(&from), buffer_view(&to), &out, &error),
                     ST_OK);
    buffer_append_byte(&out, '\0');
    assert_string_equal(out.bytes,
                        "[{\"field\":\"f999\",\"change\":\"changed\",\"from\":999,\"to\":1000}]");
    arena_release(&arena);
    buffer_release(&from);
    buffer_release(&to);
    buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_differences),
        cmocka_unit_test(refuses_what_is_no_record),
        cmocka_unit_test(compares_large_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
