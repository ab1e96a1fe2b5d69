// SPDX-License-Identifier: Apache-2.0
// What a query's rows did between two commits. Rows that stand at both are the same versions and
// need no look; the others are walked in key order, where the two versions of a record come
// together. Must not know: HTTP, who asks.
#include "query/key_order.h"
#include "query/query_tree.h"
#include "query/search.h"
#include "query/search_rows.h"

#include <string.h>

struct difference {
    struct snapshot *snapshot;
    struct search_rows from;
    struct search_rows to;
    search_diff_visit *visit;
    void *argument;
    struct buffer key; // of the row held
    struct uuid table;
    bool holds_from;
    bool holds_to;
    struct record_version from_version;
    struct record_version to_version;
};

static status tell_held(struct difference *d, struct error *e)
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
    struct difference *d = argument;
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
    const struct extent_part *part = &d->from.extent.parts[row->part];
    const struct sha256 *hashes = NULL;
    TRY(segment_hashes(part->segment, &hashes, e));
    bool is_from = bitset_test(d->from.sets.sets[row->part], row->row);
    struct record_version *version = is_from ? &d->from_version : &d->to_version;
    *version =
        (struct record_version){.segment = part->index, .row = row->row, .hash = hashes[row->row]};
    TRY(snapshot_row_life(d->snapshot, part->index, row->row, &version->from, &version->until, e));
    *(is_from ? &d->holds_from : &d->holds_to) = true;
    return ST_OK;
}

// Rows that stand at one of the commits only.
static status changed_rows(const struct difference *d, struct arena *arena,
                           const struct bitset *const **out, struct error *e)
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
        }
        sets[i] = changed;
    }
    *out = sets;
    return ST_OK;
}

static status find_both(struct difference *d, const struct scope *scope, const struct query *query,
                        const struct uuid *tables, size_t table_count, uint32_t from, uint32_t to,
                        struct arena *arena, struct error *e)
{
    const struct cancellation never = {0};
    const struct query *normalised = NULL;
    if (query != NULL) {
        TRY(query_normalise(arena, query, &normalised, e));
    }
    TRY(search_rows_find(d->snapshot, scope, tables, table_count, from, normalised, arena, &never,
                         &d->from, e));
    return search_rows_find(d->snapshot, scope, tables, table_count, to, normalised, arena, &never,
                            &d->to, e);
}

status search_diff(struct snapshot *s, const struct scope *scope, const struct query *query,
                   const struct uuid *tables, size_t table_count, uint32_t from, uint32_t to,
                   search_diff_visit *visit, void *argument, struct error *e)
{
    struct difference d = {.snapshot = s, .visit = visit, .argument = argument};
    struct arena arena;
    const struct bitset *const *sets = NULL;
    status result = ST_OK;
    arena_init(&arena, 0);
    buffer_init(&d.key, (size_t)1 << 20);
    TRY_OUT(find_both(&d, scope, query, tables, table_count, from, to, &arena, e));
    TRY_OUT(changed_rows(&d, &arena, &sets, e));
    TRY_OUT(key_order_walk(&d.from.extent, sets, see_row, &d, e));
    TRY_OUT(tell_held(&d, e));
out:
    buffer_release(&d.key);
    arena_release(&arena);
    return result;
}
