// SPDX-License-Identifier: Apache-2.0
// COUNTER's Dataset Report (DSR, RD1), as it is written. Must not know: HTTP.
#pragma once

#include "api/usage_figures.h"

#define COUNTER_METRICS 4
extern const char *const counter_metric_names[COUNTER_METRICS];

struct counter_report {
    struct site site;
    struct arena *arena;
    moment created;
    int32_t first; // months
    int32_t last;
    string_view dataset; // UUID; empty for all
    int metric;          // -1 for all four
    int method;          // enum usage_method; -1 for both
    bool versions;       // each version of a dataset apart
    bool tsv;
    struct usage_metric *list; // as figures_metrics gives it
    size_t count;
};

NODISCARD status counter_write(const struct counter_report *r, struct buffer *out, struct error *e);
