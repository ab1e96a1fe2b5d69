// SPDX-License-Identifier: Apache-2.0
// Puts the record of a row together from its columns.
// Must not know: versions, queries.
#include "store/flat_record.h"

#include "base/arena.h"
#include "base/array.h"
#include "formats/document.h"
#include "formats/json_write.h"

#include <stdlib.h>
#include <string.h>

// A damaged file must not make records without end.
#define MOST_NODES ((size_t)1 << 23)
#define MOST_TEXT  (8 * LIMIT_RECORD_BYTES)
#define DEPTH_MOST (4 * LIMIT_DEPTH)

struct assembler {
    struct segment *s;
    struct arena *arena; // of the texts
    bool canonical;
    struct node *nodes; // owned; names are paths
    size_t count;
    size_t capacity;
    size_t text;
    struct buffer scratch;
};

static status add_node(struct assembler *a, uint32_t name, enum node_kind kind, string_view text,
                       struct error *e)
{
    if (a->count == MOST_NODES || a->text + text.length > MOST_TEXT) {
        return segment_damaged(a->s, NO_SECTION, e, "a record is larger than any may be");
    }
    if (!ARRAY_RESERVE(a->nodes, a->capacity, a->count, MOST_NODES)) {
        return error_set(e, ST_NO_MEMORY, "no memory for a record");
    }
    a->text += text.length;
    a->nodes[a->count++] = (struct node){.name = name, .kind = kind, .text = text};
    return ST_OK;
}

static void close_node(struct assembler *a, size_t node)
{
    a->nodes[node].descendants = (uint32_t)(a->count - node - 1);
}

static enum node_kind node_kind_of(enum value_kind kind)
{
    static const enum node_kind kinds[] = {
        [VALUE_STRING] = NODE_STRING,       [VALUE_NUMBER] = NODE_NUMBER,
        [VALUE_TRUE] = NODE_TRUE,           [VALUE_FALSE] = NODE_FALSE,
        [VALUE_NULL] = NODE_NULL,           [VALUE_EMPTY_LIST] = NODE_LIST,
        [VALUE_EMPTY_OBJECT] = NODE_OBJECT, [VALUE_LONG_STRING] = NODE_STRING};
    return kinds[kind];
}

// Adds the value a leaf path has in an element; nothing when it has none.
static status add_leaf(struct assembler *a, uint32_t path, uint32_t name, uint32_t element,
                       struct error *e)
{
    uint32_t ordinal = 0;
    uint64_t first = 0;
    uint64_t end = 0;
    segment_window(a->s, path, &first, &end);
    if (element < first || element >= end) {
        return ST_OK;
    }
    TRY(segment_cell(a->s, path, element, &ordinal, e));
    if (ordinal == 0) {
        return ST_OK;
    }
    struct dictionary d;
    enum value_kind kind = VALUE_STRING;
    string_view text;
    TRY(segment_dictionary(a->s, path, &d, e));
    TRY(dictionary_get(&d, ordinal, &a->scratch, &kind, &text, e));
    if (text.length > 0) {
        text = arena_copy(a->arena, text);
        if (text.bytes == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for a record");
        }
    }
    return add_node(a, name, node_kind_of(kind), text, e);
}

static status add_members(struct assembler *a, uint32_t path, uint32_t element, struct error *e);
static status add_list(struct assembler *a, uint32_t path, uint32_t name, uint32_t element,
                       struct error *e);

// Adds what an element of a list is: a scalar, a list, or else an object.
static status add_element(struct assembler *a, uint32_t list, uint32_t element, struct error *e)
{
    const struct path_facts *facts = &a->s->facts[list];
    size_t before = a->count;
    if (facts->element_leaf != NO_PATH) {
        TRY(add_leaf(a, facts->element_leaf, NO_NAME, element, e));
    }
    if (a->count == before && facts->element_list != NO_PATH) {
        TRY(add_list(a, facts->element_list, NO_NAME, element, e));
    }
    if (a->count > before) {
        return ST_OK;
    }
    TRY(add_node(a, NO_NAME, NODE_OBJECT, SV(""), e));
    TRY(add_members(a, list, element, e));
    close_node(a, before);
    return a->count > before + 1
               ? ST_OK
               : segment_damaged(a->s, NO_SECTION, e, "element %lu of path %lu is nothing",
                                 (unsigned long)element, (unsigned long)list);
}

static status add_list(struct assembler *a, uint32_t path, uint32_t name, uint32_t element,
                       struct error *e)
{
    const uint32_t *offsets = NULL;
    TRY(segment_offsets(a->s, a->s->paths[path].level, &offsets, e));
    uint32_t from = offsets[element];
    uint32_t to = offsets[element + 1];
    if (from == to) {
        return ST_OK;
    }
    size_t node = a->count;
    TRY(add_node(a, name, NODE_LIST, SV(""), e));
    for (uint32_t i = from; i < to; i++) {
        TRY(add_element(a, path, i, e));
    }
    close_node(a, node);
    return ST_OK;
}

// An object is there when a member of it is.
static status add_object(struct assembler *a, uint32_t path, uint32_t element, struct error *e)
{
    size_t node = a->count;
    TRY(add_node(a, path, NODE_OBJECT, SV(""), e));
    TRY(add_members(a, path, element, e));
    if (a->count == node + 1) {
        a->count = node;
        return ST_OK;
    }
    close_node(a, node);
    return ST_OK;
}

static status add_children(struct assembler *a, const uint32_t *children, uint32_t count,
                           uint32_t element, struct error *e)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t child = children[i];
        switch (a->s->paths[child].kind) {
        case PATH_LEAF:
            TRY(add_leaf(a, child, child, element, e));
            break;
        case PATH_LIST:
            TRY(add_list(a, child, child, element, e));
            break;
        case PATH_OBJECT:
            TRY(add_object(a, child, element, e));
            break;
        }
    }
    return ST_OK;
}

// Recursion is bounded by the depth of paths, which opening has checked.
static status add_members(struct assembler *a, uint32_t path, uint32_t element, struct error *e)
{
    const struct segment *s = a->s;
    const struct path_facts *facts = &s->facts[path];
    const uint32_t *children =
        (a->canonical ? s->sorted_children : s->children) + facts->first_child;
    return add_children(a, children, facts->children, element, e);
}

static status check_row(const struct segment *s, uint32_t row, struct error *e)
{
    return row < s->rows ? ST_OK
                         : error_set(e, ST_INVALID, "row %lu is asked of the %lu of %s",
                                     (unsigned long)row, (unsigned long)s->rows, s->name);
}

static status assemble(struct assembler *a, uint32_t row, struct error *e)
{
    TRY(check_row(a->s, row, e));
    const uint32_t *members = NULL;
    uint32_t count = 0;
    TRY(segment_root_members(a->s, row, a->canonical, &members, &count, e));
    TRY(add_node(a, NO_NAME, NODE_OBJECT, SV(""), e));
    TRY(add_children(a, members, count, row, e));
    close_node(a, 0);
    return ST_OK;
}

static void assembler_init(struct assembler *a, struct segment *s, struct arena *arena,
                           bool canonical)
{
    *a = (struct assembler){.s = s, .arena = arena, .canonical = canonical};
    buffer_init(&a->scratch, LONG_BLOCK_MOST);
}

static void assembler_release(struct assembler *a)
{
    free(a->nodes);
    buffer_release(&a->scratch);
}

// --- JSON ----------------------------------------------------------------------------------------

// A container whose closing bracket is still to come.
struct open_container {
    size_t end; // first node behind it
    char bracket;
};

static void write_start(const struct segment *s, const struct node *node, bool first,
                        struct buffer *out)
{
    if (node->name != NO_NAME) {
        json_write_name(out, s->paths[node->name].name);
    } else if (!first) {
        buffer_append_byte(out, ',');
    }
    switch (node->kind) {
    case NODE_STRING:
        json_write_string(out, node->text);
        break;
    case NODE_NUMBER:
        buffer_append_view(out, node->text);
        break;
    case NODE_TRUE:
        buffer_append(out, "true", 4);
        break;
    case NODE_FALSE:
        buffer_append(out, "false", 5);
        break;
    case NODE_NULL:
        buffer_append(out, "null", 4);
        break;
    case NODE_LIST:
        buffer_append_byte(out, '[');
        break;
    case NODE_OBJECT:
        buffer_append_byte(out, '{');
        break;
    }
}

static status write_nodes(const struct segment *s, const struct node *nodes, size_t count,
                          struct buffer *out, struct error *e)
{
    struct open_container open[DEPTH_MOST];
    size_t depth = 0;
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        write_start(s, &nodes[i], first, out);
        first = nodes[i].kind == NODE_LIST || nodes[i].kind == NODE_OBJECT;
        if (first) {
            if (depth == ARRAY_LENGTH(open)) {
                return segment_damaged(s, NO_SECTION, e, "a record is nested too deep");
            }
            open[depth++] = (struct open_container){i + 1 + nodes[i].descendants,
                                                    nodes[i].kind == NODE_LIST ? ']' : '}'};
        }
        while (depth > 0 && open[depth - 1].end == i + 1) {
            buffer_append_byte(out, open[--depth].bracket);
            first = false;
        }
    }
    return buffer_check(out, "a record", e);
}

status segment_write_record(struct segment *s, uint32_t row, bool canonical, struct buffer *out,
                            struct error *e)
{
    struct arena arena;
    struct assembler a;
    bool done = false;
    TRY(check_row(s, row, e));
    TRY(flat_record_write(s, row, canonical, out, &done, e));
    if (done) {
        return ST_OK;
    }
    arena_init(&arena, 0);
    assembler_init(&a, s, &arena, canonical);
    status result = assemble(&a, row, e);
    if (result == ST_OK) {
        result = write_nodes(s, a.nodes, a.count, out, e);
    }
    assembler_release(&a);
    arena_release(&arena);
    return result;
}

// --- documents -----------------------------------------------------------------------------------

static status name_nodes(const struct assembler *a, struct name_table *names, struct node *nodes,
                         struct error *e)
{
    for (size_t i = 0; i < a->count; i++) {
        nodes[i] = a->nodes[i];
        if (nodes[i].name != NO_NAME) {
            TRY(name_table_add(names, a->s->paths[nodes[i].name].name, &nodes[i].name, e));
        }
    }
    return ST_OK;
}

status segment_read_record(struct segment *s, uint32_t row, struct arena *arena,
                           struct name_table *names, struct document *out, struct error *e)
{
    struct assembler a;
    assembler_init(&a, s, arena, false);
    status result = assemble(&a, row, e);
    if (result == ST_OK) {
        struct node *nodes = arena_array(arena, struct node, a.count);
        result = nodes == NULL ? error_set(e, ST_NO_MEMORY, "no memory for a record")
                               : name_nodes(&a, names, nodes, e);
        if (result == ST_OK) {
            *out = (struct document){nodes, a.count};
        }
    }
    assembler_release(&a);
    return result;
}
