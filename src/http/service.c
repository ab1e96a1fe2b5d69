// SPDX-License-Identifier: Apache-2.0
// From request to answer.
#include "http/service.h"

#include "base/clock.h"
#include "base/log.h"
#include "http/compress.h"
#include "http/negotiate.h"

#include <string.h>

// What pages may load (Content Security Policy level 3): only what this server sends itself.
static const char page_policy[] =
    "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

static bool wants_page(const struct http_request *request)
{
    string_view accept = http_request_header(request, "Accept");
    bool only_problems = request->route != NULL && request->route->problems_only;
    return !only_problems &&
           accept_weight(accept, SV("text/html")) > accept_weight(accept, SV(HTTP_PROBLEM_TYPE));
}

static void tell_language(const struct http_service *service, const struct http_request *request,
                          struct http_response *response)
{
    const char *language = service->problem_language == NULL
                               ? NULL
                               : service->problem_language(request, &response->problem.detail);
    http_response_header(response, "Vary", SV("Accept-Language"));
    if (language != NULL) {
        http_response_header(response, "Content-Language", sv_from(language));
    }
}

static void send_problem(const struct http_service *service, const struct http_request *request,
                         struct http_response *response)
{
    const struct http_problem *problem = &response->problem;
    response->status = problem->status;
    response->produce = NULL;
    response->fixed = response->fixed_gzip = (string_view){0};
    response->etag[0] = '\0';
    response->cache_control = "no-store";
    buffer_clear(&response->body);
    if (problem->status == 503) {
        http_response_header(response, "Retry-After", SV("2"));
    }
    if (request->route == NULL || !request->route->problems_only) {
        http_response_header(response, "Vary", SV("Accept"));
    }
    if (service->problem_page != NULL && wants_page(request) &&
        service->problem_page(service->context, request, problem, response)) {
        return;
    }
    buffer_clear(&response->body);
    response->content_type = HTTP_PROBLEM_TYPE;
    tell_language(service, request, response);
    http_problem_write(problem, request->id, &response->body);
}

void http_service_fail(const struct http_service *service, const struct http_request *request,
                       struct http_response *response, int http_status, const struct error *e)
{
    struct http_problem *problem = &response->problem;
    http_problem_from(ST_INVALID, e, problem);
    problem->status = http_status;
    send_problem(service, request, response);
}

// What to do about an answer that was given up for its time.
static void tell_time(const struct http_request *request, struct http_problem *problem)
{
    if (request->deadline == 0 || clock_ticks() <= request->deadline) {
        return; // the client has gone, or the server stops
    }
    if (request->budget > 0) {
        problem->field = request->route->json_body ? SV("/budget") : SV("budget");
        problem->detail = arena_print(
            request->arena,
            "the answer was not ready within the %llu ms that the request allows: allow more in "
            "budget, or ask for less (a narrower search, fewer facets)",
            (unsigned long long)request->budget);
        return;
    }
    problem->detail =
        arena_print(request->arena,
                    SV_FORMAT "; the time that the server allows was up: ask for less (a narrower "
                              "search, fewer facets), or again when it is less busy",
                    SV_ARGUMENT(problem->detail));
}

// A handler may have filled the problem in part, with members or a position; the rest comes from
// the error.
static void fail_with(const struct http_service *service, const struct http_request *request,
                      struct http_response *response, status code, const struct error *e)
{
    struct http_problem given = response->problem;
    struct http_problem *problem = &response->problem;
    http_problem_from(code, e, problem);
    if (code == ST_CANCELLED) {
        tell_time(request, problem);
    }
    if (problem->status == 500) {
        log_message(LOG_ERROR, "request %s failed: %s", request->id, e->message);
    }
    problem->status = given.status != 0 ? given.status : problem->status;
    problem->members = given.members;
    problem->position = given.position;
    problem->title = given.title;
    send_problem(service, request, response);
}

static void answer_options(const struct http_request *request, struct http_response *response,
                           string_view allow)
{
    response->status = 204;
    http_response_header(response, "Allow", allow);
    if (request->route->cross_origin) {
        http_response_header(response, "Access-Control-Allow-Methods", allow);
        http_response_header(response, "Access-Control-Allow-Headers",
                             SV("Content-Type, If-None-Match, If-Range, Range"));
        http_response_header(response, "Access-Control-Max-Age", SV("86400"));
    }
}

static void take_prefix(const struct http_service *service, struct http_request *request)
{
    static const string_view root = {"", 0};
    struct http_target *target = &request->target;
    for (size_t i = 0; service->prefixes != NULL && service->prefixes[i] != NULL; i++) {
        string_view prefix = sv_from(service->prefixes[i]);
        string_view rest = sv_slice(target->path, prefix.length, SIZE_MAX);
        if (sv_starts_with(target->path, prefix) && (rest.length == 0 || rest.bytes[0] == '/')) {
            bool bare = target->segment_count < 2;
            request->prefix = i + 1;
            target->path = bare ? SV("/") : rest;
            target->segments = bare ? &root : target->segments + 1;
            target->segment_count -= bare ? 0 : 1;
            return;
        }
    }
}

bool http_service_route(const struct http_service *service, struct http_request *request,
                        struct http_response *response)
{
    char allow_text[64];
    struct error e = {0};
    take_prefix(service, request);
    status result = http_router_find(&service->router, request, allow_text, &e);
    if (result == ST_OK && request->prefix > 0 && request->route->problems_only) {
        result = error_set(&e, ST_NOT_FOUND, "there is nothing at this address");
    }
    string_view allow = arena_copy(request->arena, sv_from(allow_text));
    if (request->method == HTTP_OPTIONS && (result == ST_OK || request->target.path.length == 1)) {
        if (request->route == NULL) { // OPTIONS *
            response->status = 204;
            return false;
        }
        answer_options(request, response, allow);
        return false;
    }
    if (result == ST_CONFLICT) {
        http_response_header(response, "Allow", allow);
        http_service_fail(service, request, response, 405, &e);
        return false;
    }
    if (result == ST_OK) {
        result = http_route_check_parameters(request, &e);
    }
    if (result != ST_OK) {
        fail_with(service, request, response, result, &e);
    }
    return result == ST_OK;
}

void http_service_run(const struct http_service *service, struct http_request *request,
                      struct http_response *response)
{
    struct error e = {0};
    status result = request->route->handle(service->context, request, response, &e);
    if (result == ST_OK && response->status != 304) {
        result = buffer_check(&response->body, "the answer", &e);
    }
    if (result != ST_OK) {
        if (service->place_error != NULL) {
            service->place_error(request, &e);
        }
        fail_with(service, request, response, result, &e);
    }
}

static bool compressible(const char *content_type)
{
    string_view type = sv_from(content_type);
    return sv_starts_with(type, SV("text/")) || sv_starts_with(type, SV("application/json")) ||
           sv_starts_with(type, SV(HTTP_PROBLEM_TYPE)) ||
           sv_starts_with(type, SV("image/svg+xml")) ||
           sv_starts_with(type, SV("application/vnd.mapbox-vector-tile")) ||
           sv_starts_with(type, SV("application/javascript"));
}

static void add_common_headers(const struct http_request *request, struct http_response *response,
                               uint64_t nanoseconds)
{
    string_view type = sv_from(response->content_type);
    http_response_header(response, "X-Request-Id", sv_from(request->id));
    http_response_header(response, "X-Content-Type-Options", SV("nosniff"));
    http_response_header(response, "Referrer-Policy", SV("strict-origin-when-cross-origin"));
    http_response_header(response, "Server-Timing",
                         arena_print(request->arena, "app;dur=%.3f", (double)nanoseconds / 1e6));
    http_response_header(
        response, "Cache-Control",
        sv_from(response->cache_control == NULL ? "no-cache" : response->cache_control));
    if (type.length > 0) {
        http_response_header(response, "Content-Type", type);
    }
    if (response->content_policy != NULL) {
        http_response_header(response, "Content-Security-Policy",
                             sv_from(response->content_policy));
    } else if (sv_starts_with(type, SV("text/html")) || sv_starts_with(type, SV("image/svg+xml"))) {
        http_response_header(response, "Content-Security-Policy", sv_from(page_policy));
    }
    if (response->etag[0] != '\0') {
        http_response_header(response, "ETag", sv_from(response->etag));
    }
    if (request->route != NULL && request->route->cross_origin) {
        http_response_header(response, "Access-Control-Allow-Origin", SV("*"));
        http_response_header(response, "Access-Control-Expose-Headers",
                             SV("Accept-Ranges, Content-Disposition, Content-Range, ETag, "
                                "Repr-Digest, Retry-After, Server-Timing, X-Request-Id"));
    }
}

struct http_reply http_service_finish(const struct http_request *request,
                                      struct http_response *response, uint64_t nanoseconds,
                                      struct buffer *packed)
{
    struct http_reply reply = {0};
    if (response->status == 304 || response->status == 204) {
        response->content_type = NULL;
    } else {
        bool fixed = response->fixed.bytes != NULL;
        reply.bytes = fixed ? response->fixed : buffer_view(&response->body);
        bool welcome =
            accept_encoding_allows(http_request_header(request, "Accept-Encoding"), SV("gzip"));
        if (welcome && fixed && response->fixed_gzip.length > 0) {
            reply = (struct http_reply){response->fixed_gzip, true};
        } else if (welcome && !fixed && compressible(response->content_type) &&
                   compress_gzip(reply.bytes, packed)) {
            reply = (struct http_reply){buffer_view(packed), true};
        }
    }
    add_common_headers(request, response, nanoseconds);
    http_response_header(response, "Vary", SV("Accept-Encoding"));
    if (reply.compressed) {
        http_response_header(response, "Content-Encoding", SV("gzip"));
    }
    return reply;
}
