// SPDX-License-Identifier: Apache-2.0
// Which field names a record (rule A2), and the key of one row.
// Must not know: commits, segments.
#pragma once

#include "base/buffer.h"
#include "formats/row_source.h"

#define CONTENT_KEY ":content"

// Finds the first filled and unique field of _id, id, occurrenceID, taxonID, eventID, catalogNumber
// by reading the whole source; `work_folder` takes sorted runs. Rows whose value is longer than a
// key may be are left to the import, which reports them. "" when there is none; key_advice.h then
// says what could be.
NODISCARD status record_key_detect(struct row_source *source, const char *work_folder,
                                   char out[LIMIT_KEY_BYTES], struct error *e);

// The key of a row: the text of the string or number in the root member `field`, or for ":content"
// the first 32 hexadecimal digits of the SHA-256 of its canonical bytes. Empty when the field is
// missing, blank or no scalar. The view lives in `scratch` or in the document.
string_view record_key_of(const struct document *d, const struct name_table *names,
                          string_view field, struct buffer *scratch);
