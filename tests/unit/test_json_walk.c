// SPDX-License-Identifier: Apache-2.0
// Walking over JSON of our own writing.
#include "formats/json_walk.h"

#include "support/views.h"

// Every member as name=value; of a list the values alone.
static string_view walked(struct buffer *out, const char *json)
{
    struct json_walk walk = json_walk_into(sv_from(json));
    string_view name;
    string_view value;
    buffer_clear(out);
    while (json_walk_next(&walk, &name, &value)) {
        buffer_append_view(out, name);
        buffer_append_byte(out, '=');
        buffer_append_view(out, value);
        buffer_append_byte(out, ';');
    }
    return buffer_view(out);
}

static void members_and_elements_come_in_order(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 4096);
    assert_view(walked(&out, "{}"), "");
    assert_view(walked(&out, "[]"), "");
    assert_view(walked(&out, "\"text\""), "");
    assert_view(walked(&out, ""), "");
    assert_view(walked(&out, "{\"a\":1,\"b\":\"x,}\",\"c\":null}"), "a=1;b=\"x,}\";c=null;");
    assert_view(walked(&out, "{\"a\":{\"b\":[1,{}]},\"c\\\"d\":[[\"]\"]]}"),
                "a={\"b\":[1,{}]};c\\\"d=[[\"]\"]];");
    assert_view(walked(&out, "[1.5,\"a:b\",{\"c\":[]},[],true]"),
                "=1.5;=\"a:b\";={\"c\":[]};=[];=true;");
    buffer_release(&out);
}

// Nothing is read behind the end, whatever is missing.
static void cut_texts_end(void **state)
{
    (void)state;
    static const char whole[] = "{\"a\\\\\":[\"b\\\"\",{\"c\":\"\\u0001\"}],\"d\":-1}";
    struct buffer out;
    buffer_init(&out, 4096);
    for (size_t length = 0; length < sizeof whole; length++) {
        struct json_walk walk = json_walk_into((string_view){whole, length});
        string_view name;
        string_view value;
        for (size_t i = 0; i < 10 && json_walk_next(&walk, &name, &value); i++) {
            json_write_unescaped(&out, value);
        }
    }
    assert_true(buffer_check(&out, "texts", &(struct error){0}) == ST_OK);
    buffer_release(&out);
}

static void escapes_are_undone(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 4096);
    json_write_unescaped(&out, SV("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u001fz\""));
    assert_view(buffer_view(&out), "a\"\\/\b\f\n\r\t\x01\x1fz");
    buffer_clear(&out);
    json_write_unescaped(&out, SV("12.50"));
    assert_view(buffer_view(&out), "12.50");
    buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_and_elements_come_in_order),
        cmocka_unit_test(cut_texts_end),
        cmocka_unit_test(escapes_are_undone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
