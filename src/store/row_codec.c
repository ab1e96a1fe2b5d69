// SPDX-License-Identifier: Apache-2.0
// Documents to bytes and back.
#include "store/row_codec.h"

#include "store/segment_format.h"

#include <stdlib.h>
#include <string.h>

#define MOST_NODES ((size_t)1 << 26)

// Of a node beside its text: kind, name, length or descendants.
#define NODE_MOST (1u + 2 * VARINT_MOST)

void varint_append(struct buffer *out, uint64_t value)
{
    unsigned char bytes[VARINT_MOST];
    buffer_append(out, bytes, (size_t)(varint_put(bytes, value) - bytes));
}

bool varint_read(string_view *bytes, uint64_t *out)
{
    const unsigned char *at = (const unsigned char *)bytes->bytes;
    const unsigned char *end = varint_get(at, at + bytes->length, out);
    if (end == NULL) {
        return false;
    }
    *bytes = sv_slice(*bytes, (size_t)(end - at), bytes->length);
    return true;
}

void row_encode(const struct document *d, struct buffer *out)
{
    varint_append(out, d->count);
    for (size_t i = 0; i < d->count; i++) {
        const struct node *node = &d->nodes[i];
        if (!buffer_reserve(out, NODE_MOST + node->text.length)) {
            return;
        }
        unsigned char *start = (unsigned char *)out->bytes + out->length;
        unsigned char *at = start;
        *at++ = (unsigned char)node->kind;
        at = varint_put(at, node->name == NO_NAME ? 0 : (uint64_t)node->name + 1);
        if (node->kind == NODE_STRING || node->kind == NODE_NUMBER) {
            at = varint_put(at, node->text.length);
            if (node->text.length > 0) {
                memcpy(at, node->text.bytes, node->text.length);
                at += node->text.length;
            }
        } else if (node->kind == NODE_LIST || node->kind == NODE_OBJECT) {
            at = varint_put(at, node->descendants);
        }
        out->length += (size_t)(at - start);
    }
}

// Decodes a node of which, itself included, `left` are still to come; NULL when it is damaged.
static const unsigned char *decode_node(const unsigned char *at, const unsigned char *end,
                                        struct node *node, size_t left)
{
    uint64_t name = 0;
    uint64_t size = 0;
    if (at == end || *at > NODE_OBJECT) {
        return NULL;
    }
    *node = (struct node){.kind = (enum node_kind)at[0]};
    at = varint_get(at + 1, end, &name);
    if (at == NULL || name > LIMIT_TABLE_PATHS * 2) {
        return NULL;
    }
    node->name = name == 0 ? NO_NAME : (uint32_t)(name - 1);
    if (node->kind == NODE_STRING || node->kind == NODE_NUMBER) {
        at = varint_get(at, end, &size);
        if (at == NULL || size > (size_t)(end - at)) {
            return NULL;
        }
        node->text = (string_view){(const char *)at, (size_t)size};
        at += size;
    } else if (node->kind == NODE_LIST || node->kind == NODE_OBJECT) {
        at = varint_get(at, end, &size);
        if (at == NULL || size >= left) {
            return NULL;
        }
        node->descendants = (uint32_t)size;
    }
    return at;
}

status row_decode(string_view bytes, struct arena *arena, struct document *out, struct error *e)
{
    uint64_t count = 0;
    if (!varint_read(&bytes, &count) || count == 0 || count > MOST_NODES) {
        return error_set(e, ST_CORRUPT, "a sorted run of the import is damaged");
    }
    struct node *nodes = arena_array(arena, struct node, (size_t)count);
    if (nodes == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a record of %zu values", (size_t)count);
    }
    const unsigned char *at = (const unsigned char *)bytes.bytes;
    const unsigned char *end = at + bytes.length;
    for (size_t i = 0; i < count; i++) {
        at = decode_node(at, end, &nodes[i], (size_t)count - i);
        if (at == NULL) {
            return error_set(e, ST_CORRUPT, "a sorted run of the import is damaged");
        }
    }
    *out = (struct document){nodes, (size_t)count};
    return ST_OK;
}
