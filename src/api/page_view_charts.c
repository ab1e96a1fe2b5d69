// SPDX-License-Identifier: Apache-2.0
// Fills the view "charts": which charts, of which fields.
#include "api/page_view_charts.h"

#include "api/chart_ask.h"
#include "api/pages/terms.h"
#include "api/pages/view_charts.h"
#include "api/taxon_ranks.h"
#include "base/fold.h"

#include <stdlib.h>

#define BARS_MANY    ((size_t)10)
#define BARS_ONE     ((size_t)25)
#define TREE_MANY    ((size_t)16)
#define TREE_ONE     ((size_t)24)
#define CHARTS_LEAST ((size_t)4) // else fields of the facets are drawn, too
#define CHOICES_MOST ((size_t)300)

struct choosing {
    struct search_filling *f;
    struct field_list typed;
    struct view_charts *page;
    struct chart_plan plans[CHART_MOST_CHARTS];
    size_t count;
};

// --- what suits a field ----------------------------------------------------------------------

static bool has_numbers(const struct search_outline *field)
{
    return field->numbers * 2 > field->entries;
}

// Years and dates; a number such as a height is none, though 1850 could be a year.
static bool has_dates(const struct search_outline *field)
{
    bool year =
        sv_equal_ignore_case(field->name, SV("year")) || sv_ends_with(field->name, SV(".year"));
    bool whole = field->dates * 2 > field->entries;
    return whole && (year || !has_numbers(field) || field->dates > field->numbers);
}

static bool is_choice(const struct search_outline *field)
{
    bool unique = field->entries > 1000 && field->entries * 10 > field->records * 9;
    return field->records > 0 && field->entries > 1 &&
           (!unique || has_numbers(field) || has_dates(field));
}

struct labelled {
    struct chart_choice choice;
    string_view label;
};

static int by_label(const void *a, const void *b)
{
    return fold_compare(((const struct labelled *)a)->label, ((const struct labelled *)b)->label);
}

static int by_records(const void *a, const void *b)
{
    const struct search_outline *x = *(const struct search_outline *const *)a;
    const struct search_outline *y = *(const struct search_outline *const *)b;
    return x->records != y->records ? (x->records < y->records ? 1 : -1)
                                    : sv_compare(x->name, y->name);
}

status charts_choices(struct search_filling *f, const struct field_list *typed,
                      const struct chart_choice **out, size_t *count, struct error *e)
{
    const struct search_outline **fields =
        arena_array(f->arena, const struct search_outline *, typed->count + 1);
    struct labelled *labelled = arena_array(f->arena, struct labelled, CHOICES_MOST + 1);
    struct chart_choice *choices = arena_array(f->arena, struct chart_choice, CHOICES_MOST + 1);
    size_t found = 0;
    if (fields == NULL || labelled == NULL || choices == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < typed->count; i++) {
        fields[i] = &typed->fields[i];
    }
    qsort(fields, typed->count, sizeof *fields, by_records);
    struct page words = {.arena = f->arena, .site = &f->site.page};
    for (size_t i = 0; i < typed->count && found < CHOICES_MOST; i++) {
        const struct search_outline *field = fields[i];
        if (is_choice(field)) {
            labelled[found++] = (struct labelled){
                .choice = {.name = field->name,
                           .numbers = has_numbers(field),
                           .dates = has_dates(field),
                           .filled = (unsigned)(field->records * 100 / MAX(field->total, 1u))},
                .label = term_words(&words, field->name),
            };
        }
    }
    qsort(labelled, found, sizeof *labelled, by_label);
    for (size_t i = 0; i < found; i++) {
        choices[i] = labelled[i].choice;
    }
    *out = choices;
    *count = found;
    return ST_OK;
}

// --- the overview ----------------------------------------------------------------------------

static bool is_planned(const struct choosing *c, string_view field)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->plans[i].kind == CHART_BAR && sv_equal(c->plans[i].fields[0], field)) {
            return true;
        }
    }
    return false;
}

// Says nothing, since all records have the same value of it.
static bool is_known(const struct choosing *c, string_view field)
{
    const char *const *known = c->f->known;
    for (size_t i = 0; known != NULL && known[i] != NULL; i++) {
        if (sv_equal_ignore_case(sv_from(known[i]), field)) {
            return true;
        }
    }
    return false;
}

static void add_plan(struct choosing *c, enum chart_kind kind, const struct search_outline *first,
                     const struct search_outline *second, size_t most)
{
    if (first != NULL && c->count < CHART_MOST_CHARTS && !is_planned(c, first->name) &&
        !is_known(c, first->name)) {
        c->plans[c->count++] = (struct chart_plan){
            .kind = kind,
            .fields = {first->name, second == NULL ? SV("") : second->name},
            .field_count = second == NULL ? 1 : 2,
            .most = most,
        };
    }
}

static const struct search_outline *first_field(const struct choosing *c, const char *const *names)
{
    const struct search_outline *found = NULL;
    for (size_t i = 0; names[i] != NULL && found == NULL; i++) {
        found = is_known(c, sv_from(names[i]))
                    ? NULL
                    : field_with_values(&c->f->fields, sv_from(names[i]));
    }
    return found;
}

// Class and family; below a rank that is filtered by, the next two.
static void plan_taxa(struct choosing *c)
{
    static const char *const tops[] = {"class", "order", "phylum", "family", "genus", NULL};
    const struct search_outline *filtered = chart_rank_filtered(c->f);
    const struct search_outline *top =
        filtered == NULL ? first_field(c, tops) : chart_rank_below(&c->f->fields, filtered->name);
    if (top == NULL) {
        return;
    }
    const struct search_outline *next = chart_rank_below(&c->f->fields, top->name);
    bool usual = filtered == NULL && sv_equal_ignore_case(top->name, SV("class"));
    const struct search_outline *family = field_with_values(&c->f->fields, SV("family"));
    next = usual && family != NULL ? family : next;
    bool names = next != NULL && taxon_rank(next->name) >= RANK_SPECIES;
    add_plan(c, CHART_TREEMAP, top, names && filtered == NULL ? NULL : next, TREE_MANY);
}

static void plan_overview(struct choosing *c)
{
    static const char *const times[] = {"year", "eventDate", "dateIdentified", "date", NULL};
    static const char *const places[] = {"country",       "countryCode", "continent",
                                         "stateProvince", "locality",    NULL};
    const struct search_outline *year = field_with_values(&c->f->fields, SV("year"));
    const struct search_outline *month = field_with_values(&c->f->fields, SV("month"));
    add_plan(c, CHART_TIMELINE, first_field(c, times), NULL, 0);
    plan_taxa(c);
    add_plan(c, CHART_BAR, first_field(c, places), NULL, BARS_MANY);
    add_plan(c, CHART_BAR, field_with_values(&c->f->fields, SV("typeStatus")), NULL, BARS_MANY);
    if (month != NULL) {
        add_plan(c, CHART_CALENDAR, year, month, 0);
    }
    add_plan(c, CHART_BAR, field_with_values(&c->f->fields, SV("recordedBy")), NULL, BARS_MANY);
    for (size_t i = 0; i < c->f->input.request.facet_count && c->count < CHARTS_LEAST; i++) {
        string_view facet = c->f->input.request.facets[i].field;
        add_plan(c, CHART_BAR, field_with_values(&c->typed, facet), NULL, BARS_MANY);
    }
    for (size_t i = 0; i < c->typed.count && c->count < CHARTS_LEAST; i++) {
        const struct search_outline *field = &c->typed.fields[i];
        if (has_numbers(field) && !has_dates(field) && field->records * 4 >= field->total) {
            add_plan(c, CHART_HISTOGRAM, field, NULL, 0);
        }
    }
    for (size_t i = 0; i < c->typed.count && c->count < CHARTS_LEAST; i++) {
        if (is_choice(&c->typed.fields[i])) {
            add_plan(c, CHART_BAR, &c->typed.fields[i], NULL, BARS_MANY);
        }
    }
}

// --- one chart -------------------------------------------------------------------------------

// A field named by a parameter; NULL where there is none, which is told.
static const struct search_outline *named_field(struct choosing *c, const char *parameter)
{
    string_view name = address_value(&c->f->state, sv_from(parameter));
    const struct search_outline *field =
        name.length == 0 ? NULL : field_with_values(&c->typed, name);
    if (name.length > 0 && field == NULL) {
        search_page_ignore(c->f, sv_from(parameter), "no table searched has values of this field");
    }
    return field;
}

static enum chart_kind suited_kind(const struct search_outline *by, bool split)
{
    return split             ? CHART_STACKED
           : has_dates(by)   ? CHART_TIMELINE
           : has_numbers(by) ? CHART_HISTOGRAM
                             : CHART_BAR;
}

static const char *why_not(enum chart_kind kind, const struct search_outline *by, bool split)
{
    switch (kind) {
    case CHART_HISTOGRAM:
        return by->numbers == 0 ? "a histogram needs a field of numbers" : NULL;
    case CHART_TIMELINE:
        return by->dates == 0 ? "a timeline needs a field of dates or years" : NULL;
    case CHART_CALENDAR:
        return by->dates == 0 ? "a calendar needs a field of dates, or of years and months" : NULL;
    case CHART_STACKED:
        return split ? NULL : "stacked shares need a second field";
    default:
        return NULL;
    }
}

// A field that a chart of the kind says something of, where none is named.
static const struct search_outline *usual_field(const struct choosing *c, enum chart_kind kind)
{
    static const char *const times[] = {"year", "eventDate", NULL};
    static const char *const words[] = {"country", "class",          "order",
                                        "family",  "collectionCode", NULL};
    const struct search_outline *found = NULL;
    bool time = kind == CHART_TIMELINE || kind == CHART_CALENDAR;
    if (kind != CHART_HISTOGRAM) {
        const struct search_outline *named = first_field(c, time ? times : words);
        found = named == NULL ? NULL : field_with_values(&c->typed, named->name);
    }
    for (size_t i = 0; i < c->typed.count; i++) {
        const struct search_outline *field = &c->typed.fields[i];
        bool suits = is_choice(field) &&
                     (time                      ? has_dates(field)
                      : kind == CHART_HISTOGRAM ? has_numbers(field) && !has_dates(field)
                                                : !has_numbers(field) && !has_dates(field));
        if (suits &&
            (found == NULL || (kind == CHART_HISTOGRAM && field->records > found->records))) {
            found = field;
        }
    }
    return found;
}

static const struct search_outline *usual_split(const struct choosing *c, enum chart_kind kind,
                                                const struct search_outline *by)
{
    static const char *const usual[] = {"sex",           "typeStatus",     "lifeStage",
                                        "basisOfRecord", "collectionCode", NULL};
    if (kind == CHART_CALENDAR) {
        return sv_equal_ignore_case(by->name, SV("year"))
                   ? field_with_values(&c->f->fields, SV("month"))
                   : NULL;
    }
    if (kind == CHART_STACKED) {
        return first_field(c, usual);
    }
    return kind == CHART_TREEMAP || kind == CHART_SUNBURST
               ? chart_rank_below(&c->f->fields, by->name)
               : NULL;
}

static enum chart_kind asked_kind(struct choosing *c)
{
    string_view name = address_value(&c->f->state, SV("charts.kind"));
    enum chart_kind kind = chart_kind_of_name(name);
    if (name.length > 0 && kind == CHART_KIND_COUNT) {
        search_page_ignore(c->f, SV("charts.kind"), "there is no such chart");
    }
    return kind;
}

// Takes up the second and third fields as far as the kind has room for them.
static void add_fields(struct chart_plan *plan, const struct search_outline *split,
                       const struct search_outline *third)
{
    bool tree = plan->kind == CHART_TREEMAP || plan->kind == CHART_SUNBURST;
    bool two = tree || plan->kind == CHART_STACKED || plan->kind == CHART_CALENDAR;
    if (two && split != NULL && !sv_equal(split->name, plan->fields[0])) {
        plan->fields[plan->field_count++] = split->name;
        if (tree && third != NULL && !sv_equal(third->name, plan->fields[0]) &&
            !sv_equal(third->name, split->name)) {
            plan->fields[plan->field_count++] = third->name;
        }
    }
}

static void plan_one(struct choosing *c, enum chart_kind kind, const struct search_outline *by)
{
    const struct search_outline *split = named_field(c, "charts.split");
    const struct search_outline *third = named_field(c, "charts.then");
    int64_t from = 0;
    if (split == NULL && kind != CHART_KIND_COUNT) {
        split = usual_split(c, kind, by);
    }
    const char *reason = kind == CHART_KIND_COUNT ? NULL : why_not(kind, by, split != NULL);
    if (reason != NULL) {
        search_page_ignore(c->f, SV("charts.kind"), reason);
        kind = CHART_KIND_COUNT;
    }
    kind = kind == CHART_KIND_COUNT ? suited_kind(by, split != NULL) : kind;
    bool tree = kind == CHART_TREEMAP || kind == CHART_SUNBURST;
    (void)!sv_to_int64(address_value(&c->f->state, SV("charts.from")), &from);
    struct chart_plan *plan = &c->plans[c->count++];
    *plan = (struct chart_plan){.kind = kind,
                                .fields = {by->name},
                                .field_count = 1,
                                .dates = has_dates(by),
                                .most = tree ? TREE_ONE : BARS_ONE,
                                .narrows = true,
                                .from = from};
    add_fields(plan, split, third);
    c->page->one = true;
    c->page->kind = kind;
    c->page->by = by->name;
    c->page->split = plan->field_count > 1 ? plan->fields[1] : SV("");
    c->page->third = plan->field_count > 2 ? plan->fields[2] : SV("");
}

// --- addresses -------------------------------------------------------------------------------

static string_view chart_address(struct search_filling *f, const struct chart_plan *plan,
                                 string_view path)
{
    static const char *const names[CHART_FIELDS] = {"charts.by", "charts.split", "charts.then"};
    struct address target = f->state;
    target.path = path;
    address_remove(&target, SV("offset"));
    address_set(&target, SV("charts.kind"), sv_from(chart_kind_names[plan->kind]));
    for (size_t i = 0; i < CHART_FIELDS; i++) {
        address_set(&target, sv_from(names[i]), i < plan->field_count ? plan->fields[i] : SV(""));
    }
    return address_print(&target, f->arena);
}

static string_view overview_address(struct search_filling *f)
{
    static const char *const names[] = {"charts.kind", "charts.by",   "charts.split",
                                        "charts.then", "charts.from", "offset"};
    struct address target = f->state;
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        address_remove(&target, sv_from(names[i]));
    }
    return address_print(&target, f->arena);
}

status view_fill_charts(struct search_filling *f, struct error *e)
{
    struct choosing *c = arena_new(f->arena, struct choosing);
    struct view_charts *page = arena_new(f->arena, struct view_charts);
    struct chart *charts = arena_array(f->arena, struct chart, CHART_MOST_CHARTS);
    const struct search_request *search = &f->input.request;
    if (c == NULL || page == NULL || charts == NULL) {
        return search_page_no_memory(e);
    }
    c->f = f;
    c->page = page;
    page->kind = CHART_KIND_COUNT;
    TRY(page_fields(&f->site.view, search->tables, search->table_count, true, f->arena, &c->typed,
                    e));
    enum chart_kind kind = asked_kind(c);
    const struct search_outline *by = named_field(c, "charts.by");
    by = by == NULL && kind != CHART_KIND_COUNT ? usual_field(c, kind) : by;
    if (by != NULL) {
        plan_one(c, kind, by);
    } else {
        plan_overview(c);
    }
    TRY(charts_make(f, c->plans, c->count, charts, e));
    for (size_t i = 0; i < c->count; i++) {
        charts[i].address = chart_address(f, &c->plans[i], SV("/search"));
        charts[i].svg_address = chart_address(f, &c->plans[i], SV("/search/chart.svg"));
        charts[i].csv_address = chart_address(f, &c->plans[i], SV("/search/chart.csv"));
    }
    page->charts = charts;
    page->chart_count = c->count;
    page->overview_address = overview_address(f);
    TRY(charts_choices(f, &c->typed, &page->choices, &page->choice_count, e));
    TRY(chart_source_fill(f, &page->source, e));
    f->page.charts = page;
    return ST_OK;
}
