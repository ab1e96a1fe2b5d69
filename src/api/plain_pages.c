// SPDX-License-Identifier: Apache-2.0
// The pages that show no records: about, accessibility, the API's addresses, and problems.
#include "api/description.h"
#include "api/site.h"
#include "base/log.h"

#include <string.h>

status show_about(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    struct site site;
    struct kind_count kinds[KIND_COUNT];
    bool done = false;
    TRY(page_of_request(context, request, response, &site, &done, e));
    if (done) {
        return ST_OK;
    }
    struct about_page page = {.site = &site.page,
                              .datasets = site.data->count,
                              .kinds = kinds,
                              .kind_count = count_kinds(site.data, kinds)};
    site_send(&site, request, response, !site.view.newest);
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
    site_send(&site, request, response, false);
    return page_accessibility(&site.page, request->arena, &response->body, e);
}

// --- the API's addresses
// ----------------------------------------------------------------------------------

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
    site_send(&site, request, response, false);
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

// --- problems
// ---------------------------------------------------------------------------------------------

bool show_problem(void *context, const struct http_request *request,
                  const struct http_problem *problem, struct http_response *response)
{
    struct site site;
    struct view view;
    struct error e = {0};
    struct http_request plain = *request; // its version may be what is wrong
    status result = view_open(context, request, SV(""), &view, &e);
    if (result == ST_OK) {
        result = site_open(context, &plain, &view, &site, &e);
    }
    struct error_page page = {
        .site = &site.page,
        .http_status = problem->status,
        .title = problem->title == NULL ? SV("") : sv_from(problem->title),
        .detail = problem->detail,
        .field = problem->field,
        .request_id = sv_from(request->id),
    };
    if (result == ST_OK) {
        result = page_error(&page, request->arena, &response->body, &e);
    }
    if (result != ST_OK) {
        log_message(LOG_ERROR, "no page for a problem: %s", e.message);
        return false;
    }
    site_send(&site, &plain, response, true);
    return true;
}
