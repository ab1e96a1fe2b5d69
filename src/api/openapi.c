// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/openapi.json, and what answers where the API has nothing.
#include "api/api.h"
#include "api/description.h"

status api_description(void *context, struct http_request *request, struct http_response *response,
                       struct error *e)
{
    (void)context;
    (void)e;
    string_view text = {(const char *)api_description_text, api_description_length};
    if (!http_response_not_modified(response, request, text)) {
        response->content_type = "application/json";
        buffer_append_view(&response->body, text);
    }
    return ST_OK;
}

status api_unknown(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    (void)context;
    (void)request;
    (void)response;
    return error_set(e, ST_NOT_FOUND,
                     "the API has nothing at this address; /api/v1/openapi.json lists what it has");
}
