// SPDX-License-Identifier: Apache-2.0
// Which commits touched a dataset: its tables or its description. Must not know: how they are
// shown.
#pragma once

#include "api/api.h"

struct commit_list {
    const struct view *view;
    const struct dataset *dataset;
    struct bitset touched;               // by commit number; in the arena
    const struct commit_report *reports; // of all datasets, by commit; in the arena
    size_t report_count;
};

// Fills `touched` for the commits up to the view's.
NODISCARD status commit_list_init(struct commit_list *list, struct arena *arena, struct error *e);
bool commit_list_has(const struct commit_list *list, uint32_t commit);
// Whether a table is one of the dataset's.
bool commit_list_has_table(const struct commit_list *list, const struct uuid *table);
// Sums over the dataset's tables.
struct commit_counts commit_list_counts(const struct commit_list *list, const struct commit *c);
// Reads which commits left a report of bad rows; commit_list_report tells.
NODISCARD status commit_list_read_reports(struct commit_list *list, const struct api *api,
                                          struct arena *arena, struct error *e);
// The address of the commit's report, in the arena; "" when it left none.
string_view commit_list_report(const struct commit_list *list, uint32_t commit,
                               struct arena *arena);
