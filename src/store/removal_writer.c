// SPDX-License-Identifier: Apache-2.0
// Rows of the removals table, gathered and put in batches.
#include "store/removal_writer.h"

#include "base/array.h"
#include "store/layers.h"

#include <stdlib.h>

#define MOST_ROWS ((size_t)1 << 20)

// A row on its way, at one place in memory from when it is kept until it is put.
struct kept_row {
    string_view key;
    struct node nodes[3]; // the object, its reason, its successor
    struct document document;
    struct sha256 hash;
    struct record_version base; // of an earlier removal of the same key
    bool has_base;
};

struct removal_writer {
    struct snapshot *base;
    const struct uuid *table;
    struct name_table *names;
    uint32_t reason; // names
    uint32_t replaced_by;
    struct arena arena;
    struct buffer scratch;
    struct kept_row **rows; // malloc'ed; the rows in the arena
    size_t count;
    size_t capacity;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for why records are removed");
}

status removal_writer_create(struct snapshot *base, const struct uuid *table,
                             struct removal_writer **out, struct error *e)
{
    struct removal_writer *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return no_memory(e);
    }
    w->base = base;
    w->table = table;
    w->names = name_table_create();
    arena_init(&w->arena, 0);
    buffer_init(&w->scratch, LIMIT_RECORD_BYTES * 4);
    status result = w->names == NULL ? no_memory(e) : ST_OK;
    if (result == ST_OK) {
        result = name_table_add(w->names, SV("reason"), &w->reason, e);
    }
    if (result == ST_OK) {
        result = name_table_add(w->names, SV("replacedBy"), &w->replaced_by, e);
    }
    if (result != ST_OK) {
        removal_writer_destroy(w);
        return result;
    }
    *out = w;
    return ST_OK;
}

void removal_writer_destroy(struct removal_writer *w)
{
    if (w == NULL) {
        return;
    }
    name_table_destroy(w->names);
    arena_release(&w->arena);
    buffer_release(&w->scratch);
    free(w->rows);
    free(w);
}

static void make_document(const struct removal_writer *w, const struct removal *said,
                          struct kept_row *row)
{
    size_t count = 1;
    if (said->reason.length > 0) {
        row->nodes[count++] =
            (struct node){.name = w->reason, .kind = NODE_STRING, .text = said->reason};
    }
    if (said->replaced_by.length > 0) {
        row->nodes[count++] =
            (struct node){.name = w->replaced_by, .kind = NODE_STRING, .text = said->replaced_by};
    }
    row->nodes[0] =
        (struct node){.name = NO_NAME, .kind = NODE_OBJECT, .descendants = (uint32_t)(count - 1)};
    row->document = (struct document){row->nodes, count};
}

// What was said when the same key was removed before ends with this.
static status find_base(struct removal_writer *w, struct kept_row *row, struct error *e)
{
    status found = snapshot_record(w->base, &scope_metadata, &removals_table, row->key,
                                   snapshot_last_commit(w->base), &row->base, NULL);
    row->has_base = found == ST_OK;
    bool absent = found == ST_NOT_FOUND || found == ST_GONE;
    return row->has_base || absent
               ? ST_OK
               : error_set(e, found, "why records were removed before cannot be read");
}

status removal_writer_add(struct removal_writer *w, string_view key, const struct document *row,
                          const struct name_table *names, struct error *e)
{
    struct removal said;
    removal_of_document(row, names, &said);
    if (said.reason.length + said.replaced_by.length == 0) {
        return ST_OK;
    }
    struct kept_row *kept = arena_new(&w->arena, struct kept_row);
    if (kept == NULL || !ARRAY_RESERVE(w->rows, w->capacity, w->count, MOST_ROWS)) {
        return no_memory(e);
    }
    buffer_clear(&w->scratch);
    removal_key(w->table, key, &w->scratch);
    kept->key = arena_copy(&w->arena, buffer_view(&w->scratch));
    if (kept->key.bytes == NULL) {
        return no_memory(e);
    }
    make_document(w, &said, kept);
    layers_hash(&kept->document, w->names, &w->scratch, &kept->hash);
    TRY(find_base(w, kept, e));
    w->rows[w->count++] = kept;
    return ST_OK;
}

status removal_writer_put(struct removal_writer *w, struct change_set *c, struct error *e)
{
    struct segment_row *rows = arena_array(&w->arena, struct segment_row, w->count + 1);
    const struct record_version **bases =
        arena_array(&w->arena, const struct record_version *, w->count + 1);
    if (rows == NULL || bases == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < w->count; i++) {
        struct kept_row *kept = w->rows[i];
        rows[i] = (struct segment_row){
            .table = &removals_table,
            .key = kept->key,
            .from = ROW_OWN_COMMIT,
            .until = ROW_OPEN,
            .document = &kept->document,
            .hash = &kept->hash,
        };
        bases[i] = kept->has_base ? &kept->base : NULL;
    }
    TRY(change_set_put(c, rows, bases, w->count, w->names, e));
    w->count = 0;
    arena_reset(&w->arena);
    return ST_OK;
}
