// SPDX-License-Identifier: Apache-2.0
// What differs between two versions of a record, field by field. Elements of lists are paired by
// what identifies them, else by being equal, else by their order, since order makes no version
// (rule A4). Must not know: stores.
#include "formats/json_read.h"
#include "formats/json_write.h"
#include "query/search.h"

#include <stdlib.h>
#include <string.h>

struct diff {
    struct arena *arena;
    struct name_table *names;
    struct buffer path;
    struct buffer *out;
    bool first;
    struct error *e;
};

static status diff_nodes(struct diff *d, const struct node *from, const struct node *to);

static const struct node *next_sibling(const struct node *node)
{
    return node + 1 + node->descendants;
}

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to compare two records");
}

// --- telling ---------------------------------------------------------------------------------

static void tell_value(struct diff *d, const char *name, const struct node *value)
{
    if (value != NULL) {
        json_write_name(d->out, sv_from(name));
        node_write_json(value, d->names, false, d->out);
    }
}

static void tell(struct diff *d, const struct node *from, const struct node *to)
{
    if (!d->first) {
        buffer_append_byte(d->out, ',');
    }
    d->first = false;
    buffer_append_byte(d->out, '{');
    json_write_name(d->out, SV("field"));
    json_write_string(d->out, buffer_view(&d->path));
    json_write_name(d->out, SV("change"));
    json_write_string(d->out, from == NULL ? SV("added")
                              : to == NULL ? SV("removed")
                                           : SV("changed"));
    tell_value(d, "from", from);
    tell_value(d, "to", to);
    buffer_append_byte(d->out, '}');
}

// --- objects ---------------------------------------------------------------------------------

static const struct node *find_member(const struct node *object, uint32_t name)
{
    const struct node *end = next_sibling(object);
    for (const struct node *child = object + 1; child < end; child = next_sibling(child)) {
        if (child->name == name) {
            return child;
        }
    }
    return NULL;
}

static status diff_member(struct diff *d, uint32_t name, const struct node *from,
                          const struct node *to)
{
    size_t before = d->path.length;
    if (before > 0) {
        buffer_append_byte(&d->path, '.');
    }
    buffer_append_view(&d->path, name_table_get(d->names, name));
    status result = diff_nodes(d, from, to);
    d->path.length = before;
    return result;
}

// Members of a large object by name, so that two large ones are compared in one pass each.
static const struct node **members_by_name(struct diff *d, const struct node *object)
{
    const struct node **list = (const struct node **)arena_alloc_array(
        d->arena, name_table_count(d->names) + 1, sizeof *list);
    const struct node *end = next_sibling(object);
    for (const struct node *child = object + 1; list != NULL && child < end;
         child = next_sibling(child)) {
        list[child->name] = child;
    }
    return list;
}

#define SMALL_OBJECT 64 // descendants; members of larger ones are looked up by name

static status diff_objects(struct diff *d, const struct node *from, const struct node *to)
{
    bool large = from->descendants > SMALL_OBJECT || to->descendants > SMALL_OBJECT;
    const struct node **old = large ? members_by_name(d, from) : NULL;
    const struct node **new = large ? members_by_name(d, to) : NULL;
    if (large && (old == NULL || new == NULL)) {
        return no_memory(d->e);
    }
    const struct node *end = next_sibling(from);
    for (const struct node *child = from + 1; child < end; child = next_sibling(child)) {
        const struct node *other = large ? new[child->name] : find_member(to, child->name);
        TRY(diff_member(d, child->name, child, other));
    }
    end = next_sibling(to);
    for (const struct node *child = to + 1; child < end; child = next_sibling(child)) {
        if ((large ? old[child->name] : find_member(from, child->name)) == NULL) {
            TRY(diff_member(d, child->name, NULL, child));
        }
    }
    return ST_OK;
}

// --- lists -----------------------------------------------------------------------------------

struct element {
    const struct node *node;
    string_view text;     // canonical
    string_view identity; // "" when it has none
    size_t index;
    struct element *partner;
};

struct elements {
    struct element *items;
    size_t count;
};

// Members that say which one an element is, the most telling first (Darwin Core, Audiovisual Core).
static const char *const identities[] = {
    "_id",          "id",        "identifier", "identificationID", "measurementID",
    "occurrenceID", "eventID",   "taxonID",    "materialEntityID", "resourceRelationshipID",
    "assetID",      "accessURI", "name",
};

static status read_elements(struct diff *d, const struct node *list, struct elements *out)
{
    out->items = arena_array(d->arena, struct element, (size_t)list->descendants + 1);
    if (out->items == NULL) {
        return no_memory(d->e);
    }
    struct buffer text;
    buffer_init(&text, LIMIT_RECORD_BYTES * 8);
    const struct node *end = next_sibling(list);
    bool whole = true;
    for (const struct node *child = list + 1; whole && child < end; child = next_sibling(child)) {
        struct element *item = &out->items[out->count];
        buffer_clear(&text);
        node_write_json(child, d->names, true, &text);
        *item = (struct element){.node = child, .index = out->count++};
        item->text = arena_copy(d->arena, buffer_view(&text));
        whole = item->text.bytes != NULL && !text.failed;
    }
    buffer_release(&text);
    return whole ? ST_OK : no_memory(d->e);
}

static int compare_texts(const void *a, const void *b)
{
    const struct element *const *x = a;
    const struct element *const *y = b;
    int order = sv_compare((*x)->text, (*y)->text);
    return order != 0 ? order : ((*x)->index > (*y)->index) - ((*x)->index < (*y)->index);
}

static int compare_identities(const void *a, const void *b)
{
    const struct element *const *x = a;
    const struct element *const *y = b;
    int order = sv_compare((*x)->identity, (*y)->identity);
    return order != 0 ? order : ((*x)->index > (*y)->index) - ((*x)->index < (*y)->index);
}

// The elements without a partner yet, in the order of `compare`.
static struct element **open_elements(struct diff *d, const struct elements *list, size_t *count,
                                      int (*compare)(const void *, const void *))
{
    struct element **open =
        (struct element **)arena_alloc_array(d->arena, list->count + 1, sizeof *open);
    *count = 0;
    for (size_t i = 0; open != NULL && i < list->count; i++) {
        if (list->items[i].partner == NULL) {
            open[(*count)++] = &list->items[i];
        }
    }
    if (open != NULL && compare != NULL) {
        qsort((void *)open, *count, sizeof *open, compare);
    }
    return open;
}

// Pairs what is equal under `compare`'s text, in one merge of the two sorted lists.
static status pair_sorted(struct diff *d, const struct elements *from, const struct elements *to,
                          bool by_identity)
{
    size_t from_count = 0;
    size_t to_count = 0;
    int (*compare)(const void *, const void *) = by_identity ? compare_identities : compare_texts;
    struct element **old = open_elements(d, from, &from_count, compare);
    struct element **new = open_elements(d, to, &to_count, compare);
    if (old == NULL || new == NULL) {
        return no_memory(d->e);
    }
    for (size_t i = 0, k = 0; i < from_count && k < to_count;) {
        int order = by_identity ? sv_compare(old[i]->identity, new[k]->identity)
                                : sv_compare(old[i]->text, new[k]->text);
        if (order == 0) {
            old[i]->partner = new[k];
            new[k]->partner = old[i];
        }
        i += order <= 0;
        k += order >= 0;
    }
    return ST_OK;
}

static status pair_in_order(struct diff *d, const struct elements *from, const struct elements *to)
{
    size_t from_count = 0;
    size_t to_count = 0;
    struct element **old = open_elements(d, from, &from_count, NULL);
    struct element **new = open_elements(d, to, &to_count, NULL);
    if (old == NULL || new == NULL) {
        return no_memory(d->e);
    }
    for (size_t i = 0; i < MIN(from_count, to_count); i++) {
        old[i]->partner = new[i];
        new[i]->partner = old[i];
    }
    return ST_OK;
}

// Whether every element is an object with that member as a text or number, each another.
static status is_identified(struct diff *d, const struct elements *list, uint32_t name,
                            bool *identified)
{
    *identified = list->count > 0;
    for (size_t i = 0; *identified && i < list->count; i++) {
        struct element *item = &list->items[i];
        const struct node *member =
            item->node->kind == NODE_OBJECT ? find_member(item->node, name) : NULL;
        *identified = member != NULL && member->text.length > 0 &&
                      (member->kind == NODE_STRING || member->kind == NODE_NUMBER);
        item->identity = *identified ? member->text : SV("");
    }
    size_t count = 0;
    struct element **sorted = open_elements(d, list, &count, compare_identities);
    if (sorted == NULL) {
        return no_memory(d->e);
    }
    for (size_t i = 1; *identified && i < count; i++) {
        *identified = !sv_equal(sorted[i - 1]->identity, sorted[i]->identity);
    }
    return ST_OK;
}

// Pairs by the first member that identifies the elements of both lists.
static status pair_by_identity(struct diff *d, const struct elements *from,
                               const struct elements *to, bool *paired)
{
    *paired = false;
    for (size_t i = 0; i < ARRAY_LENGTH(identities) && !*paired; i++) {
        uint32_t name = 0;
        bool both = name_table_find(d->names, sv_from(identities[i]), &name);
        if (both) {
            TRY(is_identified(d, from, name, &both));
        }
        if (both) {
            TRY(is_identified(d, to, name, &both));
        }
        if (both) {
            TRY(pair_sorted(d, from, to, true));
            *paired = true;
        }
    }
    return ST_OK;
}

static status diff_element(struct diff *d, size_t index, const struct node *from,
                           const struct node *to)
{
    size_t before = d->path.length;
    buffer_print(&d->path, "[%zu]", index);
    status result = diff_nodes(d, from, to);
    d->path.length = before;
    return result;
}

static status diff_lists(struct diff *d, const struct node *from, const struct node *to)
{
    struct elements old = {0};
    struct elements new = {0};
    bool by_identity = false;
    TRY(read_elements(d, from, &old));
    TRY(read_elements(d, to, &new));
    TRY(pair_by_identity(d, &old, &new, &by_identity));
    if (!by_identity) {
        TRY(pair_sorted(d, &old, &new, false));
        TRY(pair_in_order(d, &old, &new));
    }
    for (size_t i = 0; i < new.count; i++) {
        const struct element *partner = new.items[i].partner;
        TRY(diff_element(d, i, partner == NULL ? NULL : partner->node, new.items[i].node));
    }
    for (size_t i = 0; i < old.count; i++) {
        if (old.items[i].partner == NULL) {
            TRY(diff_element(d, i, old.items[i].node, NULL));
        }
    }
    return ST_OK;
}

// --- both ------------------------------------------------------------------------------------

// Depth is bounded by LIMIT_DEPTH, which the parser keeps.
static status diff_nodes(struct diff *d, const struct node *from, const struct node *to)
{
    if (from != NULL && to != NULL && from->kind == to->kind) {
        if (from->kind == NODE_OBJECT) {
            return diff_objects(d, from, to);
        }
        if (from->kind == NODE_LIST) {
            return diff_lists(d, from, to);
        }
        if (sv_equal(from->text, to->text)) {
            return ST_OK;
        }
    }
    tell(d, from, to);
    return ST_OK;
}

// A record's document; no record reads as an empty object.
static status read_record(struct diff *d, string_view json, struct document_builder *builder,
                          struct document *out)
{
    size_t offset = 0;
    TRY(json_parse(json.length == 0 ? SV("{}") : json, false, d->names, builder, &offset, d->e));
    *out = document_builder_finish(builder);
    if (out->count == 0 || out->nodes[0].kind != NODE_OBJECT) {
        return error_set(d->e, ST_INVALID, "a record is a JSON object");
    }
    return ST_OK;
}

status record_diff(struct arena *arena, string_view from_json, string_view to_json,
                   struct buffer *out, struct error *e)
{
    struct diff d = {
        .arena = arena, .names = name_table_create(), .out = out, .first = true, .e = e};
    struct document_builder *builders = calloc(2, sizeof *builders);
    struct document from = {0};
    struct document to = {0};
    status result = ST_OK;
    buffer_init(&d.path, (size_t)1 << 20);
    if (d.names == NULL || builders == NULL) {
        result = no_memory(e);
        goto out;
    }
    document_builder_init(&builders[0]);
    document_builder_init(&builders[1]);
    TRY_OUT(read_record(&d, from_json, &builders[0], &from));
    TRY_OUT(read_record(&d, to_json, &builders[1], &to));
    buffer_append_byte(out, '[');
    TRY_OUT(diff_nodes(&d, from.nodes, to.nodes));
    buffer_append_byte(out, ']');
    TRY_OUT(buffer_check(out, "the differences", e));
out:
    if (builders != NULL) {
        document_builder_release(&builders[0]);
        document_builder_release(&builders[1]);
    }
    free(builders);
    name_table_destroy(d.names);
    buffer_release(&d.path);
    return result;
}
