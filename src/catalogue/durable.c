// SPDX-License-Identifier: Apache-2.0
// Opens, checks, begins; statements are prepared for each call, as calls are rare.
#include "catalogue/durable.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

status durable_begin(struct durable *d, struct error *e)
{
    return database_run(&d->database, "BEGIN IMMEDIATE", "be locked", e);
}

status durable_end(struct durable *d, status result, struct error *e)
{
    if (result == ST_OK) {
        result = database_run(&d->database, "COMMIT", "be written", e);
    }
    if (result != ST_OK) {
        (void)sqlite3_exec(d->database.handle, "ROLLBACK", NULL, NULL, NULL);
    }
    return result;
}

// --- opening ---------------------------------------------------------------------------------

static status begin_schema(struct durable *d, struct error *e)
{
    int64_t version = 0;
    char pragma[64];
    TRY(durable_begin(d, e));
    (void)snprintf(pragma, sizeof pragma, "PRAGMA user_version = %d", d->kind->version);
    status result = database_number(&d->database, "PRAGMA user_version", &version, e);
    if (result == ST_OK && version == 0) {
        result = database_run(&d->database, d->kind->schema, "be begun", e);
        result = result != ST_OK ? result : database_run(&d->database, pragma, "be begun", e);
    }
    return durable_end(d, result, e);
}

static status check_sound(struct durable *d, struct error *e)
{
    int64_t version = 0;
    TRY(database_number(&d->database, "PRAGMA user_version", &version, e));
    if (version > d->kind->version) {
        return error_set(e, ST_CONFLICT,
                         "%s was written by a newer program (schema %d, this one knows %d)",
                         d->path, (int)version, d->kind->version);
    }
    status result = database_check(&d->database, e);
    return result != ST_CORRUPT
               ? result
               : error_set(e, ST_CORRUPT,
                           "%s is damaged: %s, so it is not made anew; put a copy of it in its "
                           "place",
                           d->path, d->kind->loss);
}

static status open_database(struct durable *d, struct error *e)
{
    int flags = SQLITE_OPEN_FULLMUTEX |
                (d->writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    bool is_new = !file_exists(d->path);
    TRY(database_open(&d->database, d->path, flags, e));
    TRY(check_sound(d, e));
    if (d->writable) {
        int64_t version = 0;
        TRY(database_run(&d->database, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA",
                         "be opened", e));
        TRY(database_wipe(&d->database, e));
        TRY(database_number(&d->database, "PRAGMA user_version", &version, e));
        return is_new || version == 0 ? begin_schema(d, e) : ST_OK;
    }
    return ST_OK;
}

status durable_be_open(struct durable *d, bool make, bool *there, struct error *e)
{
    status result = ST_OK;
    (void)pthread_mutex_lock(&d->mutex);
    if (d->database.handle == NULL && (make || file_exists(d->path))) {
        result = open_database(d, e);
        if (result != ST_OK) {
            database_close(&d->database);
        }
    }
    *there = d->database.handle != NULL;
    (void)pthread_mutex_unlock(&d->mutex);
    return result;
}

bool durable_ask(struct durable *d, status none, status *result, struct error *e)
{
    bool there = false;
    (void)pthread_mutex_lock(&d->mutex);
    *result = durable_be_open(d, false, &there, e);
    if (*result == ST_OK && there) {
        return true;
    }
    *result = *result == ST_OK ? none : *result;
    (void)pthread_mutex_unlock(&d->mutex);
    return false;
}

void durable_asked(struct durable *d)
{
    (void)pthread_mutex_unlock(&d->mutex);
}

static status open_in(struct durable *d, const char *folder, struct error *e)
{
    bool there = false;
    TRY(path_join(d->path, sizeof d->path, folder, d->kind->file, e));
    d->writable =
        access(folder, W_OK | X_OK) == 0 && (!file_exists(d->path) || access(d->path, W_OK) == 0);
    return durable_be_open(d, false, &there, e);
}

status durable_open(size_t size, const struct durable_kind *kind, const char *folder, void **out,
                    struct error *e)
{
    struct durable *d = calloc(1, MAX(size, sizeof *d));
    pthread_mutexattr_t recursive;
    if (d == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for %s", kind->name);
    }
    d->kind = kind;
    d->database = (struct database){.name = kind->name, .path = d->path};
    (void)pthread_mutexattr_init(&recursive);
    (void)pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
    (void)pthread_mutex_init(&d->mutex, &recursive);
    (void)pthread_mutexattr_destroy(&recursive);
    status result = open_in(d, folder, e);
    if (result != ST_OK) {
        durable_close(d);
        return result;
    }
    *out = d;
    return ST_OK;
}

void durable_close(struct durable *d)
{
    if (d != NULL) {
        database_close(&d->database);
        (void)pthread_mutex_destroy(&d->mutex);
        free(d);
    }
}
