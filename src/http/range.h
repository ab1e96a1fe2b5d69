// SPDX-License-Identifier: Apache-2.0
// Parts of a file (RFC 9110 section 14): players of sound and film ask for the second they jump to,
// broken downloads go on where they ended. One range is answered; of several the whole is sent, as
// the standard allows. Must not know: what the bytes are.
#pragma once

#include "http/response.h"

enum range_kind {
    RANGE_WHOLE, // none was asked, or none that can be understood
    RANGE_PART,
    RANGE_OUTSIDE, // of what there is
};

// The bytes first..last, both included, that a Range header asks of `length` bytes.
enum range_kind range_parse(string_view header, uint64_t length, uint64_t *first, uint64_t *last);

// Whether a part of an answer with this strong ETag is asked. An If-Range that does not name the
// ETag asks for the whole.
bool http_range_is_asked(const struct http_response *r, const struct http_request *request);
// Makes an answer of `length` bytes one of the part that is asked, 206, or 416; the caller sends
// the bytes first..last alone where it is RANGE_PART, and all of them where it is RANGE_WHOLE.
enum range_kind http_response_cut(struct http_response *r, const struct http_request *request,
                                  uint64_t length, uint64_t *first, uint64_t *last);
// Cuts an answer of `fixed` bytes so, and says that it can be.
void http_response_range(struct http_response *r, const struct http_request *request);
