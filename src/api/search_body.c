// SPDX-License-Identifier: Apache-2.0
// A search from a JSON body (query/search_body.h reads it): what it names is looked up in the
// portal. Places in errors are JSON pointers (RFC 6901).
#include "query/search_body.h"

#include "api/search_build.h"
#include "query/explanation.h"
#include "query/query_json.h"
#include "query/query_tree.h"

#include <stdio.h>
#include <string.h>

static const char *const known[] = {"query",  "datasets", "tables", "kinds",      "version",
                                    "facets", "sort",     "limit",  "facetLimit", "fields",
                                    "offset", "after",    "budget", "explain",    NULL};

// --- what it names -------------------------------------------------------------------------------

typedef status search_add(struct search_builder *b, string_view text, const char *place,
                          struct error *e);

static status add_list(struct search_builder *b, const struct search_body_list *list,
                       const char *name, search_add *add, struct error *e)
{
    for (size_t i = 0; i < list->count; i++) {
        char pointer[48];
        (void)snprintf(pointer, sizeof pointer, "/%s/%zu", name, i);
        TRY(add(b, list->items[i], pointer, e));
    }
    return ST_OK;
}

static status add_facets(struct search_builder *b, const struct search_body *body, struct error *e)
{
    for (size_t i = 0; i < body->facet_count; i++) {
        const struct search_facet_request *asked = &body->facets[i];
        char pointer[48];
        (void)snprintf(pointer, sizeof pointer, "/facets/%zu", i);
        TRY(search_add_facet(b, asked->field, pointer, e));
        b->facets[i] = *asked;
        b->facets[i].limit = asked->limit > 0 ? asked->limit : (size_t)body->facet_limit;
    }
    return ST_OK;
}

static status add_lists(struct search_builder *b, const struct search_body *body, struct error *e)
{
    TRY(add_list(b, &body->datasets, "datasets", search_add_dataset, e));
    TRY(add_list(b, &body->tables, "tables", search_add_table, e));
    TRY(add_list(b, &body->kinds, "kinds", search_add_kind, e));
    TRY(add_list(b, &body->sort, "sort", search_add_sort, e));
    TRY(add_list(b, &body->fields, "fields", search_add_field, e));
    return add_facets(b, body, e);
}

status search_input_explain(struct http_request *request, struct search_input *input,
                            struct error *e)
{
    input->request.explanation = arena_new(request->arena, struct search_explanation);
    return input->request.explanation == NULL
               ? error_set(e, ST_NO_MEMORY, "no memory for the search")
               : ST_OK;
}

static status build(const struct api *api, struct http_request *request,
                    const struct search_body *body, struct search_input *input, struct error *e)
{
    const struct search_facet_request facet = {.limit = (size_t)body->facet_limit,
                                               .prefix = SV("")};
    TRY(view_open_at(api, request, body->has_version ? &body->version : NULL, &input->view, e));
    struct search_builder *b = search_builder_create(request->arena, input);
    if (b == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    TRY(add_lists(b, body, e));
    search_input_budget(request, body->budget);
    input->request.limit = (size_t)body->limit;
    input->request.offset = body->offset;
    input->request.after = body->after;
    input->request.query = body->query;
    if (body->explain) {
        TRY(search_input_explain(request, input, e));
    }
    return search_builder_finish(b, api, &facet, "/kinds", e);
}

// --- mistakes ------------------------------------------------------------------------------------

// The member of that name; NULL when the body has none such.
static const char *known_member(string_view name)
{
    for (size_t i = 0; known[i] != NULL; i++) {
        if (sv_equal(name, sv_from(known[i]))) {
            return known[i];
        }
    }
    return NULL;
}

// The byte at which the JSON library stopped.
static int64_t find_position(string_view json)
{
    json_error_t trouble = {0};
    json_t *root = json_loadb(json.length == 0 ? "" : json.bytes, json.length,
                              JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &trouble);
    json_decref(root);
    return root == NULL ? trouble.position : -1;
}

// The member of the body's object in which a byte of bad JSON lies; NULL where that is not known.
static const char *member_at(string_view json, int64_t position)
{
    string_view text = {0}; // the last string seen in the object itself
    const char *member = NULL;
    size_t depth = 0;
    size_t end = position < 0 ? 0 : MIN((size_t)position, json.length);
    for (size_t i = 0; i < end; i++) {
        char c = json.bytes[i];
        if (c == '"') {
            size_t start = ++i;
            while (i < end && json.bytes[i] != '"') {
                i += json.bytes[i] == '\\' ? 2 : 1;
            }
            text = depth == 1 ? sv_slice(json, start, i - start) : text;
        } else if (c == ':' && depth == 1) {
            member = known_member(text);
        } else {
            depth += c == '{' || c == '[';
            depth -= depth > 0 && (c == '}' || c == ']');
            member = c == ',' && depth == 1 ? NULL : member;
        }
    }
    return member;
}

status search_input_from_body(const struct api *api, struct http_request *request,
                              const struct search_body_more *more, struct search_input *out,
                              int64_t *position, struct error *e)
{
    json_t *root = NULL;
    status result = query_json_load(request->body, 0, &root, e);
    if (result != ST_OK) {
        *position = find_position(request->body);
        const char *member = member_at(request->body, *position);
        if (member != NULL) {
            (void)snprintf(e->field, sizeof e->field, "/%s", member);
        }
        return result;
    }
    struct search_body body;
    *out = (struct search_input){.request = {.after = SV("")}};
    const char *const *taken = more == NULL || more->taken == NULL ? known : more->taken;
    result = search_body_read(request->arena, root, taken, more == NULL ? NULL : more->members,
                              &body, e);
    if (result == ST_OK) {
        result = build(api, request, &body, out, e);
    }
    if (result == ST_OK && more != NULL) {
        result = more->read(more->argument, root, out, e);
    }
    json_decref(root);
    return result;
}
