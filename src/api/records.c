// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/records and POST /api/v1/search: one search, asked in two ways.
#include "api/search_answer.h"
#include "api/usage_note.h"
#include "formats/json_write.h"
#include "query/explanation.h"
#include "query/pieces.h"

struct record_list {
    const struct search_input *input;
    const struct search_result *result;
};

static status write_one(void *argument, size_t index, struct buffer *out, struct error *e)
{
    const struct record_list *l = argument;
    const struct search_hit *hit = &l->result->hits[index];
    struct buffer scratch;
    buffer_init(&scratch, HTTP_LIMIT_RESPONSE);
    status done = write_record(&l->input->view, &hit->table, hit->key, &hit->version,
                               l->input->fields, l->input->field_count, &scratch, out, e);
    if (hit->has_score && done == ST_OK && !out->failed) {
        out->length--; // behind the other members
        buffer_print(out, ",\"score\":%.6f}", hit->score);
    }
    buffer_release(&scratch);
    return done;
}

static void expect_one(void *argument, size_t index, unsigned stage)
{
    const struct record_list *l = argument;
    snapshot_expect_record(l->input->view.snapshot, &l->result->hits[index].version, stage);
}

static status write_records(const struct search_input *input, const struct search_result *result,
                            struct buffer *out, struct error *e)
{
    struct record_list list = {input, result};
    buffer_append_view(out, SV(",\"records\":["));
    status done = pieces_write(result->hit_count, write_one, expect_one, &list, out, e);
    buffer_append_byte(out, ']');
    if (out->failed || done == ST_TOO_LARGE) {
        error_clear(e);
        return error_set_field(e, ST_INVALID, "limit",
                               "these records take more than %zu bytes: ask for fewer of them "
                               "(limit) or for some of their fields",
                               out->ceiling);
    }
    return done;
}

// A cursor pins the commit of the answer it came from; a version asked beside it must be that one.
static status check_cursor(const struct search_input *input, uint32_t commit, struct error *e)
{
    if (input->request.after.length == 0 || input->view.newest || commit == input->view.commit) {
        return ST_OK;
    }
    return error_set_field(e, ST_INVALID, "version",
                           "after continues the answer of version %lld and version %lld is asked: "
                           "leave version out",
                           (long long)view_time(&input->view, commit),
                           (long long)input->view.version);
}

static status run(const struct api *api, struct search_input *input, struct http_request *request,
                  struct http_response *response, struct error *e)
{
    struct search_result result = {0};
    struct buffer *out = &response->body;
    input->request.cancelled = http_request_cancelled;
    input->request.cancelled_argument = request;
    TRY(search_run(input->view.snapshot, &scope_public, request->arena, &input->request, &result,
                   e));
    TRY(check_cursor(input, result.commit, e));
    input->view.commit = result.commit;
    input->view.version = view_time(&input->view, result.commit);
    usage_note_hits(api, request, &input->view, result.hits, result.hit_count);
    answer_begin(&input->view, response);
    buffer_append_view(out, SV(",\"total\":"));
    buffer_append_uint(out, result.total);
    TRY(write_records(input, &result, out, e));
    buffer_append_view(out, SV(",\"facets\":"));
    write_facets(result.facets, result.facet_count, out);
    buffer_append_view(out, SV(",\"after\":"));
    if (result.after.length > 0) {
        json_write_string(out, result.after);
    } else {
        buffer_append_view(out, SV("null"));
    }
    if (input->request.explanation != NULL) {
        buffer_append_view(out, SV(",\"explain\":"));
        explanation_print(input->request.explanation, out);
    }
    buffer_append_view(out, SV("}\n"));
    return ST_OK;
}

status api_records(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct search_input input;
    TRY(search_input_from_parameters(context, request, NULL, &input, e));
    if (view_not_modified(&input.view, request, response)) {
        return ST_OK;
    }
    return run(context, &input, request, response, e);
}

status api_search(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    struct search_input input;
    TRY(search_input_from_body(context, request, NULL, &input, &response->problem.position, e));
    return run(context, &input, request, response, e);
}
