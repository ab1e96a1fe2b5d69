// SPDX-License-Identifier: Apache-2.0
// From rows through the offsets of lists to cells.
// Must not know: queries, what is made of the values.
#include "query/row_values.h"

#include "base/array.h"
#include "store/segment.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MOST 64u

struct row_path {
    struct column column;
    const struct field_translation *translation;
    const uint32_t *offsets[DEPTH_MOST]; // outermost first
    size_t depth;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to read a field's values");
}

void row_values_init(struct row_values *r)
{
    *r = (struct row_values){0};
}

void row_values_release(struct row_values *r)
{
    free(r->paths);
    free(r->values);
    row_values_init(r);
}

static status open_path(const struct field_path *p, const struct field_translation *t,
                        struct row_path *out, struct error *e)
{
    *out = (struct row_path){.translation = t};
    TRY(segment_column(p->segment, p->path, &out->column, e));
    for (uint32_t level = p->level; level != 0; level = segment_level_parent(p->segment, level)) {
        if (out->depth == DEPTH_MOST) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        memmove(out->offsets + 1, out->offsets, out->depth * sizeof *out->offsets);
        TRY(segment_offsets(p->segment, level, &out->offsets[0], e));
        out->depth++;
    }
    return ST_OK;
}

status row_values_open(struct row_values *r, const struct field_paths *paths,
                       const struct field_values *v, size_t part, struct error *e)
{
    size_t first = 0;
    while (first < paths->count && paths->paths[first].part < part) {
        first++;
    }
    size_t end = first;
    while (end < paths->count && paths->paths[end].part == part) {
        end++;
    }
    free(r->paths);
    r->path_count = 0;
    r->paths = calloc(end - first + 1, sizeof *r->paths);
    if (r->paths == NULL) {
        return no_memory(e);
    }
    for (size_t i = first; i < end; i++) {
        TRY(open_path(&paths->paths[i], &v->translations[i], &r->paths[r->path_count], e));
        r->path_count++;
    }
    r->flat = r->path_count == 0 || (r->path_count == 1 && r->paths[0].depth == 0);
    return ST_OK;
}

static status add_value(struct row_values *r, const struct row_path *path, uint32_t element,
                        struct error *e)
{
    uint32_t ordinal = column_get(&path->column, element);
    if (ordinal > path->translation->count) {
        return error_set(e, ST_CORRUPT, "a column names a value beyond its dictionary");
    }
    uint32_t value = field_translate(path->translation, ordinal);
    if (value == 0) {
        return ST_OK;
    }
    if (!ARRAY_RESERVE(r->values, r->capacity, r->count, (size_t)1 << 28)) {
        return no_memory(e);
    }
    r->values[r->count++] = value;
    return ST_OK;
}

status row_values_read(struct row_values *r, uint32_t row, struct error *e)
{
    r->count = 0;
    for (size_t i = 0; i < r->path_count; i++) {
        const struct row_path *path = &r->paths[i];
        uint32_t first = row;
        uint32_t end = row + 1;
        for (size_t k = 0; k < path->depth; k++) {
            first = path->offsets[k][first];
            end = path->offsets[k][end];
        }
        for (uint32_t element = first; element < end; element++) {
            TRY(add_value(r, path, element, e));
        }
    }
    return ST_OK;
}

static int compare_values(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

status row_values_unique(struct row_values *r, uint32_t row, struct error *e)
{
    TRY(row_values_read(r, row, e));
    if (r->count < 2) {
        return ST_OK;
    }
    qsort(r->values, r->count, sizeof *r->values, compare_values);
    size_t kept = 1;
    for (size_t i = 1; i < r->count; i++) {
        if (r->values[i] != r->values[kept - 1]) {
            r->values[kept++] = r->values[i];
        }
    }
    r->count = kept;
    return ST_OK;
}
