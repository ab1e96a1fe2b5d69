// SPDX-License-Identifier: Apache-2.0
// Documents written as JSON. Depth is bounded by LIMIT_DEPTH, which every reader keeps.
#include "formats/document.h"

#include "formats/json_write.h"

#include <stdlib.h>
#include <string.h>

#define SMALL_OBJECT ((size_t)24) // members sorted by insertion, on the stack

// A member of an object in canonical order: rank of its name and the node's offset.
typedef uint64_t ranked_member;

static const struct node *next_sibling(const struct node *node)
{
    return node + 1 + node->descendants;
}

static size_t count_children(const struct node *parent)
{
    const struct node *end = next_sibling(parent);
    size_t count = 0;
    for (const struct node *child = parent + 1; child < end; child = next_sibling(child)) {
        count++;
    }
    return count;
}

static void sort_few(ranked_member *members, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        ranked_member member = members[i];
        size_t at = i;
        while (at > 0 && members[at - 1] > member) {
            members[at] = members[at - 1];
            at--;
        }
        members[at] = member;
    }
}

// Ranks are unique within an object and below LIMIT_TABLE_PATHS: mark them, then read the marks.
static void sort_many(ranked_member *members, size_t count)
{
    uint64_t marks[(LIMIT_TABLE_PATHS + 63) / 64] = {0};
    uint32_t offsets[LIMIT_TABLE_PATHS];
    for (size_t i = 0; i < count; i++) {
        size_t rank = (size_t)(members[i] >> 32);
        marks[rank / 64] |= UINT64_C(1) << (rank % 64);
        offsets[rank] = (uint32_t)members[i];
    }
    size_t filled = 0;
    for (size_t word = 0; word < ARRAY_LENGTH(marks); word++) {
        for (uint64_t bits = marks[word]; bits != 0; bits &= bits - 1) {
            size_t rank = word * 64 + (size_t)__builtin_ctzll(bits);
            members[filled++] = (ranked_member)rank << 32 | offsets[rank];
        }
    }
    assert(filled == count);
}

static void write_member(const struct node *member, const struct name_table *names, bool canonical,
                         bool first, struct buffer *out)
{
    if (!first) {
        buffer_append_byte(out, ',');
    }
    buffer_append_view(out, name_table_json(names, member->name));
    node_write_json(member, names, canonical, out);
}

static void write_sorted_members(const struct node *object, const struct name_table *names,
                                 ranked_member *members, struct buffer *out)
{
    const struct node *end = next_sibling(object);
    size_t count = 0;
    for (const struct node *child = object + 1; child < end; child = next_sibling(child)) {
        members[count++] = (ranked_member)name_table_rank(names, child->name) << 32 |
                           (ranked_member)(child - object);
    }
    if (count <= SMALL_OBJECT) {
        sort_few(members, count);
    } else {
        sort_many(members, count);
    }
    for (size_t i = 0; i < count; i++) {
        write_member(object + (uint32_t)members[i], names, true, i == 0, out);
    }
}

// Large objects take their scratch space in a function of its own, so that nesting small ones
// costs little stack.
static void write_large_object(const struct node *object, const struct name_table *names,
                               size_t count, struct buffer *out)
{
    ranked_member *members = malloc(count * sizeof *members);
    if (members == NULL) {
        out->failed = true;
        return;
    }
    write_sorted_members(object, names, members, out);
    free(members);
}

static void write_canonical_members(const struct node *object, const struct name_table *names,
                                    struct buffer *out)
{
    size_t count = count_children(object);
    if (count > SMALL_OBJECT) {
        write_large_object(object, names, count, out);
        return;
    }
    ranked_member members[SMALL_OBJECT];
    write_sorted_members(object, names, members, out);
}

static void write_object(const struct node *object, const struct name_table *names, bool canonical,
                         struct buffer *out)
{
    buffer_append_byte(out, '{');
    if (canonical) {
        write_canonical_members(object, names, out);
    } else {
        const struct node *end = next_sibling(object);
        for (const struct node *child = object + 1; child < end; child = next_sibling(child)) {
            write_member(child, names, false, child == object + 1, out);
        }
    }
    buffer_append_byte(out, '}');
}

static void write_list(const struct node *list, const struct name_table *names, bool canonical,
                       struct buffer *out)
{
    buffer_append_byte(out, '[');
    const struct node *end = next_sibling(list);
    for (const struct node *child = list + 1; child < end; child = next_sibling(child)) {
        if (child != list + 1) {
            buffer_append_byte(out, ',');
        }
        node_write_json(child, names, canonical, out);
    }
    buffer_append_byte(out, ']');
}

void node_write_json(const struct node *node, const struct name_table *names, bool canonical,
                     struct buffer *out)
{
    switch (node->kind) {
    case NODE_STRING:
        json_write_string(out, node->text);
        break;
    case NODE_NUMBER:
        buffer_append_view(out, node->text);
        break;
    case NODE_TRUE:
        buffer_append_view(out, SV("true"));
        break;
    case NODE_FALSE:
        buffer_append_view(out, SV("false"));
        break;
    case NODE_NULL:
        buffer_append_view(out, SV("null"));
        break;
    case NODE_LIST:
        write_list(node, names, canonical, out);
        break;
    case NODE_OBJECT:
        write_object(node, names, canonical, out);
        break;
    }
}

void document_write_json(const struct document *d, const struct name_table *names, bool canonical,
                         struct buffer *out)
{
    assert(d->count > 0);
    node_write_json(&d->nodes[0], names, canonical, out);
}

const struct node *node_member(const struct node *object, uint32_t name)
{
    const struct node *end = next_sibling(object);
    for (const struct node *child = object + 1; child < end; child = next_sibling(child)) {
        if (child->name == name) {
            return child;
        }
    }
    return NULL;
}

const struct node *document_member(const struct document *d, uint32_t name)
{
    return d->count == 0 ? NULL : node_member(&d->nodes[0], name);
}
