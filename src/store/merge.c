// SPDX-License-Identifier: Apache-2.0
// Background merges: several segments into one, by tiers, never changing an answer. Prepared
// without the lock; at publication the closings made meanwhile are carried over.
#include "store/import.h"
#include "store/publish.h"

#include <stdlib.h>
#include <string.h>

// Segments whose numbers of rows lie within a factor of TIER_FACTOR are merged once there are
// TIER_SEGMENTS of them; with MOST_SEGMENTS in all the smallest are merged whatever their tiers.
#define TIER_FACTOR         4
#define TIER_SEGMENTS       8
#define MOST_SEGMENTS       32
#define MOST_ROWS_A_SEGMENT ((uint64_t)8 << 20)
#define SMALLEST_TIER       1024u

struct source {
    size_t index; // in the snapshot
    struct live_segment *live;
    struct segment *segment;
    const struct sha256 *hashes;
    const struct segment_table *tables;
    size_t table_count;
    size_t table; // at hand
    struct key_cursor cursor;
    bool started;
    string_view key;
    uint32_t from; // of the row at hand
    uint32_t until;
    uint32_t *moved_to; // row of the new segment for each row; UINT32_MAX when dropped; malloc'ed
};

struct merge {
    struct store *store;
    struct snapshot *base;
    struct source *sources;
    size_t count;
    struct segment_writer *writer;
    uint32_t rows;
    struct buffer scratch;
};

// --- choosing --------------------------------------------------------------------------------

static unsigned tier_of(uint32_t rows)
{
    unsigned tier = 0;
    for (uint64_t bound = SMALLEST_TIER; rows > bound; bound *= TIER_FACTOR) {
        tier++;
    }
    return tier;
}

struct candidate {
    size_t index;
    uint32_t rows;
};

static int by_rows(const void *a, const void *b)
{
    const struct candidate *x = a;
    const struct candidate *y = b;
    if (x->rows != y->rows) {
        return x->rows < y->rows ? -1 : 1;
    }
    return (x->index > y->index) - (x->index < y->index);
}

// The segments to merge, smallest first; 0 when there is nothing to do. A tier that is full goes
// together with all smaller ones, so that one merge settles a cascade.
static size_t choose(const struct snapshot *s, struct candidate *out)
{
    size_t count = s->segment_count;
    for (size_t i = 0; i < count; i++) {
        out[i] = (struct candidate){i, live_segment_entry(s->segments[i])->rows};
    }
    qsort(out, count, sizeof *out, by_rows);
    size_t take = 0;
    for (size_t i = 0, start = 0; i < count; i++) {
        if (tier_of(out[i].rows) != tier_of(out[start].rows)) {
            start = i;
        }
        if (i - start + 1 >= TIER_SEGMENTS) {
            take = i + 1;
        }
    }
    if (take == 0 && count > MOST_SEGMENTS) {
        take = count - MOST_SEGMENTS + 1;
    }
    uint64_t rows = 0;
    for (size_t i = 0; i < take; i++) {
        rows += out[i].rows;
        if (rows > MOST_ROWS_A_SEGMENT) {
            take = i;
        }
    }
    return take < 2 ? 0 : take;
}

// --- reading the sources ---------------------------------------------------------------------

static bool is_used_up(const struct source *s)
{
    return s->table == s->table_count;
}

static status stand_on_row(struct source *s, struct error *e)
{
    while (!is_used_up(s)) {
        const struct segment_table *t = &s->tables[s->table];
        if (s->cursor.row < t->first_row + t->rows) {
            TRY(key_cursor_key(&s->cursor, &s->key, e));
            return live_segment_life(s->live, s->cursor.row, &s->from, &s->until, e);
        }
        s->table++;
    }
    return ST_OK;
}

static status open_source(struct merge *m, size_t index, struct source *s, struct error *e)
{
    s->index = index;
    s->live = m->base->segments[index];
    s->segment = live_segment_file(s->live);
    s->moved_to = malloc(MAX(segment_rows(s->segment), 1u) * sizeof *s->moved_to);
    if (s->moved_to == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to merge segments");
    }
    TRY(segment_tables(s->segment, &s->tables, &s->table_count, e));
    TRY(segment_hashes(s->segment, &s->hashes, e));
    TRY(key_cursor_start(&s->cursor, s->segment, 0, e));
    s->started = true;
    return stand_on_row(s, e);
}

static int compare_sources(const struct source *a, const struct source *b)
{
    int order = uuid_compare(&a->tables[a->table].table, &b->tables[b->table].table);
    if (order == 0) {
        order = sv_compare(a->key, b->key);
    }
    return order != 0 ? order : (a->from > b->from) - (a->from < b->from);
}

// --- writing ---------------------------------------------------------------------------------

static status copy_row(struct merge *m, struct source *s, struct error *e)
{
    uint32_t row = s->cursor.row;
    struct arena arena;
    struct document document;
    struct sha256 source_hash;
    string_view layers = {0};
    bool corrected = false;
    if (s->until <= s->from) {
        s->moved_to[row] = UINT32_MAX; // it was never visible
        return ST_OK;
    }
    struct name_table *names = name_table_create();
    arena_init(&arena, 0);
    status result = names == NULL
                        ? error_set(e, ST_NO_MEMORY, "no memory to merge segments")
                        : segment_read_record(s->segment, row, &arena, names, &document, e);
    if (result == ST_OK) {
        result = segment_layers(s->segment, row, &corrected, &source_hash, &m->scratch, &layers, e);
    }
    if (result == ST_OK) {
        struct segment_row copy = {
            .table = &s->tables[s->table].table,
            .key = s->key,
            .from = s->from,
            .until = s->until,
            .document = &document,
            .hash = &s->hashes[row],
            .source_hash = corrected ? &source_hash : NULL,
            .layers = corrected ? layers : SV(""),
        };
        result = segment_writer_add(m->writer, &copy, names, e);
        s->moved_to[row] = m->rows++;
    }
    arena_release(&arena);
    name_table_destroy(names);
    return result;
}

static status copy_all(struct merge *m, struct error *e)
{
    for (;;) {
        struct source *least = NULL;
        for (size_t i = 0; i < m->count; i++) {
            struct source *s = &m->sources[i];
            if (!is_used_up(s) && (least == NULL || compare_sources(s, least) < 0)) {
                least = s;
            }
        }
        if (least == NULL) {
            return ST_OK;
        }
        TRY(copy_row(m, least, e));
        if (least->cursor.row + 1 == segment_rows(least->segment)) {
            least->table = least->table_count;
            continue;
        }
        TRY(key_cursor_next(&least->cursor, e));
        TRY(stand_on_row(least, e));
    }
}

// --- publishing ------------------------------------------------------------------------------

static size_t index_of_file(const struct snapshot *s, const char *file)
{
    for (size_t i = 0; i < s->segment_count; i++) {
        if (strcmp(live_segment_entry(s->segments[i])->file, file) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

// Closings made since the base was read, moved to the new segment's rows.
static status carry_closings(struct publication *p, const struct source *s, uint32_t base_commit,
                             const char *new_file, struct error *e)
{
    size_t index = index_of_file(p->snapshot, live_segment_entry(s->live)->file);
    size_t count = 0;
    if (index == SIZE_MAX) {
        return ST_CONFLICT; // another merge was quicker
    }
    const struct closing *closings = live_segment_closings(p->snapshot->segments[index], &count);
    for (size_t i = 0; i < count; i++) {
        uint32_t row = s->moved_to[closings[i].row];
        if (closings[i].commit > base_commit && row != UINT32_MAX) {
            TRY(publication_close_row(p, new_file, row, closings[i].commit, e));
        }
    }
    return ST_OK;
}

static status publish(struct merge *m, const char *path, struct error *e)
{
    struct publication p;
    TRY(publication_begin(m->store, &p, e));
    char(*dropped)[FILE_NAME_SIZE] = arena_alloc_array(&p.arena, m->count, sizeof *dropped);
    status result = dropped == NULL
                        ? error_set(e, ST_NO_MEMORY, "no memory to merge segments")
                        : publication_add_segment(&p, path, m->rows, p.snapshot->last_commit, e);
    for (size_t i = 0; i < m->count && result == ST_OK; i++) {
        memcpy(dropped[i], live_segment_entry(m->sources[i].live)->file, FILE_NAME_SIZE);
        result = carry_closings(&p, &m->sources[i], m->base->last_commit, p.segments[0].file, e);
    }
    if (result != ST_OK) {
        publication_abandon(&p);
        return result == ST_CONFLICT ? ST_OK : result;
    }
    p.dropped = (const char(*)[FILE_NAME_SIZE])dropped;
    p.dropped_count = m->count;
    return publication_replace_files(&p, e);
}

static status merge_chosen(struct merge *m, const struct candidate *chosen,
                           const struct work_folder *work, struct thread_pool *pool,
                           struct error *e)
{
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, work->path, "merged.segment", e));
    TRY(segment_writer_create(path, pool, &m->writer, e));
    for (size_t i = 0; i < m->count; i++) {
        TRY(open_source(m, chosen[i].index, &m->sources[i], e));
    }
    TRY(copy_all(m, e));
    struct segment_writer *writer = m->writer;
    m->writer = NULL;
    TRY(segment_writer_finish(writer, e));
    return publish(m, path, e);
}

static void release_merge(struct merge *m)
{
    for (size_t i = 0; i < m->count; i++) {
        if (m->sources[i].started) {
            key_cursor_release(&m->sources[i].cursor);
        }
        free(m->sources[i].moved_to);
    }
    segment_writer_destroy(m->writer);
    free(m->sources);
    buffer_release(&m->scratch);
}

// One merge; *done when there is nothing left to merge.
static status merge_once(struct store *s, struct thread_pool *pool, bool *done, struct error *e)
{
    struct snapshot *base = NULL;
    TRY(store_snapshot(s, &base, e));
    struct merge m = {.store = s, .base = base};
    struct work_folder work = {.owner = -1};
    buffer_init(&m.scratch, LIMIT_RECORD_BYTES * 4);
    struct candidate *chosen = calloc(base->segment_count + 1, sizeof *chosen);
    size_t count = chosen == NULL ? 0 : choose(base, chosen);
    status result =
        chosen == NULL ? error_set(e, ST_NO_MEMORY, "no memory to merge segments") : ST_OK;
    *done = count == 0;
    if (count > 0) {
        m.sources = calloc(count, sizeof *m.sources);
        m.count = m.sources == NULL ? 0 : count;
        result = m.sources == NULL ? error_set(e, ST_NO_MEMORY, "no memory to merge segments")
                                   : work_folder_make(s, &work, e);
        if (result == ST_OK) {
            result = merge_chosen(&m, chosen, &work, pool, e);
        }
    }
    release_merge(&m);
    work_folder_remove(&work);
    free(chosen);
    snapshot_release(base);
    return result;
}

status store_merge(struct store *s, struct thread_pool *pool, struct error *e)
{
    char path[PATH_SIZE];
    int lock = -1;
    TRY(store_path(s, "merge.lock", path, e));
    // One merge at a time; who finds another at work leaves it to that.
    status result = file_try_lock(path, &lock, NULL);
    if (result != ST_OK) {
        return result == ST_CONFLICT ? ST_OK : error_set(e, result, "cannot lock %s", path);
    }
    bool done = false;
    while (result == ST_OK && !done) {
        result = merge_once(s, pool, &done, e);
    }
    file_unlock(lock);
    return result;
}
