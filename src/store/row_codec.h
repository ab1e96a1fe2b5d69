// SPDX-License-Identifier: Apache-2.0
// A document as bytes, for sorted runs: compact, quick, within one import only (names are numbers
// of its name table). Must not know: keys, segments.
#pragma once

#include "base/buffer.h"
#include "formats/document.h"

// Appends the document.
void row_encode(const struct document *d, struct buffer *out);

// Decodes into nodes in `arena`; texts are views into `bytes`. ST_CORRUPT when the bytes are
// damaged (a spilled run was).
NODISCARD status row_decode(string_view bytes, struct arena *arena, struct document *out,
                            struct error *e);

// LEB128, as in docs/format.md.
void varint_append(struct buffer *out, uint64_t value);
NODISCARD bool varint_read(string_view *bytes, uint64_t *out); // takes it off the front
