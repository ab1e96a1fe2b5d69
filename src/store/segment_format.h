// SPDX-License-Identifier: Apache-2.0
// The bytes of a segment file as docs/format.md (Segment) lays them down: numbers, fixed records,
// variable-length integers. Private to the segment's writer and reader.
// Must not know: what the sections mean to a query.
#pragma once

#include "base/base.h"

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
              "segments are mapped and read in place; a big-endian machine needs swapping readers");

#define SEGMENT_MAGIC     "VITRSEG1"
#define SEGMENT_FORMAT    1u
#define SEGMENT_ALIGNMENT 64u
#define NO_ROW_POINT      UINT32_MAX

enum section_kind {
    SECTION_TABLES = 1,
    SECTION_KEYS = 2,
    SECTION_FROM = 3,
    SECTION_UNTIL = 4,
    SECTION_HASHES = 5,
    SECTION_LAYERS = 6,
    SECTION_PATHS = 7,
    SECTION_OFFSETS = 8,
    SECTION_DICTIONARY = 9,
    SECTION_ORDINALS = 10,
    SECTION_POSTINGS = 11,
    SECTION_NUMBERS = 12,
    SECTION_DATES = 13,
    SECTION_POINTS = 14,
    SECTION_TOKENS = 15,
    SECTION_TOKEN_POSTINGS = 16,
    SECTION_LONG_VALUES = 17,
    SECTION_FIELD_TOKENS = 18,
    SECTION_FIELD_TOKEN_POSTINGS = 19,
    SECTION_BLOCKS = 20,
};

struct segment_header {
    char magic[8];
    uint32_t format;
    uint32_t paths;
    uint64_t rows;
    uint64_t levels;
    uint64_t directory_offset;
    uint64_t directory_entries;
    uint64_t directory_hash;
    uint64_t header_hash;
};
static_assert(sizeof(struct segment_header) == 64, "as in docs/format.md");

// A small segment as one zstd frame, without its sections' checksums.
#define PACKED_MAGIC "VITRPAK1"
#define PACKED_MOST  ((size_t)512 << 10) // bytes unpacked
#define PACKED_LEVEL 3
struct packed_header {
    char magic[8];
    uint64_t length;     // unpacked
    uint64_t frame_hash; // XXH3 of the frame
    uint64_t reserved;
};
static_assert(sizeof(struct packed_header) == 32, "as in docs/format.md");

struct directory_entry {
    uint32_t kind;
    uint32_t path;
    uint64_t offset;
    uint64_t length;
    uint64_t hash;
    uint64_t count;
    uint64_t told; // of ORDINALS 1 + the window's first element, of DICTIONARY 1 + missing entries
};
static_assert(sizeof(struct directory_entry) == 48, "as in docs/format.md");

// Of BLOCKS; the XXH3 of the section's blocks follow.
struct blocks_record {
    uint32_t kind;
    uint32_t path;
    uint64_t length;
};
static_assert(sizeof(struct blocks_record) == 16, "as in docs/format.md");

struct table_record {
    unsigned char table[16];
    uint64_t first_row;
    uint64_t rows;
};
static_assert(sizeof(struct table_record) == 32, "as in docs/format.md");

struct path_record {
    uint32_t parent;
    uint32_t level;
    uint32_t name_offset;
    uint16_t name_length;
    uint8_t kind;
    uint8_t reserved;
};
static_assert(sizeof(struct path_record) == 16, "as in docs/format.md");

struct dictionary_header {
    uint32_t missing;
    uint32_t numbers;
    uint32_t dates;
    uint32_t booleans;
    uint32_t texts;
    uint32_t place; // of the strings: STRINGS_HERE or STRINGS_IN_KEYS
};
static_assert(sizeof(struct dictionary_header) == 24, "as in docs/format.md");
#define STRINGS_HERE    0u // behind the header
#define STRINGS_IN_KEYS 1u // the list of keys is theirs too

struct ordinals_header {
    uint64_t first;
    uint64_t count;
    uint32_t width;
    uint32_t constant;
};
static_assert(sizeof(struct ordinals_header) == 24, "as in docs/format.md");
#define ORDINALS_PADDING 8u
#define ORDINALS_RISING  64u // for a width: the cells rise by one from the constant, none is kept

// Of DATES in the short form (docs/format.md); behind it lengths, runs, offsets, codes.
#define DATES_SHORT       0u   // for the first ordinal of the long form
#define DATE_LENGTHS_MOST 256u // different ones
#define DATES_PADDING     8u   // bytes behind the offsets
struct dates_header {
    uint32_t mark;
    uint32_t runs;
    uint16_t width; // bytes of an offset
    uint16_t coded; // 1: a code for each date tells its length
    uint32_t lengths;
    int64_t base;
    uint64_t unit;
};
static_assert(sizeof(struct dates_header) == 32, "as in docs/format.md");

// --- strings -------------------------------------------------------------------------------------
#define STRING_BLOCK          16u                 // strings of a block
#define LIST_OF_UUIDS         (UINT64_C(1) << 63) // in a blob's length: 16 bytes a string
#define LIMIT_DICTIONARY_TEXT 2048u               // longer strings are LONG_VALUES
#define LIMIT_LIST_STRING     4095u               // longest string of any string list
#define LONG_PREFIX           256u // most bytes of a long string that its dictionary keeps
struct long_reference {
    uint32_t block;
    uint32_t offset;
    uint32_t length;
    uint32_t kind; // 0 string, 1 number token
};
static_assert(sizeof(struct long_reference) == 16, "as in docs/format.md");
#define LONG_BLOCK_TARGET ((size_t)64 << 10) // a block is closed once it holds so much
#define LONG_BLOCK_MOST   (((size_t)4 << 20) + LONG_BLOCK_TARGET)

// --- postings ------------------------------------------------------------------------------------
#define POSTINGS_LEAST_ENTRIES 256u        // paths with fewer entries keep none
#define MEASURES_LEAST_ENTRIES 4096u       // nor do those of so many, nearly all of them measures
#define MEASURES_SHARED        8u          // cells an entry, at most: others keep lists
#define MEASURES_OTHER_PART    16u         // other entries are at most this part
#define HEAD_LIST              0x80000000u // and above: a place in the blob
#define HEAD_EMPTY             0x80000000u
#define HEAD_NOT_KEPT          0xFFFFFFFFu
#define LIST_BITMAP            0x80000000u // in the count of a list: a bitmap follows
#define LIST_MOST              256u        // more members make a bitmap
#define NOT_KEPT_PART          16u // a term in more than this part of the elements is not kept

enum container_kind {
    CONTAINER_ARRAY = 0,
    CONTAINER_BITMAP = 1,
    CONTAINER_RUNS = 2,
    CONTAINER_BUCKETS = 3,
};
#define CONTAINER_BUCKETS_LEAST 512u // members
#define CONTAINER_BUCKET_COUNT  256u // buckets, of 256 low halves each
#define CONTAINER_ARRAY_MOST    4096u
#define CONTAINER_BITMAP_BYTES  8192u

struct container_record {
    uint16_t high;
    uint16_t kind;
    uint32_t cardinality;
    uint32_t offset; // from the start of the container table
};
static_assert(sizeof(struct container_record) == 12, "as in docs/format.md");

// --- tokens and points ---------------------------------------------------------------------------
#define FIELD_TOKENS_LEAST_TEXTS 1000u // paths with more texts keep their own tokens
#define POINT_BLOCK              512u
#define POINT_UNITS              10000000 // in a degree

// Spreads 32 bits to every second place.
static inline uint64_t point_spread(uint64_t x)
{
    x = (x | x << 16) & UINT64_C(0x0000FFFF0000FFFF);
    x = (x | x << 8) & UINT64_C(0x00FF00FF00FF00FF);
    x = (x | x << 4) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    x = (x | x << 2) & UINT64_C(0x3333333333333333);
    return (x | x << 1) & UINT64_C(0x5555555555555555);
}

// Units from -bound to bound degrees to 0 .. 2^32 - 1.
static inline uint64_t point_scale(int32_t units, int64_t bound)
{
    uint64_t whole = (uint64_t)(2 * bound * POINT_UNITS);
    uint64_t scaled = ((uint64_t)(units + bound * POINT_UNITS) << 32) / whole;
    return MIN(scaled, (uint64_t)UINT32_MAX);
}

// Place of a position on the Morton curve.
static inline uint64_t point_code(int32_t latitude, int32_t longitude)
{
    return point_spread(point_scale(longitude, 180)) | point_spread(point_scale(latitude, 90)) << 1;
}

static inline size_t round_up(size_t value, size_t unit)
{
    return (value + unit - 1) / unit * unit;
}

// Writes LEB128, at most 10 bytes; returns the place behind it.
static inline unsigned char *varint_put(unsigned char *at, uint64_t value)
{
    while (value >= 128) {
        *at++ = (unsigned char)(value | 128);
        value >>= 7;
    }
    *at++ = (unsigned char)value;
    return at;
}
#define VARINT_MOST 10u

// Reads LEB128 that lies before `end`; NULL when it does not end there or has more than 64 bits.
static inline const unsigned char *varint_get(const unsigned char *at, const unsigned char *end,
                                              uint64_t *value)
{
    if (at < end && *at < 128) {
        *value = *at;
        return at + 1;
    }
    uint64_t result = 0;
    for (unsigned shift = 0; at < end && shift < 64; shift += 7) {
        uint64_t byte = *at++;
        if (shift == 63 && byte > 1) {
            return NULL;
        }
        result |= (byte & 127) << shift;
        if (byte < 128) {
            *value = result;
            return at;
        }
    }
    return NULL;
}
