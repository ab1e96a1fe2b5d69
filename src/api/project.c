// SPDX-License-Identifier: Apache-2.0
// One pass over a record's JSON text.
#include "api/project.h"

#include "base/utf8.h"
#include "formats/document.h"

#include <string.h>

#define PATH_ROOM ((size_t)4096)

struct projection {
    string_view json;
    size_t at;
    const string_view *fields;
    size_t count;
    struct buffer *out;
    char path[PATH_ROOM]; // dotted path of the value at hand
    size_t path_length;
};

enum keeping { KEEP_NOT, KEEP_PARTS, KEEP_WHOLE };

static char peek(const struct projection *p)
{
    return p->at < p->json.length ? p->json.bytes[p->at] : '\0';
}

// The end of a string whose opening quote is at `at`.
static size_t string_end(const struct projection *p, size_t at)
{
    for (at++; at < p->json.length && p->json.bytes[at] != '"'; at++) {
        at += p->json.bytes[at] == '\\';
    }
    return MIN(at + 1, p->json.length);
}

// The end of the value at `at`.
static size_t value_end(const struct projection *p, size_t at)
{
    size_t depth = 0;
    while (at < p->json.length) {
        char c = p->json.bytes[at];
        if (c == '"') {
            at = string_end(p, at);
        } else if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
            return at;
        } else {
            depth += c == '{' || c == '[';
            depth -= c == '}' || c == ']';
            at++;
        }
        if (depth == 0 && (c == '"' || c == '}' || c == ']')) {
            return at;
        }
    }
    return at;
}

static enum keeping keeping(const struct projection *p)
{
    string_view path = {p->path, p->path_length};
    enum keeping result = KEEP_NOT;
    for (size_t i = 0; i < p->count; i++) {
        string_view field = p->fields[i];
        if (sv_equal(field, path)) {
            return KEEP_WHOLE;
        }
        if (field.length > path.length && field.bytes[path.length] == '.' &&
            sv_starts_with(field, path)) {
            result = KEEP_PARTS;
        }
    }
    return result;
}

static uint32_t hex4(const char *digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++) {
        char c = digits[i];
        uint32_t digit = (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        value = value * 16 + (digit & 15);
    }
    return value;
}

// Appends a member's name, unescaped, to the path; false when it is too long.
static bool enter(struct projection *p, string_view name)
{
    size_t used = p->path_length;
    if (name.length + 2 > PATH_ROOM - used) {
        return false;
    }
    if (used > 0) {
        p->path[used++] = '.';
    }
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        if (c == '\\' && i + 1 < name.length) {
            static const char escapes[] = "b\bf\fn\nr\rt\t";
            c = name.bytes[++i];
            const char *known = memchr(escapes, c, sizeof escapes - 1);
            if (c == 'u' && i + 4 < name.length) {
                used += utf8_encode(hex4(name.bytes + i + 1), p->path + used);
                i += 4;
                continue;
            }
            c = known != NULL && (known - escapes) % 2 == 0 ? known[1] : c;
        }
        p->path[used++] = c;
    }
    p->path_length = used;
    return true;
}

static void project_value(struct projection *p, size_t depth);

static void project_list(struct projection *p, size_t depth)
{
    buffer_append_byte(p->out, '[');
    p->at++;
    while (p->at < p->json.length && peek(p) != ']') {
        if (peek(p) == ',') {
            buffer_append_byte(p->out, ',');
            p->at++;
        }
        project_value(p, depth + 1);
    }
    buffer_append_byte(p->out, ']');
    p->at++;
}

// One member of an object, which starts at its name's quote.
static void project_member(struct projection *p, size_t depth, bool *first)
{
    size_t before = p->path_length;
    size_t start = p->at;
    size_t name_end = string_end(p, start);
    string_view name = sv_slice(p->json, start + 1, name_end - start - 2);
    size_t value = name_end + 1; // behind the colon
    enum keeping kept = enter(p, name) ? keeping(p) : KEEP_NOT;
    p->at = value;
    char opening = peek(p);
    if (kept == KEEP_PARTS && opening != '{' && opening != '[') {
        kept = KEEP_NOT;
    }
    if (kept == KEEP_NOT) {
        p->at = value_end(p, value);
    } else {
        if (!*first) {
            buffer_append_byte(p->out, ',');
        }
        *first = false;
        buffer_append_view(p->out, sv_slice(p->json, start, value - start));
        if (kept == KEEP_PARTS) {
            project_value(p, depth + 1);
        } else {
            p->at = value_end(p, value);
            buffer_append_view(p->out, sv_slice(p->json, value, p->at - value));
        }
    }
    p->path_length = before;
}

static void project_value(struct projection *p, size_t depth)
{
    if (peek(p) == '[' && depth <= LIMIT_DEPTH) {
        project_list(p, depth);
        return;
    }
    if (peek(p) != '{' || depth > LIMIT_DEPTH) {
        size_t end = value_end(p, p->at);
        buffer_append_view(p->out, sv_slice(p->json, p->at, end - p->at));
        p->at = end == p->at ? p->at + 1 : end;
        return;
    }
    bool first = true;
    buffer_append_byte(p->out, '{');
    p->at++;
    while (p->at < p->json.length && peek(p) != '}') {
        if (peek(p) == ',') {
            p->at++;
        } else {
            project_member(p, depth, &first);
        }
    }
    buffer_append_byte(p->out, '}');
    p->at++;
}

void project_record(string_view json, const string_view *fields, size_t count, struct buffer *out)
{
    struct projection p = {.json = json, .fields = fields, .count = count, .out = out};
    project_value(&p, 0);
}

static bool is_one_of(string_view name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sv_equal(name, sv_from(names[i]))) {
            return true;
        }
    }
    return false;
}

void copy_open_object(string_view json, const char *const *left_out, size_t count,
                      struct buffer *out)
{
    struct projection p = {.json = json, .at = 1};
    bool first = true;
    buffer_append_byte(out, '{');
    while (p.at < json.length && peek(&p) != '}') {
        if (peek(&p) == ',') {
            p.at++;
            continue;
        }
        size_t start = p.at;
        size_t name_end = string_end(&p, start);
        p.at = value_end(&p, name_end + 1);
        if (!is_one_of(sv_slice(json, start + 1, name_end - start - 2), left_out, count)) {
            if (!first) {
                buffer_append_byte(out, ',');
            }
            buffer_append_view(out, sv_slice(json, start, p.at - start));
            first = false;
        }
    }
}
