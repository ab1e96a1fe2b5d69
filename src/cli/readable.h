// SPDX-License-Identifier: Apache-2.0
// JSON for people to read in a terminal: a field a line, aligned. Must not know: what it is about.
#pragma once

#include "base/buffer.h"
#include "base/status.h"
#include "base/string_view.h"

// The members of a JSON object, a line each: dotted names, list elements as name[1], the texts of a
// list in one line. Control characters become blanks; a line break goes on below the value.
NODISCARD status readable_object(string_view json, struct buffer *out, struct error *e);
// What record_diff (query/search.h) gives, as "field: before -> after" lines.
NODISCARD status readable_diff(string_view json, struct buffer *out, struct error *e);
