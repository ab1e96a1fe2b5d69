// SPDX-License-Identifier: Apache-2.0
// The facets of the search page.
#include "api/page_rail.h"
#include "api/pages/language.h"
#include "api/pages/views.h"
#include "base/fold.h"

#include <stdlib.h>

#define FACETS_SHOWN    ((size_t)6)
#define FACETS_AT_LEAST ((size_t)3) // else any field of few values will do
#define FACET_CHOICES   ((size_t)40)
#define FEW_VALUES      50

// What collections are narrowed by, in the order shown; the first that say something are taken.
static const char *const usual[] = {"collectionCode",
                                    "typeStatus",
                                    "family",
                                    "genus",
                                    "country",
                                    "recordedBy",
                                    "type",
                                    "taxonRank",
                                    "kindOfMaterial",
                                    "project",
                                    "order",
                                    "preparationType",
                                    "preparationContents",
                                    "class",
                                    "phylum",
                                    "kingdom",
                                    "stateProvince",
                                    "sex",
                                    "lifeStage",
                                    "basisOfRecord",
                                    "institutionCode",
                                    "taxonomicStatus",
                                    "samplingProtocol"};

static bool is_facet(const struct search_request *search, string_view field)
{
    for (size_t i = 0; i < search->facet_count; i++) {
        if (sv_equal(search->facets[i].field, field)) {
            return true;
        }
    }
    return false;
}

// Values of the field among all records of the tables searched.
static status count_values(struct search_filling *f, string_view field, uint64_t *distinct,
                           struct error *e)
{
    struct search_facet_request facet = {.field = field};
    struct search_request search = {.tables = f->input.request.tables,
                                    .table_count = f->input.request.table_count,
                                    .commit = f->site.view.commit,
                                    .facets = &facet,
                                    .facet_count = 1,
                                    .after = SV("")};
    struct search_result result = {0};
    search.cancelled = f->input.request.cancelled;
    search.cancelled_argument = f->input.request.cancelled_argument;
    TRY(search_run(f->site.view.snapshot, &scope_public, f->arena, &search, &result, e));
    *distinct = result.facets[0].distinct;
    return ST_OK;
}

enum saying { SAYS_NOTHING, SAYS_SOMETHING, SAYS_PERHAPS };

// Several values, not nearly one a record, and more than a trace of it; as far as dictionaries
// tell.
static enum saying guess_saying(const struct search_outline *field)
{
    if (field == NULL || field->entries < 2 || field->records < field->total / 200) {
        return SAYS_NOTHING;
    }
    return field->together >= 2 && field->entries <= field->records / 2 ? SAYS_SOMETHING
                                                                        : SAYS_PERHAPS;
}

// The same, whatever it takes: what is shown must not depend on how records lie in segments.
static status says_something(struct search_filling *f, const struct search_outline *field,
                             bool *says, struct error *e)
{
    enum saying guess = guess_saying(field);
    *says = guess == SAYS_SOMETHING;
    if (guess == SAYS_PERHAPS) {
        uint64_t distinct = 0;
        TRY(count_values(f, field->name, &distinct, e));
        *says = distinct >= 2 && distinct <= field->records / 2;
    }
    return ST_OK;
}

static void choose(struct search_request *search, struct search_facet_request *chosen,
                   string_view field, size_t limit)
{
    chosen[search->facet_count++] = (struct search_facet_request){.field = field, .limit = limit};
}

static status choose_usual(struct search_filling *f, struct search_facet_request *chosen,
                           size_t limit, struct error *e)
{
    struct search_request *search = &f->input.request;
    for (size_t i = 0; i < ARRAY_LENGTH(usual) && search->facet_count < FACETS_SHOWN; i++) {
        const struct search_outline *field = field_find(&f->fields, sv_from(usual[i]));
        bool says = false;
        TRY(says_something(f, field, &says, e));
        if (says) {
            choose(search, chosen, field->name, limit);
        }
    }
    return ST_OK;
}

static int by_fill(const void *a, const void *b)
{
    const struct search_outline *x = *(const struct search_outline *const *)a;
    const struct search_outline *y = *(const struct search_outline *const *)b;
    return x->records != y->records ? (x->records < y->records ? 1 : -1)
                                    : sv_compare(x->name, y->name);
}

// Texts of few values in many records.
static status is_own_facet(struct search_filling *f, const struct search_outline *field, bool *is,
                           struct error *e)
{
    uint64_t distinct = 0;
    *is = !field->nested && field->together <= FEW_VALUES && field->texts * 2 > field->entries &&
          field->records >= field->total / 4 && !is_facet(&f->input.request, field->name);
    if (*is) {
        TRY(says_something(f, field, is, e));
    }
    if (*is && field->entries > FEW_VALUES) {
        TRY(count_values(f, field->name, &distinct, e));
        *is = distinct <= FEW_VALUES;
    }
    return ST_OK;
}

// For tables with fields of their own, the fullest first.
static status choose_own(struct search_filling *f, const struct search_outline *const *by_records,
                         struct search_facet_request *chosen, size_t limit, struct error *e)
{
    struct search_request *search = &f->input.request;
    struct field_list typed;
    TRY(page_fields(&f->site.view, search->tables, search->table_count, true, f->arena, &typed, e));
    for (size_t i = 0; i < f->fields.count && search->facet_count < FACETS_SHOWN; i++) {
        const struct search_outline *field = field_find(&typed, by_records[i]->name);
        bool is = false;
        if (field != NULL) {
            TRY(is_own_facet(f, field, &is, e));
        }
        if (is) {
            choose(search, chosen, field->name, limit);
        }
    }
    return ST_OK;
}

static int by_text(const void *a, const void *b)
{
    return fold_compare(*(const string_view *)a, *(const string_view *)b);
}

static status fill_choices(struct search_filling *f, const struct search_outline *const *by_records,
                           struct error *e)
{
    string_view *choices = arena_array(f->arena, string_view, FACET_CHOICES);
    size_t count = 0;
    if (choices == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < f->fields.count && count < FACET_CHOICES; i++) {
        const struct search_outline *field = by_records[i];
        if (guess_saying(field) == SAYS_SOMETHING && !is_facet(&f->input.request, field->name)) {
            choices[count++] = field->name;
        }
    }
    qsort(choices, count, sizeof *choices, by_text);
    f->page.facet_choices = choices;
    f->page.facet_choice_count = count;
    return ST_OK;
}

status search_page_choose_facets(struct search_filling *f, struct error *e)
{
    uint64_t limit = 0;
    struct search_request *search = &f->input.request;
    const struct search_outline **by_records =
        arena_array(f->arena, const struct search_outline *, f->fields.count + 1);
    struct search_facet_request *chosen =
        arena_array(f->arena, struct search_facet_request, FACETS_SHOWN);
    if (by_records == NULL || chosen == NULL) {
        return search_page_no_memory(e);
    }
    TRY(parameter_number(f->request, "facetLimit", SEARCH_DEFAULT_FACET_VALUES,
                         SEARCH_LIMIT_FACET_VALUES, &limit, e));
    for (size_t i = 0; i < f->fields.count; i++) {
        by_records[i] = &f->fields.fields[i];
    }
    qsort(by_records, f->fields.count, sizeof *by_records, by_fill);
    if (search->facet_count == 0) {
        search->facets = chosen;
        TRY(choose_usual(f, chosen, (size_t)limit, e));
        if (search->facet_count < FACETS_AT_LEAST) {
            TRY(choose_own(f, by_records, chosen, (size_t)limit, e));
        }
    }
    return fill_choices(f, by_records, e);
}

// --- values ----------------------------------------------------------------------------------

// Drops what a field's values are chosen by; what is left out of them stays left out. Whether there
// was anything.
static bool remove_choices(struct address *state, string_view parameter)
{
    size_t kept = 0;
    for (size_t i = 0; i < state->count; i++) {
        const struct address_pair *pair = &state->pairs[i];
        if (!sv_equal(pair->name, parameter) || rail_leaves_out(pair->value)) {
            state->pairs[kept++] = *pair;
        }
    }
    bool any = kept < state->count;
    state->count = kept;
    return any;
}

// The same facet without the choices of its own field; *out stays where it has none.
static status without_own_filter(struct search_filling *f, const struct search_facet_request *asked,
                                 string_view parameter, const struct search_facet **out,
                                 struct error *e)
{
    struct address *other = arena_new(f->arena, struct address);
    struct search_input input;
    struct search_result result = {0};
    if (other == NULL) {
        return search_page_no_memory(e);
    }
    *other = f->state;
    if (!remove_choices(other, parameter)) {
        return ST_OK;
    }
    TRY(page_search_of(f->api, f->request, &f->site.view, other, &input, e));
    input.request.facets = asked;
    input.request.facet_count = 1;
    input.request.sort_count = 0;
    input.request.limit = 0;
    input.request.offset = 0;
    TRY(search_run(f->site.view.snapshot, &scope_public, f->arena, &input.request, &result, e));
    *out = result.facets;
    return ST_OK;
}

// Whether a parameter's value, as it stands in an address, asks for just this value.
static bool asks_for(string_view parameter_value, string_view value)
{
    string_view text;
    return query_value_text(parameter_value, &text) && fold_case_equal(text, value);
}

// What the state says of a value, in the state's spelling; the empty view where it is not chosen.
static string_view chosen_spelling(const struct address *state, string_view parameter,
                                   string_view value)
{
    for (size_t i = 0; i < state->count; i++) {
        const struct address_pair *pair = &state->pairs[i];
        if (sv_equal(pair->name, parameter) && asks_for(pair->value, value)) {
            return pair->value;
        }
    }
    return (string_view){0};
}

static bool is_listed(const struct facet_panel *panel, string_view value)
{
    for (size_t i = 0; i < panel->value_count; i++) {
        if (asks_for(panel->values[i].value, value)) {
            return true;
        }
    }
    return false;
}

// Values too long for an address stay among the others.
static void add_value(struct search_filling *f, const struct search_facet_value *value,
                      struct facet_panel *panel, struct facet_value *values)
{
    if (!value_fits_address(value->value)) {
        panel->other += value->count;
        return;
    }
    string_view chosen = chosen_spelling(&f->state, panel->parameter, value->value);
    string_view label = search_page_label(f, panel->parameter, value->value);
    values[panel->value_count++] = (struct facet_value){
        .value = chosen.length > 0 ? chosen : query_value_write(f->arena, value->value),
        .label = label.length > 0 ? label : value->value,
        .count = value->count,
        .chosen = chosen.length > 0,
    };
}

// A chosen value that no record has beside the other filters stays, so that it can be given up.
static void add_fruitless(struct search_filling *f, struct facet_panel *panel,
                          struct facet_value *values)
{
    for (size_t i = 0; i < f->state.count; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        string_view text;
        if (!sv_equal(pair->name, panel->parameter) || !query_value_text(pair->value, &text) ||
            is_listed(panel, text)) {
            continue;
        }
        string_view label = search_page_label(f, panel->parameter, text);
        values[panel->value_count++] = (struct facet_value){
            .value = pair->value,
            .label = label.length > 0 ? label : text,
            .chosen = true,
        };
    }
}

// The values listed, and behind them the chosen ones that are too rare to be among them.
static status fill_values(struct search_filling *f, const struct search_facet *listed,
                          const struct search_facet *within, struct facet_panel *panel,
                          struct error *e)
{
    size_t room = listed->value_count + within->value_count + f->state.count;
    struct facet_value *values = arena_array(f->arena, struct facet_value, room + 1);
    if (values == NULL) {
        return search_page_no_memory(e);
    }
    panel->values = values;
    for (size_t i = 0; i < listed->value_count; i++) {
        add_value(f, &listed->values[i], panel, values);
    }
    for (size_t i = 0; i < within->value_count && listed != within; i++) {
        const struct search_facet_value *value = &within->values[i];
        if (chosen_spelling(&f->state, panel->parameter, value->value).length > 0 &&
            !is_listed(panel, value->value)) {
            panel->other -= MIN(panel->other, value->count);
            add_value(f, value, panel, values);
        }
    }
    add_fruitless(f, panel, values);
    return ST_OK;
}

// Where scripts find further values of a facet, with the counts that choosing them gives.
static string_view values_address(struct search_filling *f, const struct facet_panel *panel)
{
    static const char *const useless[] = {"facet", "facetLimit", "sort",
                                          "limit", "offset",     "fields"};
    struct address *target = arena_new(f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    address_init(target, SV("/api/v1/records"));
    for (size_t i = 0; i < f->state.count; i++) {
        if (!view_owns(f->state.pairs[i].name)) {
            address_add(target, f->state.pairs[i].name, f->state.pairs[i].value);
        }
    }
    for (size_t i = 0; i < ARRAY_LENGTH(useless); i++) {
        address_remove(target, sv_from(useless[i]));
    }
    (void)remove_choices(target, panel->parameter);
    address_add(target, SV("facet"), panel->field);
    address_add(target, SV("limit"), SV("0"));
    return address_print(target, f->arena);
}

status search_page_fill_facets(struct search_filling *f, struct error *e)
{
    const struct search_result *result = &f->result;
    struct facet_panel *panels = arena_array(f->arena, struct facet_panel, f->facets_shown + 1);
    if (panels == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < f->facets_shown; i++) {
        const struct search_facet *within = &result->facets[i];
        const struct search_facet *listed = within;
        struct facet_panel *panel = &panels[i];
        panel->field = within->field;
        panel->parameter = parameter_of_field(f->arena, within->field);
        TRY(without_own_filter(f, &f->input.request.facets[i], panel->parameter, &listed, e));
        panel->missing = listed->missing;
        panel->other = listed->other;
        panel->more = listed->distinct > listed->value_count;
        panel->more_shown = f->input.request.facets[i].limit > SEARCH_DEFAULT_FACET_VALUES;
        panel->ways = true;
        panel->values_address = values_address(f, panel);
        TRY(fill_values(f, listed, within, panel, e));
    }
    f->page.facets = panels;
    f->page.facet_count = f->facets_shown;
    return ST_OK;
}

// --- orders ----------------------------------------------------------------------------------

status search_page_fill_sorts(struct search_filling *f, struct error *e)
{
    static const struct {
        const char *fields[2];
        const char *value;
        const char *label;
    } sorts[] = {
        {{"scientificName"}, "scientificName", "Scientific name"},
        {{"catalogNumber"}, "catalogNumber", "Catalogue number"},
        {{"year"}, "-year", "Year, newest first"},
        {{"year"}, "year", "Year, oldest first"},
        {{"country", "locality"}, "country,locality", "Place"},
    };
    const struct language *language = f->site.page.language;
    struct sort_choice *list = arena_array(f->arena, struct sort_choice, ARRAY_LENGTH(sorts));
    if (list == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(sorts); i++) {
        bool all = true;
        for (size_t k = 0; k < 2 && sorts[i].fields[k] != NULL; k++) {
            all = all && field_is_used(&f->fields, sv_from(sorts[i].fields[k]));
        }
        if (all) {
            list[f->page.sort_count++] = (struct sort_choice){
                sv_from(sorts[i].value), sv_from(language_text(language, sorts[i].label))};
        }
    }
    f->page.sorts = list;
    return ST_OK;
}
