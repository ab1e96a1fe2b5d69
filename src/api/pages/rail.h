// SPDX-License-Identifier: Apache-2.0
// The rail beside a search's results: toggles, facets, ranges, taxa, geological time, and the ways
// to a pasted list and to the query builder. All of it works as links and one GET form. Must not
// know: how results look.
#pragma once

#include "api/pages/layout.h"

void rail_write(struct page *p, const struct search_page *search);
// The hidden inputs of the search's form: all of the state that no control of the rail or the
// toolbar carries; `shown` are the names of the toolbar's.
void rail_hidden_inputs(struct page *p, const struct search_page *search, const char *const *shown,
                        size_t shown_count);

// --- its parts -------------------------------------------------------------------------------

void rail_draw_ranges(struct page *p, const struct search_page *search);
void rail_draw_taxa(struct page *p, const struct taxon_panel *taxa);
void rail_draw_time(struct page *p, const struct time_panel *time);
