// SPDX-License-Identifier: Apache-2.0
// The filter parts of list pages: chips, facets and the hidden inputs that carry the rest of the
// state through a plain GET form. Must not know: what is being listed.
#pragma once

#include "api/pages/layout.h"

// Parameters that steer the listing and filter nothing: facet, sort, limit, version, ...
bool filter_is_control(string_view name);
// "!Carabidae", but not "!*", which asks for what has no value.
bool filter_leaves_out(string_view value);
// How many filters the state holds; the words searched for are one.
size_t filters_count(const struct address *state);
// "Family: Carabidae", "Family: not Carabidae", "Words: moor" in the arena.
string_view filter_words(struct page *p, const struct address_pair *pair,
                         const struct value_label *labels, size_t label_count);

// A list of the active filters, each a link that removes it, and one that removes all.
void filters_chips(struct page *p, const struct address *state, const struct value_label *labels,
                   size_t label_count);
// A fieldset of checkboxes for each facet.
void filters_facets(struct page *p, const struct address *state, const struct facet_panel *facets,
                    size_t count);
// Where scripts tell what the page shows now, with the words that they offer.
void filters_announcer(struct page *p);
// <input type=hidden> for each pair of the state but offset, after, the names in `shown` and the
// facet values that have a checkbox.
void filters_hidden_inputs(struct page *p, const struct address *state, const char *const *shown,
                           size_t shown_count, const struct facet_panel *facets,
                           size_t facet_count);
