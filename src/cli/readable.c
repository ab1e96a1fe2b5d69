// SPDX-License-Identifier: Apache-2.0
// JSON as lines. Depth is bounded by the reader (LIMIT_DEPTH).
#include "cli/readable.h"

#include "formats/json_read.h"

#define WIDEST ((size_t)34)

struct walk {
    struct name_table *names;
    struct buffer path;
    size_t width;
    struct buffer *out; // NULL while the width is found
};

static void write_text(string_view text, size_t indent, struct buffer *out)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c == '\n' && indent > 0) {
            buffer_print(out, "\n%*s", (int)indent, "");
        } else {
            buffer_append_byte(out, (unsigned char)c < 0x20 || c == 0x7f ? ' ' : c);
        }
    }
}

static void write_value(const struct walk *w, const struct node *value, size_t indent)
{
    if (value->kind == NODE_STRING && value->text.length > 0) {
        write_text(value->text, indent, w->out);
    } else {
        node_write_json(value, w->names, false, w->out);
    }
}

static void tell(struct walk *w, const struct node *value)
{
    if (w->out == NULL) {
        w->width = MAX(w->width, MIN(w->path.length, WIDEST));
        return;
    }
    buffer_append_view(w->out, buffer_view(&w->path));
    for (size_t i = w->path.length; i < w->width; i++) {
        buffer_append_byte(w->out, ' ');
    }
    buffer_append_view(w->out, SV("  "));
    if (value->kind == NODE_LIST && value->descendants > 0) {
        for (const struct node *n = value + 1; n <= value + value->descendants; n++) {
            buffer_append_view(w->out, n == value + 1 ? SV("") : SV("; "));
            write_value(w, n, w->width + 2);
        }
    } else {
        write_value(w, value, w->width + 2);
    }
    buffer_append_byte(w->out, '\n');
}

static bool is_nested(const struct node *list)
{
    for (const struct node *n = list + 1; n <= list + list->descendants; n++) {
        if (n->kind == NODE_OBJECT || n->kind == NODE_LIST) {
            return true;
        }
    }
    return false;
}

static void visit(struct walk *w, const struct node *node)
{
    bool object = node->kind == NODE_OBJECT && node->descendants > 0;
    if (!object && !(node->kind == NODE_LIST && is_nested(node))) {
        tell(w, node);
        return;
    }
    size_t length = w->path.length;
    size_t number = 0;
    for (const struct node *n = node + 1; n <= node + node->descendants;
         n += (size_t)n->descendants + 1) {
        if (object) {
            buffer_append_view(&w->path, length > 0 ? SV(".") : SV(""));
            write_text(name_table_get(w->names, n->name), 0, &w->path);
        } else {
            buffer_print(&w->path, "[%zu]", ++number);
        }
        visit(w, n);
        w->path.length = length;
    }
}

static void write_object(struct walk *w, const struct node *root, struct buffer *out)
{
    w->out = NULL;
    visit(w, root);
    w->out = out;
    visit(w, root);
}

static const struct node *member(const struct walk *w, const struct node *object, string_view name)
{
    uint32_t number = 0;
    return name_table_find(w->names, name, &number) ? node_member(object, number) : NULL;
}

static void write_side(const struct walk *w, const struct node *value)
{
    if (value == NULL) {
        buffer_append_view(w->out, SV("(none)"));
    } else {
        write_value(w, value, 0);
    }
}

static void write_differences(struct walk *w, const struct node *list, struct buffer *out)
{
    w->out = out;
    if (list->descendants == 0) {
        buffer_append_view(out, SV("no difference\n"));
    }
    for (const struct node *n = list + 1; n <= list + list->descendants;
         n += (size_t)n->descendants + 1) {
        const struct node *field = member(w, n, SV("field"));
        write_text(field == NULL ? SV("") : field->text, 0, out);
        buffer_append_view(out, SV(": "));
        write_side(w, member(w, n, SV("from")));
        buffer_append_view(out, SV(" -> "));
        write_side(w, member(w, n, SV("to")));
        buffer_append_byte(out, '\n');
    }
}

static status write_json(string_view json, enum node_kind kind,
                         void (*write)(struct walk *, const struct node *, struct buffer *),
                         struct buffer *out, struct error *e)
{
    struct walk w = {.names = name_table_create()};
    struct document_builder builder;
    size_t offset = 0;
    if (w.names == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to print");
    }
    buffer_init(&w.path, (size_t)1 << 20);
    document_builder_init(&builder);
    status result = json_parse(json, false, w.names, &builder, &offset, e);
    if (result == ST_OK) {
        struct document d = document_builder_finish(&builder);
        if (d.count > 0 && d.nodes[0].kind == kind) {
            write(&w, d.nodes, out);
        }
        result = buffer_check(out, "the answer", e);
    }
    document_builder_release(&builder);
    buffer_release(&w.path);
    name_table_destroy(w.names);
    return result;
}

status readable_object(string_view json, struct buffer *out, struct error *e)
{
    return write_json(json, NODE_OBJECT, write_object, out, e);
}

status readable_diff(string_view json, struct buffer *out, struct error *e)
{
    return write_json(json, NODE_LIST, write_differences, out, e);
}
