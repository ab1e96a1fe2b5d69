// SPDX-License-Identifier: Apache-2.0
// One table. A statement is prepared for each call: calls are rare.
#include "catalogue/identifiers.h"

#include "base/uuid.h"
#include "catalogue/durable.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HOUR        ((moment)3600000)
#define ID_ATTEMPTS 20

const char *const identifier_kind_names[IDENTIFIER_KINDS] = {"search", "dataset", "slug"};
const char *const identifier_state_names[IDENTIFIER_STATES] = {"local", "draft", "registered",
                                                               "findable", "withdrawn"};

static const char schema[] =
    "CREATE TABLE identifier ("
    " id TEXT PRIMARY KEY, kind INTEGER NOT NULL, state INTEGER NOT NULL,"
    " doi TEXT UNIQUE, real INTEGER NOT NULL, name TEXT UNIQUE, imported INTEGER NOT NULL, equal "
    "TEXT UNIQUE,"
    " subject TEXT, created INTEGER NOT NULL, version INTEGER NOT NULL, record TEXT NOT NULL,"
    " wanted TEXT NOT NULL, attempts INTEGER NOT NULL, next_try INTEGER NOT NULL,"
    " trouble TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE INDEX identifier_subject ON identifier (subject) WHERE subject IS NOT NULL;"
    "CREATE INDEX identifier_due ON identifier (next_try) WHERE wanted <> '';"
    "CREATE INDEX identifier_created ON identifier (created, id);";

#define COLUMNS                                                                                    \
    "id, kind, state, doi, name, imported, equal, subject, created, version, record, wanted, "     \
    "attempts, next_try, trouble, real"

static const struct durable_kind file_kind = {
    .file = "identifiers.sqlite",
    .name = "the register of identifiers",
    .loss = "identifiers that were given out are in it",
    .schema = schema,
    .version = 1,
};

struct identifier_register {
    struct durable file;
};

static void read_row(sqlite3_stmt *s, struct arena *arena, struct identifier *out)
{
    *out = (struct identifier){
        .id = database_text(s, 0, arena),
        .kind = (enum identifier_kind)sqlite3_column_int(s, 1),
        .state = (enum identifier_state)sqlite3_column_int(s, 2),
        .doi = database_text(s, 3, arena),
        .name = database_text(s, 4, arena),
        .imported = sqlite3_column_int(s, 5) != 0,
        .equal = database_text(s, 6, arena),
        .subject = database_text(s, 7, arena),
        .created = sqlite3_column_int64(s, 8),
        .version = sqlite3_column_int64(s, 9),
        .record = database_text(s, 10, arena),
        .wanted = database_text(s, 11, arena),
        .attempts = (uint32_t)sqlite3_column_int(s, 12),
        .next_try = sqlite3_column_int64(s, 13),
        .trouble = database_text(s, 14, arena),
        .real = sqlite3_column_int(s, 15) != 0,
    };
    out->kind = MIN(out->kind, IDENTIFIER_SLUG);
    out->state = MIN(out->state, IDENTIFIER_WITHDRAWN);
}

// The one row that a prepared statement gives, which is finalised. ST_NOT_FOUND without words.
static status read_one(struct identifier_register *r, sqlite3_stmt *s, struct arena *arena,
                       struct identifier *out, struct error *e)
{
    int code = sqlite3_step(s);
    status result = code == SQLITE_ROW    ? ST_OK
                    : code == SQLITE_DONE ? ST_NOT_FOUND
                                          : database_error(&r->file.database, "be read", e);
    if (result == ST_OK) {
        read_row(s, arena, out);
    }
    (void)sqlite3_finalize(s);
    return result;
}

// --- opening ---------------------------------------------------------------------------------

status identifiers_open(const char *folder, struct identifier_register **out, struct error *e)
{
    void *made = NULL;
    TRY(durable_open(sizeof **out, &file_kind, folder, &made, e));
    *out = made;
    return ST_OK;
}

void identifiers_close(struct identifier_register *r)
{
    durable_close(r == NULL ? NULL : &r->file);
}

// --- adding ----------------------------------------------------------------------------------

// Letters and digits that nobody takes for others; without vowels they make no words.
static status make_id(char out[IDENTIFIER_LENGTH + 1], struct error *e)
{
    static const char letters[] = "23456789bcdfghjkmnpqrstvwxz";
    struct uuid random;
    uint64_t number = 0;
    TRY(uuid_random(&random, e));
    // Bytes 6 and 8 are fixed in part.
    memcpy(&number, random.bytes + 9, 7);
    for (size_t i = 0; i < IDENTIFIER_LENGTH; i++) {
        out[i] = letters[number % (sizeof letters - 1)];
        number /= sizeof letters - 1;
    }
    out[IDENTIFIER_LENGTH] = '\0';
    return ST_OK;
}

static status find_by_locked(struct identifier_register *r, const char *sql, string_view text,
                             struct arena *arena, struct identifier *out, struct error *e)
{
    sqlite3_stmt *s = NULL;
    if (text.length == 0) {
        return ST_NOT_FOUND;
    }
    TRY(database_prepare(&r->file.database, sql, &s, e));
    database_bind_text(s, 1, text);
    return read_one(r, s, arena, out, e);
}

static status find_by(struct identifier_register *r, const char *sql, string_view text,
                      struct arena *arena, struct identifier *out, struct error *e)
{
    status result = ST_OK;
    if (durable_ask(&r->file, ST_NOT_FOUND, &result, e)) {
        result = find_by_locked(r, sql, text, arena, out, e);
        durable_asked(&r->file);
    }
    return result;
}

status identifiers_find(struct identifier_register *r, string_view id, struct arena *arena,
                        struct identifier *out, struct error *e)
{
    return find_by(r, "SELECT " COLUMNS " FROM identifier WHERE id = ?", arena_lower(arena, id),
                   arena, out, e);
}

status identifiers_find_doi(struct identifier_register *r, string_view doi, struct arena *arena,
                            struct identifier *out, struct error *e)
{
    return find_by(r, "SELECT " COLUMNS " FROM identifier WHERE doi = ?", arena_lower(arena, doi),
                   arena, out, e);
}

status identifiers_find_name(struct identifier_register *r, string_view name, struct arena *arena,
                             struct identifier *out, struct error *e)
{
    return find_by(r, "SELECT " COLUMNS " FROM identifier WHERE name = ?", arena_lower(arena, name),
                   arena, out, e);
}

status identifiers_find_equal(struct identifier_register *r, string_view equal, struct arena *arena,
                              struct identifier *out, struct error *e)
{
    return find_by(r, "SELECT " COLUMNS " FROM identifier WHERE equal = ?", equal, arena, out, e);
}

static status find_subject_locked(struct identifier_register *r, string_view subject, moment until,
                                  struct arena *arena, struct identifier *out, struct error *e)
{
    sqlite3_stmt *s = NULL;
    if (subject.length == 0) {
        return ST_NOT_FOUND;
    }
    TRY(database_prepare(
        &r->file.database,
        "SELECT " COLUMNS " FROM identifier WHERE subject = ? AND version <= ?"
        " AND state <> 4 ORDER BY version DESC, state DESC, created DESC, id LIMIT 1",
        &s, e));
    database_bind_text(s, 1, subject);
    (void)sqlite3_bind_int64(s, 2, until);
    return read_one(r, s, arena, out, e);
}

status identifiers_find_subject(struct identifier_register *r, string_view subject, moment until,
                                struct arena *arena, struct identifier *out, struct error *e)
{
    status result = ST_OK;
    if (durable_ask(&r->file, ST_NOT_FOUND, &result, e)) {
        result = find_subject_locked(r, subject, until, arena, out, e);
        durable_asked(&r->file);
    }
    return result;
}

static status insert(struct identifier_register *r, const struct identifier *one, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(
        &r->file.database,
        "INSERT INTO identifier (" COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", &s, e));
    database_bind_text(s, 1, one->id);
    (void)sqlite3_bind_int(s, 2, (int)one->kind);
    (void)sqlite3_bind_int(s, 3, (int)one->state);
    database_bind_optional(s, 4, one->doi);
    database_bind_optional(s, 5, one->name);
    (void)sqlite3_bind_int(s, 6, one->imported);
    database_bind_optional(s, 7, one->equal);
    database_bind_optional(s, 8, one->subject);
    (void)sqlite3_bind_int64(s, 9, one->created);
    (void)sqlite3_bind_int64(s, 10, one->version);
    database_bind_text(s, 11, one->record);
    database_bind_text(s, 12, one->wanted);
    (void)sqlite3_bind_int(s, 13, (int)one->attempts);
    (void)sqlite3_bind_int64(s, 14, one->next_try);
    database_bind_text(s, 15, one->trouble);
    (void)sqlite3_bind_int(s, 16, one->real);
    int code = sqlite3_step(s);
    status result = code == SQLITE_DONE ? ST_OK
                    : code == SQLITE_CONSTRAINT
                        ? ST_CONFLICT
                        : database_error(&r->file.database, "be written", e);
    (void)sqlite3_finalize(s);
    return result;
}

// Within a transaction. The hour, not the time: who asked is not to be told by it (rule E4).
static status add_new(struct identifier_register *r, struct identifier *one, struct arena *arena,
                      struct error *e)
{
    char id[IDENTIFIER_LENGTH + 1];
    struct identifier other;
    if (one->created == 0) {
        moment now = clock_now();
        one->created = now - now % HOUR;
    }
    for (int i = 0; i < ID_ATTEMPTS; i++) {
        TRY(make_id(id, e));
        one->id = arena_copy(arena, sv_from(id));
        status result = insert(r, one, e);
        if (result != ST_CONFLICT) {
            return result;
        }
        if (identifiers_find(r, one->id, arena, &other, NULL) == ST_NOT_FOUND) {
            return error_set(e, ST_CONFLICT, "there is an identifier of that name already");
        }
    }
    return error_set(e, ST_INTERNAL, "no identifier is free");
}

status identifiers_add(struct identifier_register *r, const struct identifier *new_one,
                       struct arena *arena, struct identifier *out, bool *is_new, struct error *e)
{
    struct identifier one = *new_one;
    bool there = false;
    *is_new = false;
    if (!r->file.writable) {
        return error_set(e, ST_IO, "the data folder cannot be written, so nothing can be cited");
    }
    TRY(durable_be_open(&r->file, true, &there, e));
    one.doi = arena_lower(arena, one.doi);
    one.name = arena_lower(arena, one.name);
    (void)pthread_mutex_lock(&r->file.mutex);
    status result = durable_begin(&r->file, e);
    if (result == ST_OK) {
        status found = identifiers_find_equal(r, one.equal, arena, out, e);
        result = found;
        if (found == ST_NOT_FOUND) {
            result = add_new(r, &one, arena, e);
            *is_new = result == ST_OK;
            *out = one;
        }
        result = durable_end(&r->file, result, e);
    }
    (void)pthread_mutex_unlock(&r->file.mutex);
    return result;
}

// --- changing, listing -----------------------------------------------------------------------

static status update_locked(struct identifier_register *r, const struct identifier *one,
                            string_view was, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(
        &r->file.database,
        "UPDATE identifier SET state = ?, doi = ?, record = ?, wanted = ?, attempts = ?,"
        " next_try = ?, trouble = ?, real = ? WHERE id = ? AND record = ?",
        &s, e));
    (void)sqlite3_bind_int(s, 1, (int)one->state);
    database_bind_optional(s, 2, one->doi);
    database_bind_text(s, 3, one->record);
    database_bind_text(s, 4, one->wanted);
    (void)sqlite3_bind_int(s, 5, (int)one->attempts);
    (void)sqlite3_bind_int64(s, 6, one->next_try);
    database_bind_text(s, 7, one->trouble);
    (void)sqlite3_bind_int(s, 8, one->real);
    database_bind_text(s, 9, one->id);
    database_bind_text(s, 10, was);
    int code = sqlite3_step(s);
    bool is_there = sqlite3_changes(r->file.database.handle) > 0;
    status result = code == SQLITE_DONE && is_there ? ST_OK
                    : code == SQLITE_DONE
                        ? error_set(e, ST_NOT_FOUND, "the identifier was changed meanwhile")
                    : code == SQLITE_CONSTRAINT
                        ? error_set(e, ST_CONFLICT, "there is an identifier of that DOI already")
                        : database_error(&r->file.database, "be written", e);
    (void)sqlite3_finalize(s);
    return result;
}

status identifiers_update(struct identifier_register *r, const struct identifier *one,
                          string_view was, struct error *e)
{
    status result = ST_OK;
    if (durable_ask(&r->file, ST_NOT_FOUND, &result, e)) {
        result = update_locked(r, one, was, e);
        durable_asked(&r->file);
    }
    return result;
}

static status write_changed(struct identifier_register *r, const struct identifier *one,
                            struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&r->file.database,
                         "UPDATE identifier SET name = ?, state = ?, record = ?, wanted = ?,"
                         " attempts = ?, next_try = ?, trouble = ? WHERE id = ?",
                         &s, e));
    database_bind_optional(s, 1, one->name);
    (void)sqlite3_bind_int(s, 2, (int)one->state);
    database_bind_text(s, 3, one->record);
    database_bind_text(s, 4, one->wanted);
    (void)sqlite3_bind_int(s, 5, (int)one->attempts);
    (void)sqlite3_bind_int64(s, 6, one->next_try);
    database_bind_text(s, 7, one->trouble);
    database_bind_text(s, 8, one->id);
    return database_finish(&r->file.database, s, "be written", e);
}

// Rows are read while others of them are written: neither their order nor their keys change.
static status rewrite_each(struct identifier_register *r, identifier_change *change, void *argument,
                           struct error *e)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_ROW;
    TRY(database_prepare(&r->file.database, "SELECT " COLUMNS " FROM identifier ORDER BY id", &s,
                         e));
    status result = ST_OK;
    while (result == ST_OK && (code = sqlite3_step(s)) == SQLITE_ROW) {
        struct arena arena;
        struct identifier one;
        bool changed = false;
        arena_init(&arena, 0);
        read_row(s, &arena, &one);
        result = change(argument, &one, &arena, &changed, e);
        if (result == ST_OK && changed) {
            result = write_changed(r, &one, e);
        }
        arena_release(&arena);
    }
    if (result == ST_OK && code != SQLITE_DONE) {
        result = database_error(&r->file.database, "be read", e);
    }
    (void)sqlite3_finalize(s);
    return result;
}

static status rewrite_locked(struct identifier_register *r, identifier_change *change,
                             void *argument, struct error *e)
{
    TRY(durable_begin(&r->file, e));
    TRY(durable_end(&r->file, rewrite_each(r, change, argument, e), e));
    return database_forget(&r->file.database, e);
}

status identifiers_rewrite(struct identifier_register *r, identifier_change *change, void *argument,
                           struct error *e)
{
    status result = ST_OK;
    if (durable_ask(&r->file, ST_OK, &result, e)) {
        result = rewrite_locked(r, change, argument, e);
        durable_asked(&r->file);
    }
    return result;
}

static status list_locked(struct identifier_register *r, string_view after, size_t limit,
                          struct arena *arena, struct identifier **out, size_t *count,
                          struct error *e)
{
    sqlite3_stmt *s = NULL;
    *out = arena_array(arena, struct identifier, limit + 1);
    if (*out == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a list of identifiers");
    }
    TRY(database_prepare(&r->file.database,
                         "SELECT " COLUMNS " FROM identifier WHERE ?1 = '' OR (created, id) >"
                         " (SELECT created, id FROM identifier WHERE id = ?1)"
                         " ORDER BY created, id LIMIT ?2",
                         &s, e));
    database_bind_text(s, 1, after);
    (void)sqlite3_bind_int64(s, 2, (int64_t)limit);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(s)) == SQLITE_ROW && *count < limit) {
        read_row(s, arena, &(*out)[(*count)++]);
    }
    status result = code == SQLITE_DONE || code == SQLITE_ROW
                        ? ST_OK
                        : database_error(&r->file.database, "be read", e);
    (void)sqlite3_finalize(s);
    return result;
}

status identifiers_list(struct identifier_register *r, string_view after, size_t limit,
                        struct arena *arena, struct identifier **out, size_t *count,
                        struct error *e)
{
    status result = ST_OK;
    *out = NULL;
    *count = 0;
    if (durable_ask(&r->file, ST_OK, &result, e)) {
        result = list_locked(r, after, limit, arena, out, count, e);
        durable_asked(&r->file);
    }
    return result;
}

static status take_due_locked(struct identifier_register *r, moment now, moment until,
                              struct arena *arena, struct identifier *out, struct error *e)
{
    sqlite3_stmt *s = NULL;
    if (!r->file.writable) {
        return ST_NOT_FOUND;
    }
    TRY(database_prepare(&r->file.database,
                         "UPDATE identifier SET next_try = ?2 WHERE id = (SELECT id FROM identifier"
                         " WHERE wanted <> '' AND next_try > 0 AND next_try <= ?1"
                         " ORDER BY next_try, id LIMIT 1) RETURNING " COLUMNS,
                         &s, e));
    (void)sqlite3_bind_int64(s, 1, now);
    (void)sqlite3_bind_int64(s, 2, until);
    return read_one(r, s, arena, out, e);
}

status identifiers_take_due(struct identifier_register *r, moment now, moment until,
                            struct arena *arena, struct identifier *out, struct error *e)
{
    status result = ST_OK;
    if (durable_ask(&r->file, ST_NOT_FOUND, &result, e)) {
        result = take_due_locked(r, now, until, arena, out, e);
        durable_asked(&r->file);
    }
    return result;
}

static status tally_locked(struct identifier_register *r, struct identifier_tally *out,
                           struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(
        &r->file.database,
        "SELECT kind, state, count(*), sum(wanted <> ''),"
        " sum(wanted <> '' AND trouble <> '') FROM identifier GROUP BY kind, state",
        &s, e));
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        int kind = sqlite3_column_int(s, 0);
        int state = sqlite3_column_int(s, 1);
        if (kind >= 0 && kind < IDENTIFIER_KINDS && state >= 0 && state < IDENTIFIER_STATES) {
            out->count[kind][state] = (uint64_t)sqlite3_column_int64(s, 2);
        }
        out->waiting += (uint64_t)sqlite3_column_int64(s, 3);
        out->troubled += (uint64_t)sqlite3_column_int64(s, 4);
    }
    status result = code == SQLITE_DONE ? ST_OK : database_error(&r->file.database, "be read", e);
    (void)sqlite3_finalize(s);
    return result;
}

status identifiers_tally(struct identifier_register *r, struct identifier_tally *out,
                         struct error *e)
{
    status result = ST_OK;
    *out = (struct identifier_tally){.waiting = 0};
    if (durable_ask(&r->file, ST_OK, &result, e)) {
        result = tally_locked(r, out, e);
        durable_asked(&r->file);
    }
    return result;
}
