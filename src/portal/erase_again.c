// SPDX-License-Identifier: Apache-2.0
// Erasures of another data folder, one by one.
#include "portal/erase_again.h"

#include "portal/erase.h"

#define PLAIN "carried out again; erased first at %s"

struct replaying {
    struct portal *portal;
    const struct erase_again_request *request;
    struct erase_again_result *out;
    const struct erasure *erasure; // at hand
    struct arena arena;            // likewise
    struct snapshot *snapshot;     // likewise
    const struct record_version *versions;
    size_t version_count;
};

// --- what is here --------------------------------------------------------------------------------

static bool covers(const struct erased_record *here, const struct erased_record *asked)
{
    return uuid_compare(&here->table, &asked->table) == 0 && sv_equal(here->key, asked->key) &&
           (here->field.length == 0 || sv_equal(here->field, asked->field));
}

static bool has_row(const struct erased_record *r, uint32_t from)
{
    for (size_t i = 0; i < r->count; i++) {
        if (r->rows[i].from == from) {
            return true;
        }
    }
    return false;
}

// Whether an erasure in this folder's log covers the one at hand: for the row that began with
// `from`, or with 0 for all versions.
static bool is_covered(const struct replaying *x, uint32_t from)
{
    size_t count = 0;
    const struct commit *const *erasures = snapshot_erasures(x->snapshot, &count);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < erasures[i]->erased_count; k++) {
            const struct erased_record *here = &erasures[i]->erased[k];
            if (covers(here, &x->erasure->record) &&
                (from == 0 ? here->all_versions : has_row(here, from))) {
                return true;
            }
        }
    }
    return false;
}

static bool is_told(const struct erased_record *r, const struct sha256 *hash)
{
    for (size_t i = 0; i < r->count; i++) {
        if (sha256_equal(&r->rows[i].hash, hash)) {
            return true;
        }
    }
    return false;
}

// The next version, from place *at on, that lost the values there and not here; NULL: none.
static const struct record_version *next_whole(const struct replaying *x, size_t *at)
{
    while (*at < x->version_count) {
        const struct record_version *v = &x->versions[(*at)++];
        if (is_told(&x->erasure->record, &v->hash) && !is_covered(x, v->from)) {
            return v;
        }
    }
    return NULL;
}

static status look(struct replaying *x, struct error *e)
{
    struct record_version *versions = NULL;
    const struct erased_record *r = &x->erasure->record;
    TRY(store_snapshot(x->portal->store, &x->snapshot, e));
    TRY(snapshot_versions(x->snapshot, &scope_metadata, &r->table, r->key, &x->arena, &versions,
                          &x->version_count, e));
    x->versions = versions;
    return ST_OK;
}

// --- doing it ------------------------------------------------------------------------------------

static const char *text_of(struct replaying *x, string_view text)
{
    return arena_print(&x->arena, SV_FORMAT, SV_ARGUMENT(text)).bytes;
}

// Erases all versions (`version` 0) or one.
static status erase(struct replaying *x, uint32_t version, struct portal_erasure *done,
                    struct error *e)
{
    const struct erasure *first = x->erasure;
    char time[25];
    moment_to_text(first->time, time);
    struct erase_request r = {
        .table = first->record.table,
        .key = first->record.key,
        .version = version,
        .field = first->record.field,
        .author = x->request->author != NULL ? x->request->author : text_of(x, first->author),
        .message =
            arena_print(&x->arena, SV_FORMAT " (" PLAIN ")", SV_ARGUMENT(first->message), time)
                .bytes,
        .wait_seconds = x->request->wait_seconds,
        .even_if_absent = true,
    };
    if (r.author == NULL || r.message == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to erase again");
    }
    struct error refused = {0};
    status result = portal_erase(x->portal, &r, &x->arena, done, &refused);
    if (result == ST_INVALID) { // words that stand here only in what is to be erased
        r.author = x->request->fallback;
        r.message = arena_print(&x->arena, PLAIN, time).bytes;
        return r.message == NULL ? error_set(e, ST_NO_MEMORY, "no memory to erase again")
                                 : portal_erase(x->portal, &r, &x->arena, done, e);
    }
    if (result != ST_OK && e != NULL) {
        *e = refused;
    }
    return result;
}

static status count_done(struct replaying *x, uint32_t version, bool *any, struct error *e)
{
    struct portal_erasure done;
    if (x->request->dry_run) {
        *any = true;
        return ST_OK;
    }
    status result = erase(x, version, &done, e);
    if (result == ST_UNCHANGED) { // the version has nothing of the field
        error_clear(e);
        return ST_OK;
    }
    TRY(result);
    *any = *any || done.store.rows > 0;
    x->out->rows += done.store.rows;
    x->out->writers = done.store.writers;
    return ST_OK;
}

static status carry_out(struct replaying *x, struct error *e)
{
    const struct erased_record *r = &x->erasure->record;
    size_t at = 0;
    const struct record_version *v = next_whole(x, &at);
    bool all = r->all_versions && (v != NULL || !is_covered(x, 0));
    bool any = false;
    if (v == NULL && !all) {
        const struct erase_request done = {.table = r->table, .key = r->key};
        x->out->known++;
        return x->request->dry_run ? ST_OK : portal_erase_settle(x->portal, &done, e);
    }
    if (all && x->request->dry_run) {
        any = x->version_count > 0;
    } else if (all) {
        TRY(count_done(x, 0, &any, e));
    }
    for (; v != NULL && !all; v = next_whole(x, &at)) {
        TRY(count_done(x, v->from, &any, e));
    }
    x->out->done += any;
    x->out->noted += all && !any;
    x->out->known += !all && !any;
    return ST_OK;
}

static status replay_one(struct replaying *x, struct error *e)
{
    // Why a record was removed goes with the record.
    if (uuid_compare(&x->erasure->record.table, &removals_table) == 0) {
        return ST_OK;
    }
    arena_init(&x->arena, 0);
    status result = look(x, e);
    if (result == ST_OK) {
        result = carry_out(x, e);
    }
    snapshot_release(x->snapshot);
    x->snapshot = NULL;
    arena_release(&x->arena);
    return result;
}

status portal_erase_again(struct portal *p, const struct erase_again_request *r,
                          struct erase_again_result *out, struct error *e)
{
    struct replaying x = {.portal = p, .request = r, .out = out};
    *out = (struct erase_again_result){0};
    for (size_t i = 0; i < r->count; i++) {
        x.erasure = &r->erasures[i];
        TRY(replay_one(&x, e));
    }
    return ST_OK;
}
