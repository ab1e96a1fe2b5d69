// SPDX-License-Identifier: Apache-2.0
// The rail's facets beside those shown, and its presets.
#include "api/page_rail.h"

#include <string.h>

bool rail_leaves_out(string_view value)
{
    return value.length > 1 && value.bytes[0] == '!' && !sv_equal(value, SV("!*")) &&
           !sv_equal(value, SV("!\"\""));
}

void rail_first_page(const struct search_filling *f, struct address *out)
{
    *out = f->state;
    address_remove(out, SV("offset"));
    address_remove(out, SV("after"));
}

status rail_add_facet(struct search_filling *f, const struct search_facet_request *facet,
                      size_t *index, struct error *e)
{
    struct search_request *search = &f->input.request;
    *index = SIZE_MAX;
    if (search->facet_count == SEARCH_LIMIT_FACETS) {
        return ST_OK;
    }
    struct search_facet_request *all =
        arena_array(f->arena, struct search_facet_request, search->facet_count + 1);
    if (all == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < search->facet_count; i++) {
        all[i] = search->facets[i];
    }
    *index = search->facet_count;
    all[search->facet_count++] = *facet;
    search->facets = all;
    return ST_OK;
}

// --- presets ---------------------------------------------------------------------------------

#define EXISTS_GEO "{\"geo_field\":true}"

// Filters that are often wanted, each where some table searched can tell; of one label the first
// with a field. What is left out is "and" with all else, also with values of the same field.
static const struct {
    const char *label;
    const char *field; // that must have values
    const char *parameter;
    const char *value;
} presets[] = {
    {"Has an image or other media", "associatedMedia", "filter.missing", "!associatedMedia"},
    {"Has an image or other media", "multimedia", "filter.missing", "!multimedia"},
    {"Has coordinates", "decimalLatitude", "filter.exists", EXISTS_GEO},
    {"Is a type", "typeStatus", "filter.missing", "!typeStatus"},
    {"Has a sequence", "associatedSequences", "filter.missing", "!associatedSequences"},
    {"Has no quality issue", "issue", "filter.exists", "!issue"},
    {"Has no quality issue", "issues", "filter.exists", "!issues"},
};

// How many the search finds with the preset.
static status count_with(struct search_filling *f, struct preset *preset, struct error *e)
{
    struct address *with = arena_new(f->arena, struct address);
    struct error trouble = {0};
    if (with == NULL) {
        return search_page_no_memory(e);
    }
    *with = f->state;
    address_add(with, preset->parameter, preset->value);
    status result = page_count(f->api, f->request, &f->site.view, with, &preset->count, &trouble);
    if (result == ST_INVALID) { // such as words of a field that is no position
        preset->label = NULL;
        return ST_OK;
    }
    return result == ST_OK ? ST_OK : error_set(e, result, "%s", trouble.message);
}

// A second value that is wanted would be "or": it narrows nothing.
static bool would_widen(const struct search_filling *f, const struct preset *preset)
{
    bool wanted = !rail_leaves_out(preset->value);
    for (size_t i = 0; i < f->state.count && wanted && !preset->chosen; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        if (sv_equal(pair->name, preset->parameter) && !rail_leaves_out(pair->value)) {
            return true;
        }
    }
    return false;
}

status rail_fill_presets(struct search_filling *f, struct error *e)
{
    struct preset *list = arena_array(f->arena, struct preset, ARRAY_LENGTH(presets));
    if (list == NULL) {
        return search_page_no_memory(e);
    }
    f->rail.presets = list;
    for (size_t i = 0; i < ARRAY_LENGTH(presets); i++) {
        struct preset *preset = &list[f->rail.preset_count];
        bool again = f->rail.preset_count > 0 && strcmp(preset[-1].label, presets[i].label) == 0;
        if (again || !field_is_used(&f->fields, sv_from(presets[i].field))) {
            continue;
        }
        *preset = (struct preset){.label = presets[i].label,
                                  .parameter = sv_from(presets[i].parameter),
                                  .value = sv_from(presets[i].value),
                                  .count = f->result.total};
        preset->chosen = address_has(&f->state, preset->parameter, preset->value);
        if (would_widen(f, preset)) {
            continue;
        }
        if (!preset->chosen) {
            TRY(count_with(f, preset, e));
        }
        f->rail.preset_count += preset->label != NULL;
    }
    return ST_OK;
}

// --- all of it -------------------------------------------------------------------------------

status rail_ask(struct search_filling *f, struct error *e)
{
    struct search_facet_request taxa;
    bool wanted = false;
    f->facets_shown = f->input.request.facet_count;
    f->asked.taxa = SIZE_MAX;
    TRY(rail_ask_ranges(f, e));
    rail_ask_taxa(f, &taxa, &wanted);
    for (size_t i = 0; i < f->facets_shown && wanted; i++) {
        if (sv_equal(f->input.request.facets[i].field, taxa.field)) {
            f->asked.taxa = i; // shown as a facet anyway
            wanted = false;
        }
    }
    return wanted ? rail_add_facet(f, &taxa, &f->asked.taxa, e) : ST_OK;
}

status rail_fill(struct search_filling *f, struct error *e)
{
    TRY(rail_fill_presets(f, e));
    TRY(rail_fill_ranges(f, e));
    TRY(rail_fill_taxa(f, e));
    TRY(rail_fill_time(f, e));
    f->page.rail = &f->rail;
    return ST_OK;
}
