// SPDX-License-Identifier: Apache-2.0
// What the rail beside a search's results shows above and between its facets: toggles, histograms
// with a range to choose, a tree of taxa, a chart of geological time. Ownership and texts as in
// model.h. Must not know: stores, queries, HTTP.
#pragma once

#include "base/string_view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A filter that is often wanted, as a checkbox.
struct preset {
    const char *label; // English, for say()
    string_view parameter;
    string_view value;
    uint64_t count; // the total once it is chosen
    bool chosen;
};

struct range_bucket {
    uint64_t count; // of the result without the range itself
    uint64_t whole; // of all records of the tables searched
};

// A number that a range is chosen of. Buckets stand side by side from `start` on, each `width`
// wide, those without records too.
struct range_panel {
    string_view field;
    string_view parameter;
    const char *label; // English, for say()
    const char *unit;  // "m"; "" for none
    string_view from;  // as the inputs show them; "" for open
    string_view to;
    string_view other; // what a filter of the field says that is no range; "" for none
    double start;
    double width;
    const struct range_bucket *buckets;
    size_t bucket_count;
    double greatest;    // of all numbers: the last bucket may end before its width does
    bool whole_numbers; // no number has a fraction
    uint64_t outside;   // records of the result with numbers beyond the first and last bucket
    uint64_t missing;   // records of the result without a number
};

struct taxon_row {
    string_view label;
    string_view address; // of the search that chooses it; of a step: of the search that ends there
    uint64_t count;      // of a child
};
struct taxon_step {
    string_view field; // the rank
    struct taxon_row row;
};

// One way down the ranks: the taxa chosen, and below the last those that can be chosen next.
struct taxon_panel {
    const struct taxon_step *steps; // from the highest rank
    size_t step_count;
    string_view root_address;  // the search without any of the ranks
    string_view child_field;   // rank of the children; "" below the lowest
    string_view facet_address; // the rank's facet with all its values; "" where all are here
    const struct taxon_row *children;
    size_t child_count;
    uint64_t other;
    struct taxon_row missing; // those without a value of the rank; count 0: none
};

struct time_row {
    string_view name;
    string_view rank; // "eon", "era", "period", "sub-period", "epoch", "age", as the table has it
    string_view address;
    double start; // million years ago
    double end;
    uint64_t count;
    size_t depth;
    bool chosen;
};
struct time_unknown {
    string_view field;
    string_view name;
    string_view address;
    uint64_t count;
};

// Intervals that records lie within, in the order of the chart, children behind their parents.
struct time_panel {
    const struct time_row *rows;
    size_t row_count;
    uint64_t dated;
    const struct time_unknown *unknown;
    size_t unknown_count;
    uint64_t unknown_other; // further names
    const char *chart;      // its version
};

struct rail {
    const struct preset *presets;
    size_t preset_count;
    const struct range_panel *ranges;
    size_t range_count;
    const struct taxon_panel *taxa; // NULL: none
    const struct time_panel *time;  // NULL: none
};
