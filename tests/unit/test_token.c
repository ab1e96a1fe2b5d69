// SPDX-License-Identifier: Apache-2.0
// How text is cut into search tokens.
#include "store/token.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

// Tokens joined by '|'; a code has '#' before it, a whole value '='.
static void describe(const struct token_cutter *c, struct buffer *out)
{
    buffer_clear(out);
    for (size_t i = 0; i < c->count; i++) {
        buffer_append_view(out, i == 0 ? SV("") : SV("|"));
        buffer_append_view(out, c->tokens[i].is_whole ? SV("=") : SV(""));
        buffer_append_view(out, c->tokens[i].is_code ? SV("#") : SV(""));
        buffer_append_view(out, c->tokens[i].text);
    }
}

static void test_cuts_text_into_tokens(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        const char *tokens;
    } examples[] = {
        {"", ""},
        {"   \t\n", ""},
        {"--- ... !", ""},
        {"Panthera leo", "panthera|leo"},
        {"Felidae", "=felidae"},
        {"Felidae ", "felidae"},
        {"Panthera leo (Linnaeus, 1758)", "panthera|leo|linnaeus|#1758"},
        {"Løvenørn, Étang-de-Berre", "lovenorn|etang|de|berre"},
        {"O'Brien & O’Brien", "o|brien|o|brien"},
        // Codes
        {"NHMUK 1850.3.4.5", "nhmuk|#1850.3.4.5"},
        {"BMNH(E)1234567", "bmnh|e|#1234567"},
        {"BM-0001234", "=#bm-0001234"},
        {"no. #12345.", "no|#12345"},
        {"-33.5", "#33.5"},
        {"2f3a7c4e-1b2d-4c5e-8f90-123456789ABC", "=#2f3a7c4e-1b2d-4c5e-8f90-123456789abc"},
        {"see http://x.org/a?b=1&c=d, there", "see|#http://x.org/a?b=1&c=d|there"},
        {"http://x.org/a", "http|x|org|a"},
        {"2007-11-13/15", "=#2007-11-13/15"},
        {"\"sex\":\"male\",\"age\":3", "sex|male|age|#3"},
        {"51°30′N", "#51|#30|n"},
        {"1850–1900", "#1850|#1900"},
        {"abc1", "=#abc1"},
        {"abc-de1-fg x", "#abc-de1-fg|x"},
        {"\u0661\u0662", "=#\u0661\u0662"},
        // Scripts without spaces
        {"標本", "=標本"},
        {"国立科学博物館", "国立|立科|科学|学博|博物|物館"},
        {"木", "=木"},
        {"2007年11月13日に採集", "#2007|年|#11|月|#13|日に|に採|採集"},
        {"ﾎﾞﾀﾝ", "ボタ|タン"},
        {"ABC標本x", "abc|標本|x"},
        {"木、草", "木|草"},
        {"ที่", "ที|ี่"},
        // Scripts with spaces
        {"Зоологический институт", "зоологическии|институт"},
        {"한국 표본", "한국|표본"},
        {"हिन्दी", "=हिन्दी"},
        {"مُحَمَّد", "=محمد"},
        // Malformed bytes cut
        {"ab\xff"
         "cd\xc3",
         "ab|cd"},
    };
    struct token_cutter c;
    struct buffer found;
    struct error e = {0};
    token_cutter_init(&c);
    buffer_init(&found, 1 << 20);
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        assert_int_equal(token_cut(&c, sv_from(examples[i].text), &e), ST_OK);
        describe(&c, &found);
        if (!sv_equal(buffer_view(&found), sv_from(examples[i].tokens))) {
            fail_msg("'%s' is cut into '" SV_FORMAT "', not '%s'", examples[i].text,
                     SV_ARGUMENT(buffer_view(&found)), examples[i].tokens);
        }
    }
    buffer_release(&found);
    token_cutter_release(&c);
}

static void test_long_tokens_keep_128_bytes(void **unused)
{
    (void)unused;
    struct token_cutter c;
    struct error e = {0};
    struct buffer text;
    token_cutter_init(&c);
    buffer_init(&text, 1 << 20);
    for (int i = 0; i < 127; i++) {
        buffer_append_byte(&text, 'a');
    }
    buffer_append_view(&text, SV("\u0434\u0434\u0434")); // two bytes each: the cut falls into one
    assert_int_equal(token_cut(&c, buffer_view(&text), &e), ST_OK);
    assert_int_equal(c.count, 1);
    assert_int_equal(c.tokens[0].text.length, 127);
    assert_false(c.tokens[0].is_whole);
    buffer_clear(&text);
    for (int i = 0; i < 128; i++) {
        buffer_append_byte(&text, '7');
    }
    assert_int_equal(token_cut(&c, buffer_view(&text), &e), ST_OK);
    assert_true(c.tokens[0].is_whole);
    buffer_append_byte(&text, '7');
    assert_int_equal(token_cut(&c, buffer_view(&text), &e), ST_OK);
    assert_int_equal(c.count, 1);
    assert_int_equal(c.tokens[0].text.length, 128);
    assert_false(c.tokens[0].is_whole);
    buffer_release(&text);
    token_cutter_release(&c);
}

// Asking cuts as indexing does, so folded tokens must cut into themselves.
static void test_tokens_cut_into_themselves(void **unused)
{
    (void)unused;
    static const char *const alphabet[] = {
        "a", "B", "é", "e\u0301", "1",      "\u0661", "木", "ハ", "\u3099", "-",
        "/", " ", ",", "\u00ad",  "\u0e35", "\xff",   "한", "ß",  ".",      "'"};
    struct token_cutter c;
    struct token_cutter again;
    struct error e = {0};
    struct buffer text;
    uint64_t state = 17;
    token_cutter_init(&c);
    token_cutter_init(&again);
    buffer_init(&text, 1 << 20);
    for (int i = 0; i < 50000; i++) {
        buffer_clear(&text);
        for (int k = 0; k < 8; k++) {
            state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
            buffer_append_view(&text, sv_from(alphabet[(state >> 33) % ARRAY_LENGTH(alphabet)]));
        }
        assert_int_equal(token_cut(&c, buffer_view(&text), &e), ST_OK);
        for (size_t k = 0; k < c.count; k++) {
            assert_true(c.tokens[k].text.length > 0);
            assert_int_equal(token_cut(&again, c.tokens[k].text, &e), ST_OK);
            assert_int_equal(again.count, 1);
            assert_true(sv_equal(again.tokens[0].text, c.tokens[k].text));
            assert_int_equal(again.tokens[0].is_code, c.tokens[k].is_code);
            assert_true(again.tokens[0].is_whole);
        }
    }
    buffer_release(&text);
    token_cutter_release(&c);
    token_cutter_release(&again);
}

static void test_counts_what_it_would_cut(void **unused)
{
    (void)unused;
    static const char alphabet[] = " ,;('-./:aBcZ129_";
    struct token_cutter c;
    struct error e = {0};
    uint64_t state = 7;
    size_t count = 0;
    token_cutter_init(&c);
    for (int i = 0; i < 50000; i++) {
        char text[12];
        size_t length = (size_t)i % sizeof text;
        for (size_t k = 0; k < length; k++) {
            state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
            text[k] = alphabet[(state >> 33) % (sizeof alphabet - 1)];
        }
        assert_int_equal(token_cut(&c, (string_view){text, length}, &e), ST_OK);
        assert_true(token_count_ascii((string_view){text, length}, &count));
        assert_int_equal(count, c.count);
    }
    assert_false(token_count_ascii(SV("Bienenk\xc3\xb6nigin"), &count));
    token_cutter_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cuts_text_into_tokens),
        cmocka_unit_test(test_long_tokens_keep_128_bytes),
        cmocka_unit_test(test_tokens_cut_into_themselves),
        cmocka_unit_test(test_counts_what_it_would_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
