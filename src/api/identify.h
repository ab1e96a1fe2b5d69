// SPDX-License-Identifier: Apache-2.0
// Gives what a request asks for an identifier (rules F1 and F2): the one that equal searches at
// equal versions share, with all that its page says kept beside it. Must not know: how pages look,
// what registries are told.
#pragma once

#include "api/cite.h"
#include "catalogue/identifiers.h"
#include "portal/citing.h"

// The search of `input`, read from the request's parameters, at its version: an identifier for
// citing (IDENTIFIER_SEARCH), or a name to remember it by (IDENTIFIER_SLUG). ST_INVALID for a
// search that finds nothing; ST_REFUSED for robots, and, with 429 in `response` (which may be
// NULL), for a client that had its share of this hour. `site` is of the input's view.
NODISCARD status identify_search(const struct api *api, const struct site *site,
                                 const struct search_input *input, enum identifier_kind kind,
                                 struct http_request *request, struct http_response *response,
                                 struct identifier *out, bool *is_new, struct error *e);

// What a request's parameters search, for the handlers that cite it.
NODISCARD status identify_input(const struct api *api, struct http_request *request,
                                struct search_input *input, struct site *site, struct error *e);
