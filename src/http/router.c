// SPDX-License-Identifier: Apache-2.0
// Matches paths against patterns, segment by segment, after the path was split (rule C2).
#include "http/router.h"

#include <stdio.h>
#include <string.h>

static bool has_parameter(const struct http_request *request, const char *name)
{
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        if (sv_equal(request->target.parameters[i].name, sv_from(name))) {
            return true;
        }
    }
    return false;
}

static bool segment_matches(string_view pattern, string_view segment, string_view *captures,
                            size_t *captured)
{
    if (!sv_starts_with(pattern, SV("{"))) {
        return sv_equal(pattern, segment);
    }
    if (segment.length == 0 || *captured == HTTP_CAPTURES_MAX) {
        return false;
    }
    captures[(*captured)++] = segment;
    return true;
}

static bool path_matches(const struct http_route *route, const struct http_request *request,
                         string_view captures[HTTP_CAPTURES_MAX])
{
    string_view rest = sv_slice(sv_from(route->pattern), 1, SIZE_MAX);
    string_view part = {0};
    size_t captured = 0;
    size_t index = 0;
    while (sv_split(&rest, '/', &part)) {
        if (sv_equal(part, SV("*"))) {
            return index < request->target.segment_count;
        }
        if (index == request->target.segment_count ||
            !segment_matches(part, request->target.segments[index], captures, &captured)) {
            return false;
        }
        index++;
    }
    return index == request->target.segment_count &&
           (route->needs == NULL || has_parameter(request, route->needs));
}

static bool method_matches(enum http_method offered, enum http_method asked)
{
    return offered == asked || offered == HTTP_OTHER || (offered == HTTP_GET && asked == HTTP_HEAD);
}

static const char *method_names(enum http_method method)
{
    static const char *const names[] = {"GET, HEAD", "HEAD",   "POST",    "PUT",
                                        "PATCH",     "DELETE", "OPTIONS", ""};
    return names[method];
}

status http_router_find(const struct http_router *router, struct http_request *request,
                        char allow[64], struct error *e)
{
    string_view captures[HTTP_CAPTURES_MAX] = {0};
    const struct http_route *known = NULL;
    size_t used = 0;
    allow[0] = '\0';
    for (size_t i = 0; i < router->count; i++) {
        const struct http_route *route = &router->routes[i];
        if (!path_matches(route, request, captures)) {
            continue;
        }
        if (route->method == HTTP_OTHER && known != NULL) {
            break; // the address is known, with other methods
        }
        if (method_matches(route->method, request->method)) {
            request->route = route;
            memcpy(request->captures, captures, sizeof captures);
            return ST_OK;
        }
        known = known == NULL ? route : known;
        const char *names = method_names(route->method);
        if (strstr(allow, names) == NULL && used < 40) {
            used += (size_t)snprintf(allow + used, 64 - used, "%s, ", names);
        }
    }
    if (known == NULL) {
        return error_set(e, ST_NOT_FOUND, "there is nothing at this address");
    }
    (void)snprintf(allow + used, 64 - used, "OPTIONS");
    request->route = known;
    if (request->method == HTTP_OPTIONS) {
        return ST_OK;
    }
    return error_set(e, ST_CONFLICT, "this address takes %s", allow);
}

#define LEFT_OUT_MOST ((size_t)200) // bytes of names, then it is enough

static status unknown_parameter(const char *const *accepted, string_view name, struct error *e)
{
    char field[96];
    char list[256] = "none";
    size_t used = 0;
    for (size_t i = 0; accepted[i] != NULL && used < sizeof list; i++) {
        used += (size_t)snprintf(list + used, sizeof list - used, "%s%s", i == 0 ? "" : ", ",
                                 accepted[i]);
    }
    (void)snprintf(field, sizeof field, SV_FORMAT, SV_ARGUMENT(name));
    return error_set_field(e, ST_INVALID, field,
                           "there is no parameter \"%s\" here; this address takes: %s", field,
                           list);
}

static bool takes(const char *const *accepted, string_view name)
{
    size_t at = 0;
    while (accepted[at] != NULL && !sv_equal(sv_from(accepted[at]), name)) {
        at++;
    }
    return accepted[at] != NULL;
}

// What advertisers and mail programs put behind links says nothing to a reader.
static bool is_a_tracker(string_view name)
{
    return sv_starts_with(name, SV("utm_")) || sv_equal(name, SV("fbclid")) ||
           sv_equal(name, SV("gclid"));
}

static status leave_out(struct http_request *request, struct error *e)
{
    const char *const *accepted = request->route->parameters;
    struct http_target *target = &request->target;
    struct http_parameter *kept =
        arena_array(request->arena, struct http_parameter, target->parameter_count + 1);
    size_t count = 0;
    if (kept == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the request");
    }
    for (size_t i = 0; i < target->parameter_count; i++) {
        string_view name = target->parameters[i].name;
        if (takes(accepted, name)) {
            kept[count++] = target->parameters[i];
        } else if (!is_a_tracker(name) && request->left_out.length < LEFT_OUT_MOST) {
            bool first = request->left_out.length == 0;
            request->left_out =
                arena_print(request->arena, SV_FORMAT "%s" SV_FORMAT,
                            SV_ARGUMENT(request->left_out), first ? "" : ", ", SV_ARGUMENT(name));
        }
    }
    target->parameters = kept;
    target->parameter_count = count;
    return ST_OK;
}

status http_route_check_parameters(struct http_request *request, struct error *e)
{
    const char *const *accepted = request->route->parameters;
    for (size_t i = 0; accepted != NULL && i < request->target.parameter_count; i++) {
        string_view name = request->target.parameters[i].name;
        if (!takes(accepted, name)) {
            return request->route->lenient ? leave_out(request, e)
                                           : unknown_parameter(accepted, name, e);
        }
    }
    return ST_OK;
}
