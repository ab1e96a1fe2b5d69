// SPDX-License-Identifier: Apache-2.0
// Opening, migrating, copying, searching, jobs.
#include "catalogue/catalogue.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/fold.h"
#include "base/log.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "catalogue/migrations.h"
#include "database/database.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct catalogue {
    struct database database;
    pthread_mutex_t mutex;
};

static status migrate_one(struct catalogue *c, int number, struct error *e)
{
    char pragma[64];
    (void)snprintf(pragma, sizeof pragma, "PRAGMA user_version = %d", number);
    TRY(database_run(&c->database, migrations_step(number), "bring its schema up to date", e));
    return database_run(&c->database, pragma, "bring its schema up to date", e);
}

// In one transaction, so that two programs opening at once do it once.
static status migrate(struct catalogue *c, struct error *e)
{
    int64_t found = 0;
    TRY(database_run(&c->database, "BEGIN IMMEDIATE", "lock itself", e));
    status result = database_number(&c->database, "PRAGMA user_version", &found, e);
    int version = (int)found;
    if (result == ST_OK && version > migrations_count()) {
        result =
            error_set(e, ST_CONFLICT,
                      "the catalogue was written by a newer program (schema %d, this one knows %d)",
                      version, migrations_count());
    }
    for (int number = version + 1; result == ST_OK && number <= migrations_count(); number++) {
        result = migrate_one(c, number, e);
    }
    if (result != ST_OK) {
        (void)sqlite3_exec(c->database.handle, "ROLLBACK", NULL, NULL, NULL);
        return result;
    }
    return database_run(&c->database, "COMMIT", "bring its schema up to date", e);
}

// Whether the file, and its folder, where SQLite keeps its log, can be written.
static bool is_writable(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - path);
    char folder[PATH_SIZE];
    (void)snprintf(folder, sizeof folder, "%.*s", slash == NULL ? 1 : (int)length,
                   slash == NULL ? "." : path);
    return access(folder[0] == '\0' ? "/" : folder, W_OK | X_OK) == 0 &&
           (!file_exists(path) || access(path, W_OK) == 0);
}

static bool backup(struct catalogue *c, const char *address)
{
    sqlite3 *file = NULL;
    int code = sqlite3_open_v2(address, &file, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    sqlite3_backup *copying =
        code == SQLITE_OK ? sqlite3_backup_init(c->database.handle, "main", file, "main") : NULL;
    bool whole = copying != NULL && sqlite3_backup_step(copying, -1) == SQLITE_DONE;
    whole = (copying == NULL || sqlite3_backup_finish(copying) == SQLITE_OK) && whole;
    (void)sqlite3_close_v2(file);
    return whole;
}

// A copy in memory of a file that cannot be written. It is read without SQLite's locks, which are
// files; where that gives nothing sound, the catalogue begins empty.
static status open_copy(struct catalogue *c, const char *path, struct error *e)
{
    struct buffer address;
    buffer_init(&address, 4 * PATH_SIZE);
    buffer_append_view(&address, SV("file:"));
    percent_encode(&address, sv_from(path));
    buffer_append_view(&address, SV("?immutable=1"));
    buffer_append_byte(&address, '\0');
    status result = buffer_check(&address, "the catalogue's path", e);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_FULLMUTEX;
    if (result == ST_OK) {
        result = database_open(&c->database, ":memory:", flags, e);
    }
    struct error damage = {0};
    if (result == ST_OK && file_exists(path) &&
        (!backup(c, address.bytes) || database_check(&c->database, &damage) != ST_OK)) {
        database_close(&c->database);
        result = database_open(&c->database, ":memory:", flags, e);
    }
    buffer_release(&address);
    return result;
}

static status open_file(struct catalogue *c, const char *path, struct error *e)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
    TRY(database_open(&c->database, path, flags, e));
    return database_run(&c->database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
                        "be opened", e);
}

static status open_sound(struct catalogue *c, const char *path, struct error *e)
{
    TRY(open_file(c, path, e));
    return database_check(&c->database, e);
}

// Moves a damaged file aside, and SQLite's log of it away.
static status set_aside(const char *path, struct error *e)
{
    char aside[PATH_SIZE + 16];
    char log[PATH_SIZE + 16];
    static const char *const logs[] = {"-wal", "-shm", "-journal"};
    (void)snprintf(aside, sizeof aside, "%s" CATALOGUE_DAMAGED, path);
    if (rename(path, aside) != 0) {
        return error_set(e, ST_IO, "%s is damaged and cannot be moved aside: %s", path,
                         strerror(errno));
    }
    for (size_t i = 0; i < ARRAY_LENGTH(logs); i++) {
        (void)snprintf(log, sizeof log, "%s%s", path, logs[i]);
        (void)unlink(log);
    }
    return ST_OK;
}

// What the store knows comes back into a new file; the jobs of a damaged one stay in that.
static status open_writable(struct catalogue *c, const char *path, struct error *e)
{
    struct error damage = {0};
    struct stat seen = {0};
    struct stat now = {0};
    bool there = stat(path, &seen) == 0;
    status result = open_sound(c, path, &damage);
    if (result != ST_CORRUPT || !there) {
        return result == ST_OK ? ST_OK : error_set(e, result, "%s", damage.message);
    }
    database_close(&c->database);
    if (stat(path, &now) == 0 && now.st_ino == seen.st_ino) { // nobody was quicker
        TRY(set_aside(path, e));
        log_message(LOG_WARNING, "%s: %s; it lies beside as *%s, and is made anew", path,
                    damage.message, CATALOGUE_DAMAGED);
    }
    return open_sound(c, path, e);
}

status catalogue_open(const char *path, struct catalogue **out, struct error *e)
{
    struct catalogue *c = calloc(1, sizeof *c);
    if (c == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", path);
    }
    c->database.name = "the catalogue";
    (void)pthread_mutex_init(&c->mutex, NULL);
    status result = is_writable(path) ? open_writable(c, path, e) : open_copy(c, path, e);
    if (result == ST_OK) {
        result = migrate(c, e);
    }
    if (result != ST_OK) {
        error_prefix(e, "%s", path);
        catalogue_close(c);
        return result;
    }
    *out = c;
    return ST_OK;
}

void catalogue_close(struct catalogue *c)
{
    if (c == NULL) {
        return;
    }
    database_close(&c->database);
    (void)pthread_mutex_destroy(&c->mutex);
    free(c);
}

int catalogue_schema_version(void)
{
    return migrations_count();
}

// --- the copy --------------------------------------------------------------------------------

static status read_copied_commit(struct catalogue *c, uint32_t *out, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    TRY(database_prepare(&c->database, "SELECT commit_number FROM copy_state", &statement, e));
    *out = sqlite3_step(statement) == SQLITE_ROW ? (uint32_t)sqlite3_column_int64(statement, 0) : 0;
    (void)sqlite3_finalize(statement);
    return ST_OK;
}

status catalogue_copied_commit(struct catalogue *c, uint32_t *out, struct error *e)
{
    (void)pthread_mutex_lock(&c->mutex);
    status result = read_copied_commit(c, out, e);
    (void)pthread_mutex_unlock(&c->mutex);
    return result;
}

// Text goes in folded, as asked: SQLite's tokenizer knows fewer letters than base/fold.h.
static void bind_folded(sqlite3_stmt *statement, int at, string_view text, struct buffer *folded)
{
    buffer_clear(folded);
    fold_full(text, folded);
    database_bind_text(statement, at, buffer_view(folded));
}

static status insert_dataset(struct catalogue *c, sqlite3_stmt *insert,
                             const struct catalogue_dataset *d, struct error *e)
{
    char uuid[37];
    uuid_to_text(&d->uuid, uuid);
    const string_view values[] = {sv_from(uuid),   d->slug,     d->title,
                                  d->description,  d->authors,  d->tags,
                                  d->organisation, d->category, d->fields};
    struct buffer folded;
    buffer_init(&folded, (size_t)64 << 20);
    (void)sqlite3_reset(insert);
    database_bind_text(insert, 1, values[0]);
    for (size_t i = 1; i < ARRAY_LENGTH(values); i++) {
        bind_folded(insert, (int)i + 1, values[i], &folded);
    }
    buffer_release(&folded);
    return sqlite3_step(insert) == SQLITE_DONE ? ST_OK
                                               : database_error(&c->database, "copy a dataset", e);
}

// What a copy puts in place: all datasets, or some of them.
struct copying {
    uint32_t from; // the commit it must stand at; when not `all`
    bool all;
    uint32_t commit;
    const struct catalogue_dataset *datasets;
    size_t count;
};

static status remove_dataset(struct catalogue *c, const struct uuid *uuid, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    char text[37];
    uuid_to_text(uuid, text);
    TRY(database_prepare(&c->database, "DELETE FROM dataset_text WHERE uuid = ?", &statement, e));
    database_bind_text(statement, 1, sv_from(text));
    return database_finish(&c->database, statement, "replace a dataset", e);
}

static status remove_old(struct catalogue *c, const struct copying *what, struct error *e)
{
    uint32_t copied = 0;
    if (what->all) {
        return database_run(&c->database, "DELETE FROM dataset_text", "empty its copy", e);
    }
    TRY(read_copied_commit(c, &copied, e));
    if (copied != what->from) {
        return error_set(e, ST_CONFLICT, "the catalogue's copy stands at another commit");
    }
    for (size_t i = 0; i < what->count; i++) {
        TRY(remove_dataset(c, &what->datasets[i].uuid, e));
    }
    return ST_OK;
}

static status put_new(struct catalogue *c, const struct copying *what, struct error *e)
{
    sqlite3_stmt *insert = NULL;
    sqlite3_stmt *mark = NULL;
    TRY(remove_old(c, what, e));
    TRY(database_prepare(
        &c->database, "INSERT INTO dataset_text VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", &insert, e));
    status result = ST_OK;
    for (size_t i = 0; i < what->count && result == ST_OK; i++) {
        result = insert_dataset(c, insert, &what->datasets[i], e);
    }
    (void)sqlite3_finalize(insert);
    if (result == ST_OK) {
        result =
            database_prepare(&c->database, "UPDATE copy_state SET commit_number = ?", &mark, e);
    }
    if (result == ST_OK) {
        (void)sqlite3_bind_int64(mark, 1, what->commit);
        result = database_finish(&c->database, mark, "note its commit", e);
    }
    return result;
}

static status copy(struct catalogue *c, const struct copying *what, struct error *e)
{
    (void)pthread_mutex_lock(&c->mutex);
    status result = database_run(&c->database, "BEGIN IMMEDIATE", "lock itself", e);
    if (result == ST_OK) {
        result = put_new(c, what, e);
        if (result == ST_OK) {
            result = database_run(&c->database, "COMMIT", "keep its copy", e);
        }
        if (result != ST_OK) {
            (void)sqlite3_exec(c->database.handle, "ROLLBACK", NULL, NULL, NULL);
        }
    }
    (void)pthread_mutex_unlock(&c->mutex);
    return result;
}

status catalogue_copy(struct catalogue *c, uint32_t commit,
                      const struct catalogue_dataset *datasets, size_t count, struct error *e)
{
    struct copying all = {.all = true, .commit = commit, .datasets = datasets, .count = count};
    return copy(c, &all, e);
}

status catalogue_update(struct catalogue *c, uint32_t from, uint32_t commit,
                        const struct catalogue_dataset *datasets, size_t count, struct error *e)
{
    struct copying some = {.from = from, .commit = commit, .datasets = datasets, .count = count};
    return copy(c, &some, e);
}

// Words of the text as an FTS5 expression: each quoted, the last one as a prefix. Empty when there
// is no word.
static void match_expression(string_view text, struct buffer *out)
{
    struct buffer folded;
    buffer_init(&folded, 64 * 1024);
    fold_full(sv_slice(text, 0, 2000), &folded);
    string_view view = buffer_view(&folded);
    bool in_word = false;
    for (size_t at = 0; at < view.length;) {
        size_t start = at;
        int32_t character = utf8_next(view, &at);
        bool part = character >= 0 && fold_class_of((uint32_t)character) != FOLD_OTHER;
        if (part && !in_word) {
            buffer_append_view(out, out->length > 0 ? SV(" \"") : SV("\""));
        } else if (!part && in_word) {
            buffer_append_byte(out, '"');
        }
        if (part) {
            buffer_append(out, view.bytes + start, at - start);
        }
        in_word = part;
    }
    if (in_word) {
        buffer_append_view(out, SV("\""));
    }
    if (out->length > 0) {
        buffer_append_view(out, SV("*"));
    }
    buffer_release(&folded);
}

static status collect_uuids(struct catalogue *c, sqlite3_stmt *statement, size_t limit,
                            struct arena *arena, struct uuid **out, size_t *count, struct error *e)
{
    struct uuid *list = arena_array(arena, struct uuid, limit);
    size_t found = 0;
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to search datasets");
    }
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW && found < limit; code = sqlite3_step(statement)) {
        string_view text = sv_from((const char *)sqlite3_column_text(statement, 0));
        found += uuid_from_text(text, &list[found]);
    }
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        return database_error(&c->database, "search datasets", e);
    }
    *out = list;
    *count = found;
    return ST_OK;
}

status catalogue_search(struct catalogue *c, string_view text, size_t limit, struct arena *arena,
                        struct uuid **out, size_t *count, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    struct buffer expression;
    buffer_init(&expression, 128 * 1024);
    match_expression(text, &expression);
    if (expression.length == 0) {
        buffer_release(&expression);
        *out = NULL;
        *count = 0;
        return ST_OK;
    }
    (void)pthread_mutex_lock(&c->mutex);
    status result =
        database_prepare(&c->database,
                         "SELECT uuid FROM dataset_text WHERE dataset_text MATCH ? ORDER BY "
                         "bm25(dataset_text, 0, 5, 10, 2, 4, 4, 2, 1, 1), slug LIMIT ?",
                         &statement, e);
    if (result == ST_OK) {
        database_bind_text(statement, 1, buffer_view(&expression));
        (void)sqlite3_bind_int64(statement, 2, (sqlite3_int64)limit);
        result = collect_uuids(c, statement, limit, arena, out, count, e);
        (void)sqlite3_finalize(statement);
    }
    (void)pthread_mutex_unlock(&c->mutex);
    buffer_release(&expression);
    return result;
}

// --- erasing ---------------------------------------------------------------------------------

static status forget_message(struct catalogue *c, string_view text, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    TRY(database_prepare(&c->database, "UPDATE job SET message = '' WHERE instr(message, ?1) > 0",
                         &statement, e));
    status result = ST_OK;
    if (sqlite3_bind_text(statement, 1, text.bytes, (int)text.length, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_DONE) {
        result = database_error(&c->database, "forget what was erased", e);
    }
    (void)sqlite3_finalize(statement);
    return result;
}

status catalogue_erase(struct catalogue *c, const string_view *texts, size_t count, struct error *e)
{
    (void)pthread_mutex_lock(&c->mutex);
    status result = database_wipe(&c->database, e);
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        if (texts[i].length <= INT32_MAX) {
            result = forget_message(c, texts[i], e);
        }
    }
    if (result == ST_OK) {
        result = database_forget(&c->database, e);
    }
    (void)pthread_mutex_unlock(&c->mutex);
    return result;
}

// --- jobs ------------------------------------------------------------------------------------

status catalogue_job_begin(struct catalogue *c, string_view kind, string_view dataset, int64_t *id,
                           struct error *e)
{
    sqlite3_stmt *statement = NULL;
    (void)pthread_mutex_lock(&c->mutex);
    status result = database_prepare(
        &c->database, "INSERT INTO job (kind, dataset, state, started) VALUES (?, ?, ?, ?)",
        &statement, e);
    if (result == ST_OK) {
        database_bind_text(statement, 1, kind);
        database_bind_text(statement, 2, dataset);
        (void)sqlite3_bind_int(statement, 3, JOB_RUNNING);
        (void)sqlite3_bind_int64(statement, 4, clock_now());
        result = database_finish(&c->database, statement, "note a job", e);
        *id = sqlite3_last_insert_rowid(c->database.handle);
    }
    (void)pthread_mutex_unlock(&c->mutex);
    return result;
}

status catalogue_job_end(struct catalogue *c, const struct job *job, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    (void)pthread_mutex_lock(&c->mutex);
    status result = database_prepare(
        &c->database,
        "UPDATE job SET state = ?, ended = ?, rows_read = ?, bad_rows = ?, commit_number = ?, "
        "message = ?, report = ? WHERE id = ?",
        &statement, e);
    if (result == ST_OK) {
        (void)sqlite3_bind_int(statement, 1, (int)job->state);
        (void)sqlite3_bind_int64(statement, 2, clock_now());
        (void)sqlite3_bind_int64(statement, 3, (sqlite3_int64)job->rows);
        (void)sqlite3_bind_int64(statement, 4, (sqlite3_int64)job->bad_rows);
        (void)sqlite3_bind_int64(statement, 5, job->commit);
        database_bind_text(statement, 6, job->message);
        database_bind_text(statement, 7, job->report);
        (void)sqlite3_bind_int64(statement, 8, job->id);
        result = database_finish(&c->database, statement, "note a job's end", e);
    }
    (void)pthread_mutex_unlock(&c->mutex);
    return result;
}

static string_view text_column(sqlite3_stmt *statement, int at, struct arena *arena)
{
    return arena_copy(arena, sv_from((const char *)sqlite3_column_text(statement, at)));
}

static struct job read_job(sqlite3_stmt *s, struct arena *arena)
{
    return (struct job){
        .id = sqlite3_column_int64(s, 0),
        .kind = text_column(s, 1, arena),
        .dataset = text_column(s, 2, arena),
        .state = (enum job_state)sqlite3_column_int(s, 3),
        .started = sqlite3_column_int64(s, 4),
        .ended = sqlite3_column_int64(s, 5),
        .rows = (uint64_t)sqlite3_column_int64(s, 6),
        .bad_rows = (uint64_t)sqlite3_column_int64(s, 7),
        .commit = (uint32_t)sqlite3_column_int64(s, 8),
        .message = text_column(s, 9, arena),
        .report = text_column(s, 10, arena),
    };
}

status catalogue_jobs(struct catalogue *c, size_t limit, struct arena *arena, struct job **out,
                      size_t *count, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    struct job *jobs = arena_array(arena, struct job, limit);
    size_t found = 0;
    if (jobs == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to list jobs");
    }
    (void)pthread_mutex_lock(&c->mutex);
    status result = database_prepare(
        &c->database,
        "SELECT id, kind, dataset, state, started, ended, rows_read, bad_rows, commit_number, "
        "message, report FROM job ORDER BY id DESC LIMIT ?",
        &statement, e);
    if (result == ST_OK) {
        (void)sqlite3_bind_int64(statement, 1, (sqlite3_int64)limit);
        while (found < limit && sqlite3_step(statement) == SQLITE_ROW) {
            jobs[found++] = read_job(statement, arena);
        }
        (void)sqlite3_finalize(statement);
        *out = jobs;
        *count = found;
    }
    (void)pthread_mutex_unlock(&c->mutex);
    return result;
}

// --- reports ---------------------------------------------------------------------------------

static status count_reports(struct catalogue *c, size_t *count, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    TRY(database_prepare(&c->database,
                         "SELECT count(*) FROM job WHERE commit_number > 0 AND report <> ''",
                         &statement, e));
    *count = sqlite3_step(statement) == SQLITE_ROW ? (size_t)sqlite3_column_int64(statement, 0) : 0;
    (void)sqlite3_finalize(statement);
    return ST_OK;
}

static status read_reports(struct catalogue *c, struct arena *arena,
                           const struct commit_report **out, size_t *count, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    size_t most = 0;
    size_t found = 0;
    TRY(count_reports(c, &most, e));
    struct commit_report *reports = arena_array(arena, struct commit_report, most + 1);
    if (reports == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to list reports");
    }
    TRY(database_prepare(
        &c->database,
        "SELECT commit_number, id FROM job WHERE commit_number > 0 AND report <> '' "
        "ORDER BY commit_number, id",
        &statement, e));
    while (found < most && sqlite3_step(statement) == SQLITE_ROW) {
        reports[found++] = (struct commit_report){(uint32_t)sqlite3_column_int64(statement, 0),
                                                  sqlite3_column_int64(statement, 1)};
    }
    (void)sqlite3_finalize(statement);
    *out = reports;
    *count = found;
    return ST_OK;
}

status catalogue_commit_reports(struct catalogue *c, struct arena *arena,
                                const struct commit_report **out, size_t *count, struct error *e)
{
    (void)pthread_mutex_lock(&c->mutex);
    status result = read_reports(c, arena, out, count, e);
    (void)pthread_mutex_unlock(&c->mutex);
    return result;
}

#define FORGET_AT_ONCE ((size_t)1000) // the rest follows after the next job

static status forget_reports(struct catalogue *c, int64_t keep, int64_t *jobs, size_t *count,
                             struct error *e)
{
    sqlite3_stmt *statement = NULL;
    size_t found = 0;
    TRY(database_prepare(
        &c->database,
        "UPDATE job SET report = '' WHERE id IN (SELECT id FROM job WHERE commit_number = "
        "0 AND report <> '' AND state <> ? AND id <= (SELECT max(id) FROM job) - ? ORDER "
        "BY id LIMIT ?) RETURNING id",
        &statement, e));
    (void)sqlite3_bind_int(statement, 1, JOB_RUNNING);
    (void)sqlite3_bind_int64(statement, 2, keep);
    (void)sqlite3_bind_int64(statement, 3, (sqlite3_int64)FORGET_AT_ONCE);
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW && found < FORGET_AT_ONCE; code = sqlite3_step(statement)) {
        jobs[found++] = sqlite3_column_int64(statement, 0);
    }
    status result = code == SQLITE_DONE ? ST_OK : database_error(&c->database, "forget reports", e);
    (void)sqlite3_finalize(statement);
    *count = result == ST_OK ? found : 0;
    return result;
}

status catalogue_forget_reports(struct catalogue *c, int64_t keep, struct arena *arena,
                                int64_t **jobs, size_t *count, struct error *e)
{
    int64_t *list = arena_array(arena, int64_t, FORGET_AT_ONCE);
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to list reports");
    }
    (void)pthread_mutex_lock(&c->mutex);
    status result = forget_reports(c, keep, list, count, e);
    (void)pthread_mutex_unlock(&c->mutex);
    *jobs = list;
    return result;
}

static int by_commit(const void *a, const void *b)
{
    uint32_t x = ((const struct commit_report *)a)->commit;
    uint32_t y = ((const struct commit_report *)b)->commit;
    return (x > y) - (x < y);
}

const struct commit_report *commit_report_find(const struct commit_report *reports, size_t count,
                                               uint32_t commit)
{
    struct commit_report wanted = {.commit = commit};
    return count == 0 ? NULL : bsearch(&wanted, reports, count, sizeof *reports, by_commit);
}
