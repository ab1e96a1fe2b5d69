// SPDX-License-Identifier: Apache-2.0
// COUNTER Code of Practice for Research Data, release RD1 (rule E3): the report DSR at the SUSHI
// paths /status, /reports and /reports/dsr, as JSON and TSV.
#include "api/counter_report.h"

#include "formats/json_write.h"

status counter_status(void *context, struct http_request *request, struct http_response *response,
                      struct error *e)
{
    const struct api *api = context;
    struct view view;
    const struct dataset_view *data = NULL;
    TRY(view_open(api, request, SV(""), &view, e));
    TRY(portal_datasets(api->portal, view.snapshot, view.commit, request->arena, &data, e));
    response->content_type = "application/json";
    buffer_append_view(&response->body, SV("[{\"description\":\"COUNTER usage reports of "));
    json_write_escaped(&response->body, data->portal.name);
    buffer_append_view(&response->body, SV("\",\"service-active\":true,\"registry-url\":\"\"}]\n"));
    return ST_OK;
}

status counter_reports(void *context, struct http_request *request, struct http_response *response,
                       struct error *e)
{
    (void)context;
    (void)request;
    (void)e;
    response->content_type = "application/json";
    buffer_append_view(&response->body,
                       SV("[{\"report-name\":\"Dataset Report\",\"report-id\":\"DSR\",\"release\":"
                          "\"RD1\",\"report-description\":\"Investigations and requests of each "
                          "dataset by month and access method\",\"path\":\"reports/dsr\"}]\n"));
    return ST_OK;
}

// --- the request -----------------------------------------------------------------------------

static status read_choice(const struct http_request *request, const char *name,
                          const char *const *names, size_t count, const char *words, int *out,
                          struct error *e)
{
    string_view text = {0};
    bool found = false;
    *out = -1;
    TRY(http_request_parameter(request, name, &text, &found, e));
    for (size_t i = 0; found && i < count; i++) {
        if (sv_equal_ignore_case(text, sv_from(names[i]))) {
            *out = (int)i;
        }
    }
    return !found || *out >= 0 ? ST_OK
                               : error_set_field(e, ST_INVALID, name, "%s must be %s", name, words);
}

static status read_request(const struct api *api, struct http_request *request,
                           struct counter_report *r, struct error *e)
{
    static const char *const formats[] = {"json", "tsv"};
    int32_t now = usage_month_of(clock_now());
    int format = 0;
    TRY(view_open(api, request, SV(""), &r->site.view, e));
    TRY(site_open(api, request, &r->site.view, &r->site, e));
    TRY(usage_month_parameter(request, "end-date", now - 1, &r->last, e));
    TRY(usage_month_parameter(request, "begin-date", r->last, &r->first, e));
    if (r->last < r->first) {
        return error_set_field(e, ST_INVALID, "end-date", "end-date is before begin-date");
    }
    TRY(usage_dataset_parameter(request, r->site.data, "dataset-id", &r->dataset, e));
    TRY(read_choice(request, "metric-type", counter_metric_names, COUNTER_METRICS,
                    "one of RD1's four names, such as Total_Dataset_Requests", &r->metric, e));
    TRY(read_choice(request, "access-method", usage_method_names, METHOD_ROBOT,
                    "Regular or Machine", &r->method, e));
    TRY(read_choice(request, "format", formats, ARRAY_LENGTH(formats), "json or tsv", &format, e));
    TRY(parameter_truth(request, "versions", &r->versions, e));
    r->tsv = format == 1;
    return ST_OK;
}

status counter_dsr(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct rollups *rollups = NULL;
    struct counter_report r = {.arena = request->arena, .created = clock_now()};
    TRY(read_request(context, request, &r, e));
    TRY(usage_figures_open(context, request, &rollups, e));
    TRY(figures_metrics(rollups, r.dataset, r.first, r.last, r.versions, request->arena, &r.list,
                        &r.count, e));
    response->content_type =
        r.tsv ? "text/tab-separated-values; charset=utf-8" : "application/json";
    return counter_write(&r, &response->body, e);
}
