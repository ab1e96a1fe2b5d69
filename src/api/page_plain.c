// SPDX-License-Identifier: Apache-2.0
// The pages that show no records: about, accessibility, and the API's addresses.
#include "api/description.h"
#include "api/page_markdown.h"
#include "api/page_site.h"

#include <string.h>

status show_about(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    struct site site;
    bool done = false;
    TRY(page_of_request(context, request, response, &site, &done, e));
    if (done) {
        return ST_OK;
    }
    const json_t *facts = json_in_arena(request->arena, site.data->portal.json);
    struct about_page page = {
        .site = &site.page, .datasets = site.data->count, .holdings = portal_holdings(site.data)};
    TRY(markdown_to_html(request->arena, json_text(facts, "description"), &page.text_markup, e));
    site_send(&site, response, !site.view.newest);
    return page_about(&page, request->arena, &response->body, e);
}

status show_accessibility(void *context, struct http_request *request,
                          struct http_response *response, struct error *e)
{
    struct site site;
    bool done = false;
    TRY(page_of_request(context, request, response, &site, &done, e));
    if (done) {
        return ST_OK;
    }
    site_send(&site, response, false);
    return page_accessibility(&site.page, request->arena, &response->body, e);
}

// --- the API's addresses ---------------------------------------------------------------------

static size_t list_operations(struct arena *arena, const json_t *paths, const char *path,
                              struct api_endpoint *out)
{
    static const char *const methods[][2] = {{"get", "GET"}, {"post", "POST"}};
    size_t count = 0;
    const json_t *item = json_object_get(paths, path);
    for (size_t i = 0; i < ARRAY_LENGTH(methods); i++) {
        const json_t *operation = json_object_get(item, methods[i][0]);
        if (operation == NULL) {
            continue;
        }
        bool plain = strchr(path, '{') == NULL && i == 0 && strcmp(path, "/api/v1/suggest") != 0;
        out[count++] = (struct api_endpoint){
            .method = sv_from(methods[i][1]),
            .path = arena_copy(arena, sv_from(path)),
            .summary = arena_copy(arena, json_text(operation, "summary")),
            .example = plain ? arena_copy(arena, sv_from(path)) : SV(""),
        };
    }
    return count;
}

status show_api(void *context, struct http_request *request, struct http_response *response,
                struct error *e)
{
    struct site site;
    bool done = false;
    TRY(page_of_request(context, request, response, &site, &done, e));
    if (done) {
        return ST_OK;
    }
    string_view text = {(const char *)api_description_text, api_description_length};
    const json_t *paths = json_object_get(json_in_arena(request->arena, text), "paths");
    struct api_endpoint *list =
        arena_array(request->arena, struct api_endpoint, 2 * json_object_size(paths) + 1);
    size_t count = 0;
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    for (void *at = json_object_iter((json_t *)(uintptr_t)paths); at != NULL;
         at = json_object_iter_next((json_t *)(uintptr_t)paths, at)) {
        count += list_operations(request->arena, paths, json_object_iter_key(at), list + count);
    }
    struct api_page page = {.site = &site.page, .endpoints = list, .endpoint_count = count};
    site_send(&site, response, false);
    return page_api(&page, request->arena, &response->body, e);
}

status show_nothing(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    (void)context;
    (void)request;
    (void)response;
    return error_set(e, ST_NOT_FOUND, "there is nothing at this address");
}
