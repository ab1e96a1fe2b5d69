// SPDX-License-Identifier: Apache-2.0
// What differs between two rows of a record, as rows of a table. Must not know: how pages look.
#pragma once

#include "api/page_values.h"
#include "api/pages/model.h"
#include "api/record_history.h"

// The differences between two rows, either of which may be none, as a flat list of objects; the
// length of both rows is added to *bytes.
NODISCARD status differences_read(const struct view *v, struct arena *arena,
                                  const struct record_version *before,
                                  const struct record_version *after, size_t *bytes,
                                  struct record_tree *out, struct error *e);

struct difference_list {
    struct arena *arena;
    const struct record_tree *tree; // as differences_read gives it
    struct difference_row *rows;    // room for every node of the tree; NULL: only counts
    size_t count;
    size_t left_out; // empty before and after, in one way or the other
};
// Fills the rows and the counts.
void differences_list(struct difference_list *l);
