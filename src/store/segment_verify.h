// SPDX-License-Identifier: Apache-2.0
// What the two halves of checking a segment share: the whole and the single path.
// Must not know: stores.
#pragma once

#include "store/intern.h"
#include "store/segment_private.h"

// The strings rise, none comes twice.
NODISCARD status verify_byte_order(const struct string_list *list, struct error *e);
// Tokens (section `texts`) and their lists (section `lists`) of members below `universe`.
NODISCARD status verify_token_lists(struct segment *s, uint32_t texts, uint32_t lists,
                                    uint64_t universe, struct error *e);
// Interns the strings of a token section, of which there may be none.
NODISCARD status verify_load_tokens(struct segment *s, uint32_t number, struct intern_table *out,
                                    struct error *e);
// Dictionary, typed columns, ordinals, postings and tokens of a leaf path. `tokens` are those of
// the segment's index.
NODISCARD status verify_path(struct segment *s, uint32_t path, struct intern_table *tokens,
                             struct error *e);
