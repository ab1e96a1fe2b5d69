// SPDX-License-Identifier: Apache-2.0
// A set of the hashes of paths.
#include "store/table_paths.h"

#include "base/hash.h"
#include "formats/document.h"

#include <string.h>

#define CELLS ((size_t)1024) // unpacked at a time

// Elements [first, end) of a level.
struct element_range {
    uint32_t first;
    uint32_t end;
};

void table_paths_init(struct table_paths *t, const struct uuid *table, bool exact)
{
    *t = (struct table_paths){.table = *table, .exact = exact};
}

void table_paths_release(struct table_paths *t)
{
    intern_release(&t->seen);
}

// The elements of a level that belong to rows of the range. Levels are nested less deep than
// LIMIT_DEPTH allows.
static status range_of_level(struct segment *s, uint32_t level, struct element_range rows,
                             struct element_range *out, struct error *e)
{
    uint32_t chain[2 * LIMIT_DEPTH];
    size_t depth = 0;
    for (; level != 0; level = segment_level_parent(s, level)) {
        if (depth == ARRAY_LENGTH(chain)) {
            return error_set(e, ST_CORRUPT, "levels of a segment are nested too deep");
        }
        chain[depth++] = level;
    }
    *out = rows;
    while (depth > 0) {
        const uint32_t *offsets = NULL;
        TRY(segment_offsets(s, chain[--depth], &offsets, e));
        *out = (struct element_range){offsets[out->first], offsets[out->end]};
    }
    return ST_OK;
}

static bool any_cell(const struct column *c, struct element_range range, bool exact)
{
    uint32_t cells[CELLS];
    uint64_t first = MAX(c->first, (uint64_t)range.first);
    uint64_t end = MIN(c->first + c->count, (uint64_t)range.end);
    if (!exact) {
        return first < end;
    }
    for (uint64_t at = first; at < end; at += CELLS) {
        size_t count = (size_t)MIN((uint64_t)CELLS, end - at);
        column_unpack(c, at, count, cells);
        for (size_t i = 0; i < count; i++) {
            if (cells[i] != 0) {
                return true;
            }
        }
    }
    return false;
}

// Names from the leaf up to the root, each with its length before it.
static status add_path(struct table_paths *t, const struct segment_path *paths, uint32_t path,
                       struct error *e)
{
    struct buffer chain;
    struct sha256 hash;
    uint32_t number = 0;
    buffer_init(&chain, (size_t)1 << 20);
    for (; path != NO_PATH; path = paths[path].parent) {
        buffer_append_uint(&chain, paths[path].name.length);
        buffer_append_byte(&chain, paths[path].kind == PATH_LIST ? '[' : '.');
        buffer_append_view(&chain, paths[path].name);
    }
    sha256_of(chain.bytes, chain.length, &hash);
    status result = buffer_check(&chain, "a path", e);
    buffer_release(&chain);
    TRY(result);
    struct intern_key key = {(const char *)hash.bytes, sizeof hash.bytes, 0};
    return intern_one(&t->seen, &key, &number, e);
}

static status add_table(struct table_paths *t, struct segment *s, struct element_range rows,
                        struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    TRY(segment_paths(s, &paths, &count, e));
    for (uint32_t i = 0; i < count; i++) {
        if (paths[i].kind != PATH_LEAF) {
            continue;
        }
        struct element_range range;
        struct column column;
        TRY(range_of_level(s, paths[i].level, rows, &range, e));
        TRY(segment_column(s, i, &column, e));
        if (any_cell(&column, range, t->exact)) {
            TRY(add_path(t, paths, i, e));
        }
    }
    return ST_OK;
}

status table_paths_add(struct table_paths *t, struct segment *s, struct error *e)
{
    const struct segment_table *tables = NULL;
    size_t count = 0;
    TRY(segment_tables(s, &tables, &count, e));
    for (size_t i = 0; i < count; i++) {
        if (uuid_compare(&tables[i].table, &t->table) == 0) {
            uint32_t first = tables[i].first_row;
            return add_table(t, s, (struct element_range){first, first + tables[i].rows}, e);
        }
    }
    return ST_OK;
}
