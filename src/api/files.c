// SPDX-License-Identifier: Apache-2.0
// The files that stand beside datasets (portal/kept_files.h), as they came: always a download under
// the name they had, never run, in whole or in parts. A file may have to go by law, so nobody keeps
// it unasked.
#include "api/api.h"

#include "base/percent.h"
#include "http/negotiate.h"
#include "http/range.h"
#include "portal/file_records.h"

#include <stdio.h>

static void unmap(void *file)
{
    file_unmap(file);
}

// The resource of the view that names the file; NULL when none does.
static const struct resource *find_resource(const struct dataset_view *all, string_view name)
{
    for (size_t i = 0; i < all->count; i++) {
        for (size_t k = 0; k < all->datasets[i].resource_count; k++) {
            if (sv_equal(all->datasets[i].resources[k].file, name)) {
                return &all->datasets[i].resources[k];
            }
        }
    }
    return NULL;
}

// RFC 6266: the name in ASCII for those who know no better, and as it is.
static string_view disposition(struct arena *arena, string_view name)
{
    struct buffer text;
    buffer_init(&text, 16384);
    buffer_append_view(&text, SV("attachment; filename=\""));
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        buffer_append_byte(&text, c < ' ' || c > '~' || c == '"' || c == '\\' ? '_' : c);
    }
    buffer_append_view(&text, SV("\"; filename*=UTF-8''"));
    percent_encode(&text, name);
    string_view value = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return value;
}

static status map(const struct api *api, struct http_request *request, string_view name,
                  struct mapped_file **out, struct error *e)
{
    *out = arena_new(request->arena, struct mapped_file);
    if (*out == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the file");
    }
    if (!kept_file_exists(api->portal, name)) {
        return error_set(e, ST_GONE, "the portal no longer has this file");
    }
    TRY(kept_file_map(api->portal, name, *out, e));
    return arena_defer(request->arena, unmap, *out);
}

status api_file(void *context, struct http_request *request, struct http_response *response,
                struct error *e)
{
    const struct api *api = context;
    string_view name = http_request_capture(request, "name");
    struct view v;
    struct mapped_file *file = NULL;
    const struct dataset_view *all = NULL;
    TRY(view_of_request(api, request, &v, e));
    TRY(portal_datasets(api->portal, v.snapshot, v.commit, request->arena, &all, e));
    const struct resource *resource = kept_is_name(name) ? find_resource(all, name) : NULL;
    if (resource == NULL) {
        return error_set(e, ST_NOT_FOUND, "no dataset has such a file");
    }
    TRY(map(api, request, name, &file, e));
    response->content_type = kept_media_type(name);
    response->cache_control = "no-cache";
    response->content_policy = "default-src 'none'; sandbox";
    response->fixed = (string_view){(const char *)file->bytes, file->length};
    http_response_header(response, "Content-Disposition",
                         disposition(request->arena, resource->title));
    http_response_header(response, "X-Robots-Tag", SV("noindex"));
    (void)snprintf(response->etag, sizeof response->etag, "\"%.32s\"", name.bytes);
    if (etag_listed(http_request_header(request, "If-None-Match"), sv_from(response->etag))) {
        response->status = 304;
    }
    http_response_range(response, request);
    return ST_OK;
}
