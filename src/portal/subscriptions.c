// SPDX-License-Identifier: Apache-2.0
// One file for each; nothing is kept in memory, so that processes of one folder see the same.
#include "portal/subscriptions.h"

#include "base/file.h"
#include "base/uuid.h"

#include <errno.h>
#include <jansson.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER     "subscriptions"
#define LOCK       "lock"   // of a change of any file
#define TELLER     "worker" // of the process that tells
#define MOST_BYTES ((size_t)64 << 10)
#define UUID_BYTES ((size_t)36)

struct subscriptions {
    char folder[PATH_SIZE];
    pthread_mutex_t mutex; // guards `teller`
    int teller;            // lock of the process that tells; -1: another's
    atomic_bool added;
};

// --- one as JSON -----------------------------------------------------------------------------

static json_t *to_json(const struct subscription *s)
{
    return json_pack("{s:s%, s:s%, s:s%, s:s%, s:b, s:b, s:I, s:I, s:I, s:I}", "search",
                     s->search.bytes, s->search.length, "origin",
                     s->origin.bytes == NULL ? "" : s->origin.bytes, s->origin.length, "webhook",
                     s->webhook.bytes == NULL ? "" : s->webhook.bytes, s->webhook.length, "email",
                     s->email.bytes == NULL ? "" : s->email.bytes, s->email.length,
                     "askedToConfirm", s->asked_to_confirm, "confirmed", s->confirmed, "asked",
                     (json_int_t)s->asked, "told", (json_int_t)s->told, "nextTry",
                     (json_int_t)s->next_try, "failures", (json_int_t)s->failures);
}

static string_view text_of(const json_t *json, const char *name, struct arena *arena)
{
    const char *text = json_string_value(json_object_get(json, name));
    return text == NULL ? SV("") : arena_copy(arena, sv_from(text));
}

static int64_t number_of(const json_t *json, const char *name)
{
    return json_integer_value(json_object_get(json, name));
}

static void from_json(const json_t *json, struct arena *arena, struct subscription *out)
{
    *out = (struct subscription){
        .search = text_of(json, "search", arena),
        .origin = text_of(json, "origin", arena),
        .webhook = text_of(json, "webhook", arena),
        .email = text_of(json, "email", arena),
        .asked_to_confirm = json_is_true(json_object_get(json, "askedToConfirm")),
        .confirmed = json_is_true(json_object_get(json, "confirmed")),
        .asked = number_of(json, "asked"),
        .told = number_of(json, "told"),
        .next_try = number_of(json, "nextTry"),
        .failures = (uint32_t)number_of(json, "failures"),
    };
}

// --- files -----------------------------------------------------------------------------------

static status path_of(const struct subscriptions *s, string_view id, char out[PATH_SIZE],
                      struct error *e)
{
    char name[48];
    struct uuid uuid;
    if (id.length != UUID_BYTES || !uuid_from_lower(id, &uuid)) {
        return error_set(e, ST_NOT_FOUND, "there is no such subscription");
    }
    (void)snprintf(name, sizeof name, SV_FORMAT ".json", SV_ARGUMENT(id));
    return path_join(out, PATH_SIZE, s->folder, name, e);
}

static status lock_folder(const char *folder, int *lock, struct error *e)
{
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, folder, LOCK, e));
    return file_lock(path, lock, e);
}

static status write_file(const struct subscriptions *s, const struct subscription *one, bool is_new,
                         struct error *e)
{
    char path[PATH_SIZE];
    int lock = -1;
    TRY(path_of(s, sv_from(one->id), path, e));
    json_t *json = to_json(one);
    char *text = json == NULL ? NULL : json_dumps(json, JSON_INDENT(1));
    json_decref(json);
    if (text == NULL || strlen(text) > MOST_BYTES) {
        free(text);
        return error_set(e, ST_TOO_LARGE, "the search is too long, or is no UTF-8");
    }
    status result = lock_folder(s->folder, &lock, e);
    if (result == ST_OK && !is_new && !file_exists(path)) {
        result = error_set(e, ST_NOT_FOUND, "this subscription was ended");
    } else if (result == ST_OK) {
        result = file_replace(path, text, strlen(text), e);
    }
    file_unlock(lock);
    free(text);
    return result;
}

// The id of a subscription's file; false for other files.
static bool id_of(const char *name, struct uuid *out)
{
    string_view all = sv_from(name);
    return all.length == UUID_BYTES + 5 && sv_ends_with(all, SV(".json")) &&
           uuid_from_lower(sv_slice(all, 0, UUID_BYTES), out);
}

struct listing {
    struct arena *arena;
    char (*ids)[37]; // room for SUBSCRIPTIONS_MOST; NULL: only counted
    size_t count;
};

static status see_file(const char *name, void *argument)
{
    struct listing *l = argument;
    struct uuid id;
    if (id_of(name, &id) && l->count < SUBSCRIPTIONS_MOST) {
        if (l->ids != NULL) {
            uuid_to_text(&id, l->ids[l->count]);
        }
        l->count++;
    }
    return ST_OK;
}

// --- outside ---------------------------------------------------------------------------------

status subscriptions_open(const char *data_folder, struct subscriptions **out, struct error *e)
{
    struct subscriptions *s = calloc(1, sizeof *s);
    if (s == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for subscriptions");
    }
    s->teller = -1;
    (void)pthread_mutex_init(&s->mutex, NULL);
    status result = path_join(s->folder, sizeof s->folder, data_folder, FOLDER, e);
    if (result == ST_OK) {
        result = folder_make(s->folder, e);
    }
    if (result != ST_OK) {
        subscriptions_close(s);
        return result;
    }
    *out = s;
    return ST_OK;
}

void subscriptions_close(struct subscriptions *s)
{
    if (s != NULL) {
        file_unlock(s->teller);
        (void)pthread_mutex_destroy(&s->mutex);
        free(s);
    }
}

bool subscriptions_may_tell(struct subscriptions *s)
{
    char path[PATH_SIZE];
    (void)pthread_mutex_lock(&s->mutex);
    if (s->teller < 0 && path_join(path, sizeof path, s->folder, TELLER, NULL) == ST_OK &&
        file_try_lock(path, &s->teller, NULL) != ST_OK) {
        s->teller = -1;
    }
    bool may = s->teller >= 0;
    (void)pthread_mutex_unlock(&s->mutex);
    return may;
}

status subscriptions_add(struct subscriptions *s, struct subscription *one, struct error *e)
{
    struct listing all = {0};
    struct uuid id;
    TRY(folder_list(s->folder, see_file, &all, e));
    if (all.count >= SUBSCRIPTIONS_MOST) {
        return error_set(e, ST_TOO_LARGE, "there are too many subscriptions: follow the feed");
    }
    TRY(uuid_random(&id, e));
    uuid_to_text(&id, one->id);
    TRY(write_file(s, one, true, e));
    atomic_store(&s->added, true); // who looks now finds it
    return ST_OK;
}

status subscriptions_get(struct subscriptions *s, string_view id, struct arena *arena,
                         struct subscription *out, struct error *e)
{
    char path[PATH_SIZE];
    TRY(path_of(s, id, path, e));
    if (!file_exists(path)) {
        return error_set(e, ST_NOT_FOUND, "there is no such subscription, or it was ended");
    }
    json_t *json = json_load_file(path, 0, NULL);
    if (!json_is_object(json)) {
        json_decref(json);
        return error_set(e, ST_CORRUPT, "%s is damaged", path);
    }
    from_json(json, arena, out);
    json_decref(json);
    (void)snprintf(out->id, sizeof out->id, SV_FORMAT, SV_ARGUMENT(id));
    return ST_OK;
}

bool subscriptions_were_added(struct subscriptions *s)
{
    return atomic_exchange(&s->added, false);
}

status subscriptions_update(struct subscriptions *s, const struct subscription *one,
                            struct error *e)
{
    return write_file(s, one, false, e);
}

status subscriptions_remove(struct subscriptions *s, string_view id, struct error *e)
{
    char path[PATH_SIZE];
    int lock = -1;
    TRY(path_of(s, id, path, e));
    TRY(lock_folder(s->folder, &lock, e));
    status result = ST_OK;
    if (unlink(path) != 0) {
        result = errno == ENOENT ? error_set(e, ST_NOT_FOUND, "there is no such subscription")
                                 : error_set_errno(e, "cannot remove %s", path);
    }
    file_unlock(lock);
    return result;
}

status subscriptions_list(struct subscriptions *s, struct arena *arena, char (**out)[37],
                          size_t *count, struct error *e)
{
    struct listing all = {0};
    TRY(folder_list(s->folder, see_file, &all, e));
    struct listing listed = {.arena = arena};
    listed.ids = arena_alloc_array(arena, SUBSCRIPTIONS_MOST, sizeof *listed.ids);
    if (listed.ids == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for subscriptions");
    }
    TRY(folder_list(s->folder, see_file, &listed, e));
    *out = listed.ids;
    *count = listed.count;
    return ST_OK;
}

// --- erasing ---------------------------------------------------------------------------------

struct erasing {
    char folder[PATH_SIZE];
    const struct mentions *values;
    bool look; // count, change nothing
    uint64_t *count;
    struct error *e;
};

static status erase_file(const char *name, void *argument)
{
    struct erasing *x = argument;
    char path[PATH_SIZE];
    struct uuid id;
    if (!id_of(name, &id)) {
        return ST_OK;
    }
    TRY(path_join(path, sizeof path, x->folder, name, x->e));
    json_t *json = json_load_file(path, 0, NULL);
    const char *text = json_string_value(json_object_get(json, "search"));
    string_view search = text == NULL ? SV("") : sv_from(text);
    bool goes = text == NULL || mentions_in_bytes(x->values, search);
    status result = mentions_in_words(x->values, search, &goes, x->e);
    json_decref(json);
    if (result != ST_OK || !goes) {
        return result;
    }
    *x->count += 1;
    return x->look || unlink(path) == 0 ? ST_OK : error_set_errno(x->e, "cannot remove %s", path);
}

status subscriptions_erase(const char *data_folder, const struct mentions *values, bool look,
                           uint64_t *count, struct error *e)
{
    struct erasing x = {.values = values, .look = look, .count = count, .e = e};
    TRY(path_join(x.folder, sizeof x.folder, data_folder, FOLDER, e));
    return folder_list_locked(x.folder, LOCK, erase_file, &x, e);
}
