// SPDX-License-Identifier: Apache-2.0
// Pieces unpacked by libdeflate: any bytes, of any length, one piece behind another; codes.
#include "formats/deflate_codes.h"
#include "formats/deflate_matches.h"
#include "formats/deflate_piece.h"

#include <libdeflate.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static uint64_t seed = 7;

static uint64_t next_number(void)
{
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
    return seed >> 33;
}

static void pack(struct deflater *d, string_view text, struct buffer *out)
{
    struct error e = {0};
    uint32_t crc = 0;
    assert_int_equal(deflate_piece(d, text, out, &crc, &e), ST_OK);
    assert_int_equal(crc, libdeflate_crc32(0, text.bytes, text.length));
}

// The stream that the pieces are, with its end.
static void expect_unpacked(struct buffer *packed, string_view text)
{
    struct libdeflate_decompressor *u = libdeflate_alloc_decompressor();
    char *out = malloc(text.length + 1);
    size_t length = 0;
    assert_non_null(u);
    assert_non_null(out);
    buffer_append(packed, DEFLATE_END, sizeof DEFLATE_END - 1);
    assert_int_equal(libdeflate_deflate_decompress(u, packed->bytes, packed->length, out,
                                                   text.length + 1, &length),
                     LIBDEFLATE_SUCCESS);
    assert_int_equal(length, text.length);
    if (length > 0) {
        assert_memory_equal(out, text.bytes, length);
    }
    free(out);
    libdeflate_free_decompressor(u);
}

static void expect_round(struct deflater *d, string_view text)
{
    struct buffer packed;
    buffer_init(&packed, 64 << 20);
    pack(d, text, &packed);
    assert_true(packed.length <= text.length + 5 * (text.length / 40000 + 3)); // stored, about
    expect_unpacked(&packed, text);
    buffer_release(&packed);
}

enum filling { FILLED_ALIKE, FILLED_TEXT, FILLED_BITS, FILLED_MIXED, FILLINGS };

static void fill(struct buffer *out, enum filling filling, size_t length)
{
    static const char letters[] = "Aves Pica picas,Corvus corone 1774\n\"\",,,";
    buffer_clear(out);
    while (out->length < length) {
        enum filling kind =
            filling != FILLED_MIXED ? filling : (enum filling)(out->length / 5000 % FILLED_MIXED);
        char byte = 'a';
        if (kind == FILLED_TEXT) {
            byte = letters[next_number() % (sizeof letters - 1)];
        } else if (kind == FILLED_BITS) {
            byte = (char)next_number();
        }
        buffer_append_byte(out, byte);
    }
}

static void test_lengths(void **state)
{
    (void)state;
    static const size_t long_ones[] = {4095,  32768,  32769,  65535,  65536,  65537,
                                       70000, 131071, 131072, 131073, 131400, 700001};
    struct buffer text;
    struct deflater *d = deflater_create();
    assert_non_null(d);
    buffer_init(&text, 8 << 20);
    for (enum filling filling = 0; filling < FILLINGS; filling++) {
        for (size_t length = 0; length < 620; length++) {
            fill(&text, filling, length);
            expect_round(d, buffer_view(&text));
        }
        for (size_t i = 0; i < ARRAY_LENGTH(long_ones); i++) {
            fill(&text, filling, long_ones[i]);
            expect_round(d, buffer_view(&text));
        }
    }
    buffer_release(&text);
    deflater_destroy(d);
}

// The same bytes again, from near to farther than can be told; the repetitions of all lengths.
static void test_distances(void **state)
{
    (void)state;
    struct buffer text;
    struct buffer between;
    struct deflater *d = deflater_create();
    buffer_init(&text, 8 << 20);
    buffer_init(&between, 8 << 20);
    for (size_t distance = 1; distance < 70000; distance += distance / 3 + 1) {
        for (size_t length = 4; length < 600; length += 1 + length / 5) {
            fill(&text, FILLED_BITS, distance);
            for (size_t i = 0; i < length; i++) {
                buffer_append_byte(&text, text.bytes[text.length - distance]);
            }
            fill(&between, FILLED_BITS, 20);
            buffer_append_view(&text, buffer_view(&between));
            expect_round(d, buffer_view(&text));
        }
    }
    buffer_release(&text);
    buffer_release(&between);
    deflater_destroy(d);
}

// What compresses does: a table of a museum becomes less than a third.
static void test_size(void **state)
{
    (void)state;
    struct buffer text;
    struct buffer packed;
    struct deflater *d = deflater_create();
    buffer_init(&text, 8 << 20);
    buffer_init(&packed, 8 << 20);
    for (unsigned i = 0; i < 5000; i++) {
        buffer_print(&text,
                     "records,specimens,BOT-%06u,Plantae,Salix alba,%u,female,,,\"Oslo, %u\"\n", i,
                     1800 + (unsigned)(next_number() % 200), (unsigned)(next_number() % 90));
    }
    pack(d, buffer_view(&text), &packed);
    assert_true(packed.length * 3 < text.length);
    expect_unpacked(&packed, buffer_view(&text));
    buffer_release(&text);
    buffer_release(&packed);
    deflater_destroy(d);
}

// Pieces follow each other, and do not depend on what the deflater had before.
static void test_pieces(void **state)
{
    (void)state;
    struct error e = {0};
    struct buffer text;
    struct buffer packed[2];
    struct deflater *d = deflater_create();
    uint32_t crc = 0;
    buffer_init(&text, 16 << 20);
    fill(&text, FILLED_MIXED, 300000);
    for (size_t i = 0; i < 2; i++) {
        buffer_init(&packed[i], 8 << 20);
        for (size_t at = 0; at < text.length; at += 77777) {
            pack(d, sv_slice(buffer_view(&text), at, 77777), &packed[i]);
        }
    }
    assert_int_equal(packed[0].length, packed[1].length);
    assert_memory_equal(packed[0].bytes, packed[1].bytes, packed[0].length);
    expect_unpacked(&packed[0], buffer_view(&text));
    fill(&text, FILLED_ALIKE, DEFLATE_PIECE_MOST + 1);
    assert_int_equal(deflate_piece(d, buffer_view(&text), &packed[0], &crc, &e), ST_TOO_LARGE);
    for (size_t i = 0; i < 2; i++) {
        buffer_release(&packed[i]);
    }
    buffer_release(&text);
    deflater_destroy(d);
}

// Codes are whole (Kraft), in bounds, and longer for what is rarer.
static void expect_codes(const uint32_t *counts, size_t symbols, unsigned most)
{
    struct deflate_code codes[DEFLATE_SYMBOLS_MOST];
    uint64_t sum = 0;
    deflate_codes_find(counts, symbols, most, codes);
    for (size_t i = 0; i < symbols; i++) {
        assert_true(codes[i].length <= most);
        assert_true(counts[i] == 0 || codes[i].length > 0);
        sum += codes[i].length == 0 ? 0 : UINT64_C(1) << (most - codes[i].length);
        for (size_t k = 0; k < symbols; k++) {
            assert_true(counts[i] <= counts[k] || codes[i].length <= codes[k].length ||
                        codes[k].length == 0);
        }
    }
    assert_int_equal(sum, UINT64_C(1) << most);
}

static void test_codes(void **state)
{
    (void)state;
    uint32_t counts[DEFLATE_SYMBOLS_MOST] = {0};
    struct deflate_code codes[4];
    expect_codes(counts, 30, 12); // of nothing
    counts[7] = 1;
    expect_codes(counts, 30, 12); // of one
    counts[0] = 1;
    counts[1] = 1;
    for (size_t i = 2; i < 25; i++) { // Fibonacci's: as deep as codes can be
        counts[i] = counts[i - 1] + counts[i - 2];
    }
    expect_codes(counts, 30, 12);
    expect_codes(counts, 19, 7);
    for (size_t turn = 0; turn < 200; turn++) {
        for (size_t i = 0; i < DEFLATE_SYMBOLS_MOST; i++) {
            counts[i] = (uint32_t)(next_number() % DEFLATE_COUNT_MOST) >> (next_number() % 19);
        }
        expect_codes(counts, DEFLATE_SYMBOLS_MOST, 12);
    }
    // RFC 1951 section 3.2.2's example of lengths 2, 1, 3, 3: codes 10, 0, 110, 111.
    static const uint32_t few[] = {2, 5, 1, 1};
    static const uint16_t bits[] = {1, 0, 3, 7}; // the first bit is the least
    static const uint16_t lengths[] = {2, 1, 3, 3};
    deflate_codes_find(few, 4, 12, codes);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(codes[i].length, lengths[i]);
        assert_int_equal(codes[i].bits, bits[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lengths), cmocka_unit_test(test_distances),
        cmocka_unit_test(test_size),    cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
