// SPDX-License-Identifier: Apache-2.0
// Counts positions by cells of a grid: geohashes, cells of a Web Mercator tile, degrees. Positions
// are whole numbers of 1e-7 degree, and so are the bounds of cells, so nothing depends on how
// floating point rounds. Must not know: how rows were found.
#include "query/number_map.h"
#include "query/query_pool.h"
#include "query/query_tree.h"
#include "query/summary_subject.h"

#include "base/array.h"
#include "base/wide.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DEGREE         10000000.0 // units of a position
#define WIDTH_UNITS    UINT64_C(3600000000)
#define HEIGHT_UNITS   UINT64_C(1800000000)
#define POINTS_A_BLOCK ((size_t)512)
#define BLOCKS_A_CHECK ((size_t)64)
#define BLOCKS_A_SLICE ((size_t)256)
#define SLICES_MOST    ((size_t)16)
#define OUTSIDE        UINT32_MAX

// Division of numbers below 2^32 by a multiplication.
struct divider {
    uint64_t factor; // ceil(2^64 / divisor); 0: the divisor is 1
};

struct grid_maker {
    const struct summary_subject *subject;
    const struct grid_request *asked;
    uint32_t columns;
    uint32_t rows;
    uint32_t first_column;  // of a tile
    struct divider by_side; // of a grid of degrees
    unsigned bits;          // of x and y alike, where there are 2^bits cells
    int32_t *edges;         // of a tile: the southern edge of each of its rows, falling
    uint64_t *counts;       // dense: rows times columns; else NULL
    struct number_map map;
    uint64_t *sparse; // by number
    size_t sparse_capacity;
    uint64_t positions;
    struct error *e;
};

static struct divider divider_of(uint64_t divisor)
{
    return (struct divider){divisor <= 1 ? 0 : UINT64_MAX / divisor + 1};
}

static uint32_t divide(struct divider d, uint32_t number)
{
    return d.factor == 0 ? number : (uint32_t)((uint128)number * d.factor >> 64);
}

// --- which cell ------------------------------------------------------------------------------

static uint32_t tile_row(const struct grid_maker *m, int32_t latitude)
{
    uint32_t low = 0;
    uint32_t high = m->rows;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (latitude >= m->edges[middle]) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

// Column and row of a position; OUTSIDE a tile.
static void place(const struct grid_maker *m, int32_t latitude, int32_t longitude, uint32_t *x,
                  uint32_t *y)
{
    uint32_t east = (uint32_t)((int64_t)longitude + (int64_t)WIDTH_UNITS / 2);
    uint32_t north = (uint32_t)((int64_t)latitude + (int64_t)HEIGHT_UNITS / 2);
    if (m->asked->kind == GRID_DEGREES) {
        *x = MIN(divide(m->by_side, east), m->columns - 1);
        *y = MIN(divide(m->by_side, north), m->rows - 1);
        return;
    }
    uint64_t all = UINT64_C(1) << m->bits;
    if (m->asked->kind == GRID_GEOHASH) {
        *x = (uint32_t)MIN(east * all / WIDTH_UNITS, all - 1);
        *y = (uint32_t)MIN((uint64_t)north * m->rows / HEIGHT_UNITS, (uint64_t)m->rows - 1);
        return;
    }
    uint64_t column = MIN(east * all / WIDTH_UNITS, all - 1) - m->first_column;
    uint32_t row = tile_row(m, latitude);
    *x = column < m->columns ? (uint32_t)column : OUTSIDE;
    *y = row < m->rows && latitude < m->edges[m->rows] ? row : OUTSIDE;
}

static status too_many(struct error *e)
{
    return error_set_field(e, ST_INVALID, "grid",
                           "the grid has more than %zu cells with records: ask for larger cells, "
                           "or narrow the search",
                           SUMMARY_LIMIT_CELLS);
}

static status add_sparse(struct grid_maker *m, uint64_t key, uint64_t count)
{
    uint32_t number = 0;
    bool added = false;
    struct error inner = {0};
    status result = number_map_add(&m->map, key, &number, &added, &inner);
    if (result != ST_OK) {
        return result == ST_TOO_LARGE ? too_many(m->e) : query_no_memory(m->e);
    }
    if (added && !ARRAY_RESERVE(m->sparse, m->sparse_capacity, number, SUMMARY_LIMIT_CELLS + 1)) {
        return query_no_memory(m->e);
    }
    m->sparse[number] = (added ? 0 : m->sparse[number]) + count;
    return ST_OK;
}

static status add(struct grid_maker *m, uint32_t x, uint32_t y, uint64_t count)
{
    if (x == OUTSIDE || y == OUTSIDE) {
        return ST_OK;
    }
    uint64_t key = (uint64_t)y * m->columns + x;
    m->positions += count;
    if (m->counts != NULL) {
        m->counts[key] += count;
        return ST_OK;
    }
    return add_sparse(m, key, count);
}

// --- the pass --------------------------------------------------------------------------------

// A block whose box lies in one cell is counted without a look at its points, but for which of its
// rows are meant.
static bool block_in_one_cell(const struct grid_maker *m, const int32_t *box, uint32_t *x,
                              uint32_t *y)
{
    uint32_t other_x = 0;
    uint32_t other_y = 0;
    place(m, box[0], box[2], x, y);
    place(m, box[1], box[3], &other_x, &other_y);
    return *x == other_x && *y == other_y && *x != OUTSIDE && *y != OUTSIDE;
}

// The points of a block on a dense grid of degrees.
static void count_degrees(struct grid_maker *m, const struct segment_points *p, size_t first,
                          size_t end, const struct bitset *rows, bool all)
{
    const struct divider by_side = m->by_side;
    const uint32_t last_column = m->columns - 1;
    const uint32_t last_row = m->rows - 1;
    uint64_t *counts = m->counts;
    uint64_t positions = 0;
    for (size_t i = first; i < end; i++) {
        uint32_t east = (uint32_t)((int64_t)p->longitudes[i] + (int64_t)WIDTH_UNITS / 2);
        uint32_t north = (uint32_t)((int64_t)p->latitudes[i] + (int64_t)HEIGHT_UNITS / 2);
        uint32_t x = MIN(divide(by_side, east), last_column);
        uint32_t y = MIN(divide(by_side, north), last_row);
        uint64_t counted = all || bitset_test(rows, p->rows[i]);
        counts[(size_t)y * m->columns + x] += counted;
        positions += counted;
    }
    m->positions += positions;
}

static status count_block(struct grid_maker *m, const struct segment_points *p, size_t block,
                          const struct bitset *rows, bool all)
{
    size_t first = block * POINTS_A_BLOCK;
    size_t end = MIN(first + POINTS_A_BLOCK, p->count);
    uint32_t x = 0;
    uint32_t y = 0;
    if (block_in_one_cell(m, p->boxes + 4 * block, &x, &y)) {
        uint64_t count = all ? end - first : 0;
        for (size_t i = first; i < end && !all; i++) {
            count += bitset_test(rows, p->rows[i]);
        }
        return add(m, x, y, count);
    }
    if (m->counts != NULL && m->asked->kind == GRID_DEGREES) {
        count_degrees(m, p, first, end, rows, all);
        return ST_OK;
    }
    for (size_t i = first; i < end; i++) {
        if (all || bitset_test(rows, p->rows[i])) {
            place(m, p->latitudes[i], p->longitudes[i], &x, &y);
            TRY(add(m, x, y, 1));
        }
    }
    return ST_OK;
}

// A slice of a part's blocks; with counters of its own where there are several.
struct grid_slice {
    struct grid_maker maker; // of which counts and positions are the slice's
    const struct segment_points *points;
    const struct bitset *rows;
    bool all;
    size_t first; // block
    size_t end;
};

static status count_slice(void *argument, size_t index, struct error *e)
{
    struct grid_slice *s = (struct grid_slice *)argument + index;
    s->maker.e = e;
    for (size_t block = s->first; block < s->end; block++) {
        if (block % BLOCKS_A_CHECK == 0) {
            TRY(cancellation_check(s->maker.subject->cancellation, e));
        }
        TRY(count_block(&s->maker, s->points, block, s->rows, s->all));
    }
    return ST_OK;
}

// Cells that are kept by key are counted on this thread alone, in the maker itself.
static status count_sparse(struct grid_maker *m, const struct grid_slice *whole)
{
    for (size_t block = whole->first; block < whole->end; block++) {
        if (block % BLOCKS_A_CHECK == 0) {
            TRY(cancellation_check(m->subject->cancellation, m->e));
        }
        TRY(count_block(m, whole->points, block, whole->rows, whole->all));
    }
    return ST_OK;
}

static status count_dense(struct grid_maker *m, const struct grid_slice *whole)
{
    struct grid_slice slices[SLICES_MOST];
    struct arena arena;
    size_t cells = (size_t)m->columns * m->rows;
    size_t count = MIN(whole->end / BLOCKS_A_SLICE + 1, SLICES_MOST);
    size_t each = whole->end / count + 1;
    arena_init(&arena, 0);
    status result = ST_OK;
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        slices[i] = *whole;
        slices[i].maker = *m;
        slices[i].maker.positions = 0;
        slices[i].first = MIN(i * each, whole->end);
        slices[i].end = MIN((i + 1) * each, whole->end);
        slices[i].maker.counts = arena_array(&arena, uint64_t, cells);
        if (slices[i].maker.counts == NULL) {
            result = error_set(m->e, ST_NO_MEMORY, "no memory to count a grid");
        }
    }
    if (result == ST_OK) {
        result = parallel_run(query_pool(), count, count_slice, slices, m->e);
    }
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        m->positions += slices[i].maker.positions;
        for (size_t cell = 0; cell < cells; cell++) {
            m->counts[cell] += slices[i].maker.counts[cell];
        }
    }
    arena_release(&arena);
    return result;
}

static status count_part(struct grid_maker *m, size_t part)
{
    struct segment *segment = m->subject->rows->extent.parts[part].segment;
    const struct row_sets *sets = &m->subject->rows->sets;
    struct segment_points points;
    if (sets->counts[part] == 0) {
        return ST_OK;
    }
    TRY(segment_points(segment, &points, m->e));
    const struct grid_slice whole = {.points = &points,
                                     .rows = sets->sets[part],
                                     .all = sets->counts[part] == segment_rows(segment),
                                     .end = (points.count + POINTS_A_BLOCK - 1) / POINTS_A_BLOCK};
    return m->counts != NULL ? count_dense(m, &whole) : count_sparse(m, &whole);
}

// Rows of the parts with a position at all, to say how many have none.
static status count_positions(struct grid_maker *m, uint64_t *out)
{
    uint64_t positions = 0;
    for (size_t part = 0; part < m->subject->rows->extent.count; part++) {
        const struct bitset *rows = m->subject->rows->sets.sets[part];
        struct segment_points points;
        TRY(segment_points(m->subject->rows->extent.parts[part].segment, &points, m->e));
        for (size_t i = 0; i < points.count; i++) {
            positions += bitset_test(rows, points.rows[i]);
        }
    }
    *out = positions;
    return ST_OK;
}

// --- making ready ----------------------------------------------------------------------------

// Southern edge of a row of tiles of a zoom, in units; 85.0511° is the map's end, and what lies
// beyond counts in the outermost rows.
static int32_t edge_of(uint32_t row, unsigned zoom)
{
    double all = ldexp(1, (int)zoom);
    double y = M_PI * (1 - 2 * ((double)row + 1) / all);
    double degrees = atan(sinh(y)) * 180 / M_PI;
    return (double)row + 1 >= all ? -INT32_MAX : (int32_t)ceil(degrees * DEGREE);
}

static status prepare_tile(struct grid_maker *m)
{
    const struct grid_request *asked = m->asked;
    uint32_t side = UINT32_C(1) << asked->depth;
    m->bits = asked->zoom + asked->depth;
    m->columns = m->rows = side;
    m->first_column = asked->x << asked->depth;
    uint32_t first_row = asked->y << asked->depth;
    m->edges = arena_array(m->subject->scratch, int32_t, (size_t)side + 1);
    if (m->edges == NULL) {
        return query_no_memory(m->e);
    }
    for (uint32_t i = 0; i < side; i++) {
        m->edges[i] = edge_of(first_row + i, m->bits);
    }
    // Behind them the northern edge of the first row.
    m->edges[side] = first_row == 0 ? INT32_MAX : edge_of(first_row - 1, m->bits);
    return ST_OK;
}

static status prepare(struct grid_maker *m)
{
    const struct grid_request *asked = m->asked;
    if (asked->kind == GRID_TILE) {
        TRY(prepare_tile(m));
    } else if (asked->kind == GRID_GEOHASH) {
        m->bits = (asked->precision * 5 + 1) / 2;
        m->columns = UINT32_C(1) << m->bits;
        m->rows = UINT32_C(1) << (asked->precision * 5 / 2);
    } else {
        uint64_t side = (uint64_t)llround(asked->degrees * DEGREE);
        m->columns = (uint32_t)((WIDTH_UNITS + side - 1) / side);
        m->rows = (uint32_t)((HEIGHT_UNITS + side - 1) / side);
        m->by_side = divider_of(side);
    }
    uint64_t cells = (uint64_t)m->columns * m->rows;
    if (cells <= SUMMARY_LIMIT_CELLS) {
        m->counts = arena_array(m->subject->scratch, uint64_t, (size_t)cells);
        if (m->counts == NULL) {
            return query_no_memory(m->e);
        }
    }
    return ST_OK;
}

static status check(const struct grid_request *a, struct error *e)
{
    bool good = true;
    const char *expected = "";
    switch (a->kind) {
    case GRID_GEOHASH:
        good = a->precision >= 1 && a->precision <= 8;
        expected = "a geohash has 1 to 8 characters";
        break;
    case GRID_TILE:
        good = a->zoom <= 22 && a->depth <= 8 && a->zoom + a->depth <= 24 && a->x >> a->zoom == 0 &&
               a->y >> a->zoom == 0;
        expected = "a tile is zoom/x/y with zoom up to 22 and x and y below 2^zoom; its cells are "
                   "up to 8 zooms deeper, up to zoom 24";
        break;
    case GRID_DEGREES:
        good = a->degrees >= 1e-7 && a->degrees <= 180 &&
               fabs(a->degrees * DEGREE - (double)llround(a->degrees * DEGREE)) < 1e-3;
        expected = "the side of a cell is 0.0000001 to 180 degrees, in whole ten-millionths";
        break;
    }
    return good ? ST_OK : error_set_field(e, ST_INVALID, "grid", "%s", expected);
}

// --- telling ---------------------------------------------------------------------------------

// G. Niemeyer's geohash: bits of longitude and latitude in turn, five a character.
static void write_geohash(uint32_t x, uint32_t y, unsigned precision, char out[9])
{
    static const char digits[] = "0123456789bcdefghjkmnpqrstuvwxyz";
    unsigned x_left = (precision * 5 + 1) / 2;
    unsigned y_left = precision * 5 / 2;
    bool of_x = true;
    for (unsigned i = 0; i < precision; i++) {
        unsigned digit = 0;
        for (unsigned k = 0; k < 5; k++) {
            uint32_t bit = of_x ? x >> --x_left & 1 : y >> --y_left & 1;
            digit = digit << 1 | bit;
            of_x = !of_x;
        }
        out[i] = digits[digit];
    }
    out[precision] = '\0';
}

static int compare_cells(const void *a, const void *b)
{
    const struct grid_cell *x = a;
    const struct grid_cell *y = b;
    int order = strcmp(x->geohash, y->geohash);
    if (order == 0) {
        order = (x->y > y->y) - (x->y < y->y);
    }
    return order != 0 ? order : (x->x > y->x) - (x->x < y->x);
}

static void add_cell(const struct grid_maker *m, uint64_t key, uint64_t count,
                     struct grid_cell *cells, size_t *used)
{
    struct grid_cell cell = {
        .x = (uint32_t)(key % m->columns), .y = (uint32_t)(key / m->columns), .count = count};
    if (m->asked->kind == GRID_GEOHASH) {
        write_geohash(cell.x, cell.y, m->asked->precision, cell.geohash);
    } else if (m->asked->kind == GRID_TILE) {
        cell.x += m->first_column;
        cell.y += m->asked->y << m->asked->depth;
    }
    cells[(*used)++] = cell;
}

static status tell(struct grid_maker *m, struct grid *out)
{
    size_t dense = m->counts == NULL ? 0 : (size_t)m->columns * m->rows;
    size_t most = m->map.count;
    for (size_t i = 0; i < dense; i++) {
        most += m->counts[i] > 0;
    }
    struct grid_cell *cells = arena_array(m->subject->arena, struct grid_cell, most + 1);
    size_t used = 0;
    if (cells == NULL) {
        return query_no_memory(m->e);
    }
    for (size_t i = 0; i < dense; i++) {
        if (m->counts[i] > 0) {
            add_cell(m, i, m->counts[i], cells, &used);
        }
    }
    for (size_t i = 0; i < m->map.count; i++) {
        add_cell(m, m->map.keys[i], m->sparse[i], cells, &used);
    }
    if (used > 1) {
        qsort(cells, used, sizeof *cells, compare_cells);
    }
    uint64_t positions = m->positions;
    if (m->asked->kind == GRID_TILE) {
        TRY(count_positions(m, &positions));
    }
    *out = (struct grid){.cells = cells,
                         .cell_count = used,
                         .positions = m->positions,
                         .missing = m->subject->rows->sets.total - positions};
    return ST_OK;
}

status grid_make(const struct summary_subject *s, const struct grid_request *asked,
                 struct grid *out, struct error *e)
{
    struct grid_maker m = {.subject = s, .asked = asked, .e = e};
    TRY(check(asked, e));
    TRY(prepare(&m));
    number_map_init(&m.map, SUMMARY_LIMIT_CELLS);
    status result = ST_OK;
    for (size_t part = 0; result == ST_OK && part < s->rows->extent.count; part++) {
        result = count_part(&m, part);
    }
    if (result == ST_OK) {
        result = tell(&m, out);
    }
    number_map_release(&m.map);
    free(m.sparse);
    return result;
}
