// SPDX-License-Identifier: Apache-2.0
// Questions to the roll-ups, and rows into lists.
#include "usage/figures.h"

#include <stdlib.h>
#include <string.h>

#define HOUR_MILLISECONDS INT64_C(3600000)

// A list that grows in an arena.
struct listing {
    struct arena *arena;
    char *items;
    size_t item;
    size_t count;
    size_t room;
};

static void *list_add(struct listing *l)
{
    if (l->count == l->room) {
        size_t room = MAX((size_t)16, 2 * l->room);
        char *items = arena_alloc_array(l->arena, room, l->item);
        if (items == NULL) {
            return NULL;
        }
        if (l->items != NULL) {
            memcpy(items, l->items, l->count * l->item);
        }
        l->items = items;
        l->room = room;
    }
    return l->items + l->count++ * l->item;
}

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for figures of use");
}

static struct usage_figures figures_at(const int64_t *numbers)
{
    return (struct usage_figures){(uint64_t)numbers[0], (uint64_t)numbers[1], (uint64_t)numbers[2],
                                  (uint64_t)numbers[3]};
}

// The number of a dataset; *known is false when it was never used.
static status dataset_number(struct rollups *r, string_view dataset, int64_t *out, bool *known,
                             struct error *e)
{
    uint32_t number = 0;
    TRY(rollups_find_name(r, NAME_DATASET, dataset, &number, e));
    *known = number != 0;
    *out = number;
    return ST_OK;
}

// --- lines -----------------------------------------------------------------------------------

static status take_month(void *argument, const struct rollup_row *row, struct error *e)
{
    struct listing *l = argument;
    struct usage_month_lines *last =
        l->count == 0 ? NULL : (struct usage_month_lines *)(void *)l->items + (l->count - 1);
    if (last == NULL || last->month != (int32_t)row->numbers[0]) {
        last = list_add(l);
        if (last == NULL) {
            return no_memory(e);
        }
        *last = (struct usage_month_lines){.month = (int32_t)row->numbers[0]};
    }
    if (row->numbers[1] >= 0 && row->numbers[1] < USAGE_LINES) {
        last->lines[row->numbers[1]] = figures_at(row->numbers + 2);
    }
    return ST_OK;
}

status figures_months(struct rollups *r, string_view dataset, int32_t first, int32_t last,
                      struct arena *arena, struct usage_month_lines **out, size_t *count,
                      struct error *e)
{
    struct listing l = {.arena = arena, .item = sizeof **out};
    int64_t numbers[] = {first, last, 0};
    bool known = true;
    *out = NULL;
    *count = 0;
    if (r != NULL && dataset.length > 0) {
        TRY(dataset_number(r, dataset, &numbers[2], &known, e));
    }
    if (r == NULL || !known) {
        return ST_OK;
    }
    TRY(rollups_ask(r,
                    dataset.length == 0
                        ? "SELECT month, line, events, requests, row_count, bytes FROM "
                          "portal_month WHERE month BETWEEN ? AND ? ORDER BY month, line"
                        : "SELECT month, line, events, requests, row_count, bytes FROM "
                          "dataset_month WHERE month BETWEEN ? AND ? AND dataset = ? "
                          "ORDER BY month, line",
                    numbers, dataset.length == 0 ? 2 : 3, take_month, &l, e));
    *out = (struct usage_month_lines *)(void *)l.items;
    *count = l.count;
    return ST_OK;
}

status figures_month(struct rollups *r, string_view dataset, int32_t month,
                     struct usage_figures out[USAGE_LINES], struct error *e)
{
    struct arena arena;
    struct usage_month_lines *list = NULL;
    size_t count = 0;
    arena_init(&arena, 0);
    memset(out, 0, USAGE_LINES * sizeof *out);
    status result = figures_months(r, dataset, month, month, &arena, &list, &count, e);
    if (result == ST_OK && count > 0) {
        memcpy(out, list[0].lines, sizeof list[0].lines);
    }
    arena_release(&arena);
    return result;
}

static status take_figures(void *argument, const struct rollup_row *row, struct error *e)
{
    (void)e;
    *(struct usage_figures *)argument = figures_at(row->numbers);
    return ST_OK;
}

status figures_sum(struct rollups *r, string_view dataset, enum usage_line line, int32_t first,
                   int32_t last, struct usage_figures *out, struct error *e)
{
    int64_t numbers[] = {line, first, last, 0};
    bool known = true;
    *out = (struct usage_figures){0};
    if (r != NULL && dataset.length > 0) {
        TRY(dataset_number(r, dataset, &numbers[3], &known, e));
    }
    if (r == NULL || !known) {
        return ST_OK;
    }
    return rollups_ask(r,
                       dataset.length == 0
                           ? "SELECT sum(events), sum(requests), sum(row_count), sum(bytes) FROM "
                             "portal_month WHERE line = ? AND month BETWEEN ? AND ?"
                           : "SELECT sum(events), sum(requests), sum(row_count), sum(bytes) FROM "
                             "dataset_month WHERE line = ? AND month BETWEEN ? AND ? AND "
                             "dataset = ?",
                       numbers, dataset.length == 0 ? 3 : 4, take_figures, out, e);
}

static status take_began(void *argument, const struct rollup_row *row, struct error *e)
{
    (void)e;
    *(int64_t *)argument = row->numbers[0];
    return ST_OK;
}

status figures_began(struct rollups *r, bool *known, uint32_t *hour, struct error *e)
{
    int64_t began = -1;
    *known = false;
    if (r != NULL) {
        TRY(rollups_ask(r, "SELECT began FROM state WHERE began IS NOT NULL", NULL, 0, take_began,
                        &began, e));
    }
    *known = began >= 0;
    *hour = began >= 0 ? (uint32_t)began : 0;
    return ST_OK;
}

bool figures_month_is_whole(uint32_t began, int32_t month, moment now)
{
    moment start = (moment)began * HOUR_MILLISECONDS;
    return start <= usage_month_begins(month) && now >= usage_month_begins(month + 1);
}

// --- datasets, formats, things ---------------------------------------------------------------

static status take_of_name(void *argument, const struct rollup_row *row, struct error *e)
{
    struct listing *l = argument;
    struct usage_of_name *one = list_add(l);
    if (one == NULL) {
        return no_memory(e);
    }
    *one =
        (struct usage_of_name){arena_copy(l->arena, row->texts[0]), figures_at(row->numbers + 1)};
    return ST_OK;
}

static status list_names(struct rollups *r, const char *sql, const int64_t *numbers, size_t count_,
                         struct arena *arena, struct usage_of_name **out, size_t *count,
                         struct error *e)
{
    struct listing l = {.arena = arena, .item = sizeof **out};
    status result = r == NULL ? ST_OK : rollups_ask(r, sql, numbers, count_, take_of_name, &l, e);
    *out = (struct usage_of_name *)(void *)l.items;
    *count = l.count;
    return result;
}

status figures_datasets(struct rollups *r, enum usage_line line, int32_t first, int32_t last,
                        size_t limit, struct arena *arena, struct usage_of_name **out,
                        size_t *count, struct error *e)
{
    const int64_t numbers[] = {first, last, line, (int64_t)MIN(limit, (size_t)INT32_MAX)};
    return list_names(r,
                      "SELECT text, sum(events) AS n, sum(requests), sum(row_count), sum(bytes) "
                      "FROM dataset_month JOIN name ON number = dataset WHERE month BETWEEN ? AND "
                      "? AND line = ? GROUP BY dataset ORDER BY n DESC, sum(row_count) DESC, text "
                      "LIMIT ?",
                      numbers, ARRAY_LENGTH(numbers), arena, out, count, e);
}

status figures_formats(struct rollups *r, enum usage_line line, int32_t first, int32_t last,
                       struct arena *arena, struct usage_of_name **out, size_t *count,
                       struct error *e)
{
    const int64_t numbers[] = {first, last, line};
    return list_names(r,
                      "SELECT coalesce(text, ''), sum(events) AS n, sum(requests), "
                      "sum(row_count), sum(bytes) FROM format_month LEFT JOIN name ON number = "
                      "format WHERE month BETWEEN ? AND ? AND line = ? GROUP BY format ORDER BY n "
                      "DESC, text",
                      numbers, ARRAY_LENGTH(numbers), arena, out, count, e);
}

static status take_thing(void *argument, const struct rollup_row *row, struct error *e)
{
    struct listing *l = argument;
    struct usage_of_thing *one = list_add(l);
    if (one == NULL) {
        return no_memory(e);
    }
    *one = (struct usage_of_thing){arena_copy(l->arena, row->texts[0]), (uint64_t)row->numbers[1],
                                   (uint64_t)row->numbers[2]};
    return ST_OK;
}

#define THINGS                                                                                     \
    "SELECT text, sum(events * (use = 0)), sum(events * (use = 1)) FROM thing_month JOIN name ON " \
    "number = thing WHERE kind = ? AND month BETWEEN ? AND ? "

status figures_things(struct rollups *r, enum usage_name kind, string_view text, int32_t first,
                      int32_t last, size_t limit, struct arena *arena, struct usage_of_thing **out,
                      size_t *count, struct error *e)
{
    struct listing l = {.arena = arena, .item = sizeof **out};
    const int64_t numbers[] = {kind, first, last, (int64_t)MIN(limit, (size_t)INT32_MAX)};
    status result = ST_OK;
    if (r != NULL && text.length > 0) {
        result = rollups_ask_of(r, THINGS "AND text = ? GROUP BY thing", numbers, 3, text,
                                take_thing, &l, e);
    } else if (r != NULL) {
        result = rollups_ask(r, THINGS "GROUP BY thing ORDER BY sum(events) DESC, text LIMIT ?",
                             numbers, 4, take_thing, &l, e);
    }
    *out = (struct usage_of_thing *)(void *)l.items;
    *count = l.count;
    return result;
}

// --- metrics ---------------------------------------------------------------------------------

static status take_metric(void *argument, const struct rollup_row *row, struct error *e)
{
    struct listing *l = argument;
    const int64_t *n = row->numbers;
    struct usage_metric *one = list_add(l);
    if (one == NULL) {
        return no_memory(e);
    }
    *one = (struct usage_metric){
        .month = (int32_t)n[0],
        .dataset = arena_copy(l->arena, row->texts[1]),
        .version = n[2],
        .method = n[3] == METHOD_REGULAR ? METHOD_REGULAR : METHOD_MACHINE,
        .country = arena_copy(l->arena, row->texts[4]),
        .total_investigations = (uint64_t)n[5],
        .unique_investigations = (uint64_t)n[6],
        .total_requests = (uint64_t)n[7],
        .unique_requests = (uint64_t)n[8],
        .bytes = (uint64_t)n[9],
    };
    return ST_OK;
}

status figures_metrics(struct rollups *r, string_view dataset, int32_t first, int32_t last,
                       bool versions, struct arena *arena, struct usage_metric **out, size_t *count,
                       struct error *e)
{
    struct listing l = {.arena = arena, .item = sizeof **out};
    int64_t numbers[] = {first, last, 0};
    bool known = true;
    *out = NULL;
    *count = 0;
    if (r != NULL && dataset.length > 0) {
        TRY(dataset_number(r, dataset, &numbers[2], &known, e));
    }
    if (r == NULL || !known) {
        return ST_OK;
    }
    TRY(rollups_ask(
        r,
        versions
            ? "SELECT month, text, version, method, country, total_investigations, "
              "version_investigations, total_requests, version_requests, bytes FROM metric_month "
              "JOIN name ON number = dataset WHERE month BETWEEN ?1 AND ?2 AND (?3 = 0 OR dataset "
              "= ?3) ORDER BY text, version, month, method, country"
            : "SELECT month, text, 0, method, country, sum(total_investigations), "
              "sum(unique_investigations), sum(total_requests), sum(unique_requests), sum(bytes) "
              "FROM metric_month JOIN name ON number = dataset WHERE month BETWEEN ?1 AND ?2 AND "
              "(?3 = 0 OR dataset = ?3) GROUP BY text, month, method, country ORDER BY text, "
              "month, method, country",
        numbers, 3, take_metric, &l, e));
    *out = (struct usage_metric *)(void *)l.items;
    *count = l.count;
    return ST_OK;
}

// --- other sources ---------------------------------------------------------------------------

static status take_source(void *argument, const struct rollup_row *row, struct error *e)
{
    struct listing *l = argument;
    struct usage_source *one = list_add(l);
    if (one == NULL) {
        return no_memory(e);
    }
    *one = (struct usage_source){
        .name = arena_copy(l->arena, row->texts[0]),
        .method = arena_copy(l->arena, row->texts[1]),
        .first = (int32_t)row->numbers[2],
        .last = (int32_t)row->numbers[3],
        .downloads = (uint64_t)row->numbers[4],
        .records = (uint64_t)row->numbers[5],
    };
    return ST_OK;
}

status figures_sources(struct rollups *r, struct arena *arena, struct usage_source **out,
                       size_t *count, struct error *e)
{
    struct listing l = {.arena = arena, .item = sizeof **out};
    status result =
        r == NULL ? ST_OK
                  : rollups_ask(r,
                                "SELECT name, method, min(month), max(month), sum(downloads), "
                                "sum(records) FROM source JOIN source_month ON source = name "
                                "GROUP BY name ORDER BY name",
                                NULL, 0, take_source, &l, e);
    *out = (struct usage_source *)(void *)l.items;
    *count = l.count;
    return result;
}

struct source_month {
    bool *known;
    struct usage_figures *out;
};

static status take_source_month(void *argument, const struct rollup_row *row, struct error *e)
{
    struct source_month *m = argument;
    (void)e;
    *m->known = row->numbers[2] > 0;
    m->out->events = (uint64_t)row->numbers[0];
    m->out->rows = (uint64_t)row->numbers[1];
    return ST_OK;
}

status figures_source_month(struct rollups *r, string_view source, int32_t month, bool *known,
                            struct usage_figures *out, struct error *e)
{
    struct source_month m = {known, out};
    const int64_t numbers[] = {month};
    *known = false;
    *out = (struct usage_figures){0};
    return r == NULL ? ST_OK
                     : rollups_ask_of(r,
                                      "SELECT sum(downloads), sum(records), count(*) FROM "
                                      "source_month WHERE month = ? AND source = ?",
                                      numbers, 1, source, take_source_month, &m, e);
}
