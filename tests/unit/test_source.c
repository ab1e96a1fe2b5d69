// SPDX-License-Identifier: Apache-2.0
// Opening of inputs: encodings, gzip, archives of files, JSON Lines, and what must be refused (rule
// A8).
#include "support/source_fixture.h"

#include "base/hash.h"
#include "formats/expansion.h"
#include "formats/text_decode.h"

// ---- encodings ------------------------------------------------------------------------------

// Turns ASCII and the characters below U+0800 of UTF-8 into UTF-16.
static struct buffer to_utf16(const char *text, bool big, bool with_mark)
{
    struct buffer out;
    buffer_init(&out, 1 << 20);
    string_view view = sv_from(text);
    uint32_t character = 0xfeff;
    size_t at = 0;
    bool pending = with_mark;
    while (pending || at < view.length) {
        if (!pending) {
            unsigned char byte = (unsigned char)view.bytes[at++];
            character = byte;
            if (byte >= 0xc0) {
                character = (byte & 0x1fu) << 6 | ((unsigned char)view.bytes[at++] & 0x3fu);
            }
        }
        pending = false;
        char high = (char)(character >> 8);
        char low = (char)character;
        buffer_append_byte(&out, big ? high : low);
        buffer_append_byte(&out, big ? low : high);
    }
    return out;
}

static void test_utf16(void **state)
{
    (void)state;
    static const char text[] = "id\tname\r\n1\tZo\xc3\xab\r\n2\tb\r\n";
    for (int i = 0; i < 4; i++) {
        struct reading r;
        reading_begin(&r);
        struct buffer encoded = to_utf16(text, (i & 1) != 0, (i & 2) != 0);
        reading_of_text(&r, "t.csv", buffer_view(&encoded));
        assert_rows(&r, "{\"id\":\"1\",\"name\":\"Zo\xc3\xab\"}\n{\"id\":\"2\",\"name\":\"b\"}\n");
        assert_int_equal(r.facts.encoding, (i & 1) != 0 ? ENCODING_UTF16_BE : ENCODING_UTF16_LE);
        assert_int_equal(r.facts.delimiter, '\t');
        assert_int_equal(r.problem_count, 0);
        buffer_release(&encoded);
        reading_end(&r);
    }
}

static void test_utf16_surrogates(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    // U+1F980 in one row, half a pair in the next, and a cut unit at the end.
    static const char bytes[] = "\xff\xfe"
                                "a\0,\0b\0\n\0"
                                "\x3e\xd8\x80\xdd,\0"
                                "1\0\n\0"
                                "\x3e\xd8,\0"
                                "2\0\n\0"
                                "3\0,\0"
                                "4\0\n\0"
                                "5\0,\0"
                                "6";
    reading_of_text(&r, "t.csv", (string_view){bytes, sizeof bytes - 1});
    assert_rows(&r, "{\"a\":\"\xf0\x9f\xa6\x80\",\"b\":\"1\"}\n{\"a\":\"3\",\"b\":\"4\"}\n");
    assert_int_equal(r.problem_count, 2);
    reading_end(&r);
}

static void test_one_byte_encodings(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    reading_of_text(&r, "t.csv", SV("a,b\nM\xfcller,\x93x\x94\n"));
    assert_rows(&r, "{\"a\":\"M\xc3\xbcller\",\"b\":\"\xe2\x80\x9cx\xe2\x80\x9d\"}\n");
    assert_int_equal(r.facts.encoding, ENCODING_WINDOWS1252);
    r.options.encoding = ENCODING_LATIN1;
    reading_run(&r, "t.csv");
    assert_rows(&r, "{\"a\":\"M\xc3\xbcller\",\"b\":\"\xc2\x93x\xc2\x94\"}\n");
    // A byte that is no character of Windows-1252 makes the guess Latin-1, which has all of them.
    r.options.encoding = ENCODING_DETECT;
    reading_of_text(&r, "t.csv", SV("a,b\n\xfc\x8d,1\nx,2\n"));
    assert_int_equal(r.facts.encoding, ENCODING_LATIN1);
    assert_int_equal(r.row_count, 2);
    // 0x81 is no character of Windows-1252: its row is bad, not the file.
    r.options.encoding = ENCODING_WINDOWS1252;
    reading_of_text(&r, "t.csv", SV("a,b\n\x81,1\nx,2\n"));
    assert_rows(&r, "{\"a\":\"x\",\"b\":\"2\"}\n");
    assert_int_equal(r.problem_count, 1);
    reading_end(&r);
}

// Rule A8: an undecodable byte is trouble with its row, not another encoding.
static void test_rule_a8_few_bad_bytes_do_not_change_the_encoding(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    reading_of_text(&r, "t.csv", SV("a,b\n\xc3\xa9,1\n\xc3\xa9\xc3\xa9,2\n\xe9,3\n\xc3\xa9,4\n"));
    assert_int_equal(r.facts.encoding, ENCODING_UTF8);
    assert_int_equal(r.row_count, 3);
    assert_int_equal(r.problem_count, 1);
    reading_end(&r);
}

static void test_accents_far_down_a_large_file(void **state)
{
    (void)state;
    static const struct {
        const char *accent;
        enum text_encoding encoding;
    } cases[] = {{"\xe9", ENCODING_WINDOWS1252}, {"\xc3\xa9", ENCODING_UTF8}, {"e", ENCODING_UTF8}};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct reading r;
        struct buffer text;
        reading_begin(&r);
        buffer_init(&text, FIXTURE_MOST);
        buffer_append_view(&text, SV("a,b\n"));
        while (text.length < (size_t)3 << 20) {
            bool is_late = text.length > (size_t)2 << 20;
            buffer_print(&text, "caf%s,1\n", is_late ? cases[i].accent : "e");
        }
        reading_of_text(&r, "t.csv", buffer_view(&text));
        assert_int_equal(r.result, ST_OK);
        assert_int_equal(r.facts.encoding, cases[i].encoding);
        assert_int_equal(r.problem_count, 0);
        buffer_release(&text);
        reading_end(&r);
    }
}

static void test_encoding_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum text_encoding encoding;
    } cases[] = {
        {"UTF-8", ENCODING_UTF8},         {"utf8", ENCODING_UTF8},
        {"\"UTF-8\"", ENCODING_UTF8},     {"UTF-16LE", ENCODING_UTF16_LE},
        {"utf-16be", ENCODING_UTF16_BE},  {"ISO-8859-1", ENCODING_WINDOWS1252},
        {"latin1", ENCODING_WINDOWS1252}, {"windows-1252", ENCODING_WINDOWS1252},
    };
    enum text_encoding encoding = ENCODING_DETECT;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_true(text_encoding_from_name(sv_from(cases[i].name), &encoding));
        assert_int_equal(encoding, cases[i].encoding);
    }
    assert_false(text_encoding_from_name(SV("EBCDIC"), &encoding));
    assert_false(text_encoding_from_name(SV("utf-8-but-much-longer-than-any"), &encoding));
}

// ---- gzip -----------------------------------------------------------------------------------

static struct buffer gzip(const char *text, size_t length)
{
    struct buffer out;
    buffer_init(&out, FIXTURE_MOST);
    z_stream stream = {0};
    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), Z_OK);
    size_t most = deflateBound(&stream, length) + 64;
    assert_true(buffer_reserve(&out, most));
    stream.next_in = (Bytef *)(uintptr_t)text;
    stream.avail_in = (uInt)length;
    stream.next_out = (Bytef *)out.bytes;
    stream.avail_out = (uInt)most;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.length = stream.total_out;
    assert_int_equal(deflateEnd(&stream), Z_OK);
    return out;
}

static void test_gzip(void **state)
{
    (void)state;
    static const char first[] = "a,b\n1,2\n";
    static const char second[] = "3,4\n";
    struct reading r;
    reading_begin(&r);
    struct buffer packed = gzip(first, sizeof first - 1);
    struct buffer more = gzip(second, sizeof second - 1);
    reading_of_text(&r, "t.csv", buffer_view(&packed));
    assert_rows(&r, "{\"a\":\"1\",\"b\":\"2\"}\n");
    // Several members in a row, and zeros as padding behind them (RFC 1952, section 2.2).
    buffer_append_view(&packed, buffer_view(&more));
    buffer_append(&packed, "\0\0\0\0", 4);
    reading_of_text(&r, "t.csv.gz", buffer_view(&packed));
    assert_rows(&r, "{\"a\":\"1\",\"b\":\"2\"}\n{\"a\":\"3\",\"b\":\"4\"}\n");
    buffer_append(&packed, "rubbish", 7);
    reading_of_text(&r, "t.csv.gz", buffer_view(&packed));
    assert_bad_input(&r, "no gzip");
    buffer_release(&packed);
    buffer_release(&more);
    reading_end(&r);
}

// Rule A8: a truncated file is refused wherever it is cut.
static void test_rule_a8_truncated_gzip(void **state)
{
    (void)state;
    struct buffer text;
    buffer_init(&text, FIXTURE_MOST);
    buffer_append_view(&text, SV("a,b\n"));
    for (unsigned i = 0; i < 1000; i++) {
        buffer_print(&text, "%u,%u\n", i * 2654435761u, i);
    }
    struct buffer packed = gzip(text.bytes, text.length);
    for (size_t cut = 1; cut < packed.length; cut += 97) {
        struct reading r;
        reading_begin(&r);
        reading_of_text(&r, "t.csv.gz", sv_slice(buffer_view(&packed), 0, packed.length - cut));
        assert_bad_input(&r, "cut off");
        reading_end(&r);
    }
    buffer_release(&packed);
    buffer_release(&text);
}

static void test_damaged_gzip(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    struct buffer packed = gzip("a,b\n1,2\n3,4\n", 12);
    packed.bytes[packed.length - 6] ^= 1; // its checksum
    reading_of_text(&r, "t.csv.gz", buffer_view(&packed));
    assert_bad_input(&r, "damaged gzip");
    buffer_release(&packed);
    reading_end(&r);
}

// Rule A8: a bomb is refused before it fills memory or disk.
static void test_rule_a8_gzip_bomb(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    size_t length = (size_t)300 << 20;
    char *zeros = calloc(1, length);
    assert_non_null(zeros);
    memcpy(zeros, "a,b\n1,2\n", 8);
    memset(zeros + 8, 'x', length - 8);
    struct buffer packed = gzip(zeros, length);
    free(zeros);
    reading_of_text(&r, "t.csv.gz", buffer_view(&packed));
    assert_bad_input(&r, "zip bomb");
    buffer_release(&packed);
    reading_end(&r);
}

static void test_rule_a8_expansion_limits(void **state)
{
    (void)state;
    assert_int_equal(expansion_check(1000, (uint64_t)64 << 20, "x", NULL), ST_OK);
    assert_int_equal(expansion_check(1000, ((uint64_t)64 << 20) + 1, "x", NULL), ST_BAD_DATA);
    assert_int_equal(expansion_check((uint64_t)1 << 20, (uint64_t)200 << 20, "x", NULL), ST_OK);
    assert_int_equal(expansion_check((uint64_t)1 << 20, (uint64_t)202 << 20, "x", NULL),
                     ST_BAD_DATA);
    assert_int_equal(expansion_check((uint64_t)60 << 30, (uint64_t)64 << 30, "x", NULL), ST_OK);
    assert_int_equal(expansion_check((uint64_t)60 << 30, ((uint64_t)64 << 30) + 1, "x", NULL),
                     ST_BAD_DATA);
}

// ---- zip and tar ----------------------------------------------------------------------------

static void test_one_table_in_an_archive(void **state)
{
    (void)state;
    static const struct packed_file files[] = {
        {"data/", NULL, NULL},
        {"data/table.csv", "a,b\n1,2\n", NULL},
        {"data/README.md", "words", NULL},
        {"data/eml.xml", "<eml/>", NULL},
        {"__MACOSX/data/._table.csv", "rubbish", NULL},
        {"data/._table.csv", "rubbish", NULL},
        {"data/.DS_Store", "rubbish", NULL},
    };
    for (int as_zip = 0; as_zip < 2; as_zip++) {
        struct reading r;
        reading_begin(&r);
        write_archive(&r, "input", as_zip != 0, files, ARRAY_LENGTH(files));
        reading_run(&r, "input");
        assert_rows(&r, "{\"a\":\"1\",\"b\":\"2\"}\n");
        reading_end(&r);
    }
}

static void test_names_in_archives_keep_their_letters(void **state)
{
    (void)state;
    static const struct packed_file files[] = {
        {"donn\xc3\xa9"
         "es/\xe8\xa1\xa8.csv",
         "a,b\n1,2\n", NULL},
    };
    for (int as_zip = 0; as_zip < 2; as_zip++) {
        struct reading r;
        reading_begin(&r);
        write_archive(&r, "input", as_zip != 0, files, ARRAY_LENGTH(files));
        reading_run(&r, "input");
        assert_rows(&r, "{\"a\":\"1\",\"b\":\"2\"}\n");
        reading_end(&r);
    }
}

static void test_several_tables_need_meta_xml(void **state)
{
    (void)state;
    static const struct packed_file files[] = {
        {"a.csv", "a,b\n1,2\n", NULL},
        {"b.csv", "a,b\n1,2\n", NULL},
    };
    struct reading r;
    reading_begin(&r);
    write_archive(&r, "input.zip", true, files, 2);
    reading_run(&r, "input.zip");
    assert_bad_input(&r, "2 data files");
    reading_end(&r);
}

// Rule A8: nothing in an archive may reach outside of it, link, or come twice.
static void test_rule_a8_dangerous_archives(void **state)
{
    (void)state;
    static const struct {
        struct packed_file file;
        const char *words;
    } cases[] = {
        {{"../outside.csv", "a,b\n1,2\n", NULL}, "points outside"},
        {{"a/../../outside.csv", "a,b\n1,2\n", NULL}, "points outside"},
        {{"/etc/outside.csv", "a,b\n1,2\n", NULL}, "points outside"},
        {{"..\\outside.csv", "a,b\n1,2\n", NULL}, "points outside"},
        {{"C:outside.csv", "a,b\n1,2\n", NULL}, "points outside"},
        {{"link.csv", NULL, "/etc/passwd"}, "a link"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        for (int as_zip = 0; as_zip < 2; as_zip++) {
            const struct packed_file files[] = {{"good.csv", "a,b\n1,2\n", NULL}, cases[i].file};
            struct reading r;
            reading_begin(&r);
            write_archive(&r, "input", as_zip != 0, files, 2);
            reading_run(&r, "input");
            assert_bad_input(&r, cases[i].words);
            char path[PATH_SIZE];
            reading_path(&r, "../outside.csv", path);
            assert_false(file_exists(path));
            reading_end(&r);
        }
    }
}

static void test_rule_a8_a_name_twice(void **state)
{
    (void)state;
    static const struct packed_file files[] = {
        {"a.csv", "a,b\n1,2\n", NULL},
        {"a.csv", "a,b\n3,4\n", NULL},
    };
    struct reading r;
    reading_begin(&r);
    write_archive(&r, "input.zip", true, files, 2);
    reading_run(&r, "input.zip");
    assert_bad_input(&r, "a.csv twice");
    reading_end(&r);
}

static void test_rule_a8_too_many_entries(void **state)
{
    (void)state;
    size_t count = EXPANSION_MOST_ENTRIES + 1;
    struct packed_file *files = calloc(count, sizeof *files);
    char(*names)[16] = calloc(count, sizeof *names);
    assert_non_null(files);
    assert_non_null(names);
    for (size_t i = 0; i < count; i++) {
        (void)snprintf(names[i], sizeof names[i], "._%zu", i);
        files[i] = (struct packed_file){names[i], "x", NULL};
    }
    struct reading r;
    reading_begin(&r);
    write_archive(&r, "input.zip", true, files, count);
    reading_run(&r, "input.zip");
    assert_bad_input(&r, "more than 10000 files");
    free(files);
    free(names);
    reading_end(&r);
}

// Rule A8: a truncated zip is refused wherever it is cut.
static void test_rule_a8_truncated_zip(void **state)
{
    (void)state;
    static const struct packed_file files[] = {
        {"a.csv", "a,b\n1,2\n3,4\n5,6\n7,8\n", NULL},
        {"notes.md", "words", NULL},
    };
    struct reading r;
    struct buffer whole;
    reading_begin(&r);
    write_archive(&r, "input.zip", true, files, 2);
    char path[PATH_SIZE];
    reading_path(&r, "input.zip", path);
    buffer_init(&whole, 1 << 20);
    assert_int_equal(file_read(path, 1 << 20, &whole, NULL), ST_OK);
    for (size_t length = 4; length < whole.length; length++) {
        reading_of_text(&r, "cut.zip", sv_slice(buffer_view(&whole), 0, length));
        if (r.result != ST_BAD_DATA) {
            fail_msg("cut to %zu of %zu bytes: %d", length, whole.length, (int)r.result);
        }
    }
    buffer_release(&whole);
    reading_end(&r);
}

// Rule A8: a zip that unpacks to far more than it is, with little written before that is noticed.
static void test_rule_a8_zip_bomb(void **state)
{
    (void)state;
    size_t length = (size_t)300 << 20;
    char *text = malloc(length + 1);
    assert_non_null(text);
    memset(text, 'x', length);
    text[length] = '\0';
    const struct packed_file files[] = {{"a.csv", text, NULL}};
    struct reading r;
    reading_begin(&r);
    for (int as_zip = 0; as_zip < 2; as_zip++) {
        write_archive(&r, "input", as_zip != 0, files, 1);
        reading_run(&r, "input");
        assert_bad_input(&r, "zip bomb");
    }
    free(text);
    reading_end(&r);
}

static void test_work_folder_is_left_empty(void **state)
{
    (void)state;
    static const struct packed_file good[] = {{"a.csv", "a,b\n1,2\n", NULL}};
    static const struct packed_file bad[] = {{"a.csv", "a,b\n1,2\n", NULL}, {"../b", "x", NULL}};
    struct reading r;
    char work[PATH_SIZE];
    reading_begin(&r);
    reading_path(&r, "work", work);
    assert_int_equal(folder_make(work, NULL), ST_OK);
    r.options.work_folder = work;
    write_archive(&r, "good.zip", true, good, 1);
    write_archive(&r, "bad.zip", true, bad, 2);
    reading_run(&r, "good.zip");
    assert_int_equal(r.row_count, 1);
    assert_int_equal(rmdir(work), 0);
    assert_int_equal(folder_make(work, NULL), ST_OK);
    reading_run(&r, "bad.zip");
    assert_bad_input(&r, "points outside");
    assert_int_equal(rmdir(work), 0);
    reading_end(&r);
}

// ---- JSON Lines -----------------------------------------------------------------------------

static void test_json_lines(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    reading_of_text(&r, "t.jsonl",
                    SV("\xef\xbb\xbf{\"b\":1.50,\"a\":{\"y\":[1,{\"z\":null}],\"x\":\"\"}}\r\n"
                       "\n"
                       "{\"c\":[]}"));
    assert_rows(&r, "{\"a\":{\"x\":\"\",\"y\":[1,{\"z\":null}]},\"b\":1.50}\n{\"c\":[]}\n");
    assert_int_equal(r.facts.format, FORMAT_JSON_LINES);
    reading_end(&r);
}

static void test_rule_a8_bad_json_lines(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        const char *words;
        const char *key; // readable, or NULL
    } cases[] = {
        {"{\"id\":\"K\",\"b\":", "\"line\":2,\"column\":15,\"reason\":\"the JSON ends", "K"},
        {"{\"id\":\"K\",\"b\":{\"id\":\"L\",", "ends", "K"},
        {"{\"b\":{\"id\":\"L\"},\"x\":", "ends", NULL},
        {"{\"b\":[{\"id\":\"L\",", "ends", NULL},
        {"{\"id\":7,\"b\":\"\\ud800\"}", "surrogate", "7"},
        {"{\"b\":\"\\u0000\",\"id\":\"K\"}", "NUL", NULL},
        {"{\"id\":\"K\",\"b\":\"\xff\"}", "not UTF-8", "K"},
        {"[1,2]", "no object", NULL},
        {"\"x\"", "no object", NULL},
        {"{\"id\":\"K\",\"id\":\"L\"}", "occurs twice", "K"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct reading r;
        struct buffer text;
        reading_begin(&r);
        buffer_init(&text, 4096);
        buffer_print(&text, "{\"id\":\"1\",\"b\":\"\xc3\xa9\xc3\xa9\"}\n%s\n{\"id\":\"2\"}\n",
                     cases[i].line);
        r.key_field = "id";
        reading_of_text(&r, "t.jsonl", buffer_view(&text));
        assert_rows(&r, "{\"b\":\"\xc3\xa9\xc3\xa9\",\"id\":\"1\"}\n{\"id\":\"2\"}\n");
        assert_int_equal(r.problem_count, 1);
        assert_problem(&r, cases[i].words);
        char key[32] = "";
        if (cases[i].key != NULL) {
            (void)snprintf(key, sizeof key, "\"key\":\"%s\"", cases[i].key);
            assert_problem(&r, key);
        }
        assert_int_equal(r.unreadable_keys, cases[i].key == NULL ? 1 : 0);
        buffer_release(&text);
        reading_end(&r);
    }
}

// Rule A8: a record over 16 MiB costs its line, and no more memory than a record.
static void test_rule_a8_huge_json_line(void **state)
{
    (void)state;
    size_t length = (size_t)100 * 1000 * 1000;
    char *bytes = malloc(length + 64);
    assert_non_null(bytes);
    int start = snprintf(bytes, 64, "{\"a\":1}\n{\"a\":\"");
    memset(bytes + start, 'x', length);
    int end = snprintf(bytes + (size_t)start + length, 32, "\"}\n{\"a\":2}\n");
    struct reading r;
    reading_begin(&r);
    reading_of_text(&r, "t.jsonl", (string_view){bytes, (size_t)start + length + (size_t)end});
    free(bytes);
    assert_rows(&r, "{\"a\":1}\n{\"a\":2}\n");
    assert_int_equal(r.problem_count, 1);
    assert_problem(&r, "longer than 16 MiB");
    reading_end(&r);
}

static void test_json_over_several_lines_is_told_apart(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    reading_of_text(&r, "t.json", SV("{\n  \"a\": 1\n}\n"));
    assert_bad_input(&r, "one object a line");
    reading_of_text(&r, "t.json", SV("[\n{\"a\":1}\n]\n"));
    assert_bad_input(&r, "one object a line");
    reading_end(&r);
}

// ---- the rest -------------------------------------------------------------------------------

static void test_report_is_written_to_a_file(void **state)
{
    (void)state;
    struct reading r;
    struct row_report *report = NULL;
    struct buffer text;
    char path[PATH_SIZE];
    reading_begin(&r);
    reading_path(&r, "report.jsonl", path);
    buffer_init(&text, 1 << 20);
    assert_int_equal(row_report_create(path, &report, NULL), ST_OK);
    for (unsigned i = 1; i <= 150; i++) {
        row_report_add(report, &(struct row_problem){.file = "f",
                                                     .line = i,
                                                     .column = 2,
                                                     .field = SV("x\xff"),
                                                     .reason = SV("because"),
                                                     .key = SV("k"),
                                                     .key_readable = i > 1});
    }
    assert_int_equal(row_report_count(report), 150);
    assert_int_equal(row_report_unreadable_keys(report), 1);
    assert_string_equal(row_report_first(report), "f, line 1, column 2 (x\xff): because");
    assert_int_equal(row_report_finish(report, NULL), ST_OK);
    row_report_destroy(report);
    assert_int_equal(file_read(path, 1 << 20, &text, NULL), ST_OK);
    size_t lines = 0;
    for (size_t i = 0; i < text.length; i++) {
        lines += text.bytes[i] == '\n' ? 1 : 0;
    }
    assert_int_equal(lines, 150);
    assert_true(
        sv_starts_with(buffer_view(&text),
                       SV("{\"file\":\"f\",\"line\":1,\"column\":2,\"field\":\"x\xef\xbf\xbd\","
                          "\"reason\":\"because\"}\n{\"file\":\"f\",\"line\":2,\"column\":2,"
                          "\"field\":\"x\xef\xbf\xbd\",\"reason\":\"because\",\"key\":\"k\"}\n")));
    buffer_release(&text);
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_utf16_surrogates),
        cmocka_unit_test(test_one_byte_encodings),
        cmocka_unit_test(test_rule_a8_few_bad_bytes_do_not_change_the_encoding),
        cmocka_unit_test(test_accents_far_down_a_large_file),
        cmocka_unit_test(test_encoding_names),
        cmocka_unit_test(test_gzip),
        cmocka_unit_test(test_rule_a8_truncated_gzip),
        cmocka_unit_test(test_damaged_gzip),
        cmocka_unit_test(test_rule_a8_gzip_bomb),
        cmocka_unit_test(test_rule_a8_expansion_limits),
        cmocka_unit_test(test_one_table_in_an_archive),
        cmocka_unit_test(test_names_in_archives_keep_their_letters),
        cmocka_unit_test(test_several_tables_need_meta_xml),
        cmocka_unit_test(test_rule_a8_dangerous_archives),
        cmocka_unit_test(test_rule_a8_a_name_twice),
        cmocka_unit_test(test_rule_a8_too_many_entries),
        cmocka_unit_test(test_rule_a8_truncated_zip),
        cmocka_unit_test(test_rule_a8_zip_bomb),
        cmocka_unit_test(test_work_folder_is_left_empty),
        cmocka_unit_test(test_json_lines),
        cmocka_unit_test(test_rule_a8_bad_json_lines),
        cmocka_unit_test(test_rule_a8_huge_json_line),
        cmocka_unit_test(test_json_over_several_lines_is_told_apart),
        cmocka_unit_test(test_report_is_written_to_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
