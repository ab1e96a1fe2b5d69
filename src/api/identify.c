// SPDX-License-Identifier: Apache-2.0
// Gathers what is kept of a cited search.
#include "api/identify.h"

#include "api/cite_limit.h"
#include "api/contributions.h"
#include "api/page_metadata.h"
#include "api/page_searches.h"
#include "api/slug_words.h"
#include "portal/deposits.h"
#include "query/search_digest.h"
#include "usage/usage.h"

#include <stdlib.h>
#include <string.h>

#define NAME_ATTEMPTS 20

struct identifying {
    const struct api *api;
    struct site site;
    const struct search_input *input;
    struct http_request *request;
    struct arena *arena;
    const struct query *query; // normalised; NULL: all
    struct cited cited;
    struct identifier made;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the identifier");
}

// --- what is cited ---------------------------------------------------------------------------

static status fill_query(struct identifying *g, struct error *e)
{
    struct buffer text;
    g->cited.query = SV("{}");
    if (g->input->request.query == NULL) {
        return ST_OK;
    }
    TRY(query_normalise(g->arena, g->input->request.query, &g->query, e));
    buffer_init(&text, QUERY_LIMIT_BYTES * 2);
    query_print(g->query, &text);
    status result = buffer_check(&text, "the query", e);
    g->cited.query = arena_copy(g->arena, buffer_view(&text));
    buffer_release(&text);
    return result != ST_OK || g->cited.query.bytes != NULL ? result : no_memory(e);
}

static int by_uuid(const void *a, const void *b)
{
    return sv_compare(((const struct cited_table *)a)->uuid, ((const struct cited_table *)b)->uuid);
}

static void add_table(struct identifying *g, struct cited_table *tables, const struct resource *r)
{
    const struct view *view = &g->site.view;
    char uuid[37];
    uint32_t last = snapshot_table_commit(view->snapshot, &r->uuid, view->commit);
    if (r->is_table && last > 0 && contribution_is_asked(&g->input->request, &r->uuid)) {
        uuid_to_text(&r->uuid, uuid);
        tables[g->cited.table_count++] = (struct cited_table){arena_copy(g->arena, sv_from(uuid)),
                                                              r->slug, view_time(view, last)};
    }
}

static status fill_tables(struct identifying *g, struct error *e)
{
    const struct dataset_view *data = g->site.data;
    size_t most = 0;
    for (size_t i = 0; i < data->count; i++) {
        most += data->datasets[i].resource_count;
    }
    struct cited_table *tables = arena_array(g->arena, struct cited_table, most + 1);
    if (tables == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < data->count; i++) {
        for (size_t k = 0; k < data->datasets[i].resource_count; k++) {
            add_table(g, tables, &data->datasets[i].resources[k]);
        }
    }
    qsort(tables, g->cited.table_count, sizeof *tables, by_uuid);
    g->cited.tables = tables;
    return ST_OK;
}

// The page's own parameters, without its version.
static status fill_search(struct identifying *g, struct error *e)
{
    struct address *state = arena_new(g->arena, struct address);
    if (state == NULL) {
        return no_memory(e);
    }
    cite_state(g->request, &g->site.view, state);
    address_remove(state, SV("version"));
    struct cited_pair *pairs = arena_array(g->arena, struct cited_pair, state->count + 1);
    if (pairs == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < state->count; i++) {
        pairs[i] = (struct cited_pair){state->pairs[i].name, state->pairs[i].value};
    }
    g->cited.search = pairs;
    g->cited.search_count = state->count;
    return ST_OK;
}

// --- what was found --------------------------------------------------------------------------

// Rule F2: creators are the publishing institutions, each once, in the order of what they give.
static void add_creator(struct identifying *g, struct cited_creator *list, string_view name)
{
    for (size_t i = 0; i < g->cited.creator_count; i++) {
        if (sv_equal(list[i].name, name)) {
            return;
        }
    }
    if (name.length > 0) {
        list[g->cited.creator_count++] = (struct cited_creator){.name = name};
    }
}

static status fill_datasets(struct identifying *g, struct error *e)
{
    const struct contribution *list = NULL;
    size_t count = 0;
    TRY(contributions_make(&g->site, g->input, g->cited.records, g->arena, &list, &count, e));
    struct cited_dataset *datasets = arena_array(g->arena, struct cited_dataset, count + 1);
    struct cited_creator *creators = arena_array(g->arena, struct cited_creator, count + 1);
    if (datasets == NULL || creators == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        const struct dataset *d = list[i].dataset;
        char uuid[37];
        uuid_to_text(&d->uuid, uuid);
        datasets[i] = (struct cited_dataset){
            .uuid = arena_copy(g->arena, sv_from(uuid)),
            .slug = d->slug,
            .title = d->title,
            .licence = dataset_licence(g->arena, d),
            .version = d->modified_at,
            .records = list[i].records,
        };
        string_view institution = json_text(json_in_arena(g->arena, d->json), "organisation");
        add_creator(g, creators, institution.length > 0 ? institution : g->cited.publisher);
    }
    add_creator(g, creators, count == 0 ? g->cited.publisher : SV(""));
    g->cited.datasets = datasets;
    g->cited.dataset_count = count;
    g->cited.creators = creators;
    return ST_OK;
}

static status fill_digest(struct identifying *g, struct error *e)
{
    struct search_digest digest;
    char hex[65];
    TRY(search_digest_make(g->site.view.snapshot, &scope_public, g->arena, &g->input->request, NULL,
                           &digest, e));
    sha256_to_hex(&digest.digest, hex);
    g->cited.digest = arena_copy(g->arena, sv_from(hex));
    g->cited.definition = SV(SEARCH_DIGEST_DEFINITION);
    return ST_OK;
}

static status fill_found(struct identifying *g, struct error *e)
{
    struct citation citation;
    cite_begin(&g->site, &citation);
    TRY(cite_search(&g->site, g->input, g->request, &citation, e));
    g->cited.publisher = citation.publisher;
    g->cited.words = citation.query;
    g->cited.records = citation.records;
    g->cited.counted = true;
    if (citation.records == 0) {
        return error_set(e, ST_INVALID,
                         "this search finds no records, and nothing is not given an identifier");
    }
    TRY(fill_datasets(g, e));
    return g->made.kind == IDENTIFIER_SEARCH ? fill_digest(g, e) : ST_OK;
}

// --- bounds ----------------------------------------------------------------------------------

static status check_share(struct identifying *g, struct http_response *response, struct error *e)
{
    if (cite_limit_take(g->api->cite_limit, g->request->client_address, clock_now())) {
        return ST_OK;
    }
    if (response != NULL) {
        response->problem.status = 429;
        http_response_header(response, "Retry-After", SV("3600"));
    }
    return error_set(e, ST_REFUSED,
                     "this client had as many identifiers made as one may in an hour: cite what is "
                     "there already, or come back in an hour");
}

// --- making ----------------------------------------------------------------------------------

static status keep(struct identifying *g, struct identifier *out, bool *is_new, struct error *e)
{
    struct buffer record;
    buffer_init(&record, CITED_LIMIT_BYTES);
    status result = cited_write(&g->cited, &record, e);
    g->made.record = arena_copy(g->arena, buffer_view(&record));
    for (int i = 0; result == ST_OK && i < NAME_ATTEMPTS; i++) {
        struct error trouble = {0};
        if (g->made.kind == IDENTIFIER_SLUG) {
            result = slug_words(g->arena, &g->made.name, e);
        }
        if (result != ST_OK) {
            break;
        }
        if (g->api->deposits != NULL && g->made.kind == IDENTIFIER_SEARCH) {
            deposit_want(&g->made, "findable", clock_now());
        }
        status added =
            identifiers_add(g->api->identifiers, &g->made, g->arena, out, is_new, &trouble);
        bool taken = added == ST_CONFLICT && g->made.kind == IDENTIFIER_SLUG;
        if (!taken || i + 1 == NAME_ATTEMPTS) {
            result = added == ST_OK ? ST_OK : error_set(e, added, "%s", trouble.message);
            break;
        }
    }
    buffer_release(&record);
    return result;
}

static status find_earlier(struct identifying *g, struct error *e)
{
    struct identifier earlier;
    char name[65];
    cited_search_name(&g->cited, name);
    g->made.subject = arena_copy(g->arena, sv_from(name));
    status found = identifiers_find_subject(g->api->identifiers, g->made.subject,
                                            g->site.view.version - 1, g->arena, &earlier, e);
    g->cited.earlier = found == ST_OK ? earlier.id : SV("");
    return found == ST_NOT_FOUND ? ST_OK : found;
}

status identify_search(const struct api *api, const struct site *site,
                       const struct search_input *input, enum identifier_kind kind,
                       struct http_request *request, struct http_response *response,
                       struct identifier *out, bool *is_new, struct error *e)
{
    struct identifying g = {.api = api,
                            .site = *site,
                            .input = input,
                            .request = request,
                            .arena = request->arena,
                            .made = {.kind = kind, .version = site->view.version}};
    char equal[65];
    *is_new = false;
    g.site.page.language = NULL; // what is kept is for everyone
    if (usage_is_robot(api->usage, http_request_header(request, "User-Agent"))) {
        return error_set(e, ST_REFUSED, "identifiers are made for people, not for robots");
    }
    TRY(fill_query(&g, e));
    TRY(fill_tables(&g, e));
    TRY(cited_equal(site->view.snapshot, identifier_kind_names[kind], &g.cited, g.query,
                    site->view.commit, equal, e));
    g.made.equal = sv_from(equal);
    status found = identifiers_find_equal(api->identifiers, g.made.equal, g.arena, out, e);
    if (found != ST_NOT_FOUND) {
        return found;
    }
    TRY(fill_search(&g, e));
    TRY(fill_found(&g, e));
    TRY(check_share(&g, response, e));
    if (kind == IDENTIFIER_SEARCH) {
        TRY(find_earlier(&g, e));
    }
    TRY(keep(&g, out, is_new, e));
    deposits_wake(api->deposits);
    return ST_OK;
}

status identify_input(const struct api *api, struct http_request *request,
                      struct search_input *input, struct site *site, struct error *e)
{
    TRY(drop_empty_parameters(request, e));
    TRY(search_input_refuse_page(request, e));
    TRY(search_input_from_parameters(api, request, NULL, input, e));
    input->request.commit = input->view.commit;
    input->request.cancelled = http_request_cancelled;
    input->request.cancelled_argument = request;
    return site_open(api, request, &input->view, site, e);
}
