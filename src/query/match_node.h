// SPDX-License-Identifier: Apache-2.0
// What the files that run a filter share: terms made ready, and where a set of matches lies: at the
// rows of a part, or at the elements of one list in it.
// Must not know: facets, order, who asks.
#pragma once

#include "query/field_paths.h"
#include "query/fuzzy.h"
#include "query/geo.h"
#include "query/geological_time.h"
#include "query/match.h"
#include "query/ordinals.h"
#include "query/phrase.h"
#include "query/wildcard.h"

// Of a list that `same` names: one element is looked at after the other. `path` is the list's, or
// an object's or value's of that name, which is an element by itself.
struct match_context {
    size_t part;
    uint32_t path;
    uint32_t level; // of the elements
};

// A term or group made ready.
struct match_node {
    const struct query *query;
    struct match_node *members; // of an "and" those first that cost least
    size_t member_count;
    struct field_paths *fields;
    size_t field_count;
    struct geo_term *geography;
    const struct token *tokens; // of the text, each once
    size_t token_count;
    struct phrase phrase;
    struct wildcard wildcard;
    string_view folded;      // of a fuzzy term
    struct field_paths list; // of a `same`: all that lies in the list
    struct match_context *contexts;
    size_t context_count;
    uint32_t commit; // of changed_since
    struct geological_fields *geology;
};

struct matcher {
    const struct extent *extent;
    struct arena *arena;
    const struct cancellation *cancellation;
    struct match_node root;
    bool all;
};

// Where matches are sought.
struct match_frame {
    size_t part;
    struct segment *segment;
    uint32_t level; // 0: rows
    uint32_t path;  // only what lies below it; NO_PATH: everything
};

// Makes the tree ready (match_prepare.c).
NODISCARD status match_prepare(struct matcher *m, const struct query *q, struct error *e);
// Whether `path` is `above`, or lies below it; everything lies below NO_PATH.
bool match_lies_below(const struct segment_path *paths, uint32_t path, uint32_t above);

// Adds to `set` what the term takes. `within` may be NULL; what lies outside of it counts for
// nothing, added or not (match_terms.c).
NODISCARD status match_add_term(struct matcher *m, const struct match_node *n,
                                const struct match_frame *f, const struct bitset *within,
                                struct bitset *set, struct error *e);
// Adds to `o` the ordinals of one dictionary that a term over values takes.
NODISCARD status match_take_ordinals(struct matcher *m, const struct match_node *n,
                                     const struct dictionary *d, struct ordinal_set *o,
                                     struct error *e);
// Adds the elements of a list, in one part of the extent, that are not missing.
NODISCARD status match_add_elements(const struct match_node *n, const struct match_context *c,
                                    struct segment *segment, struct bitset *set, struct error *e);
