// SPDX-License-Identifier: Apache-2.0
// A table in key order at one commit: a merge of the segments' sorted rows.
#include "store/store_internal.h"

#include <stdlib.h>
#include <string.h>

// Rows that a seek passes one by one before it looks the key up.
#define STEPS_BEFORE_SEARCH 8

struct walk_part {
    size_t segment;
    struct segment_table range; // the table's rows in it
    struct key_cursor cursor;
    uint32_t end; // row behind the last
    const struct bitset *visible;
    const struct sha256 *hashes;
    string_view key; // of the row the cursor stands on
};

struct table_walk {
    struct snapshot *snapshot; // borrowed
    struct arena arena;        // holds the visible sets
    struct walk_part *parts;
    size_t count;
    struct walk_part *given; // the part whose row was given last, to be moved on
};

static bool is_visible(const struct bitset *set, uint32_t row)
{
    return (set->words[row / 64] >> (row % 64) & 1) != 0;
}

// Moves on to the next visible row, from the one the cursor stands on; drops the part at its end.
static status settle_part(struct table_walk *w, struct walk_part *part, struct error *e)
{
    while (part->cursor.row < part->end && !is_visible(part->visible, part->cursor.row)) {
        TRY(key_cursor_next(&part->cursor, e));
    }
    if (part->cursor.row < part->end) {
        return key_cursor_key(&part->cursor, &part->key, e);
    }
    key_cursor_release(&part->cursor);
    *part = w->parts[--w->count];
    return ST_OK;
}

static status add_part(struct table_walk *w, size_t index, const struct uuid *table,
                       uint32_t commit, struct error *e)
{
    struct segment *segment = snapshot_segment(w->snapshot, index);
    const struct segment_table *range = NULL;
    TRY(segment_find_table(segment, table, &range, e));
    if (range == NULL || range->rows == 0) {
        return ST_OK;
    }
    struct walk_part *part = &w->parts[w->count];
    *part = (struct walk_part){
        .segment = index, .range = *range, .end = range->first_row + range->rows};
    TRY(snapshot_visible(w->snapshot, index, commit, &w->arena, &part->visible, e));
    TRY(segment_hashes(segment, &part->hashes, e));
    TRY(key_cursor_start(&part->cursor, segment, range->first_row, e));
    w->count++;
    return settle_part(w, part, e);
}

status table_walk_create(struct snapshot *s, const struct scope *scope, const struct uuid *table,
                         uint32_t commit, struct table_walk **out, struct error *e)
{
    struct table_walk *w = calloc(1, sizeof *w);
    struct walk_part *parts = calloc(MAX(s->segment_count, (size_t)1), sizeof *parts);
    if (w == NULL || parts == NULL) {
        free(w);
        free(parts);
        return error_set(e, ST_NO_MEMORY, "no memory to walk a table");
    }
    arena_init(&w->arena, 0);
    w->snapshot = s;
    w->parts = parts;
    status result = ST_OK;
    for (size_t i = 0; scope_allows(scope, table) && i < s->segment_count && result == ST_OK; i++) {
        result = add_part(w, i, table, commit, e);
    }
    if (result != ST_OK) {
        table_walk_destroy(w);
        return result;
    }
    *out = w;
    return ST_OK;
}

static status move_given(struct table_walk *w, struct error *e)
{
    struct walk_part *part = w->given;
    w->given = NULL;
    if (part == NULL) {
        return ST_OK;
    }
    TRY(key_cursor_next(&part->cursor, e));
    return settle_part(w, part, e);
}

status table_walk_next(struct table_walk *w, string_view *key, struct record_version *version,
                       bool *more, struct error *e)
{
    TRY(move_given(w, e));
    struct walk_part *least = NULL;
    for (size_t i = 0; i < w->count; i++) {
        if (least == NULL || sv_compare(w->parts[i].key, least->key) < 0) {
            least = &w->parts[i];
        }
    }
    *more = least != NULL;
    if (least == NULL) {
        return ST_OK;
    }
    uint32_t row = least->cursor.row;
    struct record_version v = {.segment = least->segment, .row = row, .hash = least->hashes[row]};
    TRY(snapshot_row_life(w->snapshot, least->segment, row, &v.from, &v.until, e));
    *key = least->key;
    *version = v;
    w->given = least;
    return ST_OK;
}

// Moves a part to its first row whose key is not before `key`, or to its end.
static status seek_part(struct walk_part *part, string_view key, struct error *e)
{
    struct segment *segment = part->cursor.segment;
    for (unsigned i = 0; i < STEPS_BEFORE_SEARCH && part->cursor.row < part->end; i++) {
        TRY(key_cursor_key(&part->cursor, &part->key, e));
        if (sv_compare(part->key, key) >= 0) {
            return ST_OK;
        }
        TRY(key_cursor_next(&part->cursor, e));
    }
    if (part->cursor.row >= part->end) {
        return ST_OK;
    }
    struct segment_table rest = part->range;
    rest.first_row = part->cursor.row;
    rest.rows = part->end - part->cursor.row;
    uint32_t row = 0;
    bool equal = false;
    TRY(segment_find_key(segment, &rest, key, &row, &equal, e));
    if (row < part->end && row > part->cursor.row) {
        key_cursor_release(&part->cursor);
        return key_cursor_start(&part->cursor, segment, row, e);
    }
    part->cursor.row = row >= part->end ? part->end : part->cursor.row;
    return ST_OK;
}

status table_walk_seek(struct table_walk *w, string_view key, struct error *e)
{
    TRY(move_given(w, e));
    for (size_t i = 0; i < w->count;) {
        size_t before = w->count;
        if (sv_compare(w->parts[i].key, key) < 0) {
            TRY(seek_part(&w->parts[i], key, e));
            TRY(settle_part(w, &w->parts[i], e));
        }
        i += w->count == before; // the last part took the place of one at its end
    }
    return ST_OK;
}

void table_walk_destroy(struct table_walk *w)
{
    if (w == NULL) {
        return;
    }
    for (size_t i = 0; i < w->count; i++) {
        key_cursor_release(&w->parts[i].cursor);
    }
    arena_release(&w->arena);
    free(w->parts);
    free(w);
}
