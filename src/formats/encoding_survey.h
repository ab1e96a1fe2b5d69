// SPDX-License-Identifier: Apache-2.0
// The encoding of a file by more than its beginning: a large table may hold its first accent far
// down. Must not know: rows.
#pragma once

#include "formats/row_source.h"

// The encoding of the file whose start is `sample`. Where the start is plain ASCII, lines from
// places all over the file are looked at too; a packed file is judged by its start alone.
enum text_encoding survey_encoding(const char *path, string_view sample);
