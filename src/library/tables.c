// SPDX-License-Identifier: Apache-2.0
// Tables, commits and digests of a snapshot.
#include "formats/json_write.h"
#include "library/library.h"
#include "store/erasures.h"

#include <stdlib.h>

// The table at an index among those that were there at the snapshot's commit.
static const struct store_table *table_at(const struct vitrine_snapshot *s, size_t index)
{
    size_t count = 0;
    const struct store_table *tables = snapshot_tables(s->snapshot, &count);
    size_t seen = 0;
    for (size_t i = 0; i < count; i++) {
        if (tables[i].created <= s->commit && seen++ == index) {
            return &tables[i];
        }
    }
    return NULL;
}

size_t vitrine_table_count(const struct vitrine_snapshot *snapshot)
{
    size_t count = 0;
    size_t visible = 0;
    const struct store_table *tables = snapshot_tables(snapshot->snapshot, &count);
    for (size_t i = 0; i < count; i++) {
        visible += tables[i].created <= snapshot->commit;
    }
    return visible;
}

struct vitrine_text vitrine_table_slug(const struct vitrine_snapshot *snapshot, size_t index)
{
    const struct store_table *t = table_at(snapshot, index);
    return library_text(t == NULL ? SV("") : t->slug);
}

struct vitrine_text vitrine_table_dataset(const struct vitrine_snapshot *snapshot, size_t index)
{
    const struct store_table *t = table_at(snapshot, index);
    return library_text(t == NULL ? SV("") : t->dataset_slug);
}

struct vitrine_text vitrine_table_key_field(const struct vitrine_snapshot *snapshot, size_t index)
{
    const struct store_table *t = table_at(snapshot, index);
    return library_text(t == NULL ? SV("") : t->key_field);
}

void vitrine_table_uuid(const struct vitrine_snapshot *snapshot, size_t index, char out[37])
{
    const struct store_table *t = table_at(snapshot, index);
    out[0] = '\0';
    if (t != NULL) {
        uuid_to_text(&t->table, out);
    }
}

// --- fields --------------------------------------------------------------------------------------

static void write_count(struct buffer *out, const char *name, uint64_t count)
{
    json_write_name(out, sv_from(name));
    buffer_append_uint(out, count);
}

static void write_field(struct buffer *out, const struct search_field *f)
{
    buffer_append_view(out, SV("{\"field\":"));
    json_write_string(out, f->name);
    json_write_name(out, SV("nested"));
    buffer_append_view(out, f->nested ? SV("true") : SV("false"));
    write_count(out, "records", f->records);
    write_count(out, "distinct", f->distinct);
    write_count(out, "numbers", f->numbers);
    write_count(out, "dates", f->dates);
    write_count(out, "booleans", f->booleans);
    write_count(out, "texts", f->texts);
    buffer_append_byte(out, '}');
}

static status write_fields(const struct vitrine_snapshot *s, const char *table, struct arena *arena,
                           struct buffer *out, struct error *e)
{
    const struct search_field *fields = NULL;
    const struct store_table *t = NULL;
    size_t count = 0;
    if (table != NULL) {
        TRY(library_table(s, sv_from(table), &t, e));
    }
    const struct uuid *asked = t == NULL ? NULL : &t->table;
    TRY(search_fields(s->snapshot, &scope_public, arena, asked, asked != NULL, s->commit, NULL,
                      NULL, &fields, &count, e));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        write_field(out, &fields[i]);
    }
    buffer_append_byte(out, ']');
    return ST_OK;
}

enum vitrine_status vitrine_table_fields_json(struct vitrine_snapshot *snapshot, const char *table,
                                              struct vitrine_buffer *out,
                                              struct vitrine_error *error)
{
    struct library_answer a;
    if (!library_answer_begin(&a, snapshot != NULL, out, error)) {
        return library_result(ST_INVALID, a.e);
    }
    struct arena arena;
    arena_init(&arena, 0);
    status result = write_fields(snapshot, table, &arena, a.out, a.e);
    arena_release(&arena);
    return library_answer_end(&a, result);
}

// --- commits -------------------------------------------------------------------------------------

static void write_text(struct buffer *out, const char *name, string_view value)
{
    json_write_name(out, sv_from(name));
    json_write_string(out, value);
}

static void write_counts(const struct vitrine_snapshot *s, const struct commit_counts *counts,
                         struct buffer *out)
{
    const struct store_table *t = snapshot_table_by_uuid(s->snapshot, &counts->table);
    buffer_append_view(out, SV("{\"table\":"));
    json_write_string(out, t == NULL ? SV("metadata") : t->slug);
    write_count(out, "added", counts->added);
    write_count(out, "changed", counts->changed);
    write_count(out, "removed", counts->removed);
    write_count(out, "unchanged", counts->unchanged);
    write_count(out, "clashes", counts->clashes);
    buffer_append_byte(out, '}');
}

static void write_commit(const struct vitrine_snapshot *s, const struct commit *c,
                         struct buffer *out)
{
    static const char *const kinds[] = {[COMMIT_IMPORT] = "import",
                                        [COMMIT_METADATA] = "metadata",
                                        [COMMIT_CORRECTION] = "correction",
                                        [COMMIT_REVERT] = "revert",
                                        [COMMIT_ERASURE] = "erasure"};
    buffer_append_view(out, SV("{\"commit\":"));
    buffer_append_uint(out, c->number);
    json_write_name(out, SV("version"));
    buffer_append_int(out, c->time);
    write_text(out, "kind",
               (size_t)c->kind < ARRAY_LENGTH(kinds) ? sv_from(kinds[c->kind]) : SV("other"));
    write_text(out, "author", c->author);
    write_text(out, "message", c->message);
    write_text(out, "source", c->source_name);
    write_text(out, "sourceHash", c->source_hash);
    write_text(out, "sourceDate", c->source_date);
    json_write_name(out, SV("tables"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < c->count_tables; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        write_counts(s, &c->counts[i], out);
    }
    buffer_append_view(out, SV("]}"));
}

enum vitrine_status vitrine_commit_json(const struct vitrine_snapshot *snapshot, uint32_t commit,
                                        struct vitrine_buffer *out, struct vitrine_error *error)
{
    struct library_answer a;
    if (!library_answer_begin(&a, snapshot != NULL, out, error)) {
        return library_result(ST_INVALID, a.e);
    }
    const struct commit *c =
        commit > snapshot->commit ? NULL : snapshot_commit(snapshot->snapshot, commit);
    if (c == NULL) {
        return library_answer_end(
            &a, error_set(a.e, ST_NOT_FOUND, "there is no commit %lu: the last one is %lu",
                          (unsigned long)commit, (unsigned long)snapshot->commit));
    }
    write_commit(snapshot, c, a.out);
    return library_answer_end(&a, ST_OK);
}

// --- digests -------------------------------------------------------------------------------------

static status digest_of_all(const struct vitrine_snapshot *s, struct sha256 *digest, uint64_t *rows,
                            struct error *e)
{
    size_t count = 0;
    const struct store_table *tables = snapshot_tables(s->snapshot, &count);
    struct uuid *list = calloc(count + 1, sizeof *list);
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a digest");
    }
    for (size_t i = 0; i < count; i++) {
        list[i] = tables[i].table;
    }
    status result =
        snapshot_digest(s->snapshot, &scope_public, list, count, s->commit, digest, rows, e);
    free(list);
    return result;
}

enum vitrine_status vitrine_digest(struct vitrine_snapshot *snapshot, const char *table,
                                   char out[65], uint64_t *records, struct vitrine_error *error)
{
    struct error own = {0};
    struct error *e = library_error(error, &own);
    const struct store_table *t = NULL;
    struct sha256 digest;
    uint64_t rows = 0;
    if (snapshot == NULL || out == NULL) {
        return library_result(error_set(e, ST_INVALID, "no snapshot is given"), e);
    }
    status result = table == NULL ? ST_OK : library_table(snapshot, sv_from(table), &t, e);
    if (result == ST_OK) {
        result = t != NULL ? snapshot_digest(snapshot->snapshot, &scope_public, &t->table, 1,
                                             snapshot->commit, &digest, &rows, e)
                           : digest_of_all(snapshot, &digest, &rows, e);
    }
    if (result == ST_OK) {
        sha256_to_hex(&digest, out);
        if (records != NULL) {
            *records = rows;
        }
    }
    return library_result(result, e);
}

// Of a table, or of all with `table` NULL.
static status count_erased(struct vitrine_snapshot *snapshot, const char *table,
                           struct erased_rows *out, struct error *e)
{
    const struct store_table *tables = NULL;
    size_t count = 1;
    if (table == NULL) {
        tables = snapshot_tables(snapshot->snapshot, &count);
    } else {
        TRY(library_table(snapshot, sv_from(table), &tables, e));
    }
    struct erased_rows all = {0};
    for (size_t i = 0; i < count; i++) {
        struct erased_rows one;
        TRY(snapshot_erased_rows(snapshot->snapshot, &scope_public, &tables[i].table, 1,
                                 snapshot->commit, &one, e));
        if (one.rows > 0) {
            all.first = all.rows == 0 ? one.first : MIN(all.first, one.first);
            all.last = MAX(all.last, one.last);
            all.rows += one.rows;
        }
    }
    *out = all;
    return ST_OK;
}

enum vitrine_status vitrine_erased(struct vitrine_snapshot *snapshot, const char *table,
                                   uint64_t *records, int64_t *first, int64_t *last,
                                   struct vitrine_error *error)
{
    struct error own = {0};
    struct error *e = library_error(error, &own);
    struct erased_rows erased = {0};
    if (snapshot == NULL || records == NULL || first == NULL || last == NULL) {
        return library_result(error_set(e, ST_INVALID, "no snapshot is given"), e);
    }
    status result = count_erased(snapshot, table, &erased, e);
    if (result == ST_OK) {
        *records = erased.rows;
        *first = erased.first;
        *last = erased.last;
    }
    return library_result(result, e);
}
