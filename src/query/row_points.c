// SPDX-License-Identifier: Apache-2.0
// The list of a segment holds, by row, the place of its point and one more; 0: it has none.
#include "query/row_points.h"

#include "base/large_memory.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#define UNITS  10000000u // of a degree
#define DIGITS 7u        // behind the point

struct segment_places {
    atomic_bool ready;
    struct segment_points points;
    uint32_t *places; // owned: by row; NULL: the segment has no points
    uint32_t rows;
};

struct row_points {
    struct snapshot *snapshot;
    pthread_mutex_t lock; // of making a list
    struct segment_places *segments;
    size_t count;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the places of records");
}

status row_points_create(struct snapshot *s, struct row_points **out, struct error *e)
{
    struct row_points *p = calloc(1, sizeof *p);
    if (p == NULL) {
        return no_memory(e);
    }
    p->snapshot = s;
    p->count = snapshot_segments(s);
    p->segments = calloc(p->count + 1, sizeof *p->segments);
    if (p->segments == NULL) {
        free(p);
        return no_memory(e);
    }
    (void)pthread_mutex_init(&p->lock, NULL);
    *out = p;
    return ST_OK;
}

void row_points_destroy(struct row_points *p)
{
    if (p == NULL) {
        return;
    }
    for (size_t i = 0; i < p->count; i++) {
        free(p->segments[i].places);
    }
    free(p->segments);
    (void)pthread_mutex_destroy(&p->lock);
    free(p);
}

static status make_places(struct segment *segment, struct segment_places *s, struct error *e)
{
    TRY(segment_points(segment, &s->points, e));
    s->rows = segment_rows(segment);
    if (s->points.count == 0) {
        return ST_OK;
    }
    size_t size = (size_t)s->rows * sizeof *s->places;
    s->places = large_memory(size);
    if (s->places == NULL) {
        return no_memory(e);
    }
    memset(s->places, 0, size);
    for (size_t i = 0; i < s->points.count; i++) {
        if (s->points.rows[i] >= s->rows) {
            return error_set(e, ST_CORRUPT, "a point is of a row that there is not");
        }
        s->places[s->points.rows[i]] = (uint32_t)i + 1;
    }
    return ST_OK;
}

static status open_places(struct row_points *p, size_t segment, struct error *e)
{
    struct segment_places *s = &p->segments[segment];
    status result = ST_OK;
    (void)pthread_mutex_lock(&p->lock);
    if (!atomic_load(&s->ready)) {
        result = make_places(snapshot_segment(p->snapshot, segment), s, e);
        if (result == ST_OK) {
            atomic_store(&s->ready, true);
        } else {
            free(s->places);
            s->places = NULL;
        }
    }
    (void)pthread_mutex_unlock(&p->lock);
    return result;
}

status row_points_find(struct row_points *p, size_t segment, uint32_t row, struct row_point *out,
                       struct error *e)
{
    *out = (struct row_point){0};
    if (segment >= p->count) {
        return error_set(e, ST_INTERNAL, "a row belongs to no segment");
    }
    const struct segment_places *s = &p->segments[segment];
    if (!atomic_load_explicit(&s->ready, memory_order_acquire)) {
        TRY(open_places(p, segment, e));
    }
    if (s->places != NULL && row < s->rows && s->places[row] > 0) {
        uint32_t place = s->places[row] - 1;
        *out = (struct row_point){true, s->points.latitudes[place], s->points.longitudes[place]};
    }
    return ST_OK;
}

void write_degrees(struct buffer *out, int32_t degrees)
{
    uint32_t size = degrees < 0 ? 0 - (uint32_t)degrees : (uint32_t)degrees;
    if (degrees < 0) {
        buffer_append_byte(out, '-');
    }
    buffer_append_uint(out, size / UNITS);
    char digits[DIGITS];
    size_t count = 0; // without zeros at the end
    uint32_t rest = size % UNITS;
    for (size_t i = DIGITS; i-- > 0; rest /= 10) {
        digits[i] = (char)('0' + rest % 10);
        count = count == 0 && digits[i] != '0' ? i + 1 : count;
    }
    if (count > 0) {
        buffer_append_byte(out, '.');
        buffer_append(out, digits, count);
    }
}
