// SPDX-License-Identifier: Apache-2.0
// One record: as of a moment, its versions, what changed between two of them (rules A5, A7, C2).
#include "api/search_answer.h"
#include "formats/json_write.h"

#include <jansson.h>

// The record that an address names: /records/{table}/{key}, or /records/{table}?key= (rule C2).
struct named_record {
    const struct store_table *table;
    string_view key;
};

static status find_record(const struct view *v, const struct http_request *request,
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
                               "name a record: /api/v1/records/TABLE/KEY or ?key=KEY");
    }
    const struct store_table *t = snapshot_table_by_slug(v->snapshot, table);
    if (t == NULL || t->created > v->commit || !scope_allows(&scope_public, &t->table)) {
        return error_set_field(e, ST_NOT_FOUND, "table", "there is no table \"" SV_FORMAT "\"",
                               SV_ARGUMENT(sv_slice(table, 0, 100)));
    }
    *out = (struct named_record){t, key};
    return ST_OK;
}

static void write_name(const struct named_record *r, struct buffer *out)
{
    buffer_append_view(out, SV("\"dataset\":"));
    json_write_string(out, r->table->dataset_slug);
    buffer_append_view(out, SV(",\"table\":"));
    json_write_string(out, r->table->slug);
    buffer_append_view(out, SV(",\"key\":"));
    json_write_string(out, r->key);
}

static status no_such_record(const struct named_record *r, struct error *e)
{
    error_clear(e);
    return error_set_field(e, ST_NOT_FOUND, "key",
                           "table " SV_FORMAT " has no record \"" SV_FORMAT "\" at this version",
                           SV_ARGUMENT(r->table->slug), SV_ARGUMENT(sv_slice(r->key, 0, 200)));
}

static status read_versions(const struct view *v, const struct named_record *r, struct arena *arena,
                            struct record_version **rows, size_t *count, struct error *e)
{
    TRY(snapshot_versions(v->snapshot, &scope_public, &r->table->table, r->key, arena, rows, count,
                          e));
    while (*count > 0 && (*rows)[*count - 1].from > v->commit) {
        (*count)--; // later than the moment asked
    }
    return *count == 0 ? no_such_record(r, e) : ST_OK;
}

// --- removed records (rule A5)
// ----------------------------------------------------------------------------

// The key that a record's own last version names as its successor.
static void write_replaced_by(string_view json, struct buffer *out)
{
    static const char *const names[] = {"replacedBy", "isReplacedBy", "dcterms:isReplacedBy"};
    json_t *record = json_loadb(json.bytes, json.length, JSON_ALLOW_NUL, NULL);
    const json_t *value = NULL;
    for (size_t i = 0; i < ARRAY_LENGTH(names) && !json_is_string(value); i++) {
        value = json_object_get(record, names[i]);
    }
    if (json_is_string(value) && json_string_length(value) > 0) {
        json_write_string(out, (string_view){json_string_value(value), json_string_length(value)});
    } else {
        buffer_append_view(out, SV("null"));
    }
    json_decref(record);
}

static status write_removal(const struct view *v, const struct named_record *r,
                            const struct record_version *last, struct buffer *out, struct error *e)
{
    const struct commit *removal = snapshot_commit(v->snapshot, last->until);
    struct buffer json;
    buffer_init(&json, HTTP_LIMIT_RESPONSE);
    status result = snapshot_write_record(v->snapshot, last, false, &json, e);
    write_name(r, out);
    buffer_append_view(out, SV(",\"lastVersion\":"));
    write_version(out, view_time(v, last->from));
    buffer_append_view(out, SV(",\"removed\":"));
    write_version(out, view_time(v, last->until));
    buffer_append_view(out, SV(",\"reason\":"));
    json_write_string(out, removal == NULL ? SV("") : removal->message);
    buffer_append_view(out, SV(",\"replacedBy\":"));
    write_replaced_by(buffer_view(&json), out);
    buffer_release(&json);
    return result;
}

static status gone(const struct view *v, const struct named_record *r, struct arena *arena,
                   struct http_response *response, struct error *e)
{
    struct record_version *rows = NULL;
    size_t count = 0;
    struct buffer members;
    error_clear(e);
    TRY(read_versions(v, r, arena, &rows, &count, e));
    buffer_init(&members, HTTP_LIMIT_RESPONSE);
    status result = write_removal(v, r, &rows[count - 1], &members, e);
    response->problem.members = arena_copy(arena, buffer_view(&members));
    buffer_release(&members);
    if (result != ST_OK) {
        return result;
    }
    char day[25];
    moment_to_text(view_time(v, rows[count - 1].until), day);
    return error_set_field(e, ST_GONE, "key", "the record was removed on %.10s; its versions stay",
                           day);
}

// --- handlers
// ---------------------------------------------------------------------------------------------

status api_record(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    struct view v;
    struct named_record r;
    struct record_version row;
    TRY(view_of_request(context, request, &v, e));
    TRY(find_record(&v, request, &r, e));
    status result =
        snapshot_record(v.snapshot, &scope_public, &r.table->table, r.key, v.commit, &row, e);
    if (result == ST_GONE) {
        return gone(&v, &r, request->arena, response, e);
    }
    if (result == ST_NOT_FOUND) {
        return no_such_record(&r, e);
    }
    if (result != ST_OK || view_not_modified(&v, request, response)) {
        return result;
    }
    answer_begin(&v, response);
    buffer_append_view(&response->body, SV(",\"record\":"));
    TRY(write_record(&v, &r.table->table, r.key, &row, NULL, 0, NULL, &response->body, e));
    buffer_append_view(&response->body, SV("}\n"));
    return ST_OK;
}

static void write_event(const struct view *v, uint32_t number, const char *change,
                        const struct record_version *row, struct buffer *out)
{
    const struct commit *c = snapshot_commit(v->snapshot, number);
    buffer_append_view(out, SV("{\"version\":"));
    write_version(out, view_time(v, number));
    buffer_append_view(out, SV(",\"change\":"));
    json_write_string(out, sv_from(change));
    buffer_append_view(out, SV(",\"author\":"));
    json_write_string(out, c == NULL ? SV("") : c->author);
    buffer_append_view(out, SV(",\"message\":"));
    json_write_string(out, c == NULL ? SV("") : c->message);
    if (row != NULL) {
        char hex[65];
        sha256_to_hex(&row->hash, hex);
        buffer_append_view(out, SV(",\"hash\":"));
        json_write_string(out, sv_from(hex));
    }
    buffer_append_byte(out, '}');
}

// Newest first. Between the end of one row and the start of the next the record was removed.
static void write_events(const struct view *v, const struct record_version *rows, size_t count,
                         struct buffer *out)
{
    uint32_t next = v->commit + 1; // commit at which the row after this one begins
    bool first = true;
    for (size_t i = count; i-- > 0;) {
        bool removed = rows[i].until < next && rows[i].until <= v->commit;
        bool returned = i > 0 && rows[i - 1].until < rows[i].from;
        if (removed) {
            if (!first) {
                buffer_append_byte(out, ',');
            }
            write_event(v, rows[i].until, "removed", NULL, out);
            first = false;
        }
        if (!first) {
            buffer_append_byte(out, ',');
        }
        write_event(v, rows[i].from,
                    i == 0     ? "added"
                    : returned ? "returned"
                               : "changed",
                    &rows[i], out);
        first = false;
        next = rows[i].from;
    }
}

status api_record_versions(void *context, struct http_request *request,
                           struct http_response *response, struct error *e)
{
    struct view v;
    struct named_record r;
    struct record_version *rows = NULL;
    size_t count = 0;
    struct buffer *out = &response->body;
    TRY(view_of_request(context, request, &v, e));
    TRY(find_record(&v, request, &r, e));
    TRY(read_versions(&v, &r, request->arena, &rows, &count, e));
    if (view_not_modified(&v, request, response)) {
        return ST_OK;
    }
    answer_begin(&v, response);
    buffer_append_byte(out, ',');
    write_name(&r, out);
    buffer_append_view(out, SV(",\"versions\":["));
    write_events(&v, rows, count, out);
    buffer_append_view(out, SV("]}\n"));
    return ST_OK;
}

// --- differences
// ------------------------------------------------------------------------------------------

// The row that stood at a commit, or NULL when there was none.
static const struct record_version *row_at(const struct record_version *rows, size_t count,
                                           uint32_t commit)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i].from <= commit && commit < rows[i].until) {
            return &rows[i];
        }
    }
    return NULL;
}

static status read_side(const struct view *v, const struct record_version *row, struct arena *arena,
                        string_view *json, struct error *e)
{
    struct buffer text;
    *json = (string_view){0};
    if (row == NULL) {
        return ST_OK;
    }
    buffer_init(&text, HTTP_LIMIT_RESPONSE);
    status result = snapshot_write_record(v->snapshot, row, false, &text, e);
    *json = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    if (result == ST_OK && json->bytes == NULL) {
        result = error_set(e, ST_NO_MEMORY, "no memory for the record");
    }
    return result;
}

// The commit that a moment parameter names; `normal` where it is not given.
static status commit_parameter(const struct view *v, const struct http_request *request,
                               const char *name, uint32_t normal, uint32_t *out, struct error *e)
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

struct difference {
    uint32_t from; // commits
    uint32_t to;
    const struct record_version *before; // rows; NULL when there was none
    const struct record_version *after;
};

// Without `from`, the row before the one that stands at `to`.
static status choose_rows(const struct view *v, const struct http_request *request,
                          const struct record_version *rows, size_t count, struct difference *d,
                          struct error *e)
{
    TRY(commit_parameter(v, request, "to", v->commit, &d->to, e));
    d->after = row_at(rows, count, d->to);
    uint32_t previous = 0;
    for (size_t i = 0; i < count; i++) {
        if (d->after != NULL && rows[i].from == d->after->from) {
            previous = rows[i].from - 1;
        } else if (d->after == NULL && rows[i].from <= d->to) {
            previous = rows[i].from;
        }
    }
    TRY(commit_parameter(v, request, "from", previous, &d->from, e));
    d->before = row_at(rows, count, d->from);
    return ST_OK;
}

status api_record_diff(void *context, struct http_request *request, struct http_response *response,
                       struct error *e)
{
    struct view v;
    struct named_record r;
    struct record_version *rows = NULL;
    size_t count = 0;
    struct difference d = {0};
    string_view before = {0};
    string_view after = {0};
    struct buffer *out = &response->body;
    TRY(view_open(context, request, SV(""), &v, e));
    TRY(find_record(&v, request, &r, e));
    TRY(read_versions(&v, &r, request->arena, &rows, &count, e));
    TRY(choose_rows(&v, request, rows, count, &d, e));
    if (d.before == NULL && d.after == NULL) {
        return no_such_record(&r, e);
    }
    if (view_not_modified(&v, request, response)) {
        return ST_OK;
    }
    TRY(read_side(&v, d.before, request->arena, &before, e));
    TRY(read_side(&v, d.after, request->arena, &after, e));
    v.version = view_time(&v, d.to);
    answer_begin(&v, response);
    buffer_append_byte(out, ',');
    write_name(&r, out);
    buffer_append_view(out, SV(",\"from\":"));
    write_version(out, d.before == NULL ? 0 : view_time(&v, d.before->from));
    buffer_append_view(out, SV(",\"to\":"));
    write_version(out, d.after == NULL ? 0 : view_time(&v, d.after->from));
    buffer_append_view(out, SV(",\"changes\":"));
    TRY(record_diff(request->arena, before, after, out, e));
    buffer_append_view(out, SV("}\n"));
    return ST_OK;
}
