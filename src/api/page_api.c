// SPDX-License-Identifier: Apache-2.0
// Fills the page of the programming interface from its own description (OpenAPI 3.1).
#include "api/description.h"
#include "api/page_site.h"

#include <string.h>

#define PARAMETERS_MOST ((size_t)40)

struct api_filling {
    struct arena *arena;
    const json_t *description;
    struct api_endpoint *endpoints;
    size_t count;
};

// What "#/components/parameters/version" names; a value that refers to nothing is itself.
static const json_t *resolve(const struct api_filling *f, const json_t *value)
{
    const json_t *at = f->description;
    string_view rest = json_text(value, "$ref");
    string_view part;
    if (rest.length == 0) {
        return value;
    }
    while (sv_split(&rest, '/', &part)) {
        if (!sv_equal(part, SV("#"))) {
            at = json_object_getn(at, part.bytes, part.length);
        }
    }
    return at;
}

// An example as it goes into a field: text as it is, lists with commas, else as JSON.
static string_view example_text(struct arena *arena, const json_t *example)
{
    struct buffer joined;
    if (json_is_string(example)) {
        return arena_copy(arena, sv_from(json_string_value(example)));
    }
    buffer_init(&joined, 1 << 12);
    if (json_is_array(example)) {
        for (size_t i = 0; i < json_array_size(example); i++) {
            const char *item = json_string_value(json_array_get(example, i));
            buffer_append_view(&joined, i > 0 ? SV(",") : SV(""));
            buffer_append_view(&joined, sv_from(item == NULL ? "" : item));
        }
    } else if (example != NULL && !json_is_object(example)) {
        char *text = json_dumps(example, JSON_ENCODE_ANY | JSON_COMPACT);
        buffer_append_view(&joined, sv_from(text == NULL ? "" : text));
        free(text);
    }
    string_view out = arena_copy(arena, buffer_view(&joined));
    buffer_release(&joined);
    return out;
}

static void add_parameters(const struct api_filling *f, const json_t *list,
                           struct api_endpoint *endpoint, struct api_parameter *out)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *p = resolve(f, json_array_get(list, i));
        string_view name = json_text(p, "name");
        if (name.length == 0 || endpoint->parameter_count == PARAMETERS_MOST) {
            continue;
        }
        out[endpoint->parameter_count++] = (struct api_parameter){
            .name = arena_copy(f->arena, name),
            .description = arena_copy(f->arena, json_text(p, "description")),
            .example = example_text(f->arena, json_object_get(p, "example")),
            .in_path = sv_equal(json_text(p, "in"), SV("path")),
            .required = json_is_true(json_object_get(p, "required")),
        };
    }
}

// The example of the body, and its media type.
static void add_body(const struct api_filling *f, const json_t *operation,
                     struct api_endpoint *endpoint)
{
    const json_t *content =
        json_object_get(resolve(f, json_object_get(operation, "requestBody")), "content");
    void *first = json_object_iter((json_t *)(uintptr_t)content);
    if (first == NULL) {
        return;
    }
    const json_t *example = json_object_get(json_object_iter_value(first), "example");
    endpoint->body_type = arena_copy(f->arena, sv_from(json_object_iter_key(first)));
    if (json_is_string(example)) {
        endpoint->body = arena_copy(f->arena, sv_from(json_string_value(example)));
    } else if (example != NULL) {
        char *text = json_dumps(example, JSON_INDENT(2));
        endpoint->body = arena_copy(f->arena, sv_from(text == NULL ? "" : text));
        free(text);
    }
}

static status add_operations(struct api_filling *f, const char *path, const json_t *item,
                             struct error *e)
{
    static const char *const methods[][2] = {{"get", "GET"}, {"post", "POST"}};
    for (size_t i = 0; i < ARRAY_LENGTH(methods); i++) {
        const json_t *operation = json_object_get(item, methods[i][0]);
        if (operation == NULL) {
            continue;
        }
        struct api_parameter *parameters =
            arena_array(f->arena, struct api_parameter, PARAMETERS_MOST);
        if (parameters == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for the page");
        }
        struct api_endpoint *endpoint = &f->endpoints[f->count++];
        *endpoint = (struct api_endpoint){
            .method = sv_from(methods[i][1]),
            .path = arena_copy(f->arena, sv_from(path)),
            .operation = arena_copy(f->arena, json_text(operation, "operationId")),
            .summary = arena_copy(f->arena, json_text(operation, "summary")),
            .description = arena_copy(f->arena, json_text(operation, "description")),
            .parameters = parameters,
        };
        add_parameters(f, json_object_get(item, "parameters"), endpoint, parameters);
        add_parameters(f, json_object_get(operation, "parameters"), endpoint, parameters);
        add_body(f, operation, endpoint);
    }
    return ST_OK;
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
    struct api_filling f = {.arena = request->arena,
                            .description = json_in_arena(request->arena, text)};
    const json_t *paths = json_object_get(f.description, "paths");
    f.endpoints = arena_array(f.arena, struct api_endpoint, 2 * json_object_size(paths) + 1);
    if (f.endpoints == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    for (void *at = json_object_iter((json_t *)(uintptr_t)paths); at != NULL;
         at = json_object_iter_next((json_t *)(uintptr_t)paths, at)) {
        TRY(add_operations(&f, json_object_iter_key(at), json_object_iter_value(at), e));
    }
    struct api_page page = {.site = &site.page,
                            .origin = site.origin,
                            .endpoints = f.endpoints,
                            .endpoint_count = f.count};
    site_send(&site, response, false);
    return page_api(&page, request->arena, &response->body, e);
}
