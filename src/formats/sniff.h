// SPDX-License-Identifier: Apache-2.0
// What a file is, told from its first bytes: kind, encoding, delimiter, quote.
// Must not know: file names, archives.
#pragma once

#include "formats/csv_parser.h"
#include "formats/row_source.h"

#define SNIFF_SAMPLE_BYTES ((size_t)1 << 20)

enum file_kind {
    FILE_TEXT,
    FILE_ZIP,
    FILE_TAR,
    FILE_EMPTY,
    FILE_OTHER, // known and of no use here; the reason says what to do
};

// Tells the kind by the first bytes (of a gzip file: of what it unpacks to, at least 512 of them).
// *reason is a static sentence for FILE_OTHER, else NULL.
enum file_kind sniff_kind(string_view sample, const char **reason);

// The encoding of text, by its byte order mark, its zeros, and whether it is UTF-8. A few bytes
// that are not UTF-8 among many that are make bad rows, not another encoding.
enum text_encoding sniff_encoding(string_view sample);

// The encoding by its byte order mark alone; left as it is when there is none.
void sniff_byte_order_mark(string_view sample, enum text_encoding *encoding);

// The last byte of a line's end: '\r' where there are carriage returns and no line feed, else '\n'.
char sniff_newline(string_view sample);

// Finds what *dialect and *format leave open in a sample of UTF-8 text. `delimiter` and `quote` are
// -1 where open. ST_BAD_DATA when the text is of a kind that is not read.
NODISCARD status sniff_text(string_view sample, int delimiter, int quote,
                            enum source_format *format, struct csv_dialect *dialect,
                            struct error *e);
