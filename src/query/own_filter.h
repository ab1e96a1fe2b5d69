// SPDX-License-Identifier: Apache-2.0
// A query without what it asks at its top of one field alone (facets that keep the counts of values
// not chosen). Must not know: rows, values.
#pragma once

#include "query/field_paths.h"
#include "query/query.h"

// *out is `q` itself when it asks nothing of the field at its top, else a smaller normalised tree
// in `arena`, NULL when nothing is left. Of a "not" at the top the members that name the field
// alone are left out.
NODISCARD status own_filter_remove(const struct extent *x, const struct query *q, string_view field,
                                   struct arena *arena, const struct query **out, struct error *e);
