// SPDX-License-Identifier: Apache-2.0
// Finds the handler of a request in a table of routes. Must not know: what the routes mean.
#pragma once

#include "http/response.h"

// Where a handler runs. A slow query must never keep a quick answer waiting, so they have threads
// apart.
enum http_lane {
    HTTP_LANE_INLINE, // on a thread that talks to sockets: microseconds, no locks held long
    HTTP_LANE_QUICK,  // a look-up or two
    HTTP_LANE_SLOW,   // may run for seconds
    HTTP_LANE_STREAM, // sends as long as the client takes, who may be slow
};

// A failing handler returns its status and leaves the answer to the server, which writes the
// problem.
typedef status http_handler(void *context, struct http_request *request,
                            struct http_response *response, struct error *e);

struct http_route {
    // HTTP_GET serves HEAD too; HTTP_OTHER takes every method that no route before it takes at that
    // address.
    enum http_method method;
    // "/records/{table}/{key}": braces take one segment that is not empty; "*" as the last segment
    // takes all that is left.
    const char *pattern;
    const char *operation; // operationId in the API's description; NULL when it is not in there
    http_handler *handle;
    const char *const *parameters; // names taken, ended by NULL; NULL: `handle` checks them
    const char *needs; // the route matches only when this parameter is there; NULL: always
    enum http_lane lane;
    bool lenient;        // parameters not taken are left out of the request, and named in it
    bool cross_origin;   // any site's scripts may ask (CORS)
    bool problems_only;  // errors are problem details whatever the client accepts
    bool json_body;      // places of errors are JSON pointers into the body
    int oversize_status; // for a body over the limit; 0: 413
};

struct http_router {
    const struct http_route *routes; // the first that matches is taken
    size_t count;
};

// Finds the route and fills request->route and captures. ST_NOT_FOUND; or ST_CONFLICT when the path
// is known with other methods, which `allow` then lists ("GET, HEAD, OPTIONS"). For HTTP_OPTIONS on
// a known path it gives the first route of that path and fills `allow`.
NODISCARD status http_router_find(const struct http_router *router, struct http_request *request,
                                  char allow[64], struct error *e);

// ST_INVALID naming the first parameter that the route does not accept; a lenient route's request
// goes on without them.
NODISCARD status http_route_check_parameters(struct http_request *request, struct error *e);
