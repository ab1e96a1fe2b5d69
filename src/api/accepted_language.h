// SPDX-License-Identifier: Apache-2.0
// The language that an answer of the API is told in, where it has words for people (RFC 9110,
// section 12.5.4). Pages have theirs from their address instead.
// Must not know: what is told.
#pragma once

#include "api/pages/language.h"
#include "http/request.h"

// The one that the request would rather have than English; NULL is English.
const struct language *accepted_language(const struct http_request *request);
