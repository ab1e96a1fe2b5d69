// SPDX-License-Identifier: Apache-2.0
// The store first, then what lies beside it.
#include "portal/erase.h"

#include "base/file.h"
#include "formats/json_write.h"
#include "portal/download_jobs.h"
#include "portal/kept_packages.h"
#include "portal/subscriptions.h"
#include "usage/erase.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define FILE_LIMIT ((size_t)1 << 30)

struct scrubbing {
    struct portal *portal;
    const struct erase_request *request;
    struct arena *arena;
    struct portal_erasure *out;
    struct mentions values;
    struct buffer key_member; // of the record, in lines of reports
    char folder[PATH_SIZE];
    bool look;   // count, change nothing
    bool looked; // as far as the values are known
};

static bool is_about(const struct scrubbing *x, string_view line)
{
    string_view key = buffer_view(&x->key_member);
    return mentions_in_bytes(&x->values, line) ||
           memmem(line.bytes, line.length, key.bytes, key.length) != NULL;
}

// Writes a file of lines anew without those that tell of the record.
static status scrub_lines(struct scrubbing *x, const char *path, struct error *e)
{
    struct buffer old;
    struct buffer kept;
    string_view line = {0};
    uint64_t gone = 0;
    buffer_init(&old, FILE_LIMIT);
    buffer_init(&kept, FILE_LIMIT);
    status result = file_read(path, FILE_LIMIT, &old, e);
    string_view rest = buffer_view(&old);
    while (result == ST_OK && sv_split(&rest, '\n', &line)) {
        if (line.length > 0 && is_about(x, line)) {
            buffer_append_view(&kept, SV("{\"reason\":\"erased\"}\n"));
            gone++;
        } else if (line.length > 0) {
            buffer_append_view(&kept, line);
            buffer_append_byte(&kept, '\n');
        }
    }
    if (result == ST_OK) {
        result = buffer_check(&kept, path, e);
    }
    if (result == ST_OK && gone > 0) {
        result = file_replace(path, kept.bytes, kept.length, e);
    }
    x->out->report_lines += gone;
    buffer_release(&old);
    buffer_release(&kept);
    return result;
}

static status scrub_report(const char *name, void *argument)
{
    struct scrubbing *x = argument;
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, x->folder, name, NULL));
    return scrub_lines(x, path, NULL);
}

static status scrub_reports(struct scrubbing *x, struct error *e)
{
    char path[PATH_SIZE];
    buffer_clear(&x->key_member);
    buffer_append_view(&x->key_member, SV("\"key\":"));
    json_write_string(&x->key_member, x->request->key);
    TRY(buffer_check(&x->key_member, "a key", e));
    TRY(path_join(x->folder, sizeof x->folder, x->portal->folder, "reports", e));
    if (file_exists(x->folder)) {
        struct error ignored = {0};
        status result = folder_list(x->folder, scrub_report, x, &ignored);
        if (result != ST_OK) {
            return error_set(e, result,
                             "a report in %s could not be written without what was "
                             "erased",
                             x->folder);
        }
    }
    TRY(path_join(path, sizeof path, x->portal->folder, "replayed", e));
    return file_exists(path) ? scrub_lines(x, path, e) : ST_OK;
}

static status remove_damaged(const struct scrubbing *x, struct error *e)
{
    char path[PATH_SIZE];
    // A catalogue that was moved aside is of no use that would weigh up what it may hold.
    TRY(path_join(path, sizeof path, x->portal->folder, "catalogue.sqlite" CATALOGUE_DAMAGED, e));
    return unlink(path) == 0 || errno == ENOENT ? ST_OK
                                                : error_set_errno(e, "cannot remove %s", path);
}

// --- the registers ---------------------------------------------------------------------------

static status scrub_literature(struct scrubbing *x, string_view record, struct error *e)
{
    struct literature *l = NULL;
    TRY(literature_open(x->portal->folder, &l, e));
    status result = literature_erase(l, &x->values, record, x->look, &x->out->literature, e);
    literature_close(l);
    return result;
}

// What is found by the values, which nobody knows any more once the store has lost them.
static status scrub_by_values(struct scrubbing *x, struct error *e)
{
    const struct erase_request *r = x->request;
    const char *folder = x->portal->folder;
    bool whole = r->field.length == 0 && r->version == 0;
    // Both registers and the statistics name records alike.
    string_view record = whole ? literature_record_name(x->arena, &r->table, r->key) : SV("");
    TRY(x->look ? ST_OK : scrub_reports(x, e));
    TRY(subscriptions_erase(folder, &x->values, x->look, &x->out->subscriptions, e));
    TRY(erase_identifiers(folder, &x->values, x->look, &x->out->identifiers, e));
    TRY(usage_erase(folder, &x->values, record, x->look, &x->out->used_names, e));
    return scrub_literature(x, record, e);
}

static status before_publishing(void *argument, const string_view *texts, size_t count,
                                struct error *e)
{
    struct scrubbing *x = argument;
    TRY(mentions_make(texts, count, x->arena, &x->values, e));
    // Media never change, so once is enough.
    TRY(erase_media(x->portal, texts, count, x->look, x->arena, &x->out->media, e));
    return scrub_by_values(x, e);
}

// Ends the erasure before anything is published.
static status only_look(void *argument, const string_view *texts, size_t count, struct error *e)
{
    struct scrubbing *x = argument;
    struct erase_result store = x->out->store;
    *x->out = (struct portal_erasure){.store = store}; // it may be asked several times
    TRY(before_publishing(x, texts, count, e));
    x->looked = true;
    return ST_OK;
}

// --- the whole -------------------------------------------------------------------------------

// The copy is made anew where it held the values, and SQLite gives no freed page back unwiped.
static status scrub_catalogue(const struct scrubbing *x, struct error *e)
{
    struct portal *p = x->portal;
    const struct erase_result *erased = &x->out->store;
    struct snapshot *s = NULL;
    if (uuid_compare(&x->request->table, &metadata_table) == 0) {
        TRY(catalogue_copy(p->catalogue, 0, NULL, 0, e));
    }
    TRY(store_snapshot(p->store, &s, e));
    status result = portal_fill_catalogue(p, s, e);
    snapshot_release(s);
    TRY(result);
    return catalogue_erase(p->catalogue, erased->texts, erased->text_count, e);
}

// Everything beside the store's files; what was written meanwhile of what is found by values too.
static status scrub(struct scrubbing *x, struct error *e)
{
    const char *folder = x->portal->folder;
    const struct erase_result *erased = &x->out->store;
    TRY(mentions_make(erased->texts, erased->text_count, x->arena, &x->values, e));
    TRY(erase_files(x->portal, x->request, &x->values, x->arena, &x->out->files, e));
    TRY(scrub_by_values(x, e));
    TRY(remove_damaged(x, e));
    TRY(kept_clear(folder, e));
    TRY(download_jobs_clear(folder, e));
    return scrub_catalogue(x, e);
}

static status erase(struct scrubbing *x, struct error *e)
{
    struct thread_pool *pool = NULL;
    struct erase_request request = *x->request;
    request.before = before_publishing;
    request.before_argument = x;
    TRY(thread_pool_create(thread_pool_processors(), 256, &pool, e));
    status result = store_erase(x->portal->store, &request, pool, x->arena, &x->out->store, e);
    thread_pool_destroy(pool);
    bool nothing_left = result == ST_UNCHANGED; // of an erasure that did not come to its end
    if (result != ST_OK && !nothing_left) {
        return result;
    }
    result = scrub(x, e);
    return result == ST_OK && nothing_left ? ST_UNCHANGED : result;
}

static status look(struct scrubbing *x, struct error *e)
{
    struct thread_pool *pool = NULL;
    struct erase_request request = *x->request;
    request.look = true;
    request.before = only_look;
    request.before_argument = x;
    TRY(thread_pool_create(thread_pool_processors(), 256, &pool, e));
    status result = store_erase(x->portal->store, &request, pool, x->arena, &x->out->store, e);
    thread_pool_destroy(pool);
    return result == ST_UNCHANGED && x->looked ? ST_OK : result;
}

static status settle(struct scrubbing *x, struct error *e)
{
    TRY(store_clean(x->portal->store, e));
    return scrub(x, e);
}

static status run(struct scrubbing *x, status (*what)(struct scrubbing *x, struct error *e),
                  struct error *e)
{
    *x->out = (struct portal_erasure){.report_lines = 0};
    TRY(portal_check_writable(x->portal, e));
    buffer_init(&x->key_member, (size_t)1 << 20);
    status result = what(x, e);
    buffer_release(&x->key_member);
    return result;
}

status portal_erase(struct portal *p, const struct erase_request *r, struct arena *arena,
                    struct portal_erasure *out, struct error *e)
{
    struct scrubbing x = {.portal = p, .request = r, .arena = arena, .out = out};
    return run(&x, erase, e);
}

status portal_erase_look(struct portal *p, const struct erase_request *r, struct arena *arena,
                         struct portal_erasure *out, struct error *e)
{
    struct scrubbing x = {.portal = p, .request = r, .arena = arena, .out = out, .look = true};
    return run(&x, look, e);
}

status portal_erase_settle(struct portal *p, const struct erase_request *r, struct error *e)
{
    struct portal_erasure nothing;
    struct arena arena;
    arena_init(&arena, 0);
    struct scrubbing x = {.portal = p, .request = r, .arena = &arena, .out = &nothing};
    status result = run(&x, settle, e);
    arena_release(&arena);
    return result;
}
