// SPDX-License-Identifier: Apache-2.0
// Points of a segment against boxes, circles and polygons: a block of 512 points is taken or left
// as a whole where its box allows. Must not know: other terms, visibility.
#include "query/geo.h"

#include "query/areas.h"
#include "query/polygons.h"
#include "query/query_tree.h"

#include <math.h>
#include <stdlib.h>

#define POINTS_A_BLOCK ((size_t)512)
#define POINTS_A_RUN   ((size_t)32) // of a block that is cut
#define RADIANS        (3.14159265358979323846 / 180)

struct geo_term {
    const struct query *query;
    struct arena arena; // of decoded areas
    struct polygon_index *polygons;
    struct geo_box box;         // that holds the circle
    bool all_longitudes;        // the box goes round the Earth
    double latitude, longitude; // the circle's centre, as kept points are
    double haversine;           // of the radius
    double least;               // and of the least distance
};

static double haversine(double latitude1, double longitude1, double latitude2, double longitude2)
{
    double a = sin((latitude2 - latitude1) * RADIANS / 2);
    double b = sin((longitude2 - longitude1) * RADIANS / 2);
    return a * a + cos(latitude1 * RADIANS) * cos(latitude2 * RADIANS) * b * b;
}

double geo_distance(double latitude1, double longitude1, double latitude2, double longitude2)
{
    double h = haversine(latitude1, longitude1, latitude2, longitude2);
    return 2 * EARTH_RADIUS_METRES * asin(sqrt(MIN(h, 1.0)));
}

// --- circles ---------------------------------------------------------------------------------

// The box around the circle, a little too large; its west may lie beyond -180, its east beyond 180.
static void make_circle(struct geo_term *g)
{
    const struct query *q = g->query;
    g->latitude = round(q->latitude * 1e7) / 1e7;
    g->longitude = round(q->longitude * 1e7) / 1e7;
    double least = q->kind == QUERY_DISTANCE ? q->low / EARTH_RADIUS_METRES : 0;
    g->least = least > 3.14159265358979323846 ? 2 : sin(least / 2) * sin(least / 2);
    double angle = q->radius / EARTH_RADIUS_METRES;
    if (angle >= 3.14159265358979323846) {
        g->haversine = 2;
        g->all_longitudes = true;
        g->box = (struct geo_box){-180, -90, 180, 90};
        return;
    }
    g->haversine = sin(angle / 2) * sin(angle / 2);
    double degrees = angle / RADIANS + 1e-6;
    g->box.south = g->latitude - degrees;
    g->box.north = g->latitude + degrees;
    g->all_longitudes = g->box.south <= -90 || g->box.north >= 90;
    double width = 180;
    if (!g->all_longitudes) {
        width = asin(MIN(sin(angle) / cos(g->latitude * RADIANS), 1.0)) / RADIANS + 1e-6;
    }
    g->box.west = g->longitude - width;
    g->box.east = g->longitude + width;
}

static enum box_relation circle_box(const struct geo_term *g, const struct geo_box *box)
{
    if (box->north < g->box.south || box->south > g->box.north) {
        return BOX_OUTSIDE;
    }
    if (g->all_longitudes) {
        return BOX_CUT;
    }
    for (int turn = -360; turn <= 360; turn += 360) {
        if (box->west + turn <= g->box.east && box->east + turn >= g->box.west) {
            return BOX_CUT;
        }
    }
    return BOX_OUTSIDE;
}

// --- boxes -----------------------------------------------------------------------------------

static bool box_holds(const struct query *q, double longitude, double latitude)
{
    bool between = q->west <= q->east ? longitude >= q->west && longitude <= q->east
                                      : longitude >= q->west || longitude <= q->east;
    return between && latitude >= q->south && latitude <= q->north;
}

static enum box_relation box_box(const struct query *q, const struct geo_box *box)
{
    if (box->north < q->south || box->south > q->north) {
        return BOX_OUTSIDE;
    }
    bool level = box->south >= q->south && box->north <= q->north;
    bool inside = q->west <= q->east ? box->west >= q->west && box->east <= q->east
                                     : box->west >= q->west || box->east <= q->east;
    bool outside = q->west <= q->east ? box->east < q->west || box->west > q->east
                                      : box->east < q->west && box->west > q->east;
    return outside ? BOX_OUTSIDE : level && inside ? BOX_INSIDE : BOX_CUT;
}

// --- any term --------------------------------------------------------------------------------

status geo_term_create(struct snapshot *s, uint32_t commit, const struct query *q,
                       struct geo_term **out, struct error *e)
{
    struct geo_term *g = calloc(1, sizeof *g);
    if (g == NULL) {
        return query_no_memory(e);
    }
    g->query = q;
    arena_init(&g->arena, 0);
    status result = ST_OK;
    if (q->kind == QUERY_GEO_POINT || q->kind == QUERY_DISTANCE) {
        make_circle(g);
    } else if (q->kind == QUERY_GEO_CUSTOM_AREA) {
        result = polygon_index_create(q->polygons, q->polygon_count, &g->polygons, e);
    } else if (q->kind == QUERY_GEO_NAMED_AREA) {
        const struct query_polygon *polygons = NULL;
        size_t count = 0;
        result = area_lookup(s, commit, &g->arena, q->category, q->text, &polygons, &count, e);
        if (result == ST_OK) {
            result = polygon_index_create(polygons, count, &g->polygons, e);
        }
    }
    if (result != ST_OK) {
        geo_term_destroy(g);
        return result;
    }
    *out = g;
    return ST_OK;
}

void geo_term_destroy(struct geo_term *g)
{
    if (g != NULL) {
        polygon_index_destroy(g->polygons);
        arena_release(&g->arena);
        free(g);
    }
}

static enum box_relation relate(struct geo_term *g, const struct geo_box *box)
{
    switch (g->query->kind) {
    case QUERY_GEO_POINT:
    case QUERY_DISTANCE:
        return circle_box(g, box);
    case QUERY_BBOX:
        return box_box(g->query, box);
    case QUERY_GEO_CUSTOM_AREA:
    case QUERY_GEO_NAMED_AREA:
        return polygon_index_box(g->polygons, box);
    default:
        return BOX_INSIDE; // that there is a point is all that is asked
    }
}

static bool holds(const struct geo_term *g, double longitude, double latitude)
{
    if (g->query->kind == QUERY_GEO_POINT || g->query->kind == QUERY_DISTANCE) {
        double h = haversine(g->latitude, g->longitude, latitude, longitude);
        return h <= g->haversine && h >= g->least;
    }
    return g->query->kind == QUERY_BBOX ? box_holds(g->query, longitude, latitude)
                                        : polygon_index_holds(g->polygons, longitude, latitude);
}

static status set_row(struct bitset *rows, uint32_t row, struct error *e)
{
    if (row >= rows->bit_count) {
        return error_set(e, ST_CORRUPT, "section POINTS: row %u of %zu", row, rows->bit_count);
    }
    bitset_set(rows, row);
    return ST_OK;
}

static struct geo_box box_of_run(const struct segment_points *p, size_t first, size_t end)
{
    int32_t west = p->longitudes[first];
    int32_t east = west;
    int32_t south = p->latitudes[first];
    int32_t north = south;
    for (size_t i = first + 1; i < end; i++) {
        west = MIN(west, p->longitudes[i]);
        east = MAX(east, p->longitudes[i]);
        south = MIN(south, p->latitudes[i]);
        north = MAX(north, p->latitudes[i]);
    }
    return (struct geo_box){west / 1e7, south / 1e7, east / 1e7, north / 1e7};
}

// Points [first, end) of a block that is cut, which lie close together.
static status run_rows(struct geo_term *g, const struct segment_points *p, size_t first, size_t end,
                       const struct bitset *within, struct bitset *rows, struct error *e)
{
    enum box_relation relation = BOX_CUT;
    if (g->polygons != NULL) {
        struct geo_box box = box_of_run(p, first, end);
        relation = polygon_index_narrow(g->polygons, &box);
    }
    for (size_t i = first; relation != BOX_OUTSIDE && i < end; i++) {
        bool asked =
            within == NULL || p->rows[i] >= within->bit_count || bitset_test(within, p->rows[i]);
        if (relation == BOX_INSIDE ||
            (asked && holds(g, p->longitudes[i] / 1e7, p->latitudes[i] / 1e7))) {
            TRY(set_row(rows, p->rows[i], e));
        }
    }
    return ST_OK;
}

static status block_rows(struct geo_term *g, const struct segment_points *p, size_t block,
                         const struct bitset *within, struct bitset *rows, struct error *e)
{
    const int32_t *b = p->boxes + 4 * block;
    struct geo_box box = {b[2] / 1e7, b[0] / 1e7, b[3] / 1e7, b[1] / 1e7};
    enum box_relation relation = relate(g, &box);
    size_t end = MIN((block + 1) * POINTS_A_BLOCK, p->count);
    for (size_t i = block * POINTS_A_BLOCK; relation == BOX_INSIDE && i < end; i++) {
        TRY(set_row(rows, p->rows[i], e));
    }
    for (size_t i = block * POINTS_A_BLOCK; relation == BOX_CUT && i < end; i += POINTS_A_RUN) {
        TRY(run_rows(g, p, i, MIN(i + POINTS_A_RUN, end), within, rows, e));
    }
    return ST_OK;
}

status geo_term_rows(const struct geo_term *g, struct segment *segment, const struct bitset *within,
                     struct bitset *rows, struct error *e)
{
    struct segment_points points;
    struct geo_term own = *g; // segments are looked through side by side
    status result = ST_OK;
    TRY(segment_points(segment, &points, e));
    if (points.count == 0) {
        return ST_OK;
    }
    if (g->polygons != NULL) {
        TRY(polygon_index_share(g->polygons, &own.polygons, e));
    }
    for (size_t block = 0; block < points.blocks && result == ST_OK; block++) {
        result = block_rows(&own, &points, block, within, rows, e);
    }
    polygon_index_destroy(own.polygons);
    return result;
}
