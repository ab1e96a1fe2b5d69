// SPDX-License-Identifier: Apache-2.0
// What the fillings of the views "charts" and "compare" share. Must not know: how they look.
#pragma once

#include "api/page_views.h"
#include "api/pages/view_charts.h"

// The fields that can be chosen, by label. `typed` are those of the tables searched, with types.
NODISCARD status charts_choices(struct search_filling *f, const struct field_list *typed,
                                const struct chart_choice **out, size_t *count, struct error *e);
