// SPDX-License-Identifier: Apache-2.0
// Texts that would turn what stands beside them stay within an isolate.
#include "base/bidi.h"

#include "base/array.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define RLO  "\xe2\x80\xae"
#define RLI  "\xe2\x81\xa7"
#define FSI  "\xe2\x81\xa8"
#define PDI  "\xe2\x81\xa9"
#define NEL  "\xc2\x85"
#define PARA "\xe2\x80\xa9"
#define LINE "\xe2\x80\xa8"
#define GONE "\xef\xbf\xbd"

static const struct {
    const char *text;
    const char *contained;
} texts[] = {
    {"", ""},
    {"Turdus", "Turdus"},
    {RLO "abc", RLO "abc"},
    {PDI RLO "abc", GONE RLO "abc"},
    {RLO "abc" RLI, RLO "abc" RLI PDI},
    {FSI RLO "a" PDI "b", FSI RLO "a" PDI "b"},
    {FSI RLI "a" PDI "b" PDI PDI "c", FSI RLI "a" PDI "b" PDI GONE "c"},
    {"a" PARA RLO "b" NEL "c" LINE "d", "a" GONE RLO "b" GONE "c" LINE "d"},
    {RLI FSI RLO, RLI FSI RLO PDI PDI},
};

static void test_what_would_end_an_isolate_is_gone(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        struct buffer out;
        buffer_init(&out, 1024);
        bidi_contain(&out, sv_from(texts[i].text));
        assert_true(sv_equal(buffer_view(&out), sv_from(texts[i].contained)));
        buffer_release(&out);
    }
}

static void test_isolates_in_longer_texts(void **unused)
{
    (void)unused;
    struct arena arena;
    arena_init(&arena, 0);
    string_view plain = SV("Abc \xc3\xbc");
    assert_ptr_equal(bidi_isolate(&arena, plain).bytes, plain.bytes);
    assert_true(sv_equal(bidi_isolate(&arena, SV("\xd7\x90")), SV(FSI "\xd7\x90" PDI)));
    assert_true(
        sv_equal(bidi_isolate(&arena, SV(PDI RLO "a" RLI)), SV(FSI GONE RLO "a" RLI PDI PDI)));
    arena_release(&arena);
}

// Whatever stands in it: every pop has its initiator, every initiator its pop, and no paragraph
// ends.
static void test_any_text_is_contained(void **unused)
{
    static const char *const parts[] = {RLO, RLI, FSI, PDI, NEL, PARA, "a", "\xd7\x90", "\xff"};
    (void)unused;
    for (unsigned seed = 0; seed < 20000; seed++) {
        struct buffer text;
        struct buffer out;
        unsigned chance = seed * 2654435761u;
        buffer_init(&text, 256);
        buffer_init(&out, 512);
        for (unsigned i = 0; i < seed % 12; i++) {
            chance = chance * 1103515245u + 12345u;
            buffer_append_view(&text, sv_from(parts[(chance >> 16) % ARRAY_LENGTH(parts)]));
        }
        bidi_contain(&out, buffer_view(&text));
        assert_false(out.failed);
        long open = 0;
        for (size_t at = 0; at < out.length;) {
            int32_t c = utf8_next(buffer_view(&out), &at);
            assert_true(c != 0x2029 && c != 0x85);
            open += c >= 0x2066 && c <= 0x2068;
            open -= c == 0x2069;
            assert_true(open >= 0);
        }
        assert_int_equal(open, 0);
        buffer_release(&text);
        buffer_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_would_end_an_isolate_is_gone),
        cmocka_unit_test(test_isolates_in_longer_texts),
        cmocka_unit_test(test_any_text_is_contained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
