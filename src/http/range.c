// SPDX-License-Identifier: Apache-2.0
// Reads ranges and cuts answers to them.
#include "http/range.h"

#define UNIT SV("bytes=")

// Digits alone, as many as there may be: what does not fit is more than any file has.
static bool read_position(string_view text, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned digit = (unsigned char)text.bytes[i] - (unsigned)'0';
        if (digit > 9) {
            return false;
        }
        *out = *out > (UINT64_MAX - digit) / 10 ? UINT64_MAX : *out * 10 + digit;
    }
    return text.length > 0;
}

// "-500": so many at the end.
static enum range_kind parse_end(uint64_t most, uint64_t length, uint64_t *first, uint64_t *last)
{
    if (most == 0 || length == 0) {
        return RANGE_OUTSIDE;
    }
    *first = length - MIN(most, length);
    *last = length - 1;
    return RANGE_PART;
}

enum range_kind range_parse(string_view header, uint64_t length, uint64_t *first, uint64_t *last)
{
    header = sv_trim(header);
    if (!sv_equal_ignore_case(sv_slice(header, 0, UNIT.length), UNIT)) {
        return RANGE_WHOLE;
    }
    string_view range = sv_trim(sv_slice(header, UNIT.length, SIZE_MAX));
    size_t dash = sv_find(range, '-');
    string_view begin = sv_slice(range, 0, dash);
    string_view end = sv_slice(range, dash + 1, SIZE_MAX);
    if (dash == range.length) {
        return RANGE_WHOLE;
    }
    if (begin.length == 0) {
        uint64_t most = 0;
        return read_position(end, &most) ? parse_end(most, length, first, last) : RANGE_WHOLE;
    }
    *last = UINT64_MAX;
    bool understood = read_position(begin, first) && (end.length == 0 || read_position(end, last));
    if (!understood || *last < *first) {
        return RANGE_WHOLE;
    }
    if (*first >= length) {
        return RANGE_OUTSIDE;
    }
    *last = MIN(*last, length - 1);
    return RANGE_PART;
}

// Compared strongly (RFC 9110 section 13.1.5); a date names nothing here.
static bool is_of_these_bytes(string_view if_range, const struct http_response *r)
{
    return if_range.length == 0 || sv_equal(if_range, sv_from(r->etag));
}

static void refuse(struct http_response *r, const struct http_request *request, uint64_t length)
{
    r->status = 416;
    r->content_type = NULL;
    r->fixed = (string_view){0};
    r->produce = NULL;
    r->etag[0] = '\0';
    r->cache_control = "no-store";
    http_response_header(r, "Content-Range",
                         arena_print(request->arena, "bytes */%llu", (unsigned long long)length));
}

bool http_range_is_asked(const struct http_response *r, const struct http_request *request)
{
    string_view asked = sv_trim(http_request_header(request, "Range"));
    return r->status == 200 && request->method == HTTP_GET &&
           sv_equal_ignore_case(sv_slice(asked, 0, UNIT.length), UNIT) &&
           is_of_these_bytes(http_request_header(request, "If-Range"), r);
}

enum range_kind http_response_cut(struct http_response *r, const struct http_request *request,
                                  uint64_t length, uint64_t *first, uint64_t *last)
{
    if (!http_range_is_asked(r, request)) {
        return RANGE_WHOLE;
    }
    enum range_kind kind = range_parse(http_request_header(request, "Range"), length, first, last);
    if (kind == RANGE_OUTSIDE) {
        refuse(r, request, length);
    } else if (kind == RANGE_PART) {
        r->status = 206;
        http_response_header(r, "Content-Range",
                             arena_print(request->arena, "bytes %llu-%llu/%llu",
                                         (unsigned long long)*first, (unsigned long long)*last,
                                         (unsigned long long)length));
    }
    return kind;
}

void http_response_range(struct http_response *r, const struct http_request *request)
{
    uint64_t first = 0;
    uint64_t last = 0;
    http_response_header(r, "Accept-Ranges", SV("bytes"));
    if (http_response_cut(r, request, r->fixed.length, &first, &last) == RANGE_PART) {
        r->fixed = sv_slice(r->fixed, first, last + 1 - first);
    }
}
