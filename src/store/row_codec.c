// SPDX-License-Identifier: Apache-2.0
// Documents to bytes and back.
#include "store/row_codec.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

#define MOST_NODES ((size_t)1 << 26)

void varint_append(struct buffer *out, uint64_t value)
{
    unsigned char bytes[10];
    size_t length = 0;
    while (value >= 0x80) {
        bytes[length++] = (unsigned char)(value | 0x80);
        value >>= 7;
    }
    bytes[length++] = (unsigned char)value;
    buffer_append(out, bytes, length);
}

bool varint_read(string_view *bytes, uint64_t *out)
{
    uint64_t value = 0;
    for (size_t i = 0; i < bytes->length && i < 10; i++) {
        unsigned char byte = (unsigned char)bytes->bytes[i];
        if (i == 9 && byte > 1) {
            return false;
        }
        value |= (uint64_t)(byte & 0x7f) << (7 * i);
        if ((byte & 0x80) == 0) {
            *bytes = sv_slice(*bytes, i + 1, bytes->length);
            *out = value;
            return true;
        }
    }
    return false;
}

void row_encode(const struct document *d, struct buffer *out)
{
    varint_append(out, d->count);
    for (size_t i = 0; i < d->count; i++) {
        const struct node *node = &d->nodes[i];
        buffer_append_byte(out, (char)node->kind);
        varint_append(out, node->name == NO_NAME ? 0 : (uint64_t)node->name + 1);
        if (node->kind == NODE_STRING || node->kind == NODE_NUMBER) {
            varint_append(out, node->text.length);
            buffer_append_view(out, node->text);
        } else if (node->kind == NODE_LIST || node->kind == NODE_OBJECT) {
            varint_append(out, node->descendants);
        }
    }
}

void row_nodes_release(struct row_nodes *n)
{
    free(n->nodes);
    *n = (struct row_nodes){0};
}

static bool decode_node(string_view *bytes, struct node *node, size_t left)
{
    uint64_t name = 0;
    uint64_t size = 0;
    if (bytes->length == 0 || (unsigned char)bytes->bytes[0] > NODE_OBJECT) {
        return false;
    }
    *node = (struct node){.kind = (enum node_kind)bytes->bytes[0]};
    *bytes = sv_slice(*bytes, 1, bytes->length);
    if (!varint_read(bytes, &name) || name > LIMIT_TABLE_PATHS * 2) {
        return false;
    }
    node->name = name == 0 ? NO_NAME : (uint32_t)(name - 1);
    if (node->kind == NODE_STRING || node->kind == NODE_NUMBER) {
        if (!varint_read(bytes, &size) || size > bytes->length) {
            return false;
        }
        node->text = sv_slice(*bytes, 0, (size_t)size);
        *bytes = sv_slice(*bytes, (size_t)size, bytes->length);
    } else if (node->kind == NODE_LIST || node->kind == NODE_OBJECT) {
        if (!varint_read(bytes, &size) || size >= left) {
            return false;
        }
        node->descendants = (uint32_t)size;
    }
    return true;
}

status row_decode(string_view bytes, struct row_nodes *nodes, struct error *e)
{
    uint64_t count = 0;
    if (!varint_read(&bytes, &count) || count == 0 || count > MOST_NODES) {
        return error_set(e, ST_CORRUPT, "a sorted run of the import is damaged");
    }
    if (count > nodes->capacity) {
        struct node *grown = realloc(nodes->nodes, (size_t)count * 2 * sizeof *grown);
        if (grown == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for a record of %zu values",
                             (size_t)count);
        }
        nodes->nodes = grown;
        nodes->capacity = (size_t)count * 2;
    }
    for (size_t i = 0; i < count; i++) {
        if (!decode_node(&bytes, &nodes->nodes[i], (size_t)count - i)) {
            return error_set(e, ST_CORRUPT, "a sorted run of the import is damaged");
        }
    }
    nodes->count = (size_t)count;
    return ST_OK;
}
