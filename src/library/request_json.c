// SPDX-License-Identifier: Apache-2.0
// A search from its JSON body (query/search_body.h reads it).
#include "library/request.h"
#include "query/query_json.h"
#include "query/search_body.h"

#include <stdio.h>

static status add_lists(struct library_request *r, const struct search_body *body, struct error *e)
{
    char pointer[48];
    for (size_t i = 0; i < body->datasets.count; i++) {
        (void)snprintf(pointer, sizeof pointer, "/datasets/%zu", i);
        TRY(library_request_table(r, true, body->datasets.items[i], pointer, e));
    }
    for (size_t i = 0; i < body->tables.count; i++) {
        (void)snprintf(pointer, sizeof pointer, "/tables/%zu", i);
        TRY(library_request_table(r, false, body->tables.items[i], pointer, e));
    }
    for (size_t i = 0; i < body->sort.count; i++) {
        string_view field = body->sort.items[i];
        bool descending = sv_starts_with(field, SV("-"));
        (void)snprintf(pointer, sizeof pointer, "/sort/%zu", i);
        TRY(library_request_sort(r, descending ? sv_slice(field, 1, SIZE_MAX) : field, descending,
                                 pointer, e));
    }
    return ST_OK;
}

static status add_facets(struct library_request *r, const struct search_body *body, struct error *e)
{
    for (size_t i = 0; i < body->facet_count; i++) {
        const struct search_facet_request *asked = &body->facets[i];
        char pointer[48];
        (void)snprintf(pointer, sizeof pointer, "/facets/%zu", i);
        size_t limit = asked->limit > 0 ? asked->limit : (size_t)body->facet_limit;
        TRY(library_request_facet(r, asked->field, limit, pointer, e));
        struct search_facet_request *kept = &r->facets[r->facet_count - 1];
        kept->offset = asked->offset;
        kept->prefix = asked->prefix;
        kept->multi = asked->multi;
        kept->elements = asked->elements;
    }
    return ST_OK;
}

status library_request_from_json(struct library_request *r, string_view json, struct error *e)
{
    static const char *const taken[] = {"query",  "datasets", "tables",     "version",
                                        "facets", "sort",     "facetLimit", "limit",
                                        "offset", "after",    "budget",     NULL};
    json_t *root = NULL;
    struct search_body body;
    if (sv_trim(json).length == 0) {
        return ST_OK;
    }
    if (json.length > QUERY_LIMIT_BYTES) {
        return error_set(e, ST_INVALID, "the search is longer than %zu bytes", QUERY_LIMIT_BYTES);
    }
    TRY(query_json_load(json, 0, &root, e));
    status result = search_body_read(&r->arena, root, taken, NULL, &body, e);
    json_decref(root);
    TRY(result);
    TRY(add_lists(r, &body, e));
    TRY(add_facets(r, &body, e));
    r->query = body.query->kind == QUERY_ALL ? NULL : body.query; // as a search without one has it
    r->limit = (size_t)body.limit;
    r->offset = body.offset;
    r->budget = body.budget * 1000000; // in nanoseconds
    r->after = body.after;
    r->version = body.version;
    r->has_version = body.has_version;
    return ST_OK;
}
