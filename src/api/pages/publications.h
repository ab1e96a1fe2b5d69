// SPDX-License-Identifier: Apache-2.0
// The page of publications, and what other pages say of them (rule G2). Titles and names come from
// strangers: all of it stands in gaps. Must not know: where publications come from.
#pragma once

#include "api/pages/address.h"
#include "api/pages/layout.h"

struct publication_evidence {
    const char *grade; // "named", ...
    struct page_link target;
};

struct publication_row {
    string_view title;
    string_view address; // where it is read; "" for none
    string_view authors;
    string_view venue;
    int32_t year; // 0: not known
    bool direct;
    bool gbif;
    const struct publication_evidence *evidence; // the first
    size_t evidence_count;
    size_t evidence_more; // left out
};

// A dataset to narrow the list to.
struct publications_dataset {
    string_view slug;
    string_view title;
    uint64_t publications; // of all that are known
};

// What was gathered of late.
struct publications_source {
    const char *name; // "GBIF"
    moment at;        // when the last gathering that ended well began
};

struct publications_page {
    const struct page_site *site;
    const struct address *state; // all that is asked
    struct literature_line counts;
    uint64_t of_datasets; // publications with evidence of a dataset alone
    const struct publications_dataset *datasets;
    size_t dataset_count;
    const struct publications_source *sources;
    size_t source_count;
    struct page_link of; // the record, dataset or search asked for; label "" for none
    const struct publication_row *rows;
    size_t row_count;
    uint64_t offset;
    uint64_t limit;
};

NODISCARD status page_publications(const struct publications_page *publications,
                                   struct arena *arena, struct buffer *out, struct error *e);
// Lines among the facts of a record's page, of a dataset's; nothing where there are no
// publications.
void page_literature_record(struct page *p, const struct literature_line *line);
void page_literature_dataset(struct page *p, const struct literature_line *line);
// A sentence: how many in all, direct, through GBIF, both.
void page_literature_counts(struct page *p, const struct literature_line *line);
