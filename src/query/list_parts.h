// SPDX-License-Identifier: Apache-2.0
// Lists written as one text, " | " between, as Darwin Core recommends for people, preparations and
// others: "J. Smith | A. Jones". Blanks around a bar belong to it; what is empty is no part.
// Must not know: rows, queries as trees.
#pragma once

#include "query/ordinals.h"

// Takes the next part from *rest; false at its end.
bool list_part_next(string_view *rest, string_view *part);
// Adds the entries that equal the text (rule C1), and the texts of which one part does. `tokens`
// are the text's, which the parts' texts are looked for with.
NODISCARD status ordinals_part(const struct dictionary *d, string_view text,
                               const struct token *tokens, size_t count, struct ordinal_set *o,
                               struct error *e);
