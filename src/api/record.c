// SPDX-License-Identifier: Apache-2.0
// One record: as of a moment, its versions, what changed between two of them (rules A5, A7, C2).
#include "api/record_formats.h"
#include "api/record_history.h"
#include "api/search_answer.h"
#include "api/usage_note.h"
#include "formats/json_write.h"

static void write_name(const struct named_record *r, struct buffer *out)
{
    buffer_append_view(out, SV("\"dataset\":"));
    json_write_string(out, r->table->dataset_slug);
    buffer_append_view(out, SV(",\"table\":"));
    json_write_string(out, r->table->slug);
    buffer_append_view(out, SV(",\"key\":"));
    json_write_string(out, r->key);
}

// The members reason and replacedBy of a removal.
static status write_why(const struct view *v, const struct named_record *r,
                        const struct record_version *last, struct arena *arena, struct buffer *out,
                        struct error *e)
{
    struct removal removal;
    TRY(record_removal(v, r, last, arena, &removal, e));
    buffer_append_view(out, SV(",\"reason\":"));
    json_write_string(out, removal.reason);
    buffer_append_view(out, SV(",\"replacedBy\":"));
    if (removal.replaced_by.length > 0) {
        json_write_string(out, removal.replaced_by);
    } else {
        buffer_append_view(out, SV("null"));
    }
    return ST_OK;
}

// What the problem of a removed record tells beside its message (rule A5).
static status write_removal(const struct view *v, const struct named_record *r,
                            const struct record_version *last, struct arena *arena,
                            struct buffer *out, struct error *e)
{
    write_name(r, out);
    buffer_append_view(out, SV(",\"lastVersion\":"));
    write_version(out, view_time(v, last->from));
    buffer_append_view(out, SV(",\"removed\":"));
    write_version(out, view_time(v, last->until));
    return write_why(v, r, last, arena, out, e);
}

static status gone(const struct view *v, const struct named_record *r, struct arena *arena,
                   struct http_response *response, struct error *e)
{
    struct record_version *rows = NULL;
    size_t count = 0;
    struct buffer members;
    char day[25];
    error_clear(e);
    TRY(record_rows(v, r, arena, &rows, &count, e));
    buffer_init(&members, HTTP_LIMIT_RESPONSE);
    status result = write_removal(v, r, &rows[count - 1], arena, &members, e);
    response->problem.members = arena_copy(arena, buffer_view(&members));
    buffer_release(&members);
    if (result != ST_OK) {
        return result;
    }
    moment_to_text(view_time(v, rows[count - 1].until), day);
    return error_set_field(e, ST_GONE, "key", "the record was removed on %.10s; its versions stay",
                           day);
}

enum record_format {
    RECORD_JSON,
    RECORD_LINKED,
    RECORD_CSV,
};
static const char *const format_names[] = {"json", "jsonld", "csv"};

static status read_format(const struct http_request *request, enum record_format *out,
                          struct error *e)
{
    string_view text = {0};
    bool found = false;
    *out = RECORD_JSON;
    TRY(http_request_parameter(request, "format", &text, &found, e));
    for (size_t i = 0; i < ARRAY_LENGTH(format_names); i++) {
        if (!found || sv_equal(text, sv_from(format_names[i]))) {
            *out = found ? (enum record_format)i : RECORD_JSON;
            return ST_OK;
        }
    }
    return error_set_field(e, ST_INVALID, "format", "format is json, jsonld or csv");
}

// The record in a format of another house.
static status answer_document(const struct api *api, struct http_request *request,
                              const struct view *v, const struct named_record *r,
                              const struct record_version *row, enum record_format format,
                              struct http_response *response, struct error *e)
{
    struct site site;
    struct record_reader reader;
    struct record_tree tree;
    string_view json = {0};
    struct record_document d = {.site = &site,
                                .arena = request->arena,
                                .name = r,
                                .record = &tree,
                                .version = view_time(v, row->from)};
    if (site_not_modified(api, v, request, response)) {
        return ST_OK;
    }
    TRY(site_open(api, request, v, &site, e));
    TRY(record_json(v, row, request->arena, &json, e));
    TRY(record_reader_init(&reader, request->arena, e));
    TRY(record_read(&reader, json, &tree, e));
    (void)dataset_view_resource(site.data, &r->table->table, &d.dataset);
    response->content_type =
        format == RECORD_CSV ? "text/csv; charset=utf-8" : "application/ld+json";
    return format == RECORD_CSV ? record_write_csv(&d, &response->body, e)
                                : record_write_linked(&d, &response->body, e);
}

status api_record(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    struct view v;
    struct named_record r;
    struct record_version row;
    enum record_format format = RECORD_JSON;
    TRY(read_format(request, &format, e));
    TRY(view_of_request(context, request, &v, e));
    TRY(record_of_request(&v, request, &r, e));
    status result =
        snapshot_record(v.snapshot, &scope_public, &r.table->table, r.key, v.commit, &row, e);
    if (result == ST_GONE) {
        return gone(&v, &r, request->arena, response, e);
    }
    if (result == ST_NOT_FOUND) {
        return record_not_found(&r, e);
    }
    if (result == ST_OK) {
        usage_note_record(context, request, &v, &r.table->table, r.key,
                          sv_from(format_names[format]));
    }
    if (result == ST_OK && format != RECORD_JSON) {
        return answer_document(context, request, &v, &r, &row, format, response, e);
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

// --- versions --------------------------------------------------------------------------------

static status write_event(const struct view *v, const struct named_record *r,
                          const struct record_event *event, struct arena *arena, struct buffer *out,
                          struct error *e)
{
    const struct commit *c = snapshot_commit(v->snapshot, event->commit);
    buffer_append_view(out, SV("{\"version\":"));
    write_version(out, view_time(v, event->commit));
    buffer_append_view(out, SV(",\"change\":"));
    json_write_string(out, sv_from(record_change_names[event->change]));
    buffer_append_view(out, SV(",\"author\":"));
    json_write_string(out, c == NULL ? SV("") : c->author);
    buffer_append_view(out, SV(",\"message\":"));
    json_write_string(out, c == NULL ? SV("") : c->message);
    if (event->row != NULL) {
        char hex[65];
        sha256_to_hex(&event->row->hash, hex);
        buffer_append_view(out, SV(",\"hash\":"));
        json_write_string(out, sv_from(hex));
    } else {
        TRY(write_why(v, r, event->ended, arena, out, e));
    }
    buffer_append_byte(out, '}');
    return ST_OK;
}

status api_record_versions(void *context, struct http_request *request,
                           struct http_response *response, struct error *e)
{
    struct view v;
    struct named_record r;
    struct record_version *rows = NULL;
    struct record_event *events = NULL;
    size_t count = 0;
    struct buffer *out = &response->body;
    TRY(view_of_request(context, request, &v, e));
    TRY(record_of_request(&v, request, &r, e));
    TRY(record_rows(&v, &r, request->arena, &rows, &count, e));
    if (view_not_modified(&v, request, response)) {
        return ST_OK;
    }
    TRY(record_events(rows, count, v.commit, request->arena, &events, &count, e));
    answer_begin(&v, response);
    buffer_append_byte(out, ',');
    write_name(&r, out);
    buffer_append_view(out, SV(",\"versions\":["));
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        TRY(write_event(&v, &r, &events[i], request->arena, out, e));
    }
    buffer_append_view(out, SV("]}\n"));
    return ST_OK;
}

// --- differences -----------------------------------------------------------------------------

struct difference {
    uint32_t to;                         // commit
    const struct record_version *before; // rows; NULL when there was none
    const struct record_version *after;
};

// Without `from`, the row before the one that stands at `to`.
static status choose_rows(const struct view *v, const struct http_request *request,
                          const struct record_version *rows, size_t count, struct difference *d,
                          struct error *e)
{
    uint32_t previous = 0;
    uint32_t from = 0;
    TRY(commit_parameter(v, request, "to", v->commit, &d->to, e));
    d->after = record_row_at(rows, count, d->to);
    for (size_t i = 0; i < count; i++) {
        if (d->after == NULL && rows[i].from <= d->to) {
            previous = rows[i].from;
        }
    }
    previous = d->after == NULL ? previous : d->after->from - 1;
    TRY(commit_parameter(v, request, "from", previous, &from, e));
    d->before = record_row_at(rows, count, from);
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
    TRY(record_of_request(&v, request, &r, e));
    TRY(record_rows(&v, &r, request->arena, &rows, &count, e));
    TRY(choose_rows(&v, request, rows, count, &d, e));
    if (d.before == NULL && d.after == NULL) {
        return record_not_found(&r, e);
    }
    if (view_not_modified(&v, request, response)) {
        return ST_OK;
    }
    TRY(record_json(&v, d.before, request->arena, &before, e));
    TRY(record_json(&v, d.after, request->arena, &after, e));
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
