// SPDX-License-Identifier: Apache-2.0
// Opening, asking, forgetting.
#include "database/database.h"

#define BUSY_MILLISECONDS 10000
#define FORGETTING        "forget what was erased"

static status status_of(int code)
{
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ST_CORRUPT;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ST_IO;
    default:
        return ST_INTERNAL;
    }
}

status database_error(const struct database *d, const char *doing, struct error *e)
{
    int code = d->handle == NULL ? SQLITE_CANTOPEN : sqlite3_errcode(d->handle);
    const char *words = d->handle == NULL ? "no memory" : sqlite3_errmsg(d->handle);
    return d->path == NULL
               ? error_set(e, status_of(code), "%s cannot %s: %s", d->name, doing, words)
               : error_set(e, status_of(code), "%s (%s) cannot %s: %s", d->name, d->path, doing,
                           words);
}

status database_run(struct database *d, const char *sql, const char *doing, struct error *e)
{
    return sqlite3_exec(d->handle, sql, NULL, NULL, NULL) == SQLITE_OK
               ? ST_OK
               : database_error(d, doing, e);
}

status database_prepare(struct database *d, const char *sql, sqlite3_stmt **out, struct error *e)
{
    return sqlite3_prepare_v2(d->handle, sql, -1, out, NULL) == SQLITE_OK
               ? ST_OK
               : database_error(d, "be asked", e);
}

status database_finish(struct database *d, sqlite3_stmt *statement, const char *doing,
                       struct error *e)
{
    status result = sqlite3_step(statement) == SQLITE_DONE ? ST_OK : database_error(d, doing, e);
    (void)sqlite3_finalize(statement);
    return result;
}

status database_number(struct database *d, const char *sql, int64_t *out, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(d, sql, &s, e));
    status result = ST_OK;
    if (sqlite3_step(s) == SQLITE_ROW) {
        *out = sqlite3_column_int64(s, 0);
    } else {
        result = database_error(d, "be read", e);
    }
    (void)sqlite3_finalize(s);
    return result;
}

void database_bind_text(sqlite3_stmt *statement, int at, string_view text)
{
    (void)sqlite3_bind_text64(statement, at, text.bytes == NULL ? "" : text.bytes, text.length,
                              SQLITE_TRANSIENT, SQLITE_UTF8);
}

void database_bind_optional(sqlite3_stmt *statement, int at, string_view text)
{
    if (text.length == 0) {
        (void)sqlite3_bind_null(statement, at);
    } else {
        database_bind_text(statement, at, text);
    }
}

string_view database_text(sqlite3_stmt *statement, int at, struct arena *arena)
{
    const char *bytes = (const char *)sqlite3_column_text(statement, at);
    size_t length = (size_t)sqlite3_column_bytes(statement, at);
    return bytes == NULL || length == 0 ? SV("") : arena_copy(arena, (string_view){bytes, length});
}

// --- the file --------------------------------------------------------------------------------

status database_open(struct database *d, const char *path, int flags, struct error *e)
{
    if (sqlite3_open_v2(path, &d->handle, flags, NULL) != SQLITE_OK) {
        return database_error(d, "be opened", e);
    }
    (void)sqlite3_busy_timeout(d->handle, BUSY_MILLISECONDS);
    return database_run(d, "PRAGMA trusted_schema = OFF", "be opened", e);
}

void database_close(struct database *d)
{
    (void)sqlite3_close_v2(d->handle);
    d->handle = NULL;
}

status database_check(struct database *d, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(d, "PRAGMA quick_check(1)", &s, e));
    status result = ST_OK;
    if (sqlite3_step(s) != SQLITE_ROW) {
        result = database_error(d, "be checked", e);
    } else if (!sv_equal(sv_from((const char *)sqlite3_column_text(s, 0)), SV("ok"))) {
        result = error_set(e, ST_CORRUPT, "%s is damaged: %s", d->name,
                           (const char *)sqlite3_column_text(s, 0));
    }
    (void)sqlite3_finalize(s);
    return result;
}

status database_wipe(struct database *d, struct error *e)
{
    return database_run(d, "PRAGMA secure_delete = ON", FORGETTING, e);
}

status database_forget(struct database *d, struct error *e)
{
    return database_run(d, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)", FORGETTING, e);
}
