// SPDX-License-Identifier: Apache-2.0
// Any bytes as a URL's query string, taken apart at & and =: refused with the parameter's name, or
// a tree whose canonical form reads back as itself; and each value, written for an address, asks
// for itself.
#include "query/query.h"

#include <stdlib.h>

#define MOST_PARAMETERS 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static size_t take_apart(string_view text, struct query_parameter *list)
{
    size_t count = 0;
    string_view part;
    while (count < MOST_PARAMETERS && text.length > 0 && sv_split(&text, '&', &part)) {
        size_t equal = sv_find(part, '=');
        list[count++] = (struct query_parameter){sv_slice(part, 0, equal),
                                                 sv_slice(part, equal + 1, part.length)};
    }
    return count;
}

static void check_value(struct arena *arena, string_view text)
{
    if (text.length == 0 || text.length > QUERY_LIMIT_TEXT - 2) {
        return;
    }
    struct error error = {0};
    const struct query *q = NULL;
    struct query_parameter parameter = {{"x", 1}, query_value_write(arena, text)};
    require(query_from_parameters(arena, &parameter, 1, NULL, 0, &q, &error) == ST_OK);
    require(q->kind == QUERY_STRING_EQUALS && sv_equal(q->text, text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const reserved[] = {"limit", "offset", "facet"};
    struct query_parameter list[MOST_PARAMETERS];
    size_t count = take_apart((string_view){(const char *)data, size}, list);
    struct arena arena;
    arena_init(&arena, (size_t)512 << 20);
    struct error error = {0};
    const struct query *q = NULL;
    status result =
        query_from_parameters(&arena, list, count, reserved, ARRAY_LENGTH(reserved), &q, &error);
    for (size_t i = 0; i < count; i++) {
        check_value(&arena, list[i].value);
    }
    require(result == ST_OK || (result == ST_INVALID && error.code == ST_INVALID));
    if (result == ST_OK) {
        const struct query *normal = NULL;
        require(query_normalise(&arena, q, &normal, &error) == ST_OK);
        struct buffer out;
        buffer_init(&out, (size_t)64 << 20);
        query_print(normal, &out);
        query_describe(normal, &out);
        require(!out.failed);
        buffer_release(&out);
    }
    arena_release(&arena);
    return 0;
}
