// SPDX-License-Identifier: Apache-2.0
// Reading of meta.xml.
#include "formats/dwca_meta.h"

#include "formats/archive_unpack.h"
#include "formats/text_decode.h"
#include "formats/xml_read.h"

#include <string.h>

#define MOST_HEADER_LINES 1000

struct meta_reader {
    struct arena *memory;
    struct error *e;
};

string_view term_local_name(string_view term)
{
    string_view name = term;
    while (name.length > 0 && name.bytes[name.length - 1] == '/') {
        name.length--;
    }
    size_t start = 0;
    bool has_path = sv_find(name, '/') < name.length || sv_find(name, '#') < name.length;
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        if (byte == '/' || byte == '#' || (byte == ':' && !has_path)) {
            start = i + 1;
        }
    }
    return start < name.length ? sv_slice(name, start, SIZE_MAX) : term;
}

static status out_of_memory(const struct meta_reader *r)
{
    return error_set(r->e, ST_NO_MEMORY, "out of memory for meta.xml");
}

// An attribute's value without blanks around it; `fallback` when it is not there.
static string_view plain_attribute(const struct xml_node *element, const char *name,
                                   string_view fallback)
{
    string_view value = xml_attribute(element, name);
    return value.bytes == NULL ? fallback : sv_trim(value);
}

// \t \n \r \\ as people write them; other characters stand for themselves.
static string_view unescape(const struct meta_reader *r, string_view text)
{
    string_view copy = arena_copy(r->memory, text);
    if (copy.bytes == NULL) {
        return text;
    }
    char *bytes = (char *)(uintptr_t)copy.bytes;
    size_t length = 0;
    for (size_t i = 0; i < copy.length; i++) {
        char byte = bytes[i];
        if (byte == '\\' && i + 1 < copy.length) {
            char next = bytes[++i];
            byte = next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next;
        }
        bytes[length++] = byte;
    }
    return (string_view){bytes, length};
}

static status bad(const struct meta_reader *r, const struct xml_node *where, const char *what)
{
    return error_set(r->e, ST_BAD_DATA, "meta.xml, line %llu: %s", (unsigned long long)where->line,
                     what);
}

static status read_index(const struct meta_reader *r, const struct xml_node *element,
                         const char *name, size_t most, size_t *out)
{
    string_view text = plain_attribute(element, name, (string_view){NULL, 0});
    uint64_t value = 0;
    if (text.bytes == NULL) {
        return ST_OK; // *out keeps its default
    }
    if (!sv_to_uint64(text, &value) || value > most) {
        return error_set(r->e, ST_BAD_DATA,
                         "meta.xml, line %llu: %s=\"" SV_FORMAT "\" is no number from 0 to %zu",
                         (unsigned long long)element->line, name,
                         SV_ARGUMENT(sv_slice(text, 0, 60)), most);
    }
    *out = (size_t)value;
    return ST_OK;
}

static status read_encoding(const struct meta_reader *r, const struct xml_node *element,
                            enum text_encoding *out)
{
    string_view name = plain_attribute(element, "encoding", SV("UTF-8"));
    *out = ENCODING_UTF8;
    if (name.length > 0 && !text_encoding_from_name(name, out)) {
        return error_set(r->e, ST_BAD_DATA,
                         "meta.xml, line %llu: the encoding \"" SV_FORMAT "\" is not read; use "
                         "UTF-8, UTF-16, ISO-8859-1 or windows-1252",
                         (unsigned long long)element->line, SV_ARGUMENT(sv_slice(name, 0, 60)));
    }
    return ST_OK;
}

// fieldsTerminatedBy, fieldsEnclosedBy, linesTerminatedBy.
static status read_dialect(const struct meta_reader *r, const struct xml_node *element,
                           struct dwca_file *out)
{
    string_view delimiter = xml_attribute(element, "fieldsTerminatedBy");
    string_view quote = xml_attribute(element, "fieldsEnclosedBy");
    string_view line_end = xml_attribute(element, "linesTerminatedBy");
    delimiter = delimiter.bytes == NULL ? SV(",") : unescape(r, delimiter);
    quote = quote.bytes == NULL ? SV("\"") : unescape(r, quote);
    line_end = line_end.bytes == NULL ? SV("\n") : unescape(r, line_end);
    if (delimiter.length != 1 || delimiter.bytes[0] == '\n' || delimiter.bytes[0] == '\r') {
        return bad(r, element, "fieldsTerminatedBy must be one character, such as \\t , ; or |");
    }
    if (quote.length > 1) {
        return bad(r, element, "fieldsEnclosedBy must be one character or empty");
    }
    bool is_usual = line_end.length == 0 || sv_equal(line_end, SV("\n")) ||
                    sv_equal(line_end, SV("\r\n")) || sv_equal(line_end, SV("\r")) ||
                    sv_trim(line_end).length == 0;
    if (!is_usual && line_end.length > 1) {
        return bad(r, element, "linesTerminatedBy must be \\n, \\r\\n, \\r or one character");
    }
    out->delimiter = delimiter.bytes[0];
    out->quote = '\0';
    if (quote.length == 1) {
        out->quote = quote.bytes[0];
    }
    out->line_end = is_usual ? -1 : (unsigned char)line_end.bytes[0];
    return ST_OK;
}

static size_t count_children(const struct xml_node *parent, const char *name)
{
    size_t count = 0;
    for (const struct xml_node *c = xml_child(parent, name); c != NULL; c = xml_again(c)) {
        count++;
    }
    return count;
}

static status read_locations(const struct meta_reader *r, const struct xml_node *element,
                             struct dwca_file *out)
{
    const struct xml_node *files = xml_child(element, "files");
    size_t count = count_children(files, "location");
    if (count == 0) {
        return bad(r, element, "<files> names no <location>; name the data file");
    }
    if (count > DWCA_MOST_FILES) {
        return bad(r, element, "<files> names more than 1000 locations");
    }
    out->locations = arena_array(r->memory, const char *, count);
    if (out->locations == NULL) {
        return out_of_memory(r);
    }
    for (const struct xml_node *c = xml_child(files, "location"); c != NULL; c = xml_again(c)) {
        const char *name = xml_text(c, r->memory).bytes;
        if (name[0] == '.' && name[1] == '/') {
            name += 2;
        }
        if (!is_safe_name(name)) {
            return error_set(r->e, ST_BAD_DATA,
                             "meta.xml, line %llu: the location '%.200s' is not a file inside the "
                             "archive; put the file beside meta.xml",
                             (unsigned long long)c->line, name);
        }
        out->locations[out->location_count++] = name;
    }
    return ST_OK;
}

static status read_field(const struct meta_reader *r, const struct xml_node *element,
                         struct dwca_field *out)
{
    *out = (struct dwca_field){
        .term = plain_attribute(element, "term", SV("")),
        .index = DWCA_NO_INDEX,
        .default_value = plain_attribute(element, "default", SV("")),
        .vocabulary = plain_attribute(element, "vocabulary", SV("")),
        .delimited_by = SV(""),
    };
    string_view delimited_by = xml_attribute(element, "delimitedBy");
    if (delimited_by.bytes != NULL) {
        out->delimited_by = unescape(r, delimited_by);
    }
    if (out->term.length == 0) {
        return bad(r, element, "<field> has no term; name what the column means");
    }
    return read_index(r, element, "index", LIMIT_TABLE_PATHS - 1, &out->index);
}

static status read_fields(const struct meta_reader *r, const struct xml_node *element,
                          struct dwca_file *out)
{
    size_t count = count_children(element, "field");
    if (count > LIMIT_TABLE_PATHS) {
        return bad(r, element, "there are more than 4000 fields");
    }
    out->fields = arena_array(r->memory, struct dwca_field, MAX(count, (size_t)1));
    if (out->fields == NULL) {
        return out_of_memory(r);
    }
    for (const struct xml_node *c = xml_child(element, "field"); c != NULL; c = xml_again(c)) {
        struct dwca_field field;
        TRY(read_field(r, c, &field));
        // Without index and default a field says nothing.
        if (field.index != DWCA_NO_INDEX || field.default_value.length > 0) {
            out->fields[out->field_count++] = field;
        }
    }
    return ST_OK;
}

static status read_file(const struct meta_reader *r, const struct xml_node *element,
                        const char *id_name, struct dwca_file *out)
{
    *out = (struct dwca_file){.id_index = DWCA_NO_INDEX};
    out->row_type = plain_attribute(element, "rowType", SV(""));
    out->date_format = plain_attribute(element, "dateFormat", SV("YYYY-MM-DD"));
    TRY(read_encoding(r, element, &out->encoding));
    TRY(read_dialect(r, element, out));
    TRY(read_index(r, element, "ignoreHeaderLines", MOST_HEADER_LINES, &out->header_lines));
    TRY(read_locations(r, element, out));
    const struct xml_node *id = xml_child(element, id_name);
    TRY(read_index(r, id, "index", LIMIT_TABLE_PATHS - 1, &out->id_index));
    return read_fields(r, element, out);
}

static status read_extensions(const struct meta_reader *r, const struct xml_node *root,
                              struct dwca_meta *out)
{
    size_t count = count_children(root, "extension");
    if (count == 0) {
        return ST_OK;
    }
    if (count > DWCA_MOST_FILES) {
        return bad(r, root, "there are more than 1000 extensions");
    }
    if (out->core.id_index == DWCA_NO_INDEX) {
        return bad(r, xml_child(root, "core"),
                   "<core> has no <id index=\"...\"/>, which extensions need");
    }
    out->extensions = arena_array(r->memory, struct dwca_file, count);
    if (out->extensions == NULL) {
        return out_of_memory(r);
    }
    for (const struct xml_node *c = xml_child(root, "extension"); c != NULL; c = xml_again(c)) {
        struct dwca_file *extension = &out->extensions[out->extension_count];
        TRY(read_file(r, c, "coreid", extension));
        if (extension->row_type.length == 0) {
            return bad(r, c, "<extension> has no rowType");
        }
        if (extension->id_index == DWCA_NO_INDEX) {
            return bad(r, c, "<extension> has no <coreid index=\"...\"/>");
        }
        out->extension_count++;
    }
    return ST_OK;
}

status dwca_meta_read(string_view xml, struct arena *memory, struct dwca_meta *out, struct error *e)
{
    struct meta_reader r = {memory, e};
    const struct xml_node *root = NULL;
    status result = xml_read(xml, memory, &root, e);
    if (result != ST_OK) {
        error_prefix(e, "meta.xml");
        return result == ST_REFUSED ? ST_BAD_DATA : result; // no archive is read without it
    }
    const struct xml_node *core = xml_child(root, "core");
    if (core == NULL) {
        return error_set(e, ST_BAD_DATA, "meta.xml holds no <core>; describe the core file in it");
    }
    struct dwca_meta meta = {0};
    TRY(read_file(&r, core, "id", &meta.core));
    TRY(read_extensions(&r, root, &meta));
    string_view metadata = plain_attribute(root, "metadata", SV(""));
    if (metadata.length > 0) {
        string_view copy = arena_copy(memory, metadata); // trimmed, with a NUL behind it
        meta.metadata = copy.bytes;
    }
    *out = meta;
    return ST_OK;
}
