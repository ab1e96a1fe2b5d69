// SPDX-License-Identifier: Apache-2.0
// The report of a month (rules E1 and E2): what was downloaded, the change on the same month a year
// before, the total since the start, and what each total adds. As text, Markdown, JSON and SVG.
// Must not know: where it is asked.
#pragma once

#include "usage/figures.h"

enum report_change {
    CHANGE_KNOWN,
    CHANGE_NO_MONTH,    // "no comparable month": one of the two is not whole, or not counted
    CHANGE_FROM_NOTHING // there was nothing a year before
};

// One source's figures: its own, and those of a year before.
struct report_line {
    string_view source; // its name; the portal's own is report_own_source
    string_view method; // how it counts; may be empty
    bool known;         // it says something of the month
    struct usage_figures month;
    struct usage_figures before;
    enum report_change change;
    int32_t first; // the months of the total
    int32_t last;
    struct usage_figures total;
};

struct usage_report {
    int32_t month;
    bool has_data; // of the month or any before it
    bool is_over;  // the month; else the figures are as of now
    struct report_line own;
    uint32_t began; // hour that counting began at
    struct report_line *others;
    size_t other_count;
    struct usage_figures lines[USAGE_LINES]; // of the month; the headline first
    struct usage_figures all;                // the totals of all sources
    bool publications_known;
    uint64_t publications;            // that cite the data
    struct usage_month_lines *months; // the last 25 up to the month, for the chart
    size_t month_count;
};

extern const char report_own_source[]; // "this portal"
extern const char report_own_method[]; // rule E1 in a sentence

// NULL roll-ups give a report without data. Lies in `arena`.
NODISCARD status report_make(struct rollups *r, int32_t month, moment now, struct arena *arena,
                             struct usage_report *out, struct error *e);

// Whole percents, rounded half away from nothing: 7,328 after 5,310 is 38.
int64_t report_percent(uint64_t now, uint64_t before);
// "+52 %"
string_view report_percent_text(struct arena *arena, uint64_t now, uint64_t before);
// "May 2020"
string_view report_month_name(struct arena *arena, int32_t month);
// "379,960,000"
string_view report_count(struct arena *arena, uint64_t count);

enum report_format { REPORT_TEXT, REPORT_MARKDOWN, REPORT_JSON, REPORT_SVG, REPORT_FORMATS };
extern const char *const report_format_names[REPORT_FORMATS];
NODISCARD status report_write(const struct usage_report *r, enum report_format format,
                              struct arena *arena, struct buffer *out, struct error *e);
