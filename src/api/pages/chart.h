// SPDX-License-Identifier: Apache-2.0
// One chart as plain values, and what is drawn of it: a picture for the page, the same as a file
// that stands alone, a table, CSV. All of them say the same numbers (rule K1). Pure. Must not know:
// stores, queries, HTTP.
#pragma once

#include "api/pages/layout.h"

enum chart_kind {
    CHART_BAR,
    CHART_HISTOGRAM, // of numbers
    CHART_TIMELINE,  // of dates
    CHART_STACKED,   // shares of a second field in each value of the first
    CHART_TREEMAP,
    CHART_SUNBURST,
    CHART_CALENDAR, // years by months
    CHART_KIND_COUNT,
};

#define CHART_FIELDS    ((size_t)3)
#define CHART_NO_PARENT SIZE_MAX

enum chart_item_kind { CHART_VALUE, CHART_MISSING, CHART_REST };

// A bar, a bin, a box, a sector, a row or a column. Missing: the records without a value. Rest: all
// values that are not drawn by themselves.
struct chart_item {
    enum chart_item_kind kind;
    string_view label;   // of a value
    string_view address; // the search with it; empty: no link
    uint64_t count;      // records
    size_t parent;       // in trees: an item before; CHART_NO_PARENT at the top
};

struct chart {
    enum chart_kind kind;
    string_view fields[CHART_FIELDS];
    size_t field_count;
    bool all_kinds;                 // records of several kinds are counted together (rule C4)
    const struct chart_item *items; // bars by count, bins in order without gaps, trees by levels
    size_t item_count;
    const struct chart_item *series; // of stacked bars, and a calendar's months
    size_t series_count;
    const uint64_t *counts;       // by item, then series
    const string_view *addresses; // beside them
    uint64_t total;               // records that the search finds
    uint64_t missing;             // of these without a value of the first field; where it is no
    string_view missing_address;  // item itself
    uint64_t unplaced;            // with values, none of which is a number (a date)
    uint64_t further;             // values that are not drawn, and how many records have
    uint64_t rest;                // them, one counted for each such value
    string_view trouble;          // why there is nothing to draw; else empty
    string_view address;          // of this chart alone
    string_view svg_address;      // of its files
    string_view csv_address;
    string_view earlier_address; // of a calendar: the years before; empty for none
    string_view later_address;
};

// What a picture or table says of where its numbers are from.
struct chart_source {
    string_view query;   // in words
    string_view name;    // of the canonical query: SHA-256, 64 digits
    string_view address; // of the page, whole
    moment version;
};

// A picture that stands alone in a file, or is part of a page.
struct chart_picture {
    struct page *page;
    bool alone;      // colours by attributes, no links
    double width;    // in units of which text is 14 high
    double height;   // once drawn
    bool tabbable;   // its links are in the order of tabs
    unsigned number; // of the picture on its page
};

// The sentence above a chart. In the arena.
string_view chart_title(struct page *p, const struct chart *c);
// "Country", or for several "Class, family". In the arena.
string_view chart_subject(struct page *p, const struct chart *c);
// The <svg> within a page.
void chart_draw(struct page *p, const struct chart *c, double width, unsigned number);
// A whole SVG file (SVG 1.1 in XML), with title, legend and source.
void chart_draw_alone(struct page *p, const struct chart *c, const struct chart_source *source);
// The same numbers as a table with the same links.
void chart_table(struct page *p, const struct chart *c);
// The same numbers as CSV (RFC 4180), the source in the last columns of each line.
void chart_csv(struct page *p, const struct chart *c, const struct chart_source *source,
               struct buffer *out);

// The label of an item, in the arena or of the program.
string_view chart_label(struct page *p, const struct chart_item *item);
// One value of a line of CSV, quoted where it must be.
void chart_csv_value(struct buffer *out, string_view text, bool first);
// The columns of the source, and the end of the line.
void chart_csv_source(struct page *p, const struct chart_source *source, struct buffer *out);
void chart_csv_source_names(struct buffer *out);
