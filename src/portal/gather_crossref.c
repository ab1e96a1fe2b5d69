// SPDX-License-Identifier: Apache-2.0
// Asks Crossref's REST API: for each DOI of ours, which works name it in their relations
// (filter relation.object); and for each publication that is known by its DOI, what it is called,
// and which of our DOIs stand among its references. Last, which works cite a DOI of ours, by the
// beta of data citations (https://www.crossref.org/documentation/retrieve-metadata/data-citations):
// what it refuses stands in no other question's way.
#include "base/percent.h"
#include "portal/gather_read.h"
#include "portal/gather_source.h"
#include "remote/mail.h"

#include <stdlib.h>

#define PAGE         100
#define DETAILS      SV("details")
#define CITATIONS    "citations " // of the DOI behind
#define DETAILS_PAGE ((size_t)20)

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for Crossref's works");
}

static status questions(struct gathering *g, struct arena *arena, string_view **out, size_t *count,
                        struct error *e)
{
    string_view *dois = NULL;
    size_t found = 0;
    *count = 0;
    TRY(gather_own_dois(g, arena, &dois, &found, e));
    *out = arena_array(arena, string_view, 2 * found + 1);
    if (*out == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < found; i++) {
        if (sv_find(dois[i], ',') == dois[i].length) { // a comma parts filters
            (*out)[(*count)++] = dois[i];
        }
    }
    (*out)[(*count)++] = DETAILS;
    for (size_t i = 0; i < found; i++) {
        (*out)[(*count)++] = arena_print(arena, CITATIONS SV_FORMAT, SV_ARGUMENT(dois[i]));
    }
    return ST_OK;
}

static int by_bytes(const void *a, const void *b)
{
    return sv_compare(*(const string_view *)a, *(const string_view *)b);
}

// Those of its references and relations that are ours.
static void keep_own(struct literature_item *item, const string_view *own, size_t own_count,
                     struct gather_finding *out)
{
    string_view *cites = (string_view *)(uintptr_t)item->cites; // the item's own list
    size_t kept = 0;
    for (size_t i = 0; i < item->cite_count && own_count > 0; i++) {
        if (bsearch(&cites[i], own, own_count, sizeof *own, by_bytes) != NULL) {
            cites[kept++] = cites[i];
        }
    }
    *out = (struct gather_finding){.publication = item->publication,
                                   .cites = cites,
                                   .cite_count = kept,
                                   .route = LITERATURE_DIRECT};
}

static void begin_address(const struct gathering *g, const char *path, struct buffer *out)
{
    buffer_init(out, (size_t)8000);
    buffer_print(out, SV_FORMAT "%s", SV_ARGUMENT(g->settings->api[GATHER_CROSSREF]), path);
}

// Who says how to be reached is answered from the polite pool.
static void add_contact(const struct gathering *g, struct buffer *address)
{
    if (mail_is_address(g->settings->contact)) {
        gather_add(address, "mailto", g->settings->contact);
    }
}

// --- works that name a DOI of ours -------------------------------------------------------------

static status related(struct gathering *g, string_view doi, string_view cursor,
                      struct gather_page *out, struct error *e)
{
    struct crossref_works works;
    struct buffer address;
    json_t *answer = NULL;
    string_view filter =
        arena_print(g->links.arena, "relation.object:" SV_FORMAT "%s" SV_FORMAT, SV_ARGUMENT(doi),
                    g->since.length > 0 ? ",from-index-date:" : "", SV_ARGUMENT(g->since));
    begin_address(g, "/works", &address);
    gather_add(&address, "filter", filter);
    buffer_print(&address, "&rows=%d", PAGE);
    gather_add(&address, "cursor", cursor.length == 0 ? SV("*") : cursor);
    add_contact(g, &address);
    TRY(gather_ask_for(g, &address, &answer, e));
    status result = crossref_read_works(answer, g->links.arena, &works, e);
    json_decref(answer);
    TRY(result);
    out->findings = arena_array(g->links.arena, struct gather_finding, works.count + 1);
    if (out->findings == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < works.count; i++) {
        keep_own(&works.list[i], &doi, 1, &out->findings[out->count]);
        out->count += out->findings[out->count].cite_count > 0;
    }
    out->left_out = works.left_out;
    out->next = works.count < PAGE ? SV("") : works.next;
    return ST_OK;
}

// --- what known publications are called ----------------------------------------------------------

static status detail(struct gathering *g, const struct publication *p, const string_view *own,
                     size_t own_count, struct gather_finding *out, struct error *e)
{
    struct error trouble = {0};
    struct literature_item item;
    struct buffer address;
    json_t *answer = NULL;
    *out = (struct gather_finding){.publication = {.doi = p->doi}}; // Crossref has nothing to say
    begin_address(g, "/works", &address);
    buffer_append_byte(&address, '/');
    percent_encode(&address, p->doi);
    add_contact(g, &address);
    status result = gather_ask_for(g, &address, &answer, &trouble);
    if (result == ST_OK) {
        result = crossref_read_work(answer, g->links.arena, &item, &trouble);
        json_decref(answer);
    }
    if (result == ST_OK) {
        keep_own(&item, own, own_count, out);
        out->publication.doi = p->doi;
        return ST_OK;
    }
    bool silent = result == ST_NOT_FOUND || result == ST_BAD_DATA || result == ST_INVALID;
    return silent ? ST_OK : error_set(e, result, "%s", trouble.message);
}

// `place` is the last publication that was asked for.
static status details(struct gathering *g, string_view place, struct gather_page *out,
                      struct error *e)
{
    struct publication *list = NULL;
    string_view *own = NULL;
    size_t own_count = 0;
    size_t count = 0;
    int64_t after = 0;
    if (!sv_to_int64(place, &after)) {
        after = 0;
    }
    TRY(gather_own_dois(g, g->links.arena, &own, &own_count, e));
    TRY(literature_not_told(g->links.literature, LITERATURE_CROSSREF, after, DETAILS_PAGE,
                            g->links.arena, &list, &count, e));
    out->findings = arena_array(g->links.arena, struct gather_finding, count + 1);
    if (out->findings == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(detail(g, &list[i], own, own_count, &out->findings[out->count++], e));
    }
    if (count == DETAILS_PAGE) {
        out->next = arena_print(g->links.arena, "%lld", (long long)list[count - 1].id);
    }
    return ST_OK;
}

// --- data citations ------------------------------------------------------------------------------

static status ask_citations(struct gathering *g, string_view doi, string_view place,
                            struct crossref_citations *out, struct error *e)
{
    struct buffer address;
    json_t *answer = NULL;
    begin_address(g, "/beta/datacitations/", &address);
    gather_add(&address, "object-id", doi);
    if (g->since.length > 0) {
        gather_add(&address, "from-created-date",
                   arena_print(g->links.arena, SV_FORMAT "T00:00:00", SV_ARGUMENT(g->since)));
    }
    buffer_print(&address, "&rows=%d", PAGE);
    if (place.length > 0) {
        gather_add(&address, "page", place);
    }
    add_contact(g, &address);
    TRY(gather_ask_for(g, &address, &answer, e));
    status result = crossref_read_citations(answer, doi, g->links.arena, out, e);
    json_decref(answer);
    return result;
}

static status cited(struct gathering *g, string_view doi, string_view place,
                    struct gather_page *out, struct error *e)
{
    struct crossref_citations found;
    struct error trouble = {0};
    int64_t number = 0; // of the page that was asked for; the first is 1
    status result = ask_citations(g, doi, place, &found, &trouble);
    if (result == ST_NOT_FOUND || result == ST_BAD_DATA || result == ST_INVALID) {
        return ST_OK; // a beta may go, or change
    }
    if (result != ST_OK) {
        return error_set(e, result, "%s", trouble.message);
    }
    out->findings = arena_array(g->links.arena, struct gather_finding, found.count + 1);
    string_view *cites = arena_array(g->links.arena, string_view, 1);
    if (out->findings == NULL || cites == NULL) {
        return no_memory(e);
    }
    cites[0] = doi;
    for (size_t i = 0; i < found.count; i++) {
        const struct publication citing = {.doi = found.dois[i]};
        struct gather_finding *one = &out->findings[out->count++];
        TRY(detail(g, &citing, NULL, 0, one, e)); // else it would count as told
        one->cites = cites;
        one->cite_count = 1;
        one->route = LITERATURE_DIRECT;
    }
    out->left_out = found.left_out;
    number = sv_to_int64(place, &number) && number > 0 ? number : 1;
    out->next =
        found.next > (size_t)number ? arena_print(g->links.arena, "%zu", found.next) : SV("");
    return ST_OK;
}

static status page(struct gathering *g, string_view question, string_view place,
                   struct gather_page *out, struct error *e)
{
    if (sv_starts_with(question, SV(CITATIONS))) {
        return cited(g, sv_slice(question, sizeof CITATIONS - 1, SIZE_MAX), place, out, e);
    }
    return sv_equal(question, DETAILS) ? details(g, place, out, e)
                                       : related(g, question, place, out, e);
}

const struct gather_source gather_crossref = {LITERATURE_CROSSREF, questions, page};
