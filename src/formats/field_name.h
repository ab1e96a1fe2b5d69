// SPDX-License-Identifier: Apache-2.0
// Names of fields as people wrote them, made fit for a name table: trimmed, control characters
// removed. Must not know: where the names come from.
#pragma once

#include "base/buffer.h"
#include "base/status.h"

#define LIMIT_NAME_BYTES ((size_t)1024)

// Whether a name can stand as it is.
bool field_name_is_clean(string_view name);

// Replaces the content of `out` by the cleaned name; one that has nothing left becomes "column N",
// where N is `position` (from 1). ST_BAD_DATA when it is not UTF-8 or longer than LIMIT_NAME_BYTES.
NODISCARD status field_name_clean(string_view name, size_t position, struct buffer *out,
                                  struct error *e);
