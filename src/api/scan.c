// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/scan: every record that a search finds, as lines of JSON or as CSV, made while it is
// sent.
#include "api/search_answer.h"
#include "query/csv_export.h"

#define CHUNK ((size_t)64 << 10) // bytes given on at a time

struct scan_answer {
    struct search_input input;
    struct http_request *request;
    struct http_stream *stream;
    bool csv; // else lines of JSON
    struct buffer out;
    struct buffer scratch;
    struct error *e;
};

static status give_on(struct scan_answer *a, bool all, struct error *e)
{
    TRY(buffer_check(&a->out, "an answer", e));
    if (!all && a->out.length < CHUNK) {
        return ST_OK;
    }
    TRY(http_stream_write(a->stream, buffer_view(&a->out), e));
    buffer_clear(&a->out);
    return ST_OK;
}

static status see_hit(void *argument, const struct search_hit *hit, struct error *e)
{
    struct scan_answer *a = argument;
    TRY(write_record(&a->input.view, &hit->table, hit->key, &hit->version, a->input.fields,
                     a->input.field_count, &a->scratch, &a->out, e));
    buffer_append_byte(&a->out, '\n');
    return give_on(a, false, e);
}

static status send_csv(void *argument, string_view bytes, struct error *e)
{
    const struct scan_answer *a = argument;
    for (size_t at = 0; at < bytes.length; at += CHUNK) {
        TRY(http_stream_write(a->stream, sv_slice(bytes, at, CHUNK), e));
    }
    return ST_OK;
}

static status produce(void *argument, struct http_stream *stream, struct error *e)
{
    struct scan_answer *a = argument;
    a->stream = stream;
    a->input.request.cancelled = http_request_cancelled;
    a->input.request.cancelled_argument = a->request;
    if (a->csv) {
        struct csv_columns columns = {true, a->input.fields, a->input.field_count};
        return csv_export(a->input.view.snapshot, &scope_public, &a->input.request, &columns,
                          send_csv, a, e);
    }
    buffer_init(&a->out, HTTP_LIMIT_RESPONSE);
    buffer_init(&a->scratch, HTTP_LIMIT_RESPONSE);
    status result =
        search_scan(a->input.view.snapshot, &scope_public, &a->input.request, see_hit, a, e);
    if (result == ST_OK) {
        result = give_on(a, true, e);
    }
    buffer_release(&a->out);
    buffer_release(&a->scratch);
    return result;
}

static status read_format(const struct http_request *request, bool *csv, struct error *e)
{
    string_view format = SV("ndjson");
    bool found = false;
    TRY(http_request_parameter(request, "format", &format, &found, e));
    *csv = sv_equal(format, SV("csv"));
    if (!*csv && !sv_equal(format, SV("ndjson"))) {
        return error_set_field(e, ST_INVALID, "format", "format must be ndjson or csv");
    }
    return ST_OK;
}

static status refuse(const struct http_request *request, struct error *e)
{
    static const char *const useless[] = {
        "facet", "facetLimit", "facetOffset", "facetPrefix", "facetMulti", "facetElements",
        "limit", "offset",     "after",       "explain",     NULL};
    return search_input_refuse(request, useless, e);
}

// Scores are worked out for pages; all records in their order would have to be held at once.
static status refuse_relevance(const struct search_request *r, struct error *e)
{
    for (size_t i = 0; i < r->sort_count; i++) {
        if (sv_equal(r->sorts[i].field, SV("_score"))) {
            return error_set_field(e, ST_INVALID, "sort",
                                   "all records cannot be sorted by _score: leave it out, or page "
                                   "through /api/v1/records");
        }
    }
    return ST_OK;
}

// The whole of a request's faults must show before the first byte: a search of no rows finds them.
static status try_search(struct scan_answer *a, struct error *e)
{
    struct search_request request = a->input.request;
    struct search_result result;
    request.count_only = false;
    request.limit = 0;
    request.cancelled = http_request_cancelled;
    request.cancelled_argument = a->request;
    return search_run(a->input.view.snapshot, &scope_public, a->request->arena, &request, &result,
                      e);
}

status api_scan(void *context, struct http_request *request, struct http_response *response,
                struct error *e)
{
    static const char *const own[] = {"format", NULL};
    struct scan_answer *a = arena_new(request->arena, struct scan_answer);
    bool csv = false;
    if (a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    a->request = request;
    TRY(refuse(request, e));
    TRY(read_format(request, &csv, e));
    TRY(search_input_from_parameters(context, request, own, &a->input, e));
    if (view_not_modified(&a->input.view, request, response)) {
        return ST_OK;
    }
    TRY(refuse_relevance(&a->input.request, e));
    TRY(try_search(a, e));
    if (csv) {
        struct csv_columns columns = {true, a->input.fields, a->input.field_count};
        TRY(csv_columns_check(a->input.view.snapshot, &scope_public, &a->input.request, &columns,
                              request->arena, e));
    }
    a->csv = csv;
    response->content_type = csv ? "text/csv; charset=utf-8" : "application/x-ndjson";
    response->produce = produce;
    response->produce_argument = a;
    return ST_OK;
}
