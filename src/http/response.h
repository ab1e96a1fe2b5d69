// SPDX-License-Identifier: Apache-2.0
// An answer as handlers make it. Must not know: the HTTP library, what routes mean.
#pragma once

#include "http/problem.h"
#include "http/request.h"
#include "http/stream.h"

#define HTTP_HEADERS_MAX    ((size_t)16)
#define HTTP_LIMIT_RESPONSE ((size_t)64 << 20) // bytes of one answer built in memory

// Makes the bytes of an answer while they are sent. What it needs lies in the request's arena. When
// it fails the connection is cut, so that the client sees that something is missing.
typedef status http_produce(void *argument, struct http_stream *stream, struct error *e);

struct http_response {
    int status;               // 200 unless the handler says otherwise
    const char *content_type; // static, or in the request's arena; NULL when there is no body
    struct buffer body;
    // Instead of body: bytes that live as long as the server or the request's arena, and perhaps
    // the same as one gzip member.
    string_view fixed;
    string_view fixed_gzip;
    // Instead of both: called once the handler is done, on its thread; the route's lane is
    // HTTP_LANE_STREAM.
    http_produce *produce;
    void *produce_argument;
    uint64_t produce_length;     // of what it gives, where that is known; else 0
    const char *cache_control;   // NULL: "no-cache", that is: ask again, with the ETag
    const char *content_policy;  // Content-Security-Policy; NULL: that of pages, for what needs one
    char etag[64];               // with its quotes; "" for none
    struct http_problem problem; // what a failing handler adds to what its status says
    struct http_header headers[HTTP_HEADERS_MAX]; // NUL-terminated views
    size_t header_count;
};

void http_response_init(struct http_response *r);
void http_response_release(struct http_response *r);

// Adds a header; `name` and `value` are static or in the request's arena, NUL-terminated, and
// free of line breaks. Past HTTP_HEADERS_MAX or with a control character it is left out, with a log
// line.
void http_response_header(struct http_response *r, const char *name, string_view value);

// Sets the weak ETag for a state of the data and whatever else the answer depends on, and tells
// whether the client's If-None-Match already names it; then status is 304 and the handler is done.
// `state` is hashed with the request's target and the program's version.
bool http_response_not_modified(struct http_response *r, const struct http_request *request,
                                string_view state);
// Sets a strong ETag, of an answer whose every byte `name` stands for: up to 61 characters that
// need no quoting. True as above.
bool http_response_is_known(struct http_response *r, const struct http_request *request,
                            string_view name);
