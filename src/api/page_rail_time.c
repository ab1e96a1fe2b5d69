// SPDX-License-Identifier: Apache-2.0
// The chart of geological time of the rail (rule C6): how many records of the result lie within
// each interval, with the search's own choice of intervals left out.
#include "api/page_rail.h"
#include "query/geological_chart.h"
#include "query/geological_time.h"

#define PARAMETER     SV("filter.geological_time")
#define UNKNOWN_SHOWN ((size_t)8)

static bool is_dated(const struct search_filling *f)
{
    for (size_t i = 0; i < GEOLOGICAL_RANKS; i++) {
        if (field_is_used(&f->fields, sv_from(geological_earliest_fields[i])) ||
            field_is_used(&f->fields, sv_from(geological_latest_fields[i]))) {
            return true;
        }
    }
    return false;
}

static status count_intervals(struct search_filling *f, struct geological_tree *out,
                              struct error *e)
{
    struct address *other = arena_new(f->arena, struct address);
    struct search_input input;
    if (other == NULL) {
        return search_page_no_memory(e);
    }
    *other = f->state;
    address_remove(other, PARAMETER);
    TRY(page_search_of(f->api, f->request, &f->site.view, other, &input, e));
    return geological_tree_make(f->site.view.snapshot, &scope_public, f->arena, &input.request,
                                true, out, e);
}

static size_t depth_of(size_t interval)
{
    size_t depth = 0;
    while (geological_intervals[interval].parent != GEOLOGICAL_NO_PARENT) {
        interval = geological_intervals[interval].parent;
        depth++;
    }
    return depth;
}

// The search with the interval chosen, or given up where it is.
static string_view toggle(const struct search_filling *f, string_view value, bool chosen,
                          struct address *target)
{
    rail_first_page(f, target);
    if (chosen) {
        address_remove_pair(target, PARAMETER, value);
    } else {
        address_add(target, PARAMETER, value);
    }
    return address_print(target, f->arena);
}

static status fill_rows(struct search_filling *f, const struct geological_tree *tree,
                        struct time_panel *panel, struct error *e)
{
    struct time_row *rows = arena_array(f->arena, struct time_row, geological_interval_count);
    struct address *target = arena_new(f->arena, struct address);
    if (rows == NULL || target == NULL) {
        return search_page_no_memory(e);
    }
    panel->rows = rows;
    for (size_t i = 0; i < geological_interval_count; i++) {
        const struct geological_interval *interval = &geological_intervals[i];
        string_view value = arena_print(f->arena, "within:%s", interval->name);
        bool chosen = address_has(&f->state, PARAMETER, value);
        if (tree->counts[i] == 0 && !chosen) {
            continue;
        }
        rows[panel->row_count++] = (struct time_row){
            .name = sv_from(interval->name),
            .rank = sv_from(geological_rank_name(interval->rank)),
            .address = toggle(f, value, chosen, target),
            .start = interval->start,
            .end = interval->end,
            .count = tree->counts[i],
            .depth = depth_of(i),
            .chosen = chosen,
        };
    }
    return ST_OK;
}

static status fill_unknown(struct search_filling *f, const struct geological_tree *tree,
                           struct time_panel *panel, struct error *e)
{
    struct time_unknown *list = arena_array(f->arena, struct time_unknown, UNKNOWN_SHOWN);
    struct address *target = arena_new(f->arena, struct address);
    if (list == NULL || target == NULL) {
        return search_page_no_memory(e);
    }
    panel->unknown = list;
    for (size_t i = 0; i < tree->unknown_count && panel->unknown_count < UNKNOWN_SHOWN; i++) {
        const struct geological_unknown *unknown = &tree->unknown[i];
        if (value_fits_address(unknown->name)) {
            rail_first_page(f, target);
            address_remove(target, PARAMETER);
            address_add(target, parameter_of_field(f->arena, unknown->field),
                        query_value_write(f->arena, unknown->name));
            list[panel->unknown_count++] = (struct time_unknown){
                unknown->field, unknown->name, address_print(target, f->arena), unknown->count};
        }
    }
    panel->unknown_other = tree->unknown_count - panel->unknown_count;
    return ST_OK;
}

status rail_fill_time(struct search_filling *f, struct error *e)
{
    struct geological_tree tree;
    struct time_panel *panel = arena_new(f->arena, struct time_panel);
    if (panel == NULL) {
        return search_page_no_memory(e);
    }
    if (!is_dated(f)) {
        return ST_OK;
    }
    TRY(count_intervals(f, &tree, e));
    panel->dated = tree.dated;
    panel->chart = geological_chart_version;
    TRY(fill_rows(f, &tree, panel, e));
    TRY(fill_unknown(f, &tree, panel, e));
    f->rail.time = panel->row_count > 0 ? panel : NULL;
    return ST_OK;
}
