// SPDX-License-Identifier: Apache-2.0
// /healthz: the process answers. /readyz: the data can be read, and the clock is right.
#include "api/api.h"

#include "formats/json_write.h"
#include "usage/usage.h"

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

// Whether uses are counted: a full disk shows here, and in no answer.
static void write_usage(const struct api *api, struct buffer *out)
{
    struct usage_state state;
    usage_look(api->usage, &state);
    buffer_print(out,
                 ",\"usage\":{\"writing\":%s,\"visits\":%llu,\"waiting\":%llu,\"lost\":%llu,"
                 "\"trouble\":",
                 state.writing ? "true" : "false", (unsigned long long)state.visits,
                 (unsigned long long)state.waiting, (unsigned long long)state.lost);
    json_write_string(out, sv_from(state.trouble));
    buffer_append_byte(out, '}');
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
    buffer_print(&response->body, ",\"clockBehindMilliseconds\":%lld",
                 (long long)MAX(v.version - now, (moment)0));
    write_usage(api, &response->body);
    buffer_append_view(&response->body, SV("}\n"));
    return ST_OK;
}
