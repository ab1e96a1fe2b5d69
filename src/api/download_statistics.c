// SPDX-License-Identifier: Apache-2.0
// GET /api/3/action/download_statistics: downloads by month in the form that the Natural History
// Museum's portal gives them (its extension ckanext-statistics): collections, research, mixed and
// gbif, each with records and download_events, every month of the span, oldest first.
// A dataset's downloads stand with its category; figures of other sources that name no dataset of
// ours are "mixed", and those of the source GBIF are "gbif".
#include "api/usage_figures.h"
#include "formats/json_write.h"

enum statistics_kind { COLLECTIONS, RESEARCH, MIXED, GBIF, STATISTICS_KINDS };
static const char *const kind_names[STATISTICS_KINDS] = {"collections", "research", "mixed",
                                                         "gbif"};

struct statistics {
    const struct dataset_view *data;
    string_view dataset; // UUID of the one that is asked; empty for all
    int32_t first;
    int32_t last;
    bool any;
    struct usage_figures *months; // (last - first + 1) * STATISTICS_KINDS
};

static bool find_kind(const struct statistics *s, string_view source, string_view name,
                      enum statistics_kind *out)
{
    char uuid[37] = "";
    const struct dataset *d = usage_dataset(s->data, name);
    d = d == NULL ? dataset_find(s->data->datasets, s->data->count, name) : d;
    if (d != NULL) {
        uuid_to_text(&d->uuid, uuid);
    }
    *out = sv_equal_ignore_case(source, SV("gbif"))               ? GBIF
           : d == NULL                                            ? MIXED
           : sv_equal_ignore_case(d->category, SV("collections")) ? COLLECTIONS
                                                                  : RESEARCH;
    return s->dataset.length == 0 || sv_equal(s->dataset, sv_from(uuid));
}

// Columns: month, dataset, downloads, records, source.
static status take_row(void *argument, const struct rollup_row *row, struct error *e)
{
    struct statistics *s = argument;
    enum statistics_kind kind = MIXED;
    int32_t month = (int32_t)row->numbers[0];
    (void)e;
    if (month < s->first || month > s->last || !find_kind(s, row->texts[4], row->texts[1], &kind)) {
        return ST_OK;
    }
    struct usage_figures *f = &s->months[(size_t)(month - s->first) * STATISTICS_KINDS + kind];
    f->events += (uint64_t)row->numbers[2];
    f->rows += (uint64_t)row->numbers[3];
    return ST_OK;
}

#define BOTH                                                                                       \
    "SELECT month, text, events, row_count, '' FROM dataset_month JOIN name ON number = dataset "  \
    "WHERE line = 0 UNION ALL SELECT month, dataset, downloads, records, source FROM source_month"

static status take_span(void *argument, const struct rollup_row *row, struct error *e)
{
    struct statistics *s = argument;
    (void)e;
    s->any = row->numbers[1] > 0;
    s->first = MAX(s->first, (int32_t)row->numbers[0]);
    return ST_OK;
}

static void write_months(const struct statistics *s, struct buffer *out)
{
    for (int32_t month = s->first; s->any && month <= s->last; month++) {
        const struct usage_figures *f = &s->months[(size_t)(month - s->first) * STATISTICS_KINDS];
        buffer_print(out, "%s\"%d/%d\":{", month > s->first ? "," : "", (int)(month % 12 + 1),
                     (int)(month / 12));
        for (size_t i = 0; i < STATISTICS_KINDS; i++) {
            buffer_print(out, "%s\"%s\":{\"records\":%llu,\"download_events\":%llu}",
                         i > 0 ? "," : "", kind_names[i], (unsigned long long)f[i].rows,
                         (unsigned long long)f[i].events);
        }
        buffer_append_byte(out, '}');
    }
}

// As CKAN says it.
static status refuse(struct http_response *response, const char *field, const char *why)
{
    response->status = 409;
    buffer_print(
        &response->body,
        "{\"success\":false,\"error\":{\"__type\":\"Validation Error\",\"%s\":[\"%s\"]}}\n", field,
        why);
    return ST_OK;
}

// The table or dataset of resource_id.
static status read_resource(struct statistics *s, const struct http_request *request,
                            struct error *e)
{
    string_view text = {0};
    struct uuid id;
    const struct dataset *d = NULL;
    char uuid[37];
    bool found = false;
    TRY(http_request_parameter(request, "resource_id", &text, &found, e));
    if (!found) {
        return ST_OK;
    }
    if (uuid_from_text(text, &id)) {
        d = usage_dataset(s->data, text);
        if (d == NULL) {
            (void)dataset_view_resource(s->data, &id, &d);
        }
    }
    if (d == NULL) {
        return error_set_field(e, ST_NOT_FOUND, "resource_id", "there is no such resource");
    }
    uuid_to_text(&d->uuid, uuid);
    s->dataset = arena_copy(request->arena, sv_from(uuid));
    return ST_OK;
}

static status fill(struct statistics *s, struct rollups *rollups, struct arena *arena,
                   struct error *e)
{
    if (rollups != NULL) {
        TRY(rollups_ask(rollups, "SELECT min(month), count(*) FROM (" BOTH ")", NULL, 0, take_span,
                        s, e));
    }
    s->any = s->any && s->first <= s->last;
    size_t count = s->any ? (size_t)(s->last - s->first + 1) * STATISTICS_KINDS : 1;
    s->months = arena_array(arena, struct usage_figures, count);
    if (s->months == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the statistics");
    }
    return s->any ? rollups_ask(rollups, BOTH, NULL, 0, take_row, s, e) : ST_OK;
}

// 0 where the parameter is not there.
static status read_number(const struct http_request *request, const char *name, uint64_t least,
                          uint64_t most, uint64_t *out, struct error *e)
{
    string_view text = {0};
    bool found = false;
    TRY(http_request_parameter(request, name, &text, &found, e));
    TRY(parameter_number(request, name, 0, most, out, e));
    return !found || *out >= least
               ? ST_OK
               : error_set_field(e, ST_INVALID, name, "%s is a number from %llu to %llu", name,
                                 (unsigned long long)least, (unsigned long long)most);
}

status api_download_statistics(void *context, struct http_request *request,
                               struct http_response *response, struct error *e)
{
    const struct api *api = context;
    struct rollups *rollups = NULL;
    struct statistics s = {.any = false};
    struct view view;
    uint64_t month = 0;
    uint64_t year = 0;
    int32_t now = usage_month_of(clock_now());
    response->content_type = "application/json";
    TRY(read_number(request, "month", 1, 12, &month, e));
    TRY(read_number(request, "year", 1970, 9999, &year, e));
    uint64_t asked_year = year == 0 ? (uint64_t)now / 12 : year;
    int32_t first = (int32_t)(asked_year * 12 + (month == 0 ? 0 : month - 1));
    if ((month > 0 || year > 0) && first > now) {
        return refuse(response, month > 0 ? "month" : "year", "the date is in the future");
    }
    bool all = month == 0 && year == 0;
    s.first = all ? 0 : first;
    s.last = all ? now : MIN(now, month == 0 ? first + 11 : first);
    TRY(view_open(api, request, SV(""), &view, e));
    TRY(portal_datasets(api->portal, view.snapshot, view.commit, request->arena, &s.data, e));
    TRY(read_resource(&s, request, e));
    TRY(usage_figures_open(api, request, &rollups, e));
    TRY(fill(&s, rollups, request->arena, e));
    buffer_append_view(&response->body,
                       SV("{\"help\":\"docs/usage.md\",\"success\":true,\"result\":{"));
    write_months(&s, &response->body);
    buffer_append_view(&response->body, SV("}}\n"));
    return ST_OK;
}
