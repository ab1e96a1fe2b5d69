// SPDX-License-Identifier: Apache-2.0
// The terms of Darwin Core Archives: which kinds of rows there are, and which fields each has, as
// rs.gbif.org defines them (cores of 2025-07-10; Audiovisual Core of 2026-02-24). Must not know:
// files, records.
#pragma once

#include "base/string_view.h"

struct dwca_term_group {
    const char *space; // what the terms' URIs begin with
    const char *names; // separated by blanks; "name=end" where the URI does not end with the name
};

// A core or an extension.
struct dwca_row_type {
    const char *uri;   // rowType
    const char *lists; // names that records give to lists of such rows, separated by blanks
    const struct dwca_term_group *groups;
    size_t group_count;
};

enum dwca_core { DWCA_OCCURRENCE, DWCA_TAXON, DWCA_EVENT, DWCA_CORES };

// "occurrence", "taxon", "event"
extern const char *const dwca_core_names[DWCA_CORES];
extern const struct dwca_row_type dwca_cores[DWCA_CORES];

// The rows that a list of records holds, by its name, behind which a number may stand
// ("multimedia2"). `audiovisual`: its elements tell where to fetch them (accessURI), as Audiovisual
// Core has it. NULL for a list of another kind.
const struct dwca_row_type *dwca_extension(string_view list, bool audiovisual);

struct dwca_term {
    string_view name; // as the definition spells it
    string_view space;
    string_view end; // of the URI, behind `space`
};

// The term that a field is by its name, whose letters may be of any case; false for none.
bool dwca_term_find(const struct dwca_row_type *type, string_view field, struct dwca_term *out);
// The name of the term with that URI where the URI ends with something else (the numbers of MIxS),
// else an empty view.
string_view dwca_term_name(string_view uri);
