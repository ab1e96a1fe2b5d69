// SPDX-License-Identifier: Apache-2.0
// What the answers about publications share: the parameters of a list, what evidence is about, and
// the numbers of a record, a dataset and the portal (rule G2). Must not know: how they are shown.
#pragma once

#include "api/page_site.h"
#include "api/record_history.h"
#include "catalogue/literature.h"

#define PUBLICATIONS_SHOWN ((size_t)50)

struct publications {
    const struct api *api;
    struct arena *arena;
    struct view view;
    struct site site;
    struct literature_filter filter;
    uint64_t offset;
    uint64_t limit;
    struct literature_counts counts;
    struct publication *list;
    size_t count;
};

// Reads dataset, record (TABLE/KEY), identifier, year (a, a..b), grade, route, q, limit and offset,
// and asks. ST_INVALID and ST_NOT_FOUND name the parameter.
NODISCARD status publications_of_request(const struct api *api, struct http_request *request,
                                         struct publications *out, struct error *e);
// A dataset of the page by its UUID, or NULL.
const struct dataset *publications_dataset(const struct publications *p, string_view uuid);
// An address and a label of what evidence is about; the address is "" for what is not here.
void publications_target(const struct publications *p, const struct evidence *one,
                         struct page_link *out);
// Changes whenever what is known of publications does.
uint64_t publications_state(const struct api *api);
// The numbers for a record's page; all zero where nothing is known.
NODISCARD status publications_of_record(const struct api *api, const struct view *view,
                                        const struct named_record *name, struct arena *arena,
                                        struct literature_line *out, struct error *e);
NODISCARD status publications_of_dataset(const struct api *api, const struct dataset *d,
                                         struct arena *arena, struct literature_line *out,
                                         struct error *e);
NODISCARD status publications_of_portal(const struct api *api, struct literature_line *out,
                                        struct error *e);
