// SPDX-License-Identifier: Apache-2.0
// Puts rows together from the cells of their columns: the hot path of every export.
// Must not know: where the cells come from, which format they are written in.
#pragma once

#include "query/cell_texts.h"

// Appends `rows` lines: the texts of all columns, one behind the other, the last byte of which
// gives way to `line_end` (of at most CELL_PADDING bytes).
NODISCARD status cell_rows_write(const struct cell_column *columns, size_t column_count,
                                 size_t rows, string_view line_end, struct buffer *out,
                                 struct error *e);
