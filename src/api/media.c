// SPDX-License-Identifier: Apache-2.0
// The portal's own media files. Their names are their content's, so they may be kept for ever.
// What strangers drew runs nothing, also when it is looked at by itself: an SVG is sandboxed.
#include "api/api.h"

#include "http/negotiate.h"
#include "http/range.h"
#include "portal/media.h"

#include <stdio.h>

static const char sandbox[] = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

static void unmap(void *file)
{
    file_unmap(file);
}

status api_medium(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    const struct api *api = context;
    string_view name = http_request_capture(request, "name");
    struct mapped_file *file = arena_new(request->arena, struct mapped_file);
    if (file == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the file");
    }
    TRY(portal_map_medium(api->portal, name, file, e));
    TRY(arena_defer(request->arena, unmap, file));
    response->content_type = media_type_of(name);
    response->cache_control = "public, max-age=31536000, immutable";
    response->fixed = (string_view){(const char *)file->bytes, file->length};
    if (sv_equal(sv_from(response->content_type), SV("image/svg+xml"))) {
        http_response_header(response, "Content-Security-Policy", sv_from(sandbox));
    }
    http_response_header(response, "Cross-Origin-Resource-Policy", SV("cross-origin"));
    (void)snprintf(response->etag, sizeof response->etag, "\"%.32s\"", name.bytes);
    if (etag_listed(http_request_header(request, "If-None-Match"), sv_from(response->etag))) {
        response->status = 304;
    }
    http_response_range(response, request);
    return ST_OK;
}
