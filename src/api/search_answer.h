// SPDX-License-Identifier: Apache-2.0
// Writes records as JSON, by hand: the hot path out. Must not know: what was asked.
#pragma once

#include "api/search_input.h"
#include "query/search_write.h"

// The record of one row as an object, of which `fields` are kept; none: all of it. `scratch` is
// reused from row to row.
NODISCARD status write_record_data(struct snapshot *s, const struct record_version *row,
                                   const string_view *fields, size_t field_count,
                                   struct buffer *scratch, struct buffer *out, struct error *e);
// {"dataset","table","key","version","data"} of one row, as write_record_data.
NODISCARD status write_record(const struct view *v, const struct uuid *table, string_view key,
                              const struct record_version *row, const string_view *fields,
                              size_t field_count, struct buffer *scratch, struct buffer *out,
                              struct error *e);
