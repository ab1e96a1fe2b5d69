// SPDX-License-Identifier: Apache-2.0
// Writes DSR: datasets, in them periods, in them a count for each metric and access method, in that
// the countries that are known.
#include "api/counter_report.h"

#include "formats/json_write.h"
#include "portal/metadata_json.h"

const char *const counter_metric_names[COUNTER_METRICS] = {
    "Total_Dataset_Investigations",
    "Unique_Dataset_Investigations",
    "Total_Dataset_Requests",
    "Unique_Dataset_Requests",
};

struct writing {
    const struct counter_report *r;
    struct buffer *out;
};

static uint64_t metric_of(const struct usage_metric *m, size_t metric)
{
    const uint64_t values[COUNTER_METRICS] = {m->total_investigations, m->unique_investigations,
                                              m->total_requests, m->unique_requests};
    return values[metric];
}

// Rows from `at` that are of the same dataset, version and month.
static size_t end_of_month(const struct counter_report *r, size_t at)
{
    size_t end = at;
    while (end < r->count && sv_equal(r->list[end].dataset, r->list[at].dataset) &&
           r->list[end].version == r->list[at].version && r->list[end].month == r->list[at].month) {
        end++;
    }
    return end;
}

static uint64_t count_of(const struct counter_report *r, size_t at, size_t end, size_t metric,
                         enum usage_method method)
{
    uint64_t count = 0;
    for (size_t i = at; i < end; i++) {
        count += r->list[i].method == method ? metric_of(&r->list[i], metric) : 0;
    }
    return count;
}

static bool is_asked(const struct counter_report *r, size_t metric, enum usage_method method)
{
    return (r->metric < 0 || (size_t)r->metric == metric) &&
           (r->method < 0 || (enum usage_method)r->method == method);
}

static string_view day_text(struct arena *arena, moment time)
{
    char text[25];
    moment_to_text(time, text);
    return arena_print(arena, "%.10s", text);
}

static string_view last_day(const struct counter_report *r, int32_t month)
{
    return day_text(r->arena, usage_month_begins(month + 1) - 1);
}

// --- what a dataset is -----------------------------------------------------------------------

struct described {
    const struct dataset *dataset; // NULL: it is not there any more
    string_view title;
    string_view address;
    string_view doi; // of its metadata; may be empty
    string_view year;
};

static struct described describe(const struct counter_report *r, string_view uuid)
{
    struct described d = {.dataset = usage_dataset(r->site.data, uuid), .title = uuid};
    if (d.dataset == NULL) {
        return d;
    }
    const json_t *json = json_in_arena(r->arena, d.dataset->json);
    d.title = d.dataset->title;
    d.doi = json_text(json, "doi");
    d.year = sv_slice(json_text(json, "published"), 0, 4);
    if (d.year.length == 0) {
        d.year = sv_slice(day_text(r->arena, d.dataset->modified_at), 0, 4);
    }
    d.address = arena_print(r->arena, SV_FORMAT "/dataset/" SV_FORMAT, SV_ARGUMENT(r->site.origin),
                            SV_ARGUMENT(d.dataset->slug));
    return d;
}

static void write_id(const struct writing *w, const char *type, string_view value, bool *first)
{
    if (value.length == 0) {
        return;
    }
    buffer_print(w->out, "%s{\"type\":\"%s\",\"value\":", *first ? "" : ",", type);
    json_write_string(w->out, value);
    buffer_append_byte(w->out, '}');
    *first = false;
}

static void write_dataset(const struct writing *w, const struct usage_metric *m)
{
    const struct counter_report *r = w->r;
    struct described d = describe(r, m->dataset);
    bool first = true;
    buffer_append_view(w->out, SV("{\"dataset-title\":"));
    json_write_string(w->out, d.title);
    buffer_append_view(w->out, SV(",\"dataset-id\":["));
    write_id(w, "doi", d.doi, &first);
    write_id(w, "uri", d.address, &first);
    write_id(w, "uuid", m->dataset, &first);
    buffer_append_view(w->out, SV("],\"dataset-attributes\":["));
    if (r->versions) {
        buffer_print(w->out, "{\"type\":\"dataset-version\",\"value\":\"%lld\"}",
                     (long long)m->version);
    }
    buffer_append_view(w->out, SV("],\"platform\":"));
    json_write_string(w->out, r->site.data->portal.name);
    buffer_append_view(w->out, SV(",\"publisher\":"));
    json_write_string(w->out, r->site.data->portal.name);
    buffer_append_view(w->out, SV(",\"publisher-id\":[],\"data-type\":\"dataset\",\"yop\":"));
    json_write_string(w->out, d.year);
}

// --- JSON ------------------------------------------------------------------------------------

static void write_countries(const struct writing *w, size_t at, size_t end, size_t metric,
                            enum usage_method method)
{
    bool first = true;
    buffer_append_view(w->out, SV(",\"country-counts\":{"));
    for (size_t i = at; i < end; i++) {
        const struct usage_metric *m = &w->r->list[i];
        uint64_t count = metric_of(m, metric);
        if (m->method == method && m->country.length == 2 && count > 0) {
            buffer_print(w->out, "%s\"%c%c\":%llu", first ? "" : ",", m->country.bytes[0] | 0x20,
                         m->country.bytes[1] | 0x20, (unsigned long long)count);
            first = false;
        }
    }
    buffer_append_byte(w->out, '}');
}

static void write_period(const struct writing *w, size_t at, size_t end)
{
    const struct counter_report *r = w->r;
    int32_t month = r->list[at].month;
    bool first = true;
    buffer_print(w->out,
                 "{\"period\":{\"begin-date\":\"" SV_FORMAT "\",\"end-date\":\"" SV_FORMAT
                 "\"},\"instance\":[",
                 SV_ARGUMENT(day_text(r->arena, usage_month_begins(month))),
                 SV_ARGUMENT(last_day(r, month)));
    for (size_t metric = 0; metric < COUNTER_METRICS; metric++) {
        for (enum usage_method method = METHOD_REGULAR; method < METHOD_ROBOT; method++) {
            uint64_t count = count_of(r, at, end, metric, method);
            if (count == 0 || !is_asked(r, metric, method)) {
                continue;
            }
            buffer_print(w->out,
                         "%s{\"metric-type\":\"%s\",\"access-method\":\"%s\",\"count\":%llu",
                         first ? "" : ",", counter_metric_names[metric], usage_method_names[method],
                         (unsigned long long)count);
            write_countries(w, at, end, metric, method);
            buffer_append_byte(w->out, '}');
            first = false;
        }
    }
    buffer_append_view(w->out, SV("]}"));
}

static void write_filter(const struct writing *w, const char *name, string_view value, bool *first)
{
    buffer_print(w->out, "%s{\"name\":\"%s\",\"value\":", *first ? "" : ",", name);
    json_write_string(w->out, value);
    buffer_append_byte(w->out, '}');
    *first = false;
}

static void write_header(const struct writing *w)
{
    const struct counter_report *r = w->r;
    char created[25];
    bool first = true;
    moment_to_text(r->created, created);
    buffer_print(w->out,
                 "{\"report-header\":{\"report-name\":\"Dataset Report\",\"report-id\":\"DSR\","
                 "\"release\":\"RD1\",\"created\":\"%.10s\",\"created-by\":",
                 created);
    json_write_string(w->out, r->site.data->portal.name);
    buffer_print(w->out,
                 ",\"reporting-period\":{\"begin-date\":\"" SV_FORMAT "\",\"end-date\":\"" SV_FORMAT
                 "\"},\"report-filters\":[",
                 SV_ARGUMENT(day_text(r->arena, usage_month_begins(r->first))),
                 SV_ARGUMENT(last_day(r, r->last)));
    if (r->dataset.length > 0) {
        write_filter(w, "dataset-id", r->dataset, &first);
    }
    if (r->metric >= 0) {
        write_filter(w, "metric-type", sv_from(counter_metric_names[r->metric]), &first);
    }
    if (r->method >= 0) {
        write_filter(w, "access-method", sv_from(usage_method_names[r->method]), &first);
    }
    buffer_append_view(w->out, SV("],\"report-attributes\":["));
    if (r->versions) {
        buffer_append_view(w->out,
                           SV("{\"name\":\"attributes-to-show\",\"value\":\"dataset-version\"}"));
    }
    // RD1, exceptions: 3031, usage not ready for the requested dates.
    bool running = r->last >= usage_month_of(r->created);
    buffer_append_view(w->out, SV("],\"exceptions\":["));
    buffer_append_view(w->out, running ? SV("{\"code\":3031,\"severity\":\"warning\",\"message\":"
                                            "\"Usage Not Ready for Requested Dates\",\"help-url\":"
                                            "\"\",\"data\":\"the running month is not over\"}")
                                       : SV(""));
    buffer_append_view(w->out, SV("]},\"report-datasets\":["));
}

static bool is_same_dataset(const struct counter_report *r, size_t a, size_t b)
{
    return sv_equal(r->list[a].dataset, r->list[b].dataset) &&
           r->list[a].version == r->list[b].version;
}

static void write_json(const struct writing *w)
{
    const struct counter_report *r = w->r;
    write_header(w);
    for (size_t at = 0; at < r->count;) {
        size_t end = end_of_month(r, at);
        bool begins = at == 0 || !is_same_dataset(r, at - 1, at);
        if (begins) {
            buffer_append_view(w->out, at > 0 ? SV("]},") : SV(""));
            write_dataset(w, &r->list[at]);
        }
        buffer_append_view(w->out, begins ? SV(",\"performance\":[") : SV(","));
        write_period(w, at, end);
        at = end;
    }
    buffer_append_view(w->out, r->count > 0 ? SV("]}]}\n") : SV("]}\n"));
}

// --- TSV -------------------------------------------------------------------------------------

// Tabs and line ends within a text would end its cell.
static void write_cell(const struct writing *w, string_view text, char end)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        buffer_append_byte(w->out, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
    }
    buffer_append_byte(w->out, end);
}

static void write_rows(const struct writing *w, size_t at, size_t end)
{
    const struct counter_report *r = w->r;
    struct described d = describe(r, r->list[at].dataset);
    char month[USAGE_MONTH_TEXT];
    usage_month_to_text(r->list[at].month, month);
    for (size_t metric = 0; metric < COUNTER_METRICS; metric++) {
        for (enum usage_method method = METHOD_REGULAR; method < METHOD_ROBOT; method++) {
            uint64_t count = count_of(r, at, end, metric, method);
            if (count == 0 || !is_asked(r, metric, method)) {
                continue;
            }
            write_cell(w, d.title, '\t');
            write_cell(w, r->site.data->portal.name, '\t');
            write_cell(w, r->site.data->portal.name, '\t');
            write_cell(w, d.doi, '\t');
            write_cell(w, d.address, '\t');
            write_cell(w, r->list[at].dataset, '\t');
            write_cell(w,
                       r->versions ? arena_print(r->arena, "%lld", (long long)r->list[at].version)
                                   : SV(""),
                       '\t');
            write_cell(w, SV("Dataset"), '\t');
            write_cell(w, d.year, '\t');
            write_cell(w, sv_from(usage_method_names[method]), '\t');
            write_cell(w, sv_from(counter_metric_names[metric]), '\t');
            write_cell(w, sv_from(month), '\t');
            write_cell(w, arena_print(r->arena, "%llu", (unsigned long long)count), '\n');
        }
    }
}

static void write_tsv(const struct writing *w)
{
    const struct counter_report *r = w->r;
    char created[25];
    moment_to_text(r->created, created);
    buffer_append_view(w->out, SV("Report_Name\tDataset Report\nReport_ID\tDSR\nRelease\tRD1\n"));
    buffer_print(w->out,
                 "Reporting_Period\tbegin_date=" SV_FORMAT "; end_date=" SV_FORMAT "\nCreated\t"
                 "%.10s\nCreated_By\t",
                 SV_ARGUMENT(day_text(r->arena, usage_month_begins(r->first))),
                 SV_ARGUMENT(last_day(r, r->last)), created);
    write_cell(w, r->site.data->portal.name, '\n');
    buffer_append_view(w->out,
                       SV("\nDataset_Title\tPublisher\tPlatform\tDOI\tURI\tUUID\tDataset_Version\t"
                          "Data_Type\tYOP\tAccess_Method\tMetric_Type\tMonth\tCount\n"));
    for (size_t at = 0; at < r->count;) {
        size_t end = end_of_month(r, at);
        write_rows(w, at, end);
        at = end;
    }
}

status counter_write(const struct counter_report *r, struct buffer *out, struct error *e)
{
    struct writing w = {r, out};
    if (r->tsv) {
        write_tsv(&w);
    } else {
        write_json(&w);
    }
    return buffer_check(out, "the report", e);
}
