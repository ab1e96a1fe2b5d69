// SPDX-License-Identifier: Apache-2.0
// Groups combine the sets that terms make; `same` asks its members of a list's elements and finds
// the rows that hold them. Must not know: facets, order, who asks.
#include "query/match.h"

#include "query/few_rows.h"
#include "query/path_rows.h"
#include "query/query_pool.h"
#include "query/query_tree.h"
#include "query/word_rows.h"

status cancellation_check(const struct cancellation *c, struct error *e)
{
    if (c != NULL && c->cancelled != NULL && c->cancelled(c->argument)) {
        return error_set(e, ST_CANCELLED, "the search was ended before it was done");
    }
    return ST_OK;
}

status matcher_create(const struct extent *x, const struct query *q, struct arena *arena,
                      const struct cancellation *cancellation, struct matcher **out,
                      struct error *e)
{
    struct matcher *m = arena_new(arena, struct matcher);
    if (m == NULL) {
        return query_no_memory(e);
    }
    *m = (struct matcher){.extent = x, .arena = arena, .cancellation = cancellation};
    m->all = q == NULL || q->kind == QUERY_ALL;
    if (!m->all) {
        TRY(match_prepare(m, q, e));
    }
    *out = m;
    return ST_OK;
}

// --- groups ----------------------------------------------------------------------------------

// As match_add_term, of any member.
static status add_matches(struct matcher *m, const struct match_node *n,
                          const struct match_frame *f, const struct bitset *within,
                          struct bitset *set, struct error *e);

static status add_any(struct matcher *m, const struct match_node *n, const struct match_frame *f,
                      const struct bitset *within, struct bitset *set, struct error *e)
{
    for (size_t i = 0; i < n->member_count; i++) {
        TRY(add_matches(m, &n->members[i], f, within, set, e));
    }
    return ST_OK;
}

static status add_none(struct matcher *m, const struct match_node *n, const struct match_frame *f,
                       const struct bitset *within, struct bitset *set, struct error *e)
{
    struct bitset any = {0};
    status result = ST_OK;
    TRY_OUT(bitset_init(&any, set->bit_count, e));
    TRY_OUT(add_any(m, n, f, within, &any, e));
    bitset_not(&any);
    bitset_or(set, &any);
out:
    bitset_release(&any);
    return result;
}

// Members after the first are asked only within what is left.
static status add_all(struct matcher *m, const struct match_node *n, const struct match_frame *f,
                      const struct bitset *within, struct bitset *set, struct error *e)
{
    struct bitset all = {0};
    struct bitset one = {0};
    status result = ST_OK;
    TRY_OUT(bitset_init(&all, set->bit_count, e));
    if (n->member_count == 0) {
        bitset_set_range(&all, 0, all.bit_count);
    }
    for (size_t i = 0; i < n->member_count; i++) {
        if (i == 0) {
            TRY_OUT(add_matches(m, &n->members[i], f, within, &all, e));
            if (within != NULL) {
                bitset_and(&all, within);
            }
        } else {
            bitset_release(&one);
            TRY_OUT(bitset_init(&one, set->bit_count, e));
            TRY_OUT(add_matches(m, &n->members[i], f, &all, &one, e));
            bitset_and(&all, &one);
        }
        if (bitset_is_empty(&all)) {
            break;
        }
    }
    bitset_or(set, &all);
out:
    bitset_release(&all);
    bitset_release(&one);
    return result;
}

// The elements of one list that the member holds of, lifted to the frame.
static status add_same_list(struct matcher *m, const struct match_node *n,
                            const struct match_context *c, const struct match_frame *f,
                            struct bitset *set, struct error *e)
{
    struct match_frame inner = {f->part, f->segment, c->level, c->path};
    size_t size = segment_level_size(f->segment, c->level);
    struct bitset elements = {0};
    struct bitset found = {0};
    status result = ST_OK;
    TRY_OUT(bitset_init(&elements, size, e));
    TRY_OUT(bitset_init(&found, size, e));
    TRY_OUT(match_add_elements(n, c, f->segment, &elements, e));
    TRY_OUT(add_matches(m, &n->members[0], &inner, &elements, &found, e));
    bitset_and(&found, &elements);
    TRY_OUT(path_rows_lift(f->segment, c->level, &found, f->level, set, e));
out:
    bitset_release(&elements);
    bitset_release(&found);
    return result;
}

static status add_same(struct matcher *m, const struct match_node *n, const struct match_frame *f,
                       struct bitset *set, struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    TRY(segment_paths(f->segment, &paths, &count, e));
    for (size_t i = 0; i < n->context_count; i++) {
        const struct match_context *c = &n->contexts[i];
        if (c->part == f->part && match_lies_below(paths, c->path, f->path)) {
            TRY(cancellation_check(m->cancellation, e));
            TRY(add_same_list(m, n, c, f, set, e));
        }
    }
    return ST_OK;
}

static status add_matches(struct matcher *m, const struct match_node *n,
                          const struct match_frame *f, const struct bitset *within,
                          struct bitset *set, struct error *e)
{
    switch (n->query->kind) {
    case QUERY_AND:
        return add_all(m, n, f, within, set, e);
    case QUERY_OR:
        return add_any(m, n, f, within, set, e);
    case QUERY_NOT:
        return add_none(m, n, f, within, set, e);
    case QUERY_SAME:
        return add_same(m, n, f, set, e);
    default:
        return match_add_term(m, n, f, within, set, e);
    }
}

// --- a part ----------------------------------------------------------------------------------

static struct match_frame rows_of_part(const struct matcher *m, size_t part)
{
    return (struct match_frame){part, m->extent->parts[part].segment, 0, NO_PATH};
}

// The rows listed that are visible, as a set.
static status set_of_few(struct matcher *m, const struct few_rows *few,
                         const struct bitset *visible, struct bitset *rows, uint64_t *count,
                         struct error *e)
{
    uint32_t seen[FEW_ROWS_MOST];
    size_t seen_count = 0;
    for (size_t i = 0; i < few->count; i++) {
        seen[seen_count] = few->rows[i];
        seen_count += bitset_test(visible, few->rows[i]);
    }
    *count = seen_count;
    if (seen_count == 0 && visible->bit_count <= BITSET_NOTHING_MOST) {
        return bitset_nothing(visible->bit_count, rows, e);
    }
    return bitset_few(m->arena, visible->bit_count, seen, seen_count, rows, e);
}

// *found false when the rows are many, or can only be found with a set of all.
static status find_few(struct matcher *m, size_t part, const struct bitset **out, uint64_t *count,
                       bool *found, struct error *e)
{
    const struct bitset *visible = m->extent->parts[part].visible;
    struct few_rows few;
    TRY(cancellation_check(m->cancellation, e));
    if (m->all) {
        *found = true;
        *out = visible;
        *count = bitset_count(visible);
        return ST_OK;
    }
    TRY(few_rows_find(m, &m->root, part, &few, found, e));
    if (!*found) {
        return ST_OK;
    }
    struct bitset *rows = arena_new(m->arena, struct bitset);
    if (rows == NULL) {
        return query_no_memory(e);
    }
    *out = rows;
    return set_of_few(m, &few, visible, rows, count, e);
}

// Rows with all of some words, one of which is in rather few: more than find_few looks through.
static status find_words(struct matcher *m, size_t part, struct bitset *rows, uint64_t *count,
                         bool *found, struct error *e)
{
    const struct match_node *n = &m->root;
    const struct extent_part *p = &m->extent->parts[part];
    struct few_rows few = {.count = 0};
    *found = n->query->kind == QUERY_SEARCH && n->token_count > 0;
    if (*found) {
        TRY(word_rows_few(p->segment, n->tokens, n->token_count, WORD_ROWS_LISTED, few.rows,
                          &few.count, found, e));
    }
    return *found ? set_of_few(m, &few, p->visible, rows, count, e) : ST_OK;
}

static status find_many(struct matcher *m, size_t part, const struct bitset **out, uint64_t *count,
                        struct error *e)
{
    const struct bitset *visible = m->extent->parts[part].visible;
    struct match_frame frame = rows_of_part(m, part);
    struct bitset *rows = arena_new(m->arena, struct bitset);
    if (rows == NULL) {
        return query_no_memory(e);
    }
    bool found = false;
    *out = rows;
    TRY(find_words(m, part, rows, count, &found, e));
    if (found) {
        return ST_OK;
    }
    TRY(bitset_init_in(rows, m->arena, visible->bit_count, e));
    TRY(add_matches(m, &m->root, &frame, visible, rows, e));
    bitset_and(rows, visible);
    bitset_settle(rows);
    *count = bitset_count(rows);
    return ST_OK;
}

status matcher_rows(struct matcher *m, size_t part, const struct bitset **out, uint64_t *count,
                    struct error *e)
{
    bool found = false;
    TRY(find_few(m, part, out, count, &found, e));
    return found ? ST_OK : find_many(m, part, out, count, e);
}

// --- all parts -------------------------------------------------------------------------------

// A segment of fewer rows is looked through before another thread would have begun.
#define ROWS_A_TASK 4096u

// Parts that take a set of all their rows, side by side.
struct many {
    const struct matcher *matcher;
    size_t *parts;
    size_t count;
    struct arena *arenas; // one a part
    const struct bitset **sets;
    uint64_t *counts;
};

static void release_arenas(void *argument)
{
    struct many *l = argument;
    for (size_t i = 0; i < l->count; i++) {
        arena_release(&l->arenas[i]);
    }
}

static status find_one_of_many(void *argument, size_t index, struct error *e)
{
    const struct many *l = argument;
    size_t part = l->parts[index];
    struct matcher own = *l->matcher; // the tree is only read
    own.arena = &l->arenas[index];
    return find_many(&own, part, &l->sets[part], &l->counts[part], e);
}

static status find_side_by_side(const struct matcher *m, const struct many *asked, struct error *e)
{
    struct many *l = arena_new(m->arena, struct many);
    if (l == NULL) {
        return query_no_memory(e);
    }
    *l = *asked;
    l->arenas = arena_array(m->arena, struct arena, l->count);
    if (l->arenas == NULL || arena_defer(m->arena, release_arenas, l) != ST_OK) {
        return query_no_memory(e);
    }
    return parallel_run(query_pool(), l->count, find_one_of_many, l, e);
}

status matcher_all_rows(struct matcher *m, const struct bitset **sets, uint64_t *counts,
                        struct error *e)
{
    size_t count = m->extent->count;
    struct many many = {.matcher = m, .sets = sets, .counts = counts};
    many.parts = arena_array(m->arena, size_t, count + 1);
    if (many.parts == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        bool found = false;
        TRY(find_few(m, i, &sets[i], &counts[i], &found, e));
        if (!found && m->extent->parts[i].visible->bit_count < ROWS_A_TASK) {
            TRY(find_many(m, i, &sets[i], &counts[i], e));
        } else if (!found) {
            many.parts[many.count++] = i;
        }
    }
    return many.count == 0 ? ST_OK : find_side_by_side(m, &many, e);
}
