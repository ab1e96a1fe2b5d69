// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/changes: what happened between two moments to the records that a search finds, as
// lines of JSON, made while they are sent. The first line counts where that is quick; otherwise the
// last one does, which says what the first left open. Or as one JSON Patch (RFC 6902) of an object
// of all those records by "dataset/table/key".
#include "api/search_answer.h"
#include "formats/json_write.h"
#include "query/record_patch.h"
#include "query/search_diff.h"

#define CHUNK        ((size_t)64 << 10) // bytes given on at a time
#define COUNTED_MOST 65536u // versions of records that are counted before the first byte
#define CHECK_EVERY  4096u  // records between looks whether to go on

struct changes_answer {
    struct search_input input; // at the later moment
    struct view from;
    struct http_request *request;
    struct http_stream *stream;
    bool fields; // tell what changed in each record
    bool patch;  // one JSON Patch instead of lines
    bool begun;  // its first operation is written
    struct search_difference *difference;
    bool counted; // before the first byte
    uint64_t counts[3];
    uint64_t seen; // records
    struct buffer out;
    struct buffer before;
    struct buffer after;
    struct buffer name; // of a record in the patch, and the way to it
    struct buffer pointer;
};

static status note(struct changes_answer *a, enum row_change change, struct error *e)
{
    a->counts[change] += !a->counted;
    if (++a->seen % CHECK_EVERY == 0 && http_request_cancelled(a->request)) {
        return error_set(e, ST_CANCELLED, "the search was ended before it was done");
    }
    return ST_OK;
}

static status count_change(void *argument, enum row_change change, const struct uuid *table,
                           string_view key, const struct record_version *from,
                           const struct record_version *to, struct error *e)
{
    (void)table;
    (void)key;
    (void)from;
    (void)to;
    return note(argument, change, e);
}

// Where records are on one side only, or few, they are counted at once; others while they are told.
static status count_first(struct changes_answer *a, struct error *e)
{
    uint64_t from = 0;
    uint64_t to = 0;
    search_diff_sides(a->difference, &from, &to);
    a->counted = from == 0 || to == 0 || from + to <= COUNTED_MOST;
    if (from == 0 || to == 0) {
        a->counts[ROW_ADDED] = to;
        a->counts[ROW_REMOVED] = from;
        return ST_OK;
    }
    if (!a->counted) {
        return ST_OK;
    }
    a->counted = false;
    TRY(search_diff_walk(a->difference, count_change, a, e));
    a->counted = true;
    return ST_OK;
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

static status send(struct changes_answer *a, struct error *e)
{
    TRY(buffer_check(&a->out, "an answer", e));
    TRY(http_stream_write(a->stream, buffer_view(&a->out), e));
    buffer_clear(&a->out);
    return ST_OK;
}

// The record's name is one token, so that no operation needs one before it.
static status write_patch(struct changes_answer *a, const struct store_table *t, string_view key,
                          const struct record_version *from, const struct record_version *to,
                          struct error *e)
{
    TRY(write_side(a, from, &a->before, e));
    TRY(write_side(a, to, &a->after, e));
    buffer_clear(&a->name);
    buffer_clear(&a->pointer);
    buffer_print(&a->name, SV_FORMAT "/" SV_FORMAT "/" SV_FORMAT, SV_ARGUMENT(t->dataset_slug),
                 SV_ARGUMENT(t->slug), SV_ARGUMENT(key));
    record_patch_token(&a->pointer, buffer_view(&a->name));
    return record_patch(buffer_view(&a->pointer), buffer_view(&a->before), buffer_view(&a->after),
                        SV(",\n"), &a->begun, &a->out, e);
}

static void write_line(struct changes_answer *a, const char *change, const struct store_table *t,
                       string_view key, const struct record_version *from,
                       const struct record_version *to)
{
    const struct view *v = &a->input.view;
    buffer_print(&a->out, "{\"change\":\"%s\",\"dataset\":", change);
    json_write_string(&a->out, t->dataset_slug);
    json_write_member(&a->out, SV("table"), t->slug);
    json_write_name(&a->out, SV("key"));
    json_write_string(&a->out, key);
    json_write_name(&a->out, SV("from"));
    write_version(&a->out, from == NULL ? 0 : view_time(v, from->from));
    json_write_name(&a->out, SV("to"));
    write_version(&a->out, to == NULL ? 0 : view_time(v, to->from));
}

static status write_change(void *argument, enum row_change change, const struct uuid *table,
                           string_view key, const struct record_version *from,
                           const struct record_version *to, struct error *e)
{
    static const char *const names[] = {
        [ROW_ADDED] = "added", [ROW_REMOVED] = "removed", [ROW_CHANGED] = "changed"};
    struct changes_answer *a = argument;
    TRY(note(a, change, e));
    const struct store_table *t = snapshot_table_by_uuid(a->input.view.snapshot, table);
    if (t == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    if (a->patch) {
        TRY(write_patch(a, t, key, from, to, e));
        return a->out.length >= CHUNK ? send(a, e) : ST_OK;
    }
    write_line(a, names[change], t, key, from, to);
    if (a->fields) {
        TRY(write_fields(a, from, to, e));
    }
    buffer_append_view(&a->out, SV("}\n"));
    return a->out.length >= CHUNK ? send(a, e) : ST_OK;
}

static void write_count(struct changes_answer *a, const char *name, enum row_change change,
                        bool known)
{
    buffer_print(&a->out, ",\"%s\":", name);
    if (known) {
        buffer_print(&a->out, "%llu", (unsigned long long)a->counts[change]);
    } else {
        buffer_append_view(&a->out, SV("null"));
    }
}

// The first line, and the last where the first could not count.
static void write_counts(struct changes_answer *a, bool known)
{
    buffer_append_view(&a->out, SV("{\"from\":"));
    write_version(&a->out, a->from.version);
    buffer_append_view(&a->out, SV(",\"to\":"));
    write_version(&a->out, a->input.view.version);
    write_count(a, "added", ROW_ADDED, known);
    write_count(a, "changed", ROW_CHANGED, known);
    write_count(a, "removed", ROW_REMOVED, known);
    buffer_append_view(&a->out, SV("}\n"));
}

static status write_all_patches(struct changes_answer *a, struct error *e)
{
    buffer_append_view(&a->out, SV("[\n"));
    TRY(search_diff_walk(a->difference, write_change, a, e));
    buffer_append_view(&a->out, a->begun ? SV("\n]\n") : SV("]\n"));
    return send(a, e);
}

static status write_all(struct changes_answer *a, struct error *e)
{
    write_counts(a, a->counted);
    if (!a->counted) {
        TRY(send(a, e));
    }
    TRY(search_diff_walk(a->difference, write_change, a, e));
    if (!a->counted) {
        write_counts(a, true);
    }
    return send(a, e);
}

static status produce(void *argument, struct http_stream *stream, struct error *e)
{
    struct changes_answer *a = argument;
    a->stream = stream;
    buffer_init(&a->out, HTTP_LIMIT_RESPONSE);
    buffer_init(&a->before, HTTP_LIMIT_RESPONSE);
    buffer_init(&a->after, HTTP_LIMIT_RESPONSE);
    buffer_init(&a->name, HTTP_LIMIT_RESPONSE);
    buffer_init(&a->pointer, HTTP_LIMIT_RESPONSE);
    status result = a->patch ? write_all_patches(a, e) : write_all(a, e);
    buffer_release(&a->out);
    buffer_release(&a->before);
    buffer_release(&a->after);
    buffer_release(&a->name);
    buffer_release(&a->pointer);
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

// Finds the rows, and with them all faults of the request.
static status open_difference(struct changes_answer *a, struct error *e)
{
    const struct search_request *r = &a->input.request;
    const struct cancellation cancellation = {http_request_cancelled, a->request};
    return search_diff_open(a->input.view.snapshot, &scope_public, r->query, r->tables,
                            r->table_count, a->from.commit, a->input.view.commit, &cancellation,
                            a->request->arena, &a->difference, e);
}

static status read_format(const struct http_request *request, bool *patch, struct error *e)
{
    string_view name = SV("lines");
    bool found = false;
    TRY(http_request_parameter(request, "format", &name, &found, e));
    *patch = sv_equal(name, SV("json-patch"));
    if (!*patch && !sv_equal(name, SV("lines"))) {
        return error_set_field(e, ST_INVALID, "format", "format must be lines or json-patch");
    }
    return ST_OK;
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
    static const char *const own[] = {"from", "to", "detail", "format", NULL};
    struct changes_answer *a = arena_new(request->arena, struct changes_answer);
    if (a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    a->request = request;
    a->fields = true;
    TRY(refuse(request, e));
    TRY(parameter_truth(request, "detail", &a->fields, e));
    TRY(read_format(request, &a->patch, e));
    TRY(search_input_from_parameters(context, request, own, &a->input, e));
    TRY(view_of(context, request, "from", true, &a->from, e));
    TRY(view_of(context, request, "to", false, &a->input.view, e));
    if (a->from.commit > a->input.view.commit) {
        return error_set_field(e, ST_INVALID, "from",
                               "from is later than to: swap them, changes go forwards");
    }
    // Commits are the same in any later snapshot, so one serves for both moments.
    if (view_not_modified(&a->input.view, request, response)) {
        return ST_OK;
    }
    TRY(open_difference(a, e));
    if (!a->patch) {
        TRY(count_first(a, e));
    }
    response->content_type = a->patch ? "application/json-patch+json" : "application/x-ndjson";
    response->produce = produce;
    response->produce_argument = a;
    return ST_OK;
}
