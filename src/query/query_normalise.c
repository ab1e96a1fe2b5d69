// SPDX-License-Identifier: Apache-2.0
// Brings a query to its one form, from the leaves up, so that equal queries print equally.
// Must not know: how the form is asked for or run.
#include "query/query_tree.h"

#include "base/array.h"
#include "query/wildcard.h"

#include <stdlib.h>
#include <string.h>

// A normalised tree beside its canonical text, which orders members, and a group's own forms.
struct form {
    const struct query *query;
    string_view text;
    const struct form *members;
    size_t count;
};

struct forms {
    struct form *items;
    size_t count;
    size_t capacity;
};

struct work {
    struct arena *arena;
    struct buffer scratch;
    struct error *e;
};

static status add_form(struct work *w, struct forms *list, struct form item)
{
    if (list->count == list->capacity) {
        size_t capacity = MAX(list->capacity * 2, (size_t)4);
        struct form *items = arena_array(w->arena, struct form, capacity);
        if (items == NULL) {
            return query_no_memory(w->e);
        }
        if (list->count > 0) {
            memcpy(items, list->items, list->count * sizeof *items);
        }
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = item;
    return ST_OK;
}

static status keep_scratch(struct work *w, string_view *out)
{
    TRY(buffer_check(&w->scratch, "the query", w->e));
    *out = arena_copy(w->arena, buffer_view(&w->scratch));
    return out->bytes == NULL ? query_no_memory(w->e) : ST_OK;
}

// --- terms -----------------------------------------------------------------------------------

static int compare_texts(const void *a, const void *b)
{
    return sv_compare(*(const string_view *)a, *(const string_view *)b);
}

// A sorted copy without repeats.
static status sort_texts(struct work *w, const string_view *texts, size_t count,
                         const string_view **out, size_t *out_count)
{
    string_view *sorted = arena_array(w->arena, string_view, count + 1);
    if (sorted == NULL) {
        return query_no_memory(w->e);
    }
    if (count > 0) {
        memcpy(sorted, texts, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, compare_texts);
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || !sv_equal(sorted[kept - 1], sorted[i])) {
            sorted[kept++] = sorted[i];
        }
    }
    *out = sorted;
    *out_count = kept;
    return ST_OK;
}

// Terms that say the same in two ways are said in one.
static void simplify_term(struct query *q)
{
    if (q->kind == QUERY_STRING_CONTAINS && q->field_count == 0) {
        q->kind = QUERY_SEARCH;
    }
    if (q->kind == QUERY_SEARCH) {
        q->text = sv_trim(q->text);
        q->kind = q->text.length == 0 ? QUERY_ALL : QUERY_SEARCH;
    }
    if (q->kind == QUERY_IN && q->value_count == 1) {
        q->kind = QUERY_STRING_EQUALS;
        q->text = q->values[0];
    }
    if (q->kind == QUERY_NUMBER_RANGE && q->low == q->high && q->low_inclusive &&
        q->high_inclusive) {
        q->kind = QUERY_NUMBER_EQUALS;
    }
    if (q->kind == QUERY_DISTANCE && q->low <= 0) {
        q->kind = QUERY_GEO_POINT;
    }
}

static status simplify_wildcard(struct work *w, struct query *q)
{
    bool prefix = false;
    TRY(wildcard_simplify(w->arena, q->text, &q->text, &prefix, w->e));
    q->kind = prefix ? QUERY_PREFIX : QUERY_WILDCARD;
    return ST_OK;
}

static status finish_term(struct work *w, const struct query *q, struct form *out)
{
    buffer_clear(&w->scratch);
    query_print_term(q, &w->scratch);
    *out = (struct form){.query = q};
    return keep_scratch(w, &out->text);
}

static status normalise_term(struct work *w, const struct query *q, struct form *out)
{
    struct query *copy = arena_new(w->arena, struct query);
    if (copy == NULL) {
        return query_no_memory(w->e);
    }
    *copy = *q;
    TRY(sort_texts(w, q->fields, q->field_count, &copy->fields, &copy->field_count));
    if (q->kind == QUERY_IN) {
        TRY(sort_texts(w, q->values, q->value_count, &copy->values, &copy->value_count));
    }
    if (q->kind == QUERY_WILDCARD) {
        TRY(simplify_wildcard(w, copy));
    }
    simplify_term(copy);
    return finish_term(w, copy, out);
}

// --- groups ----------------------------------------------------------------------------------

static bool is_all(const struct query *q)
{
    return q->kind == QUERY_ALL;
}

static bool is_none(const struct query *q)
{
    return q->kind == QUERY_NOT && q->member_count == 1 && is_all(q->members[0]);
}

static int compare_forms(const void *a, const void *b)
{
    return sv_compare(((const struct form *)a)->text, ((const struct form *)b)->text);
}

static void sort_forms(struct forms *list)
{
    if (list->count > 1) {
        qsort(list->items, list->count, sizeof *list->items, compare_forms);
    }
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (kept == 0 || !sv_equal(list->items[kept - 1].text, list->items[i].text)) {
            list->items[kept++] = list->items[i];
        }
    }
    list->count = kept;
}

static status all_form(struct work *w, struct form *out)
{
    const struct query *q = query_tree_group(w->arena, QUERY_ALL, NULL, 0);
    if (q == NULL) {
        return query_no_memory(w->e);
    }
    return finish_term(w, q, out);
}

// The group of the members, sorted, printed from their texts.
static status make_group(struct work *w, enum query_kind kind, struct forms *members,
                         struct form *out)
{
    sort_forms(members);
    if (members->count == 1 && kind != QUERY_NOT) {
        *out = members->items[0];
        return ST_OK;
    }
    buffer_clear(&w->scratch);
    buffer_append_view(&w->scratch, kind == QUERY_AND  ? SV("{\"and\":[")
                                    : kind == QUERY_OR ? SV("{\"or\":[")
                                                       : SV("{\"not\":["));
    struct query_list list = {0};
    for (size_t i = 0; i < members->count; i++) {
        if (i > 0) {
            buffer_append_byte(&w->scratch, ',');
        }
        buffer_append_view(&w->scratch, members->items[i].text);
        TRY(query_list_add(w->arena, &list, members->items[i].query, w->e));
    }
    buffer_append_view(&w->scratch, SV("]}"));
    *out = (struct form){.members = members->items, .count = members->count};
    out->query = query_tree_group(w->arena, kind, list.items, list.count);
    if (out->query == NULL) {
        return query_no_memory(w->e);
    }
    return keep_scratch(w, &out->text);
}

static status none_form(struct work *w, struct form *out)
{
    struct forms only = {0};
    struct form all;
    TRY(all_form(w, &all));
    TRY(add_form(w, &only, all));
    return make_group(w, QUERY_NOT, &only, out);
}

// Adds a form, or the members of one that is a group of this kind itself.
static status add_flat(struct work *w, struct forms *list, const struct form *item,
                       enum query_kind kind)
{
    if (item->query->kind != kind) {
        return add_form(w, list, *item);
    }
    for (size_t i = 0; i < item->count; i++) {
        TRY(add_form(w, list, item->members[i]));
    }
    return ST_OK;
}

// --- string_equals of the same fields, or-ed -------------------------------------------------

static bool is_equals(const struct query *q)
{
    return q->kind == QUERY_STRING_EQUALS || q->kind == QUERY_IN;
}

// Equalities first, by their fields.
static int compare_equals(const void *a, const void *b)
{
    const struct query *x = ((const struct form *)a)->query;
    const struct query *y = ((const struct form *)b)->query;
    if (is_equals(x) != is_equals(y) || !is_equals(x)) {
        return is_equals(x) ? -1 : is_equals(y) ? 1 : 0;
    }
    if (x->field_count != y->field_count) {
        return x->field_count < y->field_count ? -1 : 1;
    }
    for (size_t i = 0; i < x->field_count; i++) {
        int order = sv_compare(x->fields[i], y->fields[i]);
        if (order != 0) {
            return order;
        }
    }
    return 0;
}

static status join_run(struct work *w, const struct form *run, size_t count, struct form *out)
{
    size_t values = 0;
    for (size_t i = 0; i < count; i++) {
        values += run[i].query->kind == QUERY_IN ? run[i].query->value_count : 1;
    }
    struct query *joined = arena_new(w->arena, struct query);
    string_view *texts = arena_array(w->arena, string_view, values);
    if (joined == NULL || texts == NULL) {
        return query_no_memory(w->e);
    }
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        const struct query *q = run[i].query;
        for (size_t k = 0; q->kind == QUERY_IN && k < q->value_count; k++) {
            texts[at++] = q->values[k];
        }
        if (q->kind != QUERY_IN) {
            texts[at++] = q->text;
        }
    }
    *joined = (struct query){.kind = QUERY_IN,
                             .fields = run[0].query->fields,
                             .field_count = run[0].query->field_count,
                             .values = texts,
                             .value_count = values};
    return normalise_term(w, joined, out);
}

static status join_equals(struct work *w, struct forms *list)
{
    if (list->count < 2) {
        return ST_OK;
    }
    qsort(list->items, list->count, sizeof *list->items, compare_equals);
    size_t kept = 0;
    for (size_t i = 0; i < list->count;) {
        size_t end = i + 1;
        while (end < list->count && is_equals(list->items[i].query) &&
               compare_equals(&list->items[i], &list->items[end]) == 0) {
            end++;
        }
        struct form joined = list->items[i];
        if (end - i > 1) {
            TRY(join_run(w, list->items + i, end - i, &joined));
        }
        list->items[kept++] = joined;
        i = end;
    }
    list->count = kept;
    return ST_OK;
}

// --- the three groups ------------------------------------------------------------------------

// and: all members; what must not be stands in one "not".
static status make_and(struct work *w, const struct forms *children, struct form *out)
{
    struct forms flat = {0};
    struct forms members = {0};
    struct forms nots = {0};
    for (size_t i = 0; i < children->count; i++) {
        TRY(add_flat(w, &flat, &children->items[i], QUERY_AND));
    }
    for (size_t i = 0; i < flat.count; i++) {
        const struct form *item = &flat.items[i];
        if (is_none(item->query)) {
            *out = *item;
            return ST_OK;
        }
        if (item->query->kind == QUERY_NOT) {
            TRY(add_flat(w, &nots, item, QUERY_NOT));
        } else if (!is_all(item->query)) {
            TRY(add_form(w, &members, *item));
        }
    }
    if (nots.count > 0) {
        struct form not_any;
        TRY(join_equals(w, &nots));
        TRY(make_group(w, QUERY_NOT, &nots, &not_any));
        TRY(add_form(w, &members, not_any));
    }
    return members.count == 0 ? all_form(w, out) : make_group(w, QUERY_AND, &members, out);
}

// The or-ed members of an "or" or a "not"; *all when one of them matches everything.
static status gather_or(struct work *w, const struct forms *children, struct forms *members,
                        bool *all)
{
    for (size_t i = 0; i < children->count; i++) {
        const struct form *item = &children->items[i];
        *all = *all || is_all(item->query);
        if (!is_none(item->query)) {
            TRY(add_flat(w, members, item, QUERY_OR));
        }
    }
    return join_equals(w, members);
}

static status make_or(struct work *w, const struct forms *children, struct form *out)
{
    struct forms members = {0};
    bool all = false;
    TRY(gather_or(w, children, &members, &all));
    if (all) {
        return all_form(w, out);
    }
    return members.count == 0 ? none_form(w, out) : make_group(w, QUERY_OR, &members, out);
}

static status make_not(struct work *w, const struct forms *children, struct form *out)
{
    struct forms members = {0};
    bool all = false;
    TRY(gather_or(w, children, &members, &all));
    if (all) {
        return none_form(w, out);
    }
    if (members.count == 0) {
        return all_form(w, out);
    }
    const struct form *only = &members.items[0];
    if (members.count == 1 && only->query->kind == QUERY_NOT) {
        struct forms doubled = {0};
        TRY(add_flat(w, &doubled, only, QUERY_NOT));
        return make_or(w, &doubled, out);
    }
    return make_group(w, QUERY_NOT, &members, out);
}

static status normalise(struct work *w, const struct query *q, size_t depth, struct form *out);

static status normalise_same(struct work *w, const struct query *q, size_t depth, struct form *out)
{
    struct form inner;
    struct query *copy = arena_new(w->arena, struct query);
    const struct query **members =
        (const struct query **)arena_alloc_array(w->arena, 1, sizeof *members);
    if (copy == NULL || members == NULL) {
        return query_no_memory(w->e);
    }
    TRY(normalise(w, q->members[0], depth + 1, &inner));
    members[0] = inner.query;
    *copy = *q;
    copy->members = members;
    return finish_term(w, copy, out);
}

static status normalise(struct work *w, const struct query *q, size_t depth, struct form *out)
{
    if (depth > QUERY_TREE_DEPTH) {
        return error_set(w->e, ST_INVALID, "the query is nested deeper than %zu",
                         QUERY_LIMIT_DEPTH);
    }
    if (q->kind == QUERY_SAME) {
        return normalise_same(w, q, depth, out);
    }
    if (!query_is_group(q->kind)) {
        return normalise_term(w, q, out);
    }
    struct forms children = {0};
    for (size_t i = 0; i < q->member_count; i++) {
        struct form child;
        TRY(normalise(w, q->members[i], depth + 1, &child));
        TRY(add_form(w, &children, child));
    }
    if (q->kind == QUERY_AND) {
        return make_and(w, &children, out);
    }
    return q->kind == QUERY_OR ? make_or(w, &children, out) : make_not(w, &children, out);
}

status query_normalise(struct arena *arena, const struct query *q, const struct query **out,
                       struct error *e)
{
    struct work w = {.arena = arena, .e = e};
    buffer_init(&w.scratch, 64 * QUERY_LIMIT_BYTES);
    struct form form;
    status result = normalise(&w, q, 0, &form);
    buffer_release(&w.scratch);
    if (result == ST_OK) {
        *out = form.query;
    }
    return result;
}

// --- the fields ------------------------------------------------------------------------------

struct field_list {
    string_view *items; // owned
    size_t count;
    size_t capacity;
};

static bool collect_fields(const struct query *q, size_t depth, struct field_list *list)
{
    for (size_t i = 0; i < q->field_count; i++) {
        if (!ARRAY_RESERVE(list->items, list->capacity, list->count, QUERY_LIMIT_BYTES)) {
            return false;
        }
        list->items[list->count++] = q->fields[i];
    }
    for (size_t i = 0; i < q->member_count && depth < QUERY_TREE_DEPTH; i++) {
        if (!collect_fields(q->members[i], depth + 1, list)) {
            return false;
        }
    }
    return true;
}

status query_fields(struct arena *arena, const struct query *q, const string_view **out,
                    size_t *count, struct error *e)
{
    struct field_list list = {0};
    struct work w = {.arena = arena, .e = e};
    status result = collect_fields(q, 0, &list) ? ST_OK : query_no_memory(e);
    if (result == ST_OK) {
        result = sort_texts(&w, list.items, list.count, out, count);
    }
    free(list.items);
    return result;
}
