// SPDX-License-Identifier: Apache-2.0
// Erasing by law in the register of the literature. Rows are read while others of them are written:
// their keys and their order stay.
#include "catalogue/literature_private.h"

struct erasing {
    struct literature *l;
    const struct mentions *values;
    string_view record;
    bool look; // count, change nothing
    struct literature_erased *out;
    struct error *e;
};

// Runs one statement with up to two numbers bound, and gives how many rows it changed.
static status change(const struct erasing *x, const char *sql, int64_t first, int64_t second,
                     int *changed)
{
    sqlite3_stmt *s = NULL;
    TRY(database_prepare(&x->l->file.database, sql, &s, x->e));
    (void)sqlite3_bind_int64(s, 1, first);
    if (sqlite3_bind_parameter_count(s) > 1) {
        (void)sqlite3_bind_int64(s, 2, second);
    }
    TRY(database_finish(&x->l->file.database, s, "be written", x->e));
    *changed = sqlite3_changes(x->l->file.database.handle);
    return ST_OK;
}

typedef status visit_row(const struct erasing *x, sqlite3_stmt *row, struct arena *arena);

static status each_row(const struct erasing *x, const char *sql, visit_row *visit)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_ROW;
    status result = database_prepare(&x->l->file.database, sql, &s, x->e);
    while (result == ST_OK && (code = sqlite3_step(s)) == SQLITE_ROW) {
        struct arena arena;
        arena_init(&arena, 0);
        result = visit(x, s, &arena);
        arena_release(&arena);
    }
    if (result == ST_OK && code != SQLITE_DONE) {
        result = database_error(&x->l->file.database, "be read", x->e);
    }
    (void)sqlite3_finalize(s);
    return result;
}

static status holds(const struct erasing *x, sqlite3_stmt *row, int at, struct arena *arena,
                    bool *found)
{
    return mentions_in_words(x->values, database_text(row, at, arena), found, x->e);
}

// --- publications ----------------------------------------------------------------------------

static status remove_publication(const struct erasing *x, int64_t id)
{
    static const char *const removals[] = {"DELETE FROM evidence WHERE publication = ?",
                                           "DELETE FROM said WHERE publication = ?",
                                           "DELETE FROM publication WHERE id = ?"};
    for (size_t i = 0; i < ARRAY_LENGTH(removals); i++) {
        int changed = 0;
        TRY(change(x, removals[i], id, 0, &changed));
    }
    return ST_OK;
}

// What a source says loses each text that holds a value; the row stays, so that the source is not
// asked for them again.
static status erase_said(const struct erasing *x, sqlite3_stmt *row, struct arena *arena)
{
    static const char *const updates[] = {
        "UPDATE said SET title = NULL WHERE publication = ? AND source = ?",
        "UPDATE said SET authors = NULL WHERE publication = ? AND source = ?",
        "UPDATE said SET venue = NULL WHERE publication = ? AND source = ?",
        "UPDATE said SET type = NULL WHERE publication = ? AND source = ?",
        "UPDATE said SET address = NULL WHERE publication = ? AND source = ?"};
    for (size_t i = 0; i < ARRAY_LENGTH(updates); i++) {
        bool found = false;
        int changed = 0;
        TRY(holds(x, row, 2 + (int)i, arena, &found));
        if (found) {
            TRY(literature_note_erased(x->l, database_text(row, 2 + (int)i, arena), x->e));
            TRY(change(x, updates[i], sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1),
                       &changed));
        }
    }
    return ST_OK;
}

static status erase_publication(const struct erasing *x, sqlite3_stmt *row, struct arena *arena)
{
    int64_t id = sqlite3_column_int64(row, 0);
    bool has_doi = sqlite3_column_type(row, 1) != SQLITE_NULL;
    bool named = false;
    bool titled = false;
    bool told = false;
    TRY(holds(x, row, 1, arena, &named));
    TRY(holds(x, row, 2, arena, &titled));
    for (int at = 3; at < 7; at++) {
        TRY(holds(x, row, at, arena, &told));
    }
    if (!named && !titled && !told) {
        return ST_OK;
    }
    x->out->publications++;
    if (named) {
        TRY(literature_note_erased(x->l, database_text(row, 1, arena), x->e));
    }
    return named || (titled && !has_doi) ? remove_publication(x, id)
                                         : literature_merge_said(x->l, id, arena, x->e);
}

// --- evidence --------------------------------------------------------------------------------

// What is known of it still: its dataset, where somebody let it be shown.
static status turn_to_dataset(const struct erasing *x, sqlite3_stmt *row, int64_t id)
{
    bool stays = sqlite3_column_type(row, 3) != SQLITE_NULL &&
                 sqlite3_column_int(row, 6) == LITERATURE_SHOWN;
    int changed = 0;
    if (stays) { // unless the publication has the same of the dataset already
        TRY(change(x,
                   "UPDATE OR IGNORE evidence SET kind = 0, target = dataset, grade = 3,"
                   " given = '', why = '', use = NULL WHERE id = ?",
                   id, 0, &changed));
    }
    return changed > 0 ? ST_OK : change(x, "DELETE FROM evidence WHERE id = ?", id, 0, &changed);
}

static status erase_evidence(const struct erasing *x, sqlite3_stmt *row, struct arena *arena)
{
    int64_t id = sqlite3_column_int64(row, 0);
    int kind = sqlite3_column_int(row, 1);
    bool target = kind == LITERATURE_OF_RECORD && x->record.length > 0 &&
                  sv_equal(database_text(row, 2, arena), x->record);
    bool given = false;
    bool why = false;
    int changed = 0;
    if (kind == LITERATURE_OF_RECORD || kind == LITERATURE_OF_UNKNOWN) {
        TRY(holds(x, row, 2, arena, &target));
    }
    TRY(holds(x, row, 4, arena, &given));
    TRY(holds(x, row, 5, arena, &why));
    x->out->evidence += target || given || why;
    if (target || given) { // what was given would name it again
        TRY(literature_note_erased(x->l, database_text(row, 4, arena), x->e));
    }
    if (target && kind == LITERATURE_OF_UNKNOWN) {
        TRY(literature_note_erased(x->l, database_text(row, 2, arena), x->e));
    }
    if (why) {
        TRY(literature_note_erased(x->l, database_text(row, 5, arena), x->e));
    }
    if (target && kind == LITERATURE_OF_UNKNOWN) {
        return change(x, "DELETE FROM evidence WHERE id = ?", id, 0, &changed);
    }
    if (target) {
        return turn_to_dataset(x, row, id);
    }
    if (given) {
        TRY(change(x, "UPDATE evidence SET given = '' WHERE id = ?", id, 0, &changed));
    }
    return why ? change(x, "UPDATE evidence SET why = '' WHERE id = ?", id, 0, &changed) : ST_OK;
}

// --- the whole -------------------------------------------------------------------------------

// How far gathering came is forgotten: it begins anew.
static status erase_place(const struct erasing *x, sqlite3_stmt *row, struct arena *arena)
{
    sqlite3_stmt *s = NULL;
    bool found = false;
    TRY(holds(x, row, 0, arena, &found));
    TRY(holds(x, row, 1, arena, &found));
    if (!found) {
        return ST_OK;
    }
    TRY(database_prepare(&x->l->file.database, "DELETE FROM place WHERE gathering = ?", &s, x->e));
    database_bind_text(s, 1, database_text(row, 0, arena));
    return database_finish(&x->l->file.database, s, "be written", x->e);
}

static status erase_all(const struct erasing *x)
{
    TRY(each_row(x,
                 "SELECT publication, source, title, authors, venue, type, address FROM said"
                 " ORDER BY publication, source",
                 erase_said));
    TRY(each_row(x,
                 "SELECT id, doi, title, authors, venue, type, address FROM publication"
                 " ORDER BY id",
                 erase_publication));
    TRY(each_row(x, "SELECT id, kind, target, dataset, given, why, state FROM evidence ORDER BY id",
                 erase_evidence));
    return each_row(x, "SELECT gathering, place FROM place ORDER BY gathering", erase_place);
}

static status erase_open(const struct erasing *x)
{
    struct literature *l = x->l;
    TRY(literature_begin(l, x->e));
    status result = erase_all(x);
    status ended = literature_end(l, result == ST_OK && !x->look, result == ST_OK ? x->e : NULL);
    TRY(result);
    TRY(ended);
    return x->look ? ST_OK : database_forget(&l->file.database, x->e);
}

status literature_erase(struct literature *l, const struct mentions *values, string_view record,
                        bool look, struct literature_erased *out, struct error *e)
{
    const struct erasing x = {
        .l = l, .values = values, .record = record, .look = look, .out = out, .e = e};
    status result = ST_OK;
    if (durable_ask(&l->file, ST_OK, &result, e)) {
        result = erase_open(&x);
        durable_asked(&l->file);
    }
    return result;
}
