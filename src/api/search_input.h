// SPDX-License-Identifier: Apache-2.0
// One search as the API takes it, from URL parameters or from a JSON body, checked and ready to
// run. Must not know: how answers look.
#pragma once

#include "api/api.h"
#include "query/search.h"

#define SEARCH_INPUT_FIELDS ((size_t)500)
#define SEARCH_INPUT_TABLES ((size_t)5000)

struct search_input {
    struct view view;
    struct search_request request;
    const string_view *fields; // of data; none: all of it
    size_t field_count;
};

// Parameters that are no fields; "field.NAME" is the field of such a name.
extern const char *const search_parameters[];
extern const size_t search_parameter_count;

// Gives "_kind" its meaning: rows by the kinds of their tables as of the commit (rule C4), each
// kind in the default order. A request without an order gets this one.
NODISCARD status search_input_by_kind(const struct api *api, struct arena *arena,
                                      struct search_input *input, struct error *e);
// Gives the request up after so many milliseconds more, if the server would not do so before. 0:
// leaves it as it is.
void search_input_budget(struct http_request *request, uint64_t milliseconds);
// Lets the answer tell what the search did.
NODISCARD status search_input_explain(struct http_request *request, struct search_input *input,
                                      struct error *e);
// From the parameters of GET /api/v1/records. Names in `more` (ended by NULL; may be NULL) belong
// to the caller.
NODISCARD status search_input_from_parameters(const struct api *api, struct http_request *request,
                                              const char *const *more, struct search_input *out,
                                              struct error *e);
// Only the moment, dataset, table and kind of such a request; its other parameters are not read.
NODISCARD status search_input_tables(const struct api *api, struct http_request *request,
                                     struct search_input *out, struct error *e);
// ST_INVALID when the request has one of these parameters (ended by NULL), which only other answers
// take.
NODISCARD status search_input_refuse(const struct http_request *request, const char *const *names,
                                     struct error *e);
// ST_INVALID when the request has a parameter of a page of records (facets, sort, offset, after,
// fields), which an answer of another kind has no use for.
NODISCARD status search_input_refuse_page(const struct http_request *request, struct error *e);
// Members of a body that belong to the caller.
struct search_body_more {
    const char *const *members; // ended by NULL
    const char *const *taken;   // of a search's own; NULL: all of them
    // Reads them, once all of the search's own is known; `root` is the body (jansson's json_t).
    status (*read)(void *argument, const void *root, const struct search_input *input,
                   struct error *e);
    void *argument;
};
// From the body of POST /api/v1/search; *position is the byte where bad JSON was noticed. `more`
// may be NULL.
NODISCARD status search_input_from_body(const struct api *api, struct http_request *request,
                                        const struct search_body_more *more,
                                        struct search_input *out, int64_t *position,
                                        struct error *e);
