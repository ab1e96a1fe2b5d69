// SPDX-License-Identifier: Apache-2.0
// Texts in XML: what must be a reference, what no XML can hold; numbers of degrees.
#include "formats/xml_write.h"
#include "query/row_points.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void writes(const char *text, size_t length, const char *wanted)
{
    struct buffer out;
    buffer_init(&out, 1000);
    xml_write_text(&out, (string_view){text, length});
    buffer_append_byte(&out, '\0');
    assert_false(out.failed);
    assert_string_equal(out.bytes, wanted);
    buffer_release(&out);
}

static void refers_to_what_has_a_meaning(void **state)
{
    (void)state;
    writes("", 0, "");
    writes("plain \xC3\xBC", 8, "plain \xC3\xBC");
    writes("<a b=\"c\">&amp;]]>", 17, "&lt;a b=&quot;c&quot;&gt;&amp;amp;]]&gt;");
    writes("a\tb\nc\rd", 7, "a\tb\nc&#13;d");
}

static void replaces_what_no_xml_can_hold(void **state)
{
    (void)state;
    writes("a\0b\x1F", 4,
           "a\xEF\xBF\xBD"
           "b\xEF\xBF\xBD");
    writes("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", 9, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    writes("\xEF\xBF", 2, "\xEF\xBF"); // cut short: nothing behind it is read
}

static void writes_degrees(void **state)
{
    static const struct {
        int32_t degrees;
        const char *text;
    } cases[] = {{0, "0"},
                 {1, "0.0000001"},
                 {-1, "-0.0000001"},
                 {599100000, "59.91"},
                 {-1800000000, "-180"},
                 {-1799999999, "-179.9999999"},
                 {INT32_MIN, "-214.7483648"}};
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct buffer out;
        buffer_init(&out, 100);
        write_degrees(&out, cases[i].degrees);
        buffer_append_byte(&out, '\0');
        assert_string_equal(out.bytes, cases[i].text);
        buffer_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refers_to_what_has_a_meaning),
        cmocka_unit_test(replaces_what_no_xml_can_hold),
        cmocka_unit_test(writes_degrees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
