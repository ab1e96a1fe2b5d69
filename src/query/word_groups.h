// SPDX-License-Identifier: Apache-2.0
// Which groups of a field's values hold what has been typed at the beginnings of words: "brack" is
// in "Dr T. S. Brackgill". Found in the tokens of each dictionary, which lie in order.
// Must not know: rows, counts.
#pragma once

#include "query/field_values.h"

#define WORD_START_LEAST ((size_t)3) // bytes, folded: fewer begin too many words to be quick

// Adds to `wanted` (group_count + 1 bits) the groups of which a value has all the words typed, the
// last of them as a word's beginning. Values that are codes as a whole are not among them.
NODISCARD status word_groups(const struct field_paths *paths, const struct field_values *v,
                             string_view typed, struct bitset *wanted, struct error *e);
