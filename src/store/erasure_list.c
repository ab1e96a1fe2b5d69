// SPDX-License-Identifier: Apache-2.0
// Reads and writes lists of erasures.
#include "store/erasure_list.h"

#include "store/commit_log.h"
#include "store/manifest.h"

#include <stdlib.h>

// --- one record ----------------------------------------------------------------------------------

static bool text_of(const json_t *object, const char *name, struct arena *arena, string_view *out)
{
    const json_t *member = json_object_get(object, name);
    if (!json_is_string(member)) {
        *out = SV("");
        return member == NULL;
    }
    *out = arena_copy(arena, (string_view){json_string_value(member), json_string_length(member)});
    return out->bytes != NULL;
}

static bool rows_of(const json_t *list, struct arena *arena, struct erased_record *out)
{
    size_t count = json_array_size(list);
    struct erased_row *rows = arena_array(arena, struct erased_row, count);
    for (size_t i = 0; rows != NULL && i < count; i++) {
        const json_t *item = json_array_get(list, i);
        const json_t *hash = json_object_get(item, "hash");
        json_int_t from = json_integer_value(json_object_get(item, "from"));
        if (from < 0 || from > UINT32_MAX || !json_is_string(hash) ||
            !sha256_from_hex((string_view){json_string_value(hash), json_string_length(hash)},
                             &rows[i].hash)) {
            return false;
        }
        rows[i].from = (uint32_t)from;
    }
    out->rows = rows;
    out->count = count;
    return rows != NULL;
}

bool erased_record_from_json(const json_t *object, struct arena *arena, struct erased_record *out)
{
    struct erased_record r = {
        .all_versions = json_is_true(json_object_get(object, "allVersions")),
    };
    string_view table = {0};
    bool whole = text_of(object, "table", arena, &table) && uuid_from_text(table, &r.table) &&
                 text_of(object, "key", arena, &r.key) &&
                 text_of(object, "field", arena, &r.field) &&
                 rows_of(json_object_get(object, "rows"), arena, &r);
    if (whole) {
        *out = r;
    }
    return whole;
}

static json_t *view_to_json(string_view text)
{
    return json_stringn(text.bytes == NULL ? "" : text.bytes, text.length);
}

json_t *erased_record_to_json(const struct erased_record *r)
{
    char table[37];
    json_t *rows = json_array();
    for (size_t i = 0; i < r->count; i++) {
        char hex[65];
        sha256_to_hex(&r->rows[i].hash, hex);
        json_array_append_new(
            rows, json_pack("{s:I,s:s}", "from", (json_int_t)r->rows[i].from, "hash", hex));
    }
    uuid_to_text(&r->table, table);
    return json_pack("{s:s,s:o,s:o,s:b,s:o}", "table", table, "key", view_to_json(r->key), "field",
                     view_to_json(r->field), "allVersions", (int)r->all_versions, "rows", rows);
}

// --- a store -------------------------------------------------------------------------------------

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the list of erasures");
}

static status copy_text(struct arena *arena, string_view text, string_view *out, struct error *e)
{
    *out = arena_copy(arena, text);
    return out->bytes == NULL ? no_memory(e) : ST_OK;
}

static status copy_erasure(struct arena *arena, const struct commit *c,
                           const struct erased_record *r, struct erasure *out, struct error *e)
{
    struct erased_row *rows = arena_array(arena, struct erased_row, r->count);
    if (rows == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < r->count; i++) {
        rows[i] = r->rows[i];
    }
    *out = (struct erasure){.record = *r, .time = c->time};
    out->record.rows = rows;
    TRY(copy_text(arena, r->key, &out->record.key, e));
    TRY(copy_text(arena, r->field, &out->record.field, e));
    TRY(copy_text(arena, c->author, &out->author, e));
    return copy_text(arena, c->message, &out->message, e);
}

static status copy_erasures(const struct commit_log *l, struct arena *arena,
                            const struct erasure **out, size_t *count, struct error *e)
{
    const struct erasure_list *erasures = commit_log_erasures(l);
    size_t total = 0;
    size_t at = 0;
    for (size_t i = 0; i < erasures->count; i++) {
        total += erasures->commits[i]->erased_count;
    }
    struct erasure *list = arena_array(arena, struct erasure, total);
    if (list == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < erasures->count; i++) {
        const struct commit *c = erasures->commits[i];
        for (size_t k = 0; k < c->erased_count; k++) {
            TRY(copy_erasure(arena, c, &c->erased[k], &list[at++], e));
        }
    }
    *out = list;
    *count = total;
    return ST_OK;
}

status erasures_of_store(const char *store_folder, struct arena *arena, const struct erasure **out,
                         size_t *count, struct error *e)
{
    struct manifest manifest;
    struct commit_log *log = NULL;
    TRY(manifest_read(store_folder, arena, &manifest, e));
    log = commit_log_create();
    if (log == NULL) {
        return no_memory(e);
    }
    status result = commit_log_read(log, store_folder, manifest.log_length, e);
    if (result == ST_OK) {
        result = copy_erasures(log, arena, out, count, e);
    }
    commit_log_release(log);
    return result;
}

// --- lines ---------------------------------------------------------------------------------------

static bool read_line(string_view line, struct arena *arena, struct erasure *out)
{
    json_t *root = json_loadb(line.bytes, line.length, JSON_REJECT_DUPLICATES, NULL);
    const json_t *time = json_object_get(root, "time");
    bool whole = json_is_integer(time) && erased_record_from_json(root, arena, &out->record) &&
                 text_of(root, "author", arena, &out->author) &&
                 text_of(root, "message", arena, &out->message);
    out->time = json_integer_value(time);
    json_decref(root);
    return whole;
}

status erasures_from_lines(string_view lines, struct arena *arena, const struct erasure **out,
                           size_t *count, struct error *e)
{
    size_t most = 1;
    size_t number = 0;
    size_t found = 0;
    string_view line = {0};
    for (size_t i = 0; i < lines.length; i++) {
        most += lines.bytes[i] == '\n';
    }
    struct erasure *list = arena_array(arena, struct erasure, most);
    if (list == NULL) {
        return no_memory(e);
    }
    while (sv_split(&lines, '\n', &line)) {
        number++;
        if (sv_trim(line).length == 0) {
            continue;
        }
        if (found == most || !read_line(line, arena, &list[found])) {
            return error_set(e, ST_BAD_DATA,
                             "line %zu is no erasure; `vitrine erase --list` writes them", number);
        }
        found++;
    }
    *out = list;
    *count = found;
    return ST_OK;
}

status erasure_print(const struct erasure *erasure, struct buffer *out, struct error *e)
{
    json_t *root =
        json_pack("{s:I,s:o,s:o}", "time", (json_int_t)erasure->time, "author",
                  view_to_json(erasure->author), "message", view_to_json(erasure->message));
    json_t *record = erased_record_to_json(&erasure->record);
    char *text = NULL;
    if (root != NULL && record != NULL && json_object_update(root, record) == 0) {
        text = json_dumps(root, JSON_COMPACT);
    }
    json_decref(record);
    json_decref(root);
    if (text == NULL) {
        return no_memory(e);
    }
    buffer_append_view(out, sv_from(text));
    buffer_append_byte(out, '\n');
    free(text);
    return ST_OK;
}
