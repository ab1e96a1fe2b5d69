// SPDX-License-Identifier: Apache-2.0
// Searches that pages run beside the one that was asked: of the same view, with other parameters.
// Must not know: how pages look.
#pragma once

#include "api/page_fields.h"
#include "api/page_site.h"
#include "api/search_input.h"

// A search as GET /api/v1/records would take these parameters, at the view; it ends when the
// request does.
NODISCARD status page_search_input(const struct api *api, struct http_request *request,
                                   const struct view *view, const struct http_parameter *parameters,
                                   size_t count, struct search_input *out, struct error *e);
// The same for the pairs of an address.
NODISCARD status page_search_of(const struct api *api, struct http_request *request,
                                const struct view *view, const struct address *state,
                                struct search_input *out, struct error *e);
// How many records such a search finds.
NODISCARD status page_count(const struct api *api, struct http_request *request,
                            const struct view *view, const struct address *state, uint64_t *total,
                            struct error *e);
// How many records of some tables a search finds; ST_INVALID, as of search_run, where none of them
// ever had a field that is asked for.
NODISCARD status page_count_in(const struct search_input *input, struct arena *arena,
                               const struct uuid *tables, size_t count, uint64_t *total,
                               struct error *e);
