// SPDX-License-Identifier: Apache-2.0
// Which groups of a field's values start with what has been typed.
// Must not know: rows, counts.
#pragma once

#include "query/field_values.h"

// Sets in `wanted` (group_count + 1 bits) the groups with a spelling whose folded form starts with
// the folded form of `prefix`.
NODISCARD status prefix_groups(const struct field_paths *paths, const struct field_values *v,
                               string_view prefix, struct bitset *wanted, struct error *e);
