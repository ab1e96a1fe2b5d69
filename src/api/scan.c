// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/scan: every record that a search finds, as lines of JSON or as CSV, made while it is
// sent.
#include "api/all_records.h"
#include "api/scan_lines.h"
#include "api/usage_note.h"

struct scan_answer {
    struct site site;
    struct search_input input;
    struct http_request *request;
    bool csv; // else lines of JSON
};

static status make(struct scan_answer *a, struct http_stream *stream, struct error *e)
{
    if (a->csv) {
        struct csv_columns columns = {
            .identity = true, .fields = a->input.fields, .count = a->input.field_count};
        return csv_export(a->input.view.snapshot, &scope_public, &a->input.request, &columns,
                          all_records_send, stream, e);
    }
    return scan_lines(&a->input, all_records_send, stream, e);
}

static status produce(void *argument, struct http_stream *stream, struct error *e)
{
    struct scan_answer *a = argument;
    TRY(make(a, stream, e));
    usage_note_search(&a->site, a->request, &a->input);
    return ST_OK;
}

static status read_format(const struct http_request *request, bool *csv, struct error *e)
{
    string_view format = SV("ndjson");
    bool found = false;
    TRY(http_request_parameter(request, "format", &format, &found, e));
    *csv = sv_equal(format, SV("csv"));
    if (!*csv && !sv_equal(format, SV("ndjson"))) {
        return error_set_field(e, ST_INVALID, "format", "format must be ndjson or csv");
    }
    return ST_OK;
}

status api_scan(void *context, struct http_request *request, struct http_response *response,
                struct error *e)
{
    static const char *const own[] = {"format", NULL};
    struct scan_answer *a = arena_new(request->arena, struct scan_answer);
    bool csv = false;
    if (a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    a->request = request;
    TRY(all_records_refuse(request, e));
    TRY(read_format(request, &csv, e));
    TRY(search_input_from_parameters(context, request, own, &a->input, e));
    if (view_not_modified(&a->input.view, request, response)) {
        return ST_OK;
    }
    a->input.request.cancelled = http_request_cancelled;
    a->input.request.cancelled_argument = request;
    const struct row_choice columns = {.fields = a->input.fields, .count = a->input.field_count};
    TRY(all_records_check(&a->input, csv ? &columns : NULL, request->arena, e));
    TRY(site_open(context, request, &a->input.view, &a->site, e));
    a->csv = csv;
    response->content_type = csv ? "text/csv; charset=utf-8" : "application/x-ndjson";
    (void)usage_note_begin(request, USAGE_EXPORT, csv ? SV("csv") : SV("ndjson"));
    response->produce = produce;
    response->produce_argument = a;
    return ST_OK;
}
