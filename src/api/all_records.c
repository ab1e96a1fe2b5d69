// SPDX-License-Identifier: Apache-2.0
// Of /api/v1/scan and /api/v1/download.
#include "api/all_records.h"

#define CHUNK ((size_t)64 << 10) // bytes given on at a time

status all_records_refuse(const struct http_request *request, struct error *e)
{
    static const char *const useless[] = {
        "facet", "facetLimit", "facetOffset", "facetPrefix", "facetMulti", "facetElements",
        "limit", "offset",     "after",       "explain",     NULL};
    return search_input_refuse(request, useless, e);
}

// Scores are worked out for pages; all records in their order would have to be held at once. The
// order of kinds is for people who read pages.
static status refuse_relevance(const struct search_request *r, struct error *e)
{
    for (size_t i = 0; i < r->sort_count; i++) {
        if (sv_equal(r->sorts[i].field, SV("_score")) || sv_equal(r->sorts[i].field, SV("_kind"))) {
            return error_set_field(e, ST_INVALID, "sort",
                                   "all records cannot be sorted by " SV_FORMAT
                                   ": leave it out, or page through /api/v1/records",
                                   SV_ARGUMENT(r->sorts[i].field));
        }
    }
    return ST_OK;
}

status all_records_check(const struct search_input *input, const struct row_choice *columns,
                         struct arena *arena, struct error *e)
{
    struct search_request request = input->request;
    struct search_result result;
    struct snapshot *s = input->view.snapshot;
    request.count_only = false;
    request.limit = 0;
    TRY(refuse_relevance(&request, e));
    TRY(search_run(s, &scope_public, arena, &request, &result, e));
    return columns == NULL ? ST_OK
                           : row_columns_check(s, &scope_public, &request, columns, arena, e);
}

status all_records_send(void *stream, string_view bytes, struct error *e)
{
    for (size_t at = 0; at < bytes.length; at += CHUNK) {
        TRY(http_stream_write(stream, sv_slice(bytes, at, CHUNK), e));
    }
    return ST_OK;
}
