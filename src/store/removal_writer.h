// SPDX-License-Identifier: Apache-2.0
// Puts what the rows of a deletion say into the removals table, in the commit that removes.
// Must not know: how rows are read, what is removed.
#pragma once

#include "store/change_set.h"
#include "store/removals.h"

struct removal_writer;

// `base` and `table` are borrowed until destroy.
NODISCARD status removal_writer_create(struct snapshot *base, const struct uuid *table,
                                       struct removal_writer **out, struct error *e);
// Keeps what the row of a removed record says; a row that says nothing is passed over. Keys come in
// order. What the row says is borrowed until the next put.
NODISCARD status removal_writer_add(struct removal_writer *w, string_view key,
                                    const struct document *row, const struct name_table *names,
                                    struct error *e);
// Puts what was kept into the change set, behind the rows of all other tables.
NODISCARD status removal_writer_put(struct removal_writer *w, struct change_set *c,
                                    struct error *e);
void removal_writer_destroy(struct removal_writer *w); // NULL is fine
