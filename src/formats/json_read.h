// SPDX-License-Identifier: Apache-2.0
// JSON text (RFC 8259, I-JSON for strings) to a document, strictly: no comments, no trailing
// commas, no lone surrogates, no NUL, no name twice in an object. Numbers stay tokens. No
// recursion. Must not know: what the members mean.
#pragma once

#include "formats/document_builder.h"

// Parses one JSON value with nothing but blanks around it into the builder. Names are added to
// `names`, cleaned as formats/field_name.h says when `clean_names`, else as they come.
// On failure `e` holds the reason without a place, and *offset the byte it was noticed at:
// ST_BAD_DATA for bad JSON, ST_TOO_LARGE past a limit of rule A8 (document.h). `text` must outlive
// the document.
NODISCARD status json_parse(string_view text, bool clean_names, struct name_table *names,
                            struct document_builder *b, size_t *offset, struct error *e);

// Line and column (in characters), both from 1, of a byte of a text.
void json_locate(string_view text, size_t offset, uint64_t *line, uint64_t *column);
