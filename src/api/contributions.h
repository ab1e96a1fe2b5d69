// SPDX-License-Identifier: Apache-2.0
// How many of the records that a search finds each dataset gives, with what credit needs: licence
// and citation as of the moment shown. Must not know: how answers look.
#pragma once

#include "api/page_site.h"
#include "api/search_input.h"

struct contribution {
    const struct dataset *dataset;
    uint64_t records;
    enum record_kind kind; // of the dataset's records; KIND_COUNT: of several
    string_view licence;
    string_view licence_address; // may be empty
    string_view citation;
};

// The datasets that have matching records, those that give most first, then by title; `total` is
// what the search finds in all. In `arena`.
NODISCARD status contributions_make(const struct site *site, const struct search_input *input,
                                    uint64_t total, struct arena *arena,
                                    const struct contribution **out, size_t *count,
                                    struct error *e);
// Whether the search looks at a table.
bool contribution_is_asked(const struct search_request *search, const struct uuid *table);
