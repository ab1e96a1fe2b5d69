// SPDX-License-Identifier: Apache-2.0
// Counts positions by cells of a grid: geohashes, cells of a Web Mercator tile, degrees. Positions
// are whole numbers of 1e-7 degree, and so are the bounds of cells, so nothing depends on how
// floating point rounds. Must not know: how rows were found.
#include "query/hidden_points.h"
#include "query/number_map.h"
#include "query/query_pool.h"
#include "query/query_tree.h"
#include "query/summary_subject.h"
#include "query/tile_bounds.h"

#include "base/array.h"
#include "base/wide.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DEGREE         10000000.0 // units of a position
#define WIDTH_UNITS    UINT64_C(3600000000)
#define HEIGHT_UNITS   UINT64_C(1800000000)
#define BLOCKS_A_CHECK ((size_t)64)
#define BLOCKS_A_SLICE ((size_t)256)
#define SLICES_MOST    ((size_t)16)       // of a part
#define BATCH_SLICES   ((size_t)64)       // of several
#define BATCH_BYTES    ((size_t)16 << 20) // of counters, beyond which no part joins the batch
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
    struct tile_bounds tile;
    int32_t *edges;   // of a tile: the southern edge of each of its rows, falling
    uint64_t *counts; // dense: rows times columns; else NULL
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

// Points of a part, and which of their rows are meant.
struct grid_points {
    struct segment_points points;
    const struct bitset *rows;
    const struct hidden_points *hidden; // the points that are not meant; NULL: rows tell
    bool all;                           // all rows are meant
};

static uint32_t hidden_first(const struct grid_points *p, size_t block)
{
    return p->hidden == NULL ? 0 : p->hidden->starts[block];
}

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

static inline size_t cell_of_degrees(const struct grid_maker *m, const struct segment_points *p,
                                     size_t point)
{
    uint32_t east = (uint32_t)((int64_t)p->longitudes[point] + (int64_t)WIDTH_UNITS / 2);
    uint32_t north = (uint32_t)((int64_t)p->latitudes[point] + (int64_t)HEIGHT_UNITS / 2);
    uint32_t x = MIN(divide(m->by_side, east), m->columns - 1);
    uint32_t y = MIN(divide(m->by_side, north), m->rows - 1);
    return (size_t)y * m->columns + x;
}

// The points of a block on a dense grid of degrees: all, and the hidden ones taken back, where they
// are known.
static void count_degrees(struct grid_maker *m, const struct grid_points *p, size_t block,
                          size_t first, size_t end)
{
    const struct grid_maker by = *m; // whose members stay in registers
    uint64_t *counts = m->counts;
    uint64_t positions = 0;
    bool all = p->all || p->hidden != NULL;
    for (size_t i = first; i < end; i++) {
        uint64_t counted = all || bitset_test(p->rows, p->points.rows[i]);
        counts[cell_of_degrees(&by, &p->points, i)] += counted;
        positions += counted;
    }
    for (uint32_t i = hidden_first(p, block); i < hidden_first(p, block + 1); i++) {
        counts[cell_of_degrees(&by, &p->points, p->hidden->points[i])]--;
        positions--;
    }
    m->positions += positions;
}

// A block of which no point can lie in the tile.
static bool block_outside(const struct grid_maker *m, const int32_t *box)
{
    const struct tile_bounds *tile = &m->tile;
    return box[1] < tile->south || box[0] > tile->north || box[3] < tile->west ||
           box[2] > tile->east;
}

static uint64_t count_meant(const struct grid_points *p, size_t block, size_t first, size_t end)
{
    if (p->all || p->hidden != NULL) {
        return end - first - (hidden_first(p, block + 1) - hidden_first(p, block));
    }
    uint64_t count = 0;
    for (size_t i = first; i < end; i++) {
        count += bitset_test(p->rows, p->points.rows[i]);
    }
    return count;
}

static status count_block(struct grid_maker *m, const struct grid_points *p, size_t block)
{
    const struct segment_points *points = &p->points;
    size_t first = block * POINTS_A_BLOCK;
    size_t end = MIN(first + POINTS_A_BLOCK, points->count);
    uint32_t x = 0;
    uint32_t y = 0;
    if (m->asked->kind == GRID_TILE && block_outside(m, points->boxes + 4 * block)) {
        return ST_OK;
    }
    if (block_in_one_cell(m, points->boxes + 4 * block, &x, &y)) {
        uint64_t count = count_meant(p, block, first, end);
        // A cell without records is not told, so it gets no key.
        return count == 0 ? ST_OK : add(m, x, y, count);
    }
    if (m->counts != NULL && m->asked->kind == GRID_DEGREES) {
        count_degrees(m, p, block, first, end);
        return ST_OK;
    }
    for (size_t i = first; i < end; i++) {
        if (p->all || bitset_test(p->rows, points->rows[i])) {
            place(m, points->latitudes[i], points->longitudes[i], &x, &y);
            TRY(add(m, x, y, 1));
        }
    }
    return ST_OK;
}

// A slice of a part's blocks; with counters of its own where there are several.
struct grid_slice {
    struct grid_maker maker; // of which counts and positions are the slice's
    struct grid_points points;
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
        TRY(count_block(&s->maker, &s->points, block));
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
        TRY(count_block(m, &whole->points, block));
    }
    return ST_OK;
}

// Slices of several parts, run side by side.
struct grid_batch {
    struct grid_slice slices[BATCH_SLICES];
    size_t count;
    struct arena arena; // of their counters
};

static status run_batch(struct grid_maker *m, struct grid_batch *b)
{
    size_t cells = (size_t)m->columns * m->rows;
    status result = parallel_run(query_pool(), b->count, count_slice, b->slices, m->e);
    for (size_t i = 0; i < b->count && result == ST_OK; i++) {
        m->positions += b->slices[i].maker.positions;
        for (size_t cell = 0; cell < cells; cell++) {
            m->counts[cell] += b->slices[i].maker.counts[cell];
        }
    }
    b->count = 0;
    arena_reset(&b->arena);
    return result;
}

static status add_slices(struct grid_maker *m, struct grid_batch *b, const struct grid_slice *whole)
{
    size_t cells = (size_t)m->columns * m->rows;
    size_t count = MIN(whole->end / BLOCKS_A_SLICE + 1, SLICES_MOST);
    size_t each = whole->end / count + 1;
    if (b->count + count > BATCH_SLICES || b->count * cells * sizeof(uint64_t) > BATCH_BYTES) {
        TRY(run_batch(m, b));
    }
    for (size_t i = 0; i < count; i++) {
        struct grid_slice *slice = &b->slices[b->count];
        *slice = *whole;
        slice->maker = *m;
        slice->maker.positions = 0;
        slice->first = MIN(i * each, whole->end);
        slice->end = MIN((i + 1) * each, whole->end);
        slice->maker.counts = arena_array(&b->arena, uint64_t, cells);
        if (slice->maker.counts == NULL) {
            return error_set(m->e, ST_NO_MEMORY, "no memory to count a grid");
        }
        b->count++;
    }
    return ST_OK;
}

static status count_part(struct grid_maker *m, struct grid_batch *b, size_t part)
{
    const struct extent *x = &m->subject->rows->extent;
    const struct row_sets *sets = &m->subject->rows->sets;
    struct grid_slice whole = {.points = {.rows = sets->sets[part]}};
    struct grid_points *p = &whole.points;
    if (sets->counts[part] == 0) {
        return ST_OK;
    }
    TRY(segment_points(x->parts[part].segment, &p->points, m->e));
    p->all = sets->counts[part] == segment_rows(x->parts[part].segment);
    whole.end = (p->points.count + POINTS_A_BLOCK - 1) / POINTS_A_BLOCK;
    if (!p->all && sets->sets[part] == x->parts[part].visible) {
        TRY(hidden_points_get(&x->parts[part], &p->points, m->subject->scratch, &p->hidden, m->e));
    }
    return m->counts != NULL ? add_slices(m, b, &whole) : count_sparse(m, &whole);
}

static status count_parts(struct grid_maker *m)
{
    struct grid_batch batch = {.count = 0};
    arena_init(&batch.arena, 0);
    status result = ST_OK;
    for (size_t part = 0; result == ST_OK && part < m->subject->rows->extent.count; part++) {
        result = count_part(m, &batch, part);
    }
    if (result == ST_OK) {
        result = run_batch(m, &batch);
    }
    arena_release(&batch.arena);
    return result;
}

// Rows of the parts with a position at all, to say how many have none.
static status count_positions(struct grid_maker *m, uint64_t *out)
{
    uint64_t positions = 0;
    for (size_t part = 0; part < m->subject->rows->extent.count; part++) {
        const struct row_sets *sets = &m->subject->rows->sets;
        const struct bitset *rows = sets->sets[part];
        struct segment *segment = m->subject->rows->extent.parts[part].segment;
        struct segment_points points;
        if (sets->counts[part] == 0) {
            continue;
        }
        TRY(segment_points(segment, &points, m->e));
        if (sets->counts[part] == segment_rows(segment)) {
            positions += points.count;
            continue;
        }
        for (size_t i = 0; i < points.count; i++) {
            positions += bitset_test(rows, points.rows[i]);
        }
    }
    *out = positions;
    return ST_OK;
}

// --- making ready ----------------------------------------------------------------------------

static status prepare_tile(struct grid_maker *m)
{
    const struct grid_request *asked = m->asked;
    uint32_t side = UINT32_C(1) << asked->depth;
    m->tile = tile_bounds(asked->zoom, asked->x, asked->y);
    m->bits = asked->zoom + asked->depth;
    m->columns = m->rows = side;
    m->first_column = asked->x << asked->depth;
    uint32_t first_row = asked->y << asked->depth;
    m->edges = arena_array(m->subject->scratch, int32_t, (size_t)side + 1);
    if (m->edges == NULL) {
        return query_no_memory(m->e);
    }
    for (uint32_t i = 0; i < side; i++) {
        m->edges[i] = tile_southern_edge(first_row + i, m->bits);
    }
    // Behind them the northern edge of the first row.
    m->edges[side] = first_row == 0 ? INT32_MAX : tile_southern_edge(first_row - 1, m->bits);
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
    if (m->asked->kind == GRID_TILE && !m->asked->within_only) {
        TRY(count_positions(m, &positions));
    }
    *out = (struct grid){.cells = cells,
                         .cell_count = used,
                         .positions = m->positions,
                         .missing =
                             m->asked->within_only ? 0 : m->subject->rows->sets.total - positions};
    return ST_OK;
}

status grid_make(const struct summary_subject *s, const struct grid_request *asked,
                 struct grid *out, struct error *e)
{
    struct grid_maker m = {.subject = s, .asked = asked, .e = e};
    TRY(check(asked, e));
    TRY(prepare(&m));
    number_map_init(&m.map, SUMMARY_LIMIT_CELLS);
    status result = count_parts(&m);
    if (result == ST_OK) {
        result = tell(&m, out);
    }
    number_map_release(&m.map);
    free(m.sparse);
    return result;
}
