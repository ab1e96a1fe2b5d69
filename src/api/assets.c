// SPDX-License-Identifier: Apache-2.0
// The front end's files, from the binary. Their names change with their content, so they may be
// kept for ever.
#include "api/api.h"
#include "api/web_assets.h"
#include "http/negotiate.h"

#include <stdio.h>

const struct web_asset *web_asset_find(string_view path)
{
    size_t low = 0;
    size_t high = web_assets_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = sv_compare(sv_from(web_assets[middle].path), path);
        if (order == 0) {
            return &web_assets[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

status api_asset(void *context, struct http_request *request, struct http_response *response,
                 struct error *e)
{
    (void)context;
    const struct web_asset *asset = web_asset_find(sv_slice(request->target.path, 1, SIZE_MAX));
    if (asset == NULL) {
        return error_set(e, ST_NOT_FOUND, "there is nothing at this address");
    }
    response->content_type = asset->media_type;
    response->cache_control = "public, max-age=31536000, immutable";
    response->fixed = (string_view){(const char *)asset->bytes, asset->length};
    response->fixed_gzip = (string_view){(const char *)asset->gzip_bytes, asset->gzip_length};
    (void)snprintf(response->etag, sizeof response->etag, "%s", asset->etag);
    if (etag_listed(http_request_header(request, "If-None-Match"), sv_from(asset->etag))) {
        response->status = 304;
    }
    return ST_OK;
}
