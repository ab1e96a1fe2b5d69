// SPDX-License-Identifier: Apache-2.0
// POST /api/v1/lists: a pasted list, one value a line, and which of them records have; and
// GET /api/v1/identifiers: the identifiers of a result, one a line (rule C7).
#include "api/search_input.h"
#include "query/identifiers.h"
#include "query/list_print.h"

#include <string.h>

// --- lists -----------------------------------------------------------------------------------

struct list_options {
    string_view fields[LIST_FIELDS_MOST + 1];
    size_t field_count;
    bool csv;
    unsigned statuses;
};

static status read_part(string_view text, unsigned *statuses, struct error *e)
{
    static const char *const parts[] = {"found", "notFound", "ambiguous"};
    for (unsigned i = 0; i < ARRAY_LENGTH(parts); i++) {
        if (sv_equal(text, sv_from(parts[i]))) {
            *statuses = 1u << i;
            return ST_OK;
        }
    }
    return error_set_field(e, ST_INVALID, "part", "part is found, notFound or ambiguous");
}

static status read_options(const struct http_request *request, struct list_options *o,
                           struct error *e)
{
    *o = (struct list_options){.statuses = 7};
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        const struct http_parameter *p = &request->target.parameters[i];
        if (sv_equal(p->name, SV("field")) && o->field_count <= LIST_FIELDS_MOST) {
            o->fields[o->field_count++] = p->value;
        } else if (sv_equal(p->name, SV("part"))) {
            TRY(read_part(p->value, &o->statuses, e));
        } else if (sv_equal(p->name, SV("format"))) {
            o->csv = sv_equal(p->value, SV("csv"));
            if (!o->csv && !sv_equal(p->value, SV("json"))) {
                return error_set_field(e, ST_INVALID, "format", "format is json or csv");
            }
        }
    }
    return ST_OK;
}

static status answer_list(const struct search_input *input, const struct list_match *m,
                          const struct list_options *o, struct http_response *response,
                          struct error *e)
{
    struct buffer *out = &response->body;
    if (o->csv) {
        response->content_type = "text/csv; charset=utf-8";
        TRY(list_print_csv(input->view.snapshot, m, o->statuses, out, e));
    } else {
        answer_begin(&input->view, response);
        TRY(list_print_json(input->view.snapshot, m, out, e));
        buffer_append_view(out, SV("}\n"));
    }
    return !out->failed ? ST_OK
                        : error_set_field(e, ST_INVALID, "values",
                                          "the answer is over %zu bytes: ask for fewer values",
                                          out->ceiling);
}

status api_lists(void *context, struct http_request *request, struct http_response *response,
                 struct error *e)
{
    static const char *const own[] = {"field", "format", "part", NULL};
    struct search_input input;
    struct list_options options;
    struct list_match match;
    TRY(search_input_refuse_page(request, e));
    TRY(read_options(request, &options, e));
    TRY(search_input_from_parameters(context, request, own, &input, e));
    input.request.cancelled = http_request_cancelled;
    input.request.cancelled_argument = request;
    input.request.commit = input.view.commit;
    TRY(list_match_run(input.view.snapshot, &scope_public, request->arena, &input.request,
                       request->body, options.fields, options.field_count, &match, e));
    return answer_list(&input, &match, &options, response, e);
}

// --- identifiers -----------------------------------------------------------------------------

static status write_line(void *argument, const struct uuid *table, string_view key,
                         string_view value, struct error *e)
{
    (void)table;
    (void)key;
    (void)e;
    struct buffer *out = argument;
    for (size_t i = 0; i < value.length; i++) {
        bool breaks = value.bytes[i] == '\n' || value.bytes[i] == '\r';
        buffer_append_byte(out, breaks ? ' ' : value.bytes[i]);
    }
    buffer_append_byte(out, '\n');
    return ST_OK;
}

status api_identifiers(void *context, struct http_request *request, struct http_response *response,
                       struct error *e)
{
    static const char *const own[] = {"field", NULL};
    struct search_input input;
    string_view field = SV("");
    bool found = false;
    TRY(search_input_refuse_page(request, e));
    TRY(http_request_parameter(request, "field", &field, &found, e));
    TRY(search_input_from_parameters(context, request, own, &input, e));
    if (view_not_modified(&input.view, request, response)) {
        return ST_OK;
    }
    input.request.cancelled = http_request_cancelled;
    input.request.cancelled_argument = request;
    response->content_type = "text/plain; charset=utf-8";
    return identifiers_walk(input.view.snapshot, &scope_public, &input.request,
                            found ? field : SV(""), write_line, &response->body, e);
}
