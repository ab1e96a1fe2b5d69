// SPDX-License-Identifier: Apache-2.0
// Loops for each width, without a branch a cell. Counters that are met again at once would make the
// processor wait for its own stores, so narrow columns, whose cells are often alike, count in turns
// in several tables. Must not know: values, files, queries.
#include "store/column_count.h"

#include <string.h>

#define CHUNK  ((size_t)8192) // cells counted before tables are added up
#define TABLES 4u

size_t column_count_room(const struct column *c, uint32_t most)
{
    size_t room = (size_t)most + 2;
    return c->width <= 16 ? MAX(room, (size_t)1 << MAX(c->width, 8u)) : room;
}

bool column_count_is_beyond(const struct column *c, uint32_t most, const uint32_t *counts)
{
    size_t room = column_count_room(c, most);
    for (size_t i = (size_t)most + 1; i < room; i++) {
        if (counts[i] > 0) {
            return true;
        }
    }
    return false;
}

// --- narrow cells: a byte or less ------------------------------------------------------------

static inline uint32_t narrow_cell(const struct column *c, uint64_t at)
{
    uint64_t bit = at * c->width;
    return (uint32_t)(c->cells[bit / 8] >> (bit % 8)) & ((1u << c->width) - 1);
}

static void add_tables(uint32_t tables[TABLES][256], size_t values, uint32_t *counts)
{
    for (size_t i = 0; i < values; i++) {
        counts[i] += tables[0][i] + tables[1][i] + tables[2][i] + tables[3][i];
    }
}

static void count_narrow_listed(const struct column *c, const uint32_t *elements, size_t count,
                                uint32_t *counts)
{
    uint32_t tables[TABLES][256] = {{0}};
    uint64_t first = c->first;
    size_t i = 0;
    if (c->width == 8) {
        const unsigned char *cells = c->cells;
        for (; i + TABLES <= count; i += TABLES) {
            tables[0][cells[elements[i] - first]]++;
            tables[1][cells[elements[i + 1] - first]]++;
            tables[2][cells[elements[i + 2] - first]]++;
            tables[3][cells[elements[i + 3] - first]]++;
        }
    }
    for (; i < count; i++) {
        tables[i % TABLES][narrow_cell(c, elements[i] - first)]++;
    }
    add_tables(tables, (size_t)1 << c->width, counts);
}

static void count_bytes(const unsigned char *cells, size_t count, uint32_t *counts)
{
    uint32_t tables[TABLES][256] = {{0}};
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        uint64_t eight = 0;
        memcpy(&eight, cells + i, sizeof eight);
        for (unsigned k = 0; k < 8; k++) {
            tables[k % TABLES][eight >> (8 * k) & 255]++;
        }
    }
    for (; i < count; i++) {
        tables[0][cells[i]]++;
    }
    add_tables(tables, 256, counts);
}

// Cells of less than a byte are counted as whole bytes first, then taken apart: one step for up to
// eight of them.
static void count_packed(const struct column *c, uint64_t at, size_t count, uint32_t *counts)
{
    uint32_t bytes[256] = {0};
    uint32_t mask = (1u << c->width) - 1;
    size_t a_byte = 8 / c->width;
    for (; count > 0 && at % a_byte != 0; at++, count--) {
        counts[narrow_cell(c, at)]++;
    }
    size_t whole = count / a_byte;
    count_bytes(c->cells + at / a_byte, whole, bytes);
    for (uint32_t i = 0; i < 256; i++) {
        for (uint32_t shift = 0; shift < 8 && bytes[i] > 0; shift += c->width) {
            counts[i >> shift & mask] += bytes[i];
        }
    }
    for (size_t i = whole * a_byte; i < count; i++) {
        counts[narrow_cell(c, at + i)]++;
    }
}

// --- wide cells ------------------------------------------------------------------------------

static inline uint32_t cell_of_16(const unsigned char *cells, uint64_t at)
{
    uint16_t cell = 0;
    memcpy(&cell, cells + 2 * at, sizeof cell);
    return cell;
}

static inline uint32_t cell_of_24(const unsigned char *cells, uint64_t at)
{
    uint32_t cell = 0;
    memcpy(&cell, cells + 3 * at, sizeof cell); // the padding lets the last one pass
    return cell & 0xFFFFFF;
}

static inline uint32_t cell_of_32(const unsigned char *cells, uint64_t at)
{
    uint32_t cell = 0;
    memcpy(&cell, cells + 4 * at, sizeof cell);
    return cell;
}

static void count_wide_listed(const struct column *c, const uint32_t *elements, size_t count,
                              uint32_t beyond, uint32_t *counts)
{
    const unsigned char *cells = c->cells;
    uint64_t first = c->first;
    switch (c->width) {
    case 16:
        for (size_t i = 0; i < count; i++) {
            counts[cell_of_16(cells, elements[i] - first)]++;
        }
        break;
    case 24:
        for (size_t i = 0; i < count; i++) {
            counts[MIN(cell_of_24(cells, elements[i] - first), beyond)]++;
        }
        break;
    default:
        for (size_t i = 0; i < count; i++) {
            counts[MIN(cell_of_32(cells, elements[i] - first), beyond)]++;
        }
    }
}

static void count_wide_all(const struct column *c, uint64_t at, size_t count, uint32_t beyond,
                           uint32_t *counts)
{
    const unsigned char *cells = c->cells + at * (c->width / 8);
    switch (c->width) {
    case 16:
        for (size_t i = 0; i < count; i++) {
            counts[cell_of_16(cells, i)]++;
        }
        break;
    case 24:
        for (size_t i = 0; i < count; i++) {
            counts[MIN(cell_of_24(cells, i), beyond)]++;
        }
        break;
    default:
        for (size_t i = 0; i < count; i++) {
            counts[MIN(cell_of_32(cells, i), beyond)]++;
        }
    }
}

// --- any width -------------------------------------------------------------------------------

static void count_inside_listed(const struct column *c, const uint32_t *elements, size_t count,
                                uint32_t most, uint32_t *counts)
{
    if (c->width == 0 && c->step != 0) {
        for (size_t i = 0; i < count; i++) {
            counts[MIN(column_get(c, elements[i]), most + 1)]++;
        }
    } else if (c->width == 0) {
        counts[MIN(c->constant, most + 1)] += (uint32_t)count;
    } else if (c->width > 8) {
        count_wide_listed(c, elements, count, most + 1, counts);
    } else {
        count_narrow_listed(c, elements, count, counts);
    }
}

void column_count_listed(const struct column *c, const uint32_t *elements, size_t count,
                         uint32_t most, uint32_t *counts)
{
    // Elements outside the window have no cell.
    uint64_t end = c->first + c->count;
    size_t all = count;
    for (; count > 0 && elements[0] < c->first; elements++, count--) {
    }
    for (; count > 0 && elements[count - 1] >= end; count--) {
    }
    counts[0] += (uint32_t)(all - count);
    for (size_t done = 0; done < count; done += CHUNK) {
        count_inside_listed(c, elements + done, MIN(count - done, CHUNK), most, counts);
    }
}

void column_count_all(const struct column *c, uint64_t first, size_t count, uint32_t most,
                      uint32_t *counts)
{
    uint64_t from = MAX(first, c->first);
    uint64_t end = MIN(first + count, c->first + c->count);
    uint64_t inside = end > from ? end - from : 0;
    counts[0] += (uint32_t)(count - inside);
    if (inside == 0) {
        return;
    }
    uint64_t at = from - c->first;
    if (c->width == 0 && c->step != 0) {
        for (uint64_t i = 0; i < inside; i++) {
            counts[MIN(column_get(c, from + i), most + 1)]++;
        }
    } else if (c->width == 0) {
        counts[MIN(c->constant, most + 1)] += (uint32_t)inside;
    } else if (c->width > 8) {
        count_wide_all(c, at, (size_t)inside, most + 1, counts);
    } else if (c->width == 8) {
        count_bytes(c->cells + at, (size_t)inside, counts);
    } else {
        count_packed(c, at, (size_t)inside, counts);
    }
}
