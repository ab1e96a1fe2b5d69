// SPDX-License-Identifier: Apache-2.0
// Cuts are kept by the numbers of the sets that they are made from. Must not know: queries.
#include "query/visible_cut.h"

#include "query/query_cache.h"

#include <stdlib.h>

// Smaller segments are cut each time: looking for a kept cut would take as long.
#define KEPT_ROWS 16384u

struct kept_cut {
    struct arena holder;
    struct bitset rows;
};

struct cutting {
    const struct extent_part *part;
    const struct bitset *visible;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to prepare a search");
}

static status cut(const struct cutting *c, struct arena *arena, struct bitset *out, struct error *e)
{
    TRY(bitset_init_in(out, arena, c->visible->bit_count, e));
    bitset_copy(out, c->visible);
    size_t kept = 0; // everything below is right
    for (size_t i = 0; i < c->part->range_count; i++) {
        bitset_clear_range(out, kept, c->part->ranges[i].first);
        kept = c->part->ranges[i].end;
    }
    bitset_clear_range(out, kept, out->bit_count);
    bitset_settle(out);
    return ST_OK;
}

static void destroy_kept(void *thing)
{
    struct kept_cut *k = thing;
    arena_release(&k->holder);
    free(k);
}

static status make_kept(void *argument, void **out, size_t *bytes, struct error *e)
{
    struct kept_cut *k = calloc(1, sizeof *k);
    if (k == NULL) {
        return no_memory(e);
    }
    arena_init(&k->holder, 0);
    status result = cut(argument, &k->holder, &k->rows, e);
    if (result != ST_OK) {
        destroy_kept(k);
        return result;
    }
    *bytes = sizeof *k + bitset_word_count(&k->rows) * sizeof *k->rows.words;
    *out = k;
    return ST_OK;
}

static const struct cache_kind cut_kind = {"cuts", make_kept, destroy_kept};

static status get_kept(struct cutting *c, struct arena *arena, const struct bitset **out,
                       struct error *e)
{
    string_view key;
    void *thing = NULL;
    TRY(extent_part_key(c->part, &c->visible->number, sizeof c->visible->number, arena, &key, e));
    TRY(query_cache_get(&cut_kind, key, c, arena, &thing, e));
    *out = &((const struct kept_cut *)thing)->rows;
    return ST_OK;
}

static status make_anew(const struct cutting *c, struct arena *arena, const struct bitset **out,
                        struct error *e)
{
    struct bitset *rows = arena_new(arena, struct bitset);
    if (rows == NULL) {
        return no_memory(e);
    }
    TRY(cut(c, arena, rows, e));
    *out = rows;
    return ST_OK;
}

status visible_cut_get(struct snapshot *s, const struct extent_part *part, uint32_t commit,
                       struct arena *arena, uint64_t *origin, const struct bitset **out,
                       struct error *e)
{
    struct cutting c = {.part = part};
    TRY(snapshot_visible(s, part->index, commit, arena, &c.visible, e));
    *origin = c.visible->number;
    if (part->whole) {
        *out = c.visible;
        return ST_OK;
    }
    return segment_rows(part->segment) < KEPT_ROWS ? make_anew(&c, arena, out, e)
                                                   : get_kept(&c, arena, out, e);
}
