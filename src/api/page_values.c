// SPDX-License-Identifier: Apache-2.0
// Looks values up by dotted path. Depth is bounded by what the reader takes.
#include "api/page_values.h"

#include "api/page_text.h"
#include "base/buffer.h"
#include "formats/document_builder.h"
#include "formats/json_read.h"

#include <string.h>

static void release_names(void *names)
{
    name_table_destroy(names);
}

static void release_builder(void *builder)
{
    document_builder_release(builder);
}

status record_reader_init(struct record_reader *r, struct arena *arena, struct error *e)
{
    struct name_table *names = name_table_create();
    if (names == NULL || arena_defer(arena, release_names, names) != ST_OK) {
        return error_set(e, ST_NO_MEMORY, "no memory to read records");
    }
    *r = (struct record_reader){arena, names};
    return ST_OK;
}

status record_read(struct record_reader *r, string_view json, struct record_tree *out,
                   struct error *e)
{
    size_t offset = 0;
    string_view text = arena_copy(r->arena, json);
    struct document_builder *builder = arena_new(r->arena, struct document_builder);
    if (builder == NULL || text.bytes == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to read records");
    }
    document_builder_init(builder);
    if (arena_defer(r->arena, release_builder, builder) != ST_OK) {
        return error_set(e, ST_NO_MEMORY, "no memory to read records");
    }
    status result = json_parse(text, false, r->names, builder, &offset, e);
    if (result != ST_OK) {
        return error_set(e, ST_CORRUPT, "a record is not JSON at byte %zu", offset);
    }
    struct document document = document_builder_finish(builder);
    *out = (struct record_tree){document.nodes, document.count, r->names};
    return ST_OK;
}

bool node_is_scalar(const struct node *node)
{
    return node->kind != NODE_LIST && node->kind != NODE_OBJECT;
}

string_view node_text(const struct node *node)
{
    switch (node->kind) {
    case NODE_STRING:
    case NODE_NUMBER:
        return node->text;
    case NODE_TRUE:
        return SV("true");
    case NODE_FALSE:
        return SV("false");
    case NODE_NULL:
    case NODE_LIST:
    case NODE_OBJECT:
        break;
    }
    return SV("");
}

string_view node_name(const struct record_tree *t, const struct node *node)
{
    return node->name == NO_NAME ? SV("") : name_table_get(t->names, node->name);
}

struct gathering {
    const struct record_tree *tree;
    struct buffer text;
    size_t count;
    size_t most;
    bool any_case;
};

// What is left of the path behind a member of this name; false when the path leads elsewhere.
static bool follow(const struct gathering *g, string_view path, string_view name, string_view *rest)
{
    string_view start = sv_slice(path, 0, name.length);
    bool same = g->any_case ? sv_equal_ignore_case(start, name) : sv_equal(start, name);
    *rest = sv_slice(path, name.length + 1, SIZE_MAX);
    return same && (path.length == name.length || path.bytes[name.length] == '.');
}

static void gather(struct gathering *g, const struct node *node, string_view path)
{
    if (g->count >= g->most) {
        return;
    }
    if (node_is_scalar(node)) {
        string_view text = path.length == 0 ? node_text(node) : SV("");
        if (text.length > 0) {
            buffer_append_view(&g->text, g->count == 0 ? SV("") : SV(" | "));
            buffer_append_view(&g->text, text);
            g->count++;
        }
        return;
    }
    for (const struct node *child = node + 1; child < node_next(node); child = node_next(child)) {
        string_view rest = path;
        if (node->kind == NODE_LIST || follow(g, path, node_name(g->tree, child), &rest)) {
            gather(g, child, rest);
        }
    }
}

string_view record_values_joined(struct arena *arena, const struct record_tree *t, string_view path,
                                 size_t most)
{
    struct gathering g = {.tree = t, .most = most};
    buffer_init(&g.text, LIMIT_RECORD_BYTES);
    if (t->count > 0) {
        gather(&g, t->nodes, path);
    }
    if (g.count == 0 && t->count > 0) {
        // Databases fold the names of columns: "recordedby".
        g.any_case = true;
        gather(&g, t->nodes, path);
    }
    string_view text = arena_copy(arena, buffer_view(&g.text));
    buffer_release(&g.text);
    return text;
}

string_view record_value(struct arena *arena, const struct record_tree *t, const char *path)
{
    return record_values_joined(arena, t, sv_from(path), 1);
}

// Where the name ends and its authorship begins: behind the last epithet that the record names by
// itself, if what follows looks like people. "Gavia immer (Brunnich, 1764)" with the epithet
// "immer".
static size_t end_of_name(string_view name, string_view epithet)
{
    if (epithet.length == 0 || name.length <= epithet.length) {
        return name.length;
    }
    for (size_t i = name.length - epithet.length; i > 0; i--) {
        size_t end = i + epithet.length;
        bool whole = name.bytes[i - 1] == ' ' && (end == name.length || name.bytes[end] == ' ');
        if (whole && sv_equal(sv_slice(name, i, epithet.length), epithet)) {
            string_view rest = sv_trim(sv_slice(name, end, SIZE_MAX));
            unsigned char first = rest.length > 0 ? (unsigned char)rest.bytes[0] : 0;
            bool people = first == '(' || (first >= 'A' && first <= 'Z') || first >= 0xc3;
            return people ? end : name.length;
        }
    }
    return name.length;
}

static struct record_title name_without_author(struct arena *arena, const struct record_tree *t,
                                               string_view name)
{
    static const char *const epithets[] = {"infraspecificEpithet", "specificEpithet"};
    string_view author = sv_trim(record_value(arena, t, "scientificNameAuthorship"));
    struct record_title title = {sv_trim(name), true, author};
    if (author.length > 0) {
        bool twice = title.text.length > author.length && sv_ends_with(title.text, author);
        size_t length = title.text.length - (twice ? author.length : 0);
        title.text = sv_trim(sv_slice(title.text, 0, length));
        return title;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(epithets); i++) {
        size_t end = end_of_name(title.text, sv_trim(record_value(arena, t, epithets[i])));
        if (end < title.text.length) {
            title.author = sv_trim(sv_slice(title.text, end, SIZE_MAX));
            title.text = sv_slice(title.text, 0, end);
            return title;
        }
    }
    return title;
}

static struct record_title find_title(struct arena *arena, const struct record_tree *t,
                                      string_view key)
{
    static const struct {
        const char *path;
        bool is_name;
    } candidates[] = {
        {"currentScientificName", true},
        {"scientificName", true},
        {"acceptedNameUsage", true},
        {"genus", true},
        {"title", false},
        {"name", false},
        {"vernacularName", false},
        {"catalogNumber", false},
        {"occurrenceID", false},
        {"label", false},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(candidates); i++) {
        string_view text = record_value(arena, t, candidates[i].path);
        if (text.length > 0 && candidates[i].is_name) {
            return name_without_author(arena, t, text);
        }
        if (text.length > 0) {
            return (struct record_title){.text = text};
        }
    }
    return (struct record_title){.text = key};
}

#define TITLE_LONGEST ((size_t)300) // bytes

struct record_title record_title(struct arena *arena, const struct record_tree *t, string_view key)
{
    struct record_title title = find_title(arena, t, key);
    title.text = excerpt(arena, title.text, TITLE_LONGEST);
    title.author = excerpt(arena, title.author, TITLE_LONGEST);
    return title;
}
