// SPDX-License-Identifier: Apache-2.0
// What every part of a summary is made of: the rows, and where answers and scratch space lie.
// Must not know: what is asked.
#pragma once

#include "query/search_rows.h"
#include "query/summary.h"

struct summary_subject {
    const struct search_rows *rows;
    const struct cancellation *cancellation;
    struct arena *arena;   // of the answer
    struct arena *scratch; // of the search
};

// The parts, each in a file of its own.
NODISCARD status statistics_make(const struct summary_subject *s,
                                 const struct statistics_request *asked,
                                 struct field_statistics *out, struct error *e);
NODISCARD status histogram_make(const struct summary_subject *s,
                                const struct histogram_request *asked, struct histogram *out,
                                struct error *e);
NODISCARD status grouping_make(const struct summary_subject *s, const struct group_request *asked,
                               struct grouping *out, struct error *e);
NODISCARD status grid_make(const struct summary_subject *s, const struct grid_request *asked,
                           struct grid *out, struct error *e);
