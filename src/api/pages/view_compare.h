// SPDX-License-Identifier: Apache-2.0
// The view "compare" of a search: the same measure of up to four searches side by side, whole and
// in groups. Shares are as rule C5 says. Must not know: stores, queries, HTTP.
#pragma once

#include "api/pages/view_charts.h"

#define COMPARE_MOST ((size_t)4) // searches

enum compare_measure {
    COMPARE_COUNT,
    COMPARE_SHARE,    // of a term of a vocabulary among some, with Wilson's interval
    COMPARE_SPECIES,  // the mean over species of their shares
    COMPARE_DISTINCT, // values of a field
    COMPARE_MEAN,     // of a field's numbers
    COMPARE_MEASURES,
};

struct compare_search {
    string_view given;          // as the address has it; empty for the page's own search
    string_view address;        // of its records
    string_view remove_address; // the page without it; empty for the page's own search
    string_view trouble;        // of those that cannot be asked: why
    string_view left_out;       // tables of index lots that shares leave out
    uint64_t total;             // records, without those
    bool all_kinds;             // of several kinds (rule C4)
    struct chart_source source;
};

struct compare_cell {
    uint64_t count; // records
    bool has_value; // beside the count; not where there is nothing to measure
    bool has_interval;
    double value;          // of shares a part of 1
    double low, high;      // 95 %
    uint64_t part, base;   // of shares: records; of means over species: base is species
    const uint64_t *terms; // records of each term; NULL for other measures
    string_view address;   // of the records; empty for none
};

struct compare_row {
    enum chart_item_kind kind;
    string_view label;
    struct compare_cell cells[COMPARE_MOST];
};

struct view_compare {
    struct compare_search searches[COMPARE_MOST];
    size_t search_count;
    struct compare_search failed[COMPARE_MOST]; // what cannot be asked
    size_t failed_count;
    enum compare_measure measure;
    string_view of;           // the field measured; empty for counts
    string_view by;           // the field of the groups; empty for none
    string_view term;         // of shares: whose
    const string_view *terms; // all there are
    size_t term_count;
    uint64_t base_terms; // a bit for each that a share is of
    struct compare_row whole;
    const struct compare_row *rows;
    size_t row_count;
    uint64_t further; // groups that are not shown
    uint64_t without; // groups in which there is nothing that a share could be of
    bool decades;     // the groups are decades
    string_view trouble;
    const struct chart_choice *choices; // by label
    size_t choice_count;
    const struct page_link *presets; // without a label: the mean over species
    size_t preset_count;
    string_view everything_address;   // the page with one more search: all records; or ""
    string_view before_address;       // the same search a year before; or ""
    const struct page_link *datasets; // address: the value of the parameter
    size_t dataset_count;
    string_view svg_address;
    string_view csv_address;
};

extern const char *const compare_measure_names[COMPARE_MEASURES]; // in addresses
enum compare_measure compare_measure_of_name(string_view name);

// "Share of female among female and male (Sex), by Class". In the arena.
string_view compare_title(struct page *p, const struct view_compare *c);
// How the measure is taken: sentences. In the arena.
string_view compare_method(struct page *p, const struct view_compare *c);
// "A", "B", ...
string_view compare_letter(struct page *p, size_t search);
string_view compare_row_label(struct page *p, const struct compare_row *row);
// "39.2 %", "1,204", "12.5"; "–" where there is no value.
string_view compare_value(struct page *p, const struct view_compare *c,
                          const struct compare_cell *cell);
string_view compare_interval(struct page *p, const struct view_compare *c,
                             const struct compare_cell *cell);

void compare_draw(struct page *p, const struct view_compare *c);
void compare_draw_alone(struct page *p, const struct view_compare *c);
void compare_table(struct page *p, const struct view_compare *c);
void compare_csv(struct page *p, const struct view_compare *c, struct buffer *out);
