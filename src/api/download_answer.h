// SPDX-License-Identifier: Apache-2.0
// A download that was asked for, read and checked: what its bytes depend on, and how they are made.
// Must not know: how they are sent or kept.
#pragma once

#include "api/download.h"
#include "api/page_site.h"
#include "base/hash.h"

struct download_answer {
    const struct api *api;
    struct download download;
    struct site site;
    struct http_request *request;
    string_view identifier; // what its citation names, of doi=true; else empty
    struct sha256 name; // of all that the bytes depend on: the same name, the same bytes (rule F3)
};

// Reads a request; every fault it has shows here. All lies in the request's arena.
NODISCARD status download_open(const struct api *api, struct http_request *request,
                               struct download_answer *out, struct error *e);
// Gives it an identifier where the request says doi=true. Errors as of identify_search.
NODISCARD status download_identify(struct download_answer *a, struct http_response *response,
                                   struct error *e);
// All its bytes, from the first to the last.
NODISCARD status download_make(const struct download_answer *a, csv_sink *sink, void *argument,
                               struct error *e);
// Whether nothing was erased since it was opened; `answer` is one.
bool download_is_current(void *answer);
// "records-1425211200000-csv.zip", in the request's arena.
string_view download_file_name(const struct download_answer *a);
const char *download_media_type(const struct download_answer *a);
