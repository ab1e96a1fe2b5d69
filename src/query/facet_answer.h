// SPDX-License-Identifier: Apache-2.0
// Facets as they were asked: which rows each counts, which values it shows, which page of them.
// Must not know: how values are counted.
#pragma once

#include "query/search_rows.h"

// What a facet is asked of.
struct facet_subject {
    struct snapshot *snapshot;
    const struct scope *scope;
    const struct search_request *request; // its tables
    const struct query *query;            // normalised; NULL: all
    const struct search_rows *rows;       // that the query finds
    const struct cancellation *cancellation;
};

// The answers lie in `arena`; `scratch` holds what is kept until the search ends.
NODISCARD status facet_answers_make(const struct facet_subject *subject,
                                    const struct search_facet_request *asked, size_t count,
                                    struct arena *scratch, struct arena *arena,
                                    struct search_facet *out, struct error *e);
