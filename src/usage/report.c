// SPDX-License-Identifier: Apache-2.0
// What a report says.
#include "usage/report.h"

#include <string.h>

#define CHART_MONTHS 25

const char report_own_source[] = "this portal";
const char report_own_method[] =
    "a dataset in a completed download request is one dataset download, its records the rows "
    "delivered; robots, double clicks, API paging, harvests, aggregators, staff and health checks "
    "are left out";

const char *const report_format_names[REPORT_FORMATS] = {"text", "markdown", "json", "svg"};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the report");
}

// --- making ----------------------------------------------------------------------------------

static void compare(struct report_line *line, bool comparable)
{
    line->change = !comparable                                          ? CHANGE_NO_MONTH
                   : line->before.events == 0 && line->before.rows == 0 ? CHANGE_FROM_NOTHING
                                                                        : CHANGE_KNOWN;
}

static status make_own(struct rollups *r, moment now, struct usage_report *out, struct error *e)
{
    struct report_line *own = &out->own;
    struct usage_figures before[USAGE_LINES];
    TRY(figures_began(r, &own->known, &out->began, e));
    TRY(figures_month(r, SV(""), out->month, out->lines, e));
    TRY(figures_month(r, SV(""), out->month - 12, before, e));
    own->source = sv_from(report_own_source);
    own->method = sv_from(report_own_method);
    own->month = out->lines[LINE_DOWNLOADS];
    own->before = before[LINE_DOWNLOADS];
    own->first = own->known ? usage_month_of_hour(out->began) : out->month;
    own->last = out->month;
    own->known = own->known && own->first <= out->month;
    compare(own, own->known && figures_month_is_whole(out->began, out->month, now) &&
                     figures_month_is_whole(out->began, out->month - 12, now));
    return figures_sum(r, SV(""), LINE_DOWNLOADS, 0, out->month, &own->total, e);
}

static status take_sum(void *argument, const struct rollup_row *row, struct error *e)
{
    struct report_line *line = argument;
    (void)e;
    line->total = (struct usage_figures){.events = (uint64_t)row->numbers[0],
                                         .rows = (uint64_t)row->numbers[1]};
    line->last = (int32_t)row->numbers[2];
    return ST_OK;
}

// A source's months are whole by what it is: figures by month.
static status make_other(struct rollups *r, const struct usage_source *s, int32_t month,
                         struct report_line *line, struct error *e)
{
    const int64_t numbers[] = {month};
    bool before_known = false;
    *line = (struct report_line){.source = s->name, .method = s->method, .first = s->first};
    TRY(figures_source_month(r, s->name, month, &line->known, &line->month, e));
    TRY(figures_source_month(r, s->name, month - 12, &before_known, &line->before, e));
    compare(line, line->known && before_known);
    return rollups_ask_of(r,
                          "SELECT sum(downloads), sum(records), max(month) FROM source_month WHERE "
                          "month <= ? AND source = ?",
                          numbers, 1, s->name, take_sum, line, e);
}

static status make_others(struct rollups *r, struct arena *arena, struct usage_report *out,
                          struct error *e)
{
    struct usage_source *sources = NULL;
    size_t count = 0;
    TRY(figures_sources(r, arena, &sources, &count, e));
    out->others = arena_array(arena, struct report_line, count + 1);
    if (out->others == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        if (sources[i].first <= out->month) {
            TRY(make_other(r, &sources[i], out->month, &out->others[out->other_count], e));
            out->other_count++;
        }
    }
    return ST_OK;
}

status report_make(struct rollups *r, int32_t month, moment now, struct arena *arena,
                   struct usage_report *out, struct error *e)
{
    *out = (struct usage_report){.month = month, .is_over = now >= usage_month_begins(month + 1)};
    TRY(make_own(r, now, out, e));
    TRY(make_others(r, arena, out, e));
    TRY(figures_months(r, SV(""), month - CHART_MONTHS + 1, month, arena, &out->months,
                       &out->month_count, e));
    out->all = out->own.total;
    for (size_t i = 0; i < out->other_count; i++) {
        out->all.events += out->others[i].total.events;
        out->all.rows += out->others[i].total.rows;
    }
    out->has_data = out->all.events > 0 || out->all.rows > 0;
    return ST_OK;
}

// --- words -----------------------------------------------------------------------------------

int64_t report_percent(uint64_t now, uint64_t before)
{
    double change = ((double)now - (double)before) * 100.0 / (double)MAX(before, (uint64_t)1);
    return (int64_t)(change + (change < 0.0 ? -0.5 : 0.5));
}

string_view report_percent_text(struct arena *arena, uint64_t now, uint64_t before)
{
    return arena_print(arena, "%+lld %%", (long long)report_percent(now, before));
}

string_view report_month_name(struct arena *arena, int32_t month)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    return arena_print(arena, "%s %d", names[month % 12], (int)(month / 12));
}

string_view report_count(struct arena *arena, uint64_t count)
{
    string_view digits = arena_print(arena, "%llu", (unsigned long long)count);
    size_t commas = digits.length == 0 ? 0 : (digits.length - 1) / 3;
    char *out = arena_alloc(arena, digits.length + commas + 1);
    size_t at = 0;
    if (out == NULL) {
        return digits;
    }
    for (size_t i = 0; i < digits.length; i++) {
        if (i > 0 && (digits.length - i) % 3 == 0) {
            out[at++] = ',';
        }
        out[at++] = digits.bytes[i];
    }
    return (string_view){out, at};
}
