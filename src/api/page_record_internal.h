// SPDX-License-Identifier: Apache-2.0
// The parts of the record page's filling. Must not know: how the page looks.
#pragma once

#include "api/page_site.h"
#include "api/page_values.h"
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
    struct record_page page;
};

// The record's values: single ones, and nested lists as tables.
NODISCARD status record_page_fill_values(struct record_filling *f, struct error *e);
// Why it was removed when `last` ended (rule A5).
NODISCARD status record_page_fill_removal(struct record_filling *f,
                                          const struct record_version *last,
                                          struct removal_row *out, struct error *e);
// Its versions, and what changed between two when that is asked.
NODISCARD status record_page_fill_history(struct record_filling *f, struct error *e);
