// SPDX-License-Identifier: Apache-2.0
// A pasted list (rule C7): a form, and what it found, in three parts, each with its count, a
// search, a CSV and its first values. Without scripts all of it is this one form. Must not know:
// stores.
#pragma once

#include "api/pages/layout.h"

struct list_row {
    string_view value;
    string_view address; // of the record, or of the search for those it stands in; may be empty
    uint64_t records;
};

struct list_part {
    const char *name; // in the API: "found", "notFound", "ambiguous"
    uint64_t values;
    string_view address; // of the search for its values; empty where it would be too long, or none
    const struct list_row *rows; // the first
    size_t row_count;
};

struct lists_page {
    const struct page_site *site;
    string_view query;  // "?dataset=x", the tables that are looked in; empty: all
    string_view tables; // the same in words; may be empty
    string_view field;  // as it was given; empty: the usual ones
    string_view values; // the list as it was given
    bool answered;
    string_view error;         // a sentence
    uint64_t asked;            // different values
    const string_view *fields; // looked in
    size_t field_count;
    struct list_part parts[3];
    size_t most; // values that a list may have
};

NODISCARD status page_lists(const struct lists_page *lists, struct arena *arena, struct buffer *out,
                            struct error *e);
