// SPDX-License-Identifier: Apache-2.0
// Delimited text: RFC 4180 and what people write instead (rule A8).
#include "support/source_fixture.h"

struct example {
    const char *name;
    const char *text;
    const char *rows;
    uint64_t problems;
    const char *reason; // part of the report, or NULL
};

static void check_examples(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct example *x = &examples[i];
        struct reading r;
        reading_begin(&r);
        reading_of_text(&r, "table.csv", sv_from(x->text));
        if (r.result != ST_OK || strcmp(r.rows.bytes, x->rows) != 0 ||
            r.problem_count != x->problems) {
            fail_msg("%s: %s\n%s%s", x->name, r.error.message, r.rows.bytes, r.problems.bytes);
        }
        if (x->reason != NULL) {
            assert_problem(&r, x->reason);
        }
        reading_end(&r);
    }
}

static void test_rfc_4180(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"plain", "a,b\n1,2\n3,4\n", "{\"a\":\"1\",\"b\":\"2\"}\n{\"a\":\"3\",\"b\":\"4\"}\n", 0,
         NULL},
        {"no last line end", "a,b\n1,2", "{\"a\":\"1\",\"b\":\"2\"}\n", 0, NULL},
        {"CRLF", "a,b\r\n1,2\r\n", "{\"a\":\"1\",\"b\":\"2\"}\n", 0, NULL},
        {"CR alone", "a,b\r1,2\r3,4\r", "{\"a\":\"1\",\"b\":\"2\"}\n{\"a\":\"3\",\"b\":\"4\"}\n", 0,
         NULL},
        {"quotes", "a,b\n\"1,5\",\"x \"\"y\"\" z\"\n", "{\"a\":\"1,5\",\"b\":\"x \\\"y\\\" z\"}\n",
         0, NULL},
        {"line ends in quotes", "a,b\n\"1\n2\r\n3\",4\n5,6\n",
         "{\"a\":\"1\\n2\\r\\n3\",\"b\":\"4\"}\n{\"a\":\"5\",\"b\":\"6\"}\n", 0, NULL},
        {"quotes and CRLF", "a,b\r\n\"1\",\"2\"\r\n", "{\"a\":\"1\",\"b\":\"2\"}\n", 0, NULL},
        {"only quotes", "a,b\n\"\",\"\"\"\"\n", "{\"a\":\"\",\"b\":\"\\\"\"}\n", 0, NULL},
        {"empty fields are empty strings", "a,b,c\n,,\n", "{\"a\":\"\",\"b\":\"\",\"c\":\"\"}\n", 0,
         NULL},
        {"blanks are kept", "a,b\n 1 ,\t2\n", "{\"a\":\" 1 \",\"b\":\"\\t2\"}\n", 0, NULL},
        {"leading zeros are kept", "a,b\n00123,1e5\n", "{\"a\":\"00123\",\"b\":\"1e5\"}\n", 0,
         NULL},
        {"quoted empty last field", "a,b\n1,\"\"", "{\"a\":\"1\",\"b\":\"\"}\n", 0, NULL},
    };
    check_examples(examples, ARRAY_LENGTH(examples));
}

static void test_the_wild(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"byte order mark",
         "\xef\xbb\xbf"
         "a,b\n1,2\n",
         "{\"a\":\"1\",\"b\":\"2\"}\n", 0, NULL},
        {"mark and quote", "\xef\xbb\xbf\"a\",b\n1,2\n", "{\"a\":\"1\",\"b\":\"2\"}\n", 0, NULL},
        {"tabs", "a\tb\n1,5\t2\n", "{\"a\":\"1,5\",\"b\":\"2\"}\n", 0, NULL},
        {"semicolons", "a;b;c\n1,5;2;3\n", "{\"a\":\"1,5\",\"b\":\"2\",\"c\":\"3\"}\n", 0, NULL},
        {"pipes", "a|b|c\n1,5|2|3\n", "{\"a\":\"1,5\",\"b\":\"2\",\"c\":\"3\"}\n", 0, NULL},
        {"one column", "name\nAus bus (L., 1758)\nCus dus\n",
         "{\"name\":\"Aus bus (L., 1758)\"}\n{\"name\":\"Cus dus\"}\n", 0, NULL},
        {"blank lines", "a,b\n\n1,2\n   \n\r\n3,4\n\n\n",
         "{\"a\":\"1\",\"b\":\"2\"}\n{\"a\":\"3\",\"b\":\"4\"}\n", 0, NULL},
        {"stray quotes", "a,b\n5\" nail,say \"hi\"\n",
         "{\"a\":\"5\\\" nail\",\"b\":\"say \\\"hi\\\"\"}\n", 0, NULL},
        {"quotes not doubled", "a,b\n\"the \"old\" site\",2\n",
         "{\"a\":\"the \\\"old\\\" site\",\"b\":\"2\"}\n", 0, NULL},
        {"blanks behind a quote", "a,b\n\"1\" ,\"2\"  \n3,4\n",
         "{\"a\":\"1\",\"b\":\"2\"}\n{\"a\":\"3\",\"b\":\"4\"}\n", 0, NULL},
        {"bare CR in an LF file", "a,b\n1\r2,3\n", "{\"a\":\"1\\r2\",\"b\":\"3\"}\n", 0, NULL},
        {"apostrophes as quotes", "'a','b'\n'1,5','it''s'\n'3','4'\n",
         "{\"a\":\"1,5\",\"b\":\"it's\"}\n{\"a\":\"3\",\"b\":\"4\"}\n", 0, NULL},
        {"apostrophes that are none", "a,b\n'Ohia,2\n'Akala,3\n",
         "{\"a\":\"'Ohia\",\"b\":\"2\"}\n{\"a\":\"'Akala\",\"b\":\"3\"}\n", 0, NULL},
        {"a tab file where quotes are text", "a\tb\n\"x\ty\nz\t\"w\nq\tr\n",
         "{\"a\":\"\\\"x\",\"b\":\"y\"}\n{\"a\":\"z\",\"b\":\"\\\"w\"}\n{\"a\":\"q\",\"b\":\"r\"}"
         "\n",
         0, NULL},
    };
    check_examples(examples, ARRAY_LENGTH(examples));
}

static void test_headers(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"trimmed", " a ,\"b\t\"\n1,2\n", "{\"a\":\"1\",\"b\":\"2\"}\n", 0, NULL},
        {"names that come again", "a,a,a (2),a\n1,2,3,4\n",
         "{\"a\":\"1\",\"a (2)\":\"2\",\"a (2) (2)\":\"3\",\"a (3)\":\"4\"}\n", 0, NULL},
        {"empty names", "a,,b,\n1,2,3,4\n",
         "{\"a\":\"1\",\"b\":\"3\",\"column 2\":\"2\",\"column 4\":\"4\"}\n", 0, NULL},
        {"names of rows, as R writes them", "a,b\n1,x,2\n2,y,3\n3,z,4\n4,z,4\n",
         "{\"a\":\"x\",\"b\":\"2\",\"column 1\":\"1\"}\n{\"a\":\"y\",\"b\":\"3\",\"column "
         "1\":\"2\"}\n"
         "{\"a\":\"z\",\"b\":\"4\",\"column 1\":\"3\"}\n{\"a\":\"z\",\"b\":\"4\",\"column "
         "1\":\"4\"}\n",
         0, NULL},
        {"line ends in names", "\"a\nb\",c\n1,2\n", "{\"ab\":\"1\",\"c\":\"2\"}\n", 0, NULL},
    };
    check_examples(examples, ARRAY_LENGTH(examples));
}

// Rule A8: trouble with a row goes to the report, the rest goes on.
static void test_rule_a8_bad_rows_are_reported_and_the_rest_goes_on(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"too few fields", "a,b,c\n1\n4,5,6\n",
         "{\"a\":\"1\"}\n{\"a\":\"4\",\"b\":\"5\",\"c\":\"6\"}\n", 0, NULL},
        {"too many fields", "a,b\n1,2,3\n4,5\n6,7\n",
         "{\"a\":\"4\",\"b\":\"5\"}\n{\"a\":\"6\",\"b\":\"7\"}\n", 1,
         "3 fields where 2 are expected"},
        {"more fields, all empty", "a,b\n1,2,,\n4,5\n",
         "{\"a\":\"1\",\"b\":\"2\"}\n{\"a\":\"4\",\"b\":\"5\"}\n", 0, NULL},
        {"bad byte", "a,b\n\xc3\xa9,1\n\xff,2\n\xc3\xa9,3\n",
         "{\"a\":\"\xc3\xa9\",\"b\":\"1\"}\n{\"a\":\"\xc3\xa9\",\"b\":\"3\"}\n", 1,
         "\"line\":3,\"column\":1,\"field\":\"a\",\"reason\":\"byte 1 of the value (0xFF)"},
        {"cut off in a row", "a,b,c\n1,2,3\n4,5", "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}\n", 1,
         "may be cut off"},
        {"cut off in quotes", "a,b\n1,2\n3,\"x", "{\"a\":\"1\",\"b\":\"2\"}\n", 1, "never closed"},
        {"unclosed quote", "a,b,c\n1,\"x,y\n2,p,q\n3,r,s\n4\n",
         "{\"a\":\"2\",\"b\":\"p\",\"c\":\"q\"}\n{\"a\":\"3\",\"b\":\"r\",\"c\":\"s\"}\n", 2,
         "\"line\":2"},
        {"unclosed quote that meets another", "a,b,c\n1,\"x,y\n2,p,q\n3,\"r\",s\n4,t,u\n",
         "{\"a\":\"2\",\"b\":\"p\",\"c\":\"q\"}\n{\"a\":\"3\",\"b\":\"r\",\"c\":\"s\"}\n{\"a\":"
         "\"4\",\"b\":\"t\",\"c\":\"u\"}\n",
         1, "\"line\":2"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        const struct example *x = &examples[i];
        struct reading r;
        reading_begin(&r);
        r.options.quote = '"';
        r.options.delimiter = ',';
        reading_of_text(&r, "table.csv", sv_from(x->text));
        if (r.result != ST_OK || strcmp(r.rows.bytes, x->rows) != 0 ||
            r.problem_count != x->problems) {
            fail_msg("%s: %s\n%s%s", x->name, r.error.message, r.rows.bytes, r.problems.bytes);
        }
        if (x->reason != NULL) {
            assert_problem(&r, x->reason);
        }
        reading_end(&r);
    }
}

// Rule A8: a NUL is trouble with its row only.
static void test_rule_a8_nul(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    reading_of_text(&r, "t.csv", SV("a,b\n1,2\n3,x\0y\n5,6\n"));
    assert_rows(&r, "{\"a\":\"1\",\"b\":\"2\"}\n{\"a\":\"5\",\"b\":\"6\"}\n");
    assert_int_equal(r.problem_count, 1);
    assert_problem(&r,
                   "\"line\":3,\"column\":2,\"field\":\"b\",\"reason\":\"the value holds a NUL");
    reading_end(&r);
}

// Rule A1: of a bad row the key is told only where it is certain.
static void test_rule_a1_keys_of_bad_rows(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint64_t unreadable;
        const char *key; // in the report, or NULL
    } cases[] = {
        {"id,b\nK1,\xff\nK2,\xc3\xa9\nK3,\xc3\xa9\n", 0, "\"key\":\"K1\""},
        {"b,id\n\xff,K1\n\xc3\xa9,K2\n\xc3\xa9,K3\n", 0, "\"key\":\"K1\""},
        {"id,b\n\xff,2\n\xc3\xa9,1\n\xc3\xa9,1\n", 1, NULL},
        {"id,b\nK1,2,3\nK2,1\n", 0, "\"key\":\"K1\""},
        {"b,id\n2,K1,3\n2,K2\n", 1, NULL},
        {"id,b,c\nK0,1,2\nK1,3", 0, "\"key\":\"K1\""},
        {"id,b,c\nK0,1,2\nK1", 1, NULL},
        {"id,b\nK0,1\nK1,\"x\n", 1, NULL},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct reading r;
        reading_begin(&r);
        r.key_field = "id";
        r.options.quote = '"';
        reading_of_text(&r, "t.csv", sv_from(cases[i].text));
        assert_int_equal(r.result, ST_OK);
        assert_int_equal(r.problem_count, 1);
        if (r.unreadable_keys != cases[i].unreadable) {
            fail_msg("case %zu: %s", i, r.problems.bytes);
        }
        if (cases[i].key != NULL) {
            assert_problem(&r, cases[i].key);
        }
        reading_end(&r);
    }
}

// Rule A8: trouble with the file.
static void test_rule_a8_bad_files(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *words;
    } cases[] = {
        {"", "is empty"},
        {"\n\n  \n", "is empty"},
        {"\xef\xbb\xbf", "is empty"},
        {"a,b\n", "a header and no rows"},
        {"a,b", "a header and no rows"},
        {"a,b\n\n\n", "a header and no rows"},
        {"<?xml version=\"1.0\"?>\n<a/>\n", "XML or HTML"},
        {"<!DOCTYPE html>\n", "XML or HTML"},
        {"%PDF-1.4\n", "is a PDF"},
        {"PAR1xxxx", "is a Parquet file"},
        {"\xd0\xcf\x11\xe0\xa1\xb1", "old Excel"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct reading r;
        reading_begin(&r);
        reading_of_text(&r, "t.csv", sv_from(cases[i].text));
        assert_bad_input(&r, cases[i].words);
        reading_end(&r);
    }
}

static void test_missing_file(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    reading_run(&r, "nothing.csv");
    assert_int_equal(r.result, ST_BAD_DATA); // a source that is not there is bad input
    reading_end(&r);
}

static void test_too_many_columns(void **state)
{
    (void)state;
    struct reading r;
    struct buffer text;
    reading_begin(&r);
    buffer_init(&text, 1 << 20);
    for (size_t i = 0; i <= LIMIT_TABLE_PATHS; i++) {
        buffer_print(&text, "%sc%zu", i == 0 ? "" : ",", i);
    }
    buffer_append_view(&text, SV("\n1\n"));
    r.options.delimiter = ',';
    reading_of_text(&r, "t.csv", buffer_view(&text));
    assert_bad_input(&r, "4001 columns");
    buffer_release(&text);
    reading_end(&r);
}

// Rule A8: value 4 MiB, record 16 MiB; a field of 100 MB costs its row and no more memory than a
// record.
static void test_rule_a8_huge_fields(void **state)
{
    (void)state;
    static const struct {
        size_t length;
        bool quoted;
        const char *reason; // NULL: the row is good
    } cases[] = {
        {LIMIT_VALUE_BYTES, false, NULL},
        {LIMIT_VALUE_BYTES, true, NULL},
        {LIMIT_VALUE_BYTES + 1, false, "longer than 4 MiB"},
        {LIMIT_VALUE_BYTES + 1, true, "longer than 4 MiB"},
        {(size_t)100 * 1000 * 1000, false, "longer than 16 MiB"},
        {(size_t)100 * 1000 * 1000, true, "longer than 16 MiB"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct reading r;
        reading_begin(&r);
        char *bytes = malloc(cases[i].length + 64);
        assert_non_null(bytes);
        const char *quote = cases[i].quoted ? "\"" : "";
        size_t length = (size_t)snprintf(bytes, 64, "id,b\n1,x\n2,%s", quote);
        memset(bytes + length, 'x', cases[i].length);
        length += cases[i].length;
        length += (size_t)snprintf(bytes + length, 32, "%s\n3,y\n", quote);
        r.options.delimiter = ',';
        reading_of_text(&r, "t.csv", (string_view){bytes, length});
        free(bytes);
        assert_int_equal(r.result, ST_OK);
        assert_int_equal(r.row_count, cases[i].reason == NULL ? 3 : 2);
        assert_int_equal(r.problem_count, cases[i].reason == NULL ? 0 : 1);
        if (cases[i].reason != NULL) {
            assert_rows(&r, "{\"b\":\"x\",\"id\":\"1\"}\n{\"b\":\"y\",\"id\":\"3\"}\n");
            assert_problem(&r, cases[i].reason);
        }
        reading_end(&r);
    }
}

// Rows over every place where the reader's buffer may end come out whole.
static void test_rows_across_the_buffer(void **state)
{
    (void)state;
    struct reading r;
    struct buffer text;
    reading_begin(&r);
    buffer_init(&text, FIXTURE_MOST);
    buffer_append_view(&text, SV("id,b,c\n"));
    size_t count = 0;
    while (text.length < (size_t)5 << 20) {
        // Lengths without a common pattern; each with doubled quotes and a line end inside.
        size_t filling = count * 7919 % 3001;
        buffer_print(&text, "%zu,\"a\"\"\n%*s\",z\r\n", count, (int)filling, "");
        count++;
    }
    reading_of_text(&r, "t.csv", buffer_view(&text));
    assert_int_equal(r.result, ST_OK);
    assert_int_equal(r.problem_count, 0);
    assert_int_equal(r.row_count, count);
    const char *at = r.rows.bytes;
    for (size_t i = 0; i < count; i++) {
        char start[32];
        char end[48];
        (void)snprintf(start, sizeof start, "{\"b\":\"a\\\"\\n");
        (void)snprintf(end, sizeof end, "\",\"c\":\"z\",\"id\":\"%zu\"}\n", i);
        assert_memory_equal(at, start, strlen(start));
        at += strlen(start) + i * 7919 % 3001;
        assert_memory_equal(at, end, strlen(end));
        at += strlen(end);
    }
    buffer_release(&text);
    reading_end(&r);
}

// A stray quote in every line must not cost time with the square of the file.
static void test_many_stray_quotes_are_quick(void **state)
{
    (void)state;
    struct reading r;
    struct buffer text;
    reading_begin(&r);
    buffer_init(&text, FIXTURE_MOST);
    buffer_append_view(&text, SV("id,b\n"));
    for (size_t i = 0; i < 200000; i++) {
        buffer_print(&text, "\"%zu,b\n", i);
    }
    r.options.quote = '"';
    r.options.delimiter = ',';
    reading_of_text(&r, "t.csv", buffer_view(&text));
    assert_int_equal(r.result, ST_OK);
    assert_int_equal(r.row_count, 0);
    assert_int_equal(r.problem_count, 200000);
    buffer_release(&text);
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rfc_4180),
        cmocka_unit_test(test_the_wild),
        cmocka_unit_test(test_headers),
        cmocka_unit_test(test_rule_a8_bad_rows_are_reported_and_the_rest_goes_on),
        cmocka_unit_test(test_rule_a8_nul),
        cmocka_unit_test(test_rule_a1_keys_of_bad_rows),
        cmocka_unit_test(test_rule_a8_bad_files),
        cmocka_unit_test(test_missing_file),
        cmocka_unit_test(test_too_many_columns),
        cmocka_unit_test(test_rule_a8_huge_fields),
        cmocka_unit_test(test_rows_across_the_buffer),
        cmocka_unit_test(test_many_stray_quotes_are_quick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
