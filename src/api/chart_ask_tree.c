// SPDX-License-Identifier: Apache-2.0
// Trees of up to three fields, and calendars, from groups.
#include "api/chart_ask_internal.h"

#include <stdlib.h>

#define TREE_MOST  ((size_t)6000) // items in all
#define YEARS_WIDE 50             // of a calendar
#define YEAR_LEAST 1
#define YEAR_MOST  9999

// --- trees -----------------------------------------------------------------------------------

// Cells first..end share a name at a level.
struct run {
    size_t first, end;
    uint64_t count;
    bool missing;
};

struct tree {
    struct search_filling *f;
    const struct chart_plan *plan;
    const struct grouping *g;
    struct chart_item *items;
    struct run *runs; // beside them
    size_t count;
    uint64_t missing; // without a value of the first field
};

static bool same_name(const struct bucket_name *a, const struct bucket_name *b)
{
    return a->missing == b->missing && (a->missing || sv_equal(a->text, b->text));
}

// The most first; records without a value last.
static int by_count(const void *a, const void *b)
{
    const struct run *x = a;
    const struct run *y = b;
    if (x->missing != y->missing) {
        return x->missing ? 1 : -1;
    }
    return x->count != y->count ? (x->count < y->count ? 1 : -1)
                                : (x->first > y->first) - (x->first < y->first);
}

static size_t find_runs(const struct tree *t, const struct run *within, size_t level,
                        struct run *out)
{
    size_t count = 0;
    for (size_t i = within->first; i < within->end; i++) {
        const struct group_cell *cell = &t->g->cells[i];
        if (count == 0 ||
            !same_name(&cell->by[level], &t->g->cells[out[count - 1].first].by[level])) {
            out[count++] = (struct run){i, i, 0, cell->by[level].missing};
        }
        out[count - 1].end = i + 1;
        out[count - 1].count += cell->count;
    }
    qsort(out, count, sizeof *out, by_count);
    return count;
}

// The filters of an item and of those above it; where the plan narrows, the levels below are asked.
static string_view tree_address(const struct tree *t, const struct run *run, size_t level)
{
    static const char *const names[CHART_FIELDS] = {"charts.by", "charts.split", "charts.then"};
    struct address target;
    const struct group_cell *cell = &t->g->cells[run->first];
    chart_state(t->f, &target);
    for (size_t i = 0; i <= level; i++) {
        if (cell->by[i].missing) {
            address_set(&target, parameter_of_field(t->f->arena, t->plan->fields[i]), SV("!*"));
        } else if (value_fits_address(cell->by[i].text)) {
            chart_set_value(t->f, &target, t->plan->fields[i], cell->by[i].text);
        } else {
            return SV("");
        }
    }
    const struct search_outline *below =
        t->plan->narrows ? chart_rank_below(&t->f->fields, t->plan->fields[level]) : NULL;
    if (below != NULL) {
        for (size_t i = 0; i < CHART_FIELDS; i++) {
            address_remove(&target, sv_from(names[i]));
        }
        for (size_t i = 0; i < t->plan->field_count && below != NULL; i++) {
            address_set(&target, sv_from(names[i]), below->name);
            below = chart_rank_below(&t->f->fields, below->name);
        }
    }
    return address_print(&target, t->f->arena);
}

static void add_item(struct tree *t, const struct run *run, size_t level, size_t parent)
{
    const struct bucket_name *name = &t->g->cells[run->first].by[level];
    t->runs[t->count] = *run;
    t->items[t->count++] = (struct chart_item){
        .kind = run->missing ? CHART_MISSING : CHART_VALUE,
        .label =
            run->missing ? SV("") : chart_value_label(t->f, t->plan->fields[level], name->text),
        .address = tree_address(t, run, level),
        .count = run->count,
        .parent = parent,
    };
}

// The items below one, the many small ones as one.
static status add_level(struct tree *t, const struct run *within, size_t level, size_t parent,
                        size_t most, struct error *e)
{
    struct run *runs = arena_array(t->f->arena, struct run, within->end - within->first + 1);
    if (runs == NULL) {
        return search_page_no_memory(e);
    }
    size_t count = find_runs(t, within, level, runs);
    uint64_t rest = 0;
    for (size_t i = 0; i < count; i++) {
        if (level == 0 && runs[i].missing) { // beside the chart, which would show little else
            t->missing = runs[i].count;
        } else if ((i < most || runs[i].missing) && t->count < TREE_MOST) {
            if (rest > 0) { // before what is not recorded, so that counts stay in order
                t->items[t->count++] =
                    (struct chart_item){.kind = CHART_REST, .count = rest, .parent = parent};
                rest = 0;
            }
            if (t->count < TREE_MOST) {
                add_item(t, &runs[i], level, parent);
            }
        } else {
            rest += runs[i].count;
        }
    }
    if (rest > 0 && t->count <= TREE_MOST) {
        t->items[t->count++] =
            (struct chart_item){.kind = CHART_REST, .count = rest, .parent = parent};
    }
    return ST_OK;
}

static status fill_tree(struct tree *t, struct error *e)
{
    const struct run all = {0, t->g->cell_count, 0, false};
    size_t most = t->plan->most;
    size_t level_first = 0;
    TRY(add_level(t, &all, 0, CHART_NO_PARENT, most, e));
    for (size_t level = 1; level < t->plan->field_count; level++) {
        size_t end = t->count;
        most = level == 1 ? most : MAX(most / 2, (size_t)4);
        for (size_t i = level_first; i < end; i++) {
            if (t->items[i].kind == CHART_VALUE) {
                struct run within = t->runs[i];
                TRY(add_level(t, &within, level, i, most, e));
            }
        }
        level_first = end;
    }
    return ST_OK;
}

status chart_make_tree(struct search_filling *f, const struct chart_plan *plan, struct chart *out,
                       struct error *e)
{
    struct bucket_request by[CHART_FIELDS];
    struct summary summary = {0};
    for (size_t i = 0; i < plan->field_count; i++) {
        by[i] = (struct bucket_request){.field = plan->fields[i], .kind = BUCKET_VALUE};
    }
    const struct group_request group = {.by = by, .by_count = plan->field_count};
    const struct summary_request request = {.groups = &group, .group_count = 1};
    TRY(chart_summary(f, &request, &summary, e));
    struct tree t = {.f = f,
                     .plan = plan,
                     .g = summary.groups,
                     .items = chart_items(f, TREE_MOST + 2),
                     .runs = arena_array(f->arena, struct run, TREE_MOST + 3)};
    if (t.items == NULL || t.runs == NULL) {
        return search_page_no_memory(e);
    }
    TRY(fill_tree(&t, e));
    out->items = t.items;
    out->item_count = t.count;
    out->missing = t.missing;
    out->missing_address = chart_missing_address(f, plan->fields[0]);
    return ST_OK;
}

// --- calendars -------------------------------------------------------------------------------

struct cell_time {
    int64_t year, month;
};

// The year and month of a cell, grouped by two fields or by the months of one.
static bool cell_time(const struct group_cell *cell, bool two, struct cell_time *out)
{
    if (cell->by[0].missing || (two && cell->by[1].missing)) {
        return false;
    }
    string_view year = two ? cell->by[0].text : sv_slice(cell->by[0].text, 0, 4);
    string_view month = two ? cell->by[1].text : sv_slice(cell->by[0].text, 5, 2);
    return sv_to_int64(year, &out->year) && sv_to_int64(month, &out->month) &&
           out->year >= YEAR_LEAST && out->year <= YEAR_MOST && out->month >= 1 && out->month <= 12;
}

// The first of the years in a row with the most records; the latest of equals.
static int64_t best_start(const uint64_t *years, int64_t first, int64_t last)
{
    uint64_t sum = 0;
    uint64_t most = 0;
    int64_t best = MAX(last - YEARS_WIDE + 1, first);
    for (int64_t year = first; year <= last; year++) {
        sum += years[year];
        sum -= year - YEARS_WIDE >= first ? years[year - YEARS_WIDE] : 0;
        if (sum >= most) {
            most = sum;
            best = MAX(year - YEARS_WIDE + 1, first);
        }
    }
    return best;
}

static string_view window_address(struct search_filling *f, int64_t from)
{
    struct address target = f->state;
    address_set(&target, SV("charts.from"), arena_print(f->arena, "%lld", (long long)from));
    return address_print(&target, f->arena);
}

static string_view month_address(struct search_filling *f, const struct chart_plan *plan, bool two,
                                 int64_t year, int64_t month)
{
    struct address target;
    chart_state(f, &target);
    if (two) { // as numbers, so that 07 and 7 are one month
        address_set(&target, parameter_of_field(f->arena, plan->fields[0]),
                    arena_print(f->arena, "%04lld..%04lld", (long long)year, (long long)year));
        address_set(&target, parameter_of_field(f->arena, plan->fields[1]),
                    arena_print(f->arena, "%lld..%lld", (long long)month, (long long)month));
    } else {
        address_set(&target, parameter_of_field(f->arena, plan->fields[0]),
                    arena_print(f->arena, "%04lld-%02lld..%04lld-%02lld", (long long)year,
                                (long long)month, (long long)year, (long long)month));
    }
    return address_print(&target, f->arena);
}

static status fill_calendar(struct search_filling *f, const struct chart_plan *plan,
                            const struct grouping *g, bool two, int64_t from, size_t count,
                            struct chart *out, struct error *e)
{
    struct chart_item *items = chart_items(f, count);
    struct chart_item *months = chart_items(f, 12);
    uint64_t *counts = arena_array(f->arena, uint64_t, count * 12 + 1);
    string_view *addresses = arena_array(f->arena, string_view, count * 12 + 1);
    struct cell_time t;
    if (items == NULL || months == NULL || counts == NULL || addresses == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < g->cell_count; i++) {
        if (cell_time(&g->cells[i], two, &t) && t.year >= from && t.year < from + (int64_t)count) {
            counts[(size_t)(t.year - from) * 12 + (size_t)t.month - 1] += g->cells[i].count;
        }
    }
    for (size_t i = 0; i < 12; i++) {
        months[i] = (struct chart_item){.label = arena_print(f->arena, "%zu", i + 1),
                                        .parent = CHART_NO_PARENT};
    }
    for (size_t i = 0; i < count; i++) {
        long long of = (long long)from + (long long)i;
        string_view year = arena_print(f->arena, "%04lld", of);
        items[i] = (struct chart_item){
            .label = year,
            .address = chart_range_address(f, plan->fields[0],
                                           chart_bin_range(f->arena, BUCKET_YEAR, year)),
            .parent = CHART_NO_PARENT,
        };
        for (size_t k = 0; k < 12; k++) {
            uint64_t cell = counts[i * 12 + k];
            items[i].count += cell;
            addresses[i * 12 + k] =
                cell == 0 ? SV("") : month_address(f, plan, two, from + (int64_t)i, (int64_t)k + 1);
        }
    }
    out->items = items;
    out->item_count = count;
    out->series = months;
    out->series_count = 12;
    out->counts = counts;
    out->addresses = addresses;
    return ST_OK;
}

status chart_make_calendar(struct search_filling *f, const struct chart_plan *plan,
                           struct chart *out, struct error *e)
{
    bool two = plan->field_count > 1;
    const struct bucket_request by[] = {
        {.field = plan->fields[0], .kind = two ? BUCKET_VALUE : BUCKET_MONTH},
        {.field = plan->fields[1], .kind = BUCKET_VALUE}};
    const struct group_request group = {.by = by, .by_count = plan->field_count};
    const struct summary_request request = {.groups = &group, .group_count = 1};
    struct summary summary = {0};
    struct cell_time t;
    int64_t first = YEAR_MOST + 1;
    int64_t last = 0;
    TRY(chart_summary(f, &request, &summary, e));
    const struct grouping *g = summary.groups;
    uint64_t *years = arena_array(f->arena, uint64_t, YEAR_MOST + 2);
    if (years == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < g->cell_count; i++) {
        if (!cell_time(&g->cells[i], two, &t)) {
            out->missing += g->cells[i].count;
            continue;
        }
        years[t.year] += g->cells[i].count;
        first = MIN(first, t.year);
        last = MAX(last, t.year);
    }
    if (last == 0) {
        return ST_OK;
    }
    int64_t from =
        plan->from > 0 ? MIN(MAX(plan->from, first), last) : best_start(years, first, last);
    size_t count = (size_t)MIN(last - from + 1, (int64_t)YEARS_WIDE);
    out->earlier_address = from > first ? window_address(f, MAX(from - YEARS_WIDE, first)) : SV("");
    out->later_address =
        from + (int64_t)count <= last ? window_address(f, from + (int64_t)count) : SV("");
    return fill_calendar(f, plan, g, two, from, count, out, e);
}
