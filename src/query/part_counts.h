// SPDX-License-Identifier: Apache-2.0
// How often each ordinal of a plain column stands in the visible rows of one segment. The counts
// made first are kept with the rows that they are of; those of another version are made of them by
// the rows that differ, so that a small commit costs what it changed. Must not know: values,
// queries.
#pragma once

#include "query/facet.h"

// `out` gets an array by ordinal, good until `arena` is released.
NODISCARD status part_counts_get(const struct extent *x, const struct field_path *path,
                                 const struct cancellation *cancellation, struct arena *arena,
                                 const uint32_t **out, struct error *e);
