// SPDX-License-Identifier: Apache-2.0
// Columns of ordinals: opening, unpacking, and the sets of elements that they answer with.
// Must not know: values.
#include "store/segment_private.h"

#include <string.h>

#define CHUNK ((size_t)1024) // cells unpacked at a time; a multiple of 64
// Reading a posting list costs about as much as passing over so many cells.
#define CELLS_A_LIST 64u

status segment_column(struct segment *s, uint32_t path, struct column *out, struct error *e)
{
    TRY(segment_check_leaf(s, path, e));
    struct section section;
    struct ordinals_header header;
    uint32_t number = path_section(s, path, PATH_ORDINALS);
    TRY(segment_section(s, number, &section, e));
    if (section.length < sizeof header + ORDINALS_PADDING) {
        return segment_damaged(s, number, e, "it is cut short");
    }
    memcpy(&header, section.bytes, sizeof header);
    uint32_t width = header.width;
    bool known = width == 0 || width == 1 || width == 2 || width == 4 || width == 8 ||
                 width == 16 || width == 24 || width == 32;
    uint64_t size = s->levels[s->paths[path].level].size;
    if (!known || header.first > size || header.count > size - header.first ||
        (header.count * width + 7) / 8 != section.length - sizeof header - ORDINALS_PADDING) {
        return segment_damaged(s, number, e, "its cells do not fit their level");
    }
    *out = (struct column){header.first, header.count, width, header.constant,
                           section.bytes + sizeof header};
    return ST_OK;
}

// Unpacks cells [at, at + count) of the window.
static void unpack_window(const struct column *c, size_t at, size_t count, uint32_t *out)
{
    const unsigned char *cells = c->cells;
    uint32_t word = 0;
    switch (c->width) {
    case 0:
        for (size_t i = 0; i < count; i++) {
            out[i] = c->constant;
        }
        break;
    case 8:
        for (size_t i = 0; i < count; i++) {
            out[i] = cells[at + i];
        }
        break;
    case 16:
        for (size_t i = 0; i < count; i++) {
            uint16_t half = 0;
            memcpy(&half, cells + 2 * (at + i), sizeof half);
            out[i] = half;
        }
        break;
    case 24:
        for (size_t i = 0; i < count; i++) {
            memcpy(&word, cells + 3 * (at + i), sizeof word); // the padding lets the last one pass
            out[i] = word & 0xFFFFFF;
        }
        break;
    case 32:
        memcpy(out, cells + 4 * at, count * sizeof *out);
        break;
    default:
        for (size_t i = 0; i < count; i++) {
            size_t bit = (at + i) * c->width;
            out[i] = (uint32_t)(cells[bit / 8] >> (bit % 8)) & ((1u << c->width) - 1);
        }
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

// One pass over the column: cells within [first, first + span].
static void scan_range(const struct column *c, uint32_t first, uint32_t span,
                       struct bitset *elements)
{
    uint32_t cells[CHUNK];
    uint64_t end = c->first + c->count;
    for (uint64_t at = c->first / 64 * 64; at < end; at += CHUNK) {
        size_t count = (size_t)MIN((uint64_t)CHUNK, end - at);
        column_unpack(c, at, count, cells);
        for (size_t i = 0; i < count; i += 64) {
            uint64_t word = 0;
            size_t bits = MIN(count - i, (size_t)64);
            for (size_t k = 0; k < bits; k++) {
                word |= (uint64_t)(cells[i + k] - first <= span) << k;
            }
            elements->words[(at + i) / 64] |= word;
        }
    }
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
    TRY(segment_section(s, number, &section, e));
    status result = postings_open(section.bytes, section.length, out, e);
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
    scan_range(&column, first, last - first, elements);
    return ST_OK;
}

status segment_elements_among(struct segment *s, uint32_t path, const struct bitset *ordinals,
                              struct bitset *elements, struct error *e)
{
    TRY(check_elements(s, path, elements, e));
    struct column c;
    TRY(segment_column(s, path, &c, e));
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
