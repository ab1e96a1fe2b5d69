// SPDX-License-Identifier: Apache-2.0
// Looks through the blocks of points whose boxes touch the tile, and stops where there are more
// than would be told one by one. Must not know: how rows are found.
#include "query/tile.h"

#include "query/query_tree.h"
#include "query/summary_subject.h"
#include "query/tile_bounds.h"

#include <stdlib.h>

#define POINTS_A_BLOCK ((size_t)512)
#define BLOCKS_A_CHECK ((size_t)256)
#define KEY_ROOM       ((size_t)1 << 20)

struct found_point {
    int32_t latitude;
    int32_t longitude;
    uint32_t row;
    uint32_t part;
};

struct tile_maker {
    const struct summary_subject *subject;
    struct tile_bounds bounds;
    struct found_point *found;
    size_t count;
    size_t most;
    bool too_many;
    struct error *e;
};

static void see_block(struct tile_maker *m, const struct segment_points *p, size_t block,
                      uint32_t part)
{
    const struct bitset *rows = m->subject->rows->sets.sets[part];
    const struct tile_bounds *b = &m->bounds;
    size_t end = MIN((block + 1) * POINTS_A_BLOCK, p->count);
    for (size_t i = block * POINTS_A_BLOCK; i < end; i++) {
        int32_t latitude = p->latitudes[i];
        int32_t longitude = p->longitudes[i];
        if (latitude < b->south || latitude > b->north || longitude < b->west ||
            longitude > b->east || !bitset_test(rows, p->rows[i])) {
            continue;
        }
        if (m->count == m->most) {
            m->too_many = true;
            return;
        }
        m->found[m->count++] = (struct found_point){latitude, longitude, p->rows[i], part};
    }
}

static status see_part(struct tile_maker *m, uint32_t part)
{
    const struct search_rows *rows = m->subject->rows;
    const struct tile_bounds *b = &m->bounds;
    struct segment_points points;
    if (rows->sets.counts[part] == 0) {
        return ST_OK;
    }
    TRY(segment_points(rows->extent.parts[part].segment, &points, m->e));
    for (size_t block = 0; block < points.blocks && !m->too_many; block++) {
        const int32_t *box = points.boxes + 4 * block;
        if (block % BLOCKS_A_CHECK == 0) {
            TRY(cancellation_check(m->subject->cancellation, m->e));
        }
        if (box[1] >= b->south && box[0] <= b->north && box[3] >= b->west && box[2] <= b->east) {
            see_block(m, &points, block, part);
        }
    }
    return ST_OK;
}

static int compare_places(const void *a, const void *b)
{
    const struct found_point *x = a;
    const struct found_point *y = b;
    if (x->latitude != y->latitude) {
        return x->latitude < y->latitude ? -1 : 1;
    }
    if (x->longitude != y->longitude) {
        return x->longitude < y->longitude ? -1 : 1;
    }
    if (x->part != y->part) {
        return x->part < y->part ? -1 : 1;
    }
    return (x->row > y->row) - (x->row < y->row);
}

static bool same_place(const struct found_point *a, const struct found_point *b)
{
    return a->latitude == b->latitude && a->longitude == b->longitude;
}

// Takes the record as the place's own if it comes before the one known: rows of a part are in the
// order of table and key, so only the first of each part is looked at.
static status offer(struct tile_maker *m, const struct found_point *found, struct buffer *scratch,
                    struct tile_point *place)
{
    const struct extent_part *part = &m->subject->rows->extent.parts[found->part];
    const struct uuid *table = &extent_range_of(part, found->row)->table;
    string_view key;
    TRY(segment_key(part->segment, found->row, scratch, &key, m->e));
    int order = place->key.bytes == NULL ? -1 : uuid_compare(table, &place->table);
    if (order == 0) {
        order = sv_compare(key, place->key);
    }
    if (order < 0) {
        place->table = *table;
        place->key = arena_copy(m->subject->arena, key);
    }
    return place->key.bytes == NULL ? query_no_memory(m->e) : ST_OK;
}

static status tell_points(struct tile_maker *m, struct tile_answer *out)
{
    struct tile_point *points = arena_array(m->subject->arena, struct tile_point, m->count + 1);
    struct buffer scratch;
    size_t used = 0;
    status result = points == NULL ? query_no_memory(m->e) : ST_OK;
    if (m->count > 1) {
        qsort(m->found, m->count, sizeof *m->found, compare_places);
    }
    buffer_init(&scratch, KEY_ROOM);
    for (size_t i = 0; i < m->count && result == ST_OK; i++) {
        const struct found_point *found = &m->found[i];
        bool same = i > 0 && same_place(found, found - 1);
        if (!same) {
            points[used++] =
                (struct tile_point){.latitude = found->latitude, .longitude = found->longitude};
        }
        points[used - 1].count++;
        if (!same || found->part != found[-1].part) {
            result = offer(m, found, &scratch, &points[used - 1]);
        }
    }
    buffer_release(&scratch);
    out->one_by_one = true;
    out->points = points;
    out->point_count = used;
    return result;
}

static status make(const struct summary_subject *subject, const struct tile_request *r,
                   struct tile_answer *out, struct error *e)
{
    const struct grid_request cells = {.kind = GRID_TILE,
                                       .zoom = r->zoom,
                                       .x = r->x,
                                       .y = r->y,
                                       .depth = r->depth,
                                       .within_only = true};
    struct grid grid = {0};
    struct tile_maker m = {.subject = subject, .e = e, .most = MIN(r->points, TILE_POINTS_MOST)};
    TRY(grid_make(subject, &cells, &grid, e));
    *out = (struct tile_answer){
        .records = grid.positions, .cells = grid.cells, .cell_count = grid.cell_count};
    if (grid.positions > m.most) {
        return ST_OK;
    }
    m.most = (size_t)grid.positions;
    m.bounds = tile_bounds(r->zoom, r->x, r->y);
    m.found = arena_array(subject->scratch, struct found_point, m.most + 1);
    if (m.found == NULL) {
        return query_no_memory(e);
    }
    for (size_t part = 0; part < subject->rows->extent.count; part++) {
        TRY(see_part(&m, (uint32_t)part));
    }
    return tell_points(&m, out);
}

status search_tile(struct snapshot *s, const struct scope *scope, struct arena *arena,
                   const struct search_request *rows, const struct tile_request *request,
                   struct tile_answer *out, struct error *e)
{
    const struct cancellation cancellation = {rows->cancelled, rows->cancelled_argument};
    const struct query *query = NULL;
    struct search_rows found;
    struct arena scratch;
    arena_init(&scratch, 0);
    const struct summary_subject subject = {
        .rows = &found, .cancellation = &cancellation, .arena = arena, .scratch = &scratch};
    status result = ST_OK;
    if (rows->query != NULL) {
        result = query_normalise(&scratch, rows->query, &query, e);
    }
    if (result == ST_OK) {
        result = search_rows_find(s, scope, rows->tables, rows->table_count, rows->commit, query,
                                  &scratch, &cancellation, &found, e);
    }
    if (result == ST_OK) {
        result = make(&subject, request, out, e);
    }
    arena_release(&scratch);
    return result;
}
