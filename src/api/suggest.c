// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/suggest: values of a field that start with what was typed, among the records that the
// other parameters find.
#include "api/search_answer.h"
#include "formats/json_write.h"

#define SUGGEST_NORMAL 10
#define SUGGEST_LIMIT  1000

// What a search takes and a list of values has no use for.
static status check_parameters(const struct http_request *request, struct error *e)
{
    static const char *const useless[] = {"facet",  "facetLimit", "sort",
                                          "offset", "after",      "fields"};
    for (size_t i = 0; i < ARRAY_LENGTH(useless); i++) {
        for (size_t k = 0; k < request->target.parameter_count; k++) {
            if (sv_equal(request->target.parameters[k].name, sv_from(useless[i]))) {
                return error_set_field(e, ST_INVALID, useless[i],
                                       "there is no parameter \"%s\" here", useless[i]);
            }
        }
    }
    return ST_OK;
}

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
    TRY(check_parameters(request, e));
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
