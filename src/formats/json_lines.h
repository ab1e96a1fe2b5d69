// SPDX-License-Identifier: Apache-2.0
// JSON Lines as a source of rows: one object a line, nested as it likes, blank lines skipped.
// Must not know: what the members mean.
#pragma once

#include "formats/byte_source.h"
#include "formats/row_source.h"

// Takes `source` (UTF-8; also when this fails). `file` names it in messages. ST_BAD_DATA when it
// holds no line (rule A8).
NODISCARD status json_lines_create(struct byte_source *source, const char *file,
                                   struct row_report *report, struct row_source **out,
                                   struct error *e);
