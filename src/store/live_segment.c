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
    struct bitset rows;
};

// The mapped file, shared by all that tell of its rows with more or fewer closings.
struct shared_file {
    atomic_size_t references;
    struct segment *segment;
    uint32_t last_event; // of its rows' own from and until
};

struct live_segment {
    atomic_size_t references;
    struct shared_file *shared;
    struct segment *file;          // the shared one's
    struct manifest_segment entry; // closings and ended: owned
    struct closing *closings;      // all, by row
    size_t closings_count;
    uint32_t last_event;   // no row begins or ends after this commit
    pthread_mutex_t mutex; // guards what follows
    struct visible_set *sets[MOST_VISIBLE_SETS];
    uint64_t used[MOST_VISIBLE_SETS]; // by set: clock of its last use
    uint64_t clock;
};

static status no_memory(const struct manifest_segment *entry, struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for segment %s", entry->file);
}

// --- the shared file -----------------------------------------------------------------------------

static void release_shared(struct shared_file *f)
{
    if (f != NULL && atomic_fetch_sub(&f->references, 1) == 1) {
        segment_close(f->segment);
        free(f);
    }
}

static status find_file_event(struct shared_file *f, uint32_t own, struct error *e)
{
    const uint32_t *from = NULL;
    const uint32_t *until = NULL;
    TRY(segment_from(f->segment, &from, e));
    TRY(segment_until(f->segment, &until, e));
    uint32_t last = own;
    uint32_t rows = from == NULL && until == NULL ? 0 : segment_rows(f->segment);
    for (uint32_t row = 0; row < rows; row++) {
        last = from != NULL ? MAX(last, from[row]) : last;
        last = until != NULL && until[row] != ROW_OPEN ? MAX(last, until[row]) : last;
    }
    f->last_event = last;
    return ST_OK;
}

static status open_shared(struct live_segment *l, const char *store_folder, struct error *e)
{
    char name[64];
    char path[PATH_SIZE];
    (void)snprintf(name, sizeof name, "segments/%s.segment", l->entry.file);
    TRY(path_join(path, sizeof path, store_folder, name, e));
    struct shared_file *f = calloc(1, sizeof *f);
    if (f == NULL) {
        return no_memory(&l->entry, e);
    }
    atomic_init(&f->references, 1);
    l->shared = f;
    TRY(segment_open(path, &f->segment, e));
    if (segment_rows(f->segment) != l->entry.rows) {
        return error_set(e, ST_CORRUPT, "segment %s has %u rows, the manifest says %u",
                         l->entry.file, segment_rows(f->segment), l->entry.rows);
    }
    return find_file_event(f, l->entry.commit, e);
}

// --- closings ------------------------------------------------------------------------------------

static status read_file(struct live_segment *l, const char *store_folder,
                        const struct manifest_closings *file, size_t *capacity, struct error *e)
{
    char name[64];
    char path[PATH_SIZE];
    (void)snprintf(name, sizeof name, "closings/%s.closings", file->file);
    TRY(path_join(path, sizeof path, store_folder, name, e));
    return closings_read(path, l->entry.file, file->commit, l->entry.rows, &l->closings,
                         &l->closings_count, capacity, e);
}

static status append_pairs(struct live_segment *l, const struct closing *pairs, size_t count,
                           size_t *capacity, struct error *e)
{
    if (count > *capacity - l->closings_count) {
        size_t wanted = l->closings_count + count;
        struct closing *grown = realloc(l->closings, wanted * sizeof *grown);
        if (grown == NULL) {
            return no_memory(&l->entry, e);
        }
        l->closings = grown;
        *capacity = wanted;
    }
    if (count > 0) {
        memcpy(l->closings + l->closings_count, pairs, count * sizeof *pairs);
    }
    l->closings_count += count;
    return ST_OK;
}

static bool has_file(const struct manifest_segment *entry, const char *file)
{
    for (size_t i = 0; i < entry->closings_count; i++) {
        if (strcmp(entry->closings[i].file, file) == 0) {
            return true;
        }
    }
    return false;
}

// Closings are never taken back, so that files which `before` has read need not be read again.
static status read_all_closings(struct live_segment *l, const char *store_folder,
                                const struct live_segment *before, struct error *e)
{
    size_t capacity = 0;
    if (before != NULL) {
        TRY(append_pairs(l, before->closings, before->closings_count, &capacity, e));
    }
    for (size_t i = 0; i < l->entry.closings_count; i++) {
        if (before == NULL || !has_file(&before->entry, l->entry.closings[i].file)) {
            TRY(read_file(l, store_folder, &l->entry.closings[i], &capacity, e));
        }
    }
    TRY(append_pairs(l, l->entry.ended, l->entry.ended_count, &capacity, e));
    if (before == NULL || l->closings_count > before->closings_count) {
        l->closings_count = closings_settle(l->closings, l->closings_count);
    }
    l->last_event = l->shared->last_event;
    for (size_t i = 0; i < l->closings_count; i++) {
        l->last_event = MAX(l->last_event, l->closings[i].commit);
    }
    return ST_OK;
}

static status copy_entry(struct live_segment *l, const struct manifest_segment *entry,
                         struct error *e)
{
    struct manifest_closings *files = calloc(MAX(entry->closings_count, (size_t)1), sizeof *files);
    struct closing *ended = calloc(MAX(entry->ended_count, (size_t)1), sizeof *ended);
    l->entry = *entry;
    l->entry.closings = files;
    l->entry.ended = ended;
    if (files == NULL || ended == NULL) {
        return no_memory(entry, e);
    }
    if (entry->closings_count > 0) {
        memcpy(files, entry->closings, entry->closings_count * sizeof *files);
    }
    if (entry->ended_count > 0) {
        memcpy(ended, entry->ended, entry->ended_count * sizeof *ended);
    }
    return ST_OK;
}

static void inherit_sets(struct live_segment *l, struct live_segment *before);

status live_segment_open(const char *store_folder, const struct manifest_segment *entry,
                         struct live_segment *before, struct live_segment **out, struct error *e)
{
    struct live_segment *l = calloc(1, sizeof *l);
    if (l == NULL) {
        return no_memory(entry, e);
    }
    atomic_init(&l->references, 1);
    (void)pthread_mutex_init(&l->mutex, NULL);
    status result = copy_entry(l, entry, e);
    if (result == ST_OK && before != NULL) {
        atomic_fetch_add(&before->shared->references, 1);
        l->shared = before->shared;
    } else if (result == ST_OK) {
        result = open_shared(l, store_folder, e);
    }
    if (result == ST_OK) {
        l->file = l->shared->segment;
        result = read_all_closings(l, store_folder, before, e);
    }
    if (result != ST_OK) {
        live_segment_release(l);
        return result;
    }
    if (before != NULL) {
        inherit_sets(l, before);
    }
    *out = l;
    return ST_OK;
}

bool live_segment_precedes(const struct live_segment *l, const struct manifest_segment *entry)
{
    return strcmp(l->entry.file, entry->file) == 0 && l->entry.commit == entry->commit &&
           l->entry.rows == entry->rows;
}

bool live_segment_matches(const struct live_segment *l, const struct manifest_segment *entry)
{
    return strcmp(l->entry.file, entry->file) == 0 && l->entry.commit == entry->commit &&
           l->entry.closings_count == entry->closings_count &&
           (entry->closings_count == 0 ||
            memcmp(l->entry.closings, entry->closings,
                   entry->closings_count * sizeof *entry->closings) == 0) &&
           l->entry.ended_count == entry->ended_count &&
           (entry->ended_count == 0 ||
            memcmp(l->entry.ended, entry->ended, entry->ended_count * sizeof *entry->ended) == 0);
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
    release_shared(l->shared);
    free((void *)(uintptr_t)l->entry.closings);
    free((void *)(uintptr_t)l->entry.ended);
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
    bitset_settle(&set->rows);
    *out = set;
    return ST_OK;
}

// Under the mutex: the kept set of a commit, or NULL.
static struct visible_set *find_set(struct live_segment *l, uint32_t commit)
{
    for (size_t i = 0; i < MOST_VISIBLE_SETS; i++) {
        if (l->sets[i] != NULL && l->sets[i]->commit == commit) {
            l->used[i] = ++l->clock;
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
        if (l->sets[i] == NULL || l->used[i] < l->used[oldest]) {
            oldest = i;
        }
    }
    release_set(l->sets[oldest]);
    l->used[oldest] = ++l->clock;
    l->sets[oldest] = set;
}

// The rows that `l` ends and `before` does not; both sorted by row. *first is the earliest commit
// among them. Closings are only ever added, so both lists are walked side by side.
static void take_new_closings(const struct live_segment *l, const struct live_segment *before,
                              struct bitset *rows, uint32_t *first)
{
    size_t at = 0;
    for (size_t i = 0; i < l->closings_count; i++) {
        const struct closing *c = &l->closings[i];
        while (at < before->closings_count && before->closings[at].row < c->row) {
            at++;
        }
        if (at < before->closings_count && before->closings[at].row == c->row &&
            before->closings[at].commit == c->commit) {
            continue;
        }
        *first = MIN(*first, c->commit);
        if (rows != NULL) {
            clear_bit(rows->words, c->row);
        }
    }
}

// The set of all commits from the last event on, made of the one before it.
static struct visible_set *follow_set(const struct live_segment *l,
                                      const struct live_segment *before,
                                      const struct visible_set *set)
{
    struct visible_set *next = calloc(1, sizeof *next);
    size_t words = (size_t)l->entry.rows / 64 + 1;
    uint64_t *copy = malloc(words * sizeof *copy);
    if (next == NULL || copy == NULL) {
        free(next);
        free(copy);
        return NULL; // made when it is asked for
    }
    memcpy(copy, set->rows.words, words * sizeof *copy);
    atomic_init(&next->references, 1);
    next->commit = l->last_event;
    next->rows = (struct bitset){.words = copy, .bit_count = l->entry.rows};
    uint32_t first = UINT32_MAX;
    take_new_closings(l, before, &next->rows, &first);
    bitset_settle(&next->rows);
    return next;
}

// Sets of commits before the new closings hold as they are; that of the last event, which stood for
// all later commits, stands for its own alone, and the next is made of it.
static void inherit_sets(struct live_segment *l, struct live_segment *before)
{
    uint32_t first = UINT32_MAX;
    take_new_closings(l, before, NULL, &first);
    struct visible_set *next = NULL;
    (void)pthread_mutex_lock(&before->mutex);
    for (size_t i = 0; i < MOST_VISIBLE_SETS; i++) {
        struct visible_set *set = before->sets[i];
        if (set != NULL && set->commit == before->last_event && first == l->last_event) {
            next = follow_set(l, before, set);
        }
        if (set != NULL && set->commit < first) {
            atomic_fetch_add(&set->references, 1);
            keep_set(l, set);
        }
    }
    (void)pthread_mutex_unlock(&before->mutex);
    if (next != NULL) {
        keep_set(l, next);
    }
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
