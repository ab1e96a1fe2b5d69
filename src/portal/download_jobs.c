// SPDX-License-Identifier: Apache-2.0
// Two threads: one makes, one tells, so that a receiver who does not answer holds up no download.
#include "portal/download_jobs.h"

#include "base/file.h"
#include "base/log.h"
#include "base/uuid.h"

#include <errno.h>
#include <jansson.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define FOLDER     "downloads"
#define LOCK       "lock"   // of a change of any file
#define MAKER      "worker" // of the process that makes
#define MOST       ((size_t)1000)
#define MOST_BYTES ((size_t)1 << 20) // of a file
#define DAY        ((moment)24 * 3600 * 1000)
#define FIRST_WAIT ((moment)1000) // milliseconds until a notice is tried again
#define STARTS     3              // after so many a job that ends the server is given up

static const char *const state_names[] = {"waiting", "making", "ready", "failed"};

struct item {
    char id[37];
    json_t *json; // owned: all that is written down
    uint64_t client;
    moment next_try;
};

struct download_job_work {
    struct download_jobs *jobs;
    atomic_ullong made;
    atomic_bool given_up;
    char id[37]; // of what is being made; "" for nothing
};

struct download_jobs {
    char folder[PATH_SIZE];
    struct download_job_calls calls;
    pthread_mutex_t mutex; // guards the rest
    pthread_cond_t changed;
    struct item *items; // owned, MOST of them, by the moment they were asked at
    size_t count;
    struct download_job_work work;
    bool stopping;
    pthread_t maker;
    pthread_t teller;
    bool making;
    bool telling;
};

const char *download_job_state_name(enum download_job_state state)
{
    return state_names[state];
}

// --- one job as JSON -------------------------------------------------------------------------

static string_view text_of(const json_t *json, const char *name, struct arena *arena)
{
    const char *text = json_string_value(json_object_get(json, name));
    return text == NULL ? SV("") : arena_copy(arena, sv_from(text));
}

static int64_t number_of(const json_t *json, const char *name)
{
    return json_integer_value(json_object_get(json, name));
}

static enum download_job_state state_of(const json_t *json)
{
    const char *text = json_string_value(json_object_get(json, "state"));
    for (size_t i = 0; text != NULL && i < ARRAY_LENGTH(state_names); i++) {
        if (strcmp(text, state_names[i]) == 0) {
            return (enum download_job_state)i;
        }
    }
    return DOWNLOAD_FAILED;
}

static void set_state(json_t *json, enum download_job_state state)
{
    (void)json_object_set_new(json, "state", json_string(state_names[state]));
}

static void set_number(json_t *json, const char *name, int64_t value)
{
    (void)json_object_set_new(json, name, json_integer(value));
}

static void set_text(json_t *json, const char *name, string_view text)
{
    if (text.length > 0) {
        (void)json_object_set_new(json, name, json_stringn(text.bytes, text.length));
    } else {
        (void)json_object_del(json, name);
    }
}

static bool is_ended(const json_t *json)
{
    return state_of(json) >= DOWNLOAD_READY;
}

static bool is_to_be_told(const json_t *json)
{
    return is_ended(json) &&
           (json_object_get(json, "webhook") != NULL || json_object_get(json, "email") != NULL);
}

static void read_job(const struct item *item, struct arena *arena, struct download_job *out)
{
    const json_t *json = item->json;
    *out = (struct download_job){
        .state = state_of(json),
        .download = text_of(json, "download", arena),
        .host = text_of(json, "host", arena),
        .secure = json_is_true(json_object_get(json, "secure")),
        .asked = number_of(json, "asked"),
        .ended = number_of(json, "ended"),
        .until = number_of(json, "until"),
        .records = (uint64_t)number_of(json, "records"),
        .expected = (uint64_t)number_of(json, "expected"),
        .made = (uint64_t)number_of(json, "made"),
        .trouble = text_of(json, "trouble", arena),
        .webhook = text_of(json, "webhook", arena),
        .email = text_of(json, "email", arena),
    };
    memcpy(out->id, item->id, sizeof out->id);
}

static json_t *write_job(const struct download_job *job)
{
    json_t *json = json_object();
    set_state(json, DOWNLOAD_WAITING);
    set_text(json, "download", job->download);
    set_text(json, "host", job->host);
    (void)json_object_set_new(json, "secure", json_boolean(job->secure));
    set_number(json, "asked", clock_now());
    set_number(json, "records", (int64_t)job->records);
    set_number(json, "expected", (int64_t)job->expected);
    set_text(json, "webhook", job->webhook);
    set_text(json, "email", job->email);
    return json;
}

// --- files -----------------------------------------------------------------------------------

static status path_of(const struct download_jobs *jobs, const char *id, char out[PATH_SIZE],
                      struct error *e)
{
    char name[48];
    (void)snprintf(name, sizeof name, "%s.json", id);
    return path_join(out, PATH_SIZE, jobs->folder, name, e);
}

// Under the lock of the folder: what an erasure removed does not come back.
static status write_file(const struct download_jobs *jobs, const struct item *item, bool is_new,
                         struct error *e)
{
    char path[PATH_SIZE];
    char lock_path[PATH_SIZE];
    int lock = -1;
    TRY(path_of(jobs, item->id, path, e));
    TRY(path_join(lock_path, sizeof lock_path, jobs->folder, LOCK, e));
    char *text = json_dumps(item->json, JSON_INDENT(1));
    if (text == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a prepared download");
    }
    status result = file_lock(lock_path, &lock, e);
    if (result == ST_OK && !is_new && !file_exists(path)) {
        result = error_set(e, ST_NOT_FOUND, "this prepared download was removed");
    } else if (result == ST_OK) {
        result = file_replace(path, text, strlen(text), e);
    }
    file_unlock(lock);
    free(text);
    return result;
}

static void forget(struct download_jobs *jobs, size_t at)
{
    char path[PATH_SIZE];
    if (path_of(jobs, jobs->items[at].id, path, NULL) == ST_OK) {
        (void)unlink(path);
    }
    json_decref(jobs->items[at].json);
    jobs->count--;
    memmove(&jobs->items[at], &jobs->items[at + 1], (jobs->count - at) * sizeof *jobs->items);
}

// Writes a change down; one that was removed meanwhile is forgotten.
static void save(struct download_jobs *jobs, size_t at)
{
    struct error trouble = {0};
    status result = write_file(jobs, &jobs->items[at], false, &trouble);
    if (result == ST_NOT_FOUND) {
        forget(jobs, at);
    } else if (result != ST_OK) {
        log_message(LOG_WARNING, "a prepared download: %s", trouble.message);
    }
}

static size_t place_of(const struct download_jobs *jobs, string_view id)
{
    size_t at = 0;
    while (at < jobs->count && !sv_equal(id, sv_from(jobs->items[at].id))) {
        at++;
    }
    return at;
}

// What was being made when its process ended is begun again, a few times.
static void begin_again(json_t *json)
{
    if (state_of(json) != DOWNLOAD_MAKING) {
        return;
    }
    set_state(json, DOWNLOAD_WAITING);
    if (number_of(json, "starts") >= STARTS) {
        set_state(json, DOWNLOAD_FAILED);
        set_text(json, "trouble", SV("the server ended while it was made, several times"));
        set_number(json, "ended", clock_now());
        set_number(json, "until", clock_now() + DOWNLOAD_JOBS_DAYS * DAY);
    }
}

static status read_file(const char *name, void *argument)
{
    struct download_jobs *jobs = argument;
    char path[PATH_SIZE];
    struct uuid id;
    string_view all = sv_from(name);
    string_view stem = sv_slice(all, 0, UUID_TEXT);
    if (jobs->count == MOST || all.length != UUID_TEXT + 5 || !sv_ends_with(all, SV(".json")) ||
        !uuid_from_lower(stem, &id) || place_of(jobs, stem) < jobs->count) {
        return ST_OK;
    }
    TRY(path_join(path, sizeof path, jobs->folder, name, NULL));
    json_t *json = json_load_file(path, 0, NULL);
    if (!json_is_object(json)) {
        json_decref(json);
        return ST_OK;
    }
    begin_again(json);
    struct item *item = &jobs->items[jobs->count++];
    *item = (struct item){.json = json};
    uuid_to_text(&id, item->id);
    return ST_OK;
}

static void read_files(struct download_jobs *jobs)
{
    struct error trouble = {0};
    if (folder_list(jobs->folder, read_file, jobs, &trouble) != ST_OK) {
        log_message(LOG_WARNING, "prepared downloads: %s", trouble.message);
    }
}

static void forget_old(struct download_jobs *jobs)
{
    for (size_t at = jobs->count; at-- > 0;) {
        int64_t until = number_of(jobs->items[at].json, "until");
        if (until > 0 && until < clock_now()) {
            forget(jobs, at);
        }
    }
}

// --- making ----------------------------------------------------------------------------------

void download_job_progress(struct download_job_work *work, uint64_t made)
{
    atomic_store(&work->made, made);
}

bool download_job_given_up(void *argument)
{
    struct download_job_work *work = argument;
    return atomic_load(&work->given_up);
}

// A second, or less when something changes; under the mutex.
static void wait_a_while(struct download_jobs *jobs)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    (void)pthread_cond_timedwait(&jobs->changed, &jobs->mutex, &until);
}

static size_t next_waiting(const struct download_jobs *jobs)
{
    size_t found = jobs->count;
    for (size_t at = 0; at < jobs->count; at++) {
        const json_t *json = jobs->items[at].json;
        if (state_of(json) == DOWNLOAD_WAITING &&
            (found == jobs->count ||
             number_of(json, "asked") < number_of(jobs->items[found].json, "asked"))) {
            found = at;
        }
    }
    return found;
}

// Under the mutex, as all of these.
static void end_job(struct download_jobs *jobs, const char *id, status result,
                    const struct error *trouble)
{
    size_t at = place_of(jobs, sv_from(id));
    if (at == jobs->count) {
        return; // removed while it was made
    }
    json_t *json = jobs->items[at].json;
    if (result == ST_CANCELLED) {
        set_state(json, DOWNLOAD_WAITING); // the server stops
    } else {
        set_state(json, result == ST_OK ? DOWNLOAD_READY : DOWNLOAD_FAILED);
        set_text(json, "trouble", result == ST_OK ? SV("") : sv_from(trouble->message));
        set_number(json, "made", (int64_t)atomic_load(&jobs->work.made));
        set_number(json, "ended", clock_now());
        set_number(json, "until", clock_now() + DOWNLOAD_JOBS_DAYS * DAY);
    }
    (void)json_object_del(json, "starts");
    save(jobs, at);
}

// Gives the mutex away while it works.
static void make_one(struct download_jobs *jobs, size_t at)
{
    struct arena arena;
    struct download_job job;
    struct error trouble = {0};
    json_t *json = jobs->items[at].json;
    arena_init(&arena, 0);
    set_state(json, DOWNLOAD_MAKING);
    set_number(json, "starts", number_of(json, "starts") + 1);
    read_job(&jobs->items[at], &arena, &job);
    memcpy(jobs->work.id, job.id, sizeof job.id);
    atomic_store(&jobs->work.made, 0);
    atomic_store(&jobs->work.given_up, jobs->stopping);
    save(jobs, at);
    (void)pthread_mutex_unlock(&jobs->mutex);
    status result = jobs->calls.make(jobs->calls.context, &job, &jobs->work, &trouble);
    (void)pthread_mutex_lock(&jobs->mutex);
    end_job(jobs, job.id, result, &trouble);
    jobs->work.id[0] = '\0';
    (void)pthread_cond_broadcast(&jobs->changed);
    arena_release(&arena);
}

// What another process wrote down is found here, too.
static void *make_all(void *argument)
{
    struct download_jobs *jobs = argument;
    char path[PATH_SIZE];
    int lock = -1;
    (void)snprintf(path, sizeof path, "%.*s/" MAKER, PATH_SIZE - 16, jobs->folder);
    (void)pthread_mutex_lock(&jobs->mutex);
    while (!jobs->stopping) {
        struct error ignored = {0};
        bool mine = lock >= 0 || file_try_lock(path, &lock, &ignored) == ST_OK;
        forget_old(jobs);
        if (mine) {
            read_files(jobs);
        }
        size_t at = mine ? next_waiting(jobs) : jobs->count;
        if (at < jobs->count) {
            make_one(jobs, at);
        } else {
            wait_a_while(jobs);
        }
    }
    (void)pthread_mutex_unlock(&jobs->mutex);
    file_unlock(lock);
    return NULL;
}

// --- telling ---------------------------------------------------------------------------------

static size_t next_to_tell(const struct download_jobs *jobs)
{
    size_t at = 0;
    while (at < jobs->count &&
           !(is_to_be_told(jobs->items[at].json) && jobs->items[at].next_try <= clock_now())) {
        at++;
    }
    return at;
}

static void note_told(struct download_jobs *jobs, const char *id, bool told)
{
    size_t at = place_of(jobs, sv_from(id));
    if (at == jobs->count) {
        return;
    }
    json_t *json = jobs->items[at].json;
    int64_t tries = number_of(json, "tries") + 1;
    set_number(json, "tries", tries);
    jobs->items[at].next_try = clock_now() + (FIRST_WAIT << (2 * (tries - 1)));
    if (told || tries >= DOWNLOAD_JOB_TRIES) { // rule E4: used, and gone
        set_text(json, "webhook", SV(""));
        set_text(json, "email", SV(""));
    }
    save(jobs, at);
}

static void *tell_all(void *argument)
{
    struct download_jobs *jobs = argument;
    (void)pthread_mutex_lock(&jobs->mutex);
    while (!jobs->stopping) {
        size_t at = next_to_tell(jobs);
        if (at == jobs->count) {
            wait_a_while(jobs);
            continue;
        }
        struct arena arena;
        struct download_job job;
        struct error trouble = {0};
        arena_init(&arena, 0);
        read_job(&jobs->items[at], &arena, &job);
        (void)pthread_mutex_unlock(&jobs->mutex);
        status result = jobs->calls.tell(jobs->calls.context, &job, &trouble);
        if (result != ST_OK) {
            log_message(LOG_INFO, "a notice of a prepared download: %s", trouble.message);
        }
        (void)pthread_mutex_lock(&jobs->mutex);
        note_told(jobs, job.id, result == ST_OK);
        arena_release(&arena);
    }
    (void)pthread_mutex_unlock(&jobs->mutex);
    return NULL;
}

// --- the list --------------------------------------------------------------------------------

status download_jobs_open(const char *data_folder, const struct download_job_calls *calls,
                          struct download_jobs **out, struct error *e)
{
    struct download_jobs *jobs = calloc(1, sizeof *jobs);
    if (jobs == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to prepare downloads");
    }
    jobs->calls = *calls;
    jobs->work.jobs = jobs;
    (void)pthread_mutex_init(&jobs->mutex, NULL);
    (void)pthread_cond_init(&jobs->changed, NULL);
    jobs->items = calloc(MOST, sizeof *jobs->items);
    status result = jobs->items == NULL
                        ? error_set(e, ST_NO_MEMORY, "no memory to prepare downloads")
                        : path_join(jobs->folder, sizeof jobs->folder, data_folder, FOLDER, e);
    if (result == ST_OK) {
        result = folder_make(jobs->folder, e);
    }
    if (result == ST_OK) {
        read_files(jobs);
        jobs->making = pthread_create(&jobs->maker, NULL, make_all, jobs) == 0;
        jobs->telling = pthread_create(&jobs->teller, NULL, tell_all, jobs) == 0;
        result = jobs->making && jobs->telling
                     ? ST_OK
                     : error_set(e, ST_NO_MEMORY, "cannot start a thread");
    }
    if (result != ST_OK) {
        download_jobs_close(jobs);
        return result;
    }
    *out = jobs;
    return ST_OK;
}

void download_jobs_close(struct download_jobs *jobs)
{
    if (jobs == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&jobs->mutex);
    jobs->stopping = true;
    atomic_store(&jobs->work.given_up, true);
    (void)pthread_cond_broadcast(&jobs->changed);
    (void)pthread_mutex_unlock(&jobs->mutex);
    if (jobs->making) {
        (void)pthread_join(jobs->maker, NULL);
    }
    if (jobs->telling) {
        (void)pthread_join(jobs->teller, NULL);
    }
    for (size_t i = 0; i < jobs->count; i++) {
        json_decref(jobs->items[i].json);
    }
    free(jobs->items);
    (void)pthread_cond_destroy(&jobs->changed);
    (void)pthread_mutex_destroy(&jobs->mutex);
    free(jobs);
}

static status check_room(const struct download_jobs *jobs, uint64_t client, struct error *e)
{
    size_t waiting = 0;
    size_t own = 0;
    for (size_t i = 0; i < jobs->count; i++) {
        bool open = !is_ended(jobs->items[i].json);
        waiting += open;
        own += open && jobs->items[i].client == client;
    }
    if (own >= DOWNLOAD_JOBS_EACH) {
        return error_set(e, ST_REFUSED,
                         "%zu of your downloads are being prepared: ask for more when one is ready",
                         own);
    }
    return waiting >= DOWNLOAD_JOBS_WAITING || jobs->count == MOST
               ? error_set(e, ST_TOO_LARGE,
                           "too many downloads are being prepared: ask again in a while, or "
                           "download at once")
               : ST_OK;
}

status download_jobs_add(struct download_jobs *jobs, const struct download_job *asked,
                         uint64_t client, char id[37], struct error *e)
{
    struct uuid uuid;
    struct item item = {.client = client};
    TRY(uuid_random(&uuid, e));
    uuid_to_text(&uuid, item.id);
    (void)pthread_mutex_lock(&jobs->mutex);
    status result = check_room(jobs, client, e);
    if (result == ST_OK) {
        item.json = write_job(asked);
        result = write_file(jobs, &item, true, e);
    }
    if (result == ST_OK) {
        jobs->items[jobs->count++] = item;
        memcpy(id, item.id, sizeof item.id);
        (void)pthread_cond_broadcast(&jobs->changed);
    } else {
        json_decref(item.json);
    }
    (void)pthread_mutex_unlock(&jobs->mutex);
    return result;
}

static status not_found(struct error *e)
{
    return error_set(e, ST_NOT_FOUND,
                     "there is no such prepared download; they are forgotten after %d days",
                     DOWNLOAD_JOBS_DAYS);
}

// The place of one that is still there.
static size_t find(struct download_jobs *jobs, string_view id)
{
    char path[PATH_SIZE];
    size_t at = place_of(jobs, id);
    if (at == jobs->count) {
        read_files(jobs); // another process may have taken it
        at = place_of(jobs, id);
    }
    bool here = at < jobs->count && path_of(jobs, jobs->items[at].id, path, NULL) == ST_OK &&
                file_exists(path);
    return here ? at : jobs->count;
}

status download_jobs_get(struct download_jobs *jobs, string_view id, struct arena *arena,
                         struct download_job *out, struct error *e)
{
    (void)pthread_mutex_lock(&jobs->mutex);
    size_t at = find(jobs, id);
    bool found = at < jobs->count;
    if (found) {
        read_job(&jobs->items[at], arena, out);
        if (strcmp(jobs->work.id, out->id) == 0) {
            out->made = atomic_load(&jobs->work.made);
        }
    }
    (void)pthread_mutex_unlock(&jobs->mutex);
    return found ? ST_OK : not_found(e);
}

status download_jobs_remove(struct download_jobs *jobs, string_view id, struct error *e)
{
    (void)pthread_mutex_lock(&jobs->mutex);
    size_t at = find(jobs, id);
    bool found = at < jobs->count;
    if (found) {
        if (strcmp(jobs->work.id, jobs->items[at].id) == 0) {
            atomic_store(&jobs->work.given_up, true);
        }
        forget(jobs, at);
    }
    (void)pthread_mutex_unlock(&jobs->mutex);
    return found ? ST_OK : not_found(e);
}

// --- erasing ---------------------------------------------------------------------------------

status download_jobs_clear(const char *data_folder, struct error *e)
{
    char folder[PATH_SIZE];
    TRY(path_join(folder, sizeof folder, data_folder, FOLDER, e));
    return folder_clear(folder, LOCK, MAKER, e);
}
