// SPDX-License-Identifier: Apache-2.0
// Compares members by their canonical bytes. Must not know: stores.
#include "query/record_patch.h"

#include "formats/json_read.h"
#include "formats/json_write.h"

struct side {
    struct document_builder builder;
    struct document document;
};

struct patch {
    string_view pointer;
    string_view between;
    struct name_table *names;
    struct side from;
    struct side to;
    struct buffer path;
    struct buffer texts[2]; // canonical bytes of the members at hand
    bool *begun;
    struct buffer *out;
};

void record_patch_token(struct buffer *pointer, string_view text)
{
    buffer_append_byte(pointer, '/');
    for (size_t i = 0; i < text.length; i++) {
        switch (text.bytes[i]) {
        case '~':
            buffer_append_view(pointer, SV("~0"));
            break;
        case '/':
            buffer_append_view(pointer, SV("~1"));
            break;
        default:
            buffer_append_byte(pointer, text.bytes[i]);
        }
    }
}

// --- telling ---------------------------------------------------------------------------------

static void tell(struct patch *p, const char *operation, string_view path, const struct node *value)
{
    if (*p->begun) {
        buffer_append_view(p->out, p->between);
    }
    *p->begun = true;
    buffer_print(p->out, "{\"op\":\"%s\",\"path\":", operation);
    json_write_string(p->out, path);
    if (value != NULL) {
        json_write_name(p->out, SV("value"));
        node_write_json(value, p->names, false, p->out);
    }
    buffer_append_byte(p->out, '}');
}

static string_view path_of(struct patch *p, uint32_t name)
{
    buffer_clear(&p->path);
    buffer_append_view(&p->path, p->pointer);
    record_patch_token(&p->path, name_table_get(p->names, name));
    return buffer_view(&p->path);
}

// --- comparing -------------------------------------------------------------------------------

static bool is_same(struct patch *p, const struct node *a, const struct node *b)
{
    const struct node *const nodes[] = {a, b};
    for (size_t i = 0; i < ARRAY_LENGTH(nodes); i++) {
        buffer_clear(&p->texts[i]);
        node_write_json(nodes[i], p->names, true, &p->texts[i]);
    }
    return sv_equal(buffer_view(&p->texts[0]), buffer_view(&p->texts[1]));
}

static const struct node *next_sibling(const struct node *node)
{
    return node + 1 + node->descendants;
}

static void compare_members(struct patch *p)
{
    const struct node *from = p->from.document.nodes;
    const struct node *to = p->to.document.nodes;
    for (const struct node *m = from + 1; m < next_sibling(from); m = next_sibling(m)) {
        if (document_member(&p->to.document, m->name) == NULL) {
            tell(p, "remove", path_of(p, m->name), NULL);
        }
    }
    for (const struct node *m = to + 1; m < next_sibling(to); m = next_sibling(m)) {
        const struct node *old = document_member(&p->from.document, m->name);
        if (old == NULL || !is_same(p, old, m)) {
            tell(p, old == NULL ? "add" : "replace", path_of(p, m->name), m);
        }
    }
}

static status read_side(struct patch *p, string_view json, struct side *side, struct error *e)
{
    size_t offset = 0;
    TRY(json_parse(json, false, p->names, &side->builder, &offset, e));
    side->document = document_builder_finish(&side->builder);
    if (side->document.count == 0 || side->document.nodes[0].kind != NODE_OBJECT) {
        return error_set(e, ST_INVALID, "a record is a JSON object");
    }
    return ST_OK;
}

static status compare(struct patch *p, string_view from_json, string_view to_json, struct error *e)
{
    if (from_json.length > 0) {
        TRY(read_side(p, from_json, &p->from, e));
    }
    if (to_json.length > 0) {
        TRY(read_side(p, to_json, &p->to, e));
    }
    if (from_json.length > 0 && to_json.length > 0) {
        compare_members(p);
    } else if (to_json.length > 0) {
        tell(p, "add", p->pointer, p->to.document.nodes);
    } else {
        tell(p, "remove", p->pointer, NULL);
    }
    TRY(buffer_check(&p->path, "a path", e));
    TRY(buffer_check(&p->texts[0], "a value", e));
    TRY(buffer_check(&p->texts[1], "a value", e));
    return buffer_check(p->out, "the differences", e);
}

status record_patch(string_view pointer, string_view from_json, string_view to_json,
                    string_view between, bool *begun, struct buffer *out, struct error *e)
{
    struct patch p = {.pointer = pointer,
                      .between = between,
                      .names = name_table_create(),
                      .begun = begun,
                      .out = out};
    if (p.names == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to compare two records");
    }
    document_builder_init(&p.from.builder);
    document_builder_init(&p.to.builder);
    buffer_init(&p.path, (size_t)1 << 20);
    buffer_init(&p.texts[0], LIMIT_RECORD_BYTES * 8);
    buffer_init(&p.texts[1], LIMIT_RECORD_BYTES * 8);
    status result = compare(&p, from_json, to_json, e);
    document_builder_release(&p.from.builder);
    document_builder_release(&p.to.builder);
    buffer_release(&p.path);
    buffer_release(&p.texts[0]);
    buffer_release(&p.texts[1]);
    name_table_destroy(p.names);
    return result;
}
