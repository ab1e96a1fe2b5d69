// SPDX-License-Identifier: Apache-2.0
// Opening a store and following its manifest: a snapshot is every file a manifest names, mapped.
#include "store/store_internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A manifest can be replaced, and its files removed, between reading it and mapping them; each try
// reads it anew.
#define MOST_TRIES 100

status store_path(const struct store *s, const char *name, char out[PATH_SIZE], struct error *e)
{
    return path_join(out, PATH_SIZE, s->folder, name, e);
}

status store_segment_path(const struct store *s, const char *file, char out[PATH_SIZE],
                          struct error *e)
{
    char name[64];
    (void)snprintf(name, sizeof name, "segments/%s.segment", file);
    return store_path(s, name, out, e);
}

status store_closings_path(const struct store *s, const char *file, char out[PATH_SIZE],
                           struct error *e)
{
    char name[64];
    (void)snprintf(name, sizeof name, "closings/%s.closings", file);
    return store_path(s, name, out, e);
}

status store_create(const char *folder, struct error *e)
{
    static const char *const parts[] = {"segments", "closings", "work"};
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, folder, "manifest", e));
    if (file_exists(path)) {
        return error_set(e, ST_CONFLICT,
                         "there is a store in %s already; use it, or name another folder", folder);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(parts); i++) {
        TRY(path_join(path, sizeof path, folder, parts[i], e));
        TRY(folder_make(path, e));
    }
    struct manifest empty = {.generation = 1};
    TRY(commit_log_begin(folder, &empty.log_length, e));
    return manifest_write(folder, &empty, e);
}

static void hold_manifest(struct store *s, int manifest)
{
    if (s->manifest >= 0) {
        (void)close(s->manifest);
    }
    s->manifest = manifest;
}

status store_open(const char *folder, struct store **out, struct error *e)
{
    struct store *s = calloc(1, sizeof *s);
    if (s == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", folder);
    }
    (void)snprintf(s->folder, sizeof s->folder, "%s", folder);
    (void)pthread_mutex_init(&s->mutex, NULL);
    s->manifest = -1;
    s->log = commit_log_create();
    struct snapshot *first = NULL;
    status result = s->log == NULL ? error_set(e, ST_NO_MEMORY, "no memory to open %s", folder)
                                   : store_snapshot(s, &first, e);
    if (result == ST_NOT_FOUND) {
        error_clear(e);
        result =
            error_set(e, ST_NOT_FOUND,
                      "there is no store in %s; make one with: vitrine init --data DIR", folder);
    }
    if (result != ST_OK) {
        store_close(s);
        return result;
    }
    snapshot_release(first);
    *out = s;
    return ST_OK;
}

void store_close(struct store *s)
{
    if (s == NULL) {
        return;
    }
    snapshot_release(s->newest);
    hold_manifest(s, -1);
    commit_log_release(s->log);
    (void)pthread_mutex_destroy(&s->mutex);
    free(s);
}

const char *store_folder(const struct store *s)
{
    return s->folder;
}

void snapshot_retain(struct snapshot *s)
{
    atomic_fetch_add(&s->references, 1);
}

void snapshot_release(struct snapshot *s)
{
    if (s == NULL || atomic_fetch_sub(&s->references, 1) != 1) {
        return;
    }
    for (size_t i = 0; i < s->segment_count; i++) {
        live_segment_release(s->segments[i]);
    }
    free(s->segments);
    commit_log_release(s->log);
    free(s);
}

// The segment of the newest snapshot that this entry names, with a reference, or NULL.
static struct live_segment *reuse_segment(const struct snapshot *newest,
                                          const struct manifest_segment *entry)
{
    for (size_t i = 0; newest != NULL && i < newest->segment_count; i++) {
        if (live_segment_matches(newest->segments[i], entry)) {
            live_segment_retain(newest->segments[i]);
            return newest->segments[i];
        }
    }
    return NULL;
}

// The same segment in the newest snapshot, with fewer closings, or NULL.
static struct live_segment *find_before(const struct snapshot *newest,
                                        const struct manifest_segment *entry)
{
    for (size_t i = 0; newest != NULL && i < newest->segment_count; i++) {
        if (live_segment_precedes(newest->segments[i], entry)) {
            return newest->segments[i];
        }
    }
    return NULL;
}

// Under the mutex.
static status open_segments(struct store *s, const struct manifest *m, struct snapshot *snapshot,
                            struct error *e)
{
    snapshot->segments = calloc(MAX(m->count, (size_t)1), sizeof(struct live_segment *));
    if (snapshot->segments == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for %zu segments", m->count);
    }
    for (size_t i = 0; i < m->count; i++) {
        struct live_segment *live = reuse_segment(s->newest, &m->segments[i]);
        if (live == NULL) {
            TRY(live_segment_open(s->folder, &m->segments[i],
                                  find_before(s->newest, &m->segments[i]), &live, e));
        }
        snapshot->segments[snapshot->segment_count++] = live;
    }
    return ST_OK;
}

// Under the mutex: reads the commits that are new. An erasure that takes words out of older
// messages makes all be read again; snapshots taken before keep what they have.
static status read_log(struct store *s, uint64_t length, struct error *e)
{
    TRY(commit_log_read(s->log, s->folder, length, e));
    if (!commit_log_is_redacted(s->log)) {
        return ST_OK;
    }
    struct commit_log *anew = commit_log_create();
    status result = anew == NULL ? error_set(e, ST_NO_MEMORY, "no memory for the log")
                                 : commit_log_read(anew, s->folder, length, e);
    if (result != ST_OK) {
        commit_log_release(anew);
        return result;
    }
    commit_log_settle(anew);
    commit_log_release(s->log);
    s->log = anew;
    return ST_OK;
}

// Under the mutex: reads the manifest and everything it names.
static status read_snapshot(struct store *s, struct snapshot **out, struct error *e)
{
    struct arena arena;
    arena_init(&arena, 0);
    struct manifest m;
    struct snapshot *snapshot = calloc(1, sizeof *snapshot);
    status result = snapshot == NULL ? error_set(e, ST_NO_MEMORY, "no memory for a snapshot")
                                     : manifest_read(s->folder, &arena, &m, e);
    if (result == ST_OK) {
        atomic_init(&snapshot->references, 1);
        snapshot->generation = m.generation;
        snapshot->log_length = m.log_length;
        snapshot->last_commit = m.last_commit;
        result = read_log(s, m.log_length, e);
    }
    if (result == ST_OK && commit_log_count(s->log) != m.last_commit) {
        result = error_set(e, ST_CORRUPT, "store/log has %u commits, the manifest says %u",
                           commit_log_count(s->log), m.last_commit);
    }
    if (result == ST_OK) {
        commit_log_retain(s->log);
        snapshot->log = s->log;
        snapshot->tables = commit_log_tables(s->log);
        snapshot->erasures = commit_log_erasures(s->log);
        result = open_segments(s, &m, snapshot, e);
        if (result != ST_OK) {
            snapshot_release(snapshot);
            snapshot = NULL;
        }
    }
    arena_release(&arena);
    if (result != ST_OK) {
        free(snapshot);
        return result;
    }
    *out = snapshot;
    return ST_OK;
}

// True when the manifest on disk is the one that was open while `newest` was read.
static bool is_current(const struct store *s, const struct stat *facts)
{
    return s->newest != NULL && s->manifest_inode == facts->st_ino &&
           s->manifest_time.tv_sec == facts->st_mtim.tv_sec &&
           s->manifest_time.tv_nsec == facts->st_mtim.tv_nsec;
}

// Under the mutex. What is read may be a newer manifest than the one opened first: then the next
// look finds another file and reads again. The one opened stays open, so that none after it gets
// its inode, which file systems give anew at once, within the same tick of their clocks.
static status read_manifest(struct store *s, const char *path, struct error *e)
{
    int manifest = -1;
    struct stat facts;
    struct snapshot *snapshot = NULL;
    TRY(file_open_read(path, &manifest, e));
    status result = fstat(manifest, &facts) == 0 ? read_snapshot(s, &snapshot, e)
                                                 : error_set_errno(e, "cannot look at %s", path);
    if (result != ST_OK) {
        (void)close(manifest);
        return result;
    }
    snapshot_release(s->newest);
    hold_manifest(s, manifest);
    s->newest = snapshot;
    s->manifest_inode = facts.st_ino;
    s->manifest_time = facts.st_mtim;
    return ST_OK;
}

// Under the mutex.
static status refresh(struct store *s, struct error *e)
{
    char path[PATH_SIZE];
    TRY(store_path(s, "manifest", path, e));
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        struct stat facts;
        if (stat(path, &facts) != 0) {
            return errno == ENOENT ? error_set(e, ST_NOT_FOUND, "%s does not exist", path)
                                   : error_set_errno(e, "cannot look at %s", path);
        }
        if (is_current(s, &facts)) {
            return ST_OK;
        }
        struct error trouble = {0};
        status result = read_manifest(s, path, &trouble);
        if (result != ST_OK && result != ST_NOT_FOUND) { // not found: a newer one took its place
            return error_set(e, result, "%s", trouble.message);
        }
    }
    return s->newest != NULL ? ST_OK
                             : error_set(e, ST_CORRUPT, "files that %s names are missing", path);
}

status store_snapshot(struct store *s, struct snapshot **out, struct error *e)
{
    (void)pthread_mutex_lock(&s->mutex);
    status result = refresh(s, e);
    if (result == ST_OK) {
        snapshot_retain(s->newest);
        *out = s->newest;
    }
    (void)pthread_mutex_unlock(&s->mutex);
    return result;
}

status store_snapshot_now(struct store *s, struct snapshot **out, struct error *e)
{
    // The caller holds the publication lock, so the manifest stands still, and must see it,
    // whatever a file system over a network remembers of it.
    (void)pthread_mutex_lock(&s->mutex);
    s->manifest_inode = 0;
    (void)pthread_mutex_unlock(&s->mutex);
    return store_snapshot(s, out, e);
}
