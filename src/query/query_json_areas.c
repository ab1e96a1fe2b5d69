// SPDX-License-Identifier: Apache-2.0
// Reads the geographic terms, and polygons as GeoJSON and well-known text write them.
// Must not know: other terms, how areas are matched.
#include "query/query_json_reader.h"

#include "query/areas.h"
#include "query/polygon_check.h"
#include "query/query_tree.h"
#include "query/wkt.h"

#include <math.h>
#include <string.h>

// Units of the museum's schema, in metres (ES geo_distance has the same).
static bool unit_in_metres(const char *unit, double *metres)
{
    static const struct {
        const char *name;
        double metres;
    } units[] = {{"m", 1},       {"km", 1000},   {"mi", 1609.344}, {"nmi", 1852}, {"yd", 0.9144},
                 {"ft", 0.3048}, {"in", 0.0254}, {"cm", 0.01},     {"mm", 0.001}};
    for (size_t i = 0; i < ARRAY_LENGTH(units); i++) {
        if (strcmp(units[i].name, unit) == 0) {
            *metres = units[i].metres;
            return true;
        }
    }
    return false;
}

status read_geo_point(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "latitude longitude radius radius_unit"));
    TRY(reader_number(r, value, "latitude", -90, 90, &q->latitude));
    TRY(reader_number(r, value, "longitude", -180, 180, &q->longitude));
    json_t *unit = json_object_get(value, "radius_unit");
    double metres = 1;
    if (unit != NULL) {
        size_t before = reader_enter(r, "radius_unit");
        if (!json_is_string(unit) || !unit_in_metres(json_string_value(unit), &metres)) {
            return reader_fail(r, "expected one of mi, yd, ft, in, km, m, cm, mm, nmi");
        }
        reader_leave(r, before);
    }
    if (json_object_get(value, "radius") == NULL) {
        return ST_OK;
    }
    if (unit == NULL) {
        return reader_fail(r, "a radius needs its radius_unit, such as km");
    }
    TRY(reader_number(r, value, "radius", 0, 1e12, &q->radius));
    q->radius *= metres;
    return ST_OK;
}

status read_geo_named_area(struct query_reader *r, json_t *value, struct query *q)
{
    if (!json_is_object(value) || json_object_size(value) != 1) {
        return reader_fail(r, "expected exactly one of country, marine, geography and the name of "
                              "a set of areas");
    }
    const char *category = json_object_iter_key(json_object_iter(value));
    q->category = arena_copy(r->arena, sv_from(category));
    if (q->category.bytes == NULL) {
        return query_no_memory(r->e);
    }
    TRY(reader_text(r, value, category, &q->text));
    struct error unknown = {0};
    status found = area_check(q->category, q->text, &unknown);
    if (found == ST_INVALID) {
        (void)reader_enter(r, category);
        return reader_fail(r, "%s", unknown.message);
    }
    return found == ST_OK ? ST_OK : error_set(r->e, found, "%s", unknown.message);
}

// --- areas -----------------------------------------------------------------------------------

static status read_position(struct query_reader *r, json_t *value, double *out)
{
    if (!json_is_array(value) || json_array_size(value) < 2 ||
        !json_is_number(json_array_get(value, 0)) || !json_is_number(json_array_get(value, 1))) {
        return reader_fail(r, "expected a position: a list of longitude and latitude");
    }
    out[0] = json_number_value(json_array_get(value, 0));
    out[1] = json_number_value(json_array_get(value, 1));
    if (!(fabs(out[0]) <= 180) || !(fabs(out[1]) <= 90)) {
        return reader_fail(
            r, "%g, %g is no position: longitude is from -180 to 180, latitude from -90 to 90",
            out[0], out[1]);
    }
    return ST_OK;
}

static status read_ring(struct query_reader *r, json_t *value, struct query_ring *out)
{
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count < 4) {
        return reader_fail(r, "expected a ring: a list of at least four positions");
    }
    r->points += count;
    if (r->points > QUERY_LIMIT_POLYGON_POINTS) {
        return reader_fail(r, "the areas have more than %zu positions", QUERY_LIMIT_POLYGON_POINTS);
    }
    double *positions = arena_array(r->arena, double, 2 * count);
    if (positions == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        size_t before = reader_enter_index(r, i);
        TRY(read_position(r, json_array_get(value, i), positions + 2 * i));
        reader_leave(r, before);
    }
    *out = (struct query_ring){positions, count};
    return ST_OK;
}

static status read_polygon(struct query_reader *r, json_t *value, struct query_polygon *out)
{
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count == 0) {
        return reader_fail(r, "expected a polygon: a list of an outer ring and any holes");
    }
    struct query_ring *rings = arena_array(r->arena, struct query_ring, count);
    if (rings == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        size_t before = reader_enter_index(r, i);
        TRY(read_ring(r, json_array_get(value, i), &rings[i]));
        reader_leave(r, before);
    }
    *out = (struct query_polygon){rings, count};
    return ST_OK;
}

// The coordinates of a MultiPolygon.
static status read_polygons(struct query_reader *r, json_t *value, const struct query_polygon **out,
                            size_t *out_count)
{
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count == 0) {
        return reader_fail(r, "expected the coordinates of a GeoJSON MultiPolygon");
    }
    struct query_polygon *polygons = arena_array(r->arena, struct query_polygon, count);
    if (polygons == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        size_t before = reader_enter_index(r, i);
        TRY(read_polygon(r, json_array_get(value, i), &polygons[i]));
        reader_leave(r, before);
    }
    *out = polygons;
    *out_count = count;
    return ST_OK;
}

status read_geo_custom_area(struct query_reader *r, json_t *value, struct query *q)
{
    return read_polygons(r, value, &q->polygons, &q->polygon_count);
}

status read_bbox(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "west south east north"));
    TRY(reader_number(r, value, "west", -180, 180, &q->west));
    TRY(reader_number(r, value, "south", -90, 90, &q->south));
    TRY(reader_number(r, value, "east", -180, 180, &q->east));
    TRY(reader_number(r, value, "north", -90, 90, &q->north));
    if (q->south > q->north) {
        return reader_fail(r, "the box is upside down: south %g is above north %g", q->south,
                           q->north);
    }
    return ST_OK;
}

// --- distances -------------------------------------------------------------------------------

status read_distance(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "latitude longitude at_most at_least unit"));
    TRY(reader_number(r, value, "latitude", -90, 90, &q->latitude));
    TRY(reader_number(r, value, "longitude", -180, 180, &q->longitude));
    TRY(reader_number(r, value, "at_most", 0, 1e12, &q->radius));
    if (json_object_get(value, "at_least") != NULL) {
        TRY(reader_number(r, value, "at_least", 0, 1e12, &q->low));
    }
    json_t *unit = json_object_get(value, "unit");
    double metres = 1;
    size_t before = reader_enter(r, "unit");
    if (!json_is_string(unit) || !unit_in_metres(json_string_value(unit), &metres)) {
        return reader_fail(r, "expected one of mi, yd, ft, in, km, m, cm, mm, nmi");
    }
    reader_leave(r, before);
    if (q->low > q->radius) {
        return reader_fail(r, "the range is upside down: at_least %g is above at_most %g", q->low,
                           q->radius);
    }
    q->radius *= metres;
    q->low *= metres;
    return ST_OK;
}

// --- GeoJSON ---------------------------------------------------------------------------------

struct polygon_list {
    struct query_polygon *items; // in the arena
    size_t count;
    size_t capacity;
};

static status add_polygons(struct query_reader *r, struct polygon_list *list,
                           const struct query_polygon *polygons, size_t count)
{
    if (list->count + count > list->capacity) {
        size_t capacity = MAX(2 * list->capacity, list->count + count);
        struct query_polygon *grown = arena_array(r->arena, struct query_polygon, capacity);
        if (grown == NULL) {
            return query_no_memory(r->e);
        }
        if (list->count > 0) {
            memcpy(grown, list->items, list->count * sizeof *grown);
        }
        list->items = grown;
        list->capacity = capacity;
    }
    for (size_t i = 0; polygons != NULL && i < count; i++) {
        list->items[list->count++] = polygons[i];
    }
    return ST_OK;
}

#define GEOJSON_DEPTH 4u // collections in collections

static status add_geojson(struct query_reader *r, json_t *value, unsigned depth,
                          struct polygon_list *list);

static status add_members(struct query_reader *r, json_t *value, const char *name, unsigned depth,
                          struct polygon_list *list)
{
    json_t *members = json_object_get(value, name);
    size_t before = reader_enter(r, name);
    if (!json_is_array(members)) {
        return reader_fail(r, "expected a list");
    }
    for (size_t i = 0; i < json_array_size(members); i++) {
        size_t inner = reader_enter_index(r, i);
        TRY(add_geojson(r, json_array_get(members, i), depth + 1, list));
        reader_leave(r, inner);
    }
    reader_leave(r, before);
    return ST_OK;
}

static status add_shape(struct query_reader *r, json_t *value, bool multi,
                        struct polygon_list *list)
{
    const struct query_polygon *polygons = NULL;
    size_t count = 1;
    size_t before = reader_enter(r, "coordinates");
    json_t *coordinates = json_object_get(value, "coordinates");
    if (multi) {
        TRY(read_polygons(r, coordinates, &polygons, &count));
    } else {
        struct query_polygon *one = arena_new(r->arena, struct query_polygon);
        if (one == NULL) {
            return query_no_memory(r->e);
        }
        TRY(read_polygon(r, coordinates, one));
        polygons = one;
    }
    reader_leave(r, before);
    return add_polygons(r, list, polygons, count);
}

static status add_geojson(struct query_reader *r, json_t *value, unsigned depth,
                          struct polygon_list *list)
{
    const char *type = json_string_value(json_object_get(value, "type"));
    if (type == NULL || depth > GEOJSON_DEPTH) {
        return reader_fail(r, "expected a GeoJSON object with a type%s",
                           depth > GEOJSON_DEPTH ? ", not so deep in collections" : "");
    }
    if (strcmp(type, "Polygon") == 0 || strcmp(type, "MultiPolygon") == 0) {
        return add_shape(r, value, type[0] == 'M', list);
    }
    if (strcmp(type, "FeatureCollection") == 0) {
        return add_members(r, value, "features", depth, list);
    }
    if (strcmp(type, "GeometryCollection") == 0) {
        return add_members(r, value, "geometries", depth, list);
    }
    if (strcmp(type, "Feature") == 0) {
        size_t before = reader_enter(r, "geometry");
        TRY(add_geojson(r, json_object_get(value, "geometry"), depth + 1, list));
        reader_leave(r, before);
        return ST_OK;
    }
    return reader_fail(r,
                       "%.40s is no area; expected Polygon, MultiPolygon, Feature, "
                       "FeatureCollection or GeometryCollection",
                       type);
}

status read_geojson_polygons(struct query_reader *r, json_t *value,
                             const struct query_polygon **out, size_t *count)
{
    struct polygon_list list = {0};
    TRY(add_geojson(r, value, 0, &list));
    if (list.count == 0) {
        return reader_fail(r, "has no polygon in it");
    }
    *out = list.items;
    *count = list.count;
    return ST_OK;
}

static status read_wkt(struct query_reader *r, json_t *value, struct query *q)
{
    if (!json_is_string(value)) {
        return reader_fail(r, "expected well-known text");
    }
    struct error trouble = {0};
    string_view text = {json_string_value(value), json_string_length(value)};
    if (wkt_read_polygons(r->arena, text, QUERY_LIMIT_POLYGON_POINTS - r->points, &q->polygons,
                          &q->polygon_count, &trouble) != ST_OK) {
        return trouble.code == ST_INVALID ? reader_fail(r, "%s", trouble.message)
                                          : query_no_memory(r->e);
    }
    for (size_t i = 0; i < q->polygon_count; i++) {
        for (size_t k = 0; k < q->polygons[i].count; k++) {
            r->points += q->polygons[i].rings[k].count;
        }
    }
    return ST_OK;
}

// The same as geo_custom_area once it is known to be whole.
status read_within(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "geojson wkt"));
    if (json_object_size(value) != 1) {
        return reader_fail(r, "expected either geojson or wkt");
    }
    json_t *geojson = json_object_get(value, "geojson");
    size_t before = reader_enter(r, geojson != NULL ? "geojson" : "wkt");
    if (geojson != NULL) {
        TRY(read_geojson_polygons(r, geojson, &q->polygons, &q->polygon_count));
    } else {
        TRY(read_wkt(r, json_object_get(value, "wkt"), q));
    }
    struct error trouble = {0};
    if (polygons_check(q->polygons, q->polygon_count, &trouble) != ST_OK) {
        return trouble.code == ST_INVALID ? reader_fail(r, "%s", trouble.message)
                                          : query_no_memory(r->e);
    }
    reader_leave(r, before);
    return ST_OK;
}
