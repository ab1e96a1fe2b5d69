// SPDX-License-Identifier: Apache-2.0
// GET and POST /api/v1/geological-time: the chart of intervals with the counts of the records that
// a search finds, and the names that it does not know (rule C6).
#include "query/geological_time.h"
#include "api/search_input.h"
#include "formats/json_write.h"
#include "query/geological_chart.h"

#include <jansson.h>
#include <string.h>

static status read_match(string_view text, bool *within, struct error *e)
{
    *within = !sv_equal(text, SV("overlap"));
    if (*within && !sv_equal(text, SV("within"))) {
        return error_set_field(e, ST_INVALID, "match", "match is within or overlap");
    }
    return ST_OK;
}

static void write_interval(const struct geological_interval *g, uint64_t count, struct buffer *out)
{
    buffer_append_view(out, SV("{\"name\":"));
    json_write_string(out, sv_from(g->name));
    buffer_append_view(out, SV(",\"rank\":"));
    json_write_string(out, sv_from(geological_rank_name(g->rank)));
    buffer_append_view(out, SV(",\"parent\":"));
    if (g->parent == GEOLOGICAL_NO_PARENT) {
        buffer_append_view(out, SV("null"));
    } else {
        json_write_string(out, sv_from(geological_intervals[g->parent].name));
    }
    buffer_print(out, ",\"from\":%.10g,\"to\":%.10g,\"source\":", g->start, g->end);
    json_write_string(out, g->source == NULL ? SV("ICS") : sv_from(g->source));
    buffer_append_view(out, SV(",\"count\":"));
    buffer_append_uint(out, count);
    buffer_append_byte(out, '}');
}

static void write_unknown(const struct geological_tree *tree, struct buffer *out)
{
    buffer_append_view(out, SV(",\"unknown\":["));
    for (size_t i = 0; i < tree->unknown_count; i++) {
        buffer_append_view(out, i == 0 ? SV("{\"field\":") : SV(",{\"field\":"));
        json_write_string(out, tree->unknown[i].field);
        buffer_append_view(out, SV(",\"value\":"));
        json_write_string(out, tree->unknown[i].name);
        buffer_append_view(out, SV(",\"count\":"));
        buffer_append_uint(out, tree->unknown[i].count);
        buffer_append_byte(out, '}');
    }
    buffer_append_view(out, SV("],\"unknownOther\":"));
    buffer_append_uint(out, tree->unknown_other);
}

static void write_tree(const struct geological_tree *tree, bool within, struct buffer *out)
{
    buffer_append_view(out, SV(",\"chart\":"));
    json_write_string(out, sv_from(geological_chart_version));
    buffer_append_view(out, within ? SV(",\"match\":\"within\",\"total\":")
                                   : SV(",\"match\":\"overlap\",\"total\":"));
    buffer_append_uint(out, tree->total);
    buffer_append_view(out, SV(",\"dated\":"));
    buffer_append_uint(out, tree->dated);
    buffer_append_view(out, SV(",\"intervals\":["));
    for (size_t i = 0; i < geological_interval_count; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        write_interval(&geological_intervals[i], tree->counts[i], out);
    }
    buffer_append_byte(out, ']');
    write_unknown(tree, out);
    buffer_append_view(out, SV("}\n"));
}

static status answer(struct search_input *input, bool within, struct http_request *request,
                     struct http_response *response, struct error *e)
{
    struct geological_tree tree;
    input->request.cancelled = http_request_cancelled;
    input->request.cancelled_argument = request;
    TRY(geological_tree_make(input->view.snapshot, &scope_public, request->arena, &input->request,
                             within, &tree, e));
    answer_begin(&input->view, response);
    write_tree(&tree, within, &response->body);
    return ST_OK;
}

status api_geological_time(void *context, struct http_request *request,
                           struct http_response *response, struct error *e)
{
    static const char *const own[] = {"match", NULL};
    struct search_input input;
    string_view match = SV("within");
    bool found = false;
    bool within = true;
    TRY(search_input_refuse_page(request, e));
    TRY(http_request_parameter(request, "match", &match, &found, e));
    TRY(read_match(found ? match : SV("within"), &within, e));
    TRY(search_input_from_parameters(context, request, own, &input, e));
    if (view_not_modified(&input.view, request, response)) {
        return ST_OK;
    }
    return answer(&input, within, request, response, e);
}

static status read_own(void *argument, const void *root, const struct search_input *input,
                       struct error *e)
{
    (void)input;
    const json_t *match = json_object_get(root, "match");
    if (match == NULL) {
        return ST_OK;
    }
    return json_is_string(match) ? read_match(sv_from(json_string_value(match)), argument, e)
                                 : read_match(SV(""), argument, e);
}

status api_geological_time_post(void *context, struct http_request *request,
                                struct http_response *response, struct error *e)
{
    static const char *const own[] = {"match", NULL};
    struct search_input input;
    bool within = true;
    const struct search_body_more more = {own, NULL, read_own, &within};
    TRY(search_input_from_body(context, request, &more, &input, &response->problem.position, e));
    return answer(&input, within, request, response, e);
}
