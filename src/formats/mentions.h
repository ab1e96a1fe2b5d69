// SPDX-License-Identifier: Apache-2.0
// Whether something names one of several values that were erased (rule F5): as bytes of a file, or
// as words of a text that somebody wrote. Values are looked for as they are, as JSON spells them
// and as addresses do. Immutable once made; any thread may ask. Must not know: what is searched.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"

struct mentions {
    const string_view *spelled; // each value in each spelling that differs
    const string_view *folded;  // the same, in folded form (base/fold.h)
    size_t count;               // of each
};

// What is made lies in the arena. Zeroed ones mention nothing.
NODISCARD status mentions_make(const string_view *values, size_t count, struct arena *arena,
                               struct mentions *out, struct error *e);
// Whether the bytes of a value stand anywhere in these: for what may go though it only seems to.
bool mentions_in_bytes(const struct mentions *m, string_view bytes);
// Whether a value stands in the text as words of their own, in whatever case and with whatever
// accents: then *found; it stays as it was where not. For what is kept and cannot be made anew.
NODISCARD status mentions_in_words(const struct mentions *m, string_view text, bool *found,
                                   struct error *e);
// The same of a name of words joined by '-' or '_', as names in addresses are made of titles.
NODISCARD status mentions_in_name(const struct mentions *m, string_view name, bool *found,
                                  struct error *e);
// Whether `words` stand in `text`, both in folded form, not as a part of other words: 1234 is not
// in 12345. An escape of addresses (%20) beside them is no part of a word.
bool mentions_stand_in(string_view text, string_view words);
