// SPDX-License-Identifier: Apache-2.0
// Cells of RFC 4180, with any separator. Must not know: rows, columns.
#pragma once

#include "base/buffer.h"

// Whether a text must stand in quotes: it holds the separator, a quote or a line break.
bool csv_needs_quotes(string_view text, char separator);
// The text in quotes, `before` within them before it.
void csv_write_quoted(string_view before, string_view text, struct buffer *out);
// The text, in quotes where it must, and the separator behind it.
void csv_write_cell(string_view text, char separator, struct buffer *out);
