// SPDX-License-Identifier: Apache-2.0
// Counts for pages.
#include "api/page_numbers.h"

status fields_of_tables(const struct view *v, struct arena *arena, const struct uuid *tables,
                        size_t table_count, struct field_list *out, struct error *e)
{
    return search_fields(v->snapshot, &scope_public, arena, tables, table_count, v->commit,
                         &out->fields, &out->count, e);
}

bool has_field(const struct field_list *list, string_view name)
{
    for (size_t i = 0; i < list->count; i++) {
        if (sv_equal(list->fields[i].name, name)) {
            return true;
        }
    }
    return false;
}

struct http_request request_with(const struct http_request *request,
                                 const struct http_parameter *parameters, size_t count)
{
    struct http_request other = *request;
    other.target.parameters = parameters;
    other.target.parameter_count = count;
    return other;
}

status count_matches(const struct api *api, const struct http_request *request,
                     const struct http_parameter *parameters, size_t count, uint64_t *total,
                     struct error *e)
{
    struct http_request other = request_with(request, parameters, count);
    struct search_input input;
    struct search_result result = {0};
    TRY(search_input_from_parameters(api, &other, NULL, &input, e));
    input.request.count_only = true;
    input.request.limit = 0;
    input.request.cancelled = http_request_cancelled;
    input.request.cancelled_argument = &other;
    TRY(search_run(input.view.snapshot, &scope_public, request->arena, &input.request, &result, e));
    *total = result.total;
    return ST_OK;
}
