// SPDX-License-Identifier: Apache-2.0
// Copies of a record's JSON with only the fields asked for. Must not know: where records come from.
#pragma once

#include "base/buffer.h"

// Appends the object `json` with only those members whose dotted path is among `fields`, or lies
// below one, or leads to one: fields ["a.b"] keep {"a": [{"b": 1}]} of {"a": [{"b": 1, "c": 2}]}.
// The JSON is the store's own: valid, without blanks, no deeper than its limit. Order of members
// stays.
void project_record(string_view json, const string_view *fields, size_t count, struct buffer *out);

// Appends the object without its closing brace and without the members of those names, so that
// others can be written behind it.
void copy_open_object(string_view json, const char *const *left_out, size_t count,
                      struct buffer *out);
