// SPDX-License-Identifier: Apache-2.0
// Fills charts with what the engine says of a search: facets, histograms, groups. No row is read
// here. Must not know: how charts look.
#pragma once

#include "api/page_search_internal.h"
#include "api/pages/chart.h"
#include "query/summary.h"

#define CHART_MOST_CHARTS ((size_t)8)

// A chart that is wanted.
struct chart_plan {
    enum chart_kind kind;
    string_view fields[CHART_FIELDS]; // as the tables have them
    size_t field_count;
    bool dates;   // the first field has dates
    size_t most;  // values that are drawn, at each level
    bool narrows; // the links of a tree ask for the levels below, too
    int64_t from; // of a calendar: its first year; 0: chosen
};

// The search whose numbers are drawn: f->input, f->state, f->fields.
NODISCARD status charts_make(struct search_filling *f, const struct chart_plan *plans, size_t count,
                             struct chart *out, struct error *e);

// The next rank of the classification below a field of it that the tables have; NULL for none.
const struct search_outline *chart_rank_below(const struct field_list *fields, string_view field);
// The last rank that the state filters by; NULL for none.
const struct search_outline *chart_rank_filtered(const struct search_filling *f);

// The state of the page with one filter in place of all others on the field: a value, none, a range
// as it stands in an address. Empty where the value does not fit an address.
string_view chart_value_address(const struct search_filling *f, string_view field,
                                string_view value);
string_view chart_missing_address(const struct search_filling *f, string_view field);
string_view chart_range_address(const struct search_filling *f, string_view field,
                                string_view range);
// The same set in an address.
void chart_set_value(struct search_filling *f, struct address *target, string_view field,
                     string_view value);
// The copy of the state that such links begin with: without the page asked.
void chart_state(const struct search_filling *f, struct address *target);

// Where a picture's numbers are from: the search in words, its name, the page's address, the
// version.
NODISCARD status chart_source_fill(struct search_filling *f, struct chart_source *out,
                                   struct error *e);
// The same of any search, but for the address.
NODISCARD status chart_search_name(struct search_filling *f, const struct search_input *input,
                                   const struct address *state, struct chart_source *out,
                                   struct error *e);
// A summary of the search.
NODISCARD status chart_summary(struct search_filling *f, const struct summary_request *asked,
                               struct summary *out, struct error *e);
// From 1850, decades: "1850–1859", and as a range "1850..1859". `text` is the start that the engine
// names.
string_view chart_bin_label(struct arena *arena, enum bucket_kind kind, string_view text);
string_view chart_bin_range(struct arena *arena, enum bucket_kind kind, string_view text);
