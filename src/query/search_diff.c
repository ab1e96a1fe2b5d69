// SPDX-License-Identifier: Apache-2.0
// What a query's rows did between two commits. Rows that stand at both are the same versions and
// need no look; the others are walked in key order, where the two versions of a record come
// together. Must not know: HTTP, who asks.
#include "query/search_diff.h"

#include "query/key_order.h"
#include "query/query_tree.h"
#include "query/search_rows.h"

#include <string.h>

struct search_difference {
    struct snapshot *snapshot;
    struct search_rows from;
    struct search_rows to;
    const struct bitset *const *changed; // rows that stand at one of the commits only
    uint64_t from_only;
    uint64_t to_only;
};

struct difference_walk {
    const struct search_difference *difference;
    search_diff_visit *visit;
    void *argument;
    struct buffer key; // of the row held
    struct uuid table;
    bool holds_from;
    bool holds_to;
    struct record_version from_version;
    struct record_version to_version;
};

static status tell_held(struct difference_walk *d, struct error *e)
{
    bool both = d->holds_from && d->holds_to;
    bool any = d->holds_from || d->holds_to;
    bool same = both && sha256_equal(&d->from_version.hash, &d->to_version.hash);
    if (any && !same) {
        TRY(d->visit(d->argument,
                     both          ? ROW_CHANGED
                     : d->holds_to ? ROW_ADDED
                                   : ROW_REMOVED,
                     &d->table, buffer_view(&d->key), d->holds_from ? &d->from_version : NULL,
                     d->holds_to ? &d->to_version : NULL, e));
    }
    d->holds_from = false;
    d->holds_to = false;
    return ST_OK;
}

static status see_row(void *argument, const struct ordered_row *row, const struct uuid *table,
                      string_view key, struct error *e)
{
    struct difference_walk *d = argument;
    bool held = d->holds_from || d->holds_to;
    if (held && (uuid_compare(&d->table, table) != 0 || !sv_equal(buffer_view(&d->key), key))) {
        TRY(tell_held(d, e));
        held = false;
    }
    if (!held) {
        d->table = *table;
        buffer_clear(&d->key);
        buffer_append_view(&d->key, key);
        TRY(buffer_check(&d->key, "a key", e));
    }
    const struct extent_part *part = &d->difference->from.extent.parts[row->part];
    const struct sha256 *hashes = NULL;
    TRY(segment_hashes(part->segment, &hashes, e));
    bool is_from = bitset_test(d->difference->from.sets.sets[row->part], row->row);
    struct record_version *version = is_from ? &d->from_version : &d->to_version;
    *version =
        (struct record_version){.segment = part->index, .row = row->row, .hash = hashes[row->row]};
    TRY(snapshot_row_life(d->difference->snapshot, part->index, row->row, &version->from,
                          &version->until, e));
    *(is_from ? &d->holds_from : &d->holds_to) = true;
    return ST_OK;
}

// Rows that stand at one of the commits only.
static status find_changed(struct search_difference *d, struct arena *arena, struct error *e)
{
    size_t parts = d->from.extent.count;
    const struct bitset **sets =
        (const struct bitset **)arena_alloc_array(arena, parts + 1, sizeof *sets);
    if (sets == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < parts; i++) {
        const struct bitset *a = d->from.sets.sets[i];
        const struct bitset *b = d->to.sets.sets[i];
        struct bitset *changed = arena_new(arena, struct bitset);
        if (changed == NULL) {
            return query_no_memory(e);
        }
        TRY(bitset_init_in(changed, arena, a->bit_count, e));
        for (size_t word = 0; word < bitset_word_count(a); word++) {
            changed->words[word] = a->words[word] ^ b->words[word];
            d->from_only += (unsigned)__builtin_popcountll(a->words[word] & ~b->words[word]);
            d->to_only += (unsigned)__builtin_popcountll(b->words[word] & ~a->words[word]);
        }
        sets[i] = changed;
    }
    d->changed = sets;
    return ST_OK;
}

static status find_both(struct search_difference *d, struct snapshot *s, const struct scope *scope,
                        const struct query *query, const struct uuid *tables, size_t table_count,
                        uint32_t from, uint32_t to, const struct cancellation *cancellation,
                        struct arena *arena, struct error *e)
{
    const struct query *normalised = NULL;
    d->snapshot = s;
    if (query != NULL) {
        TRY(query_normalise(arena, query, &normalised, e));
    }
    TRY(search_rows_find(s, scope, tables, table_count, from, normalised, arena, cancellation,
                         &d->from, e));
    TRY(search_rows_find(s, scope, tables, table_count, to, normalised, arena, cancellation, &d->to,
                         e));
    return find_changed(d, arena, e);
}

status search_diff_open(struct snapshot *s, const struct scope *scope, const struct query *query,
                        const struct uuid *tables, size_t table_count, uint32_t from, uint32_t to,
                        const struct cancellation *cancellation, struct arena *arena,
                        struct search_difference **out, struct error *e)
{
    *out = arena_new(arena, struct search_difference);
    return *out == NULL ? query_no_memory(e)
                        : find_both(*out, s, scope, query, tables, table_count, from, to,
                                    cancellation, arena, e);
}

void search_diff_sides(const struct search_difference *d, uint64_t *from_only, uint64_t *to_only)
{
    *from_only = d->from_only;
    *to_only = d->to_only;
}

status search_diff_walk(struct search_difference *d, search_diff_visit *visit, void *argument,
                        struct error *e)
{
    struct difference_walk w = {.difference = d, .visit = visit, .argument = argument};
    buffer_init(&w.key, (size_t)1 << 20);
    status result = key_order_walk(&d->from.extent, d->changed, see_row, &w, e);
    if (result == ST_OK) {
        result = tell_held(&w, e);
    }
    buffer_release(&w.key);
    return result;
}

status search_diff(struct snapshot *s, const struct scope *scope, const struct query *query,
                   const struct uuid *tables, size_t table_count, uint32_t from, uint32_t to,
                   search_diff_visit *visit, void *argument, struct error *e)
{
    const struct cancellation never = {0};
    struct search_difference d = {0};
    struct arena arena;
    arena_init(&arena, 0);
    status result =
        find_both(&d, s, scope, query, tables, table_count, from, to, &never, &arena, e);
    if (result == ST_OK) {
        result = search_diff_walk(&d, visit, argument, e);
    }
    arena_release(&arena);
    return result;
}
