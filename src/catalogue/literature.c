// SPDX-License-Identifier: Apache-2.0
// The file, and what is written to it.
#include "catalogue/literature_private.h"

#include "base/fold.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

const char *const literature_source_names[LITERATURE_SOURCES] = {"hand", "crossref", "datacite",
                                                                 "gbif"};
const char *const literature_grade_names[LITERATURE_GRADES] = {"named", "contained", "estimated",
                                                               "dataset"};
const char *const literature_route_names[LITERATURE_ROUTES] = {"direct", "gbif"};
const char *const literature_state_names[LITERATURE_STATES] = {"shown", "waiting", "refused"};
const char *const literature_target_names[LITERATURE_TARGETS] = {"dataset", "search", "record",
                                                                 "unknown", "download"};

// `said` is what each source says; a publication is made of it. `words` is folded, to search in.
static const char schema[] =
    "CREATE TABLE publication ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, identity TEXT NOT NULL UNIQUE, doi TEXT UNIQUE,"
    " title TEXT NOT NULL DEFAULT '', authors TEXT NOT NULL DEFAULT '',"
    " year INTEGER NOT NULL DEFAULT 0, venue TEXT NOT NULL DEFAULT '',"
    " type TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '',"
    " words TEXT NOT NULL DEFAULT '');"
    "CREATE TABLE said ("
    " publication INTEGER NOT NULL REFERENCES publication, source INTEGER NOT NULL,"
    " title TEXT, authors TEXT, year INTEGER, venue TEXT, type TEXT, address TEXT,"
    " PRIMARY KEY (publication, source)) WITHOUT ROWID;"
    "CREATE TABLE evidence ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, publication INTEGER NOT NULL REFERENCES publication,"
    " kind INTEGER NOT NULL, target TEXT NOT NULL, dataset TEXT, given TEXT NOT NULL,"
    " grade INTEGER NOT NULL, route INTEGER NOT NULL, source INTEGER NOT NULL,"
    " state INTEGER NOT NULL, reviewed INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL,"
    " use INTEGER REFERENCES use,"
    " UNIQUE (publication, kind, target, grade, route, source));"
    "CREATE INDEX evidence_target ON evidence (kind, target);"
    "CREATE INDEX evidence_dataset ON evidence (dataset) WHERE dataset IS NOT NULL;"
    "CREATE INDEX evidence_use ON evidence (use) WHERE use IS NOT NULL;"
    "CREATE TABLE use (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
    " version INTEGER NOT NULL, records INTEGER NOT NULL);"
    "CREATE TABLE use_record (record INTEGER NOT NULL, use INTEGER NOT NULL,"
    " PRIMARY KEY (record, use)) WITHOUT ROWID;"
    "CREATE TABLE use_table (\"table\" TEXT NOT NULL, use INTEGER NOT NULL,"
    " PRIMARY KEY (\"table\", use)) WITHOUT ROWID;"
    "CREATE TABLE use_dataset (dataset TEXT NOT NULL, use INTEGER NOT NULL,"
    " PRIMARY KEY (dataset, use)) WITHOUT ROWID;"
    "CREATE TABLE place (gathering TEXT PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE state (number INTEGER NOT NULL);"
    "INSERT INTO state VALUES (1);";

static const struct durable_kind file_kind = {
    .file = "literature.sqlite",
    .name = "the register of the literature",
    .loss = "what people decided of publications is in it",
    .schema = schema,
    .version = 1,
};

// --- names -----------------------------------------------------------------------------------

// "10.", digits and dots, "/", at least one byte more; no blanks.
static bool is_doi(string_view text)
{
    size_t slash = sv_find(text, '/');
    if (!sv_starts_with(text, SV("10.")) || slash < 4 || slash + 1 >= text.length ||
        text.length > 2048) {
        return false;
    }
    for (size_t i = 3; i < slash; i++) {
        if ((text.bytes[i] < '0' || text.bytes[i] > '9') && text.bytes[i] != '.') {
            return false;
        }
    }
    for (size_t i = slash; i < text.length; i++) {
        if ((unsigned char)text.bytes[i] <= ' ' || text.bytes[i] == 0x7f) {
            return false;
        }
    }
    return utf8_check(text) == text.length;
}

string_view literature_doi(struct arena *arena, string_view text)
{
    static const char *const prefixes[] = {"https://", "http://",  "www.",
                                           "dx.",      "doi.org/", "doi:"};
    string_view doi = arena_lower(arena, sv_trim(text));
    for (size_t i = 0; i < ARRAY_LENGTH(prefixes); i++) {
        string_view prefix = sv_from(prefixes[i]);
        doi = sv_starts_with(doi, prefix) ? sv_trim(sv_slice(doi, prefix.length, SIZE_MAX)) : doi;
    }
    return is_doi(doi) ? doi : SV("");
}

string_view literature_record_name(struct arena *arena, const struct uuid *table, string_view key)
{
    char text[37];
    uuid_to_text(table, text);
    return arena_print(arena, "%s/" SV_FORMAT, text, SV_ARGUMENT(key));
}

uint64_t literature_record_hash(const struct uuid *table, string_view key)
{
    char bytes[16 + 1024];
    size_t length = MIN(key.length, sizeof bytes - 16);
    memcpy(bytes, table->bytes, 16);
    memcpy(bytes + 16, key.bytes == NULL ? "" : key.bytes, length);
    return hash_bytes(bytes, 16 + length);
}

// --- the file --------------------------------------------------------------------------------

void literature_lock(struct literature *l)
{
    (void)pthread_mutex_lock(&l->file.mutex);
}

void literature_unlock(struct literature *l)
{
    (void)pthread_mutex_unlock(&l->file.mutex);
}

status literature_open(const char *folder, struct literature **out, struct error *e)
{
    void *made = NULL;
    TRY(durable_open(sizeof **out, &file_kind, folder, &made, e));
    *out = made;
    return ST_OK;
}

void literature_close(struct literature *l)
{
    durable_close(l == NULL ? NULL : &l->file);
}

status literature_begin(struct literature *l, struct error *e)
{
    bool there = false;
    if (!l->file.writable) {
        return error_set(e, ST_IO,
                         "the data folder cannot be written, so nothing can be added to "
                         "the literature");
    }
    TRY(durable_be_open(&l->file, true, &there, e));
    literature_lock(l);
    status result = l->depth > 0
                        ? ST_OK
                        : database_run(&l->file.database,
                                       "BEGIN IMMEDIATE;" LITERATURE_ERASED_TABLE, "be locked", e);
    if (result == ST_OK) {
        l->depth++;
        return ST_OK;
    }
    literature_unlock(l);
    return result;
}

status literature_end(struct literature *l, bool keep, struct error *e)
{
    status result = ST_OK;
    if (--l->depth == 0) {
        if (keep) {
            result = database_run(&l->file.database, "UPDATE state SET number = number + 1; COMMIT",
                                  "be written", e);
        }
        if (!keep || result != ST_OK) {
            (void)sqlite3_exec(l->file.database.handle, "ROLLBACK", NULL, NULL, NULL);
        }
    }
    literature_unlock(l);
    return result;
}

// Ends what a call began; its own trouble is told, and that of the end only where there is none.
static status end_with(struct literature *l, status result, struct error *e)
{
    status ended = literature_end(l, result == ST_OK, result == ST_OK ? e : NULL);
    return result == ST_OK ? ended : result;
}

// --- publications ----------------------------------------------------------------------------

// Of those without a DOI: a hash of what they are called.
static string_view identity_of(const struct publication *p, struct arena *arena)
{
    if (p->doi.length > 0) {
        return p->doi;
    }
    struct buffer text;
    struct sha256 hash;
    char hex[65];
    buffer_init(&text, 8 * LITERATURE_LIMIT_TEXT);
    fold_full(p->title, &text);
    buffer_append_byte(&text, '\n');
    fold_full(p->authors, &text);
    buffer_print(&text, "\n%d", p->year);
    sha256_of(text.bytes, text.length, &hash);
    buffer_release(&text);
    sha256_to_hex(&hash, hex);
    return arena_print(arena, "text:%s", hex);
}

static status find_publication(struct literature *l, string_view identity, int64_t *id,
                               struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&l->file.database, "SELECT id FROM publication WHERE identity = ?", &s,
                         e));
    database_bind_text(s, 1, identity);
    int code = sqlite3_step(s);
    status result = code == SQLITE_ROW    ? ST_OK
                    : code == SQLITE_DONE ? ST_NOT_FOUND
                                          : database_error(&l->file.database, "be read", e);
    *id = result == ST_OK ? sqlite3_column_int64(s, 0) : 0;
    (void)sqlite3_finalize(s);
    return result;
}

static status make_publication(struct literature *l, const struct publication *p,
                               string_view identity, int64_t *id, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&l->file.database, "INSERT INTO publication (identity, doi) VALUES (?, ?)",
                         &s, e));
    database_bind_text(s, 1, identity);
    database_bind_optional(s, 2, p->doi);
    TRY(database_finish(&l->file.database, s, "be written", e));
    *id = sqlite3_last_insert_rowid(l->file.database.handle);
    return ST_OK;
}

static status write_said(struct literature *l, int64_t id, const struct publication *p,
                         enum literature_source source, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(
        &l->file.database,
        "INSERT INTO said (publication, source, title, authors, year, venue, type, address)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO UPDATE SET"
        " title = coalesce(?3, title), authors = coalesce(?4, authors), year = coalesce(?5, year),"
        " venue = coalesce(?6, venue), type = coalesce(?7, type), address = coalesce(?8, address)",
        &s, e));
    (void)sqlite3_bind_int64(s, 1, id);
    (void)sqlite3_bind_int(s, 2, (int)source);
    database_bind_optional(s, 3, p->title);
    database_bind_optional(s, 4, p->authors);
    if (p->year != 0) {
        (void)sqlite3_bind_int(s, 5, p->year);
    }
    database_bind_optional(s, 6, p->venue);
    database_bind_optional(s, 7, p->type);
    database_bind_optional(s, 8, p->address);
    return database_finish(&l->file.database, s, "be written", e);
}

// What is searched, from what stands in the row.
static status write_words(struct literature *l, int64_t id, struct arena *arena, struct error *e)
{
    struct publication p;
    struct buffer words;
    sqlite3_stmt *s = NULL;
    TRY(literature_publication(l, id, arena, &p, e));
    buffer_init(&words, 32 * LITERATURE_LIMIT_TEXT);
    const string_view parts[] = {p.title, p.authors, p.venue, p.doi};
    for (size_t i = 0; i < ARRAY_LENGTH(parts); i++) {
        fold_full(parts[i], &words);
        buffer_append_byte(&words, '\n');
    }
    status result =
        database_prepare(&l->file.database, "UPDATE publication SET words = ? WHERE id = ?", &s, e);
    if (result == ST_OK) {
        database_bind_text(s, 1, buffer_view(&words));
        (void)sqlite3_bind_int64(s, 2, id);
        result = database_finish(&l->file.database, s, "be written", e);
    }
    buffer_release(&words);
    return result;
}

// Each of its values is the best source's that has one.
status literature_merge_said(struct literature *l, int64_t id, struct arena *arena, struct error *e)
{
#define BEST(column, none)                                                                         \
#column " = coalesce((SELECT " #column " FROM said WHERE publication = ?1 AND " #column        \
            " IS NOT NULL ORDER BY source LIMIT 1), " none ")"
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(
        &l->file.database,
        "UPDATE publication SET " BEST(title, "''") ", " BEST(authors, "''") ", " BEST(
            year, "0") ", " BEST(venue, "''") ", " BEST(type,
                                                        "''") ", " BEST(address,
                                                                        "''") " WHERE id = ?1",
        &s, e));
#undef BEST
    (void)sqlite3_bind_int64(s, 1, id);
    TRY(database_finish(&l->file.database, s, "be written", e));
    return write_words(l, id, arena, e);
}

// --- evidence --------------------------------------------------------------------------------

static status forget_unknown(struct literature *l, const struct evidence *one, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&l->file.database,
                         "DELETE FROM evidence WHERE publication = ? AND kind = 3 AND target = ?"
                         " AND reviewed = 0",
                         &s, e));
    (void)sqlite3_bind_int64(s, 1, one->publication);
    database_bind_text(s, 2, one->given);
    return database_finish(&l->file.database, s, "be written", e);
}

static status write_evidence(struct literature *l, const struct evidence *one, bool *is_new,
                             struct error *e)
{
    sqlite3_stmt *s = NULL;
    int64_t before = 0;
    if (one->kind != LITERATURE_OF_UNKNOWN) {
        TRY(forget_unknown(l, one, e));
    }
    before = sqlite3_last_insert_rowid(l->file.database.handle);
    sqlite3_set_last_insert_rowid(l->file.database.handle, 0);
    TRY(database_prepare(
        &l->file.database,
        "INSERT INTO evidence (publication, kind, target, dataset, given, grade, route, source,"
        " state, why, use) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO"
        " UPDATE SET state = CASE WHEN reviewed THEN state ELSE min(state, ?9) END,"
        " why = CASE WHEN ?9 > state THEN why ELSE ?10 END,"
        " use = coalesce(?11, use)",
        &s, e));
    (void)sqlite3_bind_int64(s, 1, one->publication);
    (void)sqlite3_bind_int(s, 2, (int)one->kind);
    database_bind_text(s, 3, one->target);
    database_bind_optional(s, 4, one->dataset);
    database_bind_text(s, 5, one->given);
    (void)sqlite3_bind_int(s, 6, (int)one->grade);
    (void)sqlite3_bind_int(s, 7, (int)one->route);
    (void)sqlite3_bind_int(s, 8, (int)one->source);
    (void)sqlite3_bind_int(s, 9, (int)one->state);
    database_bind_text(s, 10, one->why);
    if (one->use != 0) {
        (void)sqlite3_bind_int64(s, 11, one->use);
    }
    TRY(database_finish(&l->file.database, s, "be written", e));
    *is_new = sqlite3_last_insert_rowid(l->file.database.handle) != 0; // an update sets none
    if (!*is_new) {
        sqlite3_set_last_insert_rowid(l->file.database.handle, before);
    }
    return ST_OK;
}

// What was erased by law comes back from no source (rule F5): *erased where nothing is left that
// would name the publication.
static status leave_out_erased(struct literature *l, struct publication *p, bool *erased,
                               struct error *e)
{
    string_view *texts[] = {&p->title, &p->authors, &p->venue, &p->type, &p->address};
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        TRY(literature_leave_out_erased(l, texts[i], e));
    }
    TRY(literature_is_erased(l, p->doi, erased, e));
    *erased = *erased || (p->doi.length == 0 && p->title.length == 0);
    return ST_OK;
}

// Likewise: *erased where it is about nothing else.
static status leave_out_of_evidence(struct literature *l, struct evidence *one, bool *erased,
                                    struct error *e)
{
    *erased = false;
    if (one->kind == LITERATURE_OF_UNKNOWN) {
        TRY(literature_is_erased(l, one->target, erased, e));
    }
    TRY(literature_leave_out_erased(l, &one->given, e));
    return literature_leave_out_erased(l, &one->why, e);
}

static status add_within(struct literature *l, const struct publication *p,
                         enum literature_source source, const struct evidence *list, size_t count,
                         struct arena *arena, struct literature_added *out, struct error *e)
{
    struct publication kept = *p;
    bool erased = false;
    TRY(leave_out_erased(l, &kept, &erased, e));
    if (erased) {
        return ST_OK;
    }
    string_view identity = identity_of(p, arena);
    status found = find_publication(l, identity, &out->publication, e);
    if (found == ST_NOT_FOUND) {
        TRY(make_publication(l, p, identity, &out->publication, e));
        out->is_new = true;
    } else if (found != ST_OK) {
        return found;
    }
    TRY(write_said(l, out->publication, &kept, source, e));
    TRY(literature_merge_said(l, out->publication, arena, e));
    for (size_t i = 0; i < count; i++) {
        struct evidence one = list[i];
        bool is_new = false;
        one.publication = out->publication;
        TRY(leave_out_of_evidence(l, &one, &erased, e));
        if (!erased) {
            TRY(write_evidence(l, &one, &is_new, e));
            out->evidence += is_new;
        }
    }
    return ST_OK;
}

status literature_add(struct literature *l, const struct publication *p,
                      enum literature_source source, const struct evidence *list, size_t count,
                      struct arena *arena, struct literature_added *out, struct error *e)
{
    const string_view texts[] = {p->title, p->authors, p->venue, p->type, p->address};
    *out = (struct literature_added){.is_new = false};
    if (p->doi.length == 0 && sv_trim(p->title).length == 0) {
        return error_set(e, ST_BAD_DATA, "a publication needs a DOI or a title");
    }
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        if (texts[i].length > LITERATURE_LIMIT_TEXT || utf8_check(texts[i]) != texts[i].length) {
            return error_set(e, ST_BAD_DATA,
                             "a publication's texts are UTF-8 of at most %zu bytes each",
                             LITERATURE_LIMIT_TEXT);
        }
    }
    TRY(literature_begin(l, e));
    return end_with(l, add_within(l, p, source, list, count, arena, out, e), e);
}

static status review_within(struct literature *l, int64_t evidence, bool accept, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&l->file.database,
                         "UPDATE evidence SET state = ?, reviewed = 1 WHERE id = ? RETURNING kind",
                         &s, e));
    (void)sqlite3_bind_int(s, 1, accept ? LITERATURE_SHOWN : LITERATURE_REFUSED);
    (void)sqlite3_bind_int64(s, 2, evidence);
    int code = sqlite3_step(s);
    bool unknown = code == SQLITE_ROW && sqlite3_column_int(s, 0) == LITERATURE_OF_UNKNOWN;
    status result = code == SQLITE_DONE  ? error_set(e, ST_NOT_FOUND, "there is no evidence %lld",
                                                     (long long)evidence)
                    : code != SQLITE_ROW ? database_error(&l->file.database, "be written", e)
                                         : ST_OK;
    (void)sqlite3_finalize(s);
    return unknown && accept
               ? error_set(e, ST_INVALID,
                           "evidence %lld is about nothing that is here; add the publication "
                           "again with an identifier that is",
                           (long long)evidence)
               : result;
}

status literature_review(struct literature *l, int64_t evidence, bool accept, struct error *e)
{
    bool there = false;
    TRY(durable_be_open(&l->file, false, &there, e));
    if (!there) {
        return error_set(e, ST_NOT_FOUND, "there is no evidence %lld", (long long)evidence);
    }
    TRY(literature_begin(l, e));
    return end_with(l, review_within(l, evidence, accept, e), e);
}

// --- places ----------------------------------------------------------------------------------

status literature_set_place(struct literature *l, string_view gathering, string_view place,
                            struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(literature_begin(l, e));
    status result = database_prepare(&l->file.database,
                                     "INSERT INTO place VALUES (?1, ?2) ON CONFLICT DO UPDATE SET"
                                     " place = ?2",
                                     &s, e);
    if (result == ST_OK) {
        database_bind_text(s, 1, gathering);
        database_bind_text(s, 2, place);
        result = database_finish(&l->file.database, s, "be written", e);
    }
    return end_with(l, result, e);
}

// --- uses ------------------------------------------------------------------------------------

static status bind_members(struct literature *l, const char *sql, int64_t use,
                           const struct literature_use *u, int which, struct error *e)
{
    sqlite3_stmt *s = NULL;
    size_t count = which == 0 ? u->record_count : which == 1 ? u->table_count : u->dataset_count;
    TRY(database_prepare(&l->file.database, sql, &s, e));
    status result = ST_OK;
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        char uuid[37];
        if (which == 0) {
            (void)sqlite3_bind_int64(s, 1, (int64_t)u->records[i]);
        } else if (which == 1) {
            uuid_to_text(&u->tables[i], uuid);
            database_bind_text(s, 1, sv_from(uuid));
        } else {
            database_bind_text(s, 1, u->datasets[i]);
        }
        (void)sqlite3_bind_int64(s, 2, use);
        result = sqlite3_step(s) == SQLITE_DONE
                     ? ST_OK
                     : database_error(&l->file.database, "be written", e);
        (void)sqlite3_reset(s);
    }
    (void)sqlite3_finalize(s);
    return result;
}

static status add_use(struct literature *l, const struct literature_use *u, int64_t *out,
                      struct error *e)
{
    static const char *const inserts[] = {"INSERT OR IGNORE INTO use_record VALUES (?, ?)",
                                          "INSERT OR IGNORE INTO use_table VALUES (?, ?)",
                                          "INSERT OR IGNORE INTO use_dataset VALUES (?, ?)"};
    sqlite3_stmt *s = NULL;
    status found = literature_use_find(l, u->name, out, e);
    if (found != ST_NOT_FOUND) {
        return found;
    }
    TRY(database_prepare(&l->file.database,
                         "INSERT INTO use (name, version, records) VALUES (?, ?, ?)", &s, e));
    database_bind_text(s, 1, u->name);
    (void)sqlite3_bind_int64(s, 2, u->version);
    (void)sqlite3_bind_int64(s, 3, (int64_t)u->record_count);
    TRY(database_finish(&l->file.database, s, "be written", e));
    *out = sqlite3_last_insert_rowid(l->file.database.handle);
    for (int i = 0; i < 3; i++) {
        TRY(bind_members(l, inserts[i], *out, u, i, e));
    }
    return ST_OK;
}

status literature_use_add(struct literature *l, const struct literature_use *use, int64_t *out,
                          struct error *e)
{
    TRY(literature_begin(l, e));
    return end_with(l, add_use(l, use, out, e), e);
}
