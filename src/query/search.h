// SPDX-License-Identifier: Apache-2.0
// Runs a query on a snapshot for a scope: exact totals, hits in a total order, facets, suggestions,
// fields. The same query on the same version gives the same rows in the same order on every
// machine, after every merge. Must not know: HTTP, who asks, what a dataset's metadata mean.
#pragma once

#include "query/query.h"
#include "store/store.h"

#define SEARCH_LIMIT_FACETS       ((size_t)50)
#define SEARCH_LIMIT_FACET_VALUES ((size_t)10000)
#define SEARCH_LIMIT_FACET_OFFSET ((size_t)1000000)
#define SEARCH_LIMIT_SORTS        ((size_t)8)
#define SEARCH_LIMIT_ROWS         ((size_t)1000)
#define SEARCH_LIMIT_BUDGET       ((uint64_t)3600000) // milliseconds

// What is meant where nothing is said.
#define SEARCH_DEFAULT_ROWS         ((size_t)20)
#define SEARCH_DEFAULT_FACET_VALUES ((size_t)10)

struct search_sort {
    // "_key" and "_table" stand for the default order's parts; "_score", alone and not descending,
    // for relevance (relevance.h), the best first; "_kind", likewise, for the default order with
    // the tables in the order that order_tables gives
    string_view field;
    bool descending; // missing stays last (rule C3)
};
// A value of a list of them, for the next part of the same list: of the same snapshot, tables,
// commit and query. Zeroed: before the first.
struct search_facet_place {
    uint32_t group;
    uint32_t count;
};

struct search_facet_request {
    string_view field;
    size_t limit;
    size_t offset;                   // values to pass over
    struct search_facet_place after; // the list goes on behind it; offset counts from there
    string_view prefix; // values with a spelling that starts so in folded form; "": all
    bool multi;         // leave out what the query itself asks of this field alone, but for what
                        // is fixed in it, so that the values not chosen keep their counts
    bool elements;      // count elements of lists, not records once each
    bool by_value;      // in the one order of values, not by count
};

struct search_request {
    const struct query *query; // NULL: all
    const struct query *fixed; // what of it facets' `multi` never leaves out; NULL: nothing
    const struct uuid *tables; // to search; count 0: all the scope allows
    size_t table_count;
    uint32_t commit; // as of; the caller resolves moments (snapshot_commit_at)
    const struct search_facet_request *facets;
    size_t facet_count;
    const struct search_sort *sorts; // then the default order
    size_t sort_count;
    // For "_kind": the tables whose rows come first, one after the other, as of the commit; those
    // of all others come behind them, by UUID. In memory that lives as long as the request.
    status (*order_tables)(void *argument, uint32_t commit, const struct uuid **tables,
                           size_t *count, struct error *e);
    void *order_argument;
    size_t limit;
    uint64_t offset;
    string_view
        after; // cursor of an earlier answer: pins its commit and continues behind it; "" none
    bool count_only;
    bool (*cancelled)(void *argument); // asked now and then; may be NULL
    void *cancelled_argument;
    // Filled in when not NULL (explanation.h): what the search did. Costs each clause once more.
    struct search_explanation *explanation;
};

struct search_hit {
    struct uuid table;
    string_view key;               // in the arena
    uint32_t from;                 // commit that made the row: the record's version
    struct record_version version; // for snapshot_write_record; its hash is search_scan's alone
    bool has_score;                // sorted by "_score"
    double score;                  // in whole millionths
};
struct search_facet_value {
    string_view value; // the commonest spelling among the hits, ties by bytes; text of the value
    uint64_t count;    // records, once each
};
struct search_facet {
    string_view field;
    const struct search_facet_value *values; // by count descending, then the one order of values,
                                             // or in that order (by_value)
    size_t value_count;
    struct search_facet_place last; // of the values listed; where there are none, what was asked
    uint64_t missing;               // records without a value, as QUERY_EXISTS has it
    uint64_t other;    // sum of the counts of the values not listed, of those with the prefix
    uint64_t distinct; // values in all, of those with the prefix
    uint64_t total; // records counted: more than the search finds where `multi` left out a filter
};

struct search_result {
    uint32_t commit;
    uint64_t total;
    const struct search_hit *hits;
    size_t hit_count;
    const struct search_facet *facets;
    size_t facet_count;
    string_view after; // cursor for the next page, "" at the end
};

// Everything in the result lies in `arena`. ST_INVALID for an unknown field (error.field names it)
// or a bad cursor.
NODISCARD status search_run(struct snapshot *s, const struct scope *scope, struct arena *arena,
                            const struct search_request *request, struct search_result *out,
                            struct error *e);

// Every row of the request's query, in its order (facets, limit, offset and after aside), however
// many; the hit's views live during the visit. A sorted scan puts 65,536 rows in order at a time.
typedef status search_scan_visit(void *argument, const struct search_hit *hit, struct error *e);
NODISCARD status search_scan(struct snapshot *s, const struct scope *scope,
                             const struct search_request *request, search_scan_visit *visit,
                             void *argument, struct error *e);

// Values of a field (text of the values, commonest spelling, grouped as facets are) that start with
// `prefix` in folded form, by count of records descending; with the query's filter when given.
NODISCARD status search_suggest(struct snapshot *s, const struct scope *scope, struct arena *arena,
                                const struct search_request *request, string_view field,
                                string_view prefix, size_t limit,
                                const struct search_facet_value **out, size_t *count,
                                struct error *e);

// The same, and values that have `typed` at the beginning of a word (of three
// letters at least), beside the other words typed.
NODISCARD status search_suggest_words(struct snapshot *s, const struct scope *scope,
                                      struct arena *arena, const struct search_request *request,
                                      string_view field, string_view typed, size_t limit,
                                      const struct search_facet_value **out, size_t *count,
                                      struct error *e);

// The names of fields as the tables of the request (its query aside) have them, each once: the
// spelling of a name that is asked in another case. ST_INVALID for an unknown field, as above.
NODISCARD status search_spellings(struct snapshot *s, const struct scope *scope,
                                  struct arena *arena, const struct search_request *request,
                                  const string_view *names, size_t name_count,
                                  const string_view **out, size_t *count, struct error *e);

// What a table's (or all tables') fields hold.
struct search_field {
    string_view name;  // dotted
    bool nested;       // inside a list
    uint64_t records;  // records with a value that is not missing-like
    uint64_t total;    // records in the table at the commit
    uint64_t distinct; // distinct values in the dictionaries at hand (an upper bound over several
                       // segments)
    uint64_t numbers;  // dictionary entries of each type
    uint64_t dates;
    uint64_t booleans;
    uint64_t texts;
};
NODISCARD status search_fields(struct snapshot *s, const struct scope *scope, struct arena *arena,
                               const struct uuid *tables, size_t table_count, uint32_t commit,
                               bool (*cancelled)(void *argument), // may be NULL
                               void *cancelled_argument, const struct search_field **out,
                               size_t *count, struct error *e);

// Whether some table asked ever had the field, be it a list or an object; a search for one that
// none had is refused.
NODISCARD status search_has_field(struct snapshot *s, const struct scope *scope,
                                  const struct uuid *tables, size_t table_count, uint32_t commit,
                                  string_view field, bool *out, struct error *e);

// What fields hold at a glance, many times quicker than search_fields: no value is read.
struct search_outline {
    string_view name; // dotted
    bool nested;      // inside a list
    uint64_t records; // records with a value that is not missing-like
    uint64_t total;   // records of the tables at the commit
    // Dictionary entries that the tables' rows have, of other commits too, spellings that are equal
    // without case apart; those of other tables too where these have few rows of the same segment.
    // Not the same after a merge.
    uint64_t entries;  // at least as many as distinct values
    uint64_t together; // the most that stand in one dictionary
    uint64_t numbers;  // entries of each type, when these are asked for
    uint64_t dates;    // years too, which are numbers as well
    uint64_t booleans;
    uint64_t texts;
};
// In order of names' bytes; as search_fields otherwise.
NODISCARD status search_outlines(struct snapshot *s, const struct scope *scope, struct arena *arena,
                                 const struct uuid *tables, size_t table_count, uint32_t commit,
                                 bool types, const struct search_outline **out, size_t *count,
                                 struct error *e);

// Field-level differences between two records as JSON: [{"field": "dotted.path" or "list[2].path",
// "change": "added" | "removed" | "changed", "from": value, "to": value}]; from or to may be the
// empty view (no record).
NODISCARD status record_diff(struct arena *arena, string_view from_json, string_view to_json,
                             struct buffer *out, struct error *e);

// Rows added, removed and changed between two commits for a query's matches, in default order;
// streaming.
enum row_change { ROW_ADDED, ROW_REMOVED, ROW_CHANGED };
typedef status search_diff_visit(void *argument, enum row_change change, const struct uuid *table,
                                 string_view key, const struct record_version *from,
                                 const struct record_version *to, struct error *e);
NODISCARD status search_diff(struct snapshot *s, const struct scope *scope,
                             const struct query *query, const struct uuid *tables,
                             size_t table_count, uint32_t from, uint32_t to,
                             search_diff_visit *visit, void *argument, struct error *e);
