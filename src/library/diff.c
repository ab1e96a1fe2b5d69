// SPDX-License-Identifier: Apache-2.0
// Completions, and what a search's records did between two commits.
#include "formats/json_write.h"
#include "library/request.h"
#include "query/search_write.h"

struct telling {
    struct vitrine_snapshot *snapshot;
    vitrine_difference *visit;
    void *argument;
    struct buffer before;
    struct buffer after;
};

static status write_side(struct telling *t, const struct record_version *version,
                         struct buffer *out, struct error *e)
{
    buffer_clear(out);
    if (version == NULL) {
        return ST_OK;
    }
    TRY(snapshot_write_record(t->snapshot->snapshot, version, false, out, e));
    return buffer_check(out, "a record", e);
}

static status tell(void *argument, enum row_change change, const struct uuid *table,
                   string_view key, const struct record_version *from,
                   const struct record_version *to, struct error *e)
{
    struct telling *t = argument;
    const struct store_table *of = snapshot_table_by_uuid(t->snapshot->snapshot, table);
    static const enum vitrine_change changes[] = {[ROW_ADDED] = VITRINE_ADDED,
                                                  [ROW_REMOVED] = VITRINE_REMOVED,
                                                  [ROW_CHANGED] = VITRINE_CHANGED};
    TRY(write_side(t, from, &t->before, e));
    TRY(write_side(t, to, &t->after, e));
    bool go_on =
        t->visit(t->argument, changes[change], library_text(of == NULL ? SV("") : of->slug),
                 library_text(key), library_text(buffer_view(&t->before)),
                 library_text(buffer_view(&t->after)));
    return go_on ? ST_OK : error_set(e, ST_CANCELLED, "the visit was ended by its caller");
}

static status run_diff(struct telling *t, struct vitrine_search *search, uint32_t from, uint32_t to,
                       struct arena *arena, struct error *e)
{
    struct search_request request = {0};
    if (from > t->snapshot->commit || to > t->snapshot->commit) {
        return error_set_field(e, ST_INVALID, from > t->snapshot->commit ? "from" : "to",
                               "the snapshot stands at commit %lu",
                               (unsigned long)t->snapshot->commit);
    }
    if (search != NULL) {
        TRY(library_request_finish(library_request_of(search), t->snapshot, arena, &request, e));
    }
    return search_diff(t->snapshot->snapshot, &scope_public, request.query, request.tables,
                       request.table_count, from, to, tell, t, e);
}

enum vitrine_status vitrine_diff(struct vitrine_snapshot *snapshot, struct vitrine_search *search,
                                 uint32_t from, uint32_t to, vitrine_difference *visit,
                                 void *argument, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (snapshot == NULL || visit == NULL) {
        return library_result(error_set(e, ST_INVALID, "an argument that must be given is NULL"),
                              e);
    }
    struct telling t = {.snapshot = snapshot, .visit = visit, .argument = argument};
    struct arena arena;
    arena_init(&arena, 0);
    buffer_init(&t.before, LIBRARY_RECORD_BYTES);
    buffer_init(&t.after, LIBRARY_RECORD_BYTES);
    status result = run_diff(&t, search, from, to, &arena, e);
    buffer_release(&t.before);
    buffer_release(&t.after);
    arena_release(&arena);
    return library_result(result, e);
}

// --- completions ---------------------------------------------------------------------------------

static status suggest(struct vitrine_snapshot *s, struct library_request *r, const char *field,
                      const char *prefix, size_t limit, struct buffer *out, struct error *e)
{
    struct arena arena;
    struct search_request request;
    const struct search_facet_value *values = NULL;
    size_t count = 0;
    arena_init(&arena, 0);
    status result = library_request_finish(r, s, &arena, &request, e);
    if (result == ST_OK) {
        result = search_suggest(s->snapshot, &scope_public, &arena, &request, sv_from(field),
                                sv_from(prefix), limit, &values, &count, e);
    }
    if (result == ST_OK) {
        write_facet_values(values, count, out);
    }
    arena_release(&arena);
    return result;
}

enum vitrine_status vitrine_suggest_json(struct vitrine_snapshot *snapshot,
                                         struct vitrine_search *search, const char *field,
                                         const char *prefix, size_t limit,
                                         struct vitrine_buffer *out, struct vitrine_error *error)
{
    struct library_answer a;
    bool given = snapshot != NULL && field != NULL && prefix != NULL;
    if (!library_answer_begin(&a, given, out, error)) {
        return library_result(ST_INVALID, a.e);
    }
    struct library_request everything;
    library_request_init(&everything);
    status result = suggest(snapshot, search == NULL ? &everything : library_request_of(search),
                            field, prefix, limit, a.out, a.e);
    library_request_release(&everything);
    return library_answer_end(&a, result);
}
