// SPDX-License-Identifier: Apache-2.0
// The time that records are from (rule C6), as the ten Darwin Core fields from
// earliestEonOrLowestEonothem to latestAgeOrHighestStage tell it: the older bound is the start of
// the finest earliest unit that the table knows, the younger the end of the finest latest one;
// where one side says nothing, the other stands for both, and where they contradict each other, for
// all between. Fields are those of the record itself, in any case, not of lists in it. Must not
// know: HTTP, which rows are asked for.
#pragma once

#include "query/extent.h"
#include "query/field_paths.h"
#include "query/query.h"
#include "query/search.h"

#define GEOLOGICAL_RANKS ((size_t)5)

// The fields as the extent's tables have them.
struct geological_fields {
    struct field_paths earliest[GEOLOGICAL_RANKS]; // eon, era, period, epoch, age
    struct field_paths latest[GEOLOGICAL_RANKS];
};
extern const char *const geological_earliest_fields[GEOLOGICAL_RANKS];
extern const char *const geological_latest_fields[GEOLOGICAL_RANKS];

NODISCARD status geological_fields_find(const struct extent *x, struct arena *arena,
                                        struct geological_fields *out, struct error *e);

// Million years ago.
struct geological_span {
    double start;
    double end;
};
// Gives the span of each row of `rows` that has one, in order.
typedef status geological_visit(void *argument, uint32_t row, struct geological_span span,
                                struct error *e);
NODISCARD status geological_rows(const struct geological_fields *fields, size_t part,
                                 const struct bitset *rows, geological_visit *visit, void *argument,
                                 struct error *e);
// Whether a span overlaps the term's, more than at a bound, or lies within it.
bool geological_holds(const struct query *term, struct geological_span span);

// --- the tree --------------------------------------------------------------------------------

#define GEOLOGICAL_LIMIT_UNKNOWN ((size_t)1000) // names told

struct geological_unknown {
    string_view field;
    string_view name;
    uint64_t count; // records
};
struct geological_tree {
    uint64_t *counts;                         // by interval of the table
    uint64_t dated;                           // records with a span
    uint64_t total;                           // records found
    const struct geological_unknown *unknown; // commonest first
    size_t unknown_count;
    uint64_t unknown_other; // records of the names not told, once for each name
};
// Counts, for each interval, the records that the request finds whose span overlaps it or lies
// within. Everything lies in `arena`.
NODISCARD status geological_tree_make(struct snapshot *s, const struct scope *scope,
                                      struct arena *arena, const struct search_request *request,
                                      bool within, struct geological_tree *out, struct error *e);
