// SPDX-License-Identifier: Apache-2.0
// What each view of a search needs beside the count and the facets. Must not know: how views look.
#pragma once

#include "api/page_search_internal.h"

struct view_filling {
    bool rows; // the hits of one page: search_page.rows
    // Fills the view's own model after the search has run, from f->state, f->input and
    // f->site.view; not called where nothing was found. NULL: nothing more.
    status (*fill)(struct search_filling *f, struct error *e);
};

extern const struct view_filling view_fillings[VIEW_COUNT];

// --- fillings, in the order of views -----------------------------------------------------------
status view_fill_table(struct search_filling *f, struct error *e);
status view_fill_species(struct search_filling *f, struct error *e);
status view_fill_datasets(struct search_filling *f, struct error *e);
status view_fill_map(struct search_filling *f, struct error *e);
status view_fill_charts(struct search_filling *f, struct error *e);
status view_fill_gallery(struct search_filling *f, struct error *e);
status view_fill_changes(struct search_filling *f, struct error *e);
status view_fill_compare(struct search_filling *f, struct error *e);
