// SPDX-License-Identifier: Apache-2.0
// What a summary is asked, from parameters or from a JSON body. Must not know: how answers look.
#pragma once

#include "api/search_input.h"
#include "query/summary.h"

struct summary_input {
    struct search_input search;
    struct summary_request request;
    bool by_vocabulary;          // a share is read through a vocabulary (rule C5)
    const string_view *left_out; // slugs of tables of index lots that are not searched therefore
    size_t left_out_count;
};

NODISCARD status summary_input_from_parameters(const struct api *api, struct http_request *request,
                                               struct summary_input *out, struct error *e);
// The summary's own parameters alone; `out->search` is known already.
NODISCARD status summary_input_read(const struct api *api, struct http_request *request,
                                    struct summary_input *out, struct error *e);
NODISCARD status summary_input_from_body(const struct api *api, struct http_request *request,
                                         struct summary_input *out, int64_t *position,
                                         struct error *e);
