// SPDX-License-Identifier: Apache-2.0
// Each term sets bits in a set of rows, or of a list's elements, segment by segment. A path inside
// a list first finds elements, then what holds them. Must not know: groups, facets, order.
#include "query/match_node.h"

#include "query/list_parts.h"
#include "query/listed_values.h"
#include "query/path_rows.h"
#include "query/query_tree.h"
#include "query/word_rows.h"

#include <stdlib.h>

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

status match_take_ordinals(struct matcher *m, const struct match_node *n,
                           const struct dictionary *d, struct ordinal_set *o, struct error *e)
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
    case QUERY_PART:
        return ordinals_part(d, q->text, n->tokens, n->token_count, o, e);
    case QUERY_WILDCARD:
        return ordinals_wildcard(d, &n->wildcard, o, e);
    case QUERY_PHRASE:
        return ordinals_phrase(d, &n->phrase, o, e);
    case QUERY_FUZZY:
        return q->whole ? ordinals_fuzzy_values(d, n->folded, q->edits, o, e)
                        : ordinals_fuzzy_words(d, n->tokens, n->token_count, q->edits, o, e);
    default:
        return error_set(e, ST_INTERNAL, "a term of kind %d has no values", (int)q->kind);
    }
}

static status add_path(struct matcher *m, const struct match_node *n, const struct field_path *path,
                       struct path_rows *rows, struct error *e)
{
    struct dictionary d;
    struct ordinal_set o;
    TRY(cancellation_check(m->cancellation, e));
    TRY(segment_dictionary(path->segment, path->path, &d, e));
    ordinal_set_init(&o);
    status result = match_take_ordinals(m, n, &d, &o, e);
    if (result == ST_OK) {
        result = path_rows_add(rows, path, &o, e);
    }
    ordinal_set_release(&o);
    return result;
}

// Whether the path is of the part, and below what the frame looks at.
static status is_asked(const struct match_frame *f, const struct field_path *path, bool *asked,
                       struct error *e)
{
    *asked = path->part == f->part;
    if (*asked && f->path != NO_PATH) {
        const struct segment_path *paths = NULL;
        size_t count = 0;
        TRY(segment_paths(path->segment, &paths, &count, e));
        *asked = match_lies_below(paths, path->path, f->path);
    }
    return ST_OK;
}

static status add_field(struct matcher *m, const struct match_node *n, const struct match_frame *f,
                        const struct field_paths *field, struct path_rows *gathered,
                        struct error *e)
{
    for (size_t i = 0; i < field->count; i++) {
        bool asked = false;
        TRY(is_asked(f, &field->paths[i], &asked, e));
        if (asked) {
            TRY(add_path(m, n, &field->paths[i], gathered, e));
        }
    }
    return ST_OK;
}

static status add_field_term(struct matcher *m, const struct match_node *n,
                             const struct match_frame *f, struct bitset *set, struct error *e)
{
    struct path_rows gathered;
    status result = ST_OK;
    path_rows_begin_at(&gathered, f->level, set);
    for (size_t i = 0; i < n->field_count && result == ST_OK; i++) {
        result = add_field(m, n, f, &n->fields[i], &gathered, e);
    }
    return path_rows_end(&gathered, result, e);
}

// All tokens anywhere in the record. Text without a token is found nowhere; no text, everywhere.
static status add_search(struct matcher *m, const struct match_node *n, size_t part,
                         struct bitset *rows, struct error *e)
{
    if (sv_trim(n->query->text).length == 0) {
        bitset_set_range(rows, 0, rows->bit_count);
        return ST_OK;
    }
    return word_rows_add(m->extent->parts[part].segment, n->tokens, n->token_count, m->arena,
                         m->cancellation, rows, e);
}

// --- a phrase anywhere -------------------------------------------------------------------------

struct phrase_search {
    struct phrase_reader *reader;
    const uint32_t *candidates; // rows
    struct bitset *rows;
};

static status see_value(void *argument, enum value_kind kind, string_view text,
                        const struct listed_value *at, size_t count, struct error *e)
{
    const struct phrase_search *search = argument;
    bool holds = false;
    TRY(phrase_reader_read(search->reader, ordinal_text(kind, text), &holds, e));
    for (size_t i = 0; i < count && holds; i++) {
        bitset_set(search->rows, search->candidates[at[i].place]);
    }
    return ST_OK;
}

// The first entry that could hold the phrase; above d->count when a word of it is in none.
static status first_with_phrase(const struct dictionary *d, const struct phrase *p, uint32_t *first,
                                struct error *e)
{
    *first = d->missing + 1;
    for (size_t i = 0; i < p->each_count; i++) {
        bool may = false;
        TRY(ordinals_may_hold(d, &p->each[i], &may, e));
        *first = MAX(*first, may ? ordinals_first_with(d, &p->each[i]) : d->count + 1);
    }
    return ST_OK;
}

// Of few candidates the values they have are looked at.
static status add_few_with_phrase(struct matcher *m, const struct match_node *n,
                                  struct segment *segment, const uint32_t *candidates, size_t count,
                                  struct bitset *rows, struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t path_count = 0;
    struct phrase_reader reader;
    struct phrase_search search = {&reader, candidates, rows};
    status result = ST_OK;
    phrase_reader_init(&reader, &n->phrase);
    TRY_OUT(segment_paths(segment, &paths, &path_count, e));
    for (uint32_t i = 0; i < path_count; i++) {
        struct dictionary d;
        uint32_t first = 0;
        if (paths[i].kind != PATH_LEAF) {
            continue;
        }
        TRY_OUT(cancellation_check(m->cancellation, e));
        TRY_OUT(segment_dictionary(segment, i, &d, e));
        TRY_OUT(first_with_phrase(&d, &n->phrase, &first, e));
        TRY_OUT(listed_values_see(segment, i, first, candidates, count, see_value, &search, e));
    }
out:
    phrase_reader_release(&reader);
    return result;
}

// Of many, all entries of the dictionaries that hold the words.
static status add_many_with_phrase(struct matcher *m, const struct match_node *n,
                                   const struct match_frame *f, struct bitset *rows,
                                   struct error *e)
{
    const struct named_path *names = NULL;
    size_t count = 0;
    struct path_rows gathered;
    path_rows_begin_at(&gathered, f->level, rows);
    status result = field_paths_all(m->extent, m->arena, &names, &count, e);
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        if (names[i].path.part == f->part) {
            result = add_path(m, n, &names[i].path, &gathered, e);
        }
    }
    return path_rows_end(&gathered, result, e);
}

static status add_with_phrase(struct matcher *m, const struct match_node *n,
                              const struct match_frame *f, const struct bitset *candidates,
                              struct bitset *rows, struct error *e)
{
    size_t count = bitset_count(candidates);
    if (n->phrase.count <= 1) { // who has the word has the phrase
        bitset_or(rows, candidates);
        return ST_OK;
    }
    if (!listed_values_are_few(f->segment, count)) {
        return add_many_with_phrase(m, n, f, rows, e);
    }
    uint32_t *list = calloc(count + 1, sizeof *list);
    if (list == NULL) {
        return query_no_memory(e);
    }
    (void)bitset_list(candidates, 0, list, count);
    status result = add_few_with_phrase(m, n, f->segment, list, count, rows, e);
    free(list);
    return result;
}

// Records with all the words are looked for first, then their values.
static status add_phrase(struct matcher *m, const struct match_node *n, const struct match_frame *f,
                         const struct bitset *within, struct bitset *rows, struct error *e)
{
    struct bitset candidates = {0};
    status result = ST_OK;
    if (n->phrase.count == 0) {
        return ST_OK;
    }
    TRY_OUT(bitset_init(&candidates, rows->bit_count, e));
    TRY_OUT(add_search(m, n, f->part, &candidates, e));
    if (within != NULL) {
        bitset_and(&candidates, within);
    }
    if (!bitset_is_empty(&candidates)) {
        result = add_with_phrase(m, n, f, &candidates, rows, e);
    }
out:
    bitset_release(&candidates);
    return result;
}

// --- versions --------------------------------------------------------------------------------

// Rows that a commit after the one noted has made.
static status add_changed(struct matcher *m, const struct match_node *n, size_t part,
                          struct bitset *rows, struct error *e)
{
    const struct extent_part *p = &m->extent->parts[part];
    const uint32_t *from = NULL;
    uint32_t own = 0;
    uint32_t until = 0;
    bool known = false; // `own` is
    TRY(segment_from(p->segment, &from, e));
    for (uint32_t row = 0; row < rows->bit_count; row++) {
        bool is_own = from == NULL || from[row] == 0;
        if (is_own && !known) {
            TRY(snapshot_row_life(m->extent->snapshot, p->index, row, &own, &until, e));
            known = true;
        }
        if ((is_own ? own : from[row]) > n->commit) {
            bitset_set(rows, row);
        }
    }
    return ST_OK;
}

// --- geological time -------------------------------------------------------------------------

struct geological_search {
    const struct query *term;
    struct bitset *rows;
};

static status see_span(void *argument, uint32_t row, struct geological_span span, struct error *e)
{
    (void)e;
    const struct geological_search *search = argument;
    if (geological_holds(search->term, span)) {
        bitset_set(search->rows, row);
    }
    return ST_OK;
}

static status add_geological(struct matcher *m, const struct match_node *n, size_t part,
                             const struct bitset *within, struct bitset *rows, struct error *e)
{
    struct geological_search search = {n->query, rows};
    const struct bitset *asked = within != NULL ? within : m->extent->parts[part].visible;
    TRY(cancellation_check(m->cancellation, e));
    return geological_rows(n->geology, part, asked, see_span, &search, e);
}

// --- elements of lists -----------------------------------------------------------------------

// Of a path that is the element itself, what is missing is no element; of anything in it, all that
// is written shows that the element is there.
static status add_element_path(const struct field_path *leaf, const struct match_context *c,
                               const struct segment_path *paths, struct path_rows *gathered,
                               struct error *e)
{
    const struct segment_path *path = &paths[leaf->path];
    bool is_element = leaf->path == c->path || (path->parent == c->path && path->name.length == 0 &&
                                                paths[c->path].kind == PATH_LIST);
    struct ordinal_set o;
    uint32_t missing = 0;
    ordinal_set_init(&o);
    TRY(segment_values(leaf->segment, leaf->path, &missing, &o.last, e));
    o.first = is_element ? missing + 1 : 1;
    return path_rows_add(gathered, leaf, &o, e);
}

status match_add_elements(const struct match_node *n, const struct match_context *c,
                          struct segment *segment, struct bitset *set, struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    TRY(segment_paths(segment, &paths, &count, e));
    struct path_rows gathered;
    status result = ST_OK;
    path_rows_begin_at(&gathered, c->level, set);
    for (size_t i = 0; i < n->list.count && result == ST_OK; i++) {
        const struct field_path *leaf = &n->list.paths[i];
        if (leaf->part == c->part && match_lies_below(paths, leaf->path, c->path)) {
            result = add_element_path(leaf, c, paths, &gathered, e);
        }
    }
    return path_rows_end(&gathered, result, e);
}

// --- any term --------------------------------------------------------------------------------

status match_add_term(struct matcher *m, const struct match_node *n, const struct match_frame *f,
                      const struct bitset *within, struct bitset *set, struct error *e)
{
    bool everywhere = n->query->field_count == 0;
    if (n->geography != NULL) {
        TRY(cancellation_check(m->cancellation, e));
        return geo_term_rows(n->geography, f->segment, within, set, e);
    }
    switch (n->query->kind) {
    case QUERY_ALL:
        bitset_set_range(set, 0, set->bit_count);
        return ST_OK;
    case QUERY_SEARCH:
        return add_search(m, n, f->part, set, e);
    case QUERY_STRING_CONTAINS:
        return everywhere ? add_search(m, n, f->part, set, e) : add_field_term(m, n, f, set, e);
    case QUERY_PHRASE:
        return everywhere ? add_phrase(m, n, f, within, set, e) : add_field_term(m, n, f, set, e);
    case QUERY_GEOLOGICAL_TIME:
        return add_geological(m, n, f->part, within, set, e);
    case QUERY_CHANGED_SINCE:
        return add_changed(m, n, f->part, set, e);
    default:
        return add_field_term(m, n, f, set, e);
    }
}
