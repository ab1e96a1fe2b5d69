// SPDX-License-Identifier: Apache-2.0
// /healthz: the process answers. /readyz: the data can be read, and the clock is right.
#include "api/api.h"

status api_health(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    (void)context;
    (void)request;
    (void)e;
    response->content_type = "application/json";
    response->cache_control = "no-store";
    buffer_append_view(&response->body, SV("{\"status\":\"ok\"}\n"));
    return ST_OK;
}

status api_ready(void *context, struct http_request *request, struct http_response *response,
                 struct error *e)
{
    const struct api *api = context;
    struct view v;
    TRY(view_open(api, request, SV(""), &v, e));
    moment now = clock_now();
    response->cache_control = "no-store";
    answer_begin(&v, response);
    buffer_print(&response->body, ",\"status\":\"ready\",\"commits\":%u,\"started\":%lld", v.commit,
                 (long long)api->started);
    // A clock behind the newest commit gives new commits later times than it shows.
    buffer_print(&response->body, ",\"clockBehindMilliseconds\":%lld}\n",
                 (long long)MAX(v.version - now, (moment)0));
    return ST_OK;
}
