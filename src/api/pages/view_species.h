// SPDX-License-Identifier: Apache-2.0
// The search as the list of its taxa: what there is to show. Must not know: where it comes from.
#pragma once

#include "api/pages/model.h"

struct species_row {
    string_view name;
    string_view about;   // its own page; empty for none
    string_view address; // of its records; empty where the name is too long for an address
    uint64_t count;      // records
    bool has_years;
    int64_t first;
    int64_t last;
    string_view picture;         // path of this host; empty for none
    string_view picture_address; // of the record that it is of
};

struct species_level {
    string_view field;
    string_view address;
};

struct view_species {
    string_view field; // whose values these are
    bool is_name;      // a scientific name, in italics
    bool years;        // the tables have years
    bool pictures;     // some row has one
    bool by_name;      // sorted so; else by count
    string_view name_address;
    string_view count_address; // the same list in either order
    const struct species_level *levels;
    size_t level_count;
    const struct species_row *rows;
    size_t row_count;
    uint64_t distinct;
    uint64_t offset;
    uint64_t limit;
    uint64_t missing;            // records without a value
    string_view missing_address; // of those
    string_view csv_address;     // of the whole list
};
