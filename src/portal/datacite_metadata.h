// SPDX-License-Identifier: Apache-2.0
// What an identifier stands for in the words of the DataCite metadata schema 4 (standards.md 3.13;
// rule F2): as the registry's JSON, as XML of kernel-4, and in schema.org's words. Made of what the
// register keeps alone. Without a DOI of the registry itself the identifier is an address of this
// host (rule F1). Must not know: HTTP, stores.
#pragma once

#include "catalogue/identifiers.h"
#include "portal/citing.h"

#include <jansson.h>

struct metadata_context {
    struct identifier_register *identifiers; // where the DOIs of datasets are looked up
    string_view origin; // "https://data.museum.example", before paths; may be empty
    string_view ror;    // of the publisher, "https://ror.org/..."; may be empty
    bool for_registry;  // says the DOI whether or not it is findable yet
};

// The address of an identifier: "/cite/{id}", of a DOI's landing page "/doi/{doi}" once people can
// be shown it, of a dataset its page. In `arena`.
string_view identifier_path(struct arena *arena, const struct identifier *one,
                            const struct cited *c);
// Whether it has a DOI that people can be shown.
bool identifier_has_doi(const struct identifier *one);
// "1204 records from 3 datasets: Family: Carabidae", or the dataset's title. In `arena`.
string_view cited_title(struct arena *arena, const struct cited *c);

// The attributes of the registry's REST API; the caller gives *out back with json_decref.
NODISCARD status datacite_attributes(const struct metadata_context *context,
                                     const struct identifier *one, const struct cited *c,
                                     struct arena *arena, json_t **out, struct error *e);
// The same as XML (http://datacite.org/schema/kernel-4), appended.
NODISCARD status datacite_xml(const json_t *attributes, struct buffer *out, struct error *e);
// The same as JSON-LD (https://schema.org/), appended.
NODISCARD status datacite_schema_org(const json_t *attributes, struct buffer *out, struct error *e);
