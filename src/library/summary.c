// SPDX-License-Identifier: Apache-2.0
// Summaries of what a search finds.
#include "query/summary.h"
#include "library/request.h"
#include "query/summary_write.h"

#include <stdlib.h>

#define BUCKETS 50 // of histograms whose width is chosen

struct vitrine_summary {
    struct arena arena;
    struct summary_request request; // its lists are those below
    struct statistics_request statistics[SUMMARY_LIMIT_PARTS];
    struct histogram_request histograms[SUMMARY_LIMIT_PARTS];
    struct group_request groups[SUMMARY_LIMIT_PARTS];
    struct bucket_request by[SUMMARY_LIMIT_PARTS][SUMMARY_LIMIT_GROUP_FIELDS];
    struct measure_request measures[SUMMARY_LIMIT_PARTS][SUMMARY_LIMIT_MEASURES];
    struct grid_request grids[SUMMARY_LIMIT_PARTS];
};

struct vitrine_summary *vitrine_summary_create(void)
{
    struct vitrine_summary *s = calloc(1, sizeof *s);
    if (s != NULL) {
        arena_init(&s->arena, 0);
        s->request.statistics = s->statistics;
        s->request.histograms = s->histograms;
        s->request.groups = s->groups;
        s->request.grids = s->grids;
    }
    return s;
}

void vitrine_summary_destroy(struct vitrine_summary *summary)
{
    if (summary != NULL) {
        arena_release(&summary->arena);
        free(summary);
    }
}

static status missing(struct error *e)
{
    return error_set(e, ST_INVALID, "an argument that must be given is NULL");
}

static status keep_field(struct vitrine_summary *s, const char *field, string_view *out,
                         struct error *e)
{
    if (s == NULL || field == NULL || field[0] == '\0') {
        return missing(e);
    }
    *out = arena_copy(&s->arena, sv_from(field));
    return out->bytes == NULL ? error_set(e, ST_NO_MEMORY, "no memory for the summary") : ST_OK;
}

// The place of one more part of a kind.
static status next_part(size_t *count, size_t most, const char *what, size_t *out, struct error *e)
{
    if (*count >= most) {
        return error_set_field(e, ST_INVALID, what, "at most %zu %s", most, what);
    }
    *out = (*count)++;
    return ST_OK;
}

// --- statistics and histograms -------------------------------------------------------------------

enum vitrine_status vitrine_summary_statistics(struct vitrine_summary *summary, const char *field,
                                               struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    string_view name = SV("");
    size_t at = 0;
    status result = keep_field(summary, field, &name, e);
    if (result == ST_OK) {
        result = next_part(&summary->request.statistics_count, SUMMARY_LIMIT_PARTS, "statistics",
                           &at, e);
    }
    if (result == ST_OK) {
        summary->statistics[at] = (struct statistics_request){.field = name};
    }
    return library_result(result, e);
}

static status read_interval(enum vitrine_interval interval, double width, bool chosen,
                            struct bucket_request *out, struct error *e)
{
    static const enum bucket_kind kinds[] = {
        [VITRINE_EACH] = BUCKET_VALUE,      [VITRINE_WIDTH] = BUCKET_WIDTH,
        [VITRINE_CENTURY] = BUCKET_CENTURY, [VITRINE_DECADE] = BUCKET_DECADE,
        [VITRINE_YEAR] = BUCKET_YEAR,       [VITRINE_MONTH] = BUCKET_MONTH,
        [VITRINE_DAY] = BUCKET_DAY};
    if ((size_t)interval >= ARRAY_LENGTH(kinds)) {
        return error_set_field(e, ST_INVALID, "interval", "there is no interval %d", (int)interval);
    }
    if (interval == VITRINE_WIDTH && !(width > 0) && !(chosen && width == 0)) {
        return error_set_field(e, ST_INVALID, "width", "a width must be above 0");
    }
    out->kind = kinds[interval];
    out->width = interval == VITRINE_WIDTH ? width : 0;
    return ST_OK;
}

static status add_histogram(struct vitrine_summary *s, const char *field,
                            enum vitrine_interval interval, double width, struct error *e)
{
    struct histogram_request histogram = {.buckets = BUCKETS};
    size_t at = 0;
    TRY(keep_field(s, field, &histogram.by.field, e));
    TRY(read_interval(interval, width, true, &histogram.by, e));
    if (interval == VITRINE_EACH) {
        return error_set_field(e, ST_INVALID, "interval", "a histogram needs an interval or width");
    }
    TRY(next_part(&s->request.histogram_count, SUMMARY_LIMIT_PARTS, "histograms", &at, e));
    s->histograms[at] = histogram;
    return ST_OK;
}

enum vitrine_status vitrine_summary_histogram(struct vitrine_summary *summary, const char *field,
                                              enum vitrine_interval interval, double width,
                                              struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    return library_result(add_histogram(summary, field, interval, width, e), e);
}

// --- groups --------------------------------------------------------------------------------------

enum vitrine_status vitrine_summary_group(struct vitrine_summary *summary,
                                          struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    size_t at = 0;
    if (summary == NULL) {
        return library_result(missing(e), e);
    }
    status result = next_part(&summary->request.group_count, SUMMARY_LIMIT_PARTS, "groups", &at, e);
    if (result == ST_OK) {
        summary->groups[at] =
            (struct group_request){.by = summary->by[at], .measures = summary->measures[at]};
    }
    return library_result(result, e);
}

// The grouping begun last.
static status last_group(struct vitrine_summary *s, size_t *out, struct error *e)
{
    if (s->request.group_count == 0) {
        return error_set_field(e, ST_INVALID, "groups", "no grouping was begun");
    }
    *out = s->request.group_count - 1;
    return ST_OK;
}

static status add_by(struct vitrine_summary *s, const char *field, enum vitrine_interval interval,
                     double width, struct error *e)
{
    struct bucket_request by = {.kind = BUCKET_VALUE};
    size_t group = 0;
    size_t at = 0;
    TRY(keep_field(s, field, &by.field, e));
    TRY(read_interval(interval, width, false, &by, e));
    TRY(last_group(s, &group, e));
    TRY(next_part(&s->groups[group].by_count, SUMMARY_LIMIT_GROUP_FIELDS, "fields of a grouping",
                  &at, e));
    s->by[group][at] = by;
    return ST_OK;
}

enum vitrine_status vitrine_summary_by(struct vitrine_summary *summary, const char *field,
                                       enum vitrine_interval interval, double width,
                                       struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    return library_result(add_by(summary, field, interval, width, e), e);
}

static status add_measure(struct vitrine_summary *s, enum vitrine_measure measure,
                          const char *field, struct error *e)
{
    static const enum measure_kind kinds[] = {[VITRINE_DISTINCT] = MEASURE_DISTINCT,
                                              [VITRINE_SUM] = MEASURE_SUM,
                                              [VITRINE_MEAN] = MEASURE_MEAN,
                                              [VITRINE_LEAST] = MEASURE_MIN,
                                              [VITRINE_GREATEST] = MEASURE_MAX};
    struct measure_request request = {.kind = MEASURE_DISTINCT};
    size_t group = 0;
    size_t at = 0;
    if ((size_t)measure >= ARRAY_LENGTH(kinds)) {
        return error_set_field(e, ST_INVALID, "measure", "there is no measure %d", (int)measure);
    }
    request.kind = kinds[measure];
    TRY(keep_field(s, field, &request.field, e));
    TRY(last_group(s, &group, e));
    TRY(next_part(&s->groups[group].measure_count, SUMMARY_LIMIT_MEASURES, "measures of a grouping",
                  &at, e));
    s->measures[group][at] = request;
    return ST_OK;
}

enum vitrine_status vitrine_summary_measure(struct vitrine_summary *summary,
                                            enum vitrine_measure measure, const char *field,
                                            struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    return library_result(add_measure(summary, measure, field, e), e);
}

// --- grids ---------------------------------------------------------------------------------------

static enum vitrine_status add_grid(struct vitrine_summary *s, const struct grid_request *grid,
                                    struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    size_t at = 0;
    if (s == NULL) {
        return library_result(missing(e), e);
    }
    status result = next_part(&s->request.grid_count, SUMMARY_LIMIT_PARTS, "grids", &at, e);
    if (result == ST_OK) {
        s->grids[at] = *grid;
    }
    return library_result(result, e);
}

enum vitrine_status vitrine_summary_grid(struct vitrine_summary *summary, double degrees,
                                         struct vitrine_error *error)
{
    return add_grid(summary, &(struct grid_request){.kind = GRID_DEGREES, .degrees = degrees},
                    error);
}

enum vitrine_status vitrine_summary_geohash(struct vitrine_summary *summary, uint32_t characters,
                                            struct vitrine_error *error)
{
    return add_grid(summary, &(struct grid_request){.kind = GRID_GEOHASH, .precision = characters},
                    error);
}

enum vitrine_status vitrine_summary_tile(struct vitrine_summary *summary, uint32_t zoom, uint32_t x,
                                         uint32_t y, uint32_t depth, struct vitrine_error *error)
{
    return add_grid(
        summary,
        &(struct grid_request){.kind = GRID_TILE, .zoom = zoom, .x = x, .y = y, .depth = depth},
        error);
}

// --- the answer ----------------------------------------------------------------------------------

static status answer(struct vitrine_summary *s, struct library_request *asked,
                     const struct vitrine_snapshot *snapshot, struct arena *arena,
                     struct buffer *out, struct error *e)
{
    struct search_request request;
    struct summary found = {0};
    TRY(library_request_finish(asked, snapshot, arena, &request, e));
    TRY(search_summary(snapshot->snapshot, &scope_public, arena, &request, &s->request, &found, e));
    library_write_version(snapshot, snapshot->commit, out);
    buffer_append_view(out, SV(",\"total\":"));
    buffer_append_uint(out, found.total);
    write_summary(&s->request, &found, out);
    buffer_append_byte(out, '}');
    return ST_OK;
}

enum vitrine_status vitrine_summary_json(struct vitrine_summary *summary,
                                         struct vitrine_search *search,
                                         struct vitrine_snapshot *snapshot,
                                         struct vitrine_buffer *out, struct vitrine_error *error)
{
    struct library_answer a;
    if (!library_answer_begin(&a, summary != NULL && snapshot != NULL, out, error)) {
        return library_result(ST_INVALID, a.e);
    }
    struct library_request everything;
    struct arena arena;
    arena_init(&arena, 0);
    library_request_init(&everything);
    status result = answer(summary, search == NULL ? &everything : library_request_of(search),
                           snapshot, &arena, a.out, a.e);
    library_request_release(&everything);
    arena_release(&arena);
    return library_answer_end(&a, result);
}
