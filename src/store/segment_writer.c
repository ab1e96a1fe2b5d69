// SPDX-License-Identifier: Apache-2.0
// The segment writer's course: rows come in batches, are taken apart and interned; at the end each
// path is sorted, encoded and written, then what spans paths.
// Must not know: manifests, commits' times, what is already stored.
#include "store/segment_writer_private.h"

#include <stdlib.h>

// Rows that are taken apart before their values are interned: their references stay in the cache.
#define BATCH_ROWS ((size_t)4096)

status segment_writer_create(const char *path, struct thread_pool *pool,
                             struct segment_writer **out, struct error *e)
{
    struct segment_writer *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to write %s", path);
    }
    w->pool = pool;
    arena_init(&w->arena, 0);
    string_list_builder_init(&w->keys);
    buffer_init(&w->last_key, SEGMENT_KEY_BYTES);
    buffer_init(&w->layer_frames, SIZE_MAX / 2);
    w->levels = calloc(1, sizeof *w->levels);
    status result =
        w->levels == NULL ? error_set(e, ST_NO_MEMORY, "no memory to write %s", path) : ST_OK;
    if (result == ST_OK) {
        w->levels_count = 1;
        w->levels_capacity = 1;
        w->levels[0].path = NO_PATH;
        result = long_values_create(&w->longs, e);
    }
    if (result == ST_OK) {
        result = section_file_create(path, &w->file, e);
    }
    if (result != ST_OK) {
        segment_writer_destroy(w);
        return result;
    }
    *out = w;
    return ST_OK;
}

void segment_writer_pack(struct segment_writer *w)
{
    section_file_pack(w->file);
}

void segment_writer_destroy(struct segment_writer *w)
{
    if (w == NULL) {
        return;
    }
    section_file_destroy(w->file);
    long_values_destroy(w->longs);
    for (size_t i = 0; i < w->paths_count; i++) {
        writer_path_destroy(w->paths[i]);
    }
    for (size_t i = 0; i < w->levels_count; i++) {
        free(w->levels[i].offsets);
    }
    name_cache_release(&w->cache);
    string_list_builder_release(&w->keys);
    buffer_release(&w->last_key);
    buffer_release(&w->layer_frames);
    arena_release(&w->arena);
    free(w->tables);
    free(w->from);
    free(w->until);
    free(w->hashes);
    free(w->layer_rows);
    free(w->layer_hashes);
    free(w->layer_offsets);
    free(w->paths);
    free(w->path_slots);
    free(w->levels);
    free(w->active);
    free(w->points);
    free(w);
}

static status add_rows(struct segment_writer *w, const struct segment_row *rows, size_t count,
                       const struct name_table *names, struct error *e)
{
    w->cache.batch++;
    for (size_t i = 0; i < count; i++) {
        TRY(writer_add_row(w, &rows[i], e));
        TRY(writer_shred(w, rows[i].document, names, w->rows - 1, e));
    }
    return writer_intern(w, e);
}

status segment_writer_add_batch(struct segment_writer *w, const struct segment_row *rows,
                                size_t count, const struct name_table *names, struct error *e)
{
    if (w->failed) {
        return error_set(e, ST_INTERNAL, "the segment could not take an earlier row");
    }
    for (size_t done = 0; done < count; done += BATCH_ROWS) {
        status result = add_rows(w, rows + done, MIN(count - done, BATCH_ROWS), names, e);
        if (result != ST_OK) {
            w->failed = true; // half a row is in
            return result;
        }
    }
    return ST_OK;
}

status segment_writer_add(struct segment_writer *w, const struct segment_row *row,
                          const struct name_table *names, struct error *e)
{
    return segment_writer_add_batch(w, row, 1, names, e);
}

uint32_t segment_writer_rows(const struct segment_writer *w)
{
    return w->rows;
}

// Finishing needs about two fifths more, for sorting and for tokens.
size_t segment_writer_memory(const struct segment_writer *w)
{
    size_t rows = w->rows * (sizeof *w->hashes + 2 * sizeof *w->from);
    size_t levels = 0;
    for (size_t i = 0; i < w->levels_count; i++) {
        levels += w->levels[i].offsets_count * sizeof(uint32_t);
    }
    size_t held = sizeof *w + w->memory + rows + levels + w->layer_frames.length +
                  string_list_builder_memory(&w->keys);
    return held + held / 5 * 2 + long_values_memory(w->longs) + section_file_memory(w->file);
}

// --- finishing -----------------------------------------------------------------------------------

struct finish {
    struct segment_writer *w;
    uint32_t *leaves; // owned: the largest first, so that no thread is left waiting for one
    size_t count;
};

static status finish_path(void *argument, size_t index, struct error *e)
{
    struct finish *f = argument;
    struct segment_writer *w = f->w;
    uint32_t path = f->leaves[index];
    struct writer_path *p = w->paths[path];
    free(p->references);
    p->references = NULL;
    intern_seal(&p->values);
    TRY(writer_sort_values(w, p, e));
    TRY(writer_cut_tokens(w, path, e));
    TRY(writer_write_dictionary(w, path, e));
    TRY(writer_write_column(w, path, e));
    if (p->tokens.ids_count == 0 && !writer_path_is_position(w, path)) {
        free(p->cells);
        p->cells = NULL;
        p->cells_count = 0;
    }
    return ST_OK;
}

static int compare_leaves(const void *a, const void *b, void *argument)
{
    const struct segment_writer *w = argument;
    const struct writer_path *x = w->paths[*(const uint32_t *)a];
    const struct writer_path *y = w->paths[*(const uint32_t *)b];
    if (x->values.bytes_length != y->values.bytes_length) {
        return x->values.bytes_length > y->values.bytes_length ? -1 : 1;
    }
    return (x->cells_count < y->cells_count) - (x->cells_count > y->cells_count);
}

static status finish_paths(struct segment_writer *w, struct error *e)
{
    struct finish f = {.w = w};
    f.leaves = malloc(MAX(w->paths_count, (size_t)1) * sizeof *f.leaves);
    if (f.leaves == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to write a segment");
    }
    for (uint32_t i = 0; i < w->paths_count; i++) {
        if (w->paths[i]->kind == PATH_LEAF) {
            f.leaves[f.count++] = i;
        }
    }
    qsort_r(f.leaves, f.count, sizeof *f.leaves, compare_leaves, w);
    status result = parallel_run(w->pool, f.count, finish_path, &f, e);
    free(f.leaves);
    return result;
}

// What no path needs any more, side by side: words of whole records, whose long run is shared with
// who is done with the rest.
static status write_half(void *argument, size_t index, struct error *e)
{
    struct segment_writer *w = argument;
    if (index == 0) {
        return writer_write_tokens(w, e);
    }
    TRY(writer_write_points(w, e));
    return writer_write_common(w, e);
}

static status write_everything(struct segment_writer *w, struct error *e)
{
    TRY(finish_paths(w, e));
    TRY(writer_write_offsets(w, e)); // which ends the levels, for words too
    TRY(parallel_run(w->pool, 2, write_half, w, e));
    return writer_end_file(w, e);
}

status writer_write_common(struct segment_writer *w, struct error *e)
{
    TRY(long_values_write(w->longs, w->file, e));
    TRY(writer_write_paths(w, e));
    return writer_write_rows(w, e);
}

status writer_end_file(struct segment_writer *w, struct error *e)
{
    return section_file_finish(w->file, (uint32_t)w->paths_count, w->rows, w->levels_count, e);
}

status segment_writer_finish(struct segment_writer *w, struct error *e)
{
    status result = w->failed
                        ? error_set(e, ST_INTERNAL, "the segment could not take an earlier row")
                        : write_everything(w, e);
    segment_writer_destroy(w);
    return result;
}
