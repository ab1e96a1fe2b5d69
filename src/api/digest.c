// SPDX-License-Identifier: Apache-2.0
// GET and POST /api/v1/digest: the digest of what a search finds, what was erased of it since, and
// whether one recorded before was of the same records (rules F4 and F5).
#include "api/search_input.h"
#include "query/search_digest.h"

#include <jansson.h>

static status read_recorded(string_view text, const char *place, struct sha256 *out,
                            struct error *e)
{
    if (!sha256_from_hex(text, out)) {
        return error_set_field(e, ST_INVALID, place,
                               "equals is a digest: 64 hexadecimal digits, not \"" SV_FORMAT "\"",
                               SV_ARGUMENT(sv_slice(text, 0, 80)));
    }
    return ST_OK;
}

static status answer(struct search_input *input, const struct sha256 *recorded,
                     struct http_request *request, struct http_response *response, struct error *e)
{
    struct search_digest digest;
    input->request.cancelled = http_request_cancelled;
    input->request.cancelled_argument = request;
    input->request.commit = input->view.commit;
    TRY(search_digest_make(input->view.snapshot, &scope_public, request->arena, &input->request,
                           recorded, &digest, e));
    answer_begin(&input->view, response);
    buffer_append_byte(&response->body, ',');
    search_digest_print(&digest, recorded, &response->body);
    buffer_append_view(&response->body, SV("}\n"));
    return ST_OK;
}

status api_digest(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    static const char *const own[] = {"equals", NULL};
    static const char *const useless[] = {"limit", NULL};
    struct search_input input;
    struct sha256 recorded;
    string_view text = {0};
    bool compared = false;
    TRY(search_input_refuse_page(request, e));
    TRY(search_input_refuse(request, useless, e));
    TRY(http_request_parameter(request, "equals", &text, &compared, e));
    if (compared) {
        TRY(read_recorded(text, "equals", &recorded, e));
    }
    TRY(search_input_from_parameters(context, request, own, &input, e));
    if (view_not_modified(&input.view, request, response)) {
        return ST_OK;
    }
    return answer(&input, compared ? &recorded : NULL, request, response, e);
}

struct own_members {
    struct sha256 recorded;
    bool compared;
};

static status read_own(void *argument, const void *root, const struct search_input *input,
                       struct error *e)
{
    (void)input;
    struct own_members *own = argument;
    const json_t *equals = json_object_get(root, "equals");
    own->compared = equals != NULL;
    if (!own->compared) {
        return ST_OK;
    }
    const char *text = json_string_value(equals);
    return read_recorded(text == NULL ? SV("") : sv_from(text), "/equals", &own->recorded, e);
}

status api_digest_post(void *context, struct http_request *request, struct http_response *response,
                       struct error *e)
{
    static const char *const members[] = {"equals", NULL};
    struct own_members own = {.compared = false};
    const struct search_body_more more = {members, NULL, read_own, &own};
    struct search_input input;
    TRY(search_input_from_body(context, request, &more, &input, &response->problem.position, e));
    return answer(&input, own.compared ? &own.recorded : NULL, request, response, e);
}
