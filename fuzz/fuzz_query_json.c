// SPDX-License-Identifier: Apache-2.0
// Any bytes as a query's JSON: refused, or a tree whose canonical form reads back as itself.
#include "query/query.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check_tree(struct arena *arena, const struct query *q)
{
    struct error error = {0};
    const struct query *normal = NULL;
    require(query_normalise(arena, q, &normal, &error) == ST_OK);
    struct buffer once;
    struct buffer twice;
    buffer_init(&once, (size_t)64 << 20);
    buffer_init(&twice, (size_t)64 << 20);
    query_print(normal, &once);
    const struct query *again = NULL;
    // A tree past the bounds in its canonical form, as a joined "in" may be, need not read back.
    if (query_from_json(arena, buffer_view(&once), &again, &error) == ST_OK) {
        require(query_normalise(arena, again, &normal, &error) == ST_OK);
        query_print(normal, &twice);
        require(sv_equal(buffer_view(&once), buffer_view(&twice)));
    }
    buffer_clear(&twice);
    query_describe(normal, &twice);
    const string_view *fields = NULL;
    size_t count = 0;
    require(query_fields(arena, normal, &fields, &count, &error) == ST_OK);
    char name[65];
    require(query_name(normal, name, &error) == ST_OK);
    buffer_release(&once);
    buffer_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    string_view json = {(const char *)data, size};
    struct arena arena;
    arena_init(&arena, (size_t)512 << 20);
    struct error error = {0};
    const struct query *q = NULL;
    status result = query_from_json(&arena, json, &q, &error);
    require((result == ST_OK) == (error.code == ST_OK));
    if (result == ST_OK) {
        check_tree(&arena, q);
        char hash[41];
        result = query_museum_hash(json, hash, &error);
        require((result == ST_OK) == (error.code == ST_OK));
    }
    arena_release(&arena);
    return 0;
}
