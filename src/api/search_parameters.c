// SPDX-License-Identifier: Apache-2.0
// A search from the parameters of an address (rule C2).
#include "api/search_build.h"

#include <string.h>

const char *const search_parameters[] = {
    "dataset",     "table",      "kind",          "facet",  "facetLimit", "facetOffset",
    "facetPrefix", "facetMulti", "facetElements", "sort",   "limit",      "offset",
    "after",       "version",    "fields",        "budget", "explain"};
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

// A parameter that is repeated asks nothing more: all facets of an address have the same options.
static status add_facet_once(struct search_builder *b, string_view field, const char *place,
                             struct error *e)
{
    for (size_t i = 0; i < b->input->request.facet_count; i++) {
        if (sv_equal(b->facets[i].field, field)) {
            return ST_OK;
        }
    }
    return search_add_facet(b, field, place, e);
}

static status read_query(struct http_request *request, const char *const *more,
                         struct search_input *input, struct error *e)
{
    const char *reserved[ARRAY_LENGTH(search_parameters) + 16];
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
    return query_from_parameters_apart(request->arena, parameters, parameter_count, reserved, count,
                                       &input->request.query, &input->request.fixed, e);
}

// What every facet of the request is asked, where it says nothing of its own.
static status read_facet_parameters(const struct http_request *request,
                                    struct search_facet_request *out, struct error *e)
{
    uint64_t limit = 0;
    uint64_t offset = 0;
    bool found = false;
    TRY(parameter_number(request, "facetLimit", SEARCH_DEFAULT_FACET_VALUES,
                         SEARCH_LIMIT_FACET_VALUES, &limit, e));
    TRY(parameter_number(request, "facetOffset", 0, SEARCH_LIMIT_FACET_OFFSET, &offset, e));
    TRY(http_request_parameter(request, "facetPrefix", &out->prefix, &found, e));
    TRY(parameter_truth(request, "facetMulti", &out->multi, e));
    TRY(parameter_truth(request, "facetElements", &out->elements, e));
    out->limit = (size_t)limit;
    out->offset = (size_t)offset;
    return ST_OK;
}

static status read_budget(struct http_request *request, struct error *e)
{
    uint64_t budget = 0;
    TRY(parameter_number(request, "budget", 0, SEARCH_LIMIT_BUDGET, &budget, e));
    search_input_budget(request, budget);
    return ST_OK;
}

static status read_explain(struct http_request *request, struct search_input *input,
                           struct error *e)
{
    bool explain = false;
    TRY(parameter_truth(request, "explain", &explain, e));
    return explain ? search_input_explain(request, input, e) : ST_OK;
}

status search_input_tables(const struct api *api, struct http_request *request,
                           struct search_input *out, struct error *e)
{
    const struct search_facet_request facet = {.prefix = SV("")};
    *out = (struct search_input){.request = {.after = SV("")}};
    TRY(view_of_request(api, request, &out->view, e));
    struct search_builder *b = search_builder_create(request->arena, out);
    if (b == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    TRY(add_each(b, request, "dataset", true, search_add_dataset, e));
    TRY(add_each(b, request, "table", true, search_add_table, e));
    TRY(add_each(b, request, "kind", true, search_add_kind, e));
    return search_builder_finish(b, api, &facet, "kind", e);
}

status search_input_from_parameters(const struct api *api, struct http_request *request,
                                    const char *const *more, struct search_input *out,
                                    struct error *e)
{
    struct search_input *input = out;
    uint64_t limit = 0;
    struct search_facet_request facet = {.prefix = SV("")};
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
    TRY(add_each(b, request, "facet", false, add_facet_once, e));
    TRY(add_each(b, request, "fields", true, search_add_field, e));
    TRY(parameter_number(request, "limit", SEARCH_DEFAULT_ROWS, SEARCH_LIMIT_ROWS, &limit, e));
    TRY(parameter_number(request, "offset", 0, INT64_MAX, &input->request.offset, e));
    TRY(read_facet_parameters(request, &facet, e));
    TRY(read_budget(request, e));
    TRY(read_explain(request, input, e));
    TRY(http_request_parameter(request, "after", &input->request.after, &found, e));
    TRY(read_query(request, more, input, e));
    input->request.limit = (size_t)limit;
    return search_builder_finish(b, api, &facet, "kind", e);
}

status search_input_refuse(const struct http_request *request, const char *const *names,
                           struct error *e)
{
    for (size_t i = 0; names[i] != NULL; i++) {
        for (size_t k = 0; k < request->target.parameter_count; k++) {
            if (sv_equal(request->target.parameters[k].name, sv_from(names[i]))) {
                return error_set_field(e, ST_INVALID, names[i], "there is no parameter \"%s\" here",
                                       names[i]);
            }
        }
    }
    return ST_OK;
}

status search_input_refuse_page(const struct http_request *request, struct error *e)
{
    static const char *const useless[] = {
        "facet", "facetLimit", "facetOffset", "facetPrefix", "facetMulti", "facetElements",
        "sort",  "offset",     "after",       "fields",      "explain",    NULL};
    return search_input_refuse(request, useless, e);
}
