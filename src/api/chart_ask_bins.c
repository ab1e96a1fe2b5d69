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

// The bins from the first to the last, those without records among them.
static status make_year_bins(struct search_filling *f, const struct histogram *h,
                             enum bucket_kind kind, string_view field, struct chart *out,
                             struct error *e)
{
    int64_t step = kind == BUCKET_CENTURY ? 100 : kind == BUCKET_DECADE ? 10 : 1;
    int64_t first = 0;
    int64_t last = 0;
    take_rest(f, h, field, out);
    if (h->bucket_count == 0) {
        return ST_OK;
    }
    (void)!sv_to_int64(h->buckets[0].from.text, &first);
    (void)!sv_to_int64(h->buckets[h->bucket_count - 1].from.text, &last);
    size_t count = (size_t)((last - first) / step) + 1;
    bool gaps = last >= first && count <= BINS_MOST; // else only those that have records
    count = gaps ? count : h->bucket_count;
    struct chart_item *items = chart_items(f, count);
    if (items == NULL) {
        return search_page_no_memory(e);
    }
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t year = first + (int64_t)i * step;
        int64_t bucket = 0;
        bool here = at < h->bucket_count && sv_to_int64(h->buckets[at].from.text, &bucket) &&
                    (!gaps || bucket == year);
        year = gaps ? year : bucket;
        string_view text = arena_print(f->arena, "%04lld", (long long)year);
        items[i] = (struct chart_item){
            .label = chart_bin_label(f->arena, kind, text),
            .address = chart_range_address(f, field, chart_bin_range(f->arena, kind, text)),
            .count = here ? h->buckets[at].count : 0,
            .parent = CHART_NO_PARENT,
        };
        at += here;
    }
    out->items = items;
    out->item_count = count;
    return ST_OK;
}

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
            return make_year_bins(f, h, kinds[i], plan->fields[0], out, e);
        }
    }
}

static string_view number_text(struct arena *arena, double number)
{
    struct buffer text;
    buffer_init(&text, 64);
    query_print_number(number, &text);
    string_view copy = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

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

// Steps are counted, so that no error adds up from bin to bin.
static double bin_start(const struct histogram *h, size_t i)
{
    double first = h->buckets[0].from.number;
    return (floor(first / h->width + 0.5) + (double)i) * h->width;
}

static status make_number_bins(struct search_filling *f, const struct histogram *h, bool whole,
                               string_view field, struct chart *out, struct error *e)
{
    take_rest(f, h, field, out);
    if (h->bucket_count == 0) {
        return ST_OK;
    }
    double last = h->buckets[h->bucket_count - 1].from.number;
    double span = (last - h->buckets[0].from.number) / h->width + 1.5;
    bool gaps = span < (double)BINS_MOST;
    size_t count = gaps ? (size_t)span : h->bucket_count;
    struct chart_item *items = chart_items(f, count);
    if (items == NULL) {
        return search_page_no_memory(e);
    }
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        double from = gaps ? bin_start(h, i) : h->buckets[i].from.number;
        bool here = at < h->bucket_count && fabs(h->buckets[at].from.number - from) < h->width / 2;
        items[i] = (struct chart_item){
            .label = bin_label(f->arena, from, h->width, whole),
            .address = chart_range_address(f, field, bin_range(f->arena, from, h->width, whole)),
            .count = here ? h->buckets[at].count : 0,
            .parent = CHART_NO_PARENT,
        };
        at += here;
    }
    out->items = items;
    out->item_count = count;
    return ST_OK;
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
    return make_number_bins(f, summary.histograms, is_whole(summary.statistics), plan->fields[0],
                            out, e);
}
