// SPDX-License-Identifier: Apache-2.0
// What the files that make and print query trees share: small builders and number printing.
// Must not know: where a tree comes from.
#pragma once

#include "query/query.h"

// Trees from query_from_json and query_from_parameters may be a little deeper than their text.
#define QUERY_TREE_DEPTH (QUERY_LIMIT_DEPTH + 4)

// A term over a copy of `fields`; NULL when out of memory.
struct query *query_tree_term(struct arena *arena, enum query_kind kind, const string_view *fields,
                              size_t count);
// A group of the members (the list is borrowed, so it must lie in the arena); NULL when out of
// memory.
struct query *query_tree_group(struct arena *arena, enum query_kind kind,
                               const struct query *const *members, size_t count);
// One term in canonical JSON, such as {"prefix":{"fields":["genus"],"value":"Bomb"}}; no groups.
void query_print_term(const struct query *q, struct buffer *out);
// The coordinates of a GeoJSON MultiPolygon.
void query_print_polygons(const struct query_polygon *polygons, size_t count, struct buffer *out);
bool query_is_group(enum query_kind kind);

// The shortest decimal that reads back as the same double; finite numbers only.
void query_print_number(double number, struct buffer *out);
// A growing list of members, kept in an arena.
struct query_list {
    const struct query **items;
    size_t count;
    size_t capacity;
};
NODISCARD status query_list_add(struct arena *arena, struct query_list *list, const struct query *q,
                                struct error *e);
// The start of a text of at most `most` bytes that ends with a whole character, for messages.
string_view query_excerpt(string_view text, size_t most);
// The same, copied and ended with a NUL.
void query_copy_excerpt(string_view text, char *out, size_t size);
// A JSON pointer; what does not fit is cut off between its parts, so that it points to what holds
// the place.
void query_copy_pointer(string_view pointer, char *out, size_t size);

// Sets ST_NO_MEMORY with the words used everywhere here.
NODISCARD status query_no_memory(struct error *e);
