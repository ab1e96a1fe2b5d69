// SPDX-License-Identifier: Apache-2.0
// Blocks of a kind each, whichever is the shortest; an empty stored block behind them leads to the
// next byte. Made for tables of text at the speed at which they are written: whoever wants them
// smaller has other tools.
#include "formats/deflate_piece.h"

#include "formats/bit_writer.h"
#include "formats/deflate_codes.h"
#include "formats/deflate_matches.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <zlib.h>

// Changing any of these changes the bytes of packages (PACKAGE_FORMAT).
enum {
    BLOCK_BYTES = 1 << 17, // that one block stands for, about
    CODE_BITS = 12,        // of a literal's or a distance's code: four fit into BITS_AT_ONCE
};

enum {
    LITERALS = 286,
    FIXED_LITERALS = 288,
    DISTANCES = 30,
    LENGTH_CODES = 19,
    END_OF_BLOCK = 256,
    FIRST_LENGTH = 257, // its symbol
    STORED_MOST = 65535,
    EMPTY_BLOCK = 5, // bytes, and up to 10 bits before them
    MATCHES = BLOCK_BYTES / DEFLATE_MATCH_LEAST + 2,
};

enum block_kind { BLOCK_STORED = 0, BLOCK_FIXED = 1, BLOCK_OWN = 2 };

// What stands for a symbol and what is behind it, in one look.
struct symbol {
    uint16_t first; // bits behind it
    uint8_t more;   // how many
};

struct block {
    size_t bytes;
    size_t match_count;
    uint32_t literal_counts[LITERALS];
    uint32_t distance_counts[DISTANCES];
    uint64_t more_bits; // behind lengths and distances
};

// A block's own codes and how they are told.
struct code_table {
    struct deflate_code literals[FIXED_LITERALS];
    struct deflate_code distances[DISTANCES + 2];
    size_t literal_count; // that are told
    size_t distance_count;
    // lengths of codes, of which runs are one symbol, and bits behind it
    uint8_t told[LITERALS + DISTANCES];
    uint8_t told_more[LITERALS + DISTANCES];
    size_t told_count;
    struct deflate_code lengths[LENGTH_CODES];
    size_t length_count; // that are told
};

struct deflater {
    struct deflate_places places;
    struct deflate_match matches[MATCHES];
    struct block block;
    struct code_table own;
    struct code_table fixed;
    uint8_t length_symbols[DEFLATE_MATCH_MOST + 1]; // less FIRST_LENGTH
};

// Section 3.2.5: where the lengths of a symbol begin, and how many bits tell which it is.
static const struct symbol lengths[] = {
    {3, 0},  {4, 0},  {5, 0},  {6, 0},   {7, 0},   {8, 0},   {9, 0},   {10, 0},  {11, 1}, {13, 1},
    {15, 1}, {17, 1}, {19, 2}, {23, 2},  {27, 2},  {31, 2},  {35, 3},  {43, 3},  {51, 3}, {59, 3},
    {67, 4}, {83, 4}, {99, 4}, {115, 4}, {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0}};

// --- symbols ---------------------------------------------------------------------------------

// Of distances the bits say it all: two symbols for each power of two.
static inline unsigned distance_symbol(unsigned distance)
{
    unsigned place = distance - 1;
    if (place < 4) {
        return place;
    }
    unsigned bit = 31u - (unsigned)__builtin_clz(place);
    return 2 * bit + (place >> (bit - 1) & 1);
}

static inline unsigned distance_more(unsigned symbol)
{
    return symbol < 4 ? 0 : symbol / 2 - 1;
}

static void name_lengths(struct deflater *d)
{
    for (size_t i = 0; i < ARRAY_LENGTH(lengths); i++) {
        size_t end = i + 1 < ARRAY_LENGTH(lengths) ? lengths[i + 1].first : DEFLATE_MATCH_MOST + 1;
        for (size_t length = lengths[i].first; length < end; length++) {
            d->length_symbols[length] = (uint8_t)i;
        }
    }
}

static void make_fixed(struct code_table *t)
{
    for (size_t i = 0; i < FIXED_LITERALS; i++) {
        t->literals[i].length = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    }
    for (size_t i = 0; i < DISTANCES + 2; i++) {
        t->distances[i].length = 5;
    }
    deflate_codes_number(t->literals, FIXED_LITERALS);
    deflate_codes_number(t->distances, DISTANCES + 2);
}

struct deflater *deflater_create(void)
{
    struct deflater *d = calloc(1, sizeof *d);
    if (d != NULL) {
        name_lengths(d);
        make_fixed(&d->fixed);
    }
    return d;
}

void deflater_destroy(struct deflater *d)
{
    free(d);
}

// --- counting --------------------------------------------------------------------------------

static void count_symbols(struct deflater *d, const unsigned char *at)
{
    struct block *b = &d->block;
    memset(b->literal_counts, 0, sizeof b->literal_counts);
    memset(b->distance_counts, 0, sizeof b->distance_counts);
    b->literal_counts[END_OF_BLOCK] = 1;
    b->more_bits = 0;
    for (size_t i = 0; i < b->match_count; i++) {
        const struct deflate_match *m = &d->matches[i];
        for (const unsigned char *end = at + m->literals; at < end; at++) {
            b->literal_counts[*at]++;
        }
        if (m->length > 0) {
            unsigned length = d->length_symbols[m->length];
            unsigned distance = distance_symbol(m->distance);
            b->literal_counts[FIRST_LENGTH + length]++;
            b->distance_counts[distance]++;
            b->more_bits += lengths[length].more + distance_more(distance);
            at += m->length;
        }
    }
}

static uint64_t bits_of(const uint32_t *counts, size_t symbols, const struct deflate_code *codes)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < symbols; i++) {
        bits += (uint64_t)counts[i] * codes[i].length;
    }
    return bits;
}

static uint64_t bits_of_symbols(const struct block *b, const struct code_table *t)
{
    return b->more_bits + bits_of(b->literal_counts, LITERALS, t->literals) +
           bits_of(b->distance_counts, DISTANCES, t->distances);
}

// --- how codes are told (section 3.2.7) --------------------------------------------------------

static const unsigned char length_order[LENGTH_CODES] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                         11, 4,  12, 3, 13, 2, 14, 1, 15};

static unsigned told_bits(unsigned symbol)
{
    return symbol < 16 ? 0 : symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
}

static void tell(struct code_table *t, unsigned symbol, size_t more)
{
    t->told[t->told_count] = (uint8_t)symbol;
    t->told_more[t->told_count++] = (uint8_t)more;
}

// A run of `count` codes of one length.
static void tell_run(struct code_table *t, unsigned length, size_t count)
{
    while (length == 0 && count >= 3) {
        size_t taken = MIN(count, (size_t)138);
        tell(t, taken > 10 ? 18 : 17, taken > 10 ? taken - 11 : taken - 3);
        count -= taken;
    }
    if (length != 0 && count > 0) {
        tell(t, length, 0);
        count--;
    }
    while (count >= 3) {
        size_t taken = MIN(count, (size_t)6);
        tell(t, 16, taken - 3);
        count -= taken;
    }
    while (count-- > 0) {
        tell(t, length, 0);
    }
}

static void tell_lengths(struct code_table *t)
{
    uint8_t all[LITERALS + DISTANCES];
    size_t count = t->literal_count + t->distance_count;
    for (size_t i = 0; i < t->literal_count; i++) {
        all[i] = (uint8_t)t->literals[i].length;
    }
    for (size_t i = 0; i < t->distance_count; i++) {
        all[t->literal_count + i] = (uint8_t)t->distances[i].length;
    }
    t->told_count = 0;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && all[end] == all[i]) {
            end++;
        }
        tell_run(t, all[i], end - i);
        i = end;
    }
}

static size_t told_symbols(const struct deflate_code *codes, size_t count, size_t least)
{
    while (count > least && codes[count - 1].length == 0) {
        count--;
    }
    return count;
}

// Finds the block's own codes; returns how many bits it takes to tell them.
static uint64_t find_codes(const struct block *b, struct code_table *t)
{
    uint32_t counts[LENGTH_CODES] = {0};
    uint64_t bits = 5 + 5 + 4;
    deflate_codes_find(b->literal_counts, LITERALS, CODE_BITS, t->literals);
    deflate_codes_find(b->distance_counts, DISTANCES, CODE_BITS, t->distances);
    t->literal_count = told_symbols(t->literals, LITERALS, FIRST_LENGTH);
    t->distance_count = told_symbols(t->distances, DISTANCES, 1);
    tell_lengths(t);
    for (size_t i = 0; i < t->told_count; i++) {
        counts[t->told[i]]++;
        bits += told_bits(t->told[i]);
    }
    deflate_codes_find(counts, LENGTH_CODES, 7, t->lengths);
    t->length_count = LENGTH_CODES;
    while (t->length_count > 4 && t->lengths[length_order[t->length_count - 1]].length == 0) {
        t->length_count--;
    }
    return bits + 3 * t->length_count + bits_of(counts, LENGTH_CODES, t->lengths);
}

static void put_codes(const struct code_table *t, struct bit_writer *w)
{
    bits_put(w, t->literal_count - FIRST_LENGTH, 5);
    bits_put(w, t->distance_count - 1, 5);
    bits_put(w, t->length_count - 4, 4);
    bits_flush(w);
    for (size_t i = 0; i < t->length_count; i++) {
        bits_put(w, t->lengths[length_order[i]].length, 3);
        bits_flush(w);
    }
    for (size_t i = 0; i < t->told_count; i++) {
        struct deflate_code code = t->lengths[t->told[i]];
        bits_put(w, code.bits, code.length);
        bits_put(w, t->told_more[i], told_bits(t->told[i]));
        bits_flush(w);
    }
}

// --- blocks ----------------------------------------------------------------------------------

static inline void put_code(struct bit_writer *w, struct deflate_code code)
{
    bits_put(w, code.bits, code.length);
}

static void put_literals(struct bit_writer *w, const struct deflate_code *codes,
                         const unsigned char *at, size_t count)
{
    for (; count >= 4; count -= 4, at += 4) {
        put_code(w, codes[at[0]]);
        put_code(w, codes[at[1]]);
        put_code(w, codes[at[2]]);
        put_code(w, codes[at[3]]);
        bits_flush(w);
    }
    for (; count > 0; count--, at++) {
        put_code(w, codes[*at]);
    }
    bits_flush(w);
}

static void put_match(const struct deflater *d, const struct code_table *t,
                      const struct deflate_match *m, struct bit_writer *w)
{
    unsigned length = d->length_symbols[m->length];
    unsigned distance = distance_symbol(m->distance);
    unsigned more = distance_more(distance);
    put_code(w, t->literals[FIRST_LENGTH + length]);
    bits_put(w, m->length - lengths[length].first, lengths[length].more);
    put_code(w, t->distances[distance]);
    bits_put(w, (m->distance - 1u) & ((1u << more) - 1), more);
    bits_flush(w);
}

static void put_symbols(const struct deflater *d, const struct code_table *t,
                        const unsigned char *at, struct bit_writer *w)
{
    for (size_t i = 0; i < d->block.match_count; i++) {
        const struct deflate_match *m = &d->matches[i];
        put_literals(w, t->literals, at, m->literals);
        at += m->literals;
        if (m->length > 0) {
            put_match(d, t, m, w);
            at += m->length;
        }
    }
    put_code(w, t->literals[END_OF_BLOCK]);
    bits_flush(w);
}

static void begin_block(struct bit_writer *w, enum block_kind kind)
{
    bits_put(w, (uint64_t)kind << 1, 3); // never the last one
    bits_flush(w);
}

// Section 3.2.4; without bytes it is what leads to the next byte.
static void put_stored(struct bit_writer *w, const unsigned char *bytes, size_t count)
{
    do {
        size_t taken = MIN(count, (size_t)STORED_MOST);
        begin_block(w, BLOCK_STORED);
        bits_align(w);
        bits_put(w, taken | (uint64_t)(~taken & 0xffff) << 16, 32);
        bits_flush(w);
        if (taken > 0) {
            memcpy(w->at, bytes, taken);
            w->at += taken;
            bytes += taken;
            count -= taken;
        }
    } while (count > 0);
}

static void put_block(struct deflater *d, const unsigned char *bytes, struct bit_writer *w)
{
    const struct block *b = &d->block;
    count_symbols(d, bytes);
    uint64_t stored = 8 * ((uint64_t)b->bytes + EMPTY_BLOCK * (b->bytes / STORED_MOST + 1));
    uint64_t fixed = bits_of_symbols(b, &d->fixed);
    uint64_t own = find_codes(b, &d->own);
    own += bits_of_symbols(b, &d->own);
    if (stored < MIN(fixed, own)) {
        put_stored(w, bytes, b->bytes);
        return;
    }
    begin_block(w, fixed <= own ? BLOCK_FIXED : BLOCK_OWN);
    if (own < fixed) {
        put_codes(&d->own, w);
    }
    put_symbols(d, own < fixed ? &d->own : &d->fixed, bytes, w);
}

// --- pieces ----------------------------------------------------------------------------------

// No block is longer than what it stands for stored.
static size_t room_for(size_t bytes)
{
    size_t blocks = bytes / BLOCK_BYTES + 1;
    return bytes + blocks * EMPTY_BLOCK * (BLOCK_BYTES / STORED_MOST + 2) + 4 * EMPTY_BLOCK +
           sizeof(uint64_t);
}

status deflate_piece(struct deflater *d, string_view bytes, struct buffer *out, uint32_t *crc,
                     struct error *e)
{
    if (bytes.length > DEFLATE_PIECE_MOST) {
        return error_set(e, ST_TOO_LARGE, "a piece of %zu bytes to compress, at most %zu",
                         bytes.length, DEFLATE_PIECE_MOST);
    }
    if (!buffer_reserve(out, room_for(bytes.length))) {
        return buffer_check(out, "a compressed piece", e);
    }
    struct bit_writer w = {.at = (unsigned char *)out->bytes + out->length};
    deflate_places_clear(&d->places);
    for (size_t at = 0; at < bytes.length;) {
        size_t next = deflate_matches_find(&d->places, bytes, at, BLOCK_BYTES, d->matches,
                                           &d->block.match_count);
        d->block.bytes = next - at;
        put_block(d, (const unsigned char *)bytes.bytes + at, &w);
        at = next;
    }
    put_stored(&w, NULL, 0);
    out->length = (size_t)((char *)w.at - out->bytes);
    *crc = libdeflate_crc32(0, bytes.bytes, bytes.length);
    return ST_OK;
}

uint32_t crc_of_both(uint32_t crc, uint32_t next, uint64_t length)
{
    return (uint32_t)crc32_combine64(crc, next, (z_off64_t)length);
}
