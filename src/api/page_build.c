// SPDX-License-Identifier: Apache-2.0
// Fills the query builder: what a search's address asks, gathered into one query in the JSON form.
#include "api/page_searches.h"
#include "api/pages/build.h"
#include "api/pages/views.h"
#include "api/query_words.h"

#include <jansson.h>
#include <stdlib.h>

#define JSON_MOST ((size_t)1 << 20)

// Parameters of a search that ask nothing of a record: tables, order, views, version.
static bool is_carried(string_view name)
{
    for (size_t i = 0; i < search_parameter_count; i++) {
        if (sv_equal(name, sv_from(search_parameters[i]))) {
            return true;
        }
    }
    return view_owns(name);
}

static status fill_state(struct http_request *request, struct address *state,
                         struct build_page *page, struct error *e)
{
    const struct http_target *target = &request->target;
    string_view *carried = arena_array(request->arena, string_view, target->parameter_count + 1);
    if (carried == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    if (target->parameter_count > ADDRESS_PAIRS_MAX) {
        return error_set(e, ST_INVALID, "the search has %zu parameters, at most %d",
                         target->parameter_count, ADDRESS_PAIRS_MAX);
    }
    address_init(state, SV("/search"));
    page->carried = carried;
    for (size_t i = 0; i < target->parameter_count; i++) {
        const struct http_parameter *p = &target->parameters[i];
        if (sv_equal(p->name, SV("offset")) || sv_equal(p->name, SV("after"))) {
            continue;
        }
        address_add(state, p->name, p->value);
        if (is_carried(p->name)) {
            carried[page->carried_count++] = p->name;
        }
    }
    return ST_OK;
}

// What the address asks, normalised; NULL with a sentence where it means nothing.
static status read_query(struct arena *arena, const struct address *state, const struct query **out,
                         struct error *e)
{
    struct query_parameter *list = arena_array(arena, struct query_parameter, state->count + 1);
    const struct query *asked = NULL;
    size_t count = 0;
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the query");
    }
    for (size_t i = 0; i < state->count; i++) {
        if (!is_carried(state->pairs[i].name)) {
            list[count++] = (struct query_parameter){state->pairs[i].name, state->pairs[i].value};
        }
    }
    TRY(query_from_parameters(arena, list, count, NULL, 0, &asked, e));
    return query_normalise(arena, asked, out, e);
}

static string_view printed(struct arena *arena, const struct query *q)
{
    struct buffer text;
    buffer_init(&text, JSON_MOST);
    query_print(q, &text);
    string_view copy = text.failed ? SV("") : arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

// The same JSON with a line for each part.
static string_view in_lines(struct arena *arena, string_view json)
{
    json_t *root = json_loadb(json.bytes, json.length, 0, NULL);
    char *text = root == NULL ? NULL : json_dumps(root, JSON_INDENT(1) | JSON_REAL_PRECISION(17));
    string_view lines = text == NULL ? json : arena_copy(arena, sv_from(text));
    free(text);
    json_decref(root);
    return lines;
}

static void fill_query(struct arena *arena, const struct site *site, const struct query *q,
                       struct build_page *page)
{
    string_view json = printed(arena, q);
    struct address *target = arena_new(arena, struct address);
    page->json = in_lines(arena, json);
    page->words = q->kind == QUERY_ALL ? SV("") : query_words(arena, site->page.language, q);
    if (target == NULL) {
        return;
    }
    *target = *page->state;
    size_t kept = 0;
    for (size_t i = 0; i < target->count; i++) {
        if (is_carried(target->pairs[i].name)) {
            target->pairs[kept++] = target->pairs[i];
        }
    }
    target->count = kept;
    if (q->kind != QUERY_ALL) {
        address_add(target, SV("query"), json);
    }
    string_view results = address_print(target, arena);
    page->address_length = results.length;
    page->query_address = results.length > page->address_limit ? SV("") : results;
    string_view api =
        page_api_address(arena, target, site_pinned(site), SV("/api/v1/records"), NULL);
    if (page->query_address.length > 0 && site->origin.length > 0) {
        page->api_address =
            arena_print(arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(site->origin), SV_ARGUMENT(api));
    }
}

// JSON that means nothing stays as it was written, so that it can be mended.
static void fill_mistake(const struct error *trouble, struct build_page *page)
{
    page->json = address_value(page->state, SV("query"));
    page->error = sv_from(trouble->message);
}

status show_build(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    const struct api *api = context;
    struct site site;
    bool done = false;
    const struct query *q = NULL;
    struct error *trouble = arena_new(request->arena, struct error);
    struct address *state = arena_new(request->arena, struct address);
    if (trouble == NULL || state == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    TRY(page_of_request(api, request, response, &site, &done, e));
    if (done) {
        return ST_OK;
    }
    struct build_page page = {
        .site = &site.page, .state = state, .address_limit = HTTP_LIMIT_TARGET};
    TRY(fill_state(request, state, &page, e));
    status result = read_query(request->arena, state, &q, trouble);
    if (result == ST_OK) {
        fill_query(request->arena, &site, q, &page);
        result = page_count(api, request, &site.view, state, &page.total, trouble);
    }
    if (result != ST_OK && result != ST_INVALID) {
        return error_set(e, result, "%s", trouble->message);
    }
    if (result == ST_INVALID && q == NULL) {
        fill_mistake(trouble, &page);
    } else if (result == ST_INVALID) {
        page.error = sv_from(trouble->message); // such as a field that no table has
    }
    site_send(&site, response, true);
    return page_build(&page, request->arena, &response->body, e);
}
