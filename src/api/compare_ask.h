// SPDX-License-Identifier: Apache-2.0
// Fills a comparison with what the engine says of each search. Must not know: how it looks.
#pragma once

#include "api/chart_ask.h"
#include "api/pages/view_compare.h"
#include "query/vocabulary.h"

// One of the searches, ready to be asked.
struct compare_side {
    struct search_input input;
    struct address state; // of its records' page: filters and version
    const struct vocabulary *vocabulary;
};

struct compare_asked {
    enum compare_measure measure;
    struct bucket_request of; // the field, and for shares the vocabulary
    bool of_list;             // records may have several values of it
    size_t term;              // of the vocabulary
    bool has_by;
    struct bucket_request by;
    string_view species; // the field that names species
};

// Fills rows, the row of all together, and what each search has in all; out->measure and the like
// are known. What the engine cannot do is told in out->trouble.
NODISCARD status compare_make(struct search_filling *f, struct compare_side *sides,
                              const struct compare_asked *asked, struct view_compare *out,
                              struct error *e);
