// SPDX-License-Identifier: Apache-2.0
// A search part by part, and its answer.
#include "library/request.h"

#include <stdlib.h>

struct vitrine_search {
    struct library_request request;
};

struct vitrine_result {
    struct arena arena;
    struct vitrine_snapshot at; // the snapshot is held
    struct search_result result;
};

struct vitrine_search *vitrine_search_create(void)
{
    struct vitrine_search *s = calloc(1, sizeof *s);
    if (s != NULL) {
        library_request_init(&s->request);
    }
    return s;
}

void vitrine_search_destroy(struct vitrine_search *search)
{
    if (search != NULL) {
        library_request_release(&search->request);
        free(search);
    }
}

struct library_request *library_request_of(struct vitrine_search *search)
{
    return &search->request;
}

static status missing(struct error *e)
{
    return error_set(e, ST_INVALID, "an argument that must be given is NULL");
}

enum vitrine_status vitrine_search_query(struct vitrine_search *search, const char *json,
                                         size_t length, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (search == NULL || (json == NULL && length > 0)) {
        return library_result(missing(e), e);
    }
    return library_result(query_from_json(&search->request.arena, (string_view){json, length},
                                          &search->request.query, e),
                          e);
}

enum vitrine_status vitrine_search_parameter(struct vitrine_search *search, const char *name,
                                             const char *value, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (search == NULL || name == NULL || value == NULL) {
        return library_result(missing(e), e);
    }
    struct library_request *r = &search->request;
    struct query_parameter parameter = {sv_from(name), sv_from(value)};
    const struct query *alone = NULL;
    // Told here what is wrong with it, not by the search.
    status result = query_from_parameters(&r->arena, &parameter, 1, NULL, 0, &alone, e);
    if (result == ST_OK) {
        result = library_request_parameter(r, parameter.name, parameter.value, e);
    }
    return library_result(result, e);
}

enum vitrine_status vitrine_search_table(struct vitrine_search *search, const char *table,
                                         struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (search == NULL || table == NULL) {
        return library_result(missing(e), e);
    }
    return library_result(
        library_request_table(&search->request, false, sv_from(table), "table", e), e);
}

enum vitrine_status vitrine_search_facet(struct vitrine_search *search, const char *field,
                                         size_t limit, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (search == NULL || field == NULL) {
        return library_result(missing(e), e);
    }
    return library_result(
        library_request_facet(&search->request, sv_from(field), limit, "facet", e), e);
}

enum vitrine_status vitrine_search_sort(struct vitrine_search *search, const char *field,
                                        bool descending, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (search == NULL || field == NULL) {
        return library_result(missing(e), e);
    }
    return library_result(
        library_request_sort(&search->request, sv_from(field), descending, "sort", e), e);
}

enum vitrine_status vitrine_search_page(struct vitrine_search *search, uint64_t offset,
                                        size_t limit, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (search == NULL) {
        return library_result(missing(e), e);
    }
    if (limit > SEARCH_LIMIT_ROWS) {
        return library_result(error_set_field(e, ST_INVALID, "limit", "limit is %zu, at most %zu",
                                              limit, SEARCH_LIMIT_ROWS),
                              e);
    }
    search->request.offset = offset;
    search->request.limit = limit;
    return VITRINE_OK;
}

enum vitrine_status vitrine_search_after(struct vitrine_search *search, const char *cursor,
                                         struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (search == NULL || cursor == NULL) {
        return library_result(missing(e), e);
    }
    return library_result(library_request_after(&search->request, sv_from(cursor), e), e);
}

void vitrine_search_cancel(struct vitrine_search *search, bool (*cancelled)(void *), void *argument)
{
    search->request.cancelled = cancelled;
    search->request.cancelled_argument = argument;
}

void vitrine_search_budget(struct vitrine_search *search, uint32_t milliseconds)
{
    search->request.budget = (uint64_t)milliseconds * 1000000;
}

enum vitrine_status vitrine_search_canonical(struct vitrine_search *search,
                                             struct vitrine_buffer *out,
                                             struct vitrine_error *error)
{
    struct library_answer a;
    if (!library_answer_begin(&a, search != NULL, out, error)) {
        return library_result(ST_INVALID, a.e);
    }
    struct arena arena;
    const struct query *query = NULL;
    const struct query *normal = NULL;
    arena_init(&arena, 0);
    status result = library_request_query(&search->request, &arena, &query, a.e);
    if (result == ST_OK && query == NULL) {
        result = query_from_json(&arena, SV("{}"), &query, a.e);
    }
    if (result == ST_OK) {
        result = query_normalise(&arena, query, &normal, a.e);
    }
    if (result == ST_OK) {
        query_print(normal, a.out);
    }
    arena_release(&arena);
    return library_answer_end(&a, result);
}

// --- the answer ----------------------------------------------------------------------------------

enum vitrine_status vitrine_search_run(struct vitrine_search *search,
                                       struct vitrine_snapshot *snapshot,
                                       struct vitrine_result **out, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    struct search_request request;
    if (search == NULL || snapshot == NULL || out == NULL) {
        return library_result(missing(e), e);
    }
    struct vitrine_result *r = calloc(1, sizeof *r);
    if (r == NULL) {
        return library_result(error_set(e, ST_NO_MEMORY, "no memory for the answer"), e);
    }
    arena_init(&r->arena, 0);
    r->at = *snapshot;
    snapshot_retain(r->at.snapshot);
    status result = library_request_finish(&search->request, snapshot, &r->arena, &request, e);
    if (result == ST_OK) {
        result = search_run(snapshot->snapshot, &scope_public, &r->arena, &request, &r->result, e);
    }
    if (result != ST_OK) {
        vitrine_result_destroy(r);
        return library_result(result, e);
    }
    r->result.after = arena_copy(&r->arena, r->result.after);
    *out = r;
    return VITRINE_OK;
}

void vitrine_result_destroy(struct vitrine_result *result)
{
    if (result != NULL) {
        arena_release(&result->arena);
        snapshot_release(result->at.snapshot);
        free(result);
    }
}

uint32_t vitrine_result_commit(const struct vitrine_result *result)
{
    return result->result.commit;
}

uint64_t vitrine_result_total(const struct vitrine_result *result)
{
    return result->result.total;
}

struct vitrine_text vitrine_result_after(const struct vitrine_result *result)
{
    return library_text(result->result.after);
}

size_t vitrine_result_count(const struct vitrine_result *result)
{
    return result->result.hit_count;
}

struct vitrine_text vitrine_result_table(const struct vitrine_result *result, size_t index)
{
    if (index >= result->result.hit_count) {
        return library_text(SV(""));
    }
    const struct store_table *t =
        snapshot_table_by_uuid(result->at.snapshot, &result->result.hits[index].table);
    return library_text(t == NULL ? SV("") : t->slug);
}

struct vitrine_text vitrine_result_key(const struct vitrine_result *result, size_t index)
{
    return library_text(index < result->result.hit_count ? result->result.hits[index].key : SV(""));
}

uint32_t vitrine_result_version(const struct vitrine_result *result, size_t index)
{
    return index < result->result.hit_count ? result->result.hits[index].from : 0;
}

enum vitrine_status vitrine_result_json(const struct vitrine_result *result, size_t index,
                                        struct vitrine_buffer *out, struct vitrine_error *error)
{
    struct library_answer a;
    if (!library_answer_begin(&a, result != NULL && index < result->result.hit_count, out, error)) {
        return library_result(ST_INVALID, a.e);
    }
    return library_answer_end(&a, snapshot_write_record(result->at.snapshot,
                                                        &result->result.hits[index].version, false,
                                                        a.out, a.e));
}

// --- facets --------------------------------------------------------------------------------------

size_t vitrine_result_facet_count(const struct vitrine_result *result)
{
    return result->result.facet_count;
}

// The facet at an index, an empty one past the end.
static const struct search_facet *facet_of(const struct vitrine_result *r, size_t facet)
{
    static const struct search_facet none = {.field = {"", 0}};
    return facet < r->result.facet_count ? &r->result.facets[facet] : &none;
}

struct vitrine_text vitrine_result_facet_field(const struct vitrine_result *result, size_t facet)
{
    return library_text(facet_of(result, facet)->field);
}

size_t vitrine_result_value_count(const struct vitrine_result *result, size_t facet)
{
    return facet_of(result, facet)->value_count;
}

struct vitrine_text vitrine_result_value(const struct vitrine_result *result, size_t facet,
                                         size_t index)
{
    const struct search_facet *f = facet_of(result, facet);
    return library_text(index < f->value_count ? f->values[index].value : SV(""));
}

uint64_t vitrine_result_value_records(const struct vitrine_result *result, size_t facet,
                                      size_t index)
{
    const struct search_facet *f = facet_of(result, facet);
    return index < f->value_count ? f->values[index].count : 0;
}

uint64_t vitrine_result_missing(const struct vitrine_result *result, size_t facet)
{
    return facet_of(result, facet)->missing;
}

uint64_t vitrine_result_other(const struct vitrine_result *result, size_t facet)
{
    return facet_of(result, facet)->other;
}
