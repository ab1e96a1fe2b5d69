// SPDX-License-Identifier: Apache-2.0
// Lists are kept by the number of the set of visible rows. Must not know: grids, queries.
#include "query/hidden_points.h"

#include "query/query_cache.h"

#include <stdlib.h>

#define HIDDEN_PART 4u

struct finding {
    const struct segment_points *points;
    const struct bitset *rows;
};

struct kept {
    struct hidden_points hidden; // points NULL: they are too many
    uint32_t *points;            // owned, as what follows
    uint32_t *starts;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to count positions");
}

static void destroy_kept(void *thing)
{
    struct kept *k = thing;
    free(k->points);
    free(k->starts);
    free(k);
}

static size_t count_hidden(const struct finding *f)
{
    size_t count = 0;
    for (size_t i = 0; i < f->points->count; i++) {
        count += !bitset_test(f->rows, f->points->rows[i]);
    }
    return count;
}

static void list_hidden(const struct finding *f, struct kept *k)
{
    uint32_t count = 0;
    for (size_t i = 0; i < f->points->count; i++) {
        if (i % POINTS_A_BLOCK == 0) {
            k->starts[i / POINTS_A_BLOCK] = count;
        }
        k->points[count] = (uint32_t)i;
        count += !bitset_test(f->rows, f->points->rows[i]);
    }
    k->starts[(f->points->count + POINTS_A_BLOCK - 1) / POINTS_A_BLOCK] = count;
}

static status make_kept(void *argument, void **out, size_t *bytes, struct error *e)
{
    const struct finding *f = argument;
    size_t count = count_hidden(f);
    size_t blocks = f->points->count / POINTS_A_BLOCK + 2;
    struct kept *k = calloc(1, sizeof *k);
    if (k == NULL) {
        return no_memory(e);
    }
    *bytes = sizeof *k;
    if (count <= f->points->count / HIDDEN_PART) {
        k->points = calloc(count + 1, sizeof *k->points); // one more is written and left
        k->starts = calloc(blocks, sizeof *k->starts);
        if (k->points == NULL || k->starts == NULL) {
            destroy_kept(k);
            return no_memory(e);
        }
        list_hidden(f, k);
        k->hidden = (struct hidden_points){k->points, k->starts};
        *bytes += (count + blocks) * sizeof *k->points;
    }
    *out = k;
    return ST_OK;
}

static const struct cache_kind hidden_kind = {"hidden points", make_kept, destroy_kept};

status hidden_points_get(const struct extent_part *part, const struct segment_points *points,
                         struct arena *arena, const struct hidden_points **out, struct error *e)
{
    struct finding f = {points, part->visible};
    string_view key;
    void *thing = NULL;
    TRY(extent_part_key(part, &part->origin, sizeof part->origin, arena, &key, e));
    TRY(query_cache_get(&hidden_kind, key, &f, arena, &thing, e));
    const struct kept *k = thing;
    *out = k->points == NULL ? NULL : &k->hidden;
    return ST_OK;
}
