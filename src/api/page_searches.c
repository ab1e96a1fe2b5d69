// SPDX-License-Identifier: Apache-2.0
// Further searches of one request.
#include "api/page_searches.h"

#include "api/pages/views.h"

status page_search_input(const struct api *api, struct http_request *request,
                         const struct view *view, const struct http_parameter *parameters,
                         size_t count, struct search_input *out, struct error *e)
{
    struct http_request other = *request;
    other.target.parameters = parameters;
    other.target.parameter_count = count;
    TRY(search_input_from_parameters(api, &other, NULL, out, e));
    // All that one page says is of one commit, whatever was committed meanwhile.
    out->view = *view;
    out->request.commit = view->commit;
    out->request.cancelled = http_request_cancelled;
    out->request.cancelled_argument = request;
    return ST_OK;
}

status page_search_of(const struct api *api, struct http_request *request, const struct view *view,
                      const struct address *state, struct search_input *out, struct error *e)
{
    struct http_parameter *parameters =
        arena_array(request->arena, struct http_parameter, state->count + 1);
    if (parameters == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    size_t count = 0;
    for (size_t i = 0; i < state->count; i++) {
        if (!view_owns(state->pairs[i].name)) {
            parameters[count++] =
                (struct http_parameter){state->pairs[i].name, state->pairs[i].value};
        }
    }
    return page_search_input(api, request, view, parameters, count, out, e);
}

status page_count(const struct api *api, struct http_request *request, const struct view *view,
                  const struct address *state, uint64_t *total, struct error *e)
{
    struct search_input input;
    TRY(page_search_of(api, request, view, state, &input, e));
    return page_count_in(&input, request->arena, input.request.tables, input.request.table_count,
                         total, e);
}

status page_count_in(const struct search_input *input, struct arena *arena,
                     const struct uuid *tables, size_t count, uint64_t *total, struct error *e)
{
    struct search_request search = input->request;
    struct search_result result = {0};
    search.tables = tables;
    search.table_count = count;
    search.facet_count = 0;
    search.sort_count = 0;
    search.limit = 0;
    search.offset = 0;
    search.after = SV("");
    search.count_only = true;
    TRY(search_run(input->view.snapshot, &scope_public, arena, &search, &result, e));
    *total = result.total;
    return ST_OK;
}

bool page_orders_by_kind(const struct address *state)
{
    return address_value(state, SV("q")).length > 0 && address_value(state, SV("sort")).length == 0;
}

status page_order_rows(const struct api *api, struct arena *arena, const struct address *state,
                       struct search_input *input, struct error *e)
{
    return page_orders_by_kind(state) ? search_input_by_kind(api, arena, input, e) : ST_OK;
}

static bool is_among(string_view name, const char *const *names)
{
    for (; names != NULL && *names != NULL; names++) {
        if (sv_equal(name, sv_from(*names))) {
            return true;
        }
    }
    return false;
}

void page_api_state(struct arena *arena, const struct address *state, moment version,
                    string_view path, const char *const *own, struct address *target)
{
    static const char *const of_a_page[] = {
        "sort",        "limit",       "offset",     "facet",         "facetLimit",
        "facetOffset", "facetPrefix", "facetMulti", "facetElements", "fields",
        "explain",     "version",     NULL};
    address_init(target, path);
    for (size_t i = 0; i < state->count; i++) {
        string_view name = state->pairs[i].name;
        if (is_among(name, of_a_page) || view_owns(name)) {
            continue;
        }
        if (is_among(name, own)) {
            name = arena_print(arena, "field." SV_FORMAT, SV_ARGUMENT(name));
        }
        address_add(target, name, state->pairs[i].value);
    }
    address_set(target, SV("version"), arena_print(arena, "%lld", (long long)version));
}

string_view page_api_address(struct arena *arena, const struct address *state, moment version,
                             string_view path, const char *const *own)
{
    struct address *target = arena_new(arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    page_api_state(arena, state, version, path, own, target);
    return address_print(target, arena);
}

string_view page_value_address(struct arena *arena, const struct address *state, string_view field,
                               string_view value)
{
    struct address *target = arena_new(arena, struct address);
    if (target == NULL || !value_fits_address(value)) {
        return SV("");
    }
    view_address(state, VIEW_TABLE, target);
    address_set(target, parameter_of_field(arena, field), query_value_write(arena, value));
    return address_print(target, arena);
}
