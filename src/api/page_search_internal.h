// SPDX-License-Identifier: Apache-2.0
// The parts of the search page's filling. Must not know: how the page looks.
#pragma once

#include "api/page_searches.h"

#define RAIL_RANGES_MOST ((size_t)3)
#define IGNORED_MOST     ((size_t)8) // past it the request is at fault

// Facets of the search's answer that the rail has asked for; SIZE_MAX: none.
struct rail_asked {
    size_t ranges[RAIL_RANGES_MOST]; // in the order of the table of ranges
    size_t taxa;
};

struct search_filling {
    const struct api *api;
    struct http_request *request;
    struct arena *arena; // the request's
    struct site site;
    const json_t *portal; // the portal's own record
    struct address state;
    struct search_input input;
    struct search_result result;
    size_t facets_shown; // the first facets of the answer; behind them are the rail's
    struct rail_asked asked;
    struct rail rail;
    struct field_list fields; // of the tables searched
    const char *const *known; // fields whose one value the page is about, ended by NULL; or NULL
    struct search_page page;
    struct ignored_parameter ignored[IGNORED_MOST];
};

// After an empty search by words: what else they may have meant.
NODISCARD status search_page_fill_nothing(struct search_filling *f, struct error *e);
status search_page_no_memory(struct error *e); // always ST_NO_MEMORY

// The request's parameters as the state of the page.
NODISCARD status search_page_read_state(struct search_filling *f, struct error *e);

// Takes a parameter out of the state and tells why. The model points to what is noted here.
void search_page_ignore(struct search_filling *f, string_view name, const char *reason);

// What a filter's value is called, where it is a name for something; else "".
string_view search_page_label(const struct search_filling *f, string_view parameter,
                              string_view value);
// What the reader's language calls the country in a field of countries, or of their codes; else "".
string_view search_page_country(const struct search_filling *f, string_view field,
                                string_view value);
// Such names of the filters that are set.
NODISCARD status search_page_fill_labels(struct search_filling *f, struct error *e);

// Pages about what is filtered by; names of people without a page are told as such (rule I1).
#define ABOUT_MOST ((size_t)4)
NODISCARD status search_page_fill_about(struct search_filling *f, struct error *e);

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
