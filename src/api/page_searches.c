// SPDX-License-Identifier: Apache-2.0
// Further searches of one request.
#include "api/page_searches.h"

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
    for (size_t i = 0; i < state->count; i++) {
        parameters[i] = (struct http_parameter){state->pairs[i].name, state->pairs[i].value};
    }
    return page_search_input(api, request, view, parameters, state->count, out, e);
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
