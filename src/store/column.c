// SPDX-License-Identifier: Apache-2.0
// Columns of ordinals: opening, unpacking, and the sets of elements that they answer with.
// Must not know: values.
#include "store/column_scan.h"
#include "store/segment_private.h"

#include <string.h>

#define CHUNK ((size_t)1024) // cells unpacked at a time; a multiple of 64
// Reading a posting list costs about as much as passing over so many cells.
#define CELLS_A_LIST 512u
// The same of lists picked here and there, whose dictionary is large, so that they are short.
#define CELLS_A_SHORT_LIST 64u

static status open_column(struct segment *s, uint32_t path, const struct section *section,
                          struct column *out, struct error *e)
{
    struct ordinals_header header;
    uint32_t number = path_section(s, path, PATH_ORDINALS);
    if (section->length < sizeof header + ORDINALS_PADDING) {
        return segment_damaged(s, number, e, "it is cut short");
    }
    if (!block_checks_hold(section->checks, section->bytes, sizeof header)) {
        return segment_damaged(s, number, e, "the checksum of a block does not match");
    }
    memcpy(&header, section->bytes, sizeof header);
    uint32_t width = header.width;
    bool rising = width == ORDINALS_RISING;
    width = rising ? 0 : width;
    bool known = width == 0 || width == 1 || width == 2 || width == 4 || width == 8 ||
                 width == 16 || width == 24 || width == 32;
    uint64_t size = s->levels[s->paths[path].level].size;
    if (!known || header.first > size || header.count > size - header.first ||
        (header.count * width + 7) / 8 != section->length - sizeof header - ORDINALS_PADDING ||
        (rising && (header.constant == 0 || header.count > UINT32_MAX - header.constant))) {
        return segment_damaged(s, number, e, "its cells do not fit their level");
    }
    uint64_t told = s->directory[number].told;
    if (told != 0 && (told - 1 != header.first || section->count != header.count)) {
        return segment_damaged(s, number, e, "the directory tells another window");
    }
    *out = (struct column){
        header.first,  header.count, width, header.constant, section->bytes + sizeof header,
        rising ? 1 : 0};
    return ST_OK;
}

status segment_column(struct segment *s, uint32_t path, struct column *out, struct error *e)
{
    struct section section;
    TRY(segment_check_leaf(s, path, e));
    TRY(segment_section(s, path_section(s, path, PATH_ORDINALS), &section, e));
    return open_column(s, path, &section, out, e);
}

status segment_column_by_block(struct segment *s, uint32_t path, struct column *out,
                               const struct block_checks **checks, struct error *e)
{
    struct section section;
    TRY(segment_check_leaf(s, path, e));
    TRY(segment_section_by_block(s, path_section(s, path, PATH_ORDINALS), &section, e));
    *checks = section.checks;
    return open_column(s, path, &section, out, e);
}

status segment_cell(struct segment *s, uint32_t path, uint64_t element, uint32_t *out,
                    struct error *e)
{
    struct column column;
    const struct block_checks *checks = NULL;
    TRY(segment_column_by_block(s, path, &column, &checks, e));
    if (!column_cell_holds(&column, checks, element)) {
        return segment_damaged(s, path_section(s, path, PATH_ORDINALS), e,
                               "the checksum of a block does not match");
    }
    *out = column_get(&column, element);
    return ST_OK;
}

void segment_window(const struct segment *s, uint32_t path, uint64_t *first, uint64_t *end)
{
    const struct directory_entry *entry = &s->directory[path_section(s, path, PATH_ORDINALS)];
    *first = entry->told == 0 ? 0 : entry->told - 1;
    *end = entry->told == 0 ? s->levels[s->paths[path].level].size : *first + entry->count;
}

// Eight cells at a time, at any address.
typedef uint32_t cells_of_32 __attribute__((vector_size(32), aligned(4), may_alias));
typedef uint16_t cells_of_16 __attribute__((vector_size(16), aligned(1), may_alias));
typedef uint8_t cells_of_8 __attribute__((vector_size(8), aligned(1), may_alias));
#define CELLS_A_BLOCK ((size_t)8)

WIDE_CLONES
static void unpack_8(const unsigned char *cells, size_t count, uint32_t *out)
{
    size_t i = 0;
    for (; count - i >= CELLS_A_BLOCK; i += CELLS_A_BLOCK) {
        const cells_of_8 *from = (const cells_of_8 *)(cells + i);
        *(cells_of_32 *)(out + i) = __builtin_convertvector(*from, cells_of_32);
    }
    for (; i < count; i++) {
        out[i] = cells[i];
    }
}

WIDE_CLONES
static void unpack_16(const unsigned char *cells, size_t count, uint32_t *out)
{
    size_t i = 0;
    for (; count - i >= CELLS_A_BLOCK; i += CELLS_A_BLOCK) {
        const cells_of_16 *from = (const cells_of_16 *)(cells + 2 * i);
        *(cells_of_32 *)(out + i) = __builtin_convertvector(*from, cells_of_32);
    }
    for (; i < count; i++) {
        out[i] = (uint32_t)cells[2 * i] | (uint32_t)cells[2 * i + 1] << 8;
    }
}

typedef uint8_t sixteen_bytes __attribute__((vector_size(16), aligned(1), may_alias));

// Four cells at a time, each with a byte of zeros behind.
WIDE_CLONES
static void unpack_24(const unsigned char *cells, size_t count, uint32_t *out)
{
    const sixteen_bytes zeros = {0};
    size_t i = 0;
    for (; count - i >= 4; i += 4) {
        const sixteen_bytes four = *(const sixteen_bytes *)(cells + 3 * i);
        *(sixteen_bytes *)(out + i) = __builtin_shufflevector(four, zeros, 0, 1, 2, 16, 3, 4, 5, 16,
                                                              6, 7, 8, 16, 9, 10, 11, 16);
    }
    for (; i < count; i++) {
        uint32_t word = 0;
        memcpy(&word, cells + 3 * i, sizeof word); // the padding lets the last one pass
        out[i] = word & 0xFFFFFF;
    }
}

// Whole bytes of cells of 1, 2 or 4 bits: each byte is spread over as many cells as it holds.
typedef uint32_t four_cells __attribute__((vector_size(16), aligned(4), may_alias));

WIDE_CLONES
static void unpack_1(const unsigned char *restrict bytes, size_t count, uint32_t *restrict out)
{
    for (size_t i = 0; i < count; i++, out += 8) {
        const four_cells byte = {bytes[i], bytes[i], bytes[i], bytes[i]};
        *(four_cells *)out = byte >> (four_cells){0, 1, 2, 3} & 1;
        *(four_cells *)(out + 4) = byte >> (four_cells){4, 5, 6, 7} & 1;
    }
}

WIDE_CLONES
static void unpack_2(const unsigned char *restrict bytes, size_t count, uint32_t *restrict out)
{
    for (size_t i = 0; i < count; i++, out += 4) {
        const four_cells byte = {bytes[i], bytes[i], bytes[i], bytes[i]};
        *(four_cells *)out = byte >> (four_cells){0, 2, 4, 6} & 3;
    }
}

static void unpack_4(const unsigned char *restrict bytes, size_t count, uint32_t *restrict out)
{
    for (size_t i = 0; i < count; i++, out += 2) {
        out[0] = bytes[i] & 15u;
        out[1] = bytes[i] >> 4;
    }
}

static uint32_t narrow_cell(const struct column *c, size_t at)
{
    size_t bit = at * c->width;
    return (uint32_t)(c->cells[bit / 8] >> (bit % 8)) & ((1u << c->width) - 1);
}

// Cells of less than a byte, from any of them on.
static void unpack_bits(const struct column *c, size_t at, size_t count, uint32_t *out)
{
    size_t a_byte = 8 / c->width;
    for (; count > 0 && at % a_byte != 0; at++, count--) {
        *out++ = narrow_cell(c, at);
    }
    const unsigned char *bytes = c->cells + at / a_byte;
    size_t whole = count / a_byte;
    if (c->width == 1) {
        unpack_1(bytes, whole, out);
    } else if (c->width == 2) {
        unpack_2(bytes, whole, out);
    } else {
        unpack_4(bytes, whole, out);
    }
    for (size_t i = whole * a_byte; i < count; i++) {
        out[i] = narrow_cell(c, at + i);
    }
}

// Unpacks cells [at, at + count) of the window.
static void unpack_window(const struct column *c, size_t at, size_t count, uint32_t *out)
{
    switch (c->width) {
    case 0:
        for (size_t i = 0; i < count; i++) {
            out[i] = c->constant + (uint32_t)(at + i) * c->step;
        }
        break;
    case 8:
        unpack_8(c->cells + at, count, out);
        break;
    case 16:
        unpack_16(c->cells + 2 * at, count, out);
        break;
    case 24:
        unpack_24(c->cells + 3 * at, count, out);
        break;
    case 32:
        memcpy(out, c->cells + 4 * at, count * sizeof *out);
        break;
    default:
        unpack_bits(c, at, count, out);
    }
}

void column_unpack(const struct column *c, uint64_t first, size_t count, uint32_t *out)
{
    uint64_t end = c->first + c->count;
    size_t before = first < c->first ? (size_t)MIN(c->first - first, (uint64_t)count) : 0;
    memset(out, 0, before * sizeof *out);
    uint64_t from = first + before;
    size_t inside = from < end ? (size_t)MIN(end - from, (uint64_t)(count - before)) : 0;
    if (inside > 0) {
        unpack_window(c, (size_t)(from - c->first), inside, out + before);
    }
    size_t rest = count - before - inside;
    if (rest > 0) {
        memset(out + before + inside, 0, rest * sizeof *out);
    }
}

static bool has_bytes(const unsigned char *bytes, size_t count)
{
    return count > 0 && (bytes[0] != 0 || memcmp(bytes, bytes + 1, count - 1) != 0);
}

bool column_has_cells(const struct column *c, uint64_t first, uint64_t end)
{
    first = MAX(first, c->first);
    end = MIN(end, c->first + c->count);
    if (c->width == 0 || first >= end) {
        return first < end && c->constant != 0;
    }
    // Whole bytes in one go: before and behind them are cells that share a byte.
    uint64_t a_byte = c->width < 8 ? 8 / c->width : 1;
    for (; first < end && (first - c->first) % a_byte != 0; first++) {
        if (column_get(c, first) != 0) {
            return true;
        }
    }
    for (; first < end && (end - c->first) % a_byte != 0; end--) {
        if (column_get(c, end - 1) != 0) {
            return true;
        }
    }
    return has_bytes(c->cells + (first - c->first) * c->width / 8, (end - first) * c->width / 8);
}

// --- sets of elements ----------------------------------------------------------------------------

static status check_elements(const struct segment *s, uint32_t path, const struct bitset *elements,
                             struct error *e)
{
    TRY(segment_check_leaf(s, path, e));
    if (elements->bit_count != s->levels[s->paths[path].level].size) {
        return error_set(e, ST_INVALID, "a set of elements does not fit path %lu of %s",
                         (unsigned long)path, s->name);
    }
    return ST_OK;
}

static status open_path_postings(struct segment *s, uint32_t path, struct postings *out,
                                 struct error *e)
{
    uint32_t dictionary = path_section(s, path, PATH_DICTIONARY);
    return segment_open_postings(s, path_section(s, path, PATH_POSTINGS),
                                 s->directory[dictionary].count, out, e);
}

status segment_open_postings(struct segment *s, uint32_t number, uint64_t count,
                             struct postings *out, struct error *e)
{
    struct section section;
    TRY(segment_section_by_block(s, number, &section, e));
    status result = postings_open_checked(section.bytes, section.length, section.checks, out, e);
    if (result == ST_OK && out->count != count) {
        result = error_set(e, ST_CORRUPT, "there are %lu lists for %llu terms",
                           (unsigned long)out->count, (unsigned long long)count);
    }
    return segment_blame(s, number, result, e);
}

// Sets the members of the lists; *kept false when one of them is not kept.
static status set_lists(struct segment *s, uint32_t path, uint32_t first, uint32_t last,
                        struct bitset *elements, bool *kept, struct error *e)
{
    uint32_t number = path_section(s, path, PATH_POSTINGS);
    struct postings postings;
    *kept = true;
    TRY(open_path_postings(s, path, &postings, e));
    for (uint32_t ordinal = first; ordinal <= last && *kept; ordinal++) {
        status result = postings_set(&postings, ordinal - 1, elements, kept, e);
        TRY(segment_blame(s, number, result, e));
    }
    return ST_OK;
}

// A column that rises by one is a list of one element for each of its ordinals.
static status find_rising(struct segment *s, uint32_t path, uint32_t ordinal, uint32_t *elements,
                          size_t *count, bool *is_short, struct error *e)
{
    struct column c;
    TRY(segment_column(s, path, &c, e));
    uint64_t at = (uint64_t)ordinal - c.constant;
    if (c.step != 0 && ordinal >= c.constant && at < c.count) {
        elements[0] = (uint32_t)(c.first + at);
        *count = 1;
        *is_short = true;
    }
    return ST_OK;
}

status segment_short_list(struct segment *s, uint32_t path, uint32_t ordinal,
                          uint32_t elements[SHORT_LIST_MOST], size_t *count, bool *is_short,
                          struct error *e)
{
    _Static_assert(SHORT_LIST_MOST == LIST_MOST, "short lists are those of the format");
    struct postings postings;
    TRY(segment_check_leaf(s, path, e));
    uint32_t number = path_section(s, path, PATH_POSTINGS);
    *is_short = false;
    if (number == NO_SECTION) {
        return find_rising(s, path, ordinal, elements, count, is_short, e);
    }
    TRY(open_path_postings(s, path, &postings, e));
    status result = postings_short(&postings, ordinal - 1, s->levels[s->paths[path].level].size,
                                   elements, count, is_short, e);
    return segment_blame(s, number, result, e);
}

status segment_elements_with(struct segment *s, uint32_t path, uint32_t first, uint32_t last,
                             struct bitset *elements, struct error *e)
{
    TRY(check_elements(s, path, elements, e));
    uint64_t count = s->directory[path_section(s, path, PATH_DICTIONARY)].count;
    if (first == 0 || first > last || last > count) {
        return first > last ? ST_OK
                            : error_set(e, ST_INVALID, "ordinals %lu to %lu are not in %s",
                                        (unsigned long)first, (unsigned long)last, s->name);
    }
    struct column column;
    TRY(segment_column(s, path, &column, e));
    uint64_t lists = (uint64_t)last - first + 1;
    if (path_section(s, path, PATH_POSTINGS) != NO_SECTION &&
        lists * CELLS_A_LIST <= column.count) {
        bool kept = false;
        TRY(set_lists(s, path, first, last, elements, &kept, e));
        if (kept) {
            return ST_OK;
        }
    }
    column_scan(&column, first, last - first, elements);
    return ST_OK;
}

// Sets the members of the lists of the ordinals in a set; *kept false when one of them is not kept.
static status set_lists_among(struct segment *s, uint32_t path, const struct bitset *ordinals,
                              struct bitset *elements, bool *kept, struct error *e)
{
    uint32_t number = path_section(s, path, PATH_POSTINGS);
    struct postings postings;
    *kept = true;
    TRY(open_path_postings(s, path, &postings, e));
    for (size_t ordinal = bitset_next(ordinals, 1); ordinal < ordinals->bit_count && *kept;
         ordinal = bitset_next(ordinals, ordinal + 1)) {
        status result = postings_set(&postings, (uint32_t)ordinal - 1, elements, kept, e);
        TRY(segment_blame(s, number, result, e));
    }
    return ST_OK;
}

// The elements of the ordinals that a column rising by one holds.
static void set_rising(const struct column *c, const struct bitset *ordinals,
                       struct bitset *elements)
{
    for (size_t ordinal = bitset_next(ordinals, MAX(c->constant, 1u));
         ordinal < ordinals->bit_count && ordinal - c->constant < c->count;
         ordinal = bitset_next(ordinals, ordinal + 1)) {
        bitset_set(elements, (size_t)(c->first + (ordinal - c->constant)));
    }
}

// Runs of ordinals that a pass over the column is made for, each much quicker than one that looks
// for every cell in a set.
#define MOST_RUNS 6u

// False, and nothing set, when the ordinals make more runs.
static bool scan_runs(const struct column *c, const struct bitset *ordinals,
                      struct bitset *elements)
{
    uint32_t first[MOST_RUNS];
    uint32_t last[MOST_RUNS];
    size_t runs = 0;
    for (size_t ordinal = bitset_next(ordinals, 1); ordinal < ordinals->bit_count;
         ordinal = bitset_next(ordinals, ordinal + 1)) {
        if (runs == 0 || ordinal != (size_t)last[runs - 1] + 1) {
            if (runs == MOST_RUNS) {
                return false;
            }
            first[runs++] = (uint32_t)ordinal;
        }
        last[runs - 1] = (uint32_t)ordinal;
    }
    for (size_t i = 0; i < runs; i++) {
        column_scan(c, first[i], last[i] - first[i], elements);
    }
    return true;
}

status segment_elements_among(struct segment *s, uint32_t path, const struct bitset *ordinals,
                              struct bitset *elements, struct error *e)
{
    TRY(check_elements(s, path, elements, e));
    struct column c;
    TRY(segment_column(s, path, &c, e));
    if (path_section(s, path, PATH_POSTINGS) != NO_SECTION && ordinals->bit_count > 1 &&
        bitset_count(ordinals) * CELLS_A_SHORT_LIST <= c.count) {
        bool kept = false;
        TRY(set_lists_among(s, path, ordinals, elements, &kept, e));
        if (kept) {
            return ST_OK;
        }
    }
    if (c.step != 0) {
        set_rising(&c, ordinals, elements);
        return ST_OK;
    }
    if (scan_runs(&c, ordinals, elements)) {
        return ST_OK;
    }
    uint32_t cells[CHUNK];
    uint64_t end = c.first + c.count;
    for (uint64_t at = c.first / 64 * 64; at < end; at += CHUNK) {
        size_t count = (size_t)MIN((uint64_t)CHUNK, end - at);
        column_unpack(&c, at, count, cells);
        for (size_t i = 0; i < count; i += 64) {
            uint64_t word = 0;
            size_t bits = MIN(count - i, (size_t)64);
            for (size_t k = 0; k < bits; k++) {
                uint32_t cell = cells[i + k];
                if (cell >= ordinals->bit_count) {
                    return segment_damaged(s, path_section(s, path, PATH_ORDINALS), e,
                                           "a cell is beyond the dictionary");
                }
                word |= (uint64_t)(cell != 0 && bitset_test(ordinals, cell)) << k;
            }
            elements->words[(at + i) / 64] |= word;
        }
    }
    return ST_OK;
}
