// SPDX-License-Identifier: Apache-2.0
// Edges of one polygon meet in upright strips that hold about as many ends each; in a strip, edges
// are sorted by where they run in it, and only those whose runs overlap are compared.
// Must not know: how the polygons were written, records.
#include "query/polygon_check.h"

#include "query/polygons.h"
#include "query/query_tree.h"

#include <math.h>
#include <stdlib.h>

#define EDGES_A_STRIP     ((size_t)128)
#define MOST_STRIPS       ((size_t)256)
#define MOST_COMPARISONS  ((uint64_t)100000000)
#define SENTENCE_POSITION "%.7g, %.7g"

struct edge {
    double x1, y1, x2, y2; // x1 <= x2
};

// An edge within a strip, and between which latitudes it runs there.
struct run {
    double low;
    double high;
    uint32_t edge;
};

struct crossing_search {
    struct edge *edges; // owned, by x1
    size_t count;
    double *ends;     // owned: x of both ends of all edges, sorted
    struct run *runs; // owned
    uint64_t comparisons;
};

// --- rings -----------------------------------------------------------------------------------

static status check_position(const double *at, struct error *e)
{
    if (!(fabs(at[0]) <= 180) || !(fabs(at[1]) <= 90)) {
        return error_set(e, ST_INVALID,
                         "%g, %g is no position: longitude is from -180 to 180, latitude from -90 "
                         "to 90",
                         at[0], at[1]);
    }
    return ST_OK;
}

static status check_ring(const struct query_ring *ring, struct error *e)
{
    if (ring->count < 4) {
        return error_set(e, ST_INVALID,
                         "a ring has %zu positions; it needs at least four, the last as the first",
                         ring->count);
    }
    for (size_t i = 0; i < ring->count; i++) {
        TRY(check_position(ring->positions + 2 * i, e));
    }
    const double *first = ring->positions;
    const double *last = ring->positions + 2 * (ring->count - 1);
    if (first[0] != last[0] || first[1] != last[1]) {
        return error_set(e, ST_INVALID,
                         "a ring is not closed: it starts at " SENTENCE_POSITION
                         " and ends at " SENTENCE_POSITION,
                         first[0], first[1], last[0], last[1]);
    }
    for (size_t i = 1; i < ring->count; i++) {
        double width = fabs(ring->positions[2 * i] - ring->positions[2 * i - 2]);
        if (width > 180 && width < 360) {
            return error_set(
                e, ST_INVALID,
                "an edge goes from longitude %.7g to %.7g, further than 180 degrees: a "
                "polygon across the antimeridian is given as two, one on each side "
                "(RFC 7946, 3.1.9); a wide one needs positions between",
                ring->positions[2 * i - 2], ring->positions[2 * i]);
        }
    }
    return ST_OK;
}

// A hole has to have a position inside the outer ring; rings do not cross.
static status check_holes(const struct query_polygon *polygon, struct error *e)
{
    struct query_polygon outside = {polygon->rings, 1};
    for (size_t i = 1; i < polygon->count; i++) {
        const struct query_ring *hole = &polygon->rings[i];
        bool inside = false;
        for (size_t k = 0; k < MIN(hole->count, (size_t)16) && !inside; k++) {
            inside = polygons_hold(&outside, 1, hole->positions[2 * k], hole->positions[2 * k + 1]);
        }
        if (!inside) {
            return error_set(e, ST_INVALID,
                             "a hole that starts at " SENTENCE_POSITION
                             " lies outside its polygon's outer ring",
                             hole->positions[0], hole->positions[1]);
        }
    }
    return ST_OK;
}

// --- crossings -------------------------------------------------------------------------------

// Which side of the edge a position lies on: > 0, 0 or < 0.
static double side(const struct edge *s, double x, double y)
{
    return (s->x2 - s->x1) * (y - s->y1) - (s->y2 - s->y1) * (x - s->x1);
}

// Each edge's ends lie strictly on both sides of the other.
static bool edges_cross(const struct edge *a, const struct edge *b)
{
    double a1 = side(b, a->x1, a->y1);
    double a2 = side(b, a->x2, a->y2);
    double b1 = side(a, b->x1, b->y1);
    double b2 = side(a, b->x2, b->y2);
    return ((a1 > 0 && a2 < 0) || (a1 < 0 && a2 > 0)) && ((b1 > 0 && b2 < 0) || (b1 < 0 && b2 > 0));
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static int compare_edges(const void *a, const void *b)
{
    return compare_doubles(&((const struct edge *)a)->x1, &((const struct edge *)b)->x1);
}

static int compare_runs(const void *a, const void *b)
{
    return compare_doubles(&((const struct run *)a)->low, &((const struct run *)b)->low);
}

static double latitude_at(const struct edge *s, double x)
{
    return s->x1 == s->x2 ? s->y1 : s->y1 + (s->y2 - s->y1) * ((x - s->x1) / (s->x2 - s->x1));
}

static struct run run_of(const struct crossing_search *c, uint32_t edge, double west, double east)
{
    const struct edge *s = &c->edges[edge];
    struct run run = {MIN(s->y1, s->y2), MAX(s->y1, s->y2), edge};
    if (s->x1 < s->x2) {
        double from = latitude_at(s, MAX(west, s->x1));
        double to = latitude_at(s, MIN(east, s->x2));
        // A little more than it is: the two latitudes are rounded.
        run.low = MAX(run.low, MIN(from, to) - 1e-9);
        run.high = MIN(run.high, MAX(from, to) + 1e-9);
    }
    return run;
}

static status search_strip(struct crossing_search *c, size_t count, struct error *e)
{
    qsort(c->runs, count, sizeof *c->runs, compare_runs);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count && c->runs[k].low <= c->runs[i].high; k++) {
            const struct edge *a = &c->edges[c->runs[i].edge];
            const struct edge *b = &c->edges[c->runs[k].edge];
            if (edges_cross(a, b)) {
                return error_set(e, ST_INVALID,
                                 "the polygon crosses itself: the edge from " SENTENCE_POSITION
                                 " to " SENTENCE_POSITION " and the one from " SENTENCE_POSITION
                                 " to " SENTENCE_POSITION,
                                 a->x1, a->y1, a->x2, a->y2, b->x1, b->y1, b->x2, b->y2);
            }
            if (++c->comparisons > MOST_COMPARISONS) {
                return error_set(e, ST_INVALID,
                                 "the polygon is too tangled to be checked: too many of its edges "
                                 "lie side by side; give a simpler one");
            }
        }
    }
    return ST_OK;
}

// Edges that reach into a strip stay in `active` until it is behind them.
static status search_strips(struct crossing_search *c, uint32_t *active, struct error *e)
{
    size_t strips = MIN(c->count / EDGES_A_STRIP + 1, MOST_STRIPS);
    size_t held = 0;
    size_t next = 0;
    for (size_t strip = 0; strip < strips; strip++) {
        double west = c->ends[strip * (2 * c->count) / strips];
        double east = c->ends[MIN((strip + 1) * (2 * c->count) / strips, 2 * c->count - 1)];
        while (next < c->count && c->edges[next].x1 <= east) {
            active[held++] = (uint32_t)next++;
        }
        size_t kept = 0;
        for (size_t i = 0; i < held; i++) {
            if (c->edges[active[i]].x2 >= west) {
                active[kept] = active[i];
                c->runs[kept] = run_of(c, active[i], west, east);
                kept++;
            }
        }
        held = kept;
        TRY(search_strip(c, kept, e));
    }
    return ST_OK;
}

static void gather_edges(struct crossing_search *c, const struct query_polygon *polygon)
{
    for (size_t i = 0; i < polygon->count; i++) {
        const struct query_ring *ring = &polygon->rings[i];
        for (size_t k = 1; k < ring->count; k++) {
            const double *a = ring->positions + 2 * (k - 1);
            const double *b = ring->positions + 2 * k;
            if (a[0] == b[0] && a[1] == b[1]) {
                continue;
            }
            bool forward = a[0] <= b[0];
            c->edges[c->count++] = forward ? (struct edge){a[0], a[1], b[0], b[1]}
                                           : (struct edge){b[0], b[1], a[0], a[1]};
        }
    }
    for (size_t i = 0; i < c->count; i++) {
        c->ends[2 * i] = c->edges[i].x1;
        c->ends[2 * i + 1] = c->edges[i].x2;
    }
    qsort(c->edges, c->count, sizeof *c->edges, compare_edges);
    qsort(c->ends, 2 * c->count, sizeof *c->ends, compare_doubles);
}

static status check_crossings(const struct query_polygon *polygon, struct error *e)
{
    size_t most = 1;
    for (size_t i = 0; i < polygon->count; i++) {
        most += polygon->rings[i].count;
    }
    struct crossing_search c = {
        .edges = calloc(most, sizeof *c.edges),
        .ends = calloc(2 * most, sizeof *c.ends),
        .runs = calloc(most, sizeof *c.runs),
    };
    uint32_t *active = calloc(most, sizeof *active);
    status result = ST_OK;
    if (c.edges == NULL || c.ends == NULL || c.runs == NULL || active == NULL) {
        result = query_no_memory(e);
    } else {
        gather_edges(&c, polygon);
        result = c.count == 0 ? ST_OK : search_strips(&c, active, e);
    }
    free(c.edges);
    free(c.ends);
    free(c.runs);
    free(active);
    return result;
}

status polygons_check(const struct query_polygon *polygons, size_t count, struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < polygons[i].count; k++) {
            TRY(check_ring(&polygons[i].rings[k], e));
        }
        TRY(check_crossings(&polygons[i], e));
        TRY(check_holes(&polygons[i], e));
    }
    return ST_OK;
}
