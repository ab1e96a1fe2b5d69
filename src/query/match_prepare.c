// SPDX-License-Identifier: Apache-2.0
// Makes a tree ready for an extent: fields and lists are found, words are cut, patterns and areas
// are made; members of an "and" are put in the order in which they are best asked.
// Must not know: rows.
#include "query/match_node.h"

#include "base/fold.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

static void release_geography(void *argument)
{
    geo_term_destroy(argument);
}

static bool is_geographic(enum query_kind kind)
{
    return kind == QUERY_GEO_EXISTS || kind == QUERY_GEO_POINT || kind == QUERY_GEO_NAMED_AREA ||
           kind == QUERY_GEO_CUSTOM_AREA || kind == QUERY_BBOX || kind == QUERY_DISTANCE;
}

static bool has_words(const struct query *q)
{
    return q->kind == QUERY_SEARCH || q->kind == QUERY_STRING_CONTAINS || q->kind == QUERY_PHRASE ||
           q->kind == QUERY_PART || (q->kind == QUERY_FUZZY && !q->whole);
}

// --- fields ----------------------------------------------------------------------------------

// Words and existence are asked of lists and objects too, other things of values.
static status find_fields(struct matcher *m, struct match_node *n, struct error *e)
{
    const struct query *q = n->query;
    bool containers =
        q->kind == QUERY_EXISTS || q->kind == QUERY_STRING_CONTAINS || q->kind == QUERY_PHRASE;
    n->fields = arena_array(m->arena, struct field_paths, q->field_count + 1);
    if (n->fields == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < q->field_count; i++) {
        if (containers) {
            TRY(field_paths_find(m->extent, q->fields[i], m->arena, &n->fields[i], e));
        } else {
            TRY(field_paths_find_leaf(m->extent, q->fields[i], m->arena, &n->fields[i], e));
        }
    }
    n->field_count = q->field_count;
    return ST_OK;
}

// --- words -----------------------------------------------------------------------------------

static status copy_tokens(struct matcher *m, struct match_node *n, const struct token_cutter *c,
                          struct error *e)
{
    struct token *tokens = arena_array(m->arena, struct token, c->count + 1);
    struct token *words = arena_array(m->arena, struct token, c->count + 1);
    if (tokens == NULL || words == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < c->count; i++) {
        words[i] = c->tokens[i];
        words[i].text = arena_copy(m->arena, c->tokens[i].text);
        if (words[i].text.bytes == NULL) {
            return query_no_memory(e);
        }
        bool repeated = false;
        for (size_t k = 0; k < n->token_count && !repeated; k++) {
            repeated = sv_equal(tokens[k].text, words[i].text);
        }
        if (!repeated) {
            tokens[n->token_count++] = words[i];
        }
    }
    n->tokens = tokens;
    n->phrase = (struct phrase){words, c->count, tokens, n->token_count};
    return ST_OK;
}

static status cut_words(struct matcher *m, struct match_node *n, struct error *e)
{
    struct token_cutter cutter;
    token_cutter_init(&cutter);
    status result = token_cut(&cutter, n->query->text, e);
    if (result == ST_OK) {
        result = copy_tokens(m, n, &cutter, e);
    }
    token_cutter_release(&cutter);
    return result;
}

static status fold_text(struct matcher *m, struct match_node *n, struct error *e)
{
    struct buffer folded;
    buffer_init(&folded, 16 * QUERY_LIMIT_TEXT);
    fold_full(n->query->text, &folded);
    status result = buffer_check(&folded, "the query", e);
    if (result == ST_OK) {
        n->folded = arena_copy(m->arena, buffer_view(&folded));
        result = n->folded.bytes == NULL ? query_no_memory(e) : ST_OK;
    }
    buffer_release(&folded);
    return result;
}

// --- lists -----------------------------------------------------------------------------------

bool match_lies_below(const struct segment_path *paths, uint32_t path, uint32_t above)
{
    while (path != above && path != NO_PATH) {
        path = paths[path].parent;
    }
    return path == above;
}

// The highest path above a leaf that has the list's name.
static uint32_t find_list(const struct segment_path *paths, uint32_t leaf, string_view name)
{
    uint32_t found = NO_PATH;
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    for (uint32_t path = leaf; path != NO_PATH; path = paths[path].parent) {
        buffer_clear(&text);
        segment_path_name(paths, path, &text);
        if (text.length > 0 && fold_case_equal(buffer_view(&text), name)) {
            found = path;
        }
    }
    buffer_release(&text);
    return found;
}

static status find_contexts(struct matcher *m, struct match_node *n, struct error *e)
{
    TRY(field_paths_find(m->extent, n->query->text, m->arena, &n->list, e));
    n->contexts = arena_array(m->arena, struct match_context, n->list.count + 1);
    if (n->contexts == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < n->list.count; i++) {
        const struct field_path *leaf = &n->list.paths[i];
        const struct segment_path *paths = NULL;
        size_t count = 0;
        TRY(segment_paths(leaf->segment, &paths, &count, e));
        uint32_t path = find_list(paths, leaf->path, n->query->text);
        bool known = path == NO_PATH;
        for (size_t k = n->context_count; k > 0 && !known; k--) {
            known = n->contexts[k - 1].part == leaf->part && n->contexts[k - 1].path == path;
        }
        if (!known) {
            n->contexts[n->context_count++] =
                (struct match_context){leaf->part, path, paths[path].level};
        }
    }
    return ST_OK;
}

// --- trees -----------------------------------------------------------------------------------

// What a term costs, roughly: a look into dictionaries, a pass over some of their texts, over
// points, over all words, over texts one by one.
static unsigned cost_of(const struct query *q)
{
    unsigned most = 0;
    switch (q->kind) {
    case QUERY_ALL:
    case QUERY_STRING_EQUALS:
    case QUERY_NUMBER_EQUALS:
    case QUERY_NUMBER_RANGE:
    case QUERY_GEO_EXISTS:
        return 0;
    case QUERY_IN:
    case QUERY_EXISTS:
    case QUERY_PREFIX:
    case QUERY_DATE_RANGE:
    case QUERY_CHANGED_SINCE:
        return 1;
    case QUERY_SEARCH:
    case QUERY_STRING_CONTAINS:
    case QUERY_PART:
    case QUERY_GEOLOGICAL_TIME:
        return 2;
    case QUERY_GEO_POINT:
    case QUERY_DISTANCE:
    case QUERY_BBOX:
        return 3;
    case QUERY_GEO_NAMED_AREA:
    case QUERY_GEO_CUSTOM_AREA:
        return 4;
    case QUERY_WILDCARD:
    case QUERY_PHRASE:
    case QUERY_FUZZY:
        return 5;
    case QUERY_AND:
    case QUERY_OR:
    case QUERY_NOT:
    case QUERY_SAME:
        break;
    }
    for (size_t i = 0; i < q->member_count; i++) {
        if (!query_is_group(q->members[i]->kind)) {
            most = MAX(most, cost_of(q->members[i]));
        } else {
            most = MAX(most, 3u); // not looked into
        }
    }
    return most + 1;
}

// In order of cost, then as they stand.
void matcher_order(const struct query *const *members, size_t count, const struct query **out)
{
    size_t written = 0;
    for (unsigned cost = 0; written < count; cost++) {
        for (size_t i = 0; i < count; i++) {
            if (cost_of(members[i]) == cost) {
                out[written++] = members[i];
            }
        }
    }
}

static status prepare(struct matcher *m, const struct query *q, size_t depth, struct match_node *n,
                      struct error *e);

static status prepare_members(struct matcher *m, const struct query *q, size_t depth,
                              struct match_node *n, struct error *e)
{
    const struct query **members =
        (const struct query **)arena_alloc_array(m->arena, q->member_count + 1, sizeof *members);
    n->members = arena_array(m->arena, struct match_node, q->member_count + 1);
    if (n->members == NULL || members == NULL) {
        return query_no_memory(e);
    }
    matcher_order(q->members, q->member_count, members);
    n->member_count = q->member_count;
    for (size_t i = 0; i < q->member_count; i++) {
        TRY(prepare(m, members[i], depth + 1, &n->members[i], e));
    }
    return ST_OK;
}

static status prepare(struct matcher *m, const struct query *q, size_t depth, struct match_node *n,
                      struct error *e)
{
    if (depth > QUERY_TREE_DEPTH) {
        return error_set(e, ST_INVALID, "the query is nested deeper than %zu", QUERY_LIMIT_DEPTH);
    }
    n->query = q;
    if (is_geographic(q->kind)) {
        TRY(geo_term_create(m->extent->snapshot, m->extent->commit, q, &n->geography, e));
        if (arena_defer(m->arena, release_geography, n->geography) != ST_OK) {
            return query_no_memory(e);
        }
    }
    if (has_words(q)) {
        TRY(cut_words(m, n, e));
    } else if (q->kind == QUERY_WILDCARD) {
        TRY(wildcard_compile(m->arena, q->text, &n->wildcard, e));
    } else if (q->kind == QUERY_FUZZY) {
        TRY(fold_text(m, n, e));
    } else if (q->kind == QUERY_SAME) {
        TRY(find_contexts(m, n, e));
    } else if (q->kind == QUERY_CHANGED_SINCE) {
        n->commit = snapshot_commit_at(m->extent->snapshot, q->start);
    }
    if (q->kind == QUERY_GEOLOGICAL_TIME) {
        n->geology = arena_new(m->arena, struct geological_fields);
        if (n->geology == NULL) {
            return query_no_memory(e);
        }
        TRY(geological_fields_find(m->extent, m->arena, n->geology, e));
    }
    TRY(find_fields(m, n, e));
    return prepare_members(m, q, depth, n, e);
}

status match_prepare(struct matcher *m, const struct query *q, struct error *e)
{
    return prepare(m, q, 0, &m->root, e);
}
