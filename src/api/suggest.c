// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/suggest: values of a field that start with what was typed, among the records that the
// other parameters find.
#include "api/search_answer.h"
#include "formats/json_write.h"

#define SUGGEST_NORMAL 10
#define SUGGEST_LIMIT  1000

status api_suggest(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    static const char *const own[] = {"field", "prefix", NULL};
    struct search_input input;
    const struct search_facet_value *values = NULL;
    size_t count = 0;
    uint64_t limit = 0;
    string_view field = {0};
    string_view prefix = SV("");
    bool found = false;
    TRY(search_input_refuse_page(request, e));
    TRY(http_request_parameter(request, "prefix", &prefix, &found, e));
    TRY(http_request_parameter(request, "field", &field, &found, e));
    if (!found || field.length == 0) {
        return error_set_field(e, ST_INVALID, "field",
                               "name the field whose values are wanted: field=scientificName");
    }
    TRY(parameter_number(request, "limit", SUGGEST_NORMAL, SUGGEST_LIMIT, &limit, e));
    TRY(search_input_from_parameters(context, request, own, &input, e));
    if (view_not_modified(&input.view, request, response)) {
        return ST_OK;
    }
    input.request.cancelled = http_request_cancelled;
    input.request.cancelled_argument = request;
    TRY(search_suggest(input.view.snapshot, &scope_public, request->arena, &input.request, field,
                       prefix, (size_t)limit, &values, &count, e));
    answer_begin(&input.view, response);
    buffer_append_view(&response->body, SV(",\"field\":"));
    json_write_string(&response->body, field);
    buffer_append_view(&response->body, SV(",\"values\":"));
    write_facet_values(values, count, &response->body);
    buffer_append_view(&response->body, SV("}\n"));
    return ST_OK;
}
