// SPDX-License-Identifier: Apache-2.0
// What a search did: for each clause of the query how many rows it matches and takes away, and
// where the time went.
// Must not know: HTTP, who asks.
#pragma once

#include "query/match.h"

#define EXPLAIN_LIMIT_CLAUSES ((size_t)64)

// A member of the query's outermost "and", or the whole query; in the order in which they are run.
struct search_clause {
    const struct query *query;
    uint64_t alone;       // rows of the tables asked, visible at the version, that it matches
    uint64_t remaining;   // rows that it and all clauses before it match
    uint64_t removed;     // rows that all other clauses match and it does not
    uint64_t nanoseconds; // spent on it when it is asked alone
};
struct search_explanation {
    const struct search_clause *clauses;
    size_t clause_count;
    uint64_t rows;  // visible at the version, of the tables asked
    uint64_t total; // that match
    uint64_t match; // nanoseconds: finding the rows
    uint64_t facets;
    uint64_t order; // finding the page's rows
    uint64_t hits;  // finding their keys and versions
};

// Runs every clause by itself; rows and clauses are filled in, in `arena`. ST_INVALID past
// EXPLAIN_LIMIT_CLAUSES.
NODISCARD status explanation_make(const struct extent *x, const struct query *normalised,
                                  struct arena *arena, const struct cancellation *cancellation,
                                  struct search_explanation *out, struct error *e);
// {"clauses":[{"alone","query","milliseconds","remaining","removed","words"}],
// "milliseconds":{"facets","hits","match","order"},"rows","total"}.
void explanation_print(const struct search_explanation *x, struct buffer *out);
