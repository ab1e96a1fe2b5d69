// SPDX-License-Identifier: Apache-2.0
// Fills the page of publications.
#include "api/pages/publications.h"

#include "api/page_searches.h"
#include "api/publications.h"
#include "base/percent.h"
#include "portal/gather.h"

#define EVIDENCE_SHOWN ((size_t)5)
#define DATASETS_SHOWN ((size_t)500) // to choose from

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

static status fill_row(const struct publications *p, const struct publication *one,
                       struct publication_row *row, struct error *e)
{
    struct evidence *list = NULL;
    size_t count = 0;
    TRY(literature_evidence(p->api->literature, one->id, LITERATURE_SHOWN, 0, LITERATURE_LIMIT_LIST,
                            p->arena, &list, &count, e));
    struct publication_evidence *shown =
        arena_array(p->arena, struct publication_evidence, EVIDENCE_SHOWN);
    if (shown == NULL) {
        return no_memory(e);
    }
    *row = (struct publication_row){.title = one->title,
                                    .address = one->address,
                                    .authors = one->authors,
                                    .venue = one->venue,
                                    .year = one->year,
                                    .evidence = shown};
    if (one->doi.length > 0) {
        struct buffer address;
        buffer_init(&address, 8192);
        size_t slash = sv_find(one->doi, '/');
        buffer_print(&address, "https://doi.org/" SV_FORMAT "/",
                     SV_ARGUMENT(sv_slice(one->doi, 0, slash)));
        percent_encode(&address, sv_slice(one->doi, slash + 1, SIZE_MAX));
        row->address = arena_copy(p->arena, buffer_view(&address));
        buffer_release(&address);
        row->title = row->title.length > 0 ? row->title : one->doi;
    }
    for (size_t i = 0; i < count; i++) {
        row->direct = row->direct || list[i].route == LITERATURE_DIRECT;
        row->gbif = row->gbif || list[i].route == LITERATURE_GBIF;
        if (i < EVIDENCE_SHOWN) {
            shown[i].grade = literature_grade_names[list[i].grade];
            publications_target(p, &list[i], &shown[i].target);
            row->evidence_count++;
        }
    }
    row->evidence_more = count - row->evidence_count;
    return ST_OK;
}

// What the list is narrowed to.
static void fill_of(const struct publications *p, const struct address *state,
                    struct page_link *out)
{
    struct evidence one = {.kind = LITERATURE_OF_UNKNOWN};
    if (p->filter.record.length > 0) {
        one.kind = LITERATURE_OF_RECORD;
        one.target = p->filter.record;
    } else if (p->filter.dataset.length > 0) {
        one.kind = LITERATURE_OF_DATASET;
        one.target = p->filter.dataset;
    } else if (p->filter.search.length > 0) {
        one.kind = LITERATURE_OF_SEARCH;
        one.target = p->filter.search;
        one.given = address_value(state, SV("identifier"));
    }
    publications_target(p, &one, out);
}

static status fill_datasets(const struct publications *p, struct publications_page *page,
                            struct error *e)
{
    struct literature_dataset_count *list = NULL;
    size_t count = 0;
    TRY(literature_count_datasets(p->api->literature, DATASETS_SHOWN, p->arena, &list, &count, e));
    struct publications_dataset *datasets =
        arena_array(p->arena, struct publications_dataset, count + 1);
    if (datasets == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        const struct dataset *d = publications_dataset(p, list[i].dataset);
        if (d != NULL) { // others are no longer here
            datasets[page->dataset_count++] =
                (struct publications_dataset){d->slug, d->title, list[i].publications};
        }
    }
    page->datasets = datasets;
    return ST_OK;
}

static status fill_sources(const struct publications *p, struct publications_page *page,
                           struct error *e)
{
    static const char *const names[GATHER_SOURCES] = {"GBIF", "DataCite", "Crossref"};
    struct publications_source *sources =
        arena_array(p->arena, struct publications_source, GATHER_SOURCES);
    if (sources == NULL) {
        return no_memory(e);
    }
    for (int id = 0; id < GATHER_SOURCES; id++) {
        struct gather_state state;
        TRY(gather_state_read(p->api->literature, (enum gather_source_id)id, p->arena, &state, e));
        if (state.good > 0) {
            sources[page->source_count++] = (struct publications_source){names[id], state.good};
        }
    }
    page->sources = sources;
    return ST_OK;
}

static status fill(const struct publications *p, const struct http_request *request,
                   struct publications_page *page, struct error *e)
{
    struct address *state = arena_new(p->arena, struct address);
    struct publication_row *rows = arena_array(p->arena, struct publication_row, p->count + 1);
    if (state == NULL || rows == NULL) {
        return no_memory(e);
    }
    address_init(state, SV("/publications"));
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        address_add(state, request->target.parameters[i].name, request->target.parameters[i].value);
    }
    for (size_t i = 0; i < p->count; i++) {
        TRY(fill_row(p, &p->list[i], &rows[i], e));
    }
    const struct literature_counts *c = &p->counts;
    *page = (struct publications_page){
        .site = &p->site.page,
        .state = state,
        .counts = {.total = c->total,
                   .direct = c->direct,
                   .gbif = c->gbif,
                   .both = c->both,
                   .named = c->grades[LITERATURE_NAMED],
                   .contained = c->grades[LITERATURE_CONTAINED],
                   .estimated = c->grades[LITERATURE_ESTIMATED]},
        .of_datasets = c->grades[LITERATURE_DATASET],
        .rows = rows,
        .row_count = p->count,
        .offset = p->offset,
        .limit = p->limit,
    };
    fill_of(p, state, &page->of);
    TRY(fill_datasets(p, page, e));
    return fill_sources(p, page, e);
}

status show_publications(void *context, struct http_request *request,
                         struct http_response *response, struct error *e)
{
    struct publications *p = arena_new(request->arena, struct publications);
    struct publications_page page;
    if (p == NULL) {
        return no_memory(e);
    }
    TRY(drop_empty_parameters(request, e));
    TRY(publications_of_request(context, request, p, e));
    if (site_not_modified(context, &p->view, request, response)) {
        return ST_OK;
    }
    TRY(fill(p, request, &page, e));
    site_send(&p->site, response, request->target.parameter_count > 0);
    return page_publications(&page, request->arena, &response->body, e);
}
