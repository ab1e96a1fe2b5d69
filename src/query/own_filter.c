// SPDX-License-Identifier: Apache-2.0
// Takes members out of the top of a tree.
// Must not know: rows, values.
#include "query/own_filter.h"

#include "base/fold.h"
#include "query/query_tree.h"

struct remover {
    const struct extent *extent;
    struct field_paths wanted;
    struct arena *arena;
};

// Whether a name stands for the same paths as the field.
static status is_field(struct remover *r, string_view name, bool *same, struct error *e)
{
    struct field_paths paths;
    *same = sv_equal(name, r->wanted.name);
    if (*same || !fold_case_equal(name, r->wanted.name)) {
        return ST_OK;
    }
    TRY(field_paths_look(r->extent, name, r->arena, &paths, e));
    *same = paths.count == r->wanted.count;
    for (size_t i = 0; i < paths.count && *same; i++) {
        *same = paths.paths[i].part == r->wanted.paths[i].part &&
                paths.paths[i].path == r->wanted.paths[i].path;
    }
    return ST_OK;
}

static bool asks_no_field(const struct query *q)
{
    if (!query_is_group(q->kind)) {
        return q->field_count == 0;
    }
    // Groups are looked at member by member; an empty one asks nothing.
    return q->member_count == 0;
}

// Whether the tree asks of the field and of nothing else.
static status asks_only(struct remover *r, const struct query *q, size_t depth, bool *only,
                        struct error *e)
{
    *only = !asks_no_field(q) && depth <= QUERY_TREE_DEPTH;
    for (size_t i = 0; i < q->field_count && *only; i++) {
        TRY(is_field(r, q->fields[i], only, e));
    }
    for (size_t i = 0; i < q->member_count && *only; i++) {
        TRY(asks_only(r, q->members[i], depth + 1, only, e));
    }
    return ST_OK;
}

// The members that stay; the tree itself when all do.
static status keep_members(struct remover *r, const struct query *q, const struct query **out,
                           struct error *e)
{
    struct query_list kept = {0};
    for (size_t i = 0; i < q->member_count; i++) {
        const struct query *member = q->members[i];
        bool only = false;
        TRY(asks_only(r, member, 0, &only, e));
        if (!only && q->kind == QUERY_AND && member->kind == QUERY_NOT) {
            TRY(keep_members(r, member, &member, e));
        }
        if (!only && member != NULL) {
            TRY(query_list_add(r->arena, &kept, member, e));
        }
    }
    *out = kept.count == 0 ? NULL : query_tree_group(r->arena, q->kind, kept.items, kept.count);
    return kept.count > 0 && *out == NULL ? query_no_memory(e) : ST_OK;
}

status own_filter_remove(const struct extent *x, const struct query *q, string_view field,
                         struct arena *arena, const struct query **out, struct error *e)
{
    struct remover r = {.extent = x, .arena = arena};
    bool only = false;
    *out = q;
    if (q == NULL) {
        return ST_OK;
    }
    TRY(field_paths_look(x, field, arena, &r.wanted, e));
    r.wanted.name = field;
    TRY(asks_only(&r, q, 0, &only, e));
    if (only) {
        *out = NULL;
        return ST_OK;
    }
    if (q->kind != QUERY_AND && q->kind != QUERY_NOT) {
        return ST_OK;
    }
    const struct query *kept = NULL;
    TRY(keep_members(&r, q, &kept, e));
    if (kept == NULL) {
        *out = NULL;
        return ST_OK;
    }
    return query_normalise(arena, kept, out, e);
}
