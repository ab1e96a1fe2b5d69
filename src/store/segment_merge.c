// SPDX-License-Identifier: Apache-2.0
// The course of a merge: rows are numbered, paths and levels of the sources matched, then every
// leaf path and the token index are merged side by side.
#include "store/segment_merge_private.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to merge segments");
}

// --- paths and levels ----------------------------------------------------------------------------

// Gives every path of the source its path in the new segment. Parents come first.
static status match_paths(struct segment_merge *m, struct merge_source *source, struct error *e)
{
    const struct segment *s = source->segment;
    assert(s != NULL);
    source->new_paths = malloc(MAX(s->paths_count, (size_t)1) * sizeof *source->new_paths);
    if (source->new_paths == NULL) {
        return no_memory(e);
    }
    for (uint32_t path = 0; path < s->paths_count; path++) {
        const struct segment_path *p = &s->paths[path];
        uint32_t parent = p->parent == NO_PATH ? NO_PATH : source->new_paths[p->parent];
        TRY(writer_find_path(m->writer, parent, p->kind, p->name, &source->new_paths[path], e));
    }
    return ST_OK;
}

static status reverse_paths(struct segment_merge *m, struct merge_source *source, struct error *e)
{
    size_t count = m->writer->paths_count;
    source->old_paths = malloc(MAX(count, (size_t)1) * sizeof *source->old_paths);
    if (source->old_paths == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        source->old_paths[i] = NO_PATH;
    }
    for (uint32_t path = 0; path < source->segment->paths_count; path++) {
        source->old_paths[source->new_paths[path]] = path;
    }
    return ST_OK;
}

static status add_run(struct merge_runs *runs, uint32_t source, uint32_t first, uint32_t count,
                      struct error *e)
{
    struct merge_run *last = runs->count == 0 ? NULL : &runs->items[runs->count - 1];
    if (count == 0) {
        return ST_OK;
    }
    if (last != NULL && last->source == source && last->first + last->count == first) {
        last->count += count;
        return ST_OK;
    }
    if (!ARRAY_RESERVE(runs->items, runs->capacity, runs->count, (size_t)UINT32_MAX)) {
        return no_memory(e);
    }
    runs->items[runs->count++] = (struct merge_run){source, first, count};
    return ST_OK;
}

// The old offsets of a new level's lists, NULL when the source has none of them.
static status old_offsets(const struct merge_source *source, uint32_t list_path,
                          const uint32_t **out, struct error *e)
{
    uint32_t old = source->old_paths[list_path];
    *out = NULL;
    return old == NO_PATH
               ? ST_OK
               : segment_offsets(source->segment, source->segment->paths[old].level, out, e);
}

static status reserve_offsets(struct writer_level *l, size_t count, struct error *e)
{
    l->offsets = malloc(count * sizeof *l->offsets);
    if (l->offsets == NULL) {
        return no_memory(e);
    }
    l->offsets_capacity = count;
    return ST_OK;
}

// Elements of a level follow the elements of the level above that hold them.
static status lay_level(struct segment_merge *m, size_t level, struct error *e)
{
    struct segment_writer *w = m->writer;
    struct writer_level *l = &w->levels[level];
    const struct merge_runs *above = &m->runs[l->parent];
    uint64_t size = 0;
    TRY(reserve_offsets(l, (size_t)writer_level_size(w, l->parent) + 1, e));
    for (size_t i = 0; i < above->count; i++) {
        const struct merge_run *run = &above->items[i];
        const uint32_t *old = NULL;
        TRY(old_offsets(&m->sources[run->source], l->path, &old, e));
        for (uint32_t k = run->first; k < run->first + run->count; k++) {
            l->offsets[l->offsets_count++] = (uint32_t)size;
            size += old == NULL ? 0 : old[k + 1] - old[k];
        }
        if (size >= UINT32_MAX - 1) {
            return error_set(e, ST_TOO_LARGE, "a segment cannot hold more list elements");
        }
        if (old != NULL) {
            TRY(add_run(&m->runs[level], run->source, old[run->first],
                        old[run->first + run->count] - old[run->first], e));
        }
    }
    l->size = (uint32_t)size;
    return ST_OK;
}

// --- rows ----------------------------------------------------------------------------------------

static status number_rows(struct segment_merge *m, struct error *e)
{
    for (size_t i = 0; i < m->source_count; i++) {
        struct merge_source *source = &m->sources[i];
        uint32_t count = source->segment->rows;
        source->new_rows = malloc(MAX(count, 1u) * sizeof *source->new_rows);
        if (source->new_rows == NULL) {
            return no_memory(e);
        }
        for (uint32_t row = 0; row < count; row++) {
            source->new_rows[row] = NO_ROW;
        }
        source->is_whole = true;
    }
    for (size_t i = 0; i < m->row_count; i++) {
        const struct merge_row *r = &m->rows[i];
        if (r->source >= m->source_count || r->row >= m->sources[r->source].segment->rows ||
            m->sources[r->source].new_rows[r->row] != NO_ROW) {
            return error_set(e, ST_INTERNAL, "row %zu of a merge is none of its sources'", i);
        }
        m->sources[r->source].new_rows[r->row] = (uint32_t)i;
        TRY(add_run(&m->runs[0], r->source, r->row, 1, e));
    }
    for (size_t i = 0; i < m->source_count; i++) {
        struct merge_source *source = &m->sources[i];
        for (uint32_t row = 0; row < source->segment->rows && source->is_whole; row++) {
            source->is_whole = source->new_rows[row] != NO_ROW;
        }
    }
    return ST_OK;
}

// --- the course ----------------------------------------------------------------------------------

struct merge_work {
    struct segment_merge *m;
    uint32_t *leaves; // owned: new paths, the largest first
    uint64_t *sizes;  // owned: by new path, how large the sources' dictionaries are
    size_t count;
};

// Bytes that are as much work as an entry, whose strings may stand in the keys.
#define ENTRY_WORK 16u

static int compare_leaves(const void *a, const void *b, void *argument)
{
    const uint64_t *sizes = argument;
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return sizes[x] != sizes[y] ? (sizes[x] < sizes[y] ? 1 : -1) : (x > y) - (x < y);
}

static status list_leaves(struct merge_work *work, struct error *e)
{
    struct segment_merge *m = work->m;
    struct segment_writer *w = m->writer;
    work->leaves = malloc(MAX(w->paths_count, (size_t)1) * sizeof *work->leaves);
    work->sizes = calloc(MAX(w->paths_count, (size_t)1), sizeof *work->sizes);
    if (work->leaves == NULL || work->sizes == NULL) {
        return no_memory(e);
    }
    for (uint32_t path = 0; path < w->paths_count; path++) {
        if (w->paths[path]->kind != PATH_LEAF) {
            continue;
        }
        work->leaves[work->count++] = path;
        for (size_t i = 0; i < m->source_count; i++) {
            const struct merge_source *source = &m->sources[i];
            if (source->old_paths[path] != NO_PATH) {
                uint32_t number =
                    path_section(source->segment, source->old_paths[path], PATH_DICTIONARY);
                const struct directory_entry *entry = &source->segment->directory[number];
                work->sizes[path] += entry->length + entry->count * ENTRY_WORK;
            }
        }
    }
    qsort_r(work->leaves, work->count, sizeof *work->leaves, compare_leaves, work->sizes);
    return ST_OK;
}

// The token index, the longest single piece of work, comes first.
static status do_task(void *argument, size_t index, struct error *e)
{
    struct merge_work *work = argument;
    return index == 0 ? merge_tokens(work->m, e) : merge_path(work->m, work->leaves[index - 1], e);
}

static status merge_fields(struct segment_merge *m, struct error *e)
{
    struct merge_work work = {.m = m};
    status result = list_leaves(&work, e);
    if (result == ST_OK) {
        result = parallel_run(m->writer->pool, work.count + 1, do_task, &work, e);
    }
    free(work.leaves);
    free(work.sizes);
    return result;
}

static status merge_all(struct segment_merge *m, struct error *e)
{
    struct segment_writer *w = m->writer;
    for (size_t i = 0; i < m->source_count; i++) {
        TRY(match_paths(m, &m->sources[i], e));
    }
    for (size_t i = 0; i < m->source_count; i++) {
        TRY(reverse_paths(m, &m->sources[i], e));
    }
    m->runs = calloc(w->levels_count, sizeof *m->runs);
    if (m->runs == NULL) {
        return no_memory(e);
    }
    TRY(number_rows(m, e));
    TRY(merge_rows(m, e));
    for (size_t level = 1; level < w->levels_count; level++) {
        TRY(lay_level(m, level, e));
    }
    TRY(merge_fields(m, e));
    TRY(writer_write_offsets(w, e));
    return merge_points(m, e);
}

static void release_merge(struct segment_merge *m)
{
    for (size_t i = 0; m->runs != NULL && i < m->writer->levels_count; i++) {
        free(m->runs[i].items);
    }
    free(m->runs);
    for (size_t i = 0; m->sources != NULL && i < m->source_count; i++) {
        free(m->sources[i].new_rows);
        free(m->sources[i].new_paths);
        free(m->sources[i].old_paths);
    }
    free(m->sources);
    segment_writer_destroy(m->writer);
}

status segment_merge(const char *path, struct thread_pool *pool, struct segment *const *sources,
                     size_t source_count, const struct merge_row *rows, size_t row_count,
                     struct error *e)
{
    struct segment_merge m = {.source_count = source_count, .rows = rows, .row_count = row_count};
    TRY(segment_writer_create(path, pool, &m.writer, e));
    m.sources = calloc(MAX(source_count, (size_t)1), sizeof *m.sources);
    status result = m.sources == NULL ? no_memory(e) : ST_OK;
    for (size_t i = 0; i < source_count && result == ST_OK; i++) {
        m.sources[i].segment = sources[i];
    }
    if (result == ST_OK) {
        result = merge_all(&m, e);
    }
    if (result == ST_OK) {
        result = writer_write_common(m.writer, e);
    }
    if (result == ST_OK) {
        result = writer_end_file(m.writer, e);
    }
    release_merge(&m);
    return result;
}
