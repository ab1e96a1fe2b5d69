// SPDX-License-Identifier: Apache-2.0
// Which kept files go with an erasure.
#include "portal/erase_files.h"

#include "base/utf8.h"
#include "portal/file_records.h"

#include <string.h>
#include <unistd.h>

#define CONTENT_KEY ":content"

struct erasing {
    struct portal *portal;
    const struct erase_request *request;
    const struct mentions *values;
    struct arena *arena;
    struct snapshot *snapshot;
    const struct dataset_view *view;
    const struct store_table *table; // NULL: of metadata
    struct metadata_record *records;
    size_t record_count;
    string_view *gone; // names in the folder
    size_t gone_count;
    string_view *removed;
    string_view *unsearched;
    struct erased_files *out;
    struct error *e;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to erase files");
}

// --- what a file may hold ----------------------------------------------------------------------

static bool stands_in(string_view bytes, string_view text)
{
    return text.length > 0 && memmem(bytes.bytes, bytes.length, text.bytes, text.length) != NULL;
}

// Text that a search for bytes can be trusted in.
static bool is_plain(string_view bytes)
{
    return memchr(bytes.bytes, 0, bytes.length) == NULL && utf8_check(bytes) == bytes.length;
}

// A row of the record holds its key as it is: in a plain table, where nothing in the key would be
// spelt otherwise.
static bool is_free_of_record(const struct erasing *x, string_view name, string_view bytes)
{
    string_view key = x->request->key;
    const char *type = kept_media_type(name);
    bool table = strcmp(type, "text/csv") == 0 || strcmp(type, "text/tab-separated-values") == 0;
    bool odd_key = key.length == 0 || memchr(key.bytes, '"', key.length) != NULL ||
                   memchr(key.bytes, '\n', key.length) != NULL || x->table == NULL ||
                   sv_equal(x->table->key_field, SV(CONTENT_KEY));
    return table && !odd_key && is_plain(bytes) && !stands_in(bytes, key);
}

// --- files that records name -------------------------------------------------------------------

static status take(struct erasing *x, const struct resource *r)
{
    x->gone[x->gone_count++] = r->file;
    x->removed[x->out->removed_count++] = r->title;
    return file_record_gone(x->arena, r, "erased", &x->records[x->record_count++], x->e);
}

static status look_at(struct erasing *x, const struct dataset *d, const struct resource *r)
{
    struct file_view view;
    struct mapped_file file;
    TRY(file_view_read(x->portal, r, x->arena, &view, x->e));
    if (view.path.length == 0) {
        return ST_OK;
    }
    bool of_dataset = x->table != NULL && uuid_compare(&d->uuid, &x->table->dataset) == 0;
    bool of_table = of_dataset && sv_equal(view.table, x->table->slug);
    TRY(kept_file_map(x->portal, r->file, &file, x->e));
    string_view bytes = {(const char *)file.bytes, file.length};
    bool goes =
        mentions_in_bytes(x->values, bytes) || (of_table && !is_free_of_record(x, r->file, bytes));
    bool unsearched = !goes && of_dataset && view.table.length == 0 && !is_plain(bytes);
    file_unmap(&file);
    if (unsearched) {
        x->unsearched[x->out->unsearched_count++] = r->title;
    }
    return goes ? take(x, r) : ST_OK;
}

static status look_at_all(struct erasing *x)
{
    for (size_t i = 0; i < x->view->count; i++) {
        const struct dataset *d = &x->view->datasets[i];
        for (size_t k = 0; k < d->resource_count; k++) {
            if (d->resources[k].file.length > 0) {
                TRY(look_at(x, d, &d->resources[k]));
            }
        }
    }
    return ST_OK;
}

// --- files that no record names ----------------------------------------------------------------

static bool is_named(const struct erasing *x, string_view name)
{
    for (size_t i = 0; i < x->view->count; i++) {
        for (size_t k = 0; k < x->view->datasets[i].resource_count; k++) {
            if (sv_equal(x->view->datasets[i].resources[k].file, name)) {
                return true;
            }
        }
    }
    return false;
}

// Of a commit that was taken back, or of a process that was killed; and copies half made.
static status look_at_entry(const char *entry, void *argument)
{
    struct erasing *x = argument;
    string_view name = sv_from(entry);
    struct mapped_file file;
    char path[PATH_SIZE];
    if (!kept_file_path(x->portal, name, path) || is_named(x, name)) {
        return ST_OK;
    }
    TRY(file_map(path, &file, x->e));
    string_view bytes = {(const char *)file.bytes, file.length};
    bool goes = mentions_in_bytes(x->values, bytes) || !is_free_of_record(x, name, bytes);
    file_unmap(&file);
    return goes && unlink(path) != 0 ? error_set_errno(x->e, "cannot remove %s", path) : ST_OK;
}

// --- the whole ---------------------------------------------------------------------------------

static status prepare(struct erasing *x)
{
    size_t files = 1;
    TRY(store_snapshot(x->portal->store, &x->snapshot, x->e));
    TRY(portal_datasets(x->portal, x->snapshot, snapshot_last_commit(x->snapshot), x->arena,
                        &x->view, x->e));
    x->table = snapshot_table_by_uuid(x->snapshot, &x->request->table);
    for (size_t i = 0; i < x->view->count; i++) {
        files += x->view->datasets[i].resource_count;
    }
    x->records = arena_array(x->arena, struct metadata_record, files);
    x->gone = arena_array(x->arena, string_view, files);
    x->removed = arena_array(x->arena, string_view, files);
    x->unsearched = arena_array(x->arena, string_view, files);
    if (x->records == NULL || x->gone == NULL || x->removed == NULL || x->unsearched == NULL) {
        return no_memory(x->e);
    }
    x->out->removed = x->removed;
    x->out->unsearched = x->unsearched;
    return ST_OK;
}

// The records first: where this is stopped behind them, the files are found again as such that no
// record names.
static status remove_files(struct erasing *x)
{
    uint32_t commit = 0;
    char folder[PATH_SIZE];
    if (x->record_count > 0) {
        TRY(store_write_metadata(x->portal->store, x->records, x->record_count, NULL, 0,
                                 x->request->author, x->request->message, 0, &commit, x->e));
        TRY(kept_files_forget(x->portal, x->gone, x->gone_count, x->e));
    }
    TRY(path_join(folder, sizeof folder, x->portal->folder, "files", x->e));
    TRY(folder_list(folder, look_at_entry, x, x->e));
    return folder_sync(folder, x->e);
}

status erase_files(struct portal *p, const struct erase_request *r, const struct mentions *values,
                   struct arena *arena, struct erased_files *out, struct error *e)
{
    struct erasing x = {
        .portal = p, .request = r, .values = values, .arena = arena, .out = out, .e = e};
    int lock = -1;
    *out = (struct erased_files){0};
    TRY(kept_files_lock(p, &lock, e));
    status result = prepare(&x);
    if (result == ST_OK) {
        result = look_at_all(&x);
    }
    if (result == ST_OK) {
        result = remove_files(&x);
    }
    snapshot_release(x.snapshot);
    file_unlock(lock);
    return result;
}
