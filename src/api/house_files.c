// SPDX-License-Identifier: Apache-2.0
// What a museum sets of the pages' looks: its colours as a style sheet, its logo.
#include "api/api.h"

// Their addresses carry a hash of what they are.
#define FOR_EVER "public, max-age=31536000, immutable"

status api_theme(void *context, struct http_request *request, struct http_response *response,
                 struct error *e)
{
    const struct api *api = context;
    const struct house_colours *c = &api->house.colours;
    (void)request;
    if (c->primary[0] == '\0' && c->primary_dark[0] == '\0') {
        return error_set(e, ST_NOT_FOUND, "this portal has no colours of its own");
    }
    response->content_type = "text/css; charset=utf-8";
    response->cache_control = FOR_EVER;
    if (c->primary[0] != '\0') {
        buffer_append_view(&response->body, SV(":root{--moss:"));
        buffer_append_view(&response->body, sv_from(c->primary));
        buffer_append_view(&response->body, SV("}\n"));
    }
    if (c->primary_dark[0] != '\0') {
        buffer_append_view(&response->body, SV("@media (prefers-color-scheme:dark){:root{--moss:"));
        buffer_append_view(&response->body, sv_from(c->primary_dark));
        buffer_append_view(&response->body, SV("}}\n"));
    }
    return ST_OK;
}

status api_logo(void *context, struct http_request *request, struct http_response *response,
                struct error *e)
{
    const struct api *api = context;
    (void)request;
    if (api->house.logo.length == 0) {
        return error_set(e, ST_NOT_FOUND, "this portal has no logo of its own");
    }
    response->content_type = "image/svg+xml";
    response->cache_control = FOR_EVER;
    // Opened by itself it is a document: nothing in it runs or is fetched.
    response->content_policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    buffer_append_view(&response->body, api->house.logo);
    return ST_OK;
}
