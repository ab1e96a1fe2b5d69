// SPDX-License-Identifier: Apache-2.0
// Counts over all rows of the newest version are made once and kept (query_cache.h), whatever asks
// for them, from what is kept of each segment; any other set of rows is counted. Must not know:
// queries, order of hits.
#include "query/part_counts.h"
#include "query/query_cache.h"

#include <stdlib.h>

// What counts are kept by: the sets of visible rows, which a kept thing holds so that no other set
// can come to lie at their address; the ranges of rows; the paths.
struct part_key {
    uint64_t segment;
    const void *visible;
    uint64_t first; // of the ranges, when they are not the whole segment
    uint64_t rows;
};
struct path_key {
    uint64_t part;
    uint64_t path;
};

struct kept {
    struct arena holder; // holds the visible sets and the field's values
    struct value_counts counts;
};

struct making {
    const struct extent *extent;
    const struct field_paths *paths;
    const struct row_sets *rows;
    const struct cancellation *cancellation;
    struct kept *kept; // its holder holds the sets already; handed over
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to keep the counts of a field");
}

static void destroy_kept(void *thing)
{
    struct kept *k = thing;
    value_counts_release(&k->counts);
    arena_release(&k->holder);
    free(k);
}

// Whether each part is whole and has the field as one plain column, or not at all.
static bool is_plain(const struct extent *x, const struct field_paths *paths)
{
    for (size_t i = 0; i < paths->count; i++) {
        bool alone = i == 0 || paths->paths[i - 1].part != paths->paths[i].part;
        if (!alone || paths->paths[i].level != 0 || !x->parts[paths->paths[i].part].whole) {
            return false;
        }
    }
    return true;
}

static status count_by_parts(const struct making *m, struct arena *holder, struct value_counts *out,
                             struct error *e)
{
    struct arena scratch;
    arena_init(&scratch, 0);
    const struct field_paths *paths = m->paths;
    const uint32_t **counts =
        (const uint32_t **)arena_alloc_array(&scratch, paths->count + 1, sizeof *counts);
    status result = counts == NULL ? no_memory(e) : ST_OK;
    for (size_t i = 0; result == ST_OK && i < paths->count; i++) {
        result =
            part_counts_get(m->extent, &paths->paths[i], m->cancellation, &scratch, &counts[i], e);
    }
    if (result == ST_OK) {
        result = value_counts_join(m->extent, paths, counts, m->rows, holder, out, e);
    }
    arena_release(&scratch);
    return result;
}

static status make_kept(void *argument, void **out, size_t *bytes, struct error *e)
{
    struct making *m = argument;
    struct kept *k = m->kept;
    if (is_plain(m->extent, m->paths)) {
        TRY(count_by_parts(m, &k->holder, &k->counts, e));
    } else {
        TRY(value_counts_count(m->extent, &m->paths, 1, m->rows, &k->holder, m->cancellation,
                               &k->counts, e));
    }
    const struct field_values *v = k->counts.values;
    *bytes = sizeof *k + 4 * ((size_t)v->count + 1) +
             (v->groups == NULL ? 0 : 4 * ((size_t)v->group_count + 1));
    *out = k;
    m->kept = NULL;
    return ST_OK;
}

static const struct cache_kind counts_kind = {"counts", make_kept, destroy_kept};

// All rows of the newest version: what is asked again and again until the next commit.
static bool is_everything(const struct extent *x, const struct row_sets *rows)
{
    if (x->commit < snapshot_last_commit(x->snapshot)) {
        return false;
    }
    for (size_t i = 0; i < x->count; i++) {
        if (rows->sets[i] != x->parts[i].visible) {
            return false;
        }
    }
    return true;
}

static status make_key(const struct extent *x, const struct field_paths *paths, struct kept *kept,
                       struct arena *scratch, string_view *out, struct error *e)
{
    size_t ranges = 0;
    for (size_t i = 0; i < x->count; i++) {
        ranges += x->parts[i].range_count;
    }
    struct part_key *parts = arena_array(scratch, struct part_key, ranges + paths->count + 1);
    if (parts == NULL) {
        return no_memory(e);
    }
    size_t count = 0;
    for (size_t i = 0; i < x->count; i++) {
        const struct extent_part *part = &x->parts[i];
        const struct bitset *visible = NULL;
        TRY(snapshot_visible(x->snapshot, part->index, x->commit, &kept->holder, &visible, e));
        for (size_t k = 0; k < part->range_count; k++) {
            parts[count++] = (struct part_key){segment_identity(part->segment), visible,
                                               part->ranges[k].first, part->ranges[k].end};
        }
    }
    struct path_key *keys = (struct path_key *)(parts + count);
    for (size_t i = 0; i < paths->count; i++) {
        keys[i] = (struct path_key){paths->paths[i].part, paths->paths[i].path};
    }
    *out = (string_view){(const char *)parts, count * sizeof *parts + paths->count * sizeof *keys};
    return ST_OK;
}

static status get_kept(struct making *m, struct arena *holder, struct value_counts *out,
                       struct error *e)
{
    struct arena scratch;
    string_view key;
    void *thing = NULL;
    m->kept = calloc(1, sizeof *m->kept);
    if (m->kept == NULL) {
        return no_memory(e);
    }
    arena_init(&m->kept->holder, 0);
    arena_init(&scratch, 0);
    status result = make_key(m->extent, m->paths, m->kept, &scratch, &key, e);
    if (result == ST_OK) {
        result = query_cache_get(&counts_kind, key, m, holder, &thing, e);
    }
    arena_release(&scratch);
    if (m->kept != NULL) {
        destroy_kept(m->kept);
    }
    if (result == ST_OK) {
        *out = ((const struct kept *)thing)->counts;
        out->kept = true;
    }
    return result;
}

status value_counts_make_many(const struct extent *x, const struct field_paths *const *fields,
                              size_t count, const struct row_sets *rows, struct arena *holder,
                              const struct cancellation *cancellation, struct value_counts *out,
                              struct error *e)
{
    if (!is_everything(x, rows)) {
        return value_counts_count(x, fields, count, rows, holder, cancellation, out, e);
    }
    for (size_t i = 0; i < count; i++) {
        struct making m = {x, fields[i], rows, cancellation, NULL};
        TRY(get_kept(&m, holder, &out[i], e));
    }
    return ST_OK;
}

status value_counts_make(const struct extent *x, const struct field_paths *paths,
                         const struct row_sets *rows, struct arena *holder,
                         const struct cancellation *cancellation, struct value_counts *out,
                         struct error *e)
{
    return value_counts_make_many(x, &paths, 1, rows, holder, cancellation, out, e);
}
