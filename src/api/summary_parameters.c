// SPDX-License-Identifier: Apache-2.0
// A summary from the parameters of an address: statistics=FIELD, quantiles=Q,Q,
// histogram=FIELD[:WIDTH or INTERVAL], buckets=N, by=FIELD[:WIDTH, INTERVAL or "terms"], and of the
// groups distinct=, sum=, mean=, min=, max=, share=FIELD[:VOCABULARY]; grid=geohash:N,
// tile:Z/X/Y:DEPTH, degrees:SIZE.
#include "api/summary_build.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS_NORMAL 50

static const char *const own[] = {"statistics", "quantiles", "histogram", "buckets", "by",
                                  "distinct",   "sum",       "mean",      "min",     "max",
                                  "share",      "grid",      NULL};

typedef status summary_add(struct summary_builder *b, string_view value, const char *name,
                           struct error *e);

static status each(struct summary_builder *b, const char *name, summary_add *add, struct error *e)
{
    const struct http_target *target = &b->request->target;
    for (size_t i = 0; i < target->parameter_count; i++) {
        if (sv_equal(target->parameters[i].name, sv_from(name))) {
            TRY(add(b, target->parameters[i].value, name, e));
        }
    }
    return ST_OK;
}

static status too_many(const char *name, size_t most, struct error *e)
{
    return error_set_field(e, ST_INVALID, name, "%s: at most %zu of them", name, most);
}

// A number that is nothing else.
static bool number_of(string_view text, double *out)
{
    char digits[64];
    char *end = NULL;
    if (text.length == 0 || text.length >= sizeof digits) {
        return false;
    }
    memcpy(digits, text.bytes, text.length);
    digits[text.length] = '\0';
    if (strspn(digits, "0123456789.eE+-") != text.length) {
        return false;
    }
    *out = strtod(digits, &end);
    return *end == '\0' && isfinite(*out);
}

// FIELD, or FIELD:WHAT where WHAT is an interval, a width or "terms"; any other colon is part of
// the field's name.
static status bucket_of(struct summary_builder *b, string_view value, const char *name,
                        struct bucket_request *out, struct error *e)
{
    *out = (struct bucket_request){.field = value, .kind = BUCKET_VALUE};
    size_t at = value.length;
    while (at > 0 && value.bytes[at - 1] != ':') {
        at--;
    }
    if (at > 0) {
        string_view field = sv_slice(value, 0, at - 1);
        string_view what = sv_slice(value, at, SIZE_MAX);
        if (summary_interval(what, &out->kind)) {
            out->field = field;
        } else if (number_of(what, &out->width)) {
            // Nothing told would mean a width that is chosen, so 0 must not pass for it.
            if (!(out->width > 0)) {
                return error_set_field(e, ST_INVALID, name, "%s: a width must be above 0", name);
            }
            out->kind = BUCKET_WIDTH;
            out->field = field;
        } else if (sv_equal(what, SV("terms"))) {
            out->kind = BUCKET_TERM;
            out->field = field;
            TRY(summary_vocabulary(b, SV(""), field, &out->vocabulary, e));
        }
    }
    if (out->field.length == 0) {
        return error_set_field(e, ST_INVALID, name, "%s: a field's name is missing", name);
    }
    return ST_OK;
}

static status add_statistics(struct summary_builder *b, string_view value, const char *name,
                             struct error *e)
{
    struct summary_request *r = &b->input->request;
    if (r->statistics_count == SUMMARY_LIMIT_PARTS) {
        return too_many(name, SUMMARY_LIMIT_PARTS, e);
    }
    b->statistics[r->statistics_count++] = (struct statistics_request){.field = value};
    return ST_OK;
}

static status read_buckets(const struct http_request *request, size_t *out, struct error *e)
{
    uint64_t buckets = 0;
    TRY(parameter_number(request, "buckets", BUCKETS_NORMAL, SUMMARY_LIMIT_BUCKETS, &buckets, e));
    *out = (size_t)buckets;
    return buckets > 0 ? ST_OK
                       : error_set_field(e, ST_INVALID, "buckets", "buckets must be at least 1");
}

static status add_histogram(struct summary_builder *b, string_view value, const char *name,
                            struct error *e)
{
    struct summary_request *r = &b->input->request;
    struct histogram_request *h = &b->histograms[r->histogram_count];
    if (r->histogram_count == SUMMARY_LIMIT_PARTS) {
        return too_many(name, SUMMARY_LIMIT_PARTS, e);
    }
    TRY(bucket_of(b, value, name, &h->by, e));
    h->buckets = b->buckets;
    h->by.kind = h->by.kind == BUCKET_VALUE ? BUCKET_WIDTH : h->by.kind;
    r->histogram_count++;
    return ST_OK;
}

static status add_by(struct summary_builder *b, string_view value, const char *name,
                     struct error *e)
{
    struct group_request *g = &b->groups[0];
    if (g->by_count == SUMMARY_LIMIT_GROUP_FIELDS) {
        return too_many(name, SUMMARY_LIMIT_GROUP_FIELDS, e);
    }
    TRY(bucket_of(b, value, name, &b->by[0][g->by_count], e));
    g->by_count++;
    return ST_OK;
}

static status add_measure(struct summary_builder *b, string_view value, const char *name,
                          struct error *e)
{
    static const struct {
        const char *name;
        enum measure_kind kind;
    } kinds[] = {{"distinct", MEASURE_DISTINCT}, {"sum", MEASURE_SUM}, {"mean", MEASURE_MEAN},
                 {"min", MEASURE_MIN},           {"max", MEASURE_MAX}, {"share", MEASURE_SHARE}};
    struct group_request *g = &b->groups[0];
    if (g->measure_count == SUMMARY_LIMIT_MEASURES) {
        return too_many(name, SUMMARY_LIMIT_MEASURES, e);
    }
    struct measure_request *m = &b->measures[0][g->measure_count];
    m->field = value;
    for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++) {
        m->kind = strcmp(kinds[i].name, name) == 0 ? kinds[i].kind : m->kind;
    }
    if (m->kind == MEASURE_SHARE) {
        string_view vocabulary = value;
        (void)sv_split(&vocabulary, ':', &m->field);
        TRY(summary_vocabulary(b, vocabulary, m->field, &m->vocabulary, e));
        b->input->by_vocabulary = true;
    }
    g->measure_count++;
    return ST_OK;
}

static status bad_grid(const char *name, struct error *e)
{
    return error_set_field(e, ST_INVALID, name,
                           "%s must be geohash:PRECISION, tile:ZOOM/X/Y:DEPTH or degrees:SIZE",
                           name);
}

static bool whole(string_view text, uint32_t *out)
{
    uint64_t number = 0;
    if (!sv_to_uint64(text, &number) || number > UINT32_MAX) {
        return false;
    }
    *out = (uint32_t)number;
    return true;
}

static bool read_tile(string_view rest, struct grid_request *g)
{
    string_view part;
    string_view tile;
    g->kind = GRID_TILE;
    return sv_split(&rest, ':', &tile) && whole(rest, &g->depth) && sv_split(&tile, '/', &part) &&
           whole(part, &g->zoom) && sv_split(&tile, '/', &part) && whole(part, &g->x) &&
           whole(tile, &g->y);
}

static status add_grid(struct summary_builder *b, string_view value, const char *name,
                       struct error *e)
{
    struct summary_request *r = &b->input->request;
    struct grid_request *g = &b->grids[r->grid_count];
    string_view rest = value;
    string_view kind;
    bool good = sv_split(&rest, ':', &kind);
    if (r->grid_count == SUMMARY_LIMIT_PARTS) {
        return too_many(name, SUMMARY_LIMIT_PARTS, e);
    }
    if (good && sv_equal(kind, SV("geohash"))) {
        g->kind = GRID_GEOHASH;
        good = whole(rest, &g->precision);
    } else if (good && sv_equal(kind, SV("tile"))) {
        good = read_tile(rest, g);
    } else {
        g->kind = GRID_DEGREES;
        good = good && sv_equal(kind, SV("degrees")) && number_of(rest, &g->degrees);
    }
    r->grid_count++;
    return good ? ST_OK : bad_grid(name, e);
}

static status add_quantiles(struct summary_builder *b, struct error *e)
{
    string_view list = {0};
    string_view part;
    bool found = false;
    TRY(http_request_parameter(b->request, "quantiles", &list, &found, e));
    uint32_t *quantiles = arena_array(b->arena, uint32_t, SUMMARY_LIMIT_QUANTILES);
    size_t count = 0;
    if (quantiles == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the summary");
    }
    while (found && sv_split(&list, ',', &part)) {
        double number = -1;
        if (count == SUMMARY_LIMIT_QUANTILES) {
            return too_many("quantiles", SUMMARY_LIMIT_QUANTILES, e);
        }
        if (!number_of(part, &number)) {
            number = -1;
        }
        TRY(summary_quantile(number, "quantiles", &quantiles[count++], e));
    }
    for (size_t i = 0; i < b->input->request.statistics_count; i++) {
        b->statistics[i].quantiles = quantiles;
        b->statistics[i].quantile_count = count;
    }
    return ST_OK;
}

static bool has_parameter(const struct http_request *request, const char *name)
{
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        if (sv_equal(request->target.parameters[i].name, sv_from(name))) {
            return true;
        }
    }
    return false;
}

status summary_input_read(const struct api *api, struct http_request *request,
                          struct summary_input *out, struct error *e)
{
    static const char *const measures[] = {"distinct", "sum", "mean", "min", "max", "share"};
    struct summary_builder *b = summary_builder_create(api, request, out);
    if (b == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the summary");
    }
    TRY(each(b, "statistics", add_statistics, e));
    TRY(add_quantiles(b, e));
    TRY(read_buckets(request, &b->buckets, e));
    TRY(each(b, "histogram", add_histogram, e));
    TRY(each(b, "by", add_by, e));
    for (size_t i = 0; i < ARRAY_LENGTH(measures); i++) {
        TRY(each(b, measures[i], add_measure, e));
    }
    out->request.group_count = b->groups[0].by_count + b->groups[0].measure_count > 0;
    TRY(each(b, "grid", add_grid, e));
    return summary_builder_finish(b, has_parameter(request, "kind"), e);
}

status summary_input_from_parameters(const struct api *api, struct http_request *request,
                                     struct summary_input *out, struct error *e)
{
    *out = (struct summary_input){0};
    TRY(search_input_refuse_page(request, e));
    TRY(search_input_from_parameters(api, request, own, &out->search, e));
    return summary_input_read(api, request, out, e);
}
