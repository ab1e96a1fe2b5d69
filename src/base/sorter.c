// SPDX-License-Identifier: Apache-2.0
// A block of memory takes the records one behind the other; a full block is sorted and goes to the
// end of a run file, to the one before where all of it belongs behind that. At the end the runs are
// merged; when nothing was spilled there is no file at all.
#include "base/sorter.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/large_memory.h"
#include "base/sorter_merge.h"
#include "base/sorter_order.h"
#include "base/sorter_record.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SMALLEST_BLOCK ((size_t)4 << 10)
// While a block is written out, the record this many places on is fetched into the cache.
#define PREFETCH_DISTANCE 8

// Tells apart the files of sorters that share a folder.
static _Atomic unsigned long runs_made;

struct sorter {
    char folder[PATH_SIZE];
    uint64_t count;
    size_t shared; // bytes that all keys so far begin with, those of first_key
    struct buffer first_key;
    // The block.
    unsigned char *block; // owned; NULL before the first record and while merging
    size_t size;
    size_t used; // by records; behind them is room for the sort's entries
    size_t records;
    const unsigned char *last; // record in the block
    bool ordered;              // the block's records came in order
    // Run files.
    char **runs; // paths, owned; the last one is being written while `writing`
    size_t run_count;
    size_t run_capacity;
    bool writing;
    struct file_writer writer;
    struct buffer last_key; // of the run being written
    // Reading.
    bool finished;
    struct sorter_entry *entries; // in the block, sorted; NULL when it is `ordered`
    size_t at;                    // next entry, or offset of the next record when `ordered`
    struct sorter_merge *merge;   // NULL when nothing was spilled
};

status sorter_create(const char *folder, size_t memory_limit, struct sorter **out, struct error *e)
{
    size_t length = strlen(folder);
    struct sorter *s = calloc(1, sizeof *s);
    if (s == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to sort");
    }
    if (length >= sizeof s->folder) {
        free(s);
        return error_set(e, ST_TOO_LARGE, "the path %.60s... is too long", folder);
    }
    memcpy(s->folder, folder, length + 1);
    s->size = MAX(memory_limit, SMALLEST_BLOCK);
    s->size -= s->size % (s->size < 4 * LARGE_PAGE ? 8 : LARGE_PAGE);
    s->ordered = true;
    buffer_init(&s->first_key, UINT32_MAX);
    buffer_init(&s->last_key, UINT32_MAX);
    *out = s;
    return ST_OK;
}

static void forget_run(struct sorter *s, size_t i)
{
    free(s->runs[i]);
    s->runs[i] = NULL;
}

// Opens the next run file as the last of s->runs.
static status start_run(struct sorter *s, struct error *e)
{
    if (!ARRAY_RESERVE(s->runs, s->run_capacity, s->run_count, SIZE_MAX / 2)) {
        return error_set(e, ST_NO_MEMORY, "no memory to sort");
    }
    char *path = malloc(PATH_SIZE);
    if (path == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to sort");
    }
    struct buffer name;
    buffer_init(&name, 64);
    buffer_print(&name, "sort-%ld-%lu.run", (long)getpid(), atomic_fetch_add(&runs_made, 1));
    buffer_append_byte(&name, '\0');
    status result = buffer_check(&name, "the name of a sorted run", e);
    if (result == ST_OK) {
        result = path_join(path, PATH_SIZE, s->folder, name.bytes, e);
    }
    buffer_release(&name);
    if (result == ST_OK) {
        result = file_writer_open(&s->writer, path, e);
    }
    if (result != ST_OK) {
        free(path);
        return result;
    }
    s->runs[s->run_count++] = path;
    s->writing = true;
    return ST_OK;
}

static status end_run(struct sorter *s, struct error *e)
{
    if (!s->writing) {
        return ST_OK;
    }
    s->writing = false;
    return file_writer_close(&s->writer, false, e);
}

// Makes the run being written one that may go on with `first_key`.
static status open_run_for(struct sorter *s, string_view first_key, struct error *e)
{
    if (s->writing && sv_compare(buffer_view(&s->last_key), first_key) <= 0) {
        return ST_OK;
    }
    TRY(end_run(s, e));
    return start_run(s, e);
}

static status remember_last_key(struct sorter *s, string_view key, struct error *e)
{
    buffer_clear(&s->last_key);
    buffer_append_view(&s->last_key, key);
    return buffer_check(&s->last_key, "a key to sort", e);
}

// Sorts the block, unless its records came in order; the entries lie behind the records.
static void sort_block(struct sorter *s)
{
    s->entries = NULL;
    if (s->ordered || s->records == 0) {
        return;
    }
    s->entries = (void *)(s->block + s->used);
    const unsigned char *record = s->block;
    for (size_t i = 0; i < s->records; i++) {
        s->entries[i].record = record;
        record += sorter_record_length(record);
    }
    sorter_order(s->entries, s->entries + s->records, s->records, s->shared);
}

static status write_block(struct sorter *s, struct error *e)
{
    if (s->ordered) {
        return file_writer_add(&s->writer, s->block, s->used, e);
    }
    for (size_t i = 0; i < s->records; i++) {
        if (i + PREFETCH_DISTANCE < s->records) {
            const unsigned char *ahead = s->entries[i + PREFETCH_DISTANCE].record;
            __builtin_prefetch(ahead);
            __builtin_prefetch(ahead + 64);
            __builtin_prefetch(ahead + 128);
            __builtin_prefetch(ahead + 192);
        }
        const unsigned char *record = s->entries[i].record;
        TRY(file_writer_add(&s->writer, record, sorter_record_length(record), e));
    }
    return ST_OK;
}

// Writes the block into a run and empties it.
static status spill(struct sorter *s, struct error *e)
{
    if (s->records == 0) {
        return ST_OK;
    }
    sort_block(s);
    const unsigned char *first = s->ordered ? s->block : s->entries[0].record;
    const unsigned char *last = s->ordered ? s->last : s->entries[s->records - 1].record;
    TRY(open_run_for(s, sorter_record_key(first), e));
    TRY(write_block(s, e));
    TRY(remember_last_key(s, sorter_record_key(last), e));
    s->used = 0;
    s->records = 0;
    s->last = NULL;
    s->ordered = true;
    return ST_OK;
}

// A record larger than the block is a sorted block of its own.
static status spill_large(struct sorter *s, string_view key, string_view payload, struct error *e)
{
    static const unsigned char padding[8];
    uint32_t lengths[2] = {(uint32_t)key.length, (uint32_t)payload.length};
    size_t length = sizeof lengths + key.length + payload.length;
    TRY(spill(s, e));
    TRY(open_run_for(s, key, e));
    TRY(file_writer_add(&s->writer, lengths, sizeof lengths, e));
    TRY(file_writer_add(&s->writer, key.bytes, key.length, e));
    TRY(file_writer_add(&s->writer, payload.bytes, payload.length, e));
    TRY(file_writer_add(&s->writer, padding,
                        sorter_record_size(key.length, payload.length) - length, e));
    return remember_last_key(s, key, e);
}

// Keeps `shared` true: how many bytes all keys begin with.
static status note_shared_bytes(struct sorter *s, string_view key, struct error *e)
{
    if (s->count > 0) {
        s->shared = sorter_shared_bytes(buffer_view(&s->first_key), key, s->shared);
        return ST_OK;
    }
    buffer_append_view(&s->first_key, key);
    s->shared = key.length;
    return buffer_check(&s->first_key, "a key to sort", e);
}

static void append_to_block(struct sorter *s, string_view key, string_view payload, size_t size)
{
    unsigned char *record = s->block + s->used;
    uint32_t lengths[2] = {(uint32_t)key.length, (uint32_t)payload.length};
    memset(record + size - 8, 0, 8); // the padding, before what it may overlap
    memcpy(record, lengths, sizeof lengths);
    if (key.length > 0) {
        memcpy(record + sizeof lengths, key.bytes, key.length);
    }
    if (payload.length > 0) {
        memcpy(record + sizeof lengths + key.length, payload.bytes, payload.length);
    }
    if (s->ordered && s->last != NULL) {
        s->ordered = sv_compare(sorter_record_key(s->last), key) <= 0;
    }
    s->last = record;
    s->used += size;
    s->records++;
}

// Whether a record of this size, and an entry and scratch for all of them, fit the block.
static bool fits(const struct sorter *s, size_t size)
{
    size_t entries = (s->records + 1) * 2 * sizeof(struct sorter_entry);
    return entries <= s->size && size <= s->size - entries && s->used <= s->size - entries - size;
}

status sorter_add(struct sorter *s, string_view key, string_view payload, struct error *e)
{
    assert(!s->finished);
    if (key.length > INT32_MAX || payload.length > INT32_MAX) {
        return error_set(e, ST_TOO_LARGE, "a pair of %zu and %zu bytes is too large to sort",
                         key.length, payload.length);
    }
    if (s->block == NULL) {
        s->block = large_memory(s->size); // read in an order far from that of the bytes
        if (s->block == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory to sort in %zu bytes", s->size);
        }
    }
    TRY(note_shared_bytes(s, key, e));
    size_t size = sorter_record_size(key.length, payload.length);
    if (!fits(s, size)) {
        TRY(spill(s, e));
    }
    if (fits(s, size)) {
        append_to_block(s, key, payload, size);
    } else {
        TRY(spill_large(s, key, payload, e));
    }
    s->count++;
    return ST_OK;
}

// Merges `count` runs from `first` on into one that takes their place.
static status merge_runs(struct sorter *s, size_t first, size_t count, struct error *e)
{
    struct sorter_merge *merge = NULL;
    TRY(sorter_merge_create(s->runs + first, count, s->size, s->shared, &merge, e));
    status result = start_run(s, e);
    while (result == ST_OK) {
        const unsigned char *record = NULL;
        result = sorter_merge_next(merge, &record, e);
        if (result != ST_OK || record == NULL) {
            break;
        }
        result = file_writer_add(&s->writer, record, sorter_record_length(record), e);
    }
    sorter_merge_destroy(merge);
    if (result == ST_OK) {
        result = end_run(s, e);
    }
    if (result != ST_OK) {
        return result;
    }
    char *merged = s->runs[--s->run_count];
    for (size_t i = first; i < first + count; i++) {
        forget_run(s, i);
    }
    memmove(s->runs + first + 1, s->runs + first + count,
            (s->run_count - first - count) * sizeof *s->runs);
    s->runs[first] = merged;
    s->run_count -= count - 1;
    return ST_OK;
}

// Merges neighbours, so that equal keys keep their order, until all runs can be merged at once.
static status reduce_runs(struct sorter *s, struct error *e)
{
    size_t first = 0;
    while (s->run_count > SORTER_MOST_RUNS) {
        size_t count = MIN(s->run_count - SORTER_MOST_RUNS + 1, (size_t)SORTER_MOST_RUNS);
        if (first + count > s->run_count) {
            first = 0;
        }
        TRY(merge_runs(s, first, count, e));
        first++;
    }
    return ST_OK;
}

status sorter_finish(struct sorter *s, struct error *e)
{
    assert(!s->finished);
    s->finished = true;
    if (s->run_count == 0) {
        sort_block(s);
        return ST_OK;
    }
    TRY(spill(s, e));
    TRY(end_run(s, e));
    free(s->block);
    s->block = NULL;
    s->entries = NULL;
    TRY(reduce_runs(s, e));
    return sorter_merge_create(s->runs, s->run_count, s->size, s->shared, &s->merge, e);
}

// The next record of the block, or NULL.
static const unsigned char *next_in_block(struct sorter *s)
{
    const unsigned char *record = NULL;
    if (s->entries == NULL) {
        if (s->at < s->used) {
            record = s->block + s->at;
            s->at += sorter_record_length(record);
        }
    } else if (s->at < s->records) {
        if (s->at + PREFETCH_DISTANCE < s->records) {
            __builtin_prefetch(s->entries[s->at + PREFETCH_DISTANCE].record);
        }
        record = s->entries[s->at++].record;
    }
    return record;
}

status sorter_next(struct sorter *s, string_view *key, string_view *payload, bool *more,
                   struct error *e)
{
    assert(s->finished);
    const unsigned char *record = NULL;
    if (s->run_count == 0) {
        record = next_in_block(s);
    } else if (s->merge != NULL) {
        TRY(sorter_merge_next(s->merge, &record, e));
    }
    *more = record != NULL;
    if (record != NULL) {
        *key = sorter_record_key(record);
        *payload = sorter_record_payload(record);
    }
    return ST_OK;
}

size_t sorter_memory_limit(const struct sorter *s)
{
    return s->size;
}

uint64_t sorter_count(const struct sorter *s)
{
    return s->count;
}

void sorter_destroy(struct sorter *s)
{
    if (s == NULL) {
        return;
    }
    if (s->writing) {
        file_writer_abandon(&s->writer);
    }
    sorter_merge_destroy(s->merge);
    for (size_t i = 0; i < s->run_count; i++) {
        (void)unlink(s->runs[i]);
        free(s->runs[i]);
    }
    free(s->runs);
    free(s->block);
    buffer_release(&s->first_key);
    buffer_release(&s->last_key);
    free(s);
}
