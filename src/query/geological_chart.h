// SPDX-License-Identifier: Apache-2.0
// The table of geological intervals (rule C6): the International Chronostratigraphic Chart of the
// International Commission on Stratigraphy, and regional and traditional units beside it, each with
// its source. A new chart is a new version of the table: what a name means may move by it.
// Pure and thread-safe. Must not know: records, queries.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

enum geological_rank {
    GEOLOGICAL_SUPER_EON,
    GEOLOGICAL_EON,
    GEOLOGICAL_ERA,
    GEOLOGICAL_PERIOD,
    GEOLOGICAL_SUB_PERIOD,
    GEOLOGICAL_EPOCH,
    GEOLOGICAL_AGE,
};

#define GEOLOGICAL_NO_PARENT UINT16_MAX
#define GEOLOGICAL_OLDEST    4567.0 // million years ago

struct geological_interval {
    const char *name;
    enum geological_rank rank;
    uint16_t parent; // place in the table; GEOLOGICAL_NO_PARENT
    double start;    // million years ago, the older bound
    double end;
    const char *source; // NULL: the chart itself
};
struct geological_name {
    const char *name;
    uint16_t interval;
};

extern const char geological_chart_version[];
extern const size_t geological_interval_count;
extern const struct geological_interval geological_intervals[]; // parents before their children
extern const size_t geological_name_count;
extern const struct geological_name geological_names[]; // other names

const char *geological_rank_name(enum geological_rank rank);
// The interval of a name, or NULL: case and accents do not count, nor do a question mark at either
// end and a rank's word behind it (Jurassic Period, Bajocian Stage).
const struct geological_interval *geological_find(string_view name);
// ST_INVALID with near names when there is none.
NODISCARD status geological_look_up(string_view name, const struct geological_interval **out,
                                    struct error *e);
