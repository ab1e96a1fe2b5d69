// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/contributions: the datasets that a search's records are from, as JSON or CSV.
#include "api/contributions.h"
#include "api/page_searches.h"
#include "formats/json_write.h"
#include "query/list_print.h"

struct contributions_answer {
    struct search_input input;
    struct site site;
    uint64_t total;
    const struct contribution *list;
    size_t count;
};

static void print_csv(const struct contributions_answer *a, struct buffer *out)
{
    buffer_append_view(out, SV("dataset,title,kind,records,total,share,licence,citation\r\n"));
    for (size_t i = 0; i < a->count; i++) {
        const struct contribution *c = &a->list[i];
        list_print_cell(c->dataset->slug, out);
        buffer_append_byte(out, ',');
        list_print_cell(c->dataset->title, out);
        buffer_append_byte(out, ',');
        list_print_cell(kind_text(c->kind), out);
        buffer_print(out, ",%llu,%llu,%.6f,", (unsigned long long)c->records,
                     (unsigned long long)a->total, (double)c->records / (double)a->total);
        list_print_cell(c->licence_address.length > 0 ? c->licence_address : c->licence, out);
        buffer_append_byte(out, ',');
        list_print_cell(c->citation, out);
        buffer_append(out, "\r\n", 2);
    }
}

static void print_member(struct buffer *out, const char *name, string_view text)
{
    buffer_print(out, ",\"%s\":", name);
    json_write_string(out, text);
}

static void print_json(const struct contributions_answer *a, struct http_response *response)
{
    struct buffer *out = &response->body;
    answer_begin(&a->site.view, response);
    buffer_append_view(out, SV(",\"total\":"));
    buffer_append_uint(out, a->total);
    buffer_append_view(out, SV(",\"datasets\":["));
    for (size_t i = 0; i < a->count; i++) {
        const struct contribution *c = &a->list[i];
        buffer_append_view(out, i == 0 ? SV("{\"dataset\":") : SV(",{\"dataset\":"));
        json_write_string(out, c->dataset->slug);
        print_member(out, "title", c->dataset->title);
        print_member(out, "kind", kind_text(c->kind));
        buffer_append_view(out, SV(",\"records\":"));
        buffer_append_uint(out, c->records);
        print_member(out, "licence",
                     c->licence_address.length > 0 ? c->licence_address : c->licence);
        print_member(out, "citation", c->citation);
        buffer_append_byte(out, '}');
    }
    buffer_append_view(out, SV("]}\n"));
}

static status read_format(const struct http_request *request, bool *csv, struct error *e)
{
    string_view format = SV("json");
    bool found = false;
    TRY(http_request_parameter(request, "format", &format, &found, e));
    *csv = sv_equal(format, SV("csv"));
    if (!*csv && !sv_equal(format, SV("json"))) {
        return error_set_field(e, ST_INVALID, "format", "format must be json or csv");
    }
    return ST_OK;
}

status api_contributions(void *context, struct http_request *request,
                         struct http_response *response, struct error *e)
{
    static const char *const own[] = {"format", NULL};
    struct contributions_answer *a = arena_new(request->arena, struct contributions_answer);
    bool csv = false;
    if (a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the datasets of a search");
    }
    TRY(read_format(request, &csv, e));
    TRY(search_input_refuse_page(request, e));
    TRY(search_input_from_parameters(context, request, own, &a->input, e));
    if (view_not_modified(&a->input.view, request, response)) {
        return ST_OK;
    }
    const struct search_request *search = &a->input.request;
    a->input.request.commit = a->input.view.commit;
    a->input.request.cancelled = http_request_cancelled;
    a->input.request.cancelled_argument = request;
    TRY(site_open(context, request, &a->input.view, &a->site, e));
    TRY(page_count_in(&a->input, request->arena, search->tables, search->table_count, &a->total,
                      e));
    TRY(contributions_make(&a->site, &a->input, a->total, request->arena, &a->list, &a->count, e));
    if (csv) {
        response->content_type = "text/csv; charset=utf-8";
        print_csv(a, &response->body);
    } else {
        print_json(a, response);
    }
    return ST_OK;
}
