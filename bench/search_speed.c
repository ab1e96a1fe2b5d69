// SPDX-License-Identifier: Apache-2.0
// Warm times of searches on a store: bench/search_speed STORE_FOLDER [TURNS]. Prints for each
// search the total found, the time of the first run, and the least and middle times of the others.
#include "query/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_TURNS 1000

struct bench_case {
    const char *name;
    const char *query;
    const char *facets[4];
    const char *sorts[3];
    uint64_t offset;
    size_t limit;
};

#define AND(members) "{\"filters\":{\"and\":[" members "]}}"

static const struct bench_case cases[] = {
    {"everything, first page", NULL, {NULL}, {NULL}, 0, 20},
    {"three facets, everything", NULL, {"family", "country", "year"}, {NULL}, 0, 20},
    {"three facets, one family",
     AND("{\"string_equals\":{\"fields\":[\"family\"],\"value\":\"apidae\"}}"),
     {"genus", "country", "year"},
     {NULL},
     0,
     20},
    {"three facets, a word",
     "{\"search\":\"museum\"}",
     {"family", "country", "year"},
     {NULL},
     0,
     20},
    {"a code", "{\"search\":\"2019-06-15\"}", {NULL}, {NULL}, 0, 20},
    {"words of a field",
     AND("{\"string_contains\":{\"fields\":[\"locality\"],\"value\":\"wood\"}}"),
     {NULL},
     {NULL},
     0,
     20},
    {"a facet of many values", NULL, {"scientificName"}, {NULL}, 0, 20},
    {"a facet of unique values", NULL, {"occurrenceID"}, {NULL}, 0, 20},
    {"years of a century",
     AND("{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":1850,\"less_than\":1949}}"),
     {"family", "country", "year"},
     {NULL},
     0,
     20},
    {"dates of a century",
     AND("{\"date_range\":{\"fields\":[\"eventDate\"],\"from\":\"1850\",\"to\":\"1949\"}}"),
     {NULL},
     {NULL},
     0,
     20},
    {"sorted by two fields", NULL, {NULL}, {"-year", "scientificName"}, 0, 20},
    {"sorted, deep", NULL, {NULL}, {"-year", "scientificName"}, 100000, 20},
    {"deep in the default order", NULL, {NULL}, {NULL}, 100000, 20},
    {"within 50 km",
     AND("{\"geo_point\":{\"latitude\":51.5,\"longitude\":-0.12,\"radius\":50,"
         "\"radius_unit\":\"km\"}}"),
     {NULL},
     {NULL},
     0,
     20},
    {"in a country's borders",
     AND("{\"geo_named_area\":{\"country\":\"United Kingdom\"}}"),
     {NULL},
     {NULL},
     0,
     20},
    {"in Canada's borders",
     AND("{\"geo_named_area\":{\"country\":\"Canada\"}}"),
     {NULL},
     {NULL},
     0,
     20},
};

static int compare_times(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static status run_once(struct snapshot *snapshot, const struct bench_case *c, uint64_t *total,
                       struct error *e)
{
    struct arena arena;
    struct search_facet_request facets[4];
    struct search_sort sorts[3];
    struct search_result result;
    struct search_request request = {.commit = snapshot_last_commit(snapshot),
                                     .facets = facets,
                                     .sorts = sorts,
                                     .limit = c->limit,
                                     .offset = c->offset};
    arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_LENGTH(c->facets) && c->facets[i] != NULL; i++) {
        facets[request.facet_count++] =
            (struct search_facet_request){.field = sv_from(c->facets[i]), .limit = 10};
    }
    for (size_t i = 0; i < ARRAY_LENGTH(c->sorts) && c->sorts[i] != NULL; i++) {
        bool descending = c->sorts[i][0] == '-';
        sorts[request.sort_count++] =
            (struct search_sort){sv_from(c->sorts[i] + descending), descending};
    }
    status code = ST_OK;
    if (c->query != NULL) {
        code = query_from_json(&arena, sv_from(c->query), &request.query, e);
    }
    if (code == ST_OK) {
        code = search_run(snapshot, &scope_public, &arena, &request, &result, e);
        *total = code == ST_OK ? result.total : 0;
    }
    arena_release(&arena);
    return code;
}

static void run_case(struct snapshot *snapshot, const struct bench_case *c, size_t turns)
{
    static uint64_t times[MOST_TURNS];
    uint64_t total = 0;
    uint64_t first = 0;
    struct error e = {0};
    for (size_t i = 0; i <= turns; i++) {
        uint64_t before = clock_ticks();
        if (run_once(snapshot, c, &total, &e) != ST_OK) {
            printf("%-28s %s\n", c->name, e.message);
            return;
        }
        uint64_t taken = clock_ticks() - before;
        if (i == 0) {
            first = taken;
        } else {
            times[i - 1] = taken;
        }
    }
    qsort(times, turns, sizeof *times, compare_times);
    printf("%-28s %9lu found  first %8.2f ms  least %8.3f ms  middle %8.3f ms\n", c->name,
           (unsigned long)total, (double)first / 1e6, (double)times[0] / 1e6,
           (double)times[turns / 2] / 1e6);
}

int main(int argument_count, char **arguments)
{
    struct store *store = NULL;
    struct snapshot *snapshot = NULL;
    struct error e = {0};
    if (argument_count < 2 || argument_count > 3) {
        fprintf(stderr, "usage: search_speed STORE_FOLDER [TURNS]\n");
        return 2;
    }
    size_t turns = argument_count == 3 ? (size_t)strtoul(arguments[2], NULL, 10) : 21;
    turns = MAX(MIN(turns, (size_t)MOST_TURNS), (size_t)1);
    if (store_open(arguments[1], &store, &e) != ST_OK ||
        store_snapshot(store, &snapshot, &e) != ST_OK) {
        fprintf(stderr, "%s\n", e.message);
        return 1;
    }
    printf("%zu segments, commit %lu\n", snapshot_segments(snapshot),
           (unsigned long)snapshot_last_commit(snapshot));
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        run_case(snapshot, &cases[i], turns);
    }
    snapshot_release(snapshot);
    store_close(store);
    return 0;
}
