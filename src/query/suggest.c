// SPDX-License-Identifier: Apache-2.0
// Values of a field that start with what has been typed, or have words that do, by how many records
// have them. Must not know: HTTP, who asks.
#include "query/prefix_groups.h"
#include "query/query_tree.h"
#include "query/search.h"
#include "query/search_rows.h"
#include "query/word_groups.h"

#include <string.h>

struct suggestion {
    const struct search_request *request;
    struct search_rows rows;
    struct arena scratch;
    struct cancellation cancellation;
    bool words; // their beginnings count too
};

static status suggest_values(struct suggestion *s, string_view field, string_view prefix,
                             size_t limit, struct arena *arena, struct search_facet *out,
                             struct error *e)
{
    struct field_paths paths;
    struct value_counts counts;
    struct bitset wanted;
    const struct facet_page page = {.limit = limit};
    TRY(field_paths_find_leaf(&s->rows.extent, field, &s->scratch, &paths, e));
    TRY(value_counts_make(&s->rows.extent, &paths, &s->rows.sets, &s->scratch, &s->cancellation,
                          &counts, e));
    status result = bitset_init_in(&wanted, &s->scratch, (size_t)counts.values->group_count + 1, e);
    if (result == ST_OK) {
        result = prefix_groups(&paths, counts.values, prefix, &wanted, e);
    }
    if (result == ST_OK && s->words) {
        result = word_groups(&paths, counts.values, prefix, &wanted, e);
    }
    if (result == ST_OK) {
        result = value_counts_top(&counts, &paths, &wanted, &page, arena, out, e);
    }
    value_counts_release(&counts);
    return result;
}

static status suggest(struct snapshot *s, const struct scope *scope, struct arena *arena,
                      const struct search_request *request, string_view field, string_view prefix,
                      bool words, size_t limit, const struct search_facet_value **out,
                      size_t *count, struct error *e)
{
    if (limit > SEARCH_LIMIT_FACET_VALUES) {
        return error_set_field(e, ST_INVALID, "limit", "limit is %zu, at most %zu", limit,
                               SEARCH_LIMIT_FACET_VALUES);
    }
    if (prefix.length > QUERY_LIMIT_TEXT) {
        return error_set_field(e, ST_INVALID, "prefix", "the prefix is longer than %zu bytes",
                               QUERY_LIMIT_TEXT);
    }
    struct suggestion suggestion = {
        .request = request,
        .cancellation = {request->cancelled, request->cancelled_argument},
        .words = words,
    };
    arena_init(&suggestion.scratch, 0);
    const struct query *query = NULL;
    struct search_facet facet = {0};
    status result = ST_OK;
    if (request->query != NULL) {
        TRY_OUT(query_normalise(&suggestion.scratch, request->query, &query, e));
    }
    TRY_OUT(search_rows_find(s, scope, request->tables, request->table_count, request->commit,
                             query, &suggestion.scratch, &suggestion.cancellation, &suggestion.rows,
                             e));
    TRY_OUT(suggest_values(&suggestion, field, prefix, limit, arena, &facet, e));
    *out = facet.values;
    *count = facet.value_count;
out:
    arena_release(&suggestion.scratch);
    return result;
}

status search_suggest(struct snapshot *s, const struct scope *scope, struct arena *arena,
                      const struct search_request *request, string_view field, string_view prefix,
                      size_t limit, const struct search_facet_value **out, size_t *count,
                      struct error *e)
{
    return suggest(s, scope, arena, request, field, prefix, false, limit, out, count, e);
}

status search_suggest_words(struct snapshot *s, const struct scope *scope, struct arena *arena,
                            const struct search_request *request, string_view field,
                            string_view typed, size_t limit, const struct search_facet_value **out,
                            size_t *count, struct error *e)
{
    return suggest(s, scope, arena, request, field, typed, true, limit, out, count, e);
}
