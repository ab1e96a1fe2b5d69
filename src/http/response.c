// SPDX-License-Identifier: Apache-2.0
// Building answers.
#include "http/response.h"

#include "base/hash.h"
#include "base/log.h"
#include "http/negotiate.h"

#include <stdio.h>
#include <string.h>

void http_response_init(struct http_response *r)
{
    *r = (struct http_response){.status = 200, .problem = {.position = -1}};
    buffer_init(&r->body, HTTP_LIMIT_RESPONSE);
}

void http_response_release(struct http_response *r)
{
    buffer_release(&r->body);
}

void http_response_header(struct http_response *r, const char *name, string_view value)
{
    for (size_t i = 0; i < value.length; i++) {
        if ((unsigned char)value.bytes[i] < ' ') {
            log_message(LOG_ERROR, "header %s left out: it holds a control character", name);
            return;
        }
    }
    if (r->header_count == HTTP_HEADERS_MAX) {
        log_message(LOG_ERROR, "header %s left out: there are %zu already", name, HTTP_HEADERS_MAX);
        return;
    }
    r->headers[r->header_count++] = (struct http_header){sv_from(name), value};
}

static bool is_known(struct http_response *r, const struct http_request *request)
{
    if (!etag_listed(http_request_header(request, "If-None-Match"), sv_from(r->etag))) {
        return false;
    }
    r->status = 304;
    return true;
}

bool http_response_not_modified(struct http_response *r, const struct http_request *request,
                                string_view state)
{
    const string_view parts[] = {state, request->target.path, request->target.query,
                                 SV(VITRINE_VERSION)};
    struct buffer text;
    buffer_init(&text, HTTP_LIMIT_TARGET + state.length + 64);
    for (size_t i = 0; i < ARRAY_LENGTH(parts); i++) {
        buffer_append_view(&text, parts[i]);
        buffer_append_byte(&text, '\n');
    }
    uint64_t hash = hash_bytes(text.bytes, text.length);
    bool whole = !text.failed;
    buffer_release(&text);
    if (!whole) {
        return false;
    }
    (void)snprintf(r->etag, sizeof r->etag, "W/\"%016llx\"", (unsigned long long)hash);
    return is_known(r, request);
}

bool http_response_is_known(struct http_response *r, const struct http_request *request,
                            string_view name)
{
    (void)snprintf(r->etag, sizeof r->etag, "\"" SV_FORMAT "\"",
                   SV_ARGUMENT(sv_slice(name, 0, sizeof r->etag - 3)));
    return is_known(r, request);
}
