// SPDX-License-Identifier: Apache-2.0
// What is cited, gathered from a dataset, a record or a search at a moment: pages and the portal
// API say the same. Must not know: how citations look.
#pragma once

#include "api/citation.h"
#include "api/page_site.h"
#include "api/page_values.h"
#include "api/record_history.h"
#include "api/search_input.h"

// What all citations of a portal have in common; the rest is empty.
void cite_begin(const struct site *site, struct citation *out);
// By a registry's DOI; empty: nothing is changed.
void cite_by_doi(struct arena *arena, string_view doi, struct citation *out);
void cite_dataset(const struct site *site, struct arena *arena, const struct dataset *dataset,
                  struct citation *out);
// `dataset` may be NULL; `version` is that of the row.
void cite_record(const struct site *site, struct arena *arena, const struct named_record *name,
                 const struct record_tree *record, const struct dataset *dataset, moment version,
                 struct citation *out);
// Of what `input`, read from the request's parameters, finds; `out` is begun.
NODISCARD status cite_search(const struct site *site, const struct search_input *input,
                             struct http_request *request, struct citation *out, struct error *e);
// The search's own parameters and its version, as its page has them.
void cite_state(const struct http_request *request, const struct view *view, struct address *out);
// "/api/v1/records/{table}/{key}" with what follows it ("/citation"), as record_path.
string_view record_api_path(struct arena *arena, string_view table, string_view key,
                            const char *behind);
// The same citation in each format, ready to follow: labels and addresses, CITATION_FORMATS of
// them. NULL when out of memory. `path` may hold parameters.
const struct page_link *cite_links(struct arena *arena, string_view path, moment version);

// What the handlers of citations share: the parameter `format`, and the answer.
NODISCARD status cite_format_of_request(const struct http_request *request,
                                        enum citation_format *out, struct error *e);
NODISCARD status cite_answer(struct http_request *request, struct http_response *response,
                             const struct citation *c, enum citation_format format,
                             struct error *e);
