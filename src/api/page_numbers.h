// SPDX-License-Identifier: Apache-2.0
// Small questions that pages ask of the query layer. Must not know: how pages look.
#pragma once

#include "api/search_input.h"
#include "api/site.h"

// The fields of all tables, or of those named (count 0: all).
struct field_list {
    const struct search_field *fields;
    size_t count;
};
NODISCARD status fields_of_tables(const struct view *v, struct arena *arena,
                                  const struct uuid *tables, size_t table_count,
                                  struct field_list *out, struct error *e);
bool has_field(const struct field_list *list, string_view name);

// A request for a search that borrows parameters: the same request with these in place of its own.
struct http_request request_with(const struct http_request *request,
                                 const struct http_parameter *parameters, size_t count);

// Records that FIELD=value parameters find.
NODISCARD status count_matches(const struct api *api, const struct http_request *request,
                               const struct http_parameter *parameters, size_t count,
                               uint64_t *total, struct error *e);
