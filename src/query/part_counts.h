// SPDX-License-Identifier: Apache-2.0
// How often each ordinal of a plain column stands in the visible rows of a part. Counts of the rows
// that are visible now are kept, as the base; those of another version are made of them by the rows
// that differ, so that a small commit, or a look back behind it, costs what it changed. Must not
// know: values, queries.
#pragma once

#include "query/facet.h"

// All visible rows of a version: what is asked again and again, of the newest until the next
// commit.
bool rows_are_everything(const struct extent *x, const struct row_sets *rows);
// Whether counts of a field can be put together from those of its paths: the rows are all that are
// visible, and each part has the field as one plain column, or not at all.
bool part_counts_fit(const struct extent *x, const struct field_paths *paths,
                     const struct row_sets *rows);

// The counts of all paths of a field, made side by side. Release in any case.
struct part_counts_list {
    const uint32_t **counts; // by path, each by ordinal
    struct arena *arenas;    // that hold them
    size_t count;
};
NODISCARD status part_counts_list_make(const struct extent *x, const struct field_paths *paths,
                                       const struct cancellation *cancellation,
                                       struct part_counts_list *out, struct error *e);
void part_counts_list_release(struct part_counts_list *l);

// `out` gets an array by ordinal, good until `arena` is released. Thread-safe, an arena a thread.
NODISCARD status part_counts_get(const struct extent *x, const struct field_path *path,
                                 const struct cancellation *cancellation, struct arena *arena,
                                 const uint32_t **out, struct error *e);
