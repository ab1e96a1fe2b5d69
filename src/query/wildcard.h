// SPDX-License-Identifier: Apache-2.0
// Patterns of text: * stands for any run of characters, ? for exactly one, and a backslash takes
// the meaning from *, ? and itself. Both sides are compared in folded form, as prefixes are
// (base/fold.h). Matching goes from left to right and turns back to the last * only: no pattern
// takes more than its length times the text's.
// Must not know: rows, queries as trees.
#pragma once

#include "base/arena.h"
#include "query/ordinals.h"

// ST_INVALID past QUERY_LIMIT_PATTERN and QUERY_LIMIT_STARS, and for a backslash before anything
// else.
NODISCARD status wildcard_check(string_view pattern, struct error *e);
// The one way to write the pattern: runs of wildcards hold ? first and then at most one *. Where
// nothing but a last * is left, *prefix is true and *out the text before it, as it is.
NODISCARD status wildcard_simplify(struct arena *arena, string_view pattern, string_view *out,
                                   bool *prefix, struct error *e);

#define WILDCARD_ONE (-2) // beside characters, and -1 for a byte of none
#define WILDCARD_RUN (-3)

struct wildcard {
    const int32_t *items; // of the folded pattern
    size_t count;
    string_view start;   // folded text before the first wildcard
    string_view longest; // folded text between two of them: every match holds it
};
// Of a checked pattern; lies in `arena`.
NODISCARD status wildcard_compile(struct arena *arena, string_view pattern, struct wildcard *out,
                                  struct error *e);
bool wildcard_matches(const struct wildcard *w, string_view folded);
// Adds the entries of any class whose text matches.
NODISCARD status ordinals_wildcard(const struct dictionary *d, const struct wildcard *w,
                                   struct ordinal_set *o, struct error *e);
