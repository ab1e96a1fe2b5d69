// SPDX-License-Identifier: Apache-2.0
// The parts of the record page's filling. Must not know: how the page looks.
#pragma once

#include "api/page_site.h"
#include "api/page_values.h"
#include "api/record_checks.h"
#include "api/record_history.h"

struct record_filling {
    const struct api *api;
    struct http_request *request;
    struct arena *arena;
    struct view view;
    struct site site;
    struct named_record name;
    const struct dataset *dataset;
    const struct resource *resource;
    struct record_version *rows;
    size_t row_count;
    const struct record_version *shown; // the row on the page
    string_view json;                   // of the row
    struct record_tree tree;
    struct coordinate_fields coordinates; // of the table
    struct record_page page;
};

// The record's values: single ones, and nested lists as tables.
NODISCARD status record_page_fill_values(struct record_filling *f, struct error *e);
// Why it was removed when `last` ended (rule A5).
NODISCARD status record_page_fill_removal(struct record_filling *f,
                                          const struct record_version *last,
                                          struct removal_row *out, struct error *e);
// Media, determinations, doubts, other hosts.
NODISCARD status record_page_fill_media(struct record_filling *f, struct error *e);
NODISCARD status record_page_fill_determinations(struct record_filling *f, struct error *e);
NODISCARD status record_page_fill_flags(struct record_filling *f, struct error *e);
NODISCARD status record_page_fill_external(struct record_filling *f, struct error *e);
// Whether a nested list of that name holds determinations.
bool record_page_is_determinations(string_view list);
// The search for a value at the page's version; empty for one that does not fit an address.
string_view record_page_link(struct record_filling *f, string_view field, string_view value);
// Records that belong to it.
NODISCARD status record_page_fill_related(struct record_filling *f, struct error *e);
// Its neighbours in the search that the address carries; nothing where that makes no sense.
void record_page_fill_place(struct record_filling *f);
// Its versions, and what changed between two when that is asked.
NODISCARD status record_page_fill_history(struct record_filling *f, struct error *e);
