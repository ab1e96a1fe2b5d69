// SPDX-License-Identifier: Apache-2.0
// A delimited file with a header as a source of rows: each row an object of strings, as they came.
// Header names are trimmed; one that comes again gets " (2)" appended, an empty one is "column N",
// and so is one that the header leaves out. An empty field is an empty string; fields that a short
// row does not have are absent. Must not know: archives.
#pragma once

#include "formats/csv_parser.h"
#include "formats/row_source.h"

// Takes `source` (UTF-8; also when this fails). `file` names it in messages. ST_BAD_DATA when there
// is no header or nothing below it (rule A8).
NODISCARD status csv_source_create(struct byte_source *source, const struct csv_dialect *dialect,
                                   const char *file, struct row_report *report,
                                   struct row_source **out, struct error *e);
