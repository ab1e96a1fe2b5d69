// SPDX-License-Identifier: Apache-2.0
// Small XML documents (meta.xml, eml.xml) as a tree in an arena, by expat. Entity declarations are
// refused, external ones are never fetched, depth and size are bounded (rule A8).
// Must not know: what the elements mean.
#pragma once

#include "base/arena.h"
#include "base/status.h"

#define XML_MOST_BYTES ((size_t)16 << 20)
#define XML_MOST_DEPTH ((size_t)64)

struct xml_attribute {
    const char *name; // local name
    string_view value;
    const struct xml_attribute *next;
};

// A piece of content in document order: text, or an element.
struct xml_node {
    const char *name; // local name without its namespace; NULL for text
    string_view text; // of text
    const struct xml_attribute *attributes;
    const struct xml_node *first;
    const struct xml_node *next;
    uint64_t line;
};

// Reads a document; the encoding is told by the byte order mark, else the XML declaration, else
// UTF-8; Windows-1252 and all that expat knows. ST_BAD_DATA names the line; ST_REFUSED for entity
// declarations, so that nobody who can do without a broken document does without a hostile one.
NODISCARD status xml_read(string_view xml, struct arena *memory, const struct xml_node **root,
                          struct error *e);

// The first child element of that name, or NULL. `parent` may be NULL.
const struct xml_node *xml_child(const struct xml_node *parent, const char *name);
// The next sibling element of the same name, or NULL.
const struct xml_node *xml_again(const struct xml_node *element);
// An attribute's value; bytes is NULL when it is not there. `element` may be NULL.
string_view xml_attribute(const struct xml_node *element, const char *name);
// All text inside an element, blanks run together to one and trimmed; "" for NULL.
string_view xml_text(const struct xml_node *element, struct arena *memory);
