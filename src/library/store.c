// SPDX-License-Identifier: Apache-2.0
// Stores and snapshots of the library.
#include "base/file.h"
#include "library/library.h"
#include "query/near_names.h"

#include <stdlib.h>

// A portal's data folder has its store inside.
static status find_store(const char *folder, char path[PATH_SIZE], struct error *e)
{
    char manifest[PATH_SIZE];
    TRY(path_join(path, PATH_SIZE, folder, "store", e));
    TRY(path_join(manifest, sizeof manifest, path, "manifest", e));
    return file_exists(manifest) ? ST_OK : path_join(path, PATH_SIZE, "", folder, e);
}

enum vitrine_status vitrine_store_create(const char *folder, struct vitrine_error *error)
{
    struct error own = {0};
    struct error *e = library_error(error, &own);
    if (folder == NULL) {
        return library_result(error_set(e, ST_INVALID, "no folder is named"), e);
    }
    status result = folder_make(folder, e);
    if (result == ST_OK) {
        result = store_create(folder, e);
    }
    return library_result(result, e);
}

enum vitrine_status vitrine_store_open(const char *folder, struct vitrine_store **out,
                                       struct vitrine_error *error)
{
    struct error own = {0};
    struct error *e = library_error(error, &own);
    char path[PATH_SIZE];
    if (folder == NULL || out == NULL) {
        return library_result(error_set(e, ST_INVALID, "no folder is named"), e);
    }
    struct vitrine_store *s = calloc(1, sizeof *s);
    if (s == NULL) {
        return library_result(error_set(e, ST_NO_MEMORY, "no memory to open %s", folder), e);
    }
    status result = find_store(folder, path, e);
    if (result == ST_OK) {
        result = store_open(path, &s->store, e);
    }
    if (result != ST_OK) {
        free(s);
        return library_result(result, e);
    }
    *out = s;
    return VITRINE_OK;
}

void vitrine_store_close(struct vitrine_store *store)
{
    if (store != NULL) {
        store_close(store->store);
        free(store);
    }
}

// --- snapshots -----------------------------------------------------------------------------------

// The commit that a snapshot shall stand at.
typedef status commit_choice(const struct snapshot *s, int64_t asked, uint32_t *out,
                             struct error *e);

static status choose_newest(const struct snapshot *s, int64_t asked, uint32_t *out, struct error *e)
{
    (void)asked;
    (void)e;
    *out = snapshot_last_commit(s);
    return ST_OK;
}

static status choose_moment(const struct snapshot *s, int64_t asked, uint32_t *out, struct error *e)
{
    uint32_t commit = snapshot_commit_at(s, asked);
    if (commit == 0) {
        return error_set(e, ST_NOT_FOUND, "no commit is as early as moment %lld", (long long)asked);
    }
    *out = commit;
    return ST_OK;
}

static status choose_number(const struct snapshot *s, int64_t asked, uint32_t *out, struct error *e)
{
    if (asked < 1 || asked > snapshot_last_commit(s)) {
        return error_set(e, ST_NOT_FOUND, "there is no commit %lld: the last one is %lu",
                         (long long)asked, (unsigned long)snapshot_last_commit(s));
    }
    *out = (uint32_t)asked;
    return ST_OK;
}

static enum vitrine_status take(struct vitrine_store *store, commit_choice *choose, int64_t asked,
                                struct vitrine_snapshot **out, struct vitrine_error *error)
{
    struct error own = {0};
    struct error *e = library_error(error, &own);
    if (store == NULL || out == NULL) {
        return library_result(error_set(e, ST_INVALID, "no store is given"), e);
    }
    struct vitrine_snapshot *s = calloc(1, sizeof *s);
    if (s == NULL) {
        return library_result(error_set(e, ST_NO_MEMORY, "no memory for a snapshot"), e);
    }
    status result = store_snapshot(store->store, &s->snapshot, e);
    if (result == ST_OK) {
        result = choose(s->snapshot, asked, &s->commit, e);
    }
    if (result != ST_OK) {
        vitrine_snapshot_release(s);
        return library_result(result, e);
    }
    *out = s;
    return VITRINE_OK;
}

enum vitrine_status vitrine_snapshot_take(struct vitrine_store *store,
                                          struct vitrine_snapshot **out,
                                          struct vitrine_error *error)
{
    return take(store, choose_newest, 0, out, error);
}

enum vitrine_status vitrine_snapshot_take_at(struct vitrine_store *store, int64_t asked,
                                             struct vitrine_snapshot **out,
                                             struct vitrine_error *error)
{
    return take(store, choose_moment, asked, out, error);
}

enum vitrine_status vitrine_snapshot_take_commit(struct vitrine_store *store, uint32_t commit,
                                                 struct vitrine_snapshot **out,
                                                 struct vitrine_error *error)
{
    return take(store, choose_number, commit, out, error);
}

void vitrine_snapshot_release(struct vitrine_snapshot *snapshot)
{
    if (snapshot != NULL) {
        if (snapshot->snapshot != NULL) {
            snapshot_release(snapshot->snapshot);
        }
        free(snapshot);
    }
}

uint32_t vitrine_snapshot_commit(const struct vitrine_snapshot *snapshot)
{
    return snapshot->commit;
}

int64_t vitrine_snapshot_moment(const struct vitrine_snapshot *snapshot)
{
    return library_time(snapshot, snapshot->commit);
}

moment library_time(const struct vitrine_snapshot *s, uint32_t commit)
{
    const struct commit *c = commit == 0 ? NULL : snapshot_commit(s->snapshot, commit);
    return c == NULL ? 0 : c->time;
}

status library_table(const struct vitrine_snapshot *s, string_view slug,
                     const struct store_table **out, struct error *e)
{
    const struct store_table *found = snapshot_table_by_slug(s->snapshot, slug);
    if (found != NULL && found->created <= s->commit) {
        *out = found;
        return ST_OK;
    }
    size_t count = 0;
    const struct store_table *tables = snapshot_tables(s->snapshot, &count);
    struct near_names near;
    char list[NEAR_NAMES_TEXT];
    near_names_init(&near, slug);
    for (size_t i = 0; i < count; i++) {
        if (tables[i].created <= s->commit) {
            near_names_offer(&near, tables[i].slug);
        }
    }
    near_names_print(&near, list);
    near_names_release(&near);
    return error_set_field(e, ST_NOT_FOUND, "table", "there is no table \"" SV_FORMAT "\"%s%s",
                           SV_ARGUMENT(sv_slice(slug, 0, 80)),
                           list[0] == '\0' ? "" : "; near it are: ", list);
}
