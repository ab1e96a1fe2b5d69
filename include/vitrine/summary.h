// SPDX-License-Identifier: Apache-2.0
// libvitrine: what can be asked of a search's records beside the records: statistics and histograms
// of fields, groups with measures, grids of positions. docs/query.md tells what each counts.
#ifndef VITRINE_SUMMARY_H
#define VITRINE_SUMMARY_H

#include "vitrine/search.h"

VITRINE_BEGIN

// What is asked: up to 20 of each kind. It keeps copies of the texts given to it.
struct vitrine_summary;

// NULL when out of memory.
VITRINE_API struct vitrine_summary *vitrine_summary_create(void);
VITRINE_API void vitrine_summary_destroy(struct vitrine_summary *summary);

// Count, least, greatest, exact sum and mean of a field's numbers; its dates, booleans, texts.
VITRINE_CHECKED enum vitrine_status vitrine_summary_statistics(struct vitrine_summary *summary,
                                                               const char *field,
                                                               struct vitrine_error *error);

// How values are put together: each for itself, numbers by a width, dates by their start.
enum vitrine_interval {
    VITRINE_EACH = 0,
    VITRINE_WIDTH = 1, // by `width`; of a histogram 0: about 50 buckets of a round width
    VITRINE_CENTURY = 2,
    VITRINE_DECADE = 3,
    VITRINE_YEAR = 4,
    VITRINE_MONTH = 5,
    VITRINE_DAY = 6,
};
// How many records lie in each bucket; any interval but VITRINE_EACH.
VITRINE_CHECKED enum vitrine_status vitrine_summary_histogram(struct vitrine_summary *summary,
                                                              const char *field,
                                                              enum vitrine_interval interval,
                                                              double width,
                                                              struct vitrine_error *error);

// Begins a grouping, of all records together until fields are added to it.
VITRINE_CHECKED enum vitrine_status vitrine_summary_group(struct vitrine_summary *summary,
                                                          struct vitrine_error *error);
// Groups by a field, in the grouping begun last; at most three.
VITRINE_CHECKED enum vitrine_status vitrine_summary_by(struct vitrine_summary *summary,
                                                       const char *field,
                                                       enum vitrine_interval interval, double width,
                                                       struct vitrine_error *error);
enum vitrine_measure {
    VITRINE_DISTINCT = 0, // different values
    VITRINE_SUM = 1,      // of numbers, as those below
    VITRINE_MEAN = 2,
    VITRINE_LEAST = 3,
    VITRINE_GREATEST = 4,
};
// Measures a field in each group of the grouping begun last; at most ten.
VITRINE_CHECKED enum vitrine_status vitrine_summary_measure(struct vitrine_summary *summary,
                                                            enum vitrine_measure measure,
                                                            const char *field,
                                                            struct vitrine_error *error);

// Records in the cells of a grid: of a side in degrees, counted from 180 W and 90 S; of geohashes
// of 1 to 8 characters; of a Web Mercator tile, in the cells of `depth` zooms below it.
VITRINE_CHECKED enum vitrine_status
vitrine_summary_grid(struct vitrine_summary *summary, double degrees, struct vitrine_error *error);
VITRINE_CHECKED enum vitrine_status vitrine_summary_geohash(struct vitrine_summary *summary,
                                                            uint32_t characters,
                                                            struct vitrine_error *error);
VITRINE_CHECKED enum vitrine_status vitrine_summary_tile(struct vitrine_summary *summary,
                                                         uint32_t zoom, uint32_t x, uint32_t y,
                                                         uint32_t depth,
                                                         struct vitrine_error *error);

// Appends {"version", "total", "statistics", "histograms", "groups", "grids"} of the records that
// the search finds (NULL: all), as GET /api/v1/summary answers.
VITRINE_CHECKED enum vitrine_status vitrine_summary_json(struct vitrine_summary *summary,
                                                         struct vitrine_search *search,
                                                         struct vitrine_snapshot *snapshot,
                                                         struct vitrine_buffer *out,
                                                         struct vitrine_error *error);

VITRINE_END

#endif
