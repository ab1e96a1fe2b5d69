// SPDX-License-Identifier: Apache-2.0
// The facets of the search page.
#include "api/search_page_internal.h"
#include "base/fold.h"

#define FACETS_SHOWN  ((size_t)6)
#define FACET_CHOICES ((size_t)40)

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

// What a collection is usually narrowed by, in the order shown; the first that exist are taken.
static const char *const usual[] = {
    "collectionCode", "class",  "order",     "family",     "genus",     "country",
    "typeStatus",     "sex",    "lifeStage", "recordedBy", "kingdom",   "phylum",
    "basisOfRecord",  "status", "material",  "locality",   "continent", "stateProvince",
};

// The name of a field in addresses.
static string_view parameter_of(struct arena *arena, string_view field)
{
    bool taken = sv_equal(field, SV("q")) || sv_starts_with(field, SV("field."));
    for (size_t i = 0; i < search_parameter_count; i++) {
        taken = taken || sv_equal(field, sv_from(search_parameters[i]));
    }
    return taken ? arena_print(arena, "field." SV_FORMAT, SV_ARGUMENT(field)) : field;
}

static bool is_facet(const struct search_request *search, string_view field)
{
    for (size_t i = 0; i < search->facet_count; i++) {
        if (sv_equal(search->facets[i].field, field)) {
            return true;
        }
    }
    return false;
}

status search_page_choose_facets(struct search_filling *f, struct error *e)
{
    struct search_request *search = &f->input.request;
    if (search->facet_count == 0) {
        struct search_facet_request *chosen =
            arena_array(f->request->arena, struct search_facet_request, FACETS_SHOWN);
        if (chosen == NULL) {
            return no_memory(e);
        }
        search->facets = chosen;
        for (size_t i = 0; i < ARRAY_LENGTH(usual) && search->facet_count < FACETS_SHOWN; i++) {
            if (has_field(&f->fields, sv_from(usual[i]))) {
                chosen[search->facet_count++] =
                    (struct search_facet_request){sv_from(usual[i]), SEARCH_INPUT_FACET_LIMIT};
            }
        }
    }
    string_view *choices = arena_array(f->request->arena, string_view, FACET_CHOICES);
    if (choices == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < f->fields.count && f->page.facet_choice_count < FACET_CHOICES; i++) {
        const struct search_field *field = &f->fields.fields[i];
        bool telling = field->distinct > 1 && field->distinct < field->records;
        if (telling && !is_facet(search, field->name)) {
            choices[f->page.facet_choice_count++] = field->name;
        }
    }
    f->page.facet_choices = choices;
    return ST_OK;
}

// The same facet without the filters on its own field; *out stays where it has none.
static status without_own_filter(struct search_filling *f, const struct search_facet_request *asked,
                                 string_view parameter, const struct search_facet **out,
                                 struct error *e)
{
    const struct http_target *target = &f->search.target;
    struct http_parameter *kept =
        arena_array(f->request->arena, struct http_parameter, target->parameter_count + 1);
    size_t count = 0;
    if (kept == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < target->parameter_count; i++) {
        if (!sv_equal(target->parameters[i].name, parameter) &&
            !sv_equal(target->parameters[i].name, SV("after"))) {
            kept[count++] = target->parameters[i];
        }
    }
    if (count == target->parameter_count) {
        return ST_OK;
    }
    struct http_request other = request_with(f->request, kept, count);
    struct search_input input;
    struct search_result result = {0};
    TRY(search_input_from_parameters(f->api, &other, NULL, &input, e));
    input.request.facets = asked;
    input.request.facet_count = 1;
    input.request.sort_count = 0;
    input.request.limit = 0;
    input.request.offset = 0;
    input.request.cancelled = http_request_cancelled;
    input.request.cancelled_argument = f->request;
    TRY(search_run(input.view.snapshot, &scope_public, f->request->arena, &input.request, &result,
                   e));
    *out = &result.facets[0];
    return ST_OK;
}

static bool is_chosen(const struct address *state, string_view parameter, string_view value)
{
    for (size_t i = 0; i < state->count; i++) {
        if (sv_equal(state->pairs[i].name, parameter) &&
            fold_case_equal(state->pairs[i].value, value)) {
            return true;
        }
    }
    return false;
}

static bool is_listed(const struct search_facet *facet, string_view value)
{
    for (size_t i = 0; i < facet->value_count; i++) {
        if (fold_case_equal(facet->values[i].value, value)) {
            return true;
        }
    }
    return false;
}

// The values listed, and behind them the chosen ones that are too rare to be among them.
static status fill_values(struct search_filling *f, const struct search_facet *listed,
                          const struct search_facet *within, struct facet_panel *panel,
                          struct error *e)
{
    size_t room = listed->value_count + within->value_count;
    struct facet_value *values = arena_array(f->request->arena, struct facet_value, room + 1);
    if (values == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < listed->value_count; i++) {
        values[panel->value_count++] = (struct facet_value){
            .value = listed->values[i].value,
            .count = listed->values[i].count,
            .chosen = is_chosen(&f->state, panel->parameter, listed->values[i].value),
        };
    }
    for (size_t i = 0; i < within->value_count && listed != within; i++) {
        string_view value = within->values[i].value;
        if (is_chosen(&f->state, panel->parameter, value) && !is_listed(listed, value)) {
            values[panel->value_count++] = (struct facet_value){
                .value = value, .count = within->values[i].count, .chosen = true};
        }
    }
    panel->values = values;
    return ST_OK;
}

status search_page_fill_facets(struct search_filling *f, struct error *e)
{
    const struct search_result *result = &f->result;
    struct facet_panel *panels =
        arena_array(f->request->arena, struct facet_panel, result->facet_count + 1);
    if (panels == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < result->facet_count; i++) {
        const struct search_facet *within = &result->facets[i];
        const struct search_facet *listed = within;
        struct facet_panel *panel = &panels[i];
        panel->field = within->field;
        panel->parameter = parameter_of(f->request->arena, within->field);
        TRY(without_own_filter(f, &f->input.request.facets[i], panel->parameter, &listed, e));
        panel->missing = listed->missing;
        panel->other = listed->other;
        panel->more = listed->distinct > listed->value_count;
        panel->more_shown = f->input.request.facets[i].limit > SEARCH_INPUT_FACET_LIMIT;
        TRY(fill_values(f, listed, within, panel, e));
    }
    f->page.facets = panels;
    f->page.facet_count = result->facet_count;
    return ST_OK;
}
