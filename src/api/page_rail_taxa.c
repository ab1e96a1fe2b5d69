// SPDX-License-Identifier: Apache-2.0
// The tree of taxa of the rail, one way down: each rank chosen is a filter of its field, and below
// the last of them the values of the next rank are counted.
#include "api/page_rail.h"
#include "api/taxon_ranks.h"

#define CHILDREN_SHOWN ((size_t)12)

// The rank's field in the tables searched; NULL where they have none worth a level.
static const struct search_outline *field_of_rank(const struct search_filling *f, size_t rank)
{
    const struct search_outline *field = field_with_values(&f->fields, taxon_rank_field(rank));
    bool says = field != NULL && !field->nested && field->entries > 0 &&
                field->records >= field->total / 200;
    return says ? field : NULL;
}

// Whether the search chooses values of the rank.
static bool is_chosen(const struct search_filling *f, string_view parameter)
{
    for (size_t i = 0; i < f->state.count; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        if (sv_equal(pair->name, parameter) && !rail_leaves_out(pair->value)) {
            return true;
        }
    }
    return false;
}

// The rank whose values come next; TAXON_GROUPS below the lowest, or where there are no ranks.
static size_t next_rank(const struct search_filling *f)
{
    size_t next = 0;
    for (size_t i = 0; i < TAXON_GROUPS; i++) {
        const struct search_outline *field = field_of_rank(f, i);
        if (field != NULL && is_chosen(f, parameter_of_field(f->arena, field->name))) {
            next = i + 1;
        }
    }
    while (next < TAXON_GROUPS && field_of_rank(f, next) == NULL) {
        next++;
    }
    return next;
}

void rail_ask_taxa(struct search_filling *f, struct search_facet_request *out, bool *wanted)
{
    size_t rank = next_rank(f);
    *wanted = rank < TAXON_GROUPS;
    if (*wanted) {
        *out = (struct search_facet_request){
            .field = field_of_rank(f, rank)->name, .limit = CHILDREN_SHOWN, .prefix = SV("")};
    }
}

// The search without what it chooses of the ranks from one on.
static void without_ranks_from(const struct search_filling *f, size_t from, struct address *out)
{
    rail_first_page(f, out);
    for (size_t i = from; i < TAXON_GROUPS; i++) {
        const struct search_outline *field = field_of_rank(f, i);
        string_view parameter = field == NULL ? SV("") : parameter_of_field(f->arena, field->name);
        size_t kept = 0;
        for (size_t k = 0; k < out->count; k++) {
            const struct address_pair *pair = &out->pairs[k];
            if (!sv_equal(pair->name, parameter) || rail_leaves_out(pair->value)) {
                out->pairs[kept++] = *pair;
            }
        }
        out->count = kept;
    }
}

// "Insecta", "Insecta, Arachnida", or what the value asks for where it is no text.
static string_view chosen_words(const struct search_filling *f, string_view parameter)
{
    string_view words = SV("");
    for (size_t i = 0; i < f->state.count; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        string_view text = pair->value;
        if (!sv_equal(pair->name, parameter) || rail_leaves_out(pair->value)) {
            continue;
        }
        (void)query_value_text(pair->value, &text);
        text = sv_equal(text, SV("!*")) ? SV("–") : text;
        words = words.length == 0 ? text
                                  : arena_print(f->arena, SV_FORMAT ", " SV_FORMAT,
                                                SV_ARGUMENT(words), SV_ARGUMENT(text));
    }
    return words;
}

static status fill_steps(struct search_filling *f, struct taxon_panel *panel, struct error *e)
{
    struct taxon_step *steps = arena_array(f->arena, struct taxon_step, TAXON_GROUPS);
    struct address *target = arena_new(f->arena, struct address);
    if (steps == NULL || target == NULL) {
        return search_page_no_memory(e);
    }
    panel->steps = steps;
    for (size_t i = 0; i < TAXON_GROUPS; i++) {
        const struct search_outline *field = field_of_rank(f, i);
        string_view parameter = field == NULL ? SV("") : parameter_of_field(f->arena, field->name);
        if (field == NULL || !is_chosen(f, parameter)) {
            continue;
        }
        without_ranks_from(f, i + 1, target);
        steps[panel->step_count++] = (struct taxon_step){
            field->name,
            {.label = chosen_words(f, parameter), .address = address_print(target, f->arena)}};
    }
    without_ranks_from(f, 0, target);
    panel->root_address = address_print(target, f->arena);
    return ST_OK;
}

// Where all values of the rank are: as a facet beside those shown.
static string_view facet_address(const struct search_filling *f, string_view field,
                                 struct address *target)
{
    rail_first_page(f, target);
    for (size_t i = 0; i < f->facets_shown; i++) {
        address_add(target, SV("facet"), f->input.request.facets[i].field);
    }
    address_add(target, SV("facet"), field);
    address_set(target, SV("facetLimit"), SV("50"));
    return address_print(target, f->arena);
}

static status fill_children(struct search_filling *f, const struct search_facet *facet,
                            struct taxon_panel *panel, struct error *e)
{
    string_view parameter = parameter_of_field(f->arena, facet->field);
    struct taxon_row *rows = arena_array(f->arena, struct taxon_row, facet->value_count + 1);
    struct address *target = arena_new(f->arena, struct address);
    if (rows == NULL || target == NULL) {
        return search_page_no_memory(e);
    }
    panel->child_field = facet->field;
    panel->children = rows;
    panel->other = facet->other;
    for (size_t i = 0; i < facet->value_count; i++) {
        const struct search_facet_value *value = &facet->values[i];
        if (!value_fits_address(value->value)) {
            panel->other += value->count;
            continue;
        }
        rail_first_page(f, target);
        address_add(target, parameter, query_value_write(f->arena, value->value));
        rows[panel->child_count++] =
            (struct taxon_row){value->value, address_print(target, f->arena), value->count};
    }
    if (facet->missing > 0) {
        rail_first_page(f, target);
        address_add(target, parameter, SV("!*"));
        panel->missing =
            (struct taxon_row){SV(""), address_print(target, f->arena), facet->missing};
    }
    if (facet->distinct > facet->value_count) {
        panel->facet_address = facet_address(f, facet->field, target);
    }
    return ST_OK;
}

status rail_fill_taxa(struct search_filling *f, struct error *e)
{
    struct taxon_panel *panel = arena_new(f->arena, struct taxon_panel);
    if (panel == NULL) {
        return search_page_no_memory(e);
    }
    TRY(fill_steps(f, panel, e));
    if (f->asked.taxa < f->result.facet_count) {
        TRY(fill_children(f, &f->result.facets[f->asked.taxa], panel, e));
    }
    if (panel->step_count > 0 || panel->child_count > 0) {
        f->rail.taxa = panel;
    }
    return ST_OK;
}
