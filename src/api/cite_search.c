// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/citation: how to cite what a search finds at a moment (rule G1). Its identifier is
// the search's address at that version (rule F1).
#include "api/cite.h"
#include "api/contributions.h"
#include "api/page_searches.h"
#include "api/pages/filters.h"

#define WORDS_LONGEST ((size_t)2000) // bytes

void cite_state(const struct http_request *request, const struct view *view, struct address *out)
{
    static const char *const others[] = {
        "format", "version", "budget", "view",   "package",   "separate",    "emptyColumns",
        "doi",    "limit",   "sort",   "fields", "delimiter", "spreadsheet", "identifiers"};
    address_init(out, SV("/search"));
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        const struct http_parameter *p = &request->target.parameters[i];
        bool other = false;
        for (size_t k = 0; k < ARRAY_LENGTH(others); k++) {
            other = other || sv_equal(p->name, sv_from(others[k]));
        }
        if (!other) {
            address_add(out, p->name, p->value);
        }
    }
    address_add(out, SV("version"), arena_print(request->arena, "%lld", (long long)view->version));
}

// "words: moor; Family: Carabidae"; "all records" of a search that asks nothing.
static string_view query_in_words(struct page *p, const struct address *state)
{
    struct buffer words;
    buffer_init(&words, 64 * 1024);
    for (size_t i = 0; i < state->count; i++) {
        const struct address_pair *pair = &state->pairs[i];
        bool text = sv_equal(pair->name, SV("q"));
        if (!text && filter_is_control(pair->name)) {
            continue;
        }
        buffer_append_view(&words, words.length > 0 ? SV("; ") : SV(""));
        buffer_append_view(&words, text ? SV("words: ") : filter_words(p, pair, NULL, 0));
        buffer_append_view(&words, text ? pair->value : SV(""));
    }
    string_view out = words.length == 0 ? SV("all records")
                                        : excerpt(p->arena, buffer_view(&words), WORDS_LONGEST);
    out = arena_copy(p->arena, out);
    buffer_release(&words);
    return out;
}

status cite_search(const struct site *site, const struct search_input *input,
                   struct http_request *request, struct citation *out, struct error *e)
{
    const struct contribution *list = NULL;
    size_t count = 0;
    struct page p = {.arena = request->arena, .site = &site->page};
    struct address *state = arena_new(request->arena, struct address);
    if (state == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the citation");
    }
    cite_state(request, &input->view, state);
    TRY(page_count_in(input, request->arena, input->request.tables, input->request.table_count,
                      &out->records, e));
    TRY(contributions_make(site, input, out->records, request->arena, &list, &count, e));
    out->kind = CITED_SEARCH;
    out->datasets = count;
    out->query = query_in_words(&p, state);
    out->address = site->origin.length == 0
                       ? SV("")
                       : arena_print(request->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(site->origin),
                                     SV_ARGUMENT(address_print(state, request->arena)));
    return ST_OK;
}

status api_search_citation(void *context, struct http_request *request,
                           struct http_response *response, struct error *e)
{
    static const char *const own[] = {"format", NULL};
    static const char *const useless[] = {"limit", NULL};
    struct search_input input;
    struct site site;
    struct citation c;
    enum citation_format format = CITATION_TEXT;
    TRY(cite_format_of_request(request, &format, e));
    TRY(search_input_refuse_page(request, e));
    TRY(search_input_refuse(request, useless, e));
    TRY(search_input_from_parameters(context, request, own, &input, e));
    if (site_not_modified(context, &input.view, request, response)) {
        return ST_OK;
    }
    input.request.cancelled = http_request_cancelled;
    input.request.cancelled_argument = request;
    input.request.commit = input.view.commit;
    TRY(site_open(context, request, &input.view, &site, e));
    cite_begin(&site, &c);
    TRY(cite_search(&site, &input, request, &c, e));
    return cite_answer(request, response, &c, format, e);
}
