// SPDX-License-Identifier: Apache-2.0
// Fills what the rail shows beside its facets (pages/rail_model.h). Asked in two steps: facets that
// ride along with the search's own pass, then what its answer says. Must not know: how the rail
// looks.
#pragma once

#include "api/page_search_internal.h"

// Adds the facets that ranges and the tree of taxa are made of behind those that the page shows.
NODISCARD status rail_ask(struct search_filling *f, struct error *e);
// After the search, and after the facets' own filling.
NODISCARD status rail_fill(struct search_filling *f, struct error *e);

// --- its parts -------------------------------------------------------------------------------

NODISCARD status rail_fill_presets(struct search_filling *f, struct error *e);
NODISCARD status rail_ask_ranges(struct search_filling *f, struct error *e);
NODISCARD status rail_fill_ranges(struct search_filling *f, struct error *e);
NODISCARD status rail_fill_taxa(struct search_filling *f, struct error *e);
NODISCARD status rail_fill_time(struct search_filling *f, struct error *e);
// Adds a facet to the search behind those shown; its place goes to *index, SIZE_MAX where there is
// no room.
NODISCARD status rail_add_facet(struct search_filling *f, const struct search_facet_request *facet,
                                size_t *index, struct error *e);
void rail_ask_taxa(struct search_filling *f, struct search_facet_request *out, bool *wanted);

// The state on its first page, for links.
void rail_first_page(const struct search_filling *f, struct address *out);
// A sentence of a filter's value that leaves something out ("!Apidae"), not one that asks for
// records without a value.
bool rail_leaves_out(string_view value);
// "..1900", "1850..", "1850..1900" and the same with commas taken apart; false for all else.
bool rail_read_range(string_view value, string_view *from, string_view *to);
