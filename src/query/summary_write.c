// SPDX-License-Identifier: Apache-2.0
// A summary's parts, in the order in which they were asked.
// Must not know: where it was asked.
#include "query/summary_write.h"

#include "formats/json_write.h"
#include "query/query_tree.h"

#include <math.h>

// JSON has no infinite numbers.
static void write_number(double number, struct buffer *out)
{
    if (isfinite(number)) {
        query_print_number(number, out);
    } else {
        buffer_append_view(out, SV("null"));
    }
}

static void write_moment(moment m, struct buffer *out)
{
    char text[25];
    moment_to_text(m, text);
    json_write_string(out, sv_from(text));
}

static void name(struct buffer *out, const char *member)
{
    buffer_print(out, ",\"%s\":", member);
}

static void write_count(struct buffer *out, const char *member, uint64_t count)
{
    name(out, member);
    buffer_append_uint(out, count);
}

static void write_comma(struct buffer *out, size_t index)
{
    buffer_append_view(out, index == 0 ? SV("") : SV(","));
}

// --- statistics ------------------------------------------------------------------------------

static void write_value(struct statistics_number n, struct buffer *out)
{
    if (n.is_integer) {
        buffer_print(out, "%lld", (long long)n.integer);
    } else {
        write_number(n.number, out);
    }
}

static void write_numbers(const struct statistics_request *asked, const struct field_statistics *s,
                          struct buffer *out)
{
    buffer_append_view(out, SV(",\"numbers\":"));
    if (s->numbers == 0) {
        buffer_append_view(out, SV("null"));
        return;
    }
    buffer_print(out, "{\"count\":%llu,\"min\":", (unsigned long long)s->numbers);
    write_value(s->min, out);
    name(out, "max");
    write_value(s->max, out);
    name(out, "sum");
    write_number(s->sum, out);
    name(out, "mean");
    write_number(s->mean, out);
    buffer_append_view(out, SV(",\"quantiles\":["));
    for (size_t i = 0; i < s->quantile_count; i++) {
        buffer_append_view(out, i == 0 ? SV("{\"quantile\":") : SV(",{\"quantile\":"));
        write_number(asked->quantiles[i] / 1e6, out);
        name(out, "value");
        write_value(s->quantiles[i], out);
        buffer_append_byte(out, '}');
    }
    buffer_append_view(out, SV("]}"));
}

static void write_statistics(const struct statistics_request *asked,
                             const struct field_statistics *s, struct buffer *out)
{
    buffer_append_view(out, SV("{\"field\":"));
    json_write_string(out, s->field);
    write_count(out, "records", s->records);
    write_count(out, "missing", s->missing);
    write_count(out, "distinct", s->distinct);
    write_numbers(asked, s, out);
    name(out, "dates");
    if (s->dates > 0) {
        buffer_print(out, "{\"count\":%llu,\"start\":", (unsigned long long)s->dates);
        write_moment(s->start, out);
        name(out, "end");
        write_moment(s->end, out);
        buffer_append_byte(out, '}');
    } else {
        buffer_append_view(out, SV("null"));
    }
    buffer_print(out, ",\"booleans\":{\"true\":%llu,\"false\":%llu},\"texts\":",
                 (unsigned long long)s->trues, (unsigned long long)s->falses);
    if (s->texts > 0) {
        buffer_print(out, "{\"count\":%llu,\"first\":", (unsigned long long)s->texts);
        json_write_string(out, s->first_text);
        name(out, "last");
        json_write_string(out, s->last_text);
        buffer_append_byte(out, '}');
    } else {
        buffer_append_view(out, SV("null"));
    }
    buffer_append_byte(out, '}');
}

// --- histograms and groups -------------------------------------------------------------------

static void write_bucket(const struct bucket_name *b, struct buffer *out)
{
    if (b->missing) {
        buffer_append_view(out, SV("null"));
    } else if (b->is_number) {
        write_number(b->number, out);
    } else {
        json_write_string(out, b->text);
    }
}

static void write_histogram(const struct histogram *h, struct buffer *out)
{
    buffer_append_view(out, SV("{\"field\":"));
    json_write_string(out, h->field);
    name(out, "width");
    if (h->width > 0) {
        write_number(h->width, out);
    } else {
        buffer_append_view(out, SV("null"));
    }
    buffer_append_view(out, SV(",\"buckets\":["));
    for (size_t i = 0; i < h->bucket_count; i++) {
        buffer_append_view(out, i == 0 ? SV("{\"from\":") : SV(",{\"from\":"));
        write_bucket(&h->buckets[i].from, out);
        write_count(out, "count", h->buckets[i].count);
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
    write_count(out, "missing", h->missing);
    write_count(out, "other", h->other);
    buffer_append_byte(out, '}');
}

// Shares to six decimals: more would tell of the rounding of the machine.
static void write_share(const struct measure *m, struct buffer *out)
{
    if (m->count > 0) {
        buffer_print(out, "%.6f,\"low\":%.6f,\"high\":%.6f", m->number, m->low, m->high);
    } else {
        buffer_append_view(out, SV("null,\"low\":null,\"high\":null"));
    }
    write_count(out, "of", m->count);
    buffer_append_view(out, SV(",\"counts\":{"));
    for (size_t i = 0; i < m->term_count; i++) {
        write_comma(out, i);
        json_write_string(out, m->counts[i].term);
        buffer_append_byte(out, ':');
        buffer_append_uint(out, m->counts[i].count);
    }
    buffer_append_byte(out, '}');
}

static void write_measure(enum measure_kind kind, const struct measure *m, struct buffer *out)
{
    static const char *const kinds[] = {
        [MEASURE_DISTINCT] = "distinct", [MEASURE_SUM] = "sum", [MEASURE_MEAN] = "mean",
        [MEASURE_MIN] = "min",           [MEASURE_MAX] = "max", [MEASURE_SHARE] = "share"};
    buffer_print(out, "{\"%s\":", kinds[kind]);
    if (kind == MEASURE_DISTINCT) {
        buffer_append_uint(out, m->count);
    } else if (kind == MEASURE_SHARE) {
        write_share(m, out);
    } else {
        write_number(m->count > 0 ? m->number : (double)INFINITY, out);
        write_count(out, "count", m->count);
    }
    buffer_append_byte(out, '}');
}

static void write_grouping(const struct group_request *asked, const struct grouping *g,
                           struct buffer *out)
{
    buffer_append_view(out, SV("{\"by\":["));
    for (size_t i = 0; i < asked->by_count; i++) {
        write_comma(out, i);
        json_write_string(out, asked->by[i].field);
    }
    buffer_append_view(out, SV("],\"cells\":["));
    for (size_t i = 0; i < g->cell_count; i++) {
        const struct group_cell *cell = &g->cells[i];
        buffer_append_view(out, i == 0 ? SV("{\"by\":[") : SV(",{\"by\":["));
        for (size_t k = 0; k < asked->by_count; k++) {
            write_comma(out, k);
            write_bucket(&cell->by[k], out);
        }
        buffer_print(out, "],\"count\":%llu,\"measures\":[", (unsigned long long)cell->count);
        for (size_t k = 0; k < asked->measure_count; k++) {
            write_comma(out, k);
            write_measure(asked->measures[k].kind, &cell->measures[k], out);
        }
        buffer_append_view(out, SV("]}"));
    }
    buffer_append_view(out, SV("]}"));
}

// --- grids -----------------------------------------------------------------------------------

static void write_grid_kind(const struct grid_request *asked, struct buffer *out)
{
    switch (asked->kind) {
    case GRID_GEOHASH:
        buffer_print(out, "{\"kind\":\"geohash\",\"precision\":%lu",
                     (unsigned long)asked->precision);
        break;
    case GRID_TILE:
        buffer_print(out, "{\"kind\":\"tile\",\"zoom\":%lu,\"x\":%lu,\"y\":%lu,\"depth\":%lu",
                     (unsigned long)asked->zoom, (unsigned long)asked->x, (unsigned long)asked->y,
                     (unsigned long)asked->depth);
        break;
    case GRID_DEGREES:
        buffer_append_view(out, SV("{\"kind\":\"degrees\",\"size\":"));
        write_number(asked->degrees, out);
        break;
    }
}

static void write_grid(const struct grid_request *asked, const struct grid *g, struct buffer *out)
{
    write_grid_kind(asked, out);
    buffer_append_view(out, SV(",\"cells\":["));
    for (size_t i = 0; i < g->cell_count; i++) {
        const struct grid_cell *cell = &g->cells[i];
        write_comma(out, i);
        if (asked->kind == GRID_GEOHASH) {
            buffer_print(out, "{\"geohash\":\"%s\"", cell->geohash);
        } else {
            buffer_print(out, "{\"x\":%lu,\"y\":%lu", (unsigned long)cell->x,
                         (unsigned long)cell->y);
        }
        write_count(out, "count", cell->count);
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
    write_count(out, "positions", g->positions);
    write_count(out, "missing", g->missing);
    buffer_append_byte(out, '}');
}

void write_summary(const struct summary_request *asked, const struct summary *s, struct buffer *out)
{
    buffer_append_view(out, SV(",\"statistics\":["));
    for (size_t i = 0; i < asked->statistics_count; i++) {
        write_comma(out, i);
        write_statistics(&asked->statistics[i], &s->statistics[i], out);
    }
    buffer_append_view(out, SV("],\"histograms\":["));
    for (size_t i = 0; i < asked->histogram_count; i++) {
        write_comma(out, i);
        write_histogram(&s->histograms[i], out);
    }
    buffer_append_view(out, SV("],\"groups\":["));
    for (size_t i = 0; i < asked->group_count; i++) {
        write_comma(out, i);
        write_grouping(&asked->groups[i], &s->groups[i], out);
    }
    buffer_append_view(out, SV("],\"grids\":["));
    for (size_t i = 0; i < asked->grid_count; i++) {
        write_comma(out, i);
        write_grid(&asked->grids[i], &s->grids[i], out);
    }
    buffer_append_byte(out, ']');
}
