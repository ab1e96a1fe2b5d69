// SPDX-License-Identifier: Apache-2.0
// A search from its JSON body. Places in errors are JSON pointers (RFC 6901).
#include "library/request.h"
#include "query/query_json.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct body {
    struct library_request *request;
    const json_t *root;
    struct error *e;
};

static status wrong(struct body *b, const char *pointer, const char *expected)
{
    return error_set_field(b->e, ST_INVALID, pointer, "%s must be %s", pointer, expected);
}

static status text_of(struct body *b, const json_t *value, const char *pointer, string_view *out)
{
    if (!json_is_string(value)) {
        return wrong(b, pointer, "a string");
    }
    *out = (string_view){json_string_value(value), json_string_length(value)};
    return ST_OK;
}

static status number_of(struct body *b, const json_t *value, const char *pointer, uint64_t most,
                        uint64_t *out)
{
    if (value == NULL) {
        return ST_OK;
    }
    json_int_t number = json_integer_value(value);
    if (!json_is_integer(value) || number < 0 || (uint64_t)number > most) {
        char expected[64];
        (void)snprintf(expected, sizeof expected, "a whole number from 0 to %" PRIu64, most);
        return wrong(b, pointer, expected);
    }
    *out = (uint64_t)number;
    return ST_OK;
}

typedef status take_item(struct body *b, const json_t *item, const char *pointer);

static status take_list(struct body *b, const char *name, take_item *take)
{
    const json_t *list = json_object_get(b->root, name);
    char pointer[48];
    (void)snprintf(pointer, sizeof pointer, "/%s", name);
    if (list != NULL && !json_is_array(list)) {
        return wrong(b, pointer, "a list");
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        (void)snprintf(pointer, sizeof pointer, "/%s/%zu", name, i);
        TRY(take(b, json_array_get(list, i), pointer));
    }
    return ST_OK;
}

static status take_dataset(struct body *b, const json_t *item, const char *pointer)
{
    string_view text = {0};
    TRY(text_of(b, item, pointer, &text));
    return library_request_table(b->request, true, text, pointer, b->e);
}

static status take_table(struct body *b, const json_t *item, const char *pointer)
{
    string_view text = {0};
    TRY(text_of(b, item, pointer, &text));
    return library_request_table(b->request, false, text, pointer, b->e);
}

static status take_sort(struct body *b, const json_t *item, const char *pointer)
{
    string_view text = {0};
    TRY(text_of(b, item, pointer, &text));
    bool descending = sv_starts_with(text, SV("-"));
    return library_request_sort(b->request, descending ? sv_slice(text, 1, SIZE_MAX) : text,
                                descending, pointer, b->e);
}

static status take_facet(struct body *b, const json_t *item, const char *pointer)
{
    string_view field = {0};
    uint64_t limit = LIBRARY_FACET_VALUES;
    TRY(number_of(b, json_object_get(b->root, "facetLimit"), "/facetLimit",
                  SEARCH_LIMIT_FACET_VALUES, &limit));
    if (json_is_object(item)) {
        TRY(text_of(b, json_object_get(item, "field"), pointer, &field));
        TRY(number_of(b, json_object_get(item, "limit"), pointer, SEARCH_LIMIT_FACET_VALUES,
                      &limit));
    } else {
        TRY(text_of(b, item, pointer, &field));
    }
    return library_request_facet(b->request, field, (size_t)limit, pointer, b->e);
}

static status take_version(struct body *b)
{
    const json_t *version = json_object_get(b->root, "version");
    struct error inner = {0};
    b->request->has_version = version != NULL && !json_is_null(version);
    if (json_is_integer(version)) {
        b->request->version = json_integer_value(version);
        return ST_OK;
    }
    if (!b->request->has_version) {
        return ST_OK;
    }
    string_view text = {0};
    TRY(text_of(b, version, "/version", &text));
    if (moment_from_text(text, &b->request->version, &inner) != ST_OK) {
        return error_set_field(b->e, ST_INVALID, "/version", "%s", inner.message);
    }
    return ST_OK;
}

static status take_after(struct body *b)
{
    const json_t *after = json_object_get(b->root, "after");
    string_view text = {0};
    if (after == NULL || json_is_null(after)) {
        return ST_OK;
    }
    TRY(text_of(b, after, "/after", &text));
    return library_request_after(b->request, text, b->e);
}

static status take_query(struct body *b)
{
    const json_t *query = json_object_get(b->root, "query");
    struct error inner = {0};
    if (query == NULL || json_is_null(query)) {
        return ST_OK;
    }
    if (!json_is_object(query)) {
        return wrong(b, "/query", "an object");
    }
    char *text = json_dumps(query, JSON_COMPACT | JSON_REAL_PRECISION(17));
    if (text == NULL) {
        return error_set(b->e, ST_NO_MEMORY, "no memory for the query");
    }
    status result = query_from_json(&b->request->arena, sv_from(text), &b->request->query, &inner);
    free(text);
    if (result != ST_OK) {
        char pointer[sizeof inner.field];
        (void)snprintf(pointer, sizeof pointer, "/query%.88s", inner.field);
        return error_set_field(b->e, result, pointer, "%s", inner.message);
    }
    return ST_OK;
}

static const char *const known[] = {"query", "datasets",   "tables", "version", "facets",
                                    "sort",  "facetLimit", "limit",  "offset",  "after"};

static status check_members(struct body *b)
{
    const char *name = NULL;
    json_t *value = NULL;
    if (!json_is_object(b->root)) {
        return error_set_field(b->e, ST_INVALID, "", "a search must be a JSON object");
    }
    json_object_foreach((json_t *)(uintptr_t)b->root, name, value)
    {
        bool found = false;
        for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
            found = found || strcmp(known[i], name) == 0;
        }
        if (!found) {
            char pointer[96];
            (void)snprintf(pointer, sizeof pointer, "/%.90s", name);
            return error_set_field(b->e, ST_INVALID, pointer,
                                   "a search has no member \"%.90s\": it takes query, datasets, "
                                   "tables, version, facets, facetLimit, sort, limit, offset and "
                                   "after",
                                   name);
        }
    }
    return ST_OK;
}

static status take_members(struct body *b)
{
    uint64_t limit = LIBRARY_LIMIT;
    TRY(check_members(b));
    TRY(take_version(b));
    TRY(take_list(b, "datasets", take_dataset));
    TRY(take_list(b, "tables", take_table));
    TRY(take_list(b, "sort", take_sort));
    TRY(take_list(b, "facets", take_facet));
    TRY(number_of(b, json_object_get(b->root, "limit"), "/limit", SEARCH_LIMIT_ROWS, &limit));
    TRY(number_of(b, json_object_get(b->root, "offset"), "/offset", INT64_MAX,
                  &b->request->offset));
    b->request->limit = (size_t)limit;
    TRY(take_after(b));
    return take_query(b);
}

status library_request_from_json(struct library_request *r, string_view json, struct error *e)
{
    json_t *root = NULL;
    if (sv_trim(json).length == 0) {
        return ST_OK;
    }
    if (json.length > QUERY_LIMIT_BYTES) {
        return error_set(e, ST_INVALID, "the search is longer than %zu bytes", QUERY_LIMIT_BYTES);
    }
    TRY(query_json_load(json, 0, &root, e));
    struct body b = {.request = r, .root = root, .e = e};
    status result = take_members(&b);
    json_decref(root);
    return result;
}
