// SPDX-License-Identifier: Apache-2.0
// The different values of a field among the records that a search finds, with counts and with the
// least and greatest number of another field: taxa with their first and last year. Any part of the
// list costs what it holds. Must not know: how answers look.
#pragma once

#include "api/search_input.h"

#define VALUE_LIST_MOST SEARCH_LIMIT_FACET_VALUES // at once

struct listed_value {
    string_view value; // the commonest spelling
    uint64_t count;    // records
    bool has_range;    // some record has a number in the field of the range
    double least;
    double greatest;
};

struct value_list_request {
    string_view field;
    string_view range;               // a field of numbers; empty: none
    bool by_value;                   // in the order of values; else by count, the most first
    struct search_facet_place after; // the list goes on behind it
    size_t offset;                   // from there
    size_t limit;                    // at most VALUE_LIST_MOST
};

struct listed_values {
    const struct listed_value *values;
    size_t count;
    struct search_facet_place last; // of them
    uint64_t total;                 // records that the search finds
    uint64_t distinct;              // values in all
    uint64_t missing;               // records without a value
};

// Query, tables, commit and cancellation are those of `search`; the answer lies in `arena`.
// ST_INVALID names a field that the tables never had.
NODISCARD status value_list_make(struct snapshot *snapshot, const struct search_request *search,
                                 const struct value_list_request *asked, struct arena *arena,
                                 struct listed_values *out, struct error *e);
// The search of the records that have one of the values (as `in` does) beside all else; in `arena`.
NODISCARD status query_with_values(struct arena *arena, const struct query *query,
                                   string_view field, const string_view *values, size_t count,
                                   const struct query **out, struct error *e);
