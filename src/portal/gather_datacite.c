// SPDX-License-Identifier: Apache-2.0
// Asks DataCite's REST API for what cites each DOI of ours: first the citations that it counts
// (most are of journals, and come from Crossref), then the works in it that say so themselves.
// Event Data is not asked: what it still has of citations is in these attributes.
#include "base/percent.h"
#include "portal/gather_read.h"
#include "portal/gather_source.h"

#define PAGE         100
#define FIRST_CURSOR "1"
// Each download from GBIF has a DOI there that cites all its datasets: no publication.
#define GBIF_PREFIX SV("10.15468/")

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for what DataCite counts");
}

static status questions(struct gathering *g, struct arena *arena, string_view **out, size_t *count,
                        struct error *e)
{
    return gather_own_dois(g, arena, out, count, e);
}

// Ours cite each other as versions do.
static bool is_other(const struct gathering *g, string_view doi)
{
    struct identifier one;
    return !sv_starts_with(doi, GBIF_PREFIX) && literature_dataset_of_doi(&g->links, doi) == NULL &&
           identifiers_find_doi(g->links.identifiers, doi, g->links.arena, &one, NULL) != ST_OK;
}

static status add(struct gathering *g, const struct publication *p, string_view cited,
                  struct gather_page *out, struct error *e)
{
    string_view *cites = arena_array(g->links.arena, string_view, 1);
    if (cites == NULL) {
        return no_memory(e);
    }
    cites[0] = cited;
    out->findings[out->count++] = (struct gather_finding){
        .publication = *p, .cites = cites, .cite_count = 1, .route = LITERATURE_DIRECT};
    return ST_OK;
}

static status make_room(struct gathering *g, size_t count, struct gather_page *out, struct error *e)
{
    out->findings = arena_array(g->links.arena, struct gather_finding, count + 1);
    return out->findings == NULL ? no_memory(e) : ST_OK;
}

static status counted(struct gathering *g, string_view doi, struct gather_page *out,
                      struct error *e)
{
    struct error trouble = {0};
    struct buffer address;
    string_view *list = NULL;
    json_t *answer = NULL;
    size_t count = 0;
    out->next = SV(FIRST_CURSOR);
    buffer_init(&address, (size_t)8000);
    buffer_print(&address, SV_FORMAT "/dois/", SV_ARGUMENT(g->settings->api[GATHER_DATACITE]));
    percent_encode(&address, doi);
    status result = gather_ask_for(g, &address, &answer, &trouble);
    if (result == ST_NOT_FOUND) { // another agency's
        return ST_OK;
    }
    if (result != ST_OK) {
        return error_set(e, result, "%s", trouble.message);
    }
    result = datacite_read_citations(answer, g->links.arena, &list, &count, e);
    json_decref(answer);
    TRY(result);
    TRY(make_room(g, count, out, e));
    for (size_t i = 0; i < count; i++) {
        if (is_other(g, list[i])) {
            const struct publication p = {.doi = list[i]};
            TRY(add(g, &p, doi, out, e));
        }
    }
    return ST_OK;
}

static status told(struct gathering *g, string_view doi, string_view cursor,
                   struct gather_page *out, struct error *e)
{
    struct datacite_works works;
    struct buffer address;
    json_t *answer = NULL;
    string_view query =
        arena_print(g->links.arena,
                    "relatedIdentifiers.relatedIdentifier:(\"" SV_FORMAT
                    "\" OR \"https://doi.org/" SV_FORMAT "\")%s" SV_FORMAT "%s",
                    SV_ARGUMENT(doi), SV_ARGUMENT(doi), g->since.length > 0 ? " AND updated:[" : "",
                    SV_ARGUMENT(g->since), g->since.length > 0 ? " TO *]" : "");
    buffer_init(&address, (size_t)8000);
    buffer_print(&address, SV_FORMAT "/dois", SV_ARGUMENT(g->settings->api[GATHER_DATACITE]));
    gather_add(&address, "query", query);
    buffer_print(&address, "&page%%5Bsize%%5D=%d", PAGE);
    gather_add(&address, "page%5Bcursor%5D", cursor);
    TRY(gather_ask_for(g, &address, &answer, e));
    status result = datacite_read_works(answer, doi, g->links.arena, &works, e);
    json_decref(answer);
    TRY(result);
    TRY(make_room(g, works.count, out, e));
    for (size_t i = 0; i < works.count; i++) {
        if (works.list[i].cites && is_other(g, works.list[i].publication.doi)) {
            TRY(add(g, &works.list[i].publication, doi, out, e));
        }
    }
    out->left_out = works.left_out;
    out->next = works.next;
    return ST_OK;
}

static status page(struct gathering *g, string_view question, string_view place,
                   struct gather_page *out, struct error *e)
{
    return place.length == 0 ? counted(g, question, out, e) : told(g, question, place, out, e);
}

const struct gather_source gather_datacite = {LITERATURE_DATACITE, questions, page};
