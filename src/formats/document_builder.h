// SPDX-License-Identifier: Apache-2.0
// Builds a document node by node, in preorder, within the limits of rule A8, and reuses its memory
// from record to record. Not thread-safe.
// Must not know: what text the nodes come from.
#pragma once

#include "formats/document.h"

struct document_builder {
    struct node *nodes; // owned
    size_t count;
    size_t capacity;
    uint32_t open[LIMIT_DEPTH]; // offsets of the containers being filled
    size_t depth;
    struct buffer text;                 // for unescaped strings; never moved between clears
    uint32_t stamps[LIMIT_TABLE_PATHS]; // by name: the object that was last seen to hold it
    uint32_t stamp;
};

void document_builder_init(struct document_builder *b);
void document_builder_release(struct document_builder *b);
// Forgets the document and makes room for `text_bytes` bytes of text that stay where they are.
NODISCARD status document_builder_clear(struct document_builder *b, size_t text_bytes,
                                        struct error *e);

// Adds a scalar; `name` is NO_NAME for the root and for elements. ST_TOO_LARGE past a limit.
NODISCARD status document_builder_add(struct document_builder *b, uint32_t name,
                                      enum node_kind kind, string_view text, struct error *e);
// Opens a list or an object; ST_TOO_LARGE past LIMIT_DEPTH open ones.
NODISCARD status document_builder_open(struct document_builder *b, uint32_t name,
                                       enum node_kind kind, struct error *e);
// Closes the innermost open container. ST_BAD_DATA when two members of it have one name,
// ST_TOO_LARGE when a list has more than LIMIT_LIST_ELEMENTS elements.
NODISCARD status document_builder_close(struct document_builder *b, const struct name_table *names,
                                        struct error *e);
// Whether the innermost open container is an object; false when none is open.
bool document_builder_in_object(const struct document_builder *b);

// The document, once everything is closed; it lives until the next clear.
struct document document_builder_finish(const struct document_builder *b);
