// SPDX-License-Identifier: Apache-2.0
// What is at addresses that no route knows: nothing, or the page that is meant with a slash behind.
#include "api/page_site.h"

// One slash too many at the end, and none elsewhere: "//host/" would lead a browser to that host,
// and so would a backslash.
static bool has_slash_behind(string_view path)
{
    bool odd = sv_find(path, '\\') < path.length;
    for (size_t i = 1; i < path.length && !odd; i++) {
        odd = path.bytes[i] == '/' && path.bytes[i - 1] == '/';
    }
    return !odd && path.length > 2 && path.bytes[path.length - 1] == '/';
}

status show_nothing(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    const struct http_target *target = &request->target;
    string_view path = target->path;
    (void)context;
    if (request->method == HTTP_GET && has_slash_behind(path)) {
        site_redirect(request, response, 308,
                      arena_print(request->arena, SV_FORMAT "%s" SV_FORMAT,
                                  SV_ARGUMENT(sv_slice(path, 0, path.length - 1)),
                                  target->query.length > 0 ? "?" : "", SV_ARGUMENT(target->query)));
        return ST_OK;
    }
    return error_set(e, ST_NOT_FOUND, "there is nothing at this address");
}
