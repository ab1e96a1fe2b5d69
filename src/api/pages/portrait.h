// SPDX-License-Identifier: Apache-2.0
// A page about one thing that records speak of: a taxon, a country, a geological interval, a
// person. Must not know: stores, queries, HTTP.
#pragma once

#include "api/pages/view_charts.h"
#include "api/pages/view_map.h"

enum portrait_kind {
    PORTRAIT_TAXON,
    PORTRAIT_COUNTRY,
    PORTRAIT_INTERVAL,
    PORTRAIT_PERSON,
};

struct portrait_page {
    const struct page_site *site;
    enum portrait_kind kind;
    string_view rank;  // of a taxon: the field it is a value of; else empty
    string_view title; // as the records have it
    bool name;         // a scientific name of a genus or below
    string_view path;  // "/taxon/genus/Bombus", the page's own
    struct holdings matches;
    const struct search_page *search; // for its records: state, charts, map
    string_view records;              // its address
    const struct page_link *above;    // the classification, from the top: pages of their own
    size_t above_count;
    const struct page_link *spellings; // of a country, as records write its name; none where all
    size_t spelling_count;             // write it alike
    const struct page_link *accepted;  // names that checklists accept in the place of this one
    size_t accepted_count;
    const struct page_link *synonyms; // names in whose place they accept this one
    size_t synonym_count;
    const struct page_pair *facts;
    size_t fact_count;
    string_view about_markup;           // HTML made safe before; may be empty
    const struct page_link *companions; // of a person: who collected with them, and how often
    size_t companion_count;
    const struct page_picture *pictures;
    size_t picture_count;
    string_view pictures_address; // of all of them
    moment version;
    bool as_of;
};

NODISCARD status page_portrait(const struct portrait_page *portrait, struct arena *arena,
                               struct buffer *out, struct error *e);
