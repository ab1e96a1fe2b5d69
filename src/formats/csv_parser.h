// SPDX-License-Identifier: Apache-2.0
// Delimited text (RFC 4180 and the wild) to rows of fields, as a stream, in constant memory.
// - Fields come exactly as written, without the quotes around them and with doubled quotes single.
// - A quote inside an unquoted field is an ordinary character; so is one inside a quoted field that
//   neither a quote nor the field's end follows, as long as that field stays on one line.
// - A carriage return before the line feed belongs to the line's end. Blank lines are skipped.
// - A quoted field that is never closed costs its line only: reading goes on behind the line, and
// until
//   what the field had swallowed is over, rows must be complete (struct csv_row, `recovering`).
// Must not know: headers, names, keys.
#pragma once

#include "formats/byte_source.h"
#include "formats/document.h"

struct csv_dialect {
    char delimiter;
    char quote;         // 0: none
    char newline;       // the last or only byte of a line's end: '\n', '\r' or another
    bool has_row_names; // the header leaves out the name of the first column, as R writes tables
};

enum csv_fault {
    CSV_FINE,
    CSV_UNCLOSED_QUOTE,
    CSV_ROW_TOO_LONG,   // over LIMIT_RECORD_BYTES
    CSV_FIELD_TOO_LONG, // over LIMIT_VALUE_BYTES
    CSV_BAD_BYTE,       // not UTF-8
    CSV_NUL,
};

struct csv_row {
    const string_view *fields; // borrowed until the next call; of a faulty row what could be read
    size_t count;              // fields stored, at most CSV_MOST_FIELDS
    bool more_fields;          // there were more than that
    uint64_t line;             // where it starts, from 1
    enum csv_fault fault;
    size_t fault_field; // number of the field at fault, from 0
    bool unterminated;  // the input ended without a line's end
    bool recovering;    // follows an unclosed quote: trust it only when it is complete
};

#define CSV_MOST_FIELDS (2 * LIMIT_TABLE_PATHS)

struct csv_parser;

// Takes `source`, which must give UTF-8 (also when this fails).
NODISCARD status csv_parser_create(struct byte_source *source, const struct csv_dialect *dialect,
                                   struct csv_parser **out, struct error *e);
void csv_parser_destroy(struct csv_parser *p);
// The next row, good or faulty; *more is false at the end.
NODISCARD status csv_parser_next(struct csv_parser *p, struct csv_row *row, bool *more,
                                 struct error *e);
// Whether a row follows, good or faulty. Fields of the row before are gone after this.
NODISCARD status csv_parser_has_more(struct csv_parser *p, bool *more, struct error *e);
// Skips one line, whatever is in it; fine at the end.
NODISCARD status csv_parser_skip_line(struct csv_parser *p, struct error *e);
// Tells whether a recovering row was complete.
void csv_parser_judge(struct csv_parser *p, bool complete);
// Bytes of the input read so far, as it lies.
uint64_t csv_parser_consumed(const struct csv_parser *p);
