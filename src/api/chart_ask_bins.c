// SPDX-License-Identifier: Apache-2.0
// Timelines and histograms, from histograms of dates and of numbers.
#include "api/chart_ask_internal.h"
#include "query/query_tree.h"

#include <math.h>

#define BINS_WANTED 40
#define BINS_MOST   ((size_t)120)
#define YEARS_MOST  60 // bins of a timeline, else decades, else centuries

static status ask_histogram(struct search_filling *f, const struct histogram_request *asked,
                            const struct histogram **out, struct error *e)
{
    struct summary summary = {0};
    const struct summary_request request = {.histograms = asked, .histogram_count = 1};
    TRY(chart_summary(f, &request, &summary, e));
    *out = summary.histograms;
    return ST_OK;
}

static void take_rest(struct search_filling *f, const struct histogram *h, string_view field,
                      struct chart *out)
{
    out->missing = h->missing;
    out->missing_address = chart_missing_address(f, field);
    out->unplaced = h->other;
}

// --- bins ------------------------------------------------------------------------------------

struct bins {
    const struct histogram *histogram;
    enum bucket_kind kind; // BUCKET_WIDTH: numbers, else years
    double width;
    bool whole; // numbers alone
};

static string_view number_text(struct arena *arena, double number)
{
    struct buffer text;
    buffer_init(&text, 64);
    query_print_number(number, &text);
    string_view copy = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

// A bin takes its lower end and not its upper one, a range in an address takes both: it ends at the
// last number that is nearer than any a record is likely to have.
static string_view bin_range(struct arena *arena, double from, double width, bool whole)
{
    double upper = from + width;
    double end =
        whole && floor(width) == width ? upper - 1 : upper - MAX(fabs(upper), width) * 1e-12;
    return arena_print(arena, SV_FORMAT ".." SV_FORMAT, SV_ARGUMENT(number_text(arena, from)),
                       SV_ARGUMENT(number_text(arena, end)));
}

static string_view bin_label(struct arena *arena, double from, double width, bool whole)
{
    if (whole && width == 1) {
        return number_text(arena, from);
    }
    double end = whole && floor(width) == width ? from + width - 1 : from + width;
    return arena_print(arena, SV_FORMAT "–" SV_FORMAT, SV_ARGUMENT(number_text(arena, from)),
                       SV_ARGUMENT(number_text(arena, end)));
}

static double bucket_start(const struct bins *b, size_t at)
{
    int64_t year = 0;
    if (b->kind == BUCKET_WIDTH) {
        return b->histogram->buckets[at].from.number;
    }
    (void)!sv_to_int64(b->histogram->buckets[at].from.text, &year);
    return (double)year;
}

// Steps are counted, so that no error adds up from bin to bin.
static double bin_start(const struct bins *b, size_t i)
{
    return (floor(bucket_start(b, 0) / b->width + 0.5) + (double)i) * b->width;
}

static void name_bin(struct search_filling *f, const struct bins *b, double from, string_view field,
                     struct chart_item *out)
{
    string_view range;
    if (b->kind == BUCKET_WIDTH) {
        out->label = bin_label(f->arena, from, b->width, b->whole);
        range = bin_range(f->arena, from, b->width, b->whole);
    } else {
        string_view year = arena_print(f->arena, "%04lld", (long long)from);
        out->label = chart_bin_label(f->arena, b->kind, year);
        range = chart_bin_range(f->arena, b->kind, year);
    }
    out->address = chart_range_address(f, field, range);
}

// The bins from the first to the last, those without records among them; of too many only those
// that have records.
static status make_bins(struct search_filling *f, const struct bins *b, string_view field,
                        struct chart *out, struct error *e)
{
    const struct histogram *h = b->histogram;
    take_rest(f, h, field, out);
    if (h->bucket_count == 0) {
        return ST_OK;
    }
    double span = (bucket_start(b, h->bucket_count - 1) - bucket_start(b, 0)) / b->width + 1.5;
    bool gaps = span >= 1 && span < (double)BINS_MOST + 1;
    size_t count = gaps ? (size_t)span : h->bucket_count;
    struct chart_item *items = chart_items(f, count);
    if (items == NULL) {
        return search_page_no_memory(e);
    }
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        double from = gaps ? bin_start(b, i) : bucket_start(b, i);
        bool here = at < h->bucket_count && fabs(bucket_start(b, at) - from) < b->width / 2;
        items[i].count = here ? h->buckets[at].count : 0;
        items[i].parent = CHART_NO_PARENT;
        name_bin(f, b, from, field, &items[i]);
        at += here;
    }
    out->items = items;
    out->item_count = count;
    return ST_OK;
}

// --- timelines -------------------------------------------------------------------------------

static bool is_few_years(const struct histogram *h, int64_t step)
{
    int64_t first = 0;
    int64_t last = 0;
    return h->bucket_count == 0 || (sv_to_int64(h->buckets[0].from.text, &first) &&
                                    sv_to_int64(h->buckets[h->bucket_count - 1].from.text, &last) &&
                                    (last - first) / step < YEARS_MOST);
}

status chart_make_timeline(struct search_filling *f, const struct chart_plan *plan,
                           struct chart *out, struct error *e)
{
    static const enum bucket_kind kinds[] = {BUCKET_YEAR, BUCKET_DECADE, BUCKET_CENTURY};
    static const int64_t steps[] = {1, 10, 100};
    for (size_t i = 0;; i++) {
        struct error trouble = {0};
        const struct histogram_request asked = {.by = {.field = plan->fields[0], .kind = kinds[i]},
                                                .buckets = BINS_WANTED};
        const struct histogram *h = NULL;
        bool last = i + 1 == ARRAY_LENGTH(kinds);
        status result = ask_histogram(f, &asked, &h, &trouble);
        if (result == ST_INVALID && !last) {
            continue; // more years than a histogram has buckets
        }
        if (result != ST_OK) {
            *e = trouble;
            return result;
        }
        if (last || is_few_years(h, steps[i])) {
            const struct bins bins = {.histogram = h, .kind = kinds[i], .width = (double)steps[i]};
            return make_bins(f, &bins, plan->fields[0], out, e);
        }
    }
}

// --- histograms ------------------------------------------------------------------------------

// Whether all numbers are whole, as far as their ends, their sum and some between tell.
static bool is_whole(const struct field_statistics *s)
{
    bool whole = s->numbers > 0 && floor(s->min.number) == s->min.number &&
                 floor(s->max.number) == s->max.number && floor(s->sum) == s->sum;
    for (size_t i = 0; i < s->quantile_count; i++) {
        whole = whole && floor(s->quantiles[i].number) == s->quantiles[i].number;
    }
    return whole;
}

status chart_make_histogram(struct search_filling *f, const struct chart_plan *plan,
                            struct chart *out, struct error *e)
{
    const struct histogram_request histogram = {
        .by = {.field = plan->fields[0], .kind = BUCKET_WIDTH}, .buckets = BINS_WANTED};
    static const uint32_t quantiles[] = {20000,  70000,  110000, 190000, 230000, 310000, 370000,
                                         430000, 470000, 530000, 590000, 670000, 710000, 790000,
                                         830000, 890000, 930000, 970000, 990000};
    const struct statistics_request statistics = {.field = plan->fields[0],
                                                  .quantiles = quantiles,
                                                  .quantile_count = ARRAY_LENGTH(quantiles)};
    const struct summary_request request = {.histograms = &histogram,
                                            .histogram_count = 1,
                                            .statistics = &statistics,
                                            .statistics_count = 1};
    struct summary summary = {0};
    TRY(chart_summary(f, &request, &summary, e));
    const struct bins bins = {.histogram = summary.histograms,
                              .kind = BUCKET_WIDTH,
                              .width = summary.histograms->width,
                              .whole = is_whole(summary.statistics)};
    return make_bins(f, &bins, plan->fields[0], out, e);
}
