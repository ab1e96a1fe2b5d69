// SPDX-License-Identifier: Apache-2.0
// The metadata records that one commit writes for a dataset: its own, and those of its tables that
// its new metadata speak of (portal/datasets.h, "resources").
// Must not know: files, what is ingested.
#pragma once

#include "portal/metadata_json.h"
#include "store/import.h"

// The dataset, with its new metadata laid over the old ones.
struct dataset_change {
    const struct dataset *known; // NULL: new
    struct uuid uuid;
    string_view slug;
    string_view json;
};

// A table that the same commit makes or writes to. The members of `first` are a new one's, until
// the metadata say otherwise; those of `last` are laid over all.
struct table_change {
    const struct resource *known; // NULL: new
    struct uuid uuid;
    string_view slug;
    string_view first;
    string_view last;
};

// What is said of a table that is not there yet stays with the dataset's record until the table
// comes. `table` may be NULL. Everything lies in `arena`.
NODISCARD status metadata_records_make(struct arena *arena, const struct dataset_change *dataset,
                                       const struct table_change *table,
                                       const struct metadata_record **out, size_t *count,
                                       struct error *e);
