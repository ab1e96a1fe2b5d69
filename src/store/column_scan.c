// SPDX-License-Identifier: Apache-2.0
// Cells are compared as they lie, 64 for each word of the answer; only words that the window does
// not fill, and cells of three bytes, are unpacked first.
#include "store/column_scan.h"

#include <string.h>

#define WORD 64u // cells of a word of the answer

// As wide as every processor compares at once.
typedef uint8_t bytes_block __attribute__((vector_size(16), aligned(1), may_alias));
typedef uint16_t halves_block __attribute__((vector_size(16), aligned(1), may_alias));
typedef uint32_t words_block __attribute__((vector_size(16), aligned(1), may_alias));

#if defined(__SSE2__)

// The highest bits of bytes, halves and words that are all ones or all zeros.
static inline uint64_t pack_bytes(bytes_block within)
{
    typedef char signed_bytes __attribute__((vector_size(16)));
    return (uint32_t)__builtin_ia32_pmovmskb128((signed_bytes)within);
}

static inline uint64_t pack_halves(halves_block first, halves_block second)
{
    typedef short signed_halves __attribute__((vector_size(16)));
    return pack_bytes(
        (bytes_block)__builtin_ia32_packsswb128((signed_halves)first, (signed_halves)second));
}

static inline uint64_t pack_words(words_block first, words_block second, words_block third,
                                  words_block fourth)
{
    typedef int signed_words __attribute__((vector_size(16)));
    return pack_halves(
        (halves_block)__builtin_ia32_packssdw128((signed_words)first, (signed_words)second),
        (halves_block)__builtin_ia32_packssdw128((signed_words)third, (signed_words)fourth));
}

#else

// The lowest bits of 8 bytes: each is moved to its place in the highest byte, where none of them
// meet.
static inline uint64_t pack(uint64_t flags)
{
    return (flags & UINT64_C(0x0101010101010101)) * UINT64_C(0x0102040810204080) >> 56;
}

static inline uint64_t pack_bytes(bytes_block within)
{
    uint64_t halves[2];
    memcpy(halves, &within, sizeof halves);
    return pack(halves[0]) | pack(halves[1]) << 8;
}

static inline uint64_t pack_halves(halves_block first, halves_block second)
{
    uint8_t bytes[16];
    for (unsigned i = 0; i < 8; i++) {
        bytes[i] = (uint8_t)first[i];
        bytes[8 + i] = (uint8_t)second[i];
    }
    return pack_bytes(*(const bytes_block *)bytes);
}

static inline uint64_t pack_words(words_block first, words_block second, words_block third,
                                  words_block fourth)
{
    uint8_t bytes[16];
    for (unsigned i = 0; i < 4; i++) {
        bytes[i] = (uint8_t)first[i];
        bytes[4 + i] = (uint8_t)second[i];
        bytes[8 + i] = (uint8_t)third[i];
        bytes[12 + i] = (uint8_t)fourth[i];
    }
    return pack_bytes(*(const bytes_block *)bytes);
}

#endif

// Spreads the low 32 bits to every second place.
static inline uint64_t spread(uint64_t x)
{
    x = (x | x << 16) & UINT64_C(0x0000FFFF0000FFFF);
    x = (x | x << 8) & UINT64_C(0x00FF00FF00FF00FF);
    x = (x | x << 4) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    x = (x | x << 2) & UINT64_C(0x3333333333333333);
    return (x | x << 1) & UINT64_C(0x5555555555555555);
}

// --- words of one width ----------------------------------------------------------------------

static void scan_1(const unsigned char *cells, size_t words, uint64_t *out)
{
    for (size_t i = 0; i < words; i++) {
        uint64_t word = 0;
        memcpy(&word, cells + 8 * i, sizeof word);
        out[i] |= word;
    }
}

// The bytes' masks within [first, first + span]; likewise of halves and words.
static inline bytes_block bytes_within(bytes_block cells, uint8_t first, uint8_t span)
{
    return (bytes_block)(cells - first <= span);
}

static inline halves_block halves_within(const unsigned char *at, uint16_t first, uint16_t span)
{
    return (halves_block)(*(const halves_block *)at - first <= span);
}

static inline words_block words_within(const unsigned char *at, uint32_t first, uint32_t span)
{
    return (words_block)(*(const words_block *)at - first <= span);
}

static void scan_2(const unsigned char *cells, size_t words, uint8_t first, uint8_t span,
                   uint64_t *out)
{
    for (size_t i = 0; i < words; i++) {
        const bytes_block four = *(const bytes_block *)(cells + 16 * i);
        uint64_t bits[4];
        for (unsigned k = 0; k < 4; k++) {
            bits[k] = pack_bytes(bytes_within(four >> (2 * k) & 3, first, span));
        }
        uint64_t even = spread(bits[0]) | spread(bits[2]) << 1;
        uint64_t odd = spread(bits[1]) | spread(bits[3]) << 1;
        out[i] |= spread(even) | spread(odd) << 1;
    }
}

static void scan_4(const unsigned char *cells, size_t words, uint8_t first, uint8_t span,
                   uint64_t *out)
{
    for (size_t i = 0; i < words; i++) {
        uint64_t even = 0;
        uint64_t odd = 0;
        for (unsigned k = 0; k < 2; k++) {
            const bytes_block two = *(const bytes_block *)(cells + 32 * i + 16 * k);
            even |= pack_bytes(bytes_within(two & 15, first, span)) << 16 * k;
            odd |= pack_bytes(bytes_within(two >> 4, first, span)) << 16 * k;
        }
        out[i] |= spread(even) | spread(odd) << 1;
    }
}

static void scan_8(const unsigned char *cells, size_t words, uint8_t first, uint8_t span,
                   uint64_t *out)
{
    for (size_t i = 0; i < words; i++) {
        uint64_t word = 0;
        for (unsigned k = 0; k < 4; k++) {
            const bytes_block block = *(const bytes_block *)(cells + 64 * i + 16 * k);
            word |= pack_bytes(bytes_within(block, first, span)) << 16 * k;
        }
        out[i] |= word;
    }
}

static void scan_16(const unsigned char *cells, size_t words, uint16_t first, uint16_t span,
                    uint64_t *out)
{
    for (size_t i = 0; i < words; i++) {
        uint64_t word = 0;
        for (unsigned k = 0; k < 4; k++) {
            const unsigned char *at = cells + 128 * i + 32 * k;
            word |= pack_halves(halves_within(at, first, span), halves_within(at + 16, first, span))
                    << 16 * k;
        }
        out[i] |= word;
    }
}

static void scan_32(const unsigned char *cells, size_t words, uint32_t first, uint32_t span,
                    uint64_t *out)
{
    for (size_t i = 0; i < words; i++) {
        uint64_t word = 0;
        for (unsigned k = 0; k < 4; k++) {
            const unsigned char *at = cells + 256 * i + 64 * k;
            word |=
                pack_words(words_within(at, first, span), words_within(at + 16, first, span),
                           words_within(at + 32, first, span), words_within(at + 48, first, span))
                << 16 * k;
        }
        out[i] |= word;
    }
}

// --- the whole window ------------------------------------------------------------------------

// One word, of which the window may hold a part.
static void scan_part(const struct column *c, uint64_t word, uint32_t first, uint32_t span,
                      struct bitset *elements)
{
    uint32_t cells[WORD];
    column_unpack(c, word * WORD, WORD, cells); // zeros outside the window
    scan_32((const unsigned char *)cells, 1, first, span, elements->words + word);
}

// Whole words of cells that begin at a byte.
static void scan_words(const unsigned char *cells, uint32_t width, size_t words, uint32_t first,
                       uint32_t span, uint64_t *out)
{
    // No cell is greater than the width can hold, so neither need the span be.
    uint32_t most = width == 32 ? UINT32_MAX : (1u << width) - 1;
    span = MIN(span, most - first);
    switch (width) {
    case 1:
        scan_1(cells, words, out);
        break;
    case 2:
        scan_2(cells, words, (uint8_t)first, (uint8_t)span, out);
        break;
    case 4:
        scan_4(cells, words, (uint8_t)first, (uint8_t)span, out);
        break;
    case 8:
        scan_8(cells, words, (uint8_t)first, (uint8_t)span, out);
        break;
    case 16:
        scan_16(cells, words, (uint16_t)first, (uint16_t)span, out);
        break;
    default:
        scan_32(cells, words, first, span, out);
    }
}

#define SHIFTED_WORDS 64u

// The same where cells of less than a byte begin within one: they are moved to its start first. The
// byte behind the last cell is there (struct column).
static void scan_shifted(const unsigned char *cells, unsigned shift, uint32_t width, size_t words,
                         uint32_t first, uint32_t span, uint64_t *out)
{
    uint64_t moved[SHIFTED_WORDS * 4];
    for (size_t done = 0; done < words; done += SHIFTED_WORDS) {
        size_t count = MIN(words - done, (size_t)SHIFTED_WORDS);
        const unsigned char *from = cells + 8 * width * done;
        for (size_t i = 0; i < count * width; i++) {
            uint64_t low = 0;
            memcpy(&low, from + 8 * i, sizeof low);
            moved[i] = low >> shift | (uint64_t)from[8 * i + 8] << (64 - shift);
        }
        scan_words((const unsigned char *)moved, width, count, first, span, out + done);
    }
}

// Cells that the header tells, of width 0.
static void scan_told(const struct column *c, uint32_t first, uint32_t span,
                      struct bitset *elements)
{
    uint64_t from = 0; // in the window
    uint64_t to = c->constant - first <= span ? c->count : 0;
    if (c->step != 0) {
        uint64_t behind = (uint64_t)first + span + 1;
        from = first > c->constant ? first - c->constant : 0;
        to = behind > c->constant ? MIN(behind - c->constant, c->count) : 0;
    }
    if (from < to) {
        bitset_set_range(elements, (size_t)(c->first + from), (size_t)(c->first + to));
    }
}

void column_scan(const struct column *c, uint32_t first, uint32_t span, struct bitset *elements)
{
    uint64_t end = c->first + c->count;
    uint64_t word = c->first / WORD;
    uint64_t last = end / WORD; // behind the last whole word
    if (c->width == 0 || c->count == 0) {
        scan_told(c, first, span, elements);
        return;
    }
    if (c->width < 32 && first >= 1u << c->width) {
        return;
    }
    if (c->first % WORD != 0) {
        scan_part(c, word++, first, span, elements);
    }
    if (word < last && c->width != 24) {
        uint64_t bit = (word * WORD - c->first) * c->width;
        const unsigned char *cells = c->cells + bit / 8;
        size_t words = (size_t)(last - word);
        if (bit % 8 == 0) {
            scan_words(cells, c->width, words, first, span, elements->words + word);
        } else {
            scan_shifted(cells, bit % 8, c->width, words, first, span, elements->words + word);
        }
        word = last;
    }
    for (; word * WORD < end; word++) {
        scan_part(c, word, first, span, elements);
    }
}
