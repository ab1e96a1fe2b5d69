// SPDX-License-Identifier: Apache-2.0
// Searches narrowed to records that have something. Must not know: what it is for.
#pragma once

#include "query/search.h"

// Keeps the request to records with a value in one of the fields, which its tables have; with none
// of them it finds nothing. All of it lies in `arena`.
NODISCARD status narrow_to_fields(struct search_request *request, const string_view *fields,
                                  size_t count, struct arena *arena, struct error *e);
