// SPDX-License-Identifier: Apache-2.0
// Asks GBIF's literature (api.gbif.org/v1/literature/search) for each of our datasets, and for all
// of the house's as their publisher.
#include "portal/gather_gbif_download.h"
#include "portal/gather_gbif_occurrence.h"
#include "portal/gather_read.h"
#include "portal/gather_source.h"

#include <inttypes.h>

#define PAGE         100
#define OFFSETS_MOST ((int64_t)100000) // GBIF answers no further

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for GBIF's literature");
}

static status questions(struct gathering *g, struct arena *arena, string_view **out, size_t *count,
                        struct error *e)
{
    *count = 0;
    *out = arena_array(arena, string_view, g->settings->dataset_count + 2);
    if (*out == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < g->settings->dataset_count; i++) {
        if (g->settings->datasets[i].gbif.length > 0) {
            (*out)[(*count)++] = arena_print(arena, "gbifDatasetKey " SV_FORMAT,
                                             SV_ARGUMENT(g->settings->datasets[i].gbif));
        }
    }
    if (g->settings->publisher.length > 0) {
        (*out)[(*count)++] = arena_print(arena, "publishingOrganizationKey " SV_FORMAT,
                                         SV_ARGUMENT(g->settings->publisher));
    }
    return *count > 0 ? ST_OK
                      : error_set(e, ST_INVALID,
                                  "literature.json names neither datasets by their \"gbif\" nor "
                                  "the house as GBIF's \"publisher\"");
}

// The dataset that was asked for, where no download tells more of it.
static bool dataset_asked(const struct gathering *g, string_view key, struct evidence *out)
{
    const struct dataset_view *v = g->links.view;
    for (size_t i = 0; i < g->settings->dataset_count; i++) {
        const struct literature_dataset *one = &g->settings->datasets[i];
        const struct dataset *d =
            sv_equal(one->gbif, key) ? dataset_find(v->datasets, v->count, one->slug) : NULL;
        if (d != NULL) {
            *out = (struct evidence){.given = key, .route = LITERATURE_GBIF};
            literature_of_dataset(&g->links, d, out);
            return true;
        }
    }
    return false;
}

static status evidence_of(struct gathering *g, const struct gbif_paper *paper, string_view key,
                          struct gather_finding *out, struct error *e)
{
    struct evidence asked;
    struct evidence *all = NULL;
    size_t count = 0;
    bool told = !dataset_asked(g, key, &asked);
    all = arena_array(g->links.arena, struct evidence,
                      paper->download_count * (g->settings->dataset_count + 1) + 1);
    if (all == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < paper->download_count; i++) {
        struct evidence *list = NULL;
        size_t found = 0;
        TRY(gbif_download_evidence(g, paper->downloads[i], &list, &found, e));
        for (size_t k = 0; k < found; k++) {
            told = told || sv_equal(list[k].dataset, asked.dataset);
            all[count++] = list[k];
        }
    }
    if (!told) {
        all[count++] = asked;
    }
    out->evidence = all;
    out->evidence_count = count;
    return ST_OK;
}

// Records that the paper names by their keys at GBIF.
static status names_of(struct gathering *g, const struct gbif_paper *paper,
                       struct gather_finding *out, struct error *e)
{
    size_t most = MIN(paper->occurrence_count, GATHER_LIMIT_OCCURRENCES);
    string_view *names = arena_array(g->links.arena, string_view, most + 1);
    if (names == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < most; i++) {
        TRY(gbif_occurrence_name(g, paper->occurrences[i], &names[out->cite_count], e));
        out->cite_count += names[out->cite_count].length > 0;
    }
    out->cites = names;
    return ST_OK;
}

static status take(struct gathering *g, const struct gbif_papers *papers, string_view key,
                   struct gather_page *out, struct error *e)
{
    out->left_out = papers->left_out;
    out->findings = arena_array(g->links.arena, struct gather_finding, papers->count + 1);
    if (out->findings == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < papers->count; i++) {
        struct gather_finding *one = &out->findings[out->count];
        *one = (struct gather_finding){.publication = papers->list[i].publication,
                                       .route = LITERATURE_GBIF};
        TRY(evidence_of(g, &papers->list[i], key, one, e));
        TRY(names_of(g, &papers->list[i], one, e));
        // Others are of datasets that are not here.
        out->count += one->evidence_count + one->cite_count > 0;
    }
    return ST_OK;
}

static status page(struct gathering *g, string_view question, string_view place,
                   struct gather_page *out, struct error *e)
{
    size_t blank = sv_find(question, ' ');
    string_view key = sv_slice(question, blank + 1, SIZE_MAX);
    struct gbif_papers papers;
    struct buffer address;
    int64_t offset = 0;
    json_t *answer = NULL;
    if (!sv_to_int64(place, &offset)) {
        offset = 0;
    }
    buffer_init(&address, (size_t)4000);
    buffer_print(&address, SV_FORMAT "/v1/literature/search?" SV_FORMAT "=" SV_FORMAT,
                 SV_ARGUMENT(g->settings->api[GATHER_GBIF]),
                 SV_ARGUMENT(sv_slice(question, 0, blank)), SV_ARGUMENT(key));
    if (g->since.length > 0) {
        buffer_print(&address, "&modified=" SV_FORMAT ",*", SV_ARGUMENT(g->since));
    }
    buffer_print(&address, "&limit=%d&offset=%lld", PAGE, (long long)offset);
    TRY(gather_ask_for(g, &address, &answer, e));
    status result = gbif_read_papers(answer, g->links.arena, &papers, e);
    json_decref(answer);
    TRY(result);
    TRY(take(g, &papers, key, out, e));
    if (!papers.end && offset + PAGE < OFFSETS_MOST) {
        out->next = arena_print(g->links.arena, "%" PRId64, offset + PAGE);
    }
    return ST_OK;
}

const struct gather_source gather_gbif = {LITERATURE_FROM_GBIF, questions, page};
