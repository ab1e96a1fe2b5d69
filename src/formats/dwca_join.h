// SPDX-License-Identifier: Apache-2.0
// Joins the rows of extensions to the rows of their core by core id: both are sorted by id
// (base/sorter.h, spilling to files) and merged, so that memory does not grow with the archive.
// Must not know: meta.xml, how files are opened.
#pragma once

#include "formats/dwca_table.h"

struct dwca_join;

struct dwca_list {
    struct dwca_table *table; // not owned
    uint32_t name;            // of the list in the record
};

// The tables, the lists and the names outlive the join. Nothing is read yet.
NODISCARD status dwca_join_create(struct dwca_table *core, const struct dwca_list *lists,
                                  size_t list_count, const struct name_table *names,
                                  const struct source_options *options, const char *work_folder,
                                  struct dwca_join **out, struct error *e);
void dwca_join_destroy(struct dwca_join *j);
// The next record, in byte order of core ids. The first call reads and sorts everything.
NODISCARD status dwca_join_next(struct dwca_join *j, struct source_row *row, bool *more,
                                struct error *e);
