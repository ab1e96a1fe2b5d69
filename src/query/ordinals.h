// SPDX-License-Identifier: Apache-2.0
// Which entries of one dictionary a condition on values takes: a range of ordinals, or any set of
// them. Must not know: rows, queries as trees.
#pragma once

#include "base/bitset.h"
#include "query/query.h"
#include "store/segment.h"
#include "store/token.h"

// Ordinals 1 .. count. While `some` is not made, those in [first, last] are meant (none when first
// is above last); once it is, its members beside the range.
struct ordinal_set {
    uint32_t first;
    uint32_t last;
    struct bitset some; // count + 1 bits
    bool has_some;
};

void ordinal_set_init(struct ordinal_set *o);
void ordinal_set_release(struct ordinal_set *o);
bool ordinal_set_is_empty(const struct ordinal_set *o);
// Adds [first, last] of the dictionary's ordinals; nothing when first is above last.
NODISCARD status ordinal_set_add(struct ordinal_set *o, const struct dictionary *d, uint32_t first,
                                 uint32_t last, struct error *e);
// Adds the members of a set of count + 1 bits.
NODISCARD status ordinal_set_add_all(struct ordinal_set *o, const struct dictionary *d,
                                     const struct bitset *ordinals, struct error *e);

// The text of a value as people see it: "true" and "false" of the tokens, else as stored.
string_view ordinal_text(enum value_kind kind, string_view text);

// Adds the entries equal to the text: case ignored, accents count (rule C1); truth values are equal
// when they are both true or both false. Nothing equals a missing value.
NODISCARD status ordinals_equal(const struct dictionary *d, string_view text, struct ordinal_set *o,
                                struct error *e);
// Adds the entries of any class whose text starts, in folded form, as the folded `prefix`.
NODISCARD status ordinals_prefix(const struct dictionary *d, string_view prefix,
                                 struct ordinal_set *o, struct error *e);
// Adds the numbers in the term's range.
NODISCARD status ordinals_numbers(const struct dictionary *d, const struct query *term,
                                  struct ordinal_set *o, struct error *e);
// Adds the dates that overlap the term's interval, or lie within it.
NODISCARD status ordinals_dates(const struct dictionary *d, const struct query *term,
                                struct ordinal_set *o, struct error *e);
// Adds the entries that are, whole, the code (folded): the token index leaves these out.
NODISCARD status ordinals_code(const struct dictionary *d, string_view code, struct ordinal_set *o,
                               struct error *e);
// Adds the entries that hold all the tokens.
NODISCARD status ordinals_with_tokens(const struct dictionary *d, const struct token *tokens,
                                      size_t count, struct ordinal_set *o, struct error *e);
// The first entry that could hold the token; above d->count when none could.
uint32_t ordinals_first_with(const struct dictionary *d, const struct token *token);
// *may false when the path's token index says that no entry holds the token. Quick.
NODISCARD status ordinals_may_hold(const struct dictionary *d, const struct token *token, bool *may,
                                   struct error *e);
