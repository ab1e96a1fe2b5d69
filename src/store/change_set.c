// SPDX-License-Identifier: Apache-2.0
// Gathering changes into segments and closings; publishing them.
#include "store/change_set.h"

#include "base/array.h"
#include "store/erasures.h"
#include "store/recheck.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROWS_A_SEGMENT ((uint32_t)1 << 20)
// So many rows of one table do not share a segment with those of another: a segment of one table
// may keep its keys' field in the list of keys (docs/format.md, DICTIONARY).
#define ROWS_APART 1024u

struct change_set {
    struct store *store;
    struct snapshot *base;
    struct thread_pool *pool;
    size_t memory_limit;
    struct work_folder work;
    struct segment_writer *writer; // growing, or NULL
    char writer_path[PATH_SIZE];
    struct uuid last_table;       // of the rows last put
    struct new_segment *segments; // finished; malloc'ed
    size_t segment_count;
    size_t segment_capacity;
    struct ended_row *ended; // malloc'ed
    size_t ended_count;
    size_t ended_capacity;
    bool refuse_newer;
};

status change_set_create(struct store *s, struct snapshot *base, struct thread_pool *pool,
                         size_t memory_limit, struct change_set **out, struct error *e)
{
    struct change_set *c = calloc(1, sizeof *c);
    if (c == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a commit");
    }
    *c = (struct change_set){.store = s, .base = base, .pool = pool, .memory_limit = memory_limit};
    status result = work_folder_make(s, &c->work, e);
    if (result != ST_OK) {
        free(c);
        return result;
    }
    *out = c;
    return ST_OK;
}

void change_set_destroy(struct change_set *c)
{
    if (c == NULL) {
        return;
    }
    segment_writer_destroy(c->writer);
    for (size_t i = 0; i < c->segment_count; i++) {
        free(c->segments[i].path);
    }
    free(c->segments);
    free(c->ended);
    work_folder_remove(&c->work);
    free(c);
}

const char *change_set_folder(const struct change_set *c)
{
    return c->work.path;
}

static status finish_writer(struct change_set *c, struct error *e)
{
    if (c->writer == NULL) {
        return ST_OK;
    }
    struct new_segment segment = {.rows = segment_writer_rows(c->writer),
                                  .path = strdup(c->writer_path)};
    if (segment.path == NULL ||
        !ARRAY_RESERVE(c->segments, c->segment_capacity, c->segment_count, (size_t)UINT32_MAX)) {
        free(segment.path);
        return error_set(e, ST_NO_MEMORY, "no memory for a commit's segments");
    }
    struct segment_writer *writer = c->writer;
    c->writer = NULL;
    status result = segment_writer_finish(writer, e);
    if (result != ST_OK) {
        free(segment.path);
        return result;
    }
    c->segments[c->segment_count++] = segment;
    return ST_OK;
}

static status start_writer(struct change_set *c, struct error *e)
{
    char name[64];
    (void)snprintf(name, sizeof name, "%zu.segment", c->segment_count);
    TRY(path_join(c->writer_path, sizeof c->writer_path, c->work.path, name, e));
    TRY(segment_writer_create(c->writer_path, c->pool, &c->writer, e));
    segment_writer_pack(c->writer);
    return ST_OK;
}

static status end_row(struct change_set *c, const struct record_version *base, bool removed,
                      struct error *e)
{
    if (!ARRAY_RESERVE(c->ended, c->ended_capacity, c->ended_count, (size_t)UINT32_MAX)) {
        return error_set(e, ST_NO_MEMORY, "no memory for a commit's closings");
    }
    c->ended[c->ended_count++] = (struct ended_row){
        .segment = (uint32_t)base->segment, .row = base->row, .removed = removed};
    return ST_OK;
}

status change_set_put(struct change_set *c, const struct segment_row *rows,
                      const struct record_version *const *base_of, size_t count,
                      const struct name_table *names, struct error *e)
{
    if (count == 0) {
        return ST_OK;
    }
    if (c->writer != NULL && uuid_compare(&c->last_table, rows[0].table) != 0 &&
        MAX((size_t)segment_writer_rows(c->writer), count) >= ROWS_APART) {
        TRY(finish_writer(c, e));
    }
    if (c->writer == NULL) {
        TRY(start_writer(c, e));
    }
    c->last_table = *rows[count - 1].table;
    TRY(segment_writer_add_batch(c->writer, rows, count, names, e));
    for (size_t i = 0; i < count; i++) {
        if (base_of[i] != NULL) {
            TRY(end_row(c, base_of[i], false, e));
        }
    }
    bool full = segment_writer_rows(c->writer) >= ROWS_A_SEGMENT ||
                segment_writer_memory(c->writer) >= c->memory_limit;
    return full ? finish_writer(c, e) : ST_OK;
}

status change_set_remove(struct change_set *c, const struct record_version *base, struct error *e)
{
    return end_row(c, base, true, e);
}

void change_set_refuse_newer(struct change_set *c)
{
    c->refuse_newer = true;
}

bool change_set_is_empty(const struct change_set *c)
{
    return c->writer == NULL && c->segment_count == 0 && c->ended_count == 0;
}

status change_set_paths(struct change_set *c, struct table_paths *paths, struct error *e)
{
    TRY(finish_writer(c, e));
    for (size_t i = 0; i < c->segment_count; i++) {
        struct segment *segment = NULL;
        TRY(segment_open(c->segments[i].path, &segment, e));
        status result = table_paths_add(paths, segment, e);
        segment_close(segment);
        TRY(result);
    }
    return ST_OK;
}

static status publish_segments(struct change_set *c, struct publication *p, struct error *e)
{
    for (size_t i = 0; i < c->segment_count; i++) {
        struct new_segment *segment = &c->segments[i];
        TRY(publication_add_segment(p, segment->path, segment->rows, 0, e));
        memcpy(segment->file, p->segments[p->segment_count - 1].file, FILE_NAME_SIZE);
    }
    return ST_OK;
}

static status holds_record(const struct new_segment *segment, const struct erased_record *r,
                           bool *holds, struct error *e)
{
    struct segment *opened = NULL;
    const struct segment_table *range = NULL;
    uint32_t row = 0;
    TRY(segment_open(segment->path, &opened, e));
    status result = segment_find_table(opened, &r->table, &range, e);
    if (result == ST_OK && range != NULL) {
        result = segment_find_key(opened, range, r->key, &row, holds, e);
    }
    segment_close(opened);
    return result;
}

// What was prepared before an erasure may hold what it erased: such a commit is made again.
static status check_erasures(const struct change_set *c, const struct snapshot *newest,
                             struct error *e)
{
    size_t count = 0;
    const struct commit *const *erasures = snapshot_erasures(newest, &count);
    for (size_t i = count; i > 0 && erasures[i - 1]->number > c->base->last_commit; i--) {
        for (size_t k = 0; k < erasures[i - 1]->erased_count; k++) {
            for (size_t n = 0; n < c->segment_count; n++) {
                const struct erased_record *r = &erasures[i - 1]->erased[k];
                bool holds = false;
                TRY(holds_record(&c->segments[n], r, &holds, e));
                if (holds) {
                    return error_set(e, ST_CONFLICT,
                                     "values of the record '" SV_FORMAT
                                     "' were erased while this was prepared; nothing was changed. "
                                     "Do it again",
                                     SV_ARGUMENT(r->key));
                }
            }
        }
    }
    return ST_OK;
}

status change_set_publish(struct change_set *c, struct log_entry *entry,
                          struct commit_counts *counts, size_t count_tables, moment wanted,
                          struct error *e)
{
    TRY(finish_writer(c, e));
    struct publication p;
    TRY(publication_begin(c->store, &p, e));
    struct recheck recheck = {
        .publication = &p,
        .base = c->base,
        .work_folder = c->work.path,
        .segments = c->segments,
        .segment_count = c->segment_count,
        .ended = c->ended,
        .ended_count = c->ended_count,
        .counts = counts,
        .count_tables = count_tables,
        .refuse_newer = c->refuse_newer,
    };
    status result = check_erasures(c, p.snapshot, e);
    if (result == ST_OK) {
        result = publish_segments(c, &p, e);
    }
    if (result == ST_OK) {
        result = recheck_closings(&recheck, e);
    }
    if (result != ST_OK) {
        publication_abandon(&p);
        return result;
    }
    entry->commit.counts = counts;
    entry->commit.count_tables = count_tables;
    return publication_commit(&p, entry, wanted, e);
}
