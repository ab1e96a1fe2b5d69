// SPDX-License-Identifier: Apache-2.0
// Small builders of query trees, and the shortest printing of numbers.
// Must not know: where a tree comes from.
#include "query/query_tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

status query_no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the query");
}

string_view query_excerpt(string_view text, size_t most)
{
    if (text.length <= most) {
        return text;
    }
    while (most > 0 && ((unsigned char)text.bytes[most] & 0xc0) == 0x80) {
        most--;
    }
    return sv_slice(text, 0, most);
}

void query_copy_excerpt(string_view text, char *out, size_t size)
{
    text = query_excerpt(text, size - 1);
    if (text.length > 0) {
        memcpy(out, text.bytes, text.length);
    }
    out[text.length] = '\0';
}

void query_copy_pointer(string_view pointer, char *out, size_t size)
{
    size_t end = pointer.length;
    while (end >= size || (end < pointer.length && pointer.bytes[end] != '/')) {
        end--;
    }
    query_copy_excerpt(sv_slice(pointer, 0, end), out, size);
}

bool query_is_group(enum query_kind kind)
{
    return kind == QUERY_AND || kind == QUERY_OR || kind == QUERY_NOT;
}

struct query *query_tree_term(struct arena *arena, enum query_kind kind, const string_view *fields,
                              size_t count)
{
    struct query *q = arena_new(arena, struct query);
    string_view *copy = arena_array(arena, string_view, count);
    if (q == NULL || (copy == NULL && count > 0)) {
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        copy[i] = arena_copy(arena, fields[i]);
        if (copy[i].bytes == NULL) {
            return NULL;
        }
    }
    q->kind = kind;
    q->fields = copy;
    q->field_count = count;
    return q;
}

struct query *query_tree_group(struct arena *arena, enum query_kind kind,
                               const struct query *const *members, size_t count)
{
    struct query *q = arena_new(arena, struct query);
    if (q != NULL) {
        q->kind = kind;
        q->members = members;
        q->member_count = count;
    }
    return q;
}

status query_list_add(struct arena *arena, struct query_list *list, const struct query *q,
                      struct error *e)
{
    if (list->count == list->capacity) {
        size_t capacity = MAX(list->capacity * 2, (size_t)4);
        const struct query **items =
            (const struct query **)arena_alloc_array(arena, capacity, sizeof *items);
        if (items == NULL) {
            return query_no_memory(e);
        }
        if (list->count > 0) {
            memcpy((void *)items, (const void *)list->items, list->count * sizeof *items);
        }
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = q;
    return ST_OK;
}

void query_print_number(double number, struct buffer *out)
{
    char text[40];
    if (number > -1e15 && number < 1e15 && number == (double)(int64_t)number) {
        buffer_append_int(out, (int64_t)number); // -0 prints as 0, which it equals
        return;
    }
    for (int digits = 15; digits <= 17; digits++) {
        (void)snprintf(text, sizeof text, "%.*g", digits, number);
        if (strtod(text, NULL) == number) {
            break;
        }
    }
    buffer_append(out, text, strlen(text));
}
