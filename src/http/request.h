// SPDX-License-Identifier: Apache-2.0
// A request as handlers see it. Must not know: the HTTP library, what routes mean.
#pragma once

#include "base/arena.h"
#include "http/url.h"

#include <stdatomic.h>

enum http_method {
    HTTP_GET,
    HTTP_HEAD, // handled as GET; the server leaves the body out
    HTTP_POST,
    HTTP_PUT,
    HTTP_PATCH,
    HTTP_DELETE,
    HTTP_OPTIONS, // answered by the router
    HTTP_OTHER,
};

struct http_header {
    string_view name;
    string_view value;
};

#define HTTP_CAPTURES_MAX ((size_t)4)

struct http_route;

struct http_request {
    enum http_method method;
    struct http_target target;
    const struct http_header *headers; // as sent, in order
    size_t header_count;
    string_view body;                        // whole; within the server's limit
    const char *id;                          // UUID of this request
    struct arena *arena;                     // lives until the answer has been sent
    const struct http_route *route;          // that matched
    string_view captures[HTTP_CAPTURES_MAX]; // decoded segments at the pattern's braces, in order
    string_view left_out; // names of parameters that a lenient route does not take, by ", "
    size_t prefix;        // of http_service.prefixes, counted from 1; 0 for none
    // Whose request it is, to bound what one client may have made; never logged or kept (rule E4).
    // Behind a proxy of this machine what that says (X-Forwarded-For); "" where it is not known.
    string_view client_address;

    // For http_request_cancelled; set by the server.
    uint64_t began;              // clock_ticks when a worker took it; 0 before
    uint64_t deadline;           // clock_ticks after which the answer is given up; 0 for none
    uint64_t budget;             // milliseconds that the client itself allowed; 0: said nothing
    const atomic_bool *stopping; // the server gives up what still runs; may be NULL
    bool (*client_gone)(void *argument); // may be NULL
    void *client;
    uint64_t next_look; // clock_ticks
    void *note;         // what a handler leaves for http_service.ended; NULL for nothing
};

// The first header of that name, any case; the empty view when there is none.
string_view http_request_header(const struct http_request *r, const char *name);

// The value at {name} of the route's pattern; the empty view for another name.
string_view http_request_capture(const struct http_request *r, const char *name);

// A parameter that may stand once: *found tells whether it is there. ST_INVALID when repeated.
NODISCARD status http_request_parameter(const struct http_request *r, const char *name,
                                        string_view *value, bool *found, struct error *e);

// Whether the client has gone, the time is up or the server is stopping. Cheap enough to be asked
// every few thousand rows; takes a struct http_request, as the hooks of long work want it.
bool http_request_cancelled(void *request);
