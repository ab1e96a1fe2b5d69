// SPDX-License-Identifier: Apache-2.0
// From rows through the offsets of lists to cells, which are put in order of their ordinals.
// Must not know: queries, words.
#include "query/listed_values.h"

#include "base/array.h"
#include "base/buffer.h"

#include <stdlib.h>

#define DEPTH_MOST      64u
#define ROWS_MOST       ((size_t)16384)
#define SHARE_LEAST     64u // rows of the segment for each row listed
#define LONGEST_DECODED ((size_t)64 << 20)

struct gathering {
    struct column column;
    const uint32_t *offsets[DEPTH_MOST]; // innermost first
    size_t depth;
    uint32_t first;              // of the ordinals
    struct listed_value *values; // owned
    size_t capacity;
    size_t count;
};

bool listed_values_are_few(const struct segment *s, size_t row_count)
{
    return row_count <= MIN(ROWS_MOST, (size_t)segment_rows(s) / SHARE_LEAST);
}

static status open_path(struct gathering *g, struct segment *s, uint32_t path, struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    TRY(segment_paths(s, &paths, &count, e));
    TRY(segment_column(s, path, &g->column, e));
    for (uint32_t level = paths[path].level; level != 0; level = segment_level_parent(s, level)) {
        if (g->depth == DEPTH_MOST) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        TRY(segment_offsets(s, level, &g->offsets[g->depth++], e));
    }
    return ST_OK;
}

static status gather_row(struct gathering *g, uint32_t row, uint32_t place, struct error *e)
{
    uint32_t first = row;
    uint32_t end = row + 1;
    for (size_t i = g->depth; i > 0; i--) {
        first = g->offsets[i - 1][first];
        end = g->offsets[i - 1][end];
    }
    for (uint32_t element = first; element < end; element++) {
        uint32_t ordinal = column_get(&g->column, element);
        if (ordinal < g->first) {
            continue;
        }
        if (!ARRAY_RESERVE(g->values, g->capacity, g->count, (size_t)1 << 28)) {
            return error_set(e, ST_NO_MEMORY, "no memory to read the values of records");
        }
        g->values[g->count++] = (struct listed_value){ordinal, place};
    }
    return ST_OK;
}

static int compare_values(const void *a, const void *b)
{
    const struct listed_value *x = a;
    const struct listed_value *y = b;
    return x->ordinal != y->ordinal ? (x->ordinal > y->ordinal) - (x->ordinal < y->ordinal)
                                    : (x->place > y->place) - (x->place < y->place);
}

static status see_gathered(const struct gathering *g, const struct dictionary *d,
                           listed_values_visit *visit, void *argument, struct error *e)
{
    struct buffer scratch;
    status result = ST_OK;
    buffer_init(&scratch, LONGEST_DECODED);
    for (size_t i = 0; i < g->count && result == ST_OK;) {
        enum value_kind kind = VALUE_STRING;
        string_view text = {NULL, 0};
        size_t next = i + 1;
        while (next < g->count && g->values[next].ordinal == g->values[i].ordinal) {
            next++;
        }
        result = dictionary_get(d, g->values[i].ordinal, &scratch, &kind, &text, e);
        if (result == ST_OK) {
            result = visit(argument, kind, text, g->values + i, next - i, e);
        }
        i = next;
    }
    buffer_release(&scratch);
    return result;
}

status listed_values_see(struct segment *s, uint32_t path, uint32_t first, const uint32_t *rows,
                         size_t row_count, listed_values_visit *visit, void *argument,
                         struct error *e)
{
    struct gathering g = {.first = MAX(first, 1u)};
    struct dictionary d;
    status result = ST_OK;
    TRY(segment_dictionary(s, path, &d, e));
    if (g.first > d.count) {
        return ST_OK;
    }
    TRY(open_path(&g, s, path, e));
    for (size_t i = 0; i < row_count && result == ST_OK; i++) {
        result = gather_row(&g, rows[i], (uint32_t)i, e);
    }
    if (result == ST_OK && g.count > 0) {
        qsort(g.values, g.count, sizeof *g.values, compare_values);
        result = see_gathered(&g, &d, visit, argument, e);
    }
    free(g.values);
    return result;
}
