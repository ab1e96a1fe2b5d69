// SPDX-License-Identifier: Apache-2.0
// How much was downloaded, as pages show it (rules E1 and E2): the last full month beside the same
// month a year before, the running month, the total; a chart; the most used datasets; other
// sources. Must not know: where the figures come from.
#pragma once

#include "api/pages/layout.h"

struct use_figures {
    moment month; // its first millisecond
    uint64_t downloads;
    uint64_t records;
};

struct use_dataset {
    string_view title;
    string_view slug; // empty: it is not there any more
    uint64_t downloads;
    uint64_t records;
};

struct use_source {
    string_view name;
    string_view method; // may be empty
    moment first;
    moment last;
    uint64_t downloads;
    uint64_t records;
};

struct page_use {
    bool known;              // something has been downloaded
    struct use_figures last; // the last full month
    struct use_figures before;
    bool comparable; // with `before`; else "no comparable month"
    struct use_figures running;
    struct use_figures total;         // since its month
    const struct use_figures *months; // ascending, for the chart; those between may be missing
    size_t month_count;
    const struct use_dataset *datasets; // most used in the last twelve months
    size_t dataset_count;
    const struct use_source *sources;
    size_t source_count;
};

// The figures as a table of a few rows; the caller has said what is known of nothing.
void page_use_figures(struct page *p, const struct page_use *use);
// Records by month, with the same numbers behind a <details>; nothing for fewer than two months.
void page_use_chart(struct page *p, const struct page_use *use);
// Most used datasets; nothing where there are none.
void page_use_datasets(struct page *p, const struct page_use *use);
// Figures of other sources, each with how it counts; nothing where there are none.
void page_use_sources(struct page *p, const struct page_use *use);
