// SPDX-License-Identifier: Apache-2.0
// Any bytes as a pattern, a NUL, and a text: the pattern is refused, or it matches the text as its
// one form does.
#include "query/wildcard.h"

#include "base/fold.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check(struct arena *arena, string_view pattern, string_view folded)
{
    struct wildcard w;
    struct wildcard simple;
    struct error error = {0};
    string_view text;
    bool prefix = false;
    require(wildcard_compile(arena, pattern, &w, &error) == ST_OK);
    require(wildcard_simplify(arena, pattern, &text, &prefix, &error) == ST_OK);
    if (!prefix) {
        require(wildcard_check(text, &error) == ST_OK);
        require(wildcard_compile(arena, text, &simple, &error) == ST_OK);
        require(wildcard_matches(&w, folded) == wildcard_matches(&simple, folded));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *end = size == 0 ? NULL : memchr(data, 0, size);
    if (end == NULL) {
        return 0;
    }
    string_view pattern = {(const char *)data, (size_t)(end - data)};
    string_view text = {(const char *)end + 1, size - pattern.length - 1};
    struct arena arena;
    struct buffer folded;
    struct error error = {0};
    arena_init(&arena, (size_t)64 << 20);
    buffer_init(&folded, (size_t)64 << 20);
    fold_full(text, &folded);
    if (wildcard_check(pattern, &error) == ST_OK) {
        check(&arena, pattern, buffer_view(&folded));
    }
    buffer_release(&folded);
    arena_release(&arena);
    return 0;
}
