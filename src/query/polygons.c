// SPDX-License-Identifier: Apache-2.0
// Points in polygons. For a box of points only those edges are kept that a ray to the east from
// inside the box can cross; where none of them touches the box, all its points lie alike.
// Must not know: records, segments.
#include "query/polygons.h"

#include "query/query_tree.h"

#include <stdlib.h>

struct edge {
    double x1, y1, x2, y2;
};

struct edge_list {
    struct edge *items; // in the index's one array
    size_t count;
};

// One polygon's edges, those of them kept for the box asked last, and of these those kept for the
// box within it.
struct outline {
    struct edge_list all;
    struct edge_list boxed;
    struct edge_list narrowed;
    struct geo_box box;
};

struct polygon_index {
    struct outline *outlines; // owned
    size_t count;
    struct edge *edges; // owned: of each polygon all edges, then room for twice as many
};

// The ray from (x, y) to the east crosses the edge (half open, so that corners count once).
static bool crosses(const struct edge *s, double x, double y)
{
    return (s->y1 > y) != (s->y2 > y) &&
           x < (s->x2 - s->x1) * (y - s->y1) / (s->y2 - s->y1) + s->x1;
}

static bool ring_crossed_oddly(const struct query_ring *ring, double x, double y)
{
    bool odd = false;
    for (size_t i = 0, j = ring->count - 1; i < ring->count; j = i++) {
        struct edge s = {ring->positions[2 * i], ring->positions[2 * i + 1], ring->positions[2 * j],
                         ring->positions[2 * j + 1]};
        odd = odd != crosses(&s, x, y);
    }
    return odd;
}

bool polygons_hold(const struct query_polygon *polygons, size_t count, double longitude,
                   double latitude)
{
    for (size_t i = 0; i < count; i++) {
        bool odd = false;
        for (size_t k = 0; k < polygons[i].count; k++) {
            odd = odd != ring_crossed_oddly(&polygons[i].rings[k], longitude, latitude);
        }
        if (odd) {
            return true;
        }
    }
    return false;
}

// --- the index -------------------------------------------------------------------------------

static void widen(struct geo_box *box, double x, double y)
{
    box->west = MIN(box->west, x);
    box->east = MAX(box->east, x);
    box->south = MIN(box->south, y);
    box->north = MAX(box->north, y);
}

static void add_ring(struct outline *o, const struct query_ring *ring)
{
    for (size_t i = 0, j = ring->count - 1; i < ring->count; j = i++) {
        const double *a = ring->positions + 2 * i;
        const double *b = ring->positions + 2 * j;
        widen(&o->box, a[0], a[1]);
        // A level edge is never crossed by a ray, but it may cut a box.
        o->all.items[o->all.count++] = (struct edge){a[0], a[1], b[0], b[1]};
    }
}

static size_t count_positions(const struct query_polygon *polygons, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < polygons[i].count; k++) {
            total += polygons[i].rings[k].count;
        }
    }
    return total;
}

status polygon_index_create(const struct query_polygon *polygons, size_t count,
                            struct polygon_index **out, struct error *e)
{
    size_t total = count_positions(polygons, count);
    struct polygon_index *p = calloc(1, sizeof *p);
    if (p != NULL) {
        p->outlines = calloc(count + 1, sizeof *p->outlines);
        p->edges = calloc(3 * total + 1, sizeof *p->edges);
    }
    if (p == NULL || p->outlines == NULL || p->edges == NULL) {
        polygon_index_destroy(p);
        return query_no_memory(e);
    }
    p->count = count;
    struct edge *next = p->edges;
    for (size_t i = 0; i < count; i++) {
        struct outline *o = &p->outlines[i];
        o->all.items = next;
        o->box = (struct geo_box){1e9, 1e9, -1e9, -1e9};
        for (size_t k = 0; k < polygons[i].count; k++) {
            add_ring(o, &polygons[i].rings[k]);
        }
        o->boxed.items = o->all.items + o->all.count;
        o->narrowed.items = o->boxed.items + o->all.count;
        next = o->narrowed.items + o->all.count;
    }
    *out = p;
    return ST_OK;
}

status polygon_index_share(const struct polygon_index *p, struct polygon_index **out,
                           struct error *e)
{
    size_t total = 0;
    for (size_t i = 0; i < p->count; i++) {
        total += p->outlines[i].all.count;
    }
    struct polygon_index *own = calloc(1, sizeof *own);
    if (own != NULL) {
        own->outlines = calloc(p->count + 1, sizeof *own->outlines);
        own->edges = calloc(2 * total + 1, sizeof *own->edges);
    }
    if (own == NULL || own->outlines == NULL || own->edges == NULL) {
        polygon_index_destroy(own);
        return query_no_memory(e);
    }
    own->count = p->count;
    struct edge *next = own->edges;
    for (size_t i = 0; i < p->count; i++) {
        struct outline *o = &own->outlines[i];
        o->box = p->outlines[i].box;
        o->all = p->outlines[i].all; // only read
        o->boxed.items = next;
        o->narrowed.items = o->boxed.items + o->all.count;
        next = o->narrowed.items + o->all.count;
    }
    *out = own;
    return ST_OK;
}

void polygon_index_destroy(struct polygon_index *p)
{
    if (p != NULL) {
        free(p->outlines);
        free(p->edges);
        free(p);
    }
}

static bool boxes_touch(const struct geo_box *a, const struct geo_box *b)
{
    return a->west <= b->east && a->east >= b->west && a->south <= b->north && a->north >= b->south;
}

static bool crossed_oddly(const struct edge_list *edges, double x, double y)
{
    bool odd = false;
    for (size_t i = 0; i < edges->count; i++) {
        odd = odd != crosses(&edges->items[i], x, y);
    }
    return odd;
}

// Keeps the edges that a ray to the east from inside the box can cross.
static enum box_relation keep_edges(const struct edge_list *from, const struct geo_box *box,
                                    struct edge_list *kept)
{
    bool cut = false;
    kept->count = 0;
    for (size_t i = 0; i < from->count; i++) {
        const struct edge *s = &from->items[i];
        double south = MIN(s->y1, s->y2);
        double north = MAX(s->y1, s->y2);
        double east = MAX(s->x1, s->x2);
        if (south > box->north || north < box->south || east < box->west) {
            continue;
        }
        kept->items[kept->count++] = *s;
        cut = cut || MIN(s->x1, s->x2) <= box->east;
    }
    if (cut) {
        return BOX_CUT;
    }
    return crossed_oddly(kept, box->west, box->south) ? BOX_INSIDE : BOX_OUTSIDE;
}

// Inside one is inside; else cut by one is cut.
static enum box_relation join(enum box_relation a, enum box_relation b)
{
    return a == BOX_INSIDE || b == BOX_INSIDE ? BOX_INSIDE
           : a == BOX_CUT || b == BOX_CUT     ? BOX_CUT
                                              : BOX_OUTSIDE;
}

enum box_relation polygon_index_box(struct polygon_index *p, const struct geo_box *box)
{
    enum box_relation result = BOX_OUTSIDE;
    for (size_t i = 0; i < p->count && result != BOX_INSIDE; i++) {
        struct outline *o = &p->outlines[i];
        o->boxed.count = 0;
        if (boxes_touch(&o->box, box)) {
            result = join(result, keep_edges(&o->all, box, &o->boxed));
        }
    }
    return result;
}

enum box_relation polygon_index_narrow(struct polygon_index *p, const struct geo_box *inner)
{
    enum box_relation result = BOX_OUTSIDE;
    for (size_t i = 0; i < p->count && result != BOX_INSIDE; i++) {
        struct outline *o = &p->outlines[i];
        o->narrowed.count = 0;
        if (o->boxed.count > 0) {
            result = join(result, keep_edges(&o->boxed, inner, &o->narrowed));
        }
    }
    return result;
}

bool polygon_index_holds(const struct polygon_index *p, double longitude, double latitude)
{
    for (size_t i = 0; i < p->count; i++) {
        if (crossed_oddly(&p->outlines[i].narrowed, longitude, latitude)) {
            return true;
        }
    }
    return false;
}
