// SPDX-License-Identifier: Apache-2.0
// The sorting in memory behind base/sorter.h. Only for src/base/sorter*.c.
#pragma once

#include "base/base.h"

struct sorter_entry {
    uint64_t prefix;             // scratch of the sort
    const unsigned char *record; // as base/sorter_record.h lays it out
};

// Sorts stably by key. The first `shared` bytes of all keys are known to be the same.
// `scratch` has room for as many entries.
void sorter_order(struct sorter_entry *entries, struct sorter_entry *scratch, size_t count,
                  size_t shared);
