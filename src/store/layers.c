// SPDX-License-Identifier: Apache-2.0
// Corrections over sources.
#include "store/layers.h"

#include "formats/json_read.h"

#include <string.h>

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for a corrected record");
}

// Copies a document with its texts into the arena.
static status copy_document(struct arena *arena, const struct document *d, struct document *out,
                            struct error *e)
{
    struct node *nodes = arena_array(arena, struct node, d->count);
    if (nodes == NULL) {
        return no_memory(e);
    }
    memcpy(nodes, d->nodes, d->count * sizeof *nodes);
    for (size_t i = 0; i < d->count; i++) {
        if (nodes[i].text.length > 0) {
            nodes[i].text = arena_copy(arena, nodes[i].text);
            if (nodes[i].text.bytes == NULL) {
                return no_memory(e);
            }
        }
    }
    *out = (struct document){nodes, d->count};
    return ST_OK;
}

static void release_builder(void *builder)
{
    document_builder_release(builder);
}

status layers_parse_object(string_view json, const char *what, struct name_table *names,
                           struct arena *arena, struct document *out, struct error *e)
{
    struct document_builder *builder = arena_new(arena, struct document_builder);
    if (builder == NULL) {
        return no_memory(e);
    }
    document_builder_init(builder);
    TRY(arena_defer(arena, release_builder, builder));
    size_t offset = 0;
    status result = json_parse(json, false, names, builder, &offset, e);
    if (result != ST_OK) {
        error_prefix(e, "%s at byte %zu", what, offset);
        return result;
    }
    struct document d = document_builder_finish(builder);
    if (d.nodes[0].kind != NODE_OBJECT) {
        return error_set(e, ST_BAD_DATA, "%s is not a JSON object", what);
    }
    *out = d;
    return ST_OK;
}

// The member of an object document by name, as a document of its own (a view; the root keeps its
// name).
static bool member_view(const struct document *d, uint32_t name, struct document *out)
{
    for (size_t i = 1; i < d->count; i += (size_t)d->nodes[i].descendants + 1) {
        if (d->nodes[i].name == name) {
            *out = (struct document){&d->nodes[i], (size_t)d->nodes[i].descendants + 1};
            return true;
        }
    }
    return false;
}

status layers_read(string_view json, struct name_table *names, struct arena *arena,
                   struct layers *out, struct error *e)
{
    struct document whole;
    struct document parts[2];
    static const char *const members[2] = {"source", "corrections"};
    TRY(layers_parse_object(json, "a record's layers", names, arena, &whole, e));
    for (size_t i = 0; i < 2; i++) {
        uint32_t name = 0;
        struct document view;
        if (!name_table_find(names, sv_from(members[i]), &name) ||
            !member_view(&whole, name, &view) || view.nodes[0].kind != NODE_OBJECT) {
            return error_set(e, ST_CORRUPT, "a record's layers have no %s", members[i]);
        }
        TRY(copy_document(arena, &view, &parts[i], e));
        ((struct node *)(uintptr_t)parts[i].nodes)->name = NO_NAME;
    }
    *out = (struct layers){parts[0], parts[1]};
    return ST_OK;
}

// Appends a member to a document being built in `nodes`.
static void append_member(struct node *nodes, size_t *count, const struct document *member)
{
    memcpy(nodes + *count, member->nodes, member->count * sizeof *nodes);
    *count += member->count;
}

// Members of `under`, each replaced by that of `over` with its name; then what `over` has alone. A
// null in `over` takes the member away when `null_removes`.
static status overlay(const struct document *under, const struct document *over, bool null_removes,
                      struct arena *arena, struct document *out, struct error *e)
{
    struct node *nodes = arena_array(arena, struct node, under->count + over->count);
    if (nodes == NULL) {
        return no_memory(e);
    }
    size_t count = 1;
    struct document found;
    for (size_t i = 1; i < under->count; i += (size_t)under->nodes[i].descendants + 1) {
        struct document member = {&under->nodes[i], (size_t)under->nodes[i].descendants + 1};
        if (!member_view(over, under->nodes[i].name, &found)) {
            append_member(nodes, &count, &member);
        } else if (!null_removes || found.nodes[0].kind != NODE_NULL) {
            append_member(nodes, &count, &found);
        }
    }
    for (size_t i = 1; i < over->count; i += (size_t)over->nodes[i].descendants + 1) {
        struct document member = {&over->nodes[i], (size_t)over->nodes[i].descendants + 1};
        bool skip = null_removes && over->nodes[i].kind == NODE_NULL;
        if (!skip && !member_view(under, over->nodes[i].name, &found)) {
            append_member(nodes, &count, &member);
        }
    }
    nodes[0] =
        (struct node){.name = NO_NAME, .kind = NODE_OBJECT, .descendants = (uint32_t)(count - 1)};
    *out = (struct document){nodes, count};
    return ST_OK;
}

status layers_show(const struct layers *l, struct arena *arena, struct document *out,
                   struct error *e)
{
    return overlay(&l->source, &l->corrections, false, arena, out, e);
}

status layers_correct(const struct document *corrections, const struct document *changes,
                      struct arena *arena, struct document *out, struct error *e)
{
    return overlay(corrections, changes, true, arena, out, e);
}

void layers_write(const struct layers *l, const struct name_table *names, struct buffer *out)
{
    buffer_append_view(out, SV("{\"source\":"));
    document_write_json(&l->source, names, false, out);
    buffer_append_view(out, SV(",\"corrections\":"));
    document_write_json(&l->corrections, names, false, out);
    buffer_append_byte(out, '}');
}

void layers_hash(const struct document *d, const struct name_table *names, struct buffer *scratch,
                 struct sha256 *out)
{
    buffer_clear(scratch);
    document_write_json(d, names, true, scratch);
    sha256_of(scratch->bytes, scratch->length, out);
}

static bool same_member(const struct document *a, bool has_a, const struct document *b, bool has_b)
{
    if (has_a != has_b || (has_a && a->count != b->count)) {
        return false;
    }
    for (size_t i = 0; has_a && i < a->count; i++) {
        const struct node *x = &a->nodes[i];
        const struct node *y = &b->nodes[i];
        if (x->kind != y->kind || x->name != y->name || x->descendants != y->descendants ||
            !sv_equal(x->text, y->text)) {
            return false;
        }
    }
    return true;
}

uint64_t layers_clashes(const struct layers *old, const struct document *new_source,
                        const struct name_table *names)
{
    (void)names;
    uint64_t clashes = 0;
    for (size_t i = 1; i < old->corrections.count;
         i += (size_t)old->corrections.nodes[i].descendants + 1) {
        struct document before = {0};
        struct document after = {0};
        uint32_t name = old->corrections.nodes[i].name;
        bool had = member_view(&old->source, name, &before);
        bool has = member_view(new_source, name, &after);
        clashes += !same_member(&before, had, &after, has);
    }
    return clashes;
}
