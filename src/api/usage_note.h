// SPDX-License-Identifier: Apache-2.0
// What a handler says of the use that its answer is, and how that reaches the counting once the
// answer's last byte has been given on (rule E1). Nothing here can fail an answer: without memory a
// use is not counted. Must not know: what is kept of a use.
#pragma once

#include "api/page_site.h"
#include "api/search_input.h"
#include "http/service.h"
#include "usage/usage.h"

struct usage_note;

// Marks the request as a use; NULL when it is not to be counted, which all of the following take.
// `format` is static or in the request's arena; may be empty.
struct usage_note *usage_note_begin(struct http_request *request, enum usage_kind kind,
                                    string_view format);
// So many rows of a dataset; of several calls for one dataset the rows are added up.
void usage_note_dataset(struct usage_note *note, struct http_request *request,
                        const struct dataset *dataset, uint64_t rows);
// Something else that the answer is of.
void usage_note_thing(struct usage_note *note, struct http_request *request, enum usage_name kind,
                      string_view text);

// A record looked at.
void usage_note_record(const struct api *api, struct http_request *request, const struct view *view,
                       const struct uuid *table, string_view key, string_view format);
// The rows of a page of results.
void usage_note_hits(const struct api *api, struct http_request *request, const struct view *view,
                     const struct search_hit *hits, size_t count);
// The rows that each dataset gave to an answer of all that a search finds, in place of what was
// noted of datasets before. Called by who makes the answer: before its last byte where its length
// is told, else when it has been made. Reads no header, since the client may have gone.
void usage_note_search(const struct site *site, struct http_request *request,
                       const struct search_input *input);

// The same for an answer that is ready: nothing of one that the end of a package is not in.
void usage_note_ready(const struct site *site, struct http_request *request,
                      const struct http_response *response, const struct search_input *input);

// As http_service.ended; `context` is a struct api.
void usage_note_ended(void *context, const struct http_request *request,
                      const struct http_response *response, const struct http_end *end);
