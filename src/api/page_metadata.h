// SPDX-License-Identifier: Apache-2.0
// Reads what pages say of a dataset from its metadata record (portal/datasets.h says the shape):
// authors, texts, coverage; and makes the citation. Pure. Must not know: stores, requests.
#pragma once

#include "api/pages/model.h"
#include "portal/datasets.h"

#include <jansson.h>

// A parsed JSON object that goes with the arena; NULL when it is none or memory is out (all that
// asks below takes NULL for an empty record).
const json_t *json_in_arena(struct arena *arena, string_view text);
// A string member, in the JSON's memory; "" when there is none.
string_view json_text(const json_t *object, const char *name);

// Authors in their order. Views live as long as the record.
NODISCARD status metadata_authors(struct arena *arena, const json_t *dataset,
                                  const struct author_row **out, size_t *count, struct error *e);
// "Quillfeather M., Ombro T."; past `most` of them "... and 4 more"; the organisation's name where
// there are no authors.
string_view metadata_authors_line(struct arena *arena, const json_t *dataset, size_t most);

// Label and value for what the record states: licence, publisher, time, place, ...
NODISCARD status metadata_facts(struct arena *arena, const json_t *dataset,
                                const struct page_pair **out, size_t *count, struct error *e);

// What a citation needs beside the record.
struct citation {
    const json_t *dataset;
    string_view publisher; // the dataset's organisation, or the portal
    moment version;        // of the dataset: its last commit as of the moment shown
    string_view address;   // of the dataset's page at that version; may be empty
};
// "{authors} ({year}). {title} [Data set]. Version {YYYY-MM-DD}. {publisher}. {address}" (rule G1;
// the address stands where no registered identifier is, rule F1).
string_view citation_of_dataset(struct arena *arena, const struct citation *c);

struct record_citation {
    struct citation dataset;
    string_view institution;
    string_view catalog_number; // or the key
    string_view name;           // may be empty
    string_view address;        // of the record's page at its version
    moment accessed;
};
// "{institutionCode} {catalogNumber}, {scientificName}. In: {dataset citation} {object URL}.
// Accessed {D Month YYYY}." (rule G1)
string_view citation_of_record(struct arena *arena, const struct record_citation *c);
