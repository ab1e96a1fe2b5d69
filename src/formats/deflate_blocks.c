// SPDX-License-Identifier: Apache-2.0
// Nobody wants what the codes stand for, only how many bits they take: tables tell that of as many
// codes at once as fit into twelve bits. Longer ones are read bit by bit (RFC 1951 section 3.2.2).
#include "formats/deflate_blocks.h"

#include <string.h>

enum {
    CODE_BITS = 15,
    PLACE_BITS = 12,
    PLACES = 1 << PLACE_BITS,
    LITERALS = 288,
    DISTANCES = 32,
    LENGTH_CODES = 19,
    END_OF_BLOCK = 256,
};

// What a code means to who skips it.
enum kind {
    KIND_NONE,    // no code, or one of more than PLACE_BITS
    KIND_LITERAL, // or a distance: nothing belongs to it but bits behind it
    KIND_LENGTH,  // a distance follows
    KIND_END,     // of the block
};

struct reader {
    string_view stream;
    size_t at; // bit
};

// A canonical code: how many codes of each length, and their symbols in order.
struct codes {
    uint16_t counts[CODE_BITS + 1];
    uint16_t symbols[LITERALS];
};

// By the next bits: kind << 8 | extra << 4 | length of the first code alone; then, packed, kind <<
// 8 | bits of several codes and what lies behind the last.
struct places {
    uint16_t of[PLACES];
};

struct tables {
    struct codes literals;
    struct codes distances;
    struct places first; // scratch
    struct places literal_places;
    struct places distance_places;
};

// --- bits ------------------------------------------------------------------------------------

// The next 57 bits at least, zeros behind the end.
static inline uint64_t peek(const struct reader *r)
{
    uint64_t bits = 0;
    size_t byte = r->at >> 3;
    if (byte + sizeof bits <= r->stream.length) {
        memcpy(&bits, r->stream.bytes + byte, sizeof bits);
    } else if (byte < r->stream.length) {
        memcpy(&bits, r->stream.bytes + byte, r->stream.length - byte);
    }
    return bits >> (r->at & 7);
}

static inline bool is_past(const struct reader *r)
{
    return r->at > 8 * r->stream.length;
}

static inline uint32_t take(struct reader *r, unsigned count)
{
    uint32_t bits = (uint32_t)(peek(r) & ((UINT64_C(1) << count) - 1));
    r->at += count;
    return bits;
}

// --- codes -----------------------------------------------------------------------------------

static uint32_t reversed(uint32_t code, unsigned length)
{
    uint32_t out = 0;
    for (unsigned i = 0; i < length; i++) {
        out |= (code >> i & 1) << (length - 1 - i);
    }
    return out;
}

// Section 3.2.2. False when there are more codes than their lengths allow.
static bool make_codes(const unsigned char *lengths, size_t count, struct codes *out)
{
    uint16_t next[CODE_BITS + 2] = {0};
    int32_t left = 1;
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < count; i++) {
        out->counts[lengths[i]]++;
    }
    out->counts[0] = 0;
    for (unsigned length = 1; length <= CODE_BITS; length++) {
        left = 2 * left - out->counts[length];
        next[length + 1] = (uint16_t)(next[length] + out->counts[length]);
        if (left < 0) {
            return false;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (lengths[i] != 0) {
            out->symbols[next[lengths[i]]++] = (uint16_t)i;
        }
    }
    return true;
}

// The symbol of the next code; UINT32_MAX for none.
static uint32_t take_symbol(struct reader *r, const struct codes *codes)
{
    uint64_t bits = peek(r);
    uint32_t code = 0;
    uint32_t first = 0;
    uint32_t index = 0;
    for (unsigned length = 1; length <= CODE_BITS; length++) {
        uint32_t count = codes->counts[length];
        code |= (uint32_t)(bits >> (length - 1) & 1);
        if (code < first + count) {
            r->at += length;
            return codes->symbols[index + code - first];
        }
        index += count;
        first = (first + count) << 1;
        code <<= 1;
    }
    return UINT32_MAX;
}

// Section 3.2.5: the bits behind a length's code and behind a distance's.
static unsigned bits_of_length(uint32_t symbol)
{
    return symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4;
}

static unsigned bits_of_distance(uint32_t symbol)
{
    return symbol < 4 ? 0 : symbol / 2 - 1;
}

static unsigned entry_of_literal(uint32_t symbol)
{
    return symbol < END_OF_BLOCK    ? KIND_LITERAL << 8
           : symbol == END_OF_BLOCK ? KIND_END << 8
           : symbol > 285           ? KIND_NONE << 8
                                    : KIND_LENGTH << 8 | bits_of_length(symbol) << 4;
}

static unsigned entry_of_distance(uint32_t symbol)
{
    return symbol > 29 ? KIND_NONE << 8 : KIND_LITERAL << 8 | bits_of_distance(symbol) << 4;
}

// The first code at each place.
static void fill_places(const struct codes *codes, unsigned (*entry_of)(uint32_t symbol),
                        struct places *out)
{
    uint32_t code = 0;
    size_t index = 0;
    memset(out, 0, sizeof *out);
    for (unsigned length = 1; length <= PLACE_BITS; length++, code <<= 1) {
        for (unsigned i = 0; i < codes->counts[length]; i++, code++) {
            uint16_t entry = (uint16_t)(entry_of(codes->symbols[index++]) | length);
            for (uint32_t at = reversed(code, length); at < PLACES; at += UINT32_C(1) << length) {
                out->of[at] = entry;
            }
        }
    }
}

static unsigned kind_of(uint16_t entry)
{
    return entry >> 8;
}

// Literals take the codes behind them along, as far as these lie within the place's bits.
static void pack_places(const struct places *first, struct places *out)
{
    for (uint32_t at = 0; at < PLACES; at++) {
        uint16_t entry = first->of[at];
        unsigned used = entry & 15;
        while (kind_of(entry) == KIND_LITERAL && used < PLACE_BITS) {
            uint16_t next = first->of[at >> used];
            if (kind_of(next) == KIND_NONE || used + (next & 15) > PLACE_BITS) {
                break;
            }
            used += next & 15;
            entry = next;
        }
        unsigned extra = entry >> 4 & 15;
        out->of[at] = (uint16_t)((entry & 0xff00) | (used + extra));
    }
}

static void make_places(struct tables *t)
{
    fill_places(&t->literals, entry_of_literal, &t->first);
    pack_places(&t->first, &t->literal_places);
    fill_places(&t->distances, entry_of_distance, &t->distance_places);
}

static bool fixed_codes(struct tables *t)
{
    unsigned char lengths[LITERALS];
    unsigned char distances[DISTANCES];
    memset(lengths, 8, sizeof lengths);
    memset(lengths + 144, 9, 112);
    memset(lengths + 256, 7, 24);
    memset(distances, 5, sizeof distances);
    return make_codes(lengths, LITERALS, &t->literals) &&
           make_codes(distances, DISTANCES, &t->distances);
}

// Lengths of codes, themselves coded with repetitions.
static bool take_lengths(struct reader *r, const struct codes *codes, size_t count,
                         unsigned char *lengths)
{
    for (size_t i = 0; i < count;) {
        uint32_t symbol = take_symbol(r, codes);
        if (symbol < 16) {
            lengths[i++] = (unsigned char)symbol;
            continue;
        }
        if (symbol > 18 || (symbol == 16 && i == 0)) {
            return false;
        }
        unsigned char value = symbol == 16 ? lengths[i - 1] : 0;
        size_t times = symbol == 16   ? 3 + take(r, 2)
                       : symbol == 17 ? 3 + take(r, 3)
                                      : 11 + take(r, 7);
        if (times > count - i || is_past(r)) {
            return false;
        }
        memset(lengths + i, value, times);
        i += times;
    }
    return true;
}

// Section 3.2.7.
static bool take_codes(struct reader *r, struct tables *t)
{
    static const unsigned char order[LENGTH_CODES] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                      11, 4,  12, 3, 13, 2, 14, 1, 15};
    unsigned char lengths[LITERALS + DISTANCES] = {0};
    unsigned char own[LENGTH_CODES] = {0};
    size_t literals = 257 + take(r, 5);
    size_t distances = 1 + take(r, 5);
    size_t count = 4 + take(r, 4);
    for (size_t i = 0; i < count; i++) {
        own[order[i]] = (unsigned char)take(r, 3);
    }
    return literals <= LITERALS && make_codes(own, LENGTH_CODES, &t->literals) &&
           take_lengths(r, &t->literals, literals + distances, lengths) &&
           make_codes(lengths, literals, &t->literals) &&
           make_codes(lengths + literals, distances, &t->distances);
}

// --- blocks ----------------------------------------------------------------------------------

static bool skip_distance(struct reader *r, const struct tables *t)
{
    uint16_t entry = t->distance_places.of[peek(r) & (PLACES - 1)];
    if (kind_of(entry) != KIND_NONE) {
        r->at += (entry & 15u) + (entry >> 4 & 15u);
        return true;
    }
    uint32_t symbol = take_symbol(r, &t->distances);
    if (symbol > 29) {
        return false;
    }
    r->at += bits_of_distance(symbol);
    return true;
}

// A code that no place has.
static enum kind skip_long_code(struct reader *r, const struct tables *t)
{
    uint32_t symbol = take_symbol(r, &t->literals);
    if (symbol == UINT32_MAX) {
        return KIND_NONE;
    }
    unsigned entry = entry_of_literal(symbol);
    r->at += entry >> 4 & 15;
    return (enum kind)(entry >> 8);
}

static bool skip_symbols(struct reader *r, const struct tables *t)
{
    while (!is_past(r)) {
        uint16_t entry = t->literal_places.of[peek(r) & (PLACES - 1)];
        unsigned kind = kind_of(entry);
        if (kind == KIND_NONE) {
            kind = skip_long_code(r, t);
        } else {
            r->at += entry & 0xff;
        }
        if (kind == KIND_END) {
            return !is_past(r);
        }
        if (kind == KIND_NONE || (kind == KIND_LENGTH && !skip_distance(r, t))) {
            return false;
        }
    }
    return false;
}

// Section 3.2.4.
static bool skip_stored(struct reader *r)
{
    r->at = (r->at + 7) & ~(size_t)7;
    uint32_t length = take(r, 16);
    uint32_t check = take(r, 16);
    r->at += (size_t)8 * length;
    return (length ^ check) == 0xffff && !is_past(r);
}

static bool skip_coded(struct reader *r, struct tables *t)
{
    make_places(t);
    return skip_symbols(r, t);
}

static bool skip_block(struct reader *r, struct tables *t)
{
    switch (take(r, 2)) {
    case 0:
        return skip_stored(r);
    case 1:
        return fixed_codes(t) && skip_coded(r, t);
    case 2:
        return take_codes(r, t) && skip_coded(r, t);
    default:
        return false;
    }
}

status deflate_find_end(string_view stream, struct deflate_end *out, struct error *e)
{
    struct tables tables;
    struct reader r = {stream, 0};
    for (bool last = false; !last;) {
        out->last = r.at;
        last = take(&r, 1) == 1;
        if (is_past(&r) || !skip_block(&r, &tables)) {
            return error_set(e, ST_CORRUPT, "a deflate stream is damaged at byte %zu",
                             MIN(r.at / 8, stream.length));
        }
    }
    out->after = r.at;
    return ST_OK;
}
