// SPDX-License-Identifier: Apache-2.0
// All records of a search as CSV.
#include "library/request.h"
#include "query/csv_export.h"

struct writing {
    bool (*write)(void *argument, struct vitrine_text bytes);
    void *argument;
};

static status pass_on(void *argument, string_view bytes, struct error *e)
{
    const struct writing *w = argument;
    return w->write(w->argument, library_text(bytes))
               ? ST_OK
               : error_set(e, ST_CANCELLED, "the export was ended by its caller");
}

enum vitrine_status vitrine_export_csv(struct vitrine_search *search,
                                       struct vitrine_snapshot *snapshot,
                                       bool (*write)(void *argument, struct vitrine_text bytes),
                                       void *argument, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    struct search_request request;
    struct arena arena;
    if (search == NULL || snapshot == NULL || write == NULL) {
        return library_result(error_set(e, ST_INVALID, "an argument that must be given is NULL"),
                              e);
    }
    struct writing w = {write, argument};
    arena_init(&arena, 0);
    status result =
        library_request_finish(library_request_of(search), snapshot, &arena, &request, e);
    if (result == ST_OK) {
        result = csv_export(snapshot->snapshot, &scope_public, &request, &(struct csv_columns){0},
                            pass_on, &w, e);
    }
    arena_release(&arena);
    return library_result(result, e);
}
