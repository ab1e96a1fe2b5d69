// SPDX-License-Identifier: Apache-2.0
// Asks /v1/occurrence/KEY; keeps what came of it under "gbif/occurrence/KEY", a blank for nothing.
#include "portal/gather_gbif_occurrence.h"

#include "portal/gather_read.h"
#include "portal/gather_source.h"

static bool is_ours(const struct gathering *g, string_view dataset)
{
    for (size_t i = 0; dataset.length > 0 && i < g->settings->dataset_count; i++) {
        if (sv_equal(g->settings->datasets[i].gbif, dataset)) {
            return true;
        }
    }
    return false;
}

static status keep(struct gathering *g, string_view place, string_view name, struct error *e)
{
    return g->dry_run ? ST_OK
                      : literature_set_place(g->links.literature, place,
                                             name.length > 0 ? name : SV(" "), e);
}

status gbif_occurrence_name(struct gathering *g, string_view key, string_view *out, struct error *e)
{
    struct arena *arena = g->links.arena;
    string_view place = arena_print(arena, "gbif/occurrence/" SV_FORMAT, SV_ARGUMENT(key));
    string_view dataset = SV("");
    string_view known;
    struct error trouble = {0};
    struct buffer address;
    json_t *answer = NULL;
    TRY(literature_place(g->links.literature, place, arena, &known, e));
    *out = sv_trim(known);
    if (known.length > 0) {
        return ST_OK;
    }
    buffer_init(&address, (size_t)4000);
    buffer_print(&address, SV_FORMAT "/v1/occurrence/" SV_FORMAT,
                 SV_ARGUMENT(g->settings->api[GATHER_GBIF]), SV_ARGUMENT(key));
    status result = gather_ask_for(g, &address, &answer, &trouble);
    if (result == ST_OK) {
        gbif_read_occurrence(answer, arena, &dataset, out);
        json_decref(answer);
        *out = is_ours(g, dataset) ? *out : SV("");
        return keep(g, place, *out, e);
    }
    if (result == ST_NOT_FOUND) { // GBIF deletes occurrences; their keys stay in papers
        return keep(g, place, SV(""), e);
    }
    bool silent = result == ST_BAD_DATA || result == ST_INVALID;
    return silent ? ST_OK : error_set(e, result, "%s", trouble.message);
}
