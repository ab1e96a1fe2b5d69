// SPDX-License-Identifier: Apache-2.0
// Writes a summary as JSON. Must not know: where it was asked.
#pragma once

#include "query/summary.h"

// The members statistics, histograms, groups and grids, each with a comma before it.
void write_summary(const struct summary_request *asked, const struct summary *s,
                   struct buffer *out);
