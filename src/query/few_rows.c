// SPDX-License-Identifier: Apache-2.0
// Terms give their lists; an "and" of such terms what their lists share.
// Must not know: facets, order, who asks.
#include "query/few_rows.h"

#include "query/word_rows.h"

#include <stdlib.h>

// Values whose lists are read.
#define MOST_LISTS 16u

static int compare_rows(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void settle(struct few_rows *f)
{
    size_t kept = 0;
    qsort(f->rows, f->count, sizeof *f->rows, compare_rows);
    for (size_t i = 0; i < f->count; i++) {
        if (kept == 0 || f->rows[kept - 1] != f->rows[i]) {
            f->rows[kept++] = f->rows[i];
        }
    }
    f->count = kept;
}

static status add_ordinals(const struct field_path *path, const struct ordinal_set *o,
                           struct few_rows *out, bool *few, struct error *e)
{
    uint32_t members[SHORT_LIST_MOST];
    *few = !o->has_some && (o->first > o->last || o->last - o->first < MOST_LISTS);
    for (uint32_t ordinal = o->first; *few && ordinal <= o->last; ordinal++) {
        size_t count = 0;
        TRY(segment_short_list(path->segment, path->path, ordinal, members, &count, few, e));
        *few = *few && count <= FEW_ROWS_MOST - out->count;
        for (size_t i = 0; i < count && *few; i++) {
            out->rows[out->count++] = members[i];
        }
    }
    return ST_OK;
}

static status add_path(struct matcher *m, const struct match_node *n, const struct field_path *path,
                       struct few_rows *out, bool *few, struct error *e)
{
    struct dictionary d;
    struct ordinal_set o;
    TRY(segment_dictionary(path->segment, path->path, &d, e));
    ordinal_set_init(&o);
    status result = match_take_ordinals(m, n, &d, &o, e);
    if (result == ST_OK) {
        result = add_ordinals(path, &o, out, few, e);
    }
    ordinal_set_release(&o);
    return result;
}

static status find_values(struct matcher *m, const struct match_node *n, size_t part,
                          struct few_rows *out, bool *few, struct error *e)
{
    *few = true;
    for (size_t i = 0; i < n->field_count && *few; i++) {
        const struct field_paths *field = &n->fields[i];
        for (size_t k = 0; k < field->count && *few; k++) {
            if (field->paths[k].part != part) {
                continue;
            }
            *few = field->paths[k].level == 0;
            if (*few) {
                TRY(add_path(m, n, &field->paths[k], out, few, e));
            }
        }
    }
    settle(out);
    return ST_OK;
}

static void intersect(struct few_rows *f, const struct few_rows *other)
{
    size_t kept = 0;
    for (size_t i = 0, at = 0; i < f->count; i++) {
        for (; at < other->count && other->rows[at] < f->rows[i]; at++) {
        }
        f->rows[kept] = f->rows[i];
        kept += at < other->count && other->rows[at] == f->rows[i];
    }
    f->count = kept;
}

// Recursion is bounded by the depth of the query.
static status find_all(struct matcher *m, const struct match_node *n, size_t part,
                       struct few_rows *out, bool *few, struct error *e)
{
    *few = n->member_count > 0;
    for (size_t i = 0; i < n->member_count && *few; i++) {
        struct few_rows one;
        TRY(few_rows_find(m, &n->members[i], part, i == 0 ? out : &one, few, e));
        if (i > 0 && *few) {
            intersect(out, &one);
        }
        if (*few && out->count == 0) {
            break;
        }
    }
    return ST_OK;
}

status few_rows_find(struct matcher *m, const struct match_node *n, size_t part,
                     struct few_rows *out, bool *few, struct error *e)
{
    out->count = 0;
    *few = false;
    switch (n->query->kind) {
    case QUERY_AND:
        return find_all(m, n, part, out, few, e);
    case QUERY_STRING_EQUALS:
    case QUERY_NUMBER_EQUALS:
        return find_values(m, n, part, out, few, e);
    case QUERY_SEARCH:
        return n->token_count == 0
                   ? ST_OK
                   : word_rows_few(m->extent->parts[part].segment, n->tokens, n->token_count,
                                   SHORT_LIST_MOST, out->rows, &out->count, few, e);
    default:
        return ST_OK;
    }
}
