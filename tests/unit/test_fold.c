// SPDX-License-Identifier: Apache-2.0
// The folded forms: chosen examples in many scripts, and libutf8proc as the oracle of the case
// form.
#include "base/fold.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#ifdef HAVE_UTF8PROC
#include <utf8proc.h>
#endif

#define FORM_SIZE (1 << 20)

static struct buffer form_buffers[4];

static string_view form_of(string_view text, bool full, int which)
{
    struct buffer *b = &form_buffers[which];
    buffer_clear(b);
    if (full) {
        fold_full(text, b);
    } else {
        fold_case(text, b);
    }
    assert_false(b->failed);
    return buffer_view(b);
}

static void assert_form(const char *text, bool full, const char *expected)
{
    string_view found = form_of(sv_from(text), full, 0);
    if (!sv_equal(found, sv_from(expected))) {
        fail_msg("%s form of '%s' is '" SV_FORMAT "', not '%s'", full ? "folded" : "case", text,
                 SV_ARGUMENT(found), expected);
    }
}

static void test_forms_of_examples(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        const char *case_form;
        const char *full_form;
    } examples[] = {
        {"", "", ""},
        {"Panthera leo (Linnaeus, 1758)", "panthera leo (linnaeus, 1758)",
         "panthera leo (linnaeus, 1758)"},
        {"@AZ[`az{ 0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ",
         "@az[`az{ 0123456789 abcdefghijklmnopqrstuvwxyz",
         "@az[`az{ 0123456789 abcdefghijklmnopqrstuvwxyz"},
        // Latin
        {"Übersee", "übersee", "ubersee"},
        {"Straße STRASSE", "strasse strasse", "strasse strasse"},
        {"Linné", "linné", "linne"},
        {"Linne\u0301", "linné", "linne"},
        {"e\u0323\u0302", "ệ", "e"},
        {"e\u0302\u0323", "ệ", "e"},
        {"Søren Ærø", "søren ærø", "soren aero"},
        {"Łódź", "łódź", "lodz"},
        {"Þórður", "þórður", "thordur"},
        {"Œuvre", "œuvre", "oeuvre"},
        {"Ħal Ŋ ŧ ĸ", "ħal ŋ ŧ ĸ", "hal n t k"},
        {"İstanbul ısı", "i\u0307stanbul ısı", "istanbul isi"},
        {"ﬁ ﬂ Å K ½", "fi fl å k 1\u20442", "fi fl a k 1\u20442"},
        {"Hawaiʻi", "hawaiʻi", "hawaii"},
        {"Gəncə", "gəncə", "ganca"},
        // Vietnamese
        {"Nguyễn Đức Thuận", "nguyễn đức thuận", "nguyen duc thuan"},
        {"ƯƠNG u\u031b\u0323", "ương ự", "uong u"},
        // Greek: final sigma, iota below, tonos
        {"ΟΔΥΣΣΕΎΣ", "οδυσσεύσ", "οδυσσευσ"},
        {"Ὀδυσσεύς", "ὀδυσσεύσ", "οδυσσευσ"},
        {"ᾳ ᾼ", "αι αι", "αι αι"},
        // Cyrillic
        {"Чёрный Йод", "чёрный йод", "черныи иод"},
        {"Қазақстан Ґ", "қазақстан ґ", "казакстан г"},
        // Armenian, Georgian, Cherokee have case too
        {"ԱԲ", "աբ", "աբ"},
        {"Ა", "ა", "ა"},
        // Hebrew points and Arabic harakat
        {"שָׁלוֹם", "שָׁלוֹם", "שלום"},
        {"مُحَمَّد", "مُحَمَّد", "محمد"},
        {"أحمد ﻻ", "أحمد لا", "احمد لا"},
        {"کتابی", "کتابی", "كتابي"},
        // Han, kana, Hangul: width, no marks lost
        {"標本 ﾎﾞﾀﾝ ＡＢＣ", "標本 ボタン abc", "標本 ボタン abc"},
        {"か\u3099ハ\u309a", "がパ", "がパ"},
        {"한국 \u1112\u1161\u11ab", "한국 한", "한국 한"},
        {"\u1112\u1161", "하", "하"},
        {"가\u11a8", "각", "각"},
        // Devanagari and Thai keep their vowel signs
        {"हिन्दी", "हिन्दी", "हिन्दी"},
        {"ที่", "ที่", "ที่"},
        {"\u0915\u093c", "\u0915\u093c", "\u0915\u093c"},
        {"\u0958", "\u0915\u093c", "\u0915\u093c"},
        {"\u09c7\u09be", "\u09cb", "\u09cb"}, // a starter that composes backward
        // Left out: soft hyphen, joiners, variation selectors; and they do not stand between
        {"a\u00adb\u200d\ufe0fc", "abc", "abc"},
        {"e\u00ad\u0301", "é", "e"},
        {"\u00ad\u0301", "\u0301", ""},
        {"\u0301", "\u0301", ""},
        // Beyond the basic plane
        {"𝐇𝐞𝐥𝐥𝐨 𐐀", "hello 𐐨", "hello 𐐨"},
        {"\U0001f98b", "\U0001f98b", "\U0001f98b"},
        {"\U000e0041x\U000e0fff", "x", "x"},
        // Malformed bytes stay and stand between
        {"\xff"
         "A\xc3",
         "\xff"
         "a\xc3",
         "\xff"
         "a\xc3"},
        {"e\xed\xa0\x80\u0301", "e\xed\xa0\x80\u0301", "e\xed\xa0\x80"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        assert_form(examples[i].text, false, examples[i].case_form);
        assert_form(examples[i].text, true, examples[i].full_form);
    }
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

// A character from the places where something happens.
static uint32_t interesting_character(uint64_t *state)
{
    static const struct {
        uint32_t first;
        uint32_t last;
    } places[] = {
        {0x20, 0x7e},       {0x20, 0x7e},       {0xa0, 0x24f},      {0x250, 0x36f},
        {0x300, 0x345},     {0x370, 0x52f},     {0x591, 0x6ff},     {0x900, 0xdff},
        {0xe00, 0xfff},     {0x1000, 0x11ff},   {0x1780, 0x17ff},   {0x1b00, 0x1bff},
        {0x1dc0, 0x1fff},   {0x200b, 0x206f},   {0x20d0, 0x2bff},   {0x3041, 0x30ff},
        {0x4e00, 0x4e40},   {0xac00, 0xac60},   {0xa640, 0xa7ff},   {0xf900, 0xfaff},
        {0xfb00, 0xfffd},   {0x10400, 0x10450}, {0x11000, 0x113ff}, {0x1d160, 0x1d1ff},
        {0x1d400, 0x1d7ff}, {0x2f800, 0x2fa1d},
    };
    size_t place = next_random(state) % ARRAY_LENGTH(places);
    uint32_t span = places[place].last - places[place].first + 1;
    return places[place].first + (uint32_t)(next_random(state) % span);
}

static string_view random_text(uint64_t *state, struct buffer *out, size_t most)
{
    buffer_clear(out);
    size_t count = next_random(state) % (most + 1);
    for (size_t i = 0; i < count; i++) {
        utf8_append(out, interesting_character(state));
    }
    return buffer_view(out);
}

static void test_folding_twice_changes_nothing(void **unused)
{
    (void)unused;
    struct buffer text;
    uint64_t state = 42;
    buffer_init(&text, FORM_SIZE);
    for (int i = 0; i < 100000; i++) {
        string_view source = random_text(&state, &text, 12);
        string_view case_form = form_of(source, false, 0);
        assert_true(sv_equal(case_form, form_of(case_form, false, 1)));
        string_view full_form = form_of(source, true, 2);
        assert_true(sv_equal(full_form, form_of(full_form, true, 3)));
        assert_true(sv_equal(full_form, form_of(case_form, true, 3)));
        assert_true(full_form.length <= 11 * source.length);
        assert_true(case_form.length <= 11 * source.length);
        assert_int_equal(utf8_check(full_form), full_form.length);
    }
    buffer_release(&text);
}

static int sign(int order)
{
    return (order > 0) - (order < 0);
}

static int compare_by_forms(string_view a, string_view b)
{
    int order = sv_compare(form_of(a, true, 0), form_of(b, true, 1));
    if (order == 0) {
        order = sv_compare(form_of(a, false, 0), form_of(b, false, 1));
    }
    return sign(order != 0 ? order : sv_compare(a, b));
}

static void assert_comparisons(string_view a, string_view b)
{
    int expected = compare_by_forms(a, b);
    assert_int_equal(sign(fold_compare(a, b)), expected);
    assert_int_equal(sign(fold_compare(b, a)), -expected);
    bool equal = sv_equal(form_of(a, false, 0), form_of(b, false, 1));
    assert_int_equal(fold_case_equal(a, b), equal);
    assert_int_equal(fold_case_equal(b, a), equal);
}

static void test_comparing_agrees_with_the_forms(void **unused)
{
    (void)unused;
    static const char *const texts[] = {
        "",
        "a",
        "A",
        "á",
        "a\u0301",
        "Á",
        "ab",
        "áb",
        "a\u00ad",
        "a\u00adb",
        "e\u0302\u0323",
        "e\u0323\u0302",
        "ệ",
        "Panthera leo",
        "panthera LEO",
        "Panthera leone",
        "Panthera léo",
        "strasse",
        "Straße",
        "STRASSE",
        "Zoë",
        "zoe",
        "Zoe",
        "zof",
        "\u0301",
        "\xff",
        "a\xff",
        "가",
        "\u1100\u1161",
        "가\u11a8",
        "각",
        "ａ",
        "12345678",
        "123456789",
        "1234567é",
        "1234567e\u0301",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        for (size_t k = 0; k < ARRAY_LENGTH(texts); k++) {
            assert_comparisons(sv_from(texts[i]), sv_from(texts[k]));
        }
    }
    struct buffer a;
    struct buffer b;
    uint64_t state = 4711;
    buffer_init(&a, FORM_SIZE);
    buffer_init(&b, FORM_SIZE);
    for (int i = 0; i < 50000; i++) {
        (void)random_text(&state, &a, 10);
        buffer_clear(&b);
        buffer_append_view(&b, buffer_view(&a));
        // The same beginning, and an end of its own.
        size_t shared = a.length == 0 ? 0 : next_random(&state) % a.length;
        b.length = shared;
        utf8_append(&b, interesting_character(&state));
        buffer_append(&b, a.bytes + shared, next_random(&state) % (a.length - shared + 1));
        assert_comparisons(buffer_view(&a), buffer_view(&b));
    }
    buffer_release(&a);
    buffer_release(&b);
}

static void test_equality_ignores_case_and_counts_accents_rule_C1(void **unused)
{
    (void)unused;
    assert_true(fold_case_equal(SV("HOLOTYPE"), SV("holotype")));
    assert_true(fold_case_equal(SV("É"), SV("e\u0301")));
    assert_true(fold_case_equal(SV("ΣΊΣΥΦΟΣ"), SV("σίσυφος")));
    assert_false(fold_case_equal(SV("Müller"), SV("Muller")));
    assert_false(fold_case_equal(SV("holotype"), SV("holotype ")));
    assert_false(fold_case_equal(SV("e"), SV("e\u0301")));
}

static void test_order_of_names(void **unused)
{
    (void)unused;
    static const char *const ordered[] = {"1",      "a",      "Abel",   "Äbel",    "abelia",
                                          "Muller", "Müller", "müller", "Mullera", "Ørsted",
                                          "Osram",  "zebra",  "Αθήνα",  "Яна",     "標本"};
    for (size_t i = 1; i < ARRAY_LENGTH(ordered); i++) {
        assert_true(fold_compare(sv_from(ordered[i - 1]), sv_from(ordered[i])) < 0);
        assert_true(fold_compare(sv_from(ordered[i]), sv_from(ordered[i - 1])) > 0);
    }
}

// Under the address sanitizer this also shows that nothing behind the end is read.
static void test_malformed_bytes_are_never_read_past(void **unused)
{
    (void)unused;
    uint64_t state = 99;
    for (int i = 0; i < 50000; i++) {
        size_t length = next_random(&state) % 24;
        char *bytes = malloc(MAX(length, (size_t)1));
        assert_non_null(bytes);
        for (size_t k = 0; k < length; k++) {
            static const unsigned char often[] = {0xc3, 0xe1, 0xf0, 0xa9, 0x80, 0xcc, 0x81, 'A'};
            uint64_t r = next_random(&state);
            bytes[k] = (char)(r % 3 == 0 ? (unsigned char)(r >> 8) : often[(r >> 8) % 8]);
        }
        string_view text = {bytes, length};
        (void)form_of(text, false, 0);
        (void)form_of(text, true, 1);
        assert_int_equal(fold_compare(text, text), 0);
        assert_comparisons(text, sv_slice(text, length / 2, length));
        free(bytes);
    }
}

static void test_long_texts_fold_as_their_parts(void **unused)
{
    (void)unused;
    struct buffer text;
    struct buffer expected;
    buffer_init(&text, FORM_SIZE);
    buffer_init(&expected, FORM_SIZE);
    uint64_t state = 5;
    for (int i = 0; i < 20000; i++) {
        static const char *const words[][2] = {
            {"Felis ", "felis "},
            {"Zoë ", "zoë "},
            {"e\u0301\u0323", "ẹ\u0301"},
            {"標本", "標本"},
            {"\u00ad", ""},
            {"ABCDEFGHIJKLMNOPQRST", "abcdefghijklmnopqrst"},
        };
        size_t word = next_random(&state) % ARRAY_LENGTH(words);
        buffer_append_view(&text, sv_from(words[word][0]));
        buffer_append_view(&expected, sv_from(words[word][1]));
    }
    assert_true(sv_equal(form_of(buffer_view(&text), false, 0), buffer_view(&expected)));
    // A run of marks without end is cut somewhere, but not refused and not slow.
    buffer_clear(&text);
    for (int i = 0; i < 100000; i++) {
        buffer_append_view(&text, i % 2 == 0 ? SV("\u0301") : SV("\u0323"));
    }
    assert_int_equal(form_of(buffer_view(&text), false, 0).length, text.length);
    assert_int_equal(form_of(buffer_view(&text), true, 0).length, 0);
    buffer_release(&text);
    buffer_release(&expected);
}

static void test_classes(void **unused)
{
    (void)unused;
    static const struct {
        uint32_t character;
        enum fold_class class;
    } examples[] = {
        {'a', FOLD_LETTER},     {'Z', FOLD_LETTER},       {'0', FOLD_DIGIT},
        {' ', FOLD_OTHER},      {'-', FOLD_OTHER},        {0xe9, FOLD_LETTER},
        {0x301, FOLD_LETTER},   {0x3b1, FOLD_LETTER},     {0x4e00, FOLD_PAIRED},
        {0x3042, FOLD_PAIRED},  {0x30fc, FOLD_PAIRED},    {0x30fb, FOLD_OTHER},
        {0xac00, FOLD_LETTER},  {0xe01, FOLD_PAIRED},     {0xe34, FOLD_PAIRED},
        {0x661, FOLD_DIGIT},    {0xd7, FOLD_OTHER},       {0x2642, FOLD_OTHER},
        {0x20000, FOLD_PAIRED}, {0x10ffff, FOLD_OTHER},   {0x93f, FOLD_LETTER},
        {0x110000, FOLD_OTHER}, {UINT32_MAX, FOLD_OTHER},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        assert_int_equal(fold_class_of(examples[i].character), examples[i].class);
    }
    assert_string_equal(fold_unicode_version, "15.0");
}

#ifdef HAVE_UTF8PROC

static bool oracle_knows_our_unicode(void)
{
    return strncmp(utf8proc_unicode_version(), fold_unicode_version,
                   strlen(fold_unicode_version)) == 0;
}

static void assert_as_oracle(string_view text)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t length = utf8proc_map(
        (const utf8proc_uint8_t *)text.bytes, (utf8proc_ssize_t)text.length, &mapped,
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    assert_true(length >= 0);
    string_view expected = {(const char *)mapped, (size_t)length};
    string_view found = form_of(text, false, 0);
    if (!sv_equal(found, expected)) {
        fail_msg("case form of '" SV_FORMAT "' is '" SV_FORMAT "', not '" SV_FORMAT "'",
                 SV_ARGUMENT(text), SV_ARGUMENT(found), SV_ARGUMENT(expected));
    }
    free(mapped);
}

static void test_case_form_of_every_character(void **unused)
{
    (void)unused;
    if (!oracle_knows_our_unicode()) {
        print_message("libutf8proc has another version of Unicode\n");
        skip();
    }
    for (uint32_t c = 0; c < 0x110000; c++) {
        bool is_assigned = utf8proc_category((int32_t)c) != UTF8PROC_CATEGORY_CN;
        if ((c >= 0xd800 && c <= 0xdfff) || (!is_assigned && c > 0x323af && c < 0xf0000) ||
            (!is_assigned && (c == 0x2065 || (c >= 0xfff0 && c <= 0xfff8)))) {
            continue; // left out by their blocks, of which the oracle knows nothing
        }
        char bytes[4];
        assert_as_oracle((string_view){bytes, utf8_encode(c, bytes)});
    }
}

static void test_case_form_of_random_texts(void **unused)
{
    (void)unused;
    if (!oracle_knows_our_unicode()) {
        print_message("libutf8proc has another version of Unicode\n");
        skip();
    }
    struct buffer text;
    uint64_t state = 1758;
    buffer_init(&text, FORM_SIZE);
    for (int i = 0; i < 200000; i++) {
        string_view source = random_text(&state, &text, 10);
        bool oracle_errs = false;
        for (size_t at = 0; at < source.length;) {
            // Characters it does not know to be ignorable; and it takes U+11A7, the place before
            // the first, for a Hangul final consonant.
            int32_t c = utf8_next(source, &at);
            oracle_errs = oracle_errs || c == 0x2065 || (c >= 0xfff0 && c <= 0xfff8) || c == 0x11a7;
        }
        if (!oracle_errs) {
            assert_as_oracle(source);
        }
    }
    buffer_release(&text);
}

static void test_decomposed_input_has_the_same_forms(void **unused)
{
    (void)unused;
    for (uint32_t c = 0; c < 0x110000; c++) {
        if ((c >= 0xd800 && c <= 0xdfff) || utf8proc_category((int32_t)c) == UTF8PROC_CATEGORY_CN) {
            continue;
        }
        char bytes[4];
        string_view text = {bytes, utf8_encode(c, bytes)};
        utf8proc_uint8_t *mapped = NULL;
        utf8proc_ssize_t length =
            utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)text.length, &mapped,
                         UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
        assert_true(length > 0);
        string_view decomposed = {(const char *)mapped, (size_t)length};
        assert_true(fold_case_equal(text, decomposed));
        assert_true(sv_equal(form_of(text, true, 0), form_of(decomposed, true, 1)));
        free(mapped);
    }
}

#endif

static int make_buffers(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < ARRAY_LENGTH(form_buffers); i++) {
        buffer_init(&form_buffers[i], FORM_SIZE);
    }
    return 0;
}

static int release_buffers(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < ARRAY_LENGTH(form_buffers); i++) {
        buffer_release(&form_buffers[i]);
    }
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_of_examples),
        cmocka_unit_test(test_folding_twice_changes_nothing),
        cmocka_unit_test(test_comparing_agrees_with_the_forms),
        cmocka_unit_test(test_equality_ignores_case_and_counts_accents_rule_C1),
        cmocka_unit_test(test_order_of_names),
        cmocka_unit_test(test_malformed_bytes_are_never_read_past),
        cmocka_unit_test(test_long_texts_fold_as_their_parts),
        cmocka_unit_test(test_classes),
#ifdef HAVE_UTF8PROC
        cmocka_unit_test(test_case_form_of_every_character),
        cmocka_unit_test(test_case_form_of_random_texts),
        cmocka_unit_test(test_decomposed_input_has_the_same_forms),
#endif
    };
    return cmocka_run_group_tests(tests, make_buffers, release_buffers);
}
