// SPDX-License-Identifier: Apache-2.0
// Building of documents within limits.
#include "formats/document_builder.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

// Memory kept between records; a rare huge record gives its own back.
#define KEPT_NODES ((size_t)64 * 1024)
#define KEPT_TEXT  ((size_t)1 << 20)

void document_builder_init(struct document_builder *b)
{
    memset(b, 0, sizeof *b);
    buffer_init(&b->text, SIZE_MAX / 2);
}

void document_builder_release(struct document_builder *b)
{
    free(b->nodes);
    buffer_release(&b->text);
    document_builder_init(b);
}

status document_builder_clear(struct document_builder *b, size_t text_bytes, struct error *e)
{
    b->count = 0;
    b->depth = 0;
    buffer_clear(&b->text);
    if (b->capacity > KEPT_NODES) {
        free(b->nodes);
        b->nodes = NULL;
        b->capacity = 0;
    }
    if (b->text.capacity > KEPT_TEXT && text_bytes <= KEPT_TEXT) {
        buffer_release(&b->text);
    }
    if (!buffer_reserve(&b->text, text_bytes)) {
        return error_set(e, ST_NO_MEMORY, "out of memory for a record");
    }
    return ST_OK;
}

status document_builder_add(struct document_builder *b, uint32_t name, enum node_kind kind,
                            string_view text, struct error *e)
{
    if (b->count >= LIMIT_RECORD_VALUES) {
        return error_set(e, ST_TOO_LARGE, "the record has more than %zu values",
                         LIMIT_RECORD_VALUES);
    }
    if (!ARRAY_RESERVE(b->nodes, b->capacity, b->count, LIMIT_RECORD_VALUES)) {
        return error_set(e, ST_NO_MEMORY, "out of memory for a record");
    }
    b->nodes[b->count++] = (struct node){.name = name, .kind = kind, .text = text};
    return ST_OK;
}

status document_builder_open(struct document_builder *b, uint32_t name, enum node_kind kind,
                             struct error *e)
{
    if (b->depth == LIMIT_DEPTH) {
        return error_set(e, ST_TOO_LARGE, "lists and objects are nested deeper than %zu",
                         LIMIT_DEPTH);
    }
    TRY(document_builder_add(b, name, kind, SV(""), e));
    b->open[b->depth++] = (uint32_t)(b->count - 1);
    return ST_OK;
}

static status check_names(struct document_builder *b, const struct node *object,
                          const struct name_table *names, struct error *e)
{
    if (++b->stamp == 0) {
        memset(b->stamps, 0, sizeof b->stamps);
        b->stamp = 1;
    }
    const struct node *end = object + 1 + object->descendants;
    for (const struct node *child = object + 1; child < end; child += 1 + child->descendants) {
        if (b->stamps[child->name] == b->stamp) {
            string_view name = name_table_get(names, child->name);
            return error_set(e, ST_BAD_DATA, "the name '" SV_FORMAT "' occurs twice in one object",
                             SV_ARGUMENT(sv_slice(name, 0, 100)));
        }
        b->stamps[child->name] = b->stamp;
    }
    return ST_OK;
}

static status check_elements(const struct node *list, struct error *e)
{
    const struct node *end = list + 1 + list->descendants;
    size_t count = 0;
    for (const struct node *child = list + 1; child < end; child += 1 + child->descendants) {
        count++;
    }
    if (count > LIMIT_LIST_ELEMENTS) {
        return error_set(e, ST_TOO_LARGE, "a list has %zu elements, more than %zu", count,
                         LIMIT_LIST_ELEMENTS);
    }
    return ST_OK;
}

status document_builder_close(struct document_builder *b, const struct name_table *names,
                              struct error *e)
{
    assert(b->depth > 0);
    struct node *container = &b->nodes[b->open[--b->depth]];
    container->descendants = (uint32_t)(&b->nodes[b->count] - container - 1);
    return container->kind == NODE_OBJECT ? check_names(b, container, names, e)
                                          : check_elements(container, e);
}

bool document_builder_in_object(const struct document_builder *b)
{
    return b->depth > 0 && b->nodes[b->open[b->depth - 1]].kind == NODE_OBJECT;
}

struct document document_builder_finish(const struct document_builder *b)
{
    assert(b->depth == 0);
    return (struct document){.nodes = b->nodes, .count = b->count};
}
