// SPDX-License-Identifier: Apache-2.0
// The parts of the filling of the view "compare". Must not know: how it looks.
#pragma once

#include "api/compare_ask.h"
#include "api/page_view_charts.h"
#include "api/pages/views.h"

struct comparing {
    struct search_filling *f;
    struct field_list typed;
    struct view_compare *page;
    struct compare_asked asked;
    struct compare_side sides[COMPARE_MOST];
};

// Measure, field and groups, into `asked` and the page.
NODISCARD status compare_choose(struct comparing *c, struct error *e);
// Whether it is a share, of which index lots are left out (rule C5).
bool compare_is_share(enum compare_measure measure);
// The searches, the page's own first; what cannot be read of the others is told on the page.
NODISCARD status compare_list_sides(struct comparing *c, struct error *e);
// After both: leaves index lots out where a share is asked.
NODISCARD status compare_prepare_sides(struct comparing *c, struct error *e);
