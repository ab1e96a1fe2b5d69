// SPDX-License-Identifier: Apache-2.0
// A dataset, or the records of a search, described as EML (2.2.0, GBIF metadata profile 1.3): what
// formats/dataset_metadata.h reads. What the profile requires is always there. Pure. Must not
// know: stores, requests, archives.
#pragma once

#include "api/page_metadata.h"

struct eml_subject {
    const json_t *dataset;   // its metadata record (portal/datasets.h), or NULL
    string_view identifier;  // packageId: another one for each version
    string_view title;       // where the record has none
    string_view description; // likewise
    string_view publisher;   // where the record names no organisation; never empty
    string_view licence;     // a URI, or as written; may be empty
    string_view address;     // of its page; may be empty
    string_view citation;
    string_view notice; // for whoever reads this alone, such as that the records are invented
    moment version;     // when it was last changed
};

// Texts lie in `arena`.
NODISCARD status eml_write(struct arena *arena, const struct eml_subject *subject,
                           struct buffer *out, struct error *e);
