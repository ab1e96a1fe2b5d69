// SPDX-License-Identifier: Apache-2.0
// Between a request that has been read and the bytes that answer it: routing, running the handler,
// problems for failures, headers that every answer carries, compression.
// Must not know: the HTTP library, sockets, what routes mean.
#pragma once

#include "http/router.h"

struct sockaddr;

// How a request ended.
struct http_end {
    bool whole;                    // the last byte was given on to the client
    uint64_t bytes;                // of the body, given on
    const struct sockaddr *client; // NULL: not known
};

struct http_service {
    struct http_router router;
    void *context; // of the handlers
    // Prefixes of paths that choose a face of the same pages, such as "/de", ended by NULL; may be
    // NULL. One is taken off before the route is sought, and routes of problems_only have none.
    const char *const *prefixes;
    // Names the parameter, or the place in the body, that an error is of, where the handler named
    // something else (a field); may be NULL.
    void (*place_error)(const struct http_request *request, struct error *e);
    // Writes the page for a problem, where the client would rather have HTML; may be NULL. When it
    // fails (false) the problem details are sent after all.
    bool (*problem_page)(void *context, const struct http_request *request,
                         const struct http_problem *problem, struct http_response *response);
    // Tells a problem in a language that the client would rather have: gives its tag, NULL for
    // English, and may change the detail, in the request's arena. May be NULL.
    const char *(*problem_language)(const struct http_request *request, string_view *detail);
    // Told how each request ended that a handler left a note of, by a thread that talks to sockets:
    // to return in microseconds. May be NULL. Of a request given up its note may still be changed
    // by the handler: only one whose end is whole can be read beyond what stood before the answer.
    void (*ended)(void *context, const struct http_request *request,
                  const struct http_response *response, const struct http_end *end);
};

// Finds the route. False: the answer is complete already (not found, wrong method, OPTIONS, a bad
// parameter). True: http_service_run is to be called, on the lane of request->route.
bool http_service_route(const struct http_service *service, struct http_request *request,
                        struct http_response *response);

// Runs the handler; a failure becomes the problem that is sent.
void http_service_run(const struct http_service *service, struct http_request *request,
                      struct http_response *response);

// Makes the answer a problem. `e` may carry message and field.
void http_service_fail(const struct http_service *service, const struct http_request *request,
                       struct http_response *response, int http_status, const struct error *e);

// What goes over the wire.
struct http_reply {
    string_view bytes; // body; lives as long as the response
    bool compressed;   // by gzip
};

// Adds the common headers and compresses when that is welcome and pays; `packed` is an empty buffer
// that then holds the body. `nanoseconds` is the time spent on the answer (Server-Timing).
struct http_reply http_service_finish(const struct http_request *request,
                                      struct http_response *response, uint64_t nanoseconds,
                                      struct buffer *packed);
