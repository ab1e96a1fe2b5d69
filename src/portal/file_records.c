// SPDX-License-Identifier: Apache-2.0
// Files of a dataset, as records with versions.
#include "portal/file_records.h"

#include "base/utf8.h"
#include "portal/ingest.h"
#include "portal/metadata_json.h"
#include "store/publish.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RECORD_ROOM ((size_t)1 << 20)
#define SLUG_DIGITS ((size_t)16) // of the record's own identifier, behind "file-"

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the records of files");
}

// --- records -----------------------------------------------------------------------------------

static string_view last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return sv_from(slash == NULL ? path : slash + 1);
}

// The same file under the same name, read into the same table, is the same record.
static void identify(const struct file_facts *f, string_view name, struct arena *arena,
                     struct uuid *out)
{
    char dataset[37];
    uuid_to_text(&f->dataset, dataset);
    uuid_from_name(arena_print(arena, "file/%s/" SV_FORMAT "/%s/" SV_FORMAT, dataset,
                               SV_ARGUMENT(f->table), f->file->digits, SV_ARGUMENT(name)),
                   out);
}

static string_view slug_of(const struct uuid *id, struct arena *arena)
{
    char text[37];
    uuid_to_text(id, text);
    return arena_print(arena, "file-%.8s%.4s%.4s", text, text + 9, text + 14);
}

static status print_record(struct arena *arena, json_t *members, const struct metadata_fixed *fixed,
                           struct metadata_record *out, struct error *e)
{
    char text[37];
    struct buffer json;
    char *changes = members == NULL ? NULL : json_dumps(members, JSON_COMPACT);
    json_decref(members);
    if (changes == NULL) {
        return no_memory(e);
    }
    buffer_init(&json, RECORD_ROOM);
    status result = metadata_merge(SV(""), sv_from(changes), false, fixed, &json, e);
    free(changes);
    uuid_to_text(&fixed->uuid, text);
    *out = (struct metadata_record){.key = arena_print(arena, "resource/%s", text),
                                    .json = arena_copy(arena, buffer_view(&json))};
    buffer_release(&json);
    TRY(result);
    return out->key.length == 0 || out->json.length == 0 ? no_memory(e) : ST_OK;
}

status file_record_make(struct arena *arena, const struct file_facts *facts,
                        struct metadata_record *out, struct error *e)
{
    const struct kept_file *file = facts->file;
    string_view name = last_part(facts->path);
    struct metadata_fixed fixed = {.dataset = &facts->dataset, .type = "file"};
    if (utf8_check(name) < name.length) {
        name = sv_from(file->name); // no JSON could say what it is called
    }
    identify(facts, name, arena, &fixed.uuid);
    fixed.slug = slug_of(&fixed.uuid, arena);
    string_view path = arena_print(arena, FILES_PATH "%s", file->name);
    json_t *members =
        json_pack("{s:s%, s:s%, s:s, s:I, s:s, s:s}", "name", name.bytes, name.length, "title",
                  name.bytes, name.length, "mediaType", kept_media_type(name), "bytes",
                  (json_int_t)file->bytes, "sha256", file->digits, "path", path.bytes);
    if (members != NULL && facts->table.length > 0) {
        (void)json_object_set_new(members, "table",
                                  json_stringn(facts->table.bytes, facts->table.length));
    }
    return print_record(arena, members, &fixed, out, e);
}

status file_record_gone(struct arena *arena, const struct resource *r, const char *why,
                        struct metadata_record *out, struct error *e)
{
    struct metadata_fixed fixed = {
        .uuid = r->uuid, .slug = r->slug, .dataset = &r->dataset, .type = "file"};
    json_t *members = json_loadb(r->json.bytes, r->json.length, 0, NULL);
    if (members == NULL) {
        return error_set(e, ST_CORRUPT, "the record of the file '" SV_FORMAT "' is not JSON",
                         SV_ARGUMENT(r->title));
    }
    (void)json_object_del(members, "path");
    (void)json_object_set_new(members, "removed", json_string(why));
    (void)json_object_set_new(members, "commit", json_integer(r->from));
    return print_record(arena, members, &fixed, out, e);
}

static string_view text_of(const json_t *object, const char *name, struct arena *arena)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value) ? arena_copy(arena, (string_view){json_string_value(value),
                                                                   json_string_length(value)})
                                 : SV("");
}

status file_view_read(const struct portal *p, const struct resource *r, struct arena *arena,
                      struct file_view *out, struct error *e)
{
    json_t *object = json_loadb(r->json.bytes, r->json.length, 0, NULL);
    if (object == NULL) {
        return error_set(e, ST_CORRUPT, "the record of the file '" SV_FORMAT "' is not JSON",
                         SV_ARGUMENT(r->title));
    }
    const json_t *commit = json_object_get(object, "commit");
    *out = (struct file_view){
        .name = r->title,
        .media_type = text_of(object, "mediaType", arena),
        .bytes = (uint64_t)json_integer_value(json_object_get(object, "bytes")),
        .sha256 = text_of(object, "sha256", arena),
        .table = text_of(object, "table", arena),
        .path = text_of(object, "path", arena),
        .removed = text_of(object, "removed", arena),
        .commit = json_is_integer(commit) ? (uint32_t)json_integer_value(commit) : r->from,
    };
    json_decref(object);
    // Of a version before it went away the record still has its path.
    if (out->path.length > 0 && !kept_file_exists(p, r->file)) {
        out->path = SV("");
        out->removed = SV("lost");
    }
    return ST_OK;
}

// --- by hand -----------------------------------------------------------------------------------

struct changing {
    struct portal *portal;
    struct snapshot *snapshot;
    struct arena arena;
    const struct dataset_view *view;
    const struct dataset *dataset;
    struct work_folder work;
    struct metadata_record *records;
    size_t count;
    struct kept_file *files; // beside the records
    int lock;
};

static status begin(struct changing *c, struct portal *p, string_view dataset, struct error *e)
{
    *c = (struct changing){.portal = p, .lock = -1, .work = {.owner = -1}};
    arena_init(&c->arena, 0);
    TRY(portal_check_writable(p, e));
    TRY(work_folder_make(p->store, &c->work, e));
    TRY(kept_files_lock(p, &c->lock, e));
    TRY(store_snapshot(p->store, &c->snapshot, e));
    TRY(portal_datasets(p, c->snapshot, snapshot_last_commit(c->snapshot), &c->arena, &c->view, e));
    c->dataset = dataset_find(c->view->datasets, c->view->count, dataset);
    return c->dataset != NULL
               ? ST_OK
               : error_set_field(e, ST_NOT_FOUND, "dataset", "there is no dataset '" SV_FORMAT "'",
                                 SV_ARGUMENT(sv_slice(dataset, 0, 80)));
}

static void end(struct changing *c)
{
    file_unlock(c->lock);
    work_folder_remove(&c->work);
    snapshot_release(c->snapshot);
    arena_release(&c->arena);
}

static status place_all(struct changing *c, const char *const *paths, size_t count, struct error *e)
{
    c->files = arena_array(&c->arena, struct kept_file, count);
    c->records = arena_array(&c->arena, struct metadata_record, count);
    if (c->files == NULL || c->records == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        struct kept_file *file = &c->files[i];
        struct file_facts facts = {.dataset = c->dataset->uuid, .path = paths[i], .file = file};
        TRY(kept_file_stage(paths[i], c->work.path, i, file, e));
        c->count = i + 1;
        TRY(file_record_make(&c->arena, &facts, &c->records[i], e));
        TRY(kept_file_place(c->portal, file, e));
    }
    return ST_OK;
}

static status write_records(struct changing *c, const char *author, const char *message,
                            uint32_t *commit, struct error *e)
{
    return store_write_metadata(c->portal->store, c->records, c->count, NULL, 0, author, message, 0,
                                commit, e);
}

status portal_add_files(struct portal *p, string_view dataset, const char *const *paths,
                        size_t count, const char *author, const char *message, uint32_t *commit,
                        struct error *e)
{
    struct changing c;
    status result = begin(&c, p, dataset, e);
    if (result == ST_OK) {
        result = place_all(&c, paths, count, e);
    }
    if (result == ST_OK) {
        result = write_records(&c, author, message, commit, e);
    }
    for (size_t i = 0; i < c.count && result != ST_OK && result != ST_UNCHANGED; i++) {
        kept_file_discard(p, &c.files[i]);
    }
    end(&c);
    return result;
}

static status forget(const struct portal *p, string_view name, struct error *e)
{
    char path[PATH_SIZE];
    return !kept_file_path(p, name, path) || !file_exists(path) || unlink(path) == 0
               ? ST_OK
               : error_set_errno(e, "cannot remove %s", path);
}

static bool is_named(const struct dataset_view *view, string_view name)
{
    for (size_t i = 0; i < view->count; i++) {
        for (size_t k = 0; k < view->datasets[i].resource_count; k++) {
            if (sv_equal(view->datasets[i].resources[k].file, name)) {
                return true;
            }
        }
    }
    return false;
}

status kept_files_forget(struct portal *p, const string_view *gone, size_t count, struct error *e)
{
    struct arena arena;
    struct snapshot *s = NULL;
    const struct dataset_view *view = NULL;
    TRY(store_snapshot(p->store, &s, e));
    arena_init(&arena, 0);
    status result = portal_datasets(p, s, snapshot_last_commit(s), &arena, &view, e);
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        if (!is_named(view, gone[i])) {
            result = forget(p, gone[i], e);
        }
    }
    arena_release(&arena);
    snapshot_release(s);
    return result;
}

static status take_away(struct changing *c, string_view name, string_view **gone, struct error *e)
{
    const struct dataset *d = c->dataset;
    c->records = arena_array(&c->arena, struct metadata_record, d->resource_count + 1);
    *gone = arena_array(&c->arena, string_view, d->resource_count + 1);
    if (c->records == NULL || *gone == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        const struct resource *r = &d->resources[i];
        if (r->file.length > 0 && (sv_equal(r->title, name) || sv_equal(r->file, name))) {
            (*gone)[c->count] = r->file;
            TRY(file_record_gone(&c->arena, r, "withdrawn", &c->records[c->count], e));
            c->count++;
        }
    }
    return c->count > 0 ? ST_OK
                        : error_set_field(e, ST_NOT_FOUND, "name",
                                          "the dataset '" SV_FORMAT "' has no file '" SV_FORMAT "'",
                                          SV_ARGUMENT(d->slug), SV_ARGUMENT(sv_slice(name, 0, 80)));
}

status portal_remove_files(struct portal *p, string_view dataset, string_view name,
                           const char *author, const char *message, uint32_t *commit,
                           struct error *e)
{
    struct changing c;
    string_view *gone = NULL;
    status result = begin(&c, p, dataset, e);
    if (result == ST_OK) {
        result = take_away(&c, name, &gone, e);
    }
    if (result == ST_OK) {
        result = write_records(&c, author, message, commit, e);
    }
    if (result == ST_OK) {
        result = kept_files_forget(p, gone, c.count, e);
    }
    end(&c);
    return result;
}
