// SPDX-License-Identifier: Apache-2.0
// Mapped segments with their closings and visible sets.
#include "store/live_segment.h"

#include "base/array.h"
#include "base/file.h"
#include "store/segment_writer.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Visible sets kept for a segment; a server asked about more moments than this makes the rest anew.
#define MOST_VISIBLE_SETS 16

struct visible_set {
    atomic_size_t references;
    uint32_t commit;
    uint64_t used; // clock of the last use, guarded by the segment's mutex
    struct bitset rows;
};

struct live_segment {
    atomic_size_t references;
    struct segment *file;
    struct manifest_segment entry; // closings list owned
    struct closing *closings;      // by row
    size_t closings_count;
    uint32_t last_event;   // no row begins or ends after this commit
    pthread_mutex_t mutex; // guards what follows
    struct visible_set *sets[MOST_VISIBLE_SETS];
    uint64_t clock;
};

static status read_all_closings(struct live_segment *l, const char *store_folder, struct error *e)
{
    size_t capacity = 0;
    for (size_t i = 0; i < l->entry.closings_count; i++) {
        char name[64];
        char path[PATH_SIZE];
        (void)snprintf(name, sizeof name, "closings/%s.closings", l->entry.closings[i].file);
        TRY(path_join(path, sizeof path, store_folder, name, e));
        TRY(closings_read(path, l->entry.file, l->entry.closings[i].commit, l->entry.rows,
                          &l->closings, &l->closings_count, &capacity, e));
    }
    l->closings_count = closings_settle(l->closings, l->closings_count);
    return ST_OK;
}

static status find_last_event(struct live_segment *l, struct error *e)
{
    const uint32_t *from = NULL;
    const uint32_t *until = NULL;
    TRY(segment_from(l->file, &from, e));
    TRY(segment_until(l->file, &until, e));
    uint32_t last = l->entry.commit;
    for (uint32_t row = 0; row < l->entry.rows; row++) {
        last = from != NULL ? MAX(last, from[row]) : last;
        last = until != NULL && until[row] != ROW_OPEN ? MAX(last, until[row]) : last;
    }
    for (size_t i = 0; i < l->closings_count; i++) {
        last = MAX(last, l->closings[i].commit);
    }
    l->last_event = last;
    return ST_OK;
}

static status copy_entry(struct live_segment *l, const struct manifest_segment *entry,
                         struct error *e)
{
    l->entry = *entry;
    struct manifest_closings *list = calloc(MAX(entry->closings_count, (size_t)1), sizeof *list);
    if (list == NULL) {
        l->entry.closings = NULL;
        return error_set(e, ST_NO_MEMORY, "no memory for segment %s", entry->file);
    }
    if (entry->closings_count > 0) {
        memcpy(list, entry->closings, entry->closings_count * sizeof *list);
    }
    l->entry.closings = list;
    return ST_OK;
}

status live_segment_open(const char *store_folder, const struct manifest_segment *entry,
                         struct live_segment **out, struct error *e)
{
    char name[64];
    char path[PATH_SIZE];
    (void)snprintf(name, sizeof name, "segments/%s.segment", entry->file);
    TRY(path_join(path, sizeof path, store_folder, name, e));
    struct live_segment *l = calloc(1, sizeof *l);
    if (l == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for segment %s", entry->file);
    }
    atomic_init(&l->references, 1);
    (void)pthread_mutex_init(&l->mutex, NULL);
    status result = copy_entry(l, entry, e);
    if (result == ST_OK) {
        result = segment_open(path, &l->file, e);
    }
    if (result == ST_OK && segment_rows(l->file) != entry->rows) {
        result = error_set(e, ST_CORRUPT, "segment %s has %u rows, the manifest says %u",
                           entry->file, segment_rows(l->file), entry->rows);
    }
    if (result == ST_OK) {
        result = read_all_closings(l, store_folder, e);
    }
    if (result == ST_OK) {
        result = find_last_event(l, e);
    }
    if (result != ST_OK) {
        live_segment_release(l);
        return result;
    }
    *out = l;
    return ST_OK;
}

bool live_segment_matches(const struct live_segment *l, const struct manifest_segment *entry)
{
    return strcmp(l->entry.file, entry->file) == 0 && l->entry.commit == entry->commit &&
           l->entry.closings_count == entry->closings_count &&
           (entry->closings_count == 0 ||
            memcmp(l->entry.closings, entry->closings,
                   entry->closings_count * sizeof *entry->closings) == 0);
}

void live_segment_retain(struct live_segment *l)
{
    atomic_fetch_add(&l->references, 1);
}

static void release_set(void *argument)
{
    struct visible_set *set = argument;
    if (set != NULL && atomic_fetch_sub(&set->references, 1) == 1) {
        free(set->rows.words);
        free(set);
    }
}

void live_segment_release(struct live_segment *l)
{
    if (l == NULL || atomic_fetch_sub(&l->references, 1) != 1) {
        return;
    }
    for (size_t i = 0; i < MOST_VISIBLE_SETS; i++) {
        release_set(l->sets[i]);
    }
    segment_close(l->file);
    free((void *)(uintptr_t)l->entry.closings);
    free(l->closings);
    (void)pthread_mutex_destroy(&l->mutex);
    free(l);
}

struct segment *live_segment_file(const struct live_segment *l)
{
    return l->file;
}

const struct manifest_segment *live_segment_entry(const struct live_segment *l)
{
    return &l->entry;
}

const struct closing *live_segment_closings(const struct live_segment *l, size_t *count)
{
    *count = l->closings_count;
    return l->closings;
}

static const struct closing *find_closing(const struct live_segment *l, uint32_t row)
{
    size_t low = 0;
    size_t high = l->closings_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (l->closings[middle].row < row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < l->closings_count && l->closings[low].row == row ? &l->closings[low] : NULL;
}

status live_segment_life(struct live_segment *l, uint32_t row, uint32_t *from, uint32_t *until,
                         struct error *e)
{
    const uint32_t *froms = NULL;
    const uint32_t *untils = NULL;
    TRY(segment_from(l->file, &froms, e));
    TRY(segment_until(l->file, &untils, e));
    if (row >= l->entry.rows) {
        return error_set(e, ST_INTERNAL, "row %u is past the end of segment %s", row,
                         l->entry.file);
    }
    const struct closing *closing = find_closing(l, row);
    *from = froms == NULL || froms[row] == ROW_OWN_COMMIT ? l->entry.commit : froms[row];
    *until = untils == NULL ? ROW_OPEN : untils[row];
    if (closing != NULL) {
        *until = MIN(*until, closing->commit);
    }
    return ST_OK;
}

static void clear_bit(uint64_t *words, uint32_t row)
{
    words[row / 64] &= ~(UINT64_C(1) << (row % 64));
}

static status fill_visible(struct live_segment *l, uint32_t commit, struct bitset *rows,
                           struct error *e)
{
    const uint32_t *from = NULL;
    const uint32_t *until = NULL;
    TRY(segment_from(l->file, &from, e));
    TRY(segment_until(l->file, &until, e));
    uint32_t own = l->entry.commit;
    for (uint32_t base = 0; base < l->entry.rows; base += 64) {
        uint64_t word = 0;
        uint32_t end = MIN(64u, l->entry.rows - base);
        for (uint32_t i = 0; i < end; i++) {
            uint32_t begins =
                from == NULL || from[base + i] == ROW_OWN_COMMIT ? own : from[base + i];
            bool visible = begins <= commit && (until == NULL || commit < until[base + i]);
            word |= (uint64_t)visible << i;
        }
        rows->words[base / 64] = word;
    }
    for (size_t i = 0; i < l->closings_count; i++) {
        if (l->closings[i].commit <= commit) {
            clear_bit(rows->words, l->closings[i].row);
        }
    }
    return ST_OK;
}

static status make_set(struct live_segment *l, uint32_t commit, struct visible_set **out,
                       struct error *e)
{
    struct visible_set *set = calloc(1, sizeof *set);
    uint64_t *words = calloc((size_t)l->entry.rows / 64 + 1, sizeof *words);
    if (set == NULL || words == NULL) {
        free(set);
        free(words);
        return error_set(e, ST_NO_MEMORY, "no memory for the rows visible at commit %u", commit);
    }
    atomic_init(&set->references, 1);
    set->commit = commit;
    set->rows = (struct bitset){.words = words, .bit_count = l->entry.rows};
    status result = fill_visible(l, commit, &set->rows, e);
    if (result != ST_OK) {
        release_set(set);
        return result;
    }
    *out = set;
    return ST_OK;
}

// Under the mutex: the kept set of a commit, or NULL.
static struct visible_set *find_set(struct live_segment *l, uint32_t commit)
{
    for (size_t i = 0; i < MOST_VISIBLE_SETS; i++) {
        if (l->sets[i] != NULL && l->sets[i]->commit == commit) {
            l->sets[i]->used = ++l->clock;
            return l->sets[i];
        }
    }
    return NULL;
}

// Under the mutex: keeps a set in place of an empty or the longest unused one.
static void keep_set(struct live_segment *l, struct visible_set *set)
{
    size_t oldest = 0;
    for (size_t i = 1; i < MOST_VISIBLE_SETS && l->sets[oldest] != NULL; i++) {
        if (l->sets[i] == NULL || l->sets[i]->used < l->sets[oldest]->used) {
            oldest = i;
        }
    }
    release_set(l->sets[oldest]);
    set->used = ++l->clock;
    l->sets[oldest] = set;
}

status live_segment_visible(struct live_segment *l, uint32_t commit, struct arena *arena,
                            const struct bitset **out, struct error *e)
{
    // After the last event every commit sees the same rows.
    commit = MIN(commit, l->last_event);
    status result = ST_OK;
    (void)pthread_mutex_lock(&l->mutex);
    struct visible_set *set = find_set(l, commit);
    if (set == NULL) {
        result = make_set(l, commit, &set, e);
        if (result == ST_OK) {
            keep_set(l, set);
        }
    }
    if (result == ST_OK) {
        atomic_fetch_add(&set->references, 1);
    }
    (void)pthread_mutex_unlock(&l->mutex);
    if (result == ST_OK) {
        TRY(arena_defer(arena, release_set, set));
        *out = &set->rows;
    }
    return result;
}
