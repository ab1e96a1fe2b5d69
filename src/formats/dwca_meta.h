// SPDX-License-Identifier: Apache-2.0
// meta.xml of a Darwin Core Archive: which files there are, how they are written and what their
// columns mean (Darwin Core text guide, 2023, sections 2 and 3; attributes and defaults from
// there). Must not know: the files themselves.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "formats/row_source.h"

#define DWCA_MOST_FILES ((size_t)1000) // locations, and extensions
#define DWCA_NO_INDEX   SIZE_MAX

// <field>: term, and index or default or both.
struct dwca_field {
    string_view term;          // as given, usually a URI
    size_t index;              // DWCA_NO_INDEX: the default is the value of every row
    string_view default_value; // "" for none
    string_view vocabulary;    // URI of the value's vocabulary, or ""
    string_view
        delimited_by; // between the values of a list in one field, or ""; values are kept whole
};

// <core> or <extension>.
struct dwca_file {
    string_view row_type;
    string_view date_format; // default "YYYY-MM-DD"; values are kept as they are
    enum text_encoding encoding;
    char delimiter;      // fieldsTerminatedBy
    char quote;          // fieldsEnclosedBy; 0: none
    int line_end;        // linesTerminatedBy; -1: a line feed, a carriage return or both
    size_t header_lines; // ignoreHeaderLines
    const char **locations;
    size_t location_count;
    size_t id_index; // of <id> or <coreid>; DWCA_NO_INDEX when there is none
    struct dwca_field *fields;
    size_t field_count;
};

struct dwca_meta {
    const char *metadata; // name of the metadata document, or NULL
    struct dwca_file core;
    struct dwca_file *extensions;
    size_t extension_count;
};

// Everything lives in `memory`. ST_BAD_DATA says what is wrong and where.
NODISCARD status dwca_meta_read(string_view xml, struct arena *memory, struct dwca_meta *out,
                                struct error *e);

// The part of a term behind its last '/' or '#' (or ':' of a short form).
string_view term_local_name(string_view term);
