// SPDX-License-Identifier: Apache-2.0
// What crawlers may fetch (rule K2, RFC 9309): home, bare search, datasets and records; no filtered
// searches, no past versions, no interfaces.
#include "api/api.h"

static const char robots[] = "User-agent: *\n"
                             "Disallow: /api/\n"
                             "Disallow: /downloads/\n"
                             "Disallow: /*/downloads/\n"
                             "Disallow: /files/\n"
                             "Disallow: /archive/\n"
                             "Disallow: /find?\n"
                             "Disallow: /*/find?\n"
                             "Disallow: /search?\n"
                             "Disallow: /search/\n"
                             "Disallow: /datasets?\n"
                             "Disallow: /*/search?\n" // in another language
                             "Disallow: /*/search/\n"
                             "Disallow: /*/datasets?\n"
                             "Disallow: /s/\n"
                             "Disallow: /publications?\n"
                             "Disallow: /*/publications?\n"
                             "Disallow: /*?check=\n"
                             "Disallow: /*?version=\n"
                             "Disallow: /*&version=\n"
                             "Disallow: /*?from=\n"
                             "Disallow: /*?to=\n"
                             "Disallow: /*?search=\n"
                             "Disallow: /*&search=\n";

status api_robots(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    (void)context;
    (void)request;
    (void)e;
    response->content_type = "text/plain; charset=utf-8";
    response->cache_control = "max-age=86400";
    response->fixed = sv_from(robots);
    return ST_OK;
}
