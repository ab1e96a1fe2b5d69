// SPDX-License-Identifier: Apache-2.0
// What can be asked of a result beside its rows and facets (docs/query.md, What can be asked of a
// result): statistics and histograms of fields, groups with measures, grids of positions. All of
// them speak of the rows that one search finds. Must not know: HTTP, who asks.
#pragma once

#include "query/search.h"
#include "query/vocabulary.h"

#define SUMMARY_LIMIT_PARTS        ((size_t)20) // statistics, histograms, groupings, grids each
#define SUMMARY_LIMIT_QUANTILES    ((size_t)100)
#define SUMMARY_LIMIT_GROUP_FIELDS ((size_t)3)
#define SUMMARY_LIMIT_MEASURES     ((size_t)10)
#define SUMMARY_LIMIT_CELLS        ((size_t)100000) // of a grouping or a grid
#define SUMMARY_LIMIT_BUCKETS      ((size_t)10000)  // of a histogram
#define SUMMARY_LIMIT_SHARE_TERMS  ((size_t)64)

// --- statistics ------------------------------------------------------------------------------

struct statistics_request {
    string_view field;
    const uint32_t *quantiles; // in millionths, 0 to 1,000,000
    size_t quantile_count;
};
// A number among the values: whole ones of 64 bits as such, others as the double nearest to them.
struct statistics_number {
    double number;
    int64_t integer;
    bool is_integer;
};
// A record counts once for each different value it has, as written.
struct field_statistics {
    string_view field;
    uint64_t records;  // with a value
    uint64_t missing;  // without one
    uint64_t distinct; // values, as facets group them
    uint64_t numbers; // values that are numbers; the members below are of these, when there are any
    struct statistics_number min, max;
    double sum, mean; // exact, rounded once; infinite beyond all doubles
    const struct statistics_number
        *quantiles; // nearest rank: of n the ceil(q n)th in order, at least the first
    size_t quantile_count;
    uint64_t dates; // values that are dates, years among them
    moment start;   // of the earliest
    moment end;     // of the latest
    uint64_t trues, falses;
    uint64_t texts;
    string_view first_text, last_text; // in the one order of values, the commonest spelling
};

// --- buckets ---------------------------------------------------------------------------------

enum bucket_kind {
    BUCKET_VALUE,   // each value, as facets group them
    BUCKET_WIDTH,   // numbers: floor(number / width)
    BUCKET_CENTURY, // dates, years among them: by their start, UTC; one that spans several buckets
    BUCKET_DECADE,  // counts in that of its start
    BUCKET_YEAR,
    BUCKET_MONTH,
    BUCKET_DAY,
    BUCKET_TERM, // terms of a vocabulary
};
struct bucket_request {
    string_view field;
    enum bucket_kind kind;
    double width; // above 0; of a histogram 0: chosen
    const struct vocabulary *vocabulary;
};
// Where a bucket begins, or what it is.
struct bucket_name {
    bool missing; // no value, or none of the kind that the buckets are of
    bool is_number;
    double number;    // of BUCKET_WIDTH: its lower bound
    string_view text; // otherwise: a value, a term, or the start of a date: 1800 (of a century),
                      // 1850, 1850-05, 1850-05-31
};

// --- histograms ------------------------------------------------------------------------------

struct histogram_request {
    struct bucket_request by; // BUCKET_WIDTH or of dates
    size_t buckets;           // about how many, where the width is chosen
};
struct histogram_bucket {
    struct bucket_name from;
    uint64_t count; // records, once each
};
struct histogram {
    string_view field;
    double width;                           // of numbers; 0: of dates
    const struct histogram_bucket *buckets; // that have records, in order
    size_t bucket_count;
    uint64_t missing; // records without a value
    uint64_t other;   // records with values, none of which is a number (a date)
};

// --- groups ----------------------------------------------------------------------------------

enum measure_kind {
    MEASURE_DISTINCT,
    MEASURE_SUM,
    MEASURE_MEAN,
    MEASURE_MIN,
    MEASURE_MAX,
    MEASURE_SHARE
};

struct measure_request {
    enum measure_kind kind;
    string_view field;
    const struct vocabulary *vocabulary; // of a share: terms are read by it; NULL: values as facets
                                         // group them
    const string_view *values;           // of a share: these ...
    size_t value_count;
    const string_view *of; // ... among these and those; both lists empty: the vocabulary's own
    size_t of_count;
};
struct group_request {
    const struct bucket_request *by;
    size_t by_count; // at most 3; 0: all records are one group
    const struct measure_request *measures;
    size_t measure_count;
};
struct share_count {
    string_view term;
    uint64_t count; // records
};
struct measure {
    uint64_t count;                   // of distinct: the values; of the others: what went in
    double number;                    // sum, mean, min, max, share; nothing when count is 0
    double low, high;                 // of a share: Wilson's 95 % interval
    const struct share_count *counts; // of a share, by term
    size_t term_count;
};
// A record counts once in each group that its values lead to.
struct group_cell {
    const struct bucket_name *by; // by_count
    uint64_t count;               // records
    const struct measure *measures;
};
struct grouping {
    const struct group_cell *cells; // that have records, in the order of their names, missing last
    size_t cell_count;
};

// --- grids -----------------------------------------------------------------------------------

enum grid_kind { GRID_GEOHASH, GRID_TILE, GRID_DEGREES };

struct grid_request {
    enum grid_kind kind;
    uint32_t precision;  // of geohashes: 1 to 8 characters
    uint32_t zoom, x, y; // of the tile (Web Mercator, 0 to 22)
    uint32_t depth;      // its cells are those of zoom + depth, 0 to 8 and at most zoom 24
    bool within_only;    // of a tile: records without a position are not counted
    double degrees;      // of a grid of degrees: side of a cell, 1e-7 to 180
};
struct grid_cell {
    char geohash[9]; // of geohashes
    uint32_t x, y; // otherwise: of a tile's cells as tiles count, of degrees from 180° W and 90° S
    uint64_t count;
};
struct grid {
    const struct grid_cell *cells; // that have records; geohashes by text, others by y, then x
    size_t cell_count;
    uint64_t positions; // records with a position, of a tile those within
    uint64_t missing;   // records without one
};

// --- all of them -----------------------------------------------------------------------------

struct summary_request {
    const struct statistics_request *statistics;
    size_t statistics_count;
    const struct histogram_request *histograms;
    size_t histogram_count;
    const struct group_request *groups;
    size_t group_count;
    const struct grid_request *grids;
    size_t grid_count;
};
struct summary {
    uint64_t total; // records that the search finds
    const struct field_statistics *statistics;
    const struct histogram *histograms;
    const struct grouping *groups;
    const struct grid *grids; // each as many as were asked
};
// Query, tables, commit and cancellation are those of `rows`. Everything in the answer lies in
// `arena`. ST_INVALID names a field that no table asked has, or the limit that is passed.
NODISCARD status search_summary(struct snapshot *s, const struct scope *scope, struct arena *arena,
                                const struct search_request *rows,
                                const struct summary_request *request, struct summary *out,
                                struct error *e);
