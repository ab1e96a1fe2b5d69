// SPDX-License-Identifier: Apache-2.0
// The publication protocol. Order matters: files, log frame, manifest; after a kill at any instant
// the old manifest with the old log length, or the new with the new, is there.
#include "store/publish.h"

#include "base/array.h"
#include "base/log.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_ITEMS ((size_t)1 << 24)

status work_folder_make(const struct store *s, struct work_folder *out, struct error *e)
{
    char name[FILE_NAME_SIZE];
    char below[64];
    char owner[PATH_SIZE];
    struct work_folder w = {.owner = -1};
    TRY(manifest_new_name(name, e));
    (void)snprintf(below, sizeof below, "work/%s", name);
    TRY(store_path(s, below, w.path, e));
    // Made under the lock, so that no cleaner sees the folder before its owner file is locked.
    char lock_path[PATH_SIZE];
    int lock = -1;
    TRY(store_path(s, "lock", lock_path, e));
    TRY(file_lock(lock_path, &lock, e));
    status result = folder_make(w.path, e);
    if (result == ST_OK) {
        result = path_join(owner, sizeof owner, w.path, "owner", e);
    }
    if (result == ST_OK) {
        result = file_lock(owner, &w.owner, e);
    }
    file_unlock(lock);
    if (result == ST_OK) {
        *out = w;
    }
    return result;
}

void work_folder_remove(struct work_folder *w)
{
    if (w->path[0] != '\0') {
        struct error ignored = {0};
        if (folder_remove(w->path, &ignored) != ST_OK) {
            log_message(LOG_WARNING, "%s; the next writer will remove it", ignored.message);
        }
    }
    file_unlock(w->owner);
    *w = (struct work_folder){.owner = -1};
}

// --- cleaning up after dead writers ----------------------------------------------------------

struct cleaning {
    struct store *store;
    struct snapshot *snapshot;
    const char *folder;
    size_t suffix; // length of ".segment" or ".closings"
};

static bool names_file(const struct snapshot *s, const char *file, bool closings)
{
    for (size_t i = 0; i < s->segment_count; i++) {
        const struct manifest_segment *entry = live_segment_entry(s->segments[i]);
        if (!closings && strcmp(entry->file, file) == 0) {
            return true;
        }
        for (size_t j = 0; closings && j < entry->closings_count; j++) {
            if (strcmp(entry->closings[j].file, file) == 0) {
                return true;
            }
        }
    }
    return false;
}

static status remove_orphan(const char *name, void *argument)
{
    const struct cleaning *c = argument;
    char file[FILE_NAME_SIZE] = "";
    char path[PATH_SIZE];
    size_t length = strlen(name);
    if (length == FILE_NAME_SIZE - 1 + c->suffix) {
        memcpy(file, name, FILE_NAME_SIZE - 1);
    }
    if (file[0] != '\0' && names_file(c->snapshot, file, strcmp(c->folder, "closings") == 0)) {
        return ST_OK;
    }
    TRY(store_path(c->store, c->folder, path, NULL));
    char whole[PATH_SIZE];
    TRY(path_join(whole, sizeof whole, path, name, NULL));
    (void)unlink(whole);
    return ST_OK;
}

static status remove_dead_work(const char *name, void *argument)
{
    const struct cleaning *c = argument;
    char work[PATH_SIZE];
    char path[PATH_SIZE];
    char owner[PATH_SIZE];
    int descriptor = -1;
    TRY(store_path(c->store, "work", work, NULL));
    TRY(path_join(path, sizeof path, work, name, NULL));
    TRY(path_join(owner, sizeof owner, path, "owner", NULL));
    status result = file_try_lock(owner, &descriptor, NULL);
    if (result == ST_CONFLICT) {
        return ST_OK; // its writer lives
    }
    result = folder_remove(path, NULL);
    file_unlock(descriptor);
    return result;
}

// Under the publication lock: files no manifest names are orphans, since writers move finished
// files into place only under this lock.
static status clean_under_lock(struct store *s, struct snapshot *newest, struct error *e)
{
    struct cleaning c = {.store = s, .snapshot = newest, .folder = "segments", .suffix = 8};
    char path[PATH_SIZE];
    TRY(store_path(s, "segments", path, e));
    TRY(folder_list(path, remove_orphan, &c, e));
    c.folder = "closings";
    c.suffix = 9;
    TRY(store_path(s, "closings", path, e));
    TRY(folder_list(path, remove_orphan, &c, e));
    TRY(store_path(s, "work", path, e));
    return folder_list(path, remove_dead_work, &c, e);
}

static status take_lock(struct store *s, int *lock, struct error *e)
{
    char path[PATH_SIZE];
    TRY(store_path(s, "lock", path, e));
    return file_lock(path, lock, e);
}

status store_clean(struct store *s, struct error *e)
{
    int lock = -1;
    struct snapshot *newest = NULL;
    TRY(take_lock(s, &lock, e));
    status result = store_snapshot_now(s, &newest, e);
    if (result == ST_OK) {
        result = clean_under_lock(s, newest, e);
    }
    snapshot_release(newest);
    file_unlock(lock);
    return result;
}

// --- publishing ------------------------------------------------------------------------------

status publication_begin(struct store *s, struct publication *p, struct error *e)
{
    *p = (struct publication){.store = s, .lock = -1};
    arena_init(&p->arena, 0);
    TRY(take_lock(s, &p->lock, e));
    status result = store_snapshot_now(s, &p->snapshot, e);
    if (result != ST_OK) {
        publication_abandon(p);
    }
    return result;
}

static void end_publication(struct publication *p)
{
    snapshot_release(p->snapshot);
    for (size_t i = 0; i < p->closings_count; i++) {
        free(p->closings[i].pairs);
    }
    free(p->closings);
    free(p->folded);
    free(p->segments);
    arena_release(&p->arena);
    file_unlock(p->lock);
    *p = (struct publication){.lock = -1};
}

void publication_abandon(struct publication *p)
{
    for (size_t i = 0; i < p->segment_count; i++) {
        char path[PATH_SIZE];
        if (store_segment_path(p->store, p->segments[i].file, path, NULL) == ST_OK) {
            (void)unlink(path);
        }
    }
    end_publication(p);
}

status publication_add_segment(struct publication *p, const char *path, uint32_t rows,
                               uint32_t commit, struct error *e)
{
    struct manifest_segment segment = {.rows = rows, .commit = commit};
    char target[PATH_SIZE];
    TRY(manifest_new_name(segment.file, e));
    TRY(store_segment_path(p->store, segment.file, target, e));
    if (!ARRAY_RESERVE(p->segments, p->segment_capacity, p->segment_count, MOST_ITEMS)) {
        return error_set(e, ST_NO_MEMORY, "no memory to publish a segment");
    }
    if (rename(path, target) != 0) {
        return error_set_errno(e, "cannot move %s into place", path);
    }
    p->segments[p->segment_count++] = segment;
    return ST_OK;
}

status publication_close_row(struct publication *p, const char *segment, uint32_t row,
                             uint32_t commit, struct error *e)
{
    size_t at = 0;
    while (at < p->closings_count && strcmp(p->closings[at].segment, segment) != 0) {
        at++;
    }
    if (at == p->closings_count) {
        if (!ARRAY_RESERVE(p->closings, p->closings_capacity, p->closings_count, MOST_ITEMS)) {
            return error_set(e, ST_NO_MEMORY, "no memory to publish closings");
        }
        p->closings[at] = (struct new_closings){0};
        memcpy(p->closings[at].segment, segment, FILE_NAME_SIZE);
        p->closings_count++;
    }
    struct new_closings *list = &p->closings[at];
    if (!ARRAY_RESERVE(list->pairs, list->capacity, list->count, (size_t)UINT32_MAX)) {
        return error_set(e, ST_NO_MEMORY, "no memory to publish closings");
    }
    list->pairs[list->count++] = (struct closing){row, commit};
    return ST_OK;
}

static struct new_closings *closings_of(struct publication *p, const char *segment)
{
    for (size_t i = 0; i < p->closings_count; i++) {
        if (strcmp(p->closings[i].segment, segment) == 0) {
            return &p->closings[i];
        }
    }
    return NULL;
}

// --- closings ------------------------------------------------------------------------------------

// Rows that ended stand in the manifest while they are few, of a segment and in all; then they go
// into a file. A file takes in those before it that are not much larger, and a small commit's no
// more than FOLDED_LEAST pairs, so that it never writes more the older the store is.
#define ENDED_A_SEGMENT ((size_t)128)
#define ENDED_IN_ALL    ((size_t)512)
#define FOLDED_LEAST    ((size_t)2048)

// Puts the publication's new pairs of a segment on the entry's own list.
static status add_ended(struct publication *p, struct manifest_segment *entry, uint32_t new_commit,
                        struct error *e)
{
    const struct new_closings *list = closings_of(p, entry->file);
    if (list == NULL || list->count == 0) {
        return ST_OK;
    }
    size_t count = entry->ended_count;
    struct closing *ended = arena_array(&p->arena, struct closing, count + list->count);
    if (ended == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to publish closings");
    }
    if (count > 0) {
        memcpy(ended, entry->ended, count * sizeof *ended);
    }
    for (size_t i = 0; i < list->count; i++) {
        const struct closing *c = &list->pairs[i];
        ended[count++] = (struct closing){c->row, c->commit == 0 ? new_commit : c->commit};
    }
    entry->ended = ended;
    entry->ended_count = closings_settle(ended, count);
    return ST_OK;
}

// How many of the entry's last files the pairs at hand are written together with.
static size_t count_folded(const struct manifest_segment *entry, size_t most)
{
    size_t folded = 0;
    size_t pairs = entry->ended_count;
    while (folded < entry->closings_count) {
        size_t next = entry->closings[entry->closings_count - 1 - folded].pairs;
        if (next == 0 || next > 2 * pairs || pairs + next > most) {
            break;
        }
        pairs += next;
        folded++;
    }
    return folded;
}

static status read_folded(struct publication *p, const struct manifest_segment *entry,
                          size_t folded, struct closing **pairs, size_t *count, struct error *e)
{
    size_t capacity = entry->ended_count;
    *pairs = malloc(MAX(capacity, (size_t)1) * sizeof **pairs);
    if (*pairs == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to publish closings");
    }
    if (entry->ended_count > 0) {
        memcpy(*pairs, entry->ended, entry->ended_count * sizeof **pairs);
    }
    *count = entry->ended_count;
    for (size_t i = 0; i < folded; i++) {
        const struct manifest_closings *file = &entry->closings[entry->closings_count - folded + i];
        char path[PATH_SIZE];
        TRY(store_closings_path(p->store, file->file, path, e));
        TRY(closings_read(path, entry->file, file->commit, entry->rows, pairs, count, &capacity,
                          e));
    }
    *count = closings_settle(*pairs, *count);
    return ST_OK;
}

// Moves what the entry's own list holds, with its last `folded` files, into a new file.
static status write_closings(struct publication *p, struct manifest_segment *entry, size_t folded,
                             uint32_t new_commit, struct error *e)
{
    size_t kept = entry->closings_count - folded;
    struct manifest_closings *files = arena_array(&p->arena, struct manifest_closings, kept + 1);
    struct closing *pairs = NULL;
    size_t count = 0;
    char path[PATH_SIZE];
    if (files == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to publish closings");
    }
    status result = read_folded(p, entry, folded, &pairs, &count, e);
    if (result == ST_OK) {
        result = manifest_new_name(files[kept].file, e);
    }
    if (result == ST_OK) {
        result = store_closings_path(p->store, files[kept].file, path, e);
    }
    if (result == ST_OK) {
        result = closings_write(path, entry->file, pairs, count, e);
    }
    free(pairs);
    TRY(result);
    if (kept > 0) {
        memcpy(files, entry->closings, kept * sizeof *files);
    }
    files[kept].commit = new_commit;
    files[kept].pairs = (uint32_t)count;
    entry->closings = files;
    entry->closings_count = kept + 1;
    entry->ended = NULL;
    entry->ended_count = 0;
    p->wrote_closings = true;
    return ST_OK;
}

static status move_ended_to_files(struct publication *p, struct manifest_segment *list,
                                  size_t count, uint32_t new_commit, struct error *e)
{
    for (;;) {
        struct manifest_segment *most = NULL;
        size_t all = 0;
        for (size_t i = 0; i < count; i++) {
            all += list[i].ended_count;
            most = most == NULL || list[i].ended_count > most->ended_count ? &list[i] : most;
        }
        if (most == NULL || (most->ended_count <= ENDED_A_SEGMENT && all <= ENDED_IN_ALL)) {
            return ST_OK;
        }
        size_t bound = MAX(FOLDED_LEAST, 4 * most->ended_count);
        TRY(write_closings(p, most, count_folded(most, bound), new_commit, e));
    }
}

status publication_fold_closings(struct publication *p, const char *segment, struct error *e)
{
    if (!ARRAY_RESERVE(p->folded, p->folded_capacity, p->folded_count, MOST_ITEMS)) {
        return error_set(e, ST_NO_MEMORY, "no memory to publish closings");
    }
    memcpy(p->folded[p->folded_count++].file, segment, FILE_NAME_SIZE);
    return ST_OK;
}

static bool is_folded(const struct publication *p, const char *file)
{
    for (size_t i = 0; i < p->folded_count; i++) {
        if (strcmp(p->folded[i].file, file) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_dropped(const struct publication *p, const char *file)
{
    for (size_t i = 0; i < p->dropped_count; i++) {
        if (strcmp(p->dropped[i], file) == 0) {
            return true;
        }
    }
    return false;
}

// The new manifest: what stays, then what is added.
static status make_manifest(struct publication *p, uint32_t new_commit, struct manifest *out,
                            struct error *e)
{
    const struct snapshot *s = p->snapshot;
    struct manifest_segment *list =
        arena_array(&p->arena, struct manifest_segment, s->segment_count + p->segment_count);
    size_t count = 0;
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the manifest");
    }
    for (size_t i = 0; i < s->segment_count; i++) {
        list[count] = *live_segment_entry(s->segments[i]);
        if (is_dropped(p, list[count].file)) {
            continue;
        }
        TRY(add_ended(p, &list[count], new_commit, e));
        if (is_folded(p, list[count].file)) {
            TRY(write_closings(p, &list[count], list[count].closings_count, new_commit, e));
        }
        count++;
    }
    for (size_t i = 0; i < p->segment_count; i++) {
        list[count] = p->segments[i];
        if (list[count].commit == 0) {
            list[count].commit = new_commit;
        }
        TRY(add_ended(p, &list[count], new_commit, e));
        count++;
    }
    TRY(move_ended_to_files(p, list, count, new_commit, e));
    *out = (struct manifest){
        .generation = s->generation + 1,
        .log_length = s->log_length,
        .last_commit = s->last_commit,
        .segments = list,
        .count = count,
    };
    return ST_OK;
}

static status sync_file_folders(struct publication *p, struct error *e)
{
    char path[PATH_SIZE];
    if (p->segment_count > 0) {
        TRY(store_path(p->store, "segments", path, e));
        TRY(folder_sync(path, e));
    }
    if (p->wrote_closings) {
        TRY(store_path(p->store, "closings", path, e));
        TRY(folder_sync(path, e));
    }
    return ST_OK;
}

static status choose_time(const struct publication *p, moment wanted, moment *out, struct error *e)
{
    uint32_t last = p->snapshot->last_commit;
    moment last_time = last == 0 ? INT64_MIN : commit_log_get(p->snapshot->log, last)->time;
    moment now = clock_now();
    if (wanted == 0) {
        if (last != 0 && now <= last_time) {
            log_message(LOG_WARNING, "the clock is behind the last commit; its time is used");
        }
        *out = last == 0 ? now : MAX(now, last_time + 1);
        return ST_OK;
    }
    char text[25];
    moment_to_text(last == 0 ? 0 : last_time, text);
    if (wanted > now) {
        return error_set_field(e, ST_INVALID, "at",
                               "the moment given with --at lies in the future");
    }
    if (last != 0 && wanted <= last_time) {
        return error_set_field(
            e, ST_INVALID, "at",
            "the moment given with --at must be later than the portal's last commit, %s; bring "
            "several histories in together with: vitrine replay",
            text);
    }
    *out = wanted;
    return ST_OK;
}

static bool manifest_names_segment(const struct manifest *m, const char *file)
{
    for (size_t i = 0; i < m->count; i++) {
        if (strcmp(m->segments[i].file, file) == 0) {
            return true;
        }
    }
    return false;
}

static bool manifest_names_closings(const struct manifest *m, const char *file)
{
    for (size_t i = 0; i < m->count; i++) {
        for (size_t j = 0; j < m->segments[i].closings_count; j++) {
            if (strcmp(m->segments[i].closings[j].file, file) == 0) {
                return true;
            }
        }
    }
    return false;
}

// Files of the old manifest that the new one leaves out go at once: who has them mapped keeps them.
static void unlink_replaced(const struct publication *p, const struct manifest *m)
{
    char path[PATH_SIZE];
    for (size_t i = 0; i < p->snapshot->segment_count; i++) {
        const struct manifest_segment *old = live_segment_entry(p->snapshot->segments[i]);
        if (!manifest_names_segment(m, old->file) &&
            store_segment_path(p->store, old->file, path, NULL) == ST_OK) {
            (void)unlink(path);
        }
        for (size_t j = 0; j < old->closings_count; j++) {
            if (!manifest_names_closings(m, old->closings[j].file) &&
                store_closings_path(p->store, old->closings[j].file, path, NULL) == ST_OK) {
                (void)unlink(path);
            }
        }
    }
}

status publication_commit(struct publication *p, struct log_entry *entry, moment wanted,
                          struct error *e)
{
    struct manifest m;
    uint32_t number = p->snapshot->last_commit + 1;
    status result = choose_time(p, wanted, &entry->commit.time, e);
    entry->commit.number = number;
    if (result == ST_OK) {
        result = make_manifest(p, number, &m, e);
    }
    if (result == ST_OK) {
        result = sync_file_folders(p, e);
    }
    if (result == ST_OK) {
        result =
            commit_log_append(p->store->folder, p->snapshot->log_length, entry, &m.log_length, e);
    }
    if (result == ST_OK) {
        m.last_commit = number;
        result = manifest_write(p->store->folder, &m, e);
    }
    if (result == ST_OK) {
        unlink_replaced(p, &m);
    }
    // After a failure nobody knows whether the rename reached the disk, so files stay for the next
    // writer's cleaning.
    end_publication(p);
    return result;
}

status publication_replace_files(struct publication *p, struct error *e)
{
    struct manifest m;
    status result = make_manifest(p, p->snapshot->last_commit, &m, e);
    if (result == ST_OK) {
        result = sync_file_folders(p, e);
    }
    if (result == ST_OK) {
        result = manifest_write(p->store->folder, &m, e);
    }
    if (result == ST_OK) {
        unlink_replaced(p, &m);
    }
    end_publication(p);
    return result;
}
