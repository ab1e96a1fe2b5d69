// SPDX-License-Identifier: Apache-2.0
// The part of `vitrine search` that tells statistics, histograms, groups and grids of the records
// found, as JSON. Must not know: how records are printed.
#pragma once

#include "cli/asking.h"
#include "cli/cli.h"
#include "query/search.h"

// Each as the parameter of that name in GET /api/v1/summary.
struct summary_options {
    struct option_list statistics;
    struct option_list histograms;
    struct option_list by;
    struct option_list distinct;
    struct option_list sum;
    struct option_list mean;
    struct option_list min;
    struct option_list max;
    struct option_list share;
    struct option_list grids;
    const char *quantiles;
};

bool search_summary_asked(const struct summary_options *o);
NODISCARD status search_summary_print(struct asking *a, const struct search_request *rows,
                                      const struct summary_options *o, struct buffer *b,
                                      struct error *e);
