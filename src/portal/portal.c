// SPDX-License-Identifier: Apache-2.0
// Opening the data folder; datasets kept by commit; the catalogue's copy.
#include "portal/portal.h"

#include "base/file.h"
#include "portal/metadata_json.h"
#include "query/area_sets.h"
#include "query/field_paths.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// Views kept; one is some hundred kilobytes for some hundred datasets.
#define KEPT_VIEWS 8

struct kept_view {
    atomic_size_t references;
    uint64_t generation; // merges change no answer, but the snapshot's rows move
    uint64_t used;
    struct arena arena;
    struct dataset_view view;
};

struct dataset_cache {
    pthread_mutex_t mutex;
    struct kept_view *views[KEPT_VIEWS];
    uint64_t clock;
};

// The portal's metadata record as its first commit, and an empty catalogue.
static status begin_portal(const char *folder, const char *store_path, string_view record_json,
                           struct error *e)
{
    struct metadata_record record = {.key = SV("portal"), .json = record_json};
    struct store *store = NULL;
    struct catalogue *catalogue = NULL;
    char path[PATH_SIZE];
    uint32_t commit = 0;
    TRY(store_open(store_path, &store, e));
    status result = store_write_metadata(store, &record, 1, NULL, 0, "vitrine init",
                                         "The portal begins", PORTAL_BEGINS, &commit, e);
    if (result == ST_OK) {
        result = path_join(path, sizeof path, folder, "catalogue.sqlite", e);
    }
    if (result == ST_OK) {
        result = catalogue_open(path, &catalogue, e);
    }
    catalogue_close(catalogue);
    store_close(store);
    return result;
}

status portal_check_folder(const char *folder, struct error *e)
{
    struct stat facts;
    int trouble = stat(folder, &facts) == 0 ? 0 : errno;
    bool is_file = trouble == 0 && !S_ISDIR(facts.st_mode);
    if (is_file || trouble == ENOTDIR) {
        return error_set(e, ST_IO, "%s %s a file; name a data folder with --data DIR", folder,
                         is_file ? "is" : "lies below");
    }
    if (trouble == EACCES || (trouble == 0 && access(folder, X_OK) != 0 && errno == EACCES)) {
        return error_set(e, ST_IO,
                         "%s: this user may not look into it; ask as the one whom the data folder "
                         "belongs to",
                         folder);
    }
    return ST_OK;
}

static status make_folders(const char *folder, struct error *e)
{
    static const char *const parts[] = {"store", "files", "reports"};
    char path[PATH_SIZE];
    for (size_t i = 0; i < ARRAY_LENGTH(parts); i++) {
        TRY(path_join(path, sizeof path, folder, parts[i], e));
        TRY(folder_make(path, e));
    }
    return ST_OK;
}

status portal_init(const char *folder, const char *name, bool demo, string_view facts,
                   struct error *e)
{
    char path[PATH_SIZE];
    struct buffer json;
    TRY(portal_check_folder(folder, e));
    TRY(path_join(path, sizeof path, folder, "store", e));
    buffer_init(&json, (size_t)1 << 20);
    status result = metadata_portal_json(name, demo, facts, &json, e);
    if (result == ST_OK) {
        result = make_folders(folder, e);
    }
    if (result == ST_OK) {
        result = store_create(path, e);
    }
    if (result == ST_OK) {
        result = begin_portal(folder, path, buffer_view(&json), e);
    }
    buffer_release(&json);
    return result;
}

status portal_open(const char *folder, struct portal **out, struct error *e)
{
    char path[PATH_SIZE];
    TRY(portal_check_folder(folder, e));
    struct portal *p = calloc(1, sizeof *p);
    struct dataset_cache *cache = calloc(1, sizeof *cache);
    if (p == NULL || cache == NULL) {
        free(p);
        free(cache);
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", folder);
    }
    p->cache = cache;
    (void)pthread_mutex_init(&cache->mutex, NULL);
    (void)snprintf(p->folder, sizeof p->folder, "%s", folder);
    status result = path_join(path, sizeof path, folder, "store", e);
    if (result == ST_OK) {
        result = store_open(path, &p->store, e);
    }
    if (result == ST_OK) {
        result = path_join(path, sizeof path, folder, "catalogue.sqlite", e);
    }
    if (result == ST_OK) {
        result = catalogue_open(path, &p->catalogue, e);
    }
    if (result == ST_OK) {
        result = path_join(path, sizeof path, folder, "areas", e);
    }
    if (result == ST_OK) {
        area_sets_use(path, p->store);
    }
    if (result != ST_OK) {
        portal_close(p);
        return result;
    }
    *out = p;
    return ST_OK;
}

static void release_view(void *argument)
{
    struct kept_view *kept = argument;
    if (kept != NULL && atomic_fetch_sub(&kept->references, 1) == 1) {
        arena_release(&kept->arena);
        free(kept);
    }
}

void portal_close(struct portal *p)
{
    if (p == NULL) {
        return;
    }
    for (size_t i = 0; i < KEPT_VIEWS; i++) {
        release_view(p->cache->views[i]);
    }
    (void)pthread_mutex_destroy(&p->cache->mutex);
    free(p->cache);
    area_sets_use(NULL, NULL);
    catalogue_close(p->catalogue);
    store_close(p->store);
    free(p);
}

status portal_check_writable(const struct portal *p, struct error *e)
{
    const char *const folders[] = {p->folder, store_folder(p->store)};
    for (size_t i = 0; i < ARRAY_LENGTH(folders); i++) {
        if (access(folders[i], W_OK | X_OK) != 0) {
            return error_set_errno(e,
                                   "the data folder cannot be written, so nothing was changed: "
                                   "%s",
                                   folders[i]);
        }
    }
    return ST_OK;
}

// The view last used, to copy from; NULL when there is none.
static const struct dataset_view *newest_view(const struct dataset_cache *cache)
{
    const struct kept_view *newest = NULL;
    for (size_t i = 0; i < KEPT_VIEWS; i++) {
        if (cache->views[i] != NULL && (newest == NULL || cache->views[i]->used > newest->used)) {
            newest = cache->views[i];
        }
    }
    return newest == NULL ? NULL : &newest->view;
}

static status make_view(struct snapshot *s, uint32_t commit, const struct dataset_view *known,
                        struct kept_view **out, struct error *e)
{
    struct kept_view *kept = calloc(1, sizeof *kept);
    if (kept == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to read datasets");
    }
    atomic_init(&kept->references, 1);
    arena_init(&kept->arena, 0);
    kept->generation = snapshot_generation(s);
    kept->view.commit = commit;
    status result = portal_read(s, commit, &kept->arena, &kept->view.portal, e);
    if (result == ST_OK) {
        result = datasets_read(s, &scope_public, commit, known == NULL ? NULL : known->datasets,
                               known == NULL ? 0 : known->count, &kept->arena, &kept->view.datasets,
                               &kept->view.count, e);
    }
    if (result != ST_OK) {
        release_view(kept);
        return result;
    }
    *out = kept;
    return ST_OK;
}

static void keep_view(struct dataset_cache *cache, struct kept_view *kept)
{
    size_t oldest = 0;
    for (size_t i = 1; i < KEPT_VIEWS && cache->views[oldest] != NULL; i++) {
        if (cache->views[i] == NULL || cache->views[i]->used < cache->views[oldest]->used) {
            oldest = i;
        }
    }
    release_view(cache->views[oldest]);
    kept->used = ++cache->clock;
    cache->views[oldest] = kept;
}

status portal_datasets(struct portal *p, struct snapshot *s, uint32_t commit, struct arena *arena,
                       const struct dataset_view **out, struct error *e)
{
    struct dataset_cache *cache = p->cache;
    struct kept_view *kept = NULL;
    status result = ST_OK;
    (void)pthread_mutex_lock(&cache->mutex);
    for (size_t i = 0; i < KEPT_VIEWS && kept == NULL; i++) {
        struct kept_view *v = cache->views[i];
        if (v != NULL && v->view.commit == commit && v->generation == snapshot_generation(s)) {
            v->used = ++cache->clock;
            kept = v;
        }
    }
    if (kept == NULL) {
        result = make_view(s, commit, newest_view(cache), &kept, e);
        if (result == ST_OK) {
            keep_view(cache, kept);
        }
    }
    if (result == ST_OK) {
        atomic_fetch_add(&kept->references, 1);
    }
    (void)pthread_mutex_unlock(&cache->mutex);
    if (result == ST_OK) {
        TRY(arena_defer(arena, release_view, kept));
        *out = &kept->view;
    }
    return result;
}

const struct resource *dataset_view_resource(const struct dataset_view *v, const struct uuid *table,
                                             const struct dataset **dataset)
{
    for (size_t i = 0; i < v->count; i++) {
        for (size_t j = 0; j < v->datasets[i].resource_count; j++) {
            if (uuid_compare(&v->datasets[i].resources[j].uuid, table) == 0) {
                if (dataset != NULL) {
                    *dataset = &v->datasets[i];
                }
                return &v->datasets[i].resources[j];
            }
        }
    }
    return NULL;
}

status portal_is_demo(struct portal *p, bool *out, struct error *e)
{
    struct snapshot *s = NULL;
    struct arena arena;
    const struct dataset_view *view = NULL;
    TRY(store_snapshot(p->store, &s, e));
    arena_init(&arena, 0);
    status result = portal_datasets(p, s, snapshot_last_commit(s), &arena, &view, e);
    *out = result == ST_OK && view->portal.demo;
    arena_release(&arena);
    snapshot_release(s);
    return result;
}

// Names of the fields of a dataset's tables, one text for searching.
static status field_names(struct snapshot *s, const struct dataset *d, uint32_t commit,
                          struct arena *arena, string_view *out, struct error *e)
{
    struct buffer text;
    struct uuid *tables = arena_array(arena, struct uuid, d->resource_count);
    size_t count = 0;
    for (size_t i = 0; tables != NULL && i < d->resource_count; i++) {
        if (d->resources[i].is_table) {
            tables[count++] = d->resources[i].uuid;
        }
    }
    *out = SV("");
    if (tables == NULL || count == 0) {
        return ST_OK;
    }
    struct extent extent;
    const struct field_name *names = NULL;
    size_t name_count = 0;
    TRY(extent_create(s, &scope_public, tables, count, commit, arena, &extent, e));
    TRY(field_paths_names(&extent, arena, &names, &name_count, e));
    buffer_init(&text, (size_t)4 << 20);
    for (size_t i = 0; i < name_count; i++) {
        buffer_append_view(&text, names[i].name);
        buffer_append_byte(&text, ' ');
    }
    *out = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return ST_OK;
}

// Whether a commit after `copied` touched the table.
static bool was_touched(const struct snapshot *s, const struct uuid *table, uint32_t copied)
{
    for (uint32_t n = snapshot_last_commit(s); n > copied; n--) {
        const struct commit *c = snapshot_commit(s, n);
        for (size_t i = 0; i < c->count_tables; i++) {
            if (uuid_compare(&c->counts[i].table, table) == 0) {
                return true;
            }
        }
    }
    return false;
}

static bool dataset_was_touched(const struct snapshot *s, const struct dataset *d, uint32_t copied)
{
    for (size_t i = 0; i < d->resource_count; i++) {
        if (was_touched(s, &d->resources[i].uuid, copied)) {
            return true;
        }
    }
    return false;
}

// Copies the datasets that changed after commit `copied`: all of them when metadata changed, else
// those whose tables were touched, which may have new fields.
static status copy_changed(struct portal *p, struct snapshot *s, uint32_t copied,
                           struct arena *arena, struct error *e)
{
    const struct dataset_view *view = NULL;
    uint32_t commit = snapshot_last_commit(s);
    bool all = copied == 0 || copied > commit || was_touched(s, &metadata_table, copied);
    TRY(portal_datasets(p, s, commit, arena, &view, e));
    struct catalogue_dataset *list = arena_array(arena, struct catalogue_dataset, view->count);
    size_t count = 0;
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to copy datasets");
    }
    for (size_t i = 0; i < view->count; i++) {
        const struct dataset *d = &view->datasets[i];
        if (all || dataset_was_touched(s, d, copied)) {
            TRY(metadata_searchable(d, arena, &list[count], e));
            TRY(field_names(s, d, commit, arena, &list[count].fields, e));
            count++;
        }
    }
    return all ? catalogue_copy(p->catalogue, commit, list, count, e)
               : catalogue_update(p->catalogue, copied, commit, list, count, e);
}

status portal_fill_catalogue(struct portal *p, struct snapshot *s, struct error *e)
{
    uint32_t copied = 0;
    struct arena arena;
    TRY(catalogue_copied_commit(p->catalogue, &copied, e));
    if (copied == snapshot_last_commit(s)) {
        return ST_OK;
    }
    arena_init(&arena, 0);
    status result = copy_changed(p, s, copied, &arena, e);
    if (result == ST_CONFLICT) {
        error_clear(e);
        result = copy_changed(p, s, 0, &arena, e);
    }
    arena_release(&arena);
    return result;
}
