// SPDX-License-Identifier: Apache-2.0
// Fills the line of a digest.
#include "api/page_digest.h"

#include "api/page_searches.h"
#include "query/query_parameter_terms.h"
#include "query/search_digest.h"

// Terms such as patterns and areas may cost more than the page does; they are asked a second time
// for a digest.
static bool is_costly(const struct address *state)
{
    for (size_t i = 0; i < state->count; i++) {
        if (query_parameter_term(state->pairs[i].name).length > 0) {
            return true;
        }
    }
    return false;
}

bool page_counts_at_once(const struct address *state, uint64_t rows)
{
    return rows <= PAGE_DIGEST_ROWS && !is_costly(state);
}

status page_digest_line(const struct view *view, const struct search_request *search, uint64_t rows,
                        const struct address *state, struct arena *arena, struct digest_line *out,
                        struct error *e)
{
    struct search_digest digest;
    char hex[65];
    *out = (struct digest_line){.rows = rows};
    if (view->commit == 0) {
        return ST_OK;
    }
    out->address = page_api_address(arena, state, view->version, SV("/api/v1/digest"), NULL);
    if (!page_counts_at_once(state, rows)) {
        return ST_OK;
    }
    struct search_request request = *search;
    request.commit = view->commit;
    TRY(search_digest_make(view->snapshot, &scope_public, arena, &request, NULL, &digest, e));
    sha256_to_hex(&digest.digest, hex);
    out->digest = arena_copy(arena, sv_from(hex));
    out->rows = digest.rows;
    out->erased = digest.erased.rows;
    out->first_erased = digest.erased.first;
    out->last_erased = digest.erased.last;
    return ST_OK;
}
