// SPDX-License-Identifier: Apache-2.0
// How many different paths the rows of a table have, over segments (rule A8 bounds them). Must not
// know: commits, imports.
#pragma once

#include "store/intern.h"
#include "store/segment.h"

struct table_paths {
    struct uuid table;
    bool exact;
    struct intern_table seen; // hashes of whole paths
};

// Exact: cells are looked at. Else, much quicker, paths that tables before and after this one have
// may be counted too.
void table_paths_init(struct table_paths *t, const struct uuid *table, bool exact);
void table_paths_release(struct table_paths *t);
// Adds the leaf paths that some row of the table in this segment has. A path counts once, whatever
// the segments.
NODISCARD status table_paths_add(struct table_paths *t, struct segment *s, struct error *e);
