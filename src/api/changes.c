// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/changes: what happened between two moments to the records that a search finds, as
// lines of JSON, made while they are sent. The first line counts.
#include "api/search_answer.h"
#include "formats/json_write.h"

#define CHUNK ((size_t)64 << 10) // bytes given on at a time

struct changes_answer {
    struct search_input input; // at the later moment
    struct view from;
    struct http_request *request;
    struct http_stream *stream;
    bool fields; // tell what changed in each record
    uint64_t counts[3];
    struct buffer out;
    struct buffer before;
    struct buffer after;
};

static status count_change(void *argument, enum row_change change, const struct uuid *table,
                           string_view key, const struct record_version *from,
                           const struct record_version *to, struct error *e)
{
    (void)table;
    (void)key;
    (void)from;
    (void)to;
    struct changes_answer *a = argument;
    a->counts[change]++;
    if (a->counts[change] % 4096 == 0 && http_request_cancelled(a->request)) {
        return error_set(e, ST_CANCELLED, "the search was ended before it was done");
    }
    return ST_OK;
}

static status walk(struct changes_answer *a, search_diff_visit *visit, struct error *e)
{
    const struct search_request *r = &a->input.request;
    return search_diff(a->input.view.snapshot, &scope_public, r->query, r->tables, r->table_count,
                       a->from.commit, a->input.view.commit, visit, a, e);
}

static status write_side(struct changes_answer *a, const struct record_version *row,
                         struct buffer *out, struct error *e)
{
    buffer_clear(out);
    return row == NULL ? ST_OK : snapshot_write_record(a->input.view.snapshot, row, false, out, e);
}

static status write_fields(struct changes_answer *a, const struct record_version *from,
                           const struct record_version *to, struct error *e)
{
    struct arena arena;
    TRY(write_side(a, from, &a->before, e));
    TRY(write_side(a, to, &a->after, e));
    buffer_append_view(&a->out, SV(",\"fields\":"));
    arena_init(&arena, 0);
    status result =
        record_diff(&arena, buffer_view(&a->before), buffer_view(&a->after), &a->out, e);
    arena_release(&arena);
    return result;
}

static status write_change(void *argument, enum row_change change, const struct uuid *table,
                           string_view key, const struct record_version *from,
                           const struct record_version *to, struct error *e)
{
    static const char *const names[] = {
        [ROW_ADDED] = "added", [ROW_REMOVED] = "removed", [ROW_CHANGED] = "changed"};
    struct changes_answer *a = argument;
    const struct view *v = &a->input.view;
    const struct store_table *t = snapshot_table_by_uuid(v->snapshot, table);
    if (t == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    buffer_print(&a->out, "{\"change\":\"%s\",\"dataset\":", names[change]);
    json_write_string(&a->out, t->dataset_slug);
    buffer_append_view(&a->out, SV(",\"table\":"));
    json_write_string(&a->out, t->slug);
    buffer_append_view(&a->out, SV(",\"key\":"));
    json_write_string(&a->out, key);
    buffer_append_view(&a->out, SV(",\"from\":"));
    write_version(&a->out, from == NULL ? 0 : view_time(v, from->from));
    buffer_append_view(&a->out, SV(",\"to\":"));
    write_version(&a->out, to == NULL ? 0 : view_time(v, to->from));
    if (a->fields) {
        TRY(write_fields(a, from, to, e));
    }
    buffer_append_view(&a->out, SV("}\n"));
    TRY(buffer_check(&a->out, "an answer", e));
    if (a->out.length >= CHUNK) {
        TRY(http_stream_write(a->stream, buffer_view(&a->out), e));
        buffer_clear(&a->out);
    }
    return ST_OK;
}

static status produce(void *argument, struct http_stream *stream, struct error *e)
{
    struct changes_answer *a = argument;
    a->stream = stream;
    buffer_init(&a->out, HTTP_LIMIT_RESPONSE);
    buffer_init(&a->before, HTTP_LIMIT_RESPONSE);
    buffer_init(&a->after, HTTP_LIMIT_RESPONSE);
    buffer_append_view(&a->out, SV("{\"from\":"));
    write_version(&a->out, a->from.version);
    buffer_append_view(&a->out, SV(",\"to\":"));
    write_version(&a->out, a->input.view.version);
    buffer_print(&a->out, ",\"added\":%llu,\"changed\":%llu,\"removed\":%llu}\n",
                 (unsigned long long)a->counts[ROW_ADDED],
                 (unsigned long long)a->counts[ROW_CHANGED],
                 (unsigned long long)a->counts[ROW_REMOVED]);
    status result = walk(a, write_change, e);
    if (result == ST_OK) {
        result = http_stream_write(stream, buffer_view(&a->out), e);
    }
    buffer_release(&a->out);
    buffer_release(&a->before);
    buffer_release(&a->after);
    return result;
}

// The moment in a parameter; without it the newest.
static status view_of(const struct api *api, struct http_request *request, const char *name,
                      bool needed, struct view *out, struct error *e)
{
    string_view text = SV("");
    bool found = false;
    TRY(http_request_parameter(request, name, &text, &found, e));
    if (needed ? text.length == 0 : found && text.length == 0) {
        return error_set_field(e, ST_INVALID, name, "%s must be a moment", name);
    }
    struct error inner = {0};
    status result = view_open(api, request, text, out, &inner);
    return result == ST_OK ? ST_OK : error_set_field(e, result, name, "%s", inner.message);
}

static status refuse(const struct http_request *request, struct error *e)
{
    static const char *const useless[] = {"version", "limit", "explain", NULL};
    TRY(search_input_refuse_page(request, e));
    return search_input_refuse(request, useless, e);
}

status api_changes(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    static const char *const own[] = {"from", "to", "detail", NULL};
    struct changes_answer *a = arena_new(request->arena, struct changes_answer);
    if (a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    a->request = request;
    a->fields = true;
    TRY(refuse(request, e));
    TRY(parameter_truth(request, "detail", &a->fields, e));
    TRY(search_input_from_parameters(context, request, own, &a->input, e));
    TRY(view_of(context, request, "from", true, &a->from, e));
    TRY(view_of(context, request, "to", false, &a->input.view, e));
    // Commits are the same in any later snapshot, so one serves for both moments.
    if (view_not_modified(&a->input.view, request, response)) {
        return ST_OK;
    }
    TRY(walk(a, count_change, e));
    response->content_type = "application/x-ndjson";
    response->produce = produce;
    response->produce_argument = a;
    return ST_OK;
}
