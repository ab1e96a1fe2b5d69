// SPDX-License-Identifier: Apache-2.0
// GET /find: where the buttons of search boxes lead. Takes what a search takes and leads on: to the
// record whose whole catalogue number stands in the box, where one record alone has it, else to the
// search. Scripts cannot see where a redirect leads unless they follow it, and are told the address
// as text where they ask for that. The address of a search itself means the search, whoever is
// given it.
#include "api/page_search_internal.h"
#include "http/negotiate.h"
#include "query/query.h"

#define NUMBER_LONGEST ((size_t)200)
#define YEAR_DIGITS    4

static bool has_digit(string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] >= '0' && text.bytes[i] <= '9') {
            return true;
        }
    }
    return false;
}

// Four digits are a year, as in what the box offers.
static bool may_be_number(string_view text)
{
    uint64_t year = 0;
    bool is_year = text.length == YEAR_DIGITS && sv_to_uint64(text, &year);
    return text.length <= NUMBER_LONGEST && has_digit(text) && !is_year;
}

// The search with the number asked of its field in place of the words. False where it asks of that
// field already.
static bool ask_for_number(struct search_filling *f, string_view number, struct address *out)
{
    static const char *const not_asked[] = {"q", "sort", "limit", "offset", "facet", "fields"};
    *out = f->state;
    for (size_t i = 0; i < ARRAY_LENGTH(not_asked); i++) {
        address_remove(out, sv_from(not_asked[i]));
    }
    if (address_value(out, SV("catalogNumber")).length > 0) {
        return false;
    }
    address_add(out, SV("catalogNumber"), query_value_write(f->arena, number));
    address_set(out, SV("limit"), SV("2"));
    return true;
}

// The address of the one record that has the number; "" where none has it, or several. What is
// wrong with the search is for the search to tell.
static status record_of_number(struct search_filling *f, string_view number, string_view *out,
                               struct error *e)
{
    struct address *target = arena_new(f->arena, struct address);
    struct view *view = &f->site.view;
    struct error trouble = {0};
    *out = SV("");
    if (target == NULL) {
        return search_page_no_memory(e);
    }
    if (!ask_for_number(f, number, target)) {
        return ST_OK;
    }
    status result = page_search_of(f->api, f->request, view, target, &f->input, &trouble);
    if (result == ST_OK) {
        result = search_run(view->snapshot, &scope_public, f->arena, &f->input.request, &f->result,
                            &trouble);
    }
    if (result == ST_INVALID) {
        return ST_OK;
    }
    if (result == ST_OK && f->result.total == 1 && f->result.hit_count == 1) {
        const struct search_hit *hit = &f->result.hits[0];
        const struct store_table *t = snapshot_table_by_uuid(view->snapshot, &hit->table);
        if (t == NULL) {
            return error_set(e, ST_INTERNAL, "a row belongs to no table");
        }
        moment pinned = view->future != 0 ? view->future : site_pinned(&f->site);
        *out = record_address(f->arena, t->slug, hit->key, pinned);
    }
    return result == ST_OK ? ST_OK : error_set(e, result, "%s", trouble.message);
}

status go_to_found(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct search_filling *f = arena_new(request->arena, struct search_filling);
    string_view target = SV("");
    if (f == NULL) {
        return search_page_no_memory(e);
    }
    f->api = context;
    f->request = request;
    f->arena = request->arena;
    TRY(drop_empty_parameters(request, e));
    TRY(view_of_request(f->api, request, &f->site.view, e));
    TRY(search_page_read_state(f, e));
    string_view words = sv_trim(address_value(&f->state, SV("q")));
    if (may_be_number(words)) {
        TRY(record_of_number(f, words, &target, e));
    }
    if (target.length == 0) {
        target = address_print(&f->state, f->arena);
    }
    string_view accept = http_request_header(request, "Accept");
    http_response_header(response, "Vary", SV("Accept"));
    if (accept_weight(accept, SV("text/plain")) > accept_weight(accept, SV("text/html"))) {
        response->content_type = "text/plain; charset=utf-8";
        buffer_append_view(&response->body, site_address(request, target));
        return ST_OK;
    }
    site_redirect(request, response, 303, target);
    return ST_OK;
}
