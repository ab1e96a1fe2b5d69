// SPDX-License-Identifier: Apache-2.0
// What type a column of a table can have, for formats whose columns have types: that of all values
// which rows of the extent's tables have at its commit, whichever rows are found and however they
// lie in segments, so that the same request has the same types for ever (rule F3). Must not know:
// formats.
#pragma once

#include "query/field_paths.h"

enum column_type {
    COLUMN_TEXT,
    COLUMN_INTEGER, // every value is an integer of 64 bits, written the shortest way
    COLUMN_REAL,    // every value is a decimal number of at most 15 digits, without an exponent
    COLUMN_BOOLEAN, // every value is "true" or "false"
};

struct column_kind {
    enum column_type type;
    bool list; // some row has several values, or its value in a list
};

// Names that end like identifiers (ID, Number, Code ...) are of text, whatever stands there:
// `00123`, `1-2` and `MAR1` belong together (rule H2).
NODISCARD status column_kind_find(const struct extent *x, const struct field_paths *field,
                                  struct column_kind *out, struct error *e);

// Of it, only whether it is a list.
NODISCARD status column_is_list(const struct extent *x, const struct field_paths *field, bool *out,
                                struct error *e);

// Which types a text can be written as: bits 1 << enum column_type.
unsigned column_types_of(string_view text);
