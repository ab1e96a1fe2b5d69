// SPDX-License-Identifier: Apache-2.0
// Fills the search page. Its parameters are those of GET /api/v1/records; an empty value, as forms
// send them, says nothing.
#include "api/page_search_internal.h"

status search_page_no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

// "field.family" and "family" are one parameter; the shorter one stands for both.
static string_view canonical_parameter(struct arena *arena, string_view name)
{
    string_view field = field_of_parameter(name);
    return field.length == name.length ? name : parameter_of_field(arena, field);
}

static bool take_year(string_view text, uint64_t *year)
{
    text = sv_trim(text);
    return text.length >= 3 && text.length <= 4 && sv_to_uint64(text, year);
}

// "1850-1900" and "1850 – 1900", as people write a range of years, mean 1850..1900. Other values
// stay: "1900-12" is a month.
static string_view canonical_years(struct arena *arena, string_view value)
{
    static const char *const dashes[] = {"-", "\xe2\x80\x93", "\xe2\x80\x94"};
    for (size_t i = 0; i < ARRAY_LENGTH(dashes); i++) {
        string_view dash = sv_from(dashes[i]);
        uint64_t from = 0;
        uint64_t to = 0;
        size_t at = 0;
        while (at < value.length && !sv_starts_with(sv_slice(value, at, SIZE_MAX), dash)) {
            at++;
        }
        if (at < value.length && take_year(sv_slice(value, 0, at), &from) &&
            take_year(sv_slice(value, at + dash.length, SIZE_MAX), &to)) {
            return arena_print(arena, "%llu..%llu", (unsigned long long)MIN(from, to),
                               (unsigned long long)MAX(from, to));
        }
    }
    return value;
}

// The request's parameters as the state of the page.
static status read_state(struct search_filling *f, struct error *e)
{
    const struct http_target *target = &f->request->target;
    if (target->parameter_count > ADDRESS_PAIRS_MAX) {
        return error_set(e, ST_INVALID, "the search has %zu parameters, at most %d",
                         target->parameter_count, ADDRESS_PAIRS_MAX);
    }
    address_init(&f->state, SV("/search"));
    for (size_t i = 0; i < target->parameter_count; i++) {
        const struct http_parameter *p = &target->parameters[i];
        if (sv_equal(p->name, SV("after"))) {
            return error_set_field(e, ST_INVALID, "after",
                                   "pages of results go by offset; after is for "
                                   "/api/v1/records");
        }
        string_view name = canonical_parameter(f->arena, p->name);
        bool years = sv_equal(name, SV("year"));
        address_add(&f->state, name, years ? canonical_years(f->arena, p->value) : p->value);
    }
    return ST_OK;
}

static status run_search(struct search_filling *f, struct error *e)
{
    struct search_request *search = &f->input.request;
    TRY(page_search_of(f->api, f->request, &f->site.view, &f->state, &f->input, e));
    if (search->limit == 0) {
        return error_set_field(e, ST_INVALID, "limit", "limit must be a whole number from 1 to %zu",
                               SEARCH_LIMIT_ROWS);
    }
    TRY(page_fields(&f->site.view, search->tables, search->table_count, false, f->arena, &f->fields,
                    e));
    TRY(search_page_choose_facets(f, e));
    return search_run(f->site.view.snapshot, &scope_public, f->arena, search, &f->result, e);
}

static status fill(struct search_filling *f, struct error *e)
{
    f->page.total = f->result.total;
    f->page.version = f->site.view.version;
    f->page.as_of = !f->site.view.newest;
    f->page.limit = f->input.request.limit;
    f->page.offset = f->input.request.offset;
    f->page.site = &f->site.page;
    f->page.state = &f->state;
    f->page.year_range = field_is_used(&f->fields, SV("year"));
    TRY(search_page_fill_labels(f, e));
    TRY(search_page_fill_facets(f, e));
    TRY(search_page_fill_sorts(f, e));
    TRY(search_page_fill_rows(f, e));
    TRY(search_page_fill_kinds(f, e));
    TRY(search_page_fill_datasets(f, e));
    return f->result.total > 0 ? ST_OK : search_page_fill_without(f, e);
}

status show_search(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct search_filling *f = arena_new(request->arena, struct search_filling);
    bool done = false;
    if (f == NULL) {
        return search_page_no_memory(e);
    }
    f->api = context;
    f->request = request;
    f->arena = request->arena;
    TRY(page_of_request(f->api, request, response, &f->site, &done, e));
    if (done) {
        return ST_OK;
    }
    f->portal = json_in_arena(f->arena, f->site.data->portal.json);
    TRY(read_state(f, e));
    TRY(run_search(f, e));
    TRY(fill(f, e));
    site_send(&f->site, response, f->state.count > 0);
    return page_search(&f->page, f->arena, &response->body, e);
}
