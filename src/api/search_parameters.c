// SPDX-License-Identifier: Apache-2.0
// A search from the parameters of an address (rule C2).
#include "api/search_build.h"

#include <string.h>

const char *const search_parameters[] = {"dataset",    "table",   "kind",  "facet",
                                         "facetLimit", "sort",    "limit", "offset",
                                         "after",      "version", "fields"};
const size_t search_parameter_count = ARRAY_LENGTH(search_parameters);

typedef status search_add(struct search_builder *b, string_view text, const char *place,
                          struct error *e);

// Every value of a parameter, taken apart at commas where the rule says that they make a list.
static status add_each(struct search_builder *b, const struct http_request *request,
                       const char *name, bool commas, search_add *add, struct error *e)
{
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        const struct http_parameter *p = &request->target.parameters[i];
        if (!sv_equal(p->name, sv_from(name))) {
            continue;
        }
        string_view rest = p->value;
        string_view part = p->value;
        while (!commas || sv_split(&rest, ',', &part)) {
            TRY(add(b, part, name, e));
            if (!commas) {
                break;
            }
        }
    }
    return ST_OK;
}

static status read_query(struct http_request *request, const char *const *more,
                         struct search_input *input, struct error *e)
{
    const char *reserved[ARRAY_LENGTH(search_parameters) + 8];
    size_t count = search_parameter_count;
    memcpy(reserved, search_parameters, sizeof search_parameters);
    for (size_t i = 0; more != NULL && more[i] != NULL && count < ARRAY_LENGTH(reserved); i++) {
        reserved[count++] = more[i];
    }
    size_t parameter_count = request->target.parameter_count;
    struct query_parameter *parameters =
        arena_array(request->arena, struct query_parameter, parameter_count);
    if (parameters == NULL && parameter_count > 0) {
        return error_set(e, ST_NO_MEMORY, "no memory for the query");
    }
    for (size_t i = 0; i < parameter_count; i++) {
        const struct http_parameter *p = &request->target.parameters[i];
        parameters[i] = (struct query_parameter){p->name, p->value};
    }
    return query_from_parameters(request->arena, parameters, parameter_count, reserved, count,
                                 &input->request.query, e);
}

status search_input_from_parameters(const struct api *api, struct http_request *request,
                                    const char *const *more, struct search_input *out,
                                    struct error *e)
{
    struct search_input *input = out;
    uint64_t limit = 0;
    uint64_t facet_limit = 0;
    bool found = false;
    *input = (struct search_input){.request = {.after = SV("")}};
    TRY(view_of_request(api, request, &input->view, e));
    struct search_builder *b = search_builder_create(request->arena, input);
    if (b == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    TRY(add_each(b, request, "dataset", true, search_add_dataset, e));
    TRY(add_each(b, request, "table", true, search_add_table, e));
    TRY(add_each(b, request, "kind", true, search_add_kind, e));
    TRY(add_each(b, request, "sort", true, search_add_sort, e));
    TRY(add_each(b, request, "facet", false, search_add_facet, e));
    TRY(add_each(b, request, "fields", true, search_add_field, e));
    TRY(parameter_number(request, "limit", SEARCH_INPUT_LIMIT, SEARCH_LIMIT_ROWS, &limit, e));
    TRY(parameter_number(request, "offset", 0, INT64_MAX, &input->request.offset, e));
    TRY(parameter_number(request, "facetLimit", SEARCH_INPUT_FACET_LIMIT, SEARCH_LIMIT_FACET_VALUES,
                         &facet_limit, e));
    TRY(http_request_parameter(request, "after", &input->request.after, &found, e));
    TRY(read_query(request, more, input, e));
    input->request.limit = (size_t)limit;
    return search_builder_finish(b, api, (size_t)facet_limit, "kind", e);
}
