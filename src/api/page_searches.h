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
// The same for the pairs of an address, without those of its view.
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
// The order of a page's rows where words are asked for and no order is: by kind, specimens first.
// The API's own default order is that of tables.
bool page_orders_by_kind(const struct address *state);
NODISCARD status page_order_rows(const struct api *api, struct arena *arena,
                                 const struct address *state, struct search_input *input,
                                 struct error *e);
// The filters of a page's state as an address of the API at a version, without what is of pages or
// views; fields of the names in `own` (ended by NULL; may be NULL), which there mean something
// else, are written "field.NAME".
string_view page_api_address(struct arena *arena, const struct address *state, moment version,
                             string_view path, const char *const *own);
// The same before it is printed, so that more can be added.
void page_api_state(struct arena *arena, const struct address *state, moment version,
                    string_view path, const char *const *own, struct address *target);
// The records of a state that have the value in the field, in the first view; empty where the value
// is too long for an address.
string_view page_value_address(struct arena *arena, const struct address *state, string_view field,
                               string_view value);
