// SPDX-License-Identifier: Apache-2.0
// Background merges: several segments into one, by tiers, never changing an answer. Prepared
// without the lock; at publication the closings made meanwhile are carried over.
#include "store/merge.h"

#include "base/array.h"
#include "base/log.h"
#include "store/import.h"
#include "store/publish.h"
#include "store/segment_merge.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

// Small segments are merged in a lane of their own, which a long merge of large ones never holds
// up. In a lane, segments whose numbers of rows lie within a factor of TIER_FACTOR are merged once
// there are TIER_SEGMENTS of them; with MOST_IN_LANE in it all the smallest are merged whatever
// their tiers. Those of LARGE_SEGMENT rows stay as a load has made them until there are too many.
#define TIER_FACTOR         4
#define TIER_SEGMENTS       8
#define MOST_IN_LANE        20
#define MOST_ROWS_A_SEGMENT ((uint64_t)4 << 20)
#define LARGE_SEGMENT       ((uint32_t)1 << 18)
#define SMALL_SEGMENT       ((uint32_t)1 << 16)
#define SMALLEST_TIER       16u
// A segment is written anew, with its closings in it, once more than one row in CLOSED_PART has
// one.
#define CLOSED_PART  10u
#define CLOSED_LEAST 1024u
// Closings files of a segment that are made one.
#define MOST_CLOSINGS_FILES 8u
// A writer of single records merges tiny segments itself once there are so many, if nobody else
// does.
#define MOST_TINY 48
#define TINY_ROWS ((uint32_t)1 << 12)
// A settled store has no more small segments than this.
#define MOST_SETTLED 3
// Room on the disk beyond what is merged.
#define SPARE_DISK ((uint64_t)64 << 20)

struct source {
    struct live_segment *live;
    struct segment *segment;
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
    struct source *sources;    // owned, `count` of them
    struct segment **segments; // owned: theirs
    size_t count;
    size_t *ahead; // owned: sources that have rows left, by their row at hand
    size_t ahead_count;
    struct merge_row *rows; // owned: of the new segment
    size_t row_count;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to merge segments");
}

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

// How many of the smallest go together: a tier that is full with all smaller ones, so that one
// merge settles a cascade.
static size_t count_full_tiers(const struct candidate *list, size_t count)
{
    size_t take = 0;
    for (size_t i = 0, start = 0; i < count && list[i].rows < LARGE_SEGMENT; i++) {
        if (tier_of(list[i].rows) != tier_of(list[start].rows)) {
            start = i;
        }
        if (i - start + 1 >= TIER_SEGMENTS) {
            take = i + 1;
        }
    }
    if (take == 0 && count > MOST_IN_LANE) {
        take = count - MOST_IN_LANE + 1;
    }
    return take;
}

static size_t within_most_rows(const struct candidate *list, size_t take)
{
    uint64_t rows = 0;
    for (size_t i = 0; i < take; i++) {
        rows += list[i].rows;
        if (rows > MOST_ROWS_A_SEGMENT) {
            return i;
        }
    }
    return take;
}

static bool has_many_closings(const struct live_segment *live)
{
    size_t closed = 0;
    (void)live_segment_closings(live, &closed);
    return closed >= CLOSED_LEAST && closed * CLOSED_PART > live_segment_entry(live)->rows;
}

static bool is_in_lane(enum merge_lane lane, uint32_t rows)
{
    switch (lane) {
    case MERGE_TINY:
        return rows < TINY_ROWS;
    case MERGE_SMALL:
    case MERGE_SETTLE:
        return rows < SMALL_SEGMENT;
    case MERGE_LARGE:
        break;
    }
    return rows >= SMALL_SEGMENT;
}

static size_t count_to_take(enum merge_lane lane, const struct candidate *list, size_t count)
{
    switch (lane) {
    case MERGE_TINY:
        return count > MOST_TINY ? count_full_tiers(list, count) : 0;
    case MERGE_SETTLE:
        return count > MOST_SETTLED ? count : 0;
    case MERGE_SMALL:
    case MERGE_LARGE:
        break;
    }
    return count_full_tiers(list, count);
}

// The segments to merge; 0 when there is nothing to do.
static size_t choose(const struct snapshot *s, enum merge_lane lane, struct candidate *out)
{
    size_t count = 0;
    for (size_t i = 0; i < s->segment_count; i++) {
        uint32_t rows = live_segment_entry(s->segments[i])->rows;
        if (is_in_lane(lane, rows)) {
            out[count++] = (struct candidate){i, rows};
        }
    }
    if (count > 0) {
        qsort(out, count, sizeof *out, by_rows);
    }
    size_t take = within_most_rows(out, count_to_take(lane, out, count));
    if (take >= 2) {
        return take;
    }
    for (size_t i = 0; i < count && lane != MERGE_TINY; i++) {
        if (has_many_closings(s->segments[out[i].index])) {
            out[0] = out[i];
            return 1;
        }
    }
    return 0;
}

// --- rows in order ---------------------------------------------------------------------------

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

static status move_on(struct source *s, struct error *e)
{
    if (s->cursor.row + 1 == segment_rows(s->segment)) {
        s->table = s->table_count;
        return ST_OK;
    }
    TRY(key_cursor_next(&s->cursor, e));
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

// Puts the source at the front of `ahead` to its place.
static void settle_first(struct merge *m)
{
    size_t first = m->ahead[0];
    size_t at = 0;
    while (at + 1 < m->ahead_count &&
           compare_sources(&m->sources[m->ahead[at + 1]], &m->sources[first]) < 0) {
        m->ahead[at] = m->ahead[at + 1];
        at++;
    }
    m->ahead[at] = first;
}

static status open_source(struct merge *m, size_t number, size_t index, struct error *e)
{
    struct source *s = &m->sources[number];
    s->live = m->base->segments[index];
    s->segment = live_segment_file(s->live);
    m->segments[number] = s->segment;
    s->moved_to = malloc(MAX(segment_rows(s->segment), 1u) * sizeof *s->moved_to);
    if (s->moved_to == NULL) {
        return no_memory(e);
    }
    TRY(segment_tables(s->segment, &s->tables, &s->table_count, e));
    TRY(key_cursor_start(&s->cursor, s->segment, 0, e));
    s->started = true;
    TRY(stand_on_row(s, e));
    if (!is_used_up(s)) {
        memmove(m->ahead + 1, m->ahead, m->ahead_count * sizeof *m->ahead);
        m->ahead[0] = number;
        m->ahead_count++;
        settle_first(m);
    }
    return ST_OK;
}

static status open_sources(struct merge *m, const struct candidate *chosen, struct error *e)
{
    size_t rows = 0;
    for (size_t i = 0; i < m->count; i++) {
        rows += chosen[i].rows;
        TRY(open_source(m, i, chosen[i].index, e));
    }
    m->rows = malloc(MAX(rows, (size_t)1) * sizeof *m->rows);
    return m->rows == NULL ? no_memory(e) : ST_OK;
}

static status order_rows(struct merge *m, struct error *e)
{
    while (m->ahead_count > 0) {
        size_t number = m->ahead[0];
        struct source *s = &m->sources[number];
        uint32_t row = s->cursor.row;
        if (s->until <= s->from) {
            s->moved_to[row] = UINT32_MAX; // it was never visible
        } else {
            s->moved_to[row] = (uint32_t)m->row_count;
            m->rows[m->row_count++] = (struct merge_row){(uint32_t)number, row, s->from, s->until};
        }
        TRY(move_on(s, e));
        if (is_used_up(s)) {
            m->ahead_count--;
            memmove(m->ahead, m->ahead + 1, m->ahead_count * sizeof *m->ahead);
        } else {
            settle_first(m);
        }
    }
    return ST_OK;
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

// Adds the new segment, unless none of the rows was ever visible.
static status add_merged(struct merge *m, struct publication *p, const char *path,
                         const char **file, struct error *e)
{
    *file = "";
    if (m->row_count > 0) {
        TRY(publication_add_segment(p, path, (uint32_t)m->row_count, p->snapshot->last_commit, e));
        *file = p->segments[0].file;
    }
    return ST_OK;
}

static status publish(struct merge *m, const char *path, struct error *e)
{
    struct publication p;
    const char *file = NULL;
    TRY(publication_begin(m->store, &p, e));
    char(*dropped)[FILE_NAME_SIZE] = arena_alloc_array(&p.arena, m->count, sizeof *dropped);
    status result = dropped == NULL ? no_memory(e) : add_merged(m, &p, path, &file, e);
    for (size_t i = 0; i < m->count && result == ST_OK; i++) {
        memcpy(dropped[i], live_segment_entry(m->sources[i].live)->file, FILE_NAME_SIZE);
        result = carry_closings(&p, &m->sources[i], m->base->last_commit, file, e);
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
    TRY(open_sources(m, chosen, e));
    TRY(order_rows(m, e));
    if (m->row_count > 0) {
        TRY(segment_merge(path, pool, m->segments, m->count, m->rows, m->row_count, e));
    }
    return publish(m, path, e);
}

static status make_merge(struct merge *m, size_t count, struct error *e)
{
    m->sources = calloc(count, sizeof *m->sources);
    m->segments = calloc(count, sizeof *m->segments);
    m->ahead = calloc(count, sizeof *m->ahead);
    if (m->sources == NULL || m->segments == NULL || m->ahead == NULL) {
        return no_memory(e);
    }
    m->count = count;
    return ST_OK;
}

static void release_merge(struct merge *m)
{
    for (size_t i = 0; i < m->count; i++) {
        if (m->sources[i].started) {
            key_cursor_release(&m->sources[i].cursor);
        }
        free(m->sources[i].moved_to);
    }
    free(m->sources);
    free(m->segments);
    free(m->ahead);
    free(m->rows);
}

// What a merge writes is no larger than what it reads.
static status check_disk(const struct store *s, const struct snapshot *base,
                         const struct candidate *chosen, size_t count, struct error *e)
{
    struct statvfs facts;
    uint64_t wanted = SPARE_DISK;
    for (size_t i = 0; i < count; i++) {
        wanted += segment_bytes(live_segment_file(base->segments[chosen[i].index]));
    }
    if (statvfs(s->folder, &facts) == 0 && (uint64_t)facts.f_bavail * facts.f_frsize < wanted) {
        return error_set(
            e, ST_IO, "segments were not merged: that needs %" PRIu64 " bytes of free disk in %s",
            wanted, s->folder);
    }
    return ST_OK;
}

// One merge; *done when there is nothing left to merge.
static status merge_once(struct store *s, enum merge_lane lane, struct thread_pool *pool,
                         bool *done, struct error *e)
{
    struct snapshot *base = NULL;
    TRY(store_snapshot(s, &base, e));
    struct merge m = {.store = s, .base = base};
    struct work_folder work = {.owner = -1};
    struct candidate *chosen = calloc(base->segment_count + 1, sizeof *chosen);
    size_t count = chosen == NULL ? 0 : choose(base, lane, chosen);
    status result = chosen == NULL ? no_memory(e) : ST_OK;
    *done = count == 0;
    if (count > 0) {
        result = check_disk(s, base, chosen, count, e);
    }
    if (result == ST_OK && count > 0) {
        result = make_merge(&m, count, e);
    }
    if (result == ST_OK && count > 0) {
        result = work_folder_make(s, &work, e);
    }
    if (result == ST_OK && count > 0) {
        result = merge_chosen(&m, chosen, &work, pool, e);
    }
    release_merge(&m);
    work_folder_remove(&work);
    free(chosen);
    snapshot_release(base);
    return result;
}

// --- closings files ------------------------------------------------------------------------------

static bool has_many_files(const struct live_segment *live)
{
    return live_segment_entry(live)->closings_count > MOST_CLOSINGS_FILES;
}

static status fold_closings(struct store *s, struct error *e)
{
    struct snapshot *look = NULL;
    bool wanted = false;
    TRY(store_snapshot(s, &look, e));
    for (size_t i = 0; i < look->segment_count; i++) {
        wanted = wanted || has_many_files(look->segments[i]);
    }
    snapshot_release(look);
    if (!wanted) {
        return ST_OK;
    }
    struct publication p;
    TRY(publication_begin(s, &p, e));
    status result = ST_OK;
    for (size_t i = 0; i < p.snapshot->segment_count && result == ST_OK; i++) {
        if (has_many_files(p.snapshot->segments[i])) {
            result =
                publication_fold_closings(&p, live_segment_entry(p.snapshot->segments[i])->file, e);
        }
    }
    if (result != ST_OK) {
        publication_abandon(&p);
        return result;
    }
    return publication_replace_files(&p, e);
}

// --- lanes ---------------------------------------------------------------------------------------

status store_merge_lane(struct store *s, enum merge_lane lane, struct thread_pool *pool,
                        bool *at_work, struct error *e)
{
    char path[PATH_SIZE];
    int lock = -1;
    *at_work = false;
    TRY(store_path(s, lane == MERGE_LARGE ? "merge.lock" : "merge-small.lock", path, e));
    // One merge at a time in a lane; who finds another at work leaves it to that.
    status result = file_try_lock(path, &lock, NULL);
    if (result != ST_OK) {
        *at_work = result == ST_CONFLICT;
        return result == ST_CONFLICT ? ST_OK : error_set(e, result, "cannot lock %s", path);
    }
    bool done = false;
    while (result == ST_OK && !done) {
        result = merge_once(s, lane, pool, &done, e);
    }
    if (result == ST_OK && lane != MERGE_TINY) {
        result = fold_closings(s, e);
    }
    file_unlock(lock);
    return result;
}

status store_merge(struct store *s, struct thread_pool *pool, struct error *e)
{
    bool at_work = false;
    TRY(store_merge_lane(s, MERGE_SMALL, pool, &at_work, e));
    TRY(store_merge_lane(s, MERGE_LARGE, pool, &at_work, e));
    return store_merge_lane(s, MERGE_SETTLE, pool, &at_work, e);
}

void store_merge_tiny(struct store *s)
{
    struct error trouble = {0};
    bool at_work = false;
    if (store_merge_lane(s, MERGE_TINY, NULL, &at_work, &trouble) != ST_OK) {
        log_message(LOG_WARNING, "%s", trouble.message);
    }
}
