// SPDX-License-Identifier: Apache-2.0
// What an identifier stands for, for programs: citations as of anything cited, and metadata of
// DataCite and schema.org, chosen by `format` or Accept. Must not know: how the page looks.
#pragma once

#include "api/cite.h"
#include "api/pages/cited.h"
#include "catalogue/identifiers.h"
#include "portal/datacite_metadata.h"

enum cited_format {
    CITED_TEXT, // the first as enum citation_format
    CITED_BIBTEX,
    CITED_RIS,
    CITED_CSL,
    CITED_DATACITE_JSON,
    CITED_DATACITE_XML,
    CITED_SCHEMA_ORG,
    CITED_FORMATS, // the page itself
};

struct cited_format_facts {
    const char *name;       // of the parameter `format`
    const char *shown;      // to people
    const char *media_type; // as asked for; without a charset
};
extern const struct cited_format_facts cited_formats[CITED_FORMATS];

// By `format`, else by Accept; CITED_FORMATS for the page.
NODISCARD status cited_format_of_request(const struct http_request *request, enum cited_format *out,
                                         struct error *e);
// How it is cited.
void cited_citation(const struct site *site, const struct identifier *one, const struct cited *c,
                    struct arena *arena, struct citation *out);
NODISCARD status cited_answer(const struct api *api, const struct site *site,
                              const struct identifier *one, const struct cited *c,
                              enum cited_format format, struct http_request *request,
                              struct http_response *response, struct error *e);
// The portal API's own form.
NODISCARD status cited_json(const struct site *site, const struct identifier *one,
                            const struct cited *c, struct http_request *request,
                            struct http_response *response, struct error *e);
// Signposting (standards.md 3.24): cite-as and describedby.
void cited_links(struct http_request *request, const struct site *site,
                 const struct cited_page *page, struct http_response *response);
// The search that was cited; `view` "changes": what changed since the version; version 0: today's.
// Empty where an address has no room for it.
string_view cited_search_address(struct arena *arena, const struct cited *c, moment version,
                                 const char *view);
