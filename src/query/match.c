// SPDX-License-Identifier: Apache-2.0
// Each term sets bits in a set of rows, segment by segment; groups combine sets. A path inside a
// list first finds elements, then the rows that hold them. Must not know: facets, order, who asks.
#include "query/match.h"

#include "query/code_index.h"
#include "query/field_paths.h"
#include "query/geo.h"
#include "query/path_rows.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

// A term or group made ready.
struct node {
    const struct query *query;
    struct node *members;
    size_t member_count;
    struct field_paths *fields;
    size_t field_count;
    struct geo_term *geography;
    const struct token *tokens; // of the text, each once
    size_t token_count;
};

struct matcher {
    const struct extent *extent;
    struct arena *arena;
    const struct cancellation *cancellation;
    struct node root;
    bool all;
};

status cancellation_check(const struct cancellation *c, struct error *e)
{
    if (c != NULL && c->cancelled != NULL && c->cancelled(c->argument)) {
        return error_set(e, ST_CANCELLED, "the search was ended before it was done");
    }
    return ST_OK;
}

// --- making ready ----------------------------------------------------------------------------

static void release_geography(void *argument)
{
    geo_term_destroy(argument);
}

static bool is_geographic(enum query_kind kind)
{
    return kind == QUERY_GEO_EXISTS || kind == QUERY_GEO_POINT || kind == QUERY_GEO_NAMED_AREA ||
           kind == QUERY_GEO_CUSTOM_AREA || kind == QUERY_BBOX;
}

static bool has_words(enum query_kind kind)
{
    return kind == QUERY_SEARCH || kind == QUERY_STRING_CONTAINS;
}

// Words and existence are asked of lists and objects too, other things of values.
static status find_fields(struct matcher *m, struct node *n, struct error *e)
{
    const struct query *q = n->query;
    bool containers = q->kind == QUERY_EXISTS || q->kind == QUERY_STRING_CONTAINS;
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

static status copy_tokens(struct matcher *m, struct node *n, const struct token_cutter *c,
                          struct error *e)
{
    struct token *tokens = arena_array(m->arena, struct token, c->count + 1);
    if (tokens == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < c->count; i++) {
        bool repeated = false;
        for (size_t k = 0; k < n->token_count && !repeated; k++) {
            repeated = sv_equal(tokens[k].text, c->tokens[i].text);
        }
        if (repeated) {
            continue;
        }
        struct token *copy = &tokens[n->token_count++];
        *copy = c->tokens[i];
        copy->text = arena_copy(m->arena, c->tokens[i].text);
        if (copy->text.bytes == NULL) {
            return query_no_memory(e);
        }
    }
    n->tokens = tokens;
    return ST_OK;
}

static status cut_words(struct matcher *m, struct node *n, struct error *e)
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

static status prepare(struct matcher *m, const struct query *q, size_t depth, struct node *n,
                      struct error *e)
{
    if (depth > QUERY_TREE_DEPTH) {
        return error_set(e, ST_INVALID, "the query is nested deeper than %zu", QUERY_LIMIT_DEPTH);
    }
    n->query = q;
    if (is_geographic(q->kind)) {
        TRY(geo_term_create(q, &n->geography, e));
        if (arena_defer(m->arena, release_geography, n->geography) != ST_OK) {
            return query_no_memory(e);
        }
    }
    if (has_words(q->kind)) {
        TRY(cut_words(m, n, e));
    }
    TRY(find_fields(m, n, e));
    n->members = arena_array(m->arena, struct node, q->member_count + 1);
    if (n->members == NULL) {
        return query_no_memory(e);
    }
    n->member_count = q->member_count;
    for (size_t i = 0; i < q->member_count; i++) {
        TRY(prepare(m, q->members[i], depth + 1, &n->members[i], e));
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
        TRY(prepare(m, q, 0, &m->root, e));
    }
    *out = m;
    return ST_OK;
}

// --- terms -----------------------------------------------------------------------------------

#define VALUES_A_CHECK 1024u

static status take_any_of(struct matcher *m, const struct query *q, const struct dictionary *d,
                          struct ordinal_set *o, struct error *e)
{
    for (size_t i = 0; i < q->value_count; i++) {
        if (i % VALUES_A_CHECK == 0) {
            TRY(cancellation_check(m->cancellation, e));
        }
        TRY(ordinals_equal(d, q->values[i], o, e));
    }
    return ST_OK;
}

// Adds to `o` the ordinals of one dictionary that the term takes.
static status take_ordinals(struct matcher *m, const struct node *n, const struct dictionary *d,
                            struct ordinal_set *o, struct error *e)
{
    const struct query *q = n->query;
    switch (q->kind) {
    case QUERY_STRING_EQUALS:
        return ordinals_equal(d, q->text, o, e);
    case QUERY_IN:
        return take_any_of(m, q, d, o, e);
    case QUERY_PREFIX:
        return ordinals_prefix(d, q->text, o, e);
    case QUERY_STRING_CONTAINS:
        return ordinals_with_tokens(d, n->tokens, n->token_count, o, e);
    case QUERY_NUMBER_EQUALS:
    case QUERY_NUMBER_RANGE:
        return ordinals_numbers(d, q, o, e);
    case QUERY_DATE_RANGE:
        return ordinals_dates(d, q, o, e);
    case QUERY_EXISTS:
        o->first = d->missing + 1;
        o->last = d->count;
        return ST_OK;
    default:
        return error_set(e, ST_INTERNAL, "a term of kind %d has no values", (int)q->kind);
    }
}

static status add_path(struct matcher *m, const struct node *n, const struct field_path *path,
                       struct path_rows *rows, struct error *e)
{
    struct dictionary d;
    struct ordinal_set o;
    TRY(cancellation_check(m->cancellation, e));
    TRY(segment_dictionary(path->segment, path->path, &d, e));
    ordinal_set_init(&o);
    status result = take_ordinals(m, n, &d, &o, e);
    if (result == ST_OK) {
        result = path_rows_add(rows, path, &o, e);
    }
    ordinal_set_release(&o);
    return result;
}

static status add_field_term(struct matcher *m, const struct node *n, size_t part,
                             struct bitset *rows, struct error *e)
{
    struct path_rows gathered;
    status result = ST_OK;
    path_rows_begin(&gathered, rows);
    for (size_t i = 0; i < n->field_count && result == ST_OK; i++) {
        const struct field_paths *field = &n->fields[i];
        for (size_t k = 0; k < field->count && result == ST_OK; k++) {
            if (field->paths[k].part == part) {
                result = add_path(m, n, &field->paths[k], &gathered, e);
            }
        }
    }
    return path_rows_end(&gathered, result, e);
}

struct code_search {
    struct segment *segment;
    string_view code;
    struct bitset *rows;
};

static status add_code_path(void *argument, uint32_t path, struct error *e)
{
    const struct code_search *c = argument;
    const struct segment_path *paths = NULL;
    size_t count = 0;
    struct dictionary d;
    struct ordinal_set o;
    TRY(segment_paths(c->segment, &paths, &count, e));
    TRY(segment_dictionary(c->segment, path, &d, e));
    struct field_path place = {0, c->segment, path, paths[path].level, false};
    struct path_rows rows;
    path_rows_begin(&rows, c->rows);
    ordinal_set_init(&o);
    status result = ordinals_code(&d, c->code, &o, e);
    if (result == ST_OK) {
        result = path_rows_add(&rows, &place, &o, e);
    }
    ordinal_set_release(&o);
    return path_rows_end(&rows, result, e);
}

// Adds the rows that hold the token: a code as a whole value is not in the token index.
static status add_token_rows(struct matcher *m, struct segment *segment, const struct token *token,
                             struct bitset *rows, struct error *e)
{
    TRY(segment_rows_with_token(segment, token->text, rows, e));
    if (!token->is_code) {
        return ST_OK;
    }
    const struct code_index *index = NULL;
    struct code_search search = {segment, token->text, rows};
    TRY(code_index_get(segment, m->arena, &index, e));
    return code_index_find(index, token->text, add_code_path, &search, e);
}

// All tokens anywhere in the record. Text without a token is found nowhere; no text, everywhere.
static status add_search(struct matcher *m, const struct node *n, size_t part, struct bitset *rows,
                         struct error *e)
{
    if (sv_trim(n->query->text).length == 0) {
        bitset_set_range(rows, 0, rows->bit_count);
        return ST_OK;
    }
    struct segment *segment = m->extent->parts[part].segment;
    struct bitset all = {0};
    struct bitset one = {0};
    status result = ST_OK;
    for (size_t i = 0; i < n->token_count; i++) {
        struct bitset *into = i == 0 ? &all : &one;
        TRY_OUT(cancellation_check(m->cancellation, e));
        bitset_release(into);
        TRY_OUT(bitset_init(into, rows->bit_count, e));
        TRY_OUT(add_token_rows(m, segment, &n->tokens[i], into, e));
        if (i > 0) {
            bitset_and(&all, &one);
        }
        if (bitset_is_empty(&all)) {
            break;
        }
    }
    if (n->token_count > 0) {
        bitset_or(rows, &all);
    }
out:
    bitset_release(&all);
    bitset_release(&one);
    return result;
}

static status add_term(struct matcher *m, const struct node *n, size_t part, struct bitset *rows,
                       struct error *e)
{
    if (n->query->kind == QUERY_ALL) {
        bitset_set_range(rows, 0, rows->bit_count);
        return ST_OK;
    }
    if (n->geography != NULL) {
        TRY(cancellation_check(m->cancellation, e));
        return geo_term_rows(n->geography, m->extent->parts[part].segment, rows, e);
    }
    bool everywhere = n->query->kind == QUERY_STRING_CONTAINS && n->query->field_count == 0;
    if (n->query->kind == QUERY_SEARCH || everywhere) {
        return add_search(m, n, part, rows, e);
    }
    return add_field_term(m, n, part, rows, e);
}

// --- groups ----------------------------------------------------------------------------------

static status add_matches(struct matcher *m, const struct node *n, size_t part, struct bitset *rows,
                          struct error *e);

static status add_any(struct matcher *m, const struct node *n, size_t part, struct bitset *rows,
                      struct error *e)
{
    for (size_t i = 0; i < n->member_count; i++) {
        TRY(add_matches(m, &n->members[i], part, rows, e));
    }
    return ST_OK;
}

static status add_none(struct matcher *m, const struct node *n, size_t part, struct bitset *rows,
                       struct error *e)
{
    struct bitset any = {0};
    status result = ST_OK;
    TRY_OUT(bitset_init(&any, rows->bit_count, e));
    TRY_OUT(add_any(m, n, part, &any, e));
    bitset_not(&any);
    bitset_or(rows, &any);
out:
    bitset_release(&any);
    return result;
}

static status add_all(struct matcher *m, const struct node *n, size_t part, struct bitset *rows,
                      struct error *e)
{
    struct bitset all = {0};
    struct bitset one = {0};
    status result = ST_OK;
    TRY_OUT(bitset_init(&all, rows->bit_count, e));
    if (n->member_count == 0) {
        bitset_set_range(&all, 0, all.bit_count);
    }
    for (size_t i = 0; i < n->member_count; i++) {
        bitset_release(&one);
        TRY_OUT(bitset_init(&one, rows->bit_count, e));
        TRY_OUT(add_matches(m, &n->members[i], part, i == 0 ? &all : &one, e));
        if (i > 0) {
            bitset_and(&all, &one);
        }
        if (bitset_is_empty(&all)) {
            break;
        }
    }
    bitset_or(rows, &all);
out:
    bitset_release(&all);
    bitset_release(&one);
    return result;
}

static status add_matches(struct matcher *m, const struct node *n, size_t part, struct bitset *rows,
                          struct error *e)
{
    switch (n->query->kind) {
    case QUERY_AND:
        return add_all(m, n, part, rows, e);
    case QUERY_OR:
        return add_any(m, n, part, rows, e);
    case QUERY_NOT:
        return add_none(m, n, part, rows, e);
    default:
        return add_term(m, n, part, rows, e);
    }
}

status matcher_rows(struct matcher *m, size_t part, const struct bitset **out, struct error *e)
{
    const struct bitset *visible = m->extent->parts[part].visible;
    TRY(cancellation_check(m->cancellation, e));
    if (m->all) {
        *out = visible;
        return ST_OK;
    }
    struct bitset *rows = arena_new(m->arena, struct bitset);
    if (rows == NULL) {
        return query_no_memory(e);
    }
    TRY(bitset_init_in(rows, m->arena, visible->bit_count, e));
    TRY(add_matches(m, &m->root, part, rows, e));
    bitset_and(rows, visible);
    *out = rows;
    return ST_OK;
}
