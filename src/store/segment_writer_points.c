// SPDX-License-Identifier: Apache-2.0
// Writes the positions of rows in Morton order (POINTS). Must not know: coordinate systems other
// than WGS 84 degrees, map tiles.
#include "store/segment_writer_private.h"
#include "store/text_sort.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct points {
    struct writer_point *items; // owned
    size_t count;
    size_t capacity;
};

// --- fields --------------------------------------------------------------------------------------

// Whether the dotted name of a path of rows is `name`, ASCII letters without case.
static bool is_named(const struct segment_writer *w, uint32_t path, const char *name)
{
    string_view rest = sv_from(name);
    const struct writer_path *p = w->paths[path];
    if (p->kind != PATH_LEAF || p->level != 0) {
        return false;
    }
    for (;;) {
        if (p->name.length > rest.length) {
            return false;
        }
        size_t start = rest.length - p->name.length;
        if (!sv_equal_ignore_case(sv_slice(rest, start, p->name.length), p->name)) {
            return false;
        }
        if (p->parent == NO_PATH) {
            return start == 0;
        }
        if (start == 0 || rest.bytes[start - 1] != '.') {
            return false;
        }
        rest.length = start - 1;
        p = w->paths[p->parent];
    }
}

static struct table_points fields_of(const struct segment_writer *w, const struct uuid *table)
{
    for (size_t i = 0; i < w->points_count; i++) {
        if (uuid_compare(&w->points[i].table, table) == 0) {
            return w->points[i];
        }
    }
    return (struct table_points){*table, "decimalLatitude", "decimalLongitude"};
}

static bool is_position_of(const struct segment_writer *w, uint32_t path,
                           const struct table_points *fields)
{
    return fields->latitude != NULL && fields->longitude != NULL &&
           (is_named(w, path, fields->latitude) || is_named(w, path, fields->longitude));
}

bool writer_path_is_position(const struct segment_writer *w, uint32_t path)
{
    struct table_points usual = {.latitude = "decimalLatitude", .longitude = "decimalLongitude"};
    if (is_position_of(w, path, &usual)) {
        return true;
    }
    for (size_t i = 0; i < w->points_count; i++) {
        if (is_position_of(w, path, &w->points[i])) {
            return true;
        }
    }
    return false;
}

static const struct writer_path *find_field(const struct segment_writer *w, const char *name)
{
    for (uint32_t path = 0; path < w->paths_count; path++) {
        if (is_named(w, path, name)) {
            return w->paths[path];
        }
    }
    return NULL;
}

// --- collecting ----------------------------------------------------------------------------------

// The number a row has in a path, in units of 1e-7 degree; false when there is none within `bound`.
static bool row_units(const struct writer_path *p, uint32_t row, int bound, int32_t *out)
{
    size_t at = (size_t)row - p->first_element;
    if (row < p->first_element || at >= p->cells_count) {
        return false;
    }
    uint32_t ordinal = p->cells[at];
    if (ordinal <= p->counts.missing || ordinal > p->counts.missing + p->counts.numbers) {
        return false;
    }
    double number = p->numbers[ordinal - p->counts.missing - 1];
    if (!(number >= -bound && number <= bound)) {
        return false;
    }
    *out = (int32_t)lround(number * POINT_UNITS);
    return true;
}

static status collect_table(const struct segment_writer *w, const struct writer_table *t,
                            struct points *points, struct error *e)
{
    struct table_points fields = fields_of(w, &t->table);
    if (fields.latitude == NULL || fields.longitude == NULL) {
        return ST_OK;
    }
    const struct writer_path *latitude = find_field(w, fields.latitude);
    const struct writer_path *longitude = find_field(w, fields.longitude);
    if (latitude == NULL || longitude == NULL) {
        return ST_OK;
    }
    for (uint32_t row = t->first_row; row < t->first_row + t->rows; row++) {
        struct writer_point p = {.row = row};
        if (!row_units(latitude, row, 90, &p.latitude) ||
            !row_units(longitude, row, 180, &p.longitude)) {
            continue;
        }
        if (!ARRAY_RESERVE(points->items, points->capacity, points->count, UINT32_MAX)) {
            return error_set(e, ST_NO_MEMORY, "no memory for positions");
        }
        points->items[points->count++] = p;
    }
    return ST_OK;
}

// --- writing -------------------------------------------------------------------------------------

static void fill_boxes(const int32_t *latitudes, const int32_t *longitudes, size_t count,
                       int32_t *boxes)
{
    for (size_t i = 0; i < count; i++) {
        int32_t *box = boxes + i / POINT_BLOCK * 4;
        bool first = i % POINT_BLOCK == 0;
        box[0] = first ? latitudes[i] : MIN(box[0], latitudes[i]);
        box[1] = first ? latitudes[i] : MAX(box[1], latitudes[i]);
        box[2] = first ? longitudes[i] : MIN(box[2], longitudes[i]);
        box[3] = first ? longitudes[i] : MAX(box[3], longitudes[i]);
    }
}

// Order of the points on the curve, equal places by row: a stable sort by the one after the other.
static void order_points(const struct writer_point *points, size_t count, struct sort_item *items,
                         struct sort_item *spare)
{
    for (size_t i = 0; i < count; i++) {
        items[i] = (struct sort_item){.key = points[i].row, .item = (uint32_t)i};
    }
    sort_by_key(items, spare, count);
    for (size_t i = 0; i < count; i++) {
        const struct writer_point *p = &points[items[i].item];
        items[i].key = point_code(p->latitude, p->longitude);
    }
    sort_by_key(items, spare, count);
}

static status write_points(struct segment_writer *w, const struct writer_point *points,
                           const struct sort_item *order, size_t count, struct error *e)
{
    uint64_t number = count;
    size_t stride = round_up(count, 2); // three arrays, each padded to 8 bytes
    size_t blocks = (count + POINT_BLOCK - 1) / POINT_BLOCK;
    int32_t *arrays = calloc(3 * stride + 4 * blocks, sizeof *arrays);
    if (arrays == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for positions");
    }
    int32_t *latitudes = arrays + stride;
    int32_t *longitudes = latitudes + stride;
    for (size_t i = 0; i < count; i++) {
        const struct writer_point *p = &points[order[i].item];
        arrays[i] = (int32_t)p->row;
        latitudes[i] = p->latitude;
        longitudes[i] = p->longitude;
    }
    fill_boxes(latitudes, longitudes, count, longitudes + stride);
    const struct section_part parts[] = {{&number, sizeof number},
                                         {arrays, (3 * stride + 4 * blocks) * sizeof *arrays}};
    status result =
        section_file_add(w->file, SECTION_POINTS, 0, count, parts, ARRAY_LENGTH(parts), e);
    free(arrays);
    return result;
}

status writer_put_points(struct segment_writer *w, const struct writer_point *points, size_t count,
                         struct error *e)
{
    if (count == 0) {
        return ST_OK;
    }
    struct sort_item *items = malloc(2 * count * sizeof *items);
    if (items == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for positions");
    }
    order_points(points, count, items, items + count);
    status result = write_points(w, points, items, count, e);
    free(items);
    return result;
}

status writer_write_points(struct segment_writer *w, struct error *e)
{
    struct points points = {0};
    status result = ST_OK;
    for (size_t i = 0; i < w->tables_count && result == ST_OK; i++) {
        result = collect_table(w, &w->tables[i], &points, e);
    }
    if (result == ST_OK) {
        result = writer_put_points(w, points.items, points.count, e);
    }
    free(points.items);
    return result;
}

status segment_writer_points(struct segment_writer *w, const struct uuid *table,
                             const struct point_fields *fields, struct error *e)
{
    if (!ARRAY_RESERVE(w->points, w->points_capacity, w->points_count, UINT32_MAX)) {
        return error_set(e, ST_NO_MEMORY, "no memory for fields of position");
    }
    struct table_points told = {.table = *table};
    if (fields->latitude != NULL && fields->longitude != NULL) {
        told.latitude = arena_copy(&w->arena, sv_from(fields->latitude)).bytes;
        told.longitude = arena_copy(&w->arena, sv_from(fields->longitude)).bytes;
        if (told.latitude == NULL || told.longitude == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for fields of position");
        }
    }
    w->points[w->points_count++] = told;
    return ST_OK;
}
