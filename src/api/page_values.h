// SPDX-License-Identifier: Apache-2.0
// A record's values as text for people, from its JSON; numbers stay as they came.
// Must not know: pages, stores.
#pragma once

#include "formats/document.h"

// Reads the records of one request; everything goes with the arena.
struct record_reader {
    struct arena *arena;
    struct name_table *names;
};
NODISCARD status record_reader_init(struct record_reader *r, struct arena *arena, struct error *e);

// A record laid out flat (formats/document.h).
struct record_tree {
    const struct node *nodes; // nodes[0] is the object
    size_t count;
    const struct name_table *names;
};
NODISCARD status record_read(struct record_reader *r, string_view json, struct record_tree *out,
                             struct error *e);

// The node behind this one and all that is in it.
static inline const struct node *node_next(const struct node *node)
{
    return node + 1 + node->descendants;
}
bool node_is_scalar(const struct node *node);
// A scalar as text, "" for null, lists and objects.
string_view node_text(const struct node *node);
string_view node_name(const struct record_tree *t, const struct node *node);

// The values at a dotted path, through lists: at most `most`, with " | " between; in the arena.
// Where there is none of that name, those of the name in another case.
string_view record_values_joined(struct arena *arena, const struct record_tree *t, string_view path,
                                 size_t most);
// The first of them that is not empty.
string_view record_value(struct arena *arena, const struct record_tree *t, const char *path);

struct record_title {
    string_view text;
    bool is_name;       // a scientific name, without its authorship
    string_view author; // of the name, from its own field or from behind the name; may be empty
};
// What a record is called: its scientific name, else a title, name or number, else its key. Values
// that are no titles, of pages of text, are cut.
struct record_title record_title(struct arena *arena, const struct record_tree *t, string_view key);
