// SPDX-License-Identifier: Apache-2.0
// Problem details for HTTP (RFC 9457): the one body of every error answer.
// Must not know: which route failed.
#pragma once

#include "base/buffer.h"
#include "base/status.h"
#include "base/string_view.h"

#define HTTP_PROBLEM_TYPE "application/problem+json"

struct http_problem {
    int status;          // HTTP status; 0 means no problem
    const char *title;   // NULL: the status's own phrase
    string_view detail;  // what failed and what to change
    string_view field;   // the parameter, JSON pointer or header at fault; "" when none is
    int64_t position;    // byte in the body or address where it went wrong; -1 when not known
    string_view members; // further members as JSON text, such as "lastVersion":12; "" for none
};

// The HTTP status for a failed call: see docs/api.md, Errors.
int http_status_of(status code);
// The standard phrase of a status (RFC 9110), such as "Not Found"; never NULL.
const char *http_status_phrase(int http_status);

// Fills a problem from a failed call; of the server's own faults (500) it says nothing but that
// they were logged. `detail` and `field` then point into `e`.
void http_problem_from(status code, const struct error *e, struct http_problem *out);

// Writes the JSON; `instance` is the request's identifier, a UUID.
void http_problem_write(const struct http_problem *problem, const char *instance,
                        struct buffer *out);
