// SPDX-License-Identifier: Apache-2.0
// XML by expat into a tree.
#include "formats/xml_read.h"

#include "base/buffer.h"
#include "formats/text_decode.h"

#include <expat.h>
#include <string.h>

#define NAMESPACE_SEPARATOR '\x1f'

struct tree_builder {
    XML_Parser parser;
    struct arena *memory;
    struct xml_node *open[XML_MOST_DEPTH];
    struct xml_node *last[XML_MOST_DEPTH + 1]; // last child given to each open element
    size_t depth;
    struct buffer text;
    struct error *e;
    status result;
};

static void stop(struct tree_builder *t, status code, const char *message)
{
    if (t->result == ST_OK) {
        t->result = error_set(t->e, code, "line %llu: %s",
                              (unsigned long long)XML_GetCurrentLineNumber(t->parser), message);
        (void)XML_StopParser(t->parser, XML_FALSE);
    }
}

static const char *local_name(const char *name)
{
    const char *separator = strrchr(name, NAMESPACE_SEPARATOR);
    return separator == NULL ? name : separator + 1;
}

static struct xml_node *add_node(struct tree_builder *t)
{
    struct xml_node *node = arena_new(t->memory, struct xml_node);
    if (node == NULL) {
        stop(t, ST_NO_MEMORY, "the document is too large");
        return NULL;
    }
    node->line = XML_GetCurrentLineNumber(t->parser);
    if (t->last[t->depth] != NULL) {
        t->last[t->depth]->next = node;
    } else if (t->depth > 0) {
        t->open[t->depth - 1]->first = node;
    }
    t->last[t->depth] = node;
    return node;
}

// Text arrives in pieces; it is kept until an element begins or ends.
static void flush_text(struct tree_builder *t)
{
    if (t->text.length == 0 || t->depth == 0) {
        buffer_clear(&t->text);
        return;
    }
    struct xml_node *node = add_node(t);
    if (node != NULL) {
        node->text = arena_copy(t->memory, buffer_view(&t->text));
        if (node->text.bytes == NULL || t->text.failed) {
            stop(t, ST_NO_MEMORY, "the document is too large");
        }
    }
    buffer_clear(&t->text);
}

static bool add_attributes(struct tree_builder *t, struct xml_node *node, const char **pairs)
{
    for (size_t i = 0; pairs[i] != NULL; i += 2) {
        struct xml_attribute *attribute = arena_new(t->memory, struct xml_attribute);
        if (attribute == NULL) {
            return false;
        }
        attribute->name = arena_copy(t->memory, sv_from(local_name(pairs[i]))).bytes;
        attribute->value = arena_copy(t->memory, sv_from(pairs[i + 1]));
        attribute->next = node->attributes;
        node->attributes = attribute;
        if (attribute->name == NULL || attribute->value.bytes == NULL) {
            return false;
        }
    }
    return true;
}

static void XMLCALL start_element(void *argument, const char *name, const char **pairs)
{
    struct tree_builder *t = argument;
    flush_text(t);
    if (t->result != ST_OK) {
        return;
    }
    if (t->depth == XML_MOST_DEPTH) {
        stop(t, ST_BAD_DATA, "elements are nested too deep");
        return;
    }
    struct xml_node *node = add_node(t);
    if (node == NULL) {
        return;
    }
    node->name = arena_copy(t->memory, sv_from(local_name(name))).bytes;
    if (node->name == NULL || !add_attributes(t, node, pairs)) {
        stop(t, ST_NO_MEMORY, "the document is too large");
        return;
    }
    t->open[t->depth++] = node;
    t->last[t->depth] = NULL;
}

static void XMLCALL end_element(void *argument, const char *name)
{
    struct tree_builder *t = argument;
    (void)name;
    flush_text(t);
    if (t->result == ST_OK) {
        t->depth--;
    }
}

static void XMLCALL add_text(void *argument, const char *text, int length)
{
    struct tree_builder *t = argument;
    buffer_append(&t->text, text, (size_t)length);
}

static void XMLCALL refuse_entity(void *argument, const char *name, int is_parameter,
                                  const char *value, int value_length, const char *base,
                                  const char *system_id, const char *public_id,
                                  const char *notation)
{
    (void)name;
    (void)is_parameter;
    (void)value;
    (void)value_length;
    (void)base;
    (void)system_id;
    (void)public_id;
    (void)notation;
    stop(argument, ST_REFUSED,
         "the document declares entities, which are not read; write their text in full");
}

static int XMLCALL describe_encoding(void *argument, const char *name, XML_Encoding *out)
{
    (void)argument;
    enum text_encoding encoding = ENCODING_DETECT;
    if (!text_encoding_from_name(sv_from(name), &encoding) || encoding != ENCODING_WINDOWS1252) {
        return XML_STATUS_ERROR;
    }
    for (int i = 0; i < 256; i++) {
        out->map[i] = i;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(windows1252_high); i++) {
        out->map[0x80 + i] = windows1252_high[i] == 0 ? -1 : windows1252_high[i];
    }
    out->data = NULL;
    out->convert = NULL;
    out->release = NULL;
    return XML_STATUS_OK;
}

// A byte order mark is stronger than what the declaration claims.
static const char *encoding_by_mark(string_view xml)
{
    if (sv_starts_with(xml, SV("\xff\xfe")) || sv_starts_with(xml, SV("<\0?\0"))) {
        return "UTF-16LE";
    }
    if (sv_starts_with(xml, SV("\xfe\xff")) || sv_starts_with(xml, SV("\0<\0?"))) {
        return "UTF-16BE";
    }
    return sv_starts_with(xml, SV("\xef\xbb\xbf")) ? "UTF-8" : NULL;
}

static status parse(struct tree_builder *t, string_view xml)
{
    XML_SetUserData(t->parser, t);
    XML_SetElementHandler(t->parser, start_element, end_element);
    XML_SetCharacterDataHandler(t->parser, add_text);
    XML_SetEntityDeclHandler(t->parser, refuse_entity);
    XML_SetUnknownEncodingHandler(t->parser, describe_encoding, NULL);
    if (XML_Parse(t->parser, xml.bytes, (int)xml.length, XML_TRUE) == XML_STATUS_OK) {
        return t->result;
    }
    if (t->result != ST_OK) {
        return t->result;
    }
    return error_set(t->e, ST_BAD_DATA, "line %llu: %s",
                     (unsigned long long)XML_GetCurrentLineNumber(t->parser),
                     XML_ErrorString(XML_GetErrorCode(t->parser)));
}

status xml_read(string_view xml, struct arena *memory, const struct xml_node **root,
                struct error *e)
{
    if (xml.length > XML_MOST_BYTES) {
        return error_set(e, ST_BAD_DATA, "the document is larger than %zu MiB",
                         XML_MOST_BYTES >> 20);
    }
    const char *encoding = encoding_by_mark(xml);
    if (encoding != NULL) {
        xml = sv_slice(xml, xml.bytes[0] == '\xef' ? 3 : 0, SIZE_MAX);
    }
    // Blanks before the declaration are against the standard, and common.
    while (xml.length > 0 && (xml.bytes[0] == ' ' || xml.bytes[0] == '\n' || xml.bytes[0] == '\r' ||
                              xml.bytes[0] == '\t')) {
        xml = sv_slice(xml, 1, SIZE_MAX);
    }
    struct tree_builder t = {.memory = memory, .e = e};
    t.parser = XML_ParserCreateNS(encoding, NAMESPACE_SEPARATOR);
    if (t.parser == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory for reading XML");
    }
    buffer_init(&t.text, XML_MOST_BYTES * 3);
    status result = parse(&t, xml);
    buffer_release(&t.text);
    XML_ParserFree(t.parser);
    if (result == ST_OK) {
        *root = t.last[0];
    }
    return result;
}

const struct xml_node *xml_child(const struct xml_node *parent, const char *name)
{
    const struct xml_node *child = parent == NULL ? NULL : parent->first;
    while (child != NULL && (child->name == NULL || strcmp(child->name, name) != 0)) {
        child = child->next;
    }
    return child;
}

const struct xml_node *xml_again(const struct xml_node *element)
{
    const struct xml_node *next = element->next;
    while (next != NULL && (next->name == NULL || strcmp(next->name, element->name) != 0)) {
        next = next->next;
    }
    return next;
}

string_view xml_attribute(const struct xml_node *element, const char *name)
{
    const struct xml_attribute *a = element == NULL ? NULL : element->attributes;
    while (a != NULL && strcmp(a->name, name) != 0) {
        a = a->next;
    }
    return a == NULL ? (string_view){NULL, 0} : a->value;
}

// Appends text with runs of blanks as one blank. Depth is bounded by XML_MOST_DEPTH.
static void collect_text(const struct xml_node *node, struct buffer *out)
{
    if (node->name != NULL) {
        for (const struct xml_node *child = node->first; child != NULL; child = child->next) {
            collect_text(child, out);
        }
        return;
    }
    for (size_t i = 0; i < node->text.length; i++) {
        char byte = node->text.bytes[i];
        bool is_blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
        if (!is_blank) {
            buffer_append_byte(out, byte);
        } else if (out->length > 0 && out->bytes[out->length - 1] != ' ') {
            buffer_append_byte(out, ' ');
        }
    }
}

string_view xml_text(const struct xml_node *element, struct arena *memory)
{
    if (element == NULL) {
        return SV("");
    }
    struct buffer text;
    buffer_init(&text, XML_MOST_BYTES * 3);
    collect_text(element, &text);
    string_view copy = arena_copy(memory, sv_trim(buffer_view(&text)));
    buffer_release(&text);
    return copy.bytes == NULL ? SV("") : copy;
}
