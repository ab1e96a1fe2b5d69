// SPDX-License-Identifier: Apache-2.0
// The parts of the search page's filling. Must not know: how the page looks.
#pragma once

#include "api/page_searches.h"

struct search_filling {
    const struct api *api;
    struct http_request *request;
    struct arena *arena; // the request's
    struct site site;
    const json_t *portal; // the portal's own record
    struct address state;
    struct search_input input;
    struct search_result result;
    struct field_list fields; // of the tables searched
    struct search_page page;
};

status search_page_no_memory(struct error *e); // always ST_NO_MEMORY

// What a filter's value is called, where it is a name for something; else "".
string_view search_page_label(const struct search_filling *f, string_view parameter,
                              string_view value);
// Such names of the filters that are set.
NODISCARD status search_page_fill_labels(struct search_filling *f, struct error *e);

// Facets: those asked for, or the page's own choice among the fields there are; and which others
// can be had.
NODISCARD status search_page_choose_facets(struct search_filling *f, struct error *e);
// After the search: their values, with a field's own filter left out where it has one, so that
// others can be chosen beside it.
NODISCARD status search_page_fill_facets(struct search_filling *f, struct error *e);
// The orders that the tables allow.
NODISCARD status search_page_fill_sorts(struct search_filling *f, struct error *e);
// The table: its columns and the cells of the hits.
NODISCARD status search_page_fill_rows(struct search_filling *f, struct error *e);
// Matching records by kind (rule C4).
NODISCARD status search_page_fill_kinds(struct search_filling *f, struct error *e);
// Datasets whose description matches the words.
NODISCARD status search_page_fill_datasets(struct search_filling *f, struct error *e);
// For an empty result: what each filter's removal would give.
NODISCARD status search_page_fill_without(struct search_filling *f, struct error *e);
