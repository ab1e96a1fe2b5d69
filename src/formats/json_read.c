// SPDX-License-Identifier: Apache-2.0
// A strict JSON parser without recursion: the builder's open containers are the stack.
#include "formats/json_read.h"

#include "base/utf8.h"
#include "formats/field_name.h"
#include "formats/json_write.h"

#include <string.h>

struct parser {
    string_view text;
    size_t at;
    bool clean_names;
    struct name_table *names;
    struct document_builder *builder;
    struct error *e;
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static char peek(const struct parser *p)
{
    return p->at < p->text.length ? p->text.bytes[p->at] : '\0';
}

static void skip_blanks(struct parser *p)
{
    while (p->at < p->text.length) {
        char byte = p->text.bytes[p->at];
        if (byte != ' ' && byte != '\t' && byte != '\n' && byte != '\r') {
            return;
        }
        p->at++;
    }
}

static bool take(struct parser *p, char byte)
{
    if (p->at < p->text.length && p->text.bytes[p->at] == byte) {
        p->at++;
        return true;
    }
    return false;
}

static status unexpected(struct parser *p, const char *wanted)
{
    if (p->at >= p->text.length) {
        return error_set(p->e, ST_BAD_DATA, "the JSON ends where %s should be", wanted);
    }
    unsigned char byte = (unsigned char)p->text.bytes[p->at];
    if (byte > 0x20 && byte < 0x7f) {
        return error_set(p->e, ST_BAD_DATA, "'%c' stands where %s should be", byte, wanted);
    }
    return error_set(p->e, ST_BAD_DATA, "byte 0x%02X stands where %s should be", byte, wanted);
}

// Four hexadecimal digits behind \u.
static bool read_hex(struct parser *p, uint32_t *out)
{
    if (p->text.length - p->at < 4) {
        return false;
    }
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++) {
        char byte = p->text.bytes[p->at + i];
        uint32_t digit = 0;
        if (is_digit(byte)) {
            digit = (uint32_t)(byte - '0');
        } else if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f') {
            digit = (uint32_t)((byte | 0x20) - 'a' + 10);
        } else {
            return false;
        }
        value = value << 4 | digit;
    }
    p->at += 4;
    *out = value;
    return true;
}

// What follows "\u": one unit or a surrogate pair (RFC 8259 section 7).
static status read_unicode_escape(struct parser *p, uint32_t *out)
{
    uint32_t unit = 0;
    if (!read_hex(p, &unit)) {
        return error_set(p->e, ST_BAD_DATA, "\\u needs four hexadecimal digits");
    }
    if (unit == 0) {
        return error_set(p->e, ST_BAD_DATA, "a text holds a NUL character (\\u0000)");
    }
    if (unit >= 0xd800 && unit <= 0xdfff) {
        uint32_t low = 0;
        if (unit > 0xdbff || !take(p, '\\') || !take(p, 'u') || !read_hex(p, &low) ||
            low < 0xdc00 || low > 0xdfff) {
            return error_set(p->e, ST_BAD_DATA, "\\u%04X is half a surrogate pair", unit);
        }
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
    *out = unit;
    return ST_OK;
}

// What follows a backslash, appended to the builder's text.
static status read_escape(struct parser *p)
{
    static const char from[] = "\"\\/bfnrt";
    static const char to[] = "\"\\/\b\f\n\r\t";
    struct buffer *text = &p->builder->text;
    char byte = peek(p);
    if (byte == 'u') {
        p->at++;
        uint32_t character = 0;
        TRY(read_unicode_escape(p, &character));
        utf8_append(text, character);
        return ST_OK;
    }
    const char *found = byte == '\0' ? NULL : strchr(from, byte);
    if (found == NULL) {
        return unexpected(p, "an escape (one of \" \\ / b f n r t u)");
    }
    p->at++;
    buffer_append_byte(text, to[found - from]);
    return ST_OK;
}

// A string with escapes: `start` is behind its opening quote, p->at at the first backslash.
// The text buffer has room for the whole input, so what lies in it never moves.
static status read_escaped_string(struct parser *p, size_t start, string_view *out)
{
    struct buffer *text = &p->builder->text;
    size_t from = text->length;
    buffer_append(text, p->text.bytes + start, p->at - start);
    while (!take(p, '"')) {
        if (take(p, '\\')) {
            TRY(read_escape(p));
        }
        size_t run = json_plain_run(p->text, p->at);
        buffer_append(text, p->text.bytes + p->at, run);
        p->at += run;
        if (p->at == p->text.length) {
            return error_set(p->e, ST_BAD_DATA, "a string is not closed");
        }
        if ((unsigned char)p->text.bytes[p->at] < 0x20) {
            return unexpected(p, "an escape for it in a string");
        }
    }
    *out = (string_view){text->bytes + from, text->length - from};
    return ST_OK;
}

// p->at is behind the opening quote.
static status read_string(struct parser *p, string_view *out)
{
    size_t start = p->at;
    p->at += json_plain_run(p->text, start);
    if (p->at == p->text.length) {
        return error_set(p->e, ST_BAD_DATA, "a string is not closed");
    }
    string_view value = {p->text.bytes + start, p->at - start};
    if (p->text.bytes[p->at] == '\\') {
        TRY(read_escaped_string(p, start, &value));
    } else if (!take(p, '"')) {
        return unexpected(p, "an escape for it in a string");
    }
    if (utf8_check(value) < value.length) {
        return error_set(p->e, ST_BAD_DATA, "a text is not UTF-8");
    }
    if (value.length > LIMIT_VALUE_BYTES) {
        return error_set(p->e, ST_TOO_LARGE, "a text of %zu bytes is longer than %zu bytes",
                         value.length, LIMIT_VALUE_BYTES);
    }
    *out = value;
    return ST_OK;
}

static bool skip_digits(struct parser *p)
{
    size_t start = p->at;
    while (is_digit(peek(p))) {
        p->at++;
    }
    return p->at > start;
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
static status read_number(struct parser *p, string_view *out)
{
    size_t start = p->at;
    (void)take(p, '-');
    if (!take(p, '0') && !skip_digits(p)) {
        return unexpected(p, "a digit");
    }
    if (take(p, '.') && !skip_digits(p)) {
        return unexpected(p, "a digit");
    }
    if (take(p, 'e') || take(p, 'E')) {
        if (!take(p, '+')) {
            (void)take(p, '-');
        }
        if (!skip_digits(p)) {
            return unexpected(p, "a digit");
        }
    }
    if (is_digit(peek(p))) {
        return error_set(p->e, ST_BAD_DATA, "a number has a leading zero");
    }
    *out = sv_slice(p->text, start, p->at - start);
    if (out->length > LIMIT_VALUE_BYTES) {
        return error_set(p->e, ST_TOO_LARGE, "a number is longer than %zu bytes",
                         LIMIT_VALUE_BYTES);
    }
    return ST_OK;
}

static status read_word(struct parser *p, uint32_t name)
{
    static const char *const words[] = {"true", "false", "null"};
    static const enum node_kind kinds[] = {NODE_TRUE, NODE_FALSE, NODE_NULL};
    string_view rest = sv_slice(p->text, p->at, SIZE_MAX);
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        string_view word = sv_from(words[i]);
        if (sv_starts_with(rest, word)) {
            p->at += word.length;
            return document_builder_add(p->builder, name, kinds[i], SV(""), p->e);
        }
    }
    return unexpected(p, "a value");
}

// A scalar, or the opening of a list or object.
static status read_value(struct parser *p, uint32_t name)
{
    struct document_builder *b = p->builder;
    char byte = peek(p);
    string_view text = SV("");
    if (byte == '"') {
        p->at++;
        TRY(read_string(p, &text));
        return document_builder_add(b, name, NODE_STRING, text, p->e);
    }
    if (byte == '-' || is_digit(byte)) {
        TRY(read_number(p, &text));
        return document_builder_add(b, name, NODE_NUMBER, text, p->e);
    }
    if (byte == '{' || byte == '[') {
        TRY(document_builder_open(b, name, byte == '{' ? NODE_OBJECT : NODE_LIST, p->e));
        p->at++;
        return ST_OK;
    }
    return read_word(p, name);
}

static status add_name(struct parser *p, string_view name, uint32_t *out)
{
    if (!p->clean_names || field_name_is_clean(name)) {
        return name_table_add(p->names, name, out, p->e);
    }
    struct buffer cleaned;
    buffer_init(&cleaned, LIMIT_NAME_BYTES + 32);
    // An empty name has no place of its own in an object, so all of them are "column 1".
    status result = field_name_clean(name, 1, &cleaned, p->e);
    if (result == ST_OK) {
        result = name_table_add(p->names, buffer_view(&cleaned), out, p->e);
    }
    buffer_release(&cleaned);
    return result;
}

// A member's name and the colon behind it.
static status read_name(struct parser *p, uint32_t *out)
{
    if (!take(p, '"')) {
        return unexpected(p, "a name in quotes");
    }
    string_view name = SV("");
    TRY(read_string(p, &name));
    TRY(add_name(p, name, out));
    skip_blanks(p);
    return take(p, ':') ? ST_OK : unexpected(p, "':'");
}

// Closes what ends here; *more says whether another member or element follows.
static status close_containers(struct parser *p, bool *more)
{
    while (p->builder->depth > 0) {
        skip_blanks(p);
        bool in_object = document_builder_in_object(p->builder);
        if (take(p, ',')) {
            *more = true;
            return ST_OK;
        }
        if (!take(p, in_object ? '}' : ']')) {
            return unexpected(p, in_object ? "',' or '}'" : "',' or ']'");
        }
        TRY(document_builder_close(p->builder, p->names, p->e));
    }
    *more = false;
    return ST_OK;
}

// Reads one name and value, or one element, or the root; a container just opened may be empty.
static status read_item(struct parser *p, bool *more)
{
    uint32_t name = NO_NAME;
    skip_blanks(p);
    if (document_builder_in_object(p->builder)) {
        TRY(read_name(p, &name));
        skip_blanks(p);
    }
    size_t depth = p->builder->depth;
    TRY(read_value(p, name));
    skip_blanks(p);
    if (p->builder->depth > depth) {
        char closing = document_builder_in_object(p->builder) ? '}' : ']';
        if (peek(p) != closing) {
            *more = true;
            return ST_OK;
        }
    }
    return close_containers(p, more);
}

static status parse(struct parser *p)
{
    bool more = true;
    while (more) {
        TRY(read_item(p, &more));
    }
    skip_blanks(p);
    return p->at == p->text.length ? ST_OK : unexpected(p, "the end of the JSON");
}

status json_parse(string_view text, bool clean_names, struct name_table *names,
                  struct document_builder *b, size_t *offset, struct error *e)
{
    struct parser p = {.text = text, .clean_names = clean_names, .names = names, .builder = b};
    struct error local = {0};
    p.e = e != NULL ? e : &local;
    *offset = 0;
    TRY(document_builder_clear(b, text.length, p.e));
    status result = parse(&p);
    *offset = result == ST_OK ? 0 : p.at;
    return result;
}

void json_locate(string_view text, size_t offset, uint64_t *line, uint64_t *column)
{
    *line = 1;
    *column = 1;
    for (size_t at = 0; at < MIN(offset, text.length); at++) {
        if (text.bytes[at] == '\n') {
            *line += 1;
            *column = 1;
        } else if (((unsigned char)text.bytes[at] & 0xc0) != 0x80) {
            *column += 1;
        }
    }
}
