// SPDX-License-Identifier: Apache-2.0
// Pictures made smaller: averages, turns, what is refused.
#include "images/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <string.h>

#define MOST ((size_t)16 << 20)

static void averages_are_whole_and_rounded_once(void **state)
{
    // Three columns into two: 1, 0.5 | 0.5, 1; two rows into one.
    static const uint8_t rows[2][3] = {{0, 90, 200}, {60, 30, 255}};
    struct pixels to;
    struct averaging a;
    (void)state;
    assert_true(pixels_make(&to, 2, 1, 1));
    assert_true(averaging_begin(&a, 3, 2, &to));
    averaging_row(&a, rows[0]);
    averaging_row(&a, rows[1]);
    averaging_row(&a, rows[1]);           // one too many is nothing
    assert_int_equal(to.samples[0], 40);  // (0 * 2 + 90 + 60 * 2 + 30) / 6
    assert_int_equal(to.samples[1], 172); // (90 + 200 * 2 + 30 + 255 * 2) / 6 = 171.7
    averaging_end(&a);
    pixels_release(&to);
}

static void orientations_are_undone(void **state)
{
    // CIPA DC-008, 4.6.4: what lies at (row 0, column 0) of "ab/cd/ef" is shown where it says.
    static const char *const wanted[] = {"abcdef", "badcfe", "fedcba", "efcdab",
                                         "acebdf", "ecafdb", "fdbeca", "bdface"};
    (void)state;
    for (unsigned orientation = 1; orientation <= 8; orientation++) {
        struct pixels p;
        assert_true(pixels_make(&p, 2, 3, 1));
        memcpy(p.samples, "abcdef", 6);
        assert_true(pixels_turn(&p, orientation));
        assert_int_equal(p.width, orientation >= 5 ? 3 : 2);
        assert_memory_equal(p.samples, wanted[orientation - 1], 6);
        pixels_release(&p);
    }
}

// A picture of some size, its left half dark.
static void make_jpeg(uint32_t width, uint32_t height, struct buffer *out)
{
    struct pixels p;
    buffer_init(out, MOST);
    assert_true(pixels_make(&p, width, height, 3));
    for (size_t i = 0; i < (size_t)width * height * 3; i++) {
        p.samples[i] = i / 3 % width < width / 2 ? 20 : 220;
    }
    assert_int_equal(jpeg_write(&p, NULL, SV(""), out, NULL), ST_OK);
    pixels_release(&p);
}

static enum shrunk shrink(string_view picture, uint32_t longest, struct buffer *out)
{
    enum shrunk how = SHRUNK_COUNT;
    buffer_init(out, MOST);
    assert_int_equal(image_shrink(picture, longest, SV("<xmp/>"), &shrink_limits, out, &how, NULL),
                     ST_OK);
    assert_int_equal(how == SHRUNK, out->length > 0);
    return how;
}

// Of the frame's header (ITU-T T.81, B.2.2).
static void assert_sides(const struct buffer *jpeg, unsigned width, unsigned height)
{
    const unsigned char *b = (const unsigned char *)jpeg->bytes;
    size_t at = 2;
    while (b[at + 1] != 0xC0) {
        at += 2u + ((size_t)b[at + 2] << 8) + b[at + 3];
        assert_true(at + 9 < jpeg->length);
    }
    assert_int_equal(b[at + 5] << 8 | b[at + 6], height);
    assert_int_equal(b[at + 7] << 8 | b[at + 8], width);
}

static void a_jpeg_becomes_smaller_and_keeps_its_shape(void **state)
{
    struct buffer large;
    struct buffer small;
    struct pixels read = {.samples = NULL};
    enum shrunk how = SHRUNK_COUNT;
    (void)state;
    make_jpeg(1200, 900, &large);
    assert_int_equal(shrink(buffer_view(&large), 512, &small), SHRUNK);
    assert_sides(&small, 512, 384);
    assert_non_null(memmem(small.bytes, small.length, "http://ns.adobe.com/xap/1.0/\0<xmp/>", 35));
    assert_int_equal(jpeg_read(buffer_view(&small), 64, &shrink_limits, &read, &how, NULL), ST_OK);
    assert_int_equal(how, SHRUNK);
    assert_in_range(read.samples[0], 15, 25);
    assert_in_range(read.samples[63 * 3], 215, 225);
    pixels_release(&read);
    buffer_release(&small);
    assert_int_equal(shrink(buffer_view(&large), 1200, &small), SHRUNK_NOT_LARGER);
    buffer_release(&small);
    buffer_release(&large);
}

static void a_turned_jpeg_stands_upright(void **state)
{
    // APP1, Exif, TIFF of either order, one entry: orientation 6.
    static const char *const notes[] = {
        "\xff\xe1\x00\x22"
        "Exif\0\0"
        "MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
        "\xff\xe1\x00\x22"
        "Exif\0\0"
        "II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0",
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(notes); i++) {
        struct buffer plain;
        struct buffer turned;
        struct buffer small;
        make_jpeg(300, 200, &plain);
        buffer_init(&turned, MOST);
        buffer_append(&turned, plain.bytes, 2);
        buffer_append(&turned, notes[i], 36);
        buffer_append(&turned, plain.bytes + 2, plain.length - 2);
        assert_int_equal(shrink(buffer_view(&turned), 150, &small), SHRUNK);
        assert_sides(&small, 100, 150);
        assert_null(memmem(small.bytes, small.length, "Exif", 4));
        buffer_release(&small);
        buffer_release(&turned);
        buffer_release(&plain);
    }
}

static void what_cannot_be_made_smaller_says_why(void **state)
{
    // The header of a PNG of 60,000 by 60,000 pixels, with its checksum.
    static const char bomb[] =
        "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0"
        "\x0f\xb0\xe2\x15\0\0\0\0IDAT\x35\xaf\x06\x1e";
    struct buffer large;
    struct buffer out;
    (void)state;
    assert_int_equal(shrink(SV("GIF89a"), 512, &out), SHRUNK_OTHER_KIND);
    assert_int_equal(shrink(SV(""), 512, &out), SHRUNK_OTHER_KIND);
    assert_int_equal(shrink(SV("\x89PNG\r\n\x1a\n"), 512, &out), SHRUNK_DAMAGED);
    assert_int_equal(shrink((string_view){bomb, sizeof bomb - 1}, 512, &out), SHRUNK_TOO_MUCH);
    assert_int_equal(shrink(SV("\xff\xd8\xff\xe0 nonsense"), 512, &out), SHRUNK_DAMAGED);
    make_jpeg(1200, 900, &large);
    assert_int_equal(shrink(sv_slice(buffer_view(&large), 0, large.length / 2), 512, &out),
                     SHRUNK_DAMAGED);
    const struct shrink_limits few = {.pixels = 1000000, .memory = MOST};
    enum shrunk how = SHRUNK_COUNT;
    assert_int_equal(image_shrink(buffer_view(&large), 512, SV(""), &few, &out, &how, NULL), ST_OK);
    assert_int_equal(how, SHRUNK_TOO_MUCH);
    assert_int_equal(out.length, 0);
    buffer_release(&out);
    buffer_release(&large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(averages_are_whole_and_rounded_once),
        cmocka_unit_test(orientations_are_undone),
        cmocka_unit_test(a_jpeg_becomes_smaller_and_keeps_its_shape),
        cmocka_unit_test(a_turned_jpeg_stands_upright),
        cmocka_unit_test(what_cannot_be_made_smaller_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
