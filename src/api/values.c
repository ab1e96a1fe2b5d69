// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/values: the different values of a field among the records that a search finds, a page
// of them as JSON, all of them as CSV.
#include "api/value_list.h"
#include "formats/json_write.h"
#include "query/list_print.h"
#include "query/query_tree.h"

#define CHUNK ((size_t)64 * 1024) // bytes of CSV that are sent together

struct values_answer {
    struct search_input input;
    struct value_list_request asked;
    struct listed_values list; // JSON: what is asked; CSV: the first part
};

static bool is_whole(double number)
{
    return number > -1e15 && number < 1e15 && (double)(int64_t)number == number;
}

static void print_number(double number, struct buffer *out)
{
    if (is_whole(number)) {
        buffer_append_int(out, (int64_t)number);
    } else {
        query_print_number(number, out);
    }
}

// --- CSV -------------------------------------------------------------------------------------

static void print_line(const struct values_answer *a, const struct listed_value *v,
                       struct buffer *out)
{
    list_print_cell(v->value, out);
    buffer_append_byte(out, ',');
    buffer_append_uint(out, v->count);
    if (a->asked.range.length > 0) {
        buffer_append_byte(out, ',');
        if (v->has_range) {
            print_number(v->least, out);
        }
        buffer_append_byte(out, ',');
        if (v->has_range) {
            print_number(v->greatest, out);
        }
    }
    buffer_append(out, "\r\n", 2);
}

static void print_header(const struct values_answer *a, struct buffer *out)
{
    list_print_cell(a->asked.field, out);
    buffer_append_view(out, SV(",records"));
    if (a->asked.range.length > 0) {
        buffer_append_view(out, SV(",least "));
        buffer_append_view(out, a->asked.range);
        buffer_append_view(out, SV(",greatest "));
        buffer_append_view(out, a->asked.range);
    }
    buffer_append(out, "\r\n", 2);
}

static status flush(struct buffer *out, struct http_stream *stream, struct error *e)
{
    TRY(buffer_check(out, "an answer", e));
    TRY(http_stream_write(stream, buffer_view(out), e));
    buffer_clear(out);
    return ST_OK;
}

static status send_part(const struct values_answer *a, const struct listed_values *list,
                        struct buffer *out, struct http_stream *stream, struct error *e)
{
    for (size_t i = 0; i < list->count; i++) {
        print_line(a, &list->values[i], out);
        if (out->length >= CHUNK) {
            TRY(flush(out, stream, e));
        }
    }
    return flush(out, stream, e);
}

// Each part has an arena of its own, so that the whole takes no more memory than one of them.
static status send_rest(struct values_answer *a, struct buffer *out, struct http_stream *stream,
                        struct error *e)
{
    struct value_list_request asked = a->asked;
    bool more = a->list.count < a->list.distinct;
    asked.after = a->list.last;
    while (more) {
        struct arena arena;
        struct listed_values list = {0};
        arena_init(&arena, 0);
        status result =
            value_list_make(a->input.view.snapshot, &a->input.request, &asked, &arena, &list, e);
        if (result == ST_OK) {
            result = send_part(a, &list, out, stream, e);
        }
        asked.after = list.last;
        more = list.count > 0;
        arena_release(&arena);
        TRY(result);
    }
    return ST_OK;
}

static status produce(void *argument, struct http_stream *stream, struct error *e)
{
    struct values_answer *a = argument;
    struct buffer out;
    buffer_init(&out, HTTP_LIMIT_RESPONSE);
    print_header(a, &out);
    status result = send_part(a, &a->list, &out, stream, e);
    if (result == ST_OK) {
        result = send_rest(a, &out, stream, e);
    }
    buffer_release(&out);
    return result;
}

// --- JSON ------------------------------------------------------------------------------------

static void print_value(const struct values_answer *a, const struct listed_value *v,
                        struct buffer *out)
{
    buffer_append_view(out, SV("{\"value\":"));
    json_write_string(out, v->value);
    buffer_append_view(out, SV(",\"count\":"));
    buffer_append_uint(out, v->count);
    if (a->asked.range.length > 0 && v->has_range) {
        buffer_append_view(out, SV(",\"least\":"));
        print_number(v->least, out);
        buffer_append_view(out, SV(",\"greatest\":"));
        print_number(v->greatest, out);
    }
    buffer_append_byte(out, '}');
}

static void answer_json(const struct values_answer *a, struct http_response *response)
{
    struct buffer *out = &response->body;
    answer_begin(&a->input.view, response);
    buffer_append_view(out, SV(",\"total\":"));
    buffer_append_uint(out, a->list.total);
    buffer_append_view(out, SV(",\"field\":"));
    json_write_string(out, a->asked.field);
    buffer_append_view(out, SV(",\"distinct\":"));
    buffer_append_uint(out, a->list.distinct);
    buffer_append_view(out, SV(",\"missing\":"));
    buffer_append_uint(out, a->list.missing);
    buffer_append_view(out, SV(",\"values\":["));
    for (size_t i = 0; i < a->list.count; i++) {
        buffer_append_view(out, i == 0 ? SV("") : SV(","));
        print_value(a, &a->list.values[i], out);
    }
    buffer_append_view(out, SV("]}\n"));
}

// --- the request -----------------------------------------------------------------------------

static status read_asked(struct http_request *request, struct value_list_request *out, bool *csv,
                         struct error *e)
{
    string_view order = SV("count");
    string_view format = SV("json");
    bool found = false;
    TRY(http_request_parameter(request, "field", &out->field, &found, e));
    if (!found || out->field.length == 0) {
        return error_set_field(e, ST_INVALID, "field", "field must name the field to list");
    }
    TRY(http_request_parameter(request, "span", &out->range, &found, e));
    TRY(http_request_parameter(request, "arrange", &order, &found, e));
    out->by_value = sv_equal(order, SV("value"));
    if (!out->by_value && !sv_equal(order, SV("count"))) {
        return error_set_field(e, ST_INVALID, "arrange", "arrange must be count or value");
    }
    TRY(http_request_parameter(request, "format", &format, &found, e));
    *csv = sv_equal(format, SV("csv"));
    if (!*csv && !sv_equal(format, SV("json"))) {
        return error_set_field(e, ST_INVALID, "format", "format must be json or csv");
    }
    return ST_OK;
}

static status refuse(const struct http_request *request, bool csv, struct error *e)
{
    static const char *const useless[] = {
        "facet", "facetLimit", "facetOffset", "facetPrefix", "facetMulti", "facetElements",
        "sort",  "fields",     "after",       "explain",     NULL};
    static const char *const of_pages[] = {"limit", "offset", NULL};
    TRY(search_input_refuse(request, useless, e));
    return csv ? search_input_refuse(request, of_pages, e) : ST_OK;
}

status api_values(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    static const char *const own[] = {"field", "span", "arrange", "format", NULL};
    struct values_answer *a = arena_new(request->arena, struct values_answer);
    bool csv = false;
    if (a == NULL) {
        return query_no_memory(e);
    }
    TRY(read_asked(request, &a->asked, &csv, e));
    TRY(refuse(request, csv, e));
    TRY(search_input_from_parameters(context, request, own, &a->input, e));
    if (view_not_modified(&a->input.view, request, response)) {
        return ST_OK;
    }
    if (a->input.request.offset > SEARCH_LIMIT_FACET_OFFSET) {
        return error_set_field(e, ST_INVALID, "offset", "offset must be at most %zu",
                               SEARCH_LIMIT_FACET_OFFSET);
    }
    a->asked.limit = csv ? VALUE_LIST_MOST : a->input.request.limit;
    a->asked.offset = (size_t)a->input.request.offset;
    a->input.request.cancelled = http_request_cancelled;
    a->input.request.cancelled_argument = request;
    TRY(value_list_make(a->input.view.snapshot, &a->input.request, &a->asked, request->arena,
                        &a->list, e));
    if (!csv) {
        answer_json(a, response);
        return ST_OK;
    }
    response->content_type = "text/csv; charset=utf-8";
    response->produce = produce;
    response->produce_argument = a;
    return ST_OK;
}
