// SPDX-License-Identifier: Apache-2.0
// One query more beside the search's own.
#include "api/narrow.h"

#include "query/query_tree.h"

status narrow_to_fields(struct search_request *request, const string_view *fields, size_t count,
                        struct arena *arena, struct error *e)
{
    const struct query **any =
        (const struct query **)arena_alloc_array(arena, count + 1, sizeof *any);
    const struct query **both = (const struct query **)arena_alloc_array(arena, 2, sizeof *both);
    if (any == NULL || both == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        any[i] = query_tree_term(arena, QUERY_EXISTS, &fields[i], 1);
        if (any[i] == NULL) {
            return query_no_memory(e);
        }
    }
    both[0] = query_tree_group(arena, QUERY_OR, any, count);
    both[1] = request->query;
    request->query = query_tree_group(arena, QUERY_AND, both, request->query == NULL ? 1 : 2);
    return both[0] == NULL || request->query == NULL ? query_no_memory(e) : ST_OK;
}
