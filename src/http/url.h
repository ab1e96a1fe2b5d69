// SPDX-License-Identifier: Apache-2.0
// A request's target (RFC 9112 section 3.2, RFC 3986) taken apart: path segments split before they
// are decoded, so that a key with a slash stays one segment (rule C2), and query parameters in
// their order. Must not know: what any path or parameter means.
#pragma once

#include "base/arena.h"
#include "base/status.h"

#define HTTP_LIMIT_TARGET     ((size_t)8192) // bytes of path and query as sent
#define HTTP_LIMIT_SEGMENTS   ((size_t)32)   // path segments
#define HTTP_LIMIT_PARAMETERS ((size_t)500)  // query parameters

struct http_parameter {
    string_view name;  // decoded
    string_view value; // decoded
};

struct http_target {
    string_view path;            // as sent, without the query
    string_view query;           // as sent, without '?'; empty when there is none
    const string_view *segments; // decoded; "/" has one empty segment, "/a/" has "a" and ""
    size_t segment_count;
    const struct http_parameter
        *parameters; // in order, repeats kept; a name without '=' has value ""
    size_t parameter_count;
};

// Takes apart an origin-form, absolute-form or asterisk-form target; everything lies in `arena`.
// In the query '+' is a blank. ST_TOO_LARGE past a limit; ST_INVALID for a bad escape, a blank or
// control character, or bytes that are not UTF-8 once decoded; error.field is the parameter's name
// or "path".
NODISCARD status http_target_parse(struct arena *arena, string_view raw, struct http_target *out,
                                   struct error *e);
