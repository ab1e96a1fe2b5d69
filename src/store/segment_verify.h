// SPDX-License-Identifier: Apache-2.0
// What the two halves of checking a segment share: the whole and the single path.
// Must not know: stores.
#pragma once

#include "store/segment_private.h"

// The strings rise, none comes twice.
NODISCARD status verify_byte_order(const struct string_list *list, struct error *e);
// Tokens (section `texts`) and their lists (section `lists`) of members below `universe`.
NODISCARD status verify_token_lists(struct segment *s, uint32_t texts, uint32_t lists,
                                    uint64_t universe, struct error *e);
// Dictionary, typed columns, ordinals, postings and tokens of a leaf path.
NODISCARD status verify_path(struct segment *s, uint32_t path, struct error *e);
