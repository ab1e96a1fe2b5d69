// SPDX-License-Identifier: Apache-2.0
// How one version of a record becomes another, as operations of JSON Patch (RFC 6902): whole
// members are added, replaced and removed. Must not know: stores, where the operations stand.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"

// Appends a text as one token of a JSON Pointer (RFC 6901, section 4): "/a~1b".
void record_patch_token(struct buffer *pointer, string_view text);
// Appends the operations, each with what `between` holds before it but for the first of all, which
// *begun tells. `pointer` leads to the record; no record at a moment is the empty view.
NODISCARD status record_patch(string_view pointer, string_view from_json, string_view to_json,
                              string_view between, bool *begun, struct buffer *out,
                              struct error *e);
