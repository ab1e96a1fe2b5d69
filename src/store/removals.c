// SPDX-License-Identifier: Apache-2.0
// The rows of the removals table: their keys, what they say, reading them back.
#include "store/removals.h"

#define REMOVAL_KEY_ROOM (LIMIT_KEY_BYTES + 64)

static bool is_one_of(string_view name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sv_equal_ignore_case(name, sv_from(names[i]))) {
            return true;
        }
    }
    return false;
}

// The text of the first member with one of the names that has one.
static string_view text_of(const struct document *d, const struct name_table *table,
                           const char *const *names, size_t count)
{
    for (size_t i = 1; i < d->count; i += (size_t)d->nodes[i].descendants + 1) {
        const struct node *member = &d->nodes[i];
        bool scalar = member->kind == NODE_STRING || member->kind == NODE_NUMBER;
        string_view text = scalar ? sv_trim(member->text) : SV("");
        if (text.length > 0 && is_one_of(name_table_get(table, member->name), names, count)) {
            return text;
        }
    }
    return SV("");
}

void removal_of_document(const struct document *d, const struct name_table *names,
                         struct removal *out)
{
    static const char *const reasons[] = {"reason"};
    static const char *const successors[] = {"replacedBy", "isReplacedBy", "dcterms:isReplacedBy"};
    *out = (struct removal){
        .reason = text_of(d, names, reasons, ARRAY_LENGTH(reasons)),
        .replaced_by = text_of(d, names, successors, ARRAY_LENGTH(successors)),
    };
}

void removal_key(const struct uuid *table, string_view key, struct buffer *out)
{
    char text[37];
    uuid_to_text(table, text);
    buffer_append_view(out, sv_from(text));
    buffer_append_byte(out, '/');
    buffer_append_view(out, key);
}

// What a stored row says; texts are copied to `arena`.
static status read_row(struct snapshot *s, const struct record_version *row, struct arena *arena,
                       struct removal *out, struct error *e)
{
    struct document document;
    struct name_table *names = name_table_create();
    status result = names == NULL
                        ? error_set(e, ST_NO_MEMORY, "no memory for why a record was removed")
                        : segment_read_record(snapshot_segment(s, row->segment), row->row, arena,
                                              names, &document, e);
    if (result == ST_OK) {
        removal_of_document(&document, names, out);
        out->reason = arena_copy(arena, out->reason);
        out->replaced_by = arena_copy(arena, out->replaced_by);
        if (out->reason.bytes == NULL || out->replaced_by.bytes == NULL) {
            result = error_set(e, ST_NO_MEMORY, "no memory for why a record was removed");
        }
    }
    name_table_destroy(names);
    return result;
}

// What the deletion said that a commit made; *out stays as it is when it said nothing.
static status read_told(struct snapshot *s, const struct uuid *table, string_view key,
                        uint32_t commit, struct arena *arena, struct removal *out, struct error *e)
{
    struct record_version *rows = NULL;
    size_t count = 0;
    struct buffer name;
    buffer_init(&name, REMOVAL_KEY_ROOM);
    removal_key(table, key, &name);
    status result = buffer_check(&name, "the key of a removal", e);
    if (result == ST_OK) {
        result = snapshot_versions(s, &scope_metadata, &removals_table, buffer_view(&name), arena,
                                   &rows, &count, e);
    }
    buffer_release(&name);
    TRY(result);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].from == commit) {
            return read_row(s, &rows[i], arena, out, e);
        }
    }
    return ST_OK;
}

status snapshot_removal(struct snapshot *s, const struct scope *scope, const struct uuid *table,
                        string_view key, const struct record_version *last, struct arena *arena,
                        struct removal *out, struct error *e)
{
    struct removal told = {.reason = SV(""), .replaced_by = SV("")};
    if (!scope_allows(scope, table)) {
        return error_set(e, ST_NOT_FOUND, "there is no record '" SV_FORMAT "'", SV_ARGUMENT(key));
    }
    TRY(read_told(s, table, key, last->until, arena, &told, e));
    const struct commit *commit = snapshot_commit(s, last->until);
    if (told.reason.length == 0 && commit != NULL) {
        told.reason = commit->message;
    }
    if (told.replaced_by.length == 0) {
        struct removal said;
        TRY(read_row(s, last, arena, &said, e));
        told.replaced_by = said.replaced_by;
    }
    *out = told;
    return ST_OK;
}
