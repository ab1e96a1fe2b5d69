// SPDX-License-Identifier: Apache-2.0
// Any bytes as the target of a request, from the wire to the query tree: taken apart within its
// limits or refused with a message; segments and parameters are UTF-8 without NUL, and come back
// the same when they are encoded again. The first byte says whether headers are read from the rest
// instead.
#include "base/percent.h"
#include "base/utf8.h"
#include "http/negotiate.h"
#include "http/url.h"
#include "query/query.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check_text(string_view text)
{
    require(utf8_check(text) == text.length);
    require(text.length == 0 || memchr(text.bytes, '\0', text.length) == NULL);
}

// Prints the parts percent-encoded and takes the result apart once more.
static void check_again(struct arena *arena, const struct http_target *target)
{
    struct buffer text;
    struct http_target again;
    struct error e = {0};
    buffer_init(&text, (size_t)1 << 20);
    for (size_t i = 0; i < target->segment_count; i++) {
        buffer_append_byte(&text, '/');
        percent_encode(&text, target->segments[i]);
    }
    for (size_t i = 0; i < target->parameter_count; i++) {
        buffer_append_byte(&text, i == 0 ? '?' : '&');
        percent_encode(&text, target->parameters[i].name);
        buffer_append_byte(&text, '=');
        percent_encode(&text, target->parameters[i].value);
    }
    // Encoding may make it longer than a target may be.
    if (text.length <= HTTP_LIMIT_TARGET) {
        require(http_target_parse(arena, buffer_view(&text), &again, &e) == ST_OK);
        require(again.segment_count == target->segment_count);
        require(again.parameter_count == target->parameter_count);
        for (size_t i = 0; i < again.segment_count; i++) {
            require(sv_equal(again.segments[i], target->segments[i]));
        }
        for (size_t i = 0; i < again.parameter_count; i++) {
            require(sv_equal(again.parameters[i].name, target->parameters[i].name));
            require(sv_equal(again.parameters[i].value, target->parameters[i].value));
        }
    }
    buffer_release(&text);
}

static void compile(struct arena *arena, const struct http_target *target)
{
    static const char *const reserved[] = {"limit", "sort", "version"};
    const struct query *q = NULL;
    struct error e = {0};
    struct query_parameter *parameters =
        arena_array(arena, struct query_parameter, target->parameter_count + 1);
    require(parameters != NULL);
    for (size_t i = 0; i < target->parameter_count; i++) {
        parameters[i].name = target->parameters[i].name;
        parameters[i].value = target->parameters[i].value;
    }
    status result = query_from_parameters(arena, parameters, target->parameter_count, reserved,
                                          ARRAY_LENGTH(reserved), &q, &e);
    require((result == ST_OK) == (e.code == ST_OK));
}

static void read_headers(string_view text)
{
    static const char *const offers[] = {"application/json", "text/html"};
    require(accept_best(text, offers, 2) <= 2);
    int weight = accept_weight(text, SV("text/html"));
    require(weight >= 0 && weight <= 1000);
    require(accept_language_weight(text, SV("de")) <= 1000);
    (void)accept_encoding_allows(text, SV("gzip"));
    (void)etag_listed(text, SV("W/\"a\""));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct http_target target;
    struct error e = {0};
    string_view text = {(const char *)data, size};
    arena_init(&arena, (size_t)256 << 20);
    if (size > 0 && data[0] == 'H') {
        read_headers(sv_slice(text, 1, SIZE_MAX));
    } else if (http_target_parse(&arena, text, &target, &e) == ST_OK) {
        require(target.segment_count <= HTTP_LIMIT_SEGMENTS);
        require(target.parameter_count <= HTTP_LIMIT_PARAMETERS);
        for (size_t i = 0; i < target.segment_count; i++) {
            check_text(target.segments[i]);
        }
        for (size_t i = 0; i < target.parameter_count; i++) {
            check_text(target.parameters[i].name);
            check_text(target.parameters[i].value);
        }
        if (target.segment_count > 0) { // "*" has none
            check_again(&arena, &target);
        }
        compile(&arena, &target);
    } else {
        require(e.message[0] != '\0');
    }
    arena_release(&arena);
    return 0;
}
