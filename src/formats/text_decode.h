// SPDX-License-Identifier: Apache-2.0
// Text of other encodings as a stream of UTF-8. What cannot be decoded becomes the byte 0xFF, which
// is never part of UTF-8, so that the reader of rows finds it, and with it the row that is bad.
// Must not know: rows.
#pragma once

#include "formats/byte_source.h"
#include "formats/row_source.h"

// Wraps `encoded`, which the result owns (also when this fails). A byte order mark at the start is
// left out. `encoding` must not be ENCODING_DETECT.
NODISCARD status text_source_create(struct byte_source *encoded, enum text_encoding encoding,
                                    struct byte_source **out, struct error *e);

// The encoding by its common name, whatever its case and hyphens ("utf8", "ISO-8859-1", "cp1252").
// UTF-16 without an order is little-endian; a byte order mark is stronger, which callers look for.
// False when the name is not known.
bool text_encoding_from_name(string_view name, enum text_encoding *out);
const char *text_encoding_name(enum text_encoding encoding);

// Characters of Windows-1252's bytes 0x80 to 0x9F; 0 where there is none.
extern const uint16_t windows1252_high[32];
