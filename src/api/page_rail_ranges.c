// SPDX-License-Identifier: Apache-2.0
// Histograms of the rail: numbers of the result without the range itself, and of all records of the
// tables searched, in the same buckets. They are made of facets, which ride along with the search's
// own pass and whose counts over everything are kept.
#include "api/page_rail.h"
#include "query/summary.h"
#include "store/value.h"

#include <math.h>
#include <stdlib.h>

#define BUCKETS_MOST 48
#define EDGE_SHARE   500 // one record of so many at either end may lie outside
#define FINE_BUCKETS 2000

// The ranges that can be had, of each the first field that some table searched has.
static const struct {
    const char *label;
    const char *unit;
    const char *fields[3];
} kinds[RAIL_RANGES_MOST] = {
    {"Year", "", {"year"}},
    {"Elevation", "m", {"minimumElevationInMeters", "elevation"}},
    {"Depth", "m", {"minimumDepthInMeters", "depth"}},
};

struct number_count {
    double number;
    uint64_t count;
};
struct number_list {
    struct number_count *items;
    size_t count;
    uint64_t total;
    double fine; // numbers are floors of multiples of this; 0: they are exact
};

static const struct search_outline *field_of_kind(const struct search_filling *f, size_t kind)
{
    for (size_t i = 0; i < ARRAY_LENGTH(kinds[kind].fields); i++) {
        const char *name = kinds[kind].fields[i];
        const struct search_outline *field =
            name == NULL ? NULL : field_find(&f->fields, sv_from(name));
        if (field != NULL && field->records > 0 && !field->nested) {
            return field;
        }
    }
    return NULL;
}

static bool is_shown(const struct search_filling *f, string_view field)
{
    for (size_t i = 0; i < f->facets_shown; i++) {
        if (sv_equal(f->input.request.facets[i].field, field)) {
            return true;
        }
    }
    return false;
}

status rail_ask_ranges(struct search_filling *f, struct error *e)
{
    for (size_t i = 0; i < RAIL_RANGES_MOST; i++) {
        const struct search_outline *field = field_of_kind(f, i);
        f->asked.ranges[i] = SIZE_MAX;
        if (field != NULL && !is_shown(f, field->name)) {
            string_view parameter = parameter_of_field(f->arena, field->name);
            const struct search_facet_request facet = {
                .field = field->name,
                .limit = SEARCH_LIMIT_FACET_VALUES,
                .prefix = SV(""),
                .multi = address_value(&f->state, parameter).length > 0};
            TRY(rail_add_facet(f, &facet, &f->asked.ranges[i], e));
        }
    }
    return ST_OK;
}

// --- numbers ---------------------------------------------------------------------------------

// The number that a value counts as; of a date its year.
static bool number_of(string_view text, double *out)
{
    struct value_facts facts;
    value_analyse(VALUE_STRING, text, &facts);
    if (facts.is_number && isfinite(facts.number)) {
        *out = facts.number;
        return true;
    }
    if (facts.is_date) {
        int64_t day = facts.start / 86400000 - (facts.start % 86400000 < 0);
        *out = (double)civil_from_days(day).year;
    }
    return facts.is_date;
}

static int by_number(const void *a, const void *b)
{
    double x = ((const struct number_count *)a)->number;
    double y = ((const struct number_count *)b)->number;
    return (x > y) - (x < y);
}

static status numbers_of_facet(struct search_filling *f, const struct search_facet *facet,
                               struct number_list *out, struct error *e)
{
    *out = (struct number_list){
        .items = arena_array(f->arena, struct number_count, facet->value_count + 1)};
    if (out->items == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < facet->value_count; i++) {
        double number = 0;
        if (number_of(facet->values[i].value, &number)) {
            out->items[out->count++] = (struct number_count){number, facet->values[i].count};
            out->total += facet->values[i].count;
        }
    }
    qsort(out->items, out->count, sizeof *out->items, by_number);
    return ST_OK;
}

// For fields of more values than a facet lists.
static status numbers_of_histogram(struct search_filling *f, const struct search_request *search,
                                   string_view field, double width, struct number_list *out,
                                   struct error *e)
{
    const struct histogram_request histogram = {
        .by = {.field = field, .kind = BUCKET_WIDTH, .width = width}, .buckets = FINE_BUCKETS};
    const struct summary_request request = {.histograms = &histogram, .histogram_count = 1};
    struct summary summary;
    TRY(search_summary(f->site.view.snapshot, &scope_public, f->arena, search, &request, &summary,
                       e));
    const struct histogram *h = &summary.histograms[0];
    *out = (struct number_list){
        .items = arena_array(f->arena, struct number_count, h->bucket_count + 1), .fine = h->width};
    if (out->items == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < h->bucket_count; i++) {
        out->items[out->count++] =
            (struct number_count){h->buckets[i].from.number, h->buckets[i].count};
        out->total += h->buckets[i].count;
    }
    return ST_OK;
}

// The records of the tables searched, without any query.
static struct search_request everything(const struct search_filling *f)
{
    struct search_request search = {.tables = f->input.request.tables,
                                    .table_count = f->input.request.table_count,
                                    .commit = f->site.view.commit,
                                    .after = SV(""),
                                    .cancelled = f->input.request.cancelled,
                                    .cancelled_argument = f->input.request.cancelled_argument};
    return search;
}

static status numbers_of_all(struct search_filling *f, const struct search_facet *found,
                             struct number_list *out, struct error *e)
{
    string_view field = found->field;
    bool all = f->input.request.query == NULL || f->input.request.query->kind == QUERY_ALL;
    if (all && found->distinct == found->value_count) {
        return numbers_of_facet(f, found, out, e);
    }
    const struct search_facet_request facet = {
        .field = field, .limit = SEARCH_LIMIT_FACET_VALUES, .prefix = SV("")};
    struct search_request search = everything(f);
    struct search_result result = {0};
    search.facets = &facet;
    search.facet_count = 1;
    TRY(search_run(f->site.view.snapshot, &scope_public, f->arena, &search, &result, e));
    if (result.facets[0].distinct > result.facets[0].value_count) {
        search.facet_count = 0;
        return numbers_of_histogram(f, &search, field, 0, out, e);
    }
    return numbers_of_facet(f, &result.facets[0], out, e);
}

// Those of the result without the range itself.
static status numbers_of_result(struct search_filling *f, const struct search_facet *facet,
                                string_view parameter, double fine, struct number_list *out,
                                struct error *e)
{
    if (fine <= 0) {
        return numbers_of_facet(f, facet, out, e);
    }
    struct address *other = arena_new(f->arena, struct address);
    struct search_input input;
    if (other == NULL) {
        return search_page_no_memory(e);
    }
    *other = f->state;
    address_remove(other, parameter);
    TRY(page_search_of(f->api, f->request, &f->site.view, other, &input, e));
    input.request.facet_count = 0;
    input.request.sort_count = 0;
    return numbers_of_histogram(f, &input.request, facet->field, fine, out, e);
}

// --- buckets ---------------------------------------------------------------------------------

// The number below (above) which at most one record of EDGE_SHARE lies.
static double edge(const struct number_list *numbers, bool low)
{
    uint64_t passed = 0;
    for (size_t i = 0; i < numbers->count; i++) {
        const struct number_count *n = &numbers->items[low ? i : numbers->count - 1 - i];
        passed += n->count;
        if (passed * EDGE_SHARE > numbers->total) {
            return n->number;
        }
    }
    return 0; // not reached: there are numbers
}

// The least of 1, 2 and 5 times a power of ten, from 1 on, that needs few enough buckets and is
// made of whole finer ones.
static double choose_width(double low, double high, double fine)
{
    static const double steps[] = {1, 2, 5};
    double power = 1;
    for (size_t digits = 0; digits < 15; digits++) {
        for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
            double width = steps[i] * power;
            bool whole = fine <= 0 || fmod(width, fine) < fine * 1e-9;
            if (whole && floor(high / width) - floor(low / width) < BUCKETS_MOST) {
                return width;
            }
        }
        power *= 10;
    }
    return 0;
}

static uint64_t put_into_buckets(const struct number_list *numbers, const struct range_panel *panel,
                                 struct range_bucket *buckets, bool whole)
{
    uint64_t outside = 0;
    for (size_t i = 0; i < numbers->count; i++) {
        const struct number_count *n = &numbers->items[i];
        double at = floor((n->number - panel->start) / panel->width);
        if (at < 0 || at >= (double)panel->bucket_count) {
            outside += n->count;
        } else if (whole) {
            buckets[(size_t)at].whole += n->count;
        } else {
            buckets[(size_t)at].count += n->count;
        }
    }
    return outside;
}

static bool are_whole(const struct number_list *numbers)
{
    for (size_t i = 0; i < numbers->count; i++) {
        if (floor(numbers->items[i].number) != numbers->items[i].number) {
            return false;
        }
    }
    return numbers->fine <= 0;
}

static status fill_buckets(struct search_filling *f, const struct search_facet *facet,
                           const struct number_list *all, struct range_panel *panel,
                           struct error *e)
{
    struct number_list found;
    double low = edge(all, true);
    double high = edge(all, false);
    TRY(numbers_of_result(f, facet, panel->parameter, all->fine, &found, e));
    panel->width = choose_width(low, high, all->fine);
    if (panel->width <= 0) {
        return ST_OK;
    }
    panel->start = floor(low / panel->width) * panel->width;
    panel->bucket_count = (size_t)(floor(high / panel->width) - floor(low / panel->width)) + 1;
    struct range_bucket *buckets = arena_array(f->arena, struct range_bucket, panel->bucket_count);
    if (buckets == NULL) {
        return search_page_no_memory(e);
    }
    (void)put_into_buckets(all, panel, buckets, true);
    panel->outside = put_into_buckets(&found, panel, buckets, false);
    panel->buckets = buckets;
    panel->whole_numbers = are_whole(all);
    panel->greatest = all->fine > 0 ? HUGE_VAL : all->items[all->count - 1].number;
    return ST_OK;
}

// --- the range itself ------------------------------------------------------------------------

static bool is_bound(string_view text)
{
    struct value_facts facts;
    value_analyse(VALUE_STRING, text, &facts);
    return facts.is_number && isfinite(facts.number);
}

bool rail_read_range(string_view value, string_view *from, string_view *to)
{
    static const char *const marks[] = {"..", ","};
    for (size_t i = 0; i < ARRAY_LENGTH(marks); i++) {
        string_view mark = sv_from(marks[i]);
        size_t at = 0;
        while (at < value.length && !sv_starts_with(sv_slice(value, at, SIZE_MAX), mark)) {
            at++;
        }
        if (at == value.length) {
            continue;
        }
        *from = sv_trim(sv_slice(value, 0, at));
        *to = sv_trim(sv_slice(value, at + mark.length, SIZE_MAX));
        *from = sv_equal(*from, SV("*")) ? SV("") : *from;
        *to = sv_equal(*to, SV("*")) ? SV("") : *to;
        return (from->length == 0 || is_bound(*from)) && (to->length == 0 || is_bound(*to)) &&
               from->length + to->length > 0;
    }
    return false;
}

// One range is what the inputs hold; all else is told in words and carried along.
static void fill_inputs(const struct search_filling *f, struct range_panel *panel)
{
    size_t count = 0;
    for (size_t i = 0; i < f->state.count; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        if (sv_equal(pair->name, panel->parameter)) {
            count++;
            panel->other = pair->value;
        }
    }
    if (count == 1 && rail_read_range(panel->other, &panel->from, &panel->to)) {
        panel->other = SV("");
    }
}

// Whether the result has any number, or the search asks for some.
static bool says_something(const struct range_panel *panel)
{
    uint64_t found = panel->outside;
    for (size_t i = 0; i < panel->bucket_count; i++) {
        found += panel->buckets[i].count;
    }
    return found + panel->from.length + panel->to.length + panel->other.length > 0;
}

status rail_fill_ranges(struct search_filling *f, struct error *e)
{
    struct range_panel *panels = arena_array(f->arena, struct range_panel, RAIL_RANGES_MOST);
    if (panels == NULL) {
        return search_page_no_memory(e);
    }
    f->rail.ranges = panels;
    for (size_t i = 0; i < RAIL_RANGES_MOST; i++) {
        if (f->asked.ranges[i] >= f->result.facet_count) {
            continue;
        }
        const struct search_facet *facet = &f->result.facets[f->asked.ranges[i]];
        struct range_panel *panel = &panels[f->rail.range_count];
        struct number_list all;
        TRY(numbers_of_all(f, facet, &all, e));
        if (all.count == 0) {
            continue;
        }
        *panel = (struct range_panel){.field = facet->field,
                                      .parameter = parameter_of_field(f->arena, facet->field),
                                      .label = kinds[i].label,
                                      .unit = kinds[i].unit,
                                      .missing = facet->missing};
        TRY(fill_buckets(f, facet, &all, panel, e));
        fill_inputs(f, panel);
        f->rail.range_count += panel->bucket_count > 0 && says_something(panel);
    }
    return ST_OK;
}
