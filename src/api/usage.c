// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/usage and /api/v1/usage/report: how the portal is used, by month, year, dataset,
// format or thing, and a month's report (rules E1 and E2).
#include "api/usage_figures.h"
#include "formats/json_write.h"
#include "usage/report.h"

#define LISTED_MOST 10000
#define FIRST_MONTH (1970 * 12)
#define LAST_MONTH  (9999 * 12 + 11)

enum usage_by {
    BY_MONTH,
    BY_YEAR,
    BY_DATASET,
    BY_FORMAT,
    BY_RECORD,
    BY_QUERY,
    BY_PERSON,
    BY_COUNT,
};
static const char *const by_names[BY_COUNT] = {"month",  "year",  "dataset", "format",
                                               "record", "query", "person"};

struct usage_answer {
    struct site site;
    struct rollups *rollups;
    struct arena *arena;
    struct buffer *out;
    enum usage_by by;
    string_view dataset; // UUID; empty for the portal
    int32_t first;
    int32_t last;
    uint64_t limit;
};

static void write_figures(const struct usage_figures *f, struct buffer *out)
{
    buffer_print(out, "{\"events\":%llu,\"records\":%llu,\"bytes\":%llu}",
                 (unsigned long long)f->events, (unsigned long long)f->rows,
                 (unsigned long long)f->bytes);
}

static void write_lines(const struct usage_figures lines[USAGE_LINES], struct buffer *out)
{
    for (size_t i = 0; i < USAGE_LINES; i++) {
        buffer_print(out, ",\"%s\":", usage_line_names[i]);
        write_figures(&lines[i], out);
    }
}

static void begin_one(const struct usage_answer *a, bool first)
{
    buffer_append_view(a->out, first ? SV("{") : SV(",{"));
}

static void add_lines(struct usage_month_lines *sum, const struct usage_month_lines *more)
{
    for (size_t i = 0; i < USAGE_LINES; i++) {
        sum->lines[i].events += more->lines[i].events;
        sum->lines[i].rows += more->lines[i].rows;
        sum->lines[i].bytes += more->lines[i].bytes;
    }
}

static status write_by_time(struct usage_answer *a, struct error *e)
{
    struct usage_month_lines *list = NULL;
    size_t count = 0;
    TRY(figures_months(a->rollups, a->dataset, a->first, a->last, a->arena, &list, &count, e));
    buffer_print(a->out, ",\"%ss\":[", by_names[a->by]);
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        struct usage_month_lines one = list[i];
        while (a->by == BY_YEAR && i + 1 < count && list[i + 1].month / 12 == one.month / 12) {
            add_lines(&one, &list[++i]);
        }
        char text[USAGE_MONTH_TEXT];
        usage_month_to_text(one.month, text);
        begin_one(a, first);
        buffer_print(a->out, "\"%s\":\"%.*s\"", by_names[a->by], a->by == BY_YEAR ? 4 : 7, text);
        write_lines(one.lines, a->out);
        buffer_append_byte(a->out, '}');
        first = false;
    }
    return ST_OK;
}

static status write_by_dataset(struct usage_answer *a, struct error *e)
{
    struct usage_of_name *list = NULL;
    size_t count = 0;
    TRY(figures_datasets(a->rollups, LINE_DOWNLOADS, a->first, a->last, a->limit, a->arena, &list,
                         &count, e));
    buffer_append_view(a->out, SV(",\"datasets\":["));
    for (size_t i = 0; i < count; i++) {
        const struct dataset *d = usage_dataset(a->site.data, list[i].name);
        begin_one(a, i == 0);
        buffer_append_view(a->out, SV("\"uuid\":"));
        json_write_string(a->out, list[i].name);
        buffer_append_view(a->out, SV(",\"dataset\":"));
        json_write_string(a->out, d == NULL ? SV("") : d->slug);
        buffer_append_view(a->out, SV(",\"title\":"));
        json_write_string(a->out, d == NULL ? SV("") : d->title);
        buffer_append_view(a->out, SV(",\"downloads\":"));
        write_figures(&list[i].figures, a->out);
        buffer_append_byte(a->out, '}');
    }
    return ST_OK;
}

static status write_by_format(struct usage_answer *a, struct error *e)
{
    struct usage_of_name *list = NULL;
    size_t count = 0;
    TRY(figures_formats(a->rollups, LINE_DOWNLOADS, a->first, a->last, a->arena, &list, &count, e));
    buffer_append_view(a->out, SV(",\"formats\":["));
    for (size_t i = 0; i < count; i++) {
        begin_one(a, i == 0);
        buffer_append_view(a->out, SV("\"format\":"));
        json_write_string(a->out, list[i].name);
        buffer_append_view(a->out, SV(",\"downloads\":"));
        write_figures(&list[i].figures, a->out);
        buffer_append_byte(a->out, '}');
    }
    return ST_OK;
}

static const enum usage_name thing_kinds[BY_COUNT] = {
    [BY_RECORD] = NAME_RECORD, [BY_QUERY] = NAME_QUERY, [BY_PERSON] = NAME_PERSON};

// A record is told as the address that it has: table and key. Of one that was erased (rule F5) the
// count is left.
static void write_thing_name(const struct usage_answer *a, string_view text)
{
    string_view uuid = {0};
    string_view key = text;
    struct uuid id;
    const struct store_table *table = NULL;
    bool erased = usage_name_is_erased(thing_kinds[a->by], text);
    if (a->by == BY_RECORD && sv_split(&key, '/', &uuid) && uuid_from_text(uuid, &id)) {
        table = snapshot_table_by_uuid(a->site.view.snapshot, &id);
    }
    if (a->by == BY_RECORD) {
        buffer_append_view(a->out, SV("\"table\":"));
        json_write_string(a->out, table == NULL ? uuid : table->slug);
        buffer_append_view(a->out, SV(",\"key\":"));
        json_write_string(a->out, erased ? SV("") : key);
    } else {
        buffer_print(a->out, "\"%s\":", by_names[a->by]);
        json_write_string(a->out, erased ? SV("") : text);
    }
    buffer_append_view(a->out, erased ? SV(",\"erased\":true") : SV(""));
}

static status write_by_thing(struct usage_answer *a, struct error *e)
{
    static const char *const lists[BY_COUNT] = {
        [BY_RECORD] = "records", [BY_QUERY] = "queries", [BY_PERSON] = "people"};
    struct usage_of_thing *list = NULL;
    size_t count = 0;
    TRY(figures_things(a->rollups, thing_kinds[a->by], SV(""), a->first, a->last, a->limit,
                       a->arena, &list, &count, e));
    buffer_print(a->out, ",\"%s\":[", lists[a->by]);
    for (size_t i = 0; i < count; i++) {
        begin_one(a, i == 0);
        write_thing_name(a, list[i].text);
        buffer_print(a->out, ",\"views\":%llu,\"downloads\":%llu}",
                     (unsigned long long)list[i].looked_at, (unsigned long long)list[i].downloaded);
    }
    return ST_OK;
}

// What the figures are of, and those of other sources beside them (rule E1).
static status write_sources(const struct usage_answer *a, struct error *e)
{
    struct usage_source *list = NULL;
    size_t count = 0;
    bool known = false;
    uint32_t began = 0;
    TRY(figures_began(a->rollups, &known, &began, e));
    TRY(figures_sources(a->rollups, a->arena, &list, &count, e));
    buffer_append_view(a->out, SV("],\"counted\":"));
    if (known) {
        buffer_append_view(a->out, SV("{\"method\":"));
        json_write_string(a->out, sv_from(report_own_method));
        char text[25];
        moment_to_text((moment)began * 3600000, text);
        buffer_print(a->out, ",\"since\":\"%s\"}", text);
    } else {
        buffer_append_view(a->out, SV("null"));
    }
    buffer_append_view(a->out, SV(",\"sources\":["));
    for (size_t i = 0; i < count; i++) {
        begin_one(a, i == 0);
        buffer_append_view(a->out, SV("\"source\":"));
        json_write_string(a->out, list[i].name);
        buffer_append_view(a->out, SV(",\"method\":"));
        json_write_string(a->out, list[i].method);
        usage_write_month("begin", list[i].first, a->out);
        usage_write_month("end", list[i].last, a->out);
        buffer_print(a->out, ",\"downloads\":%llu,\"records\":%llu}",
                     (unsigned long long)list[i].downloads, (unsigned long long)list[i].records);
    }
    buffer_append_view(a->out, SV("]}\n"));
    return ST_OK;
}

static status read_by(const struct http_request *request, enum usage_by *out, struct error *e)
{
    string_view text = {0};
    bool found = false;
    *out = BY_MONTH;
    TRY(http_request_parameter(request, "by", &text, &found, e));
    for (size_t i = 0; found && i <= BY_COUNT; i++) {
        if (i == BY_COUNT) {
            return error_set_field(e, ST_INVALID, "by",
                                   "by is month, year, dataset, format, record, query or person");
        }
        if (sv_equal(text, sv_from(by_names[i]))) {
            *out = (enum usage_by)i;
            break;
        }
    }
    return ST_OK;
}

static status read_request(struct usage_answer *a, const struct api *api,
                           struct http_request *request, struct error *e)
{
    TRY(view_open(api, request, SV(""), &a->site.view, e));
    TRY(portal_datasets(api->portal, a->site.view.snapshot, a->site.view.commit, request->arena,
                        &a->site.data, e));
    TRY(read_by(request, &a->by, e));
    TRY(usage_month_parameter(request, "begin", FIRST_MONTH, &a->first, e));
    TRY(usage_month_parameter(request, "end", LAST_MONTH, &a->last, e));
    TRY(parameter_number(request, "limit", 100, LISTED_MOST, &a->limit, e));
    TRY(usage_dataset_parameter(request, a->site.data, "dataset", &a->dataset, e));
    if (a->dataset.length > 0 && a->by > BY_YEAR) {
        return error_set_field(e, ST_INVALID, "by",
                               "of one dataset there are figures by month and by year");
    }
    return usage_figures_open(api, request, &a->rollups, e);
}

status api_usage(void *context, struct http_request *request, struct http_response *response,
                 struct error *e)
{
    struct usage_answer a = {.arena = request->arena, .out = &response->body};
    TRY(read_request(&a, context, request, e));
    response->content_type = "application/json";
    buffer_print(a.out, "{\"by\":\"%s\",\"dataset\":", by_names[a.by]);
    if (a.dataset.length > 0) {
        json_write_string(a.out, a.dataset);
    } else {
        buffer_append_view(a.out, SV("null"));
    }
    TRY(a.by <= BY_YEAR      ? write_by_time(&a, e)
        : a.by == BY_DATASET ? write_by_dataset(&a, e)
        : a.by == BY_FORMAT  ? write_by_format(&a, e)
                             : write_by_thing(&a, e));
    return write_sources(&a, e);
}

// --- a month's report ------------------------------------------------------------------------

static status read_format(const struct http_request *request, enum report_format *out,
                          struct error *e)
{
    string_view text = {0};
    bool found = false;
    *out = REPORT_JSON;
    TRY(http_request_parameter(request, "format", &text, &found, e));
    for (size_t i = 0; found && i <= REPORT_FORMATS; i++) {
        if (i == REPORT_FORMATS) {
            return error_set_field(e, ST_INVALID, "format",
                                   "format is json, text, markdown or svg");
        }
        if (sv_equal(text, sv_from(report_format_names[i]))) {
            *out = (enum report_format)i;
            break;
        }
    }
    return ST_OK;
}

status api_usage_report(void *context, struct http_request *request, struct http_response *response,
                        struct error *e)
{
    static const char *const types[REPORT_FORMATS] = {"text/plain; charset=utf-8",
                                                      "text/markdown; charset=utf-8",
                                                      "application/json", "image/svg+xml"};
    struct rollups *rollups = NULL;
    struct usage_report report;
    enum report_format format = REPORT_JSON;
    int32_t month = 0;
    moment now = clock_now();
    TRY(read_format(request, &format, e));
    TRY(usage_month_parameter(request, "month", usage_month_of(now) - 1, &month, e));
    TRY(usage_figures_open(context, request, &rollups, e));
    TRY(report_make(rollups, month, now, request->arena, &report, e));
    response->content_type = types[format];
    return report_write(&report, format, request->arena, &response->body, e);
}
