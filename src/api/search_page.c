// SPDX-License-Identifier: Apache-2.0
// Fills the search page. Its parameters are those of GET /api/v1/records, but an empty value, as
// forms send them, says nothing.
#include "api/search_page_internal.h"

// The state without empty values, as the address of the page and as parameters of a search.
static status read_state(struct search_filling *f, struct error *e)
{
    const struct http_target *target = &f->request->target;
    struct http_parameter *kept =
        arena_array(f->request->arena, struct http_parameter, target->parameter_count + 1);
    size_t count = 0;
    if (kept == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    if (target->parameter_count > ADDRESS_PAIRS_MAX) {
        return error_set(e, ST_INVALID, "the search has %zu parameters, at most %d",
                         target->parameter_count, ADDRESS_PAIRS_MAX);
    }
    address_init(&f->state, SV("/search"));
    for (size_t i = 0; i < target->parameter_count; i++) {
        if (target->parameters[i].value.length > 0) {
            kept[count++] = target->parameters[i];
            address_add(&f->state, target->parameters[i].name, target->parameters[i].value);
        }
    }
    f->search = request_with(f->request, kept, count);
    return ST_OK;
}

static status run_search(struct search_filling *f, struct error *e)
{
    struct search_request *search = &f->input.request;
    TRY(fields_of_tables(&f->input.view, f->request->arena, search->tables, search->table_count,
                         &f->fields, e));
    TRY(search_page_choose_facets(f, e));
    search->cancelled = http_request_cancelled;
    search->cancelled_argument = f->request;
    return search_run(f->input.view.snapshot, &scope_public, f->request->arena, search, &f->result,
                      e);
}

static status fill(struct search_filling *f, struct error *e)
{
    f->page.total = f->result.total;
    f->page.version = f->input.view.version;
    f->page.as_of = !f->input.view.newest;
    f->page.limit = f->input.request.limit;
    f->page.offset = f->input.request.offset;
    f->page.site = &f->site.page;
    f->page.state = &f->state;
    TRY(search_page_fill_facets(f, e));
    TRY(search_page_fill_rows(f, e));
    TRY(search_page_fill_kinds(f, e));
    TRY(search_page_fill_datasets(f, e));
    return f->result.total > 0 ? ST_OK : search_page_fill_without(f, e);
}

status show_search(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct search_filling *f = arena_new(request->arena, struct search_filling);
    if (f == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    f->api = context;
    f->request = request;
    TRY(read_state(f, e));
    TRY(search_input_from_parameters(f->api, &f->search, NULL, &f->input, e));
    if (site_not_modified(&f->input.view, request, response)) {
        return ST_OK;
    }
    TRY(site_open(f->api, request, &f->input.view, &f->site, e));
    TRY(run_search(f, e));
    TRY(fill(f, e));
    site_send(&f->site, request, response, f->state.count > 0);
    return page_search(&f->page, request->arena, &response->body, e);
}
