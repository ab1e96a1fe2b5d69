// SPDX-License-Identifier: Apache-2.0
// The view "charts" of a search: an overview of several charts, or the one that the controls ask
// for. Must not know: stores, queries, HTTP.
#pragma once

#include "api/pages/chart.h"

// A field that can be chosen, and what suits it.
struct chart_choice {
    string_view name;
    bool numbers;
    bool dates;
    unsigned filled; // per cent of the records searched
};

struct view_charts {
    const struct chart *charts;
    size_t chart_count;
    bool one;             // the controls ask for one chart
    enum chart_kind kind; // of it
    string_view by, split, third;
    const struct chart_choice *choices; // by label
    size_t choice_count;
    string_view overview_address;
    struct chart_source source;
};

extern const char *const chart_kind_names[CHART_KIND_COUNT]; // in addresses
// CHART_KIND_COUNT where there is none of the name.
enum chart_kind chart_kind_of_name(string_view name);

// A choice of fields as a <select>: label, name of the parameter, the chosen one, the word for
// none (NULL: there must be one) and its value.
void chart_field_select(struct page *p, const char *label, const char *parameter,
                        const struct chart_choice *choices, size_t count, string_view chosen,
                        const char *none, const char *none_value);
// The links to a chart's files; a script adds a PNG of the SVG.
void chart_files(struct page *p, string_view svg_address, string_view csv_address,
                 string_view subject);

// All charts of the view as figures, with their tables; the page has charts.css.
void chart_figures(struct page *p, const struct view_charts *charts);
