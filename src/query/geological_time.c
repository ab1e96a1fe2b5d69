// SPDX-License-Identifier: Apache-2.0
// Spans of rows: every entry of the ten fields' dictionaries is looked up in the table once, then
// rows are put together from their columns' ordinals.
// Must not know: HTTP, which rows are asked for.
#include "query/geological_time.h"

#include "query/geological_chart.h"
#include "query/ordinals.h"
#include "query/query_tree.h"

#include <stdlib.h>

const char *const geological_earliest_fields[GEOLOGICAL_RANKS] = {
    "earliestEonOrLowestEonothem", "earliestEraOrLowestErathem", "earliestPeriodOrLowestSystem",
    "earliestEpochOrLowestSeries", "earliestAgeOrLowestStage"};
const char *const geological_latest_fields[GEOLOGICAL_RANKS] = {
    "latestEonOrHighestEonothem", "latestEraOrHighestErathem", "latestPeriodOrHighestSystem",
    "latestEpochOrHighestSeries", "latestAgeOrHighestStage"};

status geological_fields_find(const struct extent *x, struct arena *arena,
                              struct geological_fields *out, struct error *e)
{
    for (size_t i = 0; i < GEOLOGICAL_RANKS; i++) {
        TRY(field_paths_look(x, sv_from(geological_earliest_fields[i]), arena, &out->earliest[i],
                             e));
        TRY(field_paths_look(x, sv_from(geological_latest_fields[i]), arena, &out->latest[i], e));
    }
    return ST_OK;
}

bool geological_holds(const struct query *term, struct geological_span span)
{
    if (term->within) {
        return span.start <= term->high && span.end >= term->low;
    }
    if (term->high <= term->low) { // one moment
        return span.start >= term->high && span.end <= term->low;
    }
    return span.start > term->low && span.end < term->high;
}

// --- one field of one part -------------------------------------------------------------------

struct unit_column {
    struct column cells;
    uint16_t *units; // owned: by ordinal; GEOLOGICAL_NO_PARENT: none
    uint32_t count;
};
// By rank the columns of one side; a name that several paths carry has several.
#define MOST_COLUMNS ((size_t)4)
struct side {
    struct unit_column columns[GEOLOGICAL_RANKS][MOST_COLUMNS];
    size_t counts[GEOLOGICAL_RANKS];
    bool any;
};

static status see_name(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                       struct error *e)
{
    (void)e;
    struct unit_column *c = argument;
    const struct geological_interval *found = geological_find(ordinal_text(kind, text));
    if (found != NULL) {
        c->units[ordinal] = (uint16_t)(found - geological_intervals);
    }
    return ST_OK;
}

static status open_column(const struct field_path *path, struct unit_column *out, struct error *e)
{
    struct dictionary d;
    TRY(segment_dictionary(path->segment, path->path, &d, e));
    TRY(segment_column(path->segment, path->path, &out->cells, e));
    out->count = d.count;
    out->units = malloc(((size_t)d.count + 1) * sizeof *out->units);
    if (out->units == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i <= d.count; i++) {
        out->units[i] = GEOLOGICAL_NO_PARENT;
    }
    return d.count > d.missing ? dictionary_scan(&d, d.missing + 1, d.count, see_name, out, e)
                               : ST_OK;
}

static status open_side(const struct field_paths *fields, size_t part, struct side *out,
                        struct error *e)
{
    for (size_t rank = 0; rank < GEOLOGICAL_RANKS; rank++) {
        for (size_t i = 0; i < fields[rank].count; i++) {
            const struct field_path *path = &fields[rank].paths[i];
            if (path->part == part && path->level == 0 && !path->inside &&
                out->counts[rank] < MOST_COLUMNS) {
                out->any = true;
                TRY(open_column(path, &out->columns[rank][out->counts[rank]++], e));
            }
        }
    }
    return ST_OK;
}

static void close_side(struct side *s)
{
    for (size_t rank = 0; rank < GEOLOGICAL_RANKS; rank++) {
        for (size_t i = 0; i < s->counts[rank]; i++) {
            free(s->columns[rank][i].units);
        }
    }
}

// The finest unit that a row has on one side; NULL: none.
static const struct geological_interval *finest(const struct side *s, uint32_t row)
{
    for (size_t rank = GEOLOGICAL_RANKS; rank > 0; rank--) {
        for (size_t i = 0; i < s->counts[rank - 1]; i++) {
            const struct unit_column *c = &s->columns[rank - 1][i];
            uint32_t ordinal = column_get(&c->cells, row);
            if (ordinal <= c->count && c->units[ordinal] != GEOLOGICAL_NO_PARENT) {
                return &geological_intervals[c->units[ordinal]];
            }
        }
    }
    return NULL;
}

static bool span_of_row(const struct side sides[2], uint32_t row, struct geological_span *out)
{
    const struct geological_interval *earliest = finest(&sides[0], row);
    const struct geological_interval *latest = finest(&sides[1], row);
    if (earliest == NULL && latest == NULL) {
        return false;
    }
    earliest = earliest == NULL ? latest : earliest;
    latest = latest == NULL ? earliest : latest;
    *out = (struct geological_span){MAX(earliest->start, latest->start),
                                    MIN(earliest->end, latest->end)};
    return true;
}

static status visit_rows(const struct side sides[2], const struct bitset *rows,
                         geological_visit *visit, void *argument, struct error *e)
{
    uint32_t list[512];
    struct geological_span span;
    for (size_t from = 0;;) {
        size_t count = bitset_list(rows, from, list, ARRAY_LENGTH(list));
        for (size_t i = 0; i < count; i++) {
            if (span_of_row(sides, list[i], &span)) {
                TRY(visit(argument, list[i], span, e));
            }
        }
        if (count < ARRAY_LENGTH(list)) {
            return ST_OK;
        }
        from = (size_t)list[count - 1] + 1;
    }
}

status geological_rows(const struct geological_fields *fields, size_t part,
                       const struct bitset *rows, geological_visit *visit, void *argument,
                       struct error *e)
{
    struct side *sides = calloc(2, sizeof *sides);
    if (sides == NULL) {
        return query_no_memory(e);
    }
    status result = open_side(fields->earliest, part, &sides[0], e);
    if (result == ST_OK) {
        result = open_side(fields->latest, part, &sides[1], e);
    }
    if (result == ST_OK && (sides[0].any || sides[1].any)) {
        result = visit_rows(sides, rows, visit, argument, e);
    }
    close_side(&sides[0]);
    close_side(&sides[1]);
    free(sides);
    return result;
}
