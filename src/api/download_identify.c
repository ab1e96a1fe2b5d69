// SPDX-License-Identifier: Apache-2.0
// A download with doi=true is given an identifier (rule F2), which its manifest and citation name:
// always the address of this host, which leads on to a DOI once there is one, so that the same
// request gives the same bytes (rule F3).
#include "api/download_answer.h"
#include "api/identify.h"

status download_identify(struct download_answer *a, struct http_response *response, struct error *e)
{
    struct identifier one;
    bool asked = false;
    bool is_new = false;
    TRY(parameter_truth(a->request, "doi", &asked, e));
    if (!asked || a->request->method == HTTP_HEAD) {
        return ST_OK;
    }
    TRY(identify_search(a->api, &a->site, &a->download.input, IDENTIFIER_SEARCH, a->request,
                        response, &one, &is_new, e));
    a->identifier = arena_print(a->request->arena, SV_FORMAT "/cite/" SV_FORMAT,
                                SV_ARGUMENT(a->site.origin), SV_ARGUMENT(one.id));
    return ST_OK;
}
