// SPDX-License-Identifier: Apache-2.0
// Shares of one field's values within those of another, from groups.
#include "api/chart_ask_internal.h"
#include "base/fold.h"
#include "query/query_tree.h"

#define SERIES_MOST ((size_t)5)

static size_t item_of(const struct chart_item *items, const string_view *values, size_t count,
                      const struct bucket_name *name)
{
    size_t i = 0;
    while (i < count &&
           !(items[i].kind == CHART_VALUE ? !name->missing && fold_case_equal(values[i], name->text)
                                          : items[i].kind == CHART_MISSING && name->missing)) {
        i++;
    }
    return i;
}

struct stack {
    struct chart_item *items;
    struct chart_item *series;
    string_view *item_values;
    string_view *series_values;
    size_t item_count, series_count;
    uint64_t *counts;
    string_view *addresses;
};

static void list_values(struct search_filling *f, const struct search_facet *facet, bool all,
                        struct chart_item *items, string_view *values, size_t *count)
{
    for (size_t i = 0; i < facet->value_count; i++) {
        values[*count] = facet->values[i].value;
        items[(*count)++] = (struct chart_item){
            .label = chart_value_label(f, facet->field, facet->values[i].value),
            .address = chart_value_address(f, facet->field, facet->values[i].value),
            .count = facet->values[i].count,
            .parent = CHART_NO_PARENT,
        };
    }
    if (all && facet->distinct > facet->value_count) {
        items[(*count)++] = (struct chart_item){.kind = CHART_REST, .parent = CHART_NO_PARENT};
    }
    if (all && facet->missing > 0) {
        items[(*count)++] = (struct chart_item){.kind = CHART_MISSING,
                                                .address = chart_missing_address(f, facet->field),
                                                .count = facet->missing,
                                                .parent = CHART_NO_PARENT};
    }
}

static string_view both_address(struct search_filling *f, const struct chart_plan *plan,
                                const struct stack *s, size_t row, size_t column)
{
    struct address target;
    const struct chart_item *series = &s->series[column];
    if (series->kind == CHART_REST || !value_fits_address(s->item_values[row]) ||
        (series->kind == CHART_VALUE && !value_fits_address(s->series_values[column]))) {
        return SV("");
    }
    chart_state(f, &target);
    chart_set_value(f, &target, plan->fields[0], s->item_values[row]);
    if (series->kind == CHART_MISSING) {
        address_set(&target, parameter_of_field(f->arena, plan->fields[1]), SV("!*"));
    } else {
        chart_set_value(f, &target, plan->fields[1], s->series_values[column]);
    }
    return address_print(&target, f->arena);
}

// Only records with one of the values: fewer groups than of all.
static const struct query *with_values(struct search_filling *f, string_view field,
                                       const string_view *values, size_t count)
{
    struct query *in = arena_new(f->arena, struct query);
    struct query *both = arena_new(f->arena, struct query);
    const struct query **members = arena_array(f->arena, const struct query *, 2);
    string_view *fields = arena_array(f->arena, string_view, 1);
    if (in == NULL || both == NULL || members == NULL || fields == NULL) {
        return NULL;
    }
    fields[0] = field;
    *in = (struct query){.kind = QUERY_IN,
                         .fields = fields,
                         .field_count = 1,
                         .values = values,
                         .value_count = count};
    if (f->input.request.query == NULL) {
        return in;
    }
    members[0] = f->input.request.query;
    members[1] = in;
    *both = (struct query){.kind = QUERY_AND, .members = members, .member_count = 2};
    return both;
}

static status group_both(struct search_filling *f, const struct chart_plan *plan,
                         const struct stack *s, const struct grouping **out, struct error *e)
{
    const struct bucket_request by[] = {{.field = plan->fields[0], .kind = BUCKET_VALUE},
                                        {.field = plan->fields[1], .kind = BUCKET_VALUE}};
    const struct group_request group = {.by = by, .by_count = 2};
    const struct summary_request request = {.groups = &group, .group_count = 1};
    struct summary summary = {0};
    struct error trouble = {0};
    status result = chart_summary(f, &request, &summary, &trouble);
    if (result == ST_INVALID) { // too many groups, of which few are drawn
        const struct query *asked = f->input.request.query;
        f->input.request.query = with_values(f, plan->fields[0], s->item_values, s->item_count);
        result = f->input.request.query == NULL ? search_page_no_memory(e)
                                                : chart_summary(f, &request, &summary, e);
        f->input.request.query = asked;
    } else if (result != ST_OK) {
        *e = trouble;
    }
    *out = summary.groups;
    return result;
}

static void add_cells(const struct grouping *g, struct stack *s)
{
    size_t rest = s->series_count;
    for (size_t i = 0; i < s->series_count; i++) {
        rest = s->series[i].kind == CHART_REST ? i : rest;
    }
    for (size_t i = 0; i < g->cell_count; i++) {
        const struct group_cell *cell = &g->cells[i];
        size_t row = item_of(s->items, s->item_values, s->item_count, &cell->by[0]);
        size_t column = item_of(s->series, s->series_values, s->series_count, &cell->by[1]);
        column = column == s->series_count ? rest : column;
        if (row < s->item_count && column < s->series_count) {
            s->counts[row * s->series_count + column] += cell->count;
        }
    }
}

status chart_make_stack(struct search_filling *f, const struct chart_plan *plan, struct chart *out,
                        struct error *e)
{
    const struct search_facet_request asked[] = {{.field = plan->fields[0], .limit = plan->most},
                                                 {.field = plan->fields[1], .limit = SERIES_MOST}};
    const struct search_facet *facets = NULL;
    const struct grouping *g = NULL;
    struct stack s = {.items = chart_items(f, plan->most + 2),
                      .series = chart_items(f, SERIES_MOST + 2),
                      .item_values = arena_array(f->arena, string_view, plan->most + 3),
                      .series_values = arena_array(f->arena, string_view, SERIES_MOST + 3)};
    TRY(chart_facets(f, asked, ARRAY_LENGTH(asked), &facets, e));
    if (s.items == NULL || s.series == NULL || s.item_values == NULL || s.series_values == NULL) {
        return search_page_no_memory(e);
    }
    list_values(f, &facets[0], false, s.items, s.item_values, &s.item_count);
    list_values(f, &facets[1], true, s.series, s.series_values, &s.series_count);
    s.counts = arena_array(f->arena, uint64_t, s.item_count * s.series_count + 1);
    s.addresses = arena_array(f->arena, string_view, s.item_count * s.series_count + 1);
    if (s.counts == NULL || s.addresses == NULL) {
        return search_page_no_memory(e);
    }
    TRY(group_both(f, plan, &s, &g, e));
    add_cells(g, &s);
    for (size_t i = 0; i < s.item_count * s.series_count; i++) {
        s.addresses[i] = both_address(f, plan, &s, i / s.series_count, i % s.series_count);
    }
    out->items = s.items;
    out->item_count = s.item_count;
    out->series = s.series;
    out->series_count = s.series_count;
    out->counts = s.counts;
    out->addresses = s.addresses;
    out->missing = facets[0].missing;
    out->missing_address = chart_missing_address(f, plan->fields[0]);
    out->further = facets[0].distinct - facets[0].value_count;
    out->rest = facets[0].other;
    return ST_OK;
}
