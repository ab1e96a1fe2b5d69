// SPDX-License-Identifier: Apache-2.0
// Finds records, their rows and why they went.
#include "api/record_history.h"

status record_of_request(const struct view *v, const struct http_request *request,
                         struct named_record *out, struct error *e)
{
    string_view table = http_request_capture(request, "table");
    string_view key = http_request_capture(request, "key");
    bool found = key.length > 0;
    if (!found) {
        TRY(http_request_parameter(request, "key", &key, &found, e));
    }
    if (key.length == 0) {
        return error_set_field(e, ST_INVALID, "key",
                               "name a record: TABLE/KEY in the address, or ?key=KEY");
    }
    const struct store_table *t = snapshot_table_by_slug(v->snapshot, table);
    if (t != NULL && t->created > v->commit && scope_allows(&scope_public, &t->table)) {
        return not_here_yet("table", table, view_time(v, t->created), e);
    }
    if (t == NULL || !scope_allows(&scope_public, &t->table)) {
        return error_set_field(e, ST_NOT_FOUND, "table", "there is no table \"" SV_FORMAT "\"",
                               SV_ARGUMENT(sv_slice(table, 0, 100)));
    }
    *out = (struct named_record){t, key};
    return ST_OK;
}

status record_not_found(const struct named_record *r, struct error *e)
{
    error_clear(e);
    return error_set_field(e, ST_NOT_FOUND, "key",
                           "table " SV_FORMAT " has no record \"" SV_FORMAT "\" at this version",
                           SV_ARGUMENT(r->table->slug), SV_ARGUMENT(sv_slice(r->key, 0, 200)));
}

status record_rows(const struct view *v, const struct named_record *r, struct arena *arena,
                   struct record_version **rows, size_t *count, struct error *e)
{
    TRY(snapshot_versions(v->snapshot, &scope_public, &r->table->table, r->key, arena, rows, count,
                          e));
    while (*count > 0 && (*rows)[*count - 1].from > v->commit) {
        (*count)--; // later than the moment asked
    }
    return *count == 0 ? record_not_found(r, e) : ST_OK;
}

const struct record_version *record_row_at(const struct record_version *rows, size_t count,
                                           uint32_t commit)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i].from <= commit && commit < rows[i].until) {
            return &rows[i];
        }
    }
    return NULL;
}

status record_removal(const struct view *v, const struct named_record *r,
                      const struct record_version *last, struct arena *arena, struct removal *out,
                      struct error *e)
{
    return snapshot_removal(v->snapshot, &scope_public, &r->table->table, r->key, last, arena, out,
                            e);
}

status record_json(const struct view *v, const struct record_version *row, struct arena *arena,
                   string_view *out, struct error *e)
{
    struct buffer text;
    *out = (string_view){0};
    if (row == NULL) {
        return ST_OK;
    }
    buffer_init(&text, HTTP_LIMIT_RESPONSE);
    status result = snapshot_write_record(v->snapshot, row, false, &text, e);
    *out = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    if (result == ST_OK && out->bytes == NULL) {
        result = error_set(e, ST_NO_MEMORY, "no memory for the record");
    }
    return result;
}

status commit_parameter(const struct view *v, const struct http_request *request, const char *name,
                        uint32_t normal, uint32_t *out, struct error *e)
{
    string_view text = {0};
    bool found = false;
    moment m = 0;
    struct error inner = {0};
    TRY(http_request_parameter(request, name, &text, &found, e));
    *out = normal;
    if (found) {
        if (moment_from_text(text, &m, &inner) != ST_OK) {
            return error_set_field(e, ST_INVALID, name, "%s", inner.message);
        }
        *out = snapshot_commit_at(v->snapshot, m);
    }
    return ST_OK;
}
