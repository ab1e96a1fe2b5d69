// SPDX-License-Identifier: Apache-2.0
// One pass over a set of rows of a segment that counts the ordinals of several plain columns: the
// rows are listed once for all of them. Must not know: values, fields, queries.
#pragma once

#include "query/match.h"

struct count_target {
    struct column column;
    uint32_t most;    // greatest ordinal there may be
    uint32_t *counts; // column_count_room items; added to
};

// Counts the rows of the set that lie in [first, end); `first` is a multiple of 64.
NODISCARD status count_pass(const struct bitset *rows, size_t first, size_t end,
                            const struct count_target *targets, size_t count,
                            const struct cancellation *cancellation, struct error *e);
