// SPDX-License-Identifier: Apache-2.0
// Charts of a search: bars, which are facets asked for together, and each other kind by its file.
#include "api/chart_ask.h"

#include "api/chart_ask_internal.h"

status chart_summary(struct search_filling *f, const struct summary_request *asked,
                     struct summary *out, struct error *e)
{
    struct search_request rows = f->input.request;
    rows.facet_count = 0;
    rows.sort_count = 0;
    rows.limit = 0;
    rows.offset = 0;
    return search_summary(f->site.view.snapshot, &scope_public, f->arena, &rows, asked, out, e);
}

struct chart_item *chart_items(struct search_filling *f, size_t count)
{
    return arena_array(f->arena, struct chart_item, count + 1);
}

status chart_facets(struct search_filling *f, const struct search_facet_request *asked,
                    size_t count, const struct search_facet **out, struct error *e)
{
    struct search_request rows = f->input.request;
    struct search_result result = {0};
    rows.facets = asked;
    rows.facet_count = count;
    rows.sort_count = 0;
    rows.limit = 0;
    rows.offset = 0;
    TRY(search_run(f->site.view.snapshot, &scope_public, f->arena, &rows, &result, e));
    *out = result.facets;
    return ST_OK;
}

// --- bars ------------------------------------------------------------------------------------

static status make_bars(struct search_filling *f, const struct search_facet *facet,
                        struct chart *out, struct error *e)
{
    struct chart_item *items = chart_items(f, facet->value_count);
    if (items == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < facet->value_count; i++) {
        const struct search_facet_value *value = &facet->values[i];
        items[i] = (struct chart_item){
            .label = chart_value_label(f, facet->field, value->value),
            .address = chart_value_address(f, facet->field, value->value),
            .count = value->count,
            .parent = CHART_NO_PARENT,
        };
    }
    out->items = items;
    out->item_count = facet->value_count;
    out->missing = facet->missing;
    out->further = facet->distinct - facet->value_count;
    out->rest = facet->other;
    out->missing_address = chart_missing_address(f, facet->field);
    return ST_OK;
}

string_view chart_value_label(struct search_filling *f, string_view field, string_view value)
{
    string_view label = search_page_label(f, field, value);
    return label.length > 0 ? label : value;
}

// --- all -------------------------------------------------------------------------------------

static status make_one(struct search_filling *f, const struct chart_plan *plan, struct chart *out,
                       struct error *e)
{
    switch (plan->kind) {
    case CHART_TIMELINE:
        return chart_make_timeline(f, plan, out, e);
    case CHART_HISTOGRAM:
        return chart_make_histogram(f, plan, out, e);
    case CHART_STACKED:
        return chart_make_stack(f, plan, out, e);
    case CHART_TREEMAP:
    case CHART_SUNBURST:
        return chart_make_tree(f, plan, out, e);
    case CHART_CALENDAR:
        return chart_make_calendar(f, plan, out, e);
    default:
        return ST_OK; // bars are asked for together
    }
}

// The values of all bars in one pass.
static status make_all_bars(struct search_filling *f, const struct chart_plan *plans, size_t count,
                            struct chart *out, struct error *e)
{
    struct search_facet_request asked[CHART_MOST_CHARTS];
    const struct search_facet *facets = NULL;
    size_t bars = 0;
    for (size_t i = 0; i < count; i++) {
        if (plans[i].kind == CHART_BAR) {
            asked[bars++] =
                (struct search_facet_request){.field = plans[i].fields[0], .limit = plans[i].most};
        }
    }
    if (bars > 0) {
        TRY(chart_facets(f, asked, bars, &facets, e));
    }
    bars = 0;
    for (size_t i = 0; i < count; i++) {
        if (plans[i].kind == CHART_BAR) {
            TRY(make_bars(f, &facets[bars++], &out[i], e));
        }
    }
    return ST_OK;
}

status charts_make(struct search_filling *f, const struct chart_plan *plans, size_t count,
                   struct chart *out, struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        out[i] = (struct chart){.kind = plans[i].kind,
                                .field_count = plans[i].field_count,
                                .total = f->page.total,
                                .all_kinds = f->page.matches.count > 1};
        for (size_t k = 0; k < plans[i].field_count; k++) {
            out[i].fields[k] = plans[i].fields[k];
        }
        struct error trouble = {0};
        status result = make_one(f, &plans[i], &out[i], &trouble);
        if (result == ST_INVALID) { // what the engine cannot do is told in the chart's place
            out[i].trouble = arena_copy(f->arena, sv_from(trouble.message));
        } else if (result != ST_OK) {
            *e = trouble;
            return result;
        }
    }
    return make_all_bars(f, plans, count, out, e);
}
