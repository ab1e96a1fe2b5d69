// SPDX-License-Identifier: Apache-2.0
// Which commits touched a dataset: its tables or its description. Must not know: how they are
// shown.
#pragma once

#include "api/api.h"

struct commit_list {
    const struct view *view;
    const struct dataset *dataset;
    struct bitset touched; // by commit number; in the arena
};

// Fills `touched` for the commits up to the view's.
NODISCARD status commit_list_init(struct commit_list *list, struct arena *arena, struct error *e);
bool commit_list_has(const struct commit_list *list, uint32_t commit);
// Whether a table is one of the dataset's.
bool commit_list_has_table(const struct commit_list *list, const struct uuid *table);
// Sums over the dataset's tables.
struct commit_counts commit_list_counts(const struct commit_list *list, const struct commit *c);
