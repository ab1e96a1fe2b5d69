// SPDX-License-Identifier: Apache-2.0
// Pieces of JSON (RFC 8259) in the shortest escapes: \" \\ \b \f \n \r \t, \u00xx in lower case for
// the other characters below U+0020, all else as UTF-8 as it stands (docs/format.md, Canonical
// bytes). Must not know: documents.
#pragma once

#include "base/buffer.h"
#include "base/string_view.h"

// Length of the run from `start` that needs no escape: no character below U+0020, no " and no \\.
size_t json_plain_run(string_view text, size_t start);

// Appends the text with escapes, without the quotes around it.
void json_write_escaped(struct buffer *out, string_view text);

// Appends a string with its quotes.
void json_write_string(struct buffer *out, string_view text);

// Appends `"name":`, with a comma before it unless the object has just been opened.
void json_write_name(struct buffer *out, string_view name);
// The same with a string as the value; nothing at all for an empty value.
void json_write_member(struct buffer *out, string_view name, string_view value);
