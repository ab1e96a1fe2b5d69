// SPDX-License-Identifier: Apache-2.0
// JSON in and out: the parser, documents, canonical bytes, name tables.
#include "formats/json_read.h"
#include "formats/json_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct fixture {
    struct name_table *names;
    struct document_builder builder;
    struct buffer out;
    struct error error;
    size_t offset;
};

static void begin(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    f->names = name_table_create();
    assert_non_null(f->names);
    document_builder_init(&f->builder);
    buffer_init(&f->out, (size_t)64 << 20);
}

static void finish(struct fixture *f)
{
    name_table_destroy(f->names);
    document_builder_release(&f->builder);
    buffer_release(&f->out);
}

static status parse(struct fixture *f, string_view text)
{
    error_clear(&f->error);
    return json_parse(text, false, f->names, &f->builder, &f->offset, &f->error);
}

static void assert_round_trip(const char *text, bool canonical, const char *expected)
{
    struct fixture f;
    begin(&f);
    // An exact copy, so that the sanitizer sees a read past the end.
    size_t length = strlen(text);
    char *copy = malloc(length > 0 ? length : 1);
    assert_non_null(copy);
    memcpy(copy, text, length);
    assert_int_equal(parse(&f, (string_view){copy, length}), ST_OK);
    struct document d = document_builder_finish(&f.builder);
    document_write_json(&d, f.names, canonical, &f.out);
    buffer_append_byte(&f.out, '\0');
    assert_string_equal(f.out.bytes, expected);
    free(copy);
    finish(&f);
}

static void test_values_come_back_as_they_came(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{}",
        "[]",
        "[[],{},[{}]]",
        "{\"a\":\"00123\"}",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        assert_round_trip(texts[i], false, texts[i]);
    }
    assert_round_trip("[1.50,-0,0e+5,1E400,123456789012345678901234567890]", false,
                      "[1.50,-0,0e+5,1E400,123456789012345678901234567890]");
    assert_round_trip(" { \"b\" : [ true , false , null ] , \"a\" : \"x\" } ", false,
                      "{\"b\":[true,false,null],\"a\":\"x\"}");
}

// Canonical bytes, docs/format.md: members by UTF-8 bytes at every level, shortest escapes.
static void test_canonical_bytes(void **state)
{
    (void)state;
    assert_round_trip("{\"b\":{\"z\":1,\"a\":2},\"a\":[{\"d\":1,\"c\":2}],\"B\":0,\"\xc3\xa9\":1}",
                      true,
                      "{\"B\":0,\"a\":[{\"c\":2,\"d\":1}],\"b\":{\"a\":2,\"z\":1},\"\xc3\xa9\":1}");
    assert_round_trip("\"\\u0001\\u001F\\/\\b\\f\\n\\r\\t\\\"\\\\\\u00e9\\ud83d\\ude00\\u007f\"",
                      true,
                      "\"\\u0001\\u001f/\\b\\f\\n\\r\\t\\\"\\\\\xc3\xa9\xf0\x9f\x98\x80\x7f\"");
}

static void test_canonical_order_of_many_members(void **state)
{
    (void)state;
    for (size_t count = 20; count <= 3000; count = count * 2 + 3) {
        struct fixture f;
        begin(&f);
        struct buffer text;
        buffer_init(&text, 1 << 20);
        buffer_append_byte(&text, '{');
        for (size_t i = 0; i < count; i++) {
            // 7919 is prime and larger than count, so every number comes once.
            buffer_print(&text, "%s\"n%04zu\":%zu", i == 0 ? "" : ",", i * 7919 % 4001 % 10000, i);
        }
        buffer_append_byte(&text, '}');
        assert_int_equal(parse(&f, buffer_view(&text)), ST_OK);
        struct document d = document_builder_finish(&f.builder);
        document_write_json(&d, f.names, true, &f.out);
        assert_false(f.out.failed);
        assert_int_equal(f.out.length, text.length);
        // Written again from its canonical form it is the same, and names only grow.
        struct fixture g;
        begin(&g);
        assert_int_equal(parse(&g, buffer_view(&f.out)), ST_OK);
        for (size_t i = 1; i < name_table_count(g.names); i++) {
            assert_true(sv_compare(name_table_get(g.names, (uint32_t)i - 1),
                                   name_table_get(g.names, (uint32_t)i)) < 0);
        }
        finish(&g);
        buffer_release(&text);
        finish(&f);
    }
}

static void test_bad_json_names_the_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t offset;
        const char *reason; // a part of it
    } cases[] = {
        {"", 0, "a value"},
        {"   ", 3, "a value"},
        {"{", 1, "a name"},
        {"[1,]", 3, "a value"},
        {"{\"a\":1,}", 7, "a name"},
        {"{\"a\" 1}", 5, "':'"},
        {"[1 2]", 3, "',' or ']'"},
        {"{\"a\":1 \"b\"}", 7, "',' or '}'"},
        {"1 2", 2, "the end"},
        {"01", 1, "leading zero"},
        {"-", 1, "a digit"},
        {"1.", 2, "a digit"},
        {"1e", 2, "a digit"},
        {"+1", 0, "a value"},
        {"NaN", 0, "a value"},
        {"'a'", 0, "a value"},
        {"\"a", 2, "not closed"},
        {"\"a\nb\"", 2, "escape"},
        {"\"\\x\"", 2, "escape"},
        {"\"\\u12\"", 3, "hexadecimal"},
        {"\"\\ud800\"", 7, "surrogate"},
        {"\"\\udc00\"", 7, "surrogate"},
        {"\"\\ud800\\u0041\"", 13, "surrogate"},
        {"\"\\u0000\"", 7, "NUL"},
        {"\"\xff\"", 3, "UTF-8"},
        {"\"\xc3\"", 3, "UTF-8"},
        {"{\"a\":1,\"b\":2,\"a\":3}", 19, "'a' occurs twice"},
        {"{\"a\":{\"a\":1},\"a\":3}", 19, "'a' occurs twice"},
        {"tru", 0, "a value"},
        {"// x\n1", 0, "a value"},
        {"\xef\xbb\xbf{}", 0, "0xEF"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct fixture f;
        begin(&f);
        assert_int_equal(parse(&f, sv_from(cases[i].text)), ST_BAD_DATA);
        if (strstr(f.error.message, cases[i].reason) == NULL || f.offset != cases[i].offset) {
            fail_msg("case %zu: at %zu: %s", i, f.offset, f.error.message);
        }
        finish(&f);
    }
}

static void test_a_nul_byte_is_refused(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    assert_int_equal(parse(&f, SV("\"a\0b\"")), ST_BAD_DATA);
    assert_int_equal(f.offset, 2);
    assert_int_equal(parse(&f, SV("\0")), ST_BAD_DATA);
    finish(&f);
}

static struct buffer repeated(const char *before, const char *unit, size_t count, const char *after)
{
    struct buffer text;
    buffer_init(&text, (size_t)64 << 20);
    buffer_append_view(&text, sv_from(before));
    for (size_t i = 0; i < count; i++) {
        buffer_append_view(&text, sv_from(unit));
    }
    buffer_append_view(&text, sv_from(after));
    assert_false(text.failed);
    return text;
}

// Rule A8: value 4 MiB, 10,000 elements a list, depth 32.
static void test_rule_a8_limits_of_a_record(void **state)
{
    (void)state;
    static const struct {
        const char *before, *unit;
        size_t count;
        const char *after;
        status expected;
    } cases[] = {
        {"", "[", 10000, "", ST_TOO_LARGE},
        {"", "{\"a\":", 10000, "1", ST_TOO_LARGE},
        {"\"", "x", LIMIT_VALUE_BYTES, "\"", ST_OK},
        {"\"", "x", LIMIT_VALUE_BYTES + 1, "\"", ST_TOO_LARGE},
        {"[0", ",0", LIMIT_LIST_ELEMENTS - 1, "]", ST_OK},
        {"[0", ",0", LIMIT_LIST_ELEMENTS, "]", ST_TOO_LARGE},
        {"[0", ",[]", 2000000, "]", ST_TOO_LARGE},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct fixture f;
        begin(&f);
        struct buffer text =
            repeated(cases[i].before, cases[i].unit, cases[i].count, cases[i].after);
        assert_int_equal(parse(&f, buffer_view(&text)), cases[i].expected);
        buffer_release(&text);
        finish(&f);
    }
    char deepest[2 * LIMIT_DEPTH + 1];
    memset(deepest, '[', LIMIT_DEPTH);
    memset(deepest + LIMIT_DEPTH, ']', LIMIT_DEPTH);
    deepest[2 * LIMIT_DEPTH] = '\0';
    assert_round_trip(deepest, true, deepest);
}

// Rule A8: 4,000 paths a table.
static void test_rule_a8_limit_of_names(void **state)
{
    (void)state;
    struct name_table *t = name_table_create();
    assert_non_null(t);
    char name[16];
    uint32_t number = 0;
    for (size_t i = 0; i < LIMIT_TABLE_PATHS; i++) {
        (void)snprintf(name, sizeof name, "%zx", i);
        assert_int_equal(name_table_add(t, sv_from(name), &number, NULL), ST_OK);
        assert_int_equal(number, i);
    }
    struct error e = {0};
    assert_int_equal(name_table_add(t, SV("one more"), &number, &e), ST_TOO_LARGE);
    assert_int_equal(name_table_add(t, SV("0"), &number, NULL), ST_OK);
    assert_int_equal(number, 0);
    assert_false(name_table_find(t, SV("one more"), &number));
    assert_true(name_table_find(t, SV("ff"), &number));
    assert_int_equal(number, 255);
    name_table_destroy(t);
}

static void test_names_are_cleaned_when_asked(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    assert_int_equal(json_parse(SV("{\" a\\u0001b \":1,\"\":2}"), true, f.names, &f.builder,
                                &f.offset, &f.error),
                     ST_OK);
    struct document d = document_builder_finish(&f.builder);
    document_write_json(&d, f.names, false, &f.out);
    assert_true(sv_equal(buffer_view(&f.out), SV("{\"ab\":1,\"column 1\":2}")));
    uint32_t name = 0;
    assert_true(name_table_find(f.names, SV("ab"), &name));
    const struct node *member = document_member(&d, name);
    assert_non_null(member);
    assert_true(sv_equal(member->text, SV("1")));
    finish(&f);
}

static void test_locate(void **state)
{
    (void)state;
    uint64_t line = 0;
    uint64_t column = 0;
    json_locate(SV("a\n\xc3\xa9xy"), 5, &line, &column);
    assert_int_equal(line, 2);
    assert_int_equal(column, 3);
    json_locate(SV("a"), 0, &line, &column);
    assert_int_equal(line, 1);
    assert_int_equal(column, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_come_back_as_they_came),
        cmocka_unit_test(test_canonical_bytes),
        cmocka_unit_test(test_canonical_order_of_many_members),
        cmocka_unit_test(test_bad_json_names_the_place),
        cmocka_unit_test(test_a_nul_byte_is_refused),
        cmocka_unit_test(test_rule_a8_limits_of_a_record),
        cmocka_unit_test(test_rule_a8_limit_of_names),
        cmocka_unit_test(test_names_are_cleaned_when_asked),
        cmocka_unit_test(test_locate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
