// SPDX-License-Identifier: Apache-2.0
// Sets of rows are compared word by word; each row that only one of them has is counted, or taken
// away. Must not know: values, queries.
#include "query/part_counts.h"

#include "query/count_pass.h"
#include "query/query_cache.h"
#include "store/column_count.h"

#include <stdlib.h>
#include <string.h>

// Beyond so large a part of the rows a pass over all of them is quicker.
#define DIFFERING_PART 16u

struct base {
    struct arena holder; // of the rows
    const struct bitset *rows;
    uint32_t *counts; // owned
    size_t room;
};

struct making {
    const struct extent *extent;
    const struct field_path *path;
    const struct cancellation *cancellation;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to count a field");
}

static status open_target(const struct field_path *path, struct count_target *out, struct error *e)
{
    uint32_t missing = 0;
    TRY(segment_column(path->segment, path->path, &out->column, e));
    return segment_values(path->segment, path->path, &missing, &out->most, e);
}

static status count_rows(const struct making *m, const struct bitset *rows, uint32_t **counts,
                         size_t *room, struct error *e)
{
    struct count_target target;
    TRY(open_target(m->path, &target, e));
    *room = column_count_room(&target.column, target.most);
    target.counts = calloc(*room, sizeof *target.counts);
    if (target.counts == NULL) {
        return no_memory(e);
    }
    status result = count_pass(rows, 0, rows->bit_count, &target, 1, m->cancellation, e);
    if (result != ST_OK) {
        free(target.counts);
        return result;
    }
    *counts = target.counts;
    return ST_OK;
}

static void destroy_base(void *thing)
{
    struct base *b = thing;
    arena_release(&b->holder);
    free(b->counts);
    free(b);
}

static status make_base(void *argument, void **out, size_t *bytes, struct error *e)
{
    const struct making *m = argument;
    const struct extent_part *part = &m->extent->parts[m->path->part];
    struct base *b = calloc(1, sizeof *b);
    if (b == NULL) {
        return no_memory(e);
    }
    arena_init(&b->holder, 0);
    status result = snapshot_visible(m->extent->snapshot, part->index, m->extent->commit,
                                     &b->holder, &b->rows, e);
    if (result == ST_OK) {
        result = count_rows(m, b->rows, &b->counts, &b->room, e);
    }
    if (result != ST_OK) {
        destroy_base(b);
        return result;
    }
    *bytes = sizeof *b + b->room * sizeof *b->counts;
    *out = b;
    return ST_OK;
}

static const struct cache_kind base_kind = {"bases", make_base, destroy_base};

static size_t count_differing(const struct bitset *a, const struct bitset *b)
{
    size_t count = 0;
    for (size_t i = 0; i < bitset_word_count(a); i++) {
        count += (size_t)__builtin_popcountll(a->words[i] ^ b->words[i]);
    }
    return count;
}

static status change_counts(const struct count_target *t, const struct bitset *from,
                            const struct bitset *to, struct error *e)
{
    for (size_t i = 0; i < bitset_word_count(from); i++) {
        for (uint64_t word = from->words[i] ^ to->words[i]; word != 0; word &= word - 1) {
            size_t bit = (size_t)__builtin_ctzll(word);
            uint32_t ordinal = column_get(&t->column, i * 64 + bit);
            if (ordinal > t->most) {
                return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
            }
            t->counts[ordinal] += (to->words[i] >> bit & 1) != 0 ? 1 : UINT32_MAX; // less one
        }
    }
    return ST_OK;
}

static void free_counts(void *argument)
{
    free(argument);
}

// Counts of the rows from those of the base, in an array of their own.
static status derive(const struct making *m, const struct base *b, const struct bitset *rows,
                     struct arena *arena, const uint32_t **out, struct error *e)
{
    uint32_t *counts = NULL;
    size_t room = 0;
    if (count_differing(b->rows, rows) > rows->bit_count / DIFFERING_PART) {
        TRY(count_rows(m, rows, &counts, &room, e));
    } else {
        struct count_target target;
        TRY(open_target(m->path, &target, e));
        counts = malloc(b->room * sizeof *counts);
        if (counts == NULL) {
            return no_memory(e);
        }
        memcpy(counts, b->counts, b->room * sizeof *counts);
        target.counts = counts;
        status result = change_counts(&target, b->rows, rows, e);
        if (result != ST_OK) {
            free(counts);
            return result;
        }
    }
    *out = counts;
    status held = arena_defer(arena, free_counts, counts);
    return held == ST_OK ? ST_OK : no_memory(e);
}

status part_counts_get(const struct extent *x, const struct field_path *path,
                       const struct cancellation *cancellation, struct arena *arena,
                       const uint32_t **out, struct error *e)
{
    struct making m = {x, path, cancellation};
    const struct extent_part *part = &x->parts[path->part];
    const uint64_t key[2] = {segment_identity(path->segment), path->path};
    const struct bitset *rows = NULL;
    void *thing = NULL;
    TRY(snapshot_visible(x->snapshot, part->index, x->commit, arena, &rows, e));
    TRY(query_cache_get(&base_kind, (string_view){(const char *)key, sizeof key}, &m, arena, &thing,
                        e));
    const struct base *b = thing;
    if (b->rows == rows) {
        *out = b->counts;
        return ST_OK;
    }
    return derive(&m, b, rows, arena, out, e);
}
