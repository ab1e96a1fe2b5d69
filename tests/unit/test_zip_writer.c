// SPDX-License-Identifier: Apache-2.0
// Archives read back by libarchive, from a stream and with seeking; names; sameness.
#include "formats/deflate_piece.h"
#include "formats/zip_writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define TIME INT64_C(1795400755285) // 2026-11-23

static status take(void *argument, string_view bytes, struct error *e)
{
    struct buffer *out = argument;
    buffer_append_view(out, bytes);
    return buffer_check(out, "an archive", e);
}

static void add_file(struct zip_writer *z, struct deflater *d, const char *name, string_view text,
                     size_t each)
{
    struct error e = {0};
    struct buffer packed;
    buffer_init(&packed, 64 << 20);
    assert_int_equal(zip_file_begin(z, sv_from(name), &e), ST_OK);
    for (size_t at = 0; at < text.length; at += each) {
        uint32_t crc = 0;
        string_view piece = sv_slice(text, at, each);
        buffer_clear(&packed);
        assert_int_equal(deflate_piece(d, piece, &packed, &crc, &e), ST_OK);
        assert_int_equal(zip_file_piece(z, buffer_view(&packed), piece.length, crc, &e), ST_OK);
    }
    assert_int_equal(zip_file_end(z, &e), ST_OK);
    buffer_release(&packed);
}

// Bytes that compress a little, then not at all.
static string_view make_text(struct buffer *text, size_t length)
{
    uint64_t seed = 7;
    while (text->length < length) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
        bool plain = text->length < length / 2;
        buffer_append_byte(text, plain ? "Aves Pica picas,"[seed >> 60] : (char)(seed >> 56));
    }
    return buffer_view(text);
}

static void make_archive(struct buffer *out, string_view text)
{
    struct error e = {0};
    struct deflater *d = deflater_create();
    struct zip_writer *z = zip_writer_create(take, out, TIME);
    assert_non_null(d);
    assert_non_null(z);
    add_file(z, d, "records.csv", text, 100000);
    add_file(z, d, "empty.txt", SV(""), 1);
    add_file(z, d, "media/Käfer.txt", SV("a beetle\n"), 3);
    assert_int_equal(zip_file_stored(z, SV("media/a.jpg"), sv_slice(text, 0, 70000), &e), ST_OK);
    assert_int_equal(zip_file_stored(z, SV("nothing.jpg"), SV(""), &e), ST_OK);
    assert_int_equal(zip_finish(z, &e), ST_OK);
    assert_int_equal(zip_bytes(z), out->length);
    zip_writer_destroy(z);
    deflater_destroy(d);
}

static void expect_file(struct archive *a, const char *name, string_view text)
{
    struct archive_entry *entry = NULL;
    assert_int_equal(archive_read_next_header(a, &entry), ARCHIVE_OK);
    assert_string_equal(archive_entry_pathname_utf8(entry), name);
    char *bytes = malloc(text.length + 1);
    assert_non_null(bytes);
    assert_int_equal(archive_read_data(a, bytes, text.length + 1), text.length);
    assert_memory_equal(bytes, text.bytes, text.length);
    free(bytes);
}

static void test_read_back(void **state)
{
    (void)state;
    struct buffer text;
    struct buffer out;
    buffer_init(&text, 8 << 20);
    buffer_init(&out, 64 << 20);
    make_archive(&out, make_text(&text, 3 << 20));
    assert_true(out.length < text.length);
    for (int streamed = 0; streamed < 2; streamed++) {
        struct archive *a = archive_read_new();
        assert_int_equal(streamed ? archive_read_support_format_zip_streamable(a)
                                  : archive_read_support_format_zip_seekable(a),
                         ARCHIVE_OK);
        assert_int_equal(archive_read_open_memory(a, out.bytes, out.length), ARCHIVE_OK);
        expect_file(a, "records.csv", buffer_view(&text));
        expect_file(a, "empty.txt", SV(""));
        expect_file(a, "media/Käfer.txt", SV("a beetle\n"));
        expect_file(a, "media/a.jpg", sv_slice(buffer_view(&text), 0, 70000));
        expect_file(a, "nothing.jpg", SV(""));
        struct archive_entry *entry = NULL;
        assert_int_equal(archive_read_next_header(a, &entry), ARCHIVE_EOF);
        assert_int_equal(archive_read_free(a), ARCHIVE_OK);
    }
    buffer_release(&text);
    buffer_release(&out);
}

static void test_same_calls_same_bytes(void **state)
{
    (void)state;
    struct buffer text;
    struct buffer out[2];
    buffer_init(&text, 8 << 20);
    (void)make_text(&text, 300000);
    for (size_t i = 0; i < 2; i++) {
        buffer_init(&out[i], 64 << 20);
        make_archive(&out[i], buffer_view(&text));
    }
    assert_int_equal(out[0].length, out[1].length);
    assert_memory_equal(out[0].bytes, out[1].bytes, out[0].length);
    buffer_release(&text);
    buffer_release(&out[0]);
    buffer_release(&out[1]);
}

static void test_names(void **state)
{
    (void)state;
    static const char *const bad[] = {"",     "/etc/passwd", "../up", "a/../b",
                                      "a//b", "a/",          "a\\b",  "./a"};
    struct buffer out;
    struct error e = {0};
    buffer_init(&out, 1 << 20);
    struct zip_writer *z = zip_writer_create(take, &out, TIME);
    for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
        assert_int_equal(zip_file_begin(z, sv_from(bad[i]), &e), ST_INVALID);
    }
    assert_int_equal(out.length, 0);
    assert_int_equal(zip_file_begin(z, SV("a"), &e), ST_OK);
    assert_int_equal(zip_file_begin(z, SV("b"), &e), ST_INVALID);
    assert_int_equal(zip_finish(z, &e), ST_INVALID);
    assert_int_equal(zip_file_end(z, &e), ST_OK);
    assert_int_equal(zip_file_begin(z, SV("a"), &e), ST_INVALID);
    zip_writer_destroy(z);
    buffer_release(&out);
}

int main(void)
{
    (void)setlocale(LC_CTYPE, "C.UTF-8"); // libarchive wants names in it
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_back),
        cmocka_unit_test(test_same_calls_same_bytes),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
