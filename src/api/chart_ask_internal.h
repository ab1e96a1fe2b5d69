// SPDX-License-Identifier: Apache-2.0
// What the files that fill charts share.
#pragma once

#include "api/chart_ask.h"

// Room for so many items, zeroed; NULL when out of memory.
struct chart_item *chart_items(struct search_filling *f, size_t count);
// Values of fields, with nothing else of the search.
NODISCARD status chart_facets(struct search_filling *f, const struct search_facet_request *asked,
                              size_t count, const struct search_facet **out, struct error *e);
// What a value is called.
string_view chart_value_label(struct search_filling *f, string_view field, string_view value);

NODISCARD status chart_make_timeline(struct search_filling *f, const struct chart_plan *plan,
                                     struct chart *out, struct error *e);
NODISCARD status chart_make_histogram(struct search_filling *f, const struct chart_plan *plan,
                                      struct chart *out, struct error *e);
NODISCARD status chart_make_stack(struct search_filling *f, const struct chart_plan *plan,
                                  struct chart *out, struct error *e);
NODISCARD status chart_make_tree(struct search_filling *f, const struct chart_plan *plan,
                                 struct chart *out, struct error *e);
NODISCARD status chart_make_calendar(struct search_filling *f, const struct chart_plan *plan,
                                     struct chart *out, struct error *e);
