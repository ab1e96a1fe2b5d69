// SPDX-License-Identifier: Apache-2.0
// The query builder: all that a search asks as one query in the JSON form, told in words and
// counted, in a form that leads back to the results. Without scripts the JSON is edited as text;
// scripts make it a tree (web/src/islands/builder.ts). Must not know: stores, what JSON means.
#pragma once

#include "api/pages/layout.h"

struct build_page {
    const struct page_site *site;
    const struct address *state; // of the search, "/search"
    // Names of its parameters that ask nothing of records but are carried along.
    const string_view *carried;
    size_t carried_count;
    string_view json;          // of the whole search, or as it was given where it means nothing
    string_view words;         // "family is Apidae"; empty for everything
    string_view error;         // a sentence; empty: the query means something
    string_view query_address; // of the results, with all that is asked as one query
    string_view api_address;   // the same of the API, whole; empty: not known
    size_t address_length;     // of the results' address
    size_t address_limit;
    uint64_t total;
};

NODISCARD status page_build(const struct build_page *build, struct arena *arena, struct buffer *out,
                            struct error *e);
