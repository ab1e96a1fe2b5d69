// SPDX-License-Identifier: Apache-2.0
// Writes the parts of a search's answer as JSON: one form, whoever answers.
// Must not know: where it was asked, which fields of a record are wanted.
#pragma once

#include "query/search.h"

// Begins the object of a hit: {"dataset","table","key","version","data": and nothing behind; the
// record and the closing brace are the caller's. ST_INTERNAL when the table is of no dataset.
NODISCARD status write_hit_start(const struct snapshot *s, const struct uuid *table,
                                 string_view key, uint32_t from, struct buffer *out,
                                 struct error *e);
// [{"value","count"}, ...]
void write_facet_values(const struct search_facet_value *values, size_t count, struct buffer *out);
// [{"field","values","missing","other","distinct","total"}, ...]
void write_facets(const struct search_facet *facets, size_t count, struct buffer *out);
