// SPDX-License-Identifier: Apache-2.0
// A record as every reader of outside formats gives it: a JSON-like tree laid out flat, in
// preorder. Must not know: keys, versions, types of values.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "base/string_view.h"
#include "formats/name_table.h"

// Limits on one record (rule A8); the manual repeats them. LIMIT_TABLE_PATHS is in name_table.h.
#define LIMIT_KEY_BYTES     ((size_t)1024)
#define LIMIT_VALUE_BYTES   ((size_t)4 << 20)
#define LIMIT_RECORD_BYTES  ((size_t)16 << 20)
#define LIMIT_LIST_ELEMENTS ((size_t)10000)
#define LIMIT_DEPTH         ((size_t)32)
// Most values of a record, so that 16 MiB of brackets do not become 256 MiB of nodes.
#define LIMIT_RECORD_VALUES ((size_t)1000000)

enum node_kind {
    NODE_STRING, // text: the string's characters, UTF-8, unescaped
    NODE_NUMBER, // text: the number's token exactly as it came (JSON grammar)
    NODE_TRUE,
    NODE_FALSE,
    NODE_NULL,
    NODE_LIST,
    NODE_OBJECT,
};

#define NO_NAME UINT32_MAX

struct node {
    uint32_t name;        // of a member of an object: its number in the name table; NO_NAME for the
                          // root and for list elements
    uint32_t descendants; // of a list or object: nodes below it, which follow at once (preorder)
    enum node_kind kind;
    string_view text; // of a string or number; borrowed from the reader until its next row
};

// nodes[0] is the root, an object. Member names within one object are unique.
struct document {
    const struct node *nodes;
    size_t count;
};

// Appends JSON: `canonical` sorts members by their UTF-8 bytes (docs/format.md, Canonical bytes),
// otherwise members come in the document's order. Strings are escaped in the shortest way.
void document_write_json(const struct document *d, const struct name_table *names, bool canonical,
                         struct buffer *out);

// The same for one node and what is below it; `node` points into a document's nodes.
void node_write_json(const struct node *node, const struct name_table *names, bool canonical,
                     struct buffer *out);

// The member of the root object with that name, or NULL.
const struct node *document_member(const struct document *d, uint32_t name);

// The member of an object node with that name, or NULL.
const struct node *node_member(const struct node *object, uint32_t name);
