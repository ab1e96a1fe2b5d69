// SPDX-License-Identifier: Apache-2.0
// Counts over all rows of a version are made once and kept (query_cache.h), whatever asks for them,
// from what is kept of each segment; any other set of rows is counted. Must not know: queries,
// order of hits.
#include "query/part_counts.h"
#include "query/query_cache.h"
#include "query/query_pool.h"

#include <stdlib.h>

// What counts are kept by: what is visible of each segment, the ranges of rows, the paths.
struct part_key {
    uint64_t segment; // its identity
    uint64_t origin;
    uint64_t first; // of a range, or of all rows
    uint64_t end;
};
struct path_key {
    uint64_t part;
    uint64_t path;
};

struct kept {
    struct arena holder; // holds the field's values
    struct value_counts counts;
};

struct making {
    const struct extent *extent;
    const struct field_paths *paths;
    const struct row_sets *rows;
    const struct cancellation *cancellation;
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

static status count_by_parts(const struct making *m, struct arena *holder, struct value_counts *out,
                             struct error *e)
{
    struct part_counts_list parts = {0};
    status result = part_counts_list_make(m->extent, m->paths, m->cancellation, &parts, e);
    if (result == ST_OK) {
        result = value_counts_join(m->extent, m->paths, parts.counts, m->rows, holder, out, e);
    }
    part_counts_list_release(&parts);
    return result;
}

static status make_kept(void *argument, void **out, size_t *bytes, struct error *e)
{
    const struct making *m = argument;
    struct kept *k = calloc(1, sizeof *k);
    if (k == NULL) {
        return no_memory(e);
    }
    arena_init(&k->holder, 0);
    status result = part_counts_fit(m->extent, m->paths, m->rows)
                        ? count_by_parts(m, &k->holder, &k->counts, e)
                        : value_counts_count(m->extent, &m->paths, 1, m->rows, &k->holder,
                                             m->cancellation, &k->counts, e);
    if (result != ST_OK) {
        destroy_kept(k);
        return result;
    }
    const struct field_values *v = k->counts.values;
    *bytes = sizeof *k + 4 * ((size_t)v->count + 1) +
             (v->groups == NULL ? 0 : 4 * ((size_t)v->group_count + 1));
    *out = k;
    return ST_OK;
}

static const struct cache_kind counts_kind = {"counts", make_kept, destroy_kept};

static status make_key(const struct extent *x, const struct field_paths *paths,
                       struct arena *scratch, string_view *out, struct error *e)
{
    size_t ranges = 0;
    for (size_t i = 0; i < x->count; i++) {
        ranges += x->parts[i].whole ? 1 : x->parts[i].range_count;
    }
    struct part_key *parts = arena_array(scratch, struct part_key, ranges + paths->count + 1);
    if (parts == NULL) {
        return no_memory(e);
    }
    size_t count = 0;
    for (size_t i = 0; i < x->count; i++) {
        const struct extent_part *part = &x->parts[i];
        uint64_t segment = segment_identity(part->segment);
        if (part->whole) {
            parts[count++] =
                (struct part_key){segment, part->origin, 0, segment_rows(part->segment)};
        }
        for (size_t k = 0; k < part->range_count && !part->whole; k++) {
            parts[count++] = (struct part_key){segment, part->origin, part->ranges[k].first,
                                               part->ranges[k].end};
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
    arena_init(&scratch, 0);
    status result = make_key(m->extent, m->paths, &scratch, &key, e);
    if (result == ST_OK) {
        result = query_cache_get(&counts_kind, key, m, holder, &thing, e);
    }
    arena_release(&scratch);
    if (result == ST_OK) {
        *out = ((const struct kept *)thing)->counts;
        out->kept = true;
    }
    return result;
}

// The counts of several fields, made side by side into the cache.
struct preparing {
    const struct extent *extent;
    const struct field_paths *const *fields;
    const struct row_sets *rows;
    const struct cancellation *cancellation;
};

static status prepare_field(void *argument, size_t index, struct error *e)
{
    const struct preparing *p = argument;
    struct making m = {p->extent, p->fields[index], p->rows, p->cancellation};
    struct value_counts counts;
    struct arena holder;
    arena_init(&holder, 0);
    status result = get_kept(&m, &holder, &counts, e);
    arena_release(&holder);
    return result;
}

status value_counts_make_many(const struct extent *x, const struct field_paths *const *fields,
                              size_t count, const struct row_sets *rows, struct arena *holder,
                              const struct cancellation *cancellation, struct value_counts *out,
                              struct error *e)
{
    if (!rows_are_everything(x, rows)) {
        return value_counts_count(x, fields, count, rows, holder, cancellation, out, e);
    }
    struct preparing p = {x, fields, rows, cancellation};
    if (count > 1) {
        TRY(parallel_run(query_pool(), count, prepare_field, &p, e));
    }
    for (size_t i = 0; i < count; i++) { // from the cache now, most often
        struct making m = {x, fields[i], rows, cancellation};
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
