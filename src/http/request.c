// SPDX-License-Identifier: Apache-2.0
// What handlers ask of a request.
#include "http/request.h"

#include "base/clock.h"
#include "base/thread_pool.h"
#include "http/router.h"

#define LOOK_NANOSECONDS UINT64_C(20000000) // between two looks at the socket
#define LONG_NANOSECONDS UINT64_C(20000000) // what takes longer lets others pass

string_view http_request_header(const struct http_request *r, const char *name)
{
    string_view wanted = sv_from(name);
    for (size_t i = 0; i < r->header_count; i++) {
        if (sv_equal_ignore_case(r->headers[i].name, wanted)) {
            return r->headers[i].value;
        }
    }
    return SV("");
}

string_view http_request_capture(const struct http_request *r, const char *name)
{
    string_view wanted = sv_from(name);
    string_view rest = sv_from(r->route == NULL ? "" : r->route->pattern);
    string_view part = {0};
    size_t index = 0;
    while (sv_split(&rest, '/', &part)) {
        if (!sv_starts_with(part, SV("{"))) {
            continue;
        }
        if (sv_equal(sv_slice(part, 1, part.length - 2), wanted)) {
            return r->captures[index];
        }
        index++;
    }
    return SV("");
}

status http_request_parameter(const struct http_request *r, const char *name, string_view *value,
                              bool *found, struct error *e)
{
    string_view wanted = sv_from(name);
    size_t count = 0;
    for (size_t i = 0; i < r->target.parameter_count; i++) {
        if (sv_equal(r->target.parameters[i].name, wanted)) {
            if (++count > 1) {
                return error_set_field(e, ST_INVALID, name, "%s may be given once", name);
            }
            *value = r->target.parameters[i].value;
        }
    }
    *found = count == 1;
    return ST_OK;
}

bool http_request_cancelled(void *request)
{
    struct http_request *r = request;
    if (r->stopping != NULL && atomic_load_explicit(r->stopping, memory_order_relaxed)) {
        return true;
    }
    uint64_t now = clock_ticks();
    if (r->began != 0 && now > r->began + LONG_NANOSECONDS) {
        thread_pool_step_back();
    }
    if (r->deadline != 0 && now > r->deadline) {
        return true;
    }
    // Several threads may work on one request.
    if (r->client_gone == NULL || now < __atomic_load_n(&r->next_look, __ATOMIC_RELAXED)) {
        return false;
    }
    __atomic_store_n(&r->next_look, now + LOOK_NANOSECONDS, __ATOMIC_RELAXED);
    return r->client_gone(r->client);
}
