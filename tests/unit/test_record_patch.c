// SPDX-License-Identifier: Apache-2.0
// How one version of a record becomes another.
#include "query/record_patch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void writes_operations(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        const char *to;
        const char *operations;
    } cases[] = {
        {"{\"a\":1}", "{\"a\":1}", ""},
        {"{\"a\":1,\"b\":{\"c\":1,\"d\":2}}", "{\"b\":{\"d\":2,\"c\":1},\"a\":1}", ""},
        {"{\"a\":1}", "{\"a\":1.0}", "{\"op\":\"replace\",\"path\":\"/r/a\",\"value\":1.0}"},
        {"{\"a\":1}", "{\"b\":null}",
         "{\"op\":\"remove\",\"path\":\"/r/a\"};"
         "{\"op\":\"add\",\"path\":\"/r/b\",\"value\":null}"},
        {"{\"x/y~z\":[1]}", "{\"x/y~z\":[1,2]}",
         "{\"op\":\"replace\",\"path\":\"/r/x~1y~0z\",\"value\":[1,2]}"},
        {"", "{\"a\":{}}", "{\"op\":\"add\",\"path\":\"/r\",\"value\":{\"a\":{}}}"},
        {"{\"a\":1}", "", "{\"op\":\"remove\",\"path\":\"/r\"}"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct buffer out;
        struct error error = {0};
        bool begun = false;
        buffer_init(&out, 65536);
        assert_int_equal(record_patch(SV("/r"), sv_from(cases[i].from), sv_from(cases[i].to),
                                      SV(";"), &begun, &out, &error),
                         ST_OK);
        assert_int_equal(begun, cases[i].operations[0] != 0);
        assert_int_equal(out.length, strlen(cases[i].operations));
        assert_memory_equal(out.bytes, cases[i].operations, out.length);
        buffer_release(&out);
    }
}

static void refuses_what_is_no_record(void **state)
{
    (void)state;
    static const char *const broken[] = {"[1]", "{", "3"};
    for (size_t i = 0; i < ARRAY_LENGTH(broken); i++) {
        struct buffer out;
        struct error error = {0};
        bool begun = false;
        buffer_init(&out, 65536);
        assert_int_not_equal(
            record_patch(SV("/r"), sv_from(broken[i]), SV("{}"), SV(","), &begun, &out, &error),
            ST_OK);
        buffer_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_operations),
        cmocka_unit_test(refuses_what_is_no_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
