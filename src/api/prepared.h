// SPDX-License-Identifier: Apache-2.0
// Downloads prepared in the background, between requests and portal/download_jobs.h. Must not know:
// how their pages look.
#pragma once

#include "api/api.h"
#include "portal/download_jobs.h"

// Opens api->jobs, whose threads use `api` until they are closed. A folder that cannot be written
// has none.
void prepared_open(struct api *api);

// Reads a body, JSON or a form, with download, webhook and email; checks the download as if it were
// asked for now, and queues it. The problem's status in `response` is set where it is no 400.
NODISCARD status prepared_add(struct api *api, struct http_request *request,
                              struct http_response *response, char id[37], struct error *e);
// A request for the download of a job, as its client would make it now; all in `arena`.
NODISCARD status prepared_request(struct arena *arena, string_view download, string_view host,
                                  bool secure, struct http_request *out, struct error *e);
// Of the bytes that are there, of those there will be: 0 to 1, and 1 of a ready one alone.
double prepared_share(const struct download_job *job);
