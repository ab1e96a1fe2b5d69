// SPDX-License-Identifier: Apache-2.0
// Numbers that stand for values within their class: a lesser key is a lesser value in the one order
// (store/value.h), an equal key says nothing. Must not know: where values are stored.
#pragma once

#include "base/buffer.h"
#include "store/value.h"

// The first bytes of a text's folded form; returns how many. `scratch` is overwritten, and has
// failed when memory ran out.
#define FOLDED_MOST 128u
size_t value_fold_start(string_view text, struct buffer *scratch, unsigned char out[FOLDED_MOST]);

// The key of a value of any class, of a text by the first eight bytes of its folded form.
uint64_t value_key(enum value_kind kind, string_view text, const struct value_facts *facts,
                   struct buffer *scratch);
// The same for all classes but text.
uint64_t value_typed_key(enum value_kind kind, const struct value_facts *facts);
