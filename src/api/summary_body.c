// SPDX-License-Identifier: Apache-2.0
// A summary from a JSON body: a search's query, datasets, tables, kinds, version and budget, with
// statistics, histograms, groups and grids beside. Places in errors are JSON pointers (RFC 6901).
#include "api/summary_build.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#define BUCKETS_NORMAL 50
#define POINTER        96

struct part_reader {
    struct summary_builder *b;
    const json_t *object;
    char pointer[POINTER]; // of the object
    size_t taken;          // members that were asked for
    struct error *e;
};

static status wrong(struct part_reader *r, const char *member, const char *expected)
{
    char place[POINTER + 32];
    (void)snprintf(place, sizeof place, "%s%s%s", r->pointer, member[0] == '\0' ? "" : "/", member);
    return error_set_field(r->e, ST_INVALID, place, "%s must be %s", place, expected);
}

static const json_t *member_of(struct part_reader *r, const char *name)
{
    const json_t *value = json_object_get(r->object, name);
    r->taken += value != NULL;
    return value;
}

static status copy_text(struct part_reader *r, const json_t *value, const char *name,
                        string_view *out)
{
    if (!json_is_string(value) || json_string_length(value) == 0) {
        return wrong(r, name, "a text");
    }
    *out =
        arena_copy(r->b->arena, (string_view){json_string_value(value), json_string_length(value)});
    return out->bytes == NULL ? error_set(r->e, ST_NO_MEMORY, "no memory for the summary") : ST_OK;
}

// A text that need not be there.
static status text_of(struct part_reader *r, const char *name, string_view *out)
{
    const json_t *value = member_of(r, name);
    return value == NULL ? ST_OK : copy_text(r, value, name, out);
}

static status number_of(struct part_reader *r, const char *name, double *out)
{
    const json_t *value = member_of(r, name);
    if (value != NULL && !json_is_number(value)) {
        return wrong(r, name, "a number");
    }
    *out = value == NULL ? *out : json_number_value(value);
    return ST_OK;
}

static status whole_of(struct part_reader *r, const char *name, uint32_t *out)
{
    const json_t *value = member_of(r, name);
    json_int_t number = json_integer_value(value);
    if (value != NULL && (!json_is_integer(value) || number < 0 || number > UINT32_MAX)) {
        return wrong(r, name, "a whole number that is not negative");
    }
    *out = value == NULL ? *out : (uint32_t)number;
    return ST_OK;
}

// A list of texts that need not be there.
static status texts_of(struct part_reader *r, const char *name, const string_view **out,
                       size_t *count)
{
    const json_t *list = member_of(r, name);
    size_t size = json_array_size(list);
    if (list != NULL && (!json_is_array(list) || size > SUMMARY_LIMIT_SHARE_TERMS)) {
        return wrong(r, name, "a list of at most 64 texts");
    }
    string_view *texts = arena_array(r->b->arena, string_view, size + 1);
    if (texts == NULL) {
        return error_set(r->e, ST_NO_MEMORY, "no memory for the summary");
    }
    for (size_t i = 0; i < size; i++) {
        TRY(copy_text(r, json_array_get(list, i), name, &texts[i]));
    }
    *out = texts;
    *count = size;
    return ST_OK;
}

// Nothing but what was asked for may stand in the object.
static status check_taken(struct part_reader *r, const char *expected)
{
    return r->taken == json_object_size(r->object) ? ST_OK : wrong(r, "", expected);
}

// --- statistics ------------------------------------------------------------------------------

static status read_quantiles(struct part_reader *r, struct statistics_request *out)
{
    const json_t *list = member_of(r, "quantiles");
    size_t size = json_array_size(list);
    if (list != NULL && (!json_is_array(list) || size > SUMMARY_LIMIT_QUANTILES)) {
        return wrong(r, "quantiles", "a list of at most 100 numbers from 0 to 1");
    }
    uint32_t *quantiles = arena_array(r->b->arena, uint32_t, size + 1);
    if (quantiles == NULL) {
        return error_set(r->e, ST_NO_MEMORY, "no memory for the summary");
    }
    for (size_t i = 0; i < size; i++) {
        const json_t *number = json_array_get(list, i);
        double quantile = json_is_number(number) ? json_number_value(number) : -1;
        TRY(summary_quantile(quantile, r->pointer, &quantiles[i], r->e));
    }
    out->quantiles = quantiles;
    out->quantile_count = size;
    return ST_OK;
}

static status read_statistics(struct part_reader *r, size_t index)
{
    struct statistics_request *out = &r->b->statistics[index];
    TRY(text_of(r, "field", &out->field));
    TRY(read_quantiles(r, out));
    TRY(check_taken(r, "{\"field\": NAME, \"quantiles\": [NUMBER, ...]}"));
    r->b->input->request.statistics_count = index + 1;
    return out->field.length > 0 ? ST_OK : wrong(r, "field", "a field's name");
}

// --- buckets ---------------------------------------------------------------------------------

static status read_bucket(struct part_reader *r, bool terms, struct bucket_request *out)
{
    string_view interval = SV("");
    string_view vocabulary = SV("");
    out->kind = BUCKET_VALUE;
    TRY(text_of(r, "field", &out->field));
    TRY(text_of(r, "interval", &interval));
    TRY(number_of(r, "width", &out->width));
    if (out->field.length == 0) {
        return wrong(r, "field", "a field's name");
    }
    if (terms) {
        TRY(text_of(r, "vocabulary", &vocabulary));
    }
    bool has_width = json_object_get(r->object, "width") != NULL;
    if ((interval.length > 0) + has_width + (vocabulary.length > 0) > 1) {
        return wrong(r, "", "told in one way: by interval, width or vocabulary");
    }
    if (interval.length > 0 && !summary_interval(interval, &out->kind)) {
        return wrong(r, "interval", "century, decade, year, month or day");
    }
    if (has_width && !(out->width > 0)) {
        return wrong(r, "width", "above 0");
    }
    out->kind = has_width ? BUCKET_WIDTH : out->kind;
    if (vocabulary.length > 0) {
        out->kind = BUCKET_TERM;
        TRY(summary_vocabulary(r->b, vocabulary, out->field, &out->vocabulary, r->e));
    }
    return ST_OK;
}

static status read_histogram(struct part_reader *r, size_t index)
{
    struct histogram_request *out = &r->b->histograms[index];
    uint32_t buckets = BUCKETS_NORMAL;
    TRY(read_bucket(r, false, &out->by));
    TRY(whole_of(r, "buckets", &buckets));
    TRY(check_taken(r, "{\"field\": NAME} with \"interval\", \"width\" or \"buckets\""));
    out->by.kind = out->by.kind == BUCKET_VALUE ? BUCKET_WIDTH : out->by.kind;
    out->buckets = buckets;
    r->b->input->request.histogram_count = index + 1;
    return ST_OK;
}

// --- groups ----------------------------------------------------------------------------------

typedef status read_part(struct part_reader *r, size_t index);

// Each object of a list, at most so many, given to `read` with its place.
static status read_list(struct part_reader *r, const char *name, size_t most, read_part *read)
{
    const json_t *list = member_of(r, name);
    if (list != NULL && (!json_is_array(list) || json_array_size(list) > most)) {
        char expected[64];
        (void)snprintf(expected, sizeof expected, "a list of at most %zu objects", most);
        return wrong(r, name, expected);
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct part_reader inner = {.b = r->b, .object = json_array_get(list, i), .e = r->e};
        (void)snprintf(inner.pointer, sizeof inner.pointer, "%.60s/%s/%zu", r->pointer, name, i);
        if (!json_is_object(inner.object)) {
            return wrong(&inner, "", "an object");
        }
        TRY(read(&inner, i));
    }
    return ST_OK;
}

static struct group_request *last_group(struct part_reader *r, size_t *number)
{
    *number = r->b->input->request.group_count - 1;
    return &r->b->groups[*number];
}

static status read_by(struct part_reader *r, size_t index)
{
    size_t number = 0;
    struct group_request *g = last_group(r, &number);
    TRY(read_bucket(r, true, &r->b->by[number][index]));
    g->by_count = index + 1;
    return check_taken(r, "{\"field\": NAME} with \"interval\", \"width\" or \"vocabulary\"");
}

static status read_share(struct part_reader *r, struct measure_request *m)
{
    string_view vocabulary = SV("");
    TRY(text_of(r, "vocabulary", &vocabulary));
    TRY(texts_of(r, "values", &m->values, &m->value_count));
    TRY(texts_of(r, "of", &m->of, &m->of_count));
    if (vocabulary.length > 0 || m->value_count == 0) {
        r->b->input->by_vocabulary = true;
        return summary_vocabulary(r->b, vocabulary, m->field, &m->vocabulary, r->e);
    }
    return ST_OK;
}

static status read_measure(struct part_reader *r, size_t index)
{
    static const char *const kinds[] = {
        [MEASURE_DISTINCT] = "distinct", [MEASURE_SUM] = "sum", [MEASURE_MEAN] = "mean",
        [MEASURE_MIN] = "min",           [MEASURE_MAX] = "max", [MEASURE_SHARE] = "share"};
    size_t number = 0;
    struct group_request *g = last_group(r, &number);
    struct measure_request *m = &r->b->measures[number][index];
    for (size_t i = 0; i < ARRAY_LENGTH(kinds) && m->field.length == 0; i++) {
        m->kind = (enum measure_kind)i;
        TRY(text_of(r, kinds[i], &m->field));
    }
    if (m->field.length == 0) {
        return wrong(r, "", "distinct, sum, mean, min, max or share of a field");
    }
    if (m->kind == MEASURE_SHARE) {
        TRY(read_share(r, m));
    }
    g->measure_count = index + 1;
    return check_taken(r, "one measure, a share with vocabulary, values and of");
}

static status read_group(struct part_reader *r, size_t index)
{
    r->b->input->request.group_count = index + 1;
    TRY(read_list(r, "by", SUMMARY_LIMIT_GROUP_FIELDS, read_by));
    TRY(read_list(r, "measures", SUMMARY_LIMIT_MEASURES, read_measure));
    return check_taken(r, "{\"by\": [...], \"measures\": [...]}");
}

// --- grids -----------------------------------------------------------------------------------

static status read_grid(struct part_reader *r, size_t index)
{
    struct grid_request *g = &r->b->grids[index];
    string_view kind = SV("");
    TRY(text_of(r, "kind", &kind));
    if (sv_equal(kind, SV("geohash"))) {
        g->kind = GRID_GEOHASH;
        TRY(whole_of(r, "precision", &g->precision));
    } else if (sv_equal(kind, SV("tile"))) {
        g->kind = GRID_TILE;
        TRY(whole_of(r, "zoom", &g->zoom));
        TRY(whole_of(r, "x", &g->x));
        TRY(whole_of(r, "y", &g->y));
        TRY(whole_of(r, "depth", &g->depth));
    } else if (sv_equal(kind, SV("degrees"))) {
        g->kind = GRID_DEGREES;
        TRY(number_of(r, "size", &g->degrees));
    } else {
        return wrong(r, "kind", "geohash, tile or degrees");
    }
    r->b->input->request.grid_count = index + 1;
    return check_taken(r, "a geohash with precision, a tile with zoom, x, y and depth, or degrees "
                          "with size");
}

// --- the body --------------------------------------------------------------------------------

static status read_more(void *argument, const void *root, const struct search_input *input,
                        struct error *e)
{
    (void)input;
    struct part_reader r = {.b = argument, .object = root, .e = e};
    TRY(read_list(&r, "statistics", SUMMARY_LIMIT_PARTS, read_statistics));
    TRY(read_list(&r, "histograms", SUMMARY_LIMIT_PARTS, read_histogram));
    TRY(read_list(&r, "groups", SUMMARY_LIMIT_PARTS, read_group));
    TRY(read_list(&r, "grids", SUMMARY_LIMIT_PARTS, read_grid));
    return summary_builder_finish(r.b, json_object_get(r.object, "kinds") != NULL, e);
}

status summary_input_from_body(const struct api *api, struct http_request *request,
                               struct summary_input *out, int64_t *position, struct error *e)
{
    static const char *const members[] = {"statistics", "histograms", "groups", "grids", NULL};
    static const char *const taken[] = {"query",   "datasets", "tables", "kinds",
                                        "version", "budget",   NULL};
    *out = (struct summary_input){0};
    struct summary_builder *b = summary_builder_create(api, request, out);
    if (b == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the summary");
    }
    const struct search_body_more more = {members, taken, read_more, b};
    return search_input_from_body(api, request, &more, &out->search, position, e);
}
