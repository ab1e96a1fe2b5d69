// SPDX-License-Identifier: Apache-2.0
// What is asked of the register: publications, their numbers, their evidence. Questions are put
// together from fixed pieces; what is asked for is bound.
#include "catalogue/literature_private.h"

#include "base/fold.h"

#include <stdio.h>

#define WORDS_MOST ((size_t)8)
#define SQL_MOST   ((size_t)4096)

#define COLUMNS "p.id, p.doi, p.title, p.authors, p.year, p.venue, p.type, p.address"
#define EVIDENCE_COLUMNS                                                                           \
    "id, publication, kind, target, dataset, given, grade, route, source, state, reviewed, why, "  \
    "use"

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the literature");
}

static void read_publication(sqlite3_stmt *s, struct arena *arena, struct publication *out)
{
    *out = (struct publication){
        .id = sqlite3_column_int64(s, 0),
        .doi = database_text(s, 1, arena),
        .title = database_text(s, 2, arena),
        .authors = database_text(s, 3, arena),
        .year = sqlite3_column_int(s, 4),
        .venue = database_text(s, 5, arena),
        .type = database_text(s, 6, arena),
        .address = database_text(s, 7, arena),
    };
}

static int within(int value, int count)
{
    return value >= 0 && value < count ? value : count - 1;
}

// What a newer program wrote is about nothing that is known here.
static enum literature_target kind_of(int value)
{
    return value >= 0 && value < LITERATURE_TARGETS ? (enum literature_target)value
                                                    : LITERATURE_OF_UNKNOWN;
}

static void read_evidence(sqlite3_stmt *s, struct arena *arena, struct evidence *out)
{
    *out = (struct evidence){
        .id = sqlite3_column_int64(s, 0),
        .publication = sqlite3_column_int64(s, 1),
        .kind = (enum literature_target)kind_of(sqlite3_column_int(s, 2)),
        .target = database_text(s, 3, arena),
        .dataset = database_text(s, 4, arena),
        .given = database_text(s, 5, arena),
        .grade = (enum literature_grade)within(sqlite3_column_int(s, 6), LITERATURE_GRADES),
        .route = (enum literature_route)within(sqlite3_column_int(s, 7), LITERATURE_ROUTES),
        .source = (enum literature_source)within(sqlite3_column_int(s, 8), LITERATURE_SOURCES),
        .state = (enum literature_state)within(sqlite3_column_int(s, 9), LITERATURE_STATES),
        .reviewed = sqlite3_column_int(s, 10) != 0,
        .why = database_text(s, 11, arena),
        .use = sqlite3_column_int64(s, 12),
    };
}

// --- conditions ------------------------------------------------------------------------------

// `sql` grows by the conditions of the filter; numbered parameters say which is which.
static void write_conditions(const struct literature_filter *f, struct buffer *sql)
{
    if (!f->all) {
        buffer_append_view(sql, SV(" AND e.state = 0"));
    }
    if (f->dataset.length > 0) {
        buffer_append_view(sql, SV(" AND (e.dataset = ?1 OR e.use IN (SELECT use FROM use_dataset"
                                   " WHERE dataset = ?1))"));
    }
    if (f->record.length > 0) {
        buffer_append_view(sql, SV(" AND ((e.kind = 2 AND e.target = ?2) OR e.use IN (SELECT value"
                                   " FROM json_each(?3)))"));
    }
    if (f->search.length > 0) {
        buffer_append_view(sql, SV(" AND e.kind = 1 AND e.target = ?4"));
    }
    if (f->by_grade) {
        buffer_print(sql, " AND e.grade = %d", (int)f->grade);
    }
    if (f->by_route) {
        buffer_print(sql, " AND e.route = %d", (int)f->route);
    }
    if (f->year_from != 0) {
        buffer_print(sql, " AND p.year >= %d", f->year_from);
    }
    if (f->year_to != 0) {
        buffer_print(sql, " AND p.year <= %d AND p.year <> 0", f->year_to);
    }
    string_view rest = f->words;
    string_view word;
    for (size_t i = 0; i < WORDS_MOST && sv_split(&rest, ' ', &word);) {
        if (word.length > 0) {
            buffer_print(sql, " AND instr(p.words, ?%zu) > 0", 10 + i++);
        }
    }
}

static void bind_uses(sqlite3_stmt *s, int at, const struct literature_filter *f)
{
    struct buffer json;
    buffer_init(&json, (size_t)1 << 24);
    buffer_append_byte(&json, '[');
    for (size_t i = 0; i < f->use_count; i++) {
        buffer_print(&json, "%s%lld", i == 0 ? "" : ",", (long long)f->uses[i]);
    }
    buffer_append_byte(&json, ']');
    database_bind_text(s, at, buffer_view(&json));
    buffer_release(&json);
}

static void bind_conditions(sqlite3_stmt *s, const struct literature_filter *f)
{
    database_bind_text(s, 1, f->dataset);
    database_bind_text(s, 2, f->record);
    bind_uses(s, 3, f);
    database_bind_text(s, 4, f->search);
    string_view rest = f->words;
    string_view word;
    for (size_t i = 0; i < WORDS_MOST && sv_split(&rest, ' ', &word);) {
        if (word.length > 0) {
            struct buffer folded;
            buffer_init(&folded, 12 * word.length + 1);
            fold_full(word, &folded);
            database_bind_text(s, 10 + (int)i++, buffer_view(&folded));
            buffer_release(&folded);
        }
    }
}

static status prepare_filtered(struct literature *l, const char *before, const char *behind,
                               const struct literature_filter *f, sqlite3_stmt **out,
                               struct error *e)
{
    struct buffer sql;
    buffer_init(&sql, SQL_MOST);
    buffer_append_view(&sql, sv_from(before));
    buffer_append_view(&sql, f->all ? SV(" FROM publication p LEFT JOIN evidence e ON e.publication"
                                         " = p.id WHERE 1")
                                    : SV(" FROM evidence e JOIN publication p ON p.id ="
                                         " e.publication WHERE 1"));
    write_conditions(f, &sql);
    buffer_append_view(&sql, sv_from(behind));
    buffer_append_byte(&sql, '\0');
    status result = buffer_check(&sql, "a question of the literature", e);
    if (result == ST_OK) {
        result = database_prepare(&l->file.database, sql.bytes, out, e);
    }
    buffer_release(&sql);
    if (result == ST_OK) {
        bind_conditions(*out, f);
    }
    return result;
}

// --- counting --------------------------------------------------------------------------------

static status count_within(struct literature *l, const struct literature_filter *f,
                           struct literature_counts *out, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(prepare_filtered(
        l,
        "SELECT count(*), total(d), total(g), total(d AND g), total(n0), total(n1), total(n2),"
        " total(n3) FROM (SELECT max(e.route = 0) d, max(e.route = 1) g, max(e.grade = 0) n0,"
        " max(e.grade = 1) n1, max(e.grade = 2) n2, max(e.grade = 3) n3",
        " GROUP BY p.id)", f, &s, e));
    status result = ST_OK;
    if (sqlite3_step(s) == SQLITE_ROW) {
        out->total = (uint64_t)sqlite3_column_int64(s, 0);
        out->direct = (uint64_t)sqlite3_column_int64(s, 1);
        out->gbif = (uint64_t)sqlite3_column_int64(s, 2);
        out->both = (uint64_t)sqlite3_column_int64(s, 3);
        for (int i = 0; i < LITERATURE_GRADES; i++) {
            out->grades[i] = (uint64_t)sqlite3_column_int64(s, 4 + i);
        }
    } else {
        result = database_error(&l->file.database, "be read", e);
    }
    (void)sqlite3_finalize(s);
    return result;
}

status literature_count(struct literature *l, const struct literature_filter *filter,
                        struct literature_counts *out, struct error *e)
{
    *out = (struct literature_counts){.total = 0};
    status result = ST_OK;
    if (durable_ask(&l->file, ST_OK, &result, e)) {
        result = count_within(l, filter, out, e);
        durable_asked(&l->file);
    }
    return result;
}

static status datasets_within(struct literature *l, size_t limit, struct arena *arena,
                              struct literature_dataset_count *out, size_t *count, struct error *e)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_ROW;
    TRY(database_prepare(
        &l->file.database,
        "SELECT dataset, count(*) n FROM (SELECT dataset, publication FROM evidence WHERE state = 0"
        " AND dataset IS NOT NULL UNION SELECT d.dataset, e.publication FROM evidence e JOIN"
        " use_dataset d ON d.use = e.use WHERE e.state = 0) GROUP BY dataset ORDER BY n DESC,"
        " dataset LIMIT ?",
        &s, e));
    (void)sqlite3_bind_int64(s, 1, (int64_t)limit);
    while (*count < limit && (code = sqlite3_step(s)) == SQLITE_ROW) {
        out[(*count)++] = (struct literature_dataset_count){database_text(s, 0, arena),
                                                            (uint64_t)sqlite3_column_int64(s, 1)};
    }
    status result = code == SQLITE_DONE || code == SQLITE_ROW
                        ? ST_OK
                        : database_error(&l->file.database, "be read", e);
    (void)sqlite3_finalize(s);
    return result;
}

status literature_count_datasets(struct literature *l, size_t limit, struct arena *arena,
                                 struct literature_dataset_count **out, size_t *count,
                                 struct error *e)
{
    bool there = false;
    *count = 0;
    *out = arena_array(arena, struct literature_dataset_count, limit + 1);
    if (*out == NULL) {
        return no_memory(e);
    }
    TRY(durable_be_open(&l->file, false, &there, e));
    if (!there) {
        return ST_OK;
    }
    literature_lock(l);
    status result = datasets_within(l, limit, arena, *out, count, e);
    literature_unlock(l);
    return result;
}

status literature_state(struct literature *l, uint64_t *out, struct error *e)
{
    sqlite3_stmt *s = NULL;
    *out = 0;
    status result = ST_OK;
    if (durable_ask(&l->file, ST_OK, &result, e)) {
        result = database_prepare(&l->file.database, "SELECT number FROM state", &s, e);
        if (result == ST_OK) {
            *out = sqlite3_step(s) == SQLITE_ROW ? (uint64_t)sqlite3_column_int64(s, 0) : 0;
            (void)sqlite3_finalize(s);
        }
        durable_asked(&l->file);
    }
    return result;
}

// --- lists -----------------------------------------------------------------------------------

// Reads the rows of a prepared statement as publications, and finalises it.
static status read_publications(struct literature *l, sqlite3_stmt *s, size_t limit,
                                struct arena *arena, struct publication **out, size_t *count,
                                struct error *e)
{
    int code = SQLITE_ROW;
    *out = arena_array(arena, struct publication, limit + 1);
    status result = *out == NULL ? no_memory(e) : ST_OK;
    while (result == ST_OK && *count < limit && (code = sqlite3_step(s)) == SQLITE_ROW) {
        read_publication(s, arena, &(*out)[(*count)++]);
    }
    if (result == ST_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        result = database_error(&l->file.database, "be read", e);
    }
    (void)sqlite3_finalize(s);
    return result;
}

static status list_within(struct literature *l, const struct literature_filter *f, uint64_t offset,
                          size_t limit, struct arena *arena, struct publication **out,
                          size_t *count, struct error *e)
{
    sqlite3_stmt *s = NULL;
    TRY(prepare_filtered(l, "SELECT " COLUMNS,
                         " GROUP BY p.id ORDER BY p.year DESC, p.title, p.id LIMIT ?5 OFFSET ?6", f,
                         &s, e));
    (void)sqlite3_bind_int64(s, 5, (int64_t)limit);
    (void)sqlite3_bind_int64(s, 6, (int64_t)MIN(offset, (uint64_t)INT64_MAX));
    return read_publications(l, s, limit, arena, out, count, e);
}

status literature_list(struct literature *l, const struct literature_filter *filter,
                       uint64_t offset, size_t limit, struct arena *arena, struct publication **out,
                       size_t *count, struct error *e)
{
    *count = 0;
    *out = NULL;
    status result = ST_OK;
    if (durable_ask(&l->file, ST_OK, &result, e)) {
        result =
            list_within(l, filter, offset, MIN(limit, LITERATURE_LIMIT_LIST), arena, out, count, e);
        durable_asked(&l->file);
    }
    return result;
}

status literature_publication(struct literature *l, int64_t id, struct arena *arena,
                              struct publication *out, struct error *e)
{
    struct publication *list = NULL;
    sqlite3_stmt *s = NULL;
    size_t count = 0;
    status result = ST_OK;
    if (durable_ask(&l->file, ST_NOT_FOUND, &result, e)) {
        result = database_prepare(&l->file.database,
                                  "SELECT " COLUMNS " FROM publication p WHERE id = ?", &s, e);
        if (result == ST_OK) {
            (void)sqlite3_bind_int64(s, 1, id);
            result = read_publications(l, s, 1, arena, &list, &count, e);
        }
        durable_asked(&l->file);
    }
    if (result == ST_OK && count == 1) {
        *out = list[0];
    }
    return result == ST_OK && count == 0 ? ST_NOT_FOUND : result;
}

status literature_not_told(struct literature *l, enum literature_source source, int64_t after,
                           size_t limit, struct arena *arena, struct publication **out,
                           size_t *count, struct error *e)
{
    sqlite3_stmt *s = NULL;
    *count = 0;
    status result = ST_OK;
    if (durable_ask(&l->file, ST_OK, &result, e)) {
        result = database_prepare(&l->file.database,
                                  "SELECT " COLUMNS " FROM publication p WHERE doi IS NOT NULL"
                                  " AND id > ? AND NOT EXISTS (SELECT 1 FROM said WHERE"
                                  " publication = p.id AND source = ?) ORDER BY id LIMIT ?",
                                  &s, e);
        if (result == ST_OK) {
            (void)sqlite3_bind_int64(s, 1, after);
            (void)sqlite3_bind_int(s, 2, (int)source);
            (void)sqlite3_bind_int64(s, 3, (int64_t)limit);
            result =
                read_publications(l, s, MIN(limit, LITERATURE_LIMIT_LIST), arena, out, count, e);
        }
        durable_asked(&l->file);
    }
    return result;
}

static status evidence_within(struct literature *l, int64_t publication,
                              enum literature_state state, int64_t after, size_t limit,
                              struct arena *arena, struct evidence **out, size_t *count,
                              struct error *e)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_ROW;
    *out = arena_array(arena, struct evidence, limit + 1);
    if (*out == NULL) {
        return no_memory(e);
    }
    TRY(database_prepare(&l->file.database,
                         "SELECT " EVIDENCE_COLUMNS " FROM evidence WHERE state = ?1 AND id > ?2"
                         " AND (?3 = 0 OR publication = ?3) ORDER BY id LIMIT ?4",
                         &s, e));
    (void)sqlite3_bind_int(s, 1, (int)state);
    (void)sqlite3_bind_int64(s, 2, after);
    (void)sqlite3_bind_int64(s, 3, publication);
    (void)sqlite3_bind_int64(s, 4, (int64_t)limit);
    while (*count < limit && (code = sqlite3_step(s)) == SQLITE_ROW) {
        read_evidence(s, arena, &(*out)[(*count)++]);
    }
    status result = code == SQLITE_DONE || code == SQLITE_ROW
                        ? ST_OK
                        : database_error(&l->file.database, "be read", e);
    (void)sqlite3_finalize(s);
    return result;
}

status literature_evidence(struct literature *l, int64_t publication, enum literature_state state,
                           int64_t after, size_t limit, struct arena *arena, struct evidence **out,
                           size_t *count, struct error *e)
{
    *count = 0;
    *out = NULL;
    status result = ST_OK;
    if (durable_ask(&l->file, ST_OK, &result, e)) {
        result = evidence_within(l, publication, state, after, MIN(limit, LITERATURE_LIMIT_LIST),
                                 arena, out, count, e);
        durable_asked(&l->file);
    }
    return result;
}

// --- uses and places -------------------------------------------------------------------------

status literature_use_find(struct literature *l, string_view name, int64_t *out, struct error *e)
{
    sqlite3_stmt *s = NULL;
    status result = ST_OK;
    if (durable_ask(&l->file, ST_NOT_FOUND, &result, e)) {
        result = database_prepare(&l->file.database, "SELECT id FROM use WHERE name = ?", &s, e);
        if (result == ST_OK) {
            database_bind_text(s, 1, name);
            int code = sqlite3_step(s);
            result = code == SQLITE_ROW    ? ST_OK
                     : code == SQLITE_DONE ? ST_NOT_FOUND
                                           : database_error(&l->file.database, "be read", e);
            *out = result == ST_OK ? sqlite3_column_int64(s, 0) : 0;
            (void)sqlite3_finalize(s);
        }
        durable_asked(&l->file);
    }
    return result;
}

static status uses_within(struct literature *l, const struct uuid *table, string_view key,
                          struct arena *arena, struct literature_used **out, size_t *count,
                          struct error *e)
{
    sqlite3_stmt *s = NULL;
    char uuid[37];
    int code = SQLITE_ROW;
    *out = arena_array(arena, struct literature_used, LITERATURE_LIMIT_LIST);
    if (*out == NULL) {
        return no_memory(e);
    }
    TRY(database_prepare(&l->file.database,
                         "SELECT use, 0 FROM use_record WHERE record = ?1 UNION ALL"
                         " SELECT t.use, u.version FROM use_table t JOIN use u ON u.id = t.use"
                         " WHERE t.\"table\" = ?2 LIMIT ?3",
                         &s, e));
    uuid_to_text(table, uuid);
    (void)sqlite3_bind_int64(s, 1, (int64_t)literature_record_hash(table, key));
    database_bind_text(s, 2, sv_from(uuid));
    (void)sqlite3_bind_int64(s, 3, (int64_t)LITERATURE_LIMIT_LIST);
    while (*count < LITERATURE_LIMIT_LIST && (code = sqlite3_step(s)) == SQLITE_ROW) {
        (*out)[(*count)++] =
            (struct literature_used){sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1)};
    }
    status result = code == SQLITE_DONE || code == SQLITE_ROW
                        ? ST_OK
                        : database_error(&l->file.database, "be read", e);
    (void)sqlite3_finalize(s);
    return result;
}

status literature_uses_of(struct literature *l, const struct uuid *table, string_view key,
                          struct arena *arena, struct literature_used **out, size_t *count,
                          struct error *e)
{
    *count = 0;
    *out = NULL;
    status result = ST_OK;
    if (durable_ask(&l->file, ST_OK, &result, e)) {
        result = uses_within(l, table, key, arena, out, count, e);
        durable_asked(&l->file);
    }
    return result;
}

status literature_place(struct literature *l, string_view gathering, struct arena *arena,
                        string_view *place, struct error *e)
{
    sqlite3_stmt *s = NULL;
    *place = SV("");
    status result = ST_OK;
    if (durable_ask(&l->file, ST_OK, &result, e)) {
        result = database_prepare(&l->file.database, "SELECT place FROM place WHERE gathering = ?",
                                  &s, e);
        if (result == ST_OK) {
            database_bind_text(s, 1, gathering);
            *place = sqlite3_step(s) == SQLITE_ROW ? database_text(s, 0, arena) : SV("");
            (void)sqlite3_finalize(s);
        }
        durable_asked(&l->file);
    }
    return result;
}
