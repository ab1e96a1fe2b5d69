// SPDX-License-Identifier: Apache-2.0
// The sources of one ingest.
#include "portal/keep_source.h"

#include "store/erasures.h"

#include <string.h>
#include <sys/stat.h>

#define MOST_FILES ((size_t)10000)

struct staging {
    struct source_keeping *keeping;
    const struct import_table *table;
    const char *folder; // to copy into
    const char *from;   // a folder that is read, else NULL
    struct arena *arena;
    struct error *e;
};

// The newest commit that erased something of the table; 0 for none.
static uint32_t last_erasure(const struct snapshot *s, const struct uuid *table)
{
    size_t count = 0;
    const struct commit *const *erasures = snapshot_erasures(s, &count);
    for (size_t i = count; i > 0; i--) {
        for (size_t k = 0; k < erasures[i - 1]->erased_count; k++) {
            if (uuid_compare(&erasures[i - 1]->erased[k].table, table) == 0) {
                return erasures[i - 1]->number;
            }
        }
    }
    return 0;
}

bool source_keeping_is_safe(const struct snapshot *s, const struct uuid *table)
{
    return last_erasure(s, table) == 0;
}

static bool grow(struct source_keeping *k, struct arena *arena)
{
    if (k->count < k->capacity) {
        return true;
    }
    size_t capacity = k->capacity == 0 ? 8 : k->capacity * 2;
    struct kept_file *files = arena_array(arena, struct kept_file, capacity);
    struct metadata_record *records = arena_array(arena, struct metadata_record, capacity);
    if (files == NULL || records == NULL) {
        return false;
    }
    if (k->count > 0) {
        memcpy(files, k->files, k->count * sizeof *files);
        memcpy(records, k->records, k->count * sizeof *records);
    }
    k->files = files;
    k->records = records;
    k->capacity = capacity;
    return true;
}

static status stage(struct staging *s, const char *path)
{
    struct source_keeping *k = s->keeping;
    if (k->count >= MOST_FILES) {
        return error_set(s->e, ST_BAD_DATA, "a source of over %zu files cannot be kept",
                         MOST_FILES);
    }
    if (!grow(k, s->arena)) {
        return error_set(s->e, ST_NO_MEMORY, "no memory to keep the source");
    }
    struct kept_file *file = &k->files[k->count];
    struct metadata_record *record = &k->records[k->count];
    struct file_facts facts = {
        .dataset = s->table->dataset, .table = s->table->slug, .path = path, .file = file};
    TRY(kept_file_stage(path, s->folder, k->count, file, s->e));
    TRY(file_record_make(s->arena, &facts, record, s->e));
    record->with_rows = true;
    k->count++;
    return ST_OK;
}

static bool is_of_mode(const char *path, mode_t mode)
{
    struct stat facts;
    return lstat(path, &facts) == 0 && (facts.st_mode & S_IFMT) == mode;
}

static status stage_entry(const char *entry, void *argument)
{
    struct staging *s = argument;
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, s->from, entry, s->e));
    return is_of_mode(path, S_IFREG) ? stage(s, path) : ST_OK;
}

status source_keeping_start(const struct portal *p, const struct snapshot *s,
                            const struct import_table *table, const char *const *paths,
                            size_t count, const char *folder, struct arena *arena,
                            struct source_keeping *out, struct error *e)
{
    *out = (struct source_keeping){
        .portal = p, .table = table->table, .base = snapshot_last_commit(s), .lock = -1};
    struct staging staging = {
        .keeping = out, .table = table, .folder = folder, .arena = arena, .e = e};
    for (size_t i = 0; i < count; i++) {
        staging.from = paths[i];
        TRY(is_of_mode(paths[i], S_IFDIR) ? folder_list(paths[i], stage_entry, &staging, e)
                                          : stage(&staging, paths[i]));
    }
    return ST_OK;
}

// Values that went since the ingest began may stand in what it read, though not in what it writes.
static status check_erasures(const struct source_keeping *k, struct error *e)
{
    struct snapshot *s = NULL;
    TRY(store_snapshot(k->portal->store, &s, e));
    uint32_t last = last_erasure(s, &k->table);
    snapshot_release(s);
    return last <= k->base
               ? ST_OK
               : error_set(e, ST_CONFLICT,
                           "values of the table were erased while its source was read; nothing was "
                           "changed. Take them out of the source, or ingest without keeping it");
}

status source_keeping_place(struct source_keeping *k, struct error *e)
{
    if (k->count == 0) {
        return ST_OK;
    }
    TRY(kept_files_lock(k->portal, &k->lock, e));
    TRY(check_erasures(k, e));
    for (size_t i = 0; i < k->count; i++) {
        TRY(kept_file_place(k->portal, &k->files[i], e));
    }
    return ST_OK;
}

void source_keeping_end(struct source_keeping *k, bool committed)
{
    for (size_t i = 0; i < k->count && !committed; i++) {
        kept_file_discard(k->portal, &k->files[i]);
    }
    file_unlock(k->lock);
    *k = (struct source_keeping){.lock = -1};
}
