// SPDX-License-Identifier: Apache-2.0
// GET and POST /api/v1/summary: statistics, histograms, groups and grids of what a search finds.
#include "api/summary_input.h"
#include "formats/json_write.h"
#include "query/summary_write.h"

#include <stdio.h>
#include <string.h>

static void write_left_out(const struct summary_input *input, struct buffer *out)
{
    buffer_append_view(out, SV(",\"leftOut\":["));
    for (size_t i = 0; i < input->left_out_count; i++) {
        buffer_append_view(out, i == 0 ? SV("") : SV(","));
        json_write_string(out, input->left_out[i]);
    }
    buffer_append_byte(out, ']');
}

static status run(struct summary_input *input, struct http_request *request,
                  struct http_response *response, struct error *e)
{
    struct summary summary = {0};
    struct search_input *search = &input->search;
    struct buffer *out = &response->body;
    search->request.cancelled = http_request_cancelled;
    search->request.cancelled_argument = request;
    TRY(search_summary(search->view.snapshot, &scope_public, request->arena, &search->request,
                       &input->request, &summary, e));
    answer_begin(&search->view, response);
    buffer_append_view(out, SV(",\"total\":"));
    buffer_append_uint(out, summary.total);
    write_summary(&input->request, &summary, out);
    write_left_out(input, out);
    buffer_append_view(out, SV("}\n"));
    return ST_OK;
}

status api_summary(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct summary_input input;
    TRY(summary_input_from_parameters(context, request, &input, e));
    if (view_not_modified(&input.search.view, request, response)) {
        return ST_OK;
    }
    return run(&input, request, response, e);
}

// Turns the part that the engine names into a pointer.
static void point(struct error *e)
{
    static const char *const places[][2] = {
        {"quantiles", "/statistics"}, {"histogram", "/histograms"}, {"width", "/histograms"},
        {"buckets", "/histograms"},   {"groups", "/groups"},        {"by", "/groups"},
        {"measures", "/groups"},      {"share", "/groups"},         {"grid", "/grids"},
        {"vocabulary", "/groups"},    {"statistics", "/statistics"}};
    for (size_t i = 0; i < ARRAY_LENGTH(places); i++) {
        if (strcmp(e->field, places[i][0]) == 0) {
            (void)snprintf(e->field, sizeof e->field, "%s", places[i][1]);
            return;
        }
    }
}

status api_summary_post(void *context, struct http_request *request, struct http_response *response,
                        struct error *e)
{
    struct summary_input input;
    status result =
        summary_input_from_body(context, request, &input, &response->problem.position, e);
    if (result == ST_OK) {
        result = run(&input, request, response, e);
    }
    if (result == ST_INVALID) {
        point(e);
    }
    return result;
}
