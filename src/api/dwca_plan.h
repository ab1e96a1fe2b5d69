// SPDX-License-Identifier: Apache-2.0
// What a Darwin Core Archive of a search's records holds: of which kind its core is, which columns
// its files have, which lists of records become files of their own (rule H1). The same search of
// the same version gives the same plan, whatever was committed since (rule F3). Must not know: how
// the files are written or packed.
#pragma once

#include "api/download.h"
#include "api/package_notes.h"
#include "formats/dwca_terms.h"

// A column of a file, and the field of records that is in it.
struct dwca_column {
    string_view field; // dotted; of a list's element: below the list
    struct dwca_term term;
};

// The rows that one list of records becomes.
struct dwca_list {
    string_view name; // of the field
    string_view file; // "multimedia.txt"
    const struct dwca_row_type *type;
    struct dwca_column *columns;
    size_t count;
    const string_view *house; // members that are no terms, by their names: dynamicProperties
    size_t house_count;
    bool is_flat; // as far as names tell, no member holds others
};

#define DWCA_FILLED_MOST ((size_t)6)

struct dwca_plan {
    enum dwca_core core;
    string_view file;          // "occurrence.txt"
    const struct uuid *tables; // whose records the core has
    size_t table_count;        // more than one: ids carry the table
    uint64_t records;
    uint64_t left_out[DWCA_CORES]; // records found of other kinds, which are not in the archive

    // Rule D2, and what names a record: never without a value, the same for all rows of a table but
    // for the name. First those of which no record has the field, then those that fill gaps.
    struct dwca_column filled[DWCA_FILLED_MOST];
    size_t constant_count;
    size_t filled_count;
    struct dwca_column *columns; // the other terms, in the order of their names
    size_t column_count;
    const string_view *house; // fields that are no terms: dynamicProperties, by their names
    size_t house_count;
    const string_view *nested; // likewise, of lists and objects
    size_t nested_count;
    struct dwca_list *lists;
    size_t list_count;
};

// `asked`: the core that the request names, or DWCA_CORES: that of the most records found.
// Everything lies in `arena`.
NODISCARD status dwca_plan_make(const struct download *d, const struct package_notes *notes,
                                enum dwca_core asked, struct arena *arena, struct dwca_plan *out,
                                struct error *e);

// A file's columns, in order: the id of the record comes before them.
struct dwca_header {
    const struct dwca_term *terms;
    size_t count;
};
NODISCARD status dwca_plan_core(const struct dwca_plan *p, struct arena *arena,
                                struct dwca_header *out, struct error *e);
NODISCARD status dwca_plan_list(const struct dwca_list *l, struct arena *arena,
                                struct dwca_header *out, struct error *e);
// Appends the id of a record.
void dwca_plan_id(const struct dwca_plan *p, string_view table_slug, string_view key,
                  struct buffer *out);
