// SPDX-License-Identifier: Apache-2.0
// The page of an identifier (rules F1 to F4): what was cited, at which version, what it finds now,
// whether a re-run gives what was recorded, and how to cite it. Also its tombstone. Must not know:
// stores, queries, HTTP.
#pragma once

#include "api/pages/layout.h"

enum cited_check {
    CITED_NOT_CHECKED,
    CITED_EQUAL,
    CITED_EQUAL_BUT, // but for rows that lost values by law, whose kept hashes prove the rest
    CITED_DIFFERENT,
    CITED_NOT_TOLD,    // too much was erased for the digest to be looked for
    CITED_IMPOSSIBLE,  // the records of that version are not here
    CITED_NO_RECORDED, // nothing was recorded to compare with
};

struct cited_row {
    string_view title;
    string_view address; // of the dataset at that version; may be empty
    uint64_t records;
    string_view licence;
    string_view licence_address;
};

struct cited_page {
    const struct page_site *site;
    string_view path;       // its own
    string_view title;      // "1204 records from 3 datasets: ..."
    string_view words;      // what is asked
    string_view identifier; // the address to be copied
    bool registered;        // it is a DOI
    const char *state;      // a sentence for people, English
    bool dataset;           // of a dataset, else of a search
    bool name;              // to remember a search by: not made to be cited
    bool withdrawn;
    moment words_erased; // by law, of a withdrawn one what was asked; 0: never
    bool imported;       // of an earlier portal
    moment version;
    moment created;
    bool counted; // when it was cited
    uint64_t then;
    bool counts_now;
    uint64_t now;
    string_view digest;     // as recorded; may be empty
    string_view definition; // "v1"
    string_view digest_now; // over the records as they are; where it was worked out
    enum cited_check check;
    uint64_t rows;     // in the re-run
    uint64_t erased;   // of them, and when
    uint64_t unproved; // rows for which nothing but the kept hash speaks
    moment first_erased;
    moment last_erased;
    string_view then_address;    // the search at its version; empty: it cannot be run
    string_view now_address;     // the same of today
    string_view changes_address; // what changed since
    string_view check_address;   // path of the form that runs it again; empty: cannot
    const string_view *warnings; // sentences in the reader's language
    size_t warning_count;
    const struct cited_row *rows_of_datasets;
    size_t dataset_count;
    string_view citation;
    const struct page_link *citation_links; // PAGE_CITATIONS
    const struct page_link *metadata_links;
    size_t metadata_count;
    string_view linked; // address of the JSON-LD
};

NODISCARD status page_cited(const struct cited_page *cited, struct arena *arena, struct buffer *out,
                            struct error *e);
