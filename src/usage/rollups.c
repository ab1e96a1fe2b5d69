// SPDX-License-Identifier: Apache-2.0
// The schema, adding sums, asking.
#include "usage/rollups.h"

#include "base/file.h"
#include "database/database.h"

#include <stdio.h>
#include <stdlib.h>

#define SCHEMA_VERSION 2

// Months, numbers of names and enums are event.h's and event_file.h's.
static const char schema[] =
    "CREATE TABLE name (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL,"
    " UNIQUE (kind, text)) STRICT;"
    "CREATE TABLE state (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), applied INTEGER NOT "
    "NULL, began INTEGER) STRICT;"
    "INSERT INTO state VALUES (1, 0, NULL);"
    "CREATE TABLE portal_month (month INTEGER, line INTEGER, events INTEGER NOT NULL, requests "
    "INTEGER NOT NULL, row_count INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (month, "
    "line)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE dataset_month (month INTEGER, dataset INTEGER, line INTEGER, events INTEGER NOT "
    "NULL, requests INTEGER NOT NULL, row_count INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY "
    "KEY (month, dataset, line)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX of_dataset ON dataset_month (dataset, line, month);"
    "CREATE TABLE format_month (month INTEGER, format INTEGER, line INTEGER, events INTEGER NOT "
    "NULL, requests INTEGER NOT NULL, row_count INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY "
    "KEY (month, format, line)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE metric_month (month INTEGER, dataset INTEGER, version INTEGER, method INTEGER, "
    "country TEXT, total_investigations INTEGER NOT NULL, unique_investigations INTEGER NOT NULL, "
    "total_requests INTEGER NOT NULL, unique_requests INTEGER NOT NULL, version_investigations "
    "INTEGER NOT NULL, version_requests INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY "
    "(month, dataset, version, method, country)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE thing_month (thing INTEGER, month INTEGER, use INTEGER, events INTEGER NOT NULL, "
    "PRIMARY KEY (thing, month, use)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE source (name TEXT PRIMARY KEY, method TEXT NOT NULL, imported INTEGER NOT NULL) "
    "STRICT;"
    "CREATE TABLE source_month (source TEXT, month INTEGER, dataset TEXT, downloads INTEGER NOT "
    "NULL, records INTEGER NOT NULL, PRIMARY KEY (source, month, dataset)) STRICT, WITHOUT ROWID;"
    "PRAGMA user_version = 1;";
// Hashes of names that were erased, so that they are not written again.
static const char schema_2[] = "CREATE TABLE erased (hash INTEGER PRIMARY KEY) STRICT;"
                               "PRAGMA user_version = 2;";

struct rollups {
    struct database database;
};

static status take_number(void *argument, const struct rollup_row *row, struct error *e)
{
    (void)e;
    *(int64_t *)argument = row->numbers[0];
    return ST_OK;
}

// --- opening ---------------------------------------------------------------------------------

static status check_version(struct rollups *r, bool writing, struct error *e)
{
    int64_t version = 0;
    TRY(database_number(&r->database, "PRAGMA user_version", &version, e));
    if (version > SCHEMA_VERSION) {
        return error_set(e, ST_CONFLICT,
                         "the figures of use were written by a newer program (schema %d)",
                         (int)version);
    }
    if (version == 0 && writing) {
        TRY(database_run(&r->database, schema, "be made", e));
    }
    return version < 2 && writing ? database_run(&r->database, schema_2, "be brought up to date", e)
                                  : ST_OK;
}

static status set_up(struct rollups *r, bool writing, struct error *e)
{
    if (!writing) {
        return check_version(r, false, e);
    }
    TRY(database_run(&r->database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
                     "be opened", e));
    TRY(database_wipe(&r->database, e));
    TRY(rollups_begin(r, e));
    status result = check_version(r, true, e);
    if (result != ST_OK) {
        rollups_undo(r);
        return result;
    }
    return database_run(&r->database, "COMMIT", "be made", e);
}

static status open_with(const char *path, int flags, struct rollups **out, struct error *e)
{
    struct rollups *r = calloc(1, sizeof *r);
    if (r == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", path);
    }
    r->database.name = "the figures of use";
    status result = database_open(&r->database, path, flags, e);
    if (result == ST_OK) {
        result = set_up(r, (flags & SQLITE_OPEN_READWRITE) != 0, e);
    }
    if (result != ST_OK) {
        error_prefix(e, "%s", path);
        rollups_close(r);
        return result;
    }
    *out = r;
    return ST_OK;
}

status rollups_open(const char *path, struct rollups **out, struct error *e)
{
    return open_with(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, out,
                     e);
}

status rollups_open_read(const char *path, struct rollups **out, struct error *e)
{
    int64_t version = 0;
    *out = NULL;
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(open_with(path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, out, e));
    status result = database_number(&(*out)->database, "PRAGMA user_version", &version, e);
    if (result != ST_OK || version == 0) { // another program is making it
        rollups_close(*out);
        *out = NULL;
    }
    return result;
}

void rollups_close(struct rollups *r)
{
    if (r != NULL) {
        database_close(&r->database);
        free(r);
    }
}

status rollups_applied(struct rollups *r, uint64_t *out, struct error *e)
{
    int64_t applied = 0;
    TRY(database_number(&r->database, "SELECT applied FROM state", &applied, e));
    *out = (uint64_t)applied;
    return ST_OK;
}

// --- adding ----------------------------------------------------------------------------------

status rollups_begin(struct rollups *r, struct error *e)
{
    return database_run(&r->database, "BEGIN IMMEDIATE", "be locked", e);
}

void rollups_undo(struct rollups *r)
{
    (void)sqlite3_exec(r->database.handle, "ROLLBACK", NULL, NULL, NULL);
}

status rollups_commit(struct rollups *r, uint64_t applied, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    TRY(database_prepare(&r->database, "UPDATE state SET applied = ?", &statement, e));
    (void)sqlite3_bind_int64(statement, 1, (int64_t)applied);
    TRY(database_finish(&r->database, statement, "be added to", e));
    return database_run(&r->database, "COMMIT", "be added to", e);
}

status rollups_began(struct rollups *r, uint32_t hour, struct error *e)
{
    sqlite3_stmt *statement = NULL;
    TRY(database_prepare(&r->database, "UPDATE state SET began = min(coalesce(began, ?1), ?1)",
                         &statement, e));
    (void)sqlite3_bind_int64(statement, 1, hour);
    return database_finish(&r->database, statement, "be added to", e);
}

status rollups_add_name(struct rollups *r, uint32_t number, enum usage_name kind, string_view text,
                        struct error *e)
{
    sqlite3_stmt *statement = NULL;
    TRY(database_prepare(&r->database, "INSERT OR REPLACE INTO name VALUES (?, ?, ?)", &statement,
                         e));
    (void)sqlite3_bind_int64(statement, 1, number);
    (void)sqlite3_bind_int64(statement, 2, kind);
    database_bind_text(statement, 3, text);
    return database_finish(&r->database, statement, "take a name", e);
}

struct adding {
    const char *sql;
    size_t sums; // how many of an entry's
};

static const struct adding addings[] = {
    [SUM_PORTAL] = {"INSERT INTO portal_month VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                    "events = events + excluded.events, requests = requests + excluded.requests, "
                    "row_count = row_count + excluded.row_count, bytes = bytes + excluded.bytes",
                    4},
    [SUM_DATASET] =
        {"INSERT INTO dataset_month VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
         "events = events + excluded.events, requests = requests + excluded.requests, "
         "row_count = row_count + excluded.row_count, bytes = bytes + excluded.bytes",
         4},
    [SUM_FORMAT] =
        {"INSERT INTO format_month VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
         "events = events + excluded.events, requests = requests + excluded.requests, "
         "row_count = row_count + excluded.row_count, bytes = bytes + excluded.bytes",
         4},
    [SUM_METRIC] = {"INSERT INTO metric_month VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON "
                    "CONFLICT DO UPDATE SET "
                    "total_investigations = total_investigations + excluded.total_investigations, "
                    "unique_investigations = unique_investigations + "
                    "excluded.unique_investigations, "
                    "total_requests = total_requests + excluded.total_requests, "
                    "unique_requests = unique_requests + excluded.unique_requests, "
                    "version_investigations = version_investigations + "
                    "excluded.version_investigations, "
                    "version_requests = version_requests + excluded.version_requests, "
                    "bytes = bytes + excluded.bytes",
                    7},
    [SUM_THING] = {"INSERT INTO thing_month VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                   "events = events + excluded.events",
                   1},
};

// Binds what an entry's table is keyed by; gives the number of the next place.
static int bind_key(sqlite3_stmt *s, const struct usage_sum_key *key)
{
    int at = 1;
    if (key->sum == SUM_THING) {
        (void)sqlite3_bind_int64(s, at++, key->dataset);
    }
    (void)sqlite3_bind_int64(s, at++, key->month);
    if (key->sum == SUM_DATASET || key->sum == SUM_METRIC) {
        (void)sqlite3_bind_int64(s, at++, key->dataset);
    }
    if (key->sum == SUM_FORMAT) {
        (void)sqlite3_bind_int64(s, at++, key->other);
    }
    if (key->sum == SUM_METRIC) {
        (void)sqlite3_bind_int64(s, at++, key->version);
    }
    (void)sqlite3_bind_int64(s, at++, key->line);
    if (key->sum == SUM_METRIC) {
        database_bind_text(s, at++, (string_view){key->country, key->country[0] == '\0' ? 0 : 2});
    }
    return at;
}

static status add_entry(struct rollups *r, sqlite3_stmt *s, const struct usage_sum_entry *entry,
                        struct error *e)
{
    int at = bind_key(s, &entry->key);
    for (size_t i = 0; i < addings[entry->key.sum].sums; i++) {
        (void)sqlite3_bind_int64(s, at++, (int64_t)entry->sums[i]);
    }
    status result =
        sqlite3_step(s) == SQLITE_DONE ? ST_OK : database_error(&r->database, "be added to", e);
    (void)sqlite3_reset(s);
    return result;
}

status rollups_add(struct rollups *r, const struct usage_sums *sums, struct error *e)
{
    sqlite3_stmt *statements[ARRAY_LENGTH(addings)] = {NULL};
    status result = ST_OK;
    for (size_t i = 0; i < ARRAY_LENGTH(addings) && result == ST_OK; i++) {
        result = database_prepare(&r->database, addings[i].sql, &statements[i], e);
    }
    for (size_t i = 0; i < sums->count && result == ST_OK; i++) {
        const struct usage_sum_entry *entry = &sums->entries[i];
        result = add_entry(r, statements[entry->key.sum], entry, e);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(addings); i++) {
        (void)sqlite3_finalize(statements[i]);
    }
    return result;
}

status rollups_find_name(struct rollups *r, enum usage_name kind, string_view text, uint32_t *out,
                         struct error *e)
{
    int64_t number = 0;
    const int64_t kinds[] = {kind};
    TRY(rollups_ask_of(r, "SELECT number FROM name WHERE kind = ? AND text = ?", kinds, 1, text,
                       take_number, &number, e));
    *out = (uint32_t)number;
    return ST_OK;
}

status rollups_last_name(struct rollups *r, uint32_t *out, struct error *e)
{
    int64_t number = 0;
    TRY(database_number(&r->database, "SELECT coalesce(max(number), 0) FROM name", &number, e));
    *out = (uint32_t)number;
    return ST_OK;
}

// --- erasing ---------------------------------------------------------------------------------

status rollups_blank_name(struct rollups *r, uint32_t number, enum usage_name kind,
                          string_view text, struct error *e)
{
    struct buffer blanked;
    buffer_init(&blanked, 2 * USAGE_NAME_BYTES);
    buffer_append_view(&blanked, sv_slice(text, 0, usage_name_told(kind, text)));
    buffer_print(&blanked, "%c%u", USAGE_ERASED, number);
    status result = buffer_check(&blanked, "a name", e);
    if (result == ST_OK) {
        result = rollups_add_name(r, number, kind, buffer_view(&blanked), e);
    }
    buffer_release(&blanked);
    return result;
}

status rollups_note_erased(struct rollups *r, uint64_t hash, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&r->database, "INSERT OR IGNORE INTO erased VALUES (?)", &s, e));
    (void)sqlite3_bind_int64(s, 1, (int64_t)hash);
    return database_finish(&r->database, s, "forget a name", e);
}

status rollups_is_erased(struct rollups *r, uint64_t hash, bool *out, struct error *e)
{
    int64_t found = 0;
    const int64_t hashes[] = {(int64_t)hash};
    TRY(rollups_ask(r, "SELECT count(*) FROM erased WHERE hash = ?", hashes, 1, take_number, &found,
                    e));
    *out = found > 0;
    return ST_OK;
}

status rollups_forget(struct rollups *r, struct error *e)
{
    return database_forget(&r->database, e);
}

// --- other sources ---------------------------------------------------------------------------

static status begin_source(struct rollups *r, string_view source, string_view method,
                           struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&r->database, "DELETE FROM source_month WHERE source = ?", &s, e));
    database_bind_text(s, 1, source);
    TRY(database_finish(&r->database, s, "forget a source", e));
    TRY(database_prepare(&r->database, "INSERT OR REPLACE INTO source VALUES (?, ?, ?)", &s, e));
    database_bind_text(s, 1, source);
    database_bind_text(s, 2, method);
    (void)sqlite3_bind_int64(s, 3, clock_now());
    return database_finish(&r->database, s, "take a source", e);
}

static status add_months(struct rollups *r, string_view source,
                         const struct usage_source_month *months, size_t count, struct error *e)
{
    sqlite3_stmt *s = NULL;
    status result = ST_OK;
    TRY(database_prepare(
        &r->database,
        "INSERT INTO source_month VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "downloads = downloads + excluded.downloads, records = records + excluded.records",
        &s, e));
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        database_bind_text(s, 1, source);
        (void)sqlite3_bind_int64(s, 2, months[i].month);
        database_bind_text(s, 3, months[i].dataset);
        (void)sqlite3_bind_int64(s, 4, (int64_t)months[i].downloads);
        (void)sqlite3_bind_int64(s, 5, (int64_t)months[i].records);
        result = sqlite3_step(s) == SQLITE_DONE ? ST_OK
                                                : database_error(&r->database, "take a month", e);
        (void)sqlite3_reset(s);
    }
    (void)sqlite3_finalize(s);
    return result;
}

status rollups_import(struct rollups *r, string_view source, string_view method,
                      const struct usage_source_month *months, size_t count, struct error *e)
{
    TRY(rollups_begin(r, e));
    status result = begin_source(r, source, method, e);
    if (result == ST_OK) {
        result = add_months(r, source, months, count, e);
    }
    if (result == ST_OK) {
        result = database_run(&r->database, "COMMIT", "be added to", e);
    }
    if (result != ST_OK) {
        rollups_undo(r);
    }
    return result;
}

// --- asking ----------------------------------------------------------------------------------

static status visit_row(sqlite3_stmt *s, rollup_visit *visit, void *argument, struct error *e)
{
    int64_t numbers[ROLLUP_COLUMNS] = {0};
    string_view texts[ROLLUP_COLUMNS] = {{NULL, 0}};
    struct rollup_row row = {numbers, texts, (size_t)sqlite3_column_count(s)};
    row.count = MIN(row.count, (size_t)ROLLUP_COLUMNS);
    for (size_t i = 0; i < row.count; i++) {
        int at = (int)i;
        numbers[i] = sqlite3_column_int64(s, at);
        if (sqlite3_column_type(s, at) == SQLITE_TEXT) {
            const char *text = (const char *)sqlite3_column_text(s, at);
            texts[i] = (string_view){text, (size_t)sqlite3_column_bytes(s, at)};
        }
    }
    return visit(argument, &row, e);
}

static status ask(struct rollups *r, sqlite3_stmt *s, rollup_visit *visit, void *argument,
                  struct error *e)
{
    status result = ST_OK;
    int code = sqlite3_step(s);
    while (code == SQLITE_ROW && result == ST_OK) {
        result = visit_row(s, visit, argument, e);
        code = result == ST_OK ? sqlite3_step(s) : code;
    }
    if (result == ST_OK && code != SQLITE_DONE) {
        result = database_error(&r->database, "be asked", e);
    }
    (void)sqlite3_finalize(s);
    return result;
}

status rollups_ask(struct rollups *r, const char *sql, const int64_t *numbers, size_t number_count,
                   rollup_visit *visit, void *argument, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&r->database, sql, &s, e));
    for (size_t i = 0; i < number_count; i++) {
        (void)sqlite3_bind_int64(s, (int)i + 1, numbers[i]);
    }
    return ask(r, s, visit, argument, e);
}

status rollups_ask_of(struct rollups *r, const char *sql, const int64_t *numbers,
                      size_t number_count, string_view text, rollup_visit *visit, void *argument,
                      struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&r->database, sql, &s, e));
    for (size_t i = 0; i < number_count; i++) {
        (void)sqlite3_bind_int64(s, (int)i + 1, numbers[i]);
    }
    database_bind_text(s, (int)number_count + 1, text);
    return ask(r, s, visit, argument, e);
}
