// SPDX-License-Identifier: Apache-2.0
// The parts of the filling of a dataset's page. Must not know: how the page looks.
#pragma once

#include "api/page_fields.h"
#include "api/page_site.h"
#include "api/page_use.h"

struct dataset_filling {
    struct page_use use;
    const struct api *api;
    struct http_request *request;
    struct arena *arena;
    struct view view;
    struct site site;
    const struct dataset *dataset;
    const json_t *json;
    bool profile;              // is made now,
    bool keep;                 // and kept
    const struct uuid *tables; // of the records
    size_t table_count;
    uint64_t *entries; // of dictionaries, beside the page's fields: at least as many as values
    struct dataset_page page;
};

status dataset_page_no_memory(struct error *e); // always ST_NO_MEMORY

// Where the records are. Leaves the page as it is where none has a position.
NODISCARD status dataset_page_fill_coverage(struct dataset_filling *f, struct error *e);

// The fields of the tables with an example of each; where the profile is made now also their
// commonest values and their plots.
NODISCARD status dataset_page_fill_fields(struct dataset_filling *f, struct error *e);
