// SPDX-License-Identifier: Apache-2.0
// One pass over a record's nodes in their order, with the objects and lists that are open.
#include "store/erase_document.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

#define DEEPEST    (LIMIT_DEPTH + 2)
#define NO_MATCH   SIZE_MAX
#define TEXT_LEAST 4u
#define MOST_TEXTS ((size_t)1000)

// An object or list whose nodes are being read.
struct open_node {
    size_t end;  // node behind its last
    size_t copy; // its place in the new document
    size_t
        rest; // of the field's name: bytes matched by the names down to it; NO_MATCH: another way
};

struct cutting {
    const struct document *d;
    const struct name_table *names;
    string_view field;
    struct open_node open[DEEPEST];
    size_t depth;
    struct node *nodes; // the new document's; NULL: only looked for
    size_t count;
    struct arena *arena;
    struct erased_texts *texts;
};

void erased_texts_release(struct erased_texts *t)
{
    free(t->items);
    *t = (struct erased_texts){0};
}

static status gather(struct cutting *c, size_t first, size_t end, struct error *e)
{
    for (size_t i = first; i < end && c->texts->count < MOST_TEXTS; i++) {
        const struct node *node = &c->d->nodes[i];
        bool scalar = node->kind == NODE_STRING || node->kind == NODE_NUMBER;
        if (!scalar || node->text.length < TEXT_LEAST) {
            continue;
        }
        if (!ARRAY_RESERVE(c->texts->items, c->texts->capacity, c->texts->count, MOST_TEXTS)) {
            return error_set(e, ST_NO_MEMORY, "no memory to erase");
        }
        string_view copy = arena_copy(c->arena, node->text);
        if (copy.bytes == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory to erase");
        }
        c->texts->items[c->texts->count++] = copy;
    }
    return ST_OK;
}

// How much of the field's name is matched at a node; *whole when it is the field.
static size_t match(const struct cutting *c, const struct node *node, bool *whole)
{
    size_t rest = c->open[c->depth - 1].rest;
    *whole = false;
    if (node->name == NO_NAME || rest == NO_MATCH) {
        return rest; // an element of a list stands for the list
    }
    string_view name = name_table_get(c->names, node->name);
    string_view wanted = sv_slice(c->field, rest, c->field.length);
    if (sv_equal(name, wanted)) {
        *whole = true;
        return rest;
    }
    bool leads = sv_starts_with(wanted, name) && wanted.length > name.length &&
                 wanted.bytes[name.length] == '.';
    return leads ? rest + name.length + 1 : NO_MATCH;
}

static bool has_value(const struct cutting *c, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct node *node = &c->d->nodes[i];
        if (node->kind == NODE_TRUE || node->kind == NODE_FALSE || node->text.length > 0) {
            return true;
        }
    }
    return false;
}

static void close_ended(struct cutting *c, size_t at)
{
    while (c->depth > 0 && c->open[c->depth - 1].end <= at) {
        c->depth--;
    }
}

static void shrink_open(struct cutting *c, size_t nodes)
{
    for (size_t i = 0; c->nodes != NULL && i < c->depth; i++) {
        c->nodes[c->open[i].copy].descendants -= (uint32_t)nodes;
    }
}

static status cut(struct cutting *c, bool *found, struct error *e)
{
    const struct document *d = c->d;
    c->open[0] = (struct open_node){.end = d->count, .copy = 0, .rest = 0};
    c->depth = 1;
    c->count = 1;
    for (size_t i = 1; i < d->count;) {
        const struct node *node = &d->nodes[i];
        bool whole = false;
        close_ended(c, i);
        size_t rest = match(c, node, &whole);
        size_t size = (size_t)node->descendants + 1;
        if (whole) {
            *found = *found || c->nodes != NULL || has_value(c, i, i + size);
            shrink_open(c, size);
            TRY(c->texts == NULL ? ST_OK : gather(c, i, i + size, e));
            i += size;
            continue;
        }
        if (size > 1 && c->depth == DEEPEST) {
            return error_set(e, ST_INTERNAL, "a record is nested too deep to erase from");
        }
        if (size > 1) {
            c->open[c->depth++] = (struct open_node){i + size, c->count, rest};
        }
        if (c->nodes != NULL) {
            c->nodes[c->count] = *node;
        }
        c->count++;
        i++;
    }
    return ST_OK;
}

status erase_from_document(const struct document *d, const struct name_table *names,
                           string_view field, struct arena *arena, struct document *out,
                           bool *found, struct erased_texts *texts, struct error *e)
{
    struct cutting c = {.d = d, .names = names, .field = field, .arena = arena, .texts = texts};
    c.nodes = arena_array(arena, struct node, d->count);
    if (c.nodes == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to erase");
    }
    c.nodes[0] = d->nodes[0];
    *found = false;
    if (field.length == 0) {
        c.nodes[0].descendants = 0;
        c.count = 1;
        *found = d->count > 1;
        TRY(gather(&c, 1, d->count, e));
    } else {
        TRY(cut(&c, found, e));
    }
    *out = (struct document){c.nodes, c.count};
    return ST_OK;
}

bool document_has_field(const struct document *d, const struct name_table *names, string_view field)
{
    struct cutting c = {.d = d, .names = names, .field = field};
    bool found = false;
    return cut(&c, &found, NULL) == ST_OK && found;
}
