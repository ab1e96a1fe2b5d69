// SPDX-License-Identifier: Apache-2.0
// Takes request targets apart; looks at every byte once or twice, recurses nowhere.
#include "http/url.h"

#include "base/utf8.h"

#include <string.h>

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Decodes one component. `base` is where the whole target starts, to name places in it.
static status decode(struct arena *arena, string_view text, bool plus_is_blank, const char *base,
                     string_view *out, struct error *e)
{
    char *bytes = arena_alloc(arena, text.length + 1);
    if (bytes == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the address");
    }
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c == '%') {
            int high = text.length - i > 2 ? hex_digit(text.bytes[i + 1]) : -1;
            int low = text.length - i > 2 ? hex_digit(text.bytes[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return error_set(e, ST_INVALID,
                                 "%% at byte %zu of the address is not followed by two hexadecimal "
                                 "digits; write a percent sign as %%25",
                                 (size_t)(text.bytes + i - base));
            }
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus_is_blank) {
            c = ' ';
        }
        if (c == '\0') {
            return error_set(e, ST_INVALID, "a NUL stands at byte %zu of the address",
                             (size_t)(text.bytes + i - base));
        }
        bytes[length++] = c;
    }
    string_view result = {bytes, length};
    if (utf8_check(result) != length) {
        return error_set(e, ST_INVALID,
                         "bytes that are not UTF-8 stand behind byte %zu of the address",
                         (size_t)(text.bytes - base));
    }
    *out = result;
    return ST_OK;
}

// Blanks and control characters have no place in a target (RFC 9112 section 3.2).
static status check_bytes(string_view raw, struct error *e)
{
    for (size_t i = 0; i < raw.length; i++) {
        unsigned char c = (unsigned char)raw.bytes[i];
        if (c <= ' ' || c == 0x7f || c == '#') {
            return error_set_field(e, ST_INVALID, "path",
                                   "byte %zu of the address must be percent-encoded", i);
        }
    }
    return ST_OK;
}

// The path and query of a target in absolute form, http://host/path?query.
static string_view without_authority(string_view raw)
{
    size_t scheme = 0;
    if (sv_equal_ignore_case(sv_slice(raw, 0, 7), SV("http://"))) {
        scheme = 7;
    } else if (sv_equal_ignore_case(sv_slice(raw, 0, 8), SV("https://"))) {
        scheme = 8;
    } else {
        return raw;
    }
    size_t slash = scheme + sv_find(sv_slice(raw, scheme, SIZE_MAX), '/');
    return slash >= raw.length ? SV("/") : sv_slice(raw, slash, SIZE_MAX);
}

static size_t count_byte(string_view text, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        count += text.bytes[i] == byte;
    }
    return count;
}

static status parse_path(struct arena *arena, const char *base, struct http_target *target,
                         struct error *e)
{
    string_view rest = sv_slice(target->path, 1, SIZE_MAX);
    size_t count = count_byte(rest, '/') + 1;
    if (count > HTTP_LIMIT_SEGMENTS) {
        return error_set_field(e, ST_TOO_LARGE, "path", "the path has %zu segments, at most %zu",
                               count, HTTP_LIMIT_SEGMENTS);
    }
    string_view *segments = arena_array(arena, string_view, count);
    if (segments == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the path");
    }
    for (size_t i = 0; i < count; i++) {
        size_t length = sv_find(rest, '/');
        status result = decode(arena, sv_slice(rest, 0, length), false, base, &segments[i], e);
        if (result != ST_OK) {
            return result;
        }
        rest = sv_slice(rest, length + 1, SIZE_MAX);
    }
    target->segments = segments;
    target->segment_count = count;
    return ST_OK;
}

static status parse_parameter(struct arena *arena, string_view part, const char *base,
                              struct http_parameter *out, struct error *e)
{
    size_t equals = sv_find(part, '=');
    TRY(decode(arena, sv_slice(part, 0, equals), true, base, &out->name, e));
    struct error inner = {0};
    status result =
        decode(arena, sv_slice(part, equals + 1, SIZE_MAX), true, base, &out->value, &inner);
    if (result != ST_OK) {
        char name[sizeof inner.field];
        size_t length = MIN(out->name.length, sizeof name - 1);
        memcpy(name, out->name.bytes, length);
        name[length] = '\0';
        return error_set_field(e, result, name, "%s", inner.message);
    }
    return ST_OK;
}

static status parse_query(struct arena *arena, const char *base, struct http_target *target,
                          struct error *e)
{
    if (target->query.length == 0) {
        return ST_OK;
    }
    size_t most = count_byte(target->query, '&') + 1;
    if (most > HTTP_LIMIT_PARAMETERS) {
        return error_set(e, ST_TOO_LARGE, "the address has %zu parameters, at most %zu", most,
                         HTTP_LIMIT_PARAMETERS);
    }
    struct http_parameter *parameters = arena_array(arena, struct http_parameter, most);
    if (parameters == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the parameters");
    }
    string_view rest = target->query;
    string_view part = {0};
    size_t count = 0;
    while (sv_split(&rest, '&', &part)) {
        if (part.length > 0) {
            TRY(parse_parameter(arena, part, base, &parameters[count], e));
            count++;
        }
    }
    target->parameters = parameters;
    target->parameter_count = count;
    return ST_OK;
}

status http_target_parse(struct arena *arena, string_view raw, struct http_target *out,
                         struct error *e)
{
    if (raw.length > HTTP_LIMIT_TARGET) {
        return error_set(e, ST_TOO_LARGE,
                         "the address has %zu bytes, at most %zu; POST a longer query", raw.length,
                         HTTP_LIMIT_TARGET);
    }
    struct http_target target = {0};
    if (sv_equal(raw, SV("*"))) {
        target.path = raw;
        *out = target;
        return ST_OK;
    }
    TRY(check_bytes(raw, e));
    string_view rest = without_authority(raw);
    if (!sv_starts_with(rest, SV("/"))) {
        return error_set_field(e, ST_INVALID, "path", "the address must start with a slash");
    }
    size_t question = sv_find(rest, '?');
    target.path = sv_slice(rest, 0, question);
    target.query = sv_slice(rest, question + 1, SIZE_MAX);
    struct error inner = {0};
    status result = parse_path(arena, raw.bytes, &target, &inner);
    if (result != ST_OK) {
        return error_set_field(e, result, "path", "%s", inner.message);
    }
    TRY(parse_query(arena, raw.bytes, &target, e));
    *out = target;
    return ST_OK;
}
