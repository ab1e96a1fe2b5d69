// SPDX-License-Identifier: Apache-2.0
// Names, lines, months and bytes of events.
#include "usage/event.h"

#include <stdio.h>
#include <string.h>

#define HOUR_MILLISECONDS INT64_C(3600000)
#define DAY_MILLISECONDS  INT64_C(86400000)

const char *const usage_kind_names[USAGE_KINDS] = {
    "download", "export", "paging", "record", "dataset", "search", "tally", "begins",
};
const char *const usage_method_names[USAGE_METHODS] = {"Regular", "Machine", "Robot"};
const char *const usage_surface_names[USAGE_SURFACES] = {
    "page", "api", "aggregator", "staff", "health",
};
const char *const usage_line_names[USAGE_LINES] = {
    "downloads", "exports",     "apiPages", "recordViews", "datasetViews",
    "searches",  "aggregators", "robots",   "staff",       "healthChecks",
};

enum usage_line usage_line_of(const struct usage_event *event)
{
    if (event->surface == SURFACE_HEALTH) {
        return LINE_HEALTH;
    }
    if (event->surface == SURFACE_STAFF) {
        return LINE_STAFF;
    }
    if (event->surface == SURFACE_AGGREGATOR) {
        return LINE_AGGREGATORS;
    }
    return event->method == METHOD_ROBOT ? LINE_ROBOTS : (enum usage_line)event->kind;
}

bool usage_is_investigation(const struct usage_event *event)
{
    return event->kind < USAGE_SEARCH && event->dataset != 0 && event->method != METHOD_ROBOT &&
           event->surface != SURFACE_HEALTH;
}

bool usage_is_request(const struct usage_event *event)
{
    return event->kind <= USAGE_PAGING && usage_is_investigation(event);
}

int32_t usage_month_of(moment time)
{
    int64_t day = time / DAY_MILLISECONDS - (time % DAY_MILLISECONDS < 0);
    struct civil_date date = civil_from_days(day);
    return date.year * 12 + date.month - 1;
}

int32_t usage_month_of_hour(uint32_t hour)
{
    return usage_month_of((moment)hour * HOUR_MILLISECONDS);
}

moment usage_month_begins(int32_t month)
{
    return days_from_civil(month / 12, month % 12 + 1, 1) * DAY_MILLISECONDS;
}

void usage_month_to_text(int32_t month, char out[USAGE_MONTH_TEXT])
{
    unsigned year = (unsigned)(month / 12) % 10000u;
    unsigned number = (unsigned)(month % 12) + 1;
    (void)snprintf(out, USAGE_MONTH_TEXT, "%04u-%02u", year, number % 100u);
}

bool usage_month_from_text(string_view text, int32_t *out)
{
    int64_t year = 0;
    int64_t month = 0;
    if (text.length != 7 || text.bytes[4] != '-' || !sv_to_int64(sv_slice(text, 0, 4), &year) ||
        !sv_to_int64(sv_slice(text, 5, 2), &month) || year < 1970 || month < 1 || month > 12) {
        return false;
    }
    *out = (int32_t)(year * 12 + month - 1);
    return true;
}

// --- bytes -----------------------------------------------------------------------------------

static unsigned char *put(unsigned char *out, uint64_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        *out++ = (unsigned char)(value >> (8 * i));
    }
    return out;
}

static const unsigned char *take(const unsigned char *in, size_t bytes, uint64_t *value)
{
    *value = 0;
    for (size_t i = 0; i < bytes; i++) {
        *value |= (uint64_t)in[i] << (8 * i);
    }
    return in + bytes;
}

void usage_event_encode(const struct usage_event *event, unsigned char out[USAGE_EVENT_BYTES])
{
    out = put(out, event->hour, 4);
    out = put(out, event->dataset, 4);
    out = put(out, (uint64_t)event->version, 8);
    out = put(out, event->rows, 8);
    out = put(out, event->bytes, 8);
    out = put(out, event->format, 4);
    out = put(out, event->kind, 1);
    out = put(out, event->method, 1);
    out = put(out, event->surface, 1);
    out = put(out, event->flags, 1);
    memcpy(out, event->country, 2);
    (void)put(out + 2, 0, 2);
}

static bool country_is_one(const unsigned char *in)
{
    return (in[0] == 0 && in[1] == 0) ||
           (in[0] >= 'A' && in[0] <= 'Z' && in[1] >= 'A' && in[1] <= 'Z');
}

bool usage_event_decode(const unsigned char in[USAGE_EVENT_BYTES], struct usage_event *out)
{
    uint64_t v[6];
    static const size_t widths[] = {4, 4, 8, 8, 8, 4};
    for (size_t i = 0; i < ARRAY_LENGTH(widths); i++) {
        in = take(in, widths[i], &v[i]);
    }
    *out = (struct usage_event){.hour = (uint32_t)v[0],
                                .dataset = (uint32_t)v[1],
                                .version = (moment)v[2],
                                .rows = v[3],
                                .bytes = v[4],
                                .format = (uint32_t)v[5],
                                .kind = in[0],
                                .method = in[1],
                                .surface = in[2],
                                .flags = in[3]};
    memcpy(out->country, in + 4, 2);
    return out->kind < USAGE_KINDS && out->method < USAGE_METHODS &&
           out->surface < USAGE_SURFACES && (out->flags & ~USAGE_FLAGS) == 0 &&
           country_is_one(in + 4) && in[6] == 0 && in[7] == 0 &&
           (out->kind != USAGE_TALLY || out->rows < THING_USES);
}
