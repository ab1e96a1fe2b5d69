// SPDX-License-Identifier: Apache-2.0
// Sets of rows are compared word by word; each row that only one of them has is counted, or taken
// away. A base serves until much of its segment has ended since; then comes the next one, so that
// bases are near the present also where a museum's past is much larger. Must not know: values,
// queries.
#include "query/part_counts.h"

#include "query/count_pass.h"
#include "query/query_cache.h"
#include "query/query_pool.h"
#include "query/visible_cut.h"
#include "store/column_count.h"

#include <stdlib.h>
#include <string.h>

// Beyond so large a part of the rows a pass over all of them is quicker.
#define DIFFERING_PART 16u
// The next base is made when so large a part of the rows has ended.
#define ENDED_PART 32u

// The rows of a part that were visible when the first of the bases was made; one for all fields.
struct base_rows {
    struct arena holder;
    const struct bitset *rows;
};

struct base {
    struct arena holder; // of the rows
    const struct bitset *rows;
    uint32_t *counts; // owned
    size_t room;
};

// What a base is kept by, of its part; its rows by what follows the path.
struct base_key {
    uint64_t path;
    uint64_t ended; // how often ENDED_PART of the rows
};

struct making {
    const struct extent *extent;
    const struct field_path *path;
    const struct cancellation *cancellation;
    string_view key;
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

// --- the base ------------------------------------------------------------------------------------

static status rows_now(const struct extent *x, const struct extent_part *part, struct arena *arena,
                       const struct bitset **out, struct error *e)
{
    uint64_t origin = 0;
    return visible_cut_get(x->snapshot, part, snapshot_last_commit(x->snapshot), arena, &origin,
                           out, e);
}

static void destroy_rows(void *thing)
{
    struct base_rows *b = thing;
    arena_release(&b->holder);
    free(b);
}

static status make_rows(void *argument, void **out, size_t *bytes, struct error *e)
{
    const struct making *m = argument;
    struct base_rows *b = calloc(1, sizeof *b);
    if (b == NULL) {
        return no_memory(e);
    }
    arena_init(&b->holder, 0);
    status result = rows_now(m->extent, &m->extent->parts[m->path->part], &b->holder, &b->rows, e);
    if (result != ST_OK) {
        destroy_rows(b);
        return result;
    }
    // They may live as long for the base's sake alone.
    *bytes = sizeof *b + bitset_word_count(b->rows) * sizeof *b->rows->words;
    *out = b;
    return ST_OK;
}

static const struct cache_kind rows_kind = {"base rows", make_rows, destroy_rows};

static void destroy_base(void *thing)
{
    struct base *b = thing;
    arena_release(&b->holder);
    free(b->counts);
    free(b);
}

static status fill_base(struct making *m, struct base *b, struct error *e)
{
    void *thing = NULL;
    size_t path = sizeof((struct base_key *)NULL)->path;
    string_view key = {m->key.bytes + path, m->key.length - path};
    TRY(query_cache_get(&rows_kind, key, m, &b->holder, &thing, e));
    b->rows = ((const struct base_rows *)thing)->rows;
    return count_rows(m, b->rows, &b->counts, &b->room, e);
}

static status make_base(void *argument, void **out, size_t *bytes, struct error *e)
{
    struct base *b = calloc(1, sizeof *b);
    if (b == NULL) {
        return no_memory(e);
    }
    arena_init(&b->holder, 0);
    status result = fill_base(argument, b, e);
    if (result != ST_OK) {
        destroy_base(b);
        return result;
    }
    *bytes = sizeof *b + b->room * sizeof *b->counts;
    *out = b;
    return ST_OK;
}

static const struct cache_kind base_kind = {"bases", make_base, destroy_base};

static status make_key(struct making *m, struct arena *arena, struct error *e)
{
    const struct extent_part *part = &m->extent->parts[m->path->part];
    const struct bitset *now = NULL;
    TRY(rows_now(m->extent, part, arena, &now, e));
    const struct base_key head = {m->path->path, (now->bit_count - bitset_count(now)) * ENDED_PART /
                                                     now->bit_count};
    return extent_part_key(part, &head, sizeof head, arena, &m->key, e);
}

// --- versions ------------------------------------------------------------------------------------

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
    struct making m = {.extent = x, .path = path, .cancellation = cancellation};
    const struct bitset *rows = x->parts[path->part].visible;
    void *thing = NULL;
    TRY(make_key(&m, arena, e));
    TRY(query_cache_get(&base_kind, m.key, &m, arena, &thing, e));
    const struct base *b = thing;
    if (b->rows == rows) {
        *out = b->counts;
        return ST_OK;
    }
    return derive(&m, b, rows, arena, out, e);
}

// --- all paths of a field ----------------------------------------------------------------------

bool rows_are_everything(const struct extent *x, const struct row_sets *rows)
{
    for (size_t i = 0; i < x->count; i++) {
        if (rows->sets[i] != x->parts[i].visible) {
            return false;
        }
    }
    return true;
}

bool part_counts_fit(const struct extent *x, const struct field_paths *paths,
                     const struct row_sets *rows)
{
    for (size_t i = 0; i < paths->count; i++) {
        bool alone = i == 0 || paths->paths[i - 1].part != paths->paths[i].part;
        if (!alone || paths->paths[i].level != 0) {
            return false;
        }
    }
    return rows_are_everything(x, rows);
}

struct list_making {
    const struct extent *extent;
    const struct field_paths *paths;
    const struct cancellation *cancellation;
    struct part_counts_list *list;
};

static status count_path(void *argument, size_t index, struct error *e)
{
    const struct list_making *m = argument;
    return part_counts_get(m->extent, &m->paths->paths[index], m->cancellation,
                           &m->list->arenas[index], &m->list->counts[index], e);
}

status part_counts_list_make(const struct extent *x, const struct field_paths *paths,
                             const struct cancellation *cancellation, struct part_counts_list *out,
                             struct error *e)
{
    struct list_making m = {x, paths, cancellation, out};
    *out = (struct part_counts_list){.arenas = calloc(paths->count + 1, sizeof *out->arenas)};
    out->counts = (const uint32_t **)calloc(paths->count + 1, sizeof *out->counts);
    if (out->arenas == NULL || out->counts == NULL) {
        return no_memory(e);
    }
    for (out->count = 0; out->count < paths->count; out->count++) {
        arena_init(&out->arenas[out->count], 0);
    }
    return parallel_run(query_pool(), paths->count, count_path, &m, e);
}

void part_counts_list_release(struct part_counts_list *l)
{
    for (size_t i = 0; l->arenas != NULL && i < l->count; i++) {
        arena_release(&l->arenas[i]);
    }
    free(l->arenas);
    free((void *)l->counts);
    *l = (struct part_counts_list){0};
}
